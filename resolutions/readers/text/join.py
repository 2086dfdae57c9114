"""Source lines joined into the text of a paragraph, without losing where a mark stood.

A line break between two CJK or full-width characters vanishes, any other becomes a blank;
other runs of blanks become one; the ends are trimmed. Blanks that an extraction left inside
Chinese words, titles and numbers are taken out; the source line keeps them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from resolutions.model.document import Mark, Run
from resolutions.model.records import Span
from resolutions.readers.printed.forms import shape
from resolutions.readers.text.sift import BOLD

HAN = "\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff"
WIDE = HAN + "\u3000-\u303f\uff00-\uffef"
BETWEEN = re.compile(rf"(?<=[{WIDE}]) (?=[{WIDE}])")  # 筹备工作 的报告, 》 和
BEHIND = re.compile(r"(?<=[\u3001\u3002\uff0c\uff1a\uff1b]) (?=\d)")  # 、³ 1988 年: behind a mark
# 1991年 12月: a blank before the 12, none after it
FIGURE = re.compile(rf"(?<=[{HAN}])(?P<before> ?)(?:[A-Z]?[\d/.,-]*\d)(?P<after> ?)(?=[{HAN}])")
SEAM = re.compile(rf"(?<=[{HAN}]) ?(?=\d)|(?<=\d) ?(?=[{HAN}])")


class JoinedText(NamedTuple):
    """A text, its note marks as (label, offset), and its stretches of bold type."""

    text: str
    marks: tuple[tuple[str, int], ...]
    emphasis: tuple[Span, ...]


def join(parts: Iterable[Run | Mark]) -> JoinedText:
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
    stray = sorted(strays(text))
    if stray:
        text = "".join(each for at, each in enumerate(text) if at not in set(stray))
        marks = [(label, at - bisect_left(stray, at)) for label, at in marks]
        bold = [at - bisect_left(stray, at) for at in bold]
    return JoinedText(text, tuple(marks), _spans(bold, text))


def strays(text: str) -> set[int]:
    """The offsets of blanks that an extraction left inside Chinese words, titles and numbers.

    A figure has a blank on both sides or on none, and none behind a comma or stop; a date or
    number spaced in part has none.
    """
    found = {each.start() for blank in (BETWEEN, BEHIND) for each in blank.finditer(text)}
    for figure in FIGURE.finditer(text):
        if bool(figure["before"]) != bool(figure["after"]):
            found.update(_blanks(figure))
    for group in shape("together").finditer(text):
        own = _blanks(group)
        if own & found or 0 < len(own) < len(SEAM.findall(group[0])):
            found |= own
    return found


def _blanks(match: re.Match[str]) -> set[int]:
    return {match.start() + at for at, each in enumerate(match[0]) if each == " "}


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
