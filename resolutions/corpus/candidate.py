"""Part of `identity`: a text on its way to be held, or refused."""

from __future__ import annotations

from typing import NamedTuple

from resolutions.model.document import Document, Parsed
from resolutions.model.evidence import Doubt
from resolutions.model.records import Language


class Refused(NamedTuple):
    """A text that is not held: whose it would have been, in which file, and why (a code)."""

    symbol: str
    language: Language
    code: str
    file: str


class Held:
    """A document on its way: as it was read, and as it is held (None: not at all)."""

    def __init__(self, parsed: Parsed, document: Document) -> None:
        self.file, self.read = parsed.source.file, document
        self.document: Document | None = document

    @property
    def against(self) -> int:
        """How much speaks against what it is taken for."""
        doubts = self.read.doubts if self.document is None else self.document.doubts
        return sum(len(bases) for doubt in doubts for _, bases in doubt.others)

    def refuse(self, code: str) -> Refused:
        """Hold it no more; where it lies among texts of another language, that one is missed."""
        self.document = None
        return Refused(self.read.symbol, self.place or self.read.language, code, self.file)

    @property
    def place(self) -> Language | None:
        """Another language, among whose texts the file lies or by which it is named."""
        said = (one for one in self.read.evidence if one.aspect == "language")
        places = (one.value for one in said if one.basis in ("folder", "name"))
        return next((each for each in places if each != self.read.language), None)


def said(doubt: Doubt) -> str:
    """`A/RES/75/269 by preface, uri; A/RES/75/268 by cover`."""
    sides = ((doubt.taken, doubt.bases), *doubt.others)
    return "; ".join(f"{value} by {', '.join(bases)}" for value, bases in sides)
