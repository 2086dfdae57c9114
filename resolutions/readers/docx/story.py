"""Part of `docx`: a part of a Word file (its body, a header, a note) -> paragraphs and tables."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from resolutions.model.document import Claim, Run
from resolutions.readers.akn.inline import BREAK, Stretch, plain
from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.docx.lines import Line, line_of
from resolutions.readers.docx.numbering import Numbering, int_of
from resolutions.readers.docx.package import child, value
from resolutions.readers.docx.runs import ALTERNATE, THROUGH, RunReader
from resolutions.readers.docx.styles import PLAIN, ParagraphStyle
from resolutions.readers.printed.sheet import Para

HEADING = re.compile(r"H\d*|HCh|HM|H[_ ]?\d+.*|[Hh]eading ?\d|Title|Überschrift.*", re.ASCII)
DEEPEST = 40  # tables and text boxes inside each other


class Story(NamedTuple):
    """The paragraphs of a part, its lines, what of them is no text, the characters made alike, by
    kind, and what cannot be read: line, message."""

    paras: tuple[Para, ...]
    lines: tuple[str, ...]
    claims: tuple[Claim, ...]
    alike: Counter[str]
    unread: tuple[tuple[int, str], ...]


class Tools(NamedTuple):
    """What parts are read with, in their order: numbers, fields and notes go on from one to
    the next."""

    numbering: Numbering
    styles: Mapping[str, ParagraphStyle]
    runs: RunReader


def story_of(element: Element, before: int, tools: Tools) -> Story:
    """A part; `before` it the source has so many lines."""
    reading = _Reading(before, tools)
    paras = tuple(reading.blocks(element, 0))
    return Story(
        paras,
        tuple(line.text for line in reading.lines),
        (*(claim for line in reading.lines for claim in line.claims), *reading.boxed),
        sum((line.alike for line in reading.lines), Counter()),
        (*_unread(reading.lines), *reading.foreign),
    )


def _unread(lines: Iterable[Line]) -> Iterator[tuple[int, str]]:
    for claim in (claim for line in lines for claim in line.claims):
        if claim.use == "artefact:drawing":
            words = claim.run.text[:40]
            yield claim.run.line, f"{words!r} is a formula, or of a kind not known"


def flat(paras: Iterable[Para]) -> Iterator[Para]:
    """Paragraphs, those of the cells of tables among them."""
    for para in paras:
        yield from flat(para.cells) if para.cells else (para,)


def set_aside(paras: Iterable[Para], use: str) -> Iterator[Claim]:
    """Paragraphs that are no text: what they are."""
    for para in flat(paras):
        for token in para.tokens:
            if isinstance(token, Stretch) and token.run.line and token.run.text.strip():
                yield Claim(token.run, use)


class _Reading:
    """A part while it is read: its lines so far, and what stands in text boxes."""

    def __init__(self, before: int, tools: Tools) -> None:
        self.before, self.tools = before, tools
        self.lines: list[Line] = []
        self.boxed: list[Claim] = []
        self.foreign: list[tuple[int, str]] = []  # where another file stands: line, message

    @property
    def line(self) -> int:
        """The number of the last line."""
        return self.before + len(self.lines)

    def blocks(self, element: Element, depth: int) -> Iterator[Para]:
        """The paragraphs and tables in an element."""
        if depth > DEEPEST:
            return
        for part in element.children:
            if part.name == "p":
                yield self._paragraph(part, depth)
            elif part.name == "tbl":
                yield self._table(part, depth)
            elif part.name in (*THROUGH, "txbxContent"):
                yield from self.blocks(part, depth + 1)
            elif part.name in ("altChunk", "subDoc"):
                message = "another file stands behind this paragraph, which is not read"
                self.foreign.append((max(self.line, 1), message))
            elif part.name == ALTERNATE:
                for chosen in itertools.islice(part.children, 1):
                    yield from self.blocks(chosen, depth + 1)

    def _table(self, table: Element, depth: int) -> Para:
        rows = []
        cells: list[Para] = []
        for row in _rows(table):
            made = []
            for cell in (each for part in row.children for each in _cells(part)):
                own = [each for each in flat(self.blocks(cell, depth + 1)) if each.tokens]
                cells += own
                texts = ((*each.label, *each.tokens, BREAK) for each in own)
                made.append(tuple(token for text in texts for token in text))
            rows.append(tuple(made))
        tokens = tuple(token for row in rows for cell in row for token in cell)
        line = cells[0].line if cells else self.line
        return Para(tokens, line, rows=tuple(rows), cells=tuple(cells))

    def _paragraph(self, element: Element, depth: int) -> Para:
        properties = child(element, "pPr")
        named = child(properties, "pStyle")
        style = self.tools.styles.get(value(named), PLAIN) if named else PLAIN
        pieces, boxes = self.tools.runs.read(element, style.bold)
        made = line_of(pieces, self.line + 1)
        self.lines.append(made)
        number = self.line
        label = self._label(properties, style) if plain(made.tokens).strip() else ""
        align = child(properties, "jc")
        words = [each for each in pieces if each.text.strip() and not each.use and not each.mark]
        for box in boxes:
            self.boxed += set_aside(self.blocks(box, depth + 1), "artefact:drawing")
        return Para(
            tokens=made.tokens,
            line=number,
            label=(Stretch(Run(0, 0, len(label) + 1, f"{label} ")),) if label else (),
            centred=value(align) == "center" if align else style.centred,
            bold=bool(words) and all(each.bold for each in words),
            heading=any(
                HEADING.fullmatch(each) for each in (value(named) if named else "", style.name)
            ),
        )

    def _label(self, properties: Element | None, style: ParagraphStyle) -> str:
        found = child(properties, "numPr") or style.number
        number, depth = child(found, "numId"), child(found, "ilvl")
        level = int_of(value(depth)) if depth else 0
        return self.tools.numbering.label(value(number), level) if number else ""


def _rows(table: Element) -> Iterator[Element]:
    for part in table.children:
        inside = [part] if part.name == "tr" else part.children
        yield from (each for each in inside if each.name == "tr")


def _cells(part: Element) -> Iterator[Element]:
    if part.name == "tc":
        yield part
    elif part.name in THROUGH:
        for each in part.children:
            yield from _cells(each)
