"""Hashes over all that decides what a build makes: whether a site, or a cached work, is current."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from resolutions.files import write_whole
from resolutions.publish.options import Options
from resolutions.publish.package import sums_hold

INPUTS = ("resolutions", "data", "templates", "overrides", "docs/assets")
INPUT_FILES = ("build_pages.py", "mkdocs.yml", "pyproject.toml", "requirements.txt")
# What decides how a text is read: the rooms up to `corpus`, and the data but for words of pages.
READING = ("*.py", "model", "web", "catalogue", "readers", "analysis", "corpus")
READING_DATA = ("*.yml", "rules")
NAME = re.compile(r"[\w.-]+")  # of a library, before its version


def reading_fingerprint(root: Path) -> str:
    """What decides how a text is read: the code of the stages, the data, the libraries."""
    wanted = [("resolutions", each) for each in READING] + [("data", each) for each in READING_DATA]
    files = [
        file for room, each in wanted for path in (root / room).glob(each) for file in _files(path)
    ]
    return _fingerprint(root, files)


def program_fingerprint(root: Path) -> str:
    """What decides what a site is but for the texts: code, data, templates, libraries."""
    files = [root / name for name in INPUT_FILES if (root / name).is_file()]
    for folder in INPUTS:
        files += _files(root / folder)
    return _fingerprint(root, files)


def site_fingerprint(program: str, texts: Iterable[Path]) -> str:
    """What decides what a site is: `program`, its fingerprint, and the texts dropped in.

    Of the texts, which may be thousands, their names and their bytes: a new date changes nothing.
    A folder goes by its name as it was given too, for pages show that.
    """
    digest = hashlib.sha256(program.encode())
    for dropped in texts:
        digest.update(dropped.as_posix().encode())
        for path in sorted(_files(dropped.resolve())):
            digest.update(f"{path} {sum_of(path)}".encode())
    return digest.hexdigest()


def sum_of(path: Path) -> str:
    """The sum of a file's bytes; why it has none, where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        return problem.strerror or "unread"


class Stamp:
    """What a site was made of, as the inputs were when the run began: an input that changes
    while it runs makes the next one build again, though it be as before by then. Kept in the build
    folder when the site is published.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self.program = program_fingerprint(options.root)
        self.edition = sum_of(options.edition) if options.edition else ""
        wanted = site_fingerprint(self.program, options.texts)
        self.fingerprint = " ".join([wanted, self.edition, *options.only])
        name = hashlib.sha256(str(options.site).encode()).hexdigest()[:8]
        self.path = options.build / f"stamp-{name}"

    def is_current(self) -> bool:
        """Whether the site stands as this very code and data made it."""
        options = self.options
        if not options.writes or options.force or not self.path.is_file():
            return False
        if options.packed and not options.zip.exists():
            return False
        return self.path.read_bytes() == self._state() and sums_hold(options.site)

    def drop(self) -> None:
        """Say of no site that it is current: site and zip are about to be replaced, in turn."""
        self.path.unlink(missing_ok=True)

    def put(self) -> None:
        """Say that the site stands as this code and data made it, if they are as they were."""
        if Stamp(self.options).fingerprint == self.fingerprint:
            write_whole(self.path, self._state())

    def _state(self) -> bytes:
        return f"{self.fingerprint} {self.options.zip.exists()}".encode()


def _fingerprint(root: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256("\n".join([sys.version, *_libraries(root)]).encode())
    for path in sorted(set(files)):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _libraries(root: Path) -> list[str]:
    """The libraries that the build imports, with the versions that are installed."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [NAME.match(each) for each in project["dependencies"]]
    return [f"{name[0]} {importlib.metadata.version(name[0])}" for name in names if name]


def _files(path: Path) -> Iterator[Path]:
    """A file, or every file below a folder; not what Python or an editor leaves there.

    Folders are entered through links too, each once, as `corpus/shelf` does.
    """
    if path.is_file():
        yield path
    entered: set[str] = set()
    for folder, below, names in os.walk(path, followlinks=True):
        real = os.path.realpath(folder)
        below[:] = [] if real in entered else sorted(set(below) - {"__pycache__"})
        if real not in entered:
            entered.add(real)
            yield from (Path(folder, name) for name in names if not name.startswith("."))
