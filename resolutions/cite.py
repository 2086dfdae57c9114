"""Stage: a document -> what each of its paragraphs and notes cites.

When a mention could mean two things it is left unlinked and reported: a wrong link is worse
than none. What counts as a citation is laid down in `data/README.md`, "Citations".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from resolutions.keys import han_number
from resolutions.models import (
    Body,
    Citation,
    Document,
    Footnote,
    Instrument,
    Key,
    Paragraph,
    Span,
    Target,
    Unresolved,
)
from resolutions.notes import BARE_IBID

NUMBER = (
    r"(?:S-\d{1,3}/\d{1,3}"  # S-30/1
    r"|(?<!\d)\d{1,5}/\d{1,5}(?:/\d{1,5})?(?!\d)"  # 64/293; 69/19569/199 is a misprint
    r"(?: ?[A-Z](?![A-Za-z]))?"  # 57/270 B
    r"|(?<!\d)\d{1,5}(?: ?[A-Z])? ?\((?:[IVXLC]+|\d{4})\))"  # 155 C (VII), 1373(2001)
)
DATE = r"(?:\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?)"
# 第 67/186 号、第67/189号和2015年12月17日第70/176号决议: a list is one citation a number
CHAIN = re.compile(
    rf"(?:第 ?)?{NUMBER} ?号?(?: ?(?:、|以及|和|及|与) ?{DATE}?(?:第 ?)?{NUMBER} ?号?)* ?"
    r"(?P<word>决议|决定)"
)
EACH = re.compile(NUMBER)
AFTER = re.compile(
    r" ?(?:(?P<letter>[A-Z]) ?节|第 ?(?P<op>\d{1,4}) ?段)"
)  # 决议 B 节, 决议第 12 段
ORGAN = re.compile(
    r"(?P<other>麻醉药品委员会|妇女地位委员会|反恐(?:怖主义)?委员会|人权委员会|法律委员会)"
    r"|(?P<CCPCJ>委员会)"
    r"|(?P<COP>缔约方会议|缔约国会议|缔约[方国]大会)"
    r"|(?P<S>安全理事会|安理会)|(?P<E>经济及社会理事会|经社理事会|经济和社会理事会)"
    r"|(?P<A>(?<!委员会)(?<!缔约方)(?<!缔约国)(?<!刑事司法)(?<!罪犯待遇)(?<!预防犯罪)大会)"
)
SYMBOL = r"(?<![A-Za-z0-9/])[A-Z]{1,4}(?:/[A-Z]*\.?\d*[A-Za-z0-9]*(?:\.\d+)?)+(?:\(\d{4}\))?"
DOCUMENT = re.compile(rf"{SYMBOL}(?:-{SYMBOL.replace('(?<![A-Za-z0-9/])', '')})?")
VOLUMES = re.compile(
    r"第 ?(?P<volumes>\d{1,5}(?:(?:、| ?和 ?)\d{1,5})*) ?卷，第 ?(?P<number>\d{1,6}) ?号"
)
ABOVE = re.compile(r"上文第 ?(?P<op>\d{1,4}) ?段")  # 上文第 45 段
ITEM = re.compile(r"[（(]([a-z]|[一二三四五六七八九十]+)[)）]")
ITEMS = rf"(?:{ITEM.pattern})+"
ABOVE_ITEMS = re.compile(  # 上述(a)段, 上述(c)(一)和(二)段
    rf"上[述文] ?(?P<items>{ITEMS}(?:和{ITEMS})*) ?段"
)
SMALLEST_GA_SESSION = 31  # from its 31st session on, the Assembly numbers session/number
ECOSOC_YEARS = range(1978, 2100)
NOTHING = r"(?!)"  # a pattern that never matches


class Names:
    """All the names that instruments go by, ready to be looked for in a text."""

    def __init__(self, instruments: Mapping[Target, Instrument]) -> None:
        self.instruments = instruments
        self.by_form: dict[str, Instrument] = {}
        self.short: dict[str, list[Instrument]] = {}
        self.following: list[tuple[re.Pattern[str], Instrument]] = []
        self.volumes: dict[tuple[int, int], list[Target]] = {}
        for instrument in instruments.values():
            self._add(instrument)
        bare = {_squeeze(form) for each in instruments.values() for form in each.bare}
        longest = sorted(self.by_form, key=lambda form: (-len(form), form))
        quoted = "|".join(_loose(form) for form in longest) or NOTHING
        open_forms = "|".join(_loose(form) for form in longest if form in bare) or NOTHING
        self.pattern = re.compile(rf"《(?P<quoted>{quoted})》|(?P<bare>{open_forms})")
        names = sorted(self.short, key=lambda name: (-len(name), name))
        self.short_pattern = re.compile(f"《({'|'.join(map(_loose, names)) or NOTHING})》")

    def _add(self, instrument: Instrument) -> None:
        for form in (*instrument.forms, *instrument.bare):
            if instrument.of:
                self.following.append((re.compile(_loose(form)), instrument))
            else:
                self.by_form[_squeeze(form)] = instrument
        for short in instrument.short:
            self.short.setdefault(_squeeze(short), []).append(instrument)
        for volume in instrument.series:
            place = (volume.volume, volume.number)
            self.volumes.setdefault(place, []).append(instrument.id)


def _squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def _loose(form: str) -> str:
    """A pattern for a form, whatever blanks a line break or a figure left in it."""
    return r" ?".join(re.escape(character) for character in _squeeze(form))


class Found(NamedTuple):
    """A mention before its target is settled."""

    span: Span
    target: Target | None  # None: a short title still to be resolved
    section: str | None = None
    paragraph: Key | None = None
    short: str = ""


def cite(
    document: Document, names: Names
) -> tuple[
    dict[Key, tuple[Citation, ...]], dict[Key, tuple[Citation, ...]], tuple[Unresolved, ...]
]:
    """The citations of each paragraph, those of each footnote, and the mentions left open."""
    own: dict[Key, tuple[Citation, ...]] = {}
    unresolved: list[Unresolved] = []
    history: list[list[Target]] = []
    keys = {paragraph.key for paragraph in document.paragraphs}
    for paragraph in document.paragraphs:
        found, open_ends = _settle(
            mentions(paragraph.text, names, document.body, keys), names, history
        )
        own[paragraph.key] = _mark_first(found)
        history.append([each.target for each in own[paragraph.key]])
        unresolved += [
            _unresolved(document, paragraph, paragraph.text, *open_end) for open_end in open_ends
        ]
    notes = {note.key: _cited_by_note(note, names, document.body) for note in document.footnotes}
    return own, notes, tuple(unresolved)


def _cited_by_note(note: Footnote, names: Names, body: Body) -> tuple[Citation, ...]:
    text, resolved = note.text or "", note.resolved or ""
    bare = BARE_IBID.fullmatch(text)  # 同上。 cites all that the note before it cites
    found = mentions(resolved if bare else text, names, body, set(), resolved)
    return _mark_first(
        [
            Citation(
                Span(0, len("同上")) if bare else each.span,
                each.target,
                each.section,
                each.paragraph,
            )
            for each in found
            if each.target is not None
        ]
    )


def _unresolved(
    document: Document, paragraph: Paragraph, text: str, span: Span, reason: str
) -> Unresolved:
    return Unresolved(
        file=document.source.file,
        line=paragraph.lines.start,
        slug=document.slug,
        key=paragraph.key,
        text=text[span.start : span.end],
        reason=reason,
    )


def mentions(
    text: str, names: Names, body: Body, keys: set[Key], resolved: str | None = None
) -> list[Found]:
    """Every mention in a text, in its order, none inside another.

    `resolved` is the note's text with 同上 replaced, where only that shows the treaty.
    """
    found = [
        *_treaty_series(text, names, resolved or text),
        *_named(text, names),
        *_numbered(text, body),
        *_documents(text),
        *_internal(text, keys),
    ]
    found.sort(key=lambda each: (each.span.start, -each.span.end))
    kept: list[Found] = []
    for each in found:
        same_place = kept and each.span == kept[-1].span
        if not kept or each.span.start >= kept[-1].span.end or same_place:
            kept.append(each)
    return kept


def _named(text: str, names: Names) -> Iterator[Found]:
    taken: list[Span] = []
    for match in names.pattern.finditer(text):
        form = _squeeze(match["quoted"] or match["bare"])
        taken.append(Span(*match.span()))
        yield Found(Span(*match.span()), names.by_form[form].id)
    for match in names.short_pattern.finditer(text):
        if not any(span.start <= match.start() < span.end for span in taken):
            yield Found(Span(*match.span()), None, short=_squeeze(match[1]))
    for pattern, instrument in names.following:
        for match in pattern.finditer(text):
            yield Found(Span(*match.span()), instrument.id, short=f"after {instrument.of}")


def _numbered(text: str, body: Body) -> Iterator[Found]:
    for chain in CHAIN.finditer(text):
        after = AFTER.match(text, chain.end())
        numbers = [
            match
            for match in EACH.finditer(text, chain.start(), chain.start("word"))
            if not re.match(r" ?[年月日]", text[match.end() :])
        ]
        for match in numbers:
            if match[0].count("/") > 1:
                continue  # 69/19569/199: the errata say what is meant
            target = symbol_of(match[0], chain["word"], text[: chain.start()], body)
            last = match is numbers[-1] and after is not None
            yield Found(
                Span(*match.span()),
                target,
                section=after["letter"] if after and last else None,
                paragraph=f"op{after['op']}" if after and last and after["op"] else None,
                short="" if target else f"{match[0]} {chain['word']}",
            )


def symbol_of(number: str, word: str, before: str, body: Body) -> Target | None:
    """The symbol of a resolution or decision: what its number and its organ say together.

    `before` is the text of the paragraph up to it; `body` the organ that speaks.
    """
    kind = {"决议": "RES", "决定": "DEC"}[word]
    plain = number.replace(" ", "")
    organs = [match.lastgroup for match in ORGAN.finditer(before)]
    nearest = organs[-1] if organs else None
    if re.search(r"\(\d{4}\)$", plain):
        return f"S/{kind}/{plain}"
    if plain.endswith(")"):
        return f"{nearest}/{kind}/{plain}" if nearest in ("A", "E") else None
    if plain.startswith("S-"):
        return f"A/{kind}/{plain}"
    first = int(plain.split("/")[0])
    if first in ECOSOC_YEARS:
        return f"E/{kind}/{plain}"
    if nearest == "COP" and first < SMALLEST_GA_SESSION:
        return f"CTOC/COP/{kind}/{plain}"
    if nearest == "CCPCJ" and first <= SMALLEST_GA_SESSION + 4:
        return f"CCPCJ/{kind}/{plain}"
    if first >= SMALLEST_GA_SESSION:
        return f"A/{kind}/{plain}"
    return f"CCPCJ/{kind}/{plain}" if nearest is None and body == "CCPCJ" else None


def _documents(text: str) -> Iterator[Found]:
    for match in DOCUMENT.finditer(text):
        symbol = match[0].rstrip(".")
        if any(character.isdigit() for character in symbol):
            yield Found(Span(match.start(), match.start() + len(symbol)), symbol)


def _treaty_series(text: str, names: Names, resolved: str) -> Iterator[Found]:
    if "《条约汇编》" not in resolved:
        return
    for match in VOLUMES.finditer(text):
        number = int(match["number"])
        for volume in re.finditer(r"\d+", match["volumes"]):
            start = match.start("volumes") + volume.start()
            for target in names.volumes.get((int(volume[0]), number), ()):
                yield Found(Span(start, start + len(volume[0])), target)


def _internal(text: str, keys: set[Key]) -> Iterator[Found]:
    for match in ABOVE.finditer(text):
        key = f"op{match['op']}"
        if key in keys:
            yield Found(Span(*match.span()), "", paragraph=key)
    for match in ABOVE_ITEMS.finditer(text):
        stem: list[str] = []
        for group in re.split("和", match["items"]):
            items = ITEM.findall(group)
            names = [item if item.isascii() else str(han_number(item)) for item in items]
            stem = stem[: -len(names)] + names if stem else names  # (c)(一)和(二): c-1, c-2
            key = "op-" + "-".join(stem)
            if key in keys:
                yield Found(Span(*match.span()), "", paragraph=key)


def _settle(
    found: Sequence[Found], names: Names, history: Sequence[Sequence[Target]]
) -> tuple[list[Citation], list[tuple[Span, str]]]:
    """Resolve short titles from what was cited before them, or leave them open."""
    citations: list[Citation] = []
    open_ends: list[tuple[Span, str]] = []
    for each in found:
        target = each.target
        if each.short.startswith("after "):
            treaties = [c.target for c in citations if _is_treaty(c.target, names)]
            if not treaties or treaties[-1] != each.short.removeprefix("after "):
                continue
        elif target is None and each.short in names.short:
            target = _candidate(names.short[each.short], [c.target for c in citations], history)
        if target is None:
            open_ends.append((each.span, "short-title" if each.short in names.short else "organ"))
        else:
            citations.append(Citation(each.span, target, each.section, each.paragraph))
    return citations, open_ends


def _is_treaty(target: Target, names: Names) -> bool:
    instrument = names.instruments.get(target)
    return instrument is not None and instrument.kind == "treaty" and instrument.of is None


def _candidate(
    instruments: Sequence[Instrument], before: Sequence[Target], history: Sequence[Sequence[Target]]
) -> Target | None:
    """The one instrument of that short title named in this paragraph, or nearest above."""
    wanted = {instrument.id for instrument in instruments}
    for targets in (before, *reversed(history)):
        candidates = wanted.intersection(targets)
        if len(candidates) == 1:
            return candidates.pop()
        if candidates:
            return None
    return None


def _mark_first(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    seen: set[tuple[Target, Key | None]] = set()
    marked = []
    for citation in citations:
        # An internal citation is told apart by the paragraph it names.
        mention = (citation.target, None if citation.target else citation.paragraph)
        marked.append(citation._replace(first=mention not in seen))
        seen.add(mention)
    return tuple(marked)
