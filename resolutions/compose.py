"""Stage: the library -> the pages of one language, each with all its template needs."""

from __future__ import annotations

from collections import Counter

from resolutions.account import Account
from resolutions.aids import Aids
from resolutions.models import Library, Page
from resolutions.pages.about import about_pages
from resolutions.pages.cited import cited_pages
from resolutions.pages.go import go_page, moved_pages
from resolutions.pages.index import home_page, matrix_page, resolutions_page, themes_page
from resolutions.pages.instrument import instrument_page
from resolutions.pages.search import search_page, selftest_page
from resolutions.pages.terms import terms_pages
from resolutions.pages.theme import theme_page
from resolutions.problems import Report
from resolutions.words import Words


def compose(
    library: Library,
    words: Words,
    accounts: list[Account],
    silent: list[str],
    aids: Aids,
    report: Report,
) -> list[Page]:
    """All pages of a language. Two pages with one path are reported."""
    pages = [
        home_page(library, words),
        resolutions_page(library, words),
        *(instrument_page(work, library, words, aids) for work in library.works.values()),
        themes_page(library, words),
        *(theme_page(theme, library, words) for theme in words.catalogue.themes),
        matrix_page(library, words),
        search_page(library, words, list(aids)),
        selftest_page(words),
        *cited_pages(library, words),
        *terms_pages(library, words),
        *about_pages(library, words, accounts, silent),
        go_page(library, words),
    ]
    pages += moved_pages(pages, words, report)
    for path, count in Counter(page.path for page in pages).items():
        if count > 1:
            report.error(path, 1, "doubled-page", f"{count} pages have one path", "rename one")
    return pages
