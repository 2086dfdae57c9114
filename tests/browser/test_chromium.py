from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .helpers import (
    ALL_WORDS,
    BARE,
    LANGUAGES,
    PATIENCE,
    PREVIEWED,
    TREES,
    Anchors,
    Corpus,
    dead_links,
    is_ours,
    none_of,
    pages,
    read_anchors,
    url,
    visited,
)

NARROW = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}

# What every page is asked once, at the width of a telephone.
FACTS = """() => {
  const root = document.documentElement;
  const wide = root.scrollWidth <= innerWidth ? [] : Array.from(document.body.querySelectorAll("*"))
    .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest(".scroll"))
    .map(each => each.tagName.toLowerCase() + "." + each.className);
  const boxes = Array.from(document.querySelectorAll("[data-filters] input"));
  const shown = () => ({
    items: Array.from(document.querySelectorAll(".item")).filter(each => each.checkVisibility()).length,
    said: Number((document.querySelector("[data-shown]").textContent.match(/[0-9]+/) || [])[0]),
  });
  return {
    h1: Array.from(document.querySelectorAll("h1"), each => each.innerText.trim()),
    width: root.scrollWidth, wide: wide.slice(0, 3),
    order: Array.from(document.querySelectorAll(".block"), block => [block.id,
      ...Array.from(block.querySelectorAll(".item"), item => item.dataset.strength || "focus")]),
    filters: boxes.map(box => {
      const all = shown();
      box.click();
      const without = shown();
      box.click();
      return {name: box.name, value: box.value, all, without};
    }),
  };
}"""

# Each paragraph as it is seen, the marks of notes and errata put away.
SEEN = """() => {
  const style = document.createElement("style");
  style.textContent = ".note-mark, .flaw-mark { display: none !important }";
  document.head.append(style);
  const seen = element => element && element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && element.getBoundingClientRect().height > 0 ? element.innerText : null;
  const texts = {};
  for (const each of document.querySelectorAll(".para__text")) texts[each.closest(".para").id] = seen(each);
  for (const each of document.querySelectorAll(".para--heading"))
    texts[each.id] = seen(each.querySelector(".para__text") || each);
  for (const each of document.querySelectorAll(".para--table"))
    texts[each.id] = Array.from(each.querySelectorAll("th, td")) // those of the text, not of an aid
      .filter(cell => !cell.closest(".col[data-aid]")).map(seen).join("");
  for (const each of document.querySelectorAll(".notes > ol > li"))
    texts[each.id] = seen(each.querySelector(":scope > .note__label ~ [lang]"));
  texts.title = seen(document.querySelector(".front__source") || document.querySelector("h1"));
  return texts;
}"""

# What a reader gets who marks a paragraph and copies it.
COPIED = """() => {
  const selection = getSelection();
  return Object.fromEntries(Array.from(document.querySelectorAll(".para__text"), text => {
    selection.selectAllChildren(text);
    return [text.closest(".para").id, selection.toString()];
  }));
}"""

# The words the browser paints as evidence, each without the marks inside it.
PAINTED = (
    f"() => {{ {BARE}"
    """
  return Array.from(CSS.highlights.get("evidence") || [], range => {
    const copy = document.createElement("div");
    copy.append(range.cloneContents());
    copy.querySelectorAll(".note-mark, .flaw-mark, .wb").forEach(mark => mark.remove());
    return copy.textContent;
  });
}"""
)

# Open every chip, and have the page look at them once rather than once for each.
OPEN_ALL = """async () => {
  const chips = Array.from(document.querySelectorAll("details.tag"));
  await new Promise(done => {
    const opening = new Set(chips.filter(chip => !chip.open));
    const stop = event => {
      event.stopImmediatePropagation();
      opening.delete(event.target);
      if (opening.size) return;
      removeEventListener("toggle", stop, true);
      done();
    };
    addEventListener("toggle", stop, true);
    chips.forEach(chip => { chip.open = true; });
    if (!opening.size) done();
  });
  if (chips.length) chips[0].dispatchEvent(new Event("toggle"));
  return chips.map(chip => [chip.closest(".para").id,
    Array.from(chip.classList).find(name => name.startsWith("t-")).slice(2)]);
}"""

