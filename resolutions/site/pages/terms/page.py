"""All pages of terms in one interface language; the page of a term, cut by year if need be."""

from __future__ import annotations

from collections.abc import Iterator

from resolutions.analysis.concordance import collocates
from resolutions.analysis.reading_aid import AidReadings
from resolutions.analysis.segment import CHINESE
from resolutions.model.cases import told_apart
from resolutions.model.catalogue import Term
from resolutions.model.library import Library, Page, Use
from resolutions.model.records import Language, record
from resolutions.site.pages.excerpt import aid_here
from resolutions.site.pages.go import moved_page
from resolutions.site.pages.parts import by, cut
from resolutions.site.pages.terms.concordance import Aids, by_term, clause_of_aid, count_uses, line
from resolutions.site.pages.terms.forms import forms_of
from resolutions.site.pages.terms.glossary import glossary
from resolutions.site.pages.terms.terminology import terminology
from resolutions.web import urls
from resolutions.web.glossary import concorded, entry_of, is_concorded
from resolutions.web.strings import Strings


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


def terms_pages(library: Library, words: Strings, readings: AidReadings) -> list[Page]:
    """Glossary, terminology page and term pages of one language."""
    own = [term for term in words.catalogue.terms.values() if is_concorded(term, library)]
    if words.language not in concorded(words.catalogue):
        return [
            *glossary(library, words),
            terminology(library, words),
            *(page for term in own for page in _led_on(term, library, words)),
        ]
    aids = {slug: aid_here(head, words, readings) for slug, head in library.heads.items()}
    uses = by_term(library, words.language)
    return [
        *glossary(library, words),
        terminology(library, words),
        *(
            page
            for term in own
            for page in _term(term, uses.get(term.id, []), library, words, aids)
        ),
    ]


def _term(
    term: Term, found: list[tuple[Use, int]], library: Library, words: Strings, aids: Aids
) -> Iterator[Page]:
    path, name = urls.term(term.id), words.name(term.names)
    years = {slug: str(head.document.year) for slug, head in library.heads.items()}
    lines = by((years[use.place.slug], (use, more)) for use, more in found)
    counts = {year: count_uses(own) for year, own in sorted(lines.items(), reverse=True)}
    alike = _entry(term, library, words)
    for part in cut(path, counts, library.many):
        shown = found if not library.many else [use for key in part.keys for use in lines[key]]
        yield Page(
            path=part.path,
            template="term.html.jinja",
            language=words.language,
            title=name,
            description=words("term.description", name=name, n=count_uses(found)),
            content={
                **alike,
                "parts": part.links,
                "large": library.large,
                "uses": count_uses(shown),
                "brief": any(more for _, more in shown),
                "whole": "" if library.large else _whole(path, words.language),
                "lines": [
                    line(use, more, library, words, path, clause_of_aid(use, term, aids))
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
                variants=told_apart(
                    tongue.code, term.names[tongue.code], term.variants.get(tongue.code, ())
                ),
                outdated=term.outdated.get(tongue.code, ()),
            )
            for tongue in words.catalogue.languages
            if tongue.code in term.names
        ],
        "forms": forms_of(term, library),
        "collocates": collocates(term, library),
        "themes": [
            (urls.relative(path, urls.theme(theme.id)), theme.id, words.name(theme.names))
            for theme in words.catalogue.themes
            if term.id in theme.key_terms and library.by_theme[theme.id]
        ],
    }


def _whole(path: str, language: Language) -> str:
    """The way to the page that has every line, from one that has not."""
    return urls.relative(f"{language}/{path}", f"{CHINESE}/{path}") if language != CHINESE else ""


def _led_on(term: Term, library: Library, words: Strings) -> Iterator[Page]:
    """What stands at the addresses of a term's page, cut or not, where it has only an entry."""
    name = words.name(term.names)
    years = {year for counts in library.forms[term.id].values() for year in counts}
    for part in cut(urls.term(term.id), {str(year): 1 for year in sorted(years)}, library.many):
        yield moved_page(part.path, entry_of(term), name, name, words.language)
