"""What an edition holds of all that was read, and what an edition file says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, NamedTuple

from resolutions.model.records import Day, Language, Names, Slug, Web, record


class Wish(NamedTuple):
    """One value that a selection asks for, and where it was asked."""

    key: str  # "theme", "years"
    value: str
    file: str  # as shown in messages
    line: int


class Years(NamedTuple):
    """A span of years, both ends included."""

    first: int
    last: int


@record
class Selection:
    """What instruments must be to be held: of each that is given, one; all of them together."""

    wishes: tuple[Wish, ...] = ()
    theme: frozenset[Slug] = frozenset()
    strength: Literal["any", "focus"] = "any"
    agenda_item: frozenset[str] = frozenset()  # this, keywords and bodies in small letters
    keyword: frozenset[str] = frozenset()
    symbol: frozenset[str] = frozenset()  # as slugs
    body: frozenset[str] = frozenset()
    years: tuple[Years, ...] = ()


EVERYTHING = Selection()
Said = int | str


@record
class EditionFile:
    """An edition of one's own; what it leaves out is as in `data/edition.yml`."""

    title: Names = field(default_factory=dict)
    short_title: Names = field(default_factory=dict)  # at the head of every page; else the title
    languages: tuple[Language, ...] = ()  # in which pages are made
    edition: str | None = None
    date: Day | None = None
    base_url: Web | None = None
    only: Mapping[str, Said | tuple[Said, ...]] = field(default_factory=dict)
