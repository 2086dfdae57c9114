"""The marks of notes in the lines of a PDF: raised figures, where notes have those numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from resolutions.model.document import Claim, Run
from resolutions.readers.akn.inline import BREAK, EXPONENT, Stretch, Token, call_of, power
from resolutions.readers.pdf.rows import MARK_SIZE, Row

BLANK = BREAK._replace(run=Run(0, 0, 1, " "))


class Marked(NamedTuple):
    """Lines with their marks, what the marks are claimed as, and what is doubtful."""

    rows: list[Row]
    claims: list[Claim]
    doubts: list[tuple[int, str, str]]  # line, code, message


def marked(rows: Sequence[Row], labels: set[str], size: float) -> Marked:
    """Find the marks. `size`: that of the text; a smaller figure alone on its line is a mark
    that had no room on the line above. A raised figure behind a measure or 10 is an exponent;
    behind 10 only where the note of that number, if there is one, has another mark."""
    rows = [_raised_alone(row) if _is_alone(row, size) else row for row in rows]
    sure = {
        figure
        for row in rows
        for token, before in _raised(row.tokens)
        if not EXPONENT.search(before)
        for figure in re.findall(r"\d+|\*+", token.run.text)
    }
    found = Marked([], [], [])
    for row in rows:
        found.rows.append(_marked(row, labels, sure, found))
    return found


def _is_alone(row: Row, size: float) -> bool:
    small = row.printed.size < MARK_SIZE * size and not row.printed.cell
    return small and bool(re.fullmatch(r"\d{1,3}|\*+", row.text))


def _raised_alone(row: Row) -> Row:
    tokens = (t._replace(link="raised") if isinstance(t, Stretch) else t for t in row.tokens)
    return replace(row, tokens=tuple(tokens))


def _raised(tokens: Sequence[Token]) -> Iterator[tuple[Stretch, str]]:
    """The raised stretches, each with the text before it."""
    before = ""
    for token in tokens:
        if isinstance(token, Stretch) and token.link == "raised":
            yield token, before
        before = token.run.text if isinstance(token, Stretch) else ""


def _marked(row: Row, labels: set[str], sure: set[str], found: Marked) -> Row:
    tokens: list[Token] = []
    before = ""
    for token in row.tokens:
        if isinstance(token, Stretch) and token.link == "raised":
            text = token.run.text
            figures = re.findall(r"\d+|\*+", text)
            bare = bool(figures) and bool(re.fullmatch(r"[\d*,\s()]+", text))
            exponent = bool(EXPONENT.search(before)) and _is_power(figures, before, labels, sure)
            if bare and not exponent and set(figures) <= labels:
                found.claims.append(Claim(token.run, "note-mark"))
                tokens += [call_of(each) for each in figures]
                tokens += [BLANK] if text[-1:].isspace() else []
                continue
            if bare and not EXPONENT.search(before):
                message = f"raised {text.strip()} calls no note of the file"
                found.doubts.append((row.number, "doubtful-mark", message))
            tokens.append((power(token, before) if exponent else token)._replace(link=""))
        else:
            tokens.append(token)
        before = token.run.text if isinstance(token, Stretch) else ""
    words = "".join(token.run.text for token in tokens if isinstance(token, Stretch))
    return replace(row, tokens=tuple(tokens), text=" ".join(words.split()))


def _is_power(figures: Sequence[str], before: str, labels: set[str], sure: set[str]) -> bool:
    """Whether a raised figure behind 10 or a measure (m², CO₂) is an exponent."""
    if before.endswith("10"):
        return not set(figures) <= labels or set(figures) <= sure
    return figures[:1] in (["2"], ["3"])
