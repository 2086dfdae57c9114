from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from resolutions.search.fold import fold

from .helpers import ROOT, Corpus, url

SAMPLE = 400
ASK = """async queries => { const answers = [];
  for (const query of queries) {
    const found = await compendium.search(query, {expand: false});
    answers.push([found.total, found.occurrences]);
  }
  return answers; }"""
HITS = """async ([query, options]) => (await compendium.search(query, options)).hits
  .map(hit => hit.place)"""
STEMS = """rows => rows.map(row => row.map(form => compendium.fold(form).split(/[^\\p{L}]+/u)
  .map(compendium.stem).join(" ")))"""
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    ".*[(?",
    "(" * 5000,
    "a" * 10000,
    "犯" * 10000,
    "\ud800犯罪",
    "\u202e罪犯\u200f",
    '"',
    "   ",
    "\\",
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(url("zh/search.html"))
    page.wait_for_function("() => window.compendium && window.compendium.search")
    yield page
    page.close()


@pytest.fixture(scope="module")
def texts(corpus: Corpus) -> dict[str, str]:
    return {
        f"{slug}#{paragraph['key']}": fold(paragraph["text"])
        for slug in corpus.instruments
        for paragraph in corpus.paragraphs(slug)
    }


def _drawn(texts: dict[str, str]) -> list[str]:
    draw = random.Random(19)
    folded = [text for text in texts.values() if len(text) > 8]
    found: list[str] = []
    while len(found) < SAMPLE:
        text = draw.choice(folded)
        start = draw.randrange(len(text) - 6)
        piece = text[start : start + draw.randint(2, 6)]
        if fold(piece) == piece:
            found.append(piece)
    return found


def test_figures_are_those_of_a_plain_scan(page: Page, texts: dict[str, str]) -> None:
    terms = yaml.safe_load((ROOT / "data" / "terms.yml").read_text(encoding="utf-8"))
    queries = [*_drawn(texts), *(fold(term["names"]["zh"]) for term in terms)]
    wanted = [
        [sum(q in text for text in texts.values()), sum(t.count(q) for t in texts.values())]
        for q in queries
    ]
    answers: list[list[int]] = page.evaluate(ASK, queries)
    differ = {
        query: (own, other)
        for query, own, other in zip(queries, answers, wanted, strict=True)
        if own != other
    }
    assert differ == {}


def test_the_self_test_passes(page: Page) -> None:
    page.goto(url("zh/selftest.html"))
    page.wait_for_selector("[data-selftest][data-state]", timeout=240_000)
    assert page.get_attribute("[data-selftest]", "data-state") == "passed"
    page.goto(url("zh/search.html"))
    page.wait_for_function("() => window.compendium && window.compendium.search")


def test_every_judged_query_finds_something_that_was_judged(page: Page) -> None:
    queries: list[dict[str, Any]] = yaml.safe_load(
        (ROOT / "tests" / "labels" / "queries.yml").read_text(encoding="utf-8")
    )
    assert len(queries) == 175
    lost = [
        query["query"]
        for query in queries
        if not set(page.evaluate(HITS, [query["query"], {"limit": 20, "notes": True}]))
        & set(query["relevant"])
    ]
    assert len(lost) <= len(queries) // 20, lost


