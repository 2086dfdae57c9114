from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from conftest import HEAD, REPORT, document_of, parsed_of

from resolutions.model.document import Document, Parsed, ReportPart
from resolutions.model.keys import KEY
from resolutions.model.problems import Report
from resolutions.model.records import Span
from resolutions.model.symbols import slug_of
from resolutions.readers.account import account


def shape(document: Document) -> list[tuple[str, str, str, str]]:
    return [(p.key, p.kind, p.label, p.text) for p in document.paragraphs]


def codes(report: Report) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in report.problems]


def test_a_resolution_has_a_title_an_enacting_phrase_and_its_two_parts() -> None:
    document = document_of(
        "90/1. 题目\n\n大会，\n\n回顾甲，\n\n又回顾乙，\n\n1. 请丙；\n\n2. 请丁。"
    )
    assert shape(document) == [
        ("title", "title", "90/1.", "题目"),
        ("enacting", "enacting", "", "大会，"),
        ("pp1", "preambular", "", "回顾甲，"),
        ("pp2", "preambular", "", "又回顾乙，"),
        ("op1", "operative", "1.", "请丙；"),
        ("op2", "operative", "2.", "请丁。"),
    ]


def test_the_masthead_and_the_closing_lines_become_metadata() -> None:
    text = (
        "第九十届会议\n议程项目 12\n预防犯罪\n\n2035 年 12 月 3 日大会决议\n\n"
        "[根据第三委员会的报告(A/90/77)通过]\n\n"
        + HEAD
        + "1. 请甲。\n\n2035年12月3日\n\n第 55 次全体会议\n"
    )
    document = document_of(text)
    assert (document.session, document.agenda_item, document.report) == ("90", "12", "A/90/77")
    assert (document.date, document.date_basis, document.year) == ("2035-12-03", "printed", 2035)
    assert (document.meeting, document.slug, document.symbol) == ("55", "a-res-90-1", "A/RES/90/1")
    assert [paragraph.key for paragraph in document.paragraphs] == ["title", "enacting", "op1"]


def test_a_date_with_a_blank_in_every_figure_is_read() -> None:
    document = document_of("2 0 0 8 年 1 2 月 1 8 日大会决议\n\n" + HEAD + "1. 请甲。")
    assert document.date == "2008-12-18"


def test_a_date_of_issue_run_together_with_the_session_is_metadata() -> None:
    document = document_of("大会\n13 February 2017第七十一届会议\n\n" + HEAD + "1. 请甲。")
    assert document.session == "71"
    assert document.date is None


def test_what_the_source_does_not_print_comes_from_its_header() -> None:
    document = document_of(
        HEAD + "1. 请甲。", year=2035, session="90", agenda_item="9", body="ECOSOC"
    )
    assert (document.year, document.session, document.agenda_item) == (2035, "90", "9")
    assert (document.body, document.date, document.date_basis) == ("ECOSOC", None, None)


def test_a_draft_has_its_sponsor_and_a_title_without_a_number() -> None:
    text = "\n 第九十届会议\n\n  冰岛：决议草案\n\n  加强合作\n\n 大会，\n\n 1. 请甲。\n"
    document = document_of(text, layout="wrapped", symbol="A/C.3/90/L.2", status="draft")
    assert document.sponsor == "冰岛"
    assert shape(document)[0] == ("title", "title", "", "加强合作")


@pytest.mark.parametrize(
    "phrase", ["大会，", "大会", "经济及社会理事会：", "预防犯罪和刑事司法委员会，"]
)
def test_an_enacting_phrase_may_end_in_a_comma_a_colon_or_nothing(phrase: str) -> None:
    document = document_of(f"90/1. 题目\n\n{phrase}\n\n1. 请甲。")
    assert shape(document)[1] == ("enacting", "enacting", "", phrase)


def test_an_enacting_phrase_run_into_the_preamble_is_parted_from_it() -> None:
    document = document_of("90/1. 题目\n\n大会，回顾甲，\n\n1. 请乙。")
    assert shape(document)[1:3] == [
        ("enacting", "enacting", "", "大会，"),
        ("pp1", "preambular", "", "回顾甲，"),
    ]


def test_an_enacting_phrase_that_tells_the_meeting_gives_its_date() -> None:
    text = (
        "90/1. 题目\n\n在 2011 年 4 月 15 日举行的第 10 次会议上，大会铭记其讨论：\n\n(a) 决定甲。"
    )
    document = document_of(text, kind="decision")
    assert (document.date, document.meeting) == ("2011-04-15", "10")
    assert [p.key for p in document.paragraphs] == ["title", "enacting", "op-a"]


