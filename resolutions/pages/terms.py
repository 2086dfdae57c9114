"""The glossary, a page for each of the terms that matter most, and the terminology page."""

from __future__ import annotations

from resolutions import urls
from resolutions.concordance import Nearby, Use, by_form, uses
from resolutions.models import Language, Library, Page, Term, record
from resolutions.words import Words


@record
class NameLine:
    """A term in one language: its name, other forms, and where the name was seen."""

    language: Language
    dir: str
    language_name: str
    name: str
    source: str
    variants: tuple[str, ...]
    outdated: tuple[str, ...]


@record
class Line:
    """A line of a concordance."""

    left: str
    form: str
    right: str
    label: str
    name: str
    href: str
    year: int


@record
class GlossaryEntry:
    """A term in the glossary."""

    id: str
    href: str  # "" where the term has no page of its own
    entry: str  # its page, or its entry in the glossary
    name: str
    names: tuple[tuple[Language, str, str, str], ...]  # language, direction, name, source
    forms: tuple[str, ...]
    count: int


def terms_pages(library: Library, words: Words) -> list[Page]:
    """Glossary, terminology page and term pages of one language."""
    found = uses(words.catalogue.terms.values(), library)
    nearby = Nearby(library)
    own = [term for term in words.catalogue.terms.values() if term.page]
    return [
        *_glossary(found, words),
        _terminology(found, library, words),
        *(_term(term, found[term.id], nearby, library, words) for term in own),
    ]


def _glossary(found: dict[str, tuple[Use, ...]], words: Words) -> list[Page]:
    """The glossary: all names on one page, the entries on a page a kind."""
    kinds: dict[str, list[GlossaryEntry]] = {}
    for term in words.catalogue.terms.values():
        kinds.setdefault(term.kind, []).append(
            GlossaryEntry(
                id=term.id,
                href=urls.relative(urls.TERMS, urls.term(term.id)) if term.page else "",
                entry=urls.relative(urls.TERMS, place_of(term)),
                name=words.name(term.names),
                names=words.names(term.names, term.sources),
                forms=term.forms("zh")[1:],
                count=len(found[term.id]),
            )
        )
    groups = []
    for kind, entries in sorted(kinds.items()):
        entries.sort(key=lambda entry: entry.name.casefold())
        groups.append((kind, words(f"term.kind.{kind}"), entries))
    pages = [
        Page(
            path=urls.TERMS,
            template="glossary-index.html.jinja",
            language=words.language,
            title=words("nav.terms"),
            description=words("terms.lead"),
            content={"groups": groups},
        )
    ]
    for kind, name, entries in groups:
        pages.append(
            Page(
                path=urls.glossary(kind),
                template="glossary.html.jinja",
                language=words.language,
                title=f"{words('nav.terms')} · {name}",
                description=words("terms.lead"),
                content={"entries": entries, "kind": name},
            )
        )
    return pages


def _terminology(found: dict[str, tuple[Use, ...]], library: Library, words: Words) -> Page:
    years = {slug: reading.document.year for slug, reading in library.readings.items()}
    rows = []
    for term in words.catalogue.terms.values():
        forms = by_form(found[term.id], years)
        if len(forms) > 1:
            outdated = set(term.outdated.get("zh", ()))
            href = urls.relative(urls.TERMINOLOGY, place_of(term))
            name = words.name(term.names)
            marked = [(form, count, _span(seen), form in outdated) for form, count, seen in forms]
            rows.append((name, href, marked))
    return Page(
        path=urls.TERMINOLOGY,
        template="terminology.html.jinja",
        language=words.language,
        title=words("nav.terminology"),
        description=words("terminology.lead"),
        content={"rows": rows},
    )


def place_of(term: Term) -> str:
    """The page of a term, else its entry in the glossary."""
    return urls.term(term.id) if term.page else f"{urls.glossary(term.kind)}#{term.id}"


def _span(years: list[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _term(
    term: Term, found: tuple[Use, ...], nearby: Nearby, library: Library, words: Words
) -> Page:
    path = urls.term(term.id)
    years = {slug: reading.document.year for slug, reading in library.readings.items()}
    outdated = set(term.outdated.get("zh", ()))
    tongues = [t for t in words.catalogue.languages if t.code in term.names]
    name = words.name(term.names)
    return Page(
        path=path,
        template="term.html.jinja",
        language=words.language,
        title=name,
        description=words("term.description", name=name, n=len(found)),
        content={
            "term": term,
            "name": name,
            "kind": words(f"term.kind.{term.kind}"),
            "names": [
                NameLine(
                    language=tongue.code,
                    dir=tongue.dir,
                    language_name=tongue.name,
                    name=term.names[tongue.code],
                    source=term.sources.get(tongue.code, ""),
                    variants=term.variants.get(tongue.code, ()),
                    outdated=term.outdated.get(tongue.code, ()),
                )
                for tongue in tongues
            ],
            "forms": [
                (form, count, _span(seen), form in outdated)
                for form, count, seen in by_form(found, years)
            ],
            "lines": [_line(use, library, words, path) for use in found],
            "collocates": nearby.of(term),
            "themes": [
                (urls.relative(path, urls.theme(theme.id)), theme.id, words.name(theme.names))
                for theme in words.catalogue.themes
                if term.id in theme.key_terms
            ],
        },
    )


def _line(use: Use, library: Library, words: Words, path: str) -> Line:
    document = library.readings[use.place.slug].document
    return Line(
        left=use.left,
        form=use.form,
        right=use.right,
        label=words.label(document),
        name=words.place(document, use.place.key),
        href=urls.relative(path, urls.resolution(use.place.slug, use.place.key)),
        year=document.year,
    )
