from __future__ import annotations

from resolutions.readers.pdf.glyphs import Glyph
from resolutions.readers.pdf.lines import Cell, Printed
from resolutions.readers.pdf.rules import Rule
from resolutions.readers.pdf.tables import in_tables


def line(x: float, y: float, text: str, size: float = 8.0) -> Printed:
    """A line whose characters are half as wide as it is high."""
    step = size / 2
    glyphs = [
        Glyph(each, x + at * step, y, x + (at + 1) * step, size, False, False)
        for at, each in enumerate(text)
    ]
    return Printed(1, tuple(glyphs))


def level(y: float, *ends: tuple[float, float]) -> list[Rule]:
    """A level rule, drawn in parts."""
    return [Rule(left, y, right, y + 0.5) for left, right in ends]


COLUMNS = ((100.0, 250.0), (250.5, 330.0), (336.0, 400.0))
WHOLE = ((100.0, 400.0),)
ABOVE, BELOW = line(100, 700, "as in the annex:"), line(100, 500, "2. Decides to remain seized.")


def cells(lines: list[Printed], rules: list[Rule]) -> list[tuple[Cell | None, str]]:
    return [(each.cell, each.text) for each in in_tables(lines, rules)]


def test_an_open_table_is_told_by_its_rules_and_its_columns() -> None:
    lines = [
        ABOVE,
        line(300, 670, "Gross"), line(360, 670, "Net of"),
        line(360, 662, "tax"),  # of the same cell
        line(100, 640, "Estimates of the"),
        line(100, 630, "Secretariat"), line(300, 630, "1 200"), line(370, 630, "900"),
        line(100, 615, "Less: other revenue of the year 2022 (800)"),  # cut at the edge
        BELOW,
    ]  # fmt: skip
    lines[-2] = Printed(
        1, (*line(100, 615, "Less: other revenue").glyphs, *line(310, 615, "(800)").glyphs)
    )
    rules = [*level(680, *COLUMNS), *level(655, *COLUMNS), *level(610, *COLUMNS)]
    assert cells(lines, rules) == [
        (None, "as in the annex:"),
        (Cell(1, 1, 2), "Gross"), (Cell(1, 1, 3), "Net of"), (Cell(1, 1, 3), "tax"),
        (Cell(1, 2, 1), "Estimates of the"), (Cell(1, 2, 1), "Secretariat"),
        (Cell(1, 2, 2), "1 200"), (Cell(1, 2, 3), "900"),
        (Cell(1, 3, 1), "Less: other revenue"), (Cell(1, 3, 2), "(800)"),
        (None, "2. Decides to remain seized."),
    ]  # fmt: skip


def test_rows_below_the_last_rule_belong_to_the_table() -> None:
    lines = [
        line(300, 670, "Gross"), line(360, 670, "Net"),
        line(100, 650, "P-5"), line(300, 650, "12"), line(370, 650, "3"),
        line(100, 620, "a See A/90/1."),
    ]  # fmt: skip
    rules = [*level(680, *COLUMNS), *level(662, *COLUMNS)]
    found = cells(lines, rules)
    assert found[2:] == [
        (Cell(1, 2, 1), "P-5"), (Cell(1, 2, 2), "12"), (Cell(1, 2, 3), "3"), (None, "a See A/90/1."),
    ]  # fmt: skip


def test_a_rule_under_some_columns_of_a_head_ends_no_table() -> None:
    lines = [
        line(300, 670, "Gross"), line(360, 670, "Net"), line(310, 650, "(dollars)"),
        line(100, 630, "Total"), line(300, 630, "12"), line(370, 630, "3"),
    ]  # fmt: skip
    rules = [
        *level(680, *COLUMNS), *level(660, (250, 330), (336, 400)), *level(640, *COLUMNS),
        *level(620, *COLUMNS),
    ]  # fmt: skip
    assert {cell.table if cell else 0 for cell, _ in cells(lines, rules)} == {1}


def test_a_closed_box_is_a_table_of_one_column() -> None:
    lines = [
        line(110, 670, "Principle I"),
        line(110, 650, "States should"),
        line(110, 640, "help."),
    ]
    sides = [Rule(100, 630, 100.5, 680), Rule(400, 630, 400.5, 680)]
    rules = [*level(680, *WHOLE), *level(630, *WHOLE), *sides]
    assert [cell and cell[1:] for cell, _ in cells(lines, rules)] == [(1, 1), (2, 1), (2, 1)]


def test_text_between_two_rules_is_no_table() -> None:
    text = [
        line(100, 660, "1. Requests the Secretary-General to report on the rivers of the world;")
    ]
    for ends in (COLUMNS, WHOLE):  # one table ends above it, another begins below it
        assert in_tables(text, [*level(680, *ends), *level(640, *ends)]) == text
    assert in_tables(text, []) == text
    assert in_tables([], [*level(680, *WHOLE), *level(640, *WHOLE)]) == []
