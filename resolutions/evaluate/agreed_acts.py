"""How far two people agree on acts and on whom they ask, and the program with each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from resolutions.evaluate.agreement import NONE, kappa, raw
from resolutions.evaluate.un_acts import ASKING, matched, tally
from resolutions.model.findings import Act


class ActsRead(NamedTuple):
    """The acts of a paragraph as two people and the program find them, and as they are settled."""

    first: list[Act]
    second: list[Act]
    settled: list[Act]
    found: list[Act]


def act_rows(title: str, reads: list[ActsRead]) -> Iterator[str]:
    """Lines for a list of acts: agreement, then acts and addressees of each side."""
    both = [pair for one, two, _, _ in reads for pair in matched(one, two)]
    does = [(one.concept, other.concept if other else NONE) for one, other in both]
    asks = [
        (frozenset(one.addressees), frozenset(other.addressees) if other else NONE)
        for one, other in both
        if one.strength in ASKING
    ]
    yield (
        f"{title}: {len(reads)} paragraphs; acts {raw(does):.3f} alike, kappa {kappa(does):.3f}; "
        f"whom they ask {raw(asks):.3f} alike, kappa {kappa(asks):.3f}"
    )
    alike = [each for each in reads if _told(each.first) == _told(each.second)]
    yield _row("second against first", ((each.first, each.second) for each in reads))
    yield _row("program against first", ((each.first, each.found) for each in reads))
    yield _row("program against second", ((each.second, each.found) for each in reads))
    yield _row("program where they agree", ((each.first, each.found) for each in alike))
    yield _row("program against settled", ((each.settled, each.found) for each in reads))


def _told(acts: Iterable[Act]) -> list[tuple[str, frozenset[str]]]:
    return [(each.concept, frozenset(each.addressees)) for each in acts]


def _row(name: str, pairs: Iterable[tuple[list[Act], list[Act]]]) -> str:
    each = tally(pairs)
    return (
        f"  {name:<26}acts F1 {each.acts.f1:.3f}; whom they ask: "
        f"{each.right} of {each.asking} right, {each.wrong} with a wrong name"
    )
