"""Where the files of an instrument disagree about who they are."""

from __future__ import annotations

from collections.abc import Iterable

from resolutions.model.evidence import Basis, Doubt
from resolutions.model.library import Head
from resolutions.web.strings import Strings


def doubts(head: Head, words: Strings) -> list[tuple[str, str]]:
    """Where the files of an instrument disagree about who they are: language, in a sentence.

    What only the record of proceedings says otherwise is in the log.
    """
    return [
        (words(f"tongue.{tongue.code}"), sentence)
        for tongue in words.catalogue.languages
        if tongue.code in head.sides
        for doubt in head.sides[tongue.code].doubts
        if (sentence := _sentence(doubt, words))
    ]


def _sentence(doubt: Doubt, words: Strings) -> str:
    """What is taken and on what grounds, and what else is said; "" where nothing else is."""
    others = [
        words("doubt.other", value=_value(doubt, value, words), bases=_bases(bases, words))
        for value, bases in doubt.others
        if set(bases) != {"workflow"}
    ]
    if not others:
        return ""
    return words(
        f"doubt.{doubt.aspect}",
        taken=_value(doubt, doubt.taken, words),
        bases=_bases(doubt.bases, words),
        others=words("comma").join(others),
    )


def _value(doubt: Doubt, value: str, words: Strings) -> str:
    """A day, a language or a symbol as the reader's language writes it."""
    if doubt.aspect == "date":
        return words.date(value)
    if doubt.aspect == "language":
        return words.strings.get(f"tongue.{value}", value)
    return words.symbol(value)


def _bases(bases: Iterable[Basis], words: Strings) -> str:
    return words("comma").join(words(f"basis.{basis}") for basis in bases)
