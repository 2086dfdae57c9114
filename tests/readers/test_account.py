from __future__ import annotations

import dataclasses

from conftest import HEAD, parsed_of

from resolutions.model.document import Claim, Run
from resolutions.model.problems import Report
from resolutions.readers.account import account

TEXT = HEAD + "1. **请**甲。¹\n\n9/10\n\n¹ 注一。\n"


def test_every_character_is_counted_as_what_it_was_taken_for() -> None:
    parsed, _ = parsed_of(TEXT)
    report = Report()
    result = account(parsed, report)
    assert result.by_use == {
        "artefact:bold-sign": 4,
        "artefact:page-number": 4,
        "label": 8,
        "note": 3,
        "note-mark": 1,
        "text": 8,
    }
    assert result.total == sum(result.by_use.values()) == 28
    assert (result.lost, report.problems) == (0, [])


def test_characters_that_went_nowhere_are_an_error_at_their_line() -> None:
    parsed, _ = parsed_of(TEXT)
    claims = tuple(claim for claim in parsed.claims if claim.use != "text:a-res-90-1#op1")
    report = Report()
    result = account(dataclasses.replace(parsed, claims=claims), report)
    assert result.lost == 3
    (problem,) = report.problems
    assert (problem.line, problem.severity, problem.code) == (5, "error", "lost-characters")
    assert "'请甲。'" in problem.message


def test_characters_read_twice_are_an_error_at_their_line() -> None:
    parsed, _ = parsed_of(TEXT)
    twice = Claim(Run(3, 0, 2, "大会"), "text:a-res-90-1#op1")
    report = Report()
    result = account(dataclasses.replace(parsed, claims=(*parsed.claims, twice)), report)
    assert result.lost == 0
    assert [(p.line, p.code) for p in report.problems] == [(3, "doubled-characters")]
    assert "'大会'" in report.problems[0].message


def test_blanks_need_no_explanation() -> None:
    parsed, _ = parsed_of(TEXT.replace("请", " \u3000请\t "))
    report = Report()
    assert account(parsed, report).total == 28
    assert report.problems == []
