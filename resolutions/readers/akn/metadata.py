"""Part of `akn`: what `meta`, the cover page, the preface and the conclusions hold, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from resolutions.readers.akn.xmlfile import Element

AROUND = ("meta", "coverPage", "preface", "conclusions")


class Metadata(NamedTuple):
    """What stands around the text of a statement, then of the collection that holds it."""

    name: str  # of the statement: resolution, decision
    by_name: Mapping[str, Sequence[tuple[str, Element]]]  # elements, each with where it stands

    @classmethod
    def of(cls, statement: Element, collection: Element | None) -> Metadata:
        """Gather the elements of a statement and of its collection."""
        by_name: defaultdict[str, list[tuple[str, Element]]] = defaultdict(list)
        for around in (statement, collection):
            for part in around.children if around else ():
                if part.name in AROUND:
                    for each in part.descendants:
                        by_name[each.name].append((part.name, each))
        return cls(statement.attributes.get("name", "").strip().lower(), by_name)

    def find(self, name: str, part: str = "", /, **attributes: str) -> Iterator[Element]:
        """The elements of a name with these attributes; `part`: only those in it (`meta`)."""
        wanted = attributes.items()
        for around, each in self.by_name.get(name, ()):
            if part in ("", around) and wanted <= each.attributes.items():
                yield each

    def first(self, name: str, attribute: str = "", /, **attributes: str) -> str:
        """The first value that is not blank: of an attribute, else the words of the element."""
        found = (
            each.attributes.get(attribute, "").strip() if attribute else each.words
            for each in self.find(name, **attributes)
        )
        return next((each for each in found if each), "")
