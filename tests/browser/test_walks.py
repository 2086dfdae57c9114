"""Twelve tasks from the first page by the shortest way: three actions at most, the focus in sight.

An action is a click, a tap or a key that is not typing; a screen is a window's height that the
reader scrolls before what is wanted can be seen (`python -m pytest -s` prints the counts, which
decisions/0022 keeps). The same walks with forced colours in a window of 320 pixels (1280 at 400 %).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from .helpers import WHOLE, none_of, url

MOST = 3  # actions
SLUG, NEXT = "a-res-71-209", "a-res-68-193"
# How far the reader scrolls until an element stands in the window, in screens; in either direction.
FAR = """own => { let far = 0; const before = [scrollX, scrollY], inside = [];
  for (let each = own.parentElement; each; each = each.parentElement) inside.push([each, each.scrollTop, each.scrollLeft]);
  own.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  far += Math.abs(scrollY - before[1]) / innerHeight + Math.abs(scrollX - before[0]) / innerWidth;
  inside.filter(([each]) => each !== document.scrollingElement).forEach(([each, top, left]) => {
    far += Math.abs(each.scrollTop - top) / innerHeight + Math.abs(each.scrollLeft - left) / innerWidth; });
  return far; }"""
# What is wrong with the element that has the focus; "" where nothing is. `hidden`: by what lies on it.
LOST = """() => { const own = document.activeElement;
  if (!own || own === document.body) return "the focus is lost";
  const box = own.getBoundingClientRect(), name = own.outerHTML.slice(0, 90);
  if (!box.width || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return `out of sight: ${name}`;
  const at = (rect => document.elementFromPoint(
    (Math.max(0, rect.left) + Math.min(innerWidth, rect.right)) / 2,
    (Math.max(0, rect.top) + Math.min(innerHeight, rect.bottom)) / 2))(own.getClientRects()[0]);
  if (at && !own.contains(at) && !at.contains(own)) return `hidden by ${at.outerHTML.slice(0, 60)}: ${name}`;
  const style = getComputedStyle(own);
  if (own.matches(":focus-visible") && own.tabIndex >= 0 && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1))
    return `not marked: ${name}`;
  return ""; }"""


class Walk:
    """One task: what the reader did, and what was wrong with the focus on the way."""

    def __init__(self, page: Page, language: str) -> None:
        self.page, self.actions, self.screens = page, 0, 0.0
        self.problems: list[str] = []
        page.goto(url(f"{language}/index.html"))

    def narrow(self) -> bool:
        return bool(self.page.evaluate("innerWidth < 1200"))

    def see(self, found: Locator) -> None:
        """Scroll until it is in sight."""
        self.screens += found.evaluate(FAR)

    def click(self, selector: str, text: str = "") -> None:
        """Go to it with the keyboard, look at the focus, then press it; look again."""
        found = self.page.locator(selector, has_text=text or None).first
        found.wait_for()
        self.see(found)
        if not selector.startswith("#suggestions"):  # reached with the arrows, the focus in the box
            found.focus()
            self.ask("before")
        before, way = self.page.url, found.evaluate("own => own.href?.split(/[?#]/)[0] || ''")
        found.click()
        self.actions += 1
        if way and way != before.partition("#")[0].partition("?")[0]:
            self.page.wait_for_url(f"{way}*")
        if self.page.url != before:
            self.page.keyboard.press("Tab")  # a page begins at its top or at what its address names
        self.ask("after")

    def say(self, words: str) -> None:
        """Into the search box of the first page, till it suggests something."""
        self.click(".u-box input")
        self.page.keyboard.type(words)
        self.page.wait_for_selector("#suggestions:not([hidden])")
        self.ask("typed")

    def ask(self, when: str) -> None:
        self.page.evaluate("new Promise(done => requestAnimationFrame(done))")
        wrong = self.page.evaluate(LOST)
        if wrong:
            self.problems.append(f"action {self.actions}, {when}: {wrong}")

    def in_sight(self, selector: str) -> None:
        found = self.page.locator(selector).first
        found.wait_for()
        self.see(found)


def theme(walk: Walk) -> None:
    walk.click("main a[href='themes/wildlife.html']")
    walk.in_sight(".item[data-place]")


def paragraph(walk: Walk) -> None:
    walk.say("71/209 para 37")
    walk.click("#suggestions [data-place$='#op37']")
    walk.in_sight("#op37:target")


def english_only(walk: Walk) -> None:
    walk.say("71/209 para 37")
    walk.click("#suggestions .alone", "English")
    walk.page.wait_for_selector("#op37 .para__text", state="hidden")
    walk.in_sight("#op37 .col__text[lang=en]")


def note_and_back(walk: Walk) -> None:
    walk.say("71/209 fn5")
    walk.click("#suggestions [data-place$='#fn5']")
    walk.in_sight("#fn5:target")
    walk.click("#fn5 .back a")
    walk.in_sight(".para :target")


def by_theme(walk: Walk) -> None:
    walk.click("main a[href='themes/cybercrime.html']")
    if walk.narrow():
        walk.click(".search__drawer")
    walk.see(walk.page.locator(".filters [name=instrument]"))
    walk.page.select_option(".filters [name=instrument]", NEXT)
    walk.actions += 1
    shown = walk.page.locator(".item[data-place]:not([hidden])")
    assert set(shown.evaluate_all("all => all.map(each => each.dataset.place.split('#')[0])")) == {
        NEXT
    }


def next_one(walk: Walk) -> None:
    walk.click(f"main a[href='resolutions/{NEXT}.html']")
    if walk.narrow():
        walk.click("[data-contents]")
    walk.click(".rail__around a[rel=next]")
    walk.in_sight(".instrument .body")


def cited(walk: Walk) -> None:
    walk.say("A/RES/64/293")
    walk.click("#suggestions > a:last-child")
    walk.in_sight(".hit")


def six_names(walk: Walk) -> None:
    walk.say("洗钱")
    walk.click("#suggestions [href$='terms/money-laundering.html']")
    walk.in_sight(".names-table")
    assert walk.page.locator(".names-table tr").count() == 6


def why_a_theme(walk: Walk) -> None:
    walk.click("main a[href='themes/wildlife.html']")
    walk.click(".item__place >> nth=0")
    walk.click(".para:target .tag summary >> nth=0")
    walk.in_sight(".para:target .tag[open] q")


def what_is_wrong(walk: Walk) -> None:
    walk.click(f"main a[href='resolutions/{SLUG}.html']")
    walk.click(".para__text .flaw-mark >> visible=true")
    walk.in_sight(".pop, .flaw[open]")


def two_columns(walk: Walk) -> None:
    walk.click(f"main a[href='resolutions/{SLUG}.html']")
    if walk.page.locator(".heads [data-column=en]").get_attribute("aria-pressed") == "false":
        walk.click(".heads [data-column=en]")
    for key in ("pp1", "op1"):
        for language in ("zh", "en"):
            walk.in_sight(f"#{key} [lang={language}]:is(.para__text, .col__text)")


def printed(walk: Walk) -> None:
    walk.click("main a[href='themes/wildlife.html']")
    walk.click("a[href*='handout.html']:visible")
    walk.page.wait_for_selector(".sheet > *")
    walk.click("[data-print]")


TASKS: list[Callable[[Walk], None]] = [
    theme,
    paragraph,
    english_only,
    note_and_back,
    by_theme,
    next_one,
    cited,
    six_names,
    why_a_theme,
    what_is_wrong,
    two_columns,
    printed,
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script("window.print = () => {}")
    yield context.new_page()
    context.close()


def walked(page: Page, language: str) -> list[str]:
    """All tasks in a language; what was wrong."""
    problems = []
    for task in TASKS:
        page.goto("about:blank")
        walk = Walk(page, language)
        page.evaluate("localStorage.clear()")
        task(walk)
        width = page.evaluate("innerWidth")
        print(f"{task.__name__:16}{language} {width:5} {walk.actions} {walk.screens:5.1f}")
        found = walk.problems + [f"{walk.actions} actions"] * (walk.actions > MOST)
        problems += [f"{task.__name__} {language} {width}: {each}" for each in found]
    return problems


# Each language and each size once; all pairs of them in `make audit`.
SAMPLE = [("zh", 1280, 900), ("en", 390, 844)]
REST = [("en", 1280, 900), ("zh", 390, 844)] if WHOLE else []


@pytest.mark.parametrize(("language", "width", "height"), SAMPLE + REST)
def test_twelve_tasks(page: Page, language: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    none_of(walked(page, language))


@pytest.mark.parametrize("language", ["en", "zh"] if WHOLE else ["en"])
def test_twelve_tasks_at_400_per_cent_with_forced_colours(page: Page, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 225})
    page.emulate_media(forced_colors="active")
    none_of(walked(page, language))
    page.emulate_media(forced_colors="none")
