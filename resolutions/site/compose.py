"""Stage: the library -> the pages of one language, each with all its template needs.

Pages come one by one, so that a large corpus is never held whole: what the theme pages show of
an instrument is drawn up while its text is at hand, and shown when its year is through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

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


def compose(
    library: Library,
    words: Strings,
    accounts: Sequence[Account],
    silent: list[str],
    aids: Aids,
    readings: AidReadings,
    report: Report,
    comparison: Comparison = NOTHING,
) -> Iterator[Page]:
    """All pages of a language, those last that lead on to another."""
    named: dict[str, tuple[str, str]] = {}
    for page in _pages(library, words, accounts, silent, aids, readings, comparison):
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
) -> Iterator[Page]:
    themes = ThemePages.of(library, words)
    quotes: dict[tuple[Place, Target], Quote] = {}
    asked: dict[str, Counter[str]] = {theme.id: Counter() for theme in words.catalogue.themes}
    for name, slugs in themes.shelves:
        blocks: dict[str, list[Block]] = {theme.id: [] for theme in words.catalogue.themes}
        for slug in slugs:
            work = library.works[slug]
            yield from instrument_pages(work, library, words, aids, readings, comparison)
            if not library.large:
                quotes |= citing(work, library, words, readings)
            for theme, block in blocks_of(work, library, words, readings).items():
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
