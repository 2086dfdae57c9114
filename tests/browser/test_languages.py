"""Every page in six languages: the language and direction of every run, and its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Browser, Page

from .helpers import LANGUAGES, ROOT, SITE, none_of, pages

Strings = dict[str, str]
Known = dict[str, object]
PLACE = re.compile(r"\{\w+\}")
SHORTEST = 7  # characters of a string that cannot be meant otherwise in another language
LISTS = ("ordinals", "letters", "months", "sections")  # words parted by |, never shown as they are

# `look(document, language)` gives a line for every run of a page that is wrong. The pages are
# parsed by the browser but not drawn, which takes a tenth of the time.
LOOK = """known => {
const KEYS = new Set(known.keys), DIRECTIONS = known.directions, FOREIGN = {};
const escaped = words => words.split(/\\{\\w+\\}/).map(each => each.replace(/[.*+?^${}()|[\\]\\\\]/g, "\\\\$&")).join(".+");
for (const [code, values] of Object.entries(known.foreign)) FOREIGN[code] = {
  exact: new Set(values.filter(each => !each.includes("{"))),
  patterns: new RegExp("^(?:" + values.filter(each => each.includes("{")).map(escaped).join("|") + ")$"),
};
const SCRIPTS = [["zh", /\\p{Script=Han}/gu], ["ar", /\\p{Script=Arabic}/gu], ["ru", /\\p{Script=Cyrillic}/gu]];
const WORDS = {  // that stand in prose of one language only
  en: /\\b(the|of|and|by|with|for|from|which|is|are|this|that)\\b/gi,
  fr: /\\b(les|des|du|et|dans|pour|par|une|aux|sur|le|est)\\b/gi,
  es: /\\b(las|los|y|del|el|por|con|una|para|al|se)\\b/gi,
};
const SHOWN = ["title", "aria-label", "placeholder", "alt", "content"];
const number = (words, pattern) => (words.match(pattern) || []).length;
const direction = element => !element ? "ltr" : element.dir !== "auto" ? element.dir : getComputedStyle(element).direction;
const isCode = element => element.closest("code, .sum");

// The languages that may be meant by these words; null where they do not tell.
function languages(words) {
  for (const [code, letters] of SCRIPTS) if (number(words, letters)) return [code];
  const prose = number(words, /(?<![\\p{L}\\d/._=:-])\\p{L}?\\p{Ll}{2,}(?![\\p{L}\\d/_=]|[.:-]\\p{L})/gu);
  if (prose <= 3) return null;
  const found = Object.entries(WORDS).map(([code, pattern]) => [number(words, pattern), code]).sort((a, b) => b[0] - a[0]);
  return found[0][0] >= 3 && found[0][0] >= 2 * found[1][0] ? [found[0][1]] : ["en", "fr", "es"];
}
// The letters of one script alone: a name in another alphabet may stand in prose.
function mostly(words) {
  const letters = number(words, /\\p{L}/gu);
  const [code, count] = SCRIPTS.map(([code, pattern]) => [code, number(words, pattern)]).sort((a, b) => b[1] - a[1])[0];
  return letters && count > letters / 2 ? [code] : count ? null : languages(words);
}

function look(root, page) {
  const wrong = [], say = (what, words) => wrong.push(what + ": " + words.trim().slice(0, 70));
  if (root.documentElement.lang !== page) wrong.push("html lang=" + root.documentElement.lang);
  if (root.body.dir !== DIRECTIONS[page]) wrong.push("body dir=" + root.body.dir);
  const own = words => {
    words = words.trim();
    if (/\\{[a-z_]+\\}/.test(words)) say("a place left open", words);
    if (KEYS.has(words)) say("a key for a word", words);
    if (FOREIGN[page].exact.has(words) || FOREIGN[page].patterns.test(words)) say("another language's words", words);
  };
  const walker = root.createTreeWalker(root.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement, words = node.data;
    if (!words.trim() || parent.closest("script, style")) continue;
    const lang = parent.closest("[lang]").lang, dir = direction(parent.closest("[dir]"));
    const meant = isCode(parent) ? null : languages(words);
    if (meant && !meant.includes(lang)) say(`lang=${lang}, not ${meant}`, words);
    if (meant && dir !== DIRECTIONS[lang]) say(`lang=${lang} runs ${dir}`, words);
    if (lang === page && !isCode(parent)) own(words);
  }
  for (const each of root.querySelectorAll(SHOWN.map(name => `[${name}]`).join())) for (const name of SHOWN) {
    const words = each.getAttribute(name);
    if (!words || each.tagName === "META" && each.name !== "description") continue;
    const lang = each.closest("[lang]").lang, meant = mostly(words);
    if (lang === page) own(words);
    if (meant && !meant.includes(lang)) say(`${name} in lang=${lang}, not ${meant}`, words);
  }
  own(root.title);
  return [...new Set(wrong)];
}
window.look = look;
window.parse = (html, page) => look(new DOMParser().parseFromString(html, "text/html"), page);
}"""


def strings() -> dict[str, Strings]:
    return {
        code: {
            key: value
            for key, value in yaml.safe_load(
                (ROOT / "data" / "strings" / f"{code}.yml").read_text(encoding="utf-8")
            ).items()
            if not key.startswith(LISTS)
        }
        for code in LANGUAGES
    }


def foreign(language: str, of: dict[str, Strings]) -> list[str]:
    """The words of the other languages that this one says otherwise."""
    values = {value for code in LANGUAGES if code != language for value in of[code].values()}
    long = {each for each in values if len(PLACE.sub("", each).strip()) >= SHORTEST}
    return sorted(long - set(of[language].values()))


@pytest.fixture(scope="module")
def known() -> Known:
    read = strings()
    return {
        "directions": LANGUAGES,
        "foreign": {code: foreign(code, read) for code in LANGUAGES},
        "keys": sorted({key for each in read.values() for key in each if "." in key}),
    }


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(5000)
    yield page
    page.close()


# --- every page ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_run_of_every_page_is_in_its_language(
    page: Page, known: Known, language: str
) -> None:
    page.goto("about:blank")
    page.evaluate(LOOK, known)
    paths = pages(language)
    assert len(paths) > 50
    none_of(
        f"{path}: {wrong}"
        for path in paths
        for wrong in page.evaluate(
            "([html, language]) => parse(html, language)",
            [(SITE / path).read_text(encoding="utf-8"), language],
        )
    )


# --- the switch of language -----------------------------------------------------------------------

INSTRUMENT = "resolutions/a-res-71-209.html"
STATES = (
    f"{INSTRUMENT}?text=zh,en#op3",
    f"{INSTRUMENT}?to=op7#op3",
    "themes/trafficking.html#a-res-71-209",
    "search.html?q=%E6%B4%97%E9%92%B1&theme=corruption",
    "terms/index.html",
)


@pytest.mark.parametrize("state", STATES)
def test_the_switch_of_language_keeps_page_paragraph_query_and_columns(
    page: Page, state: str
) -> None:
    site, codes = SITE.as_uri(), list(LANGUAGES)
    page.goto(f"{site}/{codes[-1]}/{state}")
    for code in codes:
        page.click(f".u-languages [data-language={code}]")
        page.wait_for_url(f"{site}/{code}/{state}")
        assert page.evaluate("document.documentElement.lang") == code
        if "#" in state:
            assert page.locator(":target").is_visible()
        if "?text=zh,en" in state:
            pressed = "[data-column][aria-pressed=true]"
            page.wait_for_function(f"document.querySelectorAll('{pressed}').length === 2")
        if "?q=" in state:
            assert page.input_value("#q") == "洗钱"


def test_a_language_opened_in_a_new_tab_keeps_the_place_too(page: Page) -> None:
    page.goto(f"{SITE.as_uri()}/fr/{STATES[0]}")
    link = page.locator(".u-languages [data-language=ar]")
    link.dispatch_event("pointerdown")
    assert link.evaluate("link => link.href") == f"{SITE.as_uri()}/ar/{STATES[0]}"


def test_without_a_script_the_switch_of_language_keeps_the_page(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for state in STATES:
        path = state.partition("#")[0].partition("?")[0]
        page.goto(f"{SITE.as_uri()}/es/{state}")
        page.click(".u-languages [data-language=ru]")
        page.wait_for_url(f"{SITE.as_uri()}/ru/{path}")
    context.close()


# --- words that scripts bring ---------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_scripts_write_is_in_its_language(page: Page, known: Known, language: str) -> None:
    problems = []
    for path, there in (
        (f"{INSTRUMENT}?text=zh,en", ".side .col"),
        ("search.html?q=71/209", ".hit"),
        ("search.html?q=trafficking%20in%20persons", ".hit"),
        ("themes/trafficking.html", "[data-shown]:not(:empty)"),
        ("terms/index.html", "[data-filter-box]:not([hidden])"),
    ):
        page.goto(f"{SITE.as_uri()}/{language}/{path}")
        page.wait_for_selector(there)
        page.evaluate(LOOK, known)
        problems += [
            f"{path}: {each}"
            for each in page.evaluate("language => look(document, language)", language)
        ]
    none_of(problems)
