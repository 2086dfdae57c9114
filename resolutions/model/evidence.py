"""What speaks for the symbol, the language and the day of a text, and how it is settled.

A reader collects what its file says of itself, each with the place where it stands; so do
the name of the file, its folder and the other languages. The majority decides, and what speaks
against it is a doubt, which the reader of the page is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from resolutions.model.records import record

FIRST_SESSION = 1945  # the year before that of the first regular session
Aspect = Literal["symbol", "language", "date"]
Basis = Literal[
    "header",  # the YAML beside a plain text
    "preface",  # the number at the head of the text: 75/269.
    "uri",  # FRBRuri of the UN's XML
    "metadata",  # FRBRlanguage, FRBRdate; the properties of a Word file or a PDF
    "cover",  # the masthead: A/RES/75/269, Resolution adopted ... on
    "closing",  # the date under the text
    "workflow",  # the step `adopted`
    "name",  # of the file
    "folder",
    "wording",  # the script and the commonest words of the text itself
    "languages",  # the other languages of the instrument
    "extract",  # the UN's own data_extract/*.json
]


class Evidence(NamedTuple):
    """One piece of evidence: `("symbol", "A/RES/75/269", "preface")`."""

    aspect: Aspect
    value: str
    basis: Basis


@record
class Doubt:
    """Where what is said of a text disagrees: what was taken, and what was said against it."""

    aspect: Aspect
    taken: str
    bases: tuple[Basis, ...]  # that say so
    others: tuple[tuple[str, tuple[Basis, ...]], ...]  # another value, and what says it
    close: bool = False  # nearly as much speaks for another value


class Verdict(NamedTuple):
    """What the evidence comes to: the value, and the doubt if any."""

    value: str
    doubt: Doubt | None


def settle(
    aspect: Aspect, evidence: Iterable[Evidence], barred: Collection[str] = ()
) -> Verdict | None:
    """What most places say; of equals what is said first. None where nothing says anything.

    `barred` are values that cannot be true (a day after the day of issue, a language the text is
    not written in): they are taken only where nothing else is said.
    """
    said: dict[str, list[Basis]] = {}
    for each in evidence:
        if each.aspect == aspect and each.value:
            bases = said.setdefault(each.value, [])
            bases += [] if each.basis in bases else [each.basis]
    if not said:
        return None
    free = [value for value in said if value not in barred] or list(said)
    taken = max(free, key=lambda value: len(said[value]))  # the first of equals
    others = tuple((value, tuple(bases)) for value, bases in said.items() if value != taken)
    if not others:
        return Verdict(taken, None)
    most = max((len(said[value]) for value in free if value != taken), default=0)
    close = len(said[taken]) - most <= 1
    doubt = Doubt(aspect=aspect, taken=taken, bases=tuple(said[taken]), others=others, close=close)
    return Verdict(taken, doubt)


def impossible(days: Iterable[str], session: str | None, issued: str | None) -> set[str]:
    """The days on which a text cannot have been adopted: after its issue, outside its session.

    The Assembly's session of a year opens in September and ends in that of the next.
    """
    barred = {day for day in days if issued and day > issued}
    if session and session.isdecimal():
        opens = FIRST_SESSION + int(session)
        barred |= {day for day in days if not f"{opens}-09-01" <= day <= f"{opens + 1}-09-30"}
    return barred
