"""Stage: a Word file of the United Nations -> its documents and an account of its text.

Paragraphs and real footnotes come as the file has them; its styles are evidence and no more.
What is set aside has a name: page headers and footers, drawings, deleted and hidden text, comments.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from resolutions.catalogue.yamlfile import load_yaml
from resolutions.model.document import Claim, Header, Parsed, Run, Source
from resolutions.model.problems import Report
from resolutions.readers.akn.inline import (
    BREAK,
    EXPONENT,
    Call,
    Stretch,
    Token,
    call_of,
    calls,
    cut,
    plain,
    power,
    runs,
)
from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.docx.numbering import Numbering, _int
from resolutions.readers.docx.package import Package, child, is_on, value
from resolutions.readers.docx.styles import PLAIN, ParagraphStyle, paragraph_styles, raised_styles
from resolutions.readers.printed.alike import alike
from resolutions.readers.printed.build import build
from resolutions.readers.printed.sheet import Para, PrintedNote, Sheet

HEADING = re.compile(r"H\d*|HCh|HM|H[_ ]?\d+.*|[Hh]eading ?\d|Title|Überschrift.*", re.ASCII)
KAI = re.compile("楷|Kai", re.IGNORECASE)
BRACKETS = re.compile(r"[()（）\s]+")
NOTE_LABEL = re.compile(r"\s*(?:\(\s*\d*\s*\)|\*+(?=\s)|\d+(?=\s*\t))\s*")  # ( ), (3), *
DELETED = ("del", "moveFrom")
DRAWINGS = (
    "drawing",
    "pict",
    "object",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
)
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}
THROUGH = (
    "ins",
    "moveTo",
    "hyperlink",
    "smartTag",
    "fldSimple",
    "sdt",
    "sdtContent",
    "customXml",
    "bdo",
    "dir",
)
DEEPEST = 40  # tables and text boxes inside each other


class InlinePiece(NamedTuple):
    """A stretch of a paragraph before it has its place in a line."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    use: str = ""  # the artefact it is; "" for text
    mark: str = ""  # the label of the note it calls


def read_docx(path: Path, shown: str, report: Report) -> list[Parsed]:
    """Read a Word file; an empty list, and a problem, where it holds nothing that can be read."""
    parts = Package(path, shown, report).parts()
    if not parts:
        return []
    given_path = path.with_suffix(".yml")
    given = (
        load_yaml(given_path, f"{shown.rpartition('/')[0]}/{given_path.name}", Header, report)
        if given_path.exists()
        else None
    )
    pages = _Word(parts)
    sheet = pages.sheet()
    source = Source(
        file=shown,
        name=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        header=given or Header(symbol="", language="en", authority="un-document"),
        header_file=shown,
        lines=tuple(pages.lines),
    )
    parsed = build(sheet, source, given, report)
    return [parsed] if parsed else []


