"""How large the site of our 22 instruments may be: for a slow machine, a stick, a mail."""

from __future__ import annotations

from .helpers import ROOT, SITE

PAGE, FOLDER = 300_000, 40_000_000  # bytes
PACKED = 8 * 2**20  # as a file manager counts megabytes


def test_no_page_is_too_large_for_a_slow_machine() -> None:
    sizes = {path.relative_to(SITE): path.stat().st_size for path in SITE.rglob("*.html")}
    assert len(sizes) > 6 * 150
    assert {path: size for path, size in sizes.items() if size > PAGE} == {}


def test_the_folder_and_its_package_can_be_handed_on() -> None:
    assert sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file()) <= FOLDER
    assert (ROOT / "dist" / "resolutions.zip").stat().st_size <= PACKED
