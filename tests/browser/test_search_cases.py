"""What people type that has one right answer: references, ways of writing, phrases, slips."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from resolutions.search.fold import fold

from .helpers import ROOT, copy_search, url


def _cases(name: str) -> dict[str, Any]:
    """The kinds of cases of a file, each with what is right."""
    path = ROOT / "tests" / "labels" / name
    cases: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return cases


HELD_OUT = ("held-out", "held-out-2", "held-out-3", "held-out-4", "held-out-5", "held-out-6")
NAMES = ("search-cases", "search-cases-develop", *(f"search-cases-{each}" for each in HELD_OUT))
LISTS = [_cases(f"{name}.yml") for name in NAMES]
CASES: dict[str, Any] = {
    kind: list(chain(*(each[kind] for each in LISTS)))
    if isinstance(LISTS[0][kind], list)
    else {query: right for each in LISTS for query, right in each[kind].items()}
    for kind in LISTS[0]
}
REFERENCES = """async queries => { const C = await compendium.engine(), answers = [];
  for (const query of queries) {
    const found = await C.search(query, {limit: 2});
    answers.push([found.reference, found.hits.length ? found.hits[0].place : null]);
  }
  return answers; }"""
PLACES = """async queries => { const C = await compendium.engine(), answers = [];
  for (const query of queries) {
    const found = await C.everywhere(query, {limit: 500});
    answers.push({places: found.hits.map(hit => hit.place).sort(), first: (found.hits[0] || {}).place,
      total: found.total, suggestion: found.suggestion, texts: found.hits.map(hit => hit.unit.folded)});
  }
  return answers; }"""
RIGHT = 0.97
# Two characters wrong, each half a word; a wrong ending; one that is another word, فسد; a word of
# general language that no term has.
NOT_MADE_OUT = {"恐怖注意", "терроризим", "مكافحة الفسد", "受害者宝护", "حماية الشهوذ"}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(url("zh/search.html"))
    page.wait_for_function("() => window.compendium && window.compendium.search")
    yield page
    page.close()


def _enough(wrong: list[Any], count: int) -> None:
    assert len(wrong) <= (1 - RIGHT) * count, wrong


def test_a_reference_leads_to_what_it_names(page: Page) -> None:
    wanted = {
        query: f"{place}#title" if place and "#" not in place else place or None
        for query, place in CASES["references"].items()
    }
    answers = page.evaluate(REFERENCES, [*wanted])
    wrong = [
        (query, named, first)
        for (query, place), (named, first) in zip(wanted.items(), answers, strict=True)
        if named != place or (place and first != place)
    ]
    _enough(wrong, len(wanted))


def test_every_way_of_writing_finds_the_same(page: Page) -> None:
    pairs = [(query, str(plain)) for query, plain in CASES["variants"].items()]
    ours, plain = (page.evaluate(PLACES, [pair[side] for pair in pairs]) for side in (0, 1))
    assert sum(bool(each["places"]) for each in plain) > 50
    wrong = [
        pair
        for pair, one, other in zip(pairs, ours, plain, strict=True)
        if one["places"] != other["places"]
    ]
    _enough(wrong, len(pairs))


def test_a_phrase_in_any_quotation_marks_stands_in_every_hit(page: Page) -> None:
    phrases = {q: fold(p) for q, p in CASES["phrases"].items()}
    phrases.pop("《联合国反腐败公约》缔约国")  # a title and a word, which may stand apart
    answers = page.evaluate(PLACES, [*phrases])
    wrong = [
        query
        for (query, phrase), found in zip(phrases.items(), answers, strict=True)
        if not found["texts"] or not all(phrase in text for text in found["texts"])
    ]
    assert wrong == []


def test_slips_lead_to_what_was_meant(page: Page) -> None:
    slips = {query: str(meant) for query, meant in CASES["slips"].items()}
    ours = page.evaluate(PLACES, [*slips])
    meant = page.evaluate(PLACES, [*slips.values()])
    wrong = [
        query
        for (query, word), one, other in zip(slips.items(), ours, meant, strict=True)
        if fold(one["suggestion"]) != fold(word)
        and one["first"] != other["first"]
        and one["places"] != other["places"]
    ]
    assert set(wrong) <= NOT_MADE_OUT


def test_what_is_right_gets_no_suggestion(page: Page) -> None:
    right = [word for word in CASES["unslipped"] if word != "сорок"]  # one letter from срок
    answers = page.evaluate(PLACES, right)
    assert [each["suggestion"] for each in answers] == [""] * len(answers)


def test_what_goes_on_after_a_term_is_no_slip(page: Page) -> None:
    ask = """compendium.search('野生动植物执法人员交换经验', {limit: 2})
      .then(found => [found.corrected, found.hits.map(hit => hit.place).sort()])"""
    assert page.evaluate(ask) == ["", ["e-2011-30-ecosoc-4#op6", "e-2011-30-ecosoc-4#op7"]]


def test_what_is_near_is_no_hit_and_can_be_switched_off(page: Page) -> None:
    ask = """options => compendium.search('报道有组织犯罪的记者', {...options}).then(found =>
      [found.hits.map(hit => hit.place), found.near.map(each => each.place), found.total])"""
    hits, near, total = page.evaluate(ask, {})
    assert near
    assert not set(hits) & set(near)
    assert total == len(hits)
    assert page.evaluate(ask, {"near": False}) == [hits, [], total]
    assert page.evaluate(ask, {"expand": False})[1] == []


# --- the page -----------------------------------------------------------------------------------


def _search(page: Page, query: str) -> None:
    page.goto(url("zh/search.html") + query)
    page.wait_for_selector("[data-total]", state="attached")


def test_a_named_paragraph_stands_first_with_all_its_text(page: Page) -> None:
    _search(page, "?q=71/209 paras. 37-40")
    page.wait_for_selector(".hit--named")
    first = page.locator("[data-hits] li").first
    assert first.get_attribute("data-place") == "a-res-71-209#op37"
    texts = first.locator(".hit__text").all_inner_texts()  # the source, and the aid of "paras."
    assert texts
    assert all("…" not in text for text in texts)
    assert "to=op40" in (first.locator("a").get_attribute("href") or "")
    second = page.locator("[data-hits] li").nth(1)
    assert second.get_attribute("data-place") == "a-res-71-209#title"


def test_a_paragraph_alone_asks_of_which_instrument(page: Page) -> None:
    _search(page, "?q=第37段")
    page.wait_for_selector("[data-help] a")
    links = page.eval_on_selector_all("[data-help] a", "all => all.map(a => a.href)")
    assert any(link.endswith("a-res-71-209.html#op37") for link in links)
    assert all(link.endswith("#op37") for link in links)


def test_near_paragraphs_stand_apart_and_switch_off(page: Page) -> None:
    _search(page, "?q=报道有组织犯罪的记者")
    page.wait_for_selector("[data-near]")
    assert page.locator("[data-hits] [data-near]").count() == 0
    page.uncheck("[name=near]")
    page.wait_for_selector("[data-near]", state="detached")
    assert "near=0" in page.url


def test_a_theme_without_hits_is_shown_and_can_be_taken_away(page: Page) -> None:
    _search(page, "?q=海盗&theme=falsified-medicines")
    page.wait_for_selector("[data-narrowed] button")
    assert page.get_attribute("[data-total]", "data-total") == "0"
    page.click("[data-narrowed] button")
    page.wait_for_selector("[data-hits] .hit")
    assert "theme" not in page.url


def test_an_unknown_theme_or_form_in_the_address_is_not_taken(page: Page) -> None:
    _search(page, "?q=海盗&theme=nonsense&year=x&without=theme:constructor&without=<b>x")
    page.wait_for_selector("[data-hits] .hit")
    assert "nonsense" not in page.url
    assert "function" not in page.inner_text("[data-expanded]")
    assert "<b>" not in page.inner_text("[data-expanded]")


def test_the_focus_stays_on_a_facet_and_opened_ones_stay_open(page: Page) -> None:
    _search(page, "?q=腐败")
    page.wait_for_selector("[data-focus='facet year']")
    page.click("[data-focus='facet year']")
    page.click("[data-focus='year 2013']")
    page.wait_for_function("() => location.search.includes('year=2013')")
    page.wait_for_function("() => document.activeElement.dataset.focus === 'year 2013'")
    assert page.eval_on_selector("[data-focus='facet year']", "e => e.parentElement.open")


def test_more_hits_take_the_focus_to_the_first_of_them(page: Page) -> None:
    _search(page, "?q=腐败")
    page.wait_for_selector("[data-more]:not([hidden])")
    page.click("[data-more]")
    page.wait_for_function("() => document.activeElement.matches('.hit:nth-child(21) a')")


def test_nothing_found_says_what_is_absent_and_where_else_to_look(page: Page) -> None:
    _search(page, "?q=象牙")
    page.wait_for_selector(".search__absent")
    assert "象牙" in page.inner_text(".search__absent")
    link = page.get_attribute("[data-help] a[rel=noreferrer]", "href") or ""
    assert link.startswith("https://digitallibrary.un.org/")


@pytest.mark.parametrize(
    ("language", "query"),
    [("zh", "濒危野生动物园"), ("en", "piracy insurance"), ("ar", "象牙犯罪")],
)
def test_little_found_names_the_terms_that_are_like_the_query(
    page: Page, language: str, query: str
) -> None:
    page.goto(url(f"{language}/search.html") + f"?q={query}")
    page.wait_for_selector(".search__terms a")
    links = page.eval_on_selector_all(".search__terms a", "all => all.map(a => a.pathname)")
    assert 0 < len(links) < 5
    assert all(f"/{language}/terms/" in link for link in links)


def test_the_groups_of_the_box_stand_in_their_order(page: Page) -> None:
    words = yaml.safe_load((ROOT / "data" / "strings" / "zh.yml").read_text(encoding="utf-8"))
    page.goto(url("zh/index.html"))
    page.fill(".u-box input", "腐败")
    page.wait_for_selector(".u-box [role=option]")
    names = page.locator(".u-box [role=group] > span").all_inner_texts()
    keys = ("reference", "facet.theme", "terms", "instruments", "paragraphs")
    order = [words[f"search.{key}"] for key in keys]
    assert names == [name for name in order if name in names]
    assert {words["search.terms"], words["search.paragraphs"]} <= set(names)
    grouped = page.locator(".u-box [role=group] [role=option]").count()
    assert page.locator(".u-box [role=option]").count() == grouped + 1  # and all results


@pytest.mark.parametrize("query", ["corruption", "腐败"])
@pytest.mark.parametrize("lost", ["names-0.js", "texts-0.js"])
def test_one_language_that_does_not_come_leaves_the_others(
    browser: Browser, tmp_path: Path, lost: str, query: str
) -> None:
    copy_search(tmp_path, "search.html")
    (tmp_path / "search" / "en" / lost).unlink()
    page = browser.new_page()
    page.goto((tmp_path / "zh" / "search.html").as_uri() + f"?q={query}")
    page.wait_for_selector(".hit")
    page.wait_for_selector("[data-trouble] button")
    assert f"search/en/{lost}" in page.inner_text("[data-trouble]")
    page.close()


def test_a_named_place_is_offered_in_one_language_alone(page: Page) -> None:
    page.goto(url("zh/index.html"))
    page.fill(".u-box input", "71/209第37段")
    page.wait_for_selector(".u-box .alone")
    links = page.eval_on_selector_all(".u-box .alone", "all => all.map(a => a.href)")
    assert [link.partition("text=")[2].partition("#")[0] for link in links] == ["zh", "en"]


def test_a_search_that_takes_long_says_that_it_works(page: Page) -> None:
    words = yaml.safe_load((ROOT / "data" / "strings" / "zh.yml").read_text(encoding="utf-8"))
    _search(page, "?q=海盗")
    page.wait_for_selector("[data-hits] .hit")
    page.evaluate("""() => { const { everywhere } = compendium, held = new Promise(go => { window.go = go; });
      compendium.everywhere = async (...asked) => { await held; return everywhere(...asked); }; }""")
    page.fill("#q", "洗钱")
    expect(page.locator("[data-count]")).to_have_text(words["search.searching"])
    page.evaluate("window.go()")
    expect(page.locator("[data-count]")).not_to_have_text(words["search.searching"])


@pytest.mark.parametrize(("width", "size"), [(390, "100%"), (640, "200%")])
def test_theme_names_of_hits_stay_within_the_page(page: Page, width: int, size: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(url("ru/search.html") + "?q=коррупция")
    page.wait_for_selector(".hit__themes .dot")
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
    assert page.evaluate("""() => { const names = Array.from(document.querySelectorAll(".hit__themes .dot"));
      return names.length > 5 && names.every(each => each.getBoundingClientRect().right <= innerWidth
        && each.getBoundingClientRect().left >= 0); }""")


def test_a_slip_is_searched_for_as_it_was_meant_and_says_so(page: Page) -> None:
    _search(page, "?q=网络范罪")
    page.wait_for_selector("[data-hits] .hit")
    assert "网络犯罪" in page.inner_text("[data-suggestion]")


def test_the_box_suggests_in_groups_and_always_all_results(page: Page) -> None:
    page.goto(url("zh/index.html"))
    page.keyboard.press("/")
    page.keyboard.type("71/209第37段")
    page.wait_for_selector("[role=option]")
    options = page.eval_on_selector_all("[role=option]", "all => all.map(a => a.href)")
    assert "a-res-71-209.html" in options[0]
    assert options[0].endswith("#op37")
    assert "search.html?q=" in options[-1]
    page.keyboard.press("Tab")
    assert page.is_hidden("[role=listbox]")


def test_after_escape_no_hidden_line_opens(page: Page) -> None:
    page.goto(url("zh/index.html"))
    page.keyboard.press("/")
    page.keyboard.type("洗钱")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("Escape")
    assert page.get_attribute(".u-box input", "aria-activedescendant") is None
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")


def test_the_key_can_be_switched_off(page: Page) -> None:
    page.goto(url("zh/search.html"))
    page.uncheck("[data-slash]")
    page.goto(url("zh/index.html"))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.matches('input')") is False
    page.goto(url("zh/search.html"))
    page.check("[data-slash]")


def test_hits_within_an_instrument_are_counted_and_walked(page: Page) -> None:
    page.goto(url("zh/resolutions/a-res-71-209.html") + "?mark=腐败#op12")
    page.wait_for_selector(".found")
    count = page.evaluate("CSS.highlights.get('found').size")
    assert str(count) in page.inner_text(".found [role=status]")
    page.click(".found button >> nth=1")
    assert page.evaluate("CSS.highlights.get('current').size") == 1
    page.click(".found summary")
    assert page.locator(".found li").count() == count


def test_where_only_close_paragraphs_are_found_the_page_says_so(page: Page) -> None:
    words = yaml.safe_load((ROOT / "data" / "strings" / "zh.yml").read_text(encoding="utf-8"))
    _search(page, "?q=how can stolen money be sent back")
    page.wait_for_selector("[data-near]")
    assert page.get_attribute("[data-total]", "data-total") == "0"
    assert page.inner_text("[data-count]") == words["search.none.near"]
    page.uncheck("[name=near]")
    page.wait_for_selector("[data-near]", state="detached")
    assert page.inner_text("[data-count]") == words["search.none"]


def test_the_active_line_is_in_view_and_marked(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 320})
    page.goto(url("en/index.html"))
    page.fill(".u-box input", "crime")
    options = page.locator(".u-box [role=option]")
    options.first.wait_for()
    count = options.count()
    assert count > 8
    for place in range(count):
        page.keyboard.press("ArrowDown")
        active = page.locator(".u-box [role=option][aria-selected=true]")
        assert active.count() == 1
        box = active.bounding_box()
        assert box, place
        assert -1 < box["y"] < 321 - box["height"], place  # a part of a pixel is rounding
    outline = "getComputedStyle(document.querySelector('.u-box [role=option][aria-selected=true]'))"
    other = "getComputedStyle(document.querySelector('.u-box [role=option][aria-selected=false]'))"
    assert page.evaluate(
        f"{outline}.boxShadow + {outline}.outline + {outline}.borderInlineStart"
    ) != (page.evaluate(f"{other}.boxShadow + {other}.outline + {other}.borderInlineStart"))


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("information and communications technologies", "ict"),
        ("ICT", "ict"),
        ("trafficking in persons", "tip"),
    ],
)
def test_a_short_word_that_stands_for_a_name_is_not_found_inside_others(
    page: Page, query: str, word: str
) -> None:
    page.goto(url("en/search.html"))
    page.evaluate("compendium.engine()")
    found = page.evaluate("query => compendium.search(query, {lang: 'en', limit: 1000})", query)
    plain = page.evaluate(
        "word => compendium.search(word, {lang: 'en', expand: false, limit: 1000})", word
    )
    assert plain["total"] > 5  # victim, multiple
    assert word not in [each["to"] for each in found["expanded"] if each["paragraphs"]]
    places = {hit["place"] for hit in found["hits"]}
    assert len({hit["place"] for hit in plain["hits"]} - places) > 2
