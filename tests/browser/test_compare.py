"""Texts beside each other: what a browser computes is what the build did."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .helpers import LANGUAGES, SITE

ROWS = """() => Array.from(document.querySelectorAll(".row"), row => [row.id, row.dataset.relation,
  Array.from((row.querySelector(".row__text") || row.appendChild(document.createElement("p"))).childNodes,
    node => [node.nodeType === 3 ? "same" : node.tagName === "INS" ? "added" : "dropped", node.textContent])])"""


def alignments() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        (SITE / "data" / "alignments.json").read_text(encoding="utf-8")
    )
    return found


@pytest.fixture
def page(browser: Browser) -> Any:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def compare(page: Page, site: str, language: str, told: dict[str, Any], text: str) -> None:
    older, newer = told["older"], told["newer"]
    page.goto(f"{site}/{language}/compare/index.html?older={older}&newer={newer}&text={text}")
    page.wait_for_selector("[data-rows][data-ready]")


def test_the_browser_aligns_as_the_build_did(page: Page, site: str) -> None:
    for told in alignments():
        compare(page, site, "zh", told, "zh")
        assert page.evaluate("window.compendium.pairs") == told["pairs"]


def test_the_browser_marks_the_words_that_the_pages_mark(page: Page, site: str) -> None:
    for told in alignments():
        compare(page, site, "zh", told, "zh")
        made = page.evaluate(ROWS)
        page.goto(f"{site}/zh/compare/{told['older']}--{told['newer']}.html")
        assert page.evaluate(ROWS) == made
        assert {each[0] for row in made for each in row[2]} == {"same", "added", "dropped"}


def test_unlike_instruments_share_little_and_a_translation_says_what_it_is(
    page: Page, site: str
) -> None:
    told = {"older": "ccpcj-res-20-6", "newer": "e-2011-30-ga-3"}
    compare(page, site, "ar", told, "en")
    relations = [pair["relation"] for pair in page.evaluate("window.compendium.pairs")]
    assert relations.count("new") > len(relations) / 3
    assert page.locator("[data-aid]").is_visible()
    assert page.locator(".row__text").first.get_attribute("lang") == "en"


def test_only_what_changed_can_be_shown_by_keyboard(page: Page, site: str) -> None:
    told = alignments()[1]
    page.goto(f"{site}/zh/compare/{told['older']}--{told['newer']}.html")
    same = page.locator(".row[data-relation=same]")
    assert same.first.is_visible()
    page.locator("[data-only]").press("Space")
    assert not same.first.is_visible()
    assert page.locator(".row[data-relation=edited]").first.is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_pairs_can_be_read_without_a_script(
    browser: Browser, site: str, language: str
) -> None:
    told = alignments()[0]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/{language}/compare/index.html")
    page.locator(f"a[href='{told['older']}--{told['newer']}.html']").click()
    page.locator(".row").last.wait_for()
    assert page.locator(".row").count() == len(told["pairs"])
    assert (page.locator(".row__text").count() > 0) == (language in ("zh", "en"))
    context.close()
