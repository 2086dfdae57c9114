"""Part of `acts`: whom a request names, from the character after its verb."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from resolutions.model.patterns import any_case, compiled
from resolutions.model.rules import ActWords, AddresseeId

LOOKAROUND = re.compile(r"\(\?<?[=!][^()]*\)")


def longest_first(pattern: str) -> tuple[int, str]:
    """The key that sorts longer patterns before shorter ones."""
    return -len(LOOKAROUND.sub("", pattern)), pattern


def any_of(patterns: Sequence[str]) -> str:
    """A pattern for any of several, the longest first; of none, one that never matches."""
    return "|".join(any_case(each) for each in sorted(patterns, key=longest_first)) or "(?!)"


class AddresseeFinder:
    """Finds whom a request names, from the character after its verb."""

    def __init__(self, words: ActWords) -> None:
        forms = [(form, each) for each in words.addressees for form in each.forms]
        forms.sort(key=lambda each: longest_first(each[0]))
        self.ids = [each.id for _, each in forms]
        plain = f"(?:(?:{any_of(words.qualifiers)}) ?)*"
        parts = {
            "heads": "(?:" + "|".join(f"({any_case(form)})" for form, _ in forms) + ")",
            "named": "|".join(any_case(form) for form, each in forms if each.named),
            "plain": plain,
            "qualified": words.before + plain,
            "actions": any_of(words.actions),
        }
        self.direct = [compiled(_filled(each, parts)) for each in words.asked]
        self.joined = [compiled(_filled(each, parts)) for each in words.joined]
        self.heads = compiled(parts["qualified"] + parts["heads"])
        self.pronoun = compiled(f"(?:{any_of(words.pronouns)})")

    def after(self, masked: str, start: int) -> tuple[tuple[AddresseeId, ...], int]:
        """Whom the words at `start` name, and where their names end."""
        ids: list[AddresseeId] = []
        end = start
        match = _first(self.direct, masked, start)
        while match:
            found = self._id(match)
            ids += [found] if found not in ids else []
            end = match.end()
            match = _first(self.joined, masked, end)
        return tuple(ids), end

    def within(self, masked: str) -> frozenset[AddresseeId]:
        """Everybody named in a stretch of text."""
        return frozenset(self._id(match) for match in self.heads.finditer(masked))

    def _id(self, match: re.Match[str]) -> AddresseeId:
        return self.ids[(match.lastindex or 1) - 1]


def _first(patterns: Sequence[re.Pattern[str]], text: str, start: int) -> re.Match[str] | None:
    return next((match for each in patterns if (match := each.match(text, start))), None)


def _filled(template: str, parts: Mapping[str, str]) -> str:
    for name, pattern in parts.items():
        template = template.replace(f"{{{name}}}", pattern)
    return template
