"""The pages about the edition: what it is, its sources, its errata, its audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from babel import Locale

from resolutions.model.library import Head, Library, Page
from resolutions.model.problems import Problem, Severity, ordered
from resolutions.model.records import Language, record
from resolutions.readers.account import Account
from resolutions.site.pages.index import numbers
from resolutions.site.pages.parts import by, counted, cut, paged
from resolutions.web import urls
from resolutions.web.strings import CitedName, Strings

SOURCES = 400  # sources on a part of their page


@record
class SourceLine:
    """A source file, what it holds, and where each of its characters went."""

    path: str  # as shown in messages
    file: str
    origin: str
    sha256: str
    symbol: str
    lines: int
    total: int
    by_use: tuple[tuple[str, int], ...]
    holds: tuple[tuple[str, str], ...]


@record
class ErratumLine:
    """An erratum in the list: where, what stands, what is meant, why, how sure."""

    label: str
    name: str
    href: str
    line: int
    found: str
    suggested: str
    kind: str
    certainty: str
    certainty_id: str
    reason: str
    language: Language


@record
class ProblemLine:
    """What was told of the texts under one code: how often, where; each by itself if few were."""

    severity: str
    code: str
    count: int
    files: int
    first: str
    told: tuple[str, ...]


@record
class Audit:
    """What the program decided, and what it left open."""

    untagged: tuple[tuple[str, str, str], ...]  # label, name, href
    unresolved: tuple[tuple[str, str, str, str, str], ...]  # label, name, href, words, reason
    silent: tuple[str, ...]
    unconfirmed: tuple[CitedName, ...]
    overrides: tuple[tuple[str, str, str, str], ...]
    citations: int
    targets: int
    problems: tuple[ProblemLine, ...]
    told: int  # problems


def about_pages(
    library: Library, words: Strings, accounts: Sequence[Account], silent: list[str]
) -> list[Page]:
    """The four pages about the edition."""
    return [
        _page(urls.ABOUT, "about.html.jinja", "nav.about", words, _about(library, words)),
        *_sources(library, words, accounts),
        _page(urls.ERRATA, "errata.html.jinja", "nav.errata", words, _errata(library, words)),
        _page(
            urls.AUDIT,
            "audit.html.jinja",
            "nav.audit",
            words,
            {"audit": _audit(library, words, silent)},
        ),
    ]


def _about(library: Library, words: Strings) -> dict[str, object]:
    held = {code for head in library.heads.values() for code in head.sides}
    called = Locale.parse(words.language).languages
    names = [called[each.code] for each in words.catalogue.languages if each.code in held]
    return {
        "edition": words.catalogue.edition,
        "numbers": {**numbers(library), "languages": words("comma").join(names)},
    }


def _page(path: str, template: str, title: str, words: Strings, content: dict[str, object]) -> Page:
    return Page(
        path=path,
        template=template,
        language=words.language,
        title=words(title),
        description=words("site.description"),
        content=content,
    )


def _sources(library: Library, words: Strings, accounts: Sequence[Account]) -> list[Page]:
    by_file = {account.file: account for account in accounts}
    by_source: dict[str, list[tuple[str, Head]]] = {}
    for slug, head in library.heads.items():
        for file in {side.file for side in head.sides.values()}:
            by_source.setdefault(file, []).append((slug, head))
    year_of = {file: str(own[0][1].document.year) for file, own in by_source.items()}
    lines = []
    for source in library.sources:
        account = by_file[source.file]
        holds = tuple(
            (words.label(head.document), urls.relative(urls.SOURCES, urls.resolution(slug)))
            for slug, head in by_source.get(source.file, ())
        )
        lines.append(
            SourceLine(
                path=source.file,
                file=source.name,
                origin=source.header.origin,
                sha256=source.sha256,
                symbol=source.header.symbol,
                lines=account.lines,
                total=account.total,
                by_use=tuple((_use(use, words), n) for use, n in account.by_use.items()),
                holds=holds,
            )
        )
    years = by((year_of[line.path], line) for line in lines)
    if library.large:
        years = paged(dict(sorted(years.items(), reverse=True)), SOURCES)
    return [
        _page(
            part.path,
            "sources.html.jinja",
            "nav.sources",
            words,
            {
                "sources": [line for year in part.keys for line in years[year]],
                "frames": list(library.frames.items()) if part.path == urls.SOURCES else [],
                "parts": part.links,
                "count": len(lines),
            },
        )
        for part in cut(urls.SOURCES, counted(years), library.large)
    ]


def _use(use: str, words: Strings) -> str:
    return words(f"use.{use.removeprefix('artefact:').replace(':', '.')}")


def _errata(library: Library, words: Strings) -> dict[str, object]:
    lines = []
    for slug, head in library.heads.items():
        if not head.flawed:
            continue
        reading = library.works[slug].texts["zh"]
        document = reading.document
        texts: dict[str, str] = {p.key: p.text for p in document.paragraphs}
        texts |= {note.key: note.text or "" for note in document.footnotes}
        found = [(key, f.flaws) for key, f in reading.findings.items()]
        for key, flaws in [*found, *reading.note_flaws.items()]:
            text = texts[key]
            for flaw in flaws:
                erratum = flaw.erratum
                lines.append(
                    ErratumLine(
                        label=words.label(document),
                        name=words.place(head, key),
                        href=urls.relative(urls.ERRATA, urls.resolution(slug, key)),
                        line=erratum.line,
                        found=text[flaw.span.start : flaw.span.end],
                        suggested=erratum.suggested,
                        kind=words(f"erratum.kind.{erratum.kind}"),
                        certainty=words(f"certainty.{erratum.certainty}"),
                        certainty_id=erratum.certainty,
                        reason=words.name(erratum.reason),
                        language=document.language,
                    )
                )
    kinds = Counter(line.kind for line in lines)
    instruments = Counter(line.label for line in lines)
    return {
        "lines": lines,
        "kinds": kinds.most_common(),
        "instruments": list(instruments.items()),
        "corrections": [
            (words.date(each.date), words.name(each.what))
            for each in words.catalogue.edition.corrections
        ],
    }


def _audit(library: Library, words: Strings, silent: list[str]) -> Audit:
    untagged, unresolved = [], []
    citations = 0
    for slug, head in library.heads.items():
        label = words.label(head.document)
        if library.large and head.untagged:  # so many that only the instruments are told
            href = urls.relative(urls.AUDIT, urls.resolution(slug))
            untagged.append((label, words.count("paragraphs", len(head.untagged)), href))
        for key in () if library.large else head.untagged:
            href = urls.relative(urls.AUDIT, urls.resolution(slug, key))
            untagged.append((label, words.place(head, key), href))
        citations += head.citations
        for each in head.unresolved:
            href = urls.relative(urls.AUDIT, urls.resolution(slug, each.key))
            name = words.place(head, each.key)
            unresolved.append((label, name, href, each.text, words(f"unresolved.{each.reason}")))
    unconfirmed = tuple(
        words.cited(target)
        for target, instrument in words.catalogue.instruments.items()
        if target in library.cited_by and instrument.names and not words.confirmed(instrument)
    )
    return Audit(
        untagged=tuple(untagged),
        unresolved=tuple(unresolved),
        silent=tuple(silent),
        unconfirmed=unconfirmed,
        overrides=tuple(
            (each.place, each.theme, each.strength, each.reason)
            for each in words.catalogue.overrides
        ),
        citations=citations,
        targets=len(library.cited_by),
        problems=tuple(_problems(library, words)),
        told=len(set(library.problems)),
    )


def _problems(library: Library, words: Strings) -> Iterator[ProblemLine]:
    by_code: dict[tuple[Severity, str], list[Problem]] = {}
    for each in ordered(library.problems):
        by_code.setdefault((each.severity, each.code), []).append(each)
    for (severity, code), own in by_code.items():
        yield ProblemLine(
            severity=words(f"severity.{severity}"),
            code=code,
            count=len(own),
            files=len({each.file for each in own}),
            first=f"{own[0].file}:{own[0].line}",
            told=() if library.large else tuple(map(str, own)),
        )