def test_all_forms_of_a_word_are_one_word_and_other_words_are_not(page: Page) -> None:
    rows: dict[str, list[list[str]]] = yaml.safe_load(
        (ROOT / "tests" / "labels" / "paradigms.yml").read_text(encoding="utf-8")
    )
    page.evaluate("compendium.lexicon('zh')")
    apart = {}
    for language, words in rows.items():
        met: dict[str, str] = {}
        for row, stems in zip(words, page.evaluate(STEMS, words), strict=True):
            if len(set(stems)) > 1:
                apart[language, row[0]] = sorted(set(stems))
            other = met.setdefault(stems[0], row[0])
            assert other[:4] == row[0][:4], (language, other, row[0])
    assert apart == {}


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_neither_breaks_the_page_nor_reaches_it_as_markup(
    page: Page, query: str
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    foreign = (
        "[...document.querySelectorAll('script, img')].filter(e => !/[/]search[/]/.test(e.src))"
    )
    before = page.evaluate(f"{foreign}.length")  # without the parts of the index
    page.evaluate("query => compendium.search(query)", query)
    page.evaluate(
        """query => { const box = document.getElementById("q"); box.value = query;
        document.querySelector("[data-hits]").removeAttribute("data-total");
        box.dispatchEvent(new Event("input")); }""",
        query,
    )
    page.wait_for_selector("[data-hits][data-total]", state="attached")  # it has answered
    assert page.evaluate(f"{foreign}.length") == before
    assert page.evaluate("document.querySelectorAll('.search img').length") == 0
    assert errors == []


def test_hits_carry_their_places_and_the_list_its_total(page: Page) -> None:
    page.goto(url("zh/search.html") + "?q=%E6%96%87%E5%8C%96%E8%B4%A2%E4%BA%A7")
    page.wait_for_selector(".hit")
    shown = page.eval_on_selector_all(
        "[data-hits] [data-place][data-lang]", "all => all.map(e => e.dataset.place)"
    )
    places = page.evaluate(HITS, ["文化财产", {}])
    assert shown == places[: len(shown)]
    assert page.get_attribute("[data-total]", "data-total") == str(len(places))


def test_the_address_line_carries_the_search(page: Page) -> None:
    page.goto(url("zh/search.html") + "?q=%E8%85%90%E8%B4%A5&theme=wildlife&strength=focus")
    page.wait_for_selector(".hit")
    places = page.evaluate(HITS, ["腐败", {"theme": "wildlife", "strength": "focus"}])
    assert page.get_attribute("[data-total]", "data-total") == str(len(places))
    assert 0 < len(places) < 20
    assert "theme=wildlife" in page.url


def test_from_the_slash_to_the_paragraph_without_a_pointer(page: Page) -> None:
    page.goto(url("en/themes/cybercrime.html"))
    page.keyboard.press("/")
    page.keyboard.type("拐卖")
    page.wait_for_selector("[role=option]")
    for _ in range(page.locator("[role=option]:not([data-place])").count()):  # terms come first
        page.keyboard.press("ArrowDown")
        if page.locator("[data-place][aria-selected=true]").count():
            break
    chosen = page.get_attribute("[data-place][aria-selected=true]", "href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url("**/resolutions/**")
    assert page.url.split("#")[1] == chosen.split("#")[1]
    page.wait_for_function("() => CSS.highlights.has('found') && CSS.highlights.get('found').size")


def test_escape_closes_the_suggestions(page: Page) -> None:
    page.goto(url("zh/index.html"))
    page.keyboard.press("/")
    page.keyboard.type("洗钱")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("Escape")
    assert page.is_hidden("[role=listbox]")


def test_words_of_the_reading_aid_are_found_after_the_texts_and_say_what_they_are(
    page: Page,
) -> None:
    page.goto(url("zh/search.html") + "?q=bearing in mind that")
    page.wait_for_selector("[data-hits] [data-lang=en]")
    hit = page.locator("[data-hits] [data-lang=en]").first
    assert "bearing in mind that" in hit.locator(".item__aid mark").inner_text().lower()
    assert hit.locator(".hit__text").first.get_attribute("lang") == "en"
    assert hit.locator(".aid__mark").inner_text() == "阅读参考译文，非联合国文本"
    order = page.locator("[data-hits] li").evaluate_all("l => l.map(e => e.dataset.lang)")
    assert order == sorted(order, reverse=True)  # zh, then en
    assert page.inner_text("[data-suggestion]") == ""  # bearing, not beating


def test_a_verb_and_an_addressee_narrow_the_hits(page: Page) -> None:
    page.goto(url("zh/search.html"))
    page.wait_for_function("() => window.compendium && window.compendium.search")
    unit = "x => x.hits.map(h => [h.unit.verb, h.unit.addressees])"
    hits = page.evaluate(f"compendium.search('能力建设', {{verb: 'request'}}).then({unit})")
    assert hits
    assert all(verb == "request" for verb, _ in hits)
    asked = page.evaluate(f"compendium.search('能力建设', {{addressee: 'unodc'}}).then({unit})")
    assert asked
    assert all("unodc" in addressees for _, addressees in asked)
