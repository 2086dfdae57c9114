"""The column of our reading aid: beside every paragraph, marked, and never on a Chinese page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from resolutions.catalogue.aids import MARK, load_aids
from resolutions.model.problems import Report

from .helpers import ROOT, url

SLUGS = sorted(path.stem for path in Path(ROOT, "data", "reading-aids", "en").glob("*.yml"))
SHOWN = """() => [...document.querySelectorAll('.para .col')].map(aid => {
  const own = aid.cloneNode(true);
  own.querySelectorAll('sup').forEach(mark => mark.remove());
  return [aid.closest('[id]').id, own.textContent]; })"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_paragraph_has_its_rendering_and_its_mark(page: Page, slug: str) -> None:
    aid = load_aids(Path(ROOT, "data", "reading-aids"), "aids", Report())["en"][slug]
    page.goto(url(f"en/resolutions/{slug}.html"))
    shown = dict(page.evaluate(SHOWN))
    assert shown.keys() == aid.paragraphs.keys() - {"title"}  # the page is headed by it
    for key, wording in aid.paragraphs.items():
        if isinstance(wording, str) and key != "title":
            assert shown[key] == MARK.sub("", wording), key
    assert page.locator(".heads .aid__mark").inner_text() == "reading aid, not a UN text"


def test_a_chinese_page_shows_no_rendering(page: Page) -> None:
    page.goto(url("zh/resolutions/a-res-71-209.html"))
    assert page.locator(".col").count() == 0
