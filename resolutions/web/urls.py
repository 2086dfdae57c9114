"""The one place that makes a path, an anchor or a link."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote

from resolutions.model.document import Document
from resolutions.model.instruments import Instrument
from resolutions.model.library import Head
from resolutions.model.records import Key, Language, Target

HOME = "index.html"
RESOLUTIONS = "resolutions/index.html"
TEXTS = "resolutions/"
THEMES = "themes/index.html"
MATRIX = "matrix.html"
SEARCH = "search.html"
SELFTEST = "selftest.html"
GO = "go.html"
CITED = "cited/index.html"
TERMS = "terms/index.html"
TERMINOLOGY = "terms/terminology.html"
NAMES = "search/names.js"  # of the terms, for the pages of texts; from the site's root
COMPARE = "compare/index.html"
CHECK = "check.html"
HANDOUT = "handout.html"
HELD = "held.js"  # the slugs of the edition, for links on training pages
NOTES = "notes.js"  # a teacher's notes that lie with the edition; none as it is built
TREATIES = "handout/treaties.js"  # their names, for exercises; from the site's root
ASKED = "asked.html"
AGREED = "agreed.html"
ABOUT = "about/index.html"
ERRATA = "about/errata.html"
AUDIT = "about/audit.html"
SOURCES = "about/sources.html"
PROBLEMS = "data/problems.txt"  # what was told of the texts, from the site's root
OFFICIAL_LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
# What is cited, by class: the page of each, in the order shown.
CITED_CLASSES = ("treaties", "policy", "assembly", "council", "commission", "other", "documents")


def resolution(slug: str, key: Key | None = None, page: int = 1) -> str:
    """The page of an instrument, or the place of a paragraph on it; of a long one, which page."""
    number = f"--{page}" if page > 1 else ""
    return f"resolutions/{slug}{number}.html" + (f"#{key}" if key else "")


def place(head: Head, key: Key | None) -> str:
    """The place of a paragraph or note, on the page of its instrument that holds it."""
    return resolution(head.slug, key, head.pages.get(key, 1) if key else 1)


def first_page(path: str) -> str:
    """The first page of the instrument of which a path is a page; any other path as it is."""
    return re.sub(r"(?<=\w)--\d+\.html$", ".html", path) if path.startswith(TEXTS) else path


def slug(path: str) -> str | None:
    """The instrument whose first page has a path; None of another page."""
    found = re.fullmatch(r"resolutions/(?!index\.)([a-z0-9]+(?:-[a-z0-9]+)*)\.html", path)
    return found[1] if found else None


def theme(theme_id: str, name: str | None = None) -> str:
    """The page of a theme, or its part of that name in a large corpus."""
    path = f"themes/{theme_id}.html"
    return part(path, name) if name else path


def part(path: str, name: str | int) -> str:
    """A part of a page that is cut: `themes/wildlife-2019.html`."""
    return f"{path.removesuffix('.html')}-{name}.html"


def version_script(language: Language, slug: str) -> str:
    """The script that brings a text or reading aid beside another text, from the site's root."""
    return f"columns/{language}/{slug}.js"


def titles(language: Language) -> str:
    """The script with the titles of a large corpus in a language, from the site's root."""
    return f"search/titles-{language}.js"


def word_lengths(slug: str) -> str:
    """The script with the words that a Chinese text is made of, from the site's root."""
    return f"words/{slug}.js"


def page_words(language: Language) -> str:
    """The script with the words of what scripts draw in many pages, from the site's root."""
    return f"words/page-{language}.js"


def references(slug: str) -> str:
    """The script that says how an instrument is cited, from the site's root."""
    return f"references/{slug}.js"


def reference_words(language: Language) -> str:
    """The script with the words of the menu of a paragraph, from the site's root."""
    return f"references/words-{language}.js"


def material(slug: str) -> str:
    """The script with what an instrument offers to exercises, from the site's root."""
    return f"handout/{slug}.js"


def handout(theme_id: str) -> str:
    """The ready hand-out of a theme, drawn in the browser."""
    return f"{HANDOUT}?theme={theme_id}"


def glossary(kind: str) -> str:
    """The part of the glossary that holds terms of a kind."""
    return f"terms/kind-{kind}.html"


