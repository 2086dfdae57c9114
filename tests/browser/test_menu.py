"""The menu of a paragraph: what it copies, how it is reached, and that it cites as Python does.

Every line of it in Firefox too, by key and by finger: `test_take.py`.
"""

from __future__ import annotations

import functools
import http.server
import itertools
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from conftest import Edition
from playwright.sync_api import Browser, Page

from resolutions.references.script import instrument_script, stretches
from resolutions.references.style import citations, plain

from .helpers import LANGUAGES, ROOT, SITE, url

SLUG, KEY = "a-res-68-193", "op5"
LINK = "https://docs.un.org/{}/A/RES/68/193"
# What is on the clipboard when the browser has copied.
WATCH = """() => { window.seen = []; window.addEventListener("copy", event => {
  const get = type => event.clipboardData.getData(type);
  window.seen.push([get("text/plain"), get("text/html")]); }); }"""
SELECT = """([from, start, to, end]) => {
  const range = document.createRange();
  const place = (selector, at) => {
    const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (at <= walker.currentNode.length) return [walker.currentNode, at];
      at -= walker.currentNode.length;
    }
  };
  range.setStart(...place(from, start));
  range.setEnd(...place(to, end));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def visit(page: Page, language: str = "en", base: str = "", slug: str = SLUG) -> None:
    path = f"{language}/resolutions/{slug}.html"
    page.goto(base + path if base else url(path))
    page.evaluate(WATCH)


def opened(page: Page, key: str = KEY) -> None:
    page.locator(f"#{key} a.para__number").click()
    page.wait_for_selector("[role=menu]")


def choose(page: Page, number: int) -> Any:
    page.locator("[role=menuitem]").nth(number).click()
    return page.evaluate("window.seen[window.seen.length - 1]")


# --- the same references as in Python -----------------------------------------------------------


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.evaluate("() => { window.edition = { references(data) { window.data = data; } }; }")
    page.add_script_tag(path=ROOT / "docs" / "assets" / "quote.js")
    yield page
    page.close()


def test_the_browser_cites_every_paragraph_and_range_as_python_does(
    bare: Page, real: Edition
) -> None:
    for head in real.library.heads.values():
        ((_, script),) = instrument_script(head, real.catalogue)
        bare.evaluate(script)
        keys = list(head.kinds)
        places = [
            *((key, "") for key in keys),
            *itertools.pairwise(keys),
            *zip(keys, keys[2:], strict=False),
        ]
        found = bare.evaluate(
            """([places, stretches]) => data.styles.map(style =>
            places.map(([a, b]) => edition.quote.reference(data, style, a, b, stretches)))""",
            [places, stretches(real.catalogue)],
        )
        wanted = [[each.of(*place) for place in places] for each in citations(head, real.catalogue)]
        assert found == wanted, head.slug


# --- ways in -------------------------------------------------------------------------------------


def test_it_opens_by_mouse_key_and_long_press_and_gives_the_focus_back(browser: Browser) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    visit(page)
    number = page.locator(f"#{KEY} a.para__number")
    focused = f"document.activeElement === document.querySelector('#{KEY} a.para__number')"
    touch = {"pointerType": "touch", "bubbles": True}
    ways: tuple[Callable[[], object], ...] = (
        number.click,
        lambda: number.press("Enter"),
        lambda: number.click(button="right"),
        lambda: number.dispatch_event("pointerdown", touch),
    )
    for way in ways:
        number.focus()
        way()
        page.wait_for_selector("[role=menu]")
        assert page.evaluate("document.activeElement.getAttribute('role')") == "menuitem"
        number.dispatch_event("pointerup", touch)
        page.keyboard.press("Escape")
        page.wait_for_selector("[role=menu]", state="detached")
        assert page.evaluate(focused)
    assert page.url.endswith(f"#{KEY}")
    context.close()


def test_a_finger_that_rests_on_a_number_opens_the_menu_once(browser: Browser) -> None:
    context = browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    visit(page)
    number = page.locator(f"#{KEY} a.para__number")
    number.scroll_into_view_if_needed()
    box = number.bounding_box()
    assert box
    finger = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    hand = context.new_cdp_session(page)
    hand.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [finger]})
    page.wait_for_selector("[role=menu]")
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.locator("[role=menuitem]").nth(1).tap()
    page.wait_for_selector(".menu__copied")
    assert page.locator("[role=menu]").count() == 1
    assert page.url.endswith(f"#{KEY}")
    context.close()


def test_arrows_go_round_the_menu(page: Page) -> None:
    visit(page)
    opened(page)
    items = page.locator("[role=menuitem]").all_inner_texts()
    seen = []
    for _ in range(len(items) + 1):
        seen.append(page.evaluate("document.activeElement.textContent"))
        page.keyboard.press("ArrowDown")
    assert seen == [*items, items[0]]
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.textContent") == items[-1]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_stays_in_the_window_whatever_it_says(page: Page, language: str) -> None:
    visit(page, language, slug="a-res-71-209")
    for key in ("op37", "pp2"):
        opened(page, key)
        start = "each => each.getBoundingClientRect()[document.dir === 'rtl' ? 'right' : 'left']"
        begins = page.locator(".pop").evaluate(start)
        choose(page, 0)
        page.wait_for_selector(".menu__copied")
        box = page.locator(".pop").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 1280
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 900
        number = page.locator(f"#{key} a.para__number").evaluate(start)
        assert page.locator(".pop").evaluate(start) == begins
        assert abs(begins - number) < 2
        page.keyboard.press("Escape")


def test_with_a_key_held_the_number_is_the_link_it_is_without_a_script(page: Page) -> None:
    visit(page)
    with page.context.expect_page() as new:
        page.locator(f"#{KEY} a.para__number").click(modifiers=["Control"])
    assert new.value.url.endswith(f"{SLUG}.html#{KEY}")
    new.value.close()
    assert page.locator("[role=menu]").count() == 0


# --- what is copied --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_stick_a_quotation_carries_the_official_link_and_nothing_a_file(
    page: Page, real: Edition, language: str
) -> None:
    visit(page, language)
    opened(page)
    head, catalogue = real.library.heads[SLUG], real.catalogue
    own = next(c for c in citations(head, catalogue) if c.style == "un" and c.language == language)
    text = next(p.text for p in real.documents[SLUG].paragraphs if p.key == KEY)
    words, html = choose(page, 0)
    assert f"“{text}”" in words
    assert own.of(KEY) in words
    assert words.endswith(LINK.format(language))
    assert f'<a href="{LINK.format(language)}">{own.of(KEY)}</a>' in html
    assert f'<blockquote lang="zh" dir="ltr"><p>“{text}”</p>' in html
    assert choose(page, 1)[0] == text
    assert choose(page, 2)[0].endswith(LINK.format(language))
    assert choose(page, 3)[0] == f"{language}/go.html?p={SLUG}.{KEY}"
    assert "file:" not in str(page.evaluate("window.seen"))
    assert page.locator(".menu__status").inner_text().endswith(f"go.html?p={SLUG}.{KEY}")


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None: ...

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(SITE))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_on_the_web_a_link_is_the_pages_own_address(page: Page, served: str) -> None:
    visit(page, "zh", served)
    opened(page)
    address = f"{served}zh/go.html?p={SLUG}.{KEY}"  # without the `#` that Word cuts
    words, html = choose(page, 0)
    assert words.endswith(address)
    assert f'href="{address}"' in html
    assert choose(page, 2)[0] == f"{served}zh/resolutions/{SLUG}.html#{KEY}"
    page.goto(address)
    page.wait_for_url(f"{served}zh/resolutions/{SLUG}.html#{KEY}")


def test_every_style_and_file_is_copied_as_the_build_made_it(page: Page, real: Edition) -> None:
    visit(page, "zh")
    opened(page)
    choose(page, 4)
    page.wait_for_selector(".menu__styles")
    shown = page.locator(".menu__styles dd > span").all_inner_texts()
    made = citations(real.library.heads[SLUG], real.catalogue)
    wanted = [plain(c.of(KEY)) for c in made if c.style != "un" or c.language == "zh"]
    assert shown == wanted
    page.locator(".menu__styles button").nth(1).click()
    assert page.evaluate("window.seen.pop()")[0] == wanted[1]
    page.locator(".menu__files button").first.click()
    assert page.evaluate("window.seen.pop()")[0].startswith(f"@techreport{{{SLUG},")
    with page.expect_download() as saved:
        page.locator(".menu__files button").nth(3).click()
    assert saved.value.suggested_filename == f"{SLUG}.ris"


# --- what is selected ---------------------------------------------------------------------------------


def test_the_link_of_a_selection_has_its_range(page: Page) -> None:
    """How it is quoted: `test_take.py`."""
    visit(page, "zh")
    page.evaluate(SELECT, ["#op2 .para__text", 2, "#op3 .para__text", 6])
    page.locator(".menu__quote").click()
    page.wait_for_selector("[role=menu]")
    assert choose(page, 3)[0] == f"zh/go.html?p={SLUG}.op2&to=op3"


def listed(page: Page, slug: str) -> list[str]:
    """The paragraphs of a text that a theme's page quotes whole, by their keys."""
    found: list[str] = page.evaluate(
        """slug => [...document.querySelectorAll(`div.item[data-place^="${slug}#"]`)]
        .map(each => each.dataset.place.split("#")[1])""",
        slug,
    )
    return found


