"""Part of `extracted`: marks of notes that pdftotext sets below their lines.

A raised figure may stand alone on the next line, with `-layout` below its place, else at the end of
its paragraph, a blank line behind it; its line keeps a blank for it. It is set there where the mark
before or behind it stands in the same paragraph. The label of a note has the note behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resolutions.readers.printed.normalize import INSIDE

ALONE = re.compile(r"(?P<blanks> *)(?P<figure>\d{1,3}) *")
LINES_ABOVE = 6


class WithMarks(NamedTuple):
    """A text with its marks set into their lines, and the marks that were: (line, number)."""

    text: str
    marks: tuple[tuple[int, int], ...]


def with_marks(text: str) -> WithMarks:
    """Set marks that stand below their lines into them."""
    lines = text.split("\n")
    told = []
    for at, line in enumerate(lines):
        alone = ALONE.fullmatch(line)
        closes = alone and not "".join(lines[at + 1 : at + 2]).strip()
        found = list(_places(lines, at, alone)) if alone and closes else []
        if alone and len(found) == 1:
            above, place = found[0]
            figure = alone["figure"]
            lines[above] = f"{lines[above][:place]}{figure}{lines[above][place:]}"
            lines[at] = ""
            told.append((above + 1, int(figure)))
    return WithMarks("\n".join(lines), tuple(told))


def _places(lines: Sequence[str], at: int, alone: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The lines above and the blanks in them in which the mark of a line alone may stand."""
    for above in range(at - 1, max(at - 1 - LINES_ABOVE, -1), -1):
        line = lines[above]
        if not line.strip() or ALONE.fullmatch(line):
            return
        blanks = [match.start() for match in INSIDE.finditer(line)]
        latin = above == at - 1 and bool(alone["blanks"]) and not blanks
        if latin:
            near = range(alone.start("figure") - 1, alone.start("figure") + 2)
            blanks = [each for each in near if line[each : each + 1] == " "][:1]
        for place in blanks:
            before = " ".join([*lines[max(above - LINES_ABOVE, 0) : above], line[:place]])
            after = " ".join([line[place:], *lines[above + 1 : at]])
            number = int(alone["figure"])
            sides = (_holds(before, number - 1), _holds(after, number + 1))
            if all(sides) if latin else any(sides):
                yield above, place


def _holds(text: str, number: int) -> bool:
    return bool(re.search(rf"(?<!\d){number}(?!\d)", text))
