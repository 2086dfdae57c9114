"""What readers take away, in Firefox from file://: by key, by a finger that rests, by what is selected."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .bidi import Firefox
from .helpers import url
from .test_menu import KEY, LINK, SELECT, SLUG, WATCH

MENU = "document.querySelector('[role=menu]')"
NUMBER = f"#{KEY} a.para__number"
FOCUSED = f"document.activeElement === document.querySelector('{NUMBER}')"


def visit(firefox: Firefox, path: str = f"en/resolutions/{SLUG}.html") -> None:
    firefox.go(url(path))
    firefox.ask(f"({WATCH})()")


def copied(firefox: Firefox) -> Any:
    """What the first line of the menu puts on the clipboard: words and HTML."""
    firefox.click("[role=menuitem]")
    firefox.wait("window.seen.length")
    return firefox.ask("window.seen.pop()")


def select(firefox: Firefox, *ends: str | int) -> None:
    firefox.ask(f"({SELECT})({json.dumps(ends)}) || null")
    firefox.wait("document.querySelector('.menu__quote')?.getClientRects().length")
    firefox.click(".menu__quote")
    firefox.wait(MENU)


def test_a_key_opens_the_menu_and_escape_gives_the_focus_back(firefox: Firefox) -> None:
    visit(firefox)
    firefox.wait("document.querySelector('.para__number[aria-haspopup]')")
    firefox.ask(f"document.querySelector('{NUMBER}').focus()")
    firefox.press("Enter")
    firefox.wait(MENU)
    assert firefox.ask("document.activeElement.getAttribute('role')") == "menuitem"
    firefox.press("Escape")
    firefox.wait(f"!{MENU}")
    assert firefox.ask(FOCUSED)
    assert firefox.messages == []


def test_a_finger_that_rests_on_a_number_opens_the_menu(firefox: Firefox) -> None:
    visit(firefox)
    firefox.wait("document.querySelector('.para__number[aria-haspopup]')")
    firefox.rest(NUMBER)
    firefox.wait(MENU)
    firefox.lift()
    assert firefox.ask("document.querySelectorAll('[role=menu]').length") == 1
    words, html = copied(firefox)
    assert words.endswith(LINK.format("en"))
    assert html.startswith('<blockquote lang="zh"')
    assert firefox.messages == []


def test_a_selection_over_two_paragraphs_is_quoted_with_its_range(firefox: Firefox) -> None:
    visit(firefox, f"zh/resolutions/{SLUG}.html")
    select(firefox, "#op2 .para__text", 2, "#op3 .para__text", 6)
    words, html = copied(firefox)
    lines = words.split("\n")
    assert lines[0].startswith("“2. ……")
    assert lines[1].startswith("3. 赞赏地注意到")
    assert lines[1].endswith("……”")
    assert "第2至3段" in lines[2]
    assert html.count("<p>") == 2
    assert firefox.messages == []


def test_a_selection_of_a_theme_is_quoted_from_its_text(firefox: Firefox) -> None:
    visit(firefox, "en/themes/wildlife.html")
    firefox.wait("document.querySelector('div.item[data-place] .menu__way')")
    place = firefox.ask("document.querySelector('div.item[data-place]').dataset.place")
    text = f"[data-place='{place}'] .item__text"
    select(firefox, text, 2, text, 12)
    words, html = copied(firefox)
    assert words.startswith(("“……", "“…"))
    assert 'lang="zh"' in html
    assert firefox.messages == []


def test_a_note_of_ones_own_is_kept(firefox: Firefox) -> None:
    visit(firefox)
    firefox.click(NUMBER)
    firefox.wait(MENU)
    name = "Array.from(document.querySelectorAll('[role=menuitem]')).find(each => /Note of my own/.test(each.textContent))"
    firefox.ask(f"{name}.click()")
    firefox.wait("document.querySelector('.menu__note')")
    firefox.ask("document.querySelector('.menu__note').value = 'Ask the class.'")
    keep = (
        "Array.from(document.querySelectorAll('button')).find(each => each.textContent === 'Keep')"
    )
    firefox.ask(f"{keep}.click()")
    firefox.wait(f"document.querySelector('#{KEY} .para__note')")
    visit(firefox)
    firefox.wait(f"document.querySelector('#{KEY} .para__note')")
    assert firefox.ask(f"document.querySelector('#{KEY} .para__note').textContent") == (
        "Ask the class."
    )
    firefox.ask("localStorage.clear()")
    assert firefox.messages == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_comparison_shows_the_aid_and_the_source(firefox: Firefox, language: str) -> None:
    firefox.go(url(f"{language}/compare/a-res-68-193--a-res-71-209.html"))
    firefox.wait("document.querySelectorAll('.row p[lang=zh] ins').length > 50")
    assert firefox.ask("document.querySelectorAll('.row:not([data-place])').length") == 0
    assert firefox.ask("document.querySelectorAll('.row p[lang=en] ins').length") > 50
    assert firefox.messages == []
