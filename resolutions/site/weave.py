"""A text cut at the edges of its annotations, so that templates need no offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from resolutions.model.records import Span

L = TypeVar("L")
P = TypeVar("P")


class Piece(NamedTuple):
    """A run of text and the names of the layers that cover it."""

    text: str
    layers: tuple[str, ...]


class Group(NamedTuple, Generic[L, P]):
    """Pieces under one link (or none), then what stands at the point where they end."""

    link: L | None
    pieces: tuple[Piece, ...]
    points: tuple[P, ...]


def weave(
    text: str,
    links: Iterable[tuple[Span, L]] = (),
    layers: Iterable[tuple[Span, str]] = (),
    points: Iterable[tuple[int, P]] = (),
) -> list[Group[L, P]]:
    """Cut `text` into groups whose pieces join back into it.

    Links never nest: of two that overlap the one that begins first (then the longer) wins.
    Layers may overlap anything. A point stands after the character before its offset; one
    inside a link closes the link's group and the link goes on after it.
    """
    chosen = _apart(links)
    layered = [(begin, stop, name) for (begin, stop), name in layers if begin < stop]
    at: dict[int, list[P]] = {}
    for offset, point in points:
        at.setdefault(min(max(offset, 0), len(text)), []).append(point)
    edges = [0, len(text), *at]
    for span, _ in chosen:
        edges += span
    for begin, stop, _ in layered:
        edges += [edge for edge in (begin, stop) if edge <= len(text)]
    cuts = sorted(set(edges))
    groups: list[Group[L, P]] = []
    if 0 in at:
        groups.append(Group(None, (), tuple(at[0])))
    for start, end in pairwise(cuts):
        names = tuple([name for begin, stop, name in layered if begin <= start and end <= stop])
        link = _at(start, chosen)
        piece = Piece(text[start:end], names)
        last = groups[-1] if groups else None
        if last and not last.points and last.link is link and last.pieces:
            groups[-1] = Group(link, (*last.pieces, piece), ())
        else:
            groups.append(Group(link, (piece,), ()))
        if end in at and end > 0:
            last = groups[-1]
            groups[-1] = Group(last.link, last.pieces, tuple(at[end]))
    return groups


def _at(offset: int, links: Sequence[tuple[Span, L]]) -> L | None:
    for (start, end), value in links:
        if start <= offset < end:
            return value
    return None


def _apart(links: Iterable[tuple[Span, L]]) -> Sequence[tuple[Span, L]]:
    chosen: list[tuple[Span, L]] = []
    for span, value in sorted(links, key=lambda each: (each[0].start, -each[0].end)):
        if span.start < span.end and (not chosen or span.start >= chosen[-1][0].end):
            chosen.append((span, value))
    return chosen
