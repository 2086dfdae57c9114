from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from resolutions.model.problems import Report
from resolutions.publish.options import Options, read_options
from resolutions.publish.output import Output, check_target, one_run, publish, swap
from resolutions.publish.package import MADE_HERE, SUMS, write_sums, zip_site
from resolutions.publish.scripts import JOINED, PAGE_ALONE


def tree(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8")
        for p in folder.rglob("*")
        if p.is_file()
    }


def put(folder: Path, *names: str, text: str = "新") -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def our_site(folder: Path) -> Path:
    write_sums(put(folder, *MADE_HERE, "zh/index.html"))
    return folder


def options_of(root: Path, *words: str) -> Options:
    parts = [f"docs/assets/{name}.js" for names in JOINED.values() for name in names]
    put(root, "data/terms.yml", "docs/assets/edition.css", *parts)
    return read_options(root, None, words)


def codes(options: Options) -> list[str]:
    report = Report()
    check_target(options, report)
    return [problem.code for problem in report.problems]


# --- what may be replaced ----------------------------------------------------------------------


def foreign_file(site: Path) -> None:
    put(site, "thesis.docx")


def file_in_a_site_of_ours(site: Path) -> None:
    put(our_site(site), "zh/notes.txt")


def empty_folder_inside(site: Path) -> None:
    (site / "mine").mkdir(parents=True)


def link_inside(site: Path) -> None:
    (our_site(site) / "mine").symlink_to(site.parent)


def sums_of_something_else(site: Path) -> None:
    write_sums(put(site, "debian.iso"))


def sums_cut_short(site: Path) -> None:
    sums = our_site(site) / SUMS
    sums.write_bytes(sums.read_bytes()[:70])


def sums_that_are_no_text(site: Path) -> None:
    (our_site(site) / SUMS).write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    "make",
    [
        foreign_file,
        file_in_a_site_of_ours,
        empty_folder_inside,
        link_inside,
        sums_of_something_else,
        sums_cut_short,
        sums_that_are_no_text,
    ],
)
def test_what_is_of_the_users_is_not_replaced_unless_it_is_meant(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    site = tmp_path / "stick"
    make(site)
    assert codes(options_of(tmp_path / "root", "--site", str(site))) == ["foreign-folder"]
    assert codes(options_of(tmp_path / "root", "--site", str(site), "--replace")) == []


def nothing(site: Path) -> None:
    pass


def empty_folder(site: Path) -> None:
    site.mkdir()


def page_that_was_written_in(site: Path) -> None:
    put(our_site(site), "zh/index.html", text="changed")


def page_that_is_gone(site: Path) -> None:
    (our_site(site) / "zh" / "index.html").unlink()
    (site / "zh").rmdir()


def list_of_a_file_manager(site: Path) -> None:
    put(our_site(site), ".DS_Store")


@pytest.mark.parametrize(
    "make",
    [nothing, empty_folder, our_site, page_that_was_written_in, page_that_is_gone,
     list_of_a_file_manager],
)  # fmt: skip
def test_a_new_folder_an_empty_one_or_a_site_of_ours_is_replaced(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "stick")
    assert codes(options_of(tmp_path / "root", "--site", str(tmp_path / "stick"))) == []


def test_a_zip_of_the_users_is_not_overwritten_unless_it_is_meant(tmp_path: Path) -> None:
    site, packed = tmp_path / "stick", put(tmp_path, "stick.zip") / "stick.zip"
    options = options_of(tmp_path / "root", "--site", str(site))
    assert options.zip == packed
    assert codes(options) == ["foreign-zip"]
    assert codes(options_of(tmp_path / "root", "--site", str(site), "--replace")) == []
    site.mkdir()
    assert codes(options) == ["foreign-zip"]
    our_site(site)  # it lies beside a site of ours
    assert codes(options) == []


def test_a_zip_of_ours_is_known_though_its_site_is_gone(tmp_path: Path) -> None:
    options = options_of(tmp_path / "root")
    zip_site(our_site(options.site), options.zip)
    shutil.rmtree(options.site)
    assert codes(options) == []
    put(options.zip.parent, options.zip.name)
    assert codes(options) == ["foreign-zip"]


@pytest.mark.parametrize(
    "place", [".", "..", "data", "data/new", "docs/assets", "build", "more/site"]
)
def test_sources_are_never_replaced_though_it_is_meant(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "root"
    put(root, "more/a.xml")
    monkeypatch.chdir(root)
    for meant in ((), ("--replace",)):
        options = options_of(root, "--site", place, "--texts", "more", *meant)
        assert codes(options) == ["site-among-sources"]


def test_a_file_or_a_whole_disk_is_no_place_for_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "stick")
    options = options_of(tmp_path / "root", "--site", str(tmp_path / "stick"), "--replace")
    assert codes(options) == ["no-folder"]
    (tmp_path / "disk").mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: path == tmp_path / "disk")
    options = options_of(tmp_path / "root", "--site", str(tmp_path / "disk"), "--replace")
    assert codes(options) == ["mount-point"]


