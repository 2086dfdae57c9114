"""First lines stand a tab in and have less room: what that tells of full lines; invented words."""

from __future__ import annotations

from pathlib import Path

from extracted import read

HEAD = "A/RES/90/11\n90/11. 河流\n大会，\n"
END = "1. 请秘书长提交报告。\n2035 年 12 月 3 日\n第 55 次全体会议\n"
FIRST, REST = 17, 20  # characters of a first line, and of another


def wrapped(opening: str, clause: str, end: int) -> list[str]:
    """A paragraph: its first line, a line of which a clause is the beginning, a last one."""
    lines = [opening.ljust(FIRST, "河"), clause.ljust(REST, "河"), "河" * end + "，"]
    return [line for line in lines if line != "，"]


def preamble(*paragraphs: list[str]) -> str:
    return HEAD + "\n".join(line for each in paragraphs for line in each) + "\n" + END


def keys_of(text: str, folder: Path) -> list[str]:
    document, _ = read(folder, text)
    return [each.text[:2] for each in document.paragraphs if each.key.startswith("pp")]


SHOWN = [wrapped("回顾", "河", 5), wrapped("确认", "河", 5)]  # no line says anything else here


def test_a_line_with_more_than_the_room_of_a_first_line_goes_on(tmp_path: Path) -> None:
    """A clause opens with the words of a paragraph, behind a full line with a comma."""
    full = ["欢迎".ljust(FIRST, "河"), "河" * (REST - 1) + "，", "重申".ljust(REST, "河"), "河河，"]
    text = preamble(*SHOWN, full, SHOWN[0])
    assert keys_of(text, tmp_path) == ["回顾", "确认", "欢迎", "回顾"]


def test_a_line_that_has_the_room_of_a_first_line_alone_begins(tmp_path: Path) -> None:
    """No word opens it that paragraphs are known to open with."""
    full = ["欢迎".ljust(FIRST, "河"), "河" * (REST - 1) + "，"]
    text = preamble(*SHOWN, full, wrapped("对河流表示", "河", 5))
    assert keys_of(text, tmp_path) == ["回顾", "确认", "欢迎", "对河"]


def test_a_file_whose_paragraphs_are_not_set_in_says_nothing(tmp_path: Path) -> None:
    """Lines of one length: a full line with a comma stays doubtful."""
    full = ["欢迎".ljust(REST, "河"), "河" * (REST - 1) + "，", "重申".ljust(REST, "河"), "河河，"]
    even = [line.ljust(REST, "河") if len(line) > 9 else line for each in SHOWN for line in each]
    _, report = read(tmp_path, preamble(even, full))
    assert "doubtful-paragraph" in {each.code for each in report.problems}


def test_a_line_like_one_of_a_masthead_below_the_enacting_phrase(tmp_path: Path) -> None:
    """The General Assembly, with a comma, is not the organ above the session."""
    text = """A/RES/90/11
90/11. Rivers
The General Assembly,
Having considered chapter V of the report of the Committee on the Rivers of
Contributions on its eighty-first session,
1. Requests a report on the rivers.
55th plenary meeting
3 December 2035
"""
    document, _ = read(tmp_path, text)
    assert [each.key for each in document.paragraphs if each.key.startswith("pp")] == ["pp1"]


def test_a_day_with_a_comma_at_the_head_of_a_line_closes_nothing(tmp_path: Path) -> None:
    """The last line of a paragraph may be the day of a resolution; it was taken for that of this."""
    text = """A/RES/90/11
90/11. Rivers
The General Assembly,
     Recalling its resolutions on the rivers, 88/5 of 12 December 2033 and 89/5 of
15 December 2034,
     1.   Requests a report on the rivers.
55th plenary meeting
3 December 2035
"""
    document, _ = read(tmp_path, text)
    assert [each.text[-8:] for each in document.paragraphs][2] == "er 2034,"
