from __future__ import annotations

from pathlib import Path

from conftest import REPOSITORY, Edition

from resolutions.publish.shells import fill, make_shells, write_folder
from resolutions.site.shells import MARK, shells
from resolutions.web.strings import Strings


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


def test_mkdocs_makes_the_shells_that_were_asked_for_and_adds_no_file(
    real: Edition, tmp_path: Path
) -> None:
    tongue = real.catalogue.interface[0]
    wanted = shells(Strings(tongue.code, real.catalogue))
    made, complaint = make_shells(REPOSITORY, tmp_path, tongue, wanted)
    assert not complaint
    assert made.keys() == wanted.keys()
    files = tree(tmp_path / "shells" / tongue.code)
    assert files.keys() == {f"{name}.html" for name in wanted}
