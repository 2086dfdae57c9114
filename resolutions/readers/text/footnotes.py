"""Part of `extracted`: the notes at the foot of each page, parted from the text.

A note begins with its label: `1 See …`, `¹ See …`, `[1] See …`, `① See …`, or the label stands on a
line of its own, before its note or, as some tools write a page, behind the notes of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from resolutions.model.document import Claim
from resolutions.readers.akn.inline import BREAK, Stretch
from resolutions.readers.printed.body import FULL_STOP
from resolutions.readers.printed.sheet import PrintedNote
from resolutions.readers.text.foot_starts import foot_of, reads_as_note
from resolutions.readers.text.labels import (
    ALONE,
    LABELLED,
    FootNote,
    figure_of,
    notes_of,
)
from resolutions.readers.text.note_rests import measure_of, rest_above, rest_below, told_of_rest
from resolutions.readers.text.rows import Row

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
    measure = measure_of(pages.values())
    kept: list[Row] = []
    notes: list[FootNote] = []
    aside: list[Claim] = []
    doubts: list[tuple[int, str]] = []
    for page in pages.values():
        start = foot_of(page, len(notes) + 1)
        if start is not None and any(RULE.fullmatch(row.run.text) for row in page[start + 1 :]):
            start = None  # the notes stand below the rule that is printed
        if len(pages) == 1 and start is not None and not _is_sole(page, start):
            start = None  # a text without page breaks: notes stand in its midst
        if start != 0 and notes and not FULL_STOP.search(notes[-1].runs[-1].text):
            rest = rest_above(page, start, measure) if start else rest_below(page, measure)
            if start or rest:
                doubts += told_of_rest(notes[-1], rest, page[start or -1])
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


def _is_sole(page: Sequence[Row], start: int) -> bool:
    """Whether the notes from here to the end are notes alone, and the only ones of the text."""
    zone = page[start:]
    labels = sum(bool(LABELLED.match(row.run.text)) for row in zone)
    earlier = any(_starts_notes(page, place, 1) for place in range(start))
    return len(zone) <= 3 * labels and not earlier


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
        return reads_as_note(
            text[match.end() :] or (page[place + 1].run.text if place + 1 < len(page) else "")
        )
    before = page[place - 1].run.text if place else ""
    return bool(re.search(r"[.。,，;；]$", before)) and reads_as_note(text[match.end() :])


def _ends_notes(row: Row, zone: Sequence[Row], blocks: bool) -> bool:
    """Whether text follows the notes on the same page: a text without pages has many zones."""
    if not zone or not re.search(r"[.。)\]]$", zone[-1].run.text):
        return False
    text = row.run.text
    if LABELLED.match(text) or ALONE.fullmatch(text):
        return False
    goes_on = row.gap and (blocks or not reads_as_note(text))
    return goes_on or _is_star(row)


def _is_star(row: Row) -> bool:
    return bool(re.match(r"\*{1,3}\s", row.run.text))
