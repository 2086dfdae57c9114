"""Part of `footnotes`: the end of a note that stands on the next page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from resolutions.readers.printed.body import ENDED, FULL_STOP, NUMBER
from resolutions.readers.text.foot_starts import LONGEST_REST
from resolutions.readers.text.labels import FootNote
from resolutions.readers.text.rows import Row, longest, width

NOTE_WIDTH = 1.04  # of the measure: so wide are the lines of notes alone, whose type is smaller


def rest_above(page: Sequence[Row], start: int, measure: float) -> list[Row]:
    """The end of a note of the page before: lines between a blank line and the first label, or, of
    a text without blank lines, those that are too wide for the type of the text, and the last."""
    gap = next((n for n in range(start - 1, max(start - 5, 0), -1) if page[n].gap), None)
    if gap:
        return list(page[gap:start]) if not page[start].gap else []
    if start < 2 or page[start].gap or not FULL_STOP.search(page[start - 1].run.text):
        return []
    first = start - 1
    while first > 1 and width(page[first - 1].run.text) > NOTE_WIDTH * measure:
        first -= 1
    return list(page[first:start])


def rest_below(page: Sequence[Row], measure: float) -> list[Row]:
    """The end of a note of the page before on a page without notes of its own: its last lines, that
    stand behind a blank line in the midst of a sentence, or are too wide for the text."""
    if not FULL_STOP.search(page[-1].run.text):
        return []
    first = len(page) - 1
    while (
        first > 1 and not page[first].gap and width(page[first - 1].run.text) > NOTE_WIDTH * measure
    ):
        first -= 1
    gap = next((n for n in range(first, max(first - LONGEST_REST, 0), -1) if page[n].gap), None)
    if gap and not ENDED.search(page[gap - 1].run.text) and not NUMBER.match(page[gap].run.text):
        return list(page[gap:])
    return list(page[first:]) if first < len(page) - 1 else []


def told_of_rest(note: FootNote, rest: Sequence[Row], row: Row) -> Iterator[tuple[int, str]]:
    """What is told of the end of a note that stands on the next page."""
    if not (rest and rest[0].gap):
        found = "was taken from the lines above the notes" if rest else "may stand in the text"
        yield row.number, f"the end of note {note.label} {found} of this page"


def measure_of(pages: Iterable[Sequence[Row]]) -> float:
    """How wide the lines of the text are: notes stand in the lower half of a page."""
    return longest([row for page in pages for row in page[: len(page) // 2]])
