"""Part of `pdf`: the characters of one base line -> its columns, with the blanks they lack.

The gaps between the characters decide, measured by their size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolutions.readers.pdf.glyphs import CJK, Glyph

COLUMN = 3.0  # a gap of so many times the size parts two columns
WORD = 0.15  # a gap of so much of the size, without a blank, parts two words


def columns(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The characters of each column, from left to right where the script runs so."""
    part: list[Glyph] = []
    words: list[Glyph] = []  # those of the part that are no blanks
    ordered = sorted(row, key=lambda each: each.x) if _is_left_to_right(row) else row
    for glyph in ordered:
        if not glyph.text.isspace():
            if (
                words
                and glyph.x - words[-1].right > COLUMN * max(glyph.size, words[-1].size)
                and not _is_label(words)
            ):
                yield part
                part, words = [], []
            words.append(glyph)
        if words:
            part.append(glyph)
    if part:
        yield part


def _is_label(words: Sequence[Glyph]) -> bool:
    """Whether what stands before a gap is a number or a letter with its text behind a tab."""
    text = "".join(each.text for each in words)
    return len(text) <= 12 and bool(
        re.fullmatch(r"\(?[\w/]{1,7}[.)、．]?\)?|[-–—•]|\d+/\d+ ?[A-Z]?\.", text)
        and not re.fullmatch(r"\d+/\d+", text)
    )


def _is_left_to_right(row: Sequence[Glyph]) -> bool:
    return not any(
        "\u0590" <= each.text <= "\u08ff" or "\ufb1d" <= each.text <= "\ufefc" for each in row
    )


def spaced(row: Sequence[Glyph]) -> list[Glyph]:
    """The characters of a line with a blank where there is room for one and none is printed."""
    made: list[Glyph] = []
    size = max(each.size for each in row)
    for glyph in row:
        last = made[-1] if made else None
        if last and glyph.x < last.right and last.text.isspace() and _is_printed_over(last, glyph):
            made.pop()  # printed over: no blank, though the file has one
            last = made[-1] if made else None
        if last and glyph.x - last.right > WORD * max(glyph.size, last.size):
            made += _blank_between(last, glyph, size)
        made.append(glyph)
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
