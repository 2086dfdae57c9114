"""What the terms of the texts are called in all languages, for a reader who taps on one."""

from __future__ import annotations

from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Library
from resolutions.web import urls
from resolutions.web.glossary import entry_of
from resolutions.web.scripts import call


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
