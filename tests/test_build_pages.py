from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from akn_texts import akn, numbered, statement
from conftest import Root

from resolutions.publish.package import sums_hold

Run = Callable[..., tuple[int, str, str]]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


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


def test_a_selection_is_a_small_edition_under_its_own_title(root: Root, run: Run) -> None:
    mine = root.folder / "mine.yml"
    mine.write_text("languages: [en]\ntitle: {en: Mine}\nonly: {symbol: A/RES/90/1}\n", "utf-8")
    status, output, errors = run(root, "--edition", str(mine))
    assert (status, output) == (0, f"{(root.folder / 'site' / 'index.html').as_uri()}\n"), errors
    assert "selected: 1 of 7 instruments\n" in errors
    site = tree(root.folder / "site")
    pages = {path for path in site if "/resolutions/" in path and path.endswith(".html")}
    assert pages == {"en/resolutions/a-res-90-1.html", "en/resolutions/index.html"}
    assert "<title>Mine</title>" in site["en/index.html"].decode()

    mine.write_text(mine.read_text("utf-8").replace("90/1", "90/7"), "utf-8")
    status, output, errors = run(root, "--edition", str(mine), "--only", "theme=corupption")
    assert (status, output) == (1, "")
    assert (
        "--only:1: error[bad-selection] `corupption` is no theme; did you mean `corruption`?"
        in errors
    )
    assert tree(root.folder / "site") == site


def test_a_site_whose_zip_is_gone_is_made_again(root: Root, run: Run) -> None:
    packed = root.folder / "dist" / "resolutions.zip"
    assert run(root)[0] == 0
    packed.unlink()
    assert run(root)[0] == 0
    assert packed.is_file()


@pytest.mark.parametrize("site", ["mine", "."])
def test_a_folder_of_the_users_stays_and_he_is_told_at_the_start(
    site: str, root: Root, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root.folder)
    (root.folder / "mine").mkdir()
    (root.folder / "mine" / "thesis.docx").write_text("a year of work", encoding="utf-8")
    before = tree(root.folder / site)
    status, output, errors = run(root, "--site", site)
    assert (status, output) == (1, "")
    assert re.fullmatch(
        r"\S+:1: error\[(foreign-folder|site-among-sources)\] .+; .+\n1 errors, 0 warnings\n"
        r"nothing was written; the last good site stays\n",
        errors,
    )
    assert tree(root.folder / site).items() >= before.items()
    assert not (root.folder / "mine.zip").exists()


def test_a_folder_that_the_user_means_is_replaced(root: Root, run: Run) -> None:
    site = root.folder / "mine"
    site.mkdir()
    (site / "old.html").write_text("old", encoding="utf-8")
    assert run(root, "--site", str(site), "--replace")[0] == 0
    assert sums_hold(site)
    assert run(root, "--site", str(site), "--force")[0] == 0  # now it is ours


