"""Part of `extracted`: what the blank lines of a text say of paragraphs.

pdfminer.six writes a blank line above every paragraph, and one more below its first line where
that is set in; it writes none elsewhere. So a line without one goes on, and a line with one begins
a paragraph, if the line above it is none that begins one. Of 1,700 places in 600 texts that it
made of the UN's resolutions, where a full line ends with a comma, none says otherwise. Whether a
text is made so, it shows where its words leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from resolutions.readers.akn.numbering import item_in
from resolutions.readers.printed.body import ENDED, NUMBER
from resolutions.readers.printed.lines import TAB
from resolutions.readers.text.join import is_wide
from resolutions.readers.text.rows import Row, longest, spare, width

BEGUN, SHOWN = 2, 3  # so many paragraphs with numbers, and places within some, show how it is made
RARE = 0.1  # of the blank lines within paragraphs: those that stand lower than the first line
FULL = 0.8  # of the measure: no heading of Chinese is so long
GOES_ON = re.compile(r"[^\W\d_]\s*$")  # ends in midst of a sentence


class Gaps(NamedTuple):
    """What the blank lines of a text say: whether first lines are set apart from their
    paragraphs, and of each line whether it begins one; None where they say nothing."""

    torn: bool
    begins: list[bool | None]


def gaps_of(rows: Sequence[Row]) -> Gaps:
    """What blank lines say, line by line."""
    measure = longest(rows)
    begun = [row.gap for above, row in pairwise(rows) if _begins(above, row)]
    within = [n for n in range(1, len(rows)) if _goes_on(rows[n - 1], rows[n], measure)]
    torn = [n for n in within if rows[n].gap]
    lower = [n for n in torn if not rows[n - 1].gap]
    made_so = (
        len(begun) >= BEGUN
        and all(begun)
        and len(torn) >= SHOWN
        and len(lower) <= RARE * len(torn)
        and len(within) - len(torn) >= SHOWN
    )
    if not made_so:
        return Gaps(False, [None] * len(rows))
    return Gaps(True, _verdicts(rows, measure))


def _verdicts(rows: Sequence[Row], measure: float) -> list[bool | None]:
    """Of each line whether it begins a paragraph, where blank lines leave no doubt."""
    made: list[bool | None] = []
    second = False  # whether the line above goes on with its paragraph
    for place, row in enumerate(rows):
        above = rows[place - 1] if place and not row.first else None
        verdict = None
        if above is None:
            second = False
        elif not row.gap:
            second = spare(width(above.text), row.text, measure) <= 0
            verdict = False if second else None
        elif second or _is_torn(row, rows[place + 1 : place + 2], measure):
            second, verdict = False, True
        else:
            second = _is_torn(above, [row], measure)
        made.append(verdict)
    return made


def _is_torn(row: Row, below: Sequence[Row], measure: float) -> bool:
    """Whether a line is the first of its paragraph, the rest of which is set apart from it."""
    if not below or not below[0].gap or below[0].first or not GOES_ON.search(row.text):
        return False
    return spare(width(row.text) + TAB, below[0].text, measure) < TAB


def _begins(above: Row, row: Row) -> bool:
    text = row.run.text
    numbered = NUMBER.match(f"{text} x") or item_in(f"{text} x")
    return not row.first and bool(ENDED.search(above.run.text) and numbered)


def _goes_on(above: Row, row: Row, measure: float) -> bool:
    text = row.run.text
    letter = text[0].islower() or (is_wide(text[0]) and width(above.text) > FULL * measure)
    return not row.first and bool(GOES_ON.search(above.text)) and letter
