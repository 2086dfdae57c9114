"""Patterns of `data/`: filled from lists, joined, and compiled once.

A pattern with Latin letters but no capitals minds no capitals: `traffick` finds Trafficking too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

Lists = Mapping[str, Sequence[str]]
NOTHING = re.compile("(?!)")  # never matches
NOT_LETTERS = re.compile(  # \b, [a-z], {crime}, a group's name
    r"\\.|\[[^\]A-Z]*\]|\{[a-z_]+\}|\(\?P?<\w+>"
)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern ready for use."""
    return re.compile(pattern)


def some(patterns: Sequence[str], lists: Lists, edge: str = "") -> re.Pattern[str] | None:
    """One pattern of several, or None of none; `{crime}` stands for any word of that list.

    `edge`: what every one of them begins at.
    """
    if not patterns:
        return None
    joined = "|".join(f"(?:{filled(each, lists)})" for each in patterns)
    return compiled(f"{edge}(?:{joined})" if edge else joined)


def any_case(pattern: str) -> str:
    """The pattern, minding no capitals if it has none itself, wherever it is set in."""
    letters = NOT_LETTERS.sub("", pattern)
    if re.search("[A-Z]", letters):
        return f"(?-i:{pattern})"
    return f"(?i:{pattern})" if re.search("[a-z]", letters) else pattern


def filled(pattern: str, lists: Lists, within: tuple[str, ...] = ()) -> str:
    """The pattern with the words of lists in their places; KeyError for an unknown list."""

    def words(match: re.Match[str]) -> str:
        if match[1] in within:
            raise KeyError(f"{match[1]}, which holds itself,")
        longest = sorted(lists[match[1]], key=lambda word: (-len(word), word))
        inside = (*within, match[1])
        return "(?:" + "|".join(filled(word, lists, inside) for word in longest) + ")"

    return re.sub(r"\{([a-z_]+)\}", words, any_case(pattern))
