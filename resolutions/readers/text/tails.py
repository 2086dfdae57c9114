"""Part of `extracted`: what the blanks at the ends of lines say of paragraphs.

pdfminer.six and PDFium write the blank at which a line was wrapped; a paragraph ends without one
(LibreOffice), or with one more (Word, as pdfminer.six writes it). Which it is, a file shows where
its words leave no doubt. A line that ends as wrapped lines do goes on; of others nothing is said.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from resolutions.readers.akn.numbering import item_in
from resolutions.readers.printed.body import COMMA, ENDED, NUMBER
from resolutions.readers.text.rows import Row

WRAPPED = re.compile(r"[^\W\d_]\s*$")  # ends in midst of a sentence, and the next begins so
SHOWN = 3  # so many places of each kind show what the blanks of a file mean
STRAY = 1  # one of them may be mistaken: Safe, | Orderly
RARE, SELDOM = 0.05, 0.2  # as often as elsewhere; a blank that ends a full line may be left out


def over(rows: Sequence[Row]) -> list[bool | None]:
    """Whether a paragraph ends with a line: False where its blanks show that it goes on, True
    where it ends as paragraphs do and few other lines, None where the blanks say nothing."""
    pairs = list(itertools.pairwise(rows))
    within = Counter(_tail(above) for above, row in pairs if _goes_on(above, row))
    last = Counter(_tail(above) for above, row in pairs if _is_last(above, row))
    if min(within.total(), last.total()) < SHOWN:
        return [None] * len(rows)
    return [_verdict(_share(within, _tail(row)), last, _tail(row)) for row in rows]


def _verdict(within: float, last: Counter[int], tail: int) -> bool | None:
    if last[tail] <= STRAY and _share(last, tail) < RARE * within:
        return False
    return True if within < SELDOM * _share(last, tail) else None


def _share(counts: Counter[int], tail: int) -> float:
    return counts[tail] / counts.total()


def _tail(row: Row) -> int:
    return min(len(row.text) - len(row.text.rstrip()), 2)


def _goes_on(above: Row, row: Row) -> bool:
    return bool(WRAPPED.search(above.text)) and row.run.text[0].islower()


def _is_last(above: Row, row: Row) -> bool:
    text = row.run.text
    if COMMA.search(above.text):
        return row.gap and text[0].isupper()
    return bool(ENDED.search(above.text)) and bool(NUMBER.match(text) or item_in(text))
