"""The text first: where it begins, what moves, and the map beside it, on all instruments."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from .helpers import ROOT, SITE, Corpus, hold_animations, none_of, url

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
BARS = ((WIDE, 0.6), (NARROW, 0.9))  # of the first screen, by which the text has begun
SHIFT = 0.05  # CLS
# Asked before anything is drawn, so that no shift is missed.
WATCH = """window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(each => {
  if (!each.hadRecentInput) window.shifts += each.value; })).observe({type: "layout-shift", buffered: true});"""
DRAWN = """() => document.readyState === "complete" && !document.querySelector("[data-awaits]")"""
FIRST = """() => document.querySelector(".body .para").getBoundingClientRect().top + scrollY"""
SLUG = "a-res-71-209"


def strings(language: str) -> dict[str, str]:
    path = Path(ROOT, "data", "strings", f"{language}.yml")
    found: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    hold_animations(page)
    yield page
    context.close()


def visit(page: Page, path: str, size: dict[str, int] = WIDE) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(url(path))
    page.wait_for_function(DRAWN)


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_the_text_begins_on_the_first_screen_and_nothing_moves(
    page: Page, corpus: Corpus, language: str
) -> None:
    problems = []
    for slug in corpus.instruments:
        for size, bar in BARS:
            visit(page, f"{language}/resolutions/{slug}.html", size)
            begins, shifts = page.evaluate(FIRST) / size["height"], page.evaluate("window.shifts")
            if begins > bar or shifts > SHIFT:
                problems.append(
                    f"{language} {slug} {size['width']}: {begins:.2f}, CLS {shifts:.3f}"
                )
    none_of(problems)


def test_the_contents_lead_to_every_paragraph(corpus: Corpus) -> None:
    for slug in corpus.instruments:
        text = (SITE / "en" / "resolutions" / f"{slug}.html").read_text(encoding="utf-8")
        rail = text[text.index("<nav class=rail") :]
        for each in corpus.paragraphs(slug):
            ways = (f"href=#{each['key']}>", f'href="#{each["key"]}"')
            assert each["kind"] == "title" or any(way in rail for way in ways), each["key"]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("37", "op37"),
        ("op37", "op37"),
        ("pp3", "pp3"),
        ("第37段", "op37"),
        ("第三十七段", "op37"),
        ("序言部分第三段", "pp3"),
        ("para 37", "op37"),
        ("párr. 37", "op37"),
        ("пункт 37", "op37"),
        ("الفقرة ٣٧", "op37"),
        ("fn5", "fn5"),
        ("note 5", "fn5"),
        ("сноска 5", "fn5"),
    ],
)
def test_the_jump_box_takes_what_people_write(page: Page, words: str, key: str) -> None:
    visit(page, f"fr/resolutions/{SLUG}.html")
    page.fill("#jump", words)
    page.press("#jump", "Enter")
    page.wait_for_function("key => location.hash === `#${key}`", arg=key)
    assert page.evaluate(f"document.getElementById('{key}').contains(document.activeElement)")


def test_the_jump_box_says_what_is_not_there(page: Page) -> None:
    visit(page, f"en/resolutions/{SLUG}.html")
    page.fill("#jump", "999")
    page.press("#jump", "Enter")
    assert page.inner_text("[data-jump] [role=status]") == "no 999 here"


def test_the_bar_tells_the_paragraph_being_read(page: Page) -> None:
    visit(page, f"en/resolutions/{SLUG}.html#op37")
    page.wait_for_function("document.querySelector('.rail [aria-current]')")
    assert page.get_attribute(".rail [aria-current]", "href") == "#op37"
    assert page.inner_text("[data-here]").replace("\n", "") == "paragraph 37 / 54"


def test_single_keys_go_from_paragraph_to_paragraph_until_they_are_switched_off(page: Page) -> None:
    visit(page, f"en/resolutions/{SLUG}.html#op3")
    page.wait_for_function("document.querySelector('.rail [aria-current]')")
    page.keyboard.press("j")
    page.wait_for_function("document.activeElement.closest('.para')?.id === 'op4'")
    page.keyboard.press("g")
    assert page.evaluate("document.activeElement.id") == "jump"
    page.keyboard.press("Tab")
    page.keyboard.press("?")
    page.click("[data-keys]")
    page.keyboard.press("?")
    assert page.locator("#settings").is_visible()  # the key does nothing any more
    page.evaluate("localStorage.clear()")


def test_on_a_telephone_the_contents_are_a_drawer_that_gives_the_focus_back(page: Page) -> None:
    visit(page, f"zh/resolutions/{SLUG}.html", NARROW)
    assert page.locator(".rail").is_hidden()
    page.click("[data-contents]")
    assert page.evaluate("document.activeElement.id") == "contents"
    page.keyboard.press("Escape")
    assert page.locator(".rail").is_hidden()
    assert page.evaluate("document.activeElement.hasAttribute('data-contents')")


def test_a_theme_is_marked_in_the_text_and_in_the_contents(page: Page, corpus: Corpus) -> None:
    visit(page, f"zh/resolutions/{SLUG}.html")
    page.click(".rail__themes summary")
    page.click("[data-theme=wildlife]")
    wanted = [
        each["key"]
        for each in corpus.paragraphs(SLUG)
        if any(tag["id"] == "wildlife" for tag in each["themes"]) and each["kind"] != "title"
    ]
    ids = "all => all.map(each => each.id)"
    assert page.locator(".para.is-marked").evaluate_all(ids) == wanted
    hrefs = page.locator(".rail a.is-marked").evaluate_all(
        "all => all.map(each => each.hash.slice(1))"
    )
    assert hrefs == wanted


def test_preambular_paragraphs_carry_their_ordinal_in_brackets(page: Page, corpus: Corpus) -> None:
    visit(page, f"zh/resolutions/{SLUG}.html")
    numbers = page.locator(".para--preambular .para__number").all_inner_texts()
    wanted = [each for each in corpus.paragraphs(SLUG) if each["kind"] == "preambular"]
    assert numbers == [f"[{n}]" for n in range(1, len(wanted) + 1)]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_passage_of_a_theme_stands_in_the_readers_language_too(
    page: Page, corpus: Corpus, language: str
) -> None:
    visit(page, f"{language}/themes/wildlife.html")
    places = page.locator("[data-place]")
    page.wait_for_function(
        "() => document.querySelectorAll('[data-place]').length"
        " === document.querySelectorAll('[data-place] .item__aid[lang=en]').length"
    )
    wanted = sum(
        tag["id"] == "wildlife"
        for slug in corpus.instruments
        for each in corpus.paragraphs(slug)
        for tag in each["themes"]
    )
    assert places.count() == wanted
    assert page.locator("[data-place] > [lang=zh]").count() == wanted
    assert page.locator("[data-aid-line]").inner_text().startswith(strings(language)["theme.aid"])


def test_the_filters_of_a_theme_live_in_the_address(page: Page) -> None:
    visit(page, "en/themes/wildlife.html")
    said = page.inner_text("[data-shown]")
    page.uncheck("input[value=mention]")
    assert "strength=focus" in page.url
    page.go_back()
    page.wait_for_function(
        "said => document.querySelector('[data-shown]').innerText === said", arg=said
    )
    assert page.is_checked("input[value=mention]")


def test_weights(corpus: Corpus) -> None:
    """Every page within 300 kB, the four longest texts within 400."""
    lengths = {
        slug: sum(len(each["text"]) for each in corpus.paragraphs(slug))
        for slug in corpus.instruments
    }
    longest = sorted(lengths, key=lambda slug: -lengths[slug])[:4]
    problems = []
    for path in SITE.rglob("*.html"):
        bar = 400_000 if path.stem in longest else 300_000
        if path.stat().st_size > bar:
            problems.append(f"{path.relative_to(SITE)}: {path.stat().st_size}")
    none_of(problems)
    assert json.loads((SITE / "data" / "corpus.json").read_text(encoding="utf-8"))["instruments"]
