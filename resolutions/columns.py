"""Stage: texts and reading aids -> the scripts that bring them as columns beside another text.

A script calls `edition.column({lang, dir, aid, units, notes})`. A unit is `[key, label, words]`;
words are the pieces of the text and, between them, the labels of its note marks
(`["…公约", "1", "，"]`), or the rows of a table.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from resolutions import urls
from resolutions.aids import MARK, Aids, ReadingAid
from resolutions.models import Document, Key, Language, Library, Paragraph, Tongue, Work, record
from resolutions.words import Words

Words_ = list[str] | list[list[str]]


@record
class Column:
    """A text that can stand beside the one a page shows, or the lack of one."""

    language: Language
    dir: str
    name: str  # of the language, in itself
    authority: str  # what kind of text it is, in words; "" where there is none
    aid: bool
    script: str  # from the page; "" where there is none, or where it is the page's own text
    official: str  # the UN's own address of the text in that language; "" where not certain


def columns_of(work: Work, aids: Aids, words: Words, path: str) -> tuple[Column, ...]:
    """Every language of the edition, with the text or reading aid we have in it."""
    shown = work.text(words.language).document.language
    official = urls.official_of(work.reading.document)
    return tuple(
        _column(tongue, work, aids, words, path, shown, official.get(tongue.code, ""))
        for tongue in words.catalogue.languages
    )


def _column(
    tongue: Tongue, work: Work, aids: Aids, words: Words, path: str, shown: Language, official: str
) -> Column:
    text = work.texts.get(tongue.code)
    aid = None if text else aids.get(tongue.code, {}).get(work.slug)
    authority = text.document.authority if text else "reading-aid" if aid else ""
    script = urls.relative(f"{words.language}/{path}", urls.column(tongue.code, work.slug))
    return Column(
        language=tongue.code,
        dir=tongue.dir,
        name=tongue.name,
        authority=words(f"authority.{authority}") if authority else "",
        aid=aid is not None,
        script=script if authority and tongue.code != shown else "",
        official=official,
    )


def columns(library: Library, aids: Aids, tongues: tuple[Tongue, ...]) -> dict[str, str]:
    """The scripts, by their path in the site."""
    directions = {tongue.code: tongue.dir for tongue in tongues}
    files = {}
    for slug, work in library.works.items():
        for code, reading in work.texts.items():
            if len(work.texts) > 1:
                content = _of_text(reading.document)
                files[urls.column(code, slug)] = _script(code, directions, content, aid=False)
        for code, own in aids.items():
            if slug in own and code not in work.texts:
                content = _of_aid(own[slug], work.reading.document)
                files[urls.column(code, slug)] = _script(code, directions, content, aid=True)
    return files


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


def _of_aid(aid: ReadingAid, source: Document) -> tuple[list[list[object]], dict[Key, Words_]]:
    units: list[list[object]] = []
    for paragraph in source.paragraphs:
        found = aid.paragraphs[paragraph.key]
        words = MARK.split(found) if isinstance(found, str) else [list(row) for row in found]
        units.append([paragraph.key, paragraph.label, words])
    return units, {key: MARK.split(text) for key, text in aid.notes.items()}


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
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"edition.column({text});\n"