def test_a_link_to_a_folder_stays_and_what_it_leads_to_is_looked_at(tmp_path: Path) -> None:
    put(tmp_path / "real", "thesis.docx")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    options = options_of(tmp_path / "root", "--site", str(tmp_path / "link"))
    assert options.site == tmp_path / "real"
    assert codes(options) == ["foreign-folder"]


# --- swap --------------------------------------------------------------------------------------


def test_the_new_site_takes_the_place_of_the_old_and_leaves_nothing_beside(tmp_path: Path) -> None:
    new, site = put(tmp_path / "build" / "new", "新.html"), put(tmp_path / "site", "旧.html")
    put(tmp_path / "site.old", "mine")  # as it once was named, and deleted
    swap(new, site)
    assert tree(site) == {"新.html": "新"}
    assert not new.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "site", "site.old"]
    assert tree(tmp_path / "site.old") == {"mine": "新"}


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    swap(put(tmp_path / "new", "index.html"), tmp_path / "far" / "site")
    assert tree(tmp_path / "far") == {"site/index.html": "新"}


def test_the_old_site_comes_back_where_the_new_one_cannot_be_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = put(tmp_path / "new", "新.html"), put(tmp_path / "site", "旧.html", text="旧")
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self == new:
            raise OSError(errno.EACCES, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="Permission denied"):
        swap(new, site)
    assert tree(site) == {"旧.html": "旧"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "site"]


@pytest.mark.skipif(
    not Path("/dev/shm").is_dir() or Path("/dev/shm").stat().st_dev == Path("/tmp").stat().st_dev,
    reason="needs a second disk at /dev/shm",
)
def test_a_site_on_another_disk_is_copied_there_and_then_renamed(tmp_path: Path) -> None:
    disk = Path("/dev/shm") / f"site-{os.getpid()}"
    try:
        site = put(disk / "site", "旧.html")
        swap(put(tmp_path / "new", "zh/新.html"), site)
        assert tree(disk) == {"site/zh/新.html": "新"}
    finally:
        shutil.rmtree(disk)


# --- the run -----------------------------------------------------------------------------------


def test_a_run_has_a_folder_of_its_own_that_goes_when_it_ends(tmp_path: Path) -> None:
    with one_run(tmp_path / "build") as folder:
        put(folder, "site/index.html")
        assert folder.parent == tmp_path / "build"
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["lock"]


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    put(tmp_path / "build" / "run-killed", "site/index.html")
    with one_run(tmp_path / "build") as folder:
        assert [each for each in folder.parent.glob("run-*") if each != folder] == []


def test_a_second_run_says_that_it_waits_and_waits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order, began, waits = [], threading.Event(), threading.Event()

    def first() -> None:
        with one_run(tmp_path):
            began.set()
            waits.wait(60)
            order.append("first ends")

    def second() -> None:
        with one_run(tmp_path):
            order.append("second begins")

    class Told:  # the second run has said that it waits
        def write(self, text: str) -> None:
            told.append(text)
            waits.set()

        def flush(self) -> None:
            pass

    told: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stderr", Told())
        threads = [threading.Thread(target=first), threading.Thread(target=second)]
        threads[0].start()
        assert began.wait(60)
        threads[1].start()
        for each in threads:
            each.join(60)
    assert order == ["first ends", "second begins"]
    assert "another build is at work" in "".join(told)


def test_a_run_that_only_checks_writes_nothing_and_reads_every_file_to_its_end() -> None:
    read = []

    def files() -> object:
        for name in ("a", "b"):
            read.append(name)
            yield name, ""

    Output(None).write(files())  # type: ignore[arg-type]
    assert read == ["a", "b"]


@pytest.mark.parametrize(("large", "asked"), [(False, False), (True, False), (True, True)])
def test_a_large_edition_is_packed_when_asked_for(tmp_path: Path, large: bool, asked: bool) -> None:
    options = options_of(tmp_path, *(["--zip"] if asked else []))
    put(options.zip.parent, options.zip.name, text="of another edition")
    new = tmp_path / "build" / "new"
    Output(new).write([("index.html", "一")])
    publish(new, options, large)
    assert tree(options.site).keys() == {
        "index.html",
        "assets/edition.css",
        *(f"assets/{name}" for name in JOINED),
        *(f"assets/{name}.js" for name in PAGE_ALONE),
        SUMS,
    }
    assert options.zip.exists() == (asked or not large)
    assert not options.zip.exists() or options.zip.read_bytes().startswith(b"PK")
