"""Part of `extracted`: the marks of notes in running text, found by the notes they call.

A mark may be raised, in brackets, circled, or a plain figure behind a word. Plain figures are marks
only where a note has that number, on the page of the note, in the order of the notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from resolutions.model.document import Run
from resolutions.readers.akn.inline import BREAK, Stretch, Token, call_of
from resolutions.readers.printed.head import TITLE_NUMBER
from resolutions.readers.printed.sheet import PrintedNote
from resolutions.readers.text.candidates import (
    SURE_YEAR,
    Candidate,
    behind_figures,
    inside_words,
    plain_figures,
)
from resolutions.readers.text.labels import CIRCLED, SUPERSCRIPTS
from resolutions.readers.text.rows import Row
from resolutions.readers.text.sift import BOLD

SURE = re.compile(
    rf"(?P<exponent>(?:(?<![\d/])10|(?<![A-Za-z])[kcm]?m)(?P<power>[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
    rf"|(?P<bold>\*\*(?=\S|$))|[(（]?(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)[)）]?|\[(?P<square>\d{{1,3}})\]|(?P<circled>[{CIRCLED}])"
)


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
    """The candidates that stand in the order of their notes and look most like marks together,
    and where others are as good."""
    doubts: list[tuple[int, str]] = []
    if not notes:
        return [], doubts
    paged = len({row.page for row in rows}) > 1
    page_of = {row.number: row.page for row in rows}
    by_label: dict[str, list[Candidate]] = {}
    labels = {note.label for note in notes}
    titles = [n for n, row in enumerate(rows[:40]) if TITLE_NUMBER.match(row.run.text)]
    head = titles[0] + 1 if titles else 0  # its numbers are those of symbols
    for n, row in enumerate(rows):
        found: list[Candidate] = []
        if n >= head:
            found = [*behind_figures(n, row, labels), *inside_words(n, row)]
        below = rows[n + 1].text if n + 1 < len(rows) else ""
        found += plain_figures(n, row, below) if n >= head - 1 else ()
        for each in found:
            if each.label in labels:
                by_label.setdefault(each.label, []).append(each)
    near: list[list[Candidate]] = []
    for note in notes:
        page = _page(note.line, page_of) if paged else None
        own = by_label.get(note.label, [])
        near.append([c for c in own if page is None or rows[c.row].page == page])
    chosen = _in_order(near)
    for best, own in zip(chosen, near, strict=True):
        if best is None:
            continue
        if sum(c.score == best.score for c in own) > 1:
            message = f"note {best.label} may be called elsewhere on this page"
            doubts.append((rows[best.row].number, message))
        elif best.score < SURE_YEAR:
            message = f"note {best.label} is called at a figure that may be a number"
            doubts.append((rows[best.row].number, message))
    return [each for each in chosen if each], doubts


def _in_order(near: Sequence[Sequence[Candidate]]) -> list[Candidate | None]:
    """One candidate a note, each behind the one before; as many and as likely ones as can be."""
    chains: list[tuple[int, tuple[int, int], tuple[Candidate | None, ...]]] = [(0, (-1, -1), ())]
    for own in near:
        longer = [(score, end, (*chain, None)) for score, end, chain in chains]
        for each in own:
            place = (each.row, each.start)
            fitting = [chain for chain in chains if chain[1] < place]
            score, _, chain = max(fitting, key=lambda known: known[0])
            longer.append((score + each.score + 4, place, (*chain, each)))
        # of those that end at the same place the best alone can be part of the best
        best: dict[tuple[int, int], tuple[int, tuple[int, int], tuple[Candidate | None, ...]]] = {}
        for one in longer:
            if one[1] not in best or one[0] > best[one[1]][0]:
                best[one[1]] = one
        chains = list(best.values())
    return list(max(chains, key=lambda known: known[0])[2])


def _page(line: int, page_of: dict[int, int]) -> int:
    """The page a note stands on: that of the last row of the text above it."""
    above = [number for number in page_of if number < line]
    return page_of[max(above)] if above else 1


def _tokens(row: Row, own: Sequence[Candidate]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    position, end, strong = row.run.start, row.run.end, False
    for each in own:
        call = None if each.label == BOLD else call_of(each.label)
        for edge in (each.place, each.start):
            if edge > position:
                run = Run(row.number, position, edge, row.text[position:edge])
                tokens.append(Stretch(run, strong))
                position = edge
            if call and edge == each.place:
                tokens.append(call)
                call = None
        if each.label == BOLD:
            strong = not strong
        if each.parts:
            tokens.append(BREAK)
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
