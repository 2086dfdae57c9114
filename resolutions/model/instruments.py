"""Instruments: what can be cited, and what is known of those whose text we hold."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from resolutions.model.records import (
    Certainty,
    Day,
    Names,
    Target,
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
    lineage: tuple[Relation, ...] = ()
