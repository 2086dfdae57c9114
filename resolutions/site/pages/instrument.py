"""The page of an instrument: its text, notes, themes, lineage and where all of it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from resolutions.analysis.aided import AidReadings
from resolutions.catalogue.aids import Aids, is_stale
from resolutions.comparison.compare import NOTHING, Comparison
from resolutions.model.document import Document, Footnote
from resolutions.model.evidence import Basis, Doubt
from resolutions.model.findings import Reading
from resolutions.model.instruments import Relation
from resolutions.model.library import Head, Library, Page, Work
from resolutions.model.records import Language, Target, record
from resolutions.references.metadata import coins, legislation
from resolutions.site.beside import aid_beside
from resolutions.site.pages.agreed import agreed_of
from resolutions.site.pages.rail import label_of, rail
from resolutions.site.paragraph.aid import AidView, note_aid
from resolutions.site.paragraph.links import cite_link
from resolutions.site.paragraph.marks import FlawMark, flaw_mark
from resolutions.site.paragraph.view import view
from resolutions.site.versions import versions_of
from resolutions.site.weave import Group, weave
from resolutions.web import urls
from resolutions.web.strings import Strings, spoken

BRIEF = ("date", "body")  # the facts that stand above the text


@record
class Fact:
    """A line of the head of an instrument: session, meeting, date …"""

    key: str
    name: str
    value: str
    href: str = ""
    language: Language = ""  # where it is not that of the page


@record
class NoteView:
    """A footnote, with the marks that call it."""

    key: str
    label: str
    language: Language
    groups: tuple[Group[object, object], ...]
    missing: bool
    resolved: str  # where it differs from the text
    back: tuple[tuple[str, str], ...]  # (href, name of the paragraph)
    flaws: tuple[FlawMark, ...]
    aid: AidView | None = None


@record
class CitedEntry:
    """An instrument cited on the page: what a preview shows."""

    anchor: str
    symbol: str
    name: str
    language: Language
    confirmed: bool
    href: str  # its entry, or its text
    held: bool
    official: str
    places: tuple[tuple[str, str], ...]


@record
class Step:
    """A step of the lineage."""

    relation: str
    label: str
    name: str
    language: Language
    href: str
    official: str
    certainty: str
    certainty_name: str
    evidence: str
    before: bool  # whether it stands before this text


BEFORE = ("succeeds", "recalls")  # relations to what was there before


@record
class ThemeCount:
    """A theme of the instrument and how many of its paragraphs have it."""

    id: str
    name: str
    href: str
    focus: int
    mention: int


def instrument_page(
    work: Work,
    library: Library,
    words: Strings,
    aids: Aids,
    readings: AidReadings,
    comparison: Comparison = NOTHING,
) -> Page:
    """The page of one instrument in one interface language, and what can stand beside it."""
    head = library.heads[work.slug]
    reading = work.text(words.language)
    document = reading.document
    path = urls.resolution(document.slug)
    title, title_language, confirmed = words.title(head)
    versions = versions_of(head, aids, words, path)
    aid = aid_beside(head, words, readings)
    views = [
        view(reading, paragraph, words, path, library, aid=aid) for paragraph in document.paragraphs
    ]
    # a page in the language of the aid holds it; to the others a script brings it
    held = aid if aid and aid.document.language == words.language else None
    stretches = rail([v for v in views if v.kind != "title"], words)
    label = words.label(document)
    slugs = list(library.heads)
    place = slugs.index(document.slug)
    around = [slugs[i] if 0 <= i < len(slugs) else None for i in (place - 1, place + 1)]
    return Page(
        path=path,
        template="instrument.html.jinja",
        language=words.language,
        title=f"{label} {title}",
        description=words("instrument.description", label=label, title=title),
        content={
            "document": document,
            "label": label,
            "title": title,
            "title_language": title_language,
            "title_official": confirmed,
            "source_title": next(v for v in views if v.kind == "title"),
            "status": words(f"status.{document.status}"),
            "authority": words(f"authority.{document.authority}"),
            "facts": _facts(document, words),
            "paragraphs": [v for v in views if v.kind != "title"],
            "brief": [fact.value for fact in _facts(document, words) if fact.key in BRIEF],
            "rail": stretches,
            "aid_here": held is not None,
            "parts": {each.before: each for each in stretches if each.before},
            "labels": {v.key: label_of(v) for v in views},
            "jump": {key: _any_word(f"jump.{key}", words) for key in ("preamble", "note")},
            "notes": _notes(reading, held, library, words, path),
            "cited": _cited(reading, library, words, path),
            "themes": _themes(reading, library, words, path),
            "lineage": _lineage(document, library, words, path),
            "lent": words(f"title.lent.{lent.basis}") if (lent := document.title_from) else "",
            "doubts": _doubts(head, words),
            "versions": versions,
            "beside": aid.document.language if aid else "",
            "official": urls.official_of(document).get(words.language, ""),
            "aids_stale": any(
                is_stale(own[work.slug], head.document) for own in aids.values() if work.slug in own
            ),
            "alone": head.sides[document.language].alone,
            "agreed": agreed_of(document.slug, path, comparison),
            "legislation": legislation(head, words.language, words.catalogue),
            "coins": coins(head, words.language, words.catalogue),
            "previous": _neighbour(around[0], library, words, path),
            "next": _neighbour(around[1], library, words, path),
        },
    )


def _doubts(head: Head, words: Strings) -> list[tuple[str, str]]:
    """Where the files of an instrument disagree about who they are: language, in a sentence.

    What only the record of proceedings says otherwise is in the log.
    """
    told = []
    for tongue in words.catalogue.languages:
        side = head.sides.get(tongue.code)
        for doubt in side.doubts if side else ():
            others = [(v, bases) for v, bases in doubt.others if set(bases) != {"workflow"}]
            if not others:
                continue
            said = [
                words("doubt.other", value=_value(doubt, value, words), bases=_bases(bases, words))
                for value, bases in others
            ]
            sentence = words(
                f"doubt.{doubt.aspect}",
                taken=_value(doubt, doubt.taken, words),
                bases=_bases(doubt.bases, words),
                others=words("comma").join(said),
            )
            told.append((words(f"tongue.{tongue.code}"), sentence))
    return told


def _value(doubt: Doubt, value: str, words: Strings) -> str:
    """A day, a language or a symbol as the reader's language writes it."""
    if doubt.aspect == "date":
        return words.date(value)
    if doubt.aspect == "language":
        return words.strings.get(f"tongue.{value}", value)
    return words.symbol(value)


