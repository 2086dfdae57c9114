"""Marks of notes that stand inside words, on lines of their own, before figures; invented words."""

from __future__ import annotations

from pathlib import Path

import pytest
from extracted import read

from resolutions.readers.text.candidates import behind_figures
from resolutions.readers.text.rows import Row

HEAD = "A/RES/90/11\n90/11. Rivers\nThe General Assembly,\n"
END = "55th plenary meeting\n3 December 2035\n"


def marks(folder: Path, text: str) -> dict[str, tuple[str, list[tuple[str, int]]]]:
    """Of each paragraph its text and its marks, each with its place."""
    document, _ = read(folder, text)
    return {
        each.key: (each.text, [(mark.label, mark.at) for mark in each.notes])
        for each in document.paragraphs
    }


@pytest.mark.parametrize(
    ("printed", "wanted", "offset"),
    [
        ("on rivers, a2nd noting all lakes,", "on rivers, and noting all lakes,", 10),
        ("the Protocol2and the lakes of it,", "the Protocol and the lakes of it,", 12),
        ("on rivers, 2in which it noted it,", "on rivers, in which it noted it,", 10),
    ],
)
def test_a_mark_with_a_letter_behind_it(
    tmp_path: Path, printed: str, wanted: str, offset: int
) -> None:
    noting = "Noting it,1 as well as"
    notes = "1 See A/90/1.\n2 See A/90/2.\n"
    text = f"{HEAD}{noting} {printed}\n1. Requests the report to the Assembly.\n{END}{notes}"
    start = len(noting)
    expected = (f"Noting it, as well as {wanted}", [("1", 10), ("2", start + offset)])
    assert marks(tmp_path, text)["pp1"] == expected


def test_ordinals_are_no_marks(tmp_path: Path) -> None:
    lines = "Noting it,1 its 2nd meeting and the 2e of it,\n1. Requests a report.\n"
    text = f"{HEAD}{lines}{END}1 See A/90/1.\n2 See A/90/2.\n"
    assert marks(tmp_path, text)["pp1"][1] == [("1", 10)]


def test_a_mark_on_a_line_of_its_own_stands_in_the_blank_above_it(tmp_path: Path) -> None:
    """`-layout` sets it below its place, or where a Chinese line has a blank for no other reason."""
    text = f"""{HEAD}Recalling the Convention on Rivers,1 Agenda
21, the Programme for the Further Implementation of it,3 the
   2

Plan on Lakes and all others,
1. Requests a report.
{END}1 See A/90/1.
2 See A/90/2.
3 See A/90/3.
"""
    body, found = marks(tmp_path, text)["pp1"]
    assert [label for label, _ in found] == ["1", "2", "3"]
    assert body[: found[1][1]].endswith("21,")


def test_a_mark_in_a_chinese_line_may_be_printed_lines_below(tmp_path: Path) -> None:
    text = """A/RES/90/11
90/11. 河流
大会，
回顾《河流公约》、1 《湖泊公
约》 和《海洋公约》，3 并申明必须保护一切
水道以及它们的沿岸居民，
2

1. 请秘书长提交报告。
2035 年 12 月 3 日
第 55 次全体会议
1 见 A/90/1。
2 见 A/90/2。
3 见 A/90/3。
"""
    body, found = marks(tmp_path, text)["pp1"]
    assert [(label, body[:at][-3:]) for label, at in found] == [
        ("1", "约》、"), ("2", "公约》"), ("3", "约》，"),
    ]  # fmt: skip


def test_a_goal_and_its_mark(tmp_path: Path) -> None:
    """22 is Goal 2 with the mark of note 2, which is called nowhere else."""
    text = f"""{HEAD}Recalling the Convention,1 and concerned about Goal 22, and about all others,
1. Requests a report.
{END}1 See A/90/1.
2 See A/90/2.
"""
    body, found = marks(tmp_path, text)["pp1"]
    assert (len(found), body[: found[1][1]][-6:]) == (2, "Goal 2")


