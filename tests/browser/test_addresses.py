from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from conftest import Root
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .helpers import LANGUAGES, PATIENCE, ROOT, is_ours, none_of, url

SLUG = "a-res-71-209"
LISTED = "e-2011-30-ga-3"  # its paragraph 9 has the items (a) to (f)
HEADED = "ccpcj-res-20-1"
LONGEST = 200
STRINGS: dict[str, dict[str, str]] = {
    code: yaml.safe_load((ROOT / "data" / "strings" / f"{code}.yml").read_text(encoding="utf-8"))
    for code in LANGUAGES
}
MARKED = "() => Array.from(document.querySelectorAll('.in-range'), each => each.id)"
HOSTILE = (
    "a-res-999-1.op1",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "../../etc/passwd",
    "..%2F..%2Fx",
    "//example.org/x",
    "https://example.org",
    "\\\\example.org\\x",
    f"{SLUG}/../../x",
    f"{SLUG}.javascript:alert(1)",
    f'{SLUG}.op3" onclick="alert(1)',
    f"{SLUG}.op3.op4",
    f"{SLUG}?x=1",
    "a-res-71-",
    "constructor",
    "__proto__",
    "constructor-x",
    "a-res-71-constructor",
    "index",
    "\u202eexe.x",
    ".",
    "#",
    "%",
    "a" * 5000,
    "犯😀" * 3000,
)


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def toy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy edition, on the web, with two pages that have moved."""
    root = Root(tmp_path_factory.mktemp("moved") / "root")
    root.change("edition.yml", 'base_url: ""', "base_url: https://example.org/un")
    root.change("terms.yml", "examples: [打击腐败]", "examples: [打击腐败]\n  page: true")
    (root.data / "redirects.yml").write_text(
        "- {from: old/themes/bribery.html, to: themes/corruption.html}\n"
        "- {from: resolutions/a-res-89-9.html, to: resolutions/a-res-90-1.html}\n",
        encoding="utf-8",
    )
    command = [sys.executable, "build_pages.py"]
    done = subprocess.run(command, cwd=root.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return root.folder / "site"


def new_page(browser: Browser, **options: Any) -> Page:
    """A page of a reader who has not been here before."""
    page = browser.new_context(**options).new_page()
    page.set_default_timeout(PATIENCE)
    return page


# --- go.html ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_go_leads_to_the_paragraph_in_its_language(page: Page, language: str) -> None:
    page.goto(f"{url(f'{language}/go.html')}?p={SLUG}.op37")
    page.wait_for_url(url(f"{language}/resolutions/{SLUG}.html#op37"))
    assert page.evaluate("document.querySelector(':target').id") == "op37"


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (f"?p={SLUG}", f"{SLUG}.html"),
        (f"?p={SLUG}#op3", f"{SLUG}.html#op3"),
        (f"?p={SLUG}%23op3", f"{SLUG}.html#op3"),
        (f"?p={SLUG.upper()}.OP3", f"{SLUG}.html#op3"),
        (f"?p={SLUG}.op3.", f"{SLUG}.html#op3"),
        (f"?p={SLUG}.op3%EF%BC%89%E3%80%82", f"{SLUG}.html#op3"),
        (f"?p={LISTED}.op9-a&to=op9-c", f"{LISTED}.html?to=op9-c#op9-a"),
        (f"?text=zh,en&p={SLUG}.op3&to=op7", f"{SLUG}.html?to=op7&text=zh,en#op3"),
        (f"?p={SLUG}.op3&to=%22%3E%3Cb%3E&text=javascript:x&mark=x", f"{SLUG}.html#op3"),
    ],
)
def test_go_carries_range_and_columns_along_and_nothing_else(
    page: Page, query: str, wanted: str
) -> None:
    page.goto(url("zh/go.html") + query)
    page.wait_for_url(url("zh/resolutions/") + "/" + wanted)


def test_going_back_does_not_meet_go_again(page: Page) -> None:
    page.goto(url("zh/index.html"))
    page.evaluate("location.href = 'go.html?p=a-res-63-195.op1'")
    page.wait_for_url(url("zh/resolutions/a-res-63-195.html#op1"))
    page.go_back()
    assert page.url == url("zh/index.html")


def test_an_address_that_is_none_leads_nowhere_and_is_shown_as_text(browser: Browser) -> None:
    page = new_page(browser)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(f"dialog {dialog.message}"))
    problems: list[str] = []
    for language in ("zh", "ar"):
        for value in HOSTILE:
            address = f"{url(f'{language}/go.html')}?p={quote(value, safe='')}"
            page.goto(address)
            line = page.locator("[data-unknown]")
            shown = line.locator("code").text_content()
            wanted = value if len(value) <= LONGEST else value[:LONGEST] + "…"
            said = line.text_content() or ""
            made = page.evaluate("document.querySelectorAll('#content img, #content b').length")
            if (page.url, shown, made) != (address, wanted, 0) or not line.is_visible():
                problems.append(f"{value[:40]!r}: {page.url[:200]} {shown!r}")
            if not said.startswith(STRINGS[language]["go.unknown"]):
                problems.append(f"{value[:40]!r}: {said[:80]!r}")
    page.context.close()
    none_of([*problems, *(each for each in asked if not is_ours(each))])


def test_go_without_an_address_says_what_it_is_for(page: Page) -> None:
    page.goto(url("en/go.html"))
    expect(page.locator(".lead")).to_have_text(STRINGS["en"]["go.lead"])
    expect(page.locator("[data-unknown]")).to_be_hidden()


def test_go_without_scripts_says_so_and_leads_to_the_list(browser: Browser) -> None:
    page = new_page(browser, java_script_enabled=False)
    page.goto(f"{url('zh/go.html')}?p={SLUG}.op3")
    expect(page.locator("noscript p")).to_have_text(STRINGS["zh"]["go.noscript"])
    page.click("#content a[href='resolutions/index.html']")
    page.wait_for_url(url("zh/resolutions/index.html"))
    page.context.close()


# --- the root: the language of the reader ---------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "language"), [("fr-CH", "fr"), ("zh-Hant-HK", "zh"), ("ko-KR", "zh"), ("ar", "ar")]
)
def test_go_at_the_root_speaks_the_language_of_the_browser_else_chinese(
    browser: Browser, locale: str, language: str
) -> None:
    page = new_page(browser, locale=locale)
    page.goto(f"{url('go.html')}?p={SLUG}.op3&to=op5")
    page.wait_for_url(url(f"{language}/resolutions/{SLUG}.html") + "?to=op5#op3")
    page.context.close()


@pytest.mark.parametrize(("kept", "language"), [("ru", "ru"), ("xx", "es"), ("../x", "es")])
def test_go_at_the_root_goes_by_the_language_chosen_before(
    browser: Browser, kept: str, language: str
) -> None:
    page = new_page(browser, locale="es-ES")
    page.goto(url("index.html"))
    page.evaluate("code => localStorage.setItem('language', code)", kept)
    page.goto(f"{url('go.html')}?p={SLUG}.op3")
    page.wait_for_url(url(f"{language}/resolutions/{SLUG}.html#op3"))
    page.context.close()


def test_what_is_no_address_at_the_root_is_told_in_the_language(browser: Browser) -> None:
    page = new_page(browser, locale="en")
    page.goto(f"{url('go.html')}?p=javascript:alert(1)")
    page.wait_for_url(f"{url('en/go.html')}?p=javascript:alert(1)")
    expect(page.locator("[data-unknown] code")).to_have_text("javascript:alert(1)")
    page.context.close()


def test_go_at_the_root_offers_the_lists_where_no_script_runs(browser: Browser) -> None:
    page = new_page(browser, java_script_enabled=False)
    page.goto(f"{url('go.html')}?p={SLUG}.op3")
    links = page.locator("a[data-language]").evaluate_all("all => all.map(each => each.href)")
    assert links == [url(f"{code}/resolutions/index.html") for code in LANGUAGES]
    page.context.close()


def test_the_language_chosen_before_stands_first_and_is_marked(browser: Browser) -> None:
    page = new_page(browser)
    order = "all => all.map(each => [each.lang, each.getAttribute('aria-current')])"
    links = page.locator("a[data-language]")
    page.goto(url("index.html"))
    assert links.evaluate_all(order) == [[code, None] for code in LANGUAGES]
    page.click("a[lang=ar]")
    page.wait_for_url(url("ar/index.html"))
    page.click(".u-languages a[lang=es]")
    page.wait_for_url(url("es/index.html"))
    page.goto(url("index.html"))
    rest = [[code, None] for code in LANGUAGES if code != "es"]
    assert links.evaluate_all(order) == [["es", "true"], *rest]
    page.click("a[lang=ar]")
    page.goto(url("index.html"))
    assert links.evaluate_all(order)[0] == ["ar", "true"]
    assert {
        code: page.locator(f"a[lang={code}]").evaluate("each => getComputedStyle(each).direction")
        for code in LANGUAGES
    } == LANGUAGES
    page.context.close()


# --- ranges ---------------------------------------------------------------------------------


def named(page: Page, key: str) -> str:
    """What the page itself calls a paragraph."""
    number = page.locator(f"[id='{key}'] a.para__number")
    label, printed = number.get_attribute("aria-label"), number.inner_text()
    assert label
    if not printed.startswith("["):  # 第9段(a) ends in what is printed, and is its whole name
        return label
    return label.removeprefix(printed).removesuffix(printed).strip()  # [7]: a count of ours


@pytest.mark.parametrize("language", ["zh", "ar"])
@pytest.mark.parametrize(
    ("slug", "place", "ends", "keys"),
    [
        (SLUG, "?to=op5#op3", ("op3", "op5"), ["op3", "op4", "op5"]),
        (SLUG, "?to=op3#op5", ("op3", "op5"), ["op3", "op4", "op5"]),
        (LISTED, "?to=op9-c#op9-a", ("op9-a", "op9-c"), ["op9-a", "op9-b", "op9-c"]),
        (LISTED, "?to=op9#op8", ("op8", "op9"), ["op8", "op9", *(f"op9-{c}" for c in "abcdef")]),
        (LISTED, "?to=op8#op9", ("op8", "op9"), ["op8", "op9", *(f"op9-{c}" for c in "abcdef")]),
        (HEADED, "?to=op1#pp7", ("pp7", "op1"), ["pp7", "op1"]),
    ],
)
def test_a_range_is_marked_and_named(
    page: Page, language: str, slug: str, place: str, ends: tuple[str, str], keys: list[str]
) -> None:
    page.goto(url(f"{language}/resolutions/{slug}.html") + place)
    first, last = (named(page, key) for key in ends)
    wanted = STRINGS[language]["range.marked"].format(first=first, last=last)
    line = page.locator("[data-range]")
    expect(line).to_have_text(wanted)
    expect(line).to_be_in_viewport()
    assert page.evaluate(MARKED) == keys
    assert line.evaluate("line => line.nextElementSibling.id") == keys[0]
    assert line.get_attribute("aria-live") == "polite"


@pytest.mark.parametrize(
    "place",
    ["?to=op3#op3", "?to=none#op3", "?to=op5#none", "?to=op5", "?to=#op3", "?to=op5#%", "?to=%ff#op3"],
)  # fmt: skip
def test_what_is_no_range_marks_nothing_and_breaks_nothing(page: Page, place: str) -> None:
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.goto(url(f"zh/resolutions/{SLUG}.html") + place)
    expect(page.locator("[data-toggle=words]")).to_be_visible()
    assert page.evaluate(MARKED) == []
    expect(page.locator("[data-range]")).to_be_hidden()
    assert thrown == []


def test_a_range_follows_the_address(page: Page) -> None:
    page.goto(url(f"zh/resolutions/{SLUG}.html") + "?to=op5#op3")
    line = page.locator("[data-range]")
    for key, keys in (("op4", ["op4", "op5"]), ("op6", ["op5", "op6"])):
        page.evaluate("key => { location.hash = key; }", key)
        page.wait_for_function(f"({MARKED})()[0] === '{keys[0]}'")
        assert page.evaluate(MARKED) == keys
        expect(line).to_contain_text(named(page, keys[0]))
    page.evaluate("location.hash = 'fn1'")
    expect(line).to_be_hidden()
    assert page.evaluate(MARKED) == []


def test_a_range_that_begins_at_a_heading_is_named_by_its_words(page: Page) -> None:
    page.goto(url(f"ar/resolutions/{HEADED}.html") + "?text=zh,en&to=op4#h1")
    page.wait_for_selector("#h1 .col[data-col=en]")
    words = page.locator("#h1 .para__text").text_content()
    wanted = STRINGS["ar"]["range.marked"].format(first=words, last=named(page, "op4"))
    expect(page.locator("[data-range]")).to_have_text(wanted)
    expect(page.locator("[data-range] :lang(zh)")).to_have_text(str(words))


def test_a_range_holds_beside_columns(page: Page) -> None:
    page.goto(url(f"zh/resolutions/{SLUG}.html") + "?text=zh,en&to=op5#op3")
    page.wait_for_selector("#op3 .col[data-col=en]")
    assert page.evaluate(MARKED) == ["op3", "op4", "op5"]
    expect(page.locator("#op3")).to_be_in_viewport()
    # What only the other text has stands between them, and goes with its column.
    page.evaluate(
        "document.getElementById('op4').insertAdjacentHTML('afterend', '<section class=para id=x-en1>')"
    )
    page.wait_for_selector("#x-en1.in-range")
    assert page.evaluate(MARKED) == ["op3", "op4", "x-en1", "op5"]
    page.click("button[data-column=en]")
    page.wait_for_selector("#op3 .col[data-col=en]", state="detached")
    address = page.evaluate("location.href")
    assert "to=op5" in address
    assert address.endswith("#op3")


def test_a_range_and_its_name_are_printed(page: Page) -> None:
    page.goto(url(f"ar/resolutions/{SLUG}.html") + "?to=op5#op3")
    page.emulate_media(media="print")
    expect(page.locator("[data-range]")).to_be_visible()
    border = "each => getComputedStyle(each, '::before').borderRightWidth"
    assert page.locator("#op4").evaluate(border) != "0px"
    assert page.locator("#op6").evaluate(border) == "0px"


# --- pages that moved -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("old/themes/bribery.html", "themes/corruption.html"),
        ("old/themes/bribery.html?x=1", "themes/corruption.html?x=1"),
        ("resolutions/a-res-89-9.html#op2-b-1", "resolutions/a-res-90-1.html#op2-b-1"),
        ("resolutions/a-res-89-9.html?to=op2#op1", "resolutions/a-res-90-1.html?to=op2#op1"),
        ("go.html?p=a-res-89-9.op2", "resolutions/a-res-90-1.html#op2"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "ar"])
def test_a_page_that_moved_leads_on_with_query_and_paragraph(
    page: Page, toy_site: Path, language: str, old: str, new: str
) -> None:
    page.goto(f"{toy_site.as_uri()}/{language}/{old}")
    page.wait_for_url(f"{toy_site.as_uri()}/{language}/{new}")


@pytest.mark.parametrize("rest", ["", "?x=1", "#uses", "?x=1#uses"])
def test_a_page_that_became_an_entry_of_another_leads_to_that_entry(
    page: Page, toy_site: Path, rest: str
) -> None:
    page.goto(f"{toy_site.as_uri()}/ar/terms/corruption.html{rest}")
    query = rest.partition("#")[0]
    page.wait_for_url(f"{toy_site.as_uri()}/ar/terms/kind-crime.html{query}#corruption")
    assert page.evaluate("document.querySelector(':target').id") == "corruption"


def test_a_page_that_moved_leads_on_without_scripts(browser: Browser, toy_site: Path) -> None:
    page = new_page(browser, java_script_enabled=False)
    page.goto(f"{toy_site.as_uri()}/en/old/themes/bribery.html")
    page.wait_for_url(f"{toy_site.as_uri()}/en/themes/corruption.html")
    page.context.close()


def test_a_page_that_moved_says_where_it_is(toy_site: Path) -> None:
    text = (toy_site / "en" / "old" / "themes" / "bribery.html").read_text(encoding="utf-8")
    place = "https://example.org/un/en/themes/corruption.html"
    assert f'<link rel="canonical" href="{place}">' in text
    assert STRINGS["en"]["moved.lead"] in text
    assert 'rel="alternate"' not in text


def test_every_page_of_the_map_is_there(toy_site: Path) -> None:
    text = (toy_site / "sitemap.xml").read_text(encoding="utf-8")
    places = [each.split("</loc>")[0] for each in text.split("<loc>")[1:]]
    assert len(places) > 60
    none_of(
        place
        for place in places
        if not (toy_site / place.removeprefix("https://example.org/un/")).is_file()
    )