def _bases(bases: Iterable[Basis], words: Strings) -> str:
    return words("comma").join(words(f"basis.{basis}") for basis in bases)


def _any_word(key: str, words: Strings) -> str:
    """What readers of any language may call a thing, as alternatives of a pattern."""
    return "|".join(dict.fromkeys(strings[key] for strings in words.catalogue.strings.values()))


def _neighbour(
    slug: str | None, library: Library, words: Strings, path: str
) -> tuple[str, str] | None:
    if slug is None:
        return None
    document = library.heads[slug].document
    return urls.relative(path, urls.resolution(slug)), words.label(document)


def _facts(document: Document, words: Strings) -> list[Fact]:
    values = {
        "body": words(f"body.{document.body}"),
        "kind": words(f"kind.{document.kind}"),
        "date": words.date(document.date) if document.date else None,
        "session": words.session(document),
        "meeting": document.meeting,
        "agenda_item": document.agenda_item,
        "report": document.report,
        "sponsor": document.sponsor,
        "contained": words.contained(document),
        "draft": document.draft,
        "vote": _vote(document, words),
    }
    linked = {"report", "draft"}
    # the UN's files name sponsors in English, whatever their language
    foreign = {"sponsor": "en"} if document.authority == "un-copy" else {}
    return [
        Fact(
            key=name,
            name=words(f"fact.{name}"),
            value=value,
            href=(urls.official(value, words.language) or "") if name in linked else "",
            language=foreign.get(name, ""),
        )
        for name, value in values.items()
        if value
    ]


def _vote(document: Document, words: Strings) -> str | None:
    vote = document.vote
    if vote is None:
        return None
    counts = (vote.in_favour, vote.against, vote.abstaining)
    if None in counts:
        return words(f"vote.{vote.outcome}")
    figures = words("vote.counts", in_favour=counts[0], against=counts[1], abstaining=counts[2])
    return words("comma").join((words(f"vote.{vote.outcome}"), figures))


