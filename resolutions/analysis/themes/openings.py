"""Part of `tag`: what the matches of a pattern begin with, so that few patterns are looked for.

A pattern need only be tried where one of its openings stands. What the rules are written in is
understood; where anything else comes an opening ends there, and the pattern is tried more often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 2  # characters of an opening
PIECE = re.compile(r"\\.|\[\^?\]?[^\]]*\]|\(\?(?:<?[=!]|:)|.", re.DOTALL)
LOOKAROUND = re.compile(r"\(\?<?[=!]|\\[bB]")
TIMES = re.compile(r"([?*+]|\{\d*,?\d*\})[?+]?")
SPECIAL = frozenset(".^$(){}*+?|")
UNCLEAR = frozenset("^-\\[")  # in a class of characters


def openings(pattern: re.Pattern[str]) -> frozenset[str]:
    """The beginnings of all matches, of two characters at most; "" where one can be anything."""
    if pattern.flags != re.UNICODE:  # letters of either case, blanks that mean nothing
        return frozenset({""})
    return frozenset(one for each in _alternatives(pattern.pattern) for one in _begun(each, ""))


def _begun(pattern: str, found: str) -> Iterator[str]:
    """What a match can begin with, from what was found before a pattern without alternatives."""
    piece = PIECE.match(pattern)
    if not piece or len(found) == LONGEST:
        yield found
        return
    end = _end_of_group(pattern) if piece[0][0] == "(" else piece.end()
    times = TIMES.match(pattern, end)
    rest = pattern[times.end() if times else end :]
    if LOOKAROUND.match(pattern):  # it takes no character
        yield from _begun(rest, found)
        return
    if times and times[1][:2] in ("?", "*", "{0", "{,"):
        yield from _begun(rest, found)
    again = times is not None and times[1] != "?"  # what comes next may be the same once more
    if piece[0] == "(?:":
        for one in _alternatives(pattern[3 : end - 1]):
            yield from _begun(one if again else one + rest, found)
        return
    for character in _characters(piece[0]):
        if again or not character:
            yield found + character
        else:
            yield from _begun(rest, found + character)


def _characters(piece: str) -> str | tuple[str]:
    """The characters a piece stands for; one that is empty where they cannot be told."""
    if piece[0] == "[" and not UNCLEAR.intersection(piece[1:-1]):
        return piece[1:-1]
    if piece[0] == "\\" and not piece[1].isalnum():
        return piece[1]
    return piece if piece not in SPECIAL and len(piece) == 1 else ("",)


def _end_of_group(pattern: str) -> int:
    """Where the group ends that a pattern begins with."""
    depth = 0
    for piece in PIECE.finditer(pattern):
        depth += (piece[0][0] == "(") - (piece[0] == ")")
        if not depth:
            return piece.end()
    return len(pattern)


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, those inside its groups left in them."""
    found, begin, depth = [], 0, 0
    for piece in PIECE.finditer(pattern):
        depth += (piece[0][0] == "(") - (piece[0] == ")")
        if piece[0] == "|" and not depth:
            found.append(pattern[begin : piece.start()])
            begin = piece.end()
    return [*found, pattern[begin:]]
