from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from conftest import REPOSITORY, Edition

from resolutions.model.catalogue import Move
from resolutions.model.library import Page
from resolutions.model.problems import Report
from resolutions.site.compose import compose
from resolutions.site.pages.go import by_stem, go_page
from resolutions.site.render import Rendered, render
from resolutions.web.strings import Strings


def made(
    toy: Edition, *moves: Move, **edition: Any
) -> tuple[list[Page], dict[str, Rendered], Report]:
    catalogue = replace(
        toy.catalogue, moves=moves, edition=replace(toy.catalogue.edition, **edition)
    )
    words, report = Strings("zh", catalogue), Report()
    pages = list(compose(toy.library, words, toy.accounts, list(toy.silent), {}, {}, report))
    rendered = render(pages, words, REPOSITORY / "templates")
    return pages, {each.path: each for each in rendered}, report


def test_the_slugs_are_told_short_and_none_is_lost() -> None:
    slugs = ["a-res-71-209", "ccpcj-res-20-1", "a-res-71-210", "untoc"]
    assert by_stem(slugs) == {"a-res-71": "209 210", "ccpcj-res-20": "1", "": "untoc"}


def test_the_slugs_of_1700_instruments_take_some_kilobytes() -> None:
    slugs = [f"a-res-{session}-{number}" for session in range(74, 81) for number in range(1, 244)]
    assert len(json.dumps(by_stem(slugs))) < 8_000


def test_the_page_that_leads_on_knows_every_instrument(toy: Edition) -> None:
    page = go_page(toy.library, Strings("zh", toy.catalogue))
    known = {
        f"{stem}-{last}".removeprefix("-")
        for stem, lasts in page.content["slugs"].items()  # type: ignore[attr-defined]
        for last in lasts.split()
    }
    assert (page.path, known) == ("go.html", set(toy.library.works))


def test_an_instrument_is_known_by_the_name_it_had(toy: Edition) -> None:
    pages, _, report = made(toy, Move("resolutions/old-1.html", "resolutions/a-res-90-1.html", 1))
    page = next(page for page in pages if page.path == "go.html")
    assert report.problems == []
    assert page.content["slugs"]["old"] == "1"  # type: ignore[index]


def test_a_page_that_moved_leads_to_the_new_one(toy: Edition) -> None:
    pages, rendered, report = made(toy, Move("old/themes/a.html", "themes/corruption.html", 1))
    page, target = (
        next(page for page in pages if page.path == path)
        for path in ("old/themes/a.html", "themes/corruption.html")
    )
    assert report.problems == []
    assert (page.title, page.moved) == (target.title, "themes/corruption.html")
    old = rendered["old/themes/a.html"]
    assert old.shell == "old/themes/moved"
    assert (old.values["moved"], old.values["canonical"]) == ("../../themes/corruption.html", "")
    body = old.body
    assert '<a href="../../themes/corruption.html" data-moved>' in body
    assert '<script src="../../../assets/go.js">' in body


def test_nothing_moves_where_nothing_is_said_to(toy: Edition) -> None:
    pages, rendered, _ = made(toy)
    assert not [page for page in pages if page.moved]
    values = rendered["index.html"].values
    assert values["moved"] == values["canonical"] == ""


def test_on_the_web_a_page_says_where_it_properly_stands(toy: Edition) -> None:
    move = Move("themes/a.html", "themes/corruption.html", 1)
    _, rendered, _ = made(toy, move, base_url="https://example.org/un/")
    values = rendered["matrix.html"].values
    assert values["canonical"] == "https://example.org/un/zh/matrix.html"
    values = rendered["themes/a.html"].values
    assert values["canonical"] == "https://example.org/un/zh/themes/corruption.html"
    assert values["moved"] == "corruption.html"


@pytest.mark.parametrize(
    ("move", "code"),
    [
        (Move("matrix.html", "index.html", 7), "redirect-of-page"),
        (Move("themes/old.html", "themes/older.html", 7), "redirect-to-nowhere"),
    ],
)
def test_a_move_that_fits_no_page_is_reported_and_made_nowhere(
    toy: Edition, move: Move, code: str
) -> None:
    pages, _, report = made(toy, move)
    assert [(p.file, p.line, p.code) for p in report.problems] == [("data/redirects.yml", 7, code)]
    assert not [page for page in pages if page.moved]
