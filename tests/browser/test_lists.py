"""The list of instruments narrowed by words and year, on the pages of each language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .helpers import LANGUAGES, url

AGAIN = """rows => {
  const form = document.querySelector("form[data-list]"), again = document.createElement("script");
  form.dataset.script = `data:text/javascript,edition.titles(${rows})`;
  again.src = document.querySelector("script[src$='list.js']").src;
  document.body.append(again);
}"""
ROWS = "[['a-res-90-1', 'A/RES/90/1', 'Élevage', 'fr', ''], ['a-res-90-2', 'A/RES/90/2', '野生动物', 'zh', '']]"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_and_a_year_narrow_the_list_and_stand_in_the_address(
    page: Page, language: str
) -> None:
    page.goto(url(f"{language}/resolutions/index.html"))
    lines, form = page.locator(".line:visible"), page.locator("form[data-list]")
    held = lines.count()
    form.locator("[name=q]").fill("71/209")
    expect(lines).to_have_count(1)
    expect(form.locator("output")).to_contain_text(str(held))
    assert page.evaluate("location.search") == "?q=71%2F209"
    page.goto(url(f"{language}/resolutions/index.html") + "?q=&year=2013")
    expect(page.locator(".years > li:visible")).to_have_count(1)
    expect(page.locator(".years > li:visible > :first-child")).to_have_text("2013")


def test_what_fits_of_every_year_stands_in_place_of_a_list_that_is_cut(page: Page) -> None:
    page.goto(url("fr/resolutions/index.html"))
    page.evaluate(AGAIN, ROWS)
    found, whole = page.locator("[data-found] .line"), page.locator("[data-whole]")
    expect(whole).to_be_visible()
    page.locator("form[data-list] [name=q]").fill("90 elevage")
    expect(found).to_have_count(1)
    expect(found.locator("a")).to_have_attribute("href", "a-res-90-1.html")
    expect(whole).to_be_hidden()
    page.locator("form[data-list] [name=q]").fill("90")
    expect(found).to_have_count(2)
    expect(found.locator("[lang=zh]")).to_have_text("野生动物")
    page.locator("form[data-list] [name=q]").fill("")
    expect(whole).to_be_visible()
