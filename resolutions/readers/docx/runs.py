"""The runs of a Word file -> stretches of text and note marks, as a paragraph has them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.docx.numbering import int_of
from resolutions.readers.docx.package import child, is_on, value

KAI = re.compile("楷|Kai", re.IGNORECASE)
DELETED = ("del", "moveFrom")
UNSEEN = ("deleted", "hidden")  # whose marks call no note
LIFTED = 3  # half points: so far above the line a mark stands that is raised by hand
HEX = re.compile("[0-9A-Fa-f]{4}")
SYMBOLS = {  # of the font Symbol, by the lower byte of their code: its figures are plain ones
    **{code: chr(code) for code in (0x20, *range(0x28, 0x2A), *range(0x2E, 0x3C), 0x3D)},
    0x2D: "−", 0x6D: "μ", 0xA2: "′", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD7: "⋅",
}  # fmt: skip
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
DRAWINGS = ("drawing", "pict", "object", ALTERNATE)
TEXT = re.compile(r"(?:^|\})t$")  # <w:t>, <m:t> of a formula
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


class InlinePiece(NamedTuple):
    """A stretch of a paragraph before it has its place in a line."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    use: str = ""  # the artefact it is; "" for text
    mark: str = ""  # the label of the note it calls


class Inline(NamedTuple):
    """What a paragraph holds: its stretches, and the text boxes that are anchored in it."""

    pieces: tuple[InlinePiece, ...]
    boxes: tuple[Element, ...]


class RunReader:
    """Reads the runs of paragraphs in their order: fields and notes go on from one to the next.

    `called` are the notes called so far, each with its label: by kind and id.
    """

    def __init__(
        self, raised: Collection[str], hidden: Collection[str], first: Mapping[str, int]
    ) -> None:
        self.raised, self.hidden = raised, hidden  # character styles
        self.first = first  # the number of the first note of a kind, where that is not 1
        self.separated = False  # whether the field that is open shows its result
        self.called: dict[tuple[str, str], str] = {}

    def read(self, element: Element, bold: bool, hidden: bool = False) -> Inline:
        """A paragraph; field codes are no text, their results are. `bold`, `hidden`: its style."""
        parts = tuple(self._parts(element, bold, "hidden" if hidden else ""))
        return Inline(
            tuple(part for part in parts if isinstance(part, InlinePiece)),
            tuple(part for part in parts if isinstance(part, Element)),
        )

    def _parts(self, element: Element, bold: bool, use: str) -> Iterator[InlinePiece | Element]:
        code = 0  # fields open, their codes not yet ended
        for part in element.children:
            if part.name == "r":
                state = [each for each in part.children if each.name == "fldChar"]
                kinds = [value(each, "fldCharType") for each in state]
                code += kinds.count("begin")
                yield from self._run(
                    part,
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
                yield from self._parts(part, bold, use)
            elif part.name in DELETED:
                yield from self._parts(part, bold, "deleted")
            elif part.name == ALTERNATE:
                for chosen in itertools.islice(part.children, 1):
                    yield from self._parts(chosen, bold, use)
            elif text := "".join(each.words for each in part.descendants if TEXT.search(each.name)):
                yield InlinePiece(text, use="drawing")  # a formula, or what Word may yet invent

    def _run(self, run: Element, bold: bool, use: str) -> Iterator[InlinePiece | Element]:
        properties = child(run, "rPr")
        if self._is_hidden(properties):
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
                if use in UNSEEN:
                    continue
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
                yield _symbol(part, shape)
            elif part.name in DRAWINGS:
                yield from _boxes(part)
            elif part.name == "ruby":  # how to say a character stands above it: no text
                for base in (each for each in part.children if each.name == "rubyBase"):
                    yield from self._parts(base, bold, use)

    def _is_raised(self, properties: Element | None) -> bool:
        style, position = child(properties, "rStyle"), child(properties, "position")
        lifted = position is not None and int_of(value(position)) >= LIFTED
        return lifted or (style is not None and value(style) in self.raised)

    def _is_hidden(self, properties: Element | None) -> bool:
        style = child(properties, "rStyle")
        if child(properties, "vanish") is not None:
            return is_on(properties, "vanish")
        return style is not None and value(style) in self.hidden

    def _number(self, kind: str, id: str) -> str:
        """The label of a note: those without one of their own count in the order of their marks."""
        if (kind, id) not in self.called:
            taken = sum(label.isdecimal() for label in self.called.values())
            self.called[kind, id] = str(taken + self.first.get(kind, 1))
        return self.called[kind, id]


def _symbol(part: Element, shape: InlinePiece) -> InlinePiece:
    """A sign of a font of signs; one of which only that font knows what it is, is told."""
    code = int(value(part, "char") or "0", 16) if HEX.fullmatch(value(part, "char")) else 0
    known = SYMBOLS.get(code & 0xFF) if value(part, "font") == "Symbol" else None
    if known or not 0xE000 <= code < 0xF900:
        return shape._replace(text=known or (chr(code) if code else ""))
    return shape._replace(text=chr(code), use=shape.use or "drawing")


def _boxes(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing; of one that comes in two forms, those of the first."""
    choices = [each for each in drawing.children if each.name.endswith("}Choice")]
    for choice in choices or [drawing]:
        yield from (each for each in choice.descendants if each.name == "txbxContent")
