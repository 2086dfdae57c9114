"""The hand-out: what is chosen, what is drawn of it, how it is carried; exercises beside their texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, Page

from .bidi import Firefox
from .helpers import LANGUAGES, PATIENCE, Corpus, is_ours, url

CHOSEN = "a-res-71-209.op30.op31,a-res-68-193.op5"
PLACES = ["a-res-71-209#op30", "a-res-71-209#op31", "a-res-68-193#op5"]
READY = "[data-sheet][data-ready]"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
    page.on("request", lambda asked: errors.append(asked.url) if not ours(asked.url) else None)
    yield page
    page.close()
    assert errors == []


def ours(address: str) -> bool:
    return is_ours(address) or address.startswith(("data:", "blob:"))


def drawn(page: Page, language: str, query: str) -> None:
    page.goto(f"{url(f'{language}/handout.html')}?{query}")
    page.wait_for_selector(READY, state="attached")


def again(page: Page, before: str | None) -> None:
    """Until the sheet was drawn anew."""
    page.wait_for_function(
        f"before => document.querySelector('{READY}').dataset.ready !== before", arg=before
    )


def turn(page: Page) -> str | None:
    return page.get_attribute(READY, "data-ready")


def texts_of(corpus: Corpus, slug: str) -> dict[str, str]:
    return {each["key"]: each["text"] for each in corpus.instruments[slug]["texts"]["zh"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_passages_stand_as_the_source_has_them_with_reference_and_code(
    page: Page, corpus: Corpus, language: str
) -> None:
    drawn(page, language, f"p={CHOSEN}")
    items = page.locator(".passage")
    assert items.evaluate_all("all => all.map(each => each.dataset.place)") == PLACES
    for item, place in zip(items.all(), PLACES, strict=True):
        slug, key = place.split("#")
        source = item.locator(".passage__words[lang=zh]").inner_text()
        assert source == texts_of(corpus, slug)[key]
        assert (
            f"https://docs.un.org/{language}/A/RES/"
            in item.locator(".passage__source").inner_text()
        )
        assert item.locator(".passage__qr svg path").count() == 2
    aids = page.locator(".passage__words:not([lang=zh])").count()
    assert page.locator(".passage .aid__mark").count() == aids
    assert (aids == 0) == (language == "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_theme_has_a_ready_one(page: Page, language: str, corpus: Corpus) -> None:
    page.goto(url(f"{language}/themes/{corpus.fullest_theme()}.html"))
    page.locator("a[href*='handout.html?theme=']").click()
    page.wait_for_selector(READY, state="attached")
    places = page.locator(".passage").evaluate_all("all => all.map(each => each.dataset.place)")
    theme = re.search(r"theme=([\w-]+)", page.url)
    assert theme is not None
    assert places
    for place in places:
        slug, key = place.split("#")
        (own,) = (each for each in corpus.paragraphs(slug) if each["key"] == key)
        assert (theme[1], "focus") in [(tag["id"], tag["strength"]) for tag in own["themes"]]
    kinds = page.locator(".exercise").count()
    assert kinds >= 3
    assert page.locator(".sheet__key h3").count() == kinds


def test_exercises_have_the_key_that_the_texts_give(page: Page, corpus: Corpus) -> None:
    drawn(page, "zh", "theme=trafficking")
    texts = [
        texts_of(corpus, place.split("#")[0])[place.split("#")[1]]
        for place in page.locator(".passage").evaluate_all("a => a.map(e => e.dataset.place)")
    ]
    fill, match, order, find, judge = (
        each.locator("li") for each in page.locator(".exercise").all()
    )
    keys = page.evaluate(
        """() => Array.from(document.querySelectorAll(".sheet__key h3"), head =>
        head.nextElementSibling.matches("ol") ? Array.from(head.nextElementSibling.children, e => e.textContent)
        : head.nextElementSibling.textContent.split(" "))"""
    )
    for line, verb in zip(fill.all(), keys[0], strict=True):
        words = line.inner_text().replace("\xa0", verb).rstrip("…").replace("\n", "")
        assert any(text.startswith(words) for text in texts), words
    names = page.evaluate("edition.load.treaties()")
    shown = match.all_inner_texts()
    left, right = shown[: len(keys[1])], shown[len(keys[1]) :]
    for name, letter in zip(left, keys[1], strict=True):
        assert {"zh": name, "en": right[ord(letter) - 65]}.items() <= next(
            each for each in names.values() if each.get("zh") == name
        ).items()
    preamble = [p["text"] for p in corpus.paragraphs("a-res-71-209") if p["kind"] == "preambular"]
    opened = [order.all_inner_texts()[ord(letter) - 65].rstrip("…") for letter in keys[2]]
    places = [
        next(i for i, text in enumerate(preamble) if text.startswith(each)) for each in opened
    ]
    assert places == sorted(places)
    everything = [p["text"] for slug in corpus.instruments for p in corpus.paragraphs(slug)]
    for clause in find.all_inner_texts():
        assert sum(clause.strip("… \xa0\n") in text for text in everything) == 1
    for line, said in zip(judge.all(), keys[4], strict=True):
        statement = line.locator("span").first.inner_text().rstrip("…")
        stands = any(text.startswith(statement) for text in texts)
        assert stands == said.startswith("正确"), statement


def test_a_theme_counts_as_many_paragraphs_here_as_on_its_own_page(page: Page) -> None:
    for theme in ("wildlife", "trafficking", "cybercrime"):
        page.goto(url(f"en/themes/{theme}.html"))
        (there, *_) = re.findall(r"\d+", page.locator(".count").inner_text())
        drawn(page, "en", f"theme={theme}")
        (shown, total) = re.findall(r"\d+", page.locator("[data-status]").inner_text())
        assert (total, int(shown)) == (there, page.locator(".passage").count()), theme


def test_the_same_choice_makes_the_same_exercises(page: Page) -> None:
    seen = set()
    for _ in range(2):
        drawn(page, "en", "theme=wildlife")
        seen.add(page.locator(".sheet__tasks").inner_text())
    assert len(seen) == 1


def test_a_paragraph_is_added_on_its_page_and_stays_chosen(page: Page) -> None:
    page.goto(url("en/resolutions/a-res-71-209.html"))
    for key in ("op30", "op31"):
        page.locator(f"#{key} a.para__number").click()
        page.locator("[role=menuitem]", has_text="Add to the hand-out").click()
        page.wait_for_selector(".menu__way-on")
        page.keyboard.press("Escape")
    page.goto(url("zh/themes/trafficking.html"))
    page.locator("[data-place='a-res-71-209#op32'] .menu__way").first.click()
    page.locator("[role=menuitem]", has_text="加入讲义").click()
    page.locator(".menu__way-on").click()
    page.wait_for_selector(READY, state="attached")
    wanted = [*PLACES[:2], "a-res-71-209#op32"]
    assert page.locator(".passage").evaluate_all("a => a.map(e => e.dataset.place)") == wanted
    assert "p=a-res-71-209.op30.op31.op32" in page.url


def test_order_and_parts_are_changed_and_stand_in_the_address(page: Page) -> None:
    drawn(page, "en", f"p={CHOSEN}")
    actions: tuple[Callable[[], None], ...] = (
        lambda: page.locator(".passage").nth(2).locator("button").first.click(),
        lambda: page.locator(".passage").nth(0).locator("button").last.click(),
        lambda: page.locator("[name=glossary]").uncheck(),
        lambda: page.locator("[name=text][value=en]").uncheck(),
        lambda: page.locator("[name=paper][value=letter]").check(),
    )
    for action in actions:
        before = turn(page)
        action()
        again(page, before)
    address = page.url.partition("?")[2]
    for part in ("p=a-res-68-193.op5,a-res-71-209.op31", "text=zh", "paper=letter"):
        assert part in address
    drawn(page, "en", address)
    assert page.locator(".sheet__glossary, .aid__mark").count() == 0
    assert page.locator(".passage").evaluate_all("a => a.map(e => e.dataset.place)") == [
        PLACES[2],
        PLACES[1],
    ]


def test_a_choice_is_saved_opened_and_printed_without_this_edition(
    browser: Browser, page: Page, tmp_path: Path
) -> None:
    drawn(page, "ar", f"p={CHOSEN}&paper=letter")
    with page.expect_download() as saved:
        page.locator("[data-save]").click()
    path = tmp_path / "choice.json"
    saved.value.save_as(path)
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["places"] == PLACES
    said = page.locator(".passage").all_inner_texts()
    assert len(set(kept["references"])) == len(PLACES)
    assert all(one in each for one, each in zip(kept["references"], said, strict=True))
    with page.expect_download() as whole:
        page.locator("[data-page]").click()
    alone = tmp_path / "alone" / "hand-out.html"
    whole.value.save_as(alone)
    shown = page.locator(".passage__words").all_inner_texts()
    before = turn(page)
    page.locator("[data-clear]").click()
    again(page, before)
    assert page.locator(".passage").count() == 0
    before = turn(page)
    page.locator("[data-open]").set_input_files(path)
    again(page, before)
    assert page.locator(".passage__words").all_inner_texts() == shown
    text = alone.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "<link" not in text
    assert 'src="' not in text
    other = browser.new_page()
    other.goto(alone.as_uri())
    assert other.locator(".passage__words").all_inner_texts() == shown
    sheets = other.pdf(prefer_css_page_size=True)
    assert b"612" in sheets
    other.close()


def test_what_is_no_choice_is_refused(page: Page, tmp_path: Path) -> None:
    drawn(page, "en", f"p={CHOSEN},nothing.op1,a-res-71-209.op999,<b>.x")
    assert page.locator(".passage").count() == len(PLACES)
    assert "a-res-71-209#op999" in page.locator("[data-status]").inner_text()
    bad = tmp_path / "bad.json"
    bad.write_text('{"type": "else"}')
    page.locator("[data-open]").set_input_files(bad)
    page.wait_for_function(
        "document.querySelector('[data-status]').textContent.includes('no saved choice')"
    )
    assert page.locator(".passage").count() == len(PLACES)


def test_references_of_a_selection_are_read_back(page: Page, tmp_path: Path) -> None:
    drawn(page, "en", f"p={CHOSEN}")
    got = []
    for kind in range(3):
        with page.expect_download() as saved:
            page.locator(f"[data-export='{kind}']").click()
        got.append(Path(saved.value.path()).read_text(encoding="utf-8"))
    numbers: list[list[Any]] = [
        [entry["number"] for entry in parse_string(got[0]).entries],
        [entry["number"] if "number" in entry else entry["issn"] for entry in rispy.loads(got[1])],
        [item["number"] for item in json.loads(got[2])],
    ]
    assert numbers[0] == numbers[1] == numbers[2]
    assert len(numbers[0]) == 2


def test_firefox_draws_and_keeps_it(firefox: Firefox) -> None:
    firefox.go(f"{url('zh/handout.html')}?p={CHOSEN}")
    firefox.wait(f"document.querySelector('{READY}')")
    assert firefox.ask("document.querySelectorAll('.passage__qr svg').length") == 3
    assert firefox.messages == []
    firefox.go(url("ar/handout.html"))
    firefox.wait(f"document.querySelector('{READY}')")
    places = "Array.from(document.querySelectorAll('.passage'), each => each.dataset.place)"
    assert firefox.ask(places) == PLACES
    assert firefox.messages == []


def test_where_nothing_is_chosen_the_ready_ones_are_offered(page: Page) -> None:
    page.goto(url("en/handout.html"))
    page.locator(".handout__ready a", has_text="Corruption").click()
    page.locator("[data-sheet] .passage").first.wait_for()
    assert page.locator(".handout__ready").is_hidden()
