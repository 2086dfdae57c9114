from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from .bidi import Firefox
from .helpers import ALL_WORDS, LANGUAGES, PREVIEWED, ROOT, TREES, Corpus, is_ours, none_of, url

FACTS = """{
  title: document.title, lang: document.documentElement.lang,
  text: document.body.innerText.trim().length,
  rules: Array.from(document.styleSheets, sheet => (sheet.href || "").split("/").pop()).filter(Boolean),
  scripts: document.documentElement.classList.contains("no-js"),
  files: performance.getEntriesByType("resource").map(entry => entry.name),
}"""
FOCUS = "document.activeElement"


@pytest.fixture(scope="module")
def richest(corpus: Corpus) -> str:
    return corpus.richest()


@pytest.fixture(scope="module")
def visits(firefox: Firefox, corpus: Corpus, richest: str) -> dict[str, dict[str, Any]]:
    names = (
        "index.html",
        f"resolutions/{richest}.html",
        f"themes/{corpus.fullest_theme()}.html",
        "cited/index.html",
        "cited/assembly.html",
        "matrix.html",
        "about/index.html",
    )
    paths = ["index.html", *(f"{code}/{name}" for code in LANGUAGES for name in names)]
    found: dict[str, dict[str, Any]] = {}
    for path in paths:
        firefox.go(url(path))
        facts = firefox.ask(FACTS)
        found[path] = {**facts, "messages": firefox.messages, "requests": firefox.requests}
    return found


