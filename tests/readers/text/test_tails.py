"""Blanks behind lines, hyphens that pdftotext drops and ends it sets first; invented words."""

from __future__ import annotations

from pathlib import Path

import pytest
from extracted import read

from resolutions.model.document import Document
from resolutions.readers.printed.compounds import compounds, without_one
from resolutions.readers.text.dropped import with_hyphens
from resolutions.readers.text.order import ends_behind
from resolutions.readers.text.rows import Row, measure_of, pieces_of, rows_of
from resolutions.readers.text.tails import over

HEAD = "A/RES/90/11\n90/11. Реки\nГенеральная Ассамблея,\n"
END = "55-е пленарное заседание\n3 декабря 2035 года\n"
WRAPPED = """ссылаясь на Конвенцию о реках, которая касается также положения·
людей, живущих на их берегах, и на все доклады Организации Наций,·
подтверждая важность рек для всех, кто живет на берегах этих рек,·
и для всех остальных,
1. просит Генерального секретаря представить доклад по этому·
вопросу;
2. постановляет продолжить рассмотрение этого вопроса и всех·
других;
3. постановляет также рассмотреть доклад;
4. постановляет далее созвать совещание.
""".replace("·", " ")


def paragraphs(document: Document) -> dict[str, str]:
    return {each.key: each.text for each in document.paragraphs}


def rows(text: str) -> list[Row]:
    pieces = pieces_of(text)
    return rows_of(pieces, pieces.lines)


def test_a_blank_behind_a_full_line_says_that_the_paragraph_goes_on(tmp_path: Path) -> None:
    """A clause may begin with the words of a paragraph; without the blanks it is taken for one."""
    found = paragraphs(read(tmp_path, f"{HEAD}{WRAPPED}{END}")[0])
    assert [key for key in found if key.startswith("pp")] == ["pp1"]
    assert "Наций, подтверждая важность" in found["pp1"]


def test_blanks_say_nothing_where_paragraphs_end_with_one_too() -> None:
    assert set(over(rows(WRAPPED.replace(";\n", "; \n").replace(",\n1", ", \n1")))) == {None}


def test_blanks_of_a_file_that_shows_nothing_say_nothing() -> None:
    assert set(over(rows("The rivers \nof the world,\n1. Requests.\n"))) == {None}


LINES = "\n".join(["a line that is as long as lines of this text are made here"] * 9)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (  # joined, as LibreOffice's lines are
            "and of the rivers of all the world and the nongovernmental\nbodies",
            "the nongovernmental",
        ),
        (
            "a line that is as long as lines of a sustainable lowcarbon and inclusive world of "
            "rivers",
            "low\ufffecarbon",
        ),
        (  # with a blank, as Word's are
            "a line that is as long as lines of such decision making processes relating to them",
            "decision\ufffemaking",
        ),
        (
            "a line that is as long as lines of the years of 20212030 and of all others behind",
            "2021\ufffe2030",
        ),
    ],
)
def test_hyphens_dropped_at_the_end_of_a_line(line: str, wanted: str) -> None:
    made = with_hyphens(f"{LINES}\n{line}\n", "en")
    assert wanted in made.text
    assert bool(made.words) == ("\ufffe" in wanted)


def test_no_hyphen_is_put_where_two_words_may_have_had_it_or_a_tool_drops_none() -> None:
    two = "a line that is as long as lines of it, lowcarbon longterm rivers of it all and more"
    assert with_hyphens(f"{LINES}\n{two}\n", "en").words == ()
    one = "a line that is as long as lines of a sustainable lowcarbon and inclusive world of it"
    assert with_hyphens(f"{LINES}\n{one}\nwell\ufffebeing\n", "en").words == ()
    assert with_hyphens(f"{LINES}\n{one}\n", None).words == ()


def test_words_with_one_hyphen_left_out() -> None:
    known = without_one(compounds("en"))
    assert known["lowcarbon"] == 3
    assert known["thirtyfirst"] == 6
    assert "international" not in known


