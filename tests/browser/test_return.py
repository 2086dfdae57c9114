"""Ways there and back: Back, a switch of language, addresses that lead nowhere, what a pop-up leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .helpers import LANGUAGES, hold_animations, none_of, url

SLUG = "a-res-71-209"
REFUSE = "history.replaceState = history.pushState = () => { throw new DOMException('no', 'SecurityError'); };"
WATCH = """window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(each => {
  if (!each.hadRecentInput) window.shifts += each.value; })).observe({type: "layout-shift", buffered: true});"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def search(page: Page, query: str, language: str = "en") -> None:
    page.goto(url(f"{language}/search.html") + f"?q={query}")
    page.wait_for_selector(".hit")


def test_back_takes_a_facet_away_and_stays_in_the_search(page: Page) -> None:
    search(page, "corruption")
    before = page.inner_text("[data-count]")
    page.locator(".facet button").first.click()
    page.wait_for_function(
        "before => document.querySelector('[data-count]').innerText !== before", arg=before
    )
    assert "theme=" in page.url
    page.go_back()
    page.wait_for_function(
        "before => document.querySelector('[data-count]').innerText === before", arg=before
    )
    assert "theme=" not in page.url


def test_as_many_hits_as_were_shown_stand_there_after_back(page: Page) -> None:
    search(page, "corruption")
    page.click("[data-more]")
    page.wait_for_function("document.querySelectorAll('[data-hits] .hit').length === 40")
    page.locator("[data-hits] .hit a").nth(30).click()
    page.wait_for_selector(".instrument")
    page.go_back()
    page.wait_for_function("document.querySelectorAll('[data-hits] .hit').length === 40")


def test_the_language_keeps_the_paragraph_in_view(page: Page) -> None:
    page.goto(url(f"en/resolutions/{SLUG}.html"))
    page.evaluate("document.getElementById('op20').scrollIntoView()")
    page.wait_for_function("document.querySelector('.rail [aria-current]')?.hash === '#op20'")
    # as with the keyboard, which leaves the page where it is
    page.evaluate("document.querySelector('.u-languages a[lang=zh]').click()")
    page.wait_for_url(f"**/zh/resolutions/{SLUG}.html#op20")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("A/RES/71/209", f"{SLUG}.html"),
        ("A/RES/71/209.op37", f"{SLUG}.html#op37"),
        ("A/RES/71/209%23op37", f"{SLUG}.html#op37"),
        ("a/c.3/68/l.18", "a-c-3-68-l-18.html"),
        ("A/C.3/68/L.18.pp2", "a-c-3-68-l-18.html#pp2"),
    ],
)
def test_go_takes_a_symbol(page: Page, asked: str, found: str) -> None:
    page.goto(url("en/go.html") + f"?p={asked}")
    page.wait_for_url(f"**/en/resolutions/{found}")


@pytest.mark.parametrize("asked", ["A/RES/99/1", "A/RES/71/209/x", "<b>", "__proto__"])
def test_go_says_what_it_does_not_know_and_offers_the_search(page: Page, asked: str) -> None:
    page.goto(url("en/go.html") + f"?p={asked}")
    assert asked in page.inner_text("[data-unknown]")
    page.click("[data-search-link]")
    page.wait_for_url("**/en/search.html?q=**")
    assert page.input_value("#q") == asked


def test_an_address_with_an_unknown_paragraph_is_answered(page: Page) -> None:
    page.goto(url("en/go.html") + f"?p={SLUG}.op999")
    page.wait_for_function(
        "document.querySelector('[data-jump] [role=status]')?.innerText === 'no op999 here'"
    )
    page.evaluate("location.hash = 'op3'")
    page.wait_for_function("document.querySelector('[data-jump] [role=status]').innerText === ''")


NOTE = ".para__text .note-mark a"


def opened(page: Page) -> None:
    page.goto(url(f"zh/resolutions/{SLUG}.html"))
    page.locator(NOTE).first.click()
    page.wait_for_selector(".pop")


def focus_in_sight(page: Page) -> bool:
    box = page.evaluate(f"""() => {{ const own = document.activeElement, box = own.getBoundingClientRect();
      return own === document.querySelector("{NOTE}") && box.top >= 0 && box.bottom <= innerHeight; }}""")
    return bool(box)


def test_a_pop_up_has_a_button_that_closes_it(page: Page) -> None:
    opened(page)
    page.click(".pop .pop__close")
    assert page.locator(".pop").count() == 0
    assert focus_in_sight(page)


