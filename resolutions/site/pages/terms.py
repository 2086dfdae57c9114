"""The glossary, a page for each of the terms that matter most, and the terminology page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from resolutions.analysis.aided import AidReadings
from resolutions.analysis.concordance import by_form, collocates
from resolutions.analysis.segment import CHINESE
from resolutions.model.catalogue import Catalogue, Term
from resolutions.model.findings import Reading
from resolutions.model.library import Library, Page, Use
from resolutions.model.records import Language, record
from resolutions.site.pages.excerpt import Pieces, aid_here, aided, clause, standing
from resolutions.site.pages.go import moved_page
from resolutions.site.pages.parts import by, cut
from resolutions.web import urls
from resolutions.web.glossary import concorded, entry_of, has_page, in_glossary, place_of
from resolutions.web.scripts import call
from resolutions.web.strings import Strings

Names = tuple[tuple[Language, str, str, str], ...]  # language, direction, name, source
Aids = Mapping[str, Reading | None]  # by slug: the reading aid that the page itself holds


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
class Form:
    """A form of a term, and how often and when the texts of its language have it."""

    text: str
    language: Language
    count: int
    years: str
    outdated: bool


@record
class Line:
    """A line of a concordance."""

    left: str
    form: str
    right: str
    language: Language
    label: str
    name: str
    href: str
    year: int
    more: int  # further uses in the same text, where it has one line
    all: str  # the way to them
    place: str  # "a-res-71-209#op37"
    aid: Pieces  # the same in the reading aid; () where none serves, or where a script brings it


@record
class GlossaryEntry:
    """A term in the glossary."""

    id: str
    href: str  # "" where the term has no page of its own in this language
    concordance: str  # its page in another language, "" where it has one in this or none
    search: str  # the search for it, where `concordance` is
    entry: str  # its page, or its entry in the glossary
    name: str
    names: Names
    forms: tuple[str, ...]
    count: int


def terms_pages(library: Library, words: Strings, readings: AidReadings) -> list[Page]:
    """Glossary, terminology page and term pages of one language."""
    own = [term for term in words.catalogue.terms.values() if term.page]
    if words.language not in concorded(words.catalogue):
        return [
            *_glossary(library, words),
            _terminology(library, words),
            *map(partial(_led_on, words=words), own),
        ]
    aids = {slug: aid_here(head, words, readings) for slug, head in library.heads.items()}
    uses = by_term(library, words.language)
    return [
        *_glossary(library, words),
        _terminology(library, words),
        *(
            page
            for term in own
            for page in _term(term, uses.get(term.id, []), library, words, aids)
        ),
    ]


def by_term(library: Library, language: Language) -> dict[str, list[tuple[Use, int]]]:
    """The uses of the terms that have a page, in the order of the edition.

    All of them on the pages in Chinese and of a text in the page's own language; elsewhere, and
    in a large corpus, the first one in each text, and how many more there are.
    """
    uses: dict[str, list[tuple[Use, int]]] = {}
    for slug in library.heads:
        for term, found in library.works.uses(slug).items():
            whole = not library.large and language in (CHINESE, found[0].language)
            shown = found if whole else found[:1]
            uses.setdefault(term, []).extend((use, len(found) - len(shown)) for use in shown)
    return uses


def _count(term: Term, library: Library) -> int:
    return sum(sum(years.values()) for years in library.forms.get(term.id, {}).values())


def _glossary(library: Library, words: Strings) -> list[Page]:
    """The glossary: all names on one page, the entries on a page a kind."""
    kinds: dict[str, list[GlossaryEntry]] = {}
    shown = in_glossary(library, words.catalogue)
    for term in shown:
        own = has_page(term, words.catalogue, words.language)
        path = urls.glossary(term.kind)
        kinds.setdefault(term.kind, []).append(
            GlossaryEntry(
                id=term.id,
                href=urls.relative(path, urls.term(term.id)) if own else "",
                concordance=_elsewhere(term, words) if term.page and not own else "",
                search=urls.relative(path, urls.search(term.names["zh"])),
                entry=urls.relative(urls.TERMS, place_of(term, words.catalogue, words.language)),
                name=words.name(term.names),
                names=_own_first(words.names(term.names, term.sources), words.language),
                forms=term.forms("zh")[1:],
                count=_count(term, library),
            )
        )
    groups = []
    for kind, entries in sorted(kinds.items()):
        entries.sort(key=lambda entry: (not entry.count, entry.name.casefold()))  # used ones first
        groups.append((kind, words(f"term.kind.{kind}"), entries))
    pages = [
        Page(
            path=urls.TERMS,
            template="glossary-index.html.jinja",
            language=words.language,
            title=words("nav.terms"),
            description=words("terms.lead"),
            content={"groups": groups, "unused": len(words.catalogue.terms) - len(shown)},
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


def _terminology(library: Library, words: Strings) -> Page:
    rows = []
    for term in words.catalogue.terms.values():
        forms = _forms(term, library)
        spoken = Counter(form.language for form in forms)
        several = [form for form in forms if spoken[form.language] > 1]
        if several:
            href = urls.relative(urls.TERMINOLOGY, place_of(term, words.catalogue, words.language))
            rows.append((words.name(term.names), href, several))
    return Page(
        path=urls.TERMINOLOGY,
        template="terminology.html.jinja",
        language=words.language,
        title=words("nav.terminology"),
        description=words("terminology.lead"),
        content={"rows": rows},
    )


def _own_first(names: Names, language: Language) -> Names:
    """The names of a term with that of the reader's language before the others."""
    return tuple(sorted(names, key=lambda each: each[0] != language))


