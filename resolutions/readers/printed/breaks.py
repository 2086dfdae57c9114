"""Part of `unwrap`: what layout and words say of a line that no number and no heading decides.

Each question is answered with a `Break`: whether the line begins a paragraph, and whether that is
open.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from resolutions.readers.printed.body import COMMA, ENDED
from resolutions.readers.printed.forms import shape
from resolutions.readers.printed.lines import PrintedLine
from resolutions.readers.printed.openings import opens
from resolutions.readers.printed.place import Place, closed, text_of

STRONG = re.compile(r"[.。;；:：؛?？!！؟…][\s”’»)）\]]*$")
SURELY = 1.5  # so much room left, in sizes of the type, is no error of reckoning
FIGURE = re.compile(r"\d{3}|\d+[/(]")  # no number of a paragraph


class Break(NamedTuple):
    """Whether a line begins a paragraph, and whether that is told."""

    begins: bool
    doubtful: bool = False


def by_layout(place: Place, line: PrintedLine, before: str, below: str, blocks: bool) -> Break:
    """What indents, blank lines and lengths say, else the words: of a line below `before`, the end
    of the paragraph above; `below`: how the next certain paragraph opens."""
    last = place.groups[-1]
    lower = line.text[:1].islower() and place.forms.language != "ru"
    heading = place.heads(last) and line.fits is not False and not lower
    above = text_of(place.groups[-2]) if len(place.groups) > 1 else ""
    if before.endswith(":") and place.numbers_title(above):
        return Break(False)  # a title of two lines, the first of which ends with a colon
    if place.forms.language == "zh" and not closed(text_of(last)):
        return Break(False)
    if line.indent is not None and not line.first:
        over = _in_paragraph(place, before)
        goes_on = line.fits is False and not (line.indent or blocks)
        if goes_on and _tells_no_beginning(place, before):
            return Break(False, bool(line.gap))
        if not (line.indent or line.gap) and _closes_list(place, line, before):
            return Break(True, True)
        ended = bool(ENDED.search(before))
        return Break(bool(line.indent or line.gap) and not over and (heading or ended))
    if blocks and not line.gap and not line.first and not line.fits:
        return Break(False)
    return _by_words(place, line, before, below, heading)


def _by_words(place: Place, line: PrintedLine, before: str, below: str, heading: bool) -> Break:
    text = line.text
    lower = text[:1].islower() and place.forms.language != "ru"
    if _closes_list(place, line, before):
        return Break(True, not line.gap)
    if line.indent and ENDED.search(before):
        return Break(True)
    if COMMA.search(before):
        return _after_comma(place, line, below, lower)
    if before.endswith(";") and text[:1].isupper() and text[:1].isascii():
        return Break(True)  # items without letters: a sentence goes on in lower case
    if STRONG.search(before):
        if line.fits is None or line.over or (line.fits is False and line.gap):
            return Break(not lower)
        return Break(bool(line.fits) and not lower)
    return Break(heading and bool(line.fits) and not lower)


def _closes_list(place: Place, line: PrintedLine, before: str) -> bool:
    """Whether a line goes on below the items of a list: the last of them has ended, short."""
    ended = STRONG.search(before) and before[-1] not in ":："
    return bool(line.fits and ended and (place.counted or place.annexed))


def _in_paragraph(place: Place, before: str) -> bool:
    """Whether what ends so is a part of a numbered paragraph: these end with a semicolon."""
    return bool(place.counted and not place.annexed and COMMA.search(before))


def _tells_no_beginning(place: Place, before: str) -> bool:
    """Whether words say nothing behind a comma: Russian and Chinese have no capitals there."""
    return place.forms.language in ("ru", "zh") and bool(COMMA.search(before))


def _after_comma(place: Place, line: PrintedLine, below: str, lower: bool) -> Break:
    """Only paragraphs of the preamble, and items of lists, end with a comma."""
    last = text_of(place.groups[-1])
    if FIGURE.match(line.text):
        return Break(False)  # of 6 December 1974, | 3474 (XXX) of 11 December 1975
    leads = bool(place.forms.begins("leads", line.text))
    if _in_paragraph(place, ",") or (last[:1].islower() and line.text[:1].isupper()):
        return Break(False)
    if lower:
        return Break(False)
    if line.opens is not None:
        return Break(line.opens)
    if line.fits is False and shape("goes_on").match(line.text):
        return Break(False)
    if not leads and place.forms.language in ("ru", "zh"):  # which have no capitals to tell
        return Break(bool(line.fits) and line.spare > SURELY, bool(line.fits))
    if line.fits or (line.gap and leads):
        return Break(True)
    return Break(leads and opens(line.text, last, below, place.forms) is not False, leads)
