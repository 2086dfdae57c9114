"""The site under test, what its data says it must show, and what both browsers are asked."""

from __future__ import annotations

import json
import os
import posixpath
import shutil
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
PATIENCE = 30_000  # milliseconds that a test waits for what it means: loaded machines are slow
LANGUAGES: dict[str, str] = {
    each["code"]: each["dir"]
    for each in yaml.safe_load((ROOT / "data" / "languages.yml").read_text(encoding="utf-8"))
    if each.get("interface")
}
# How Chromium is started: as root in a container, and without a word to any server.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# The shell draws and runs pages as Chromium does, without a window's own parts: two thirds of the time.
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
WHOLE = os.environ.get("GRID") == "all"  # `make audit`: what a sample is drawn of otherwise
PREVIEWED = "a.cite:not([href^='#'])"  # citations that show their entry
SHOWN = 20  # the problems a failing test prints

# --- asked of a page in either browser ----------------------------------------------------

# The text of an element without the marks of notes and errata and the signs between words.
BARE = """
const MARKS = ".note-mark, .flaw-mark";
function bareNodes(element) {
  const nodes = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest(MARKS)) nodes.push(walker.currentNode);
  return nodes;
}
function bare(element) { return bareNodes(element).map(node => node.data).join(""); }
"""

# The words of each paragraph as the signs between them cut it.
WORDS = (
    BARE
    + """
function words(element) {
  const found = [""];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === 1 && node.matches(".wb")) found.push("");
    else if (node.nodeType === 3 && !node.parentElement.closest(MARKS))
      found[found.length - 1] += node.data;
  }
  return found;
}
"""
)
ALL_WORDS = f"""() => {{ {WORDS}
  return Object.fromEntries(Array.from(document.querySelectorAll(".para__text"),
    text => [text.closest(".para").id, words(text)])); }}"""

# The tree below each paragraph, so that a text node left in two shows.
TREES = """() => {
  const tree = node => node.nodeType === 3 ? JSON.stringify(node.data)
    : node.outerHTML.split(">")[0] + ">[" + Array.from(node.childNodes, tree).join() + "]";
  return Array.from(document.querySelectorAll(".para__text"), tree);
}"""


class Corpus(NamedTuple):
    """The instruments of the data set by slug."""

    instruments: dict[str, dict[str, Any]]

    def paragraphs(self, slug: str) -> list[dict[str, Any]]:
        instrument = self.instruments[slug]
        paragraphs: list[dict[str, Any]] = instrument["texts"][instrument["reference_language"]]
        return paragraphs

    def notes(self, slug: str) -> list[dict[str, Any]]:
        instrument = self.instruments[slug]
        notes: list[dict[str, Any]] = instrument["footnotes"][instrument["reference_language"]]
        return notes

    def texts(self, slug: str) -> dict[str, str]:
        """The paragraphs set as running text, by key."""
        return {
            each["key"]: each["text"]
            for each in self.paragraphs(slug)
            if each["kind"] not in ("heading", "table")
        }

    def words(self, slug: str) -> dict[str, list[str]]:
        return {
            each["key"]: cut(each["text"], each["tokens"])
            for each in self.paragraphs(slug)
            if each["kind"] not in ("heading", "table")
        }

    def evidence(self, slug: str) -> list[tuple[str, str, list[str]]]:
        """Key, theme and the words that earned it, in the order of the page."""
        return [
            (each["key"], tag["id"], cut(each["text"], tag["evidence"]))
            for each in self.paragraphs(slug)
            if each["kind"] not in ("heading", "table")
            for tag in each["themes"]
        ]

    def richest(self) -> str:
        """The instrument with the most to test: themes, citations, notes and errata."""

        def riches(slug: str) -> tuple[bool, int]:
            paragraphs = self.paragraphs(slug)
            counts = [
                sum(bool(each[name]) for each in paragraphs)
                for name in ("themes", "citations", "notes", "errata")
            ]
            return (all(counts), -len(paragraphs))

        return max(self.instruments, key=riches)

    def strengths(self) -> dict[str, dict[str, int]]:
        """How many paragraphs focus on a theme and how many mention it."""
        counts: dict[str, dict[str, int]] = {}
        for slug in self.instruments:
            for each in self.paragraphs(slug):
                for tag in each["themes"]:
                    count = counts.setdefault(tag["id"], {"focus": 0, "mention": 0})
                    count[tag["strength"]] += 1
        return counts

    def fullest_theme(self) -> str:
        """The theme whose page has the most of both strengths."""
        counts = self.strengths()
        return max(counts, key=lambda theme: min(counts[theme].values()))


def read_corpus() -> Corpus:
    data = json.loads((SITE / "data" / "corpus.json").read_text(encoding="utf-8"))
    return Corpus({each["slug"]: each for each in data["instruments"]})


