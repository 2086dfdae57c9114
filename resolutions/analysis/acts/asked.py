"""Part of `acts`: whom a request names, from the character after its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from resolutions.model.patterns import any_case, compiled
from resolutions.model.records import Body
from resolutions.model.rules import ActWords, AddresseeId, ShortName

LONG = 8  # characters of a name that can be nobody else's
NOTHING_ASKED = re.compile("[;\uff1b\u3002]")  # behind a name
LOOKAROUND = re.compile(r"\(\?<?[=!][^()]*\)")


def longest_first(pattern: str) -> tuple[int, str]:
    """The key that sorts longer patterns before shorter ones."""
    return -len(LOOKAROUND.sub("", pattern)), pattern


def any_of(patterns: Sequence[str]) -> str:
    """A pattern for any of several, the longest first; of none, one that never matches."""
    return "|".join(any_case(each) for each in sorted(patterns, key=longest_first)) or "(?!)"


class Said(NamedTuple):
    """A paragraph, masked; those before it in the instrument; and the organ that speaks."""

    masked: str
    before: Sequence[str]
    body: Body


class AddresseeFinder:
    """Finds whom a request names, from the character after its verb."""

    def __init__(self, words: ActWords) -> None:
        forms: list[tuple[str, AddresseeId | ShortName]] = [
            (form, each.id) for each in words.addressees for form in each.forms
        ]
        forms += [(each.form, each) for each in words.shorts]
        forms.sort(key=lambda each: longest_first(each[0]))
        forms += [(form, each.id) for each in words.addressees for form in each.loose]
        self.meant = [meant for _, meant in forms]
        plain = f"(?:(?:{any_of(words.qualifiers)}) ?)*"
        parts = {
            "heads": "(?:" + "|".join(f"({any_case(form)})" for form, _ in forms) + ")",
            "named": "|".join(
                any_case(form)
                for each in words.addressees
                if each.named
                for form in sorted(each.forms, key=longest_first)
            ),
            "plain": plain,
            "qualified": words.before + plain,
            "actions": any_of(words.actions),
        }
        self.direct = [compiled(_filled(each, parts)) for each in words.asked]
        self.joined = [compiled(_filled(each, parts)) for each in words.joined]
        self.heads = compiled(parts["qualified"] + parts["heads"])
        deeds = (*words.actions, *words.deeds)
        self.deed = compiled(any_of(deeds)) if deeds else None
        self.pronoun = compiled(f"(?:{any_of(words.pronouns)})")

    def after(self, said: Said, start: int) -> tuple[tuple[AddresseeId, ...], int]:
        """Whom the words at `start` name, and where their names end.

        Nobody where nothing is asked behind the name: "calls for solidarity with all States;".
        """
        ids: list[AddresseeId] = []
        end = start
        match = self._next(self.direct, said.masked, start)
        while match:
            ids += [one for one in self._who(match, said) if one not in ids]
            end = match.end()
            match = self._next(self.joined, said.masked, end)
        return (() if NOTHING_ASKED.match(said.masked, end) else tuple(ids)), end

    def named(self, said: Said, start: int) -> tuple[AddresseeId, ...]:
        """Whom a pronoun after the words at `start` means: 赞赏|特别报告员的工作，鼓励她."""
        match = self.heads.match(said.masked, start)
        return self.after(said, start)[0] or tuple(self._who(match, said) if match else ())

    def within(self, said: Said, start: int, end: int) -> frozenset[AddresseeId]:
        """Everybody named in a stretch of text."""
        matches = self.heads.finditer(said.masked, start, end)
        return frozenset(one for match in matches for one in self._who(match, said))

    def _next(
        self, patterns: Sequence[re.Pattern[str]], text: str, start: int
    ) -> re.Match[str] | None:
        """The first name at `start`, down to a deed behind a name: 秘书长|设立…特别报告员."""
        match = _first(patterns, text, start)
        if match and self.deed:
            for deed in self.deed.finditer(
                text, match.start(match.lastindex or 0) + 1, match.end()
            ):
                shorter = _first(patterns, text, start, deed.start())
                if shorter and shorter.end() == deed.start():
                    return shorter
        return match

    def _who(self, match: re.Match[str], said: Said) -> Iterator[AddresseeId]:
        """Whom a name means; nobody, where a short one may mean several."""
        meant = self.meant[(match.lastindex or 1) - 1]
        if isinstance(meant, ShortName):
            yield from self._settled(meant, said, match.start())
        else:
            yield meant

    def _settled(self, short: ShortName, said: Said, start: int) -> Iterator[AddresseeId]:
        """Whom a short name means: the last full name before it, else the organ that speaks."""
        full = compiled(short.full)
        for text in (said.masked[:start], *reversed(said.before)):
            names = [match[0] for match in full.finditer(text)]
            if names:
                match = self._ending(names[-1])
                meant = self.meant[(match.lastindex or 1) - 1] if match else short
                if not isinstance(meant, ShortName):
                    yield meant
                return
        if said.body in short.own:
            yield short.own[said.body]

    def _ending(self, name: str) -> re.Match[str] | None:
        """The name that a stretch of words ends with: 设立|巴勒斯坦人民行使不可剥夺权利委员会."""
        starts = range(max(1, len(name) - LONG + 1))
        found = (self.heads.fullmatch(name, start) for start in starts)
        return next((match for match in found if match), None)


def _first(
    patterns: Sequence[re.Pattern[str]], text: str, start: int, end: int | None = None
) -> re.Match[str] | None:
    stop = len(text) if end is None else end
    return next((match for each in patterns if (match := each.match(text, start, stop))), None)


def _filled(template: str, parts: Mapping[str, str]) -> str:
    for name, pattern in parts.items():
        template = template.replace(f"{{{name}}}", pattern)
    return template
