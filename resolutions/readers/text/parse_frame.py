"""Part of `parse`: what stands around the instruments of a report, and their headings."""

from __future__ import annotations

import re

from resolutions.model.keys import han_number
from resolutions.model.records import ParagraphKind
from resolutions.readers.printed.forms import edition_shape
from resolutions.readers.text.drafts import NUMBERED, Draft, Line, ParseState, unit_of, uses_of

HEADS = ("draft", "number")  # of an instrument in a report


def read_frame(line: Line, state: ParseState) -> bool:
    """Read a chapter, section or paragraph of a report, or the heading of an instrument."""
    sections = {each.letter: each for each in state.source.header.sections}
    section = edition_shape("section").match(line.text)
    head = next((m for each in HEADS if (m := edition_shape(each).fullmatch(line.text))), None)
    if section and section[1] in sections:
        state.section, state.inside = sections[section[1]], False
        _frame_unit(line, "heading", state)
    elif head and state.section:
        _begin(line, head, state)
    elif not state.inside and (edition_shape("chapter").fullmatch(line.text) or not state.section):
        _frame_unit(line, "heading", state)
    elif not state.inside and NUMBERED.match(line.text):
        _frame_unit(line, "other", state)
    else:
        return False
    return True


def _begin(line: Line, head: re.Match[str], state: ParseState) -> None:
    """Begin an instrument of the report."""
    groups = head.groupdict()
    number = groups.get("number") or str(han_number(groups.get("han") or "") or 0)
    section = state.section
    decision = bool(groups.get("decision")) or (section is not None and section.kind == "decision")
    draft = Draft(section, number, decision)
    draft.metadata += uses_of(line, "heading")
    state.drafts.append(draft)
    state.inside = True


def _frame_unit(line: Line, kind: ParagraphKind, state: ParseState) -> None:
    number = NUMBERED.match(line.text) or edition_shape("section").match(line.text)
    key = state.frame_keys.count("h" if kind == "heading" else "x")
    state.frame.append(unit_of(line, kind, key, number))
