"""Part of `akn`: the head and the closing of a statement: its title, and the text around it."""

from __future__ import annotations

from collections.abc import Iterator

from resolutions.model.document import Run
from resolutions.readers.akn.blocks import Block
from resolutions.readers.akn.inline import BREAK, Token, plain
from resolutions.readers.akn.tokens import LineReader
from resolutions.readers.akn.xmlfile import Element


def title_of(preface: Element, lines: LineReader) -> Block | None:
    """The number and the title at the head of the text, wherever the file breaks it."""
    number: list[Token] = []
    tokens: list[Token] = []
    for part in preface.children:
        for child in part.content if part.name == "p" else (part,):
            to = number if isinstance(child, Element) and child.name == "docNumber" else tokens
            to += [BREAK, *lines.tokens([child])]
    if not plain((*number, *tokens)).strip():
        return None
    return Block("title", "text", preface.line, tuple(number), tuple(tokens))


def metadata_uses(element: Element, use: str = "") -> Iterator[tuple[Run, str]]:
    """The text of the cover page, of the conclusions and of what stands in `meta`."""
    name = element.attributes.get("name") if element.name == "inline" else None
    use = (name or element.name.rpartition("}")[2]).replace(" ", "-")
    for part in element.content:
        if isinstance(part, Element):
            yield from metadata_uses(part)
        elif part.text.strip():
            yield part, f"metadata:{use}"
