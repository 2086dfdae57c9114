"""Languages beside a text, the address that says which, and a range of paragraphs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import SHARED
from playwright.sync_api import Browser, Page

from .helpers import BARE, LANGUAGES, PATIENCE, ROOT, WHOLE, Corpus, hold_animations, none_of, url
from .six import SLUG, build
from .test_reading import BARS, FIRST, SHIFT, WATCH
from .test_reading import DRAWN as SETTLED

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
ORDERS = ("zh", "ar,en", "fr,zh,ru", "ar,ru,es,fr,en,zh")
# An order that is none: a reader's slip, an attack, names every object of the language has.
NO_ORDERS = ("", ",", "xx", "<script>alert(1)</script>", "constructor", "__proto__,toString", "%")

# Each paragraph by its address: what stands in each column, in which language, and where.
DRAWN = (
    f"() => {{ {BARE}"
    """
  const text = "p:not(.aid__mark, .col__missing), table, .para__text, .para__rows";
  const found = {};
  for (const unit of document.querySelectorAll(".para[id]")) {
    const columns = unit.querySelectorAll("[data-col]");
    found[unit.id] = Object.fromEntries((columns.length ? Array.from(columns)
      : [unit.querySelector(".para__text, .para__rows")]).filter(each => each.checkVisibility()).map(each => {
        const words = each.matches(text) ? each : each.querySelector(text), box = each.getBoundingClientRect();
        return [each.dataset.col || document.querySelector("[data-main]").dataset.main, {
          text: words && (words.rows ? Array.from(words.rows, row => Array.from(row.cells, cell => cell.textContent)).flat().join("|") : bare(words)),
          lang: (words || each).closest("[lang]").lang, dir: getComputedStyle(words || each).direction,
          missing: each.querySelector(".col__missing")?.textContent, left: box.left, top: box.top }];
      }));
    found[unit.id].alone = Array.from(unit.querySelectorAll(".para__alone"), each => each.textContent);
  }
  return found;
}"""
)
READY = """order => Array.from(document.querySelectorAll("button[aria-pressed=true][data-column]"))
  .length === order.split(",").length && !document.querySelector("[data-column]:disabled")
  && document.querySelectorAll(".para--enacting [data-col]:not([hidden])").length >= order.split(",").length"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("six"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that remembers no choice of columns."""
    context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


@pytest.fixture(scope="module")
def words() -> dict[str, dict[str, str]]:
    return {
        code: yaml.safe_load(
            (ROOT / "data" / "strings" / f"{code}.yml").read_text(encoding="utf-8")
        )
        for code in LANGUAGES
    }


def column(built: Path, code: str, slug: str) -> dict[str, str]:
    """The texts of a language by key, as its script has them."""
    script = (built / "columns" / code / f"{slug}.js").read_text(encoding="utf-8")
    units = json.loads(script[script.index("(") + 1 : script.rindex(")")])["units"]
    return {
        key: "|".join(cell for row in words for cell in row)
        if words and isinstance(words[0], list)
        else "".join(words[::2])
        for key, _, words in units
    }


def many(built: Path) -> list[str]:
    """The instruments of the site that all six languages have."""
    slugs = [{path.stem for path in (built / "columns" / code).glob("*.js")} for code in LANGUAGES]
    return sorted(set.intersection(*slugs))


def place(built: Path, language: str, slug: str = SLUG, query: str = "") -> str:
    return (built / language / "resolutions" / f"{slug}.html").as_uri() + query


def show(page: Page, built: Path, language: str, order: str, slug: str = SLUG) -> Any:
    page.goto(place(built, language, slug, f"?text={order}"))
    if order != language:
        page.wait_for_function(READY, arg=order)
    return page.evaluate(DRAWN)


