"""References as people write them in six languages: every pattern filled with paragraphs of the edition."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from .helpers import LANGUAGES, ROOT, url

LABELS = ROOT / "tests" / "labels"
PATTERNS: dict[str, Any] = yaml.safe_load(
    (LABELS / "reference-patterns.yml").read_text(encoding="utf-8")
)
# slug: session, number, year, day
INSTRUMENTS = {
    "a-res-63-195": (63, 195, 2008, 18),
    "a-res-68-193": (68, 193, 2013, 18),
    "a-res-71-209": (71, 209, 2016, 19),
}
ITEMS = "ccpcj-res-20-1"  # of few instruments the items have addresses
PLACES = {"op": r"op(\d+)", "pp": r"pp(\d+)", "fn": r"fn(\d+)", "item": r"op(\d+)-([a-h])"}
LAST = {"last": ("op", -1), "lastpp": ("pp", -1), "last2": ("op", -2)}
ARABIC = str.maketrans("0123456789", "".join(chr(0x660 + n) for n in range(10)))
WIDE = str.maketrans("0123456789", "".join(chr(0xFF10 + n) for n in range(10)))
KEYS = """async () => { const C = await compendium.engine(), corpus = await C.open("zh"); await C.lexicon("zh");
  return Array.from(corpus.keys, (key, n) => [corpus.manifest.documents[corpus.rowOf[n]][0], key]); }"""
ASK = """async queries => { const C = await compendium.engine(), corpus = await C.open("zh");
  return queries.map(query => { const { reference } = C.meaning(query, [], "zh"), named = reference && C.namedIn(corpus, reference);
    return named ? [`${corpus.manifest.documents[corpus.rowOf[named.number]][0]}#${corpus.keys[named.number]}`, reference.to] : ["", ""]; }); }"""


@cache
def _strings(language: str) -> dict[str, Any]:
    path = ROOT / "data" / "strings" / f"{language}.yml"
    strings: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return strings


def _place(language: str, number: int, letter: str) -> dict[str, object]:
    """What the letters of a pattern of a place stand for; what has no such word is missing."""
    words, strings = PATTERNS[language], _strings(language)
    listed = {"o": strings["ordinals"].split("|")} | {
        short: words[name].split()
        for short, name in {
            "w": "words",
            "g": "genitive",
            "l6": "locative",
            "f": "feminine",
        }.items()
        if name in words
    }
    values: dict[str, object] = {
        name: all_[number - 1] for name, all_ in listed.items() if number <= len(all_)
    }
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    values |= {"p": number, "q": number + 1, "r": number + 2, "t": f"{number}{ending or 'th'}"}
    values |= {f"a{each}": str(values[each]).translate(ARABIC) for each in "pq"}
    values |= {"fp": str(number).translate(WIDE), "oq": listed["o"][number]}
    if letter:
        at = ord(letter) - ord("a")
        values |= {"c": letter, "C": letter.upper()}
        values |= {"A": _strings("ar")["letters"].split("|")[at], "h": PATTERNS["zh"]["stems"][at]}
    return values


def _instrument(language: str, slug: str) -> dict[str, object]:
    session, number, year, day = INSTRUMENTS[slug]
    values: dict[str, object] = {"s": session, "n": number, "y": year, "d": day}
    values["h" if language != "zh" else "hs"] = _strings(language)["ordinals"].split("|")[
        session - 1
    ]
    return values | {f"a{each}": str(values[each]).translate(ARABIC) for each in "sn"}


def _fill(pattern: str, values: dict[str, object]) -> str:
    """A pattern with its values; empty where one is missing."""
    names = set(re.findall(r"\{(\w+)\}", pattern))
    return pattern.format(**values) if names <= set(values) else ""


def _joined(join: str, instrument: str, place: str) -> str:
    """Nobody writes a figure right behind another: 71/20937-40, 2016/9th OP."""
    query = join.format(i=instrument, l=place)
    return "" if re.search(rf"{re.escape(instrument)}/?\d", query) else query


def _queries(language: str, held: list[tuple[str, str]]) -> Iterator[tuple[str, str, bool]]:
    """A query, the place that it names, and whether it is a range: every place with every join, and instruments as
    they fall."""
    words, draw = PATTERNS[language], random.Random(language)
    names = words["instruments"]
    for kind in (*PLACES, "range", *LAST):
        unit = {"range": "op", **{each: of for each, (of, _) in LAST.items()}}.get(kind, kind)
        slugs = [ITEMS] if kind == "item" else list(INSTRUMENTS)
        keys = {
            slug: [
                (match, key)
                for of, key in held
                if of == slug and (match := re.fullmatch(PLACES[unit], key))
            ]
            for slug in slugs
        }
        for pattern, join in product(words[kind], (*words["joins"], *words["joins"][:4])):
            slug = draw.choice(slugs)
            match, key = draw.choice(keys[slug][: -2 if kind == "range" else None])
            if kind in LAST:
                key = keys[slug][LAST[kind][1]][1]
            place = _fill(
                pattern, _place(language, int(match[1]), match[2] if kind == "item" else "")
            )
            called = "20/1" if kind == "item" else draw.choice(names)
            instrument = called if kind == "item" else _fill(called, _instrument(language, slug))
            query = place and instrument and _joined(join, instrument, place)
            if query:
                yield query, f"{slug}#{key}", kind == "range"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_of_writing_a_reference_leads_to_the_paragraph(
    browser: Browser, language: str
) -> None:
    page = browser.new_page()
    page.goto(url("zh/search.html"))
    page.wait_for_function("() => window.compendium && window.compendium.search")
    held = [(slug, key) for slug, key in page.evaluate(KEYS)]
    queries = [*_queries(language, held)]
    answers = page.evaluate(ASK, [query for query, _, _ in queries])
    page.close()
    assert len(queries) > 3000
    wrong = [
        (query, wanted, place)
        for (query, wanted, ranged), (place, to) in zip(queries, answers, strict=True)
        if place != wanted or (ranged and not to)
    ]
    assert wrong == []
