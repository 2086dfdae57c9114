"""Part of `acts`: whom a request names, from the character after its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resolutions.models import ActWords, AddresseeId

TITLES = (  # 1988 年《…》、《…》和《…》
    r"(?: ?(?:\d{4} ?年 ?)?《〇*》 ?(?:[（(]〇*[)）])?"
    r"(?:及其(?:各项)?议定书)?(?:、|和|以及|及)* ?)*"
)
AND = r" ?(?:、|和|以及|及|或)+ ?"
LOOKAROUND = re.compile(r"\(\?<?[=!][^()]*\)")


def longest_first(pattern: str) -> tuple[int, str]:
    """The key that sorts longer patterns before shorter ones."""
    return -len(LOOKAROUND.sub("", pattern)), pattern


def any_of(patterns: Sequence[str]) -> str:
    """A pattern for any of several, the longest first."""
    return "|".join(sorted(patterns, key=longest_first))


class Asked:
    """Finds whom a request names, from the character after its verb."""

    def __init__(self, words: ActWords) -> None:
        forms = [(form, each) for each in words.addressees for form in each.forms]
        forms.sort(key=lambda each: longest_first(each[0]))
        self.ids = [each.id for _, each in forms]
        qualified = f"(?:(?:{any_of(words.qualifiers)}) ?)*"
        heads = "|".join(f"({form})" for form, _ in forms)
        ends = "(?!的)"
        begun = f"(?!{any_of(words.actions)})"
        free = f"(?:{begun}[^，；。：])"
        named = "|".join(form for form, each in forms if each.named)
        self.heads = re.compile(rf"{TITLES}{qualified}(?:{heads})")
        self.direct = re.compile(rf"{TITLES}{qualified}(?:{heads}){ends}")
        self.described = re.compile(  # 尚未批准《…》的会员国
            rf"{begun}[^，；。：]{{1,200}}?的{qualified}(?:{heads}){ends}"
        )
        self.founded = re.compile(  # 根据《…》第 42 段设立的政府间专家组
            rf"(?:根据|依照|按照)[^，；。]{{1,200}}?[设成建]立的[^，；。]{{0,30}}?(?:{heads}){ends}"
        )
        self.called = re.compile(rf"{free}{{1,50}}?(?={named})(?:{heads}){ends}")
        self.joined = re.compile(rf"{AND}{TITLES}{qualified}(?:{heads}){ends}")
        self.joined_described = re.compile(rf"{AND}{free}{{1,40}}?的{qualified}(?:{heads}){ends}")
        self.pronoun = re.compile(f"(?:{any_of(words.pronouns)})")

    def after(self, masked: str, start: int) -> tuple[tuple[AddresseeId, ...], int]:
        """Whom the words at `start` name, and where their names end."""
        match = None
        for pattern in (self.direct, self.called, self.founded, self.described, self.heads):
            match = pattern.match(masked, start)
            if match:
                break
        ids: list[AddresseeId] = []
        end = start
        while match:
            found = self._id(match)
            ids += [found] if found not in ids else []
            end = match.end()
            match = self.joined.match(masked, end) or self.joined_described.match(masked, end)
        return tuple(ids), end

    def within(self, masked: str) -> frozenset[AddresseeId]:
        """Everybody named in a stretch of text."""
        return frozenset(self._id(match) for match in self.heads.finditer(masked))

    def _id(self, match: re.Match[str]) -> AddresseeId:
        return self.ids[(match.lastindex or 1) - 1]
