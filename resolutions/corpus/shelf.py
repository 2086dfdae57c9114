"""A folder of texts: the edition's own `data/texts/`, or one that a reader drops in.

A dropped-in folder holds texts with their headers, UN XML files, or both, and its own list of
addresses. A file of it that cannot be read is told and left out; the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from resolutions.model.document import Parsed
from resolutions.model.library import Side
from resolutions.model.problems import Report
from resolutions.model.records import record
from resolutions.readers.akn.reader import read_akn
from resolutions.readers.text.parse import parse
from resolutions.readers.text.read import read
from resolutions.readers.text.sift import sift


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
    """The files of a shelf, by name."""
    if not shelf.folder.is_dir():
        report.error(shelf.shown, 1, "no-folder", "there is no such folder", "correct `--texts`")
        return []
    return sorted(
        path
        for path in shelf.folder.iterdir()
        if path.suffix in (".txt", ".xml") and path.name != "addresses.txt"
    )


def parse_file(shelf: Shelf, path: Path, report: Report) -> list[Parsed]:
    """What a file holds; a dropped-in one with an error is told and left out."""
    own = report if shelf.own else Report()
    if path.suffix == ".xml":
        parsed = read_akn(path, f"{shelf.shown}/{path.name}", own)
    else:
        source = read(path, shelf.shown, own)
        parsed = [parse(sift(source), own)] if source else []
    if shelf.own:
        return parsed
    for each in own.problems:
        tell = report.refuse if each.severity == "error" else report.warn
        tell(each.file, each.line, each.code, each.message, each.remedy)
    return [] if own.failed else parsed
