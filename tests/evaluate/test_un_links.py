from __future__ import annotations

from pathlib import Path

from akn_texts import akn, numbered, statement
from conftest import REPOSITORY

from resolutions.analysis.citations.names import Names
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.evaluate.un_links import links_of
from resolutions.model.problems import Report
from resolutions.readers.akn.reader import read_akn

LINK = '<a href="https://undocs.org/{}">{}</a>'


def test_a_link_is_cited_alike_otherwise_or_missed(tmp_path: Path) -> None:
    catalogue = load(DataFiles(REPOSITORY / "data", "data", Report()))
    assert catalogue
    links = (
        f"{LINK.format('A/RES/64/293', '64/293')} 号、",
        f"{LINK.format('S/RES/1373(2001)', '64/292')} 号决议和",
        LINK.format("A/RES/70/1", "一个承诺"),
    )
    path = tmp_path / "a.xml"
    body = numbered("1.", f"回顾大会第 {'第 '.join(links)}；")
    path.write_text(akn(statement(body, language="zho")), encoding="utf-8")
    (parsed,) = read_akn(path, path.name, Report())
    names = Names.of(catalogue.instruments, catalogue.rulebooks["zh"].citing)
    found = [
        (each.kind, each.target, each.cited, each.filled)
        for each in links_of(parsed.documents[0], names)
    ]
    assert found == [
        ("", "A/RES/64/293", (), True),
        ("other", "S/RES/1373(2001)", ("A/RES/64/292",), False),
        ("missed", "A/RES/70/1", (), True),
    ]
