from __future__ import annotations

from pathlib import Path

from conftest import REPOSITORY

from resolutions.corpus.shelf import Shelf, shelves, texts_of
from resolutions.model.problems import Report


def shelf_of(folder: Path) -> Shelf:
    return shelves(REPOSITORY, [folder])[1]


def taken(folder: Path) -> tuple[list[str], Report]:
    report = Report()
    return [p.relative_to(folder).as_posix() for p in texts_of(shelf_of(folder), report)], report


def test_texts_are_found_at_any_depth_and_in_any_spelling(tmp_path: Path) -> None:
    names = ["b.XML", "90session/English/A_RES_90_1 B-1E.xml", 'it\'s "new"/c.Txt', "a.txt"]
    others = ["README.md", ".git/x.xml", ".hidden.xml", "addresses.txt", "c.yml"]
    for name in (*names, *others):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    assert taken(tmp_path) == (sorted(names), Report())


def test_a_folder_of_a_files_name_is_a_folder_and_a_dead_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.xml").mkdir()
    (tmp_path / "x.xml" / "y.xml").write_text("", encoding="utf-8")
    (tmp_path / "dead.xml").symlink_to(tmp_path / "nowhere.xml")
    found, report = taken(tmp_path)
    assert found == ["x.xml/y.xml"]
    assert [(p.severity, p.code, Path(p.file).name) for p in report.problems] == [
        ("refused", "unread-file", "dead.xml")
    ]


def test_a_folder_linked_into_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "t.xml").write_text("", encoding="utf-8")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert taken(tmp_path)[0] == ["a/t.xml"]


def test_a_files_name_in_messages_says_where_it_lies(tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path)
    assert shelf.name(tmp_path / "a b" / "t.xml") == f"{tmp_path.as_posix()}/a b/t.xml"
