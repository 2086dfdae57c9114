"""A text quoted away from its page stands in the reader's language too: source and reading aid."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .helpers import Corpus, url

BOTH = """selector => Array.from(document.querySelectorAll(selector), place => [place.dataset.place,
  Array.from(place.querySelectorAll("[lang]"), each => each.lang), place.closest("[lang]").lang])"""
WITHOUT = """selector => Array.from(document.querySelectorAll(selector)).filter(place =>
  !place.querySelector(".item__aid[lang=en]")).map(place => place.dataset.place)"""
COME = "selector => { const all = [...document.querySelectorAll(selector)]; return all.length && all.every(place => place.querySelector('.item__aid[lang=en]')); }"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize(
    ("language", "query"),
    [("en", "money laundering"), ("en", "洗钱"), ("ar", "洗钱"), ("ru", "wildlife")],
)
def test_every_hit_shows_the_aid_and_the_source(page: Page, language: str, query: str) -> None:
    page.goto(url(f"{language}/search.html") + f"?q={query}")
    page.wait_for_selector(".hit")
    for place, languages, _ in page.evaluate(BOTH, ".hit"):
        assert {"en", "zh"} <= set(languages), place
    assert page.locator(".hit mark").count() >= page.locator(".hit:not([data-near])").count()


def test_english_words_show_english_on_a_chinese_page_and_chinese_ones_do_not(page: Page) -> None:
    page.goto(url("zh/search.html") + "?q=money laundering")
    page.wait_for_selector(".hit")
    assert page.evaluate(WITHOUT, ".hit") == []
    assert page.locator(".hit .item__aid mark").first.inner_text().lower() == "money-laundering"
    page.goto(url("zh/search.html") + "?q=洗钱")
    page.wait_for_selector(".hit")
    assert page.locator(".hit .item__aid").count() == 0


@pytest.mark.parametrize("language", ["en", "ar"])
def test_suggestions_show_the_aid_and_the_source(page: Page, language: str) -> None:
    page.goto(url(f"{language}/index.html"))
    page.fill(".u-box input", "wildlife")
    page.wait_for_selector(".u-box [data-place]")
    for place, languages, _ in page.evaluate(BOTH, ".u-box [data-place]"):
        assert {"en", "zh"} <= set(languages), place


def test_every_line_of_a_concordance_has_its_aid(page: Page) -> None:
    page.goto(url("en/terms/money-laundering.html"))
    page.wait_for_function(COME, arg="tr[data-place]")
    lines = page.locator("tr[data-place] .item__aid").all_inner_texts()
    assert all("launder" in line.lower() for line in lines), lines


@pytest.mark.parametrize("language", ["en", "es", "zh"])
def test_every_place_that_cites_is_quoted(page: Page, corpus: Corpus, language: str) -> None:
    target = "A/RES/64/293"
    citing = {
        f"{slug}#{each['key']}"
        for slug in corpus.instruments
        for each in (*corpus.paragraphs(slug), *corpus.notes(slug))
        if any(citation["target"] == target for citation in each["citations"])
    }
    places = "#a-res-64-293 [data-place]"
    page.goto(url(f"{language}/cited/assembly.html"))
    if language != "zh":
        page.wait_for_function(COME, arg=places)
    found = {place: set(own) for place, own, _ in page.evaluate(BOTH, places)}
    assert found.keys() == citing
    assert all(own == ({"zh"} if language == "zh" else {"zh", "en"}) for own in found.values())
    said = page.locator(f"{places} [lang]").evaluate_all("all => all.map(each => each.textContent)")
    assert all("64/293" in words for words in said), said


def test_the_reader_says_which_comes_first_and_it_is_kept(page: Page) -> None:
    above = """() => { const item = document.querySelector('[data-place]'), top = each => item.querySelector(each).getBoundingClientRect().top;
      return top('.item__aid') < top('[lang=zh]'); }"""
    page.goto(url("en/search.html") + "?q=wildlife")
    page.wait_for_selector(".hit")
    assert page.evaluate(above)
    page.click("[data-order]")
    assert not page.evaluate(above)
    page.goto(url("en/themes/wildlife.html"))
    assert not page.evaluate(above)
    page.evaluate("localStorage.clear()")


LINES = """selector => Object.fromEntries(Array.from(document.querySelectorAll(selector), line =>
  [line.dataset.place, Array.from(line.querySelectorAll("p[lang]"), each => [each.lang, each.textContent])]))"""
SETTLED = "document.readyState === 'complete' && !document.querySelector('[data-awaits]')"


def lines(page: Page, path: str, selector: str) -> dict[str, list[list[str]]]:
    page.goto(url(path))
    page.wait_for_function(SETTLED)
    found: dict[str, list[list[str]]] = page.evaluate(LINES, selector)
    return found


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_every_request_is_quoted_in_the_aid_and_in_the_source(
    page: Page, corpus: Corpus, language: str
) -> None:
    found = lines(page, f"{language}/asked.html", "tr[data-place]")
    assert len(found) == page.locator("tr[data-themes]").count() > 300
    for place, words in found.items():
        slug, key = place.split("#")
        assert [each[0] for each in words] == ["en", "zh"], place
        assert words[1][1] == corpus.texts(slug)[key]
        assert words[0][1]


def test_agreed_language_stands_in_the_aid_and_in_the_source_with_what_changed(page: Page) -> None:
    """The other languages draw what English pages hold."""
    source = lines(page, "zh/agreed.html", "[data-place]")
    held = lines(page, "en/agreed.html", "[data-place]")
    assert len(source) > 150
    assert held.keys() == source.keys()
    for place, words in held.items():
        assert [each[0] for each in words] == ["en", "zh"], place
        assert words[1] == source[place][0]
    marks = "Array.from(document.querySelectorAll('.row :is(ins, del)'), each => each.outerHTML)"
    drawn = page.evaluate(marks)
    assert len(drawn) > 300
    for language in ("ar", "ru"):
        assert lines(page, f"{language}/agreed.html", "[data-place]") == held
        assert page.evaluate(marks) == drawn


@pytest.mark.parametrize("pair", ["a-res-63-195--a-res-68-193", "a-res-68-193--a-res-71-209"])
def test_comparisons_stand_in_the_aid_and_in_the_source_with_what_changed(
    page: Page, pair: str
) -> None:
    """A script marks what was added and dropped as the build does, merged and dropped rows too."""
    path = f"compare/{pair}.html"
    marks = """language => Array.from(document.querySelectorAll(`.row p[lang=${language}] :is(ins, del)`),
      each => each.outerHTML)"""
    source = lines(page, f"zh/{path}", "[data-place]")
    chinese = page.evaluate(marks, "zh")
    held = lines(page, f"en/{path}", "[data-place]")
    english = page.evaluate(marks, "en")
    assert page.locator(".row:not([data-place])").count() == 0
    assert page.evaluate(marks, "zh") == chinese
    assert len(chinese) > 100
    assert len(english) > 100
    assert held.keys() == source.keys()
    for place, words in held.items():
        assert [each[0] for each in words] == ["en", "zh"], place
        assert words[1] == source[place][0]
    for language in ("ar", "fr"):
        assert lines(page, f"{language}/{path}", "[data-place]") == held
        assert page.evaluate(marks, "en") == english
        assert page.evaluate(marks, "zh") == chinese


def test_what_is_word_for_word_the_same_is_not_quoted_again(page: Page) -> None:
    for language in ("zh", "en", "es"):
        lines(page, f"{language}/agreed.html", "[data-place]")
        quoted = page.locator(".row p[lang]").count()
        assert page.locator(".row:not([data-place])").count() > 20
        assert page.locator(".row:not([data-place]) p[lang]").count() == 0
        assert quoted == page.locator("[data-place]").count() * (1 if language == "zh" else 2)


@pytest.mark.parametrize("path", ["ru/agreed.html", "fr/asked.html"])
def test_without_a_script_a_page_leads_to_where_the_words_stand(
    browser: Browser, path: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url(path))
    ways = page.locator(".compare__ways a:visible").evaluate_all(
        "all => all.map(each => each.getAttribute('href').split('/')[1])"
    )
    assert ways == ["zh", "en"]
    assert page.locator("[data-order]:visible, .compare__legend:visible").count() == 0
    context.close()
