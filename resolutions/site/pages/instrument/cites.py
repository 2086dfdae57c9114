"""The instruments that an instrument cites: what the previews on its page show."""

from __future__ import annotations

from resolutions.model.findings import Reading
from resolutions.model.library import Library
from resolutions.model.records import Language, Target, record
from resolutions.web import urls
from resolutions.web.strings import Strings


@record
class CitedEntry:
    """An instrument cited on the page: what a preview shows."""

    anchor: str
    symbol: str
    name: str
    language: Language
    confirmed: bool
    href: str  # its text, or its entry in the list of the cited
    held: bool
    official: str
    places: tuple[tuple[str, str], ...]  # on this page: address, name


def cited_in(reading: Reading, library: Library, words: Strings, path: str) -> list[CitedEntry]:
    """An entry for each instrument that paragraphs or notes cite, with where each first does."""
    head = library.heads[reading.document.slug]
    places: dict[Target, list[tuple[str, str]]] = {}
    found = [(key, f.citations) for key, f in reading.findings.items()]
    found += list(reading.note_citations.items())
    for key, citations in found:
        for citation in citations:
            if citation.target and citation.first:
                name = words.place(head, key)
                places.setdefault(citation.target, []).append((f"#{key}", name))
    return [_entry(target, library, words, path, tuple(places[target])) for target in places]


def _entry(
    target: Target, library: Library, words: Strings, path: str, places: tuple[tuple[str, str], ...]
) -> CitedEntry:
    """What is known of something cited, and where it leads from `path`."""
    instrument = words.catalogue.instruments.get(target)
    slug = library.by_symbol.get(target)
    return CitedEntry(
        anchor=urls.anchor(target),
        symbol=words.symbol(target) if "/" in target else "",
        name=words.name(instrument.names) if instrument else "",
        language=words.language_of(instrument.names) if instrument else words.language,
        confirmed=words.confirmed(instrument) if instrument else True,
        href=urls.relative(path, urls.resolution(slug) if slug else words.entry(target)),
        held=slug is not None,
        official=urls.instrument_link(instrument, target, words.language) or "",
        places=places,
    )
