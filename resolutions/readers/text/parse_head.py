"""Part of `parse`: what stands above the text, the masthead, the title and the enacting phrase."""

from __future__ import annotations

import re
from datetime import date

from resolutions.model.keys import han_number
from resolutions.readers.printed.forms import edition_shape, edition_shapes
from resolutions.readers.text.drafts import Draft, Line, ParseState, split, unit_of, uses_of

TITLE_NUMBER = re.compile(r"(\d+/\d+)\. ?(?=\S)")  # 63/195. 加强…
ENACTING = ("enacting", "enacting_meeting")


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
    for name, shape in edition_shapes("masthead"):
        if match := shape.fullmatch(line.text):
            draft.metadata += uses_of(line, name)
            draft.facts |= facts_of(match, line, state)
            return
    if draft.metadata and draft.metadata[-1][1] == "agenda-item":  # 预防犯罪和刑事司法
        draft.metadata += uses_of(line, "agenda-title")
    else:
        state.unexplained(line)


def _enacting(line: Line, draft: Draft, state: ParseState) -> bool:
    whole = any(edition_shape(each).fullmatch(line.text) for each in ENACTING)
    run_in = None if whole else edition_shape("enacting_run_in").match(line.text)
    if whole:
        draft.units.append(unit_of(line, "enacting", draft.keys.unit("enacting")))
    elif run_in:
        first, rest = split(line, run_in.end())
        draft.units.append(unit_of(first, "enacting", draft.keys.unit("enacting")))
        draft.units.append(unit_of(rest, "preambular", draft.keys.count("pp")))
    if whole and (day := edition_shape("day_of_meeting").match(line.text)):
        draft.facts |= facts_of(day, line, state)
        meeting = edition_shape("meeting").search(line.text)
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
