"""By Tab alone a reader comes to everything that can be used, in the order in which it is read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .helpers import url

# What the Tab key should reach, numbered as it stands in the document; of radio buttons the chosen one.
MARK = """() => { const all = Array.from(document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex]")).filter(each => each.tabIndex >= 0
    && !each.disabled && (each.type !== "radio" || each.checked)
    && each.checkVisibility({visibilityProperty: true}) && !each.closest("[inert]"));
  all.forEach((each, at) => { each.dataset.tab = at; }); return all.length; }"""
AT = "() => Number(document.activeElement.dataset.tab ?? -1)"


@pytest.mark.parametrize(
    "path",
    [
        "zh/index.html",
        "ar/resolutions/ccpcj-res-20-1.html",
        "en/resolutions/ccpcj-dec-20-1.html",
        "en/agreed.html",
        "en/check.html",
        "zh/compare/index.html",
        "ar/handout.html",
        "ar/about/index.html",
    ],
)
@pytest.mark.parametrize("width", [1280, 390])
def test_tab_reaches_everything_in_reading_order(browser: Browser, path: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(url(path))
    page.wait_for_load_state("load")
    page.wait_for_function("!document.querySelector('[data-awaits]')")
    count = page.evaluate(MARK)
    page.keyboard.press("Tab")
    seen = [page.evaluate(AT)]
    while seen[-1] >= 0 and len(seen) <= count:
        page.keyboard.press("Tab")
        seen.append(page.evaluate(AT))
    page.close()
    assert count > 10
    assert [each for each in seen if each >= 0][:count] == list(range(count))
