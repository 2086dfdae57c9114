from __future__ import annotations

from pathlib import Path

import pytest
from conftest import HEAD, Edition, document_of

from resolutions.corpus.addresses import (
    append,
    check_kept,
    check_list,
    check_unique,
    pages,
    places,
    published,
)
from resolutions.corpus.shelf import shelves
from resolutions.model.catalogue import Move
from resolutions.model.problems import Report

SHOWN = "data/addresses.txt"
LISTED = ["index.html", "a.html", "a#op1", "a#op2"]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "addresses.txt"
    append(path, LISTED)
    return path


def test_paragraphs_and_notes_all_have_addresses(toy: Edition) -> None:
    found = [place for place in places(toy.library.heads.values(), toy.shelf) if "@" not in place]
    assert {"a-res-90-1#title", "a-res-90-1#pp2", "a-res-90-1#op2-b-1", "a-res-90-1#fn3"} <= set(
        found
    )
    assert {"ccpcj-dec-50-1#op-a", "e-2040-1-decision-1#x2-a", "ccpcj-res-50-1#x1"} <= set(found)
    assert len(found) == len(set(found))
    assert len(found) == sum(len(d.paragraphs) + len(d.footnotes) for d in toy.documents.values())


def test_a_page_that_moved_keeps_the_addresses_of_its_paragraphs(
    toy: Edition, tmp_path: Path
) -> None:
    moves = [
        Move("resolutions/a-res-89-9.html", "resolutions/a-res-90-1.html", 1),
        Move("themes/a.html", "themes/b.html", 2),
    ]
    new = [
        place
        for place in places(toy.library.heads.values(), toy.shelf)
        if place.startswith("a-res-90-1")
    ]
    old = [place.replace("a-res-90-1", "a-res-89-9") for place in new]
    assert {"a-res-89-9#op2-b-1", "a-res-89-9@zh"} <= set(old)
    now = places(toy.library.heads.values(), toy.shelf, moves)
    assert now == [*places(toy.library.heads.values(), toy.shelf), *old]
    path, report = tmp_path / "addresses.txt", Report()
    append(path, [*old, *now])
    check_kept(path, SHOWN, now, "places", report)
    assert report.problems == []


def test_the_list_is_a_note_to_its_keeper_and_an_address_a_line(listed: Path) -> None:
    lines = listed.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == LISTED
    assert lines[0].startswith("#")
    assert published(listed) == {
        line: n for n, line in enumerate(lines, 1) if not line.startswith("#")
    }


def test_a_list_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    assert published(tmp_path / "none.txt") == {}


def test_new_addresses_are_appended_and_none_is_moved_or_doubled(listed: Path) -> None:
    before = listed.read_text(encoding="utf-8")
    assert append(listed, ["a#op3", "a#op1", "a#op3"]) == 1
    assert listed.read_text(encoding="utf-8") == before + "a#op3\n"
    assert append(listed, ["a#op3"]) == 0
    assert listed.read_text(encoding="utf-8") == before + "a#op3\n"


def test_a_published_place_that_is_gone_is_an_error_at_its_line(listed: Path) -> None:
    report = Report()
    check_kept(listed, SHOWN, ["a#op2"], "places", report)
    (problem,) = report.problems
    assert (problem.severity, problem.code, problem.line) == (
        "error",
        "lost-address",
        published(listed)["a#op1"],
    )
    assert "a#op1 is gone" in problem.message


def test_a_published_page_that_is_gone_is_an_error_and_places_are_not_asked_for(
    listed: Path,
) -> None:
    report = Report()
    check_kept(listed, SHOWN, ["index.html"], "pages", report)
    (problem,) = report.problems
    assert (problem.code, problem.line) == ("lost-address", published(listed)["a.html"])


@pytest.mark.parametrize(
    ("kind", "current"),
    [("places", ["a#op1", "a#op2", "a#op3", "b#op1"]), ("pages", ["index.html", "a.html", "b.html", "c.html"])],
)  # fmt: skip
def test_new_addresses_wait_with_a_warning_and_their_number(
    listed: Path, kind: str, current: list[str]
) -> None:
    report = Report()
    check_kept(listed, SHOWN, current, kind, report)  # type: ignore[arg-type]
    (problem,) = report.problems
    assert (problem.severity, problem.code) == ("warning", "new-address")
    assert f"2 addresses of {kind} are not listed yet" in problem.message


def test_the_same_addresses_are_no_problem_and_the_check_writes_nothing(listed: Path) -> None:
    before = listed.read_bytes()
    report = Report()
    check_kept(listed, SHOWN, ["a#op2", "a#op1"], "places", report)
    check_kept(listed, SHOWN, ["a.html", "index.html"], "pages", report)
    assert report.problems == []
    assert listed.read_bytes() == before


def test_two_instruments_with_one_address_are_an_error_at_the_second() -> None:
    report = Report()
    one, two = (document_of(HEAD + f"1. 请{who}。") for who in "甲乙")
    check_unique([one, document_of(HEAD + "1. 请丙。", symbol="A/RES/90/2"), two], report)
    (problem,) = report.problems
    assert (problem.severity, problem.code, problem.line) == ("error", "doubled-address", 1)
    assert "`a-res-90-1`" in problem.message


def test_a_page_that_is_there_only_for_texts_dropped_in_is_kept_beside_them(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "addresses.txt").write_text("index.html\n", encoding="utf-8")
    own, *others = shelves(tmp_path, [tmp_path / "more", tmp_path / "yet-more"])
    paths = ["index.html", "themes/corruption-2021.html"]
    alone = [own]
    assert pages(paths, [], own, alone) == paths
    assert pages(paths, [], own, [own, *others]) == ["index.html"]
    assert [pages(paths, [], each, [own, *others]) for each in others] == [
        ["themes/corruption-2021.html"],
        [],
    ]


def test_a_later_page_of_a_list_of_the_cited_is_no_promise(tmp_path: Path) -> None:
    listed, report = tmp_path / "addresses.txt", Report()
    listed.write_text("cited/assembly.html\ncited/assembly-70.html\n", encoding="utf-8")
    check_kept(listed, "addresses.txt", ["cited/assembly.html"], "pages", report)
    assert report.problems == []
    (tmp_path / "data").mkdir()
    (own,) = shelves(tmp_path, [])
    assert pages(["cited/assembly.html", "cited/assembly-70.html"], [], own, [own]) == [
        "cited/assembly.html"
    ]


def test_a_list_without_a_last_line_break_gains_whole_lines(listed: Path) -> None:
    listed.write_bytes(listed.read_bytes().rstrip(b"\n"))
    last = listed.read_text(encoding="utf-8").splitlines()[-1]
    assert append(listed, ["new.html"]) == 1
    assert listed.read_text(encoding="utf-8").endswith(f"\n{last}\nnew.html\n")


def test_a_list_in_another_encoding_is_told_at_its_line(listed: Path) -> None:
    before = listed.read_bytes()
    listed.write_bytes(before + "zh/été.html".encode("latin-1"))
    report = Report()
    check_list(listed, "addresses.txt", report)
    assert [(each.severity, each.code, each.line) for each in report.problems] == [
        ("error", "not-utf8", before.count(b"\n") + 1)
    ]
