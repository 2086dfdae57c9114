"""Stage: the library -> the pages of one language, each with all its template needs.

Pages come one by one, so that a large corpus is never held whole: what the theme pages show of
an instrument is drawn up while its text is at hand, and shown when its year is through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from resolutions.analysis.reading_aid import AidReadings
from resolutions.catalogue.aids import Aids
from resolutions.comparison.compare import NOTHING, Comparison
from resolutions.model.library import Library, Page, Place
from resolutions.model.problems import Report
from resolutions.model.records import Target
from resolutions.readers.account import Account
from resolutions.site.pages.about.page import about_pages
from resolutions.site.pages.agreed import agreed_page
from resolutions.site.pages.asked import asked_pages
from resolutions.site.pages.check import check_page
from resolutions.site.pages.cited import cited_pages
from resolutions.site.pages.compare import compare_pages
from resolutions.site.pages.excerpt import Quote, citing
from resolutions.site.pages.go import go_page, moved_pages
from resolutions.site.pages.handout import handout_page
from resolutions.site.pages.home import home_page
from resolutions.site.pages.instrument.page import instrument_pages
from resolutions.site.pages.matrix import matrix_pages
from resolutions.site.pages.resolutions import resolutions_pages
from resolutions.site.pages.search import search_page, selftest_page
from resolutions.site.pages.terms.page import terms_pages
from resolutions.site.pages.theme.block import Block, blocks_of
from resolutions.site.pages.theme.overview import asked_of
from resolutions.site.pages.theme.page import ThemePages
from resolutions.site.pages.themes import themes_page
from resolutions.web.strings import Strings


class Shown(NamedTuple):
    """What is made of one instrument in one language."""

    pages: list[Page]
    blocks: dict[str, Block]  # by theme, what its page shows
    quotes: dict[tuple[Place, Target], Quote]  # what it cites; of a large edition none


def show(
    slug: str,
    library: Library,
    words: Strings,
    aids: Aids,
    readings: AidReadings,
    comparison: Comparison = NOTHING,
) -> Shown:
    """What is made of one instrument in one language; of others it asks `library` alone."""
    work = library.works[slug]
    return Shown(
        list(instrument_pages(work, library, words, aids, readings, comparison)),
        blocks_of(work, library, words, readings),
        {} if library.large else citing(work, library, words, readings),
    )


def compose(
    library: Library,
    words: Strings,
    accounts: Sequence[Account],
    silent: list[str],
    aids: Aids,
    readings: AidReadings,
    report: Report,
    comparison: Comparison = NOTHING,
    shown: Callable[[str], Shown] | None = None,
) -> Iterator[Page]:
    """All pages of a language, those last that lead on to another.

    `shown`: what does the same as `show`; pages that it has drawn have no template.
    """
    named: dict[str, tuple[str, str]] = {}
    of = shown or partial(
        show, library=library, words=words, aids=aids, readings=readings, comparison=comparison
    )
    for page in _pages(library, words, accounts, silent, aids, readings, comparison, of):
        named[page.path] = (page.title, page.description)
        yield page
    yield from moved_pages(named, words, report)


def _pages(
    library: Library,
    words: Strings,
    accounts: Sequence[Account],
    silent: list[str],
    aids: Aids,
    readings: AidReadings,
    comparison: Comparison,
    shown: Callable[[str], Shown],
) -> Iterator[Page]:
    themes = ThemePages.of(library, words)
    quotes: dict[tuple[Place, Target], Quote] = {}
    asked: dict[str, Counter[str]] = {theme.id: Counter() for theme in words.catalogue.themes}
    for name, slugs in themes.shelves:
        blocks: dict[str, list[Block]] = {theme.id: [] for theme in words.catalogue.themes}
        for slug in slugs:
            made = shown(slug)
            yield from made.pages
            quotes |= made.quotes
            for theme, block in made.blocks.items():
                blocks[theme].append(block)
        for theme, found in blocks.items():
            asked[theme] += asked_of(found)
            yield from themes.pages(theme, name, found)
    yield home_page(library, words)
    yield from resolutions_pages(library, words)
    yield themes_page(library, words)
    yield from matrix_pages(library, words, {} if library.large else asked)
    yield search_page(library, words, list(aids))
    yield selftest_page(words)
    yield from cited_pages(library, words, quotes)
    yield from terms_pages(library, words, readings)
    yield from compare_pages(library, words, aids, comparison)
    yield check_page(words)
    yield handout_page(library, words)
    yield from asked_pages(library, words, aids)
    yield agreed_page(library, words, aids, comparison)
    yield from about_pages(library, words, accounts, silent)
    yield go_page(library, words)


def check_paths(paths: Sequence[str], report: Report) -> None:
    """Report two pages with one path."""
    for path, count in Counter(paths).items():
        if count > 1:
            report.error(path, 1, "doubled-page", f"{count} pages have one path", "rename one")
