from __future__ import annotations

from pathlib import Path

import pytest

from resolutions.publish.scripts import ENGINE, GUARD, JOINED, PAGE_ALONE, copy_assets

ASSETS = Path(__file__).resolve().parents[2] / "docs" / "assets"


@pytest.mark.parametrize("joined", JOINED)
def test_a_joined_file_is_its_parts_in_their_order(tmp_path: Path, joined: str) -> None:
    copy_assets(ASSETS, tmp_path / "assets")
    texts = [(ASSETS / f"{name}.js").read_text(encoding="utf-8") for name in JOINED[joined]]
    parts = texts if joined == ENGINE else [GUARD % text for text in texts]
    assert (tmp_path / "assets" / joined).read_text(encoding="utf-8") == "".join(parts)


def test_every_other_asset_is_copied_and_no_part_of_a_joined_one(tmp_path: Path) -> None:
    copy_assets(ASSETS, tmp_path / "assets")
    parts = {f"{name}.js" for names in JOINED.values() for name in names}
    here = {p.relative_to(ASSETS).as_posix() for p in ASSETS.rglob("*") if p.is_file()}
    there = {
        p.relative_to(tmp_path / "assets").as_posix()
        for p in (tmp_path / "assets").rglob("*")
        if p.is_file()
    }
    assert parts < here
    alone = {f"{name}.js" for name in PAGE_ALONE}
    assert there == here - parts | alone | {*JOINED}