def test_tab_leaves_a_pop_up_by_closing_it(page: Page) -> None:
    opened(page)
    stops = page.locator(".pop :is(a[href], button)").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.pop') !== null")
    page.keyboard.press("Tab")
    assert page.locator(".pop").count() == 0
    assert focus_in_sight(page)


def test_escape_returns_to_a_place_in_sight(page: Page) -> None:
    opened(page)
    page.evaluate("scrollTo(0, 4000)")
    page.keyboard.press("Escape")
    assert focus_in_sight(page)


def test_without_script_nothing_speaks_of_what_is_not_there(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url(f"fr/resolutions/{SLUG}.html"))
    assert page.locator(".heads [data-column]:visible").all_inner_texts() == ["中文"]
    assert page.locator(".heads .aid__mark:visible").count() == 0
    for path in ("search.html", "themes/wildlife.html", "terms/index.html", "check.html"):
        page.goto(url(f"en/{path}"))
        dead = page.locator("main :is(button, input):visible, .u-box:visible").all_inner_texts()
        assert dead == [], path
    context.close()


def test_a_browser_that_refuses_to_write_the_address_loses_nothing_else(browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(REFUSE)
    page, problems = context.new_page(), []
    page.on("pageerror", lambda error: problems.append(str(error)))
    search(page, "corruption")
    page.locator(".facet button").first.click()
    page.wait_for_selector("[data-narrowed] button")
    page.goto(url("en/asked.html"))
    page.select_option("select[name=instrument]", SLUG)
    page.goto(url("en/themes/wildlife.html"))
    page.uncheck("input[value=mention]")
    assert page.locator("li.item:visible").count() == 0
    page.goto(url(f"zh/resolutions/{SLUG}.html"))
    page.locator("a.para__number").nth(3).click()
    page.wait_for_selector(".pop")
    assert problems == []
    context.close()


def test_the_head_is_one_line_below_1200_pixels_and_two_above(page: Page) -> None:
    problems = []
    for language in LANGUAGES:
        for width, most in ((320, 60), (390, 60), (820, 60), (1280, 84)):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(url(f"{language}/search.html"))
            high, over = page.evaluate(
                "[document.querySelector('.u-head').offsetHeight, document.documentElement.scrollWidth - innerWidth]"
            )
            if high > most or over > 0:
                problems.append(f"{language} {width}: {high} high, {over} over")
    none_of(problems)


def test_the_heads_of_the_matrix_never_hide_the_focus(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(url("en/matrix.html"))
    page.locator(".matrix td a").first.focus()
    hidden = """() => { const own = document.activeElement, box = own.getBoundingClientRect();
      const at = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      return own.contains(at) ? "" : own.outerHTML; }"""
    problems = []
    for _ in range(60):
        problems.append(page.evaluate(hidden))
        page.keyboard.press("Tab")
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        problems.append(page.evaluate(hidden))
    none_of(filter(None, problems))


# The contrast of a colour with the paper, which is opaque; how a browser writes the colours is its own affair.
CONTRAST = """(own, [part, what]) => { const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = colour => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const paper = light(getComputedStyle(document.body).backgroundColor), ink = light(getComputedStyle(own, part || null)[what]);
  return (Math.max(paper, ink) + 0.05) / (Math.min(paper, ink) + 0.05); }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_can_be_read_and_boxes_be_seen(page: Page, scheme: str) -> None:
    """Text 4.5 to 1, the edge of what is filled in 3 to 1 (WCAG 1.4.3, 1.4.11)."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme=scheme, media="screen")  # type: ignore[arg-type]
    wanted: dict[str, list[tuple[str, str, str, float]]] = {
        f"resolutions/{SLUG}.html": [
            (".para--preambular .para__number", "", "color", 4.5),
            (".para--operative .para__number", "", "color", 4.5),
            (".u-box input", "", "borderTopColor", 3),
            (".u-box input", "::placeholder", "color", 4.5),
            ("#jump", "", "borderTopColor", 3),
        ],
        "search.html": [(".search__row input", "", "borderTopColor", 3)],
        "index.html": [(".u-box input", "", "borderTopColor", 3)],
        "themes/wildlife.html": [(".filters select", "", "borderTopColor", 3)],
        "asked.html": [(".asked__form select", "", "borderTopColor", 3)],
        "compare/index.html": [(".compare__form select", "", "borderTopColor", 3)],
        "check.html": [(".check__form textarea", "", "borderTopColor", 3)],
        "handout.html": [(".handout__form [name=title]", "", "borderTopColor", 3)],
        "about/errata.html": [("[data-errata] select", "", "borderTopColor", 3)],
        "terms/index.html": [("#filter", "", "borderTopColor", 3)],
    }
    problems = []
    for path, each in wanted.items():
        page.goto(url(f"en/{path}"))
        for selector, part, what, least in each:
            found = page.locator(selector).first.evaluate(CONTRAST, [part, what])
            if found < least:
                problems.append(f"{path} {selector}{part} {what} {scheme}: {found:.2f}")
    none_of(problems)


def test_dark_is_for_the_screen(page: Page) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(url(f"en/resolutions/{SLUG}.html"))
    for scheme in ("", "dark"):
        page.evaluate("scheme => { document.documentElement.dataset.scheme = scheme; }", scheme)
        colour = page.evaluate(
            "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
        )
        assert colour == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


@pytest.mark.parametrize(
    "path",
    [
        "en/search.html?q=corruption",
        "ar/themes/wildlife.html",
        "fr/cited/assembly.html",
        "en/asked.html",
        "ar/asked.html",
        "ru/agreed.html",
        "en/compare/a-res-68-193--a-res-71-209.html",
        "ar/compare/a-res-68-193--a-res-71-209.html",
        "ru/cited/assembly.html",
        f"zh/resolutions/{SLUG}.html?text=zh,en",
    ],
)
def test_what_comes_by_script_moves_nothing(browser: Browser, path: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    page = context.new_page()
    hold_animations(page)
    way, _, query = path.partition("?")
    page.goto(url(way) + (f"?{query}" if query else ""))
    page.wait_for_selector(
        ".hit, .item__aid, tr[data-place] .item__aid, .side .col__text", state="attached"
    )
    page.wait_for_function(
        "!document.querySelector('[data-awaits]') && document.readyState === 'complete'"
    )
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
    assert page.evaluate("shifts") <= 0.05
    context.close()


def test_errata_of_one_instrument(page: Page) -> None:
    page.goto(url("en/about/errata.html"))
    every = page.locator(".errata-list > li:visible").count()
    page.select_option("[data-errata] select", "A/RES/71/209")
    own = page.locator(".errata-list > li:visible")
    assert 0 < own.count() < every
    assert all("A/RES/71/209" in words for words in own.all_inner_texts())
    page.go_back()
    page.wait_for_function(
        "all => document.querySelectorAll('.errata-list > li:not([hidden])').length === all",
        arg=every,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_tells_how_to_link(page: Page, language: str) -> None:
    page.goto(url(f"{language}/about/index.html"))
    words = page.inner_text("#cite")
    assert "?to=op40#op37" in words
    assert "go.html?p=A/RES/71/209.op37" in words


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_what_is_typed_as_it_stands_keeps_its_line_and_direction(page: Page, language: str) -> None:
    """An address of `go.html?p=` is no address any more where it is cut or turned round."""
    codes = ".about p code"
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(url(f"{language}/about/index.html"))
        assert "&to=op40" in page.locator(codes).all_inner_texts()
        told = page.locator(
            codes
        ).evaluate_all("""all => all.map(each => { const range = document.createRange();
          range.selectNodeContents(each);
          return [each.textContent, getComputedStyle(each).direction, new Set([...range.getClientRects()].map(box => Math.round(box.top))).size,
            each.getBoundingClientRect().width < each.closest("p").getBoundingClientRect().width - 2]; })""")
        none_of(str(each) for each in told if each[1] != "ltr" or (each[2] > 1 and each[3]))
    assert "`" not in page.inner_text("main")


def test_no_bar_stands_beside_punctuation(page: Page) -> None:
    page.goto(url(f"zh/resolutions/{SLUG}.html"))
    page.click("[data-toggle=words]")
    wrong = page.evaluate("""() => Array.from(document.querySelectorAll('.wb:not(.wb--mark)')).filter(bar =>
      /[\\p{P}]/u.test((bar.nextSibling?.textContent || "")[0] || "")).length""")
    assert page.locator(".wb").count() > 500
    assert wrong == 0


def test_on_a_telephone_results_come_first_and_facets_are_a_drawer(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    search(page, "corruption")
    assert page.evaluate("document.querySelector('.hit').getBoundingClientRect().top") < 844
    assert page.locator("[data-facets]").is_hidden()
    page.click(".search__drawer")
    page.locator(".facet summary").first.click()
    page.locator(".facet button").first.click()
    page.wait_for_selector("[data-narrowed] button", state="attached")
    page.keyboard.press("Escape")
    assert page.locator("[data-facets]").is_hidden()
    assert page.locator("[data-narrowed] button").is_visible()
