"""What the source itself links, where the rules see no citation.

A link is believed where no rule reads the words otherwise and nothing printed speaks against it:
the files of the UN link numbers of commissions, and of the Human Rights Council, to resolutions of
the Assembly. Where the rules see a number and leave open whose it is, only the Council's is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resolutions.analysis.citations.names import Names
from resolutions.analysis.citations.organs import adopted_in
from resolutions.model.findings import Citation
from resolutions.model.records import Span, Target

Open = tuple[Span, str]  # a mention left open, and the code of its reason
COUNCIL = "A/HRC/"


def fill(
    citations: Sequence[Citation],
    open_ends: Sequence[Open],
    links: Iterable[tuple[Span, Target]],
    text: str,
    names: Names,
) -> tuple[list[Citation], list[Open]]:
    """The citations of a paragraph with those that its links add, and what is then still open."""
    found, still = list(citations), list(open_ends)
    cited = {each.target for each in citations}
    years = _years(text, names)
    for span, target in links:
        mine = [each for each in still if _overlap(each[0], span)]
        taken = any(_overlap(each.span, span) for each in citations)
        if taken or target in cited or (mine and not target.startswith(COUNCIL)):
            continue
        if any(_overlap(place, span) and not adopted_in(target, year) for place, year in years):
            continue
        found.append(Citation(span, target))
        still = [each for each in still if each not in mine]
    return sorted(found, key=lambda each: each.span), still


def _years(text: str, names: Names) -> list[tuple[Span, int]]:
    """The numbers printed with a date, and its year."""
    dated = names.patterns.dated.finditer(text)
    return [(Span(*match.span("at")), int(match["year"])) for match in dated]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
