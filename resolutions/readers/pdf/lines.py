"""Part of `pdf`: the characters of a page -> its printed lines, from top to bottom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, zip_longest
from typing import NamedTuple

from resolutions.readers.pdf.glyphs import CJK, Glyph
from resolutions.readers.pdf.spacing import WORD, columns, spaced

RAISED = re.compile(r"(?:[\d*,()]{1,6}|[a-zà-ÿ]{1,3})(?: (?:[\d*,()]{1,6}|[a-zà-ÿ]{1,3})){0,5}")
PERHAPS = 0.09  # a gap from here to WORD may part two words: told as `doubtful-blank`


class Cell(NamedTuple):
    """A cell of a table: the number of the table on its page, of the row, of the column."""

    table: int
    row: int
    column: int


@dataclass(frozen=True)
class Printed:
    """A printed line: its characters in order; what is asked of it often is reckoned once."""

    page: int
    glyphs: tuple[Glyph, ...]
    cell: Cell | None = None  # in a table
    aside: str = ""  # why it is no text: aslant, huge, invisible, outside

    @cached_property
    def text(self) -> str:
        """Its characters, blanks made one."""
        return " ".join("".join(each.text for each in self.glyphs).split())

    @cached_property
    def size(self) -> float:
        """The size most of its characters have."""
        if self.text and len(own := {each.size for each in self.glyphs}) == 1:
            return round(own.pop() * 2) / 2
        sizes: Counter[float] = Counter()
        for size, count in Counter(
            [each.size for each in self.glyphs if not each.text.isspace()]
        ).items():
            sizes[round(size * 2) / 2] += count
        return sizes.most_common(1)[0][0] if sizes else 0

    @cached_property
    def x(self) -> float:
        """Where it begins."""
        return next((each.x for each in self.glyphs if not each.text.isspace()), 0)

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return next((each.right for each in reversed(self.glyphs) if not each.text.isspace()), 0)

    @cached_property
    def y(self) -> float:
        """Its base line: that of its largest characters."""
        size = self.size
        return next(
            (
                each.y
                for each in self.glyphs
                if abs(each.size - size) < 1 and not each.text.isspace()
            ),
            0,
        )

    @cached_property
    def perhaps(self) -> bool:
        """Whether two letters stand so far apart that a blank may be meant between them."""
        return any(
            PERHAPS * right.size < right.x - left.right <= WORD * right.size
            and left.text.isalpha()
            and right.text.isalpha()
            and not CJK.search(left.text + right.text)
            for left, right in pairwise(self.glyphs)
        )

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(each.bold for each in self.glyphs if not each.text.isspace())

    @cached_property
    def is_lettered(self) -> bool:
        """Whether it begins as a note below a table does: ᵃ See sect. E."""
        first = next((each for each in self.glyphs if not each.text.isspace()), None)
        if first is None or not first.text.isalpha():
            return False
        return first.size < 0.8 * self.size and first.y > self.y + 0.1 * self.size


def printed_lines(page: int, glyphs: Sequence[Glyph], aside: str = "") -> list[Printed]:
    """The lines of a page: characters of one base line together, columns apart.

    `aside`: why they are no text.
    """
    rows = (part for row in _joined(_rows(glyphs)) for part in columns(row))
    lines = [Printed(page, tuple(spaced(row)), aside=aside) for row in rows]
    return _with_raised([line for line in lines if line.text])


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters that the file gives one after the other and that stand on one base line."""
    rows: list[list[Glyph]] = []
    row: list[Glyph] = []
    largest = base = 0.0  # of the row: its largest size, the base line of the first of that size
    for glyph in glyphs:
        if row and glyph.y == base and glyph.size == largest and glyph.x >= row[-1].x:
            row.append(glyph)  # as nearly all are: nothing to be reckoned
            continue
        if not row or not _on(glyph, row[-1], largest, base):
            row, largest = [], 0.0
            rows.append(row)
        row.append(glyph)
        if glyph.size > largest:
            largest, base = glyph.size, glyph.y
    return rows


def _joined(rows: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Rows from top to bottom, those of one base line made one where they do not overlap."""
    merged: list[list[Glyph]] = []
    size = base = 0.0  # of the last: its largest size, the base line of its first of that size
    for own_size, own_base, row in sorted(map(_based, rows), key=lambda each: -each[1]):
        near = merged and abs(base - own_base) < 1.5
        if near and row[0].x <= merged[-1][-1].x and _is_again(merged[-1], row):
            continue
        if near and not _overlap(merged[-1], row):
            merged[-1] += row
            size, base = (own_size, own_base) if own_size > size else (size, base)
        else:
            merged.append(list(row))
            size, base = own_size, own_base
    return merged


def _is_again(printed: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """Whether a row is printed a second time at its place, as some programs make letters bold."""
    return all(
        any(g.text == each.text and abs(g.x - each.x) < 0.15 * g.size for g in printed)
        for each in row
    )


def _based(row: list[Glyph]) -> tuple[float, float, list[Glyph]]:
    """A row with its largest size and the base line of its first character of that size."""
    largest = max(row, key=lambda each: each.size)
    return largest.size, largest.y, row


def _on(glyph: Glyph, last: Glyph, largest: float, base: float) -> bool:
    size = max(glyph.size, last.size, 4)
    if abs(glyph.y - last.y) < size and glyph.text.isspace():
        return True
    near = abs(glyph.y - base) < 0.6 * min(glyph.size, largest)
    return near and glyph.x > last.x - 3 * size


def _overlap(left: Sequence[Glyph], right: Sequence[Glyph]) -> bool:
    """Whether two rows are printed one over the other; letters of another font (ﬃ) that stand in
    a gap of their row are not."""
    a = min(g.x for g in left), max(g.right for g in left)
    b = min(g.x for g in right), max(g.right for g in right)
    if min(a[1], b[1]) - max(a[0], b[0]) <= 8:
        return False
    (begin, end), other = (a, right) if len(left) < len(right) else (b, left)
    return any(
        min(g.right, end) - max(g.x, begin) > 0.2 * g.size for g in other if not g.text.isspace()
    )


def _with_raised(lines: Sequence[Printed]) -> list[Printed]:
    """Lines with the marks that stand raised in a line of their own set where they belong."""
    made: list[Printed] = []
    raised: tuple[Glyph, ...] = ()  # of the line below them
    for line, below in zip_longest(lines, lines[1:]):
        if below and _is_raised(line, below):
            raised = (*raised, *line.glyphs)
            continue
        if raised:
            merged = sorted((*raised, *line.glyphs), key=lambda each: each.x)
            line, raised = replace(line, glyphs=tuple(spaced(merged))), ()
        made.append(line)
    return made


def _is_raised(line: Printed, below: Printed) -> bool:
    """Whether a line holds nothing but small figures, or the o of nᵒ, close above the next."""
    return (
        RAISED.fullmatch(line.text) is not None
        and line.size < 0.8 * below.size
        and 0 < line.y - below.y < 0.7 * below.size
        and line.page == below.page
        and line.x >= below.x - 20
    )
