from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from conftest import SHARED
from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.model.document import Document, Header, Parsed
from resolutions.model.problems import Report
from resolutions.readers.account import account
from resolutions.readers.table import READERS, read_text
from resolutions.readers.text.decode import decoded
from resolutions.readers.text.extracted import read_extracted
from resolutions.readers.text.strangers import stranger

BASE = """第九十届会议

议程项目 12

2035 年 12 月 3 日大会决议

[根据第三委员会的报告(A/90/77)通过]

90/11. 合作保护河流

大会，

重申其 2034 年 12 月 2 日第 89/5 号决议，

回顾《河流公约》¹ 和《湖泊协定》，²

1. 请秘书长提交报告；

2. 鼓励会员国：

(a) 交流信息；

(b) 提供培训；

3. 决定继续审议此事。

第 55 次全体会议

2035 年 12 月 3 日

¹ 联合国，《条约汇编》，第 9999 卷，第 99999 号。

² 见 A/CONF.999/9。
"""
ENGLISH = """A/RES/90/11
United Nations
General Assembly
Distr.: General
12 December 2035
Ninetieth session
Agenda item 12
Rivers
Resolution adopted by the General Assembly
on 3 December 2035
[on the report of the Third Committee (A/90/77, para. 9)]
90/11. Cooperation for the protection of rivers
The General Assembly,
Reaffirming its resolution 89/5 of 2 December 2034 on the waters of the world and
the people who live on their banks,
Recalling the Convention on Rivers1 and the Agreement on Lakes, 2 which entered into
force,
1. Requests the Secretary-General to report to the General Assembly at its ninety-
second session;
2. Encourages Member States:
(a) To exchange information;
(b) To provide training;
3. Decides to remain seized of the matter.
__________________
1 United Nations, Treaty Series, vol. 9999, No. 99999.
2 See A/CONF.999/9.
35-12345 (E)
\f
55th plenary meeting
3 December 2035
"""
KEYS = ["title", "enacting", "pp1", "pp2", "op1", "op2", "op2-a", "op2-b", "op3"]


def read(tmp_path: Path, text: str, **header: Any) -> tuple[Document | None, Parsed | None, Report]:
    path = tmp_path / "t.txt"
    path.write_text(text, encoding="utf-8")
    report = Report()
    given = Header(**{"symbol": "A/RES/90/11", "language": "zh", **header}) if header else None
    parsed = read_extracted(path, "x/t.txt", given, report)
    return (parsed[0].documents[0], parsed[0], report) if parsed else (None, None, report)


def keys(document: Document | None) -> list[str]:
    assert document is not None
    return [each.key for each in document.paragraphs]


def test_a_text_says_itself_what_it_is(tmp_path: Path) -> None:
    document, parsed, report = read(tmp_path, BASE)
    assert document is not None
    assert parsed is not None
    assert keys(document) == KEYS
    assert (document.symbol, document.language, document.authority) == (
        "A/RES/90/11",
        "zh",
        "extract",
    )
    assert (document.date, document.meeting, document.session) == ("2035-12-03", "55", "90")
    assert (document.agenda_item, document.report) == ("12", "A/90/77")
    assert [[m.label for m in p.notes] for p in document.paragraphs][3] == ["1", "2"]
    assert report.problems == []
    assert account(parsed, report).lost == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("¹", "1"), ("¹", "[1]"), ("¹", "①"), ("月", "⽉"), (" 号", "\u00a0号"), ("大会，", "大\u200b会，"),
        ("1. 请", "1.　请"), ("1. 请", "1、请"), ("1. 请", "1．请"), ("1. 请", "1.请"), ("(a)", "（a）"),
        ("(a) 交流信息；\n\n(b)", "a) 交流信息；\n\nb)"), ("第九十届会议", "\ufeff第九十届会议"),
        ("第九十届会议", "联合国 A/RES/90/11\n\n第九十届会议"), ("第九十届会议", "31 December 2035\n\n第九十届会议"),
        ("2. 鼓励", "A/RES/90/11 合作保护河流\n\n35-12345 2/4\n\n2. 鼓励"), ("2. 鼓励", "3\n\n2. 鼓励"),
        ("A/90/77)", "A/90/77，第 16 段)"), ("55 次全体会议", "55 次全体会议(续会)"),
        ("根据第三委员会的报告(A/90/77)通过", "未经发交主要委员会而通过(A/90/L.9 和 A/90/L.9/Add.1)"),
        ("议程项目 12", "议程项目 12 (b)"), ("合作保护河流\n", "合作保护河流，\n特别是河口\n"),
        ("第九十届会议", "第九十屆會議"), ("号决议，", "号决议,"), ("1. 请", "１. 请"), ("提交", "提\u00ad交"),
        ("9/9。\n", "9/9。\n\n* 因技术原因于 2036 年 1 月 5 日重新印发。\n"),
    ],
)  # fmt: skip
def test_what_an_extraction_may_leave_changes_nothing(tmp_path: Path, old: str, new: str) -> None:
    marks = {"[1]": ("²", "[2]"), "1": ("²", "2"), "①": ("²", "②")}
    text = BASE.replace(old, new)
    if new in marks and old == "¹":
        text = text.replace(*marks[new])
    document, parsed, report = read(tmp_path, text)
    assert document is not None
    assert parsed is not None
    assert keys(document) == KEYS
    assert [[m.label for m in p.notes] for p in document.paragraphs][3] == ["1", "2"]
    assert [note.text for note in document.footnotes][1] == "见 A/CONF.999/9。"
    assert (document.date, document.meeting) == ("2035-12-03", "55")
    assert account(parsed, report).lost == 0
    assert not report.failed


