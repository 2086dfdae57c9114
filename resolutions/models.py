"""Every record the build hands from stage to stage.

A record says what is known; it decides nothing. Records are frozen: a stage returns new
records and never edits the ones it was given. Offsets count Unicode code points of the
`text` of the paragraph they belong to, half-open. The YAML of `data/` is read into the
records of the second part, so this file is also the schema of that folder.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal, NamedTuple, TypeVar, dataclass_transform

from msgspec import Meta

Language = str  # "zh", "en": a BCP 47 tag
Key = str  # "pp3", "op12-a": permanent
Target = str  # "A/RES/66/177", "UNTOC": what is cited
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Names = dict[Language, str]
Body = Literal["GA", "ECOSOC", "CCPCJ"]
InstrumentKind = Literal["resolution", "decision"]
Status = Literal["adopted", "draft"]
Strength = Literal["focus", "mention"]
Certainty = Literal["certain", "likely", "unconfirmed"]
Part = Literal["preambular", "operative"]
ParagraphKind = Literal[
    "title",
    "enacting",
    "preambular",
    "operative",
    "lettered",
    "heading",
    "annexed",
    "table",
    "other",
]
TAGGED: frozenset[ParagraphKind] = frozenset({"title", "preambular", "operative", "lettered"})

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a record: frozen, slotted, its fields given by name."""
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


class Span(NamedTuple):
    """A half-open range of characters, `text[start:end]`."""

    start: int
    end: int


# --- A text as it lies on disk: read, sift --------------------------------------------------


@record
class Section:
    """A section of a report, and what the pieces printed in it are."""

    letter: str
    body: Body
    kind: InstrumentKind
    status: Status
    slug: str  # "e-2011-30-ga-{n}"
    symbol: str  # "E/2011/30" or "CCPCJ/RES/{n}"
    part: str  # "chap. I, sect. A, draft resolution {roman}"


@record
class Header:
    """What is known of a source file that the file itself does not print."""

    symbol: str
    language: Language
    layout: Literal["lines", "wrapped"] = "lines"
    authority: Literal["source", "un-copy", "reading-aid"] = "source"
    origin: str = ""  # the name of the file as we were given it
    sha256: str = ""
    kind: InstrumentKind = "resolution"
    status: Status = "adopted"
    body: Body | None = None
    year: int | None = None
    session: str | None = None
    agenda_item: str | None = None
    date: str | None = None
    date_basis: Literal["confirmed"] | None = None
    sections: tuple[Section, ...] = ()  # of a report that holds several instruments


@record
class Source:
    """A text file, unaltered, and its header. Lines count from 1."""

    file: str  # as shown in messages: "data/texts/A-RES-63-195.zh.txt"
    name: str  # "A-RES-63-195.zh.txt"
    sha256: str
    header: Header
    header_file: str
    lines: tuple[str, ...]


class Run(NamedTuple):
    """A stretch of one source line: `lines[line - 1][start:end]`."""

    line: int
    start: int
    end: int
    text: str


class Mark(NamedTuple):
    """A note mark where it stands in a source line."""

    label: str
    run: Run


class BodyLine(NamedTuple):
    """A line that is neither blank, nor a note, nor page furniture."""

    line: int
    parts: tuple[Run | Mark, ...]
    starts: bool | None  # whether the layout says that a paragraph begins here; None: unsaid


class NoteLines(NamedTuple):
    """A footnote as printed at the foot of a page."""

    label: str
    label_run: Run
    runs: tuple[Run, ...]


class Claim(NamedTuple):
    """What a stretch of a source line is: text, note, metadata or a named artefact."""

    run: Run
    use: str  # "text:op3", "note:fn4", "metadata:session", "artefact:page-number"


@record
class Sifted:
    """A source with its page furniture and notes taken apart from its body."""

    source: Source
    body: tuple[BodyLine, ...]
    notes: tuple[NoteLines, ...]
    claims: tuple[Claim, ...]


# --- A text as its readers know it: parse ---------------------------------------------------


@record
class NoteMark:
    """A mark in a paragraph, and the footnote it calls."""

    label: str
    key: Key
    at: int  # offset into the paragraph's text


@record
class Paragraph:
    """One unit of text; `key` is its address for as long as the site exists."""

    key: Key
    kind: ParagraphKind
    label: str  # "12.", "(a)", "": as printed
    parent: Key | None
    text: str
    lines: Span  # first and last line of the source, both included
    rows: tuple[tuple[str, ...], ...] = ()
    emphasis: tuple[Span, ...] = ()
    notes: tuple[NoteMark, ...] = ()


@record
class Footnote:
    """A note; `text` is None where a mark stands without one."""

    key: Key
    label: str
    text: str | None
    resolved: str | None  # the text with its "ibid." replaced
    lines: Span | None


@record
class Document:
    """An instrument in one language, and what is known of it as a work."""

    slug: str
    symbol: str
    part: str | None
    kind: InstrumentKind
    status: Status
    body: Body
    language: Language
    authority: str
    session: str | None = None
    year: int
    date: str | None = None
    date_basis: Literal["printed", "confirmed"] | None = None
    meeting: str | None = None
    agenda_item: str | None = None
    report: str | None = None
    sponsor: str | None = None
    source: Source
    lines: Span
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]


@record
class Parsed:
    """All that one source holds, and what each of its characters was taken for."""

    source: Source
    documents: tuple[Document, ...]
    frame: tuple[Paragraph, ...]  # of the report around them; belongs to no instrument
    claims: tuple[Claim, ...]
