"""Part of `feet`: the lines at the foot of a page -> its notes, each with its label.

A label stands before its note, on a line of its own above it, or, as pdftotext writes a page, with
other labels above or below the notes of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from resolutions.model.document import Run
from resolutions.readers.printed.body import FULL_STOP
from resolutions.readers.printed.forms import month_names, shape
from resolutions.readers.text.rows import Row

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
LABELLED = re.compile(
    rf"(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)[)\s]*(?=\S)|\[(?P<square>\d{{1,3}})\]\s*(?=\S)|(?P<circled>[{CIRCLED}])\s*(?=\S)"
    r"|[(/]?(?P<plain>\d{1,3})(?P<sign>[)/]?)(?:\s+|(?<=[)/]))"
    # 3 2000 Review Conference; 5 5 Voir, as the UN's XML has some
    r"(?=[^\W\d_]|[“\"«《(]|(?:19|20)\d\d\s|(?P=plain)\s[^\W\d_])"
)
ALONE = re.compile(r"[(\[/]?(?P<figure>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)[)\]/]?")


class FootNote(NamedTuple):
    """A note in the making; its label is "" where it was printed elsewhere."""

    label: str
    label_run: Run | None
    rows: list[Row]
    runs: list[Run]


def figure_of(match: re.Match[str] | None) -> str:
    """The figure of a label, however it is written."""
    if match is None:
        return ""
    groups = match.groupdict()
    if groups.get("circled"):
        return str(CIRCLED.index(groups["circled"]) + 1)
    raised = (
        groups.get("raised")
        or groups.get("figure")
        or groups.get("square")
        or groups.get("plain")
        or ""
    )
    return raised.translate(SUPERSCRIPTS)


def opens_note(text: str, match: re.Match[str]) -> bool:
    """Whether a figure at the head of a line may be a label: not the day of 1 December 2025 or of
    10 月 17 日, in the midst of a sentence, nor what small letters follow."""
    day = shape("day_worded").match(text)
    if day and day["month"].lower() in month_names():
        return False
    return not shape("no_note").match(text[match.end() :])


def _follows(label: str, before: str) -> bool:
    return not before.isdecimal() or int(label) == int(before) + 1


def notes_of(zone: Sequence[Row]) -> list[FootNote]:
    """The notes of a zone; a note whose label was printed elsewhere has none yet."""
    if pooled := _pooled(zone):
        return pooled
    notes: list[FootNote] = []
    labels: list[Row] = []
    waiting: Row | None = None
    for row in zone:
        text = row.run.text
        alone, match = ALONE.fullmatch(text), LABELLED.match(text)
        if match and match["plain"] and notes:
            # a line of a note may begin with a figure: 1/CP.21, 27 October
            follows = _follows(figure_of(match), notes[-1].label)
            match = match if follows and opens_note(text, match) else None
        if alone:
            if waiting is not None:
                labels.append(waiting)
            waiting = row
            continue
        if match and waiting is None:
            lead = row.run.start
            label = Run(row.number, lead, lead + match.end(), text[: match.end()].rstrip())
            label = label._replace(end=lead + len(label.text))
            rest = Run(row.number, lead + match.end(), row.run.end, text[match.end() :])
            notes.append(FootNote(figure_of(match), label, [row], [rest]))
        elif waiting is not None:
            figure = figure_of(ALONE.fullmatch(waiting.run.text))
            notes.append(FootNote(figure, waiting.run, [row], [row.run]))
            waiting = None
        elif notes and not (re.search(r"[.。]$", notes[-1].runs[-1].text) and not notes[-1].label):
            notes[-1].rows.append(row)
            notes[-1].runs.append(row.run)
        else:
            notes.append(FootNote("", None, [row], [row.run]))
    labels += [waiting] if waiting is not None else []
    nameless = [n for n, note in enumerate(notes) if not note.label]
    for place, row in zip(nameless, labels, strict=False):
        figure = figure_of(ALONE.fullmatch(row.run.text))
        notes[place] = notes[place]._replace(label=figure, label_run=row.run)
    return notes


def _pooled(zone: Sequence[Row]) -> list[FootNote] | None:
    """The notes where labels stand together: as many notes without one are seen, and all their
    numbers follow each other; None of other lines."""
    labels: list[Row] = []
    notes: list[FootNote] = []
    place, ended = 0, True
    while place < len(zone):
        row = zone[place]
        run = _labels_at(zone, place)
        if run == 1 and place + 1 < len(zone):
            below = zone[place + 1]
            notes.append(
                FootNote(figure_of(ALONE.fullmatch(row.run.text)), row.run, [below], [below.run])
            )
            place += 1
        elif run:
            labels += zone[place : place + run]
            place += run - 1
        elif ended:
            notes.append(FootNote("", None, [row], [row.run]))
        else:
            notes[-1].rows.append(row)
            notes[-1].runs.append(row.run)
        ended = run > 1 or bool(FULL_STOP.search(zone[place].run.text))
        place += 1
    nameless = [n for n, note in enumerate(notes) if not note.label]
    if not labels or len(nameless) != len(labels):
        return None
    for n, row in zip(nameless, labels, strict=True):
        figure = figure_of(ALONE.fullmatch(row.run.text))
        notes[n] = notes[n]._replace(label=figure, label_run=row.run)
    numbers = [int(note.label) for note in notes]
    return notes if all(b == a + 1 for a, b in pairwise(numbers)) else None


def _labels_at(zone: Sequence[Row], place: int) -> int:
    """How many labels stand one below the other from a line on."""
    end = place
    while end < len(zone) and ALONE.fullmatch(zone[end].run.text):
        end += 1
    return end - place
