"""The end of a note on the next page. All texts are invented."""

from __future__ import annotations

from resolutions.model.document import Run
from resolutions.readers.text.labels import FootNote
from resolutions.readers.text.note_rests import measure_of, rest_above, rest_below, told_of_rest
from resolutions.readers.text.rows import Row, pieces_of, rows_of

MEASURE = 20.0
WIDE = "which all who live on the banks of the rivers have seen, and all of the others"


def rows(text: str) -> list[Row]:
    pieces = pieces_of(text)
    return rows_of(pieces, pieces.lines)


def texts(found: list[Row]) -> list[str]:
    return [row.text for row in found]


def test_it_stands_between_a_blank_line_and_the_first_label() -> None:
    page = rows("Requests\na report;\n\nand its end.\n2 See A/90/2.\n")
    assert texts(rest_above(page, 3, MEASURE)) == ["and its end."]


def test_without_blank_lines_it_is_wider_than_the_text() -> None:
    page = rows(f"Requests\na report;\n{WIDE}\nand its end.\n2 See A/90/2.\n")
    assert texts(rest_above(page, 4, MEASURE)) == [WIDE, "and its end."]


def test_on_a_page_without_notes_it_is_last() -> None:
    page = rows(f"Requests\na report\n{WIDE}\nand its end.\n")
    assert texts(rest_below(page, MEASURE)) == [WIDE, "and its end."]
    assert rest_below(rows("Requests\na report\nof it.\n"), MEASURE) == []
    assert rest_below(rows(f"Requests\na report\n{WIDE}\nand its end;\n"), MEASURE) == []


def test_what_no_blank_line_parts_is_told() -> None:
    run = Run(1, 0, 3, "See")
    note = FootNote("1", None, [], [run])
    (told,) = told_of_rest(note, rows("a report\nits end.\n")[1:], rows("2 See\n")[0])
    assert told == (1, "the end of note 1 was taken from the lines above the notes of this page")
    parted = rows("Requests\n\nits end.\n")[1:]
    assert list(told_of_rest(note, parted, rows("2 See\n")[0])) == []


def test_the_measure_is_that_of_the_text() -> None:
    narrow, wide = "Requests a report", WIDE
    assert measure_of([rows(f"{narrow}\n" * 4 + f"{wide}\n" * 4)]) < measure_of(
        [rows(f"{wide}\n" * 8)]
    )