def unlike(drawn: Any, language: str, order: str, data: dict[str, dict[str, str]]) -> list[str]:
    """Where a page shows something else in a column than the data have."""
    problems = []
    codes = order.split(",")
    wanted = {key for code in codes for key in data[code]} | data[language].keys()
    if drawn.keys() != wanted:
        problems.append(f"other paragraphs: {drawn.keys() ^ wanted}")
    for key, columns in drawn.items():
        for code in codes:
            shown, text = columns.get(code), data[code].get(key)
            if text is None:
                if not key.startswith("x-") and not (shown and shown["missing"]):
                    problems.append(f"{key}: does not say that {code} is missing")
            elif not shown or shown["text"] != text:
                problems.append(f"{key}: {code} {shown and shown['text']!r} instead of {text!r}")
            elif (shown["lang"], shown["dir"]) != (code, LANGUAGES[code]):
                problems.append(f"{key}: {code} is {shown['lang']} {shown['dir']}")
        more = columns.keys() - {*codes, "alone"}
        if more:
            problems.append(f"{key}: shows {more} too")
    return problems


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_the_text_of_its_language(
    page: Page, built: Path, language: str, order: str
) -> None:
    data = {code: column(built, code, SLUG) for code in LANGUAGES}
    none_of(unlike(show(page, built, language, order), language, order, data))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_text_in_six_languages_can_be_read_beside_the_others(
    page: Page, built: Path, language: str
) -> None:
    slugs = many(built)
    assert SLUG in slugs
    problems = []
    for slug in slugs:
        data = {code: column(built, code, slug) for code in LANGUAGES}
        drawn = show(page, built, language, ORDERS[-1], slug)
        problems += [f"{slug} {each}" for each in unlike(drawn, language, ORDERS[-1], data)]
    none_of(problems)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_in_its_own_language_shows_what_its_column_shows(
    page: Page, built: Path, language: str
) -> None:
    drawn = show(page, built, language, language)
    assert {key: each[language]["text"] for key, each in drawn.items()} == column(
        built, language, SLUG
    )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_columns_stand_in_the_order_of_the_address(page: Page, built: Path, language: str) -> None:
    order = ORDERS[-1]
    row = show(page, built, language, order)["op1"]
    lefts = [row[code]["left"] for code in order.split(",")]
    assert lefts == sorted(lefts, reverse=LANGUAGES[language] == "rtl")
    assert len(set(lefts)) == len(lefts)
    tops = [row[code]["top"] for code in order.split(",")]
    assert max(tops) - min(tops) < 12  # their first lines stand on one line, whatever the face
    alone = page.evaluate(DRAWN)["x-fr1"]["fr"]
    assert alone["left"] == row["fr"]["left"]


def test_on_a_telephone_one_stands_under_the_other(page: Page, built: Path) -> None:
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    try:
        for language in ("en", "ar"):
            row = show(page, built, language, ORDERS[-1])["op1"]
            tops = [row[code]["top"] for code in ORDERS[-1].split(",")]
            assert tops == sorted(set(tops))
            assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    finally:
        page.set_viewport_size(WIDE)  # type: ignore[arg-type]


def test_a_paragraph_without_counterpart_says_so_in_the_language_of_the_page(
    page: Page, built: Path, words: dict[str, dict[str, str]]
) -> None:
    for language in LANGUAGES:
        drawn = show(page, built, language, "zh,ru,fr")
        assert drawn["op3"]["ru"]["missing"] == words[language]["versions.missing"]
        assert drawn["op3"]["ru"]["lang"] == language
        assert drawn["op3"]["alone"] == []
        assert drawn["x-fr1"]["alone"] == [words[language]["versions.alone"]]
        assert page.locator("[id='x-fr1']").count() == 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_copying_inside_a_column_gives_that_column_alone(
    page: Page, built: Path, language: str
) -> None:
    order = "zh,ar,en"
    drawn = show(page, built, language, order)
    page.evaluate("document.getElementById('pp1').scrollIntoView({behavior: 'instant'})")
    for code in order.split(","):
        first, last = (
            page.locator(f"#{key} [data-col={code}]").first.bounding_box()
            for key in ("op1", "op2-b")
        )
        assert first
        assert last
        start, end = first["x"] + 1, last["x"] + last["width"] - 1
        if LANGUAGES[code] == "rtl":
            start, end = first["x"] + first["width"] - 1, last["x"] + 1
        page.mouse.move(start, first["y"] + 6)
        page.mouse.down()
        page.mouse.move(end, last["y"] + last["height"] - 4, steps=5)
        page.mouse.up()
        copied = page.evaluate("document.getSelection().toString()")
        texts = [drawn[key][code]["text"] for key in ("op1", "op2", "op2-a", "op2-b")]
        assert [line for line in copied.split("\n") if line] == texts
        page.mouse.click(2, 2)


def test_the_buttons_change_the_address_and_a_reload_restores_it(page: Page, built: Path) -> None:
    page.goto(place(built, "en", query="#op3"))
    for code, order in (("ar", "en,ar"), ("zh", "en,ar,zh"), ("en", "ar,zh"), ("en", "ar,zh,en")):
        page.click(f"[data-column={code}]")
        page.wait_for_function(READY, arg=order)
        assert page.evaluate("location.href") == place(built, "en", query=f"?text={order}#op3")
    before = page.evaluate(DRAWN)
    page.reload()
    page.wait_for_function(READY, arg="ar,zh,en")
    after = page.evaluate(DRAWN)
    assert {key: each.keys() for key, each in before.items()} == {
        key: each.keys() for key, each in after.items()
    }
    for code in ("ar", "zh", "en"):  # the last one stays
        page.click(f"[data-column={code}]")
    assert page.locator("[data-column][aria-pressed=true]").count() == 1


@pytest.mark.parametrize("order", NO_ORDERS)
def test_an_order_that_is_none_shows_the_text_alone(page: Page, built: Path, order: str) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(place(built, "fr", query=f"?text={order}#%E0%A4%A"))
    drawn = page.evaluate(DRAWN)
    assert said == []
    assert unlike(drawn, "fr", "fr", {"fr": column(built, "fr", SLUG)}) == []
    assert page.locator("script:not([src]):not([type='application/ld+json'])").count() == 0


