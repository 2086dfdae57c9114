"""The search page: its box, and what its script needs to name instruments and themes."""

from __future__ import annotations

from resolutions import urls
from resolutions.models import Library, Page
from resolutions.words import Words

SELFTEST_STRINGS = ("selftest.running", "selftest.passed", "selftest.failed")
STRINGS = (
    "search.count.one",
    "search.count.many",
    "search.none",
    "search.more",
    "search.searching",
    "search.expanded",
    "search.suggestion",
    "search.partial",
    "search.facet.theme",
    "search.facet.instrument",
    "search.facet.body",
    "search.facet.year",
    "search.facet.status",
    "search.facet.part",
    "search.strength.any",
    "strength.focus",
    "comma",
)


def search_page(library: Library, words: Words) -> Page:
    """The search page of one language."""
    instruments = {}
    for slug, reading in library.readings.items():
        document = reading.document
        title, language, _ = words.title(document)
        instruments[slug] = {
            "title": title,
            "lang": language,
        }
    data = {
        "instruments": instruments,
        "themes": {theme.id: words.name(theme.names) for theme in words.catalogue.themes},
        "bodies": {body: words(f"body.{body}") for body in ("GA", "ECOSOC", "CCPCJ")},
        "status": {status: words(f"status.{status}") for status in ("adopted", "draft")},
        "parts": {
            "preambular": words("part.preambular"),
            "operative": words("part.operative"),
            "title": words("paragraph.title"),
            "other": words("search.part.other"),
            "note": words("notes.title"),
        },
        "strings": {key: words.strings[key] for key in STRINGS},
    }
    return Page(
        path=urls.SEARCH,
        template="search.html.jinja",
        language=words.language,
        title=words("nav.search"),
        description=words("search.lead"),
        content={"data": data},
    )


def selftest_page(words: Words) -> Page:
    """The page that runs known searches in the reader's own browser."""
    return Page(
        path=urls.SELFTEST,
        template="selftest.html.jinja",
        language=words.language,
        title=words("nav.selftest"),
        description=words("selftest.lead"),
        content={"strings": {key: words.strings[key] for key in SELFTEST_STRINGS}},
    )
