"""How many paragraphs of an instrument have each theme."""

from __future__ import annotations

from collections import Counter

from resolutions.model.findings import Reading
from resolutions.model.library import Library
from resolutions.model.records import record
from resolutions.web import urls
from resolutions.web.strings import Strings


@record
class ThemeCount:
    """A theme of the instrument and how many of its paragraphs have it."""

    id: str
    name: str
    href: str
    focus: int
    mention: int


def theme_counts(reading: Reading, library: Library, words: Strings, path: str) -> list[ThemeCount]:
    """The themes found, in the order of the catalogue; of a large corpus the way to their part."""
    slug = reading.document.slug
    counts: dict[str, Counter[str]] = {}
    for findings in reading.findings.values():
        for tag in findings.tags:
            counts.setdefault(tag.theme, Counter())[tag.strength] += 1
    return [
        ThemeCount(
            id=theme.id,
            name=words.themes[theme.id],
            href=urls.relative(path, urls.theme(theme.id, library.theme_part(theme.id, slug))),
            focus=counts[theme.id]["focus"],
            mention=counts[theme.id]["mention"],
        )
        for theme in words.catalogue.themes
        if theme.id in counts
    ]
