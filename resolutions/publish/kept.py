"""What the last build made, used again as long as all that it was made of is as it was.

A *unit* is what is made of one instrument: its pages in a language, its files of the data set. Of
each is kept what it asked the library for (`corpus/watched`), its value for what is made of many,
and the names of its files; the files themselves are those of the last site. Where code, templates
and data are the same and so is every answer, the files are linked into the new site.

What is kept is of one site, known by the sum of its sums, and goes with it: there is never more of
it than one build made, and a site that stopped half way, was moved or mended has nothing kept.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import time
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from msgspec.msgpack import Decoder

from resolutions.corpus.store import PACK, UNUSED
from resolutions.corpus.watched import Asked, Facts
from resolutions.files import checksum, read_cached, sealed, write_cached
from resolutions.model.library import Library
from resolutions.model.records import record
from resolutions.publish.fingerprint import Stamp, program_fingerprint
from resolutions.publish.options import Options
from resolutions.publish.output import Output
from resolutions.publish.package import FORMATS, SUMS, file_sum, is_for_tools, sums_of

T = TypeVar("T")
KEPT, OF = "kept", "of"  # the folders, and the file in each that says of what it is kept
DATA = "data"  # the folder of the data set in a site


@record
class Unit:
    """What a unit was made of, and what it came to."""

    asked: Asked
    given: str  # the sum of what it was given besides
    files: tuple[str, ...]  # by their path in the site
    value: bytes


UNIT = Decoder(Unit)


class Kept:
    """The units of the last build of a site, and those of the one that is being made."""

    def __init__(
        self,
        options: Options,
        stamp: Stamp,
        run: Path,
        output: Output,
        library: Library,
        of: Iterable[object],
    ) -> None:
        """`run`: the folder of this run. `of`: all besides that decides what is made.

        `stamp`: taken before anything was read, so that what changed since is not kept.
        """
        name = hashlib.sha256(str(options.site).encode()).hexdigest()[:8]
        self.root, self.site = options.root, options.site
        self.last, self.new = options.build / f"{KEPT}-{name}", run / KEPT
        self.program = stamp.program
        self.of = hashlib.sha256(PACK([stamp.program, stamp.edition, *of])).hexdigest()
        self.output, self.facts = output, Facts(library)
        self.library = self.facts.library
        current = not options.force and read_cached(self.last / OF) == self._about()
        self.sums = sums_of(self.site) if current else {}

    def unit(self, name: str, make: Callable[[], T], given: object = None) -> T:
        """What `make` makes of the library and `given`: its value, its files in the new site."""
        told = _sum(given)
        unit = self._held(name, told)
        if unit:
            for path in unit.files:
                self._take(path)
            _link(self.last / name, self.new / name)
            value: T = pickle.loads(unit.value)
            return value
        with self.facts.noting() as asked, self.output.noting() as files:
            value = make()
        unit = Unit(asked=asked, given=told, files=tuple(files), value=pickle.dumps(value))
        place = self.new / name  # nobody reads there before it is renamed
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(sealed(PACK(unit)))
        return value

    def still_packed(self) -> tuple[Path, frozenset[str]]:
        """The formats of the last site, and what the new one is to take from there."""
        units = [UNIT.decode(read_cached(each) or b"") for each in (self.new / DATA).glob("*")]
        names = {name for unit in units for name in unit.files if _is_packed(name)}
        made = self.output.folder or self.site
        own = {name.removeprefix(f"{DATA}/") for name in names if not (made / name).exists()}
        return self.site / DATA / FORMATS, frozenset(own)

    def put(self) -> None:
        """Keep what was made, now that its site stands; not where code or data changed meanwhile.

        On a full disk nothing is kept, which costs time alone. What is kept of sites that nobody
        made in a month is removed.
        """
        shutil.rmtree(self.last, ignore_errors=True)
        if program_fingerprint(self.root) == self.program:
            with suppress(OSError):
                write_cached(self.new / OF, self._about())
                self.new.rename(self.last)
        for other in self.last.parent.glob(f"{KEPT}-*"):
            if other.stat().st_mtime < time.time() - UNUSED:
                shutil.rmtree(other, ignore_errors=True)

    def _about(self) -> bytes:
        """Of which site, made of what: nothing that changes is the same."""
        return f"{self.of} {file_sum(self.site / SUMS)}".encode()

    def _held(self, name: str, given: str) -> Unit | None:
        """A unit of the last build that would be made alike; None if there is no such."""
        content = read_cached(self.last / name) if self.sums and given else None
        if content is None:
            return None
        unit = UNIT.decode(content)
        alike = unit.given == given and self.facts.hold(unit.asked)
        return unit if alike and all(map(self._stands, unit.files)) else None

    def _stands(self, path: str) -> bool:
        """Whether a file of the last site is there, no link elsewhere, and unchanged."""
        if _is_packed(path):
            return path.removeprefix(f"{DATA}/") in self._packed
        file = self.site / path
        return self.sums.get(path) == file_sum(file) and not file.is_symlink()

    @cached_property
    def _packed(self) -> frozenset[str]:
        """What lies packed in the last site, if that is unchanged."""
        path = f"{DATA}/{FORMATS}"
        if self.sums.get(path) != file_sum(self.site / path):
            return frozenset()
        with zipfile.ZipFile(self.site / path) as archive:
            return frozenset(archive.namelist())

    def _take(self, path: str) -> None:
        if self.output.folder and not _is_packed(path):
            _link(self.site / path, self.output.folder / path)


def _sum(given: object) -> str:
    """The sum of a value, whose records tell all that they hold; "" of what cannot be summed."""
    try:
        return checksum(PACK(given)).hex()
    except TypeError:
        return ""


def _is_packed(path: str) -> bool:
    """Whether a file of a site with very many instruments lies packed with others."""
    return path.startswith(f"{DATA}/") and is_for_tools(path)


def _link(old: Path, new: Path) -> None:
    """Have a file in a second place: as a link, or copied where a disk has none."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:
        with suppress(FileNotFoundError):
            new.unlink()
        shutil.copyfile(old, new)
