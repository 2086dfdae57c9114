"""The promise that an address lasts: `data/addresses.txt` lists all ever published."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from resolutions.models import Library, Page
from resolutions.problems import Report

HEAD = (
    "# Every address ever published: page paths, and slug#key of each paragraph and note.\n"
    "# `make addresses` appends; a build fails when one is gone. Never edit or remove a line.\n"
)


def addresses(library: Library, pages: Iterable[Page]) -> list[str]:
    """The addresses of this build, in the order of the edition."""
    found = [page.path for page in pages]
    for slug, reading in library.readings.items():
        document = reading.document
        found += [f"{slug}#{paragraph.key}" for paragraph in document.paragraphs]
        found += [f"{slug}#{note.key}" for note in document.footnotes]
    return found


def published(path: Path) -> dict[str, int]:
    """The addresses of the list, each with its line."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line: n for n, line in enumerate(lines, 1) if line and not line.startswith("#")}


def check(path: Path, shown: str, current: Iterable[str], report: Report) -> None:
    """Report every published address that is gone, and how many new ones wait to be listed."""
    listed = published(path)
    now = set(current)
    for address, line in listed.items():
        if address not in now:
            report.error(
                shown,
                line,
                "lost-address",
                f"{address} is gone",
                "restore it: an address is a promise",
            )
    new = len(now - listed.keys())
    if new:
        report.warn(
            shown,
            max(listed.values(), default=1),
            "new-address",
            f"{new} addresses are not listed yet",
            "run `make addresses` and commit the list",
        )


def append(path: Path, current: Iterable[str]) -> int:
    """Add the addresses that are not listed yet; return how many."""
    listed = published(path)
    new = [address for address in dict.fromkeys(current) if address not in listed]
    if not path.exists():
        path.write_text(HEAD, encoding="utf-8")
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{address}\n" for address in new)
    return len(new)
