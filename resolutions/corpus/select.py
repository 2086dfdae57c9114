"""Stage: what was taken in -> what an edition holds of it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace

from resolutions.catalogue.aids import Aids, ReadingAid
from resolutions.catalogue.selection import near
from resolutions.corpus.intake_result import Taken
from resolutions.model.library import Head
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.model.selection import Selection
from resolutions.model.symbols import slug_of

# What an instrument has of what a key asks for.
HAS: dict[str, Callable[[Head], Iterable[str]]] = {
    "agenda_item": lambda head: _items(head.document.agenda_item),
    "keyword": lambda head: head.document.subjects,
    "symbol": lambda head: (head.slug, slug_of(head.document.symbol)),
    "body": lambda head: (head.document.body,),
}


def select(taken: Sequence[Taken], selection: Selection, report: Report) -> list[Taken]:
    """What an edition holds; a wish that nothing fulfils is reported, and if nothing is left."""
    every = [head for each in taken for head in each.heads]
    chosen = {head.slug for head in every if is_chosen(head, selection)}
    print(f"selected: {len(chosen)} of {len(every)} instruments", file=sys.stderr)
    _tell_vain(every, selection, report)
    if not chosen:
        wish = selection.wishes[0]
        message = "no instrument is all that the selection asks for"
        report.error(wish.file, wish.line, "nothing-selected", message, "ask for less")
    return [_kept(each, chosen) for each in taken if any(h.slug in chosen for h in each.heads)]


def is_chosen(head: Head, selection: Selection) -> bool:
    """Whether an instrument is one of each kind of thing that is asked for."""
    year = head.document.year
    return (
        all(_has(head, key, getattr(selection, key)) for key in HAS)
        and (not selection.years or any(first <= year <= last for first, last in selection.years))
        and (not selection.theme or _is_about(head, selection))
    )


def _has(head: Head, key: str, wanted: frozenset[str]) -> bool:
    return not wanted or any(value.casefold() in wanted for value in HAS[key](head))


def _is_about(head: Head, selection: Selection) -> bool:
    wanted = ("focus",) if selection.strength == "focus" else ("focus", "mention")
    return any(each.theme in selection.theme and each.strength in wanted for each in head.tagged)


def _items(said: str | None) -> Iterator[str]:
    """The agenda items of a masthead, each with the item it is a part of: `20 (d)` is of 20."""
    for each in re.split(r",\s*|\s+and\s+", said or ""):
        yield each
        yield each.partition(" ")[0]


def _tell_vain(every: Sequence[Head], selection: Selection, report: Report) -> None:
    for wish in selection.wishes:
        if wish.key in HAS:
            known = {value for head in every for value in HAS[wish.key](head)}
            asked = slug_of(wish.value) if wish.key == "symbol" else wish.value.casefold()
            if asked not in {value.casefold() for value in known}:
                message = f"no text has the {wish.key} `{wish.value}`"
                if wish.key == "symbol":
                    known = {head.document.symbol for head in every}
                remedy = near(wish.value, sorted(known))
                report.refuse(wish.file, wish.line, "selects-nothing", message, remedy)


def _kept(taken: Taken, chosen: set[str]) -> Taken:
    """Of a group of files, the instruments that are chosen and the files these were read from."""
    heads = tuple(head for head in taken.heads if head.slug in chosen)
    files = {side.file for head in heads for side in head.sides.values()}
    files |= {file for head in heads for _, file in head.refused.values()}
    return replace(
        taken,
        heads=heads,
        wordings=tuple(each for each in taken.wordings if each[0] in chosen),
        sources=tuple(each for each in taken.sources if each.file in files),
        accounts=tuple(each for each in taken.accounts if each.file in files),
        problems=tuple(each for each in taken.problems if each.file in files),
    )


def aids_of(aids: Aids, slugs: Container[str]) -> dict[Language, dict[str, ReadingAid]]:
    """The reading aids of the instruments that are held; no language without one."""
    held = {
        language: {slug: aid for slug, aid in own.items() if slug in slugs}
        for language, own in aids.items()
    }
    return {language: own for language, own in held.items() if own}