def test_a_paragraph_goes_on_over_a_page_break_and_the_notes_between() -> None:
    text = HEAD + "又重申《联合国打击跨国有组织犯罪公\n\n¹ 联合国。\n\n约》，¹\n\n1. 请甲。"
    document = document_of(text)
    (preambular,) = (p for p in document.paragraphs if p.kind == "preambular")
    assert preambular.text == "又重申《联合国打击跨国有组织犯罪公约》，"
    assert preambular.lines == Span(5, 9)
    assert [note.text for note in document.footnotes] == ["联合国。"]


def test_a_paragraph_that_has_ended_does_not_take_the_next_line() -> None:
    document = document_of(HEAD + "回顾甲。\n\n又回顾乙，\n\n1. 请丙。")
    assert [p.key for p in document.paragraphs][2:] == ["pp1", "pp2", "op1"]


def test_wrapped_lines_join_by_their_indent_and_not_by_their_punctuation() -> None:
    text = "\n90/1. 题目\n之续\n\n 大会，\n\n 回顾甲，\n\n并回顾乙。\n\n 又回顾丙，\n\n 1. 请丁。\n"
    document = document_of(text, layout="wrapped")
    assert [p.text for p in document.paragraphs] == [
        "题目之续", "大会，", "回顾甲，并回顾乙。", "又回顾丙，", "请丁。",
    ]  # fmt: skip


def test_lists_nest_by_the_style_of_their_labels() -> None:
    text = (
        HEAD + "1. 请甲：\n\n(a) 乙；\n\n（一） 丙；\n\na. 丁；\n\nb. 戊；\n\n(二) 己；\n\n(b) 庚。"
    )
    document = document_of(text)
    assert [(p.key, p.label, p.parent) for p in document.paragraphs][2:] == [
        ("op1", "1.", None),
        ("op1-a", "(a)", "op1"),
        ("op1-a-1", "（一）", "op1-a"),
        ("op1-a-1-a", "a.", "op1-a-1"),
        ("op1-a-1-b", "b.", "op1-a-1"),
        ("op1-a-2", "(二)", "op1-a"),
        ("op1-b", "(b)", "op1"),
    ]


def test_a_list_in_the_preamble_does_not_open_the_operative_part() -> None:
    document = document_of(HEAD + "回顾：\n\n(a) 甲，\n\n(b) 乙，\n\n又回顾丙，\n\n1. 请丁。")
    assert [p.key for p in document.paragraphs][2:] == ["pp1", "pp1-a", "pp1-b", "pp2", "op1"]


def test_the_lettered_paragraphs_of_a_decision_stand_on_their_own() -> None:
    document = document_of(HEAD + "回顾甲，\n\n(a) 决定乙；\n\n(b) 请丙。", kind="decision")
    assert [(p.key, p.kind, p.parent) for p in document.paragraphs][2:] == [
        ("pp1", "preambular", None),
        ("op-a", "lettered", None),
        ("op-b", "lettered", None),
    ]


def test_numbered_lines_of_a_decision_are_its_agenda_and_not_operative() -> None:
    text = (
        HEAD + "(a) 核准议程：\n\n1. 选举。\n2. 预算：\n\n(a) 项目甲；\n\n文件\n\n- 秘书长的报告\n"
    )
    parsed, _ = parsed_of(text, kind="decision")
    (document,) = parsed.documents
    assert [(p.key, p.kind, p.label, p.text, p.parent) for p in document.paragraphs][3:] == [
        ("x1", "other", "1.", "选举。", None),
        ("x2", "other", "2.", "预算：", None),
        ("x2-a", "other", "(a)", "项目甲；", "x2"),
        ("x3", "other", "", "文件", "x2"),
        ("x4", "other", "", "秘书长的报告", "x2"),
    ]
    assert [
        claim.run.text.strip() for claim in parsed.claims if claim.use == "artefact:list-sign"
    ] == ["-"]


def test_a_short_line_that_leads_a_numbered_paragraph_is_a_heading() -> None:
    document = document_of(HEAD + "1. 请甲。\n\n评价和监督\n\n2. 请乙。")
    assert [(p.key, p.kind) for p in document.paragraphs][3:] == [
        ("h1", "heading"),
        ("op2", "operative"),
    ]