FOCUS = "document.activeElement"


@dataclass
class Watch:
    """What the pages of a context said and asked for."""

    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on(
            "console",
            lambda message: (
                self.messages.append(f"{message.type}: {message.text}")
                if message.type in ("error", "warning")
                else None
            ),
        )
        context.on("weberror", lambda raised: self.messages.append(f"thrown: {raised.error}"))
        context.on("request", lambda request: self.requests.append(request.url))


@dataclass
class Visit:
    """A page as it was found."""

    facts: dict[str, Any]
    messages: list[str]
    requests: list[str]


@dataclass
class Reading:
    """An instrument as a reader uses it."""

    copied: dict[str, str]
    before: list[str]
    words: dict[str, list[str]]
    after: list[str]
    chips: list[list[str]]
    painted: list[str]


@pytest.fixture(scope="module")
def visits(browser: Browser) -> dict[str, Visit]:
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
    watch = Watch()
    watch.over(context)
    page = context.new_page()
    found: dict[str, Visit] = {}
    for path in visited():
        watch.messages, watch.requests = [], []
        page.goto(url(path))
        facts = page.evaluate(FACTS)
        found[path] = Visit(facts, watch.messages, watch.requests)
    context.close()
    return found


@pytest.fixture(scope="module")
def anchors(site: str) -> dict[str, Anchors]:
    return read_anchors()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=WIDE, color_scheme="light")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture(scope="module")
def readings(context: BrowserContext, corpus: Corpus) -> dict[str, Reading]:
    page = context.new_page()
    found: dict[str, Reading] = {}
    for slug in corpus.instruments:
        page.goto(url(instrument("zh", slug)))
        switch = page.locator("[data-toggle=words]")
        copied, before = page.evaluate(COPIED), page.evaluate(TREES)
        switch.click()
        words = page.evaluate(ALL_WORDS)
        switch.click()
        after = page.evaluate(TREES)
        chips, painted = page.evaluate(OPEN_ALL), page.evaluate(PAINTED)
        found[slug] = Reading(copied, before, words, after, chips, painted)
    page.close()
    return found


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=WIDE, color_scheme="light")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def richest(corpus: Corpus) -> str:
    return corpus.richest()


def of_language(visits: dict[str, Visit]) -> dict[str, Visit]:
    return {path: visit for path, visit in visits.items() if "/" in path}


def instrument(language: str, slug: str) -> str:
    return f"{language}/resolutions/{slug}.html"


