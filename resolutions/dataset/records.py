"""The records of `site/data/corpus.json`, whose schema is made of them.

As structs they are made, written and checked in half the time.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from resolutions.model.document import Vote
from resolutions.model.records import Body, Certainty, InstrumentKind
from resolutions.model.rules import ActStrength, AddresseeId, Concept

Offsets = tuple[int, int]
# Of the shape of the records. The first number rises where a reader of the old data would fail
# (a field gone or with another meaning), the second where one was added.
SCHEMA_VERSION = "1.2"


class TagData(Struct, frozen=True, kw_only=True, gc=False):
    """A theme of a paragraph; `evidence` are the words that earned it."""

    id: str
    strength: Literal["focus", "mention"]
    evidence: list[Offsets]
    origin: Literal["rule", "reviewed", "aligned"]


class CitationData(Struct, frozen=True, kw_only=True, gc=False):
    """What is cited, once a paragraph; target "" is a paragraph of the same text."""

    start: int
    end: int
    target: str
    section: str | None
    paragraph: str | None


class ActData(Struct, frozen=True, kw_only=True, gc=False):
    """What the organ does: the verb phrase, its concept and strength, who is asked."""

    start: int
    end: int
    text: str
    concept: Concept
    strength: ActStrength
    addressees: list[AddresseeId]


class NoteData(Struct, frozen=True, kw_only=True, gc=False):
    """A note mark; `at` is the offset after the character it follows."""

    label: str
    key: str
    at: int


class TermData(Struct, frozen=True, kw_only=True, gc=False):
    """A term of the field where it stands."""

    id: str
    start: int
    end: int


class ErratumData(Struct, frozen=True, kw_only=True, gc=False):
    """A defect of the source; the text keeps what stands."""

    start: int
    end: int
    found: str
    suggested: str
    certainty: Certainty
    reason: str
    reasons: dict[str, str]
    kind: str


class ParagraphData(Struct, frozen=True, kw_only=True, gc=False):
    """A paragraph. Offsets count Unicode code points of `text`, half-open."""

    key: str
    kind: str
    label: str
    parent: str | None
    text: str
    rows: list[list[str]]
    emphasis: list[Offsets]
    source_lines: Offsets
    notes: list[NoteData]
    lead: ActData | None
    acts: list[ActData]
    addressees: list[AddresseeId]
    themes: list[TagData]
    citations: list[CitationData]
    terms: list[TermData]
    errata: list[ErratumData]
    tokens: list[Offsets]


class FootnoteData(Struct, frozen=True, kw_only=True, gc=False):
    """A footnote; `text` null: the source has a mark without a note."""

    key: str
    label: str
    text: str | None
    resolved: str | None
    citations: list[CitationData]
    errata: list[ErratumData]


class TitleData(Struct, frozen=True, kw_only=True, gc=False):
    """A title and where it was seen; source null: a translation of our own."""

    text: str
    source: str | None


class SourceData(Struct, frozen=True, kw_only=True, gc=False):
    """The file a text was read from."""

    file: str
    sha256: str
    lines: Offsets


class LineageData(Struct, frozen=True, kw_only=True, gc=False):
    """What became of an instrument, or what it goes on from."""

    relation: str
    symbol: str
    slug: str | None
    certainty: Certainty
    evidence: str
    evidences: dict[str, str]


class InstrumentData(Struct, frozen=True, kw_only=True, gc=False):
    """An instrument and its texts by language."""

    slug: str
    symbol: str
    part: str | None
    kind: InstrumentKind
    status: Literal["adopted", "draft"]
    body: Body
    session: str | None
    year: int
    date: str | None
    date_basis: Literal["printed", "confirmed"] | None
    meeting: str | None
    agenda_item: str | None
    report: str | None
    sponsor: str | None
    draft: str | None
    vote: Vote | None
    titles: dict[str, TitleData]
    reference_language: str
    languages: list[str]
    authority: dict[str, str]
    source: SourceData
    sources: dict[str, SourceData]
    texts: dict[str, list[ParagraphData]]
    footnotes: dict[str, list[FootnoteData]]
    lineage: list[LineageData]
    file: str | None = None  # where the texts stand, if not here


class FrameData(Struct, frozen=True, kw_only=True, gc=False):
    """What stands around the instruments of a report and belongs to none of them."""

    symbol: str
    paragraphs: list[ParagraphData]


class CorpusData(Struct, frozen=True, kw_only=True, gc=False):
    """The whole data set; `schema_version` is that of the shape of its records."""

    schema_version: str
    edition: str
    instruments: list[InstrumentData]
    frames: list[FrameData]
