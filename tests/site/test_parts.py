from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from conftest import REPOSITORY, Edition, bodies_of
from ways import dead

from resolutions.comparison.compare import compare
from resolutions.corpus.addresses import published
from resolutions.model.problems import Report
from resolutions.site.compose import compose
from resolutions.site.pages.parts import by, counted, cut, paged
from resolutions.site.pages.theme.block import WHOLE
from resolutions.site.render import render
from resolutions.web.strings import Strings

YEARS = {"2036": 3, "2035": 1}


def test_a_small_corpus_is_never_cut() -> None:
    (part,) = cut("themes/a.html", YEARS, large=False)
    assert (part.path, part.keys, part.links) == ("themes/a.html", ("2036", "2035"), ())


def test_a_page_that_is_cut_shows_the_first_part_and_leads_to_all() -> None:
    parts = cut("themes/a.html", YEARS, large=True)
    assert [(part.path, part.keys) for part in parts] == [
        ("themes/a.html", ("2036",)),
        ("themes/a-2036.html", ("2036",)),
        ("themes/a-2035.html", ("2035",)),
    ]
    assert [[link.href for link in part.links] for part in parts] == 3 * [
        ["a-2036.html", "a-2035.html"]
    ]
    assert [link.current for link in parts[2].links] == [False, True]
    assert [link.count for link in parts[0].links] == [3, 1]


def test_groups_keep_the_order_in_which_their_items_come() -> None:
    groups = by([("b", 1), ("a", 2), ("b", 3)])
    assert groups == {"b": [1, 3], "a": [2]}
    assert list(counted(groups).items()) == [("b", 2), ("a", 1)]


def test_a_year_that_holds_too_much_is_several_parts() -> None:
    pages = paged({"2036": [3, 3, 1], "2035": [9], "2034": []}, 6, lambda size: size)
    assert pages == {"2036": [3, 3], "2036-2": [1], "2035": [9]}
    parts = cut("asked.html", counted(pages), large=True)
    assert [(part.path, part.name) for part in parts[1:]] == [
        ("asked-2036.html", "2036"),
        ("asked-2036-2.html", "2036 · 2"),
        ("asked-2035.html", "2035"),
    ]


@pytest.fixture
def large(real: Edition, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The pages of the edition, were it a large corpus."""
    monkeypatch.setattr("resolutions.model.library.FEW", 0)
    monkeypatch.setattr("resolutions.site.pages.asked.MOST_ROWS", 10)
    monkeypatch.setattr("resolutions.site.pages.matrix.COLUMNS", 3)
    monkeypatch.setattr("resolutions.site.pages.about.sources.SOURCES", 1)
    words = Strings("zh", real.catalogue)
    comparison = compare(real.library, real.catalogue)
    silent = list(real.silent)
    return list(compose(real.library, words, real.accounts, silent, {}, {}, Report(), comparison))


def test_a_page_that_was_published_stays_when_the_corpus_becomes_large(large: list[Any]) -> None:
    listed = published(REPOSITORY / "data" / "addresses.txt")
    pages = {address for address in listed if "#" not in address and "@" not in address}
    assert pages - {page.path for page in large} == set()


def test_every_way_on_the_pages_of_a_large_corpus_leads_to_a_page(
    real: Edition, large: list[Any]
) -> None:
    words = Strings("zh", real.catalogue)
    bodies = {each.path: each.body for each in render(large, words, REPOSITORY / "templates")}
    year = next(iter(real.library.heads.values())).document.year
    assert {f"themes/corruption-{year}.html", f"resolutions/index-{year}.html"} <= bodies.keys()
    assert dead({f"zh/{path}": body for path, body in bodies.items()}) == []


def test_few_long_texts_have_a_page_for_each_theme_and_term(
    real: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resolutions.model.library.MUCH", 100)
    assert (real.library.large, real.library.many) == (True, False)
    bodies = bodies_of(real, "fr")
    assert [
        path for path in bodies if re.match(r"(themes|terms|resolutions/index).*-\d{4}", path)
    ] == []
    assert "data-passages" not in bodies["cited/assembly.html"]  # where nothing is quoted
    assert dead({f"fr/{path}": body for path, body in bodies.items()}) == []


def test_a_theme_that_no_text_has_is_named_in_a_line_and_has_no_page(toy: Edition) -> None:
    held = {**toy.library.by_theme, "trafficking": ()}
    bodies = bodies_of(replace(toy, library=replace(toy.library, by_theme=held)), "en")
    assert "themes/trafficking.html" not in bodies
    assert "Themes that no text here has: Trafficking" in bodies["themes/index.html"]
    assert "themes/trafficking.html" not in bodies["index.html"]
    assert "Start with trafficking" not in bodies["index.html"]
    assert "handout.html?theme=trafficking" not in bodies["handout.html"]


def test_the_requests_of_a_large_corpus_all_stand_on_one_of_its_parts(
    real: Edition, large: list[Any]
) -> None:
    rows: dict[str, list[str]] = {}
    for page in large:
        if re.fullmatch(r"asked-\d{4}(?:-\d+)?\.html", page.path):
            own = [row.place for block in page.content["blocks"] for row in block.rows]
            assert len(own) <= 10
            rows[page.path] = own
    assert len(rows) > len({path[:10] for path in rows})  # or no year would be several parts
    shown = [place for own in rows.values() for place in own]
    assert len(shown) == len(set(shown))


def test_a_theme_of_a_large_corpus_shows_some_paragraphs_and_the_way_to_all_others(
    real: Edition, large: list[Any]
) -> None:
    year = re.compile(r"themes/(.+)-\d{4}\.html")
    shown: dict[str, list[str]] = {}
    for page in large:
        if match := year.fullmatch(page.path):
            for block in page.content["blocks"]:
                assert len(block.focus) <= WHOLE
                assert not block.mentions
                hrefs = [each.href for each in block.focus]
                hrefs += [href for group in block.ways for href, _ in group.ways]
                found = [href.rpartition("/")[2] for href in hrefs]
                shown.setdefault(match[1], []).extend(found)
    tagged = {
        theme: sorted(f"{place.slug}.html#{place.key}" for place, _ in places)
        for theme, places in real.library.by_theme.items()
        if places
    }
    assert {theme: sorted(found) for theme, found in shown.items()} == tagged
    assert any(len(found) > WHOLE for found in tagged.values())  # or nothing would be left out


def test_a_term_of_a_large_corpus_has_a_line_for_each_text_and_counts_the_others(
    real: Edition, large: list[Any]
) -> None:
    pages = [page for page in large if re.fullmatch(r"terms/.+-\d{4}\.html", page.path)]
    uses = [
        len(found)
        for slug in real.library.heads
        for found in real.library.works.uses(slug).values()
    ]
    for page in pages:
        lines = page.content["lines"]
        slugs = [line.href.rpartition("/")[2].partition(".")[0] for line in lines]
        assert len(slugs) == len(set(slugs))
        assert page.content["uses"] == len(lines) + sum(line.more for line in lines)
        assert all(bool(line.more) == bool(line.all) for line in lines)
    assert sum(page.content["uses"] for page in pages) == sum(uses)
    assert max(uses) > 1  # or no line would stand for several
