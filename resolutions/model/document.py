"""A text: as it lies on disk, as its readers take it apart, as a document."""

from __future__ import annotations

from typing import Literal, NamedTuple

from resolutions.model.evidence import Doubt, Evidence
from resolutions.model.records import (
    Body,
    Day,
    InstrumentKind,
    Key,
    Language,
    ParagraphKind,
    Span,
    Status,
    Target,
    record,
)


@record
class Section:
    """A section of a report, and what the pieces printed in it are."""

    letter: str
    body: Body
    kind: InstrumentKind
    status: Status
    slug: str  # "e-2011-30-ga-{n}"
    symbol: str  # "E/2011/30" or "CCPCJ/RES/{n}"
    chapter: str = "I"  # of the report, in Roman figures


@record
class Header:
    """What is known of a source file that the file itself does not print."""

    symbol: str
    language: Language
    layout: Literal["lines", "wrapped"] = "lines"
    authority: Literal["source", "un-document", "un-copy", "extract", "reading-aid"] = "source"
    origin: str = ""  # the name of the file as we were given it
    sha256: str = ""
    kind: InstrumentKind = "resolution"
    status: Status = "adopted"
    body: Body | None = None
    year: int | None = None
    session: str | None = None
    agenda_item: str | None = None
    date: Day | None = None
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
    lines: tuple[str, ...]  # of an XML file: its runs of text, in order
    numbers: tuple[
        int, ...
    ] = ()  # of an XML file: the line each run of text stands on; of a PDF: the page
    alike: tuple[tuple[str, int], ...] = ()  # characters made alike at reading, by kind

    def number(self, line: int) -> int:
        """The line of the file on which the `line`th of `lines` stands."""
        return self.numbers[line - 1] if self.numbers else line


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
    links: tuple[tuple[Span, Target], ...] = ()  # what the source itself links


@record
class Footnote:
    """A note; `text` is None where a mark stands without one."""

    key: Key
    label: str
    text: str | None
    resolved: str | None  # the text with its "ibid." replaced
    lines: Span | None
    links: tuple[tuple[Span, Target], ...] = ()


@record
class Vote:
    """How an instrument was adopted; figures None where the source has none."""

    outcome: Literal["without-vote", "recorded"]
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None


@record
class ReportPart:
    """Where in a report an instrument is printed: chap. I, sect. A, draft resolution II."""

    chapter: str  # "I"
    section: str  # "A"
    kind: InstrumentKind | None = None  # of a draft; None of what the report adopts itself
    number: int | None = None  # of the draft


@record
class TitleFrom:
    """Where a missing title was taken from, and the language it is worded in."""

    basis: Literal["collection", "agenda", "language", "extract"]
    language: Language


@record
class Document:
    """An instrument in one language, and what is known of it as a work."""

    slug: str
    symbol: str
    part: ReportPart | None  # of a report that holds several instruments
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
    draft: str | None = None  # the symbol of the draft it was adopted from
    vote: Vote | None = None
    issued: Day | None = None  # the day of issue that the cover page prints
    agenda_title: str | None = None  # what the agenda calls its item
    subjects: tuple[str, ...] = ()  # the UN's own keywords: "WILDLIFE", "CRIME PREVENTION"
    title_from: TitleFrom | None = None  # where a title that the text lacks was taken from
    evidence: tuple[Evidence, ...] = ()  # what speaks for symbol, language and date
    doubts: tuple[Doubt, ...] = ()  # where that disagrees
    source: Source
    lines: Span
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]

    @property
    def title(self) -> str:
        """The title as the source words it."""
        return next((each.text for each in self.paragraphs if each.kind == "title"), self.symbol)


class Unpaired(NamedTuple):
    """A unit of a text that has no partner in the reference text."""

    key: Key  # "x-fr1"
    printed: Key  # what its own numbering called it
    after: Key | None  # the unit of its text that it follows


@record
class Parsed:
    """All that one source holds, and what each of its characters was taken for."""

    source: Source
    documents: tuple[Document, ...]
    frame: tuple[Paragraph, ...]  # of the report around them; belongs to no instrument
    claims: tuple[Claim, ...]