def test_wrapped_lines_become_paragraphs_and_the_joining_is_told(tmp_path: Path) -> None:
    document, parsed, report = read(tmp_path, ENGLISH)
    assert document is not None
    assert parsed is not None
    assert keys(document) == KEYS
    texts = {each.key: each.text for each in document.paragraphs}
    assert texts["op1"].endswith("at its ninety-second session;")
    assert texts["pp2"] == (
        "Recalling the Convention on Rivers and the Agreement on Lakes, which entered into force,"
    )
    assert [note.label for note in document.footnotes] == ["1", "2"]
    assert {each.code for each in report.problems} == {"joined-lines"}
    assert account(parsed, report).lost == 0


def test_a_resolution_of_the_security_council(tmp_path: Path) -> None:
    text = (
        "安全理事会\n\n第2999(2035)号决议\n\n2035 年 3 月 4 日安全理事会第 9999 次会议通过\n\n安全理事会，\n\n"
        "回顾其第2998(2034)号决议，\n\n1. 谴责一切袭击；\n\n2. 决定继续处理此案。\n"
    )
    document, _, report = read(tmp_path, text)
    assert document is not None
    assert (document.symbol, document.body, document.date) == (
        "S/RES/2999(2035)",
        "SC",
        "2035-03-04",
    )
    assert keys(document) == ["title", "enacting", "pp1", "op1", "op2"]
    assert report.problems == []


def test_a_declaration_and_a_treaty(tmp_path: Path) -> None:
    declared, _, _ = read(
        tmp_path, "河流宣言\n\n我们，会员国代表，\n\n深信合作，\n\n兹宣告如下：\n\n1. 我们承诺。\n\n2. 我们确认。\n",
        symbol="A/CONF.999/8",
    )  # fmt: skip
    assert declared is not None
    assert declared.kind == "declaration"
    assert keys(declared) == ["title", "enacting", "pp1", "x1", "op1", "op2"]
    agreed, _, _ = read(
        tmp_path, "河流公约\n\n序言\n\n本公约缔约国，\n\n关注河流，\n\n兹协议如下：\n\n第一条\n宗旨\n\n本公约的宗旨是合作。\n\n"
        "第二条\n术语\n\n一、各缔约国均应采取措施。\n",
        symbol="A/RES/90/12",
    )  # fmt: skip
    assert agreed is not None
    assert agreed.kind == "treaty"
    assert [key for key in keys(agreed) if key.startswith("art")] == ["art1", "art2", "art2-1"]


def test_an_annex_with_numbers_of_its_own(tmp_path: Path) -> None:
    annex = "附件\n\n河流准则\n\n一、 导言\n\n1. 河流需要保护。\n\n2. 准则如下。\n\n"
    document, _, _ = read(tmp_path, BASE.replace("¹ 联", annex + "¹ 联"))
    assert keys(document)[-5:] == ["annex-h1", "annex-h2", "annex-h3", "annex-p1", "annex-p2"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Report of the Secretary-General on the rivers of the world\n\nSummary\n\nThe report is of the rivers and of the lakes.\n", "a report"),
        ("Letter dated 3 May 2035 from the head of the delegation to the President of the Council\n\nI have the honour.\n", "a letter"),
        ("<!DOCTYPE html><html><body>The General Assembly,</body></html>", "a web page"),
        ("The weather of the day is fine and the birds of the wood sing in the trees.\n", "nothing is enacted"),
    ],
)  # fmt: skip
def test_what_is_no_resolution_is_refused_in_one_sentence(
    tmp_path: Path, text: str, message: str
) -> None:
    document, _, report = read(tmp_path, text)
    assert document is None
    assert [each.severity for each in report.problems] == ["error"]
    assert message in report.problems[0].message


