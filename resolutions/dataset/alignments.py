"""Stage: alignments -> `data/alignments.json`: what each text goes on from, by paragraph."""

from __future__ import annotations

import json
from typing import Literal

import msgspec
from msgspec import Struct

from resolutions.comparison.align import Relation
from resolutions.comparison.compare import Comparison
from resolutions.model.library import Files


class PairData(Struct, frozen=True, kw_only=True, gc=False):
    """A new paragraph and the old ones it goes on from; `new` null: an old one that is gone.

    `moved`: from the preamble to the operative part, or back.
    """

    new: str | None
    old: list[str]
    relation: Relation
    moved: bool


class AlignmentData(Struct, frozen=True, kw_only=True, gc=False):
    """Two instruments by slug; `language`: that of the texts which were compared."""

    older: str
    newer: str
    language: str
    method: Literal["computed"]
    pairs: list[PairData]


def alignments(comparison: Comparison) -> Files:
    """The file and its schema."""
    found = [
        AlignmentData(
            older=each.older,
            newer=each.newer,
            language=each.language,
            method="computed",
            pairs=[
                PairData(new=p.new, old=list(p.old), relation=p.relation, moved=p.moved)
                for p in each.pairs
            ],
        )
        for each in comparison.alignments
    ]
    yield "data/alignments.json", msgspec.json.encode(found).decode("utf-8") + "\n"
    schema = msgspec.json.schema(list[AlignmentData])
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    yield "data/schema/alignments.schema.json", text
