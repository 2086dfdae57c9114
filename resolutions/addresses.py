"""The promise that an address lasts: `data/addresses.txt` lists all ever published."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from resolutions.models import Document
from resolutions.problems import Report

HEAD = (
    "# Every address ever published: page paths, and slug#key of each paragraph and note.\n"
    "# `make addresses` appends; a build fails when one is gone. Never edit or remove a line.\n"
)


def places(documents: Iterable[Document]) -> list[str]:
    """The addresses of paragraphs and notes, in the order of the edition."""
    found: list[str] = []
    for document in documents:
        found += [f"{document.slug}#{paragraph.key}" for paragraph in document.paragraphs]
        found += [f"{document.slug}#{note.key}" for note in document.footnotes]
    return found


def published(path: Path) -> dict[str, int]:
    """The addresses of the list, each with its line."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line: n for n, line in enumerate(lines, 1) if line and not line.startswith("#")}


def check_unique(documents: Iterable[Document], report: Report) -> None:
    """Report two instruments with one address."""
    seen: dict[str, Document] = {}
    for document in documents:
        if document.slug in seen:
            report.error(
                document.source.file,
                document.lines.start,
                "doubled-address",
                f"`{document.slug}` is the address of two instruments",
                f"the other is in {seen[document.slug].source.file}; remove one",
            )
        seen.setdefault(document.slug, document)


def check_kept(
    path: Path, shown: str, current: Iterable[str], kind: Literal["places", "pages"], report: Report
) -> None:
    """Report every published address of a kind that is gone, and count the new ones.

    `places` are paragraphs and notes, known once the texts are parsed; `pages` only at the end.
    """
    now = set(current)
    own = {a: n for a, n in published(path).items() if ("#" in a) == (kind == "places")}
    for address, line in own.items():
        if address not in now:
            remedy = "restore it: an address is a promise"
            report.error(shown, line, "lost-address", f"{address} is gone", remedy)
    new = len(now - own.keys())
    if new:
        report.warn(
            shown,
            max(own.values(), default=1),
            "new-address",
            f"{new} addresses of {kind} are not listed yet",
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
