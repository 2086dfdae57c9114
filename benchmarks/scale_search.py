"""Measure the search on a corpus as large as readers may bring, beside MiniSearch.

python benchmarks/scale_search.py [--units 50000 560000] [--keep FOLDER]

The corpora recombine the clauses of our texts by a fixed seed, in a folder outside the repository.
A real corpus has more different words and as many postings. Every page is opened from `file://`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]
from browser.helpers import ARGUMENTS, CHROMIUM, program  # noqa: E402
from conftest import edition_of  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from scale_corpus import Corpus, mixed, write  # noqa: E402
from scale_figures import exact, measure  # noqa: E402
from scale_minisearch import installed, mini  # noqa: E402

from resolutions.search.passages import units_of  # noqa: E402


def main() -> int:
    """Print the figures of our own corpus, then of each synthetic one, then of MiniSearch."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--units", type=int, nargs="*", default=[50_000])
    parser.add_argument("--keep", type=Path, help="make the corpora here and leave them")
    options = parser.parse_args()
    edition = edition_of(ROOT / "data")
    readings = list(edition.readings.values())
    own = [(each.document, units_of(each, edition.catalogue)) for each in readings]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        place: Path = options.keep or Path(folder)
        browser = playwright.chromium.launch(
            executable_path=program("CHROMIUM_PATH", *CHROMIUM),
            args=[*ARGUMENTS, "--enable-precise-memory-info"],
        )
        queries = mixed(own, edition.catalogue)
        print(f"{len(queries)} mixed queries, limit 20; first result: new page with ?q=")
        measure("ours, the edition", browser, ROOT / "site", queries)
        modules = installed(place)
        if modules:
            units = [unit for _, each in own for unit in each]
            names = tuple(f"{about.slug}#{unit.key}" for about, each in own for unit in each)
            mini(browser, place / "mini", modules, units, queries, names)
        for count in options.units:
            site = place / f"units-{count}"
            made = write(site, Corpus(readings, edition.catalogue, count), edition.catalogue)
            measure(f"ours, {count:,} units", browser, site, queries)
            exact(browser, site, made)
            if modules and count <= 100_000:
                mini(browser, place / f"mini-{count}", modules, made, queries)
            if not options.keep:
                shutil.rmtree(site)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
