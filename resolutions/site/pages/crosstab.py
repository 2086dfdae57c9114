"""Themes crossed with themes, and with whom is asked: how many paragraphs, at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import permutations

from resolutions.model.library import Library, Place
from resolutions.model.records import record

STEPS = (1, 3, 10, 30)  # paragraphs from which a cell is a shade darker


@record
class Crossed:
    """A table of counts: a heading, the heads of its columns, its rows by theme."""

    id: str
    columns: tuple[tuple[str, str], ...]  # name, address ("" for none)
    # theme, name, address, cells
    rows: tuple[tuple[str, str, str, tuple[tuple[int, int], ...]], ...]


def shared(library: Library) -> dict[str, Counter[str]]:
    """How many paragraphs each theme shares with each other one."""
    at: dict[Place, list[str]] = {}
    for theme, tagged in library.by_theme.items():
        for place, _ in tagged:
            at.setdefault(place, []).append(theme)
    counts: dict[str, Counter[str]] = {theme: Counter() for theme in library.by_theme}
    for themes, count in Counter(map(tuple, at.values())).items():
        for one, other in permutations(themes, 2):
            counts[one][other] += count
    return counts


def crossed(
    name: str,
    themes: Iterable[tuple[str, str, str]],
    columns: Iterable[tuple[str, str, str]],
    counts: Mapping[str, Counter[str]],
) -> Crossed:
    """A table of themes by other things; both come as (id, name, address); empty columns go."""
    rows = list(themes)
    shown = [each for each in columns if any(counts[theme][each[0]] for theme, _, _ in rows)]
    return Crossed(
        id=name,
        columns=tuple((title, href) for _, title, href in shown),
        rows=tuple(
            (theme, title, href, tuple(_cell(counts[theme][other]) for other, _, _ in shown))
            for theme, title, href in rows
        ),
    )


def _cell(count: int) -> tuple[int, int]:
    """A count, and how dark: 0 to 4."""
    return count, sum(count >= step for step in STEPS)
