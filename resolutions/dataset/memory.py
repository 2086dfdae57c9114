"""`parallel.tmx`: the paragraphs that we hold in more than one language, for tools of translators.

TMX 1.4b. Each version says whose words it is; our own translation is marked as a reading aid. Of
more than 100 instruments each has a file of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree
from lxml.builder import E

from resolutions.dataset.format import Context, Format, Item
from resolutions.dataset.records import InstrumentData
from resolutions.model.library import Files

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">'
FOOT = "</tmx>\n"


class Memory(Format):
    """A translation memory."""

    name = "parallel.tmx"

    def files(self, item: Item, edition: Context) -> Files:
        """`instruments/<slug>.tmx` of very many, where there are two languages."""
        units = _units(item.data) if edition.many else ""
        if units:
            yield f"data/instruments/{item.data.slug}.tmx", _whole(units, edition)

    def part(self, item: Item, edition: Context) -> bytes:
        """The units of an instrument."""
        return b"" if edition.many else _units(item.data).encode()

    def whole(self, parts: Sequence[bytes], edition: Context) -> Files:
        """`parallel.tmx`."""
        if not edition.many:
            yield "data/parallel.tmx", _whole(b"".join(parts).decode(), edition)


def _whole(units: str, edition: Context) -> str:
    version = edition.catalogue.edition
    header = E.header(
        creationtool="un-resolutions-edition",
        creationtoolversion=version.edition,
        creationdate=f"{version.date.replace('-', '')}T000000Z",
        segtype="paragraph",
        datatype="plaintext",
        adminlang="en",
        srclang="*all*",
        **{"o-tmf": "site/data/corpus.json"},
    )
    head = etree.tostring(header, encoding="unicode")
    return f"{HEAD}{head}<body>\n{units}</body>{FOOT}"


def _units(data: InstrumentData) -> str:
    texts: dict[str, dict[str, str]] = {}
    for language, paragraphs in data.texts.items():
        for each in paragraphs:
            if each.text:
                texts.setdefault(each.key, {})[language] = each.text
    made = (_unit(key, own, data) for key, own in texts.items() if len(own) > 1)
    return "".join(f"{etree.tostring(each, encoding='unicode')}\n" for each in made)


def _unit(key: str, texts: dict[str, str], data: InstrumentData) -> Any:
    unit = E.tu(E.prop(data.status, type="status"), tuid=f"{data.slug}#{key}")
    for language, text in texts.items():
        source = E.prop(data.authority[language], type="authority")
        unit.append(E.tuv(source, E.seg(text), **{LANG: language}))
    return unit
