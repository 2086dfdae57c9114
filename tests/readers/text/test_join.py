from __future__ import annotations

import pytest

from resolutions.model.document import Mark, Run
from resolutions.model.records import Span
from resolutions.readers.text.join import is_wide, join
from resolutions.readers.text.sift import BOLD


def runs(*lines: str) -> list[Run]:
    return [Run(number, 0, len(line), line) for number, line in enumerate(lines, start=1)]


def mark(label: str, line: int = 1) -> Mark:
    return Mark(label, Run(line, 0, 1, "¹"))


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("犯罪公", "约》"), "犯罪公约》"),
        (("公约》，", "第 2 条"), "公约》，第 2 条"),
        (("1991年 12月", "18 日"), "1991年12月18日"),
        (("第 67/189", "号"), "第 67/189 号"),
        (("题为“", "联合国"), "题为“联合国"),
        (("falsified", "medicines"), "falsified medicines"),
        (("公共—", "私营"), "公共—私营"),
        (("甲 ", "  乙"), "甲乙"),
        (("甲", "   ", "乙"), "甲乙"),
        (("甲", "12"), "甲 12"),
    ],
)
def test_a_line_break_vanishes_between_wide_characters_and_is_a_blank_elsewhere(
    lines: tuple[str, ...], text: str
) -> None:
    assert join(runs(*lines)).text == text


def test_runs_of_blanks_become_one_and_the_ends_are_trimmed() -> None:
    assert join(runs("  a  b\tc\u3000d ")).text == "a b c d"


def test_a_blank_in_a_line_stays_between_other_than_wide_characters() -> None:
    assert join(runs("第 12 段 (a) 项")).text == "第 12 段 (a) 项"


def test_a_mark_leaves_its_offset_and_no_character() -> None:
    joined = join([Run(1, 0, 2, "公约"), mark("5"), Run(1, 3, 5, "，乙"), mark("12")])
    assert joined.text == "公约，乙"
    assert joined.marks == (("5", 2), ("12", 4))


def test_a_mark_before_a_blank_stands_after_the_character_it_follows() -> None:
    joined = join([Run(1, 0, 3, "公约 "), mark("1"), Run(1, 4, 6, " 乙")])
    assert joined.text == "公约乙"
    assert joined.marks == (("1", 2),)


def test_a_mark_behind_a_comma_leaves_no_blank_before_a_figure() -> None:
    joined = join([Run(1, 0, 3, "公约、"), mark("3"), Run(1, 4, 12, " 1988 年的")])
    assert joined.text == "公约、1988 年的"
    assert joined.marks == (("3", 3),)


def test_a_mark_alone_on_a_line_does_not_part_the_text() -> None:
    joined = join([Run(1, 0, 2, "公约"), mark("1", line=2), Run(3, 0, 1, "乙")])
    assert joined.text == "公约乙"
    assert joined.marks == (("1", 2),)


def test_a_pair_of_bold_signs_is_a_stretch_of_emphasis() -> None:
    joined = join([mark(BOLD), Run(1, 2, 4, "重申"), mark(BOLD), Run(1, 6, 8, "公约")])
    assert (joined.text, joined.emphasis) == ("重申公约", (Span(0, 2),))


def test_emphasis_covers_no_blank_at_its_ends_and_a_lone_sign_opens_nothing() -> None:
    joined = join(
        [Run(1, 0, 1, "甲"), mark(BOLD), Run(1, 3, 6, " 重申"), mark(BOLD), Run(1, 8, 9, "乙")]
    )
    assert joined.text == "甲重申乙"
    assert joined.emphasis == (Span(1, 3),)
    assert join([Run(1, 0, 1, "甲"), mark(BOLD), Run(1, 3, 4, "乙")]).emphasis == ()
    assert join([mark(BOLD), mark(BOLD)]).emphasis == ()


@pytest.mark.parametrize("character", "公，》。“”‘’—…·（Ａ㐀")
def test_chinese_and_full_width_characters_are_wide(character: str) -> None:
    assert is_wide(character)


@pytest.mark.parametrize("character", "a1(/-é.я")
def test_latin_figures_and_half_width_signs_are_not_wide(character: str) -> None:
    assert not is_wide(character)


@pytest.mark.parametrize(
    ("stands", "text"),
    [
        ("后续行动和 第十三届", "后续行动和第十三届"),
        ("的1991年 12月 18 日第 46/152 号决议", "的1991年12月18日第 46/152 号决议"),
        ("的2007年 12月 18日第62/173 号决议", "的2007年12月18日第62/173号决议"),
        ("2008年 4月 18日第 17/1号决定", "2008年4月18日第17/1号决定"),
        ("第67/189号、第67/190 号和第 67/192 号", "第67/189号、第67/190号和第 67/192 号"),
        ("2005 年 9 月 16 日第 60/1 号决议", "2005 年 9 月 16 日第 60/1 号决议"),
        ("《1972 年议定书》，第 2225、2237 卷", "《1972 年议定书》，第 2225、2237 卷"),
        ("减少到 20 页，大会 1950 年第 415 (V)号", "减少到 20 页，大会 1950 年第 415 (V)号"),
    ],
)
def test_blanks_inside_words_titles_and_numbers_are_taken_out(stands: str, text: str) -> None:
    assert join([Run(1, 0, len(stands), stands)]).text == text


def test_marks_and_bold_stay_at_their_characters() -> None:
    note = Mark(run=Run(1, 4, 5, "¹"), label="1")
    bold = [Mark(run=Run(1, at, at, ""), label=BOLD) for at in (6, 8)]
    before, word, after = Run(1, 0, 4, "议定书、"), Run(1, 6, 8, "强调"), Run(1, 9, 10, "经")
    joined = join([before, note, Run(1, 5, 6, " "), bold[0], word, bold[1], after])
    assert joined.text == "议定书、强调经"
    assert joined.marks == (("1", 4),)
    assert joined.emphasis == (Span(4, 6),)
