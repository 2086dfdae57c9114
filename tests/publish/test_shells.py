from __future__ import annotations

from pathlib import Path

from resolutions.publish.shells import fill, write_folder
from resolutions.site.shells import MARK


def tree(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8")
        for p in folder.rglob("*")
        if p.is_file()
    }


def test_files_are_written_with_the_folders_they_need(tmp_path: Path) -> None:
    assert write_folder({"a/b.md": "甲\n", "c.md": "乙"}, tmp_path) == ["a/b.md", "c.md"]
    assert tree(tmp_path) == {"a/b.md": "甲\n", "c.md": "乙"}


def test_a_file_that_would_not_change_is_not_touched(tmp_path: Path) -> None:
    write_folder({"a.md": "甲", "b.md": "乙"}, tmp_path)
    before = (tmp_path / "a.md").stat().st_mtime_ns
    assert write_folder({"a.md": "甲", "b.md": "丙"}, tmp_path) == ["b.md"]
    assert (tmp_path / "a.md").stat().st_mtime_ns == before


def test_what_is_no_longer_made_is_removed(tmp_path: Path) -> None:
    write_folder({"a.md": "甲", "x/b.md": "乙"}, tmp_path)
    assert write_folder({"a.md": "甲"}, tmp_path) == ["x/b.md"]
    assert tree(tmp_path) == {"a.md": "甲"}


def test_what_a_page_has_stands_in_the_place_of_the_marks_and_is_read_no_further() -> None:
    shell = MARK.split("<title>[[title]]</title><p>[[body]]</p><a href='[[name]]'>")
    values = {"title": "甲 [[body]]", "body": "[[title]] \\1", "name": "a.html"}
    whole = "<title>甲 [[body]]</title><p>[[title]] \\1</p><a href='a.html'>"
    assert fill(shell, values) == whole
