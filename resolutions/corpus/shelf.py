"""A folder of texts: the edition's own `data/texts/`, or one that a reader drops in.

A dropped-in folder holds texts with their headers, UN XML files, or both, at any depth, and its own
list of addresses. A file of it that cannot be read is told and left out; the rest goes on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from resolutions.model.document import Parsed
from resolutions.model.library import Side
from resolutions.model.problems import Report
from resolutions.model.records import record
from resolutions.readers.table import READERS, kind_of


@record
class Shelf:
    """Where texts lie, and the list of the addresses they were published under."""

    folder: Path
    shown: str  # the folder's name in messages
    addresses: Path
    shown_addresses: str
    own: bool  # the edition's own texts: what is wrong there stops the build

    @property
    def list(self) -> tuple[Path, str]:
        """The list of addresses, and its name in messages."""
        return self.addresses, self.shown_addresses

    def name(self, path: Path) -> str:
        """A file's name in messages: the shelf's, and its path below it."""
        below = path.relative_to(self.folder) if path.is_relative_to(self.folder) else path
        return f"{self.shown}/{below.as_posix()}"

    @property
    def extracts(self) -> Iterator[Path]:
        """The JSON files of a folder dropped in, which may be the UN's extracts."""
        if not self.own and self.folder.is_dir():
            yield from (p for p in files_below(self, Report()) if p.suffix.lower() == ".json")

    def holds(self, side: Side) -> bool:
        """Whether a text was read from here."""
        return side.file.startswith(f"{self.shown}/")


def shelves(root: Path, folders: Iterable[Path]) -> list[Shelf]:
    """The edition's own texts, then each folder dropped in."""
    data = root / "data"
    own = Shelf(
        folder=data / "texts",
        shown="data/texts",
        addresses=data / "addresses.txt",
        shown_addresses="data/addresses.txt",
        own=True,
    )
    dropped = [
        Shelf(
            folder=folder,
            shown=folder.as_posix(),
            addresses=folder / "addresses.txt",
            shown_addresses=f"{folder.as_posix()}/addresses.txt",
            own=False,
        )
        for folder in dict.fromkeys(folders)
    ]
    return [own, *dropped]


def texts_of(shelf: Shelf, report: Report) -> list[Path]:
    """The files of a shelf that a reader takes, at any depth, by their path below it."""
    if not shelf.folder.is_dir():
        report.error(shelf.shown, 1, "no-folder", "there is no such folder", "correct `--texts`")
        return []
    taken = [each for each in files_below(shelf, report) if is_text(each)]
    return sorted(taken, key=lambda path: path.relative_to(shelf.folder).as_posix())


def is_text(path: Path) -> bool:
    """Whether a reader takes a file of this name."""
    return kind_of(path) in READERS and path.name != "addresses.txt"


def files_below(shelf: Shelf, report: Report) -> Iterator[Path]:
    """Every file below the folder of a shelf; what cannot be looked into is told.

    Hidden files and folders are none of ours. A folder that is linked into itself is entered once.
    """
    entered: set[Path] = set()

    def closed(problem: OSError) -> None:
        _unread(shelf, Path(problem.filename or shelf.folder), problem.strerror or "", report)

    for name, folders, files in os.walk(shelf.folder, followlinks=True, onerror=closed):
        folder = Path(name)
        real = folder.resolve()
        folders[:] = [] if real in entered else sorted(f for f in folders if f[0] != ".")
        if real not in entered:
            entered.add(real)
            for file in sorted(files):
                path = folder / file
                if file[0] == ".":
                    continue
                if path.is_file():
                    yield path
                elif is_text(path):
                    _unread(shelf, path, "it is a link to nothing", report)


def _unread(shelf: Shelf, path: Path, why: str, report: Report) -> None:
    report.refuse(
        shelf.name(path), 1, "unread-file", f"it cannot be read: {why}", "make it readable"
    )


def parse_file(shelf: Shelf, path: Path, report: Report) -> list[Parsed]:
    """What a file holds; a dropped-in one with an error is told and left out."""
    own = report if shelf.own else Report()
    parsed = READERS[kind_of(path)](path, shelf.name(path), own)
    if shelf.own:
        return parsed
    for each in own.problems:
        severity = "refused" if each.severity == "error" else each.severity
        report.problems.append(replace(each, severity=severity))
    return [] if own.failed else parsed
