"""Part of `printed`: what a text, its header and its name say of who it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from resolutions.model.document import Header
from resolutions.model.evidence import Basis, Doubt, Evidence
from resolutions.model.records import Language
from resolutions.readers.names import said_by_name
from resolutions.readers.printed.head import TITLE_NUMBER, Masthead, body_of

LETTERS = re.compile(r"(?<=\d)[A-Z](?:-[A-Z])?$")  # the B of A/RES/75/253B
NAMED = re.compile(r"[A-Z][ _-](?:RES|DEC)[ _-]", re.IGNORECASE)  # 2031-12.txt names no session


def evidence_of(
    symbol: str, number: str, language: Language, head: Masthead, closing: str | None,
    given: Header | None, path: PurePath,
) -> tuple[Evidence, ...]:  # fmt: skip
    """All that is said of the symbol, language and day of an instrument.

    `number` is what stands before its title, `closing` the day below its text.
    """
    return tuple(
        dict.fromkeys(
            (
                *_symbols(symbol, number, head, given),
                Evidence("language", language, "wording"),
                *([Evidence("language", given.language, "header")] if given else []),
                *_days(head, closing),
                *_by_name(path),
            )
        )
    )


def doubts_of(symbol: str, evidence: Iterable[Evidence]) -> tuple[Doubt, ...]:
    """The doubt about the symbol that was taken; letters of parts apart."""
    said: dict[str, list[Basis]] = {}
    for each in evidence:
        if each.aspect == "symbol":
            said.setdefault(_bare(each.value), []).append(each.basis)
    mine = said.pop(_bare(symbol), [])
    if not said:
        return ()
    others = tuple((value, tuple(bases)) for value, bases in said.items())
    most = max(len(bases) for _, bases in others)
    close = len(mine) - most <= 1
    return (Doubt(aspect="symbol", taken=symbol, bases=tuple(mine), others=others, close=close),)


def _symbols(symbol: str, number: str, head: Masthead, given: Header | None) -> Iterator[Evidence]:
    printed = [each for each in head.symbols if body_of(each)]
    match = TITLE_NUMBER.match(number.strip())
    if match and match["number"].translate(str.maketrans("–‑", "--")) in symbol:
        yield Evidence("symbol", symbol, "preface")
    if printed:
        same = (each for each in printed if _bare(each) == _bare(symbol))
        yield Evidence("symbol", next(same, printed[0]), "cover")
    if given:
        yield Evidence("symbol", given.symbol, "header")


def _days(head: Masthead, closing: str | None) -> Iterator[Evidence]:
    if head.date:
        yield Evidence("date", head.date, "cover")
    if closing:
        yield Evidence("date", closing, "closing")


def _by_name(path: PurePath) -> Iterator[Evidence]:
    named = NAMED.match(path.name)
    yield from (each for each in said_by_name(path) if named or each.aspect != "symbol")


def _bare(symbol: str) -> str:
    return LETTERS.sub("", symbol)
