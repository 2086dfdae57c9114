"""Part of `akn`: the preamble, the main body and the annexes of a statement -> blocks.

Only what stands where is decided here; keys come later. What an element is called matters
little in the UN's files: an annex is a `doc`, a heading may be a `paragraph` of a class that
begins with H, and a list may be a `blockList` or a row of paragraphs that begin with (a).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from resolutions.model.document import Run
from resolutions.readers.akn.blocks import Block, Role, Zone
from resolutions.readers.akn.elements import (
    BLOCKS,
    DIVISIONS,
    FRAMES,
    INLINE,
    LEAVES,
    LISTS,
    STRUCTURE,
    rows_of,
)
from resolutions.readers.akn.head import metadata_uses
from resolutions.readers.akn.inline import BREAK, Token, calls, plain, runs
from resolutions.readers.akn.tokens import LineReader
from resolutions.readers.akn.xmlfile import Element

SEPARATOR = re.compile(r"[\s*_]+")  # * * *


@dataclass(slots=True)
class BodyReader:
    """Makes blocks of elements, one after the other; `blocks` are those made so far."""

    lines: LineReader
    blocks: list[Block] = field(default_factory=list)
    unknown: list[tuple[str, int]] = field(default_factory=list)  # read through: name, line
    pending: tuple[Token, ...] = ()  # a number whose paragraph is still to come

    def preamble(self, element: Element) -> None:
        """Read the preamble."""
        self._walk(element, "preamble", "preambular")
        self._settle("body", element.line)

    def part(self, element: Element) -> None:
        """Read the main body, or what stands beside it: annexes."""
        self._block(element, "body", "text")
        self._settle("body", element.line)

    def _walk(self, element: Element, zone: Zone, role: Role, item: bool = False) -> None:
        """Read what an element holds: blocks, and between them stretches of a line."""
        line: list[Run | Element] = []
        worded = element.name in LEAVES  # the text that stands loose in a frame is left alone
        first = -1 if element.name in ("preamble", "mainBody", "body") else len(self.blocks)
        for part in element.content:
            if isinstance(part, Run):
                line += [part] if worded or (line and part.text.isspace()) else []
                continue
            if self._in_line(part, worded):
                line.append(part)
                continue
            if line:
                self._line(element, line, zone, role, item)
                line = []
            if part.name == "num":
                self._settle(zone, part.line)
                self.pending = tuple(self.lines.tokens_of(part))
            else:
                self._block(part, zone, role, item, first)
        if line:
            self._line(element, line, zone, role, item)

    def _in_line(self, part: Element, worded: bool) -> bool:
        """Whether an element stands in a line of text; in a paragraph, an unknown one does."""
        known = part.name in INLINE and part.name != "num"
        return known or (worded and part.name not in BLOCKS)

    def _block(
        self, element: Element, zone: Zone, role: Role, item: bool = False, first: int = -1
    ) -> None:
        name = element.name
        if name == "meta":
            self.lines.uses += metadata_uses(element)
        elif name == "table":
            self._table(element, zone)
        elif name in LEAVES:
            self._leaf(element, zone, role, item, first)
        elif name == "doc":
            self._settle(zone, element.line)
            self.blocks.append(Block("annex", "annex", element.line))
            self._walk(element, "annex", "text")
        elif name == "preface":
            self._walk(element, zone, "heading")
        elif name in DIVISIONS:
            self._division(element, zone)
        elif name in LISTS:
            self._walk(element, zone, "text", item=True)
        elif name == "paragraph":
            heading = element.attributes.get("class", "").startswith("H")
            self._walk(element, zone, "heading" if heading else "text")
        elif name in FRAMES:
            own: dict[str, Role] = {"formula": "enacting", "wrapUp": "closing"}
            self._walk(element, zone, own.get(name, role), item)
        else:
            self._unknown(element, zone)

    def _leaf(self, element: Element, zone: Zone, role: Role, item: bool, first: int) -> None:
        refers = element.attributes.get("refersTo", "").lstrip("#")
        if element.name == "crossHeading" and refers == "preamble":
            role = "preambular"
        elif element.name in ("crossHeading", "heading", "subheading", "caption"):
            role = "heading"
        elif element.name == "listWrapUp":
            role = "closing"
        if first >= 0 and item and len(self.blocks) > first and not self.pending:
            # A further `p` of an item goes on with it.
            last = self.blocks[-1]
            self.blocks[-1] = last._replace(
                tokens=(*last.tokens, BREAK, *self.lines.tokens_of(element))
            )
            return
        begin = len(self.blocks)
        self._walk(element, zone, role, item)
        if begin > first >= 0 and len(self.blocks) > begin:
            self.blocks[begin] = self.blocks[begin]._replace(later=True)

    def _line(
        self, element: Element, content: list[Run | Element], zone: Zone, role: Role, item: bool
    ) -> None:
        """Make a block of a stretch of a line."""
        tokens = tuple(self.lines.tokens(content))
        text = plain(tokens)
        if not text.strip():
            self._add_marks(calls(tokens))
            return
        if SEPARATOR.fullmatch(text):
            self.lines.uses += [(run, "artefact:separator") for run in runs(tokens)]
            return
        number, self.pending = self.pending, ()
        self.blocks.append(Block(zone, role, element.line, number, tokens, item))

    def _add_marks(self, marks: list[Token]) -> None:
        """Marks that stand alone belong to the number before them, else to the last block."""
        if marks and self.pending:
            self.pending = (*self.pending, *marks)
        elif marks and self.blocks:
            last = self.blocks[-1]
            self.blocks[-1] = last._replace(tokens=(*last.tokens, *marks))

    def _settle(self, zone: Zone, line: int) -> None:
        """Make a block of a number that no text has followed."""
        if plain(self.pending).strip():
            zone = self.blocks[-1].zone if self.blocks else zone
            self.blocks.append(Block(zone, "text", line, self.pending))
        self.pending = ()

    def _division(self, element: Element, zone: Zone) -> None:
        """Read a section or an article: its number and its heading are one heading."""
        number = next((each for each in element.children if each.name == "num"), None)
        heading = next((each for each in element.children if each.name == "heading"), None)
        rest = element
        if number is not None:
            self._settle(zone, element.line)
            label = tuple(self.lines.tokens_of(number))
            words = tuple(self.lines.tokens_of(heading)) if heading is not None else ()
            tokens, label = (words, label) if words else (label, ())
            self.blocks.append(Block(zone, "heading", number.line, label, tokens))
            content = tuple(p for p in element.content if p is not number and p is not heading)
            rest = element._replace(content=content)
        self._walk(rest, zone, "text")

    def _table(self, table: Element, zone: Zone) -> None:
        for caption in table.children:
            if caption.name == "caption":
                self._leaf(caption, zone, "heading", False, -1)
        rows = tuple(
            tuple(tuple(self.lines.cell(cell)) for cell in row.children) for row in rows_of(table)
        )
        tokens = tuple(token for row in rows for cell in row for token in (*cell, BREAK))
        if plain(tokens).strip():
            self._settle(zone, table.line)
            self.blocks.append(Block(zone, "table", table.line, tokens=tokens, rows=rows))

    def _unknown(self, element: Element, zone: Zone) -> None:
        """Read an element that no rule knows: through it, if it frames paragraphs."""
        name = element.name.rpartition("}")[2]
        if any(part.name in STRUCTURE for part in element.descendants):
            self.unknown.append((name, element.line))
            self._walk(element, zone, "text")
            return
        tokens = tuple(self.lines.cell(element))
        if plain(tokens).strip():
            self._settle(zone, element.line)
            self.blocks.append(Block(zone, "other", element.line, tokens=tokens, name=name))
