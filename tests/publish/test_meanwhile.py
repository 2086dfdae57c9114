"""What changes while a run is at work is in none of what later runs take for made of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import Root

from resolutions.analysis import checks
from resolutions.catalogue.datafiles import DataFiles
from resolutions.corpus import intake

Run = Callable[..., tuple[int, str, str]]


@contextmanager
def at(place: object, name: str, do: Callable[[], object]) -> Iterator[None]:
    """Do something each time before a function is called."""
    before = getattr(place, name)

    def doing(*values: object) -> object:
        do()
        return before(*values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(place, name, doing)
        yield


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def built(root: Root, run: Run) -> dict[str, bytes]:
    status, _, errors = run(root)
    assert status == 0, errors
    return tree(root.folder / "site")


def anew(root: Root, run: Run) -> dict[str, bytes]:
    shutil.rmtree(root.folder / "build")
    return built(root, run)


def test_data_that_change_while_they_are_read(
    root: Root, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    errata, check = root.data / "errata.yml", checks.check_data
    old = errata.read_text(encoding="utf-8")

    def edited(files: DataFiles) -> None:
        check(files)
        errata.write_text(old.replace('"42147"', '"42148"'), encoding="utf-8")

    monkeypatch.setattr(checks, "check_data", edited)
    first = built(root, run)
    monkeypatch.setattr(checks, "check_data", check)
    second = built(root, run)
    assert first != second
    assert second == anew(root, run)


def test_a_text_that_is_another_for_as_long_as_it_is_read(root: Root, run: Run) -> None:
    path = root.data / "texts" / "A-RES-90-1.zh.yml"  # the header of a text
    old = path.read_bytes()
    new = old.replace(b"origin: toy.txt", b"origin: other.txt")
    with at(intake, "parse_file", lambda: path.write_bytes(new)):
        first = built(root, run)
    path.write_bytes(old)
    second = built(root, run)
    assert first != second
    assert second == anew(root, run)