def test_rows_with_tabs_are_one_table() -> None:
    document = document_of(
        HEAD
        + "1. 核可概算；\n\n资源预测额\n\n\t2040 年\t2041 年\n员额\t4 517.2\t—\n\n2. 注意到乙。"
    )
    heading, table, last = document.paragraphs[3:]
    assert (heading.kind, heading.text) == ("heading", "资源预测额")
    assert (table.key, table.kind) == ("x1", "table")
    assert table.rows == (("", "2040 年", "2041 年"), ("员额", "4 517.2", "—"))
    assert table.lines == Span(9, 10)
    assert last.key == "op2"


def test_bold_signs_are_no_text_and_become_emphasis() -> None:
    document = document_of(HEAD + "1. **促请**会员国；")
    paragraph = document.paragraphs[-1]
    assert (paragraph.text, paragraph.emphasis) == ("促请会员国；", (Span(0, 2),))


def test_a_report_holds_instruments_and_a_frame_that_belongs_to_none() -> None:
    text = (
        "第一章\n\n需请采取行动的事项\n\nA. 决议草案\n\n1. 建议核准：\n\n决议草案一\n\n题甲\n\n大会，\n\n1. 请甲。\n\n"
        "决议草案二\n\n题乙\n\n大会，\n\n1. 请乙。\n\nC. 决定草案\n\n2. 建议通过：\n\n决定草案一\n\n题丙\n\n"
        "经济及社会理事会：\n\n(a) 决定丙。\n\nD. 提请注意\n\n第 20/1 号决议\n\n题丁\n\n大会，\n\n1. 请丁。\n\n"
        "第 20/1 号决定\n\n题戊\n\n大会，\n\n(a) 决定戊。\n"
    )
    parsed, report = parsed_of(text, symbol="E/2040/1", sections=REPORT)
    assert report.problems == []
    assert [(d.slug, d.symbol, d.part, d.kind, d.status, d.body) for d in parsed.documents] == [
        (
            "e-2040-1-ga-1",
            "E/2040/1",
            ReportPart(chapter="I", section="A", kind="resolution", number=1),
            "resolution",
            "draft",
            "GA",
        ),
        (
            "e-2040-1-ga-2",
            "E/2040/1",
            ReportPart(chapter="I", section="A", kind="resolution", number=2),
            "resolution",
            "draft",
            "GA",
        ),
        (
            "e-2040-1-decision-1",
            "E/2040/1",
            ReportPart(chapter="I", section="C", kind="decision", number=1),
            "decision",
            "draft",
            "ECOSOC",
        ),
        (
            "ccpcj-res-20-1",
            "CCPCJ/RES/20/1",
            ReportPart(chapter="I", section="D"),
            "resolution",
            "adopted",
            "CCPCJ",
        ),
        (
            "ccpcj-dec-20-1",
            "CCPCJ/DEC/20/1",
            ReportPart(chapter="I", section="D"),
            "decision",
            "adopted",
            "CCPCJ",
        ),
    ]
    assert [(p.key, p.kind, p.label) for p in parsed.frame] == [
        ("h1", "heading", ""), ("h2", "heading", ""), ("h3", "heading", "A."), ("x1", "other", "1."),
        ("h4", "heading", "C."), ("x2", "other", "2."), ("h5", "heading", "D."),
    ]  # fmt: skip
    assert [d.lines.start for d in parsed.documents] == [9, 17, 29, 39, 47]


def test_a_line_that_nothing_explains_is_reported_with_its_line_and_still_claimed() -> None:
    parsed, report = parsed_of(HEAD + "1. 请甲。\n\n2. 请乙。\n\n第四次修订\n")
    assert codes(report) == [(9, "unexplained-line")]
    assert "第四次修订" in report.problems[0].message
    assert [claim.run.text for claim in parsed.claims if claim.use == "unexplained"] == [
        "第四次修订"
    ]
    assert account(parsed, Report()).lost == 0


def test_all_problems_of_a_text_are_reported_at_once() -> None:
    text = "乱行\n\n" + HEAD + "1. 请甲。\n\n3. 请乙。\n\n残留\n\n⁵ 无主的注\n"
    _, report = parsed_of(text)
    assert sorted(codes(report)) == [
        (1, "unexplained-line"),
        (9, "number-gap"),
        (11, "unexplained-line"),
        (13, "orphan-note"),
    ]


