"""Part of `parse`: the date and the meeting below a text."""

from __future__ import annotations

import re

from resolutions.readers.text.join import join
from resolutions.readers.text.parse_head import DATE, facts_of
from resolutions.readers.text.units import Draft, Line, Reading, Unit, uses_of

CLOSING = (
    ("date", re.compile(DATE)),  # 2013 年 12 月 18 日
    ("meeting", re.compile(r"第 ?(?P<meeting>\d+) ?次全体会议")),  # 第 70 次全体会议
)


def read_closing(line: Line, last: Unit, draft: Draft, reading: Reading) -> bool:
    """Read the date and the meeting below a text that has come to its full stop."""
    if draft.part != "operative" or not join(last.parts).text.endswith("。"):
        return False
    for name, shape in CLOSING:
        if match := shape.fullmatch(line.text):
            draft.metadata += uses_of(line, name)
            draft.facts |= facts_of(match, line, reading)
            return True
    return False
