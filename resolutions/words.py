"""The words of one interface language, and what they make of a name, a number or a date."""

from __future__ import annotations

import re
from collections.abc import Mapping

from resolutions import urls
from resolutions.keys import from_roman
from resolutions.models import Catalogue, Document, Instrument, Key, Language, Target

SYMBOL = re.compile(r"(?P<organ>A|E|S|CCPCJ|CTOC/COP)/(?P<kind>RES|DEC)/(?P<number>\S+)")
PART = re.compile(r"chap\. I, sect\. (?P<section>[A-Z])(?:, draft (?P<kind>\w+) (?P<roman>\w+))?")


class Words:
    """What readers of one language see; every word comes from `data/strings/`."""

    def __init__(self, language: Language, catalogue: Catalogue) -> None:
        self.language = language
        self.catalogue = catalogue
        self.strings: Mapping[str, str] = catalogue.strings[language]
        self.ordinals = self.strings["ordinals"].split("|")
        self.months = self.strings["months"].split("|")

    def __call__(self, key: str, **values: object) -> str:
        """The string of a key, its `{places}` filled."""
        words = self.strings[key]
        return words.format(**values) if values else words

    def count(self, key: str, number: int) -> str:
        """`key.one` or `key.many` with the number in it."""
        return self(f"{key}.{'one' if number == 1 else 'many'}", n=number)

    def ordinal(self, number: int) -> str:
        """Third, 三: as a text of the UN has it; the figure where the list ends."""
        return self.ordinals[number - 1] if number <= len(self.ordinals) else str(number)

    def name(self, names: Mapping[Language, str]) -> str:
        """A name in this language, else in English, else in Chinese."""
        return names.get(self.language_of(names), "")

    def names(
        self, names: Mapping[Language, str], sources: Mapping[Language, str]
    ) -> tuple[tuple[Language, str, str, str], ...]:
        """A name in every language we have it in: language, direction, name, source or ""."""
        return tuple(
            (tongue.code, tongue.dir, names[tongue.code], sources.get(tongue.code, ""))
            for tongue in self.catalogue.languages
            if tongue.code in names
        )

    def language_of(self, names: Mapping[Language, str]) -> Language:
        """The language of the name that `name` gives."""
        return next((code for code in (self.language, "en", "zh") if code in names), self.language)

    def date(self, iso: str) -> str:
        """18 December 2008; 2008年12月18日."""
        year, month, day = (int(part) for part in iso.split("-"))
        return self("date", y=year, m=self.months[month - 1], d=day)

    def paragraph(self, key: Key, kind: str) -> str:
        """What a text of the UN calls a paragraph: third preambular paragraph, paragraph 9 (a)."""
        unit, *items = key.split("_")[0].split("-")
        letters = "".join(self("paragraph.item", item=item) for item in items)
        if unit.startswith("pp"):
            return self("paragraph.preambular", n=self.ordinal(int(unit[2:]))) + letters
        if unit == "op":
            return self("paragraph.lettered", items=letters.strip())
        if match := re.fullmatch(r"op(\d+)", unit):
            return self("paragraph.operative", n=match[1], items=letters)
        if unit.startswith("fn"):
            return self("paragraph.note", n=unit[2:])
        return self(
            f"paragraph.{kind if kind in ('title', 'enacting', 'heading', 'table') else 'other'}"
        )

    def label(self, document: Document) -> str:
        """How the edition names an instrument in a line: its symbol, or its place in a report."""
        if document.part and (match := PART.fullmatch(document.part)) and match["kind"]:
            number = from_roman(match["roman"])
            piece = self(f"piece.{match['kind']}", n=self.piece_number(number, match["roman"]))
            return self("piece", symbol=document.symbol, section=match["section"], piece=piece)
        return self.symbol(document.symbol)

    def session(self, document: Document) -> str | None:
        """The session of its organ; of a piece of a report, that of the Commission."""
        if not document.session:
            return None
        key = "session.commission" if document.part else "session"
        counted = re.fullmatch("[0-9]{1,3}", document.session)  # not 20-resumed
        ordinal = self.ordinal(int(document.session)) if counted else None
        return self(key, n=ordinal or document.session)

    def contained(self, document: Document) -> str | None:
        """The chapter and section of the report that an instrument is printed in."""
        match = PART.fullmatch(document.part or "")
        if not match:
            return None
        symbol = document.source.header.symbol
        return self("piece.chapter", symbol=symbol, section=match["section"])

    def piece_number(self, number: int, roman: str) -> str:
        """Draft resolution I; 决议草案一."""
        return self.ordinal(number) if self("piece.numbers") == "ordinal" else roman

    def symbol(self, target: Target) -> str:
        """A symbol as the field writes it; our own ids in words."""
        match = SYMBOL.fullmatch(target)
        if match and (match["organ"] in ("CCPCJ", "CTOC/COP") or target.startswith("E/DEC")):
            organ = match["organ"].replace("/", "")
            return self(f"symbol.{organ}.{match['kind']}", n=match["number"])
        return target

    def instrument(self, target: Target) -> str:
        """The official name of something cited, as far as we have one; else its symbol."""
        instrument = self.catalogue.instruments.get(target)
        name = self.name(instrument.names) if instrument else ""
        return name or self.symbol(target)

    def cited(self, target: Target) -> str:
        """Something cited in a line: its symbol and its name, or the one there is."""
        name, symbol = self.instrument(target), self.symbol(target)
        return name if "/" not in target or name == symbol else f"{symbol} {name}"

    def entry(self, target: Target) -> str:
        """Its place in the lists of the instruments cited."""
        instrument = self.catalogue.instruments.get(target)
        return urls.cited(target, instrument.kind if instrument else None)

    def confirmed(self, instrument: Instrument) -> bool:
        """Whether the name shown has a source."""
        shown = self.language_of(instrument.names)
        return shown in instrument.names and shown in instrument.sources

    def title(self, document: Document) -> tuple[str, Language, bool]:
        """The title of an instrument: text, its language, and whether it is official."""
        held = self.catalogue.held.get(document.slug)
        if self.language != document.language and held and self.language in held.titles:
            return held.titles[self.language], self.language, self.language in held.sources
        return source_title(document), document.language, True


def source_title(document: Document) -> str:
    """The title as the source words it."""
    return next((p.text for p in document.paragraphs if p.kind == "title"), document.symbol)
