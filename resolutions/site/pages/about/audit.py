"""The audit: what the program decided, what it left open, and what was told of the texts."""

from __future__ import annotations

from collections.abc import Iterator

from resolutions.analysis.segment import CHINESE
from resolutions.model.library import Library
from resolutions.model.problems import Problem, Severity, ordered
from resolutions.model.records import Language, record
from resolutions.web import urls
from resolutions.web.strings import CitedName, Strings, spoken


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
class Ruled:
    """The paragraphs on which a person ruled alike of a theme, and why."""

    theme: str
    strength: str
    reason: str
    places: tuple[tuple[str, str], ...]  # label, href


@record
class Audit:
    """What the program decided, and what it left open."""

    untagged: tuple[tuple[str, str, str], ...]  # label, name, href
    unresolved: tuple[tuple[str, str, str, str, Language, str], ...]  # label, name, href, words, …
    silent: tuple[str, ...]
    unconfirmed: tuple[CitedName, ...]
    overrides: tuple[Ruled, ...]
    citations: int
    targets: int
    problems: tuple[ProblemLine, ...]
    told: int  # problems


def audit(library: Library, words: Strings, silent: list[str]) -> Audit:
    """All of the page; `silent` are the rules that fired nowhere."""
    return Audit(
        untagged=tuple(_untagged(library, words)),
        unresolved=tuple(_unresolved(library, words)),
        silent=tuple(silent),
        unconfirmed=tuple(_unconfirmed(library, words)),
        overrides=tuple(_overrides(library, words)),
        citations=sum(head.citations for head in library.heads.values()),
        targets=len(library.cited_by),
        problems=tuple(_problems(library, words)),
        told=len(set(library.problems)),
    )


def _untagged(library: Library, words: Strings) -> Iterator[tuple[str, str, str]]:
    """The paragraphs without a theme; of a large corpus only how many an instrument has."""
    for slug, head in library.heads.items():
        label = words.label(head.document)
        if library.large and head.untagged:
            href = urls.relative(urls.AUDIT, urls.resolution(slug))
            yield label, words.count("paragraphs", len(head.untagged)), href
        for key in () if library.large else head.untagged:
            href = urls.relative(urls.AUDIT, urls.place(head, key))
            yield label, words.place(head, key), href


def _unresolved(
    library: Library, words: Strings
) -> Iterator[tuple[str, str, str, str, Language, str]]:
    for head in library.heads.values():
        label = words.label(head.document)
        for each in head.unresolved:
            href = urls.relative(urls.AUDIT, urls.place(head, each.key))
            name = words.place(head, each.key)
            language = spoken(each.text, CHINESE)  # of a text held in English alone, English
            yield label, name, href, each.text, language, words(f"unresolved.{each.reason}")


def _overrides(library: Library, words: Strings) -> Iterator[Ruled]:
    """The rulings on paragraphs that are held, those alike together, by theme."""
    alike: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for each, _ in words.catalogue.overrides:
        slug, _, key = each.place.partition("#")
        if slug in library.heads:
            head = library.heads[slug]
            label = f"{words.label(head.document)}{words('comma')}{words.place(head, key)}"
            href = urls.relative(urls.AUDIT, urls.place(head, key))
            alike.setdefault((each.theme, each.strength, each.reason), []).append((label, href))
    order = list(words.themes)
    for theme, strength, reason in sorted(alike, key=lambda kind: (order.index(kind[0]), kind[1:])):
        yield Ruled(
            theme=words.themes[theme],
            strength=words(f"strength.{strength}"),
            reason=words(f"ruling.{reason}"),
            places=tuple(alike[theme, strength, reason]),
        )


def _unconfirmed(library: Library, words: Strings) -> Iterator[CitedName]:
    for target, instrument in words.catalogue.instruments.items():
        if target in library.cited_by and instrument.names and not words.confirmed(instrument):
            yield words.cited(target)


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