def cut(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def pages(language: str | None = None) -> list[str]:
    """The paths of the pages below the site, all or those of a language."""
    files = (SITE / language if language else SITE).rglob("*.html")
    return sorted(path.relative_to(SITE).as_posix() for path in files)


def visited() -> list[str]:
    """The pages that a browser is sent to: all of them in `make audit`.

    Else each text, theme and term in one language, by turns, and every other page in all.
    """
    if WHOLE:
        return pages()
    languages, many = list(LANGUAGES), ("resolutions/", "themes/", "terms/")
    below = [path.partition("/")[2] for path in pages(languages[0])]
    turns = {path: languages[i % len(languages)] for i, path in enumerate(below)}
    return [
        path
        for path in pages()
        for language, _, rest in [path.partition("/")]
        if not rest.startswith(many) or rest.endswith("index.html") or turns[rest] == language
    ]


def copy_search(folder: Path, page: str) -> None:
    """What a Chinese page of the search needs of the site, for a test that takes something away."""
    for name in ("assets", "search"):
        shutil.copytree(SITE / name, folder / name)
    (folder / "zh").mkdir()
    shutil.copy(SITE / "zh" / page, folder / "zh")


def url(path: str) -> str:
    """The address of `zh/matrix.html#x`; a fragment stays one."""
    page, mark, fragment = path.partition("#")
    return (SITE / page).as_uri() + mark + fragment


def is_ours(address: str) -> bool:
    return address.startswith(SITE.as_uri() + "/")


def hold_animations(page: Page) -> None:
    """Stop the clock of animations on a page of Chromium.

    What a script has not brought within three seconds is shown without it, and moves when it
    comes; a busy machine must not take that way where movement is measured.
    """
    session = page.context.new_cdp_session(page)
    session.send("Animation.enable")
    session.send("Animation.setPlaybackRate", {"playbackRate": 0})


def none_of(problems: Iterable[str]) -> None:
    """Fail with the problems there are, the first of them in full."""
    found = list(problems)
    more = [f"… and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
    if found:
        pytest.fail("\n".join([f"{len(found)} found:", *found[:SHOWN], *more]), pytrace=False)


def program(variable: str, *names: str) -> str:
    """The path of a browser; a test without one fails."""
    named = os.environ.get(variable)
    for name in [named] if named else names:
        path = shutil.which(name)
        if path:
            return path
    wanted = named or " or ".join(names)
    pytest.fail(f"no {wanted} here: run tests/browsers.py, or set {variable} to the program")


# --- links ---------------------------------------------------------------------------------


class Anchors(HTMLParser):
    """The ids of a page, the addresses it gives and the ids it refers to."""

    REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []  # tag, address
        self.references: list[tuple[str, str]] = []  # attribute, id
        self.bare: set[str] = set()  # attributes without a value

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.bare.update(name for name, value in attrs if value is None)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src", "action", "srcset", "poster", "data", "cite"):
                self.links.append((tag, value or ""))
            elif name in self.REFERENCES:
                self.references += [(name, each) for each in (value or "").split()]


def read_anchors() -> dict[str, Anchors]:
    found: dict[str, Anchors] = {}
    for path in pages():
        found[path] = Anchors()
        found[path].feed((SITE / path).read_text(encoding="utf-8"))
    return found


def dead_links(anchors: dict[str, Anchors]) -> list[str]:
    """Links that lead nowhere, out of the site, or to the network without https."""
    ids = {path: frozenset(each.ids) for path, each in anchors.items()}
    problems: list[str] = []
    for path, each in anchors.items():
        for tag, link in dict.fromkeys(each.links):
            problem = _wrong(path, tag, link, ids)
            if problem:
                problems.append(f"{path}: <{tag}> {link!r} {problem}")
    return problems


def _wrong(path: str, tag: str, link: str, ids: dict[str, frozenset[str]]) -> str | None:
    scheme = urlsplit(link).scheme
    if tag == "link" and link == "data:,":
        return None
    if scheme or link.startswith("//"):
        outside = scheme == "https" and urlsplit(link).netloc and tag == "a"
        return None if outside else "is neither of this site nor a link to https"
    way, _, fragment = link.partition("#")
    place, _, query = way.partition("?")
    folder = posixpath.dirname(path)
    target = posixpath.normpath(posixpath.join(folder, unquote(place))) if place else path
    if target.startswith("../"):
        return "leaves the site"
    if not (SITE / target).is_file():
        return "is no file"
    for slug in parse_qs(query).get("instrument", ()):
        if f"{path.split('/')[0]}/resolutions/{slug}.html" not in ids:
            return "asks for an instrument that is not held"
    if "#" in link and unquote(fragment) not in ids.get(target, ()):
        return "is no anchor there"
    return None
