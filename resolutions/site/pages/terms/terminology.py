"""The terms that texts call by more than one name."""

from __future__ import annotations

from collections import Counter

from resolutions.model.library import Library, Page
from resolutions.site.pages.terms.forms import forms_of
from resolutions.web import urls
from resolutions.web.glossary import place_of
from resolutions.web.strings import Strings


def terminology(library: Library, words: Strings) -> Page:
    """The page of the terms that have several forms in one language, each with its forms."""
    rows = []
    for term in words.catalogue.terms.values():
        forms = forms_of(term, library)
        spoken = Counter(form.language for form in forms)
        several = [form for form in forms if spoken[form.language] > 1]
        if several:
            place = place_of(term, library, words.catalogue, words.language)
            href = urls.relative(urls.TERMINOLOGY, place)
            rows.append((words.name(term.names), href, several))
    return Page(
        path=urls.TERMINOLOGY,
        template="terminology.html.jinja",
        language=words.language,
        title=words("nav.terminology"),
        description=words("terminology.lead"),
        content={"rows": rows},
    )
