"""Part of `pdf`: the notes at the foot of a page, told from its text by size and label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from resolutions.model.document import Claim, Run
from resolutions.readers.akn.inline import Stretch, Token, plain
from resolutions.readers.pdf.glyphs import CJK
from resolutions.readers.pdf.rows import Row, set_aside, unlinked
from resolutions.readers.printed.body import FULL_STOP
from resolutions.readers.printed.forms import month_names, shape

RULE = re.compile(r"[_─—]{5,}")
NOTE_SIZE = 0.93  # of the text's size: what is smaller is a note
LABEL = re.compile(
    r"\s*(\d{1,3}|\*+)(?=\s+[^\W\d_]|\s+(?:19|20)\d\d[\s㐀-鿿]|\s*[“\"《(«㐀-鿿])"
)  # with room behind it


class NoteLines(NamedTuple):
    """A note by its printed lines: the first without its label, and where that is printed."""

    label: str
    rows: tuple[Row, ...]
    label_run: Run | None = None


class Parted(NamedTuple):
    """The text of a page, and all notes down to its end."""

    rows: list[Row]
    notes: tuple[NoteLines, ...]
    claims: list[Claim]
    doubts: list[tuple[int, str, str]]  # line, code, message


class _Label(NamedTuple):
    """The label of a note, where it is printed, and the text behind it."""

    figure: str
    run: Run
    rest: tuple[Token, ...]


def parted(page: Sequence[Row], size: float, notes: Sequence[NoteLines]) -> Parted:
    """Part a page. `size`: that of the text; `notes`: those of the pages before.

    Lines above the first label go on with the last note of the page before, if it has no end; so do
    all small lines at the foot where there is no label.
    """
    edge = _edge(page, size)
    edge += _below_table(page[edge:])
    edge += _is_mark_of_text(page[edge:])
    zone = page[edge:]
    raised = any(_label(row, True) and not _is_alone(row) for row in zone)
    first = next((n for n, row in enumerate(zone) if _label(row, raised)), None)
    if first is None:
        edge = edge if zone and _goes_on(notes, zone[0]) else len(page)
    elif not (edge and _is_rule(page[edge - 1])) and not _is_open(notes):
        edge += first
    found, doubts = _with_notes(page[edge:], raised, notes)
    return Parted(
        [row for row in page[:edge] if not _is_rule(row)],
        found,
        [claim for row in page[:edge] if _is_rule(row) for claim in set_aside(row, "rule-line")],
        doubts,
    )


def _edge(page: Sequence[Row], size: float) -> int:
    """Where the small lines at the end of a page begin, below a rule if there is one."""
    edge = len(page)
    while edge:
        row = page[edge - 1]
        small = row.printed.size <= NOTE_SIZE * size or (edge < len(page) and _is_alone(row))
        if not small or _is_rule(row) or row.printed.cell:
            break
        edge -= 1
    return edge


def _below_table(zone: Sequence[Row]) -> int:
    """How many of the small lines are notes of a table, marked by letters: its own text."""
    first = next((n for n, row in enumerate(zone) if row.printed.is_lettered), None)
    if first is None:
        return 0
    return next((n for n in range(first, len(zone)) if _label(zone[n], True)), len(zone))


def _is_mark_of_text(zone: Sequence[Row]) -> bool:
    """Whether the first of the small lines is a mark that had no room on the last line of the
    text: a number alone, and below it begins a note with a number of its own."""
    if len(zone) < 2 or not _is_alone(zone[0]) or _is_beside(zone[0], zone[1]):
        return False
    small = zone[0].printed.size < 0.8 * zone[1].printed.size
    return small and bool(_label(zone[1], True) or _label(zone[1], False))


def _with_notes(
    zone: Sequence[Row], raised: bool, notes: Sequence[NoteLines]
) -> tuple[tuple[NoteLines, ...], list[tuple[int, str, str]]]:
    """The notes with those of the lines at the foot of a page, and what is doubtful."""
    made = list(notes)
    doubts = []
    goes_on = _is_open(notes)
    for above, row in zip([None, *zone], zone, strict=False):
        label = None if above and _is_beside(above, row) else _label(row, raised)
        own = len(made) > len(notes)
        # a line of a note may begin with a figure (28 and 29 August 2003): without a raised
        # one, the next label alone
        anew = not own and not goes_on
        sure = raised and not _is_alone(row)
        if label and (sure or anew or _follows(label.figure, made[-1].label)):
            made.append(NoteLines(label.figure, (replace(row, tokens=label.rest),), label.run))
        elif own or goes_on:
            more = replace(row, tokens=unlinked(row.tokens))
            made[-1] = made[-1]._replace(rows=(*made[-1].rows, more))
        else:
            made.append(NoteLines("?", (replace(row, tokens=unlinked(row.tokens)),)))
            message = "a note without a number stands at the foot of this page"
            doubts.append((row.number, "doubtful-note", message))
    doubts += [
        (note.rows[0].number, "doubtful-note", f"note {note.label} has no words")
        for note in made[max(len(notes) - 1, 0) :]
        if not any(plain(row.tokens).strip() for row in note.rows)
    ]
    return tuple(made), doubts


def _is_alone(row: Row) -> bool:
    """Whether a line is a number and nothing else: of a note whose words cannot be cut."""
    return bool(re.fullmatch(r"\d{1,3}", row.text))


def _is_beside(above: Row, row: Row) -> bool:
    """Whether a line stands behind a number that is alone, and raised, in a column of its own."""
    number, line = above.printed, row.printed
    return _is_alone(above) and abs(number.y - line.y) < 0.7 * line.size and number.x < line.x


def _is_rule(row: Row) -> bool:
    return bool(RULE.fullmatch(row.text))


def _is_open(notes: Sequence[NoteLines]) -> bool:
    """Whether the last note has no end, and may go on over the page."""
    return bool(notes) and not FULL_STOP.search(plain(notes[-1].rows[-1].tokens).rstrip())


def _goes_on(notes: Sequence[NoteLines], row: Row) -> bool:
    """Whether the last note has no end, and is of the page before."""
    return _is_open(notes) and notes[-1].rows[-1].printed.page == row.printed.page - 1


def _label(row: Row, raised: bool) -> _Label | None:
    """The label a note begins with: raised, or a figure with room behind it."""
    tokens = [t for t in row.tokens if isinstance(t, Stretch)]
    while tokens and not tokens[0].run.text.strip():
        tokens.pop(0)
    if not tokens:
        return None
    first, run = tokens[0], tokens[0].run
    figure = re.sub(r"[^\d*]", "", run.text)
    if (
        (first.link == "raised" or _is_alone(row))
        and figure
        and re.fullmatch(r"[\s()\d*]+", run.text)
    ):
        return _Label(figure, run, unlinked(tokens[1:]))
    match = None if raised else LABEL.match(run.text)
    if match is None or (len(row.text) <= 6 and not CJK.search(row.text)):  # 7同上。
        return None
    day = shape("day_worded").match(run.text.lstrip())
    if day and day["month"].lower() in month_names():
        return None  # 1 August 2013– | 31 July 2014, in a note 30
    middle = run.start + match.end()
    label = run._replace(end=middle, text=run.text[: match.end()])
    rest = first._replace(run=run._replace(start=middle, text=run.text[match.end() :]))
    return _Label(match[1], label, unlinked([rest, *tokens[1:]]))


def _follows(label: str, before: str) -> bool:
    """Whether a label is the next: 3 behind 2; a star behind anything."""
    if not (label.isdecimal() and before.isdecimal()):
        return True
    return int(label) == int(before) + 1
