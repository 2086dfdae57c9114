"""Stage: an instrument -> how each style cites it, with a place for the paragraph.

What a page needs to cite any paragraph is small: a reference an instrument and style, in which the
name of the paragraph is filled; the browser does that as `filled` here, and a test holds the two
together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import NamedTuple

from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Head
from resolutions.model.records import Key, Language
from resolutions.model.referencing import CitationForms, Style
from resolutions.references.facts import facts, form_of, worded
from resolutions.references.stretch import Forms, Place
from resolutions.web.strings import Strings

PIN = "{pin}"
PLACE = re.compile(r"\{(\w+)\}")
NEEDED = {"number", "bare"}  # without which a reference says nothing, wherever it stands in a form
TAG = re.compile(r"</?i>")


class FormattedCitation(NamedTuple):
    """How a style cites an instrument: HTML with <i> alone, whole and for one paragraph of it."""

    style: str
    language: Language
    whole: str
    part: str  # with `{pin}` in the place of the paragraph; as `whole` where the style names none
    pins: Mapping[Key, str]  # what the style calls each paragraph; "" is the instrument itself
    forms: Forms  # of what goes from one paragraph to another

    def of(self, first: Key = "", last: Key = "") -> str:
        """The reference of a paragraph, of a range of them, or of the instrument, as HTML."""
        pin = self.pin(first, last)
        return self.part.replace(PIN, escape(pin, quote=False)) if pin else self.whole

    def pin(self, first: Key, last: Key = "") -> str:
        """What the style calls a paragraph, or those from one to another."""
        names = self.pins.get(first, ""), self.pins.get(last, "")
        if first == last or not all(names):
            return names[0]
        return self.forms.name(Place(first, names[0]), Place(last, names[1]))


def citations(head: Head, catalogue: Catalogue) -> list[FormattedCitation]:
    """An instrument in every style and language that can word it, in the order of the data.

    A style whose first piece has nothing to say (no name for the organ), or that has no number for
    the place it gives it, cites nothing.
    """
    found = []
    for style in catalogue.references.styles:
        for language, forms in style.wordings.items():
            if language in catalogue.strings:
                citation = _citation(style, language, forms, head, catalogue)
                found += [citation] if citation else []
    return found


def plain(html: str) -> str:
    """The words of a reference."""
    text = TAG.sub("", html)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def pins(head: Head, words: Strings) -> dict[Key, str]:
    """What a style calls the paragraphs of an instrument; its title is the instrument itself."""
    return {
        key: "" if kind == "title" else words.paragraph(key, kind, label)
        for key, (kind, label) in head.kinds.items()
    }


def _citation(
    style: Style, language: Language, forms: CitationForms, head: Head, catalogue: Catalogue
) -> FormattedCitation | None:
    words = worded(forms, language, catalogue)
    known = {name: escape(text, quote=False) for name, text in facts(head, words, forms).items()}
    form: tuple[str, ...] = getattr(forms, form_of(head.document))
    places = {*PLACE.findall(form[0]), *NEEDED.intersection(PLACE.findall("".join(form)))}
    if not all(known[place] for place in places):
        return None
    return FormattedCitation(
        style=style.id,
        language=language,
        whole=filled(form, {**known, "pin": ""}),
        part=filled(form, {**known, "pin": PIN}),
        pins=pins(head, words),
        forms=Forms(
            pair=forms.pair,
            range=forms.range,
            preambular=words("paragraph.preambular"),
            language=catalogue.references.stretches[language],
        ),
    )


def filled(form: tuple[str, ...], known: Mapping[str, str]) -> str:
    """The pieces of a form that have something in each of their places."""
    pieces = [p for p in form if all(known[place] for place in PLACE.findall(p))]
    return "".join(piece.format_map(known) for piece in pieces)
