"""The runs of a Word file -> stretches of text and note marks, as a paragraph has them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.docx.package import child, is_on, value

KAI = re.compile("楷|Kai", re.IGNORECASE)
DELETED = ("del", "moveFrom")
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

    def __init__(self, raised_styles: Collection[str]) -> None:
        self.raised_styles = raised_styles
        self.separated = False  # whether the field that is open shows its result
        self.called: dict[tuple[str, str], str] = {}

    def read(self, element: Element, bold: bool) -> Inline:
        """A paragraph; field codes are no text, their results are. `bold`: its style is."""
        parts = tuple(self._parts(element, bold, ""))
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
                yield from _boxes(part)
            elif part.name == "ruby":  # how to say a character stands above it: no text
                for base in (each for each in part.children if each.name == "rubyBase"):
                    yield from self._parts(base, bold, use)

    def _is_raised(self, properties: Element | None) -> bool:
        style = child(properties, "rStyle")
        return style is not None and value(style) in self.raised_styles

    def _number(self, kind: str, id: str) -> str:
        """The label of a note: those without one of their own count in the order of their marks."""
        if (kind, id) not in self.called:
            taken = sum(label.isdecimal() for label in self.called.values())
            self.called[kind, id] = str(taken + 1)
        return self.called[kind, id]


def _boxes(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing; of one that comes in two forms, those of the first."""
    choices = [each for each in drawing.children if each.name.endswith("}Choice")]
    for choice in choices or [drawing]:
        yield from (each for each in choice.descendants if each.name == "txbxContent")
