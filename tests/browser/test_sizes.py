"""How large the site of our 22 instruments may be: for a slow machine, a stick, a mail.

The bars of the design; decisions/0019 says what weighs, and what was done.
"""

from __future__ import annotations

import gzip

from .helpers import ROOT, SITE

PAGE, LONGEST, PACKED_PAGE = 300_000, 400_000, 70_000  # bytes; of a page, of the four longest texts
LONG = {"a-res-71-209.html", "a-res-68-193.html", "a-c-3-68-l-18.html", "e-2011-30-ecosoc-1.html"}
FOLDER, PACKED = 45_000_000, 9_000_000


def test_no_page_is_too_large_for_a_slow_machine() -> None:
    pages = list(SITE.rglob("*.html"))
    assert len(pages) > 6 * 150
    wrong = {}
    for path in pages:
        size, long = path.stat().st_size, path.name in LONG and path.parent.name == "resolutions"
        if size > (LONGEST if long else PAGE) or (
            size > PAGE and len(gzip.compress(path.read_bytes(), 9)) > PACKED_PAGE
        ):
            wrong[path.relative_to(SITE)] = size
    assert wrong == {}


def test_the_folder_and_its_package_can_be_handed_on() -> None:
    assert sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file()) <= FOLDER
    assert (ROOT / "dist" / "resolutions.zip").stat().st_size <= PACKED
