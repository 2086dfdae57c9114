"""A number and the organ named before it -> the symbol of the resolution or decision.

Organs are known by the groups of the pattern `organ` in `citing.yml`: A, E, S, HRC, COSP, COP,
CCPCJ, and `other` for those whose numbers are not read.
"""

from __future__ import annotations

import re

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
# Organs that number by session, as the Assembly does: how their symbols begin, and up to which
# session a number after their name is theirs.
BY_SESSION = {
    "COSP": ("CAC/COSP", SMALLEST_GA_SESSION - 1),
    "COP": ("CTOC/COP", SMALLEST_GA_SESSION - 1),
    "CCPCJ": ("CCPCJ", SMALLEST_GA_SESSION + 4),
}


def symbol_of(number: str, word: str, before: str, body: Body, names: Names) -> Target | None:
    """The symbol of a resolution or decision: what its number and its organ say together.

    `word`: what the text calls it; `before`: the text that names organs, the nearest last; `body`:
    the organ that speaks. None where the two do not settle it.
    """
    plain = _plain(number)
    organs = [match.lastgroup for match in names.patterns.organ.finditer(before)]
    nearest = organs[-1] if organs else None
    in_clause = _organ_of_clause(before, names)
    if plain.endswith(")"):
        stem = _by_roman_session(plain, nearest, in_clause, body)
    else:
        stem = _by_session(plain, nearest, in_clause, body)
    return f"{stem}/{names.citing.kinds[word.lower()]}/{plain}" if stem else None


def _plain(number: str) -> str:
    """A number as symbols have it: 3201(S VI) is 3201(S-VI), 一㈠ is 1(I)."""
    plain = SPECIAL.sub(r"(\1-", number.replace(" ", ""))
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
    if special:
        return "A"
    if int(session) in ECOSOC_YEARS:
        return "E"
    if in_clause == "other":
        return None
    stem, last = BY_SESSION.get(nearest or "", ("", -1))
    if int(session) <= last:
        return stem
    if int(session) >= SMALLEST_GA_SESSION:
        return "A"
    return "CCPCJ" if nearest is None and body == "CCPCJ" else None


def _organ_of_clause(before: str, names: Names) -> str | None:
    """The organ that is named in the clause that a text ends in, outside quotation marks.

    麻醉药品委员会2022年3月18日题为“…，…”的第65/2号决议: no clause ends between the two.
    """
    said = QUOTED.sub("", before)
    organs = list(names.patterns.organ.finditer(said))
    if not organs or names.patterns.clause.search(said, organs[-1].end()):
        return None
    return organs[-1].lastgroup
