"""Part of `align`: the texts of one instrument -> one list of keys, and what each calls its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from resolutions.analysis.pairing import pair
from resolutions.analysis.recut import recut
from resolutions.analysis.recut_items import split_items
from resolutions.analysis.texts import PREFERENCE
from resolutions.analysis.traits import COUNTED
from resolutions.model.document import Document, Unpaired
from resolutions.model.records import Key, Language, ParagraphKind


class Aligned(NamedTuple):
    """A text under the keys of the instrument, and its units that the reference has not."""

    document: Document
    unpaired: tuple[Unpaired, ...]
    mended: tuple[Mended, ...] = ()


class Mended(NamedTuple):
    """A unit that the file has elsewhere, or as something else, than most languages."""

    key: Key
    kind: ParagraphKind
    printed: Key  # what its own text calls it
    read: ParagraphKind  # what its own text has it as
    line: int


def align(
    texts: Mapping[Language, Document], reference: Language, published: bool = False
) -> dict[Language, Aligned]:
    """Give all texts one list of keys, in the order of the texts.

    `published`: the keys of the reference are known outside, and stay.
    """
    given = texts
    shapes = {code: _shape(document) for code, document in texts.items()}
    hub = _hub(texts, shapes, reference)
    fixed = reference if published else ""
    if hub != fixed:
        texts = {**texts, hub: _split_hub(texts, hub)}
    mended = {
        code: document
        if code in (hub, fixed)
        else recut(document, texts[hub], pair(texts[hub], document))
        for code, document in texts.items()
    }
    if any(mended[code] is not given[code] for code in given):
        texts = mended
        shapes = {code: _shape(document) for code, document in texts.items()}
    units = [_Unit({hub: place}) for place in range(len(shapes[hub]))]
    alone: list[_Unit] = []
    for code, document in texts.items():
        if code == hub:
            continue
        pairs = pair(texts[hub], document)
        for place in range(len(document.paragraphs)):
            if place in pairs:
                units[pairs[place]].places[code] = place
            else:
                alone.append(_Unit({code: place}))
    if not alone and all(len(unit.places) == len(texts) for unit in units):
        odd = [unit for unit in units if len({shapes[c][n] for c, n in unit.places.items()}) > 1]
        if not odd:
            return {code: Aligned(document, ()) for code, document in texts.items()}
    _name([*units, *alone], texts, reference, published)
    return {code: _renamed(document, units, alone, reference) for code, document in texts.items()}


def _split_hub(texts: Mapping[Language, Document], hub: Language) -> Document:
    """The hub, its items apart wherever another language has them apart."""
    main = texts[hub]
    for code, document in texts.items():
        if code != hub and len(document.paragraphs) > len(main.paragraphs):
            back = {place: own for own, place in pair(main, document).items()}
            main = split_items(main, document, back)
    return main


class _Unit:
    """A paragraph in all the languages that have it, as it gets its key."""

    def __init__(self, places: dict[Language, int]) -> None:
        self.places = places
        self.key: Key = ""
        self.kind: ParagraphKind | None = None
        self.like: Language = ""  # the language whose own key it has


def _shape(document: Document) -> list[tuple[Key, ParagraphKind]]:
    return [(each.key, each.kind) for each in document.paragraphs]


def _hub(
    texts: Mapping[Language, Document],
    shapes: Mapping[Language, list[tuple[Key, ParagraphKind]]],
    reference: Language,
) -> Language:
    """The language whose division into paragraphs most share; of equals the reference."""

    def rank(code: Language) -> tuple[object, ...]:
        same = sum(shapes[code] == other for other in shapes.values())
        long = sum(len(shapes[code]) == len(other) for other in shapes.values())
        return -same, -long, code != reference, (*PREFERENCE, code).index(code)

    return min(texts, key=rank)


def _name(
    units: Sequence[_Unit],
    texts: Mapping[Language, Document],
    reference: Language,
    published: bool,
) -> None:
    """Give each unit its key: the reference's own, or what most languages call it."""
    own = {code: [each.key for each in document.paragraphs] for code, document in texts.items()}
    reserved = set(own[reference]) if published else set()
    taken: set[Key] = set()
    counts: Counter[Language] = Counter()
    for unit in units:
        votes = Counter(own[code][place] for code, place in unit.places.items())
        held = own[reference][unit.places[reference]] if reference in unit.places else None
        if published and held is not None:
            wanted = [held]
        else:
            order = sorted(votes, key=lambda key: (-votes[key], key != held))
            order = [held, *order] if held and _alike(held, order[0]) else order
            enough = held is not None or votes[order[0]] > 1
            wanted = [key for key in order if key not in reserved] if enough else []
        key = next((key for key in wanted if key not in taken), None)
        if key is None or (held is None and key in own[reference]):
            code = min(unit.places, key=lambda code: (*PREFERENCE, code).index(code))
            counts[code] += 1
            key = f"x-{code}{counts[code]}"
        taken.add(key)
        unit.key = key
        named = [code for code, place in unit.places.items() if own[code][place] == key]
        unit.like = reference if reference in named else next(iter(named), "")
        kinds = Counter(
            texts[code].paragraphs[place].kind
            for code, place in unit.places.items()
            if not named or code in named
        )
        mine = texts[unit.like].paragraphs[unit.places[unit.like]].kind if unit.like else None
        most = kinds.most_common(1)[0][0]
        unit.kind = mine if published or (mine and kinds[mine] == kinds[most]) else most


