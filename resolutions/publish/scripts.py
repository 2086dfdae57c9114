"""The scripts of a site: those of `docs/assets`, and the engine of the search in one file.

Its files have one job each and stay apart where they are read and tested; a browser that opens a
site from `file://` waits for every file that it asks for (decision 0016).
"""

from __future__ import annotations

import shutil
from pathlib import Path

# The files of the engine, each after those that it needs.
PARTS = (
    *("fold", "postings", "tally", "heap", "stems", "slips", "symbols", "references", "spelling"),
    *("terms", "thesaurus", "query", "corpus", "find", "naming", "lexicon", "facets", "matches"),
    *("rank", "likeness", "spoken", "near", "named", "search", "everywhere", "beside"),
    *("draw", "narrow", "help"),  # how it is shown
)
ENGINE = "search/engine.js"


def copy_assets(assets: Path, target: Path) -> None:
    """Copy the assets; the parts of the engine become one file, in their order and unchanged."""
    parts = [f"{name}.js" for name in PARTS]

    def joined(folder: str, names: list[str]) -> list[str]:
        return parts if Path(folder) == assets / "search" else []

    shutil.copytree(assets, target, ignore=joined)
    texts = [(assets / "search" / name).read_text(encoding="utf-8") for name in parts]
    (target / ENGINE).write_text("".join(texts), encoding="utf-8", newline="\n")
