"""Part of `docx`: how a Word file counts its notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from resolutions.readers.akn.xmlfile import Element
from resolutions.readers.docx.numbering import int_of
from resolutions.readers.docx.package import child, value
from resolutions.readers.docx.runs import RunReader

PLAIN = {"footnote": "decimal", "endnote": "lowerRoman"}  # how Word counts where nothing is said


class NoteCount(NamedTuple):
    """The number of the first note, and what is told of the others."""

    first: int
    told: str = ""


def note_count(kind: str, parts: Mapping[str, Element]) -> NoteCount:
    """How the notes of a kind are counted: <w:footnotePr> of a section, else of the settings."""
    places = [parts[name] for name in ("word/document.xml", "word/settings.xml") if name in parts]
    found = [each for place in places for each in place.find(f"{kind}Pr") if any(each.children)]
    form, start, restart = (
        next((value(said) for each in found if (said := child(each, name))), "")
        for name in ("numFmt", "numStart", "numRestart")
    )
    told = ""
    if (form or PLAIN[kind]) not in ("decimal", "decimalFullWidth"):
        told = f"Word prints the marks of its {kind}s as letters or signs; here they are figures"
    if restart in ("eachPage", "eachSect"):
        told = f"Word counts its {kind}s anew on each page or section; here their numbers go on"
    return NoteCount(int_of(start) if start else 1, told)


def kinds_called(runs: RunReader) -> set[str]:
    """The kinds of notes that marks without a sign of their own call."""
    return {kind for (kind, _), label in runs.called.items() if label.isdecimal()}
