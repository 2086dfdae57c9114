from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Edition

from resolutions.addresses import addresses, append, check, published
from resolutions.models import Page
from resolutions.problems import Report

PAGES = [
    Page(path=path, template="", language="zh", title="", description="", content={})
    for path in ("index.html", "resolutions/a-res-90-1.html")
]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "addresses.txt"
    append(path, ["index.html", "a#op1", "a#op2"])
    return path


def test_pages_paragraphs_and_notes_all_have_addresses(toy: Edition) -> None:
    found = addresses(toy.library, PAGES)
    assert found[:2] == ["index.html", "resolutions/a-res-90-1.html"]
    assert {"a-res-90-1#title", "a-res-90-1#pp2", "a-res-90-1#op2-b-1", "a-res-90-1#fn3"} <= set(
        found
    )
    assert {"ccpcj-dec-50-1#op-a", "e-2040-1-decision-1#x2-a", "ccpcj-res-50-1#x1"} <= set(found)
    assert len(found) == len(set(found))
    paragraphs = sum(len(d.paragraphs) + len(d.footnotes) for d in toy.documents.values())
    assert len(found) == 2 + paragraphs


def test_the_list_is_a_note_to_its_keeper_and_an_address_a_line(listed: Path) -> None:
    lines = listed.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["index.html", "a#op1", "a#op2"]
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


def test_a_published_address_that_is_gone_is_an_error_at_its_line(listed: Path) -> None:
    report = Report()
    check(listed, "data/addresses.txt", ["index.html", "a#op2"], report)
    (problem,) = report.problems
    assert (problem.severity, problem.code, problem.line) == (
        "error",
        "lost-address",
        published(listed)["a#op1"],
    )
    assert "a#op1 is gone" in problem.message


def test_new_addresses_wait_with_a_warning_and_their_number(listed: Path) -> None:
    report = Report()
    check(listed, "data/addresses.txt", ["index.html", "a#op1", "a#op2", "a#op3", "b#op1"], report)
    (problem,) = report.problems
    assert (problem.severity, problem.code) == ("warning", "new-address")
    assert "2 addresses" in problem.message


def test_the_same_addresses_are_no_problem_and_the_check_writes_nothing(listed: Path) -> None:
    before = listed.read_bytes()
    report = Report()
    check(listed, "data/addresses.txt", ["a#op2", "a#op1", "index.html"], report)
    assert report.problems == []
    assert listed.read_bytes() == before
