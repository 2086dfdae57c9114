"""The catalogue: all of `data/`, and the records of its files that have no module of their own."""

from __future__ import annotations

from dataclasses import field
from typing import Literal, NamedTuple, TypeAlias, TypedDict

from resolutions.model.instruments import Held, Instrument
from resolutions.model.records import (
    Day,
    Language,
    Names,
    PagePath,
    Slug,
    Target,
    Web,
    record,
)
from resolutions.model.referencing import References
from resolutions.model.rules import ActWords, Citing, Override, RuleBook, Theme


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


@record
class Tongue:
    """A language of the interface."""

    code: Language
    name: str  # its own name
    dir: Literal["ltr", "rtl"]
    theme: str  # the name under which the theme knows it
    interface: bool = False


@record
class Correction:
    """A fault of the edition itself that was mended."""

    date: Day
    what: Names


@record
class Edition:
    """What this copy of the edition is."""

    edition: str
    date: Day
    base_url: Web = ""
    corrections: tuple[Correction, ...] = ()  # the newest first

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


# Words of general language that say the same, by language: a row a notion.
Thesaurus: TypeAlias = tuple[dict[Language, tuple[str, ...]], ...]


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
    overrides: tuple[tuple[Override, int], ...]  # with the line each stands on
    errata: tuple[tuple[Erratum, int], ...]
    moves: tuple[Move, ...] = ()
    further: dict[Language, RuleBook] = field(default_factory=dict)  # beside those for Chinese
    references: References = References()
    thesaurus: Thesaurus = ()
    variants: tuple[tuple[str, str], ...] = ()  # Chinese words, and the usual form of each
    titled: bool = False  # whether an edition file gives the edition its title

    @property
    def rulebooks(self) -> dict[Language, RuleBook]:
        """The rules by language, in the order in which a text is chosen to be read by them."""
        own = RuleBook(themes=self.themes, lists=self.lists, acts=self.acts, citing=self.citing)
        return {self.citing.language: own, **self.further}

    @property
    def interface(self) -> tuple[Tongue, ...]:
        """The languages pages are made in."""
        return tuple(tongue for tongue in self.languages if tongue.interface)