@pytest.mark.parametrize(
    "number", ["(Fourth Committee) 2 October 2034", "the sum of, 2 137 dollars"]
)
def test_a_day_and_a_number_in_groups_are_no_marks(tmp_path: Path, number: str) -> None:
    text = f"""{HEAD}Recalling the Convention,1 and {number} as it was,
1. Requests a report of the year 20342 and others.
{END}1 See A/90/1.
2 See A/90/2.
"""
    found = marks(tmp_path, text)
    assert [label for label, _ in found["pp1"][1]] == ["1"]
    assert [label for label, _ in found["op1"][1]] == ["2"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "los 2,{} billones de ríos"),
        ("es", "los 2,{} mil millones de ríos"),
        ("fr", "les 2,{} billions de lacs"),
        ("en", "the 2,{} trillion rivers"),
        ("en", "the 2,{} degrees of it"),
    ],
)
def test_a_fraction_of_a_quantity_is_no_mark(tmp_path: Path, language: str, words: str) -> None:
    organ, noting, notes, meeting = {
        "en": ("The General Assembly,", "Noting the lakes,", "Notes them", END),
        "es": (
            "La Asamblea General,",
            "Recordando los lagos,",
            "Toma nota del informe",
            "55ª sesión plenaria\n3 de diciembre de 2035\n",
        ),
        "fr": (
            "L’Assemblée générale,",
            "Rappelant les lacs,",
            "Prend note du rapport",
            "55e séance plénière\n3 décembre 2035\n",
        ),
    }[language]
    text = f"""A/RES/90/11
90/11. Delta
{organ}
{noting}1 {words.format(2)},
1. {notes}.
{meeting}1 A/90/1.
2 A/90/2.
"""
    assert [label for label, _ in marks(tmp_path, text)["pp1"][1]] == ["1"]


def test_a_mark_behind_a_number_with_a_hyphen() -> None:
    """COVID-1965 is no year: 65 is the mark."""
    row = Row(1, "la pandémie de COVID-1965, d’une équipe", 1, False, False)
    assert [c.label for c in behind_figures(0, row, {"65"})] == ["65"]


def test_a_mark_of_three_figures_behind_a_year() -> None:
    row = Row(1, "of Ships, 2009124 to facilitate it", 1, False, False)
    assert [(c.label, c.start) for c in behind_figures(0, row, {"124"})] == [("124", 14)]


def test_a_number_of_a_paragraph_below_a_mark_is_no_group_of_figures(tmp_path: Path) -> None:
    ops = [f"{n}. Requests the report of the year.\n" for n in range(1, 100)]
    text = f"{HEAD}Recalling it,\n{''.join(ops)}100. Notes the lakes of the world; 1\n101. Notes.\n"
    assert [label for label, _ in marks(tmp_path, f"{text}{END}1 See A/90/1.\n")["op100"][1]] == [
        "1"
    ]


def test_a_figure_that_opens_a_line_of_a_note_is_no_label(tmp_path: Path) -> None:
    """1 … 5 a | 2 de septiembre: the day of a date, though note 2 must come next."""
    text = """A/RES/90/11
90/11. Ríos
La Asamblea General,
Recordando el informe de la Conferencia1,
1. Solicita un informe2 de todos los ríos.
55ª sesión plenaria
3 de diciembre de 2035
1 Informe de la Conferencia sobre los Ríos, El Cairo, 1 a
2 de septiembre de 2034, cap. I.
2 Véase A/90/2.
"""
    document, _ = read(tmp_path, text)
    assert {note.label: (note.text or "")[-15:] for note in document.footnotes} == {
        "1": "e 2034, cap. I.", "2": "Véase A/90/2.",
    }  # fmt: skip


def test_a_number_that_goes_on_from_the_line_above_is_no_label(tmp_path: Path) -> None:
    """Supplément no | 1 (A/90/1): of note 1, which stands above it."""
    text = """A/RES/90/11
90/11. Delta
L’Assemblée générale,
Rappelant les lacs1,
1 Documents officiels de l’Assemblée générale, quatre-vingt-dixième session, Supplément no
1 (A/90/1), par. 3.
\f1. Prend note du rapport.
55e séance plénière
3 décembre 2035
"""
    document, _ = read(tmp_path, text)
    assert [note.text for note in document.footnotes] == [
        "Documents officiels de l’Assemblée générale, quatre-vingt-dixième session, "
        "Supplément no 1 (A/90/1), par. 3."
    ]


def test_a_label_printed_twice_opens_a_note(tmp_path: Path) -> None:
    """The second figure is of the text, as the XML has it."""
    lines = "Recalling the report of 20341,\n1. Requests a report.\n"
    document, _ = read(tmp_path, f"{HEAD}{lines}{END}1 1 See A/90/1.\n")
    assert [(note.label, note.text) for note in document.footnotes] == [("1", "1 See A/90/1.")]
