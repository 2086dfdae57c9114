"""How the United Nations prints its resolutions: `data/printed.yml`, its patterns compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import msgspec
import yaml

from resolutions.model.records import Body, Language, record

FILE = Path(__file__).resolve().parents[3] / "data" / "printed.yml"
# Seventy-fifth, Septuagésimo quinto: two words at most; not "work of its seventy-third session"
ORDINAL = r"(?![a-zà-ÿ\u0430-\u045f])[^\s\d,.:;]{3,40}(?: [^\s\d,.:;]{3,40})??"
BODIES: tuple[Body, ...] = get_args(Body)


@record
class Written:
    """One language of the file; patterns match whole lines."""

    script: str
    words: tuple[str, ...] = ()  # which texts of this language cannot do without
    date: str
    months: tuple[str, ...]
    organs: Mapping[Body, tuple[str, ...]]
    leads: str  # how a preambular paragraph begins
    opening: tuple[str, ...] = ()  # its verb, and whether it says `also`: where no capitals tell
    enacting: tuple[str, ...]
    acts: tuple[str, ...]  # what the organ does, as a paragraph above the text it adopts
    meets: tuple[str, ...]  # how a decision begins that tells its meeting
    publisher: tuple[str, ...]
    session: tuple[str, ...]
    committee: tuple[str, ...]
    agenda_item: tuple[str, ...]
    adopted: tuple[str, ...]
    origin: tuple[str, ...]
    sponsor: tuple[str, ...]
    distribution: tuple[str, ...]
    number: tuple[str, ...]
    meeting: tuple[str, ...]
    annex: tuple[str, ...]
    declares: tuple[str, ...]
    proclaims: tuple[str, ...]
    treaty: tuple[str, ...]
    preamble: tuple[str, ...]
    article: tuple[str, ...]
    vote: tuple[str, ...]
    compound: tuple[str, ...] = ()  # words that have a hyphen of their own, in two parts
    else_is: Mapping[str, tuple[str, ...]]  # letter, report: what a text is that is no resolution


@record
class FormsFile:
    """The whole file."""

    alike: Mapping[str, str]
    notes: Mapping[str, str]
    shapes: Mapping[str, str]  # by name, of all languages together
    widths: Mapping[int, str]  # the characters of a width, in thousandths of their size
    letters: Mapping[str, str]  # of the number of a resolution: В is B
    ordinals: tuple[tuple[str, ...], ...]  # the words for the first, the second … in any language
    counting: Mapping[Language, Mapping[str, int]]  # how the words for numbers begin
    sessions: Mapping[str, str]  # special ones in the number of a resolution, as Arabic writes them
    months_too: Mapping[str, int]
    edition: Mapping[str, str]  # by name, of the Chinese texts that the edition itself holds
    languages: Mapping[Language, Written]


class Forms:
    """The forms of one language, ready to be matched."""

    def __init__(self, language: Language, written: Written) -> None:
        self.language, self.written = language, written

    @property
    def organs(self) -> str:
        """Every organ of the language."""
        return (
            "(?:" + "|".join(name for names in self.written.organs.values() for name in names) + ")"
        )

    def match(self, kind: str, text: str) -> re.Match[str] | None:
        """Match a whole line against the forms of a kind."""
        return next(
            (m for shape in _shapes(self.language, kind) if (m := shape.fullmatch(text))), None
        )

    def begins(self, kind: str, text: str) -> re.Match[str] | None:
        """Match the beginning of a line against the forms of a kind."""
        return next((m for shape in _shapes(self.language, kind) if (m := shape.match(text))), None)

    def organ(self, text: str) -> Body | None:
        """The organ whose name stands in a text, the longest name first."""
        found = [
            (len(match[0]), body != "other", body)
            for body, names in self.written.organs.items()
            for name in names
            if (match := re.search(name, text))
        ]
        return max(found)[2] if found else None

    def day(self, match: re.Match[str] | None) -> str | None:
        """The day a match names; None for none, or one that is in no calendar."""
        groups = match.groupdict() if match else {}
        if not groups.get("year"):
            return None
        month = next(
            (
                n
                for n, each in enumerate(self.written.months, 1)
                if re.fullmatch(each, groups["month"], re.I)
            ),
            int(groups["month"]) if groups["month"].isdecimal() else 0,
        )
        try:
            return date(int(groups["year"]), month, int(groups["day"])).isoformat()
        except ValueError:
            return None

    def find_day(self, text: str) -> str | None:
        """The day named in a text."""
        return self.day(
            next((m for shape in _shapes(self.language, "date") if (m := shape.search(text))), None)
        )


@cache
def table() -> FormsFile:
    """The file as it lies in the repository."""
    return msgspec.convert(yaml.safe_load(FILE.read_text(encoding="utf-8")), FormsFile)


@cache
def widths() -> dict[str, float]:
    """How wide characters are in Times, of their size."""
    return {each: own / 1000 for own, each_of in table().widths.items() for each in each_of}


@cache
def note_pattern(name: str) -> re.Pattern[str]:
    """A pattern about notes, of all languages together."""
    return re.compile(table().notes[name])


@cache
def month_names() -> dict[str, int]:
    """The month that a word names, in any language: يناير, the second of كانون الثاني/يناير."""
    names = {
        each.split("?")[-1].lower(): number
        for written in table().languages.values()
        for number, each in enumerate(written.months, 1)
        if not each.isdecimal()
    }
    return {**names, **table().months_too}


@cache
def shape(name: str) -> re.Pattern[str]:
    """A pattern of `shapes`; KeyError for a name that is not there."""
    return re.compile(_whole(table().shapes, name))


@cache
def edition_shape(name: str) -> re.Pattern[str]:
    """A pattern of `edition`; KeyError for a name that is not there."""
    return re.compile(_whole(table().edition, name))


@cache
def edition_shapes(group: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of a group of `edition` in their order, `masthead-date` by the name `date`."""
    names = [each for each in table().edition if each.startswith(f"{group}-")]
    return tuple((each.removeprefix(f"{group}-"), edition_shape(each)) for each in names)


def _whole(shapes: Mapping[str, str], name: str) -> str:
    """A pattern with the others of its section that it names in their places."""
    return re.sub(r"\{([a-z_]+)\}", lambda match: _whole(shapes, match[1]), shapes[name])


@cache
def forms(language: Language) -> Forms:
    """The forms of a language."""
    return Forms(language, table().languages[language])


def languages() -> Iterator[Language]:
    """The languages whose forms are known."""
    return iter(table().languages)


@cache
def _shapes(language: Language, kind: str) -> tuple[re.Pattern[str], ...]:
    written = table().languages[language]
    patterns = getattr(written, kind)
    patterns = (patterns,) if isinstance(patterns, str) else patterns
    day = written.date.replace("{month}", "|".join(written.months))
    organs = forms(language).organs
    filled = (
        each.replace("{date}", day)
        .replace("{organ}", organs)
        .replace("{ordinal}", ORDINAL)
        .replace("{month}", "|".join(written.months))
        for each in patterns
    )
    flags = (
        0
        if language == "zh"
        else re.IGNORECASE
        if kind in ("annex", "article", "preamble", "date", "agenda_item", "number", "adopted")
        else 0
    )
    return tuple(re.compile(each, flags) for each in filled)
