"""The language that a text is written in, by its script and its commonest words."""

from __future__ import annotations

import re

from resolutions.model.records import Language

SCRIPTS: dict[Language, re.Pattern[str]] = {
    "zh": re.compile("[\u3400-\u9fff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
COMMON: dict[Language, re.Pattern[str]] = {  # words that the other languages do not write
    "en": re.compile(r"\b(?:the|of|and|to|in|its|by|for|that|with|which|on)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:le|les|des|et|du|dans|sur|pour|par|aux|une|ses|au)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:el|los|las|y|del|en|por|para|con|una|su|sus|al)\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:der|die|und|das|von|den|zu|mit|auf|für|ist|ihre)\b", re.IGNORECASE),
}
LETTER = re.compile(r"[^\W\d_]")
ENOUGH = 20  # letters, or common words, from which a language can be told
CLEAR = 2.0  # the first language has so many times the common words of the second
SHARE = {"zh": 0.3, "ar": 0.5, "ru": 0.5}  # of the letters; a Chinese sign stands for several


def language_of(text: str) -> Language | None:
    """The language of a text; None where it is too short, or mixed, to tell."""
    letters = len(LETTER.findall(text))
    if letters < ENOUGH:
        return None
    for language, script in SCRIPTS.items():
        if len(script.findall(text)) > letters * SHARE[language]:
            return language
    counts = sorted((len(each.findall(text)), code) for code, each in COMMON.items())
    (second, _), (most, first) = counts[-2:]
    return first if most >= ENOUGH and most >= CLEAR * second else None
