"""A text -> every mention in it of an instrument, a document or a paragraph of its own.

A mention is what stands there; what it means may still be open (`resolve` settles that).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolutions.analysis.citations.mention import Mention
from resolutions.analysis.citations.names import Names, Patterns, squeezed
from resolutions.analysis.citations.numbers import numbered
from resolutions.model.keys import han_number
from resolutions.model.records import Body, Key, Span
from resolutions.model.symbols import DOCUMENT

COUNCIL_YEAR = re.compile(r" ?\((?:19|20)\d\d\)")


def mentions(
    text: str, names: Names, body: Body, keys: set[Key], resolved: str | None = None
) -> list[Mention]:
    """Every mention in a text, in its order, none inside another.

    `body`: the organ that speaks; `keys`: the paragraphs there are; `resolved`: the note's text
    with 同上 replaced, where only that shows the treaty series.
    """
    found = [
        *_treaty_series(text, names, resolved or text),
        *_named(text, names),
        *numbered(text, names, body),
        *_documents(text, names.patterns.part),
        *_above(text, names, keys),
    ]
    found.sort(key=lambda each: (each.span.start, -each.span.end))
    kept: list[Mention] = []
    for each in found:
        same_place = kept and each.span == kept[-1].span  # a volume with two treaties
        if not kept or each.span.start >= kept[-1].span.end or same_place:
            kept.append(each)
    return kept


def _named(text: str, names: Names) -> Iterator[Mention]:
    taken: list[Span] = []

    def free(match: re.Match[str]) -> bool:
        return not any(span.start <= match.start() < span.end for span in taken)

    for match in names.named.finditer(text):
        taken.append(Span(*match.span()))
        name = squeezed(match[match.lastgroup or 0])
        yield Mention(Span(*match.span()), names.whole[name].id)
    for match in filter(free, names.shortened.finditer(text)):
        taken.append(Span(*match.span()))
        yield Mention(Span(*match.span()), short=squeezed(match["name"]))
    # 联合国反腐败公约缔约国…根据《公约》: a name of an organ cites nothing, but tells what is meant
    for match in filter(free, names.mentioned.finditer(text)):
        yield Mention(Span(*match.span()), beside=names.whole[squeezed(match[0])].id)
    for pattern, instrument in names.following:
        for match in pattern.finditer(text):
            yield Mention(Span(*match.span()), instrument.id, after=instrument.of)


def _documents(text: str, part: re.Pattern[str]) -> Iterator[Mention]:
    for match in DOCUMENT.finditer(text):
        symbol = match[0].rstrip(".")
        if not any(character.isdigit() for character in symbol):
            continue
        end = match.start() + len(symbol)
        if year := COUNCIL_YEAR.match(text, end) if symbol.startswith("S/RES/") else None:
            end, symbol = year.end(), f"{symbol}{year[0].strip()}"  # S/RES/2331 (2016)
        yield Mention(Span(match.start(), end), symbol)
        while further := part.match(text, end):  # E/2013/30 和 Corr.1
            end = further.end()
            yield Mention(Span(*further.span("part")), f"{symbol}/{further['part']}")


def _treaty_series(text: str, names: Names, resolved: str) -> Iterator[Mention]:
    """联合国，《条约汇编》，第 2225、2237 卷，第 39574 号: a mention of the treaty a volume."""
    if names.citing.series not in resolved:
        return
    for match in names.patterns.volume.finditer(text):
        number = int(match["number"])
        for volume in re.finditer(r"\d+", match["volumes"]):
            start = match.start("volumes") + volume.start()
            for target in names.volumes.get((int(volume[0]), number), ()):
                yield Mention(Span(start, start + len(volume[0])), target)


def _above(text: str, names: Names, keys: set[Key]) -> Iterator[Mention]:
    """Paragraphs of the text itself: 上文第 45 段, 上述(c)(一)和(二)段."""
    for match in names.patterns.above.finditer(text):
        key = f"op{match['op']}"
        if key in keys:
            yield Mention(Span(*match.span()), "", paragraph=key)
    for match in names.patterns.above_items.finditer(text):
        for key in _items(match["items"], names.patterns):
            if key in keys:
                yield Mention(Span(*match.span()), "", paragraph=key)


def _items(items: str, patterns: Patterns) -> Iterator[Key]:
    """The keys of lettered items: (c)(一)和(二) are op-c-1 and op-c-2."""
    stem: list[str] = []
    for group in patterns.and_.split(items):
        own = [
            each if each.isascii() else str(han_number(each))
            for each in patterns.item.findall(group)
        ]
        stem = stem[: -len(own)] + own if stem else own
        yield "op-" + "-".join(stem)
