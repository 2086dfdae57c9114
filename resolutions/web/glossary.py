"""Where a term stands: on a page of its own, in the glossary, or in the search and data set alone.

Terms are found in Chinese and English; their own pages, which show where, are in these languages.
At such an address in another language stands a page that leads on to the entry in the glossary.
"""

from __future__ import annotations

from resolutions.model.catalogue import Catalogue, Term
from resolutions.model.library import Library
from resolutions.model.records import Language
from resolutions.web import urls

CONCORDED = ("en", "zh")  # languages that terms are found in, that of most readers first


def concorded(catalogue: Catalogue) -> list[Language]:
    """The languages in which terms have pages of their own: all, where the edition is in others."""
    held = [tongue.code for tongue in catalogue.interface]
    return [code for code in CONCORDED if code in held] or held


def is_concorded(term: Term, library: Library) -> bool:
    """Whether a term has a page of its own in some language: what texts use of those named so."""
    return term.page and term.id in library.forms


def has_page(term: Term, library: Library, catalogue: Catalogue, language: Language) -> bool:
    """Whether a term has a page of its own in a language."""
    return is_concorded(term, library) and language in concorded(catalogue)


def in_glossary(library: Library, catalogue: Catalogue) -> list[Term]:
    """The terms that texts use, and key terms of the themes that texts have.

    The search knows the others too, and the data set names them (`data/terms.tbx`).
    """
    themes = (theme for theme in catalogue.themes if library.by_theme[theme.id])
    shown = {*library.forms, *(term for theme in themes for term in theme.key_terms)}
    return [term for term in catalogue.terms.values() if term.id in shown]


def place_of(term: Term, library: Library, catalogue: Catalogue, language: Language) -> str:
    """The page of a term in a language, else its entry."""
    return urls.term(term.id) if has_page(term, library, catalogue, language) else entry_of(term)


def entry_of(term: Term) -> str:
    """The entry of a term in the glossary."""
    return f"{urls.glossary(term.kind)}#{term.id}"
