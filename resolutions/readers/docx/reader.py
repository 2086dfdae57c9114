"""Stage: a Word file of the United Nations -> its documents and an account of its text.

Paragraphs and real footnotes come as the file has them; its styles are evidence and no more.
What is set aside has a name: page headers and footers, drawings, deleted and hidden text, comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from resolutions.model.document import Claim, Parsed, Run
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
from resolutions.readers.docx.package import Package, child, value
from resolutions.readers.docx.runs import THROUGH, InlinePiece, RunReader
from resolutions.readers.docx.styles import PLAIN, ParagraphStyle, paragraph_styles, raised_styles
from resolutions.readers.printed.alike import alike
from resolutions.readers.printed.build import build
from resolutions.readers.printed.sheet import Para, PrintedNote, Sheet
from resolutions.readers.printed.source import header_beside, source_of

HEADING = re.compile(r"H\d*|HCh|HM|H[_ ]?\d+.*|[Hh]eading ?\d|Title|Überschrift.*", re.ASCII)
BRACKETS = re.compile(r"[()（）\s]+")
NOTE_LABEL = re.compile(r"\s*(?:\(\s*\d*\s*\)|\*+(?=\s)|\d+(?=\s*\t))\s*")  # ( ), (3), *
DEEPEST = 40  # tables and text boxes inside each other


def read_docx(path: Path, shown: str, report: Report) -> list[Parsed]:
    """Read a Word file; an empty list, and a problem, where it holds nothing that can be read."""
    parts = Package(path, shown, report).parts()
    if not parts:
        return []
    given = header_beside(path, shown, report)
    pages = _Word(parts)
    sheet = pages.sheet()
    source = source_of(path, path.read_bytes(), shown, given, pages.lines)
    parsed = build(sheet, source, given, report)
    return [parsed] if parsed else []


class _Word:
    """The paragraphs of a Word file, each a line of its source."""

    def __init__(self, parts: dict[str, Element]) -> None:
        self.parts = parts
        self.lines: list[str] = []
        self.aside: list[Claim] = []
        self.counts: dict[str, int] = {}
        self.numbering = Numbering.of(parts.get("word/numbering.xml"))
        self.styles = paragraph_styles(parts.get("word/styles.xml"))
        self.runs = RunReader(set(raised_styles(parts.get("word/styles.xml"))))

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
        pieces = list(self.runs.pieces(element, boxes, own.bold))
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
            for (own, id), label in list(self.runs.called.items()):
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