def with_line_numbers(text: str, step: int) -> str:
    lines = enumerate(text.split("\n"), start=1)
    return "\n".join(f"{n if n % step == 0 else '':4}  {line}" for n, line in lines)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "it is empty"),
        (" \n\n\t\n", "it is empty"),
        ("".join(f"<p>{line}</p>\n" for line in ENGLISH.split("\n")), "tags of a web page"),
        (ENGLISH.replace(" of ", "&nbsp;of "), "tags of a web page"),
        (ENGLISH.replace("90/11. ", "# 90/11. "), "Markdown"),
        (BASE.replace("¹", "[^1]"), "Markdown"),
        (BASE.replace("¹", "\\[1\\]"), "Markdown"),
        (BASE.replace("90/11.", "**90/11\\.**"), "Markdown"),
        ("".join(f"> {line}\n" for line in BASE.split("\n")), "e-mail"),
        (re.sub(r"(?m)^(?=\d\. )", "• ", BASE), "bullets"),
        (re.sub(r"(?m)^\d\. +", "• ", BASE), "bullets"),
        (with_line_numbers(BASE, 1), "lines are numbered"),
        (with_line_numbers(BASE * 2, 5), "lines are numbered"),
        (BASE.encode().decode("latin-1"), "garbled"),
        (ENGLISH + "the river’s banks".encode().decode("cp1252"), "garbled"),
    ],
)  # fmt: skip
def test_what_is_no_plain_text_is_refused_for_what_it_is(
    tmp_path: Path, text: str, message: str
) -> None:
    document, _, report = read(tmp_path, text)
    assert document is None
    assert [each.code for each in report.problems] == ["no-instrument"]
    assert message in report.problems[0].message


def test_numbered_notes_a_star_and_a_job_number_are_no_signs_of_another_format() -> None:
    notes = "".join(f"{n} See A/90/{n}.\n" for n in range(1, 20))
    job = "*Reissued for technical reasons on 3 May 2035.\n35-01234 (E) *3501234* <b\n"
    assert stranger(ENGLISH + job + notes) is None


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_any_kind_are_one(end: str) -> None:
    assert decoded(BASE.replace("\n", end).encode(), "x/t.txt", Report()) == BASE


def test_letters_and_accents_that_macos_parts_are_joined() -> None:
    text = "L’Assemblée générale, L’Année \u0439"
    parted = unicodedata.normalize("NFD", text)
    assert decoded(parted.encode(), "x/t.txt", Report()) == text


def test_a_text_that_was_cut_off_is_told(tmp_path: Path) -> None:
    whole = BASE[: BASE.index("第 55 次")]
    for text, cut in (
        (whole, False),
        (whole.replace("审议此事。", "审议"), True),
        (whole[: whole.index("1. 请")], True),
    ):
        _, _, report = read(tmp_path, text)
        assert ("cut-short" in {each.code for each in report.problems}) == cut