def unlike(place: str, shown: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    """Paragraphs that show something else than the data set has."""
    return [
        f"{place}#{key}: {shown.get(key)!r} instead of {value!r}"
        for key, value in wanted.items()
        if shown.get(key) != value
    ]


# --- every page --------------------------------------------------------------------------


def test_the_watch_sees_a_message_an_error_and_a_request(browser: Browser, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<img src='http://127.0.0.1:9/x.png'><script>console.warn('w'); throw Error('e')</script>"
    )
    context = browser.new_context()
    watch = Watch()
    watch.over(context)
    page = context.new_page()
    page.goto(bad.as_uri())
    page.evaluate("0")
    context.close()
    assert "warning: w" in watch.messages
    assert any(message.startswith("thrown: ") for message in watch.messages)
    assert [each for each in watch.requests if not is_ours(each)] == [
        bad.as_uri(),
        "http://127.0.0.1:9/x.png",
    ]


def test_every_language_has_the_same_pages() -> None:
    trees = {code: {path.partition("/")[2] for path in pages(code)} for code in LANGUAGES}
    assert all(trees.values())
    assert len(set(map(frozenset, trees.values()))) == 1
    assert {path.partition("/")[0] for path in pages() if "/" in path} == set(LANGUAGES)


def test_no_page_writes_a_warning_or_an_error(visits: dict[str, Visit]) -> None:
    none_of(f"{path}: {text}" for path, visit in visits.items() for text in visit.messages)


def test_no_page_asks_for_anything_outside_the_site(visits: dict[str, Visit]) -> None:
    assert all(visit.requests for visit in visits.values())
    none_of(
        f"{path}: {address}"
        for path, visit in visits.items()
        for address in visit.requests
        if not is_ours(address)
    )


def test_no_value_without_quotes_holds_a_blank(anchors: dict[str, Anchors]) -> None:
    """Of `title=Show themes` a browser takes `themes` for an attribute of its own."""
    known = {"autofocus", "checked", "defer", "disabled", "hidden", "open", "popover"}
    none_of(
        f"{path}: {name}"
        for path, each in anchors.items()
        for name in sorted(each.bare - known)
        if not name.startswith("data-")
    )


def test_every_link_and_anchor_leads_somewhere(anchors: dict[str, Anchors]) -> None:
    assert sum(len(each.links) for each in anchors.values()) > 1000
    none_of(dead_links(anchors))


def test_every_reference_to_an_id_has_its_element(anchors: dict[str, Anchors]) -> None:
    none_of(
        f"{path}: {name}={reference!r}"
        for path, each in anchors.items()
        for name, reference in dict.fromkeys(each.references)
        if reference not in each.ids
    )


def test_the_ids_of_a_page_are_unique(anchors: dict[str, Anchors]) -> None:
    none_of(
        f"{path}: id {name!r} stands {count} times"
        for path, each in anchors.items()
        for name, count in Counter(each.ids).items()
        if count > 1
    )


def test_no_page_scrolls_sideways_on_a_telephone(visits: dict[str, Visit]) -> None:
    none_of(
        f"{path}: {visit.facts['width']} px, {visit.facts['wide']}"
        for path, visit in visits.items()
        if visit.facts["width"] > NARROW["width"]
    )


def test_every_page_has_one_heading_of_the_first_level(visits: dict[str, Visit]) -> None:
    none_of(
        f"{path}: {visit.facts['h1']}"
        for path, visit in of_language(visits).items()
        if len(visit.facts["h1"]) != 1 or not visit.facts["h1"][0]
    )


def test_the_root_page_leads_to_every_language(page: Page) -> None:
    page.goto(url("index.html"))
    assert page.evaluate("document.documentElement.lang") == "mul"
    for code in LANGUAGES:
        page.goto(url("index.html"))
        page.click(f"a[lang={code}]")
        page.wait_for_url(url(f"{code}/index.html"))


# --- the text of the instruments ---------------------------------------------------------


def test_every_paragraph_and_note_of_the_data_set_has_its_anchor(
    corpus: Corpus, anchors: dict[str, Anchors]
) -> None:
    none_of(
        f"{instrument(language, slug)}#{each['key']} ({each.get('kind', 'note')})"
        for language in LANGUAGES
        for slug in corpus.instruments
        for each in [*corpus.paragraphs(slug), *corpus.notes(slug)]
        if each["key"] not in anchors[instrument(language, slug)].ids
    )


def test_without_scripts_every_paragraph_and_note_can_be_read(
    browser: Browser, corpus: Corpus
) -> None:
    context = browser.new_context(viewport=WIDE, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    problems: list[str] = []
    for language in LANGUAGES:
        for slug in corpus.instruments:
            page.goto(url(instrument(language, slug)))
            seen = page.evaluate(SEEN)
            for each in [*corpus.paragraphs(slug), *corpus.notes(slug)]:
                text, found = each["text"], seen.get(each["key"])
                if text is None:
                    continue
                if each.get("rows"):
                    text = "".join(cell for row in each["rows"] for cell in row)
                if found != text:
                    place = f"{instrument(language, slug)}#{each['key']}"
                    problems.append(f"{place}: {found!r} instead of {text!r}")
    assert page.locator("[data-scheme][type=button]").is_hidden()
    context.close()
    none_of(problems)


def test_copying_a_paragraph_gives_the_wording_of_the_source(
    readings: dict[str, Reading], corpus: Corpus
) -> None:
    none_of(
        problem
        for slug, reading in readings.items()
        for problem in unlike(slug, reading.copied, corpus.texts(slug))
    )


def test_copying_with_word_boundaries_shown_gives_the_same_wording(
    page: Page, corpus: Corpus, richest: str
) -> None:
    page.goto(url(instrument("zh", richest)))
    page.click("[data-toggle=words]")
    none_of(unlike(richest, page.evaluate(COPIED), corpus.texts(richest)))


def test_the_switch_of_words_shows_the_words_of_the_data_set(
    readings: dict[str, Reading], corpus: Corpus
) -> None:
    none_of(
        problem
        for slug, reading in readings.items()
        for problem in unlike(slug, reading.words, corpus.words(slug))
    )


def test_the_switch_of_words_puts_the_text_back_as_it_was(readings: dict[str, Reading]) -> None:
    none_of(slug for slug, reading in readings.items() if reading.before != reading.after)


# --- the themes ----------------------------------------------------------------------------


def test_the_chips_of_an_instrument_are_the_themes_of_the_data_set(
    readings: dict[str, Reading], corpus: Corpus
) -> None:
    none_of(
        f"{slug}: {reading.chips[:9]}…"
        for slug, reading in readings.items()
        if reading.chips != [[key, theme] for key, theme, _ in corpus.evidence(slug)]
    )


def test_the_open_chips_highlight_the_evidence_of_the_data_set(
    readings: dict[str, Reading], corpus: Corpus
) -> None:
    assert any(reading.painted for reading in readings.values())
    none_of(
        f"{slug}: {reading.painted[:9]}…"
        for slug, reading in readings.items()
        if reading.painted != [each for _, _, words in corpus.evidence(slug) for each in words]
    )


def test_opening_a_chip_highlights_its_words_and_closing_it_ends_that(
    page: Page, corpus: Corpus, richest: str
) -> None:
    page.goto(url(instrument("zh", richest)))
    key, theme, evidence = corpus.evidence(richest)[0]
    chip = page.locator(f"#{key} details.t-{theme} summary")
    if key == "title":  # its themes stand with what is told about the document
        page.click("#about-document > summary")
    chip.click()
    page.wait_for_function("CSS.highlights.get('evidence')?.size")
    assert page.evaluate(PAINTED) == evidence
    page.click("[data-toggle=words]")
    assert page.evaluate(PAINTED) == evidence
    page.click("[data-toggle=words]")
    chip.click()
    page.wait_for_function("CSS.highlights.get('evidence').size === 0")


def test_themes_can_be_put_away(page: Page, richest: str) -> None:
    page.goto(url(instrument("zh", richest)))
    page.click("#about-document > summary")
    titles, chips = page.locator("#title details.tag"), page.locator(".body details.tag")
    assert titles.first.is_visible()
    assert chips.first.is_visible()
    page.click("[data-toggle=themes]")
    assert titles.first.is_hidden()
    assert chips.first.is_hidden()
    page.click("[data-toggle=themes]")
    assert titles.first.is_visible()
    assert chips.first.is_visible()


def test_the_filters_of_every_theme_count_the_paragraphs_they_show(
    visits: dict[str, Visit], corpus: Corpus
) -> None:
    strengths = corpus.strengths()
    problems: list[str] = []
    for path, visit in visits.items():
        theme = path.rpartition("/")[2].removesuffix(".html")
        if "/themes/" not in path or theme == "index":
            continue
        count = strengths.get(theme, {"focus": 0, "mention": 0})
        wanted = sum(count.values())
        if {each["name"] for each in visit.facts["filters"]} != {"strength", "part", "body"}:
            problems.append(f"{path}: lacks a filter")
        for each in visit.facts["filters"]:
            rest = wanted - count[each["value"]] if each["name"] == "strength" else None
            for state, number in (("all", wanted), ("without", rest)):
                shown = each[state]
                if shown["items"] != shown["said"] or number not in (None, shown["items"]):
                    problems.append(f"{path}: {state} {each['value']} {shown}, not {number}")
    none_of(problems)


def test_the_filters_work_together(page: Page, corpus: Corpus) -> None:
    theme = corpus.fullest_theme()
    page.goto(url(f"en/themes/{theme}.html"))
    page.uncheck("input[value=mention]")
    page.uncheck("input[value=preambular]")
    page.uncheck("input[value=GA]")
    wanted = sum(
        tag["id"] == theme and tag["strength"] == "focus" and each["kind"] != "preambular"
        for slug, held in corpus.instruments.items()
        if held["body"] != "GA"
        for each in corpus.paragraphs(slug)
        for tag in each["themes"]
    )
    assert page.locator(".item:visible").count() == wanted
    assert re.findall(r"\d+", page.inner_text("[data-shown]")) == [str(wanted)]
    assert page.locator(".block[data-body=GA]:visible").count() == 0
    page.check("input[value=GA]")
    assert page.locator(".item:visible").count() >= wanted


def test_a_theme_lists_what_is_about_it_before_what_mentions_it(visits: dict[str, Visit]) -> None:
    blocks = [(path, *block) for path, visit in visits.items() for block in visit.facts["order"]]
    assert blocks
    none_of(
        f"{path}#{slug}: {strengths}"
        for path, slug, *strengths in blocks
        if strengths != sorted(strengths, key=("focus", "mention").index) or not strengths
    )


# --- previews, switches, keys, paper -------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_opens_a_preview_and_escape_gives_the_focus_back(
    page: Page, richest: str, language: str
) -> None:
    page.goto(url(instrument(language, richest)))
    cite = page.locator(PREVIEWED).first
    entry = page.locator(f".cited-here a.entry[href='{cite.get_attribute('href')}']")
    cite.focus()
    page.keyboard.press("Enter")
    preview = page.get_by_role("dialog")
    assert entry.inner_text() in preview.inner_text()
    assert preview.get_attribute("aria-label")
    assert page.evaluate(f"{FOCUS}.getAttribute('role')") == "dialog"
    assert page.url == url(instrument(language, richest))
    page.keyboard.press("Escape")
    assert preview.count() == 0
    assert cite.evaluate(f"link => link === {FOCUS}")


def test_a_link_inside_a_preview_leads_to_the_entry(page: Page, richest: str) -> None:
    page.goto(url(instrument("zh", richest)))
    page.locator(PREVIEWED).first.click()
    link = page.get_by_role("dialog").locator("a.entry")
    target = str(link.evaluate("link => link.href"))
    link.click()
    page.wait_for_url(target)
    assert page.locator("h1").count() == 1


def test_a_click_beside_a_preview_closes_it(page: Page, richest: str) -> None:
    page.goto(url(instrument("zh", richest)))
    cites = page.locator(PREVIEWED)
    dialog = page.get_by_role("dialog")
    cites.first.click()
    expect(dialog).to_be_visible()
    page.locator("h1").click()
    assert dialog.count() == 0
    cites.first.click()
    expect(dialog).to_be_visible()
    cites.first.click()
    assert dialog.count() == 0
    assert cites.first.evaluate(f"link => link === {FOCUS}")


def test_a_note_mark_opens_its_note(page: Page, corpus: Corpus, richest: str) -> None:
    page.goto(url(instrument("zh", richest)))
    texts = {note["key"]: note["text"] for note in corpus.notes(richest)}
    mark = page.locator(".note-mark a").first
    key = (mark.get_attribute("href") or "").removeprefix("#")
    mark.click()
    preview = page.get_by_role("dialog")
    assert preview.locator("[lang=zh]").first.inner_text() == texts[key]
    page.keyboard.press("Escape")
    assert preview.count() == 0
    assert mark.evaluate(f"link => link === {FOCUS}")


def test_a_preview_stays_inside_a_narrow_window(fresh: Page, richest: str) -> None:
    fresh.set_viewport_size(NARROW)  # type: ignore[arg-type]
    fresh.goto(url(instrument("zh", richest)))
    fresh.locator(PREVIEWED).last.click()
    box = fresh.get_by_role("dialog").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]
    assert fresh.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_the_sign_of_an_erratum_opens_its_note(page: Page, richest: str) -> None:
    page.goto(url(instrument("zh", richest)))
    sign = page.locator(".body .flaw-mark").first
    target = page.locator(f"details[id='{(sign.get_attribute('href') or '')[1:]}']")
    assert target.get_attribute("open") is None
    sign.click()
    page.wait_for_function("document.querySelector('details.flaw[open]')")
    assert target.get_attribute("open") is not None


