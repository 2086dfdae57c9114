"""The UN's own XML files in a folder that a command is given: read where they lie, never copied."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Paragraph
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.readers.akn.reader import read_akn

ROOT = Path(__file__).resolve().parent.parent.parent


def run(tell: Callable[[Path, Catalogue], None]) -> int:
    """Tell of the folder that the command line names; return the exit status."""
    if len(sys.argv) < 2:
        print("name the folder of the UN's XML files")
        return 2
    catalogue = load(DataFiles(ROOT / "data", "data", Report()))
    if catalogue is None:
        return 1
    tell(Path(sys.argv[1]), catalogue)
    return 0


@cache
def paragraphs_of(path: Path) -> tuple[Language, dict[str, Paragraph]]:
    """The language of a file of the UN and its paragraphs by key; the first of a key counts."""
    found: dict[str, Paragraph] = {}
    language = ""
    for parsed in read_akn(path, path.name, Report()):
        for document in parsed.documents:
            language = language or document.language
            for each in document.paragraphs:
                found.setdefault(each.key, each)
    return language, found
