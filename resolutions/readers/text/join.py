"""Source lines joined into the text of a paragraph, without losing where a mark stood.

A line break between two CJK or full-width characters vanishes, any other becomes a blank;
other runs of blanks become one; the ends are trimmed (design: the data set).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from resolutions.model.document import Mark, Run
from resolutions.model.records import Span
from resolutions.readers.text.sift import BOLD


class Joined(NamedTuple):
    """A text, its note marks as (label, offset), and its stretches of bold type."""

    text: str
    marks: tuple[tuple[str, int], ...]
    emphasis: tuple[Span, ...]


def join(parts: Iterable[Run | Mark]) -> Joined:
    """Join stretches of source lines; marks keep their offset, bold signs become spans."""
    written: list[str] = []
    marks: list[tuple[str, int]] = []
    bold: list[int] = []
    blank = ""  # the run of blanks and line breaks not yet written
    line = None
    for part in parts:
        run = part.run if isinstance(part, Mark) else part
        if line is not None and run.line != line:
            blank += "\n"
        line = run.line
        if isinstance(part, Mark):
            if part.label == BOLD:
                bold.append(len(written))
            else:
                marks.append((part.label, len(written)))
            continue
        for character in run.text:
            if character.isspace():
                blank += " "
                continue
            if blank and written and not ("\n" in blank and _wide(written[-1], character)):
                written.append(" ")
            written.append(character)
            blank = ""
    text = "".join(written)
    return Joined(text, tuple(marks), _spans(bold, text))


def _wide(left: str, right: str) -> bool:
    return is_wide(left) and is_wide(right)


def is_wide(character: str) -> bool:
    """Whether a character is CJK or full-width; Chinese quotation marks and dashes are."""
    return unicodedata.east_asian_width(character) in "WF" or character in "“”‘’—…·"


def _spans(edges: list[int], text: str) -> tuple[Span, ...]:
    """Bold signs come in pairs; one left over opens nothing."""
    spans = []
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        while start < end and text[start : start + 1].isspace():
            start += 1
        while end > start and (end > len(text) or text[end - 1].isspace()):
            end -= 1
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)
