"""How far two people agree on themes, and the program with each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from resolutions.evaluate.agreement import NONE, SecondLabel, disputed, kappa, raw, settled
from resolutions.evaluate.score import Label, Score, score, total
from resolutions.evaluate.un_themes import Tags


class Read(NamedTuple):
    """A paragraph as two people and the program label it."""

    first: Label
    second: SecondLabel
    found: dict[str, str]


def theme_rows(title: str, reads: list[Read], core: set[str], every: set[str]) -> Iterator[str]:
    """Lines for a list of themes; the F1 of `core` themes, any and focus, and of `every` theme."""
    cells = [cell for theme in sorted(every) for cell in _cells(reads, theme)]
    alike = sum(not disputed(one, two) for one, two, _ in reads)
    yield (
        f"{title}: {len(reads)} paragraphs, {alike} alike; "
        f"cells {raw(cells):.4f}, kappa {kappa(cells):.3f}"
    )
    for name, (wanted, given) in _sides(reads).items():
        scores = score(wanted, given)
        figures = (
            total(scores, themes, strength).f1
            for themes in (core, every)
            for strength in ("any", "focus")
        )
        yield f"  {name:<26}" + "".join(f"{each:>7.3f}" for each in figures)
    yield from _third(reads)


def _third(reads: list[Read]) -> Iterator[str]:
    """Whom a third person sided with in what two gave differently."""
    ruled = [
        (strength, one.themes.get(theme, NONE), two.themes.get(theme, NONE), two.agreed[theme][0])
        for one, two, _ in reads
        for theme, (strength, _) in two.third.items()
    ]
    if ruled:
        first, second, agreed = (sum(each[0] == each[n] for each in ruled) for n in (1, 2, 3))
        yield (
            f"  a third, of {len(ruled)}: as the first {first}, as the second {second}; "
            f"as it was settled before {agreed}"
        )


def by_theme(reads: list[Read], every: Iterable[str]) -> Iterator[str]:
    """For each theme: tags of either, the share of paragraphs alike, kappa; the program's focus."""
    scores = score(*_sides(reads)["program against settled"])
    for theme in sorted(every):
        cells = _cells(reads, theme)
        used = sum(cell != (NONE, NONE) for cell in cells)
        if used:
            focus = scores.get((theme, "focus"), Score(0, 0, 0))
            yield (
                f"  {theme:<24}{used:>5}{raw(cells):>8.3f}{kappa(cells):>8.3f}"
                f"{focus.precision:>8.3f}{focus.recall:>7.3f}"
            )


def _cells(reads: Iterable[Read], theme: str) -> list[tuple[str, str]]:
    return [(one.themes.get(theme, NONE), two.themes.get(theme, NONE)) for one, two, _ in reads]


def _sides(reads: list[Read]) -> dict[str, tuple[Tags, Tags]]:
    first = {each.first.place: each.first.themes for each in reads}
    second = {each.first.place: each.second.themes for each in reads}
    found = {each.first.place: each.found for each in reads}
    holds = {each.first.place: settled(each.first, each.second) for each in reads}
    apart = {each.first.place: disputed(each.first, each.second) for each in reads}
    return {
        "second against first": (first, second),
        "program against first": (first, found),
        "program against second": (second, found),
        "program where they agree": (_without(first, apart), _without(found, apart)),
        "program against settled": (holds, found),
    }


def _without(tags: Tags, apart: Mapping[str, set[str]]) -> Tags:
    return {
        place: {theme: s for theme, s in own.items() if theme not in apart[place]}
        for place, own in tags.items()
    }
