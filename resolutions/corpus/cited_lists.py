"""The lists of what is cited: where those of a large edition are cut, alike in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from resolutions.model.instruments import Instrument
from resolutions.model.library import Place
from resolutions.model.records import Target
from resolutions.web import urls

# Bytes of HTML, as measured on 612 entries of a Russian edition of session 75, the longest.
LONGEST = 250_000  # the entries of a page
ENTRY, NAMES, TEXT, PLACE = 380, 1_570, 60, 80  # an entry, its names, a text that cites, a place
MOST_CITING = 100  # texts named in an entry

CitedBy = Mapping[Target, Sequence[Place]]


def cited_parts(cited_by: CitedBy, instruments: Mapping[Target, Instrument]) -> dict[Target, str]:
    """On which page of its list a target stands, if not on the first: "70", "70-2".

    Sessions (years, first letters) come newest first, as many on a page as it can hold.
    """
    lists: dict[str, list[Target]] = {}
    for target in sorted(cited_by, key=in_order):
        instrument = instruments.get(target)
        name = urls.cited_class(target, instrument.kind if instrument else None)
        lists.setdefault(name, []).append(target)
    sizes = {each: _size(places, each in instruments) for each, places in cited_by.items()}
    found = (part for own in lists.values() for part in _parts(own, sizes))
    return {target: part for target, part in found if part}


def in_order(target: Target) -> tuple[object, ...]:
    """Symbols by their figures, so that 64/71 stands before 64/243; ids by name."""
    parts = re.split(r"(\d+)", target)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def _size(places: Sequence[Place], named: bool) -> int:
    texts = list(dict.fromkeys(place.slug for place in places))[-MOST_CITING:]
    shown = sum(place.slug in {*texts} for place in places)
    return ENTRY + NAMES * named + TEXT * len(texts) + PLACE * shown


def _parts(targets: Sequence[Target], sizes: Mapping[Target, int]) -> Iterator[tuple[Target, str]]:
    sessions: dict[str, list[Target]] = {}
    for target in targets:
        sessions.setdefault(urls.cited_part(target), []).append(target)
    part, held = "", 0
    for session in sorted(sessions, key=in_order, reverse=True):
        own, page = sessions[session], 1
        if held and held + sum(sizes[each] for each in own) > LONGEST:
            part, held = session, 0
        for target in own:
            if held and held + sizes[target] > LONGEST:
                page, held = page + 1, 0
                part = f"{session}-{page}"
            held += sizes[target]
            yield target, part
