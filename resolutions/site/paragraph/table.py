"""The rows of a table as cells, with what each heads."""

from __future__ import annotations

from resolutions.model.records import record


@record
class Cell:
    """A cell of a table; `head` is the scope of a header cell, "" for figures."""

    text: str
    head: str
    span: int


def cells(row: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> tuple[Cell, ...]:
    """A row of cells: the rows above the first full one are heads of columns."""
    body = next((n for n, each in enumerate(rows) if each[0]), len(rows))
    in_head = rows.index(row) < body
    if row[0] and not any(row[1:]):
        return (Cell(text=row[0], head="rowgroup", span=len(row)),)
    cells: list[Cell] = []
    for column, text in enumerate(row):
        spanned = in_head and not text and column > 1
        if spanned and cells:
            cells[-1] = Cell(text=cells[-1].text, head="colgroup", span=cells[-1].span + 1)
        else:
            head = "col" if in_head else "row" if column == 0 else ""
            cells.append(Cell(text=text, head=head, span=1))
    return tuple(cells)
