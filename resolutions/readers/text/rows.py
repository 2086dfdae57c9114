"""Part of `extracted`: a text -> its printed lines, and what their lengths say.

A line that ends where the first word of the next would still have found room is the last of its
paragraph; how long lines are is estimated, for tools tell no widths.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from resolutions.model.document import Run
from resolutions.readers.printed.forms import widths
from resolutions.readers.printed.normalize import LINE_END
from resolutions.readers.text.join import HAN, is_wide

FIRST = re.compile(
    r"[“\"«(\[《]*[^\s\-–‑]+[-–‑]?[,.;:)”»’]*"
)  # well-, 《, (a): what a line takes along
CJK = re.compile(f"[{HAN}]")
PARAGRAPH_INDENT = 2  # blanks
BLANK = 0.25  # of the size of the type
FULL = 0.95  # so many lines are no wider than the measure
PLAIN = 0.6  # of all lines: this one is nearly full
MOST = 0.3  # so many lines of a text are full, where the measure is certain
DOUBLE = 1.3  # times as wide, which is more than one line
TOLERANCE = 0.01  # of the longest lines


class Row(NamedTuple):
    """A line of the text: its number, its characters made alike, its page."""

    number: int
    text: str
    page: int
    first: bool  # of its page
    gap: bool  # whether a blank line stands above it

    @property
    def run(self) -> Run:
        """Its characters without the blanks around them."""
        start = len(self.text) - len(self.text.lstrip())
        return Run(self.number, start, start + len(self.text.strip()), self.text.strip())


class Pieces(NamedTuple):
    """A text cut at its line ends and form feeds: the line and the page of each piece."""

    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    pages: tuple[int, ...]


def pieces_of(text: str) -> Pieces:
    """Cut a text; some tools write the next page right behind the last line of the page before,
    and PDFium the next line right behind the hyphen at the end of a line."""
    found: list[tuple[str, int, int]] = []
    page = 1
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        for place, part in enumerate(line.split("\f")):
            page += place > 0
            found += [(each, number, page) for each in re.split(f"(?<={LINE_END})(?=[^\\s])", part)]
    lines, numbers, pages = zip(*found, strict=True)
    return Pieces(lines, numbers, pages)


def rows_of(pieces: Pieces, lines: Sequence[str]) -> list[Row]:
    """The lines that hold something; `lines`: the pieces, their characters made alike."""
    rows: list[Row] = []
    page, gap = 0, True
    for number, (line, own) in enumerate(zip(lines, pieces.pages, strict=True), start=1):
        if line.strip():
            rows.append(Row(number, line, own, own != page, gap))
            page, gap = own, False
        else:
            gap = True
    return rows


def width(text: str) -> float:
    """How wide a text is as the UN sets it, in sizes of its type; runs of blanks are one."""
    known, words = widths(), text.split()
    chinese = bool(CJK.search(text))  # whose quotation marks and dashes are as wide as characters
    return BLANK * max(len(words) - 1, 0) + sum(
        1.0 if chinese and is_wide(each) else known.get(each, 0.5) for each in "".join(words)
    )


def longest(rows: Sequence[Row]) -> float:
    """How wide the lines are that fill the measure."""
    return measure_of([width(row.text) for row in rows])


def measure_of(widths: Iterable[float]) -> float:
    """The measure of lines of these widths; pdftotext makes one line of two where it drops the
    hyphen between them."""
    found = sorted(widths)
    if not found:
        return 0.0
    single = [each for each in found if each < DOUBLE * found[int(len(found) * PLAIN)]]
    measure = single[int(len(single) * FULL)]
    full = sum(0.95 * measure <= each <= measure for each in found)
    return measure if full >= MOST * len(found) else found[int(len(found) * FULL)]


def spare(before: float, text: str, measure: float) -> float:
    """The room that would be left if the first word of a line stood on the line before it, in
    sizes of the type; less than nothing where it would not have fitted."""
    text = text.strip()
    word = text[:1] if is_wide(text[:1]) else (FIRST.match(text) or [text])[0]
    return measure * (1 - TOLERANCE) - before - BLANK - width(word)


def indents(rows: Sequence[Row]) -> list[bool] | None:
    """Which lines are set in from the margin of their page; None where indents say nothing:
    blanks open paragraphs on some lines, not on none and not on most."""
    margins = {page: _margin(own) for page, own in groupby(rows, key=lambda row: row.page)}
    found = [_blanks(row) - margins[row.page] >= PARAGRAPH_INDENT for row in rows]
    return found if 0.04 * len(rows) < sum(found) < 0.6 * len(rows) else None


def _margin(page: Iterable[Row]) -> int:
    """Where most lines of a page begin, in blanks; of as many the one to the left."""
    counts = Counter(map(_blanks, page))
    return min(counts, key=lambda blanks: (-counts[blanks], blanks))


def _blanks(row: Row) -> int:
    return len(row.text) - len(row.text.lstrip(" \t"))
