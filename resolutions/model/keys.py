"""The addresses of paragraphs: `op12-a`, from the printed numbering (decision 0009)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

HAN_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
KEY = re.compile(
    r"(annex\d*-)?(s\d+-)?"
    r"(op\d+(bis|ter)?|op|pp\d+|p\d+(bis|ter)?|art\d+|title|enacting|h\d+|x(-[a-z]{2})?\d+|fn(\d+|-star))"
    r"(-([a-z]{1,2}|\d+|end))*(_\d+)?"
)


def han_number(text: str) -> int | None:
    """Read 六十八 as 68, 二十 as 20, 十 as 10; None where it is no number under 100."""
    match = re.fullmatch("([一二三四五六七八九])?(十)?([一二三四五六七八九])?", text)
    if not text or not match or (match[1] and match[3] and not match[2]):
        return None
    if not match[2]:
        return HAN_DIGITS[match[1] or match[3]]
    return 10 * (HAN_DIGITS[match[1]] if match[1] else 1) + (HAN_DIGITS.get(match[3] or "〇", 0))


def from_roman(numeral: str) -> int:
    """Read IV as 4."""
    values = [ROMAN.get(letter, 0) for letter in numeral.lower()]
    after = [*values, 0][1:]
    return sum(-value if value < more else value for value, more in zip(values, after, strict=True))


def roman(number: int) -> str:
    """Write 4 as IV."""
    numerals = (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")
    written = ""
    for value, numeral in numerals:
        while number >= value:
            written, number = written + numeral, number - value
    return written


def note_key(label: str) -> str:
    """The key of a footnote: `fn12`, and `fn-star` for one without a figure."""
    return f"fn{int(label)}" if label.isdecimal() else "fn-star"


@dataclass(slots=True)
class Keys:
    """Gives out the keys of one instrument, each once.

    Lists nest by the style of their labels: a new style opens a list inside the last item,
    a style that is open goes on with it. `prefix` is that of an annex: `annex-`, `annex2-`.
    """

    prefix: str = ""
    seen: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    open: list[tuple[str, str]] = field(default_factory=list)  # (style, key) from the unit down

    def unit(self, name: str) -> str:
        """The key of a unit, `op12` or `title`; it closes the lists before it."""
        key = self._once(self.prefix + name)
        self.open = [("unit", key)]
        return key

    def count(self, kind: str) -> str:
        """The key of the next unit of a counted kind: pp1, h2, x3."""
        self.counts[kind] += 1
        return self.unit(f"{kind}{self.counts[kind]}")

    def close(self) -> None:
        """Leave the unit: the next list item stands on its own, `op-a`."""
        self.open = []

    def item(self, style: str, name: str) -> tuple[str, str | None]:
        """The key of a list item and its parent's; `op-a` where no unit is open."""
        styles = [each for each, _ in self.open]
        if style in styles:
            self.open = self.open[: styles.index(style)]
        parent = self.open[-1][1] if self.open else None
        # A doubled unit keeps its count for itself: the items of op1_2 are op1-a or op1-a_2.
        key = self._once(f"{(parent or 'op').split('_')[0]}-{name}")
        self.open.append((style, key))
        return key, parent

    def end(self) -> tuple[str, str | None]:
        """The key of the closing words after a list, `op9-end`, and that of their unit."""
        self.open = self.open[:1]
        parent = self.open[0][1] if self.open else None
        return self._once(f"{(parent or 'op').split('_')[0]}-end"), parent

    def _once(self, key: str) -> str:
        self.seen[key] += 1
        return key if self.seen[key] == 1 else self._once(f"{key}_{self.seen[key]}")
