"""The list of instruments, and what follows what, of an edition that is cut by year."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Edition

from resolutions.comparison.compare import compare
from resolutions.site.pages.compare import compare_pages
from resolutions.site.pages.resolutions import resolutions_pages, titles_script
from resolutions.web.strings import Strings


@pytest.fixture
def cut_by_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resolutions.model.library.FEW", 2)


def test_the_list_of_a_year_finds_the_texts_of_all(real: Edition, cut_by_year: None) -> None:
    words = Strings("fr", real.catalogue)
    ((path, script),) = titles_script(real.library, words)
    assert path == "search/titles-fr.js"
    rows = json.loads(script.removeprefix("edition.titles(").removesuffix(");\n"))
    pages = list(resolutions_pages(real.library, words))
    years: list[Any] = [year for page in pages for year in page.content["years"]]  # type: ignore[attr-defined]
    listed = {line.slug for _, lines in years for line in lines}
    assert {row[0] for row in rows} == listed == set(real.library.heads)
    assert {page.content["script"] for page in pages} == {f"../../{path}"}


def test_a_small_edition_has_all_lines_in_one_page(real: Edition) -> None:
    words = Strings("fr", real.catalogue)
    (page,) = resolutions_pages(real.library, words)
    assert page.content["script"] == ""
    assert list(titles_script(real.library, words)) == []


def test_pairs_of_texts_are_listed_by_year_and_any_two_chosen_on_the_first_page(
    real: Edition, cut_by_year: None
) -> None:
    words = Strings("en", real.catalogue)
    comparison = compare(real.library, real.catalogue)
    pages = [
        page
        for page in compare_pages(real.library, words, {}, comparison)
        if page.path.startswith("compare/index")
    ]
    assert [page.path for page in pages][:2] == ["compare/index.html", "compare/index-2016.html"]
    assert [bool(page.content["instruments"]) for page in pages] == [True] + [False] * (
        len(pages) - 1
    )
    told: list[Any] = [pair for page in pages[1:] for pair in page.content["pairs"]]  # type: ignore[attr-defined]
    assert len(told) == len(comparison.alignments)
