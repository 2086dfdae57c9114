"""What was found in one text."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from resolutions.model.catalogue import Erratum
from resolutions.model.document import Document
from resolutions.model.records import Key, Span, Strength, Target, record
from resolutions.model.rules import ActStrength, AddresseeId, Concept


class Act(NamedTuple):
    """What the organ does in a clause; `span` is the verb phrase."""

    span: Span
    concept: Concept
    strength: ActStrength
    addressees: tuple[AddresseeId, ...] = ()


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
    fired: tuple[str, ...] = ()  # the rules of themes that found something: "cybercrime 2"
