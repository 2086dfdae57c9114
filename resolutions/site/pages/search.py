"""The search page: its box, and what its script needs to name instruments and themes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from resolutions.model.library import Library, Page
from resolutions.model.records import Body
from resolutions.model.rules import AddresseeId, Concept
from resolutions.web import urls
from resolutions.web.strings import Strings

SELFTEST_STRINGS = ("selftest.running", "selftest.passed", "selftest.failed", "search.missing")
STRINGS = ("aid.mark", "strength.focus", "comma")  # beside all that begin with "search."


def search_page(library: Library, words: Strings, aided: Sequence[str]) -> Page:
    """The search page of one language; `aided`: the languages of our reading aids."""
    instruments = {}
    for slug, head in library.heads.items():
        title, language, _ = words.title(head)
        instruments[slug] = {
            "title": title,
            "lang": language,
        }
    data = {
        "aid": next(iter(aided), ""),
        "instruments": instruments,
        "themes": {theme.id: words.name(theme.names) for theme in words.catalogue.themes},
        "tongues": {tongue.code: tongue.name for tongue in words.catalogue.interface},
        "bodies": {body: words(f"body.{body}") for body in get_args(Body)},
        "status": {status: words(f"status.{status}") for status in ("adopted", "draft")},
        "parts": {
            "preambular": words("part.preambular"),
            "operative": words("part.operative"),
            "title": words("paragraph.title"),
            "other": words("search.part.other"),
            "note": words("notes.title"),
        },
        "verbs": {concept: words(f"act.{concept}") for concept in get_args(Concept)},
        "addressees": {one: words(f"addressee.{one}") for one in get_args(AddresseeId)},
        "strings": {
            key: text
            for key, text in words.strings.items()
            if key in STRINGS or key.startswith("search.")
        },
    }
    return Page(
        path=urls.SEARCH,
        template="search.html.jinja",
        language=words.language,
        title=words("nav.search"),
        description=words("search.lead"),
        content={"data": data},
    )


def selftest_page(words: Strings) -> Page:
    """The page that runs known searches in the reader's own browser."""
    return Page(
        path=urls.SELFTEST,
        template="selftest.html.jinja",
        language=words.language,
        title=words("nav.selftest"),
        description=words("selftest.lead"),
        content={
            "data": {
                "strings": {key: words.strings[key] for key in SELFTEST_STRINGS},
                "languages": [tongue.code for tongue in words.catalogue.interface],
            }
        },
    )
