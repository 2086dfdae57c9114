"""On a phone no word is cut: what stands above a text, the hint of the search box, a line's button."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, ViewportSize

NARROW: ViewportSize = {"width": 390, "height": 844}
CUT = """() => [...document.querySelectorAll("header ~ * *")]
  .filter(each => getComputedStyle(each).textOverflow === "ellipsis" && each.clientWidth
    && each.getBoundingClientRect().top < 200 && each.scrollWidth > each.clientWidth + 1)
  .map(each => each.textContent)"""
HINT = """() => { const box = document.querySelector("form[data-box] input"),
  style = getComputedStyle(box), pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  return [pen.measureText(box.placeholder).width,
    box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)]; }"""
BELOW = """() => [...document.querySelectorAll("th[scope=row]")].filter(cell => {
  const [link, button] = [cell.querySelector("a"), cell.querySelector("button")];
  return button && cell.getBoundingClientRect().height
    && button.getBoundingClientRect().top > link.getBoundingClientRect().bottom - 4;
}).map(cell => cell.textContent)"""


@pytest.mark.parametrize("language", ["zh", "en", "fr", "es"])
def test_on_a_phone_no_word_is_cut(browser: Browser, site: str, language: str) -> None:
    page = browser.new_page(viewport=NARROW)
    page.goto(f"{site}/{language}/resolutions/a-res-71-209.html")
    assert page.evaluate(CUT) == []
    page.goto(f"{site}/{language}/index.html")
    words, room = page.evaluate(HINT)
    assert 0 < words <= room
    page.goto(f"{site}/{language}/asked.html")
    page.wait_for_selector("th[scope=row] button")
    assert page.evaluate(BELOW) == []
    page.close()
