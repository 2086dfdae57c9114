"""What is known of the world: the records of `data/*.yml`."""

from __future__ import annotations

from dataclasses import field, replace
from typing import Literal, NamedTuple, TypedDict

from resolutions.model.records import (
    Body,
    Certainty,
    Day,
    Language,
    Names,
    PagePath,
    Slug,
    Target,
    Web,
    record,
)

# Kinds of instruments that are cited by their symbols alone.
BY_SYMBOL = frozenset({"resolution", "decision", "document"})


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
