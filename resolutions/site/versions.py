"""Stage: texts and reading aids -> the scripts that bring them as columns beside another text.

A script calls `edition.column({lang, dir, aid, units, notes})`. A unit is `[key, label, words]`;
words are the pieces of the text and, between them, the labels of its note marks
(`["…公约", "1", "，"]`), or the rows of a table; of a reading aid, HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from resolutions.catalogue.aids import Aids
from resolutions.model.catalogue import Tongue
from resolutions.model.document import Document, Paragraph
from resolutions.model.library import Head, Work
from resolutions.model.records import Key, Language, record
from resolutions.site.render import Fragments
from resolutions.web import urls
from resolutions.web.scripts import call
from resolutions.web.strings import Strings

Words_ = list[str] | list[list[str]] | str


@record
class Version:
    """A text that can stand beside the one a page shows, or the lack of one."""

    language: Language
    dir: str
    name: str  # of the language, in itself
    authority: str  # what kind of text it is, in words; "" where there is none
    kind: str  # the same as a code: "source", "un-copy", "reading-aid"; ""
    aid: bool
    script: str  # from the page; "" where there is none, or where it is the page's own text
    refused: str  # why a file that was given is not held, in words; "" where none was given
    official: str  # the UN's own address of the text in that language; "" where not certain


def versions_of(head: Head, aids: Aids, words: Strings, path: str) -> tuple[Version, ...]:
    """Every language of the edition, with the text or reading aid we have in it."""
    shown = words.language if words.language in head.sides else head.reference
    official = urls.official_of(head.document)
    return tuple(
        _version(tongue, head, aids, words, path, shown, official.get(tongue.code, ""))
        for tongue in words.catalogue.languages
    )


def _version(
    tongue: Tongue,
    head: Head,
    aids: Aids,
    words: Strings,
    path: str,
    shown: Language,
    official: str,
) -> Version:
    side = head.sides.get(tongue.code)
    aid = None if side else aids.get(tongue.code, {}).get(head.slug)
    authority = side.authority if side else "reading-aid" if aid else ""
    script = urls.relative(f"{words.language}/{path}", urls.version_script(tongue.code, head.slug))
    return Version(
        language=tongue.code,
        dir=tongue.dir,
        name=tongue.name,
        authority=words(f"authority.{authority}") if authority else "",
        kind=authority,
        aid=aid is not None,
        script=script if authority and tongue.code != shown else "",
        refused=_refused(head, tongue.code, words),
        official=official,
    )


def _refused(head: Head, language: Language, words: Strings) -> str:
    if language not in head.refused:
        return ""
    key = f"refused.{head.refused[language][0]}"
    return words(key if key in words.strings else "refused.other")


def version_script(
    head: Head,
    work: Work,
    tongues: Iterable[Tongue],
    language: Language,
    aid: Fragments | None,
) -> Iterator[tuple[str, str]]:
    """The script of a work in one language, if it can stand beside another: its path, its text.

    `aid`: the reading aid in that language.
    """
    directions = {tongue.code: tongue.dir for tongue in tongues}
    path = urls.version_script(language, head.slug)
    if language in head.sides and len(head.sides) > 1:
        content = _of_text(work.texts[language].document)
        yield path, _script(language, directions, content, aid=False)
    elif aid and language not in head.sides:
        labels = {each.key: each.label for each in work.reading.document.paragraphs}
        units: list[list[object]] = [[key, labels[key], own] for key, own in aid.units.items()]
        content = units, dict(aid.notes)
        yield path, _script(language, directions, content, aid=True)


def _of_text(document: Document) -> tuple[list[list[object]], dict[Key, Words_]]:
    units: list[list[object]] = [
        [each.key, each.label, _rows(each) or list(_pieces(each))] for each in document.paragraphs
    ]
    return units, {note.key: [note.text or ""] for note in document.footnotes}


def _rows(paragraph: Paragraph) -> list[list[str]]:
    return [list(row) for row in paragraph.rows]


def _pieces(paragraph: Paragraph) -> Iterator[str]:
    at = 0
    for mark in paragraph.notes:
        yield from (paragraph.text[at : mark.at], mark.label)
        at = mark.at
    yield paragraph.text[at:]


def _script(
    language: Language,
    directions: Mapping[Language, str],
    content: tuple[list[list[object]], dict[Key, Words_]],
    aid: bool,
) -> str:
    data = {
        "lang": language,
        "dir": directions.get(language, "ltr"),
        "aid": aid,
        "units": content[0],
        "notes": content[1],
    }
    return call("edition.column", data)
