"""A number and the organ named before it -> the symbol of the resolution or decision.

Organs are known by the groups of the pattern `organ` in `citing.yml`: A, E, S, HRC, COSP, COP,
CCPCJ, and `other` for those whose numbers are not read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from resolutions.analysis.citations.names import Names
from resolutions.model.keys import han_number
from resolutions.model.records import Body, Target
from resolutions.model.symbols import ECOSOC_YEARS, SMALLEST_GA_SESSION

QUOTED = re.compile(r"“[^”]*”")  # the title of what is cited
SPECIAL = re.compile(r"\((E?S)-?(?=[IVXLC])")  # 3201(S-VI), 1874(S IV)
EARLY = re.compile("(?P<number>[一二三四五六七八九十百]+)(?P<session>[㈠-㈩])")  # 一㈠
YEAR = re.compile(r"\(\d{4}\)$")  # 1373(2001): only the Security Council numbers so
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
HRC_SESSIONS = 61  # the Human Rights Council's numbers lie below those of the Assembly we read
# When special sessions of the Assembly met, where those of the Council bear like numbers.
SPECIAL_YEARS = {"S-29": {2014}, "S-30": {2016}, "S-31": {2020, 2021}, "S-32": {2021}}
FIRST_OF_HRC, ALL_YEARS = 2006, range(1945, 2100)
# Organs that number by session, as the Assembly does: how their symbols begin, and up to which
# session a number after their name is theirs.
BY_SESSION = {
    "COSP": ("CAC/COSP", SMALLEST_GA_SESSION - 1),
    "COP": ("CTOC/COP", SMALLEST_GA_SESSION - 1),
    "CCPCJ": ("CCPCJ", SMALLEST_GA_SESSION + 4),
}
# The same for an organ that speaks of its own, naming none; no symbol where we do not read them.
OWN: dict[Body, tuple[str | None, int]] = {
    "COSP": BY_SESSION["COSP"],
    "COP": BY_SESSION["COP"],
    "CCPCJ": ("CCPCJ", SMALLEST_GA_SESSION - 1),
    "HRC": ("A/HRC", HRC_SESSIONS - 1),
    "CND": (None, 99),
}


def symbol_of(
    number: str,
    word: str,
    before: str,
    body: Body,
    names: Names,
    year: int | None = None,
    behind: str = "",
) -> Target | None:
    """The symbol of a resolution or decision: what its number and its organ say together.

    `word`: what the text calls it; `before`: the text that names organs, the nearest last; `body`:
    the organ that speaks; `year`: of the date printed with the number; `behind`: the rest of its
    clause, where nothing before the number says whose it is. None where these do not settle it.
    """
    plain = _plain(number)
    organs = [match.lastgroup for match in names.patterns.organ.finditer(before)]
    nearest = organs[-1] if organs else None
    named_behind = [match.lastgroup for match in names.patterns.organ.finditer(behind)]
    in_clause = _organ_of_clause(before, names)
    if plain.endswith(")"):
        stem = _by_roman_session(plain, nearest, in_clause, body)
    else:
        stem = _by_session(plain, nearest, in_clause, body)
        stem = _of_year(stem, plain.split("/")[0], year, [*named_behind, *organs], in_clause)
    return f"{stem}/{names.citing.kinds[word.lower()]}/{plain}" if stem else None


def _plain(number: str) -> str:
    """A number as symbols have it: 3201(S VI) is 3201(S-VI), 一㈠ is 1(I)."""
    plain = SPECIAL.sub(r"(\1-", number.replace(" ", "").replace("–", "-"))
    if early := EARLY.fullmatch(plain):
        return f"{han_number(early['number'])}({ROMAN[ord(early['session']) - ord('㈠')]})"
    return plain


def _by_roman_session(
    number: str, nearest: str | None, in_clause: str | None, body: Body
) -> str | None:
    """How the symbol begins of a number with its session in brackets: 217 A (III)."""
    if YEAR.search(number):
        return "S"
    if nearest != "E" and body == "GA" and in_clause != "other":
        return "A"  # 回顾其第1514(XV)号决议: the Assembly's own
    return nearest if nearest in ("A", "E") else None


def _by_session(number: str, nearest: str | None, in_clause: str | None, body: Body) -> str | None:
    """How the symbol begins of a number with its session or year before the stroke: 64/293."""
    session = number.split("/")[0]
    special = session.startswith(("S-", "ES-"))
    if nearest == "HRC" and in_clause:
        theirs = session.startswith("S-") or (not special and int(session) < HRC_SESSIONS)
        return "A/HRC" if theirs else None
    if in_clause == "CHR":
        return None  # the Commission on Human Rights numbered by years, as the Council does
    if special:
        own = body == "HRC" and nearest is None and not session.startswith("ES")
        return "A/HRC" if own else "A"
    if int(session) in ECOSOC_YEARS:
        return "E"
    if in_clause == "other":
        return None
    stem, last = BY_SESSION.get(nearest or "", ("", -1))
    if int(session) <= last:
        return stem
    if nearest is None and body in OWN:
        return _own(int(session), body)
    return "A" if int(session) >= SMALLEST_GA_SESSION else None


def _own(session: int, body: Body) -> str | None:
    """How the symbol begins of an organ's own resolution: 回顾其第10/6号决议. None where the number
    may be the Assembly's too."""
    stem, last = OWN[body]
    if session <= last:
        return stem
    return "A" if session >= SMALLEST_GA_SESSION and body != "CND" else None


