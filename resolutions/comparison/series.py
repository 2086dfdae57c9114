"""Which instruments follow each other: a draft and what was adopted, a title and its next text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from resolutions.analysis.texts import PREFERENCE
from resolutions.model.instruments import Held
from resolutions.model.library import Head
from resolutions.search.fold import fold

# 第十二届 … 第十三届, 2021年, twenty-sixth: what changes in a title that comes back.
NUMBERED = re.compile(
    r"第[〇零一二三四五六七八九十百]+"
    r"|\b(?:[a-z]+-)?(?:first|second|third|[a-z]+th)\b"
    r"|[\d\s/()-]+"
)


class Neighbours(NamedTuple):
    """Two instruments, by slug, of which the newer goes on from the older."""

    older: str
    newer: str


def neighbours(heads: Mapping[str, Head], held: Mapping[str, Held]) -> list[Neighbours]:
    """Each once, by the newer one's place in the edition, then the older one's.

    `heads` in the order of the edition: by year. What is known (`data/held.yml`, the draft that a
    text names) comes from there; what has one title and one body, from the order.
    """
    order = {slug: place for place, slug in enumerate(heads)}
    found = {*_told(heads, held), *_drafted(heads), *_titled(heads)}
    return sorted(found, key=lambda pair: (order[pair.newer], order[pair.older]))


def _told(heads: Mapping[str, Head], held: Mapping[str, Held]) -> Iterator[Neighbours]:
    for slug, known in held.items():
        for step in known.lineage:
            if step.slug and {slug, step.slug} <= heads.keys() and step.certainty != "unconfirmed":
                if step.relation in ("revised-as", "adopted-as", "recommended-as"):
                    yield Neighbours(slug, step.slug)
                elif step.relation == "succeeds":
                    yield Neighbours(step.slug, slug)


def _drafted(heads: Mapping[str, Head]) -> Iterator[Neighbours]:
    by_symbol = {head.document.symbol: slug for slug, head in heads.items()}
    for slug, head in heads.items():
        if head.document.draft in by_symbol:
            yield Neighbours(by_symbol[head.document.draft], slug)


def _titled(heads: Mapping[str, Head]) -> Iterator[Neighbours]:
    """Adopted texts of one body and title, each with the next."""
    series: dict[tuple[str, str], list[str]] = defaultdict(list)
    for slug, head in heads.items():
        if head.document.status == "adopted" and (title := _title(head)):
            series[head.document.body, title].append(slug)
    for slugs in series.values():
        for older, newer in pairwise(slugs):
            yield Neighbours(older, newer)


def _title(head: Head) -> str:
    """The title as far as it stays the same from session to session."""
    languages = [code for code in (*PREFERENCE, *head.sides) if code in head.sides]
    title = head.sides[languages[0]].title
    return "" if title == head.document.symbol else NUMBERED.sub("", fold(title))