def test_the_watch_sees_a_message_an_error_and_a_request(firefox: Firefox, tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/x.png"
    bad = tmp_path / "bad.html"
    bad.write_text(
        f"<meta charset=utf-8><img src='{address}'>"
        "<script>console.warn('w'); console.error('c'); throw Error('e')</script>"
    )
    firefox.go(bad.as_uri())
    assert firefox.ask("1") == 1
    assert {"warn: w", "error: c", "error: Error: e"} <= set(firefox.messages)
    assert address in firefox.requests


def test_every_page_opens_with_its_style_and_script(visits: dict[str, dict[str, Any]]) -> None:
    none_of(
        f"{path}: {facts}"
        for path, facts in visits.items()
        if not (facts["title"] and facts["text"])
        or facts["scripts"]
        # The first is the page's own; a script may bring that of the menu behind it.
        or facts["rules"] not in (["edition.css"], ["edition.css", "menu.css"])
    )
    none_of(
        f"{path}: {facts['lang']}"
        for path, facts in visits.items()
        if "/" in path and facts["lang"] != path.partition("/")[0]
    )


def test_no_page_writes_a_warning_or_an_error(visits: dict[str, dict[str, Any]]) -> None:
    none_of(f"{path}: {text}" for path, facts in visits.items() for text in facts["messages"])


def test_no_page_asks_for_anything_outside_the_site(visits: dict[str, dict[str, Any]]) -> None:
    none_of(
        f"{path}: {address}"
        for path, facts in visits.items()
        for address in [*facts["requests"], *facts["files"]]
        if not is_ours(address) and not address.startswith("data:")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switch_of_words_shows_the_words_and_puts_the_text_back(
    firefox: Firefox, corpus: Corpus, richest: str, language: str
) -> None:
    firefox.go(url(f"{language}/resolutions/{richest}.html"))
    before = firefox.ask(f"({TREES})()")
    firefox.click("[data-toggle=words]")
    assert firefox.ask("document.querySelector('[data-toggle=words]').ariaPressed") == "true"
    words = firefox.ask(f"({ALL_WORDS})()")
    none_of(
        f"{key}: {words.get(key)} instead of {wanted}"
        for key, wanted in corpus.words(richest).items()
        if words.get(key) != wanted
    )
    firefox.click("[data-toggle=words]")
    assert firefox.ask(f"({TREES})()") == before
    assert firefox.messages == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_opens_a_preview_and_escape_gives_the_focus_back(
    firefox: Firefox, richest: str, language: str
) -> None:
    firefox.go(url(f"{language}/resolutions/{richest}.html"))
    entry = firefox.ask(
        f'document.querySelector(\'.cited-here a.entry[href="\' + document.querySelector("{PREVIEWED}")'
        ".getAttribute('href') + '\"]').textContent"
    )
    firefox.click(PREVIEWED)
    firefox.wait(f"{FOCUS}.getAttribute('role') === 'dialog'")
    assert entry in firefox.ask("document.querySelector('[role=dialog]').textContent")
    firefox.press("Escape")
    assert firefox.ask("document.querySelector('[role=dialog]')") is None
    assert firefox.ask(f'{FOCUS} === document.querySelector("{PREVIEWED}")')
    assert firefox.messages == []


def test_a_note_mark_opens_its_note(firefox: Firefox, corpus: Corpus, richest: str) -> None:
    firefox.go(url(f"zh/resolutions/{richest}.html"))
    texts = {f"#{note['key']}": note["text"] for note in corpus.notes(richest)}
    key = firefox.ask("document.querySelector('.note-mark a').getAttribute('href')")
    firefox.click(".note-mark a")
    firefox.wait(f"{FOCUS}.getAttribute('role') === 'dialog'")
    assert texts[key] in firefox.ask("document.querySelector('[role=dialog]').textContent")


def test_opening_a_chip_highlights_its_evidence(
    firefox: Firefox, corpus: Corpus, richest: str
) -> None:
    key, theme, evidence = corpus.evidence(richest)[0]
    firefox.go(url(f"zh/resolutions/{richest}.html"))
    if key == "title":  # its themes stand with what is told about the document
        firefox.click("#about-document > summary")
    firefox.click(f"#{key} details.t-{theme} summary")
    firefox.wait("CSS.highlights.get('evidence')?.size")
    assert firefox.ask("Array.from(CSS.highlights.get('evidence'), String)") == evidence


def test_the_switch_of_language_keeps_the_page_and_the_paragraph(
    firefox: Firefox, corpus: Corpus, richest: str
) -> None:
    key = corpus.paragraphs(richest)[-1]["key"]
    first, second = list(LANGUAGES)[:2]
    firefox.go(f"{url(f'{first}/resolutions/{richest}.html')}#{key}")
    firefox.click(f".u-languages [lang={second}]")
    wanted = f"{url(f'{second}/resolutions/{richest}.html')}#{key}"
    firefox.wait(f"location.href === '{wanted}'")


@pytest.mark.parametrize("folder", ["", "ar/"])
def test_go_leads_to_the_range(firefox: Firefox, folder: str) -> None:
    # Set out from a page: a driver calls its own navigation broken off when go.html leads on.
    firefox.go(url("index.html"))
    firefox.ask(
        f"setTimeout(() => {{ location.href = '{folder}go.html?p=a-res-71-209.op3&to=op5'; }})"
    )
    firefox.wait("location.href.endsWith('/resolutions/a-res-71-209.html?to=op5#op3')")
    firefox.wait("document.querySelectorAll('.in-range').length === 3")
    assert firefox.messages == []


def test_the_language_chosen_stands_first(firefox: Firefox) -> None:
    firefox.go(url("index.html"))
    firefox.click("a[lang=ru]")
    firefox.wait(f"location.href === '{url('ru/index.html')}'")
    firefox.go(url("index.html"))
    assert firefox.ask("document.querySelector('a[data-language]').lang") == "ru"


def test_search_keeps_its_contract(firefox: Firefox) -> None:
    firefox.go(url("zh/search.html") + "?q=%E6%96%87%E5%8C%96%E8%B4%A2%E4%BA%A7")
    firefox.wait("document.querySelector('[data-total] [data-place]')")
    found = firefox.ask(
        """compendium.search("文化财产").then(found => ({
          total: found.total, first: found.hits[0].place,
          shown: document.querySelector("[data-total]").dataset.total,
          place: document.querySelector("[data-place][data-lang]").dataset.place}))"""
    )
    assert found["total"] > 30
    assert found["shown"] == str(found["total"])
    assert found["place"] == found["first"]


def test_the_judged_queries_find_the_same_in_both_browsers(
    firefox: Firefox, browser: Browser
) -> None:
    path = ROOT / "tests" / "labels" / "queries.yml"
    queries = [query["query"] for query in yaml.safe_load(path.read_text(encoding="utf-8"))]
    script = """async queries => { const found = {};
      for (const query of queries)
        found[query] = (await compendium.search(query, {limit: 20})).hits.map(hit => hit.place);
      return found; }"""
    page = browser.new_page()
    page.goto(url("zh/search.html"))
    page.wait_for_function("() => window.compendium && window.compendium.search")
    chromium = page.evaluate(script, queries)
    page.close()
    firefox.go(url("zh/search.html"))
    assert firefox.ask(f"({script})({json.dumps(queries)})") == chromium


def test_the_self_test_passes(firefox: Firefox) -> None:
    firefox.go(url("zh/selftest.html"))
    firefox.wait("document.querySelector('[data-selftest]').dataset.state")
    assert firefox.ask("document.querySelector('[data-selftest]').dataset.state") == "passed"


def test_from_home_to_a_copied_paragraph_a_search_and_back(firefox: Firefox) -> None:
    firefox.go(url("en/index.html"))
    firefox.click("main a[href='themes/wildlife.html']")
    firefox.wait("document.querySelector('.item__place')")
    firefox.click(".item__place")
    firefox.wait("document.querySelector('.para:target')")
    place = firefox.ask("location.href")
    firefox.ask(
        "addEventListener('copy', event => { window.copied = event.clipboardData.getData('text/plain'); })"
    )
    firefox.click(".para:target a.para__number")
    firefox.wait("document.querySelector('[role=menu]')")
    firefox.click("[role=menuitem]")
    firefox.wait("window.copied")
    assert firefox.ask(
        "copied.includes(document.querySelector('.para:target .para__text').lastChild.textContent.slice(-8))"
    )
    firefox.ask(
        "setTimeout(() => { const box = document.querySelector('.u-box');"
        " box.elements.q.value = 'wildlife'; box.requestSubmit(); })"
    )
    firefox.wait("document.querySelector('.hit')")
    firefox.ask("setTimeout(() => { history.back(); })")
    firefox.wait(f"location.href === {json.dumps(place)}")
    firefox.wait("document.querySelector('.para:target').getBoundingClientRect().top < innerHeight")
    assert firefox.messages == []
