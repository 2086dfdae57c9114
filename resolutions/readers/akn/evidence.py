"""Part of `akn`: what speaks for the symbol, the language and the day of a statement.

The UN's files are made from each other: a cover page keeps the number of the file it was copied
from, a file of one language lies under the name of another. So every place that says a thing is
heard, and the majority settles it (`resolutions.model.evidence`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import PurePath

from resolutions.model.evidence import Basis, Evidence, Verdict, settle
from resolutions.model.records import Language
from resolutions.readers.akn.metadata import Metadata
from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.dates import day_in
from resolutions.readers.language import language_of
from resolutions.readers.names import said_by_name
from resolutions.readers.printed.forms import table

LANGUAGES: dict[str, Language] = {  # ISO 639-2
    "ara": "ar", "chi": "zh", "deu": "de", "eng": "en", "fra": "fr", "fre": "fr", "ger": "de",
    "rus": "ru", "spa": "es", "zho": "zh",
}  # fmt: skip
SYMBOL = re.compile(r"[A-Z]+(?:/[A-Z0-9.()\-]+)+")
LETTERS = re.compile(r"(?<=\d)[A-Z](?:-[A-Z])?$")  # the A-B of A/RES/75/101 A-B
LOCATED = re.compile(  # …/unga/2020-12-31/75-254A/zho@/, …/ES-10-22/
    r"/un[a-z]+/(?P<day>\d{4}-\d\d-\d\d)?[^/]*/(?P<number>(?:E?S-)?\d+-\d+)"
    r"-?(?P<letter>[A-Z](?:-[A-Z])?)?(?:/|$)",
    re.IGNORECASE,
)
EXPRESSED = re.compile(r"/(?P<code>[a-z]{3})@")
UNKNOWN_DAY = "0001-01-01"
ADOPTED: tuple[tuple[Basis, str, dict[str, str]], ...] = (
    ("closing", "docDate", {"refersTo": "#adoptionDate"}),
    ("metadata", "FRBRdate", {"name": "adoption"}),
    ("workflow", "step", {"outcome": "adopted"}),
)
OPENING = 6_000  # characters of a text that tell its language


def symbol_of(
    metadata: Metadata, statement: Element, path: PurePath
) -> tuple[Verdict | None, list[Evidence]]:
    """The symbol of a statement; the letter of one in a collection stands in its own preface."""
    found = list(_symbols(metadata, path))
    own = _own_letter(statement)
    verdict = settle("symbol", (each._replace(value=_bare(each.value)) for each in found))
    if verdict is None:
        return None, found
    said = [
        Evidence("symbol", marks[0], each.basis)
        for each in found
        if (marks := LETTERS.findall(each.value)) and _bare(each.value) == verdict.value
    ]
    printed = [each for each in said if each.basis != "name"]
    letters = settle("symbol", said) if printed else None
    letter = own or (letters.value if letters else "")
    doubt = verdict.doubt and replace(verdict.doubt, taken=verdict.value + letter)
    return Verdict(verdict.value + letter, doubt), found


def _symbols(metadata: Metadata, path: PurePath) -> Iterator[Evidence]:
    """What is said of the symbol: the number before the title speaks first."""
    prefix = _prefix(metadata)
    for each in metadata.find("docNumber", "preface"):
        match = _number().match(each.words)
        if match:
            letter = table().letters.get(match["letter"] or "", match["letter"] or "")
            yield Evidence("symbol", f"{prefix}{match['number']}{letter}", "preface")
        elif SYMBOL.fullmatch(printed := _printed(each.words)):
            yield Evidence("symbol", printed, "preface")  # as our own data set writes it
    for each in metadata.find("FRBRuri", "meta"):
        match = LOCATED.search(each.attributes.get("value", ""))
        if match:
            number = re.sub(r"-(?=\d+$)", "/", match["number"].upper())
            yield Evidence("symbol", f"{prefix}{number}{(match['letter'] or '').upper()}", "uri")
    yield from (each for each in said_by_name(path) if each.aspect == "symbol")
    for each in metadata.find("docNumber", "coverPage", refersTo="#symbol"):
        if SYMBOL.fullmatch(printed := _printed(each.words)):
            yield Evidence("symbol", printed, "cover")


def _printed(words: str) -> str:
    """A/RES/75/253 B* -> A/RES/75/253B."""
    return re.sub(r"[\s*]", "", words)


def _prefix(metadata: Metadata) -> str:
    organ = "E" if "ecosoc" in metadata.first("FRBRauthor", "href", **{"as": "author"}) else "A"
    return f"{organ}/{'DEC' if metadata.name == 'decision' else 'RES'}/"


def _own_letter(statement: Element) -> str:
    preface = (each for each in statement.children if each.name == "preface")
    numbers = (each.words for part in preface for each in part.find("docNumber"))
    match = next((found for each in numbers if (found := _letter().fullmatch(each))), None)
    return table().letters.get(match["letter"], match["letter"]) if match else ""


@cache
def _letter() -> re.Pattern[str]:
    """A letter alone, with which a statement of a collection is named."""
    return re.compile(rf"(?P<letter>[A-Z]|{'|'.join(table().letters)})\.?")


@cache
def _number() -> re.Pattern[str]:
    """75/269., 77/263 B, S-32/1, 75/251 باء."""
    words = "|".join(table().letters)
    letter = rf"(?P<letter>(?:[A-Z](?:-[A-Z])?|{words})(?!\w))"
    return re.compile(rf"(?P<number>(?:E?S-)?\d+/\d+)\s*{letter}?")


def _bare(symbol: str) -> str:
    return LETTERS.sub("", symbol)


def language_said(
    metadata: Metadata, statement: Element, path: PurePath
) -> tuple[Verdict | None, list[Evidence]]:
    """The language of a statement: what it is written in holds, whatever else is said."""
    found = [
        Evidence("language", LANGUAGES.get(code, code), "metadata")
        for each in metadata.find("FRBRlanguage", "meta")
        if (code := each.attributes.get("language", "").strip().lower())
    ]
    found += [
        Evidence("language", LANGUAGES.get(match["code"], match["code"]), "uri")
        for each in metadata.find("FRBRuri", "meta")
        if (match := EXPRESSED.search(each.attributes.get("value", "")))
    ]
    written = language_of(_opening(statement))
    found += [Evidence("language", written, "wording")] if written else []
    found += [each for each in said_by_name(path) if each.aspect == "language"]
    barred = {each.value for each in found} - {written} if written else set()
    return settle("language", found, barred), found


def _opening(statement: Element) -> str:
    """The beginning of the text itself, without what stands around it."""
    parts = (
        each for each in statement.children if each.name not in ("meta", "coverPage", "preface")
    )
    words: list[str] = []
    length = 0
    for run in (run for part in parts for run in part.runs):
        words.append(run.text)
        length += len(run.text)
        if length > OPENING:
            break
    return " ".join(words)


def days_said(metadata: Metadata) -> Iterator[Evidence]:
    """What is said of the day of adoption."""
    said: list[tuple[Basis, str]] = []
    for basis, name, attributes in ADOPTED:
        said += [
            (basis, each.attributes.get("date", "")) for each in metadata.find(name, **attributes)
        ]
    for each in metadata.find("FRBRuri"):
        match = LOCATED.search(each.attributes.get("value", ""))
        said += [("uri", match["day"] or "")] if match else []
    said += [("cover", day_in(each.words) or "") for each in metadata.find("docTitle", "coverPage")]
    for basis, day in said:
        if day != UNKNOWN_DAY and is_day(day):
            yield Evidence("date", day, basis)


def issued(metadata: Metadata) -> str | None:
    """The day of issue that the cover page prints: no text was adopted after it."""
    day = metadata.first("docDate", "date", refersTo="#dateOfIssuance")
    return day if is_day(day) and day != UNKNOWN_DAY else None


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, 2020-12-31."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
