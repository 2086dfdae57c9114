"""Where texts use a term: a line each, with what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resolutions.analysis.segment import CHINESE
from resolutions.model.catalogue import Term
from resolutions.model.findings import Reading
from resolutions.model.library import Library, Use
from resolutions.model.records import Language, record
from resolutions.site.pages.excerpt import Pieces, aided, clause, standing
from resolutions.web import urls
from resolutions.web.strings import Strings

Aids = Mapping[str, Reading | None]  # by slug: the reading aid that the page itself holds


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


def line(use: Use, more: int, library: Library, words: Strings, path: str, aid: Pieces) -> Line:
    """A use with what stands around it; `more` further ones in the same text are a way to them."""
    head = library.heads[use.place.slug]
    return Line(
        left=use.left,
        form=use.form,
        right=use.right,
        language=use.language,
        label=words.label(head.document),
        name=words.place(head, use.place.key),
        href=urls.relative(path, urls.place(head, use.place.key)),
        year=head.document.year,
        more=more,
        all=urls.relative(path, urls.search(use.form, use.place.slug)) if more else "",
        place=f"{use.place.slug}#{use.place.key}",
        aid=aid,
    )


def clause_of_aid(use: Use, term: Term, aids: Aids) -> Pieces:
    """The clause of the reading aid that names a term where the text has it."""
    aid = aids[use.place.slug]
    text = aided(aid, use.place.key)
    if not aid or not text:
        return ()
    language = aid.document.language
    return clause(text, standing(text, term.forms(language)), language, stops="")


def count_uses(lines: Sequence[tuple[Use, int]]) -> int:
    """How many uses lines stand for."""
    return len(lines) + sum(more for _, more in lines)
