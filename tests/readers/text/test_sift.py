from __future__ import annotations

import pytest
from conftest import source_of

from resolutions.model.document import Mark, Run
from resolutions.readers.text.join import join
from resolutions.readers.text.sift import run_of, sift


def body(text: str, layout: str = "lines") -> list[tuple[int, list[str]]]:
    sifted = sift(source_of(text, layout))
    return [
        (
            line.line,
            [f"<{part.label}>" if isinstance(part, Mark) else part.text for part in line.parts],
        )
        for line in sifted.body
    ]


def notes(text: str, layout: str = "lines") -> list[tuple[str, list[str]]]:
    return [
        (note.label, [run.text for run in note.runs])
        for note in sift(source_of(text, layout)).notes
    ]


def artefacts(text: str, layout: str = "lines") -> list[tuple[str, str]]:
    return [(claim.use, claim.run.text) for claim in sift(source_of(text, layout)).claims]


@pytest.mark.parametrize("layout", ["lines", "wrapped"])
@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("__________________", "rule-line"),
        ("13-50877 (C)", "job-number"),
        ("9/1013-50877 (C)", "job-number"),
        ("13-50877 (C) 151013", "job-number"),
        ("9/10", "page-number"),
        ("http://undocs.org/ch/S/RES/1373(2001)", "link"),
        ("Distr.: General", "distribution"),
        ("A/RES/90/1", "running-head"),
        ("  A/RES/90/1 ", "running-head"),
    ],
)
def test_page_furniture_is_a_named_artefact_in_both_layouts(
    layout: str, line: str, name: str
) -> None:
    assert artefacts(line, layout) == [(f"artefact:{name}", line.strip())]
    assert body(line, layout) == []


@pytest.mark.parametrize(
    "line", ["____", "13-5087", "第9/10号", "见 http://un.org", "A/RES/90/2", "Distr."]
)
def test_what_only_looks_like_page_furniture_is_text(line: str) -> None:
    assert artefacts(line) == []
    assert body(line) == [(1, [line])]


def test_a_superscript_is_a_mark_where_it_stands() -> None:
    assert body("公约》、¹ 经修正的²⁰公约") == [
        (1, ["公约》、", "<1>", " 经修正的", "<20>", "公约"])
    ]


def test_the_parts_of_a_line_tell_where_they_stand_in_it() -> None:
    (line,) = sift(source_of("1. **重申**公约¹，")).body
    runs = [part.run if isinstance(part, Mark) else part for part in line.parts]
    assert [(run.start, run.end) for run in runs] == [
        (0, 3),
        (3, 5),
        (5, 7),
        (7, 9),
        (9, 11),
        (11, 12),
        (12, 13),
    ]
    assert all(isinstance(run, Run) and run.line == 1 for run in runs)


def test_a_line_that_begins_with_a_superscript_and_a_blank_is_a_note() -> None:
    assert notes("¹ 联合国，《条约汇编》。\n\n²² 同上。") == [
        ("1", ["联合国，《条约汇编》。"]),
        ("22", ["同上。"]),
    ]
    assert notes("¹联合国") == []


def test_a_mark_fallen_to_the_line_is_a_mark_only_if_such_a_note_exists() -> None:
    note = "\n¹⁰ 联合国。"
    assert body("《公约》10 第 32 条" + note) == [(1, ["《公约》", "<10>", " 第 32 条"])]
    assert body("《公约》10 第 32 条") == [(1, ["《公约》10 第 32 条"])]
    assert body("《公约》10第 32 条" + note) == [(1, ["《公约》10第 32 条"])]
    assert body("已达 10 个" + note) == [(1, ["已达 10 个"])]


def test_in_lines_the_layout_does_not_say_where_a_paragraph_begins() -> None:
    assert [line.starts for line in sift(source_of("甲\n\n 乙")).body] == [None, None]


def test_a_row_of_a_table_keeps_its_tabs() -> None:
    assert body("\t资源\t\t员额\t") == [(1, ["\t资源\t\t员额\t"])]


def test_wrapped_a_figure_alone_after_text_is_a_mark_at_its_end() -> None:
    assert body(" 甲公约、\n1\n 乙\n", "wrapped") == [(1, ["甲公约、", "<1>"]), (3, ["乙"])]


def test_wrapped_the_line_after_a_mark_goes_on_with_the_paragraph() -> None:
    starts = [line.starts for line in sift(source_of("\n 甲公约、\n1\n 乙\n\n 丙", "wrapped")).body]
    assert starts == [True, False, True]


def test_wrapped_an_indent_after_a_blank_line_begins_a_paragraph() -> None:
    text = "\n 甲\n\n乙\n\n 丙"
    assert [line.starts for line in sift(source_of(text, "wrapped")).body] == [True, False, True]


def test_wrapped_the_first_line_of_a_page_has_one_blank_more_than_printed() -> None:
    text = "\n 甲\n 乙\n\n 丙\n  丁"
    starts = [line.starts for line in sift(source_of(text, "wrapped")).body]
    assert starts == [True, False, True, True]


@pytest.mark.parametrize("rule", ["__________________", " " * 59])
def test_wrapped_a_figure_below_a_rule_is_the_label_of_a_note(rule: str) -> None:
    text = f" 甲，\n1\n\n{rule}\n1\n 见报告。\n\n 2\n 同上。"
    assert notes(text, "wrapped") == [("1", ["见报告。"]), ("2", ["同上。"])]
    assert body(text, "wrapped") == [(1, ["甲，", "<1>"])]


def test_wrapped_a_note_runs_over_a_blank_line_to_a_line_without_indent() -> None:
    text = f"{' ' * 59}\n5\n 见第一部分，\n\n第一章，D节。\n\n 甲"
    assert notes(text, "wrapped") == [("5", ["见第一部分，", "第一章，D节。"])]
    assert body(text, "wrapped") == [(7, ["甲"])]


def test_wrapped_the_line_under_a_note_without_a_blank_line_is_text() -> None:
    text = f"{' ' * 59}\n1\n 见报告。\n措施》，\n\n 乙"
    assert notes(text, "wrapped") == [("1", ["见报告。"])]
    assert body(text, "wrapped") == [(4, ["措施》，"]), (6, ["乙"])]


def test_wrapped_a_figure_before_any_text_is_kept_as_a_line() -> None:
    assert body("12\n", "wrapped") == [(1, ["12"])]


def test_a_run_has_no_blanks_at_its_ends() -> None:
    assert run_of(3, 0, 6, "  甲 乙 ") == Run(3, 2, 5, "甲 乙")
    assert run_of(3, 0, 2, "  ") == Run(3, 2, 2, "")


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("甲，⁶\n10⁶ 只，\n⁶ 注。", "10⁶ 只，", 1),  # note 6 has a mark of its own
        ("甲，\n10⁶ 只，\n", "10⁶ 只，", 0),  # no note 6
        ("甲，\n共 25 km² 森林，\n", "共 25 km² 森林，", 0),
        ("甲，\n段落 10⁶ 只，\n⁶ 注。", "段落 10 只，", 1),  # the only mark of note 6
    ],
)
def test_an_exponent_is_text_where_its_note_has_another_mark(
    text: str, words: str, marks: int
) -> None:
    sifted = sift(source_of(text))
    assert join(sifted.body[1].parts).text == words
    assert sum(isinstance(part, Mark) for line in sifted.body for part in line.parts) == marks
