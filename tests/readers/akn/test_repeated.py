from __future__ import annotations

from pathlib import Path

from akn_texts import akn, numbered, statement, unnumbered

from resolutions.model.document import Parsed
from resolutions.model.problems import Report
from resolutions.readers.account import account
from resolutions.readers.akn.reader import read_akn

HEADING = (
    '<paragraph class="H23"><content><p><subheading>{}</subheading>{}</p></content></paragraph>'
)
TABLE = """<container><table><tr><td><p>State</p></td><td><p>Rate</p></td></tr>
<tr><td><p>El Salvador</p></td><td><p>0.01</p></td></tr></table></container>"""


def read(folder: Path, body: str) -> Parsed:
    path = folder / "t.xml"
    path.write_text(akn(statement(body=body)), encoding="utf-8")
    (parsed,) = read_akn(path, "t.xml", Report())
    assert account(parsed, Report()).lost == 0
    return parsed


def texts(parsed: Parsed) -> list[str]:
    return [f"{each.label} {each.text}".strip() for each in parsed.documents[0].paragraphs[2:]]


def aside(parsed: Parsed) -> list[str]:
    return [claim.run.text for claim in parsed.claims if claim.use == "artefact:repeated"]


def test_a_heading_that_stands_twice_is_one(tmp_path: Path) -> None:
    twice = HEADING.format("Artículo 2", '<span class="bold">Artículo\u00a02</span>')
    parsed = read(tmp_path, twice + numbered("1.", "Asks."))
    assert texts(parsed) == ["Artículo 2", "1. Asks."]
    assert aside(parsed) == ["Artículo\u00a02"]


def test_a_heading_and_its_like_further_on_are_two(tmp_path: Path) -> None:
    heading = HEADING.format("General", "")
    parsed = read(tmp_path, heading + numbered("1.", "Asks;") + heading + numbered("2.", "Asks."))
    assert texts(parsed) == ["General", "1. Asks;", "General", "2. Asks."]


def test_cells_that_stand_below_their_table_once_more_are_set_aside(tmp_path: Path) -> None:
    below = unnumbered("El\u00a0Salvador") + unnumbered("State of origin")
    parsed = read(tmp_path, numbered("1.", "Adopts:") + TABLE + below)
    assert texts(parsed)[2:] == ["State of origin"]
    assert aside(parsed) == ["El\u00a0Salvador"]


def test_words_of_a_cell_that_stand_elsewhere_stay(tmp_path: Path) -> None:
    parsed = read(tmp_path, TABLE + numbered("1.", "Adopts:") + unnumbered("El Salvador"))
    assert texts(parsed)[-1] == "El Salvador"
    assert aside(parsed) == []
