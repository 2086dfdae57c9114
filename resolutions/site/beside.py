"""Which rendering of our own stands beside a text, for readers who are not served by it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resolutions.analysis.reading_aid import AidReadings
from resolutions.comparison.changes import Change
from resolutions.model.findings import Reading
from resolutions.model.library import Head, Library
from resolutions.model.records import Language, record
from resolutions.web import urls
from resolutions.web.strings import Strings


@record
class Version:
    """A wording in one language, and what became there of the wording before it."""

    language: Language
    aid: bool
    pieces: Sequence[Change]


def aid_beside(head: Head, words: Strings, readings: AidReadings) -> Reading | None:
    """The reading aid in the reader's language, else in another; None where a text serves."""
    language = language_beside(head, words, readings)
    return readings[language][head.slug] if language else None


def language_beside(head: Head, words: Strings, readings: AidReadings) -> Language:
    """The language of that aid, "" where there is none."""
    if words.language in head.sides:
        return ""
    held = [code for code, own in readings.items() if head.slug in own and code not in head.sides]
    return words.language if words.language in held else next(iter(held), "")


def elsewhere(
    path: str, library: Library, words: Strings, aids: Iterable[Language]
) -> list[tuple[str, str]]:
    """For a page that quotes nothing in its own language: name of and way to each that does."""
    faces = {tongue.code for tongue in words.catalogue.interface}
    return [
        (words(f"tongue.{code}"), urls.relative(f"{words.language}/{path}", f"{code}/{path}"))
        for code in tongues(library, words, aids)
        if code in faces
    ]


def tongues(library: Library, words: Strings, aids: Iterable[Language]) -> list[Language]:
    """What a script brings to such a page: the languages of the sources, then our renderings."""
    own = [head.document.language for head in library.heads.values()]
    return [code for code in dict.fromkeys([*own, *aids]) if code != words.language]