def test_a_mark_of_a_note_is_named_in_the_language_of_the_page(
    page: Page, built: Path, words: dict[str, dict[str, str]]
) -> None:
    for language in LANGUAGES:
        show(page, built, language, "zh,en,ar")
        marks = page.locator("#op1 .note-mark a:visible")
        assert marks.count() == 3
        for mark in marks.all():
            assert mark.get_attribute("aria-label") == words[language]["note.mark"].format(n=1)
            assert mark.evaluate("mark => mark.closest('[lang]').lang") == language


def test_the_tab_key_goes_through_the_columns_in_their_order(page: Page, built: Path) -> None:
    show(page, built, "en", "en,zh,ar")
    page.locator("#op1 .para__number").focus()
    seen = []
    for _ in range(3):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.closest('[data-col]')?.dataset.col"))
    assert seen == ["en", "zh", "ar"]


# --- the reading aid, and a range -----------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_what_a_reading_aid_is_stays_in_sight_and_is_said_once(
    page: Page, words: dict[str, dict[str, str]], language: str
) -> None:
    page.goto(url(f"{language}/resolutions/ccpcj-res-20-2.html"))
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    said = page.locator(".bar .aid__mark")
    assert said.count() == 1
    assert said.inner_text() == words[language]["head.reading-aid"]
    assert page.evaluate("document.querySelector('.bar').getBoundingClientRect().top") == 0
    page.click("[data-column=en]")
    assert said.is_hidden()
    assert page.locator(".para .col:visible").count() == 0


@pytest.mark.parametrize("language", ["en", "ar"])
def test_columns_that_are_alike_are_named_once_and_all_can_be_reached(
    page: Page, built: Path, language: str
) -> None:
    for width, lines in ((1280, 1), (820, 2), (390, 2)):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto((built / language / "resolutions" / f"{SLUG}.html").as_uri())
        page.wait_for_function(SETTLED)
        assert page.locator(".heads small:visible").count() == 1
        boxes = page.locator(".heads button").evaluate_all(
            "all => all.map(each => { const box = each.getBoundingClientRect(), own = each.closest('.heads').getBoundingClientRect();"
            " return [box.top, box.left >= own.left - 1 && box.right <= own.right + 1 && box.bottom <= own.bottom + 1]; })"
        )
        assert len(boxes) == 6
        assert all(inside for _, inside in boxes), width
        assert len({round(top) for top, _ in boxes}) <= lines, width


def test_a_range_is_marked_from_its_first_to_its_last_paragraph(page: Page, corpus: Corpus) -> None:
    slug = "a-res-71-209"
    keys = [each["key"] for each in corpus.paragraphs(slug)]
    marked = "() => Array.from(document.querySelectorAll('.in-range'), each => each.id)"
    for query, first, last in (
        ("?to=op7#op3", "op3", "op7"),
        ("?to=op3#op7", "op3", "op7"),
        ("?to=op2#pp2", "pp2", "op2"),
    ):
        page.goto(url(f"ar/resolutions/{slug}.html") + query)
        assert page.evaluate(marked) == keys[keys.index(first) : keys.index(last) + 1]
    for query in ("?to=op3#op3", "?to=nowhere#op3", "?to=op7", "?to=<b>#%", "?to=op7#nowhere"):
        page.goto(url(f"ar/resolutions/{slug}.html") + query)
        assert page.evaluate(marked) == []


def test_a_text_in_six_languages_begins_on_the_first_screen_and_nothing_moves(
    browser: Browser, built: Path
) -> None:
    """Of the UN's own texts each in one language, in turn; in three in `make audit`."""
    if not SHARED.is_dir():
        pytest.skip(
            f"no folder {SHARED.name} beside the repository: the UN's texts are not measured"
        )
    data = json.loads((built / "data" / "corpus.json").read_text(encoding="utf-8"))
    slugs = [each["slug"] for each in data["instruments"] if len(each["languages"]) == 6]
    page = browser.new_page()
    page.add_init_script(WATCH)
    hold_animations(page)
    problems = []
    for number, slug in enumerate(slugs):
        for language in ("zh", "en", "ar") if WHOLE else (("zh", "en", "ar")[number % 3],):
            for size, bar in BARS:
                page.set_viewport_size(size)  # type: ignore[arg-type]
                page.goto((built / language / "resolutions" / f"{slug}.html").as_uri())
                page.wait_for_function(SETTLED)
                begins = page.evaluate(FIRST) / size["height"]
                shifts = page.evaluate("window.shifts")
                if begins > bar or shifts > SHIFT:
                    problems.append(f"{language} {slug} {size}: {begins:.2f}, CLS {shifts:.3f}")
    page.close()
    none_of(problems)