def _of_year(
    stem: str | None,
    session: str,
    year: int | None,
    organs: Sequence[str | None],
    in_clause: str | None,
) -> str | None:
    """The organ that had such a session in the year of the number, if the one found had not.

    The Assembly's 32nd session was in 1977, the Human Rights Council's in 2016. A number without
    a date, below a Council that was named before, could be either's: None. One whose year fits
    neither, below the organ named last, has a misprint in it.
    """
    council_named = "HRC" in organs
    if stem not in ("A", "A/HRC", "CCPCJ"):
        return stem
    if year is None:
        return stem if _is_clear(stem, session, council_named, in_clause) else None
    if year in _years(stem, session):
        return stem
    others = [each for each in ("A", "A/HRC") if year in _years(each, session)]
    if others and (others[0] == "A" or council_named):
        return others[0]
    named = in_clause == "HRC" if stem == "A/HRC" else organs[-1:] == [stem]
    return stem if named else None


def _is_clear(stem: str, session: str, council_named: bool, in_clause: str | None) -> bool:
    """Whether a number without a date can only be that organ's."""
    if stem == "CCPCJ":
        return int(session) < SMALLEST_GA_SESSION or in_clause == "CCPCJ"
    low = session.isdecimal() and int(session) < HRC_SESSIONS
    return stem == "A/HRC" or not (low and council_named and in_clause != "A")


def adopted_in(target: Target, year: int) -> bool:
    """Whether a resolution of the Assembly or the Human Rights Council can be of a year."""
    stem, _, number = target.rpartition("/RES/")
    session, stroke, _ = number.partition("/")
    return stem not in ("A", "A/HRC") or not stroke or year in _years(stem, session)


def _years(stem: str, session: str) -> Collection[int]:
    """The years in which an organ can have adopted what bears the number of a session."""
    if not session.isdecimal():
        special = SPECIAL_YEARS.get(session, ALL_YEARS)
        return special if stem == "A" else range(FIRST_OF_HRC, ALL_YEARS.stop)
    number = int(session)
    if stem == "A/HRC":  # three sessions a year
        return (FIRST_OF_HRC + (number - 1) // 3,) if number < HRC_SESSIONS else ()
    return (1945 + number, 1946 + number) if stem == "A" else (1991 + number,)


def _organ_of_clause(before: str, names: Names) -> str | None:
    """The organ that is named in the clause that a text ends in, outside quotation marks.

    麻醉药品委员会2022年3月18日题为“…，…”的第65/2号决议: no clause ends between the two.
    """
    said = QUOTED.sub("", before)
    organs = list(names.patterns.organ.finditer(said))
    if not organs or names.patterns.clause.search(said, organs[-1].end()):
        return None
    return organs[-1].lastgroup