def _notes(
    reading: Reading, aid: Reading | None, library: Library, words: Strings, path: str
) -> list[NoteView]:
    document = reading.document
    aided = {note.key: note for note in aid.document.footnotes} if aid else {}
    back: dict[str, list[tuple[str, str]]] = {}
    for paragraph in document.paragraphs:
        for number, mark in enumerate(paragraph.notes, start=1):
            name = words.paragraph(paragraph.key, paragraph.kind, paragraph.label)
            back.setdefault(mark.key, []).append((f"#{paragraph.key}-mark{number}", name))
    views = []
    for note in document.footnotes:
        text = note.text or ""
        flaws = reading.note_flaws.get(note.key, ())
        links = [
            (c.span, cite_link(c, document, words, path, library, True))
            for c in reading.note_citations.get(note.key, ())
        ]
        marks = tuple(
            flaw_mark(n, flaw, text, words, f"#{note.key}-flaw{n}")
            for n, flaw in enumerate(flaws, 1)
        )
        signs = [(flaw.span.end, mark) for flaw, mark in zip(flaws, marks, strict=True)]
        layers = [(flaw.span, "flaw") for flaw in flaws]
        views.append(
            NoteView(
                key=note.key,
                label=note.label,
                language=spoken(text, document.language),
                groups=tuple(weave(text, links, layers, signs)),
                missing=note.text is None,
                resolved=note.resolved if note.resolved and note.resolved != note.text else "",
                back=tuple(back.get(note.key, ())),
                flaws=marks,
                aid=_note_beside(aided.get(note.key), note, aid, library, words, path),
            )
        )
    return views


def _note_beside(
    rendered: Footnote | None,
    note: Footnote,
    aid: Reading | None,
    library: Library,
    words: Strings,
    path: str,
) -> AidView | None:
    """A note as the reading aid has it; None where it says nothing else than the note."""
    if aid is None or rendered is None or rendered.text == note.text:
        return None
    return note_aid(rendered, aid, library, words, path)


def _cited(reading: Reading, library: Library, words: Strings, path: str) -> list[CitedEntry]:
    head = library.heads[reading.document.slug]
    places: dict[Target, list[tuple[str, str]]] = {}
    found = [(key, f.citations) for key, f in reading.findings.items()]
    found += list(reading.note_citations.items())
    for key, citations in found:
        for citation in citations:
            if citation.target and citation.first:
                name = words.place(head, key)
                places.setdefault(citation.target, []).append((f"#{key}", name))
    return [cited_entry(target, library, words, path, tuple(places[target])) for target in places]


def cited_entry(
    target: Target, library: Library, words: Strings, path: str, places: tuple[tuple[str, str], ...]
) -> CitedEntry:
    """What is known of something cited, and where it leads from `path`."""
    instrument = words.catalogue.instruments.get(target)
    slug = library.by_symbol.get(target)
    return CitedEntry(
        anchor=urls.anchor(target),
        symbol=words.symbol(target) if "/" in target else "",
        name=words.name(instrument.names) if instrument else "",
        language=words.language_of(instrument.names) if instrument else words.language,
        confirmed=words.confirmed(instrument) if instrument else True,
        href=urls.relative(path, urls.resolution(slug) if slug else words.entry(target)),
        held=slug is not None,
        official=urls.instrument_link(instrument, target, words.language) or "",
        places=places,
    )


def _themes(reading: Reading, library: Library, words: Strings, path: str) -> list[ThemeCount]:
    year = reading.document.year if library.large else None
    counts: dict[str, Counter[str]] = {}
    for findings in reading.findings.values():
        for tag in findings.tags:
            counts.setdefault(tag.theme, Counter())[tag.strength] += 1
    return [
        ThemeCount(
            id=theme.id,
            name=words.themes[theme.id],
            href=urls.relative(path, urls.theme(theme.id, year)),
            focus=counts[theme.id]["focus"],
            mention=counts[theme.id]["mention"],
        )
        for theme in words.catalogue.themes
        if theme.id in counts
    ]


def _lineage(document: Document, library: Library, words: Strings, path: str) -> list[Step]:
    held = words.catalogue.held.get(document.slug)
    steps = [_step(relation, library, words, path) for relation in (held.lineage if held else ())]
    return sorted(steps, key=lambda step: not step.before)


def _step(relation: Relation, library: Library, words: Strings, path: str) -> Step:
    slug = relation.slug or library.by_symbol.get(relation.symbol)
    document = library.heads[slug].document if slug in library.heads else None
    target = urls.resolution(slug) if document and slug else ""
    if not target and relation.symbol in library.cited_by:
        target = words.entry(relation.symbol)
    instrument = words.catalogue.instruments.get(relation.symbol)
    certain = relation.certainty != "unconfirmed"
    return Step(
        relation=words(f"lineage.{relation.relation}"),
        label=words.label(document) if document else words.symbol(relation.symbol),
        name=words.name(instrument.names) if instrument and not document else "",
        language=words.language_of(instrument.names) if instrument else words.language,
        href=urls.relative(path, target) if target else "",
        official=(urls.official(relation.symbol, words.language) or "") if certain else "",
        certainty=relation.certainty,
        certainty_name=words(f"certainty.{relation.certainty}"),
        evidence=words.name(relation.evidence),
        before=relation.relation in BEFORE,
    )
