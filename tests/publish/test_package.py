from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from pathlib import Path

import pytest

from resolutions.publish.package import FORMATS, SUMS, pack_formats, sums_hold, write_sums, zip_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "zh").mkdir(parents=True)
    (site / "index.html").write_text("一", encoding="utf-8")
    (site / "zh" / "READ ME.txt").write_text("二", encoding="utf-8")
    return site


def test_the_sums_have_the_form_that_sha256sum_reads(site: Path) -> None:
    write_sums(site)
    one, two = (hashlib.sha256(text.encode()).hexdigest() for text in "一二")
    assert (site / SUMS).read_text(
        encoding="utf-8"
    ) == f"{one}  index.html\n{two}  zh/READ ME.txt\n"


def test_an_untouched_site_holds(site: Path) -> None:
    assert not sums_hold(site)
    write_sums(site)
    assert sums_hold(site)


def test_a_changed_a_lost_or_an_added_file_breaks_the_sums(site: Path) -> None:
    write_sums(site)
    page = site / "index.html"
    page.write_text("三", encoding="utf-8")
    assert not sums_hold(site)
    page.unlink()
    assert not sums_hold(site)
    page.write_text("一", encoding="utf-8")
    assert sums_hold(site)
    (site / "new.html").write_text("", encoding="utf-8")
    assert not sums_hold(site)


def test_the_zip_holds_every_file_under_one_folder(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "dist" / "edition.zip"
    zip_site(site, target)
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == ["edition/index.html", "edition/zh/READ ME.txt"]
        assert archive.read("edition/zh/READ ME.txt").decode() == "二"
    assert [path.name for path in target.parent.iterdir()] == ["edition.zip"]


def test_the_same_site_makes_the_same_zip_whenever_it_is_made(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "edition.zip"
    zip_site(site, target)
    before = target.read_bytes()
    for path in site.rglob("*"):
        os.utime(path, (10**9, 10**9))
    zip_site(site, target)
    assert target.read_bytes() == before
    (site / "index.html").write_text("三", encoding="utf-8")
    zip_site(site, target)
    assert target.read_bytes() != before


def test_a_zip_has_room_for_any_number_of_files_and_bytes(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)  # 65,535, or
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 10)  # 2 GB: too much to write in a test
    target = tmp_path / "edition.zip"
    zip_site(site, target)
    assert b"PK\x06\x06" in target.read_bytes()  # the end record of ZIP64
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == 2


@pytest.mark.parametrize("texts", [False, True])
def test_formats_for_other_tools_are_packed_and_the_texts_if_few(
    tmp_path: Path, texts: bool
) -> None:
    data = tmp_path / "data"
    files = {
        "corpus.json": "{}",
        "paragraphs.csv": "a,b",
        "instruments/a-res-90-1.en.xml": "<akomaNtoso/>",
        "instruments/a-res-90-1.json": "{}",
        "instruments/a-res-90-1.csl.json": "[]",
        "instruments/a-res-90-1.bib": "@misc{}",
    }
    for name, text in files.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text, encoding="utf-8")
    pack_formats(data, texts)
    left = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    with zipfile.ZipFile(data / FORMATS) as archive:
        packed = {name: archive.read(name).decode() for name in archive.namelist()}
    ends = (".csv", ".xml", *(["1.json"] if texts else []))
    assert left == {name for name in files if not name.endswith(ends)} | {FORMATS}
    assert packed == {name: text for name, text in files.items() if name not in left}


def test_what_is_packed_is_smaller_than_zlib_makes_it(tmp_path: Path) -> None:
    text = "".join(
        f'<a href="../cited/{n % 97}.html#a-{n * n % 1009}">{n}</a>\n' for n in range(9999)
    )
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(text, encoding="utf-8")
    zip_site(site, tmp_path / "edition.zip")
    with zipfile.ZipFile(tmp_path / "edition.zip") as archive:
        (entry,) = archive.infolist()
        assert archive.read(entry).decode() == text
    assert entry.compress_size < len(zlib.compress(text.encode(), 9))
