"""The corpus in small shards, as if it were too large to load whole, must answer as it does whole."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
import yaml
from conftest import Edition
from playwright.sync_api import Browser, Page

from resolutions.catalogue.aids import load_aids
from resolutions.model.problems import Report
from resolutions.search import postings, shards
from resolutions.search.fold import fold
from resolutions.search.index import index
from resolutions.search.lexicon import lexicon
from resolutions.search.passages import PARTS, units_of

from .helpers import ROOT, SITE, url
from .test_search import ASK

READY = "() => window.compendium && window.compendium.search"
EVERYTHING = """async ([queries, options]) => { const answers = [];
  for (const query of queries) {
    const found = await compendium.search(query, options);
    answers.push({query, total: found.total, occurrences: found.occurrences,
      expanded: found.expanded, suggestion: found.suggestion,
      facets: Object.entries(found.facets).map(([name, values]) => [name, [...values].sort()]),
      hits: found.hits.map(hit => [hit.place, hit.score])});
  }
  return answers; }"""
OPTIONS: list[dict[str, Any]] = [
    {},
    {"limit": 10, "notes": True},
    {"theme": "corruption"},
    {"theme": "wildlife", "strength": "focus"},
    {"instrument": "a-res-68-193", "part": "operative"},
    {"addressee": "unodc", "year": "2011"},
    {"verb": "request", "body": "GA"},
    {"expand": False},
    {"fold": False},
]


@pytest.fixture(scope="module")
def sharded(
    real: Edition, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    site = tmp_path_factory.mktemp("sharded")
    (site / "assets").symlink_to(SITE / "assets")
    for folder in ("zh", "search"):
        shutil.copytree(SITE / folder, site / folder)
    aids = load_aids(ROOT / "data" / "reading-aids", "aids", Report())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "LOAD_ALL", 0)
        patch.setattr(shards, "TEXTS_A_SHARD", 16)
        patch.setattr(shards, "FACTS_A_SHARD", 100)
        patch.setattr(postings, "SHARD", 2000)
        shared = lexicon(real.library, real.catalogue, aids)
        own = [index(code, real.library, real.catalogue, aids) for code in ("zh", "en")]
        for path, text in chain(shared, *own):
            (site / path).write_text(text, encoding="utf-8")
    page = browser.new_page()
    page.goto((site / "zh" / "search.html").as_uri())
    page.wait_for_function(READY)
    yield page
    page.close()


@pytest.fixture(scope="module")
def whole(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(url("zh/search.html"))
    page.wait_for_function(READY)
    yield page
    page.close()


@pytest.fixture(scope="module")
def queries() -> list[str]:
    path = ROOT / "tests" / "labels" / "queries.yml"
    judged = [query["query"] for query in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return [*judged, "的", "罪", "un", "64/293", '"网络犯罪"', "毒品", "办公室", "拐卖儿童", ""]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_hits_order_and_facets_are_those_of_the_corpus_loaded_whole(
    sharded: Page, whole: Page, queries: list[str], options: dict[str, Any]
) -> None:
    ours, theirs = (page.evaluate(EVERYTHING, [queries, options]) for page in (sharded, whole))
    assert [each["query"] for each, other in zip(ours, theirs, strict=True) if each != other] == []


def test_the_first_search_of_a_page_answers_as_the_second_does(sharded: Page) -> None:
    sharded.reload()
    sharded.wait_for_function(READY)
    ask = "compendium.search('CITES', {}).then(found => found.hits.map(hit => [hit.place, hit.score]))"
    assert sharded.evaluate(ask) == sharded.evaluate(ask)


def test_figures_are_those_of_a_plain_scan(sharded: Page, real: Edition) -> None:
    texts = [
        fold(unit.text)
        for reading in real.readings.values()
        for unit in units_of(reading, real.catalogue)
        if unit.part != PARTS.index("note")
    ]
    draw = random.Random(23)
    queries = {"的", "a", "1", ")", "”", "un", "2008年", "64/", "/293", "b r"}
    while len(queries) < 400:
        text = draw.choice([each for each in texts if len(each) > 12])
        start = draw.randrange(len(text) - 12)
        piece = text[start : start + draw.randint(1, 12)]
        if fold(piece) == piece:
            queries.add(piece)
    wanted = [[sum(q in t for t in texts), sum(t.count(q) for t in texts)] for q in sorted(queries)]
    assert sharded.evaluate(ASK, sorted(queries)) == wanted


def test_paragraphs_of_a_theme_are_found_without_its_words(sharded: Page, real: Edition) -> None:
    found = sharded.evaluate("compendium.search('盗墓', {limit: 5}).then(f => f.expanded)")
    rows = [row for row in found if row["to"].startswith("theme:")]
    assert rows
    for row in rows:
        places = [
            real.catalogue.themes.index(t) for t in real.catalogue.themes if t.id in row["themes"]
        ]
        count = 0
        for reading in real.readings.values():
            for unit in units_of(reading, real.catalogue):
                digits = [unit.themes[place] for place in places]
                count += "2" in digits and "0" not in digits
        assert row["paragraphs"] == count


def test_a_page_of_hits_reads_few_texts(sharded: Page) -> None:
    sharded.reload()
    sharded.wait_for_function(READY)
    sharded.evaluate("compendium.search('野生动植物', {limit: 3})")
    read = sharded.evaluate("compendium.open('zh').then(c => c.read.filter(Boolean).length)")
    assert 0 < read < sharded.evaluate("compendium.open('zh').then(c => c.manifest.counts.texts)")
