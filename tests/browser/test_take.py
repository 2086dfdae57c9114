"""What readers take away, from file://, in Chromium and in Firefox, by key and by finger.

Each walk is taken four times; a list that a finger opens, and the choice of a file, belong to the system.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from .bidi import Firefox
from .hands import FINGER, KEY, Chromium, Hand, SavingFirefox
from .helpers import PATIENCE, SITE, url
from .test_handout import CHOSEN, PLACES, READY
from .test_links import BODY
from .test_menu import KEY as OP
from .test_menu import LINK, SELECT, SLUG, WATCH

MENU = "document.querySelector('[role=menu]')"
NUMBER = f"#{OP} a.para__number"
FOCUSED = f"document.activeElement === document.querySelector('{NUMBER}')"
TELEPHONE = {"width": 390, "height": 844}
PASSAGES = "Array.from(document.querySelectorAll('.passage'), each => each.dataset.place)"
SHEET = f"document.querySelector('{READY}')"


def in_chromium(browser: Browser, way: str, folder: Path) -> Iterator[Hand]:
    narrow: dict[str, Any] = {"viewport": TELEPHONE, "is_mobile": True} if way == FINGER else {}
    context = browser.new_context(has_touch=way == FINGER, **narrow)
    page = Chromium(context.new_page(), folder)
    page.page.set_default_timeout(PATIENCE)
    yield Hand(page, way)
    context.close()
    assert page.messages == []


def in_firefox(firefox: Firefox, way: str, folder: Path) -> Iterator[Hand]:
    firefox.resize(*TELEPHONE.values()) if way == FINGER else firefox.resize(1280, 900)
    firefox.go(url("index.html"))
    firefox.ask("localStorage.clear()")
    yield Hand(SavingFirefox(firefox, folder), way)
    assert firefox.messages == []


@pytest.fixture(
    params=[(name, way) for name in ("chromium", "firefox") for way in (KEY, FINGER)],
    ids="-".join,
)
def hand(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Hand]:
    name, way = request.param
    folder = tmp_path / "saved"
    folder.mkdir()
    if name == "chromium":
        yield from in_chromium(request.getfixturevalue("browser"), way, folder)
    else:
        yield from in_firefox(request.getfixturevalue("firefox"), way, folder)


def visit(hand: Hand, path: str = f"en/resolutions/{SLUG}.html") -> None:
    hand.go(url(path))
    hand.ask(f"({WATCH})()")


def opened(hand: Hand, number: str = NUMBER) -> None:
    hand.wait(f"document.querySelector('{number}[aria-haspopup]')")
    hand.use(number)
    hand.wait(MENU)


def copied(hand: Hand) -> Any:
    """What was put on the clipboard: words and HTML."""
    hand.wait("window.seen.length")
    return hand.ask("window.seen.pop()")


def taken(hand: Hand, words: str) -> Any:
    hand.line(words)
    return copied(hand)


# --- the menu ------------------------------------------------------------------------------------


def test_every_line_of_the_menu_does_what_it_says(hand: Hand) -> None:
    visit(hand)
    opened(hand)
    words, html = taken(hand, "Copy quotation")
    assert words.endswith(LINK.format("en"))
    assert html.startswith('<blockquote lang="zh"')
    assert taken(hand, "Copy text")[0] in words
    assert taken(hand, "Copy link")[0].endswith(LINK.format("en"))
    assert taken(hand, "Copy the path")[0] == f"en/go.html?p={SLUG}.{OP}"
    hand.ask("window.open = (...all) => { window.opened = all; }")
    hand.line("Official document")
    assert hand.ask("window.opened[0]") == LINK.format("en")

    hand.line("Reference in other styles")
    hand.use("[aria-label='Copy: OSCOLA']")
    assert copied(hand)[0] == ("UNGA Res 68/193 (18 December 2013) UN Doc A/RES/68/193, para 5")
    hand.named(".menu__files button", ".ris")
    assert hand.saved().read_text(encoding="utf-8").startswith("TY  - RPRT")
    hand.use(".menu__back")
    hand.line("QR code")
    hand.wait("document.querySelector('.menu__qr svg path')")
    hand.use(".menu__back")
    hand.line("Embed in a page")
    hand.named(".menu__panel button", "Copy")
    assert copied(hand)[0].startswith('<blockquote lang="zh"')
    hand.use(".menu__back")
    hand.line("Report a fault")
    hand.named(".menu__panel button", "Copy")
    assert f"{SLUG}#{OP}" in copied(hand)[0]
    hand.use(".menu__back")
    hand.line("Add to the hand-out")
    hand.wait("document.querySelector('.menu__way-on')")
    hand.line("Compare this text with")
    hand.wait(f"location.href.endsWith('compare/index.html?newer={SLUG}')")


def test_a_closed_menu_gives_the_focus_back(hand: Hand) -> None:
    visit(hand)
    opened(hand)
    assert hand.ask("document.activeElement.getAttribute('role')") == "menuitem"
    if hand.way == FINGER:
        hand.use(".pop__close")
    else:
        hand.browser.press("Escape")
    hand.wait(f"!{MENU}")
    assert hand.ask(FOCUSED)


def test_a_finger_that_rests_on_a_number_opens_the_menu(firefox: Firefox) -> None:
    """In Chromium: `test_menu.py`."""
    firefox.go(url(f"en/resolutions/{SLUG}.html"))
    firefox.wait("document.querySelector('.para__number[aria-haspopup]')")
    firefox.rest(NUMBER)
    firefox.wait(MENU)
    firefox.lift()
    assert firefox.ask("document.querySelectorAll('[role=menu]').length") == 1
    assert firefox.messages == []


# --- what is selected ----------------------------------------------------------------------------


def select(hand: Hand, way_in: str, *ends: str | int) -> None:
    hand.ask(f"({SELECT})({json.dumps(ends)}) || null")
    hand.use(way_in)
    hand.wait(MENU)


@pytest.mark.parametrize("way_in", [".menu__quote", "#op2 a.para__number"])
def test_a_selection_over_two_paragraphs_is_quoted_with_its_range(hand: Hand, way_in: str) -> None:
    visit(hand, f"zh/resolutions/{SLUG}.html")
    hand.wait("document.querySelector('.para__number[aria-haspopup]')")
    select(hand, way_in, "#op2 .para__text", 2, "#op3 .para__text", 6)
    words, html = taken(hand, "复制")
    lines = words.split("\n")
    assert lines[0].startswith("“2. ……")
    assert lines[1].startswith("3. 赞赏地注意到")
    assert lines[1].endswith("……”")
    assert "第2和3段" in lines[2]
    assert html.count("<p>") == 2


def test_a_selection_of_a_theme_is_quoted_from_its_text(hand: Hand) -> None:
    visit(hand, "en/themes/wildlife.html")
    hand.wait("document.querySelector('div.item[data-place] .menu__way')")
    place = hand.ask("document.querySelector('div.item[data-place]').dataset.place")
    text = f"[data-place='{place}'] .item__text"
    select(hand, ".menu__quote", text, 2, text, 12)
    words, html = taken(hand, "Copy quotation")
    assert words.startswith(("“……", "“…"))
    assert 'lang="zh"' in html


# --- requests, comparisons, quotations -------------------------------------------------------------


def test_requests_are_narrowed_sorted_and_saved(hand: Hand) -> None:
    rows = "document.querySelectorAll('.asked__table tr[data-themes]:not([hidden])').length"
    hand.go(url("en/asked.html"))
    hand.wait("!document.querySelector('[data-awaits]')")
    whole = hand.ask(rows)
    hand.choose("[name=instrument]", "a-res-71-209")
    hand.choose("[name=sort]", "addressee")
    hand.use("[name=due]")
    hand.wait("document.querySelector('[data-shown]').textContent.match(/\\d+/)[0] == 2")
    assert hand.ask(rows) < whole
    for part in ("instrument=a-res-71-209", "sort=addressee", "due=1"):
        assert part in hand.ask("location.search")
    hand.use("[data-csv]")
    lines = hand.saved().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 3


def test_two_texts_are_compared_and_only_changes_shown(hand: Hand) -> None:
    hand.go(url("zh/compare/index.html"))
    hand.choose("#older", "a-res-63-195")
    hand.choose("#newer", "a-res-68-193")
    hand.use("[data-compare] button")
    hand.wait("document.querySelector('[data-rows][data-ready] ins')")
    same = "document.querySelector('.row[data-relation=same]').checkVisibility()"
    assert hand.ask(same)
    hand.use("[data-only]")
    hand.wait(f"!{same}")
    hand.go(url("zh/compare/index.html"))
    hand.use("a[href='a-res-63-195--a-res-68-193.html']")
    hand.wait("document.querySelectorAll('.row ins').length > 50")
    hand.use("[data-only]")
    hand.wait(f"!{same}")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_comparison_shows_the_aid_and_the_source(firefox: Firefox, language: str) -> None:
    """In Chromium: `test_passages.py`."""
    firefox.go(url(f"{language}/compare/a-res-68-193--a-res-71-209.html"))
    firefox.wait("document.querySelectorAll('.row p[lang=zh] ins').length > 50")
    assert firefox.ask("document.querySelectorAll('.row:not([data-place])').length") == 0
    assert firefox.ask("document.querySelectorAll('.row p[lang=en] ins').length") > 50
    assert firefox.messages == []


def test_agreed_language_leads_to_its_texts_and_back(hand: Hand) -> None:
    hand.go(url("en/agreed.html"))
    hand.wait("!document.querySelector('[data-awaits]')")
    place = hand.ask("document.querySelector('.row[data-place]').dataset.place").replace(
        "#", ".html#"
    )
    hand.use(".row[data-place] .row__head a")
    hand.wait(f"location.href.endsWith('/resolutions/{place}')")
    hand.use(":target .para__agreed")
    hand.wait("location.pathname.endsWith('/en/agreed.html')")


def test_a_quotation_is_checked(hand: Hand) -> None:
    hand.go(url("ar/check.html"))
    hand.write("textarea", "深为关切与性别有关的杀害妇女和女童行为")
    hand.use("[data-check] button")
    hand.wait("document.querySelector('[data-verdict]').dataset.state === 'draft'")
    hand.use("[data-found] a")
    hand.wait("location.href.endsWith('/resolutions/a-c-3-68-l-18.html#pp6')")


# --- the hand-out, notes, training pages --------------------------------------------------------------


def test_a_hand_out_is_ordered_saved_emptied_and_opened(hand: Hand) -> None:
    def until(places: list[str]) -> None:
        hand.wait(f"{SHEET} && {PASSAGES}.join() === {json.dumps(','.join(places))}")

    hand.go(f"{url('en/handout.html')}?p={CHOSEN}")
    until(PLACES)
    hand.use(f"[data-place='{PLACES[2]}'] button")
    until([PLACES[0], PLACES[2], PLACES[1]])
    hand.use("[name=glossary]")
    hand.use("[name=paper][value=letter]")
    hand.wait("!document.querySelector('.sheet__glossary') && location.search.includes('letter')")
    hand.use("[data-save]")
    choice = hand.saved()
    assert json.loads(choice.read_text(encoding="utf-8"))["paper"] == "letter"
    hand.use("[data-page]")
    assert "<script" not in hand.saved().read_text(encoding="utf-8")
    hand.use("[data-export='1']")
    assert hand.saved().read_text(encoding="utf-8").count("TY  - RPRT") == 2
    hand.ask("window.print = () => { window.printed = true; }")
    hand.use("[data-print]")
    hand.wait("window.printed")
    hand.use("[data-clear]")
    until([])
    hand.give("[data-open]", choice)
    until([PLACES[0], PLACES[2], PLACES[1]])


def test_a_ready_hand_out_has_exercises_and_their_key(hand: Hand) -> None:
    hand.go(url("zh/themes/trafficking.html"))
    hand.use("a[href*='handout.html?theme=']")
    hand.wait("document.querySelectorAll('.exercise').length >= 3")
    assert hand.ask("document.querySelectorAll('.sheet__key h3').length") == hand.ask(
        "document.querySelectorAll('.exercise').length"
    )


def test_a_note_is_written_carried_and_merged(hand: Hand, tmp_path: Path) -> None:
    shown = "Array.from(document.querySelectorAll('.para__note'), each => each.textContent).sort().join()"
    visit(hand)
    opened(hand)
    hand.line("Note of my own")
    hand.write(".menu__note", "Ask the class.")
    hand.named(".menu__panel button", "Keep")
    hand.wait(f"{shown} === 'Ask the class.'")
    hand.named(".menu__panel button", "Save all notes")
    notes = json.loads(hand.saved().read_text(encoding="utf-8"))
    other = {**notes["items"][0], "id": "urn:uuid:of-another"}
    other["body"] = {**other["body"], "value": "Of another."}
    (tmp_path / "other.jsonld").write_text(json.dumps({**notes, "items": [*notes["items"], other]}))
    hand.give(".menu__file input", tmp_path / "other.jsonld")
    hand.wait(f"{shown} === 'Ask the class.,Of another.'")
    visit(hand)
    hand.wait(f"{shown} === 'Ask the class.,Of another.'")
    opened(hand)
    hand.line("Note of my own")
    hand.named(".menu__panel button", "Remove")
    hand.wait("document.querySelectorAll('.para__note').length === 1")


def test_a_symbol_on_a_training_page_leads_to_its_paragraph(hand: Hand, tmp_path: Path) -> None:
    lesson = tmp_path / "lesson.html"
    lesson.write_text(
        BODY.format(language="en", root=f"{SITE.as_uri()}/", more=""), encoding="utf-8"
    )
    hand.go(lesson.as_uri())
    hand.use("#text a")
    hand.wait("location.href.endsWith('/en/resolutions/a-res-71-209.html#op37')")


def test_a_range_is_marked(hand: Hand, tmp_path: Path) -> None:
    lesson = tmp_path / "range.html"
    way = f"{SITE.as_uri()}/ar/go.html?p=a-res-71-209.op3&to=op5"
    lesson.write_text(f"<!doctype html><meta charset=utf-8><a href='{way}'>3-5</a>")
    hand.go(lesson.as_uri())
    hand.use("a")
    hand.wait("location.href.endsWith('/ar/resolutions/a-res-71-209.html?to=op5#op3')")
    hand.wait("document.querySelectorAll('.in-range').length === 3")