def test_a_gap_in_the_numbers_is_a_warning_that_names_both_numbers() -> None:
    _, report = parsed_of(HEAD + "1. 请甲；\n\n3. 请乙。")
    (problem,) = report.problems
    assert (problem.severity, problem.code, problem.line) == ("warning", "number-gap", 7)
    assert "paragraph 3 stands where 2 was expected" in problem.message


def accounted(parsed: Parsed) -> bool:
    """Whether every character was taken for one thing, and for one only."""
    report = Report()
    account(parsed, report)
    return report.problems == []


@pytest.mark.parametrize(
    "text",
    [
        "第\n 2 ",
        "第\n 2 \n\n大会，\n1\n\n 1. 请甲。",
        "议程项目 108\n\n预防犯罪和刑事司法 \n12\n\n 冰岛：决议草案\n\n 题目\n\n 大会，\n\n 1. 请甲。\n",
        "90/1. 题目\n7\n\n 大会，\n8\n\n 回顾甲，\n\n 1. 请乙。\n\n 评价\n9\n\n 2. 请丙。\n",
    ],
)  # fmt: skip
def test_a_figure_below_a_line_that_is_no_paragraph_is_read_once(text: str) -> None:
    parsed, _ = parsed_of(text, layout="wrapped", symbol="A/C.3/90/L.2")
    assert accounted(parsed)


def test_a_figure_below_the_title_of_an_agenda_item_is_a_mark_of_the_masthead() -> None:
    text = "议程项目 108\n\n预防犯罪和刑事司法 \n12\n\n 冰岛：决议草案\n\n 题目\n\n 大会，\n\n 1. 请甲。\n"
    parsed, report = parsed_of(text, layout="wrapped", symbol="A/C.3/90/L.2")
    assert report.problems == []
    assert [c.run.text for c in parsed.claims if c.use.endswith(":agenda-title")] == [
        "预防犯罪和刑事司法"
    ]
    assert [c.run.text for c in parsed.claims if c.use == "note-mark"] == ["12"]


@pytest.mark.parametrize("line", ["¹", "**", "** ²"])
def test_a_line_of_marks_alone_is_told_and_not_lost(line: str) -> None:
    parsed, report = parsed_of(f"{line}\n\n" + HEAD + "1. 请甲。")
    assert codes(report) == [(1, "unexplained-line")]
    assert accounted(parsed)


@pytest.mark.parametrize(
    ("line", "emphasis", "marks"),
    [
        ("**1**. 请会员国；", (), []),
        ("**1.** 请会员国；", (), []),
        ("**1. 请**会员国；", (Span(0, 1),), []),
        ("1¹. 请会员国；", (), [("1", 0)]),
        ("1.¹ 请会员国；", (), [("1", 0)]),
    ],
)
def test_bold_signs_and_marks_in_a_label_are_no_part_of_it(
    line: str, emphasis: tuple[Span, ...], marks: list[tuple[str, int]]
) -> None:
    parsed, report = parsed_of(HEAD + line + "\n\n**(a)** 请甲。\n\n¹ 注一。")
    one, two = parsed.documents[0].paragraphs[2:]
    assert (one.key, one.label, one.text, one.emphasis) == ("op1", "1.", "请会员国；", emphasis)
    assert [(mark.label, mark.at) for mark in one.notes] == marks
    assert (two.key, two.label, two.text) == ("op1-a", "(a)", "请甲。")
    assert {problem.code for problem in report.problems} == (set() if marks else {"orphan-note"})
    assert accounted(parsed)


def test_bold_signs_and_marks_in_the_other_lines_are_claimed_apart() -> None:
    text = (
        "**第九十届会议**\n\n"
        + HEAD.replace("大会，", "**大会，**")
        + "1. 请甲。\n\n**2035年12月3日**¹"
    )
    parsed, report = parsed_of(text + "\n\n¹ 注一。")
    assert (parsed.documents[0].session, parsed.documents[0].date) == ("90", "2035-12-03")
    assert [c.run.text for c in parsed.claims if c.use == "artefact:bold-sign"] == ["**"] * 6
    assert [c.run.text for c in parsed.claims if c.use == "note-mark"] == ["¹"]
    assert codes(report) == [(11, "orphan-note")]
    assert accounted(parsed)


