"""A reference as the tools of libraries exchange it: CSL-JSON, BibTeX, RIS.

A resolution goes as a report of its organ: the one type under which the common styles print a
number. The organ is one name, never first and last. What copy was read stands where a format has a
place for it: the edition's name and version, and its date as the day of access.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Head
from resolutions.model.records import Language
from resolutions.model.referencing import CitationForms
from resolutions.references.facts import facts, title_of, worded

TEX = re.compile(r"([&%$#_{}])")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LANGID = {
    **{"zh": "chinese", "en": "english", "fr": "french"},
    **{"es": "spanish", "ru": "russian", "ar": "arabic"},
}
NO_FORMS = CitationForms(numbered=(), contained=(), draft=(), piece=())


class Reference(NamedTuple):
    """The fields of a reference; "" where nothing is known. `issued`: a day, or only a year."""

    id: str
    author: str
    title: str
    language: Language  # of the title, which is that of the text cited
    genre: str
    number: str
    issued: str
    url: str
    publisher: str
    read: str  # the copy read: this edition and its version
    accessed: str


def reference(head: Head, language: Language, catalogue: Catalogue) -> Reference:
    """An instrument as a list of sources in a language names it."""
    words = worded(NO_FORMS, language, catalogue)
    known = facts(head, words, NO_FORMS)
    edition = catalogue.edition
    return Reference(
        id=head.slug,
        author=known["author"],
        title=known["title"],
        language=title_of(head, language, catalogue).language,
        genre=known["genre"],
        number=known["cited"],
        issued=known["issued"],
        url=known["url"],
        publisher=catalogue.references.publisher.get(language, ""),
        read=words("comma").join(
            (words("site.title"), f"{words('shell.edition')} {edition.edition}")
        ),
        accessed=edition.date,
    )


def csl(references: list[Reference]) -> str:
    """CSL-JSON: a list of items, as Zotero and citeproc read it."""
    return json.dumps([_item(each) for each in references], ensure_ascii=False, indent=1) + "\n"


def bibtex(references: list[Reference]) -> str:
    """BibTeX, UTF-8: `@techreport`, with the fields of biblatex besides (`langid`, `urldate`)."""
    return "\n".join(map(_entry, references))


def ris(references: list[Reference]) -> str:
    """RIS, UTF-8, lines ending in CR LF: a report (`RPRT`), its number under `SN`."""
    return "".join(f"{tag}  - {text}\r\n" for each in references for tag, text in _tags(each))


def _item(each: Reference) -> dict[str, object]:
    item: dict[str, object] = {
        "id": each.id,
        "type": "report",
        "genre": each.genre,
        "number": each.number,
        "author": [{"literal": each.author}],
        "authority": each.author,
        "title": each.title,
        "issued": {"date-parts": [_parts(each.issued)]},
        "accessed": {"date-parts": [_parts(each.accessed)]},
        "language": each.language,
        "URL": each.url,
        "source": each.read,
    }
    return {name: value for name, value in item.items() if value}


def _entry(each: Reference) -> str:
    day = _parts(each.issued)
    fields = {
        "author": f"{{{_tex(each.author)}}}",
        "title": f"{{{_tex(each.title)}}}",
        "type": _tex(each.genre),
        "number": _tex(each.number),
        "institution": _tex(each.publisher),
        "year": str(day[0]),
        "month": MONTHS[day[1] - 1] if len(day) > 1 else "",
        "day": str(day[2]) if len(day) > 1 else "",
        "url": each.url,
        "urldate": each.accessed,
        "langid": LANGID.get(each.language, ""),
        "note": _tex(each.read),
    }
    lines = [
        f"  {name} = {text if name == 'month' else f'{{{text}}}'},\n"
        for name, text in fields.items()
        if text
    ]
    return f"@techreport{{{each.id},\n{''.join(lines)}}}\n"


def _tags(each: Reference) -> list[tuple[str, str]]:
    day = _parts(each.issued)
    tags = [
        ("TY", "RPRT"),
        ("ID", each.id),
        ("AU", each.author),
        ("TI", each.title),
        ("PY", str(day[0])),
        ("DA", each.issued.replace("-", "/") if len(day) > 1 else f"{day[0]}///"),
        ("M3", each.genre),
        ("SN", each.number),
        ("PB", each.publisher),
        ("LA", each.language),
        ("UR", each.url),
        ("Y2", each.accessed.replace("-", "/")),
        ("DB", each.read),
    ]
    return [*((tag, text) for tag, text in tags if text), ("ER", "")]


def _parts(day: str) -> list[int]:
    return [int(part) for part in day.split("-")]


def _tex(text: str) -> str:
    return TEX.sub(r"\\\1", text)
