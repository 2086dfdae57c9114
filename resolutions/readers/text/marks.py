"""Part of `extracted`: the marks of notes in running text, found by the notes they call.

A mark may be raised, in brackets, circled, or a plain figure behind a word. Plain figures are marks
only where a note has that number, on the page of the note, in the order of the notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from resolutions.model.document import Run
from resolutions.readers.akn.inline import Stretch, Token, call_of
from resolutions.readers.printed.forms import note_pattern
from resolutions.readers.printed.sheet import PrintedNote
from resolutions.readers.text.feet import CIRCLED, SUPERSCRIPTS
from resolutions.readers.text.join import is_wide
from resolutions.readers.text.sift import BOLD

if TYPE_CHECKING:
    from resolutions.readers.text.extracted import Row

SURE = re.compile(
    rf"(?P<exponent>(?:(?<![\d/])10|(?<![A-Za-z])[kcm]?m)(?P<power>[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
    rf"|(?P<bold>\*\*(?=\S|$))|[(（]?(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)[)）]?|\[(?P<square>\d{{1,3}})\]|(?P<circled>[{CIRCLED}])"
)
PLAIN = re.compile(
    r"(?P<before>[^\s\d/.\-–‑(（:：]|[^\d\s]\.|[\)）])(?P<blank>\s?)(?P<figure>[(（/]?\d{1,3}[)）/]?)(?=\s|$|[,，、.。;；:：)）”’»]|[㐀-鿿])"
)


class Candidate(NamedTuple):
    """A figure that may be a mark: its line, where it stands, how much it looks like one."""

    row: int
    start: int
    end: int
    label: str
    score: int


def marked(
    rows: Sequence[Row], notes: Sequence[PrintedNote]
) -> tuple[list[tuple[Token, ...]], list[tuple[int, str]]]:
    """The tokens of each row with its marks, and what is doubtful: (line, message)."""
    labels = [note.label for note in notes if note.label.isdecimal()]
    found: dict[int, list[Candidate]] = {}
    sure = [each for n, row in enumerate(rows) for each in _sure(n, row, set(labels))]
    called = {each.label for each in sure}
    wanted = [note for note in notes if note.label.isdecimal() and note.label not in called]
    likely, doubts = _likely(rows, wanted)
    for each in sure + likely:
        found.setdefault(each.row, []).append(each)
    return [
        _tokens(row, sorted(found.get(n, []), key=lambda c: c.start)) for n, row in enumerate(rows)
    ], doubts


def _sure(place: int, row: Row, labels: set[str]) -> list[Candidate]:
    made = []
    for match in SURE.finditer(row.text):
        start, end = match.span()
        if match["exponent"]:
            continue
        if match["bold"]:  # **促请**, as some tools set bold type
            made.append(Candidate(place, start, end, BOLD, 9))
            continue
        if match["circled"]:
            label = str(CIRCLED.index(match["circled"]) + 1)
        elif match["square"]:
            label = match["square"]
        else:
            label = match["raised"].translate(SUPERSCRIPTS)
            start, end = (
                (start, end)
                if row.text[start] in "(（" and row.text[end - 1] in ")）"
                else match.span("raised")
            )
        if label in labels or match["raised"]:
            made.append(Candidate(place, start, end, label, 9))
    return made


def _likely(
    rows: Sequence[Row], notes: Sequence[PrintedNote]
) -> tuple[list[Candidate], list[tuple[int, str]]]:
    """The best candidate of each note in their order, and where others are as good."""
    doubts: list[tuple[int, str]] = []
    if not notes:
        return [], doubts
    paged = len({row.page for row in rows}) > 1
    page_of = {row.number: row.page for row in rows}
    by_label: dict[str, list[Candidate]] = {}
    for n, row in enumerate(rows):
        for each in _candidates(n, row):
            by_label.setdefault(each.label, []).append(each)
    chosen: list[Candidate] = []
    floor = (-1, -1)
    for note in notes:
        page = _page(note.line, page_of) if paged else None
        own = [c for c in by_label.get(note.label, []) if (c.row, c.start) > floor and c.score > 0]
        near = [c for c in own if page is None or rows[c.row].page == page] or ([] if page else own)
        if not near:
            continue
        best = max(near, key=lambda c: (c.score, -c.row, -c.start))
        if sum(c.score == best.score for c in near) > 1:
            doubts.append(
                (rows[best.row].number, f"note {note.label} may be called elsewhere on this page")
            )
        chosen.append(best)
        floor = (best.row, best.start)
    return chosen, doubts


def _page(line: int, page_of: dict[int, int]) -> int:
    """The page a note stands on: that of the last row of the text above it."""
    above = [number for number in page_of if number < line]
    return page_of[max(above)] if above else 1


def _candidates(place: int, row: Row) -> list[Candidate]:
    made = []
    for match in PLAIN.finditer(row.text):
        figure = re.sub(r"\D", "", match["figure"])
        behind = row.text[: match.start("figure")]
        after = row.text[match.end() :]
        if note_pattern("no_mark_behind").search(behind):
            continue
        glued = not match["blank"]
        latin = match["before"].isalpha() and not is_wide(match["before"])
        score = (3 if latin else 2) if glued else 1
        score += 2 if match["before"] in ",，。、；;”》」’»." else 0
        if note_pattern("no_mark_before").match(after) and score < 3:
            continue
        score += 1 if not after.strip() else 0
        made.append(Candidate(place, match.start("figure"), match.end("figure"), figure, score))
    alone = re.fullmatch(r"\s*(\d{1,3})\s*", row.text)
    if alone:
        made.append(Candidate(place, alone.start(1), alone.end(1), alone[1], 3))
    return made


def _tokens(row: Row, own: Sequence[Candidate]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    position, end, strong = row.run.start, row.run.end, False
    for each in own:
        if each.start > position:
            run = Run(row.number, position, each.start, row.text[position : each.start])
            tokens.append(Stretch(run, strong))
        if each.label == BOLD:
            strong = not strong
        else:
            tokens.append(call_of(each.label))
        position = each.end
    if position < end:
        tokens.append(Stretch(Run(row.number, position, end, row.text[position:end]), strong))
    return tuple(tokens)


def mark_claims(rows: Sequence[Row], tokens: Sequence[tuple[Token, ...]]) -> list[Run]:
    """The characters of the marks: what of each row no token holds."""
    left = []
    for row, own in zip(rows, tokens, strict=True):
        position = row.run.start
        for token in own:
            if isinstance(token, Stretch):
                if token.run.start > position:
                    left.append(
                        Run(
                            row.number,
                            position,
                            token.run.start,
                            row.text[position : token.run.start],
                        )
                    )
                position = token.run.end
        if position < row.run.end:
            left.append(Run(row.number, position, row.run.end, row.text[position : row.run.end]))
    return [run for run in left if run.text.strip()]
