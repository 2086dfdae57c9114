"""Every record the build hands from stage to stage.

A record says what is known; it decides nothing. Records are frozen: a stage returns new
records and never edits the ones it was given. Offsets count Unicode code points of the
`text` of the paragraph they belong to, half-open. The YAML of `data/` is read into the
records of the second part, so this file is also the schema of that folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import Annotated, Literal, NamedTuple, Protocol, TypedDict, TypeVar, dataclass_transform

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
Day = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Certainty = Literal["certain", "likely", "unconfirmed"]
PagePath = Annotated[str, Meta(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.html$")]  # "themes/x.html"
Web = Annotated[str, Meta(pattern=r"^(https?://[^\s?#<>\"]+)?$")]
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
TAGGED: frozenset[ParagraphKind] = frozenset(
    {"title", "preambular", "operative", "lettered", "annexed"}
)
ACTING: frozenset[ParagraphKind] = frozenset({"preambular", "operative", "lettered"})

# Kinds of instruments that are cited by their symbols alone.
BY_SYMBOL = frozenset({"resolution", "decision", "document"})

FEW = 100  # instruments that are shown, and kept in one file, together

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
    numbers: tuple[int, ...] = ()  # of an XML file: the line each run of text stands on

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
    draft: str | None = None  # the symbol of the draft it was adopted from
    vote: Vote | None = None
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


# --- What is known of the world: data/*.yml -------------------------------------------------


@record
class Volume:
    """Where a treaty stands in the United Nations Treaty Series."""

    volume: int
    number: int


@record
class Instrument:
    """A text that can be cited, whether or not we hold it.

    A name without an entry in `sources` is ours or unconfirmed, and shown as such.
    """

    id: Target
    kind: Literal[
        "treaty",
        "policy",
        "report",
        "publication",
        "programme",
        "agreement",
        "resolution",
        "decision",
        "document",
    ]
    names: Names = field(default_factory=dict)
    sources: Names = field(default_factory=dict)
    forms: tuple[str, ...] = ()  # how Chinese texts name it, without the outer 《》
    bare: tuple[str, ...] = ()  # names that cite it without 《》 too
    short: tuple[str, ...] = ()  # 《公约》: resolved from the context or not at all
    of: Target | None = None  # 其各项议定书 cites it only after this treaty
    series: tuple[Volume, ...] = ()
    document: str | None = None  # the UN document that contains it
    section: str | None = None
    adopted: Day | None = None
    url: str | None = None
    note: Names = field(default_factory=dict)


@record
class Relation:
    """What became of an instrument, or what it goes on from, and how sure that is."""

    relation: Literal["revised-as", "adopted-as", "recommended-as", "succeeds", "recalls"]
    symbol: str
    slug: str | None = None
    certainty: Certainty
    evidence: Names


@record
class Held:
    """What we add to an instrument whose text we hold."""

    slug: str
    titles: Names = field(default_factory=dict)
    sources: Names = field(default_factory=dict)
    date: Day | None = None
    date_source: str | None = None
    lineage: tuple[Relation, ...] = ()


@record
class Term:
    """An expression of the field that is never split; found in the texts by its Chinese forms."""

    id: Slug
    kind: Literal[
        "body", "treaty", "policy", "programme", "crime", "measure", "person", "object", "concept"
    ]
    names: Names
    sources: Names = field(default_factory=dict)
    variants: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    outdated: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    everyday: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    abbreviations: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    page: bool = False  # whether it has a page of its own, beside its entry in the glossary

    def forms(self, language: Language) -> tuple[str, ...]:
        """Every form in which texts of a language have it: name, variants, outdated forms."""
        name = (self.names[language],) if language in self.names else ()
        return (*name, *self.variants.get(language, ()), *self.outdated.get(language, ()))


@record
class Erratum:
    """A defect of a source: what stands, what is meant, why, and how sure we are."""

    source: str
    line: int
    within: str  # a stretch of the paragraph, as it stands, that holds `found` once
    found: str
    suggested: str
    kind: Literal[
        "doubled",
        "lost",
        "extra",
        "wrong-character",
        "traditional",
        "foreign",
        "run-together",
        "name",
        "note-mark",
        "punctuation",
        "date",
        "number",
        "markup",
        "term",
    ]
    certainty: Literal["certain", "likely"]
    reason: Names
    place: Literal["text", "note"] = "text"
    citations: tuple[Target, ...] = ()  # what a restored number cites


# --- What an organ does, and whom it asks: acts.yml ----------------------------------------------

Concept = Literal[
    "recall",
    "note",
    "welcome",
    "recognize",
    "affirm",
    "concern",
    "stress",
    "encourage",
    "invite",
    "call-upon",
    "urge",
    "request",
    "decide",
    "recommend",
    "support",
    "condemn",
    "other",
]
ActStrength = Literal["decide", "request", "encourage", "state"]
AddresseeId = Literal[
    "member-states",
    "states-parties",
    "unodc",
    "secretary-general",
    "secretariat",
    "commission",
    "ecosoc",
    "conference-of-the-parties",
    "donors",
    "international-organizations",
    "un-entities",
    "expert-group",
    "private-sector",
    "others",
]


class Act(NamedTuple):
    """What the organ does in a clause; `span` is the verb phrase."""

    span: Span
    concept: Concept
    strength: ActStrength
    addressees: tuple[AddresseeId, ...] = ()


@record
class Verb:
    """Phrases that do one thing; `acts.yml` explains the fields."""

    concept: Concept
    forms: tuple[str, ...]
    inside: Literal["always", "apart", "state", "preamble", "lead"] = "always"
    examples: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@record
class Addressee:
    """Names of those who can be asked; `named`: a longer name may stand before the form."""

    id: AddresseeId
    forms: tuple[str, ...]
    named: bool = False
    examples: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@record
class ActWords:
    """The file `acts.yml`."""

    masks: tuple[str, ...]
    clause: str
    sentence: str
    requested: dict[Body, tuple[AddresseeId, ...]]
    plain: tuple[str, ...]
    connectors: tuple[str, ...]
    adverbs: tuple[str, ...]
    again: str
    behind: tuple[str, ...] = ()
    verbs: tuple[Verb, ...]
    around: str = "(?!)(?P<whole>(?P<adverbs>))"
    aware: str = "(?!)"
    reports: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    asked: tuple[str, ...]
    joined: tuple[str, ...]
    before: str = ""
    qualifiers: tuple[str, ...]
    actions: tuple[str, ...] = ()
    pronouns: tuple[str, ...]
    addressees: tuple[Addressee, ...]


# --- How texts of a language cite: citing.yml ----------------------------------------------------


@record
class Wordings:
    """How the texts of a language name an instrument: whole, in the open, and for short."""

    forms: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


@record
class Citing:
    """The file `citing.yml`, which explains its fields."""

    language: Language
    kinds: dict[str, Literal["RES", "DEC"]]
    parts: dict[str, tuple[str, ...]]
    chain: str
    no_number: str
    after: str = "(?!)"
    organ: str
    clause: str
    volumes: str
    series: str
    above: str
    above_items: str = "(?!)"
    name: str
    short: str
    ibid: str
    official: bool = False  # whether the official names of instruments.yml cite too
    apart: tuple[Target, ...] = ()  # but those of these
    names: dict[Target, Wordings] = field(default_factory=dict)

    def wordings(self, instrument: Instrument) -> Wordings:
        """How the texts of the language name an instrument."""
        if not self.official:
            return Wordings(forms=instrument.forms, bare=instrument.bare, short=instrument.short)
        own = self.names.get(instrument.id, Wordings())
        name = instrument.names.get(self.language)
        if not name or instrument.of or instrument.kind in BY_SYMBOL or instrument.id in self.apart:
            return own
        return replace(own, forms=(name, *own.forms))


# --- What was found in one text: segment, cite, tag, annotate -------------------------------


class Citation(NamedTuple):
    """A mention of an instrument, or of a paragraph of the same text (target "")."""

    span: Span
    target: Target
    section: str | None = None
    paragraph: Key | None = None
    first: bool = True  # the first mention of its target in the paragraph


class Unresolved(NamedTuple):
    """A mention that could mean more than one thing, or nothing we know."""

    file: str
    line: int
    slug: str
    key: Key
    text: str
    reason: str  # a code: `short-title`, `organ`


class TermUse(NamedTuple):
    """A term of the dictionary where it stands in a paragraph."""

    id: str
    span: Span


class Tag(NamedTuple):
    """A paragraph is about a theme, and these words say so."""

    theme: str
    strength: Strength
    evidence: tuple[Span, ...]
    origin: Literal["rule", "reviewed", "aligned"] = "rule"


class Flaw(NamedTuple):
    """An erratum at its place in a paragraph."""

    span: Span
    erratum: Erratum


@record
class Findings:
    """Everything found in one paragraph."""

    words: str = ""  # the lengths of the words that tile the text: "2 1 4"
    terms: tuple[TermUse, ...] = ()
    citations: tuple[Citation, ...] = ()
    tags: tuple[Tag, ...] = ()
    acts: tuple[Act, ...] = ()
    flaws: tuple[Flaw, ...] = ()

    @property
    def edges(self) -> list[int]:
        """Where the words that tile the text begin, and where the last one ends."""
        return [0, *accumulate(map(int, self.words.split()))]

    @property
    def tokens(self) -> tuple[Span, ...]:
        """The words that tile the text, each where it stands."""
        return tuple([Span(start, end) for start, end in pairwise(self.edges)])

    @property
    def addressees(self) -> tuple[AddresseeId, ...]:
        """Everyone who is asked, once each, in the order of the acts."""
        return tuple(dict.fromkeys(one for act in self.acts for one in act.addressees))


@record
class Reading:
    """A document and everything found in it alone."""

    document: Document
    findings: dict[Key, Findings]
    note_citations: dict[Key, tuple[Citation, ...]]
    note_flaws: dict[Key, tuple[Flaw, ...]]
    unresolved: tuple[Unresolved, ...]


# --- The rest of data/: themes, words for readers, the edition ------------------------------


@record
class Rule:
    """Words that earn a theme; `themes.yml` explains each field with an example."""

    find: tuple[str, ...] = ()  # patterns, where `{crime}` stands for a named list of words
    terms: tuple[str, ...] = ()  # ids of terms.yml: any of their Chinese forms
    unless: tuple[str, ...] = ()  # patterns that, around the words, take the tag away
    needs: tuple[str, ...] = ()  # patterns one of which must stand in the same sentence
    strength: Literal["judge", "focus", "mention"] = "judge"
    also: tuple[Slug, ...] = ()  # themes that go with this one
    examples: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@record
class Theme:
    """A subject a paragraph can be about."""

    id: Slug
    group: Literal["core", "trafficking", "other"]
    names: Names
    scope: Names
    key_terms: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


@record
class RuleBook:
    """The rules that read the texts of one language."""

    themes: tuple[Theme, ...]
    lists: dict[str, tuple[str, ...]]
    acts: ActWords
    citing: Citing


@record
class Override:
    """A person's ruling on the odd paragraph."""

    place: str  # "a-res-71-209#op3"
    theme: Slug
    strength: Literal["focus", "mention", "none"]
    words: str = ""  # the evidence, as it stands
    reason: str
    date: str


