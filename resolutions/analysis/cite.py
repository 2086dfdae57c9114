"""Stage: a document -> what each of its paragraphs and notes cites.

When a mention could mean two things it is left unlinked and reported: a wrong link is worse
than none. What counts as a citation is laid down in `data/README.md`, "Citations".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from resolutions.catalogue.yamlfile import Complaint
from resolutions.model.document import Document, Footnote, Paragraph
from resolutions.model.findings import Citation, Unresolved
from resolutions.model.instruments import Instrument
from resolutions.model.keys import han_number
from resolutions.model.patterns import compiled, filled
from resolutions.model.records import Body, Key, Span, Target
from resolutions.model.rules import Citing, NameForms
from resolutions.model.symbols import DOCUMENT, ECOSOC_YEARS, PART, SMALLEST_GA_SESSION

QUOTED = re.compile(r"“[^”]*”")  # the title of what is cited
CJK = re.compile("[㐀-鿿]")
NO_NAME = "(?!)"  # a pattern that never matches
LETTERS = re.compile(r"(?<![A-Za-z-])[A-Z](?![A-Za-z-])")  # of a number: 59/113 A和B
THROUGH = re.compile("至|to|–")  # from one letter to another
SPECIAL = re.compile(r"\((E?S)-?(?=[IVXLC])")  # 3201(S-VI), 1874(S IV)
EARLY = re.compile("(?P<number>[一二三四五六七八九十百]+)(?P<session>[㈠-㈩])")  # 一㈠
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
HRC_SESSIONS = 61  # the Human Rights Council's numbers lie below those of the Assembly we read


class Names:
    """All that texts of a language cite by: names of instruments, and the patterns of `citing`."""

    def __init__(self, instruments: Mapping[Target, Instrument], citing: Citing) -> None:
        self.instruments, self.citing = instruments, citing
        self.by_form: dict[str, Instrument] = {}
        self.short: dict[str, list[Instrument]] = {}
        self.following: list[tuple[re.Pattern[str], Instrument]] = []
        self.volumes: dict[tuple[int, int], list[Target]] = {}
        bare: set[str] = set()
        shortened: set[str] = set()  # the names that a short one may stand for
        for instrument in instruments.values():
            wordings = citing.wordings(instrument)
            bare.update(map(_squeeze, wordings.bare))
            if wordings.short:
                shortened.update(map(_squeeze, (*wordings.forms, *wordings.bare)))
            self._add(instrument, wordings)
        self.pattern = self._any(citing.name, self.by_form, bare)
        self.short_pattern = self._any(citing.short, self.short, set())
        self.unmarked = self._any("(?:{names})", shortened & self.by_form.keys(), set())
        self.ibid = compiled(citing.ibid)
        self.chain, self.number = self._pattern(citing.chain), self._pattern("{number}")
        self.after, self.no_number = self._pattern(citing.after), self._pattern(citing.no_number)
        self.organ, self.volume = self._pattern(citing.organ), self._pattern(citing.volumes)
        self.clause = self._pattern(citing.clause)
        self.part = self._pattern(f"(?:{citing.also}){PART}")
        self.above = self._pattern(citing.above)
        self.above_items = self._pattern(citing.above_items)
        self.item = self._pattern("{item}")

    def _pattern(self, pattern: str) -> re.Pattern[str]:
        return compiled(filled(pattern, self.citing.parts))

    def _any(self, frame: str, forms: Iterable[str], bare: set[str]) -> re.Pattern[str]:
        """The pattern for any of these names, the longest first, in their `frame`."""
        longest = sorted(forms, key=lambda form: (-len(form), form))
        names = "|".join(map(_loose, longest)) or NO_NAME
        open_names = "|".join(_loose(form) for form in longest if form in bare) or NO_NAME
        return re.compile(frame.replace("{names}", names).replace("{bare}", open_names))

    def _add(self, instrument: Instrument, wordings: NameForms) -> None:
        for form in (*wordings.forms, *wordings.bare):
            if instrument.of:
                self.following.append((re.compile(_loose(form)), instrument))
            else:
                self.by_form[_squeeze(form)] = instrument
        for short in wordings.short:
            self.short.setdefault(_squeeze(short), []).append(instrument)
        for volume in instrument.series:
            place = (volume.volume, volume.number)
            self.volumes.setdefault(place, []).append(instrument.id)


def _squeeze(text: str) -> str:
    """A form without blanks; where they part words, with one blank between these."""
    return ("" if CJK.search(text) else " ").join(text.split())


def _loose(form: str) -> str:
    """A pattern for a form, whatever blanks a line break or a figure left in it."""
    if CJK.search(form):
        return r" ?".join(re.escape(character) for character in _squeeze(form))
    return r"\s".join(map(re.escape, form.split()))


class Found(NamedTuple):
    """A mention before its target is settled."""

    span: Span
    target: Target | None  # None: a short title still to be resolved, a name that cites nothing
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
    bare = names.ibid.fullmatch(text)  # 同上。 cites all that the note before it cites
    found = mentions(resolved if bare else text, names, body, set(), resolved)
    return _mark_first(
        [
            Citation(
                Span(0, len(text.rstrip("。."))) if bare else each.span,
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
        *_numbered(text, names, body),
        *_documents(text, names.part),
        *_internal(text, names, keys),
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
        form = _squeeze(match[match.lastgroup or 0])
        taken.append(Span(*match.span()))
        yield Found(Span(*match.span()), names.by_form[form].id)
    for match in names.short_pattern.finditer(text):
        if not any(span.start <= match.start() < span.end for span in taken):
            taken.append(Span(*match.span()))
            yield Found(Span(*match.span()), None, short=_squeeze(match["name"]))
    # 联合国反腐败公约缔约国…根据《公约》: a name of an organ cites nothing, but tells what is meant
    for match in names.unmarked.finditer(text):
        if not any(span.start <= match.start() < span.end for span in taken):
            beside = names.by_form[_squeeze(match[0])].id
            yield Found(Span(*match.span()), None, short=f"beside {beside}")
    for pattern, instrument in names.following:
        for match in pattern.finditer(text):
            yield Found(Span(*match.span()), instrument.id, short=f"after {instrument.of}")


def _numbered(text: str, names: Names, body: Body) -> Iterator[Found]:
    for chain in names.chain.finditer(text):
        after = names.after.match(text, chain.end())
        numbers = [
            match
            for match in names.number.finditer(text, *chain.span("numbers"))
            if not names.no_number.match(text, match.end())
        ]
        said = f"{text[: chain.start()]}{chain.groupdict().get('whose') or ''}"
        for match in numbers:
            if match[0].count("/") > 1:
                continue  # 69/19569/199: the errata say what is meant
            where = after.groupdict() if after and match is numbers[-1] else {}
            for span, number in _lettered(match):
                target = symbol_of(number, chain["word"], said, body, names)
                yield Found(
                    span,
                    target,
                    section=where.get("letter"),
                    paragraph=f"op{where['op']}" if where.get("op") else None,
                    short="" if target else f"{number} {chain['word']}",
                )


def _lettered(match: re.Match[str]) -> Iterator[tuple[Span, str]]:
    """A number with its letters, each a resolution: 59/113 A和B; of 51/211 A至E every one."""
    letters = list(LETTERS.finditer(match[0]))
    if len(letters) < 2 or "/" not in match[0]:
        yield Span(*match.span()), match[0]
        return
    start = match.start()
    stem = match[0][: letters[0].start()].strip()
    yield Span(start, start + letters[0].end()), f"{stem}{letters[0][0]}"
    for before, each in pairwise(letters):
        span = Span(start + each.start(), start + each.end())
        through = THROUGH.search(match[0], before.end(), each.start())
        first = ord(before[0]) + 1 if through else ord(each[0])
        for letter in range(first, ord(each[0]) + 1):
            yield span, f"{stem}{chr(letter)}"


def symbol_of(number: str, word: str, before: str, body: Body, names: Names) -> Target | None:
    """The symbol of a resolution or decision: what its number and its organ say together.

    `before` is the text that names organs, the nearest last; `body` the organ that speaks.
    """
    kind = names.citing.kinds[word.lower()]
    plain = SPECIAL.sub(r"(\1-", number.replace(" ", ""))
    organs = [match.lastgroup for match in names.organ.finditer(before)]
    nearest = organs[-1] if organs else None
    if re.search(r"\(\d{4}\)$", plain):
        return f"S/{kind}/{plain}"
    if early := EARLY.fullmatch(plain):  # 一㈠: 1(I)
        plain = f"{han_number(early['number'])}({ROMAN[ord(early['session']) - ord('㈠')]})"
    if plain.endswith(")"):
        if nearest != "E" and body == "GA" and not _of_another(before, names):
            nearest = "A"  # 回顾其第1514(XV)号决议: the Assembly's own
        return f"{nearest}/{kind}/{plain}" if nearest in ("A", "E") else None
    if nearest == "HRC" and _organ_of_clause(before, names):
        session = plain.split("/")[0]
        held = session.startswith("S-") or (session.isdecimal() and int(session) < HRC_SESSIONS)
        return f"A/HRC/{kind}/{plain}" if held else None
    if plain.startswith(("S-", "ES-")):
        return f"A/{kind}/{plain}"
    first = int(plain.split("/")[0])
    if first in ECOSOC_YEARS:
        return f"E/{kind}/{plain}"
    if _of_another(before, names):
        return None
    if nearest == "COSP" and first < SMALLEST_GA_SESSION:
        return f"CAC/COSP/{kind}/{plain}"
    if nearest == "COP" and first < SMALLEST_GA_SESSION:
        return f"CTOC/COP/{kind}/{plain}"
    if nearest == "CCPCJ" and first <= SMALLEST_GA_SESSION + 4:
        return f"CCPCJ/{kind}/{plain}"
    if first >= SMALLEST_GA_SESSION:
        return f"A/{kind}/{plain}"
    return f"CCPCJ/{kind}/{plain}" if nearest is None and body == "CCPCJ" else None


def _organ_of_clause(before: str, names: Names) -> bool:
    """Whether an organ is named in the clause that a text ends in."""
    said = QUOTED.sub("", before)
    organs = list(names.organ.finditer(said))
    return bool(organs) and not names.clause.search(said, organs[-1].end())


def _of_another(before: str, names: Names) -> bool:
    """Whether a number belongs to an organ whose numbers we do not read.

    麻醉药品委员会2022年3月18日题为“…，…”的第65/2号决议: no clause ends between the two.
    """
    said = QUOTED.sub("", before)
    organs = list(names.organ.finditer(said))
    return (
        bool(organs)
        and organs[-1].lastgroup == "other"
        and not names.clause.search(said, organs[-1].end())
    )


def _documents(text: str, part: re.Pattern[str]) -> Iterator[Found]:
    for match in DOCUMENT.finditer(text):
        symbol = match[0].rstrip(".")
        if not any(character.isdigit() for character in symbol):
            continue
        end = match.start() + len(symbol)
        yield Found(Span(match.start(), end), symbol)
        while further := part.match(text, end):  # E/2013/30 和 Corr.1
            end = further.end()
            yield Found(Span(*further.span("part")), f"{symbol}/{further['part']}")


def _treaty_series(text: str, names: Names, resolved: str) -> Iterator[Found]:
    if names.citing.series not in resolved:
        return
    for match in names.volume.finditer(text):
        number = int(match["number"])
        for volume in re.finditer(r"\d+", match["volumes"]):
            start = match.start("volumes") + volume.start()
            for target in names.volumes.get((int(volume[0]), number), ()):
                yield Found(Span(start, start + len(volume[0])), target)


def _internal(text: str, names: Names, keys: set[Key]) -> Iterator[Found]:
    for match in names.above.finditer(text):
        key = f"op{match['op']}"
        if key in keys:
            yield Found(Span(*match.span()), "", paragraph=key)
    for match in names.above_items.finditer(text):
        stem: list[str] = []
        for group in re.split("和|and", match["items"]):
            items = names.item.findall(group)
            own = [item if item.isascii() else str(han_number(item)) for item in items]
            stem = stem[: -len(own)] + own if stem else own  # (c)(一)和(二): c-1, c-2
            key = "op-" + "-".join(stem)
            if key in keys:
                yield Found(Span(*match.span()), "", paragraph=key)


def _settle(
    found: Sequence[Found], names: Names, history: Sequence[Sequence[Target]]
) -> tuple[list[Citation], list[tuple[Span, str]]]:
    """Resolve short titles from what was cited before them, or leave them open."""
    citations: list[Citation] = []
    open_ends: list[tuple[Span, str]] = []
    named: list[Target] = []  # cited, or a part of a name
    for each in found:
        target = each.target
        if each.short.startswith("beside "):
            named.append(each.short.removeprefix("beside "))
            continue
        if each.short.startswith("after "):
            treaties = [c.target for c in citations if _is_treaty(c.target, names)]
            if not treaties or treaties[-1] != each.short.removeprefix("after "):
                continue
        elif target is None and each.short in names.short:
            target = _candidate(names.short[each.short], named, history)
        if target is None:
            open_ends.append((each.span, "short-title" if each.short in names.short else "organ"))
        else:
            citations.append(Citation(each.span, target, each.section, each.paragraph))
            named.append(target)
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


def check_citing(citing: Citing, instruments: Mapping[Target, Instrument]) -> list[Complaint]:
    """What is wrong with `citing.yml`: bad patterns, unknown instruments. Asked by `checks`."""
    complaints: list[Complaint] = [
        (
            ("names", target),
            "unknown-instrument",
            f"names for `{target}`, which is not in instruments.yml",
            "correct the id, or add the instrument",
        )
        for target in citing.names
        if target not in instruments
    ]
    try:
        Names(instruments, citing)
    except KeyError as problem:
        complaints.append(((), "unknown-list", f"no part {problem}", "correct the name"))
    except re.error as problem:
        message = f"{problem.pattern!r}: {problem}"
        complaints.append(((), "bad-pattern", message, "mend the pattern"))
    return complaints
