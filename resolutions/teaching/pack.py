"""What a pack is: a format that writes files into `dist/packs/`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Library
from resolutions.teaching.questions import Question, Source

Packs = Iterator[tuple[str, bytes]]  # path below dist/packs/, content
EPOCH = (1980, 1, 1, 0, 0, 0)


class Course(NamedTuple):
    """All that a pack may take from: the texts in each language, and their questions."""

    library: Library
    catalogue: Catalogue
    sources: tuple[Source, ...]
    questions: dict[tuple[str, str], tuple[Question, ...]]  # by slug and language

    def languages(self) -> list[str]:
        """The languages in which something can be read."""
        return list(dict.fromkeys(each.language for each in self.sources))


class Pack:
    """A format of the tools of teaching."""

    name: str  # unique in the table

    def files(self, course: Course) -> Packs:
        """Its files, by path below `dist/packs/`."""
        raise NotImplementedError


def xml(root: Element) -> bytes:
    """A document of XML, in lines."""
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def child(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """An element in another."""
    made = SubElement(parent, name, attributes)
    if text:
        made.text = text
    return made


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip: the same bytes for the same files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return held.getvalue()
