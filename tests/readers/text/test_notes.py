from __future__ import annotations

import pytest
from conftest import HEAD, REPORT, parsed_of

from resolutions.model.document import NoteLines, Run
from resolutions.readers.account import account
from resolutions.readers.text.notes import resolve_ibid

SERIES = "联合国，《条约汇编》，第 2225 卷，第 39574 号。"
RECORDS = "见《经济及社会理事会正式记录，2009年，补编第8号》(E/2009/28)，第一章，C节。"


def resolved(*texts: str) -> list[str]:
    notes = [
        NoteLines(str(number), Run(number, 0, 1, "¹"), (Run(number, 2, 2 + len(text), text),))
        for number, text in enumerate(texts, start=1)
    ]
    return resolve_ibid(notes)


def test_notes_come_in_the_order_of_their_marks_and_not_of_the_page() -> None:
    parsed, report = parsed_of(HEAD + "1. 请甲²和乙；¹\n\n¹ 注一。\n\n² 注二。")
    assert [(n.key, n.label, n.text) for n in parsed.documents[0].footnotes] == [
        ("fn2", "2", "注二。"),
        ("fn1", "1", "注一。"),
    ]
    assert report.problems == []


def test_a_note_called_twice_is_one_note_with_two_marks() -> None:
    parsed, _ = parsed_of(HEAD + "回顾甲，¹\n\n1. 请乙。¹\n\n¹ 注一。")
    (document,) = parsed.documents
    assert [note.key for note in document.footnotes] == ["fn1"]
    assert [(p.key, m.label, m.key, m.at) for p in document.paragraphs for m in p.notes] == [
        ("pp1", "1", "fn1", 4),
        ("op1", "1", "fn1", 3),
    ]


def test_a_mark_without_a_note_makes_a_note_without_text_and_a_warning() -> None:
    parsed, report = parsed_of(HEAD + "1. 请甲。⁷")
    (note,) = parsed.documents[0].footnotes
    assert (note.key, note.text, note.resolved, note.lines) == ("fn7", None, None, None)
    assert [(p.line, p.severity, p.code) for p in report.problems] == [
        (5, "warning", "missing-note")
    ]


def test_a_note_that_no_mark_calls_is_an_error_at_its_line() -> None:
    _, report = parsed_of(HEAD + "1. 请甲。\n\n⁷ 无主。")
    assert [(p.line, p.severity, p.code) for p in report.problems] == [(7, "error", "orphan-note")]


def test_a_note_at_the_foot_of_the_next_instrument_belongs_to_its_mark() -> None:
    text = (
        "A. 决议草案\n\n决议草案一\n\n题甲\n\n大会，\n\n1. 请甲。¹\n\n决议草案二\n\n题乙\n\n大会，\n\n"
        "回顾\n\n¹ 注一。\n\n乙，²\n\n1. 请丙。\n\n² 注二。"
    )
    parsed, report = parsed_of(text, symbol="E/2040/1", sections=REPORT)
    assert report.problems == []
    assert [[note.text for note in d.footnotes] for d in parsed.documents] == [
        ["注一。"],
        ["注二。"],
    ]
    assert [p.text for p in parsed.documents[1].paragraphs if p.kind == "preambular"] == [
        "回顾乙，"
    ]


def test_a_note_called_by_two_instruments_stands_in_both_and_is_read_once() -> None:
    text = (
        "A. 决议草案\n\n决议草案一\n\n题甲\n\n大会，\n\n1. 请甲。¹\n\n决议草案二\n\n题乙\n\n大会，\n\n"
        "1. 请乙¹和丙。²\n\n¹ 注一。\n\n² 注二。"
    )
    parsed, report = parsed_of(text, symbol="E/2040/1", sections=REPORT)
    told = account(parsed, report)
    assert report.problems == []
    assert [[(note.key, note.text) for note in d.footnotes] for d in parsed.documents] == [
        [("fn1", "注一。")],
        [("fn1", "注一。"), ("fn2", "注二。")],
    ]
    assert told.by_use["note"] == len("注一。注二。")
    assert {c.use for c in parsed.claims if c.run.text == "注一。"} == {"note:e-2040-1-ga-1#fn1"}


def test_the_lines_of_a_wrapped_note_are_joined() -> None:
    text = (
        "\n90/1. 题\n\n 大会，\n\n 1. 请甲。\n5\n\n"
        + " " * 30
        + "\n5\n 见第一部分，\n\n第一章，D节。"
    )
    parsed, _ = parsed_of(text, layout="wrapped")
    (note,) = parsed.documents[0].footnotes
    assert note.text == "见第一部分，第一章，D节。"
    assert note.lines is not None
    assert tuple(note.lines) == (10, 13)


@pytest.mark.parametrize("bare", ["同上。", "同上"])
def test_ibid_alone_repeats_the_whole_note_before(bare: str) -> None:
    assert resolved("E/CN.15/2011/11。", bare, bare) == ["E/CN.15/2011/11。"] * 3


def test_ibid_with_a_volume_repeats_the_series() -> None:
    assert resolved(
        SERIES, "同上，第 976 卷，第 14152 号。", "同上，第 1019 卷，第 14956 号。"
    ) == [
        SERIES,
        "联合国，《条约汇编》，第 976 卷，第 14152 号。",
        "联合国，《条约汇编》，第 1019 卷，第 14956 号。",
    ]


def test_ibid_with_a_year_repeats_the_official_records() -> None:
    assert resolved(RECORDS, "同上，《2014年，补编第8号》(E/2014/28)，第一章，C节。")[1] == (
        "见《经济及社会理事会正式记录，2014年，补编第8号》(E/2014/28)，第一章，C节。"
    )


@pytest.mark.parametrize(
    ("before", "note"),
    [
        ("A/71/114。", "同上，第 976 卷，第 14152 号。"),
        (SERIES, "同上，《2014年，补编第8号》。"),
        (SERIES, "同上，附件。"),
        (SERIES, "见同上。"),
    ],
)
def test_an_ibid_that_fits_nothing_before_it_is_left_as_it_stands(before: str, note: str) -> None:
    assert resolved(before, note)[1] == note


def test_an_ibid_with_nothing_before_it_is_left_as_it_stands() -> None:
    assert resolved("同上。") == ["同上。"]


def test_the_text_of_a_note_keeps_its_ibid() -> None:
    parsed, _ = parsed_of(
        HEAD + f"1. 请甲¹和乙。²\n\n¹ {SERIES}\n\n² 同上，第 976 卷，第 14152 号。"
    )
    note = parsed.documents[0].footnotes[1]
    assert note.text == "同上，第 976 卷，第 14152 号。"
    assert note.resolved == "联合国，《条约汇编》，第 976 卷，第 14152 号。"


def test_notes_whose_numbers_begin_anew_go_to_their_own_instrument() -> None:
    text = (
        "A. 决议草案\n\n决议草案一\n\n题甲\n\n大会，\n\n1. 请甲。¹\n\n¹ 甲注。\n\n"
        "决议草案二\n\n题乙\n\n大会，\n\n1. 请乙。¹\n\n¹ 乙注。"
    )
    parsed, report = parsed_of(text, symbol="E/2040/1", sections=REPORT)
    assert [[n.text for n in d.footnotes] for d in parsed.documents] == [["甲注。"], ["乙注。"]]
    assert report.problems == []
    assert account(parsed, report).lost == 0