def test_two_builds_at_once_publish_whole_sites(root: Root) -> None:
    command = [sys.executable, "build_pages.py", "--force"]
    both = [
        subprocess.Popen(command, cwd=root.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    told = [each.communicate()[1].decode() for each in both]
    assert [each.returncode for each in both] == [0, 0], told
    assert sum("another build is at work" in each for each in told) == 1
    assert sums_hold(root.folder / "site")


@pytest.mark.parametrize("folder", ["build", "site"])
def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(
    folder: str, root: Root, run: Run
) -> None:
    (root.folder / "file").write_text("", encoding="utf-8")  # root may write in any folder
    status, output, errors = run(root, f"--{folder}", str(root.folder / "file" / folder))
    assert (status, output) == (1, "")
    assert re.search(r"file\S*:1: error\[system\] Not a directory; ", errors)
    assert errors.endswith("nothing was written; the last good site stays\n")


def test_a_checkout_that_is_read_only_builds_elsewhere(
    root: Root, run: Run, tmp_path: Path
) -> None:
    before = tree(root.folder)
    status, _, _ = run(root, "--build", str(tmp_path / "build"), "--site", str(tmp_path / "stick"))
    assert status == 0
    after = {name for name in tree(root.folder) if "__pycache__" not in name}
    assert after == {name for name in before if "__pycache__" not in name}


def test_what_changes_while_a_build_runs_makes_the_next_one_build_again(
    root: Root, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = root.folder / "templates" / "home.html.jinja"
    copytree = shutil.copytree

    def changed(*arguments: Any, **options: Any) -> Any:  # when the pages have been made
        page.write_text(page.read_text(encoding="utf-8") + "<!-- changed -->", encoding="utf-8")
        return copytree(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copytree", changed)
        assert run(root)[0] == 0
    home = root.folder / "site" / "zh" / "index.html"
    assert "<!-- changed -->" not in home.read_text(encoding="utf-8")
    assert run(root)[0] == 0
    assert "<!-- changed -->" in home.read_text(encoding="utf-8")


# A build that is at work until it is stopped: its workers wait where they make pages.
AT_WORK = """
import signal, sys, time
from resolutions.make import Maker
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where a shell runs tests behind
def wait(maker, job):
    print("at work", file=sys.stderr, flush=True)
    time.sleep(60)
Maker.one = wait
import build_pages
sys.exit(build_pages.main())
"""


def test_ctrl_c_ends_a_build_in_a_sentence_and_leaves_the_site(root: Root, run: Run) -> None:
    assert run(root)[0] == 0
    before = tree(root.folder / "site")
    command = [sys.executable, "-c", AT_WORK, "--force"]
    build = subprocess.Popen(
        command, cwd=root.folder, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    with build:
        assert build.stderr is not None
        assert any("at work" in line for line in iter(build.stderr.readline, ""))
        os.killpg(build.pid, signal.SIGINT)  # as a terminal does: to every process of the build
        errors = build.stderr.read()
    assert build.returncode == 130
    assert errors.endswith("stopped; nothing was written; the last good site stays\n")
    assert "Traceback" not in errors
    assert tree(root.folder / "site") == before
    assert not list((root.folder / "build").glob("run-*"))


@pytest.mark.parametrize("largest", [20_000, 400_000])  # bytes: of the store, of the site
def test_a_disk_that_fills_is_told_and_the_site_stays(
    largest: int, root: Root, run: Run, tmp_path: Path
) -> None:
    assert run(root)[0] == 0
    before = tree(root.folder / "site"), (root.folder / "dist" / "resolutions.zip").read_bytes()
    root.change("edition.yml", 'edition: "0.1"', 'edition: "0.2"')
    command = [sys.executable, "build_pages.py", "--build", str(tmp_path / "build")]
    done = subprocess.run(
        command, cwd=root.folder, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)),
    )  # fmt: skip
    assert done.returncode == 1
    assert re.search(r":1: error\[system\] File too large; ", done.stderr)
    assert "Traceback" not in done.stderr
    after = tree(root.folder / "site"), (root.folder / "dist" / "resolutions.zip").read_bytes()
    assert after == before


def test_a_zip_of_another_edition_is_made_again_though_the_site_is_current(
    root: Root, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(root)[0] == 0
    packed = root.folder / "dist" / "resolutions.zip"
    before, edition = packed.read_bytes(), root.data / "edition.yml"
    words = edition.read_text(encoding="utf-8")
    root.change("edition.yml", 'edition: "0.1"', 'edition: "0.2"')
    with monkeypatch.context() as patch:  # killed when the zip is new and the site is old
        patch.setattr("resolutions.publish.output.swap", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            run(root)
    assert packed.read_bytes() != before
    edition.write_text(words, encoding="utf-8")
    assert run(root)[0] == 0
    assert packed.read_bytes() == before


def test_a_list_of_addresses_in_another_encoding_is_told(root: Root, run: Run) -> None:
    path = root.data / "addresses.txt"
    path.write_text("# a list\na-res-90-1#op1\n", encoding="utf-16")
    status, _, errors = run(root)
    assert status == 1
    assert "data/addresses.txt:1: error[not-utf8] the list is not UTF-8; save it as UTF-8" in errors
    assert "lost-address" not in errors
    path.write_text("# a list\na-res-90-1#op1\n", encoding="utf-8-sig")
    assert "lost-address" not in run(root, "--check")[2]


def two_of_one_symbol(root: Root) -> Path:
    """A folder with two files of one symbol and language, between which a build chooses."""
    more = root.folder / "more"
    more.mkdir()
    words = akn(statement(numbered("1.", "Requests a report;"), number="90/8", symbol="A/RES/90/8"))
    for name in ("a.xml", "b.xml"):
        (more / name).write_text(words, encoding="utf-8")
    return more


def test_where_the_data_is_wrong_two_files_of_one_symbol_are_no_error(root: Root, run: Run) -> None:
    more = two_of_one_symbol(root)
    root.change("themes.yml", "examples: [打击腐败]", "examples: [打击欺诈]")
    status, _, errors = run(root, "--texts", str(more))
    assert status == 1
    assert "data/themes.yml" in errors
    assert "doubled-address" not in errors


def test_a_selection_mistyped_is_told_and_no_text_is_read(root: Root, run: Run) -> None:
    root.change("texts/A-RES-90-1.zh.txt", "第 55 次全体会议", "第 55 次全体会议\n\n第四次修订")
    status, _, errors = run(root, "--only", "theme=corupption")
    assert status == 1
    assert "error[bad-selection] `corupption` is no theme" in errors
    assert "unexplained-line" not in errors  # it is told when the selection is mended
    assert "unexplained-line" in run(root)[2]


def test_where_nothing_is_selected_only_that_is_told(root: Root, run: Run) -> None:
    more = two_of_one_symbol(root)
    status, _, errors = run(root, "--texts", str(more), "--only", "agenda_item=99")
    assert status == 1
    assert "--only:1: error[nothing-selected]" in errors
    assert "--only:1: refused[selects-nothing] no text has the agenda_item `99`" in errors
    assert ".xml:" not in errors


def test_a_text_with_a_new_date_costs_nothing_and_one_with_other_bytes_is_read(
    root: Root, run: Run
) -> None:
    more = root.folder / "more"
    more.mkdir()
    text = more / "b.xml"
    body = numbered("1.", "Requests a report;")
    words = akn(statement(body, number="90/8", symbol="A/RES/90/8"))
    text.write_text(words, encoding="utf-8")
    assert run(root, "--texts", str(more))[0] == 0
    os.utime(text, (1, 1))
    assert run(root, "--texts", str(more))[2] == ""
    text.write_bytes(text.read_bytes().replace(b"a report", b"two reports"))
    os.utime(text, (1, 1))
    assert "1 texts of 1 instruments taken" in run(root, "--texts", str(more))[2]
    page = root.folder / "site" / "en" / "resolutions" / "a-res-90-8.html"
    assert "two reports" in page.read_text(encoding="utf-8")
