"""Part of `parse`: what stands around the instruments of a report, and their headings."""

from __future__ import annotations

import re

from resolutions.model.keys import han_number
from resolutions.model.records import ParagraphKind
from resolutions.readers.text.drafts import NUMBERED, Draft, Line, ParseState, unit_of, uses_of

CHAPTER = re.compile(r"第[一二三四五六七八九十]+章")
SECTION = re.compile(r"([A-Z])\. ?(?=[㐀-鿿])")  # A. 拟由经济及社会理事会…
HEADS = (
    re.compile(r"(?:决议|决定)草案(?P<han>[一二三四五六七八九十]+)"),  # 决议草案一
    re.compile(r"第 ?(?P<number>\d+/\d+) ?号(?P<type>决议|决定)"),  # 第 20/1 号决议
)


def read_frame(line: Line, state: ParseState) -> bool:
    """Read a chapter, section or paragraph of a report, or the heading of an instrument."""
    sections = {each.letter: each for each in state.source.header.sections}
    section = SECTION.match(line.text)
    head = next((m for shape in HEADS if (m := shape.fullmatch(line.text))), None)
    if section and section[1] in sections:
        state.section, state.inside = sections[section[1]], False
        _frame_unit(line, "heading", state)
    elif head and state.section:
        _begin(line, head, state)
    elif not state.inside and (CHAPTER.fullmatch(line.text) or not state.section):
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
    decision = groups.get("type") == "决定" or (section is not None and section.kind == "decision")
    draft = Draft(section, number, decision)
    draft.metadata += uses_of(line, "heading")
    state.drafts.append(draft)
    state.inside = True


def _frame_unit(line: Line, kind: ParagraphKind, state: ParseState) -> None:
    number = NUMBERED.match(line.text) or SECTION.match(line.text)
    key = state.frame_keys.count("h" if kind == "heading" else "x")
    state.frame.append(unit_of(line, kind, key, number))
