"""One instrument held in English too, the others with our translation: how search joins them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from conftest import Edition
from playwright.sync_api import Browser, Page

from resolutions.catalogue.aids import MARK, load_aids
from resolutions.model.problems import Report
from resolutions.search.passages import units_of
from resolutions.search.shards import script, shards

from .helpers import ROOT, SITE

HELD = "a-res-63-195"
EVERYWHERE = """async ([query, lang]) => { document.documentElement.lang = lang;
  const found = await compendium.everywhere(query, {limit: 1000});
  return {total: found.total, hits: found.hits.map(hit => ({place: hit.place,
    slug: hit.unit.slug, lang: hit.unit.corpus.language, aid: hit.unit.aid}))}; }"""


@pytest.fixture(scope="module")
def page(
    real: Edition, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    site = tmp_path_factory.mktemp("languages")
    (site / "assets").symlink_to(SITE / "assets")
    for folder in ("zh", "search"):
        shutil.copytree(SITE / folder, site / folder)
    aids = load_aids(ROOT / "data" / "reading-aids", "aids", Report())["en"]
    by_document = []
    for slug, aid in aids.items():
        reading = real.readings[slug]
        units = [
            replace(
                unit, text=MARK.sub("", aid.text(unit.key)), words="", bodies=(), aid=slug != HELD
            )
            for unit in units_of(reading, real.catalogue)
        ]
        by_document.append((reading.document, units))
    for path, text in shards("en", by_document, real.catalogue):
        (site / path).write_text(text, encoding="utf-8")
    languages = script("languages", "", 0, [["en", "zh"], ["en"]])
    (site / "search" / "languages.js").write_text(languages, encoding="utf-8")
    page = browser.new_page()
    page.goto((site / "zh" / "search.html").as_uri())
    page.wait_for_function("() => window.compendium && window.compendium.everywhere")
    yield page
    page.close()


def everywhere(page: Page, query: str, language: str) -> list[dict[str, Any]]:
    found = page.evaluate(EVERYWHERE, [query, language])
    hits: list[dict[str, Any]] = found["hits"]
    assert found["total"] == len(hits) == len({hit["place"] for hit in hits})
    return hits


@pytest.mark.parametrize("query", ["trafficking in persons", "贩运人口", "corruption"])
def test_a_paragraph_is_one_hit_in_the_language_of_the_page_where_it_stands_there(
    page: Page, query: str
) -> None:
    hits = everywhere(page, query, "en")
    assert {hit["lang"] for hit in hits if hit["slug"] == HELD} <= {"en"} | {"zh"}
    assert any(hit["lang"] == "en" for hit in hits if hit["slug"] == HELD)
    assert all(hit["lang"] == "zh" or hit["aid"] for hit in hits if hit["slug"] != HELD)
    assert any(hit["lang"] == "zh" for hit in hits)


def test_on_a_chinese_page_chinese_comes_first_and_english_adds_what_only_it_says(
    page: Page,
) -> None:
    hits = everywhere(page, "reaffirming", "zh")
    assert hits
    assert all(hit["lang"] == "en" for hit in hits)
    aided = [hit["aid"] for hit in hits]
    assert aided == sorted(aided)  # texts before our translations
    assert False in aided
