"""What a group of files came to: a head of each instrument, and where its texts are stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from msgspec.msgpack import Decoder

from resolutions.analysis.texts import Texts
from resolutions.corpus.pages import pages_of
from resolutions.model.document import Document, Paragraph, Source
from resolutions.model.findings import Citation, Reading
from resolutions.model.library import CitedElsewhere, Counted, Head, Side, Work
from resolutions.model.problems import Problem
from resolutions.model.records import ACTING, TAGGED, Key, Language, Target, record
from resolutions.readers.account import Account


@record
class Taken:
    """What a group of files came to, without the texts themselves."""

    heads: tuple[Head, ...]
    wordings: tuple[tuple[str, bytes], ...]  # by slug, packed: many words, which only count
    sources: tuple[Source, ...]
    frames: tuple[tuple[str, tuple[Paragraph, ...]], ...]
    accounts: tuple[Account, ...]
    problems: tuple[Problem, ...]
    fired: frozenset[str]  # the rules of themes, those for Chinese, that found something
    fixed: dict[str, Language]  # the languages that number its instruments, as they were published


TAKEN = Decoder(Taken)


def shared(taken: Sequence[Taken]) -> list[set[int]]:
    """Groups that turn out to hold one instrument, together."""
    owner: dict[str, int] = {}
    joint: dict[int, set[int]] = {}
    for number, each in enumerate(taken):
        for head in each.heads:
            first = owner.setdefault(head.slug, number)
            if first != number:
                both = joint.get(first, {first}) | joint.get(number, {number})
                joint.update(dict.fromkeys(both, both))
    return [*{id(own): own for own in joint.values()}.values()]


def head_of(
    texts: Texts, work: Work, stored: str = "", sums: Mapping[Language, str] = MappingProxyType({})
) -> Head:
    """What is known of a work without its texts."""
    reading = work.reading
    document = reading.document
    said = work.source or reading
    kinds = {each.key: (each.kind, each.label) for each in document.paragraphs}
    cited = _cited(said)
    return Head(
        slug=work.slug,
        reference=work.reference,
        document=replace(document, paragraphs=(), footnotes=()),
        sides={code: _side(code, texts) for code in texts.documents},
        kinds=kinds,
        units=sum(each.kind in ACTING for each in document.paragraphs),
        notes=len(document.footnotes),
        citations=sum(each.first for own in _citations(said).values() for each in own),
        cited=cited,
        cited_elsewhere=_cited_elsewhere(cited, work),
        tagged=tuple(
            Counted(key, tag.theme, tag.strength)
            for key, found in said.findings.items()
            for tag in found.tags
        ),
        untagged=tuple(
            each.key
            for each in said.document.paragraphs
            if each.kind in TAGGED and not said.findings[each.key].tags
        ),
        unresolved=said.unresolved,
        flawed=bool(said.note_flaws) or any(found.flaws for found in said.findings.values()),
        stored=stored,
        sums=dict(sums),
        pages=pages_of(work),
    )


def _citations(reading: Reading) -> dict[Key, tuple[Citation, ...]]:
    """What paragraphs cite, and notes."""
    own = {key: each.citations for key, each in reading.findings.items()}
    return {**own, **reading.note_citations}


def _cited(reading: Reading) -> tuple[tuple[Key, Target], ...]:
    return tuple(
        (key, each.target)
        for key, own in _citations(reading).items()
        for each in own
        if each.first and each.target
    )


def _cited_elsewhere(cited: Sequence[tuple[Key, Target]], work: Work) -> tuple[CitedElsewhere, ...]:
    """What other texts cite where the one the rules read does not."""
    found: dict[tuple[Key, Target], list[Language]] = {}
    for code, reading in work.texts.items():
        for pair in _cited(reading):
            found.setdefault(pair, []).append(code)
    seen = set(cited)
    return tuple(
        CitedElsewhere(*pair, tuple(codes)) for pair, codes in found.items() if pair not in seen
    )


def _side(code: Language, texts: Texts) -> Side:
    document = texts.documents[code]
    own = [each.key for each in document.paragraphs]
    others = [keys_in(each) for other, each in texts.documents.items() if other != code]
    shared = set().union(*others)
    return Side(
        title=document.title,
        authority=document.authority,
        file=document.source.file,
        keys=(*own, *(note.key for note in document.footnotes)),
        alone=tuple(key for key in own if key not in shared) if others else (),
        doubts=document.doubts,
        title_from=document.title_from,
    )


def keys_in(document: Document) -> set[Key]:
    """The keys of the paragraphs of a text."""
    return {paragraph.key for paragraph in document.paragraphs}
