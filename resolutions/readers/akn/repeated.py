"""Part of `akn`: what a file has twice, one below the other -> once, the second set aside.

The UN's files repeat headings (`<subheading>Artículo 2</subheading><span>Artículo 2</span>`), and
below a table the words of some of its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from resolutions.model.document import Run
from resolutions.readers.akn.blocks import Block
from resolutions.readers.akn.inline import Token, calls, plain, runs

BLANKS = re.compile(r"[\s.\u200b-\u200f]+")  # between words, and the point behind a number


def once(blocks: Iterable[Block]) -> tuple[list[Block], list[tuple[Run, str]]]:
    """The blocks without those that repeat what stands above them, and the runs of these."""
    kept: list[Block] = []
    aside: list[tuple[Run, str]] = []
    cells: set[str] = set()  # of the table above
    for block in blocks:
        words = _words(block)
        heads = bool(kept) and kept[-1].role == "heading" and _words(kept[-1]) == words
        below = block.role == "text" and not block.number and words in cells
        if words and (heads or below) and block.role != "table" and not _called(block):
            own = runs((*block.number, *block.tokens))
            aside += [(run, "artefact:repeated") for run in own if run.text.strip()]
            continue
        cells = set(_cells(block)) if block.role == "table" else set()
        kept.append(block)
    return kept, aside


def _cells(table: Block) -> Iterator[str]:
    return (_plain(cell) for row in table.rows for cell in row)


def _words(block: Block) -> str:
    return _plain((*block.number, *block.tokens))


def _plain(tokens: Sequence[Token]) -> str:
    return BLANKS.sub("", plain(tokens)).replace("\u2011", "-")


def _called(block: Block) -> bool:
    return bool(calls((*block.number, *block.tokens)))
