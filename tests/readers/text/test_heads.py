"""What real PDFs of the UN leave in a text: running heads, marks like numbers; invented words."""

from __future__ import annotations

from pathlib import Path

import pytest
from extracted import read

from resolutions.readers.text.rows import indents, pieces_of, rows_of

HEAD = """United Nations A/RES/90/11
General Assembly Distr.: General
1 December 2035
35-12345 (E) 121235
*3512345*
Ninetieth session
Agenda item 12
Rivers
Resolution adopted by the General Assembly
on 26 November 2035
[on the report of the Third Committee (A/90/77, para. 9)]
90/11. Cooperation for the protection of the rivers
and the lakes of the world
The General Assembly,
Recalling the Agreement on Rivers and Lakes 1 and its resolution 89/5 of 2 December
2034 on the waters of the world and on the people who live on their banks or go there,
__________________
1 United Nations, Treaty Series, vol. 9999, No. 99999."""
SECOND = """
Recalling also its resolutions 87/12 of 3 October 2032 2 and 88/14 on lakes, and those
of the periods 2034/35 and 2036,
1. Requests the Secretary-General to report to the General Assembly on rivers, and to
work with all those concerned;
2. Decides to remain seized of the matter.
55th plenary meeting
26 November 2035
__________________
2 http://rivers.example/88."""
HEADS = [
    "A/RES/90/11\nCooperation for the protection of the rivers\nand the lakes of the world\n2/2 35-12345",
    "Cooperation for the protection of the rivers\nand the lakes of the world A/RES/90/11\n35-12345 2/2",
    "      Cooperation for the protection of the rivers\nA/RES/90/11    and the lakes of the world\n\n",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("page", ["\f", "\n"])
def test_a_running_head_of_several_lines_is_no_text(tmp_path: Path, head: str, page: str) -> None:
    document, _ = read(tmp_path, HEAD + page + head + SECOND)
    assert [each.key for each in document.paragraphs] == [
        "title", "enacting", "pp1", "pp2", "op1", "op2",
    ]  # fmt: skip
    assert not any("35-12345" in each.text for each in document.paragraphs)
    assert document.paragraphs[2].text.endswith("on their banks or go there,")


def test_a_mark_that_looks_like_a_number_is_taken_where_no_other_can_be(tmp_path: Path) -> None:
    document, report = read(tmp_path, f"{HEAD}\f{HEADS[0]}{SECOND}")
    texts = {each.key: each for each in document.paragraphs}
    assert [mark.label for mark in texts["pp1"].notes] == ["1"]
    assert "Rivers and Lakes and its resolution" in texts["pp1"].text
    assert [mark.label for mark in texts["pp2"].notes] == ["2"]
    assert texts["pp2"].text.endswith("2034/35 and 2036,")
    assert [note.text for note in document.footnotes][1] == "http://rivers.example/88."
    assert "doubtful-mark" in {each.code for each in report.problems}


def test_the_title_of_an_annex_has_a_measure_of_its_own(tmp_path: Path) -> None:
    annex = (
        "\nAnnex\nPolitical declaration of the meeting on rivers\nand on the lakes of the world\n"
        "Bern, 3 May 2035\n1. We commit ourselves to the protection of all the rivers and the lakes, now.\n"
    )
    document, _ = read(tmp_path, f"{HEAD}\f{HEADS[0]}{SECOND.split('__')[0]}{annex}")
    assert [each.text for each in document.paragraphs if each.key.startswith("annex")] == [
        "Annex",
        "Political declaration of the meeting on rivers and on the lakes of the world",
        "Bern, 3 May 2035",
        "We commit ourselves to the protection of all the rivers and the lakes, now.",
    ]


def test_indents_are_measured_from_the_margin_of_each_page() -> None:
    pages = "\f".join(
        "\n".join(" " * (margin + more) + "words" for more in (5, 0, 0, 0)) for margin in (16, 19)
    )
    pieces = pieces_of(pages)
    assert indents(rows_of(pieces, pieces.lines)) == [True, False, False, False] * 2
    assert indents(rows_of(pieces_of("a\nb\nc"), ("a", "b", "c"))) is None


def test_a_word_cut_by_a_line_is_made_whole_in_french(tmp_path: Path) -> None:
    text = """Nations Unies
A/RES/90/11
Assemblée générale
Quatre-vingt-dixième session
Point 12 de l’ordre du jour
Résolution adoptée par l’Assemblée générale le 3 décembre 2035
90/11. Coopération pour les fleuves
L’Assemblée générale,
Rappelant sa résolution 89/5 du 2 décembre 2034 sur les ri-
vières, et les rivières elles-mêmes,
1. Prie le Secrétaire général de lui présenter un rapport ;
2. Décide de rester saisie de la question.
"""
    document, report = read(tmp_path, text)
    texts = {each.key: each.text for each in document.paragraphs}
    assert texts["pp1"].endswith("sur les rivières, et les rivières elles-mêmes,")
    assert {each.code for each in report.problems} == {"joined-lines"}
