from __future__ import annotations

from pathlib import Path

import pytest

from resolutions.files import read_cached, whole, write_cached, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_its_folder_and_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "list.txt"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(path.parent) == ["list.txt"]


def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    write_whole(path, b"one")

    def full_disk() -> None:
        with whole(path) as beside:
            beside.write_bytes(b"tw")
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        full_disk()
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["list.txt"]


def test_what_is_cached_comes_back(tmp_path: Path) -> None:
    write_cached(tmp_path / "work", b"content")
    assert read_cached(tmp_path / "work") == b"content"
    write_cached(tmp_path / "empty", b"")
    assert read_cached(tmp_path / "empty") == b""


@pytest.mark.parametrize("size", [0, 10, 16, 20])
def test_a_cached_file_cut_short_is_a_miss(size: int, tmp_path: Path) -> None:
    write_cached(tmp_path / "work", b"content")
    kept = (tmp_path / "work").read_bytes()
    (tmp_path / "work").write_bytes(kept[:size])
    assert read_cached(tmp_path / "work") is None


def test_a_cached_file_that_changed_or_is_none_is_a_miss(tmp_path: Path) -> None:
    write_cached(tmp_path / "work", b"content")
    kept = (tmp_path / "work").read_bytes()
    (tmp_path / "work").write_bytes(kept[:-1] + b"\0")
    (tmp_path / "folder").mkdir()
    assert read_cached(tmp_path / "work") is None
    assert read_cached(tmp_path / "folder") is None
    assert read_cached(tmp_path / "none") is None
