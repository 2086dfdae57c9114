"""The names of a term: by a tap on it in the text, by its button below the paragraph."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .helpers import LANGUAGES, PREVIEWED, TREES, Corpus, cut, url

SLUG = "ccpcj-res-20-7"
TERM, KEY = "网上犯罪", "op1"  # a variant of 网络犯罪, plain text in the paragraph
CENTRE = """([key, words]) => {
  const text = document.querySelector(`#${key} .para__text`);
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = new Range();
    range.setStart(node, at + 1);
    range.setEnd(node, at + 2);
    const box = range.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }
}"""
LIT = """name => [...(CSS.highlights.get(name) || [])].map(range => range.toString().replace("※", ""))"""
LISTED = """() => Object.fromEntries([...document.querySelectorAll(".para__terms")].map(line =>
  [line.closest(".para").id, [...line.querySelectorAll("button")].map(one => one.textContent)]))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(has_touch=True)
    page = context.new_page()
    yield page
    context.close()


def visit(page: Page, language: str = "zh", width: int = 1280) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(url(f"{language}/resolutions/{SLUG}.html"))
    page.wait_for_selector(".instrument:is([data-beside=''], .side)")
    page.locator(f"#{KEY}").scroll_into_view_if_needed()


def loaded(page: Page) -> None:
    """Wait until the names are here: who asked for them before has been answered then."""
    page.evaluate("document.querySelector('[data-terms]').click()")
    page.wait_for_selector(".para__terms")
    page.evaluate("document.querySelector('[data-terms]').click()")
    page.wait_for_selector(".para__terms", state="detached")


def where(page: Page, words: str = TERM) -> tuple[float, float]:
    x, y = page.evaluate(CENTRE, [KEY, words])
    return x, y


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tap_on_a_term_shows_its_names(page: Page, language: str, width: int) -> None:
    visit(page, language, width)
    before = page.evaluate(TREES)
    page.touchscreen.tap(*where(page))
    pop = page.get_by_role("dialog", name=TERM)
    pop.wait_for()
    names = pop.locator("dd")
    assert names.evaluate_all("all => all.map(each => [each.lang, each.dir])") == [
        ["zh", "ltr"], ["en", "ltr"], ["fr", "ltr"], ["es", "ltr"], ["ru", "ltr"], ["ar", "rtl"],
    ]  # fmt: skip
    assert names.nth(1).text_content() == "cybercrime"
    box = pop.bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= width
    assert page.evaluate(LIT, "term") == [TERM]
    assert page.evaluate(TREES) == before
    page.keyboard.press("Escape")
    assert pop.count() == 0
    assert page.evaluate(LIT, "term") == []


def test_the_entry_of_the_term_is_one_step_away(page: Page) -> None:
    visit(page, "en")
    page.mouse.click(*where(page))
    page.get_by_role("dialog").get_by_role("link").click()
    page.wait_for_url(url("en/terms/cybercrime.html"))
    assert page.get_by_role("heading", level=1).is_visible()


def test_a_name_that_is_not_confirmed_is_marked(page: Page) -> None:
    visit(page)
    page.locator("[data-terms]").click()
    buttons = page.locator(".para__terms button")
    buttons.first.wait_for()
    marked = set()
    for n in range(buttons.count()):
        buttons.nth(n).evaluate("each => each.click()")
        pop = page.get_by_role("dialog")
        marks, told = pop.locator("dd i.ours").count(), pop.locator("p.ours").count()
        assert (marks > 0) == (told > 0)
        marked.add(marks > 0)
    assert marked == {True, False}


def test_words_that_are_no_term_and_text_being_chosen_open_nothing(page: Page) -> None:
    visit(page)
    dialog = page.get_by_role("dialog")
    page.mouse.dblclick(*where(page))
    loaded(page)
    assert dialog.count() == 0
    assert page.evaluate("getSelection().toString()")
    page.mouse.click(*where(page, "酌情"))
    assert dialog.count() == 0
    page.mouse.dblclick(*where(page))
    assert dialog.count() == 0
    page.mouse.click(2, 2)
    x, y = where(page)
    page.mouse.move(x - 40, y)
    page.mouse.down()
    page.mouse.move(x, y, steps=4)
    page.mouse.up()
    assert dialog.count() == 0
    assert page.evaluate("getSelection().toString()")


def test_a_term_opens_as_often_as_it_is_tapped(page: Page) -> None:
    visit(page)
    dialog = page.get_by_role("dialog", name=TERM)
    for _ in range(3):
        page.mouse.click(*where(page))
        expect(dialog).to_be_visible()
        page.mouse.click(*where(page))  # closes, and opens nothing
        assert dialog.count() == 0


