"""Part of `docx`: a part of a Word file (its body, a header, a note) -> paragraphs and tables."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from resolutions.model.document import Claim, Run
from resolutions.readers.akn.inline import BREAK, Stretch
from resolutions.readers.akn.numbering import item_in
from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.docx.lines import Line, line_of
from resolutions.readers.docx.numbering import Numbering, int_of
from resolutions.readers.docx.package import child, is_on, value
from resolutions.readers.docx.runs import ALTERNATE, THROUGH, InlinePiece, RunReader
from resolutions.readers.docx.styles import PLAIN, ParagraphStyle
from resolutions.readers.printed.body import ENDED, NUMBER
from resolutions.readers.printed.forms import shape
from resolutions.readers.printed.sheet import Para

HEADING = re.compile(r"H\d*|HCh|HM|H[_ ]?\d+.*|[Hh]eading ?\d|Title|Überschrift.*", re.ASCII)
LONGEST_BOX = 60  # characters of what is no text of a resolution: a job number, a notice
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
    paras = (*reading.blocks(element, 0), *reading.rest())
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
        self.carried: _Carried | None = None  # a paragraph whose end is deleted or hidden

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
                yield from self._paragraphs(part, depth)
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

    def _paragraphs(self, element: Element, depth: int) -> Iterator[Para]:
        """A paragraph; several, where line breaks stand for the ends of numbered ones; none where
        its end is deleted or hidden: it goes on with the next."""
        properties = child(element, "pPr")
        named = child(properties, "pStyle")
        style = self.tools.styles.get(value(named), PLAIN) if named else PLAIN
        pieces, boxes = self.tools.runs.read(element, style.bold, style.hidden)
        own = _Carried(pieces, properties, value(named) if named else "", style)
        for box in boxes:
            boxed = list(self.blocks(box, depth + 1))
            self.boxed += set_aside(boxed, "artefact:drawing")
            self.foreign += _in_box(boxed)
        if self.carried:
            first = self.carried if _words(self.carried.pieces) else own
            own = first._replace(pieces=(*self.carried.pieces, *pieces))
        self.carried = own if _is_open(properties) else None
        if not self.carried:
            yield from self._made(own)

    def rest(self) -> Iterator[Para]:
        """The last paragraph, where its end is deleted."""
        if self.carried:
            yield from self._made(self.carried)

    def _made(self, own: _Carried) -> Iterator[Para]:
        align = child(own.properties, "jc")
        label = self._label(own)  # an empty paragraph of a list counts too
        label = label if _words(own.pieces) else ""
        for pieces in _by_breaks(own.pieces):
            made = line_of(pieces, self.line + 1)
            self.lines.append(made)
            words = _words(pieces)
            yield Para(
                tokens=made.tokens,
                line=self.line,
                label=(Stretch(Run(0, 0, len(label) + 1, f"{label} ")),) if label else (),
                centred=value(align) == "center" if align else own.style.centred,
                bold=bool(words) and all(each.bold for each in words),
                heading=any(HEADING.fullmatch(each) for each in (own.named, own.style.name)),
            )
            label = ""

    def _label(self, own: _Carried) -> str:
        """The number that Word prints before a paragraph: by its own list, or that of its style."""
        said, numbering = child(own.properties, "numPr"), self.tools.numbering
        number, depth = child(said, "numId"), child(said, "ilvl")
        list_ = value(number) if number else own.style.list
        level = int_of(value(depth)) if depth else own.style.depth
        if level is None:
            level = None if number else numbering.depth(list_, own.named)
        return numbering.label(list_, level or 0) if list_ else ""


class _Carried(NamedTuple):
    """A paragraph that is not made yet."""

    pieces: tuple[InlinePiece, ...]
    properties: Element | None
    named: str  # its style
    style: ParagraphStyle


def _in_box(paras: Iterable[Para]) -> Iterator[tuple[int, str]]:
    """Text in a text box that may be of the resolution: numbered, or longer than a label."""
    for para in flat(paras):
        numbered = NUMBER.match(para.text) or item_in(para.text)
        if (numbered or len(para.text) > LONGEST_BOX) and not shape("recycle").match(para.text):
            yield para.line, f"{para.text[:40]!r} stands in a text box, which is set aside"


def _is_open(properties: Element | None) -> bool:
    """Whether the end of a paragraph is deleted or hidden: it is one with the next."""
    end = child(properties, "rPr")
    gone = any(child(end, name) is not None for name in ("del", "moveFrom"))
    return gone or is_on(end, "vanish")


def _words(pieces: Iterable[InlinePiece]) -> list[InlinePiece]:
    """The stretches that hold text."""
    return [each for each in pieces if each.text.strip() and not each.use and not each.mark]


def _by_breaks(pieces: tuple[InlinePiece, ...]) -> Iterator[tuple[InlinePiece, ...]]:
    """The pieces, cut at the line breaks that part numbered paragraphs:
    `Encourages Member States: | (a) To exchange information;`."""
    start = 0
    for place, piece in enumerate(pieces):
        if piece.text != "\n" or piece.use:
            continue
        before = "".join(each.text for each in _words(pieces[start:place]))
        below = "".join(each.text for each in itertools.islice(_words(pieces[place + 1 :]), 4))
        if ENDED.search(before) and (NUMBER.match(below) or item_in(below.lstrip())):
            yield pieces[start : place + 1]
            start = place + 1
    yield pieces[start:]


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
