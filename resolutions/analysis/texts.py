"""An instrument in all its languages, and the order in which instruments and languages stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from resolutions.model.document import Document, Unpaired
from resolutions.model.records import Key, Language, record

PREFERENCE = ("zh", "en", "fr", "es", "ru", "ar")


def in_order(documents: Iterable[Document]) -> list[Document]:
    """The documents in the order of the edition: by year, by symbol, as printed within a file."""
    return sorted(documents, key=by_year_and_symbol)


def by_year_and_symbol(document: Document) -> tuple[object, ...]:
    """A key to sort by: 66/9 before 66/10."""
    parts = re.split(r"(\d+)", document.source.header.symbol)
    natural = tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)
    return document.year, natural, document.lines.start


def reference_of(languages: Sequence[Language]) -> Language:
    """The language whose numbering gives the keys, where none was published before."""
    return min(languages, key=lambda code: (*PREFERENCE, code).index(code))


@record
class Texts:
    """An instrument in every language, all under one list of keys."""

    slug: str
    reference: Language
    documents: dict[Language, Document]
    unpaired: dict[Language, tuple[Unpaired, ...]]


def missing(texts: Texts, language: Language) -> list[Key]:
    """The keys of the reference that a text has no unit for."""
    own = {paragraph.key for paragraph in texts.documents[language].paragraphs}
    return [p.key for p in texts.documents[texts.reference].paragraphs if p.key not in own]
