"""The sources: each file, what it holds, and where each of its characters went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolutions.model.document import Source
from resolutions.model.library import Head, Library
from resolutions.model.records import record
from resolutions.readers.account import Account
from resolutions.site.pages.parts import by, counted, cut, paged
from resolutions.web import urls
from resolutions.web.strings import Strings

SOURCES = 400  # sources on a part of their page


@record
class SourceLine:
    """A source file, what it holds, and where each of its characters went."""

    path: str  # as shown in messages
    file: str
    origin: str
    sha256: str
    symbol: str
    lines: str
    total: str
    by_use: tuple[tuple[str, str], ...]
    holds: tuple[tuple[str, str], ...]


def parts_of_sources(
    library: Library, words: Strings, accounts: Sequence[Account]
) -> Iterator[tuple[str, dict[str, object]]]:
    """The path and the content of each part of the page."""
    held = _held(library)
    by_file = {account.file: account for account in accounts}
    lines = [
        _line(source, by_file[source.file], held.get(source.file, ()), words)
        for source in library.sources
    ]
    years = by((str(held[line.path][0].document.year), line) for line in lines)
    if library.large:
        years = paged(dict(sorted(years.items(), reverse=True)), SOURCES)
    for part in cut(urls.SOURCES, counted(years), library.large):
        yield (
            part.path,
            {
                "sources": [line for year in part.keys for line in years[year]],
                "frames": list(library.frames.items()) if part.path == urls.SOURCES else [],
                "parts": part.links,
                "count": words.figure(len(lines)),
            },
        )


def _held(library: Library) -> Mapping[str, Sequence[Head]]:
    """The instruments of each source, by its file."""
    found: dict[str, list[Head]] = {}
    for head in library.heads.values():
        for file in {side.file for side in head.sides.values()}:
            found.setdefault(file, []).append(head)
    return found


def _line(source: Source, account: Account, holds: Sequence[Head], words: Strings) -> SourceLine:
    return SourceLine(
        path=source.file,
        file=source.name,
        origin=source.header.origin,
        sha256=source.sha256,
        symbol=source.header.symbol,
        lines=words.figure(account.lines),
        total=words.figure(account.total),
        by_use=tuple((_use(use, words), words.figure(n)) for use, n in account.by_use.items()),
        holds=tuple(
            (words.label(head.document), urls.relative(urls.SOURCES, urls.resolution(head.slug)))
            for head in holds
        ),
    )


def _use(use: str, words: Strings) -> str:
    return words(f"use.{use.removeprefix('artefact:').replace(':', '.')}")
