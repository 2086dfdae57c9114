"""Part of `printed`: how paragraphs of a preamble open, each with regard to the one before.

The UN's Chinese and Russian say `also` in the opening of a paragraph where the one before opens
with the same verb: "又回顾" stands behind "回顾", "подтверждая также" behind "подтверждая". Of 914
resolutions of sessions 75 to 77, wrapped at several widths: a full line with a comma above "又…" of
another verb goes on (54 of 64 in both languages), with that of the paragraph it does not (961 of
1,048); one whose verb the next paragraph takes up with "又" begins one (694 of 698), one
that has another verb than the next takes up so goes on (128 of 134).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from resolutions.readers.printed.body import COMMA
from resolutions.readers.printed.forms import Forms
from resolutions.readers.printed.lines import TAB, PrintedLine


def openings_below(lines: Sequence[PrintedLine], forms: Forms) -> list[str]:
    """For each line, the next one below it that begins a paragraph of the preamble by its layout
    and its words; an empty text where there is none."""
    found: list[str] = []
    below = ""
    for place in range(len(lines) - 1, -1, -1):
        found.append(below)
        line, above = lines[place], lines[place - 1].text if place else ""
        if COMMA.search(above) and forms.begins("leads", line.text):
            below = line.text if (line.fits and line.spare > TAB) or line.over else ""
    return found[::-1]


def opens(text: str, paragraph: str, below: str, forms: Forms) -> bool | None:
    """Whether a line opens a paragraph behind another, by what this one and the next open with;
    None where they say nothing."""
    own, lead, after = (_opening(each, forms) for each in (text, paragraph, below))
    if not own or not lead:
        return None
    if own["again"]:
        return own["verb"] == lead["verb"]
    if after and after["again"] and own["verb"] != lead["verb"]:
        return own["verb"] == after["verb"]
    return None


def _opening(text: str, forms: Forms) -> re.Match[str] | None:
    return forms.begins("opening", text) if forms.begins("leads", text) else None
