"""Part of `printed`: the language of a sheet, and whether its letters are in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resolutions.model.records import Language
from resolutions.readers.printed.forms import forms, shape
from resolutions.readers.printed.sheet import Sheet

MANY_SWAPPED = 3  # lines
LATIN: tuple[Language, ...] = ("en", "fr", "es")
WEIGHTS: dict[Language, float] = {"zh": 3.0, "ru": 1.0, "ar": 1.3}  # letters of the Latin script
GOOD_PART = 0.2  # of a text: what another language has in names and titles is less
MOST = 50_000  # characters by which a language is told


def letters_swapped(lines: Sequence[str]) -> int | None:
    """The place of the first line in whose words lam and alef are swapped, as in many an Arabic
    PDF; None where fewer than three are."""
    swapped = [n for n, line in enumerate(lines) if shape("swapped_letters").search(line)]
    return swapped[0] if len(swapped) >= MANY_SWAPPED else None


def language_of(sheet: Sheet) -> Language | None:
    """The language of a text: by its script, in the Latin one by words it cannot do without."""
    text = _beginning(sheet)
    scripts = {
        code: len(re.findall(forms(code).written.script, text)) for code in ("zh", "ru", "ar")
    }
    letters = sum(map(str.isalpha, text)) or 1
    code = max(scripts, key=lambda each: scripts[each])
    if scripts[code] > letters / 4:
        return code
    words = re.findall(r"\w+", text.lower())
    counts = {
        each: sum(word in forms(each).written.words for word in words)
        for each in ("en", "fr", "es")
    }
    best = max(counts, key=lambda each: counts[each])
    second = max(count for each, count in counts.items() if each != best)
    # One word in twenty, and twice as many as of any other.
    return best if counts[best] > max(len(words) / 20, 2 * second) else None


def languages_in(text: str) -> list[Language]:
    """The languages of which a good part of a text is; one alone of nearly all texts."""
    text = text[:MOST]
    parts: dict[Language, float] = {
        code: weight * len(re.findall(forms(code).written.script, text))
        for code, weight in WEIGHTS.items()
    }
    latin = len(re.findall("[A-Za-z]", text))
    words = re.findall(r"\w+", text.lower())
    known: dict[Language, int] = {
        code: sum(word in forms(code).written.words for word in words) for code in LATIN
    }
    for code, count in known.items():
        parts[code] = latin * count / (sum(known.values()) or 1)
    return [code for code, part in parts.items() if part > GOOD_PART * sum(parts.values())]


def _beginning(sheet: Sheet) -> str:
    """The first characters of a text: enough to tell its language."""
    texts: list[str] = []
    length = 0
    for para in (*sheet.top, *sheet.paras):
        if length > MOST:
            break
        texts.append(para.text)
        length += len(texts[-1]) + 1
    return " ".join(texts)[:MOST]
