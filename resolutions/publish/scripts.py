"""The scripts of a site: those of `docs/assets`, and some of them joined into one file.

Its files have one job each and stay apart where they are read and tested; a browser that opens a
site from `file://` waits for every file that it asks for (decision 0016), and a thousand pages name
each of them (decision 0019).
"""

from __future__ import annotations

import shutil
from pathlib import Path

# The files of the engine of the search, each after those that it needs.
PARTS = (
    *("fold", "postings", "tally", "heap", "stems", "slips", "symbols", "numbers"),
    *("locators", "articles", "spelling"),
    *("terms", "thesaurus", "query", "corpus", "find", "naming", "lexicon", "facets", "matches"),
    *("rank", "likeness", "spoken", "near", "named", "search", "everywhere", "beside"),
    *("draw", "narrow", "help"),  # how it is shown
)
# What every page runs, and what the page of an instrument runs before it.
COMMON = ("preview", "evidence", "filters", "passages", "search/marks", "search/box", "take/load")
INSTRUMENT = ("rail", "range", "columns", "terms", "jump", "keys", "display")
ENGINE = "search/engine.js"
JOINED = {
    ENGINE: tuple(f"search/{name}" for name in PARTS),
    "page.js": ("shell", "edition", "search/load", *COMMON),
    "instrument.js": INSTRUMENT,
}
PAGE_ALONE = ("search/load",)  # what some page asks for by itself as well
# A part that fails says so, and stops none of the others.
GUARD = "try {\n%s} catch (error) { setTimeout(() => { throw error; }); }\n"


def copy_assets(assets: Path, target: Path) -> None:
    """Copy the assets; what is joined becomes one file, its parts in their order and unchanged."""
    shutil.copytree(assets, target)
    for joined, parts in JOINED.items():
        texts = [(assets / f"{name}.js").read_text(encoding="utf-8") for name in parts]
        if joined != ENGINE:
            texts = [GUARD % text for text in texts]
        (target / joined).write_text("".join(texts), encoding="utf-8", newline="\n")
        for name in {*parts} - {*PAGE_ALONE}:
            (target / f"{name}.js").unlink()
