"""Part of `extracted`: the notes at the foot of each page, parted from the text.

A note begins with its label: `1 See …`, `¹ See …`, `[1] See …`, `① See …`, or the label stands on a
line of its own, before its note or, as some tools write a page, behind the notes of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from resolutions.model.document import Claim
from resolutions.readers.akn.inline import BREAK, Stretch
from resolutions.readers.printed.body import ENDED, FULL_STOP, NUMBER
from resolutions.readers.printed.forms import note_pattern
from resolutions.readers.printed.sheet import PrintedNote
from resolutions.readers.text.labels import (
    ALONE,
    LABELLED,
    FootNote,
    figure_of,
    notes_of,
    opens_note,
)
from resolutions.readers.text.rows import Row, longest, width

NOTE_WIDTH = 1.04  # of the measure: so wide are the lines of notes alone, whose type is smaller
LONGEST_REST = 8  # lines
LOST = 3  # so many notes of the pages before may have been lost
COUNTED = re.compile(r"(?<!\w)(?:[Nn]os?\.?|n[º°]|núm\.|№)$")  # Supplément no | 10 (A/68/10)
RULE = re.compile(r"_{5,}|[─—]{8,}")


class Foot(NamedTuple):
    """The rows of the text, the notes below them, and what was left open."""

    rows: list[Row]
    notes: tuple[PrintedNote, ...]
    aside: list[Claim]
    doubts: list[tuple[int, str]]


def feet(rows: Sequence[Row], blocks: bool) -> Foot:
    """Part the notes of every page from its text."""
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    measure = _measure(pages.values())
    kept: list[Row] = []
    notes: list[FootNote] = []
    aside: list[Claim] = []
    doubts: list[tuple[int, str]] = []
    for page in pages.values():
        start = _foot_of(page, len(notes) + 1)
        if start is not None and any(RULE.fullmatch(row.run.text) for row in page[start + 1 :]):
            start = None  # the notes stand below the rule that is printed
        if len(pages) == 1 and start is not None and not _is_sole(page, start):
            start = None  # a text without page breaks: notes stand in its midst
        if start != 0 and notes and not FULL_STOP.search(notes[-1].runs[-1].text):
            rest = _rest_above(page, start, measure) if start else _rest_below(page, measure)
            if start or rest:
                doubts += _of_rest(notes[-1], rest, page[start or -1])
            notes[-1].rows.extend(rest)
            notes[-1].runs.extend(row.run for row in rest)
            page = [row for row in page if row not in rest]
            start = start - len(rest) if start else None
        body, own, rules, told = _page(page, len(notes) + 1, blocks, start)
        kept += body
        notes += own
        aside += [Claim(each.run, "artefact:rule-line") for each in rules]
        doubts += told
    printed = tuple(
        PrintedNote(
            each.label,
            tuple(token for run in each.runs for token in (Stretch(run), BREAK)),
            each.rows[0].number if each.rows else (each.label_run.line if each.label_run else 1),
            each.label_run,
        )
        for each in notes
    )
    return Foot(kept, printed, aside, doubts)


def _foot_of(page: Sequence[Row], expected: int) -> int | None:
    """Where the notes of a printed page begin: at the last line with the label that must come
    next, below a line that ends with or holds the mark of that number; None where none is.

    A mark that stands behind a blank looks like a number, and a note before may be lost: then
    the line must read as a note besides.
    """
    strict = _below_mark(page, str(expected), "")
    if strict is not None:
        return strict
    labels = map(str, range(expected, expected + LOST + 1))
    found = (_below_mark(page, label, " ?") for label in labels)
    start = next((n for n in found if n is not None and _is_noted(page, n)), None)
    return None if start is None else _with_earlier(page, start, expected)


def _with_earlier(page: Sequence[Row], start: int, expected: int) -> int:
    """Where the notes begin whose marks were not seen: COP.142, Action 21 2; they stand above."""
    label = int(figure_of(LABELLED.match(page[start].run.text)))
    for earlier in range(label - 1, expected - 1, -1):
        above = range(start - 1, max(start - LONGEST_REST, 0), -1)
        own = next((n for n in above if _is_labelled(page[n].run.text, str(earlier))), None)
        start = start if own is None else own
    return start


def _below_mark(page: Sequence[Row], label: str, blank: str) -> int | None:
    mark = re.compile(
        rf"(?:[^\W\d_]|[^\s\w.\-–‑(（:/]|(?<!\d)(?:19|20)\d\d|/\d{{1,3}}){blank}[(（]?{label}[)）]?"
        r"(?=\s|$|[,，、.。;；:：)）”’»]|[㐀-鿿])"
    )
    called = next((n for n, row in enumerate(page) if mark.search(row.run.text)), None)
    if called is None:
        return None
    places = range(len(page) - 1, called, -1)
    own = [n for n in places if _is_labelled(page[n].run.text, label)]
    sure = [n for n in own if not COUNTED.search(page[n - 1].run.text)]
    return next(iter(sure or own), None)


def _is_noted(page: Sequence[Row], place: int) -> bool:
    """Whether a labelled line reads as a note, and no numbered paragraph stands below it."""
    text = page[place].run.text
    match = LABELLED.match(text)
    below = (row.run.text for row in page[place + 1 :])
    return bool(match and _reads_as_note(text[match.end() :])) and not any(
        NUMBER.match(each) for each in below
    )


def _rest_above(page: Sequence[Row], start: int, measure: float) -> list[Row]:
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


def _rest_below(page: Sequence[Row], measure: float) -> list[Row]:
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


def _of_rest(note: FootNote, rest: Sequence[Row], row: Row) -> Iterator[tuple[int, str]]:
    """What is told of the end of a note that stands on the next page."""
    if not (rest and rest[0].gap):
        found = "was taken from the lines above the notes" if rest else "may stand in the text"
        yield row.number, f"the end of note {note.label} {found} of this page"


def _measure(pages: Iterable[Sequence[Row]]) -> float:
    """How wide the lines of the text are: notes stand in the lower half of a page."""
    return longest([row for page in pages for row in page[: len(page) // 2]])


def _is_sole(page: Sequence[Row], start: int) -> bool:
    """Whether the notes from here to the end are notes alone, and the only ones of the text."""
    zone = page[start:]
    labels = sum(bool(LABELLED.match(row.run.text)) for row in zone)
    earlier = any(_starts_notes(page, place, 1) for place in range(start))
    return len(zone) <= 3 * labels and not earlier


def _is_labelled(text: str, label: str) -> bool:
    match = LABELLED.match(text)
    if match is None or figure_of(match) != label or (match["sign"] == "/" and text[0] != "/"):
        return False  # 1/CP.21 is the number of a decision
    return opens_note(text, match)


def _page(
    page: list[Row], expected: int, blocks: bool, start: int | None
) -> tuple[list[Row], list[FootNote], list[Row], list[tuple[int, str]]]:
    rules = [row for row in page if RULE.fullmatch(row.run.text)]
    body: list[Row] = []
    notes: list[FootNote] = []
    zone: list[Row] = []
    inside = False
    place = 0
    while place < len(page):
        row = page[place]
        if row in rules:
            inside, zone = True, zone
        elif (not inside and place == start) or (
            not inside and start is None and _starts_notes(page, place, expected + len(notes))
        ):
            inside = True
            continue
        elif inside and (_ends_notes(row, zone, blocks) if start is None else _is_star(row)):
            inside = False
            notes += notes_of(zone)
            zone = []
            continue
        else:
            (zone if inside else body).append(row)
        place += 1
    found = notes_of(zone)
    missing = [each for each in found if not each.label]
    doubts: list[tuple[int, str]] = []
    if missing:
        loose = _loose(body, expected, len(missing))
        for note, row in zip(missing, loose, strict=False):
            found[found.index(note)] = note._replace(
                label=figure_of(ALONE.fullmatch(row.run.text)), label_run=row.run
            )
            body.remove(row)
    notes += found
    whole = [each for each in notes if each.label]
    for lost in (each for each in notes if not each.label):
        doubts.append(
            (lost.rows[0].number, "a note without a number stands at the foot of this page")
        )
        body += lost.rows
    return sorted(body, key=lambda row: row.number), whole, rules, doubts


def _loose(body: Sequence[Row], expected: int, count: int) -> list[Row]:
    wanted = {str(expected + n) for n in range(count + 3)}
    return [row for row in body if row.run.text in wanted][:count]


def _starts_notes(page: Sequence[Row], place: int, expected: int) -> bool:
    """Whether the notes of a page begin here: with the label that must come next, or with a 1
    that can only be a label (¹, [1], ①), where the numbers of a further instrument begin anew."""
    text = page[place].run.text
    match = LABELLED.match(text) or ALONE.fullmatch(text)
    if match is None or figure_of(match) not in (str(expected), "1"):
        return False
    groups = match.groupdict()
    if groups.get("raised") or groups.get("square") or groups.get("circled"):
        return True
    if figure_of(match) != str(expected):
        return False
    if "figure" in groups and not ALONE.fullmatch(text):
        return False
    if "." in text[: match.end()]:
        return False
    if page[place].gap or groups.get("figure"):
        return _reads_as_note(
            text[match.end() :] or (page[place + 1].run.text if place + 1 < len(page) else "")
        )
    before = page[place - 1].run.text if place else ""
    return bool(re.search(r"[.。,，;；]$", before)) and _reads_as_note(text[match.end() :])


def _reads_as_note(text: str) -> bool:
    return bool(note_pattern("begins").match(text.lstrip('（(“"')))


def _ends_notes(row: Row, zone: Sequence[Row], blocks: bool) -> bool:
    """Whether text follows the notes on the same page: a text without pages has many zones."""
    if not zone or not re.search(r"[.。)\]]$", zone[-1].run.text):
        return False
    text = row.run.text
    if LABELLED.match(text) or ALONE.fullmatch(text):
        return False
    goes_on = row.gap and (blocks or not _reads_as_note(text))
    return goes_on or _is_star(row)


def _is_star(row: Row) -> bool:
    return bool(re.match(r"\*{1,3}\s", row.run.text))