def test_the_switch_of_language_keeps_the_page_and_the_paragraph(
    page: Page, corpus: Corpus, richest: str
) -> None:
    key = corpus.paragraphs(richest)[-1]["key"]
    first, second = list(LANGUAGES)[:2]
    page.goto(f"{url(instrument(first, richest))}#{key}")
    page.click(f".u-languages [lang={second}]")
    page.wait_for_url(f"{url(instrument(second, richest))}#{key}")
    assert page.locator(f"#{key}").is_visible()
    page.click(f".u-languages [lang={first}]")
    page.wait_for_url(f"{url(instrument(first, richest))}#{key}")


def test_the_button_turns_light_into_dark_and_the_choice_stays(fresh: Page) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    fresh.goto(url("zh/index.html"))
    light = fresh.evaluate(paper)
    fresh.click("[data-scheme][type=button]")
    dark = fresh.evaluate(paper)
    assert dark != light
    fresh.goto(url("en/matrix.html"))
    assert fresh.evaluate(paper) == dark
    fresh.click("[data-scheme][type=button]")
    assert fresh.evaluate(paper) == light


def test_a_dark_system_gives_a_dark_page_which_the_button_turns_light(fresh: Page) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    fresh.goto(url("zh/index.html"))
    light = fresh.evaluate(paper)
    fresh.emulate_media(color_scheme="dark")
    assert fresh.evaluate(paper) != light
    fresh.click("[data-scheme][type=button]")
    assert fresh.evaluate(paper) == light


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_tab_reaches_the_way_to_the_text(page: Page, richest: str, language: str) -> None:
    for path in (f"{language}/index.html", instrument(language, richest)):
        page.goto(url(path))
        skip = page.locator("a.u-skip")
        page.keyboard.press("Tab")
        assert skip.evaluate(f"link => link === {FOCUS}")
        box = skip.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["y"] >= 0
        page.keyboard.press("Enter")
        page.wait_for_function(f"{FOCUS}.id === 'content'")
        page.keyboard.press("Tab")
        assert page.evaluate(f"document.querySelector('#content').contains({FOCUS})")


def test_on_paper_there_is_the_text_without_the_ways_about(
    page: Page, corpus: Corpus, richest: str
) -> None:
    page.goto(url(instrument("zh", richest)))
    page.emulate_media(media="print")
    for selector in (".u-nav", ".u-tools", ".tools", ".around", ".bar__line", ".rail"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    assert page.locator("nav:visible").count() == 0
    assert page.locator("button:visible:not([aria-pressed=true])").count() == 0
    paragraphs = page.locator(".para__text")
    assert paragraphs.count() == page.locator(".para__text:visible").count() > 0
    assert page.locator("h1").is_visible()
    page.goto(url(f"zh/themes/{corpus.fullest_theme()}.html"))
    assert page.locator(".filters:visible, nav:visible").count() == 0