@record
class Tongue:
    """A language of the interface."""

    code: Language
    name: str  # its own name
    dir: Literal["ltr", "rtl"]
    theme: str  # the name under which the theme knows it
    interface: bool = False


@record
class Edition:
    """What this copy of the edition is."""

    edition: str
    date: Day
    base_url: Web = ""

    def address(self, path: str) -> str:
        """The address of a file on the web; "" where the edition stands nowhere."""
        return f"{self.base_url.rstrip('/')}/{path}" if self.base_url else ""


# An entry of `redirects.yml`; `from` is a word of Python's own.
Redirect = TypedDict("Redirect", {"from": PagePath, "to": PagePath})


class Move(NamedTuple):
    """A page that has another address than it had."""

    old: str  # below the language folder, "themes/fraud.html"
    new: str
    line: int  # of `redirects.yml`


@record
class Catalogue:
    """All of data/, read and cross-checked."""

    edition: Edition
    languages: tuple[Tongue, ...]
    strings: dict[Language, dict[str, str]]
    instruments: dict[Target, Instrument]
    held: dict[str, Held]
    terms: dict[str, Term]
    themes: tuple[Theme, ...]
    lists: dict[str, tuple[str, ...]]
    acts: ActWords
    citing: Citing
    overrides: tuple[Override, ...]
    errata: tuple[tuple[Erratum, int], ...]
    moves: tuple[Move, ...] = ()
    further: dict[Language, RuleBook] = field(default_factory=dict)  # beside those for Chinese

    @property
    def rulebooks(self) -> dict[Language, RuleBook]:
        """The rules by language, in the order in which a text is chosen to be read by them."""
        own = RuleBook(themes=self.themes, lists=self.lists, acts=self.acts, citing=self.citing)
        return {self.citing.language: own, **self.further}

    @property
    def interface(self) -> tuple[Tongue, ...]:
        """The languages pages are made in."""
        return tuple(tongue for tongue in self.languages if tongue.interface)


