"""What two texts of one paragraph share whatever their languages: number, kind, figures, length."""

from __future__ import annotations

import math
import re

from resolutions.model.document import Paragraph
from resolutions.model.records import Language

COUNTED = re.compile(r"(?:.*-)?(?:pp|h|x)\d+(?:_\d+)?")  # by order alone: pp3, annex-x2
NUMBER = re.compile(r"\s*(\d{1,4})(?!\d)")  # the number of a label: 5., 5 bis
FIGURES = re.compile(r"\d{2,}")
LENGTHS = {"zh": 1.0, "en": 3.2, "fr": 3.7, "es": 3.7, "ru": 3.6, "ar": 2.9}  # a Chinese sign
NEVER = -1e9
LONG = 60  # Chinese characters: a paragraph as long as this …
NEAR = 0.7  # difference of logarithms of lengths, up to which two may be one …
TOGETHER = 0.2  # difference of logarithms of lengths, up to which one may be two in one
REPEATED = 2.5  # what it costs to pair words that only one text has twice
SHORT = 20  # Chinese characters; of other kinds only where both are longer
TOLD_APART = 3.0  # … is no translation of one so many times shorter


class Traits:
    """What two texts of one paragraph share whatever their languages."""

    def __init__(self, paragraph: Paragraph, language: Language, again: bool = False) -> None:
        self.again = again
        self.key, self.kind = paragraph.key, paragraph.kind
        self.counted = bool(COUNTED.fullmatch(paragraph.key))
        self.name = "" if self.counted else re.sub(r"_\d+$", "", paragraph.key.rsplit("-", 1)[-1])
        number = NUMBER.match(paragraph.label) if paragraph.kind != "title" else None
        self.number = int(number[1]) if number else None
        self.signs = set(FIGURES.findall(paragraph.text))
        self.signs |= {f"note {note.label}" for note in paragraph.notes}
        self.links = {target for _, target in paragraph.links}
        self.size = (1 + len(paragraph.text)) / LENGTHS.get(language, 3.5)
        self.fixed = self.kind in ("title", "enacting", "table")

    @property
    def key_and_kind(self) -> tuple[str, str]:
        """What its own text calls it."""
        return self.key, self.kind

    def contradicts(self, other: Traits, numbered: bool = True) -> bool:
        """Whether two units of one place cannot well be one paragraph."""
        if self.fixed != other.fixed or (self.fixed and self.kind != other.kind):
            return True
        if numbered and None not in (self.number, other.number) and self.number != other.number:
            return True
        if self.links and other.links:
            return not self.links & other.links
        if self.signs and other.signs and not self.signs & other.signs:
            return True
        return self.is_of_another_length(other)

    def is_of_another_length(self, other: Traits) -> bool:
        """Whether one of two units is long, and so much longer that it says more."""
        longer, shorter = max(self.size, other.size), min(self.size, other.size)
        return longer > LONG and longer > TOLD_APART * shorter

    def is_like(self, other: Traits) -> bool:
        """Whether two units can be one paragraph, whatever numbers they bear."""
        near = abs(math.log(self.size / other.size)) < NEAR
        long = min(self.size, other.size) > SHORT
        return near and (long or self.kind == other.kind) and not self.contradicts(other, False)

    def likeness(self, other: Traits) -> float:
        """From about -5 to 6; NEVER where the two cannot be one paragraph."""
        if self.fixed != other.fixed or (self.fixed and self.kind != other.kind):
            return NEVER
        mine, its = self.signs | self.links, other.signs | other.links
        union = mine | its
        shared = len(mine & its) / len(union) if union else 0.4
        value = 3 * shared - (0.0 if shared else 0.5)
        value -= abs(math.log(self.size / other.size))
        value -= 0.0 if self.kind == other.kind else 0.3
        value -= 0.0 if self.again == other.again else REPEATED
        if self.number is not None and other.number is not None:
            value += 2.0 if self.number == other.number else -3.0
        elif (self.number is None) != (other.number is None):
            value -= 0.5
        elif self.name and other.name:
            value += 1.0 if self.name == other.name else -1.0
        return value + (0.5 if self.key == other.key and not self.counted else 0.0)

    def holds(self, first: Traits, second: Traits) -> float:
        """How like a unit is two of another text that stand in it one after the other.

        NEVER but where all are prose without numbers and it has the length of the two together.
        """
        if any(each.fixed or each.number is not None for each in (self, first, second)):
            return NEVER
        both = first.size + second.size
        if min(first.size, second.size) < SHORT or abs(math.log(self.size / both)) > TOGETHER:
            return NEVER
        signs, other = self.signs | self.links, first.signs | first.links
        other |= second.signs | second.links
        shared = len(signs & other) / len(signs | other) if signs | other else 0.4
        return 3 * shared - (0.0 if shared else 0.5) - abs(math.log(self.size / both))
