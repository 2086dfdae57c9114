"""The words of one interface language, and what they make of a name, a number or a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from babel import Locale

from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document
from resolutions.model.instruments import Instrument
from resolutions.model.keys import from_roman, roman
from resolutions.model.library import Head
from resolutions.model.records import Key, Language, Target
from resolutions.web import urls

PLURALS = ("paragraphs", "cited.by", "search.count")  # strings with a form for each kind of number
MOST_ITEMS = 39  # of a numbered list inside a paragraph
LETTERS = "abcdefghijklmnopqrstuvwxyz"
AROUND = re.compile(r"(?P<part>annex|s(?=\d))(?P<number>\d*)")  # annex2, s1
NAMED_KINDS = ("title", "enacting", "heading", "table", "annexed", "other")
NUMBERED = re.compile(r"(?:op|p)(?P<number>\d+)(?P<again>bis|ter)?")
SYMBOL = re.compile(r"(?P<organ>A|E|S|CCPCJ|CTOC/COP)/(?P<kind>RES|DEC)/(?P<number>\S+)")


# The letters of the languages that have a script of their own.
SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "ru": re.compile("[Ѐ-ӿ]"),
    "zh": re.compile("[㐀-鿿]"),
}


def spoken(text: str, language: Language) -> Language:
    """The language of a note: the Treaty Series is cited in English in every language."""
    script = SCRIPTS.get(language)
    foreign = script and not script.search(text) and re.search("[A-Za-z]{4}", text)
    return "en" if foreign else language


class CitedName(NamedTuple):
    """Something cited as a line shows it: its symbol, its name, the language of the name."""

    symbol: str
    name: str
    language: Language


@cache
def plural_forms(language: Language) -> tuple[str, ...]:
    """The kinds of numbers a language tells apart: one, few, many, other …"""
    return tuple(sorted({*Locale.parse(language).plural_form.tags, "other"}))


class Strings:
    """What readers of one language see; every word comes from `data/strings/`."""

    def __init__(
        self,
        language: Language,
        catalogue: Catalogue,
        cited_parts: Mapping[Target, str] = MappingProxyType({}),
    ) -> None:
        """`cited_parts`: on which page of its list what is cited stands, if not on the first."""
        self.cited_parts = cited_parts
        self.language = language
        self.catalogue = catalogue
        self.strings: Mapping[str, str] = catalogue.strings[language]
        self.ordinals = self.strings["ordinals"].split("|")
        self.plural = Locale.parse(language).plural_form
        self.items = self._items()
        self.directions = {tongue.code: tongue.dir for tongue in catalogue.languages}
        self.months = self.strings["months"].split("|")
        self.themes = {theme.id: self.name(theme.names) for theme in catalogue.themes}
        self.called: dict[tuple[Key, str, bool], str] = {}  # the names of paragraphs made so far

    def __call__(self, key: str, **values: object) -> str:
        """The string of a key, its `{places}` filled."""
        words = self.strings[key]
        return words.format(**values) if values else words

    def _items(self) -> dict[str, str]:
        """How items of a list are called: b) as the language letters, (二) as it numbers."""
        called = dict(zip(LETTERS, self.strings["letters"].split("|"), strict=False))
        style = self.strings["paragraph.item.numbers"]
        for number in range(1, MOST_ITEMS + 1):
            words = {"roman": roman(number).lower(), "words": self.ordinals[number - 1]}
            called[str(number)] = words.get(style, str(number))
        return called

    def direction(self, code: Language) -> str:
        """Which way a language is written: ltr or rtl."""
        return self.directions.get(code, "ltr")

    def count(self, key: str, number: int) -> str:
        """`key.one`, `key.few` … with the number in it, as the language has it."""
        return self(f"{key}.{self.plural(number)}", n=self.figure(number))

    def figure(self, number: int) -> str:
        """A number with its thousands apart, as texts of the UN in the language have them."""
        return f"{number:,}".replace(",", self("thousands"))

    def ordinal(self, number: int, of: str = "ordinals") -> str:
        """Third, 三: as a text of the UN has it; the figure where the list ends."""
        listed = self.ordinals if of == "ordinals" else self.strings[of].split("|")
        return listed[number - 1] if number <= len(listed) else str(number)

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
        d = self("day.first") if day == 1 else day  # 1er décembre
        return self("date", y=year, m=self.months[month - 1], d=d)

    def paragraph(self, key: Key, kind: str, label: str = "1.") -> str:
        """What a text of the UN calls a paragraph: third preambular paragraph, paragraph 9 (a).

        A sole operative paragraph (label "") has no number and is never given one.
        """
        place = key, kind, bool(label)
        if place not in self.called:
            self.called[place] = self._paragraph_name(key, kind, label)
        return self.called[place]

    def _paragraph_name(self, key: Key, kind: str, label: str) -> str:
        parts = key.split("_")[0].split("-")
        around: list[str] = []
        while parts and (match := AROUND.fullmatch(parts[0])):
            around.append(self._around(match["part"], match["number"]))
            parts = parts[1:]
        unit, *items = parts or [""]
        own = self._numbering(unit, [each for each in items if each != "end"], kind, label)
        if items[-1:] == ["end"]:
            own = self("paragraph.end", name=own)
        return self("comma").join([*around, own])

    def _around(self, part: str, number: str) -> str:
        """What a paragraph stands in: annex, annex II, section 2 (whose own mark is not known)."""
        if part != "annex":
            return self("paragraph.section", n=number)
        return self.annex(int(number)) if number else self("paragraph.annex")

    def annex(self, number: int) -> str:
        """Annex II, 附件二, المرفق الثاني: as the UN's files of each language number annexes."""
        return self("paragraph.annexes", n=self.piece_number(number, roman(number)))

    def place(self, head: Head, key: Key) -> str:
        """What the paragraph or note of a key is called."""
        return self.paragraph(key, *head.kinds.get(key, ("note", "1.")))

    def _numbering(self, unit: str, items: list[str], kind: str, label: str) -> str:
        letters = "".join(self("paragraph.item", item=self.items.get(item, item)) for item in items)
        if unit.startswith("pp"):
            return self("paragraph.preambular", n=self.ordinal(int(unit[2:]))) + letters
        if unit == "op":
            return self("paragraph.lettered", items=letters.strip())
        if unit == "op1" and not label and not items:
            return self("paragraph.sole")
        if match := NUMBERED.fullmatch(unit):
            again = self(f"paragraph.{match['again']}") if match["again"] else ""
            return self("paragraph.operative", n=match["number"] + again, items=letters)
        if unit.startswith("art"):
            return self("paragraph.article", n=unit[3:], items=letters)
        if unit.startswith("fn"):
            return self("paragraph.note", n="*" if unit == "fn" else unit[2:])
        return self(f"paragraph.{kind if kind in NAMED_KINDS else 'unnumbered'}")

    def label(self, document: Document) -> str:
        """How the edition names an instrument in a line: its symbol, or its place in a report."""
        part = document.part
        if part and part.kind and part.number:
            number = self.piece_number(part.number, roman(part.number))
            piece = self(f"piece.{part.kind}", n=number)
            section = self.section(part.section)
            return self("piece", symbol=document.symbol, section=section, piece=piece)
        return self.symbol(document.symbol)

    def session(self, document: Document) -> str | None:
        """The session of its organ; of a piece of a report, that of the Commission."""
        if not document.session:
            return None
        key = "session.commission" if document.part else "session"
        counted = re.fullmatch("[0-9]{1,3}", document.session)  # not S-30
        ordinal = self.ordinal(int(document.session), "ordinals.session") if counted else None
        return self(key, n=ordinal or document.session)

    def contained(self, document: Document) -> str | None:
        """The chapter and section of the report that an instrument is printed in."""
        if document.part is None:
            return None
        symbol = document.source.header.symbol
        section = self.section(document.part.section)
        chapter = document.part.chapter
        number = self.piece_number(from_roman(chapter), chapter)
        return self("piece.chapter", symbol=symbol, chapter=number, section=section)

    def within(self, section: str) -> str:
        """A part of a document, which the data name in English: chap. IV, para. 24; 附件二."""
        parts = (part.partition(" ") for part in section.split(", "))
        return self("comma").join(self._within(kind, number) for kind, _, number in parts)

    def _within(self, kind: str, number: str) -> str:
        if kind == "annex" and not number:
            return self("paragraph.annex")
        if kind == "sect.":
            letter = re.match(r"[A-Z](?![A-Za-z])", number)  # A.2, not IV
            number = self.section(letter[0]) + number[1:] if letter else number
        elif kind in ("annex", "chap."):
            number = self.piece_number(from_roman(number), number)
        return self(f"within.{kind.rstrip('.')}", n=number)

    def section(self, letter: str) -> str:
        """A section of a report as the language letters it: sect. D, الفرع دال; the letter itself
        where the language's list ends."""
        own = dict(zip(LETTERS.upper(), self("sections").split("|"), strict=False))
        return own.get(letter, letter)

    def piece_number(self, number: int, roman: str) -> str:
        """Draft resolution I; 决议草案一."""
        written_out = self("piece.numbers") == "ordinal"
        return self.ordinal(number, "ordinals.piece") if written_out else roman

    def symbol(self, target: Target) -> str:
        """A symbol as the field writes it; our own ids in words."""
        match = SYMBOL.fullmatch(target)
        if match and (match["organ"] in ("CCPCJ", "CTOC/COP") or target.startswith("E/DEC")):
            organ = match["organ"].replace("/", "")
            return self(f"symbol.{organ}.{match['kind']}", n=match["number"])
        return target

    def cited(self, target: Target) -> CitedName:
        """Something cited in a line: its symbol and its name, or the one there is."""
        instrument = self.catalogue.instruments.get(target)
        name = self.name(instrument.names) if instrument else ""
        symbol = self.symbol(target) if "/" in target or not name else ""
        language = self.language_of(instrument.names) if instrument else self.language
        return CitedName(symbol, name, language)

    def entry(self, target: Target) -> str:
        """Its place in the lists of the instruments cited."""
        instrument = self.catalogue.instruments.get(target)
        return urls.cited(
            target, instrument.kind if instrument else None, self.cited_parts.get(target, "")
        )

    def confirmed(self, instrument: Instrument) -> bool:
        """Whether the name shown has a source."""
        shown = self.language_of(instrument.names)
        return shown in instrument.names and shown in instrument.sources

    def title(self, head: Head) -> tuple[str, Language, bool]:
        """The title of an instrument: text, its language, and whether it is official."""
        held = self.catalogue.held.get(head.slug)
        if self.language not in head.sides and held and self.language in held.titles:
            return held.titles[self.language], self.language, self.language in held.sources
        shown = self.language if self.language in head.sides else head.reference
        return head.sides[shown].title, shown, True