def test_text_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_bytes("大会，\n".encode() + b"\xff\xfa\n")
    report = Report()
    assert read_text(path, "x/t.txt", report) == []
    assert [(each.line, each.code) for each in report.problems] == [(2, "not-utf8")]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.sampled_from([*BASE.split("\n"), "附件", "A", "3", "¹", "\x0c", "* * *", "1. "]),
        max_size=40,
    )
)
def test_no_character_is_lost_whatever_the_lines(lines: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        _, parsed, report = read(Path(folder), BASE + "\n".join(lines))
        if parsed is not None:
            assert account(parsed, report).lost == 0


def test_what_is_marked_up_is_trusted_before_what_is_printed() -> None:
    kinds = [kind for kind in READERS if kind in (".xml", ".docx", ".pdf", ".txt")]
    assert kinds == [".xml", ".docx", ".pdf", ".txt"]


CASES = SHARED / "cases"
SAME = [
    "01",
    "03",
    "04",
    "06",
    "07",
    "08",
    "09",
    "10",
    "13",
    "14",
    "16",
    "18",
    "20",
    "24",
    "25",
    "27",
    "28",
    "30",
    "31",
    "32",
    "34",
    "37",
    "48",
    "49",
    "51",
    "57",
]


@pytest.mark.skipif(not CASES.is_dir(), reason="the shared folder of trial texts is not here")
@pytest.mark.parametrize("number", SAME)
def test_a_case_means_the_same_as_the_base(number: str) -> None:
    base, _ = shape(CASES / "base" / "00-base.zh.txt")
    found, report = shape(next((CASES / "text").glob(f"{number}-*.txt")))
    assert found == base
    assert [each for each in report.problems if each.severity == "error"] == []


def shape(path: Path) -> tuple[list[tuple[str, int]], Report]:
    report = Report()
    (parsed,) = read_text(path, f"x/{path.name}", report)
    account(parsed, report)
    (document,) = parsed.documents
    assert (document.meeting, document.date) == ("50", "2030-12-19")
    names = {"op2-1": "op2-a", "op2-2": "op2-b"}
    return [
        (names.get(p.key, p.key), sum(mark.label != "*" for mark in p.notes))
        for p in document.paragraphs
    ], report


def test_notes_whose_numbers_begin_anew_go_to_their_own_instrument(tmp_path: Path) -> None:
    """Two parts of one resolution in a file, a note 1 below each; a note of both is shared."""
    head, text = BASE.split("90/11. 合作保护河流")
    body = text.split("第 55 次全体会议")[0]
    first = f"90/11. 合作保护河流\n\nA\n\n河流{body}\n¹ 甲注。\n\n² 乙注。\n\n"
    second = f"B\n\n湖泊{body}\n第 55 次全体会议\n\n2035 年 12 月 3 日\n\n¹ 丙注。\n\n² 丁注。\n"
    path = tmp_path / "t.txt"
    path.write_text(f"A/RES/90/11\n\n{head}{first}{second}", encoding="utf-8")
    report = Report()
    (parsed,) = read_extracted(path, "x/t.txt", None, report)
    assert [[note.text for note in each.footnotes] for each in parsed.documents] == [
        ["甲注。", "乙注。"],
        ["丙注。", "丁注。"],
    ]
    assert account(parsed, report).lost == 0
    assert report.problems == []  # the letters of the parts are accounted for too


def test_text_below_the_end_of_a_resolution_is_told(tmp_path: Path) -> None:
    late = "2035 年 12 月 3 日\n\n这一行不属于本决议的正文，应予告知。\n"
    document, _, report = read(tmp_path, BASE.replace("2035 年 12 月 3 日\n\n¹", f"{late}\n¹"))
    assert keys(document) == [*KEYS, "x1"]
    told = [(p.severity, p.line, p.code) for p in report.problems]
    assert ("warning", 31, "after-closing") in told
    annexed = late.replace("这一行", "附件\n\n河流清单\n\n1. 这一行")
    _, _, report = read(tmp_path, BASE.replace("2035 年 12 月 3 日\n\n¹", f"{annexed}\n¹"))
    assert "after-closing" not in {p.code for p in report.problems}


def test_an_unnumbered_paragraph_among_numbered_ones_is_told(tmp_path: Path) -> None:
    plain = BASE.replace("鼓励会员国：", "鼓励会员国交流；").replace(
        "(a) 交流信息；\n\n(b) 提供培训；\n\n", ""
    )
    odd = plain.replace("3. 决定", "会员国的代表团在会上发了言。\n\n3. 决定")
    document, _, report = read(tmp_path, odd)
    assert keys(document) == ["title", "enacting", "pp1", "pp2", "op1", "op2", "x1", "op3"]
    assert [(p.severity, p.code) for p in report.problems] == [("warning", "unnumbered")]
    assert read(tmp_path, plain)[2].problems == []


def test_a_text_whose_masthead_and_number_disagree_has_a_doubt(tmp_path: Path) -> None:
    document, _, _ = read(tmp_path, ENGLISH)
    assert document is not None
    assert document.doubts == ()
    assert {(e.aspect, e.basis) for e in document.evidence} == {
        ("symbol", "preface"), ("symbol", "cover"), ("language", "wording"),
        ("date", "cover"), ("date", "closing"),
    }  # fmt: skip
    document, _, _ = read(tmp_path, ENGLISH.replace("A/RES/90/11", "A/RES/90/12", 1))
    assert document is not None
    (doubt,) = document.doubts
    assert (doubt.taken, doubt.others) == ("A/RES/90/11", (("A/RES/90/12", ("cover",)),))


def test_a_text_that_only_adopts_ends_at_its_meeting_and_day(tmp_path: Path) -> None:
    """What is adopted follows without a heading; its numbers are no operative paragraphs."""
    before, rest = BASE.split("\n1. ", 1)
    end = rest[rest.index("第 55 次全体会议") :].split("¹")[0]
    adopted = f"{before}\n{end}1. 我们，各国元首，重申对河流的承诺；\n"
    document, _, report = read(tmp_path, adopted)
    assert document
    assert not any("全体会议" in each.text for each in document.paragraphs)
    assert (document.meeting, document.date) == ("55", "2035-12-03")
    assert "after-closing" in {p.code for p in report.problems}


@pytest.mark.parametrize(
    ("printed", "day", "told"),
    [
        (BASE, "2035-12-03", []),
        (BASE, "2035-12-04", ["date-differs"]),
        (
            BASE.replace("2035 年 12 月 3 日\n", "2035 年 12 月 4 日\n"),
            "2035-12-03",
            ["date-differs"],
        ),
    ],
)
def test_days_that_differ_are_told(tmp_path: Path, printed: str, day: str, told: list[str]) -> None:
    """The day of the masthead, of the end of the text, of the header beside it."""
    _, _, report = read(tmp_path, printed, date=day)
    assert [each.code for each in report.problems if each.code == "date-differs"] == told
