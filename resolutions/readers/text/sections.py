"""Part of `extracted`: the numbers of sections that stand before their titles: `II Meetings`.

The Fifth Committee's texts set a tab between them, of which tools leave blanks. Such lines are
sections where they count from one, two or more of them (some may stand above their titles), and
the line above each has ended. Without that, a line may go on with a number: sections I and | II of.
"""

from __future__ import annotations

import re

from resolutions.model.keys import from_roman, han_number
from resolutions.readers.akn.numbering import HAN
from resolutions.readers.printed.body import ENDED
from resolutions.readers.text.join import is_wide

NUMBERED = re.compile(rf"[\s]*(?:(?P<roman>[IVXL]+)|(?P<han>{HAN}))(?: +(?P<title>\S)|\s*$)")
MARK = re.compile(r"\d{1,3}\s*$")  # of a note, behind the end of a sentence
LEAST = 2


def with_sections(text: str) -> str:
    """A text with a tab for the first blank behind the number of each such section."""
    lines = text.split("\n")
    places: list[int] = []
    count, above = 0, ""
    for place, line in enumerate(lines):
        match = NUMBERED.match(line)
        if match and ENDED.search(MARK.sub("", above)) and _value(match) == count + 1:
            title = match["title"] or ""
            if not title or title.isupper() or is_wide(title):
                count += 1
                places += [place] if title else []
        above = line if line.strip() else above
    for place in places if count >= LEAST else ():
        lines[place] = re.sub(r"(?<=\S) ", "\t", lines[place], count=1)
    return "\n".join(lines)


def _value(match: re.Match[str]) -> int | None:
    """The number before a title."""
    return from_roman(match["roman"]) if match["roman"] else han_number(match["han"])
