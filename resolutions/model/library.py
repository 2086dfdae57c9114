"""All texts side by side, and the pages made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import NamedTuple, Protocol

from resolutions.model.document import Document, Paragraph, Source, TitleFrom, Unpaired
from resolutions.model.evidence import Doubt
from resolutions.model.findings import Reading, Unresolved
from resolutions.model.problems import Problem
from resolutions.model.records import (
    Key,
    Language,
    Names,
    ParagraphKind,
    Strength,
    Target,
    record,
)

FEW = 100  # instruments that are shown, and kept in one file, together
MUCH = 1_000  # paragraphs above which pages are cut though the instruments are few
Files = Iterator[tuple[str, str]]  # path in the site, text


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
    alone: tuple[Key, ...]  # paragraphs that no other text of the work has, in their order
    doubts: tuple[Doubt, ...] = ()  # where its file disagrees about who it is
    title_from: TitleFrom | None = None  # where its title was taken from, if it has none


class Counted(NamedTuple):
    """A paragraph of a work and one of its themes, without the words that earned it."""

    key: Key
    theme: str
    strength: Strength


class CitedElsewhere(NamedTuple):
    """What a paragraph or note cites in some languages, but not in the text the rules read."""

    key: Key
    target: Target
    languages: tuple[Language, ...]


@record
class Use:
    """A term where it stands: the words before it, its form, the words after it."""

    place: Place
    form: str
    left: str
    right: str
    language: Language


@record
class TermCounts:
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
    cited: tuple[tuple[Key, Target], ...]  # by the text the rules read, once a paragraph or note
    cited_elsewhere: tuple[CitedElsewhere, ...]  # what only other texts of it cite
    tagged: tuple[Counted, ...]
    untagged: tuple[Key, ...]  # paragraphs without a theme that could have one
    unresolved: tuple[Unresolved, ...]
    flawed: bool  # whether an erratum concerns it
    stored: str  # the name under which its texts lie in the store
    refused: dict[Language, tuple[str, str]] = field(default_factory=dict)  # why (code), file
    sums: dict[Language, str] = field(default_factory=dict)  # of each stored text; "": of the rest
    pages: dict[Key, int] = field(default_factory=dict)  # of a long text: where each key stands

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


class Beside(NamedTuple):
    """The instruments before and after one in the order of the edition, by slug."""

    before: str | None
    after: str | None


@record
class Library:
    """All works, and what only shows when they lie side by side."""

    heads: Mapping[str, Head]  # by slug, in the order of the edition
    works: Works  # the texts, read from disk as they are asked for
    frames: dict[str, tuple[Paragraph, ...]]  # by symbol of the report
    sources: tuple[Source, ...]  # without their lines
    cited_by: Mapping[Target, tuple[Place, ...]]
    by_theme: dict[str, tuple[tuple[Place, Strength], ...]]
    by_symbol: Mapping[Target, str]  # the slug of a held instrument, by what cites it
    forms: dict[str, dict[str, dict[int, int]]]  # term -> form -> year -> how often
    near: dict[str, dict[str, int]]  # term with a page -> word -> how often it stands near
    spread: dict[str, int]  # word -> in how many paragraphs it stands
    paragraphs: int  # of the texts that were cut into words
    cited_parts: Mapping[
        Target, str
    ]  # on which page of its list what is cited stands, if not the first
    theme_parts: Mapping[str, Mapping[str, str]]  # theme -> slug -> the part of its page: "2021-2"
    beside: Mapping[str, Beside] = field(default_factory=dict)  # by slug
    problems: tuple[Problem, ...] = ()  # what was told while the texts were read

    @property
    def many(self) -> bool:
        """Whether the works are too many for one list, and for a zip at every build."""
        return len(self.heads) > FEW

    @property
    def large(self) -> bool:
        """Whether pages that show paragraphs of many works show the first and are cut."""
        return self.many or sum(head.units for head in self.heads.values()) > MUCH

    def theme_part(self, theme: str, slug: str) -> str | None:
        """The part of a theme's page that shows an instrument; None where it has but one."""
        return self.theme_parts[theme].get(slug) if self.many else None

    def holding(self, language: Language) -> list[str]:
        """The works that are held in a language, by slug."""
        return [slug for slug, head in self.heads.items() if language in head.sides]

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
