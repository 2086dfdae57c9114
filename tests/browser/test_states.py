"""States do not hang on a colour: with forced colours each looks other than its like at rest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .helpers import none_of, url

# What is drawn around an element, or on the dot before it.
LOOKS = """(own, before) => { const style = getComputedStyle(own, before || null);
  return [style.outlineStyle, style.outlineWidth, style.backgroundColor, style.borderTopWidth, style.textDecorationLine].join(); }"""
SLUG = "a-res-71-209"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, forced_colors="active")
    yield page
    page.close()


def looks(page: Page, selector: str, before: str = "") -> str:
    found: str = page.locator(selector).first.evaluate(LOOKS, before)
    return found


def test_states_are_seen_with_forced_colours(page: Page) -> None:
    page.goto(url(f"en/resolutions/{SLUG}.html") + "?to=op39#op37")
    page.wait_for_selector(".in-range")
    page.evaluate("document.querySelector('.rail__themes').open = true")
    page.click(".rail [data-theme=wildlife]")
    page.wait_for_selector(".rail [aria-current]")
    pairs = [
        (".rail .chip[aria-pressed=true]", ".rail .chip[aria-pressed=false]", ""),
        (".tools [aria-pressed=true]", ".tools [aria-pressed=false]", ""),
        (".rail [aria-current]", ".rail li a:not([aria-current], .is-marked)", ""),
        (".para:target", ".para:not(:target, .is-marked, .in-range)", ""),
        (".in-range", ".para:not(:target, .is-marked, .in-range)", ""),
        (".para.is-marked", ".para:not(:target, .is-marked, .in-range)", ""),
        (".u-nav [aria-current]", ".u-nav a:not([aria-current])", ""),
        (".tag--focus summary", ".tag:not(.tag--focus) summary", "::before"),
    ]
    none_of(one for one, other, part in pairs if looks(page, one, part) == looks(page, other, part))


def test_the_option_chosen_is_seen_with_forced_colours(page: Page) -> None:
    page.goto(url("en/index.html"))
    page.click(".u-box input")
    page.keyboard.type("71/209 para 37")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    chosen, other = "[role=option][aria-selected=true]", "[role=option][aria-selected=false]"
    assert looks(page, chosen) != looks(page, other)
