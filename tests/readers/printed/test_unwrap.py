"""Printed lines become paragraphs. All texts are invented."""

from __future__ import annotations

from typing import Any

from printedlines import lines

from resolutions.readers.printed.forms import forms
from resolutions.readers.printed.unwrap import JoinedLines, joined


def made(*texts: str, **said: Any) -> JoinedLines:
    above = ("90/11. Rivers and", "lakes", "The General Assembly,")
    return joined(lines(*above, *texts, **said), forms("en"), blocks=False)


def firsts(found: JoinedLines) -> list[int]:
    return [para.line for para in found.paras]


def test_a_number_that_must_come_begins_a_paragraph() -> None:
    found = made("1. Requests a report;", "2. Decides on", "3 rivers.", fits=False)
    assert firsts(found) == [1, 3, 4, 5]
    assert found.doubtful == ()
    assert found.wrapped


def test_a_number_below_a_line_that_lost_its_end_is_told() -> None:
    found = made("1. Requests a report", "2. Decides on rivers.", fits=False)
    assert firsts(found) == [1, 3, 4, 5]
    assert found.doubtful == (5,)


def test_a_label_on_a_line_of_its_own_has_its_text_below() -> None:
    found = made("1.", "Requests a report;", "2.", "Decides.", fits=True)
    assert firsts(found) == [1, 3, 4, 6]


def test_what_layout_leaves_open_is_told() -> None:
    found = made("Recalling a report,", "Noting rivers,", "1. Decides.", fits=False)
    assert firsts(found) == [1, 3, 4, 5, 6]
    assert found.doubtful == (5,)
