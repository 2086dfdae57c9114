"""Part of `akn`: the blocks of a statement -> its units, each with its kind and key.

A unit's key comes from the printed numbering. What the numbers leave open is decided by place
and punctuation: an unnumbered paragraph before number 1 that ends in a comma is preambular,
one that goes on after a list whose last item has not ended closes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from resolutions.model.keys import Keys, han_number
from resolutions.model.problems import Report
from resolutions.model.records import Key, Language, ParagraphKind
from resolutions.readers.akn.blocks import Block
from resolutions.readers.akn.inline import (
    BREAK,
    RichText,
    Token,
    cut,
    plain,
    rich_text,
)
from resolutions.readers.akn.labels import LabelledBlock, labelled
from resolutions.readers.akn.numbering import (
    ListLabel,
    article_of,
    place_of,
)
from resolutions.readers.akn.parts import parts_of, section_number, sections_of

COMMA = re.compile(r"[,，،]\W*$")
UNFINISHED = re.compile(r"[,，،;；؛、][\s”’»)）]*$")
LEADS = re.compile(r"[:：]\W*$")
TITLE_DASH = re.compile(r"\s*[-–—]\s*(?=\S)")  # 75/158. - and the title, in Arabic


@dataclass(slots=True)
class KeyedBlock:
    """A paragraph to be: what it is, and the tokens it is made of."""

    kind: ParagraphKind
    key: Key
    parent: Key | None
    label: str
    label_tokens: Sequence[Token]
    tokens: Sequence[Token]
    content: RichText
    block: Block


def arrange(
    blocks: Sequence[Block], language: Language, shown: str, report: Report, articles: bool = False
) -> list[KeyedBlock]:
    """Give each block of an instrument its kind and its key.

    `articles`: whether its own text has articles, and not only an annexed treaty.
    """
    pieces = [labelled(block, language) for block in blocks]
    parts = parts_of([piece for piece in pieces if piece.block.zone != "title"])
    units = _title([piece.block for piece in pieces if piece.block.zone == "title"])
    for number, part in enumerate(parts):
        prefix = "" if number == 0 else "annex-" if len(parts) == 2 else f"annex{number}-"
        units += _Part(part, Keys(prefix=prefix), shown, report, articles).units()
    return units


def warn_unknown(name: str, line: int, shown: str, report: Report) -> None:
    """Tell of an element that no rule knows."""
    message = f"no rule knows the element `{name}`; its text is kept"
    report.warn(shown, line, "unknown-element", message, "compare with the printed document")


def _title(blocks: Sequence[Block]) -> list[KeyedBlock]:
    """The title, and before it the number of the resolution as its label; it may have no words."""
    label: list[Token] = [token for block in blocks for token in (*block.number, BREAK)]
    tokens: list[Token] = [token for block in blocks for token in (*block.tokens, BREAK)]
    dash = TITLE_DASH.match(plain(tokens))
    if dash:
        first, tokens = cut(tokens, dash.end())
        label += first
    block = blocks[0] if blocks else Block("title", "text", 1)
    words = rich_text(label).text
    return [KeyedBlock("title", "title", None, words, label, tokens, rich_text(tokens), block)]


@dataclass(slots=True)
class _Part:
    """The resolution, or one of its annexes, as its units are made."""

    pieces: Sequence[LabelledBlock]
    keys: Keys
    shown: str
    report: Report
    articles: bool = False  # whether its own text has articles
    made: list[KeyedBlock] = field(default_factory=list)
    section: str = ""
    operative: bool = False  # whether the operative paragraphs of this section have begun
    article: Key | None = None
    last_number: int = 0

    def units(self) -> list[KeyedBlock]:
        """The units in order."""
        prefixes = sections_of(self.pieces)
        for at, piece in enumerate(self.pieces):
            if prefixes[at] != self.section:
                self.section, self.operative, self.last_number = prefixes[at], False, 0
            self._read(at, piece)
        return self.made

    @property
    def _has_articles(self) -> bool:
        return self.in_annex or self.articles

    @property
    def in_annex(self) -> bool:
        """Whether this is an annex."""
        return bool(self.keys.prefix)

    def _read(self, at: int, piece: LabelledBlock) -> None:
        role = piece.block.role
        if piece.heading:
            self._heading(piece)
        elif role in ("table", "other"):
            open_lists = self.keys.open
            self._add("table" if role == "table" else "unnumbered", self.keys.count("x"), piece)
            self.keys.open = open_lists
            if role == "other" and piece.block.name:
                warn_unknown(piece.block.name, piece.block.line, self.shown, self.report)
        elif piece.number:
            self._numbered_block(piece, piece.number)
        elif piece.item:
            self._item(at, piece, piece.item)
        elif role == "enacting":
            self._add("enacting", self.keys.unit("enacting"), piece)
        elif role == "closing" or self._closes(piece):
            self._add(self._kind("lettered"), *self._ended(piece))
        else:
            self._unnumbered(at, piece)

    def _kind(self, kind: ParagraphKind) -> ParagraphKind:
        return "annexed" if self.in_annex else kind

    def _add(
        self, kind: ParagraphKind, key: Key, piece: LabelledBlock, parent: Key | None = None
    ) -> None:
        self.made.append(
            KeyedBlock(
                kind,
                key,
                parent,
                piece.label,
                piece.label_tokens,
                piece.tokens,
                piece.content,
                piece.block,
            )
        )
        if "_" in key:
            message = f"{key.split('_')[0]} stands more than once; this one becomes {key}"
            self._warn(piece, "doubled-number", message)
        if not piece.text and kind != "table":
            self._warn(piece, "empty-paragraph", f"{key} has a number and no text")

    def _warn(self, piece: LabelledBlock, code: str, message: str) -> None:
        remedy = "compare with the printed document"
        self.report.warn(self.shown, piece.block.line, code, message, remedy)

    def _heading(self, piece: LabelledBlock) -> None:
        article = article_of(f"{piece.label} {piece.text}".strip()) if self._has_articles else None
        if article is not None:
            self.article = self.keys.unit(f"art{article}")
            self._add("heading", self.article, piece)
        else:
            if section_number(piece) is not None:
                self.article = None
            self._add("heading", self.keys.count("h"), piece)

    def _numbered_block(self, piece: LabelledBlock, number: str) -> None:
        value = int(re.sub(r"\D", "", number))
        if self.article:
            self._article_paragraph(value, piece)
            return
        unit = "p" if self.in_annex else "op"
        if value != self.last_number + 1 and not (
            value == self.last_number and number != str(value)
        ):
            message = f"paragraph {number} stands where {self.last_number + 1} was expected"
            self._warn(piece, "number-gap", message)
        self.last_number, self.operative = value, True
        self._add(self._kind("operative"), self.keys.unit(f"{self.section}{unit}{number}"), piece)

    def _article_paragraph(self, value: int, piece: LabelledBlock) -> None:
        if self.article and (not self.keys.open or self.keys.open[0][1] != self.article):
            self.keys.open = [("unit", self.article)]
        key, parent = self.keys.item("number", str(value))
        self._add("annexed", key, piece, parent)

    def _item(self, at: int, piece: LabelledBlock, label: ListLabel) -> None:
        if self.article and not self.in_annex and label.style == "listed":  # 一、各缔约国…
            self._article_paragraph(han_number(label.raw) or 0, piece)
            return
        following = self.pieces[at + 1].item if at + 1 < len(self.pieces) else None
        preamble = piece.block.zone == "preamble"
        last = self.made[-1].kind if self.made else None
        if not preamble and last in ("preambular", "enacting") and not self._under_preambular(at):
            self.keys.close()
        if not self.keys.open and (preamble or self.in_annex):
            kind = self._kind("preambular")
            self._add(kind, self.keys.count("pp" if kind == "preambular" else "x"), piece)
            return
        style, name = place_of(label, self.keys.open, following)
        key, parent = self.keys.item(style, name)
        if not key.startswith("pp"):
            self.operative = True
        self._add(self._kind("lettered"), key, piece, parent)

    def _under_preambular(self, at: int) -> bool:
        """Whether an item belongs to the preambular paragraph above it, in the main body."""
        return self.made[-1].kind == "preambular" and bool(LEADS.search(self.pieces[at - 1].text))

    def _closes(self, piece: LabelledBlock) -> bool:
        """Whether a paragraph goes on with the sentence that the list above it has left open."""
        if not self.made or not self.keys.open[1:] or self.made[-1].key != self.keys.open[-1][1]:
            return False
        if piece.block.zone == "preamble" and not piece.block.later:
            return False
        if piece.block.role == "preambular" and piece.block.zone != "preamble":
            return False
        before = self.made[-1].content.text
        return bool(UNFINISHED.search(before)) and not piece.text[:1].isupper()

    def _ended(self, piece: LabelledBlock) -> tuple[Key, LabelledBlock, Key | None]:
        key, parent = self.keys.end()
        return key, piece, parent

    def _unnumbered(self, at: int, piece: LabelledBlock) -> None:
        if self.in_annex or self.article:
            self._add("annexed", self.keys.count("x"), piece, self.article)
        elif piece.block.role == "preambular" or self._is_preambular(at, piece):
            self._add("preambular", self.keys.count("pp"), piece)
        elif self.operative and any(each.number for each in self.pieces):
            self._add("unnumbered", self.keys.count("x"), piece)
        else:
            sole = not self.operative and not any(each.number for each in self.pieces)
            self.operative = True
            self._add("operative", self.keys.unit("op1") if sole else self.keys.count("x"), piece)

    def _is_preambular(self, at: int, piece: LabelledBlock) -> bool:
        """Whether a paragraph stands before number 1 and is no act of its own."""
        if self.operative or piece.block.zone != "body":
            return False
        rest = self.pieces[at + 1 :]
        until = next((n for n, each in enumerate(rest) if each.heading), len(rest))
        more = rest[:until]
        if COMMA.search(piece.text):
            return bool(more)
        listed = bool(more) and more[0].item is not None and bool(LEADS.search(piece.text))
        return listed and any(each.number for each in more)
