"""Part of `akn`: what the metadata, the cover page and the conclusions say of a resolution.

A statement of a collection (75/101 A-B) has only its letter; the rest is said once, for all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from resolutions.model.document import Vote
from resolutions.model.problems import Report
from resolutions.model.records import Body, InstrumentKind, Language, record
from resolutions.model.symbols import DOCUMENT
from resolutions.readers.akn.numbering import item_in, place_of
from resolutions.readers.akn.xmlfile import Element

LANGUAGES: dict[str, Language] = {
    "ara": "ar",
    "chi": "zh",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "rus": "ru",
    "spa": "es",
    "zho": "zh",
}
BODIES: dict[str, Body] = {"ga": "GA", "unga": "GA", "ecosoc": "ECOSOC", "unecosoc": "ECOSOC"}
KINDS: dict[str, InstrumentKind] = {"resolution": "resolution", "decision": "decision"}
SYMBOL = re.compile(r"[A-Z]+(?:/[A-Z0-9.()\-]+)+")
LETTERS = re.compile(r"(?<=\d)[A-Z](?:-[A-Z])?$")  # the A-B of A/RES/75/101 A-B
LOCATOR = re.compile(r"/un[a-z]+/[^/]*/(?P<number>[\w-]*\d[\w-]*)")  # …/unga/2020-12-31/75-254A/
UNKNOWN_DAY = "0001-01-01"
FIRST_SESSION = 1945  # the year before that of the first regular session


@record
class Facts:
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


class Sayings:
    """A statement and the collection around it: the nearer one speaks first."""

    def __init__(self, statement: Element, collection: Element | None) -> None:
        self.by_name: defaultdict[str, list[Element]] = defaultdict(list)
        for around in (statement, collection):
            for part in around.children if around else ():
                if part.name in ("meta", "coverPage", "preface", "conclusions"):
                    for each in part.descendants:
                        self.by_name[each.name].append(each)

    def find(self, name: str, /, **attributes: str) -> Iterator[Element]:
        """The elements that say a thing, outside the text and its annexes."""
        wanted = attributes.items()
        return (each for each in self.by_name[name] if wanted <= each.attributes.items())

    def said(self, name: str, attribute: str = "", /, **attributes: str) -> str:
        """The first thing said that is no blank: an attribute, or the words."""
        found = (
            each.attributes.get(attribute, "").strip() if attribute else each.words
            for each in self.find(name, **attributes)
        )
        return next((each for each in found if each), "")


def facts(
    statement: Element, collection: Element | None, shown: str, report: Report
) -> Facts | None:
    """Read what is said of a statement; None, and a problem, where what is needed is not said."""
    sayings = Sayings(statement, collection)
    found = Finder(sayings, statement.line, shown, report)
    language, body = found.language(), found.body()
    kind, symbol = found.kind(statement), found.symbol(statement)
    if language is None or body is None or kind is None or symbol is None:
        return None
    day = found.day()
    session = sayings.said("session", "value") or _session(symbol)
    origin, draft = found.origin(), found.draft()
    is_draft = origin is not None and "/L." in origin
    return Facts(
        symbol=symbol,
        language=language,
        kind=kind,
        body=body,
        session=session,
        year=int(day[:4]) if day else _year(session),
        date=day,
        meeting=found.meeting(),
        agenda_item=found.agenda_item(),
        report=None if is_draft else origin,
        sponsor=sayings.said("step", "by", outcome="draftResolution") or None,
        draft=draft or (origin if is_draft else None),
        vote=found.vote(),
    )


class Finder:
    """Finds one fact after the other, and reports what cannot be found."""

    def __init__(self, sayings: Sayings, line: int, shown: str, report: Report) -> None:
        self.sayings, self.line, self.shown, self.report = sayings, line, shown, report

    def language(self) -> Language | None:
        """The language the metadata names; the name of the file says nothing."""
        code = self.sayings.said("FRBRlanguage", "language").lower()
        language = LANGUAGES.get(code)
        if language is None:
            message = f"the language `{code}` is none of the six"
            self._error("unknown-language", message, "correct FRBRlanguage: eng, zho, …")
        return language

    def body(self) -> Body | None:
        """The organ that adopted it."""
        href = self.sayings.said("FRBRauthor", "href", **{"as": "author"})
        body = BODIES.get(href.strip("#/").rsplit("/", 1)[-1].lower())
        if body is None:
            message = f"the organ `{href}` is none whose resolutions we hold"
            self._error(
                "unknown-organ", message, "leave the file out: only ga and ecosoc are known"
            )
        return body

    def kind(self, statement: Element) -> InstrumentKind | None:
        """Whether it is a resolution or a decision."""
        name = statement.attributes.get("name", "")
        kind = KINDS.get(name.strip().lower())
        if kind is None:
            message = f"a statement `{name}` is neither resolution nor decision"
            self._error("unknown-kind", message, "leave the file out, or correct the name")
        return kind

    def symbol(self, statement: Element) -> str | None:
        """The symbol on the cover page, else what the address of the work says."""
        printed = self.sayings.said("docNumber", refersTo="#symbol")
        symbol = re.sub(r"[\s*]", "", printed)
        preface = (each for each in statement.children if each.name == "preface")
        numbers = [each.words for part in preface for each in part.find("docNumber")]
        letter = next((each for each in numbers if re.fullmatch(r"[A-Z]\.?", each)), "")
        if letter:  # of a collection
            symbol = LETTERS.sub("", symbol) + letter.rstrip(".")
        if SYMBOL.fullmatch(symbol):
            return symbol
        symbol = self._located(statement) or self._numbered(numbers, statement)
        if symbol:
            message = f"the cover page has no symbol ({printed!r}); it is taken for {symbol}"
            self.report.warn(
                self.shown, self.line, "no-symbol", message, "compare with the printed document"
            )
            return symbol
        self._error("no-symbol", "the symbol is nowhere", "write it in docNumber of the cover page")
        return None

    def _located(self, statement: Element) -> str:
        uris = (each.attributes.get("value", "") for each in self.sayings.find("FRBRuri"))
        match = next((found for uri in uris if (found := LOCATOR.search(uri))), None)
        number = re.sub(r"-(?=\d+[A-Za-z]?$)", "/", match["number"].upper()) if match else ""
        return self._prefix(statement) + number if number else ""

    def _numbered(self, numbers: list[str], statement: Element) -> str:
        number = next((each.rstrip(". ") for each in numbers if re.search(r"\d/\d", each)), "")
        return self._prefix(statement) + re.sub(r"\s", "", number) if number else ""

    def _prefix(self, statement: Element) -> str:
        href = self.sayings.said("FRBRauthor", "href", **{"as": "author"})
        organ = "E" if "ecosoc" in href.lower() else "A"
        return f"{organ}/{'DEC' if statement.attributes.get('name') == 'decision' else 'RES'}/"

    def day(self) -> str | None:
        """The day of adoption: of the conclusions, else of the metadata."""
        for each in (
            self.sayings.said("docDate", "date", refersTo="#adoptionDate"),
            self.sayings.said("FRBRdate", "date", name="adoption"),
            self.sayings.said("step", "date", outcome="adopted"),
        ):
            if each and each != UNKNOWN_DAY:
                try:
                    return date.fromisoformat(each).isoformat()
                except ValueError:
                    message = f"{each!r} names no day"
                    self.report.warn(
                        self.shown,
                        self.line,
                        "bad-date",
                        message,
                        "compare with the printed document",
                    )
        return None

    def meeting(self) -> str | None:
        """The number of the plenary meeting."""
        said = (
            self.sayings.said("inline", name="adoptionMeeting")
            or self.sayings.said("location", refersTo="#adoptionMeeting")
            or self.sayings.said("inline", "title", name="adoptionMeeting")
        )
        figures = re.search(r"\d+", said)
        return str(int(figures[0])) if figures else None

    def agenda_item(self) -> str | None:
        """The number of the agenda item, `128 (a)`, alike in all languages."""
        said = self.sayings.said("inline", name="agenda item")
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
        return _document(self.sayings.said("inline", name="originating document"))

    def draft(self) -> str | None:
        """The symbol of the draft resolution."""
        return _document(self.sayings.said("step", "as", outcome="draftResolution"))

    def vote(self) -> Vote | None:
        """How it was adopted; what the file does not count is not known."""
        counts: dict[str, int] = {}
        for count in self.sayings.find("count"):
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
        outcome = self.sayings.said("voting", "outcome")
        return Vote(outcome="without-vote") if outcome == "adoptedWithoutVote" else None

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