def _renamed(
    document: Document, units: Sequence[_Unit], alone: Sequence[_Unit], reference: Language
) -> Aligned:
    """A text under the keys of its units."""
    code = document.language
    unit_at = {unit.places[code]: unit for unit in (*units, *alone) if code in unit.places}
    keys = {each.key: unit_at[place].key for place, each in enumerate(document.paragraphs)}
    known = set(keys.values())
    unpaired: list[Unpaired] = []
    mended: list[Mended] = []
    paragraphs = []
    before: Key | None = None
    for place, paragraph in enumerate(document.paragraphs):
        unit = unit_at[place]
        if reference not in unit.places:
            unpaired.append(Unpaired(unit.key, paragraph.key, before))
        before = unit.key
        parent = keys.get(paragraph.parent or "")
        above = unit.key.rpartition("-")[0]
        if unit.key != paragraph.key and above in known:
            parent = above
        elif unit.key != paragraph.key and not unit.key.startswith("x-") and "-" not in unit.key:
            parent = None
        kind = unit.kind or paragraph.kind
        moved = unit.key != paragraph.key and not _counted(paragraph.key, unit.key)
        if reference in unit.places and (moved or kind != paragraph.kind):
            line = paragraph.lines.start
            mended.append(Mended(unit.key, kind, paragraph.key, paragraph.kind, line))
        if (unit.key, kind, parent) != (paragraph.key, paragraph.kind, paragraph.parent):
            paragraph = replace(paragraph, key=unit.key, kind=kind, parent=parent)
        paragraphs.append(paragraph)
    if all(a is b for a, b in zip(paragraphs, document.paragraphs, strict=True)):
        return Aligned(document, tuple(unpaired), tuple(mended))
    whole = replace(document, paragraphs=tuple(paragraphs))
    return Aligned(whole, tuple(unpaired), tuple(mended))


def _alike(one: Key, other: Key) -> bool:
    """Whether two keys count the same kind of unit, and only their counts differ: pp3, pp4."""
    return _counted(one, other) and one.rstrip("0123456789") == other.rstrip("0123456789")


def _counted(*keys: Key) -> bool:
    """Whether keys go by order alone: one that moves on by one tells nobody anything."""
    return all(COUNTED.fullmatch(key) for key in keys)
