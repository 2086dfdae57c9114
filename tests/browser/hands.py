"""A reader with a keyboard or with a finger, in Chromium and in Firefox: the same verbs for all four."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Download, Page

from .bidi import LOOK, Firefox
from .bidi import PATIENCE as SECONDS

KEY, FINGER = "key", "finger"
SHOWN = "selector => document.querySelector(selector)?.checkVisibility({visibilityProperty: true})"
# Marks the first element of a selector that has these words, for what can only tell elements by selectors.
NAMED = """(selector, words) => {
  document.querySelectorAll("[data-named]").forEach(each => { delete each.dataset.named; });
  const own = Array.from(document.querySelectorAll(selector)).find(each => each.textContent.includes(words));
  if (own) own.dataset.named = "";
  return own; }"""
BOX = "document.activeElement.matches('[type=checkbox], [type=radio]')"


def call(function: str, *arguments: str) -> str:
    """A function of the page with its arguments, as an expression."""
    return f"({function})({', '.join(map(json.dumps, arguments))})"


class Browsing(Protocol):
    """What is asked of a browser."""

    def go(self, address: str) -> None: ...
    def ask(self, script: str) -> Any: ...
    def wait(self, script: str) -> None: ...
    def press(self, key: str) -> None: ...
    def write(self, words: str) -> None: ...
    def tap(self, selector: str) -> None: ...
    def give(self, selector: str, path: Path) -> None: ...
    def saved(self) -> Path: ...


class Chromium:
    """A page of Playwright under the names of `Firefox`; what it downloads goes to a folder."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder
        self.messages: list[str] = []
        self.downloads: list[Download] = []
        page.on("download", lambda download: self.downloads.append(download))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on(
            "console",
            lambda told: self.messages.append(told.text) if told.type == "error" else None,
        )

    def go(self, address: str) -> None:
        self.page.goto(address)

    def ask(self, script: str) -> Any:
        return self.page.evaluate(script)

    def wait(self, script: str) -> None:
        self.page.wait_for_function(script)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        self.page.keyboard.type(words)

    def tap(self, selector: str) -> None:
        self.page.locator(selector).first.tap()

    def give(self, selector: str, path: Path) -> None:
        self.page.locator(selector).first.set_input_files(path)

    def saved(self) -> Path:
        if not self.downloads:
            self.page.wait_for_event("download")
        download = self.downloads.pop()
        path = self.folder / download.suggested_filename
        download.save_as(path)
        return path


class SavingFirefox:
    """The Firefox of a module, with a folder for what a test downloads."""

    def __init__(self, firefox: Firefox, folder: Path) -> None:
        self.firefox, self.folder = firefox, folder
        self.go, self.ask, self.wait = firefox.go, firefox.ask, firefox.wait
        self.press, self.write = firefox.press, firefox.write
        self.tap, self.give = firefox.tap, firefox.give
        self.seen: set[Path] = set()
        firefox.save_to(folder)

    @property
    def messages(self) -> list[str]:
        return self.firefox.messages

    def saved(self) -> Path:
        until = time.monotonic() + SECONDS
        while True:
            new = {each for each in self.folder.iterdir() if each.stat().st_size} - self.seen
            if new and not any(each.suffix == ".part" for each in new):
                self.seen |= new
                return new.pop()
            assert time.monotonic() < until, "nothing was saved"
            time.sleep(LOOK)


class Hand:
    """Does what a reader does, by key or by finger."""

    def __init__(self, browser: Browsing, way: str) -> None:
        self.browser, self.way = browser, way
        self.go, self.ask, self.wait = browser.go, browser.ask, browser.wait
        self.give, self.saved = browser.give, browser.saved

    def use(self, selector: str) -> None:
        """A button, a link or a box, once it is seen."""
        self.wait(call(SHOWN, selector))
        if self.way == FINGER:
            self.browser.tap(selector)
        else:
            self.ask(f"document.querySelector({json.dumps(selector)}).focus()")
            self.browser.press("Space" if self.ask(BOX) else "Enter")

    def named(self, selector: str, words: str) -> None:
        """The one of a selector that has these words on it."""
        self.wait(call(NAMED, selector, words))
        self.use("[data-named]")

    def line(self, words: str) -> None:
        """A line of the open menu: with the arrows, or touched."""
        self.wait("document.activeElement.matches('[role=menuitem]')")
        if self.way == FINGER:
            self.named("[role=menuitem]", words)
            return
        on = f"document.activeElement.textContent.includes({json.dumps(words)})"
        for _ in range(self.ask("document.querySelectorAll('[role=menuitem]').length")):
            if self.ask(on):
                break
            self.browser.press("ArrowDown")
        assert self.ask(on), words
        self.browser.press("Enter")

    def write(self, selector: str, words: str) -> None:
        """Words into a field: a keyboard on the screen sends keys too."""
        self.wait(call(SHOWN, selector))
        if self.way == FINGER:
            self.browser.tap(selector)
        else:
            self.ask(f"document.querySelector({json.dumps(selector)}).focus()")
        self.browser.write(words)

    def choose(self, selector: str, value: str) -> None:
        """An option: with the arrows; the list that a finger opens belongs to the system, not to the page."""
        own = f"document.querySelector({json.dumps(selector)})"
        self.wait(f"{own}?.options.length")
        steps = self.ask(
            f"Array.from({own}.options).findIndex(each => each.value === {json.dumps(value)}) - {own}.selectedIndex"
        )
        if self.way == FINGER:
            self.ask(
                f"({own}.value = {json.dumps(value)}, {own}.dispatchEvent(new Event('change', {{bubbles: true}})))"
            )
        else:
            self.ask(f"{own}.focus()")
            for _ in range(abs(steps)):
                self.browser.press("ArrowDown" if steps > 0 else "ArrowUp")
        assert self.ask(f"{own}.value") == value
