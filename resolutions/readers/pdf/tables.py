"""Part of `pdf`: the lines of a page that stand in a table, told by the rules drawn around them.

A table is what stands between level rules of one width, where rules at its sides close it in, or
where its lines keep to the columns into which those rules are parted. Rows are told by rules and by
the room between lines. Where the rules do not say it, lines stay lines.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from resolutions.readers.pdf.glyphs import Glyph
from resolutions.readers.pdf.lines import Cell, Printed
from resolutions.readers.pdf.rules import Rule

NEAR = 3.0  # points by which the ends of rules may differ
NARROWEST = 100.0  # of a table
NEW_ROW = 1.45  # times the size, from base line to base line: lines of a cell stand closer
FARTHEST = 2.5  # times the size: rows below the last rule stand closer
GAP = 0.5  # times the size: room for the edge of a column


class _Level(NamedTuple):
    """A level rule, with the parts it is drawn in: where each begins and ends."""

    y: float
    parts: tuple[tuple[float, float], ...]

    @property
    def ends(self) -> tuple[float, float]:
        return self.parts[0][0], self.parts[-1][1]

    @property
    def is_whole(self) -> bool:
        """Whether it runs over the width of a table, but for small gaps between its parts."""
        left, right = self.ends
        drawn = sum(end - begin for begin, end in self.parts)
        return right - left > NARROWEST and drawn > 0.9 * (right - left)


class _Table(NamedTuple):
    """Where a table begins and ends, and the inner edges of its columns."""

    top: float
    bottom: float
    edges: list[float]


def in_tables(lines: Sequence[Printed], rules: Sequence[Rule]) -> list[Printed]:
    """The lines of a page from top to bottom, those of tables parted and put in order of cells."""
    levels = _levels(rules)
    made: list[Printed] = []
    done = 0
    for number, table in enumerate(_tables(lines, levels, rules), 1):
        own = [place for place, line in enumerate(lines) if table.bottom < line.y < table.top]
        made += lines[done : own[0]]
        done = own[-1] + 1
        made += _placed([lines[place] for place in own], table, levels, number)
    return [*made, *lines[done:]]


def _levels(rules: Sequence[Rule]) -> list[_Level]:
    """The level rules from top to bottom, parts of one height together."""
    level = sorted((rule for rule in rules if rule.is_level), key=lambda each: -each.bottom)
    made: list[list[Rule]] = []
    for rule in level:
        if made and made[-1][0].bottom - rule.bottom < 1.5:
            made[-1].append(rule)
        else:
            made.append([rule])
    return [
        _Level(each[0].bottom, tuple(sorted((rule.left, rule.right) for rule in each)))
        for each in made
    ]


def _tables(
    lines: Sequence[Printed], levels: Sequence[_Level], rules: Sequence[Rule]
) -> Iterator[_Table]:
    """The tables of a page: stretches between whole rules that follow each other."""
    whole: list[_Level] = []
    for level in levels:
        if level.is_whole and not (whole and _is_part(level, whole[-1])):
            whole.append(level)
    runs: list[list[_Level]] = []
    for above, below in itertools.pairwise(whole):
        if _are_alike(above, below) and _is_inside(lines, above, below, whole, rules):
            if runs and runs[-1][-1] is above:
                runs[-1].append(below)
            else:
                runs.append([above, below])
    for run in runs:
        edges = _edges([level for level in whole if _are_alike(level, run[0])])
        after = next((level.y for level in whole if level.y < run[-1].y), 0.0)
        yield _Table(run[0].y, _end(lines, run[-1].y, after, edges), edges)


def _is_part(level: _Level, above: _Level) -> bool:
    """Whether a rule runs under some columns of a head: it has one end with the rule above."""
    return sum(abs(a - b) < NEAR for a, b in zip(level.ends, above.ends, strict=True)) == 1


def _are_alike(above: _Level, below: _Level) -> bool:
    return all(abs(a - b) < NEAR for a, b in zip(above.ends, below.ends, strict=True))


def _edges(levels: Sequence[_Level]) -> list[float]:
    """Where columns part: between the parts of the rule that has most."""
    parts = max((level.parts for level in levels), key=len)
    return [(left[1] + right[0]) / 2 for left, right in itertools.pairwise(parts)]


def _end(lines: Sequence[Printed], bottom: float, after: float, edges: Sequence[float]) -> float:
    """Where a table ends: its last rule may stand above its last rows. `after`: the next rule."""
    end = last = bottom
    for line in lines:
        if not after < line.y < bottom:
            continue
        if _crosses(line, edges) or last - line.y > FARTHEST * line.size:
            break
        if abs(last - line.y) < 2 or len(_parted(line, edges)) > 1:
            end = line.y - 1
        last = line.y
    return end


def _is_inside(
    lines: Sequence[Printed], above: _Level, below: _Level, whole: Sequence[_Level],
    rules: Sequence[Rule],
) -> bool:  # fmt: skip
    """Whether what stands between two rules is a part of a table."""
    own = [line for line in lines if below.y < line.y < above.y]
    if not own:
        return False
    if all(_is_closed(x, above.y, below.y, rules) for x in above.ends):
        return True
    edges = _edges([level for level in whole if _are_alike(level, above)])
    heights: dict[float, int] = {}
    for line in own:
        height = next((y for y in heights if abs(y - line.y) < 2), line.y)
        heights[height] = heights.get(height, 0) + len(_parted(line, edges))
    several = sum(count > 1 for count in heights.values())
    crossing = any(_crosses(line, edges) for line in own)
    return 2 * several >= len(heights) if crossing else several > 0


def _crosses(line: Printed, edges: Sequence[float]) -> bool:
    """Whether a line runs on from the first column into the next, as no line of a cell does."""
    first = _parted(line, edges)[0]
    return not edges or first.x < edges[0] < first.right - 1


def _is_closed(x: float, top: float, bottom: float, rules: Sequence[Rule]) -> bool:
    """Whether upright rules close in the side of a stretch."""
    drawn = sum(
        min(rule.top, top) - max(rule.bottom, bottom)
        for rule in rules
        if not rule.is_level and abs(rule.left - x) < NEAR and rule.top > bottom < top > rule.bottom
    )
    return drawn > 0.6 * (top - bottom)


def _parted(line: Printed, edges: Sequence[float]) -> list[Printed]:
    """A line cut at the edges of columns, where it has room for them."""
    made: list[list[Glyph]] = [[]]
    last: Glyph | None = None
    for glyph in line.glyphs:
        if glyph.text.isspace():
            made[-1].append(glyph)
            continue
        if (
            last
            and glyph.x - last.right > GAP * glyph.size
            and any(last.right - 1 < edge < glyph.x + 1 for edge in edges)
        ):
            made.append([])
        made[-1].append(glyph)
        last = glyph
    return [replace(line, glyphs=tuple(each)) for each in made] if len(made) > 1 else [line]


def _placed(
    lines: Sequence[Printed], table: _Table, levels: Sequence[_Level], number: int
) -> list[Printed]:
    """The lines of a table with their cells, a cell after the other."""
    parted = [part for line in lines for part in _parted(line, table.edges)]
    parted.sort(key=lambda line: -line.y)
    made = []
    row = 1
    for last, line in itertools.pairwise([None, *parted]):
        if line is None:
            continue
        if last and _begins_row(last, line, levels):
            row += 1
        column = 1 + sum(edge < line.x + 1 for edge in table.edges)
        made.append(replace(line, cell=Cell(number, row, column)))
    return sorted(made, key=lambda line: (line.cell, -line.y, line.x))


def _begins_row(last: Printed, line: Printed, levels: Sequence[_Level]) -> bool:
    ruled = any(line.y + 1 < level.y < last.y - 1 for level in levels)
    return ruled or last.y - line.y > NEW_ROW * max(last.size, line.size)
