"""What every record is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple, TypeVar, dataclass_transform

from msgspec import Meta

Language = str  # "zh", "en": a BCP 47 tag


Key = str  # "pp3", "op12-a": permanent


Target = str  # "A/RES/66/177", "UNTOC": what is cited


Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


Names = dict[Language, str]


Body = Literal["GA", "SC", "ECOSOC", "HRC", "CCPCJ", "CND", "COP", "COSP", "CONF", "other"]


InstrumentKind = Literal["resolution", "decision", "declaration", "treaty"]


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
    "unnumbered",  # a paragraph that is neither of these and has no number
    "other",  # a line of the agenda that a decision approves, or of the frame of a report
]


TAGGED: frozenset[ParagraphKind] = frozenset(
    {"title", "preambular", "operative", "lettered", "annexed"}
)


ACTING: frozenset[ParagraphKind] = frozenset({"preambular", "operative", "lettered"})


T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a record: frozen, slotted, its fields given by name."""
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


class Span(NamedTuple):
    """A half-open range of characters, `text[start:end]`."""

    start: int
    end: int
