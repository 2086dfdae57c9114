"""The styles of a Word file: what they say of paragraphs and of characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.docx.numbering import int_of
from resolutions.readers.docx.package import child, value


class ParagraphStyle(NamedTuple):
    """What a style says of its paragraphs."""

    name: str
    bold: bool
    centred: bool
    list: str = ""  # that numbers them
    depth: int | None = None
    hidden: bool = False


PLAIN = ParagraphStyle("", False, False)


def character_styles(root: Element | None, name: str, setting: str = "") -> Iterator[str]:
    """The character styles that have a property: raised text, as of note marks, or hidden text."""
    said = _Said(root)
    for id in said.styles:
        found = said.of(id, "rPr", name)
        if _is_on(found) and (not setting or (found and value(found) == setting)):
            yield id


def _is_on(found: Element | None) -> bool:
    return found is not None and value(found) not in ("0", "false", "off")


def paragraph_styles(root: Element | None) -> dict[str, ParagraphStyle]:
    """What each paragraph style says; what it is based on speaks where it says nothing."""
    said, made = _Said(root), {}
    for id, element in said.styles.items():
        name, align = child(element, "name"), said.of(id, "pPr", "jc")
        list_, depth = (said.of(id, "pPr", "numPr", each) for each in ("numId", "ilvl"))
        made[id] = ParagraphStyle(
            value(name) if name else "",
            _is_on(said.of(id, "rPr", "b")),
            align is not None and value(align) == "center",
            value(list_) if list_ else "",
            int_of(value(depth)) if depth else None,
            _is_on(said.of(id, "rPr", "vanish")),
        )
    return made


class _Said:
    """What the styles of a file say, each for those that are based on it."""

    def __init__(self, root: Element | None) -> None:
        parts = root.children if root else ()
        self.styles = {value(each, "styleId"): each for each in parts if each.name == "style"}

    def of(self, id: str, *names: str) -> Element | None:
        """The property of a style, or of the nearest that it is based on."""
        seen: set[str] = set()
        while id in self.styles and id not in seen:
            seen.add(id)
            if (element := child(self.styles[id], *names)) is not None:
                return element
            base = child(self.styles[id], "basedOn")
            id = value(base) if base else ""
        return None
