"""Part of `akn`: the elements around a text that say things of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from resolutions.readers.akn.xmlfile import Element

AROUND = ("meta", "coverPage", "preface", "conclusions")


class Sayings:
    """A statement and the collection around it: the nearer one speaks first."""

    def __init__(self, statement: Element, collection: Element | None) -> None:
        self.name = statement.attributes.get("name", "").strip().lower()  # resolution, decision
        self.by_name: defaultdict[str, list[tuple[str, Element]]] = defaultdict(list)
        for around in (statement, collection):
            for part in around.children if around else ():
                if part.name in AROUND:
                    for each in part.descendants:
                        self.by_name[each.name].append((part.name, each))

    def find(self, name: str, part: str = "", /, **attributes: str) -> Iterator[Element]:
        """The elements that say a thing, outside the text and its annexes; in one part of them."""
        wanted = attributes.items()
        for around, each in self.by_name[name]:
            if part in ("", around) and wanted <= each.attributes.items():
                yield each

    def said(self, name: str, attribute: str = "", /, **attributes: str) -> str:
        """The first thing said that is no blank: an attribute, or the words."""
        found = (
            each.attributes.get(attribute, "").strip() if attribute else each.words
            for each in self.find(name, **attributes)
        )
        return next((each for each in found if each), "")