def select_listed(page: Page, slug: str, first: str, last: str) -> None:
    places = [f"[data-place='{slug}#{key}'] .item__text" for key in (first, last)]
    page.evaluate(SELECT, [places[0], 2, places[1], 6])
    page.locator(".menu__quote").click()
    page.wait_for_selector("[role=menu]")


def test_a_selection_over_paragraphs_of_a_theme_is_quoted_each_with_its_own_reference(
    page: Page, real: Edition
) -> None:
    slug = "a-res-71-209"
    page.goto(url("zh/themes/trafficking.html"))
    page.evaluate(WATCH)
    keys, order = listed(page, slug), list(real.library.heads[slug].kinds)
    gaps = itertools.pairwise(keys)
    apart = next(pair for pair in gaps if order.index(pair[1]) != order.index(pair[0]) + 1)
    select_listed(page, slug, *apart)
    own = next(
        c
        for c in citations(real.library.heads[slug], real.catalogue)
        if (c.style, c.language) == ("un", "zh")
    )
    words, html = choose(page, 0)
    first, second = words.split("\n\n")
    assert (own.of(apart[0]) in first, own.of(apart[1]) in second) == (True, True)
    assert html.count("<blockquote") == 2
    said = page.locator("[role=menuitem]").all_inner_texts()
    assert not [each for each in said if "二维码" in each or "其他引注格式" in each]


