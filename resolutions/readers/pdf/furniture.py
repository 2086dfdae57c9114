"""The furniture of the pages of a PDF: running heads, page and job numbers at the foot."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from resolutions.readers.pdf.rows import Row
from resolutions.readers.printed.forms import shape
from resolutions.readers.printed.head import JOB, SYMBOL

PAGE = re.compile(r"\d{1,3}\s?/\s?\d{1,3}|\d{1,3}")


def furniture(page: Sequence[Row], number: int, title: str) -> list[tuple[Row, str]]:
    """The lines of a page that are no text, each with its name.

    `number`: of the page, from 0: the first has no running head. `title`: its words and the
    symbol, `bare`, which running heads repeat.
    """
    lowest = min((row.printed.y for row in page), default=0)
    named = [(row, _foot(row) if row.printed.y < lowest + 4 else None) for row in page]
    found = [(row, name) for row, name in named if name]
    kept = [row for row, name in named if not name]
    while kept and (name := _foot(kept[-1])):
        found.append((kept.pop(), name))
    for row in kept[:]:
        starred = row.text.startswith("*") and row.text.endswith("*") and len(row.text) > 6
        if JOB.fullmatch(row.text) or starred:  # *1234567*, a bar code
            found.append((row, "job-number"))
            kept.remove(row)
    heads = list(itertools.takewhile(lambda row: _is_running_head(row, title), kept))
    heads += [row for row in kept[len(heads) : len(heads) + 1] if _ends_head(row, heads, title)]
    if number and heads and _is_apart(heads, kept):
        found += [(row, "running-head") for row in heads]
    return found


def _is_apart(heads: Sequence[Row], page: Sequence[Row]) -> bool:
    """Whether room or a symbol tells heads from text: a page may begin with words of the title."""
    below = page[len(heads)].printed if len(page) > len(heads) else None
    last = heads[-1].printed
    apart = below is None or last.y - below.y > 1.6 * max(last.size, below.size)
    return apart or any(SYMBOL.search(row.text) for row in heads)


def _foot(row: Row) -> str | None:
    if JOB.fullmatch(row.text):
        return "job-number"
    if PAGE.fullmatch(row.text):
        return "page-number"
    if shape("recycle").fullmatch(row.text):
        return "recycle"
    parts = row.text.split()
    if parts and all(
        JOB.fullmatch(p) or PAGE.fullmatch(p) or re.fullmatch(r"\([A-Z]\)|\d{6}|\*\d+\*", p)
        for p in parts
    ):
        return "job-number"
    return None


def bare(text: str) -> str:
    """Words without blanks, stars and hyphens: facili- | tar of a title is one word in the head."""
    return re.sub(r"[\s*‐-]", "", text)


def _ends_head(row: Row, heads: Sequence[Row], title: str) -> bool:
    """Whether the one or two last characters of a title stand beside the symbol."""
    beside = bool(heads) and abs(heads[-1].printed.y - row.printed.y) < 2
    return beside and title.endswith(bare(row.text))


def _is_running_head(row: Row, title: str) -> bool:
    words = bare(SYMBOL.sub("", row.text))
    return not words or (len(words) > 2 and words in title)