def term(term_id: str) -> str:
    """The page of a term."""
    return f"terms/{term_id}.html"


def compared(older: str, newer: str) -> str:
    """The page of two texts beside each other."""
    return f"compare/{older}--{newer}.html"


def compare(older: str, newer: str) -> str:
    """Any two texts, compared in the browser."""
    return f"{COMPARE}?older={older}&newer={newer}"


def agreed(slug: str, key: Key) -> str:
    """A paragraph among those that say the same."""
    return f"{AGREED}#{slug}-{key}"


def search(query: str, slug: str = "") -> str:
    """The search for some words, in one instrument or everywhere; letters as they are, for they
    are short so: a browser encodes them (URL Standard, "URL code points")."""
    words = "".join(each if each.isalnum() else quote(each) for each in query)
    return f"{SEARCH}?q={words}" + (f"&instrument={slug}" if slug else "")


def cited(target: Target, kind: str | None, page: str = "") -> str:
    """The entry of something cited; `page`: of its list, if that has several: `70`."""
    return f"{cited_list(cited_class(target, kind), page)}#{anchor(target)}"


def cited_list(name: str, page: str = "") -> str:
    """The list of the instruments cited of a class, or a later page of it."""
    path = f"cited/{name}.html"
    return part(path, page) if page else path


def cited_part(target: Target) -> str:
    """The first number of a symbol, its session or year; the first letter of what has none."""
    number = re.search(r"\d+", target)
    return number[0] if number else target[:1].lower()


def cited_class(target: Target, kind: str | None) -> str:
    """On which list a target stands; `kind` is that of its record, if it has one."""
    if kind == "treaty":
        return "treaties"
    if re.match(r"A/(RES|DEC)/", target):
        return "assembly"
    if re.match(r"E/(RES|DEC)/", target):
        return "council"
    if target.startswith("CCPCJ/"):
        return "commission"
    if re.match(r"(S/RES|CTOC/COP/RES|CTOC/COP/DEC)/", target):
        return "other"
    return "documents" if "/" in target else "policy"


def anchor(target: Target) -> str:
    """The anchor of something cited: its symbol or id in lower case."""
    return re.sub(r"[^a-z0-9]+", "-", target.lower()).strip("-")


def official(symbol: str, language: Language) -> str | None:
    """The UN's own address of a document, where one is certain to exist.

    Only for resolutions of the Assembly, the Security Council and (since 1978) the Economic
    and Social Council, and for printed document symbols; never for ids of our own.
    """
    if (
        re.match(r"(CCPCJ|CND|CTOC|CAC/COSP/RES|CAC/COSP/DEC|E/DEC|A/DEC|S/DEC)/", symbol)
        or "/" not in symbol
    ):
        return None
    if re.match(r"E/RES/(?!(?:197[89]|19[89]\d|20\d\d)/)", symbol):
        return None
    if not re.fullmatch(r"[A-Z]{1,4}/[A-Za-z0-9./()-]+", symbol) or re.search(r"\d-[A-Z]/", symbol):
        return None
    return f"https://docs.un.org/{language}/{symbol}"


def official_of(document: Document) -> dict[Language, str]:
    """The UN's own addresses of an instrument, or of the report that contains it."""
    links = {
        code: official(document.symbol, code) or official(document.source.header.symbol, code)
        for code in OFFICIAL_LANGUAGES
    }
    return {code: link for code, link in links.items() if link}


def instrument_link(
    instrument: Instrument | None, target: Target, language: Language
) -> str | None:
    """Where to read what is cited: its own page, or the document that contains it."""
    if instrument is not None and instrument.url:
        return instrument.url
    link = official(target, language)
    if link is None and instrument is not None and instrument.document:
        link = official(instrument.document, language)
    return link


def relative(page: str, target: str) -> str:
    """The way from a page to a path, both below the same folder."""
    path, _, fragment = target.partition("#")
    if path == page and fragment:
        return f"#{fragment}"
    way = _way(page.rpartition("/")[0], path)
    return f"{way}#{fragment}" if fragment else way


@lru_cache(maxsize=100_000)  # folders are few: from each of them, the way to every page
def _way(here: str, path: str) -> str:
    return posixpath.relpath(path, here or ".")