# --- All texts side by side, and the pages: gather, compose ---------------------------------


class Place(NamedTuple):
    """A paragraph of the library."""

    slug: str
    key: Key


@record
class Work:
    """An instrument in every language we hold a text of the UN in."""

    slug: str
    reference: Language  # whose printed numbering gave the keys
    texts: Mapping[Language, Reading]
    unpaired: dict[Language, tuple[Unpaired, ...]] = field(default_factory=dict)
    studied: Language | None = None  # whose text the rules read; None: none of them

    @property
    def source(self) -> Reading | None:
        """The text the rules read."""
        return self.texts[self.studied] if self.studied else None

    @property
    def reading(self) -> Reading:
        """The text of the reference language."""
        return self.texts[self.reference]

    def text(self, language: Language) -> Reading:
        """The text in a language, else in the reference language."""
        return self.texts[language if language in self.texts else self.reference]

    def holding(self, key: Key, language: Language) -> Reading:
        """The text in a language if it has the paragraph, else that of the reference."""
        text = self.text(language)
        return text if key in text.findings else self.reading

    @property
    def titles(self) -> Names:
        """Its title as each text words it."""
        return {code: each.document.title for code, each in self.texts.items()}


@record
class Side:
    """What is known of one text of a work without reading it again."""

    title: str
    authority: str
    file: str  # as shown in messages
    keys: tuple[Key, ...]  # of its paragraphs, then of its notes
    alone: frozenset[Key]  # paragraphs that no other text of the work has


