"""Part of `parse`: the date and the meeting below a text."""

from __future__ import annotations

import re

from resolutions.readers.text.drafts import Draft, DraftParagraph, Line, ParseState, uses_of
from resolutions.readers.text.join import join
from resolutions.readers.text.parse_head import DATE, facts_of

CLOSING = (
    ("date", re.compile(DATE)),  # 2013 年 12 月 18 日
    ("meeting", re.compile(r"第 ?(?P<meeting>\d+) ?次全体会议")),  # 第 70 次全体会议
)


def read_closing(line: Line, last: DraftParagraph, draft: Draft, state: ParseState) -> bool:
    """Read the date and the meeting below a text that has come to its full stop."""
    if draft.part != "operative" or not join(last.parts).text.endswith("。"):
        return False
    for name, shape in CLOSING:
        if match := shape.fullmatch(line.text):
            draft.metadata += uses_of(line, name)
            draft.facts |= facts_of(match, line, state)
            return True
    return False
