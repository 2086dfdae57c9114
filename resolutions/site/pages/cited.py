"""The pages of the instruments cited, by class, each entry with who cites it and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolutions.corpus.cited_lists import MOST_CITING, in_order
from resolutions.model.library import Head, Library, Page, Place
from resolutions.model.records import Key, Language, Target, record
from resolutions.site.pages.citations import citation_map
from resolutions.site.pages.excerpt import Quote, shown_in
from resolutions.site.pages.parts import PartLink, by
from resolutions.web import urls
from resolutions.web.strings import CitedName, Strings


@record
class CitingPlace:
    """A paragraph or note that cites it, with its words."""

    href: str
    name: str
    only: tuple[Language, str] | None  # another language whose text cites it here, and its name
    quote: Quote | None  # None in a large corpus, and where it has no words


@record
class Citing:
    """A text that cites it."""

    label: str
    href: str
    places: tuple[CitingPlace, ...]


Quotes = Mapping[tuple[Place, Target], Quote]


@record
class Entry:
    """Something cited: its names, its official address, and every place that cites it."""

    anchor: str
    symbol: str
    name: str
    language: Language
    confirmed: bool
    names: tuple[tuple[Language, str, str, str], ...]  # language, direction, name, source
    date: str
    official: str
    document: str
    held: str  # the way to the text we hold
    note: str
    citing: tuple[Citing, ...]
    texts: int  # that cite it; `citing` has the newest
    count: int


def cited_pages(library: Library, words: Strings, quotes: Quotes) -> list[Page]:
    """The overview and one page a class; `quotes`: the words of the places that cite."""
    classes: dict[str, list[Target]] = {name: [] for name in urls.CITED_CLASSES}
    for target in library.cited_by:
        instrument = words.catalogue.instruments.get(target)
        classes[urls.cited_class(target, instrument.kind if instrument else None)].append(target)
    pages = [
        Page(
            path=urls.CITED,
            template="cited-index.html.jinja",
            language=words.language,
            title=words("nav.cited"),
            description=words("cited.lead"),
            content={
                "map": citation_map(library, words),
                "classes": [
                    (name, words(f"cited.{name}"), len(targets), _most(targets, library, words))
                    for name, targets in classes.items()
                    if targets
                ],
            },
        )
    ]
    for name, targets in classes.items():
        if targets:
            pages += _class_pages(name, targets, library, words, quotes)
    return pages


def _most(
    targets: list[Target], library: Library, words: Strings
) -> list[tuple[str, CitedName, int]]:
    counted = sorted(targets, key=lambda target: (-len(library.cited_by[target]), target))
    return [
        (
            urls.relative(urls.CITED, words.entry(target)),
            words.cited(target),
            len(library.cited_by[target]),
        )
        for target in counted[:5]
    ]


def _class_pages(
    name: str, targets: list[Target], library: Library, words: Strings, quotes: Quotes
) -> Iterator[Page]:
    pages = by((library.cited_parts.get(each, ""), each) for each in sorted(targets, key=in_order))
    own = {*targets}
    later = (part for target, part in library.cited_parts.items() if target in own)
    order = list(dict.fromkeys(["", *later]))
    for page, shown in pages.items():
        path = urls.cited_list(name, page)
        yield Page(
            path=path,
            template="cited.html.jinja",
            language=words.language,
            title=words(f"cited.{name}"),
            description=words("cited.lead"),
            content={
                "name": words(f"cited.{name}"),
                "large": library.large,
                "parts": [
                    PartLink(
                        name=_sessions(pages[each]),
                        href=urls.relative(path, urls.cited_list(name, each)),
                        count=len(pages[each]),
                        current=each == page,
                    )
                    for each in (order if len(order) > 1 else ())
                ],
                "entries": [_entry(target, library, words, quotes, path) for target in shown],
            },
        )


def _sessions(targets: Sequence[Target]) -> str:
    """What a page of a list holds: 75–71, 70, U–A."""
    parts = [urls.cited_part(target).upper() for target in targets]
    newest, oldest = max(parts, key=in_order), min(parts, key=in_order)
    return newest if newest == oldest else f"{newest}–{oldest}"


def _entry(target: Target, library: Library, words: Strings, quotes: Quotes, path: str) -> Entry:
    instrument = words.catalogue.instruments.get(target)
    slug = library.by_symbol.get(target)
    document = instrument.document or "" if instrument else ""
    if document and instrument and instrument.section:
        document += words("comma") + words.within(instrument.section)
    return Entry(
        anchor=urls.anchor(target),
        symbol=words.symbol(target) if "/" in target else "",
        name=words.name(instrument.names) if instrument else "",
        language=words.language_of(instrument.names) if instrument else words.language,
        confirmed=words.confirmed(instrument) if instrument else True,
        names=words.names(instrument.names, instrument.sources) if instrument else (),
        date=words.date(instrument.adopted) if instrument and instrument.adopted else "",
        official=urls.instrument_link(instrument, target, words.language) or "",
        document=document,
        held=urls.relative(path, urls.resolution(slug)) if slug else "",
        note=words.name(instrument.note) if instrument else "",
        citing=_citing(target, library, words, quotes, path),
        texts=len({place.slug for place in library.cited_by[target]}),
        count=len(library.cited_by[target]),
    )


def _citing(
    target: Target, library: Library, words: Strings, quotes: Quotes, path: str
) -> tuple[Citing, ...]:
    by_slug = by((place.slug, place.key) for place in library.cited_by[target])
    newest = list(by_slug)[-MOST_CITING:] if library.large else by_slug
    return tuple(
        Citing(
            label=words.label(library.heads[slug].document),
            href=urls.relative(path, urls.resolution(slug)),
            places=tuple(
                _place(library.heads[slug], key, target, words, quotes, path)
                for key in by_slug[slug]
            ),
        )
        for slug in newest
    )


def _place(
    head: Head, key: Key, target: Target, words: Strings, quotes: Quotes, path: str
) -> CitingPlace:
    """A place that cites; where the text of the page does not, the way to one in its language.

    A note in a language in which the edition has no pages stands on none: the way is to the text.
    """
    language = _language(head, key, target, words)
    faces = {tongue.code for tongue in words.catalogue.interface}
    here = f"{words.language}/{path}"
    there = language if language in faces else words.language
    way = urls.place(head, key) if there == language else urls.resolution(head.slug)
    return CitingPlace(
        href=urls.relative(here, f"{there}/{way}"),
        name=words.place(head, key),
        only=(language, words(f"tongue.{language}")) if language != words.language else None,
        quote=quotes.get((Place(head.slug, key), target)),
    )


def _language(head: Head, key: Key, target: Target, words: Strings) -> Language:
    """The language whose page shows the citation: that of the page, unless its text lacks it."""
    for each in head.cited_elsewhere:
        if (each.key, each.target) == (key, target):
            return shown_in(each, words)
    side = head.sides[words.language if words.language in head.sides else head.reference]
    if key in side.keys:
        return words.language
    return next(code for code, side in head.sides.items() if key in side.keys)
