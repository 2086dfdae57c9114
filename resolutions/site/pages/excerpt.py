"""What a page quotes of a paragraph: a clause, and the same in a reading aid."""

from __future__ import annotations

import re
from collections.abc import Iterable

from resolutions.analysis.reading_aid import AidReadings
from resolutions.analysis.segment import CHINESE
from resolutions.model.findings import Citation, Reading, Tag
from resolutions.model.library import CitedElsewhere, Head, Library, Place, Work
from resolutions.model.records import Key, Language, Span, Target, record
from resolutions.site.beside import aid_beside
from resolutions.web.strings import Strings

Pieces = tuple[tuple[str, bool], ...]  # text, whether it is what it is quoted for
AROUND, SPREAD = 24, 90  # Chinese signs around such words, and from first to last
LETTERS = 3  # that say as much as a Chinese sign
OPENING = 180  # characters of a paragraph that has none of them


@record
class Quote:
    """What a place says of the thing it is quoted for, and the same in the reading aid."""

    place: str  # "a-res-71-209#op37"
    language: Language
    pieces: Pieces
    aid_language: Language
    aid: Pieces  # () where none serves, or where a script brings it


def aid_here(head: Head, words: Strings, readings: AidReadings) -> Reading | None:
    """The reading aid that a page itself holds: the one in its language.

    To the other pages a script brings it.
    """
    aid = aid_beside(head, words, readings)
    return aid if aid and aid.document.language == words.language else None


def citing(
    work: Work, library: Library, words: Strings, readings: AidReadings
) -> dict[tuple[Place, Target], Quote]:
    """The clauses in which an instrument cites others, by place and by what is cited there."""
    head = library.heads[work.slug]
    aid, quotes = aid_here(head, words, readings), {}
    read = [(key, target, work.holding(key, words.language)) for key, target in head.cited]
    read += [
        (each.key, each.target, work.texts[shown_in(each, words)]) for each in head.cited_elsewhere
    ]
    for key, target, reading in read:
        pieces = _citing(reading, key, target)
        if pieces:
            quotes[Place(work.slug, key), target] = Quote(
                place=f"{work.slug}#{key}",
                language=reading.document.language,
                pieces=pieces,
                aid_language=words.language if aid else "",
                aid=_citing(aid, key, target) if aid else (),
            )
    return quotes


def shown_in(cited: CitedElsewhere, words: Strings) -> Language:
    """The language in which to show a citation that not all texts have: the page's if it can be."""
    own = words.language
    return own if own in cited.languages else cited.languages[0]


def _citing(reading: Reading, key: Key, target: Target) -> Pieces:
    """The clause around the citations of a target; () where the place has no words."""
    text, citations = _cited(reading, key)
    spans = tuple(each.span for each in citations if each.target == target)
    return clause(text, spans, reading.document.language) if text else ()


def _cited(reading: Reading, key: Key) -> tuple[str, tuple[Citation, ...]]:
    """The words of a paragraph or note, and what they cite."""
    if key in reading.findings:
        return aided(reading, key), reading.findings[key].citations
    note = next((each for each in reading.document.footnotes if each.key == key), None)
    return (note.text or "" if note else ""), reading.note_citations.get(key, ())


def aided(aid: Reading | None, key: str) -> str:
    """The words of a paragraph in a reading aid or text; "" where there are none."""
    found = (each.text for each in aid.document.paragraphs if each.key == key) if aid else ()
    return next(iter(found), "")


def named(text: str, reading: Reading, key: str, own: Tag, words: Strings) -> tuple[Span, ...]:
    """Where a reading aid names the terms in which the source names a theme."""
    used = [
        use.id
        for use in reading.findings[key].terms
        for span in own.evidence
        if use.span.start < span.end and span.start < use.span.end
    ]
    return standing(
        text, {form for term in used for form in words.catalogue.terms[term].forms("en")}
    )


def standing(text: str, forms: Iterable[str]) -> tuple[Span, ...]:
    """Where forms in an alphabet begin a word of a text, none over another, the longest first."""
    found = [
        Span(*match.span())
        for form in forms
        for match in re.finditer(rf"\b{re.escape(form)}", text, re.IGNORECASE)
    ]
    chosen: list[Span] = []
    for span in sorted(found, key=lambda each: (each.start, -each.end)):
        if not chosen or span.start >= chosen[-1].end:
            chosen.append(span)
    return tuple(chosen)


def clause(
    text: str, evidence: tuple[Span, ...], language: Language, stops: str | None = None
) -> Pieces:
    """The words of the evidence with a little around them, cut at stops if they can be.

    Without evidence (a text that takes its themes from another) the head of the paragraph.
    `stops` given as "": cut at words alone.
    """
    if not evidence:
        cut = text.rfind(" ", 0, OPENING) if len(text) > OPENING else len(text)
        return ((text[:cut], False), *([("…", False)] if cut < len(text) else []))
    sign = 1 if language == CHINESE else LETTERS
    if stops is None:
        stops = "，；：" if language == CHINESE else ",;:"
    start = max((text.rfind(mark, 0, evidence[0].start) + 1 for mark in stops), default=0)
    start = max(start, evidence[0].start - AROUND * sign)
    last = evidence[0]
    for span in evidence:
        if span.end - start <= SPREAD * sign:
            last = span
    ends = [found for mark in f"{stops}。" if (found := text.find(mark, last.end)) >= 0]
    end = min([*ends, last.end + AROUND * sign, len(text)])
    if language != CHINESE:  # no word is cut
        start = max(start, text.rfind(" ", 0, start + 1) + 1)
        end = max(last.end, text.rfind(" ", 0, end)) if end < len(text) and end not in ends else end
    pieces = [("…", False)] if start else []
    position = start
    for span in evidence:
        if span.start >= position and span.end <= end:
            pieces += [(text[position : span.start], False), (text[span.start : span.end], True)]
            position = span.end
    pieces.append((text[position:end], False))
    if end < len(text):
        pieces.append(("…", False))
    return tuple(piece for piece in pieces if piece[0])