def test_paragraphs_of_a_theme_that_follow_each_other_are_quoted_as_a_range(
    page: Page, real: Edition
) -> None:
    page.goto(url("zh/themes/trafficking.html"))
    page.evaluate(WATCH)
    for slug, head in real.library.heads.items():
        keys, order = listed(page, slug), list(head.kinds)
        for first, last in itertools.pairwise(keys):
            if first.startswith("op") and order.index(last) == order.index(first) + 1:
                select_listed(page, slug, first, last)
                assert choose(page, 0)[1].count("<blockquote") == 1
                assert choose(page, 3)[0] == f"zh/go.html?p={slug}.{first}&to={last}"
                return
    pytest.fail("no two paragraphs that follow each other")


def test_what_two_texts_say_is_not_quoted_as_one(page: Page) -> None:
    page.goto(url("zh/themes/trafficking.html"))
    page.wait_for_selector(".menu__way")
    one, other = page.evaluate(
        """[...document.querySelectorAll(".block")].filter(each => each.querySelector("div.item"))
        .slice(0, 2).map(each => each.querySelector("div.item").dataset.place)"""
    )
    ends = [f"[data-place='{place}'] .item__text" for place in (one, other)]
    page.evaluate(SELECT, [ends[0], 1, ends[0], 4])
    page.wait_for_selector(".menu__quote:visible")
    page.evaluate(SELECT, [ends[0], 1, ends[1], 4])
    page.wait_for_selector(".menu__quote", state="hidden")


@pytest.mark.parametrize("path", ["cited/commission.html", "terms/trafficking-in-persons.html"])
def test_what_cites_and_what_uses_a_term_has_the_menu(page: Page, path: str) -> None:
    page.goto(url(f"zh/{path}"))
    page.evaluate(WATCH)
    page.locator("[data-place] .menu__way").first.click()
    page.wait_for_selector("[role=menu]")
    place = page.locator("[data-place]").first.get_attribute("data-place") or ""
    assert choose(page, 3)[0] == f"zh/go.html?p={place.replace('#', '.')}"


def test_an_aid_is_never_quoted(page: Page, real: Edition) -> None:
    visit(page, "en")
    page.wait_for_selector("#op2 .col__text")
    page.evaluate(SELECT, ["#op2 .col__text", 3, "#op2 .col__text", 20])
    page.locator(".menu__quote").click()
    page.wait_for_selector(".menu__aid")
    text = next(p.text for p in real.documents[SLUG].paragraphs if p.key == "op2")
    words, _ = choose(page, 0)
    assert words.startswith(f"“{text}”")


def test_nothing_selected_no_button(page: Page) -> None:
    visit(page, "zh")
    page.evaluate(SELECT, ["#op2 .para__text", 2, "#op2 .para__text", 6])
    page.wait_for_selector(".menu__quote:visible")
    page.evaluate("getSelection().removeAllRanges()")
    page.wait_for_selector(".menu__quote", state="hidden")


# --- the other panels, and what cannot be loaded ----------------------------------------------------------


def test_a_fault_is_reported_by_a_text_to_copy(page: Page) -> None:
    visit(page, "en")
    opened(page)
    page.locator("[role=menuitem]").last.click()
    text = page.locator(".menu__code").input_value()
    assert f"{SLUG}#{KEY}" in text
    assert "General Assembly resolution 68/193" in text
    page.locator(".menu__back").click()
    page.wait_for_selector("[role=menu]")


def test_a_file_that_is_missing_is_named(page: Page) -> None:
    page.route("**/references/**", lambda route: route.abort())
    visit(page, "en")
    page.evaluate("document.querySelector('#op5 a.para__number').click()")
    page.wait_for_selector(".pop")
    assert "references/" in page.locator(".pop").inner_text()
