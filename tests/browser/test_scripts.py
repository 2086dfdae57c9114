"""The parts of the search that need no page, alone in an empty one; what scripts share with Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Edition
from playwright.sync_api import Browser, Page

from resolutions.search.fold import fold, simplified
from resolutions.search.postings import encode
from resolutions.web.strings import Strings

from .helpers import LANGUAGES, ROOT, copy_search, url

SCRIPTS = ROOT / "docs" / "assets" / "search"
PURE = (
    *("fold", "postings", "tally", "heap", "stems", "slips", "symbols", "numbers"),
    *("locators", "articles", "spelling", "terms", "query"),
)
NAMES = """async keys => { const C = await compendium.engine(), naming = await C.naming();
  return keys.map(([slug, key]) => naming.paragraph(key, slug)); }"""


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """An empty page with the pure files alone."""
    page = browser.new_page()
    for name in PURE:
        page.add_script_tag(path=SCRIPTS / f"{name}.js")
    page.evaluate(
        "pairs => compendium.foldTable(pairs)", "".join(map("".join, simplified().items()))
    )
    yield page
    page.close()


def test_the_pure_parts_touch_no_page() -> None:
    for name in PURE:
        text = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
        assert not [word for word in ("document.", "window", "location") if word in text], name


def test_folding_is_that_of_python(bare: Page, real: Edition) -> None:
    texts = [p.text for r in real.readings.values() for p in r.document.paragraphs][::3]
    texts += [
        "戰略  開 展",
        "Ｅ／２０",
        " ٱلفساد ",
        "État—l’ŒUVRE",
        "ﬁ Ⅻ ½",
        "第 64 / 293 號",
        "\u3000",
        "𠮷野家",
        "a\x1cb",
        "",
    ]
    assert bare.evaluate("texts => texts.map(compendium.fold)", texts) == [*map(fold, texts)]


def test_each_folded_character_knows_where_it_came_from(bare: Page) -> None:
    found = bare.evaluate("compendium.foldWithPlaces('𠮷ﬁ  第 64 號 é')")
    assert found["text"] == "𠮷fi 第64号 e"
    assert found["from"] == [0, 0, 1, 1, 2, 4, 6, 7, 9, 10, 11]


@pytest.mark.parametrize(
    "numbers", [[], [0], [0, 127, 128, 16_384, 2**30], list(range(0, 9000, 7))]
)
def test_places_are_decoded_as_they_were_encoded(bare: Page, numbers: list[int]) -> None:
    decoded = bare.evaluate("code => Array.from(compendium.decode(code))", encode(numbers))
    assert decoded == numbers


@pytest.mark.parametrize(
    ("text", "form", "stands"),
    [
        ("el tratado", "trata", False),
        ("la trata, y", "trata", True),
        ("victims", "ict", False),
        ("the ict-based", "ict", True),
        ("торговля", "торг", False),
    ],
)
def test_a_short_word_stands_where_no_letter_is_beside_it(
    bare: Page, text: str, form: str, stands: bool
) -> None:
    script = "([text, form]) => compendium.isBounded(text, form, text.indexOf(form), compendium.BOUNDS.word)"
    assert bare.evaluate(script, [text, form]) is stands


def test_starts_are_kept_where_the_next_piece_follows(bare: Page) -> None:
    kept = "([starts, list, shift]) => Array.from(compendium.kept(Int32Array.from(starts), list, shift))"
    assert bare.evaluate(kept, [[1, 5, 9], [3, 8, 11], 2]) == [1, 9]
    assert bare.evaluate(kept, [[5], list(range(0, 100, 7)), 2]) == [5]
    assert bare.evaluate(kept, [[5], [], 2]) == []


def test_a_heap_gives_the_best_first(bare: Page) -> None:
    taken = """items => { const heap = compendium.heapOf(items, (a, b) => a > b);
      return items.map(() => heap.take()); }"""
    assert bare.evaluate(taken, [3, 1, 4, 1, 5, 9, 2, 6]) == [9, 6, 5, 4, 3, 2, 1, 1]


SYMBOLS: list[tuple[str, Any]] = [
    ("64/293", "64/293"),
    ("第64/293号决议", "64/293"),
    ("a/res/64/293", "64/293"),
    ("e/cn.15/2011/15", "e/cn.15/2011/15"),
    ("安理会第1373(2001)号决议", "1373(2001)"),
    ("经社理事会2012年第12号决议", "2012/12"),
    ("没有文号", None),
    ("24 hours", None),
    ("a/res/71/209 (2016), para. 12", "71/209"),  # no resolution of the Security Council of 2016
    ("s/res/1373 (2001)", "1373(2001)"),
    ("63-195 para 5", "63/195"),
    ("a res 68 193", "68/193"),
    ("2001-2005", None),
    ("paras. 10-12", None),
]


@pytest.mark.parametrize(("text", "form"), SYMBOLS, ids=[text for text, _ in SYMBOLS])
def test_a_symbol_is_known_however_it_is_typed(bare: Page, text: str, form: str | None) -> None:
    found = bare.evaluate("text => compendium.symbolIn(text)", text)
    assert (found and found["form"]) == form


def test_letters_apart_are_counted_up_to_a_limit(bare: Page) -> None:
    apart = "([a, b, most]) => compendium.distance(a, b, most)"
    assert bare.evaluate(apart, ["corruption", "corupption", 2]) == 2
    assert bare.evaluate(apart, ["crime", "crmie", 1]) == 1
    assert bare.evaluate(apart, ["crime", "theft", 1]) == 2


def test_a_query_is_read_into_phrases_symbols_and_terms(bare: Page) -> None:
    bare.evaluate(
        """() => { window.terms = new compendium.Terms([
          ["corruption", "crime", ["腐败", "贪污"], ["corruption", "bribery"], ["corruption"]]]);
          window.lexicon = {terms, names: null, words: new Set(["会员国"]),
            locators: new compendium.Locators([]), variants: compendium.variantsOf([]),
            right: []}; }"""
    )
    ask = """query => compendium.understand(query, lexicon, [])
      .parts.map(one => [one.original, one.forms.slice(0, 3), one.light, Boolean(one.symbol)])"""
    assert bare.evaluate(ask, "貪污") == [["贪污", ["贪污", "腐败"], False, False]]
    assert bare.evaluate(ask, "corruption 71/209") == [
        ["71/209", ["71/209"], False, True],
        ["corruption", ["corruption", "腐败", "贪污"], False, False],
    ]
    assert bare.evaluate(ask, "“打击腐败”") == [["打击腐败", ["打击腐败"], False, False]]
    assert bare.evaluate(ask, "会员国的腐败") == [
        ["会员国", ["会员国"], True, False],
        ["腐败", ["腐败", "贪污"], False, False],
    ]


# --- what scripts say as Python does ------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paragraph_is_named_as_python_names_it(
    browser: Browser, real: Edition, language: str
) -> None:
    words = Strings(language, real.catalogue)
    places = [(slug, key) for slug, head in real.library.heads.items() for key in head.kinds]
    places += [
        (slug, note.key) for slug, document in real.documents.items() for note in document.footnotes
    ]
    page = browser.new_page()
    page.goto(url(f"{language}/search.html"))
    named = page.evaluate(NAMES, places)
    page.close()
    wanted = [words.place(real.library.heads[slug], key) for slug, key in places]
    wrong = [row for row in zip(places, named, wanted, strict=True) if row[1] != row[2]]
    assert not wrong


def test_a_vocabulary_knows_words_and_pieces_by_their_stems(browser: Browser) -> None:
    page = browser.new_page()
    page.goto(url("zh/search.html"))
    asked = """async stems => { const C = await compendium.engine();
      const words = new C.Vocabulary(["women,", "woman", "crimes", "crime;crime", "الجريمة", "جرائم"]);
      return stems.map(each => [words.words(C.stem(each)), words.pieces(C.stem(each))]); }"""
    women, crime, arabic, none = page.evaluate(asked, ["woman", "crime", "جريمة", "zebra"])
    assert women == [["women", "woman"], [["women,", 1], ["woman", 1]]]
    assert crime == [["crimes", "crime"], [["crimes", 1], ["crime;crime", 2]]]
    assert "الجريمة" in arabic[0]
    assert none == [[], []]
    page.close()


@pytest.mark.parametrize(
    ("query", "held", "page", "searched"),
    [
        ("human trafficking", "abc", "zh", ["zh", "en"]),  # tráfico has the stem
        ("trata de personas", "abc", "zh", ["zh", "es"]),
        ("trata de personas", "abc", "en", ["zh", "en", "es"]),  # the page's is always searched
        ("human trafficking", "abcd", "zh", ["zh", "en", "es"]),  # d is held in Spanish alone
        ("zzz", "abc", "zh", ["zh", "en", "es"]),
    ],
)
def test_a_query_is_searched_in_the_languages_it_is_written_in(
    browser: Browser, query: str, held: str, page: str, searched: list[str]
) -> None:
    open_page = browser.new_page()
    open_page.goto(url("zh/index.html"))
    found = open_page.evaluate(
        """async ([query, held, page]) => { const C = await compendium.engine();
      const pieces = { en: "human rights trafficking", es: "personas trafico trata humano" };
      for (const code of ["zh", "en", "es"]) {
        const slugs = code === "es" ? held : "abc";
        C.receive("manifest", code, 0, { whole: code === "zh", documents: Array.from(slugs, (slug, i) => [slug, i]) });
        if (pieces[code]) C.receive("pieces", code, 0, pieces[code]);
      }
      return C.searchedIn(query, ["zh", "en", "es"], page); }""",
        [query, held, page],
    )
    assert found == searched
    open_page.close()


def test_languages_that_were_passed_over_are_told_and_searched_when_asked_for(
    browser: Browser,
) -> None:
    page = browser.new_page()
    page.goto(f"{url('en/search.html')}?q=corruption")
    page.locator("[data-hits] li").first.wait_for()
    told = page.evaluate("""() => { const C = compendium, state = {}, runs = [];
      const words = JSON.parse(document.getElementById("search-words").textContent);
      const found = { corrected: "", suggestion: "", partial: false, passed: ["fr", "es"] };
      const line = new C.Help({ words, state, found, run: step => runs.push(step) }).suggestion();
      line.find(each => each.click).click();
      return [line.filter(each => !each.click).join(""), state.every, runs]; }""")
    assert "Français · Español" in told[0]
    assert told[1:] == [True, [True]]
    page.goto(f"{url('en/search.html')}?q=corruption&every=1")
    page.locator("[data-hits] li").first.wait_for()
    assert "every=1" in page.url
    page.close()


def test_paragraphs_of_two_languages_are_paired_by_their_names(browser: Browser) -> None:
    """Also where one language has a paragraph more, or an instrument that the other lacks."""
    page = browser.new_page()
    page.goto(url("zh/search.html"))
    paired = page.evaluate("""async () => { const C = await compendium.engine();
      const corpus = (documents, keys, rows) => ({ manifest: { documents }, keys, rowOf: rows, size: keys.length });
      const one = corpus([["a", 0], ["b", 3]], ["title", "op1", "op2", "title", "op1"], [0, 0, 0, 1, 1]);
      const other = corpus([["c", 0], ["a", 1], ["b", 5]], ["title", "title", "x-en1", "op1", "op2", "title"], [0, 1, 1, 1, 1, 2]);
      return Array.from(C.pairedIn(one, other)); }""")
    assert paired == [-1, 0, -1, 1, 2, 3]
    page.close()


# --- a file that does not come --------------------------------------------------------------------

MISSING = [
    ("search/zh/texts-0.js", "search/zh/texts-0.js"),
    ("search/zh/manifest.js", "search/zh/manifest.js"),
    ("search/terms.js", "search/terms.js"),
    ("search/labels-zh.js", "search/labels-zh.js"),
    ("assets/search/engine.js", "assets/search/engine.js"),
]


@pytest.mark.parametrize(("lost", "told"), MISSING, ids=[lost for lost, _ in MISSING])
def test_a_lost_file_is_named_and_asked_for_again(
    browser: Browser, tmp_path: Path, lost: str, told: str
) -> None:
    copy_search(tmp_path, "search.html")
    away = tmp_path / "away.js"
    (tmp_path / lost).rename(away)
    page = browser.new_page()
    page.goto((tmp_path / "zh" / "search.html").as_uri() + "?q=%E6%B4%97%E9%92%B1")
    page.wait_for_selector("[data-trouble] button")
    assert told in page.inner_text("[data-trouble]")
    assert page.locator(".hit").count() == 0
    away.rename(tmp_path / lost)
    page.click("[data-trouble] button")
    page.wait_for_selector(".hit")
    assert page.inner_text("[data-trouble]") == ""
    page.close()


def test_what_the_first_search_asks_for_comes_while_the_engine_does(
    browser: Browser, tmp_path: Path
) -> None:
    copy_search(tmp_path, "search.html")
    (tmp_path / "assets" / "search" / "engine.js").write_text("", encoding="utf-8")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_request("**/search/zh/texts-0.js"):
        page.goto((tmp_path / "zh" / "search.html").as_uri() + "?q=%E6%B4%97%E9%92%B1")
    names = [address.partition("/search/")[2] for address in asked]
    assert {"fold.js", "terms.js", "labels-zh.js", "zh/manifest.js"} <= set(names)
    page.close()


def test_the_self_test_names_a_lost_file(browser: Browser, tmp_path: Path) -> None:
    copy_search(tmp_path, "selftest.html")
    (tmp_path / "search" / "zh" / "texts-0.js").write_text("", encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "zh" / "selftest.html").as_uri())
    page.wait_for_selector("[data-selftest][data-state=failed]")
    assert "search/zh/texts-0.js" in page.inner_text("[data-failures]")
    page.close()
