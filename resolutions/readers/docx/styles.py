"""The styles of a Word file: what they say of paragraphs and of characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.docx.package import child, value


class ParagraphStyle(NamedTuple):
    """What a style says of its paragraphs."""

    name: str
    bold: bool
    centred: bool
    number: Element | None


PLAIN = ParagraphStyle("", False, False, None)


def raised_styles(root: Element | None) -> Iterator[str]:
    """The character styles that raise their text, as those of note marks do."""
    for style in root.children if root else ():
        height = child(style, "rPr", "vertAlign")
        if height is not None and value(height) == "superscript":
            yield value(style, "styleId")


def paragraph_styles(root: Element | None) -> dict[str, ParagraphStyle]:
    """What each paragraph style says; what it is based on speaks where it says nothing."""
    found: dict[str, Element] = (
        {value(each, "styleId"): each for each in root.children if each.name == "style"}
        if root
        else {}
    )

    def said(id: str, *names: str) -> Element | None:
        seen: set[str] = set()
        while id in found and id not in seen:
            seen.add(id)
            if (element := child(found[id], *names)) is not None:
                return element
            base = child(found[id], "basedOn")
            id = value(base) if base else ""
        return None

    made = {}
    for id, element in found.items():
        bold, align, name = said(id, "rPr", "b"), said(id, "pPr", "jc"), child(element, "name")
        made[id] = ParagraphStyle(
            value(name) if name else "",
            bold is not None and value(bold) not in ("0", "false", "off"),
            align is not None and value(align) == "center",
            said(id, "pPr", "numPr"),
        )
    return made
