"""Part of `load`: what is wrong with `references.yml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from resolutions.catalogue.yamlfile import Complaint
from resolutions.model.records import Language
from resolutions.model.referencing import CitationForms, References, Style

PLACE = re.compile(r"\{(\w*)\}")
FORMS = ("numbered", "contained", "draft", "piece")
# What a piece of a form can hold; references/facts.py fills all but `pin`.
PLACES = {
    *("organ", "author", "kind", "draft", "drafted", "piece", "number", "bare", "symbol", "report"),
    *("place", "chapter", "cited", "genre", "title", "nested", "headline", "date", "year"),
    *("issued", "accessed", "url", "carrier", "pin"),
}
RANGE = {"first", "last"}


def check_references(references: References, languages: Iterable[Language]) -> Iterator[Complaint]:
    """Unknown places to fill, names without a language of the interface, ids that stand twice."""
    wanted = set(languages)
    counts = Counter(style.id for style in references.styles)
    for number, style in enumerate(references.styles):
        here = ("styles", number)
        if counts[style.id] > 1:
            yield here, "doubled-id", f"`{style.id}` stands twice", "keep one"
        if missing := sorted(wanted - style.names.keys()):
            message = f"`{style.id}` has no name in {', '.join(missing)}"
            yield here, "missing-name", message, "name it"
        yield from _check_style(style, number, references.stretches.keys())


def _check_style(style: Style, number: int, stretches: Collection[Language]) -> Iterator[Complaint]:
    for language, forms in style.wordings.items():
        here = ("styles", number, "wordings", language)
        if language not in stretches:
            message = f"`{style.id}`: no `stretches` in {language}"
            yield here, "missing-name", message, "word them"
        for name, place in _places(forms):
            if place not in PLACES:
                message = f"`{style.id}`: nothing fills {{{place}}}"
                remedy = f"use {', '.join(sorted(PLACES))}"
                yield (*here, name), "bad-placeholder", message, remedy
        for name in ("pair", "range"):
            form = getattr(forms, name)
            if form and set(PLACE.findall(form)) != RANGE:
                message = f"`{style.id}`: a {name} goes from {{first}} to {{last}}"
                yield (*here, name), "bad-placeholder", message, "use both"


def _places(forms: CitationForms) -> Iterator[tuple[str, str]]:
    for name in FORMS:
        for piece in getattr(forms, name):
            yield from ((name, place) for place in PLACE.findall(piece))
