from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Root

from resolutions.publish.fingerprint import (
    program_fingerprint,
    reading_fingerprint,
    site_fingerprint,
)

Fingerprint = Callable[[Path], str]


def of_site(root: Path) -> str:
    return site_fingerprint(program_fingerprint(root), [root / "more"])


@pytest.fixture
def folder(root: Root) -> Path:
    (root.folder / "more").mkdir()
    (root.folder / "resolutions").unlink()  # a link to the code of this checkout
    for room in ("site", "readers"):
        (root.folder / "resolutions" / room).mkdir(parents=True)
        (root.folder / "resolutions" / room / "code.py").write_text("", encoding="utf-8")
    return root.folder


@pytest.mark.parametrize("fingerprint", [of_site, reading_fingerprint])
@pytest.mark.parametrize(
    "changed", ["resolutions/readers/code.py", "data/terms.yml", "data/rules/en/acts.yml"]
)
def test_what_decides_how_a_text_is_read_changes_both(
    fingerprint: Fingerprint, changed: str, folder: Path
) -> None:
    path = folder / changed
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    before = fingerprint(folder)
    assert fingerprint(folder) == before
    path.write_text("# other", encoding="utf-8")
    assert fingerprint(folder) != before


@pytest.mark.parametrize(
    "changed",
    [
        "resolutions/site/code.py",
        "data/strings/zh.yml",
        "data/texts/new.zh.txt",
        "templates/new.jinja",
        "docs/assets/new.woff2",
        "more/new.docx",
        "mkdocs.yml",
    ],
)
def test_what_decides_only_how_it_is_shown_changes_that_of_the_site(
    changed: str, folder: Path
) -> None:
    if changed.startswith("docs"):
        (folder / "docs" / "assets").unlink()
        (folder / "docs" / "assets").mkdir()
    site, reading = of_site(folder), reading_fingerprint(folder)
    (folder / changed).write_text("# other", encoding="utf-8")
    assert of_site(folder) != site
    assert reading_fingerprint(folder) == reading


@pytest.mark.parametrize("library", ["jieba", "msgspec", "opencc-python-reimplemented"])
def test_another_version_of_a_library_reads_everything_again(
    library: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = reading_fingerprint(folder)
    found = importlib.metadata.version
    other = lambda name: "9.9" if name == library else found(name)  # noqa: E731
    monkeypatch.setattr(importlib.metadata, "version", other)
    assert reading_fingerprint(folder) != before


def test_a_dropped_in_text_that_changes_or_is_added_is_noticed(folder: Path) -> None:
    text = folder / "more" / "deep" / "a.xml"
    text.parent.mkdir()
    text.write_text("<a/>", encoding="utf-8")
    before = of_site(folder)
    assert of_site(folder) == before
    text.write_text("<a>b</a>", encoding="utf-8")
    changed = of_site(folder)
    text.with_name("b.xml").write_text("<b/>", encoding="utf-8")
    assert len({before, changed, of_site(folder)}) == 3


def test_a_link_that_leads_nowhere_is_a_text_like_others(folder: Path) -> None:
    before = of_site(folder)
    (folder / "more" / "a.xml").symlink_to(folder / "nowhere")
    assert of_site(folder) != before


def test_a_text_behind_a_link_to_a_folder_is_noticed(folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    text = folder / "elsewhere" / "a.xml"
    text.write_text("<a/>", encoding="utf-8")
    (folder / "elsewhere" / "itself").symlink_to(folder / "elsewhere")
    (folder / "more" / "linked").symlink_to(folder / "elsewhere")
    before = of_site(folder)
    text.write_text("<a>b</a>", encoding="utf-8")
    assert of_site(folder) != before


def test_data_behind_a_link_to_a_folder_are_noticed(folder: Path) -> None:
    (folder / "data" / "rules").mkdir(exist_ok=True)
    (folder / "data" / "rules").rename(folder / "elsewhere")
    (folder / "data" / "rules").symlink_to(folder / "elsewhere")
    before = reading_fingerprint(folder), of_site(folder)
    (folder / "elsewhere" / "new.yml").write_text("# other", encoding="utf-8")
    after = reading_fingerprint(folder), of_site(folder)
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_a_folder_goes_by_its_name_which_pages_show(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert site_fingerprint(program_fingerprint(folder), [Path("more")]) != of_site(folder)