def test_a_hyphen_is_put_back_where_the_text_has_the_word_with_it() -> None:
    full = "回顾大会关于河流和湖泊以及其他水域的决议\n" * 12
    zh = with_hyphens(
        f"{full}回顾大会关于河流和湖泊应对 COVID19 大流行对河流的影响以及其他\n", "zh"
    )
    assert zh.words == ((13, "COVID-19"),)
    own = "a line that is as long as lines of lakes and of klima fahrt and all other wide rivers"
    printed = f"{LINES}\nof Klima-fahrt here\n{own.replace('klima fahrt', 'klimafahrt')}\n"
    assert [word for _, word in with_hyphens(printed, "en").words] == ["klima-fahrt"]


def test_a_hyphen_is_put_between_parts_of_a_longer_word() -> None:
    one = "a line that is as long as lines of all income-lower middleincome countries of the lakes"
    words = with_hyphens(f"{LINES}\n{one.replace('lower middle', 'lowermiddle-')}\n", "en").words
    assert [word for _, word in words] == ["income-lower-middle-income"]


def test_a_text_without_a_line_of_two_drops_no_hyphens() -> None:
    """Lines of notes, in smaller type, hold a fourth more; none of two, so no hyphen is missing."""
    note = "of a line that is as long as lines of its healthcare and no"
    assert with_hyphens(f"{LINES}\n{note}\n", "en").words == ()


def test_a_hyphen_put_back_is_told_with_its_line(tmp_path: Path) -> None:
    full = "Recalling the rivers of the world and all that follows from these lakes,\n"
    text = (
        f"A/RES/90/11\n90/11. Rivers\nThe General Assembly,\n{full * 6}"
        "Recalling the agreement on lakes of all the world for a sustainable lowcarbon and "
        "inclusive future of the many lakes,\n"
        "1. Requests a report;\n2. Decides so.\n55th plenary meeting\n3 December 2035\n"
    )
    document, report = read(tmp_path, text)
    assert "sustainable low-carbon and inclusive" in paragraphs(document)["pp7"]
    assert [p.line for p in report.problems if p.code == "restored-hyphen"] == [10]


def test_lines_made_of_two_do_not_widen_the_measure() -> None:
    assert measure_of([10.0] * 8 + [19.0] * 2) == 10.0
    assert measure_of([]) == 0.0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "又表示支持所有河流，\n议，\n\n回顾大会关于河流和湖泊以及其他水域的决\n\n1.\n",
            ["又表示支持所有河流，", "回顾大会关于河流和湖泊以及其他水域的决", "议，", "1."],
        ),
        (
            "又表示支持所有河流；\n供；\n\n2.\n\n决定一切费用应由预算外资源和自愿捐款提\n",
            ["又表示支持所有河流；", "2.", "决定一切费用应由预算外资源和自愿捐款提", "供；"],
        ),
        (  # the paragraph above has not ended: its own end
            "又表示支持所有河流和湖泊以及其他水域的决\n议，\n\n回顾大会关于河流和湖泊以及其他水域\n",
            [
                "又表示支持所有河流和湖泊以及其他水域的决",
                "议，",
                "回顾大会关于河流和湖泊以及其他水域",
            ],
        ),
    ],
)
def test_ends_that_stand_before_their_lines(text: str, wanted: list[str]) -> None:
    assert [row.text for row in ends_behind(rows(text)).rows] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a number, the end of its paragraph, its line; a mark behind the end
        ("1.\nwaters;14\n\n{}\n\n2.\nNotes.\n", ["1.", "{}", "waters;14", "2.", "Notes."]),
        # the end of the next numbered paragraph behind one that has ended
        ("Notes it;\n1999;\n\n2.\n\n{}\n\n3.\n", ["Notes it;", "2.", "{}", "1999;", "3."]),
        # a title, whose lines have no end
        ("90/53.\nwaters\n\n{}\n\nThe Assembly,\n", ["90/53.", "{}", "waters", "The Assembly,"]),
        # a piece of a line of its own paragraph, as pdfminer.six cuts it
        ("Notes it;\ninter alia,\n\n{}\n\n3.\n", ["Notes it;", "inter alia,", "{}", "3."]),
        # a number, and its paragraph of one word
        ("1.\nDecides;\n\n2.\n\n{};\n", ["1.", "Decides;", "2.", "{};"]),
    ],
)
def test_an_end_that_pdftotext_sets_first_stands_behind_its_line(
    text: str, wanted: list[str]
) -> None:
    line = "Requests the Secretary-General to report on the state of all the world"
    found = [row.text for row in ends_behind(rows(text.format(line))).rows]
    assert found == [each.format(line) for each in wanted]
