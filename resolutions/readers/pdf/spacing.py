"""Part of `pdf`: the characters of one base line -> its columns, with the blanks they lack.

The gaps between the characters decide, measured by their size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from resolutions.readers.pdf.glyphs import CJK, Glyph

FROM_LEFT = attrgetter("x")
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufefc]")
COLUMN = 3.0  # a gap of so many times the size parts two columns
WORD = 0.15  # a gap of so much of the size, without a blank, parts two words


def columns(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The characters of each column, from left to right where the script runs so."""
    part: list[Glyph] = []
    last: Glyph | None = None  # of the part, no blank
    for glyph in row if _is_right_to_left(row) else sorted(row, key=FROM_LEFT):
        if not glyph.text.isspace():
            if (
                last
                and (gap := glyph.x - last.right) > COLUMN * glyph.size
                and gap > COLUMN * last.size
                and not _is_label(part)
            ):
                yield part
                part = []
            last = glyph
        if last:
            part.append(glyph)
    if part:
        yield part


def _is_label(part: Sequence[Glyph]) -> bool:
    """Whether what stands before a gap is a number or a letter with its text behind a tab."""
    text = "".join(each.text for each in part if not each.text.isspace())
    return len(text) <= 12 and bool(
        re.fullmatch(r"\(?[\w/]{1,7}[.)、．]?\)?|[-–—•]|\d+/\d+ ?[A-Z]?\.", text)
        and not re.fullmatch(r"\d+/\d+", text)
    )


def _is_right_to_left(row: Sequence[Glyph]) -> bool:
    return RIGHT_TO_LEFT.search("".join([each.text for each in row])) is not None


def spaced(row: Sequence[Glyph]) -> list[Glyph]:
    """The characters of a line with a blank where there is room for one and none is printed."""
    made: list[Glyph] = []
    size = max(each.size for each in row)
    last: Glyph | None = None
    for glyph in row:
        if last:
            gap = glyph.x - last.right
            if gap < 0 and last.text.isspace() and _is_printed_over(last, glyph):
                made.pop()  # printed over: no blank, though the file has one
                last = made[-1] if made else None
                gap = glyph.x - last.right if last else 0.0
            if last and gap > WORD * glyph.size and gap > WORD * last.size:
                made += _blank_between(last, glyph, size)
        made.append(glyph)
        last = glyph
    return made


def _blank_between(last: Glyph, glyph: Glyph, size: float) -> Iterator[Glyph]:
    """The blank that a gap between two characters stands for; none where one of them is a blank."""
    if last.text.isspace() or glyph.text.isspace():
        return
    cjk = CJK.search(last.text) or CJK.search(glyph.text)
    wide = 1.5 if cjk else 0.5 if _are_marks(last, glyph, size) else WORD
    if glyph.x - last.right > wide * max(glyph.size, last.size):
        yield glyph._replace(text=" ", x=last.right, right=glyph.x)


def _is_printed_over(blank: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands in the midst of a blank of the file; from left to right."""
    return blank.x <= glyph.x < blank.right - 0.3 * (blank.right - blank.x)


def _are_marks(last: Glyph, glyph: Glyph, size: float) -> bool:
    """Whether two figures are those of one raised mark: 30, whose figures may stand wide."""
    small = max(last.size, glyph.size) < 0.8 * size
    return small and last.text.isdecimal() and glyph.text.isdecimal()
