"""The glossary: all names on one page, the entries on a page a kind."""

from __future__ import annotations

from resolutions.model.catalogue import Term
from resolutions.model.library import Library, Page
from resolutions.model.records import Language, record
from resolutions.site.pages.parts import by
from resolutions.web import urls
from resolutions.web.glossary import concorded, has_page, in_glossary, is_concorded, place_of
from resolutions.web.strings import Strings

Names = tuple[tuple[Language, str, str, str], ...]  # language, direction, name, source


@record
class GlossaryEntry:
    """A term in the glossary."""

    id: str
    href: str  # "" where the term has no page of its own in this language
    concordance: str  # its page in another language, "" where it has one in this or none
    search: str  # the search for it, where `concordance` is
    entry: str  # its page, or its entry in the glossary
    name: str
    chinese: str
    names: Names
    forms: tuple[str, ...]
    count: int


def glossary(library: Library, words: Strings) -> list[Page]:
    """The page of all names, then a page a kind with its entries, those first that texts use."""
    shown = in_glossary(library, words.catalogue)
    kinds = by((term.kind, _entry(term, library, words)) for term in shown)
    groups = [
        (
            kind,
            words(f"term.kind.{kind}"),
            sorted(entries, key=lambda entry: (not entry.count, entry.name.casefold())),
        )
        for kind, entries in sorted(kinds.items())
    ]
    unused = len(words.catalogue.terms) - len(shown)
    return [
        Page(
            path=urls.TERMS,
            template="glossary-index.html.jinja",
            language=words.language,
            title=words("nav.terms"),
            description=words("terms.lead"),
            content={"groups": groups, "unused": unused},
        ),
        *(
            Page(
                path=urls.glossary(kind),
                template="glossary.html.jinja",
                language=words.language,
                title=f"{words('nav.terms')} · {name}",
                description=words("terms.lead"),
                content={"entries": entries, "kind": name},
            )
            for kind, name, entries in groups
        ),
    ]


def _entry(term: Term, library: Library, words: Strings) -> GlossaryEntry:
    own = has_page(term, library, words.catalogue, words.language)
    path = urls.glossary(term.kind)
    return GlossaryEntry(
        id=term.id,
        href=urls.relative(path, urls.term(term.id)) if own else "",
        concordance=_elsewhere(term, words) if is_concorded(term, library) and not own else "",
        search=urls.relative(path, urls.search(term.names["zh"])),
        entry=urls.relative(urls.TERMS, place_of(term, library, words.catalogue, words.language)),
        name=words.name(term.names),
        chinese=term.names["zh"],
        names=_own_first(words.names(term.names, term.sources), words.language),
        forms=term.forms("zh")[1:],
        count=_count(term, library),
    )


def _count(term: Term, library: Library) -> int:
    return sum(sum(years.values()) for years in library.forms.get(term.id, {}).values())


def _own_first(names: Names, language: Language) -> Names:
    """The names of a term with that of the reader's language before the others."""
    return tuple(sorted(names, key=lambda each: each[0] != language))


def _elsewhere(term: Term, words: Strings) -> str:
    """The way from its entry to the page of a term in another language."""
    here, there = words.language, concorded(words.catalogue)[0]
    return urls.relative(f"{here}/{urls.glossary(term.kind)}", f"{there}/{urls.term(term.id)}")
