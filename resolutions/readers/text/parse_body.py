"""Part of `parse`: the text below the enacting phrase."""

from __future__ import annotations

import re

from resolutions.model.document import Run
from resolutions.model.keys import han_number
from resolutions.readers.text.drafts import (
    CLOSED,
    NUMBERED,
    Draft,
    DraftParagraph,
    Line,
    ParseState,
    split,
    unit_of,
    uses_of,
)
from resolutions.readers.text.parse_closing import read_closing

CJK = re.compile(r"[㐀-鿿]")
ITEMS = (
    ("letter", re.compile(r"\(([a-z])\) ?(?=\S)")),  # (a) 探讨…
    ("han", re.compile(r"[（(]([一二三四五六七八九十]+)[)）] ?(?=\S)")),  # (一) 决定…
    ("dotted", re.compile(r"([a-z])\. ?(?=\S)")),  # a. 提交…
)
DASH = re.compile(r"[-–] ?(?=\S)")  # - 秘书长关于…: a list sign


def read_body(line: Line, following: str, draft: Draft, state: ParseState) -> None:
    """Read a line of the text; `following` is the text of the next one."""
    last = draft.units[-1]
    if not draft.section and read_closing(line, last, draft, state):
        return
    if _continues(line, last):
        last.parts += line.body.parts
    elif "\t" in line.text:
        _read_row(line, last, draft)
    elif draft.agenda:
        _read_agenda(line, draft)
    elif unit := _numbered_paragraph(line, draft, state) or _item(line, draft):
        draft.units.append(unit)
    elif (
        draft.part == "preambular"
        and CJK.search(line.text)
        and not _is_heading(line, following, draft)
    ):
        draft.units.append(unit_of(line, "preambular", draft.keys.count("pp")))
    elif _is_heading(line, following, draft):
        draft.units.append(unit_of(line, "heading", draft.keys.count("h")))
        draft.agenda = draft.is_decision
    else:
        state.unexplained(line)


def _continues(line: Line, last: DraftParagraph) -> bool:
    if last.kind not in ("preambular", "operative", "lettered"):
        return False
    if line.body.starts is not None:
        return not line.body.starts
    begins = NUMBERED.match(line.text) or any(shape.match(line.text) for _, shape in ITEMS[:2])
    return last.is_open() and not begins and "\t" not in line.text


def _read_row(line: Line, last: DraftParagraph, draft: Draft) -> None:
    raw = "".join(part.text for part in line.body.parts if isinstance(part, Run))
    row = tuple(" ".join(cell.split()) for cell in raw.split("\t"))
    if last.kind != "table":
        last = unit_of(line, "table", draft.keys.count("x"))
        draft.units.append(last)
    else:
        last.parts += line.body.parts
    last.rows.append(row)


def _read_agenda(line: Line, draft: Draft) -> None:
    """Read a line of an agenda: a numbered item, an item of its list, a document."""
    dash = DASH.match(line.text)
    signs: list[tuple[Run, str]] = []
    if dash:
        sign, line = split(line, dash.end())
        signs += uses_of(sign, "artefact:list-sign")
    number = NUMBERED.match(line.text)
    item = ITEMS[0][1].match(line.text)
    if item:
        key, parent = draft.keys.item("letter", item[1])
        unit = unit_of(line, "other", key, item, parent)
    elif number:
        unit = unit_of(line, "other", draft.keys.count("x"), number)
    else:
        above = next((u.key for u in reversed(draft.units) if u.label.endswith(".")), None)
        unit = unit_of(line, "other", draft.keys.count("x"), None, above)
    unit.used += signs
    draft.units.append(unit)


def _numbered_paragraph(line: Line, draft: Draft, state: ParseState) -> DraftParagraph | None:
    number = NUMBERED.match(line.text)
    if not number:
        return None
    if draft.is_decision:
        draft.agenda = True
        return unit_of(line, "other", draft.keys.count("x"), number)
    draft.part = "operative"
    _check_sequence(line, int(number[1]), draft, state)
    return unit_of(line, "operative", draft.keys.unit(f"op{int(number[1])}"), number)


def _check_sequence(line: Line, number: int, draft: Draft, state: ParseState) -> None:
    before = [unit for unit in draft.units if unit.kind == "operative"]
    expected = int(before[-1].label.rstrip(".")) + 1 if before else 1
    if number != expected:
        state.report.warn(
            state.source.file,
            line.number,
            "number-gap",
            f"paragraph {number} stands where {expected} was expected",
            "compare with the source; a lost paragraph must not go unseen",
        )


def _item(line: Line, draft: Draft) -> DraftParagraph | None:
    for style, shape in ITEMS:
        if match := shape.match(line.text):
            last = draft.units[-1]
            in_preamble = last.kind == "preambular" and not draft.is_decision
            if last.kind in ("preambular", "enacting") and not in_preamble:
                draft.keys.close()
            if not (in_preamble or (draft.keys.open and draft.keys.open[0][1][:2] == "pp")):
                draft.part = "operative"
            name = match[1] if style != "han" else str(han_number(match[1]) or 0)
            key, parent = draft.keys.item(style, name)
            return unit_of(line, "lettered", key, match, parent)
    return None


def _is_heading(line: Line, following: str, draft: Draft) -> bool:
    """A short line without an end that leads a numbered paragraph, agenda or table."""
    leads = NUMBERED.match(following) or "\t" in following
    short = len(line.text) <= 60 and line.text[-1:] not in CLOSED
    wanted = draft.part == "operative" or bool(NUMBERED.match(following))
    return bool(leads and short and wanted and CJK.search(line.text))
