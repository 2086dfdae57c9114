from __future__ import annotations

import os
from pathlib import Path

import pytest

from resolutions.corpus.store import UNUSED, Store


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_what_is_laid_down_is_recalled_by_another_run(tmp_path: Path) -> None:
    Store.of(tmp_path, "one").keep("a.taken", b"content")
    assert Store.of(tmp_path, "one").recall("a.taken") == b"content"
    assert Store.of(tmp_path, "one").recall("b.taken") is None


def test_what_was_read_in_another_way_is_removed(tmp_path: Path) -> None:
    Store.of(tmp_path, "one").keep("a.taken", b"content")
    Store.of(tmp_path, "two").keep("a.taken", b"other")
    (tmp_path / "loose.work").touch()  # as once they lay there
    assert Store.of(tmp_path, "two").recall("a.taken") == b"other"
    assert names(tmp_path) == ["two", "two/a.taken"]
    assert Store.of(tmp_path, "one").recall("a.taken") is None


def test_what_no_run_asked_for_in_a_month_is_removed(tmp_path: Path) -> None:
    store = Store.of(tmp_path, "one")
    for name in ("used.work", "unused.work"):
        store.keep(name, b"content")
        before = (tmp_path / "one" / name).stat().st_mtime - UNUSED - 60
        os.utime(tmp_path / "one" / name, (before, before))
    assert store.recall("used.work") == b"content"
    Store.of(tmp_path, "one")
    assert names(tmp_path / "one") == ["used.work"]


def test_a_work_that_is_spoilt_while_a_run_reads_it_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path)
    (tmp_path / "a.work").write_bytes(b"spoilt")
    with pytest.raises(OSError, match=r"a\.work"):
        store.work("a", "a.work")
