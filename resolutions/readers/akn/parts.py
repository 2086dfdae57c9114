"""Part of `akn`: the resolution and its annexes, and the sections whose numbers begin anew."""

from __future__ import annotations

from collections.abc import Sequence

from resolutions.readers.akn.labels import LabelledBlock
from resolutions.readers.akn.numbering import (
    section_of,
)
from resolutions.readers.printed.forms import shape


def parts_of(pieces: Sequence[LabelledBlock]) -> list[list[LabelledBlock]]:
    """The resolution itself, then its annexes, each begun by its element or its heading."""
    parts: list[list[LabelledBlock]] = [[]]
    for piece in pieces:
        if piece.block.role == "annex":
            if len(parts) == 1 or any(not each.heading for each in parts[-1]):
                parts.append([])
            continue
        begun = len(parts) == 1 or any(not each.heading for each in parts[-1])
        if piece.heading and begun and shape("annex").fullmatch(piece.text) and parts[-1]:
            parts.append([])
        parts[-1].append(piece)
    return parts if parts[-1] or len(parts) == 1 else parts[:-1]


def sections_of(pieces: Sequence[LabelledBlock]) -> list[str]:
    """The prefix `s2-` of each piece, where the numbers begin anew under a heading."""
    groups: list[tuple[int, int | None]] = []  # where a run of numbers begins, its section
    headings: list[int] = []  # since the last number
    last = 0
    for at, piece in enumerate(pieces):
        if piece.heading:
            headings.append(at)
        elif piece.number and piece.number.isdecimal():
            value = int(piece.number)
            if not groups or (value <= last and headings):
                numbers = [
                    n for each in headings if (n := section_number(pieces[each])) is not None
                ]
                counted = len(groups) + 1 if headings else None
                groups.append(((headings or [at])[0], numbers[-1] if numbers else counted))
            last, headings = value, []
    prefixes = [""] * len(pieces)
    if len(groups) > 1:
        ends = [start for start, _ in groups[1:]] + [len(pieces)]
        for (start, section), end in zip(groups, ends, strict=True):
            prefixes[start:end] = [f"s{section}-" if section else ""] * (end - start)
    return prefixes


def section_number(piece: LabelledBlock) -> int | None:
    """The number of the section that a heading opens; None where it opens none."""
    return section_of(piece.label) or section_of(piece.text)
