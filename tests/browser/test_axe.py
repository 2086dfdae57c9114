"""axe finds nothing to object to: a sample of every page type and language; `GRID=all`: the whole grid."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from .helpers import LANGUAGES, WHOLE, none_of, url

# A page of every type; what is opened on it before axe looks.
PAGES = {
    "index.html": "",
    "resolutions/index.html": "",
    "resolutions/a-res-63-195.html": "rail",
    "resolutions/e-2011-30-decision-1.html": "",
    "themes/index.html": "",
    "themes/trafficking-persons.html": "details",
    "themes/wildlife.html": "filters",
    "matrix.html": "",
    "cited/index.html": "details",
    "cited/assembly.html": "details",
    "terms/index.html": "",
    "terms/kind-crime.html": "",
    "terms/terminology.html": "",
    "terms/money-laundering.html": "",  # in the sample in Chinese: elsewhere it leads on
    "search.html?q=corruption": "hits",
    "asked.html": "details",
    "compare/index.html": "",
    "compare/a-res-63-195--a-res-68-193.html": "",
    "check.html": "",
    "handout.html": "",
    "agreed.html": "",
    "about/index.html": "",
    "about/sources.html": "",
    "about/errata.html": "",
    "about/audit.html": "",
    "selftest.html": "",
    "go.html?p=A/RES/99/1": "",
}
WIDTHS, SCHEMES = (1280, 390), ("light", "dark")
# In the sample each page type comes once, each language, width and scheme several times; drawers on a telephone.
NARROW = {"filters"}
SAMPLE = [
    (
        page,
        list(LANGUAGES)[i % len(LANGUAGES)],
        390 if what in NARROW else WIDTHS[i % 2],
        SCHEMES[i // 2 % 2],
    )
    for i, (page, what) in enumerate(PAGES.items())
]
GRID = [
    (page, language, width, scheme)
    for page in PAGES
    for language in LANGUAGES
    for width in WIDTHS
    for scheme in SCHEMES
]
RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.flatMap(each =>
  each.nodes.slice(0, 3).map(node => `${each.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message || ""}`)))"""


@pytest.fixture(scope="module")
def script() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def open_all(page: Page, what: str, width: int) -> None:
    """The states that stand over a page: details, drawer, hits; what a script brings has come."""
    page.wait_for_function("!document.querySelector('[data-awaits]')")
    page.evaluate(
        "document.querySelectorAll('main details').forEach(each => { each.open = true; })"
    )
    if what == "rail" and width < 1200:
        page.click("[data-contents]")
    elif what == "rail":
        page.click(".rail [data-theme] >> nth=0")
        page.locator(".para__text .note-mark a").first.click()
        page.wait_for_selector(".pop")
    elif what == "hits":
        page.wait_for_selector(".hit")
        if width < 700:
            page.click(".search__drawer")
    elif what == "filters" and width < 700:
        page.click(".search__drawer")
        page.wait_for_selector("#filters:popover-open")
    elif width < 1200:
        page.click("[popovertarget=sections]")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_has_nothing_to_say(context: BrowserContext, script: str, scheme: str) -> None:
    problems = []
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path, language, width, own in GRID if WHOLE else SAMPLE:
        if own != scheme:
            continue
        page.set_viewport_size({"width": width, "height": 900})
        way, mark, query = path.partition("?")
        page.goto(url(f"{language}/{way}") + mark + query)
        open_all(page, PAGES[path], width)
        page.evaluate(script)
        problems += [f"{language}/{path} {width}: {each}" for each in page.evaluate(RUN)]
    page.close()
    none_of(problems)