def test_the_items_of_a_number_printed_twice_are_told_apart() -> None:
    text = HEAD + "1. 请甲：\n\n(a) 乙；\n\n1. 请丙：\n\n(a) 丁；\n\n(一) 戊；\n\n(b) 己。"
    document = document_of(text)
    assert [(p.key, p.parent) for p in document.paragraphs][2:] == [
        ("op1", None),
        ("op1-a", "op1"),
        ("op1_2", None),
        ("op1-a_2", "op1_2"),
        ("op1-a-1", "op1-a_2"),
        ("op1-b", "op1_2"),
    ]
    assert all(KEY.fullmatch(paragraph.key) for paragraph in document.paragraphs)


@pytest.mark.parametrize(
    "day", ["2035 年 13 月 3 日", "2035 年 2 月 30 日", "0 年 1 月 1 日", "9" * 25 + "年1月1日", "9" * 5000 + "年1月1日"]
)  # fmt: skip
def test_a_day_that_is_in_no_calendar_is_told_and_is_no_date(day: str) -> None:
    parsed, report = parsed_of(f"{day}大会决议\n\n" + HEAD + "1. 请甲。", year=2035)
    (document,) = parsed.documents
    assert (document.date, document.date_basis, document.year) == (None, None, 2035)
    assert [(p.line, p.severity, p.code) for p in report.problems] == [(1, "warning", "bad-date")]
    assert accounted(parsed)


def test_a_number_of_more_than_three_digits_numbers_no_paragraph() -> None:
    parsed, report = parsed_of(HEAD + "1. 请甲。\n\n1234. 请乙。\n\n" + "9" * 5000 + ". 请丙。")
    assert [p.key for p in parsed.documents[0].paragraphs] == ["title", "enacting", "op1"]
    assert codes(report) == [(7, "unexplained-line"), (9, "unexplained-line")]
    assert accounted(parsed)


@pytest.mark.parametrize(
    "text",
    [
        "第" + "9" * 5000 + "届会议\n\n" + HEAD + "1. 请甲。",
        "议程项目 " + "9" * 5000 + "\n\n" + HEAD + "1. 请甲。\n\n第 " + "9" * 5000 + " 次全体会议",
        HEAD + "(a) 请甲；\n\n" + "9" * 5000 + "/1. 题",
    ],
)
def test_a_number_of_5000_digits_breaks_nothing(text: str) -> None:
    assert accounted(parsed_of(text)[0])


def test_the_eleventh_draft_of_a_report_is_draft_resolution_xi() -> None:
    text = "A. 决议草案\n\n决议草案十一\n\n题甲\n\n大会，\n\n1. 请甲。\n"
    document = document_of(text, symbol="E/2040/1", sections=REPORT)
    assert document.slug == "e-2040-1-ga-11"
    assert document.part == ReportPart(chapter="I", section="A", kind="resolution", number=11)


@pytest.mark.parametrize("field", ["slug", "symbol"])
@pytest.mark.parametrize("pattern", ["x-{m}", "x-{}", "x-{0}"])
def test_a_pattern_of_the_header_with_an_unknown_place_is_an_error(
    field: str, pattern: str
) -> None:
    patterns: dict[str, Any] = {field: pattern}
    section = replace(REPORT[0], **patterns)
    text = "A. 决议草案\n\n决议草案一\n\n题甲\n\n大会，\n\n1. 请甲。\n"
    parsed, report = parsed_of(text, symbol="E/2040/1", sections=(section,))
    (problem,) = report.problems
    assert (problem.file, problem.severity, problem.code) == (
        "data/texts/t.zh.yml",
        "error",
        "bad-placeholder",
    )
    assert pattern in problem.message
    assert accounted(parsed)


@pytest.mark.parametrize("layout", ["lines", "wrapped"])
@pytest.mark.parametrize(
    "text", ["", "\n\n \n", "大会，", "甲乙丙", "第九十届会议\n\n大会，\n\n1. 请。"]
)
def test_a_text_without_a_title_holds_no_document_and_is_an_error(layout: str, text: str) -> None:
    parsed, report = parsed_of(text, layout=layout)
    assert parsed.documents == ()
    assert "no-title" in [problem.code for problem in report.problems]
    assert report.failed


@pytest.mark.parametrize(
    ("symbol", "slug"),
    [
        ("A/RES/71/209", "a-res-71-209"),
        ("A/C.3/68/L.18", "a-c-3-68-l-18"),
        ("A/RES/415(V)", "a-res-415-v"),
        ("A/RES/75/253B", "a-res-75-253b"),
        ("//", "unnamed"),
    ],
)
def test_a_slug_is_the_symbol_in_lower_case_with_hyphens(symbol: str, slug: str) -> None:
    assert slug_of(symbol) == slug
