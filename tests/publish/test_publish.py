from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import REPOSITORY, Root

from resolutions.publish.build import Build, fill, swap, write
from resolutions.publish.package import sums_hold
from resolutions.site.render import MARK

Run = Callable[..., tuple[int, str, str]]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_files_are_written_with_the_folders_they_need(tmp_path: Path) -> None:
    assert write({"a/b.md": "甲\n", "c.md": "乙"}, tmp_path) == ["a/b.md", "c.md"]
    assert tree(tmp_path) == {"a/b.md": "甲\n".encode(), "c.md": "乙".encode()}


def test_a_file_that_would_not_change_is_not_touched(tmp_path: Path) -> None:
    write({"a.md": "甲", "b.md": "乙"}, tmp_path)
    before = (tmp_path / "a.md").stat().st_mtime_ns
    assert write({"a.md": "甲", "b.md": "丙"}, tmp_path) == ["b.md"]
    assert (tmp_path / "a.md").stat().st_mtime_ns == before


def test_the_owner_of_a_folder_removes_what_no_file_claims(tmp_path: Path) -> None:
    write({"a.md": "甲", "x/b.md": "乙"}, tmp_path)
    assert write({"a.md": "甲"}, tmp_path) == ["x/b.md"]
    assert list(tree(tmp_path)) == ["a.md"]


def test_a_guest_of_a_folder_removes_nothing(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("旧", encoding="utf-8")
    assert write({"a.md": "甲"}, tmp_path, owner=False) == ["a.md"]
    assert sorted(tree(tmp_path)) == ["a.md", "old.md"]


def test_the_new_site_takes_the_place_of_the_old_and_leaves_nothing_beside(tmp_path: Path) -> None:
    new, site = tmp_path / "build" / "site.new", tmp_path / "site"
    for folder, text in ((new, "新"), (site, "旧")):
        folder.mkdir(parents=True)
        (folder / f"{text}.html").write_text(text, encoding="utf-8")
    swap(new, site)
    assert tree(site) == {"新.html": "新".encode()}
    assert not new.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    new = tmp_path / "site.new"
    new.mkdir()
    (new / "index.html").write_text("新", encoding="utf-8")
    swap(new, tmp_path / "far" / "site")
    assert tree(tmp_path / "far" / "site") == {"index.html": "新".encode()}


def test_what_a_broken_swap_left_behind_is_cleared(tmp_path: Path) -> None:
    for name in ("site", "site.old", "site.new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    swap(tmp_path / "site.new", tmp_path / "site")
    assert tree(tmp_path) == {"site/index.html": b"site.new"}


@pytest.mark.parametrize(("large", "asked"), [(False, False), (True, False), (True, True)])
def test_a_large_edition_is_packed_when_asked_for(tmp_path: Path, large: bool, asked: bool) -> None:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    options = argparse.Namespace(
        site=tmp_path / "site", check=False, addresses=False, texts=[], zip=asked
    )
    build = Build(tmp_path, options)
    build.zip.parent.mkdir()
    build.zip.write_bytes(b"of another edition")
    build.begin()
    build.files({"index.html": "一"})
    build.publish(large)
    assert (tmp_path / "site" / "index.html").exists()
    assert build.zip.exists() == (asked or not large)
    assert not build.zip.exists() or build.zip.read_bytes().startswith(b"PK")


def test_a_build_makes_a_site_and_a_failed_one_leaves_it_untouched(root: Root, run: Run) -> None:
    command = [sys.executable, "build_pages.py"]
    first = subprocess.run(command, cwd=root.folder, capture_output=True, text=True, check=False)
    assert first.returncode == 0, first.stderr
    assert first.stdout.strip() == (root.folder / "site" / "index.html").as_uri()
    site = tree(root.folder / "site")
    assert {
        "index.html",
        "READ ME.txt",
        "SHA256SUMS",
        "assets/edition.css",
        "data/corpus.json",
    } <= site.keys()
    for language in ("zh", "en"):
        page = site[f"{language}/resolutions/a-res-90-1.html"].decode()
        assert 'id="op2-b-1"' in page
        assert not re.search(r"md-(?:toggle|overlay|dialog)|data-md-", page)  # of the theme
        assert "加强打击贩运人口的合作" in page
    assert sums_hold(root.folder / "site")
    assert (root.folder / "dist" / "resolutions.zip").is_file()

    status, output, errors = run(root)
    assert (status, output, errors) == (0, first.stdout, "")  # nothing changed: nothing to do
    assert tree(root.folder / "site") == site

    root.change("texts/A-RES-90-1.zh.txt", "第 55 次全体会议", "第 55 次全体会议\n\n第四次修订")
    packed = (root.folder / "dist" / "resolutions.zip").read_bytes()
    status, output, errors = run(root)
    assert status == 1
    assert output == ""
    assert "unexplained-line" in errors
    assert errors.endswith("nothing was written; the last good site stays\n")
    assert tree(root.folder / "site") == site
    assert (root.folder / "dist" / "resolutions.zip").read_bytes() == packed


def test_what_a_page_has_stands_in_the_place_of_the_marks_and_is_read_no_further() -> None:
    shell = MARK.split("<title>[[title]]</title><p>[[body]]</p><a href='[[name]]'>")
    values = {"title": "甲 [[body]]", "body": "[[title]] \\1", "name": "a.html"}
    whole = "<title>甲 [[body]]</title><p>[[title]] \\1</p><a href='a.html'>"
    assert fill(shell, values) == whole


def test_a_shell_without_a_place_for_the_body_is_reported(root: Root, run: Run) -> None:
    main = root.folder / "overrides" / "main.html"
    main.write_text(main.read_text(encoding="utf-8").replace("{{ meta.body }}", ""), "utf-8")
    status, _, errors = run(root)
    assert status == 1
    assert "error[mkdocs] zh: the shell of index has no place for the body" in errors
    assert not (root.folder / "site").exists()


def test_a_site_elsewhere_has_its_zip_beside_it(root: Root, run: Run, tmp_path: Path) -> None:
    status, _, _ = run(root, "--site", str(tmp_path / "stick"))
    assert status == 0
    assert (tmp_path / "stick.zip").is_file()
    assert not (root.folder / "dist").exists()


def test_a_site_whose_zip_is_gone_is_made_again(root: Root, run: Run) -> None:
    packed = root.folder / "dist" / "resolutions.zip"
    assert run(root)[0] == 0
    packed.unlink()
    assert run(root)[0] == 0
    assert packed.is_file()


def test_a_text_dropped_in_that_changes_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "a.xml").write_text("<a/>", encoding="utf-8")
    options = argparse.Namespace(
        texts=[folder], site=tmp_path / "site", check=False, addresses=False
    )

    def state() -> str:
        return Build(REPOSITORY, options)._digest()

    before = state()
    assert state() == before
    (folder / "a.xml").write_text("<a>b</a>", encoding="utf-8")
    changed = state()
    (folder / "b.xml").write_text("<b/>", encoding="utf-8")
    assert len({before, changed, state()}) == 3
