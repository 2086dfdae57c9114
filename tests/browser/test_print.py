"""What comes out of the printer: running heads, page numbers, columns side by side, the matrix whole."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from .helpers import url


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def printed(page: Page, path: str, size: str = "A4") -> list[str]:
    """The words of each page."""
    way, mark, query = path.partition("?")
    page.goto(url(way) + mark + query)
    page.wait_for_function(
        "document.readyState === 'complete' && !document.querySelector('[data-awaits]')"
    )
    document = pypdfium2.PdfDocument(page.pdf(format=size))
    return [str(each.get_textpage().get_text_range()) for each in document]


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_two_columns_of_the_longest_text_stand_within_40_pages(page: Page, size: str) -> None:
    pages = printed(page, "en/resolutions/a-res-71-209.html", size)
    assert 20 < len(pages) <= 40
    for number, words in enumerate(pages, 1):
        assert "A/RES/71/209 · Strengthening" in words
        assert "en/resolutions/a-res-71-209.html" in words
        assert f"{number} / {len(pages)}" in words
    assert "not a United Nations text" in pages[0]
    for said in ("English", "reading aid, not a UN text", "中文", "source text"):
        assert said in pages[0]
    assert "Show themes" not in "".join(pages)
    assert "Urges" in "".join(pages)
    assert "敦促" in "".join(pages)


def test_a_text_alone_is_printed_under_its_own_language(page: Page) -> None:
    pages = printed(page, "en/resolutions/ccpcj-dec-20-1.html?text=en")
    assert "reading aid, not a UN text" in pages[0]
    assert "source text" not in pages[0]
    assert "中文" not in pages[0]


def test_the_head_of_a_printed_page_cuts_no_word(page: Page) -> None:
    words = printed(page, "en/resolutions/a-res-71-209.html")[1]
    head = next(line for line in words.splitlines() if line.startswith("A/RES/71/209 · "))
    title = page.locator("h1").inner_text().split()
    shown = head.removeprefix("A/RES/71/209 · ").removesuffix("…").split()
    assert shown == title[: len(shown)]


def test_the_matrix_keeps_all_its_columns(page: Page) -> None:
    pages = printed(page, "en/matrix.html")
    symbols = page.locator(".matrix thead").first.locator("a").all_inner_texts()
    first = "".join(pages[0].split())
    assert [each for each in symbols if "".join(each.split()) not in first] == []
