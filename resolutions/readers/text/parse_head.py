"""Part of `parse`: what stands above the text, the masthead, the title and the enacting phrase."""

from __future__ import annotations

import re
from datetime import date

from resolutions.model.keys import han_number
from resolutions.readers.text.drafts import Draft, Line, ParseState, split, unit_of, uses_of

ORGANS = "大会|经济及社会理事会|安全理事会|预防犯罪和刑事司法委员会"
DATE = r"(?P<y>[\d ]+)年(?P<m>[\d ]+)月(?P<d>[\d ]+)日"

# What the first lines of a resolution print: (name, shape). Groups become metadata.
MASTHEAD = (
    ("session", re.compile(r"第(?P<session>.+)届会议")),  # 第六十八届会议
    # 13 February 2017第七十一届会议: the date of issue and the session, run together
    ("issued", re.compile(r"(\d{1,2} [A-Z][a-z]+ \d{4})第(?P<session>.+)届会议")),
    ("organ", re.compile(rf"({ORGANS})")),
    ("committee", re.compile(r"第[一二三四五六]委员会")),
    ("agenda-item", re.compile(r"议程项目 ?(?P<agenda_item>\S+)")),  # 议程项目 108
    ("date", re.compile(rf"{DATE}\s*({ORGANS})(决议|决定)")),  # 2013 年 12 月 18 日大会决议
    ("report", re.compile(r"\[根据.+?的报告 ?\((?P<report>\S+?)\)通过\]")),
    ("sponsor", re.compile(r"(?P<sponsor>[^：]+)：(决议|决定)草案")),  # 意大利：决议草案
)
TITLE_NUMBER = re.compile(r"(\d+/\d+)\. ?(?=\S)")  # 63/195. 加强…
ENACTING = re.compile(rf"(?:{ORGANS})[，：]?")  # 大会，   大会   经济及社会理事会：
ENACTING_RUN_IN = re.compile(rf"(?:{ORGANS})，(?=\S)")  # 经济及社会理事会，回顾其…
ENACTING_MEETING = re.compile(rf"在.+会议上，(?:{ORGANS}).*：")  # 在…第 10 次会议上，…：


def read_head(line: Line, draft: Draft, state: ParseState) -> None:
    """Read the lines above the enacting phrase: the masthead and the title."""
    last = draft.units[-1] if draft.units else None
    title = TITLE_NUMBER.match(line.text)
    if last and _enacting(line, draft, state):
        return
    if last and line.body.starts is False:
        last.parts += line.body.parts
    elif last:
        state.unexplained(line)
    elif draft.section or title or "sponsor" in draft.facts:
        draft.units.append(unit_of(line, "title", draft.keys.unit("title"), title))
    else:
        _masthead(line, draft, state)


def _masthead(line: Line, draft: Draft, state: ParseState) -> None:
    for name, shape in MASTHEAD:
        if match := shape.fullmatch(line.text):
            draft.metadata += uses_of(line, name)
            draft.facts |= facts_of(match, line, state)
            return
    if draft.metadata and draft.metadata[-1][1] == "agenda-item":  # 预防犯罪和刑事司法
        draft.metadata += uses_of(line, "agenda-title")
    else:
        state.unexplained(line)


def _enacting(line: Line, draft: Draft, state: ParseState) -> bool:
    whole = ENACTING.fullmatch(line.text) or ENACTING_MEETING.fullmatch(line.text)
    run_in = None if whole else ENACTING_RUN_IN.match(line.text)
    if whole:
        draft.units.append(unit_of(line, "enacting", draft.keys.unit("enacting")))
    elif run_in:
        first, rest = split(line, run_in.end())
        draft.units.append(unit_of(first, "enacting", draft.keys.unit("enacting")))
        draft.units.append(unit_of(rest, "preambular", draft.keys.count("pp")))
    if whole and (day := re.match(rf"在 ?{DATE}", line.text)):
        draft.facts |= facts_of(day, line, state)
        meeting = re.search(r"第 ?(?P<meeting>\d+) ?次会议", line.text)
        draft.facts |= facts_of(meeting, line, state)
    return bool(whole or run_in)


def facts_of(match: re.Match[str] | None, line: Line, state: ParseState) -> dict[str, str]:
    """What the groups of a shape say; a day that is in no calendar is reported."""
    groups = match.groupdict() if match else {}
    facts = {name: value for name, value in groups.items() if value and len(name) > 1}
    if "y" in groups:
        try:
            year, month, day = (int(re.sub(r"\s", "", groups[part])) for part in "ymd")
            facts["date"] = date(year, month, day).isoformat()
        except (ValueError, OverflowError):
            state.report.warn(
                state.source.file,
                line.number,
                "bad-date",
                f"{line.text[:30]!r} names no day",
                "compare with the printed document",
            )
    if "session" in facts:
        facts["session"] = str(han_number(facts["session"]) or facts["session"])
    return facts
