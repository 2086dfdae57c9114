"""Pages of a large corpus that are cut into parts, by year as a rule."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from resolutions.model.records import record
from resolutions.web import urls

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


@record
class PartLink:
    """The way to a part."""

    name: str
    href: str
    count: int
    current: bool


@record
class Part:
    """A part of a page: where it stands, what it holds, the way to the others."""

    path: str
    keys: tuple[str, ...]
    links: tuple[PartLink, ...]

    @property
    def name(self) -> str:
        """2021, and 2021 · 2 of a year with several parts."""
        return named(self.keys[0])


def named(key: str) -> str:
    """What a part is called: `2021 · 2` for 2021-2."""
    return key.replace("-", " · ")


def cut(path: str, counts: Mapping[str, int], large: bool) -> list[Part]:
    """The parts of a page: one that holds all or, of a large corpus, one for each key.

    `counts`: how much each key holds, in the order shown; the page itself shows the first.
    """
    if not large or not counts:
        return [Part(path=path, keys=tuple(counts), links=())]
    first = next(iter(counts))
    return [
        Part(path=own, keys=(key,), links=_links(path, own, counts, key))
        for own, key in [(path, first), *((urls.part(path, key), key) for key in counts)]
    ]


def _links(path: str, own: str, counts: Mapping[str, int], current: str) -> tuple[PartLink, ...]:
    return tuple(
        PartLink(
            name=named(key),
            href=urls.relative(own, urls.part(path, key)),
            count=count,
            current=key == current,
        )
        for key, count in counts.items()
    )


def paged(
    groups: Mapping[str, Sequence[Item]], most: int, size: Callable[[Item], int] = lambda _: 1
) -> dict[str, list[Item]]:
    """Groups of at most so much each, if one item is not more: `2021`, then `2021-2`, `2021-3`."""
    found: dict[str, list[Item]] = {}
    for key, items in groups.items():
        page, held = 1, 0
        for item in items:
            if held and held + size(item) > most:
                page, held = page + 1, 0
            held += size(item)
            found.setdefault(key if page == 1 else f"{key}-{page}", []).append(item)
    return found


def by(items: Iterable[tuple[Key, Item]]) -> dict[Key, list[Item]]:
    """Items under their keys, as they come."""
    found: dict[Key, list[Item]] = {}
    for key, item in items:
        found.setdefault(key, []).append(item)
    return found


def counted(groups: Mapping[str, Sequence[object]]) -> dict[str, int]:
    """How many items each key has."""
    return {key: len(items) for key, items in groups.items()}
