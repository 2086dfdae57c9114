"""The drawn map of citations: the texts on one side, on the other what the most of them cite."""

from __future__ import annotations

import math

from resolutions.model.library import Library
from resolutions.model.records import Target, record
from resolutions.web import urls
from resolutions.web.strings import Strings

MOST_CITED, MOST_TEXTS = 20, 30  # shown; of the texts the newest
ROW, TOP, LEFT, RIGHT, WIDTH = 24, 20, 330, 610, 1060  # units of the drawing
LONGEST = 62  # signs of a name; a Chinese one counts two


@record
class Node:
    """A text, or what is cited."""

    label: str
    title: str  # in full
    href: str
    y: int


@record
class Line:
    """That a text cites something, and how often."""

    path: str
    width: float


@record
class Cited:
    """A row of the table: what is cited, and by which texts how often."""

    node: Node
    by: tuple[tuple[Node, int], ...]


@record
class CitationMap:
    """The drawing, and the same as rows."""

    width: int
    height: int
    left: int
    right: int
    texts: tuple[tuple[Node, tuple[Line, ...]], ...]
    cited: tuple[Cited, ...]


def citation_map(library: Library, words: Strings) -> CitationMap:
    """Who cites what, of the targets that the most texts cite."""
    counts: dict[Target, dict[str, int]] = {}
    slugs = list(library.heads)[-MOST_TEXTS:]
    for slug in slugs:
        for _, target in library.heads[slug].cited:
            own = counts.setdefault(target, {})
            own[slug] = own.get(slug, 0) + 1
    most = sorted(counts, key=lambda each: (-len(counts[each]), each))[:MOST_CITED]
    rows = max(len(slugs), len(most))
    texts = {
        slug: _text(slug, library, words, _y(i, len(slugs), rows)) for i, slug in enumerate(slugs)
    }
    cited = {target: _cited(target, words, _y(i, len(most), rows)) for i, target in enumerate(most)}
    return CitationMap(
        width=WIDTH,
        height=2 * TOP + ROW * (rows - 1),
        left=LEFT,
        right=RIGHT,
        texts=tuple(
            (
                node,
                tuple(
                    _line(node, cited[target], counts[target][slug])
                    for target in most
                    if slug in counts[target]
                ),
            )
            for slug, node in texts.items()
        ),
        cited=tuple(
            Cited(
                node=node,
                by=tuple((texts[slug], count) for slug, count in counts[target].items()),
            )
            for target, node in cited.items()
        ),
    )


def _y(number: int, count: int, rows: int) -> int:
    """Where a row stands: both sides are as high."""
    return TOP + round(number * ROW * (rows - 1) / max(1, count - 1))


def _text(slug: str, library: Library, words: Strings, y: int) -> Node:
    label = words.label(library.heads[slug].document)
    href = urls.relative(urls.CITED, urls.resolution(slug))
    return Node(label=_short(label, LONGEST - 14), title=label, href=href, y=y)


def _cited(target: Target, words: Strings, y: int) -> Node:
    named = words.cited(target)
    title = " ".join(filter(None, (named.symbol, named.name)))
    href = urls.relative(urls.CITED, words.entry(target))
    return Node(label=named.symbol or _short(title, LONGEST), title=title, href=href, y=y)


def _short(words: str, longest: int) -> str:
    size = 0
    for at, sign in enumerate(words):
        size += 2 if sign > "\u2e80" else 1
        if size > longest:
            return words[:at].rstrip() + "…"
    return words


def _line(text: Node, cited: Node, count: int) -> Line:
    start, end, bend = LEFT + 6, RIGHT - 6, (RIGHT - LEFT) // 2
    path = f"M{start} {text.y}C{start + bend} {text.y} {end - bend} {cited.y} {end} {cited.y}"
    return Line(path=path, width=round(1 + math.log2(count), 1))