def _elsewhere(term: Term, words: Strings) -> str:
    """The way from its entry to the page of a term in another language."""
    here, there = words.language, concorded(words.catalogue)[0]
    return urls.relative(f"{here}/{urls.glossary(term.kind)}", f"{there}/{urls.term(term.id)}")


def _led_on(term: Term, words: Strings) -> Page:
    """What stands at the address of a term's page where it has only an entry."""
    name = words.name(term.names)
    return moved_page(urls.term(term.id), entry_of(term), name, name, words.language)


def names(library: Library, catalogue: Catalogue) -> dict[str, str]:
    """`search/names.js`: what the terms of the texts are called, for a reader who taps on one.

    A row: the way to the entry, the Chinese forms, names by language, languages unconfirmed.
    """
    terms = [
        [
            urls.term(term.id) if term.page else entry_of(term),
            term.forms("zh"),
            term.names,
            [code for code in term.names if code not in term.sources],
        ]
        for term in catalogue.terms.values()
        if term.id in library.forms
    ]
    languages = [[tongue.code, tongue.name, tongue.dir] for tongue in catalogue.languages]
    return {urls.NAMES: call("edition.names", {"languages": languages, "terms": terms})}


def _span(years: list[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _term(
    term: Term, found: list[tuple[Use, int]], library: Library, words: Strings, aids: Aids
) -> Iterator[Page]:
    path, name = urls.term(term.id), words.name(term.names)
    years = {slug: str(head.document.year) for slug, head in library.heads.items()}
    lines = by((years[use.place.slug], (use, more)) for use, more in found)
    counts = {year: _uses(own) for year, own in sorted(lines.items(), reverse=True)}
    alike = _entry(term, library, words)
    for part in cut(path, counts, library.large):
        shown = found if not library.large else [use for key in part.keys for use in lines[key]]
        yield Page(
            path=part.path,
            template="term.html.jinja",
            language=words.language,
            title=name,
            description=words("term.description", name=name, n=_uses(found)),
            content={
                **alike,
                "parts": part.links,
                "uses": _uses(shown),
                "brief": any(more for _, more in shown),
                "whole": "" if library.large else _whole(path, words.language),
                "lines": [
                    _line(use, more, library, words, path, _aided(use, term, aids))
                    for use, more in shown
                ],
            },
        )


def _entry(term: Term, library: Library, words: Strings) -> dict[str, object]:
    """What every part of a term's page shows."""
    path = urls.term(term.id)
    return {
        "term": term,
        "name": words.name(term.names),
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
            for tongue in words.catalogue.languages
            if tongue.code in term.names
        ],
        "forms": _forms(term, library),
        "collocates": collocates(term, library),
        "themes": [
            (urls.relative(path, urls.theme(theme.id)), theme.id, words.name(theme.names))
            for theme in words.catalogue.themes
            if term.id in theme.key_terms
        ],
    }


def _forms(term: Term, library: Library) -> list[Form]:
    """The forms in which texts have a term, the most used first."""
    outdated = {form for forms in term.outdated.values() for form in forms}
    return [
        Form(
            text=form,
            language=next(code for code in term.names if form in term.forms(code)),
            count=count,
            years=_span(years),
            outdated=form in outdated,
        )
        for form, count, years in by_form(library.forms.get(term.id, {}))
    ]


def _whole(path: str, language: Language) -> str:
    """The way to the page that has every line, from one that has not."""
    return urls.relative(f"{language}/{path}", f"{CHINESE}/{path}") if language != CHINESE else ""


def _uses(lines: Sequence[tuple[Use, int]]) -> int:
    return len(lines) + sum(more for _, more in lines)


def _aided(use: Use, term: Term, aids: Aids) -> Pieces:
    """The clause of the reading aid that names a term where the text has it."""
    aid = aids[use.place.slug]
    text = aided(aid, use.place.key)
    if not aid or not text:
        return ()
    language = aid.document.language
    return clause(text, standing(text, term.forms(language)), language, stops="")


def _line(use: Use, more: int, library: Library, words: Strings, path: str, aid: Pieces) -> Line:
    head = library.heads[use.place.slug]
    return Line(
        left=use.left,
        form=use.form,
        right=use.right,
        language=use.language,
        label=words.label(head.document),
        name=words.place(head, use.place.key),
        href=urls.relative(path, urls.resolution(use.place.slug, use.place.key)),
        year=head.document.year,
        more=more,
        all=urls.relative(path, urls.search(use.form, use.place.slug)) if more else "",
        place=f"{use.place.slug}#{use.place.key}",
        aid=aid,
    )
