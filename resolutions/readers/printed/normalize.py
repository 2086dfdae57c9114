"""Characters made alike before a text is read, each kind counted.

Only what an extraction left and no reader would call wording: CJK radicals and
other compatibility forms of a character, full-width figures, letters and brackets, blanks of other
widths, blanks inside Chinese words, and characters nobody sees.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

from resolutions.readers.printed.forms import table

UNSEEN = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
JOINERS = re.compile(r"(?<![\u0600-\u06ff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u06ff])")
BLANKS = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x0b\x1c-\x1f\x85]")
CJK = "㐀-鿿"
INSIDE = re.compile(rf"(?<=[{CJK}，。；：、《》“”]) +(?=[{CJK}，。；：、《》“”])")
LINE_END = "\ufffe"  # what PDFium writes for the hyphen at the end of a line
ROMAN, IN_BRACKETS = range(0x2160, 0x216C), range(0x2474, 0x24B6)
FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ（）［］／．－％]")


def alike(lines: Iterable[str]) -> tuple[tuple[str, ...], dict[str, int]]:
    """The lines with their characters made alike, and how many of each kind were."""
    made = [_line(line) for line in lines]
    counts: Counter[str] = Counter()
    for _, own in made:
        counts.update(own)
    return tuple([line for line, _ in made]), dict(sorted(counts.items()))


def _line(line: str) -> tuple[str, Counter[str]]:
    counts: Counter[str] = Counter()
    if line.isascii() or not _odd().search(line):
        return line, counts
    for kind, shape in (("unseen", UNSEEN), ("unseen", JOINERS)):
        line, count = shape.subn("", line)
        counts[kind] += count
    counts["line-end-hyphen"] += line.count(LINE_END)
    line = line.replace(LINE_END, "-")
    line, count = BLANKS.subn(" ", line)
    counts["blank"] += count
    forms = _forms()
    full = len(FULL_WIDTH.findall(line))
    line, count = _form().subn(lambda match: forms[match[0]], line)
    counts["compatibility-form"] += count
    counts["full-width"] += full
    line = FULL_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match[0]), line)
    line = line.replace("〔", "[").replace("〕", "]")
    line, count = INSIDE.subn("", line)
    counts["blank-in-word"] += count
    return line, +counts


@cache
def _odd() -> re.Pattern[str]:
    """A line that has none of these is as it should be."""
    shapes = (UNSEEN, BLANKS, FULL_WIDTH, INSIDE, _form())
    return re.compile(
        "|".join(["[\u200c\u200d〔〕]", LINE_END, *(each.pattern for each in shapes)])
    )


@cache
def _form() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, _forms()))}]")


@cache
def _forms() -> dict[str, str]:
    """What each compatibility form of a character stands for."""
    found = dict(table().alike)
    for code in (*ROMAN, *IN_BRACKETS):  # Ⅲ, ⑴ ⒈ ⒜
        found[chr(code)] = unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF), *range(0x2E80, 0x2EF4)):
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        if plain != character:
            found.setdefault(character, plain)
    for code in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD), *range(0xFB00, 0xFB07)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            found[chr(code)] = plain.strip() or chr(code)
    return found
