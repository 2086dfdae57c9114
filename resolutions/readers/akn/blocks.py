"""Part of `akn`: the elements of a statement -> its blocks in order, each with its text.

Only what stands where is decided here; keys come later. What an element is called matters
little in the UN's files: an annex is a `doc`, a heading may be a `paragraph` of a class that
begins with H, and a list may be a `blockList` or a row of paragraphs that begin with (a).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from resolutions.model.document import Run
from resolutions.model.keys import note_key
from resolutions.model.records import Key, Language
from resolutions.readers.akn.inline import (
    BREAK,
    Call,
    RichText,
    Stretch,
    Token,
    call_of,
    calls,
    cut,
    plain,
    rich_text,
    runs,
)
from resolutions.readers.akn.xmlfile import Element

Role = Literal["enacting", "preambular", "text", "heading", "table", "closing", "annex", "other"]
Zone = Literal["title", "preamble", "body", "annex"]


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


INLINE = _names(
    "span a ref rref mref sup sub b i u ins del em authorialNote noteRef eol br img inline "
    "docNumber docTitle docDate docStatus docAuthority docProponent docketNumber session date "
    "term concept person organization quantity def entity role location event time object "
    "process abbr placeholder mod quotedText remark popup marker num"
)
LEAVES = _names("p block listIntroduction listWrapUp crossHeading heading subheading caption")
LISTS = _names("item point li indent alinea subparagraph")
DIVISIONS = _names("section subsection chapter part title division article clause")
FRAMES = _names(
    "body mainBody preamble preface coverPage conclusions content intro wrapUp list blockList "
    "ul ol paragraph container blockContainer hcontainer formula recitals recital citations "
    "citation attachments attachment component components doc tblock"
)
BLOCKS = LEAVES | LISTS | DIVISIONS | FRAMES | {"table", "doc", "meta", "num"}
STRUCTURE = DIVISIONS | {"paragraph", "blockList", "container", "item"}
PUNCTUATION = re.compile(r"[\d*\s()（）,،;؛]*")
SEPARATOR = re.compile(r"[\s*_]+")  # * * *
EXPONENT = re.compile(r"(?:\b[kcm]?m|CO)$")  # km², CO₂
NOTE_LABEL = re.compile(r"\s*(?:\(\s*\d*\s*\)|\(\(|\*+|\d+(?=[ \u00a0]*\t))\s*")


class Block(NamedTuple):
    """A paragraph, heading, item or table where it stands in the text."""

    zone: Zone
    role: Role
    line: int
    number: tuple[Token, ...] = ()  # what `num` holds
    tokens: tuple[Token, ...] = ()
    item: bool = False  # whether the file says that it is an item of a list
    rows: tuple[tuple[tuple[Token, ...], ...], ...] = ()
    name: str = ""  # of an element that no rule knows
    later: bool = False  # whether its element holds a block before it


class Note(NamedTuple):
    """A footnote where it stands in the file."""

    label: str
    key: Key
    line: int
    tokens: tuple[Token, ...]
    content: RichText


class Statement:
    """The blocks and notes of one statement, and the use of the text that is in neither."""

    def __init__(self, parts: Sequence[Element], language: Language) -> None:
        self.line = parts[0].line if parts else 1
        self.language = language
        self.parts = parts
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.uses: list[tuple[Run, str]] = []
        self.unknown: list[tuple[str, int]] = []  # elements no rule knows, read through
        self.pending: tuple[Token, ...] = ()  # a number whose paragraph is still to come
        for child in parts:
            self._part(child)
            self._settle("body", child.line)

    @cached_property
    def labels(self) -> set[str]:
        """The labels of its footnotes; few texts have raised figures that could be one."""
        notes = (note for part in self.parts for note in part.find("authorialNote"))
        return {note.attributes.get("marker", "") for note in notes}

    def _part(self, element: Element) -> None:
        name = element.name
        if name in ("meta", "coverPage", "conclusions"):
            self.uses += metadata(element)
        elif name == "preface":
            self._title(element)
        elif name == "preamble":
            self._walk(element, "preamble", "preambular")
        else:
            self._block(element, "body", "text")

    # --- the structure ---------------------------------------------------------------------

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
                self.pending = tuple(self.inline(part))
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
            self.uses += metadata(element)
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
            self.blocks[-1] = last._replace(tokens=(*last.tokens, BREAK, *self.inline(element)))
            return
        begin = len(self.blocks)
        self._walk(element, zone, role, item)
        if begin > first >= 0 and len(self.blocks) > begin:
            self.blocks[begin] = self.blocks[begin]._replace(later=True)

    def _line(
        self, element: Element, content: list[Run | Element], zone: Zone, role: Role, item: bool
    ) -> None:
        """Make a block of a stretch of a line."""
        tokens = tuple(self._tokens(content))
        text = plain(tokens)
        if not text.strip():
            self._add_marks(calls(tokens))
            return
        if SEPARATOR.fullmatch(text):
            self.uses += [(run, "artefact:separator") for run in runs(tokens)]
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
            label = tuple(self.inline(number))
            words = tuple(self.inline(heading)) if heading is not None else ()
            tokens, label = (words, label) if words else (label, ())
            self.blocks.append(Block(zone, "heading", number.line, label, tokens))
            content = tuple(p for p in element.content if p is not number and p is not heading)
            rest = element._replace(content=content)
        self._walk(rest, zone, "text")

    def _title(self, preface: Element) -> None:
        """Read the number and the title at the head of the text, wherever the file breaks it."""
        number: list[Token] = []
        tokens: list[Token] = []
        for part in preface.children:
            for child in part.content if part.name == "p" else (part,):
                to = number if isinstance(child, Element) and child.name == "docNumber" else tokens
                to += [BREAK, *self._tokens([child])]
        if plain((*number, *tokens)).strip():
            self.blocks.append(Block("title", "text", preface.line, tuple(number), tuple(tokens)))

    def _table(self, table: Element, zone: Zone) -> None:
        for caption in table.children:
            if caption.name == "caption":
                self._leaf(caption, zone, "heading", False, -1)
        rows = tuple(
            tuple(tuple(self._cell(cell)) for cell in row.children) for row in rows_of(table)
        )
        tokens = tuple(token for row in rows for cell in row for token in (*cell, BREAK))
        if plain(tokens).strip():
            self._settle(zone, table.line)
            self.blocks.append(Block(zone, "table", table.line, tokens=tokens, rows=rows))

    def _cell(self, element: Element) -> Iterator[Token]:
        """The tokens of a cell, or of an unknown element: its paragraphs one after the other."""
        for part in element.content:
            if isinstance(part, Element) and part.name not in INLINE:
                yield BREAK
                yield from self._cell(part)
                yield BREAK
            else:
                yield from self._tokens([part])

    def _unknown(self, element: Element, zone: Zone) -> None:
        """Read an element that no rule knows: through it, if it frames paragraphs."""
        name = element.name.rpartition("}")[2]
        if any(part.name in STRUCTURE for part in element.descendants):
            self.unknown.append((name, element.line))
            self._walk(element, zone, "text")
            return
        tokens = tuple(self._cell(element))
        if plain(tokens).strip():
            self._settle(zone, element.line)
            self.blocks.append(Block(zone, "other", element.line, tokens=tokens, name=name))

    # --- a line ----------------------------------------------------------------------------

    def inline(self, element: Element, strong: bool = False, link: str = "") -> Iterator[Token]:
        """The tokens of an element's text; notes are put aside, their marks stay."""
        return self._tokens(element.content, strong, link)

    def _tokens(
        self, content: Iterable[Run | Element], strong: bool = False, link: str = ""
    ) -> Iterator[Token]:
        before = ""
        for part in content:
            if isinstance(part, Run):
                yield Stretch(part, strong, link)
                before = part.text
            elif part.name == "authorialNote":
                yield self._note(part)
            elif part.name == "noteRef":
                self.uses += [(run, "note-mark") for run in part.runs]
                label = part.attributes.get("marker") or part.words or "*"
                yield call_of(label)
            elif part.name in ("eol", "br"):
                yield BREAK
            elif part.name == "sup" and not EXPONENT.search(before):
                yield from self._raised(part, strong, link)
            else:
                address = part.attributes.get("href", "") if part.name == "a" else link
                yield from self._tokens(part.content, strong or self._is_strong(part), address)

    def _is_strong(self, element: Element) -> bool:
        """Whether it sets its text as leading verbs are set: bold in Chinese, else italic."""
        kind = "bold" if self.language == "zh" else "italic"
        return element.name == kind[0] or kind in element.attributes.get("class", "").split()

    def _raised(self, element: Element, strong: bool, link: str) -> Iterator[Token]:
        """Read raised text: the mark of a note, the brackets around one, or n° and 1er."""
        if next(element.find("authorialNote"), None) is not None:
            tokens = list(self.inline(element, strong, link))
            self.uses += [(run, "note-mark") for run in runs(tokens)]
            yield from calls(tokens)
            return
        words = element.words
        labels = re.findall(r"\d+|\*+", words)
        if PUNCTUATION.fullmatch(words) and set(labels) <= self.labels:
            self.uses += [(run, "note-mark") for run in element.runs]
            yield from (call_of(label) for label in labels)
        else:
            yield from self.inline(element, strong, link)

    # --- notes -----------------------------------------------------------------------------

    def _note(self, element: Element) -> Call:
        """Put a footnote aside; the label that its text repeats is parted from it."""
        tokens = [*self._note_tokens(element)]
        label = element.attributes.get("marker", "").strip()
        end = self._label_end(element, label, plain(tokens))
        first, tokens = cut(tokens, end)
        self.uses += [(run, "label") for run in runs(first)]
        label = label or plain(first).strip() or str(len(self.notes) + 1)
        words = rich_text(tokens)
        twins = [note for note in self.notes if note.label == label]
        same = next((note for note in twins if note.content.text == words.text), None)
        key = same.key if same else note_key(label) + (f"_{len(twins) + 1}" if twins else "")
        self.notes.append(Note(label, key, element.line, tuple(tokens), words))
        return Call(label, key)

    def _label_end(self, element: Element, label: str, text: str) -> int:
        """Where the label ends that stands in a note: `*`, `()`, `(3)`, `3` raised or tabbed."""
        raised = next(element.find("sup"), None)
        words = raised.words if raised is not None else ""
        if words and words.strip("()") in (label, "") and text.lstrip().startswith(words):
            printed = re.match(rf"\s*{re.escape(words)}[()\s]*", text)
        else:
            printed = NOTE_LABEL.match(text)
        figure = re.sub(r"\D", "", printed[0]) if printed else ""
        return printed.end() if printed and figure in ("", label) else 0

    def _note_tokens(
        self, element: Element, strong: bool = False, link: str = ""
    ) -> Iterator[Token]:
        """The tokens of a footnote, in which no raised figure is a mark."""
        for part in element.content:
            if isinstance(part, Run):
                yield Stretch(part, strong, link)
                continue
            block = part.name in ("p", "block", "eol", "br")
            address = part.attributes.get("href", "") if part.name == "a" else link
            yield from (BREAK,) if block else ()
            yield from self._note_tokens(part, strong or self._is_strong(part), address)


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, whatever groups them; those of a table in a cell are the cell's."""
    for child in table.children:
        if child.name == "tr":
            yield child
        elif child.name != "caption":
            yield from rows_of(child)


def metadata(element: Element, use: str = "") -> Iterator[tuple[Run, str]]:
    """The text of the cover page, of the conclusions and of what stands in `meta`."""
    name = element.attributes.get("name") if element.name == "inline" else None
    use = (name or element.name.rpartition("}")[2]).replace(" ", "-")
    for part in element.content:
        if isinstance(part, Element):
            yield from metadata(part)
        elif part.text.strip():
            yield part, f"metadata:{use}"
