from __future__ import annotations

from pathlib import Path

from resolutions.publish.scripts import ENGINE, PARTS, copy_assets

ASSETS = Path(__file__).resolve().parents[2] / "docs" / "assets"


def test_the_engine_is_its_parts_in_their_order(tmp_path: Path) -> None:
    copy_assets(ASSETS, tmp_path / "assets")
    texts = [(ASSETS / "search" / f"{name}.js").read_text(encoding="utf-8") for name in PARTS]
    assert (tmp_path / "assets" / ENGINE).read_text(encoding="utf-8") == "".join(texts)


def test_every_other_asset_is_copied_and_no_part_of_the_engine(tmp_path: Path) -> None:
    copy_assets(ASSETS, tmp_path / "assets")
    parts = {f"search/{name}.js" for name in PARTS}
    here = {p.relative_to(ASSETS).as_posix() for p in ASSETS.rglob("*") if p.is_file()}
    there = {
        p.relative_to(tmp_path / "assets").as_posix()
        for p in (tmp_path / "assets").rglob("*")
        if p.is_file()
    }
    assert parts < here
    assert there == here - parts | {ENGINE}
