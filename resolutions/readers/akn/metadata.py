"""Part of `akn`: what `meta`, the cover page, the preface and the conclusions hold, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from resolutions.readers.akn.xmlfile import Element

AROUND = ("meta", "coverPage", "preface", "conclusions")


class Metadata:
    """What stands around the text of a statement, then of the collection that holds it."""

    def __init__(self, statement: Element, collection: Element | None) -> None:
        self.name = statement.attributes.get("name", "").strip().lower()  # resolution, decision
        self.by_name: defaultdict[str, list[tuple[str, Element]]] = defaultdict(list)
        for around in (statement, collection):
            for part in around.children if around else ():
                if part.name in AROUND:
                    for each in part.descendants:
                        self.by_name[each.name].append((part.name, each))

    def find(self, name: str, part: str = "", /, **attributes: str) -> Iterator[Element]:
        """The elements of a name with these attributes; `part`: only those in it (`meta`)."""
        wanted = attributes.items()
        for around, each in self.by_name[name]:
            if part in ("", around) and wanted <= each.attributes.items():
                yield each

    def first(self, name: str, attribute: str = "", /, **attributes: str) -> str:
        """The first value that is not blank: of an attribute, else the words of the element."""
        found = (
            each.attributes.get(attribute, "").strip() if attribute else each.words
            for each in self.find(name, **attributes)
        )
        return next((each for each in found if each), "")
