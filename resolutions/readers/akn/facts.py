"""Part of `akn`: what the metadata, the cover page and the conclusions say of a resolution.

A statement of a collection (75/101 A-B) has only its letter; the rest is said once, for all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Generic, NamedTuple, TypeVar

from resolutions.model.document import Vote
from resolutions.model.evidence import FIRST_SESSION, Doubt, Evidence, impossible, settle
from resolutions.model.problems import Report
from resolutions.model.records import Body, InstrumentKind, Language, record
from resolutions.model.symbols import DOCUMENT
from resolutions.readers.akn.evidence import (
    SYMBOL,
    days_said,
    is_day,
    issued,
    language_said,
    symbol_of,
)
from resolutions.readers.akn.metadata import Metadata
from resolutions.readers.akn.numbering import item_in, place_of
from resolutions.readers.akn.xmlfile import Element

Value = TypeVar("Value", bound=str | None)
BODIES: dict[str, Body] = {"ga": "GA", "unga": "GA", "ecosoc": "ECOSOC", "unecosoc": "ECOSOC"}
KINDS: dict[str, InstrumentKind] = {"resolution": "resolution", "decision": "decision"}
SIX = ("ar", "en", "es", "fr", "ru", "zh")


@record
class WorkFacts:
    """What is known of a resolution as a work."""

    symbol: str
    language: Language
    kind: InstrumentKind
    body: Body
    session: str | None
    year: int
    date: str | None
    meeting: str | None
    agenda_item: str | None
    report: str | None
    sponsor: str | None
    draft: str | None
    vote: Vote | None
    issued: str | None
    agenda_title: str | None
    subjects: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    doubts: tuple[Doubt, ...]


def facts(
    statement: Element, collection: Element | None, path: PurePath, shown: str, report: Report
) -> WorkFacts | None:
    """Read what is said of a statement; None, and a problem, where what is needed is not said.

    `path` is where the file lies: its name and its folder are evidence too.
    """
    metadata = Metadata.of(statement, collection)
    found = Finder(metadata, path, statement.line, shown, report)
    language = found.language(statement)
    if language is None:
        return None
    body, kind, named = found.body(), found.kind(), found.symbol(statement)
    if body is None or kind is None or named is None:
        return None
    symbol = named.value
    session = _session(symbol) or metadata.first("session", "value") or None
    dated = found.day(session)
    day = dated.value
    origin, draft = found.origin(), found.draft()
    is_draft = origin is not None and "/L." in origin
    return WorkFacts(
        symbol=symbol,
        language=language.value,
        kind=kind,
        body=body,
        session=session,
        year=int(day[:4]) if day else _year(session),
        date=day,
        meeting=found.meeting(),
        agenda_item=found.agenda_item(),
        report=None if is_draft else origin,
        sponsor=metadata.first("step", "by", outcome="draftResolution") or None,
        draft=draft or (origin if is_draft else None),
        vote=found.vote(),
        issued=issued(metadata),
        agenda_title=metadata.first("inline", name="agenda item name") or None,
        subjects=found.subjects(),
        evidence=tuple(dict.fromkeys((*language.evidence, *named.evidence, *dated.evidence))),
        doubts=tuple(each.doubt for each in (language, named) if each.doubt),
    )


class Settled(NamedTuple, Generic[Value]):
    """A fact, what speaks for it, and what is said against it."""

    value: Value
    evidence: Sequence[Evidence]
    doubt: Doubt | None


class Finder:
    """Finds one fact after the other, and reports what cannot be found."""

    def __init__(
        self, metadata: Metadata, path: PurePath, line: int, shown: str, report: Report
    ) -> None:
        self.metadata, self.path, self.line, self.shown = metadata, path, line, shown
        self.report = report

    def language(self, statement: Element) -> Settled[Language] | None:
        """The language by the evidence; None where it is none of the six."""
        verdict, found = language_said(self.metadata, statement, self.path)
        if verdict is None:
            self._error("unknown-language", "no language is said", "give FRBRlanguage: eng, zho, …")
            return None
        if verdict.value not in SIX:
            message = f"the language `{verdict.value}` is none of the six"
            self.report.skip(self.shown, self.line, "unknown-language", message)
            return None
        return Settled(verdict.value, found, verdict.doubt)

    def body(self) -> Body | None:
        """The organ that adopted it."""
        href = self.metadata.first("FRBRauthor", "href", **{"as": "author"})
        body = BODIES.get(href.strip("#/").rsplit("/", 1)[-1].lower())
        if body is None:
            message = f"the organ `{href}` is none whose resolutions we hold"
            self._error(
                "unknown-organ", message, "leave the file out: only ga and ecosoc are known"
            )
        return body

    def kind(self) -> InstrumentKind | None:
        """Whether it is a resolution or a decision."""
        kind = KINDS.get(self.metadata.name)
        if kind is None:
            message = f"a statement `{self.metadata.name}` is neither resolution nor decision"
            self._error("unknown-kind", message, "leave the file out, or correct the name")
        return kind

    def symbol(self, statement: Element) -> Settled[str] | None:
        """The symbol by the evidence; one that the cover page does not print is told."""
        verdict, found = symbol_of(self.metadata, statement, self.path)
        if verdict is None or not SYMBOL.fullmatch(verdict.value):
            remedy = "write it in docNumber of the cover page"
            self._error("no-symbol", "the symbol is nowhere", remedy)
            return None
        if not any(each.basis == "cover" for each in found):
            message = f"the cover page has no symbol; it is taken for {verdict.value}"
            self._warn("no-symbol", message)
        return Settled(verdict.value, found, verdict.doubt)

    def day(self, session: str | None) -> Settled[str | None]:
        """The day of adoption by the evidence of the file alone."""
        for each in self.metadata.find("docDate", refersTo="#adoptionDate"):
            said = each.attributes.get("date", "")
            if said and not is_day(said):
                self._warn("bad-date", f"{said!r} names no day")
        found = list(days_said(self.metadata))
        barred = impossible((each.value for each in found), session, issued(self.metadata))
        verdict = settle("date", found, barred)
        # Whether it is in doubt is told once the other languages are heard (`corpus.lent`).
        return Settled(verdict.value if verdict else None, found, None)

    def subjects(self) -> tuple[str, ...]:
        """The UN's own keywords, in capitals as its thesaurus prints them."""
        found = (
            each.attributes.get("showAs", "").strip()
            for each in self.metadata.find("keyword")
            if each.attributes.get("dictionary", "").startswith("UNBIS")
        )
        return tuple(sorted({each.replace("_", " ").upper() for each in found if each}))

    def meeting(self) -> str | None:
        """The number of the plenary meeting."""
        said = (
            self.metadata.first("inline", name="adoptionMeeting")
            or self.metadata.first("location", refersTo="#adoptionMeeting")
            or self.metadata.first("inline", "title", name="adoptionMeeting")
        )
        figures = re.search(r"\d+", said)
        return str(int(figures[0])) if figures else None

    def agenda_item(self) -> str | None:
        """The number of the agenda item, `128 (a)`, alike in all languages."""
        said = self.metadata.first("inline", name="agenda item")
        items = []
        for match in re.finditer(r"\d+", said):
            label = item_in(said[match.end() :])
            name = (
                place_of(label, (), None)[1]
                if label and said[match.end() :].lstrip()[:1] == "("
                else ""
            )
            items.append(f"{int(match[0])} ({name})" if name else str(int(match[0])))
        return ", ".join(items) or None

    def origin(self) -> str | None:
        """The symbol of the document it came from: a report, or the draft itself."""
        return _document(self.metadata.first("inline", name="originating document"))

    def draft(self) -> str | None:
        """The symbol of the draft resolution."""
        return _document(self.metadata.first("step", "as", outcome="draftResolution"))

    def vote(self) -> Vote | None:
        """How it was adopted; what the file does not count is not known."""
        counts: dict[str, int] = {}
        for count in self.metadata.find("count"):
            value = count.attributes.get("value", "")
            if value.isdecimal():
                counts.setdefault(count.attributes.get("refersTo", "").lstrip("#"), int(value))
        if counts:
            return Vote(
                outcome="recorded",
                in_favour=counts.get("inFavour"),
                against=counts.get("against"),
                abstaining=counts.get("abstaining"),
            )
        outcome = self.metadata.first("voting", "outcome")
        return Vote(outcome="without-vote") if outcome == "adoptedWithoutVote" else None

    def _warn(self, code: str, message: str) -> None:
        remedy = "compare with the printed document"
        self.report.warn(self.shown, self.line, code, message, remedy)

    def _error(self, code: str, message: str, remedy: str) -> None:
        self.report.error(self.shown, self.line, code, message, remedy)


def _document(said: str) -> str | None:
    match = DOCUMENT.search(said)
    return match[0].rstrip(".") if match else None


def _session(symbol: str) -> str | None:
    """The session a symbol of the Assembly names: 75, ES-11."""
    match = re.match(r"A/(?:RES|DEC)/((?:E?S-)?\d+)/", symbol)
    return match[1] if match else None


def _year(session: str | None) -> int:
    return FIRST_SESSION + int(session) if session and session.isdecimal() else 0
