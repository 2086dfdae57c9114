"""What the terms of the texts are called in all languages, for a reader who taps on one."""

from __future__ import annotations

from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Library
from resolutions.web import urls
from resolutions.web.glossary import entry_of
from resolutions.web.scripts import call


def names(library: Library, catalogue: Catalogue) -> dict[str, str]:
    """`search/names.js`: what the terms of the texts are called, for a reader who taps on one.

    A row: the way to the entry, the Chinese forms, languages unconfirmed, and the names in the
    languages that no script of labels names it in (`labelled` has one).
    """
    labelled = [tongue.code for tongue in catalogue.interface]
    terms = [
        [
            urls.term(term.id) if term.page else entry_of(term),
            term.forms("zh"),
            [code for code in term.names if code not in term.sources],
            {code: name for code, name in term.names.items() if code not in labelled},
        ]
        for term in catalogue.terms.values()
        if term.id in library.forms
    ]
    languages = [[tongue.code, tongue.name, tongue.dir] for tongue in catalogue.languages]
    data = {"languages": languages, "labelled": labelled, "terms": terms}
    return {urls.NAMES: call("edition.names", data)}
