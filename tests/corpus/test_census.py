from __future__ import annotations

from pathlib import Path

import pytest
from akn_texts import akn, numbered, statement
from conftest import Edition, edition_of, toy_data

from resolutions.corpus.census import count
from resolutions.corpus.shelf import shelves


def census(edition: Edition, folder: Path) -> str:
    (_, shelf) = shelves(folder.parent, [folder])
    return str(count(shelf, edition.library.heads.values(), edition.report)).removeprefix(
        folder.as_posix()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "un").mkdir()
    return tmp_path / "un"


def test_what_was_taken_and_what_was_passed_over_is_told_in_a_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = numbered("1.", "Requests a report;")
    (folder / "a").mkdir()
    (folder / "a" / "1.xml").write_text(akn(statement(body)), encoding="utf-8")
    (folder / "2.XML").write_text(akn(statement(body)), encoding="utf-8")
    (folder / "3.xml").write_text(akn(statement(body, language="fra")), encoding="utf-8")
    (folder / "4.xml").write_text(akn(statement(body, language="deu")), encoding="utf-8")
    (folder / "bad.xml").write_text("<html/>", encoding="utf-8")
    for name in ("README.md", "x.jpg", "y.jpg", "other.json", "addresses.txt"):
        (folder / name).write_text("", encoding="utf-8")
    told = census(edition_of(toy_data(tmp_path), folder), folder)
    assert told == (
        ": 2 texts of 1 instruments taken from 2 of 5 files; refused: 1 files; "
        "passed over: 1 unknown-language, 1 same-text, 2 .jpg, 1 .md"
    )
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("names", [(), ("a.csv", "b.unread")])
def test_a_folder_in_which_nothing_is_found_is_told(
    names: tuple[str, ...], folder: Path, tmp_path: Path
) -> None:
    for name in names:
        (folder / name).write_text("", encoding="utf-8")
    edition = edition_of(toy_data(tmp_path), folder)
    census(edition, folder)
    told = [p for p in edition.report.problems if p.code == "no-texts"]
    assert [p.message for p in told] == [f"no text was found in it ({len(names)} other files)"]
    assert ".docx" in told[0].remedy
