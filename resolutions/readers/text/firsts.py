"""Part of `extracted`: lines that can only begin a paragraph, or cannot, by the room they fill.

The first line of a paragraph is set in by a tab, so it has less room than the others. A line wider
than that goes on; one that leaves out the next word, though in any other line it would have fitted,
begins one. A file must show that its paragraphs are set so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from resolutions.readers.printed.body import COMMA, ENDED
from resolutions.readers.printed.forms import Forms
from resolutions.readers.printed.lines import TAB, PrintedLine
from resolutions.readers.text.rows import measure_of, spare, width

HANGING = ",.;:，。；：、 "  # what may stand in the margin, at the end of a line
WIDER, ROOM = 0.9, 0.75  # of the size of the type: so much is no error of reckoning
TWO_LINES = 1.3  # of the measure: pdftotext wrote two lines as one
SHORT = 3.0  # so much room left ends a paragraph for certain
TRUE = 0.9  # of the lines whose words leave no doubt: so many show how a file is set


class _Printed(NamedTuple):
    """A printed line, of one piece or several: the place of its first, its text and width."""

    place: int
    text: str
    width: float


def with_openings(lines: Sequence[PrintedLine], forms: Forms) -> list[PrintedLine]:
    """The lines, each with whether it begins a paragraph where the room it fills tells it."""
    made = list(lines)
    printed = list(_printed(lines))
    measure = measure_of(each.width for each in printed)
    opens = {one.place: _opens(one, below, measure) for one, below in pairwise(printed)}
    shown: dict[bool, list[bool]] = {True: [], False: []}
    for above, one in pairwise(printed):
        says, begins = opens.get(one.place), _begins(above, lines[one.place], forms)
        if says is not None and begins is not None:
            shown[begins].append(says)
    if all(own and own.count(what) >= TRUE * len(own) for what, own in shown.items()):
        for place, says in opens.items():
            if lines[place].opens is None:  # blank lines do not tell it
                made[place] = lines[place]._replace(opens=says)
    return made


def _begins(above: _Printed, line: PrintedLine, forms: Forms) -> bool | None:
    """Whether a line begins a paragraph of the preamble by its words and the room left above."""
    if not ENDED.search(above.text):
        return False
    leads = COMMA.search(above.text) and forms.begins("leads", line.text)
    return True if leads and line.spare > SHORT else None


def _printed(lines: Sequence[PrintedLine]) -> Iterator[_Printed]:
    place, text = 0, ""
    for at, line in enumerate(lines):
        if line.beside:
            text += f" {line.text}"
            continue
        if text:
            yield _Printed(place, text, width(text.rstrip(HANGING)))
        place, text = at, line.text
    yield _Printed(place, text, width(text.rstrip(HANGING)))


def _opens(line: _Printed, below: _Printed, measure: float) -> bool | None:
    """Whether a line begins a paragraph; None where it may or may not."""
    if line.width > TWO_LINES * measure:
        return None
    if line.width > measure - TAB + WIDER:
        return False
    left = spare(line.width, below.text, measure)
    return True if not ENDED.search(line.text) and ROOM < left < TAB + ROOM else None
