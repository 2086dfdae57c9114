"""Stage: what a text offers -> questions with one right answer, the same for the same texts.

A question is asked only where its answer follows from the text: the verb that opens a paragraph, or
whether it stands so. A wrong verb is one of another strength, and no part of the right one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Literal, NamedTuple

from resolutions.model.catalogue import Catalogue
from resolutions.model.findings import Reading
from resolutions.model.library import Head
from resolutions.model.records import Key, Language, record
from resolutions.references.style import citations, plain
from resolutions.teaching.material import Lead, Material, material, treaty_names

ASKING = ("request", "encourage")  # strengths whose verbs may stand for each other
OPTIONS = 4
LONGEST = {"zh": 90}  # characters of a text that a question shows; letters take more room
LETTERS = 220
ENDS = {"zh": "，；。"}


class Source(NamedTuple):
    """A text to ask about: `title` names it, `of` cites each paragraph, in the same language."""

    head: Head
    language: Language
    aid: bool
    title: str
    of: dict[Key, str]
    units: tuple[Material, ...]


@record
class Question:
    """`id` is stable. `right` stands first in `options`; of `match`, `pairs` belong together."""

    id: str
    kind: Literal["choice", "true-false", "match"]
    place: str  # how the paragraph is cited; of `match` the instrument
    language: Language
    text: str = ""
    options: tuple[str, ...] = ()
    is_true: bool = True
    stands: str = ""  # the words of the text, where the statement has others
    pairs: tuple[tuple[str, str], ...] = ()


def source_of(head: Head, reading: Reading, aid: bool, catalogue: Catalogue) -> Source:
    """A text, or a reading aid, with the way in which its language cites it."""
    language = reading.document.language
    own = next((each for each in citations(head, catalogue) if each.language == language), None)
    of = {key: plain(own.of(key)) if own else head.document.symbol for key in head.kinds}
    title = plain(own.whole) if own else head.document.symbol
    return Source(head, language, aid, title, of, tuple(material(reading, catalogue)))


def questions(source: Source, catalogue: Catalogue) -> Iterator[Question]:
    """Every question that a text allows, in the order of its paragraphs."""
    leads = [each for each in source.units if each.lead]
    for unit in leads:
        assert unit.lead
        wrong = _others(unit.lead, leads)
        if len(wrong) >= OPTIONS - 1:
            yield Question(
                id=f"{source.head.slug}.{unit.key}.{source.language}.verb",
                kind="choice",
                place=source.of[unit.key],
                language=source.language,
                text=_with(unit, "______", source.language),
                options=(unit.lead.text, *_some(wrong, unit.key, OPTIONS - 1)),
            )
    for at, unit in enumerate(each for each in leads if each.lead and each.lead.strength in ASKING):
        assert unit.lead
        wrong = [
            lead.text
            for lead in (each.lead for each in leads)
            if lead and lead.strength in ASKING and lead.strength != unit.lead.strength
            if _apart(lead.text, unit.lead.text)
        ]
        other = _some(sorted(set(wrong)), unit.key, 1) if at % 2 else ()
        yield Question(
            id=f"{source.head.slug}.{unit.key}.{source.language}.true",
            kind="true-false",
            place=source.of[unit.key],
            language=source.language,
            text=_with(unit, other[0] if other else unit.lead.text, source.language),
            is_true=not other,
            stands=unit.lead.text if other else "",
        )
    yield from _match(source, catalogue)


def _match(source: Source, catalogue: Catalogue) -> Iterator[Question]:
    targets = {target for unit in source.units for _, target in unit.treaties}
    other = "en" if source.language != "en" else "zh"
    names = treaty_names(targets, catalogue)
    pairs = tuple(
        (own[source.language], own[other])
        for own in names.values()
        if source.language in own and other in own
    )
    if len(pairs) >= 3:
        yield Question(
            id=f"{source.head.slug}.{source.language}.treaties",
            kind="match",
            place=source.title,
            language=source.language,
            pairs=pairs[:8],
        )


def _others(lead: Lead, units: Sequence[Material]) -> list[str]:
    """Verbs of the same text that do something else, and are no part of the right one."""
    return sorted(
        {
            each.lead.text
            for each in units
            if each.lead and each.lead.concept != lead.concept and _apart(each.lead.text, lead.text)
        }
    )


def _apart(one: str, other: str) -> bool:
    a, b = one.casefold(), other.casefold()
    return a not in b and b not in a


def _some(words: Sequence[str], key: Key, count: int) -> tuple[str, ...]:
    """A few of many, the same ones each time."""
    ranked = sorted(words, key=lambda each: blake2b(f"{key} {each}".encode()).digest())
    return tuple(ranked[:count])


def _with(unit: Material, verb: str, language: Language) -> str:
    """The beginning of a paragraph with some words in the place of its verb."""
    assert unit.lead
    start, end = unit.lead.span
    rest, most = unit.text[end:], LONGEST.get(language, LETTERS)
    if len(rest) > most:
        cut = max(rest.rfind(sign, 0, most) for sign in ENDS.get(language, ",;."))
        space = rest.rfind(" ", 0, most)
        rest = rest[: cut if cut > 20 else space if space > 0 else most]
        rest += "……" if language == "zh" else " …"
    return f"{unit.text[:start]}{verb}{rest}"
