"""Mentions -> citations: a short title means what was cited before it, or stays open.

《公约》 is the one convention of that short title named in the same paragraph, else in the nearest
paragraph above that names one; where it could be two, it is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resolutions.analysis.citations.mention import Mention
from resolutions.analysis.citations.names import Names
from resolutions.model.findings import Citation
from resolutions.model.instruments import Instrument
from resolutions.model.records import Span, Target


def resolve(
    mentions: Iterable[Mention], names: Names, earlier: Sequence[Sequence[Target]]
) -> tuple[list[Citation], list[tuple[Span, str]]]:
    """The citations of a paragraph, and the mentions left open, each with the code of its reason.

    `earlier`: what the paragraphs above it cite.
    """
    citations: list[Citation] = []
    open_ends: list[tuple[Span, str]] = []
    named: list[Target] = []  # cited, or a part of a name
    for each in mentions:
        if each.beside is not None:
            named.append(each.beside)
            continue
        if each.after and each.after != _last_treaty(citations, names):
            continue
        target = each.target
        if each.short:
            target = _meant(names.short[each.short], (named, *reversed(earlier)))
        if target is None:
            open_ends.append((each.span, "short-title" if each.short else "organ"))
        else:
            citations.append(Citation(each.span, target, each.section, each.paragraph))
            named.append(target)
    return citations, open_ends


def _last_treaty(citations: Iterable[Citation], names: Names) -> Target | None:
    """The treaty cited last, which is no protocol of another."""
    last = None
    for citation in citations:
        instrument = names.instruments.get(citation.target)
        if instrument and instrument.kind == "treaty" and instrument.of is None:
            last = citation.target
    return last


def _meant(instruments: Iterable[Instrument], cited: Iterable[Sequence[Target]]) -> Target | None:
    """The one of these instruments that is cited nearest; `cited` begins with the nearest."""
    wanted = {instrument.id for instrument in instruments}
    for targets in cited:
        candidates = wanted.intersection(targets)
        if candidates:
            return candidates.pop() if len(candidates) == 1 else None
    return None
