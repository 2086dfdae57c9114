"""The units of the search: the paragraphs and notes of a text, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Paragraph
from resolutions.model.findings import Findings, Reading, Tag
from resolutions.model.records import Span, record

PARTS = ("preambular", "operative", "title", "other", "note")
STRENGTHS = {"mention": 1, "focus": 2}


@record
class Passage:
    """A paragraph or note as search knows it."""

    key: str
    mark: str  # where a note is called from; "" for a paragraph
    part: int  # index into PARTS
    text: str
    words: str  # lengths of the words that tile the text
    themes: str  # a digit a theme, in the order of the catalogue: 0, 1 mention, 2 focus
    verb: str = ""  # the concept of the lead verb
    addressees: str = ""  # ids of those who are asked, between blanks
    aid: bool = False  # our translation, not a text of the United Nations
    bodies: tuple[Span, ...] = ()  # where a word of the text is the name of a body


def units_of(reading: Reading, catalogue: Catalogue) -> list[Passage]:
    """The units of a document, its paragraphs first, in the order of the text."""
    document = reading.document
    themes = {theme.id: number for number, theme in enumerate(catalogue.themes)}
    units = [
        _passage(p, reading.findings.get(p.key, Findings()), catalogue, themes)
        for p in document.paragraphs
    ]
    marks = {
        note.key: f"{paragraph.key}-mark{number}"
        for paragraph in reversed(document.paragraphs)
        for number, note in reversed(list(enumerate(paragraph.notes, start=1)))
    }
    for note in document.footnotes:
        if note.text:
            units.append(
                Passage(
                    key=note.key,
                    mark=marks[note.key],
                    part=PARTS.index("note"),
                    text=note.text,
                    words="",
                    themes=_digits((), themes),
                )
            )
    return units


def _passage(
    paragraph: Paragraph, findings: Findings, catalogue: Catalogue, themes: Mapping[str, int]
) -> Passage:
    part = {"preambular": "preambular", "operative": "operative", "lettered": "operative"}.get(
        paragraph.kind, "title" if paragraph.kind == "title" else "other"
    )
    return Passage(
        key=paragraph.key,
        mark="",
        part=PARTS.index(part),
        text=paragraph.text,
        bodies=_bodies(findings, catalogue),
        words=findings.words,
        themes=_digits(findings.tags, themes),
        verb=findings.acts[0].concept if findings.acts else "",
        addressees=" ".join(findings.addressees),
    )


def _bodies(findings: Findings, catalogue: Catalogue) -> tuple[Span, ...]:
    """Words that are the name of a body: what stands inside is no word of the paragraph."""
    return tuple([use.span for use in findings.terms if catalogue.terms[use.id].kind == "body"])


def _digits(tags: Iterable[Tag], themes: Mapping[str, int]) -> str:
    """A digit a theme: how strongly the paragraph is about it."""
    digits = ["0"] * len(themes)
    for tag in tags:
        digits[themes[tag.theme]] = str(STRENGTHS[tag.strength])
    return "".join(digits)
