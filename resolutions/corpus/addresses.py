"""The promise that an address lasts: `data/addresses.txt` lists all ever published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from resolutions.corpus.shelf import Shelf
from resolutions.files import write_whole
from resolutions.model.catalogue import Move
from resolutions.model.document import Document
from resolutions.model.library import Head
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.web import urls

Kind = Literal["places", "pages"]
REMEDIES = {
    "places": "restore it: an address is a promise",
    "pages": "restore it, or say in data/redirects.yml where it leads now",
}
LATER = re.compile(rf"cited/(?:{'|'.join(urls.CITED_CLASSES)})-")
HEAD = (
    "# Every address ever published: page paths, and slug#key of each paragraph and note.\n"
    "# `make addresses` appends; a build fails when one is gone. Never edit or remove a line.\n"
    "# slug@xx: the text in language xx numbered the paragraphs first, and its keys stay.\n"
)


def references(shelves: Iterable[Shelf]) -> dict[str, Language]:
    """The language whose numbering gave an instrument its keys: lines `slug@language`."""
    lines = [line for shelf in shelves for line in published(shelf.addresses)]
    return {line.split("@")[0]: line.split("@")[1] for line in lines if "@" in line}


def places(heads: Iterable[Head], shelf: Shelf, moves: Iterable[Move] = ()) -> list[str]:
    """The addresses that a shelf keeps: the language that numbers, the paragraphs and notes.

    An address is kept where the first text that has it lies, that of the reference before others.
    Where the page of an instrument has moved, its old addresses lead to the new ones: kept too.
    """
    own = _places(heads, shelf)
    return own + moved_places(own, moves)


def moved_places(places: Sequence[str], moves: Iterable[Move]) -> list[str]:
    """The old addresses of the paragraphs on pages that have moved."""
    before = [(urls.slug(move.old), urls.slug(move.new)) for move in moves]
    return [
        old + place.removeprefix(new)
        for old, new in before
        if old and new
        for place in places
        if re.match(rf"{new}[#@]", place)
    ]


def _places(heads: Iterable[Head], shelf: Shelf) -> list[str]:
    found: list[str] = []
    for head in heads:
        seen: set[str] = set()
        for code in sorted(head.sides, key=lambda code: code != head.reference):
            side = head.sides[code]
            own = [f"{head.slug}#{key}" for key in side.keys]
            if shelf.holds(side):
                found += [f"{head.slug}@{code}"] if code == head.reference else []
                found += [place for place in own if place not in seen]
            seen.update(own)
    return found


def pages(
    paths: Iterable[str], heads: Iterable[Head], shelf: Shelf, shelved: Sequence[Shelf]
) -> list[str]:
    """The pages that a shelf keeps: of its instruments and, on the edition's own, the others.

    What is there only because of texts dropped in (`themes/corruption-2021.html`) the first
    folder of them keeps: without it the page is rightly gone. A later page of a list of the cited
    (`cited/assembly-70.html`) is promised by none: where a list is cut changes with its length.
    """
    held = {urls.resolution(head.slug): shelf.holds(head.sides[head.reference]) for head in heads}
    own, *dropped = shelved
    listed = published(own.addresses)
    newest = dropped[0] if dropped else own
    return [
        path
        for path in paths
        if not LATER.match(path)
        and held.get(urls.first_page(path), shelf == (own if path in listed else newest))
    ]


def published(path: Path) -> dict[str, int]:
    """The addresses of the list, each with its line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):  # `check_list` tells
        return {}
    return {line: n for n, line in enumerate(lines, 1) if line and not line.startswith("#")}


def check_list(path: Path, shown: str, report: Report) -> None:
    """Report a list of addresses in another encoding: it would promise other addresses."""
    try:
        path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return
    except UnicodeDecodeError as problem:
        line = path.read_bytes()[: problem.start].count(b"\n") + 1
        report.error(shown, line, "not-utf8", "the list is not UTF-8", "save it as UTF-8")


def check_unique(documents: Iterable[Document], report: Report) -> None:
    """Report two instruments with one address in one language."""
    seen: dict[tuple[str, Language], Document] = {}
    for document in documents:
        place = (document.slug, document.language)
        if place in seen:
            report.error(
                document.source.file,
                document.lines.start,
                "doubled-address",
                f"`{document.slug}` is the address of two instruments in {document.language}",
                f"the other is in {seen[place].source.file}; remove one",
            )
        seen.setdefault(place, document)


def check_kept(
    path: Path,
    shown: str,
    current: Iterable[str],
    kind: Kind,
    report: Report,
    new: bool = True,
) -> None:
    """Report every published address of a kind that is gone, and count the `new` ones.

    `places` are paragraphs, notes and references, known once the texts are aligned; `pages`
    only at the end.
    """
    now = set(current)
    listed = published(path).items()
    own = {a: n for a, n in listed if _kind(a) == kind and not LATER.match(a)}
    for address, line in own.items():
        if address not in now:
            remedy = REMEDIES[kind]
            report.error(shown, line, "lost-address", f"{address} is gone", remedy)
    unlisted = len(now - own.keys())
    if new and unlisted:
        report.warn(
            shown,
            max(own.values(), default=1),
            "new-address",
            f"{unlisted} addresses of {kind} are not listed yet",
            "run `make addresses` (with `TEXTS=` as now) and keep the list with the texts",
        )


def _kind(address: str) -> Kind:
    return "places" if "#" in address or "@" in address else "pages"


def append(path: Path, current: Iterable[str]) -> int:
    """Add the addresses that are not listed yet; return how many."""
    listed = published(path)
    new = [address for address in dict.fromkeys(current) if address not in listed]
    before = path.read_bytes() if path.exists() else HEAD.encode()
    end = b"" if before.endswith(b"\n") or not before else b"\n"  # an editor may have left it out
    write_whole(path, before + end + "".join(f"{address}\n" for address in new).encode())
    return len(new)