class _Word:
    """The paragraphs of a Word file, each a line of its source."""

    def __init__(self, parts: dict[str, Element]) -> None:
        self.parts = parts
        self.lines: list[str] = []
        self.aside: list[Claim] = []
        self.counts: dict[str, int] = {}
        self.numbering = Numbering(parts.get("word/numbering.xml"))
        self.styles = paragraph_styles(parts.get("word/styles.xml"))
        self.raised_styles = set(raised_styles(parts.get("word/styles.xml")))
        self.separated = False  # whether the field that is open shows its result
        self.called: dict[tuple[str, str], str] = {}  # (kind, id) of a note -> its label

    def sheet(self) -> Sheet:
        """The text, the notes in the order of their marks, the headers and what is set aside."""
        document = self.parts["word/document.xml"]
        body = child(document, "body") or document
        paras = list(self._blocks(body, 0))
        notes = list(self._notes())
        top = []
        for name, root in sorted(self.parts.items()):
            if name.startswith("word/header"):
                top += list(self._blocks(root, 0))
            elif name.startswith("word/footer") or name == "word/comments.xml":
                kind = "page-foot" if "footer" in name else "comment"
                for para in self._flat(self._blocks(root, 0)):
                    self._set_aside(para, f"artefact:{kind}")
        labels = {note.label for note in notes}
        paras = [self._raised(para, labels) for para in paras]
        return Sheet(
            paras=tuple(paras),
            notes=tuple(notes),
            top=tuple(self._flat(top)),
            aside=tuple(self.aside),
            alike=self.counts,
        )

    def _set_aside(self, para: Para, use: str) -> None:
        for token in para.tokens:
            if isinstance(token, Stretch) and token.run.line and token.run.text.strip():
                self.aside.append(Claim(token.run, use))

    def _flat(self, paras: Iterator[Para] | Sequence[Para]) -> Iterator[Para]:
        for para in paras:
            yield from self._flat(para.cells) if para.cells else (para,)

    # --- paragraphs and tables -------------------------------------------------------------

    def _blocks(self, element: Element, depth: int) -> Iterator[Para]:
        if depth > DEEPEST:
            return
        for part in element.children:
            if part.name == "p":
                yield from self._split_paragraph(part, depth)
            elif part.name == "tbl":
                yield self._table(part, depth)
            elif part.name in (*THROUGH, "txbxContent"):
                yield from self._blocks(part, depth + 1)

    def _table(self, table: Element, depth: int) -> Para:
        rows = []
        cells: list[Para] = []
        for row in (
            each
            for part in table.children
            for each in ([part] if part.name == "tr" else part.children)
            if each.name == "tr"
        ):
            made = []
            for cell in (each for part in row.children for each in _cells(part)):
                own = [each for each in self._flat(self._blocks(cell, depth + 1)) if each.tokens]
                cells += own
                made.append(
                    tuple(token for each in own for token in (*each.label, *each.tokens, BREAK))
                )
            rows.append(tuple(made))
        tokens = tuple(token for row in rows for cell in row for token in cell)
        return Para(
            tokens,
            cells[0].line if cells else len(self.lines),
            rows=tuple(rows),
            cells=tuple(cells),
        )

    def _split_paragraph(self, element: Element, depth: int) -> Iterator[Para]:
        properties = child(element, "pPr")
        style = child(properties, "pStyle")
        own = self.styles.get(value(style), PLAIN) if style else PLAIN
        boxes: list[Element] = []
        pieces = list(self._pieces(element, boxes, own.bold))
        line = len(self.lines) + 1
        tokens = self._laid(pieces)
        label = self._label(properties, own) if plain(tokens).strip() else ""
        align = child(properties, "jc")
        words = [each for each in pieces if each.text.strip() and not each.use and not each.mark]
        yield Para(
            tokens=tokens,
            line=line,
            label=(Stretch(Run(0, 0, len(label) + 1, f"{label} ")),) if label else (),
            centred=value(align) == "center" if align else own.centred,
            bold=bool(words) and all(each.bold for each in words),
            heading=bool(
                HEADING.fullmatch(value(style) if style else "") or HEADING.fullmatch(own.name)
            ),
        )
        for box in boxes:
            for para in self._flat(self._blocks(box, depth + 1)):
                self._set_aside(para, "artefact:drawing")

    def _label(self, properties: Element | None, style: ParagraphStyle) -> str:
        found = child(properties, "numPr") or style.number
        number, depth = child(found, "numId"), child(found, "ilvl")
        return (
            self.numbering.label(value(number), _int(value(depth)) if depth else 0)
            if number
            else ""
        )

    # --- the runs of a paragraph -----------------------------------------------------------

    def _pieces(
        self, element: Element, boxes: list[Element], bold: bool, use: str = ""
    ) -> Iterator[InlinePiece]:
        """The stretches of a paragraph; field codes are no text, their results are."""
        code = 0  # fields open, their codes not yet ended
        for part in element.children:
            if part.name == "r":
                state = [each for each in part.children if each.name == "fldChar"]
                kinds = [value(each, "fldCharType") for each in state]
                code += kinds.count("begin")
                yield from self._run(
                    part,
                    boxes,
                    bold,
                    "field-code"
                    if code
                    and "begin" not in kinds
                    and "separate" not in kinds
                    and "end" not in kinds
                    else use,
                )
                code -= min(
                    code,
                    kinds.count("separate") + (kinds.count("end") if not self.separated else 0),
                )
                self.separated = "separate" in kinds or (self.separated and "end" not in kinds)
            elif part.name in THROUGH:
                yield from self._pieces(part, boxes, bold, use)
            elif part.name in DELETED:
                yield from self._pieces(part, boxes, bold, "deleted")

    def _run(
        self, run: Element, boxes: list[Element], bold: bool, use: str
    ) -> Iterator[InlinePiece]:
        properties = child(run, "rPr")
        if is_on(properties, "vanish"):
            use = use or "hidden"
        font = child(properties, "rFonts")
        height = child(properties, "vertAlign")
        own = child(properties, "b")
        shape = InlinePiece(
            "",
            bold=is_on(properties, "b") if own is not None else bold,
            italic=is_on(properties, "i") or bool(font and KAI.search(value(font, "eastAsia"))),
            raised=bool(height and value(height) == "superscript") or self._is_raised(properties),
            use=use,
        )
        custom = False
        for part in run.children:
            if part.name in ("footnoteReference", "endnoteReference"):
                custom = value(part, "customMarkFollows") in ("1", "true", "on")
                kind = part.name.removesuffix("Reference")
                if custom:
                    following = (
                        "".join(each.words for each in run.children if each.name == "t") or "*"
                    )
                    self.called[kind, value(part, "id")] = following
                    yield shape._replace(text=following, use="note-mark", mark=following)
                else:
                    yield shape._replace(mark=self._number(kind, value(part, "id")))
            elif part.name in ("t", "delText") and not custom:
                text = "".join(each.text for each in part.runs)
                yield shape._replace(text=text)
            elif part.name in SIGNS:
                yield shape._replace(text=SIGNS[part.name])
            elif part.name == "sym":
                code = value(part, "char")
                yield shape._replace(
                    text=chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) else ""
                )
            elif part.name in DRAWINGS:
                choices = [each for each in part.children if each.name.endswith("}Choice")] or [
                    part
                ]
                boxes += [
                    each
                    for choice in choices
                    for each in choice.descendants
                    if each.name == "txbxContent"
                ]

    def _is_raised(self, properties: Element | None) -> bool:
        style = child(properties, "rStyle")
        return style is not None and value(style) in self.raised_styles

    def _number(self, kind: str, id: str) -> str:
        """The label of a note: those without one of their own count in the order of their marks."""
        if (kind, id) not in self.called:
            taken = sum(label.isdecimal() for label in self.called.values())
            self.called[kind, id] = str(taken + 1)
        return self.called[kind, id]

    def _laid(self, pieces: list[InlinePiece]) -> tuple[Token, ...]:
        """Make a line of the stretches of a paragraph, its characters made alike."""
        number = len(self.lines) + 1
        written = ""
        tokens: list[Token] = []
        for piece in pieces:
            if piece.mark and piece.use != "note-mark":
                tokens.append(call_of(piece.mark))
                continue
            (text,), counts = alike([piece.text])
            for kind, count in counts.items():
                self.counts[kind] = self.counts.get(kind, 0) + count
            run = Run(number, len(written), len(written) + len(text), text)
            written += text
            if piece.use:
                self.aside.append(
                    Claim(run, piece.use if piece.use == "note-mark" else f"artefact:{piece.use}")
                )
                if piece.mark:
                    tokens.append(call_of(piece.mark))
            elif text:
                tokens.append(
                    Stretch(run, piece.bold or piece.italic, "raised" if piece.raised else "")
                )
        self.lines.append(written)
        return tuple(tokens)

    def _raised(self, para: Para, labels: set[str]) -> Para:
        """Raised figures that name a note call it again; links are none of a Word file's text."""
        tokens: list[Token] = []
        before = ""
        for place, token in enumerate(para.tokens):
            if not isinstance(token, Stretch):
                tokens.append(token)
                continue
            figures = token.run.text.strip()
            beside = para.tokens[max(place - 1, 0) : place + 2]
            if BRACKETS.fullmatch(figures) and token.link == "raised" and calls(beside):
                self.aside.append(Claim(token.run, "note-mark"))  # the brackets of (1)
            elif token.link == "raised" and figures in labels and not EXPONENT.search(before):
                self.aside.append(Claim(token.run, "note-mark"))
                tokens.append(call_of(figures))
            else:
                raised = token.link == "raised" and figures.isdecimal()
                tokens.append((power(token, before) if raised else token)._replace(link=""))
            before = token.run.text
        rows = tuple(
            tuple(
                tuple(t._replace(link="") if isinstance(t, Stretch) else t for t in cell)
                for cell in row
            )
            for row in para.rows
        )
        cells = tuple(self._raised(each, set()) for each in para.cells)
        return para._replace(tokens=tuple(tokens), rows=rows, cells=cells)

    # --- notes -----------------------------------------------------------------------------

    def _notes(self) -> Iterator[PrintedNote]:
        """The notes that are called, in the order of their marks; the others have no place."""
        for kind in ("footnote", "endnote"):
            root = self.parts.get(f"word/{kind}s.xml")
            by_id = {value(each, "id"): each for each in root.children} if root else {}
            for (own, id), label in list(self.called.items()):
                if own == kind and id in by_id:
                    yield self._note(by_id.pop(id), label)
            for note in by_id.values():
                for para in self._flat(self._blocks(note, 0)):
                    self._set_aside(
                        para,
                        "artefact:note-rule" if value(note, "type") else "artefact:uncalled-note",
                    )

    def _note(self, note: Element, label: str) -> PrintedNote:
        paras = [each for each in self._flat(self._blocks(note, 0)) if each.tokens]
        tokens: tuple[Token, ...] = tuple(
            token._replace(link="") if isinstance(token, Stretch) else token
            for para in paras
            for token in (*para.tokens, BREAK)
            if not isinstance(token, Call)
        )
        printed = NOTE_LABEL.match(plain(tokens))
        if printed and re.sub(r"\D", "", printed[0]) in ("", label):
            first, rest = cut(tokens, printed.end())
            self.aside += [Claim(run, "label") for run in runs(first)]
            tokens = tuple(rest)
        return PrintedNote(label, tokens, paras[0].line if paras else 1)


def _cells(part: Element) -> Iterator[Element]:
    if part.name == "tc":
        yield part
    elif part.name in THROUGH:
        for each in part.children:
            yield from _cells(each)