@pytest.mark.parametrize("known", [False, True])
def test_a_click_that_closes_a_preview_opens_nothing(page: Page, known: bool) -> None:
    visit(page)
    dialog = page.get_by_role("dialog")
    if known:
        loaded(page)
    page.locator(PREVIEWED).first.click()
    expect(dialog).to_be_visible()
    page.locator(f"#{KEY}").scroll_into_view_if_needed()
    page.mouse.click(*where(page))
    assert dialog.count() == 0
    loaded(page)
    assert dialog.count() == 0
    page.mouse.click(*where(page))
    expect(page.get_by_role("dialog", name=TERM)).to_be_visible()


def test_a_link_and_a_button_do_their_own_work_and_close_what_is_open(page: Page) -> None:
    visit(page)
    page.locator("[data-terms]").click()
    buttons = page.locator(".para__terms button")
    dialog = page.get_by_role("dialog")
    buttons.first.click()
    expect(page.get_by_role("dialog", name=buttons.first.inner_text())).to_be_visible()
    buttons.first.click()  # what opened it closes it
    assert dialog.count() == 0
    assert buttons.first.evaluate("each => each === document.activeElement")
    buttons.first.click()
    page.locator(PREVIEWED).first.click()
    expect(dialog).to_have_count(1)
    assert dialog.get_attribute("aria-label") != buttons.first.inner_text()


def test_the_buttons_name_the_terms_of_every_paragraph(page: Page, corpus: Corpus) -> None:
    visit(page)
    before = page.evaluate(TREES)
    page.locator("[data-terms]").click()
    page.wait_for_selector(".para__terms")
    listed, lit = page.evaluate(LISTED), page.evaluate(LIT, "terms")
    wanted: dict[str, list[str]] = {}
    uses: list[str] = []
    for paragraph in corpus.paragraphs(SLUG):
        if paragraph["kind"] in ("heading", "table"):
            continue
        forms = cut(paragraph["text"], [(use["start"], use["end"]) for use in paragraph["terms"]])
        uses += forms
        if forms:
            wanted[paragraph["key"]] = list(dict.fromkeys(forms))
    assert listed == wanted
    assert lit == uses
    page.locator("[data-toggle=words]").click()
    assert page.evaluate(LIT, "terms") == uses
    page.locator("[data-toggle=words]").click()
    page.locator("[data-terms]").click()
    assert page.locator(".para__terms").count() == 0
    assert page.evaluate(LIT, "terms") == []
    assert page.evaluate(TREES) == before


def test_with_the_keyboard_alone(page: Page) -> None:
    visit(page)
    page.locator("[data-terms]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".para__terms")
    one = page.locator(f"#{KEY} .para__terms button", has_text=TERM).first
    one.focus()
    page.keyboard.press("Enter")
    pop = page.get_by_role("dialog", name=TERM)
    pop.wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "pop__close"
    page.keyboard.press("Enter")
    assert pop.count() == 0
    assert one.evaluate("each => each === document.activeElement")


def test_a_tap_elsewhere_closes_the_names(page: Page) -> None:
    visit(page)
    page.mouse.click(*where(page))
    page.get_by_role("dialog").wait_for()
    page.mouse.click(*where(page, "酌情"))
    assert page.get_by_role("dialog").count() == 0


def test_the_figure_behind_a_line_leads_to_every_use_in_that_text(page: Page) -> None:
    page.goto(url("en/terms/corruption.html"))
    line = page.locator(".kwic tr:has(td:last-child a ~ a)").first
    form, more = line.locator("mark").inner_text(), line.locator("td:last-child a").last
    uses = 1 + int(more.inner_text())
    more.click()
    page.wait_for_selector("[data-total]")
    slug = page.evaluate("new URLSearchParams(location.search).get('instrument')")
    assert page.locator("[data-place][data-lang=zh]").count() > 0
    found = page.evaluate(
        "([query, instrument]) => compendium.search(query, {lang: 'zh', instrument, expand: false})",
        [form, slug],
    )
    assert found["occurrences"] == uses
    page.go_back()
    page.locator(".term-page a[href*='/zh/terms/']").click()
    page.wait_for_url(url("zh/terms/corruption.html"))
    assert page.locator(".kwic tr").count() > 22


def test_a_term_in_a_language_without_concordances_leads_to_its_entry(page: Page) -> None:
    page.goto(url("ru/terms/corruption.html"))
    page.wait_for_url(url("ru/terms/kind-crime.html#corruption"))
    entry = page.locator("#corruption")
    assert entry.locator("dt").inner_text().startswith("коррупция")
    entry.locator("a[href*='/en/terms/']").click()
    page.wait_for_url(url("en/terms/corruption.html"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_list_of_names_shows_each_in_the_readers_language_and_in_chinese(
    page: Page, language: str
) -> None:
    page.goto(url(f"{language}/terms/index.html"))
    names = page.locator(".entries--names li").evaluate_all(
        "all => all.map(each => [each.querySelector('a').textContent, each.querySelector('[lang=zh]').textContent])"
    )
    assert len(names) > 300
    assert [each for each in names if each[0] == each[1]] == []
    assert [own for name, own in names if own == "洗钱"] == ["洗钱"]
