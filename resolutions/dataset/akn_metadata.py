"""The metadata of a text in Akoma Ntoso: who it is in the three steps of FRBR, what it names."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, NamedTuple

from lxml.builder import ElementMaker

from resolutions.dataset.format import Context
from resolutions.dataset.records import InstrumentData
from resolutions.model.records import Language

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
MAKE = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
ONTOLOGY = "/akn/ontology"
NO_DATE = "0001-01-01"  # as in the UN's own files
Element = Any  # lxml's; its maker of elements has no types


class _Names(NamedTuple):
    """Who a text is in the three steps of FRBR, and whose: of an organ or of this edition."""

    work: str
    expression: str
    dated: tuple[str, str]  # the day and what happened on it
    organ: Element
    editor: Element
    ours: bool


def metadata(data: InstrumentData, language: Language, edition: Context) -> Element:
    """Who it is, in three steps: the work, this language version of it, this file."""
    body, ours = data.body.lower(), data.authority[language] == "reading-aid"
    work = f"/akn/un/statement/deliberation/un{body}/{data.date or data.year}/{data.slug}"
    names = _Names(
        work=work,
        expression=f"{work}/{LANGUAGES[language]}@",
        dated=(data.date, "adoption") if data.date else (NO_DATE, "unknown"),
        organ=MAKE.FRBRauthor(href=body, **{"as": "author"}),
        editor=MAKE.FRBRauthor(href="#edition", **{"as": "editor"}),
        ours=ours,
    )
    file = f"{names.expression}/main.xml"
    edited = edition.catalogue.edition.date
    return MAKE.meta(
        MAKE.identification(
            _work(data, names),
            _expression(data, language, names),
            MAKE.FRBRManifestation(*_frbr(file, file, edited, "markup"), names.editor),
            source="#edition",
        ),
        _references(data, data.sources[data.reference_language if ours else language].file),
    )


def _work(data: InstrumentData, names: _Names) -> Element:
    number = f"{data.symbol}, {data.part}" if data.part else data.symbol
    return MAKE.FRBRWork(
        *_frbr(f"{names.work}/!main", names.work, *names.dated),
        names.organ,
        MAKE.FRBRcountry(value="un"),
        MAKE.FRBRnumber(value=number),
    )


def _expression(data: InstrumentData, language: Language, names: _Names) -> Element:
    """The version in a language; of a translation of ours the version it was made from."""
    version = [
        *_frbr(f"{names.expression}/!main", names.expression, *names.dated),
        deepcopy(names.editor if names.ours else names.organ),
        MAKE.FRBRauthoritative(value="false"),
        MAKE.FRBRlanguage(language=LANGUAGES[language]),
    ]
    if names.ours:
        source = LANGUAGES[data.reference_language]
        version.append(
            MAKE.FRBRtranslation(
                href=f"{names.work}/{source}@",
                fromLanguage=source,
                by="#edition",
                authoritative="false",
            )
        )
    return MAKE.FRBRExpression(*version)


def _references(data: InstrumentData, held: str) -> Element:
    """What the metadata names: the file the text was read from, the organ, this edition."""
    body = data.body.lower()
    return MAKE.references(
        MAKE.original(eId="held", href=held, showAs=held),
        MAKE.TLCOrganization(eId=body, href=f"{ONTOLOGY}/organization/{body}", showAs=data.body),
        MAKE.TLCOrganization(
            eId="edition", href=f"{ONTOLOGY}/organization/edition", showAs="edition"
        ),
        MAKE.TLCConcept(eId="symbol", href=f"{ONTOLOGY}/concept/symbol", showAs="Symbol"),
        source="#edition",
    )


def _frbr(this: str, uri: str, date: str, name: str) -> list[Element]:
    return [MAKE.FRBRthis(value=this), MAKE.FRBRuri(value=uri), MAKE.FRBRdate(date=date, name=name)]
