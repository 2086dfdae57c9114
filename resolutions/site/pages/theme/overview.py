"""What a theme page says of its paragraphs together: years, whom they ask, what can be chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from resolutions.model.records import record
from resolutions.site.pages.parts import by
from resolutions.site.pages.theme.block import Block
from resolutions.site.pages.theme.excerpt import Excerpt
from resolutions.site.paragraph.view import ParagraphView
from resolutions.web.strings import Strings


@record
class YearBar:
    """A year of a theme: its paragraphs by organ, as parts of the longest bar."""

    year: int
    total: int
    shares: tuple[tuple[str, str, int, float], ...]  # organ, its name, how many, per cent


def choices(blocks: Sequence[Block]) -> list[str]:
    """By what a reader can narrow a theme: the filters in which there is something to choose.

    What stands in each follows from the paragraphs: filters.js draws it.
    """
    values: dict[str, set[object]] = {
        "verb": {each.lead for each in _shown(blocks) if each.lead},
        "addressee": {*asked_of(blocks)},
        "instrument": {block.heading.slug for block in blocks},
        "year": {block.heading.year for block in blocks},
    }
    return [name for name, found in values.items() if len(found) > 1]


def years(blocks: Sequence[Block], words: Strings) -> list[YearBar]:
    """How many paragraphs of each year and organ have the theme, for a small picture."""
    counts: Counter[tuple[int, str]] = Counter()
    for block in blocks:
        ways = sum(len(each.ways) for each in block.ways)
        counts[block.heading.year, block.body_id] += len(block.focus) + len(block.mentions) + ways
    years = by((year, (body, count)) for (year, body), count in counts.items())
    most = max((sum(n for _, n in own) for own in years.values()), default=1)
    return [
        YearBar(
            year=year,
            total=sum(count for _, count in own),
            shares=tuple(
                (body, words(f"body.{body}"), count, round(100 * count / most, 1))
                for body, count in sorted(own)
            ),
        )
        for year, own in sorted(years.items())
    ]


def asked_of(blocks: Sequence[Block]) -> Counter[str]:
    """How many of the paragraphs shown ask each addressee for something."""
    return Counter(one for each in _shown(blocks) for one in each.asks.split())


def _shown(blocks: Sequence[Block]) -> Iterator[ParagraphView | Excerpt]:
    """All that are about the theme, then all that mention it."""
    for block in blocks:
        yield from block.focus
    for block in blocks:
        yield from block.mentions
