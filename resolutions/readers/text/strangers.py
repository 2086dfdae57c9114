"""Part of `decode`: what a text is that is no plain text, by the signs it has and no print has."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

STARTS = (
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("{\\rtf", "an RTF file"),
    ("%pdf", "a PDF"),
    ("<?xml", "an XML file"),
)
TAGS = re.compile(  # </p>, <br/>, &nbsp;, &eacute;, &#8217;
    r"</(?:p|div|span|td|li|sup|a|em|strong|b|i)>|<br ?/?>"
    r"|&(?:nbsp|[lr][ds]quo|[a-z]acute|#\d{2,5});",
    re.IGNORECASE,
)
MARKDOWN = re.compile(  # [^1], \[1\], 1\. , ## 76/38., *Recalling* its
    r"\[\^\w+\]|\\\[|^\d+\\\.|^\**\d+/\d+\\\.|^#{1,6} \S|^(?:\d+\. )?\*[^\W\d_][^*\n]{2,40}\w\* ",
    re.M,
)
GARBLED = re.compile(
    "â€|Ã[\x80-\xbf]|[à-ï][\x80-\x9f]"
)  # ’ and é of UTF-8 read as Windows-1252 or Latin-1
NUMBER = re.compile(r"\s*(\d{1,4})(?:[ \t]|$)")  # a number without a full stop
BULLET = re.compile(r"\s*[•●▪◦‣·]\s")
ITEM = re.compile(r"\s*[(（]?(?:\d{1,3}|[a-z])[.．、)）]")  # 1. (a)
QUOTED = 0.8  # of the lines
LEAST = 8  # numbers
SPAN = 0.8  # of the lines: numbered notes stand at the end alone
EACH = 6  # lines: of so many one has its number, at least


class Stranger(NamedTuple):
    """What a text is instead, and what to do."""

    what: str
    remedy: str


def stranger(text: str) -> Stranger | None:
    """What a text is that must not be read as it stands; None for a plain text."""
    start = text[:400].lstrip().lower()
    kind = next((what for sign, what in STARTS if start.startswith(sign)), None)
    lines = [line for line in text.splitlines() if line.strip()]
    if kind or "\0" in text:
        return Stranger(f"it is {kind or 'no plain text'}", "give the text of the resolution")
    if not lines:
        return Stranger("it is empty", "give the text of the resolution")
    if TAGS.search(text):
        return Stranger("it has the tags of a web page", "give the text as a browser shows it")
    if GARBLED.search(text):
        return Stranger(
            "its letters are garbled: UTF-8 that was read as another encoding",
            "save the text anew as UTF-8",
        )
    if MARKDOWN.search(text):
        return Stranger("it is Markdown", "convert it to plain text, with notes as [1]")
    if sum(line.lstrip().startswith(">") for line in lines) >= QUOTED * len(lines):
        return Stranger("its lines are quoted as in an e-mail", "take the > off its lines")
    bullets = sum(bool(BULLET.match(line)) for line in lines)
    if bullets > sum(bool(ITEM.match(line)) for line in lines):
        return Stranger(
            "bullets stand where the UN prints numbers", "give the text with its numbers"
        )
    if _is_numbered(lines) or _is_numbered(text.splitlines()):
        return Stranger("its lines are numbered", "take the numbers off its lines")
    return None


def _is_numbered(lines: list[str]) -> bool:
    """Whether numbers count the lines, each of them or every fifth, from first to last."""
    found: dict[int, list[int]] = defaultdict(list)  # by what a number and its line differ
    for place, line in enumerate(lines):
        if match := NUMBER.match(line):
            found[place - int(match[1])].append(place)
    most = max(found.values(), key=len, default=[])
    if len(most) < max(LEAST, len(lines) / EACH):
        return False
    return most[-1] - most[0] >= SPAN * len(lines)