class Counted(NamedTuple):
    """A paragraph of a work and one of its themes, without the words that earned it."""

    key: Key
    theme: str
    strength: Strength


@record
class Use:
    """A term where it stands: the words before it, its form, the words after it."""

    place: Place
    form: str
    left: str
    right: str
    language: Language


@record
class Wording:
    """The terms of one text, and the words that stand near them."""

    forms: dict[str, dict[str, int]]  # term -> form -> how often
    uses: dict[str, tuple[Use, ...]]  # of the terms that have a page
    near: dict[str, dict[str, int]]  # of the same: word -> how often it stands near
    spread: dict[str, int]  # word -> in how many paragraphs it stands
    paragraphs: int


@record
class Head:
    """What the pages that show many works need of each: everything but its texts."""

    slug: str
    reference: Language
    document: Document  # of the reference text, without paragraphs, notes and lines
    sides: dict[Language, Side]
    kinds: dict[Key, tuple[ParagraphKind, str]]  # kind and label of its paragraphs
    units: int  # preambular, operative and lettered paragraphs
    notes: int
    citations: int  # in paragraphs and notes, those of its own paragraphs too
    cited: tuple[tuple[Key, Target], ...]  # each target once a paragraph or note
    tagged: tuple[Counted, ...]
    untagged: tuple[Key, ...]  # paragraphs without a theme that could have one
    unresolved: tuple[Unresolved, ...]
    flawed: bool  # whether an erratum concerns it
    stored: str  # the name under which its texts lie in the store

    @property
    def titles(self) -> Names:
        """Its title as each text words it."""
        return {code: side.title for code, side in self.sides.items()}


class Works(Protocol):
    """The works by slug, in the order of the edition."""

    def __getitem__(self, slug: str) -> Work: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
    def uses(self, slug: str) -> dict[str, tuple[Use, ...]]:
        """The uses of the terms that have a page, by term."""


@record
class Library:
    """All works, and what only shows when they lie side by side."""

    heads: dict[str, Head]  # by slug, in the order of the edition
    works: Works  # the texts, read from disk as they are asked for
    frames: dict[str, tuple[Paragraph, ...]]  # by symbol of the report
    sources: tuple[Source, ...]  # without their lines
    cited_by: dict[Target, tuple[Place, ...]]
    by_theme: dict[str, tuple[tuple[Place, Strength], ...]]
    by_symbol: dict[Target, str]  # the slug of a held instrument, by what cites it
    forms: dict[str, dict[str, dict[int, int]]]  # term -> form -> year -> how often
    near: dict[str, dict[str, int]]  # term with a page -> word -> how often it stands near
    spread: dict[str, int]  # word -> in how many paragraphs it stands
    paragraphs: int  # of the texts that were cut into words

    @property
    def large(self) -> bool:
        """Whether pages that show many works are cut by year."""
        return len(self.heads) > FEW

    @property
    def readings(self) -> Mapping[str, Reading]:
        """The reference text of each work."""
        return _Readings(self.works)


class _Readings(Mapping[str, Reading]):
    def __init__(self, works: Works) -> None:
        self.works = works

    def __getitem__(self, slug: str) -> Reading:
        return self.works[slug].reading

    def __iter__(self) -> Iterator[str]:
        return iter(self.works)

    def __len__(self) -> int:
        return len(self.works)


@record
class Page:
    """What one template needs to make one page."""

    path: str  # below the language folder, "resolutions/a-res-63-195.html"
    template: str
    language: Language
    title: str
    description: str
    content: dict[str, object]
    moved: str | None = None  # the page that took its place
