from __future__ import annotations

from pathlib import Path

from akn_texts import akn, statement
from conftest import REPOSITORY

from resolutions.analysis.study import Rules
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.evaluate.score import Label, read_labels
from resolutions.evaluate.un_themes import CORE_NAMES, NAMES, both
from resolutions.model.problems import Report

BODY = '<paragraph eId="p1"><num>1.</num><content><p>{}</p></content></paragraph>'


def test_a_label_is_held_against_the_paragraph_where_it_lies(tmp_path: Path) -> None:
    catalogue = load(DataFiles(REPOSITORY / "data", "data", Report()))
    assert catalogue
    folder = tmp_path / "90session" / "Chinese"
    folder.mkdir(parents=True)
    text = akn(statement(BODY.format("敦促会员国打击腐败；"), language="zho"))
    (folder / "a.xml").write_text(text, encoding="utf-8")
    labels = [
        Label(place="90session/Chinese/a.xml#op1", themes={"corruption": "focus"}),
        Label(place="90session/Chinese/a.xml#op9", themes={}),
        Label(place="90session/Chinese/none.xml#op1", themes={}),
    ]
    found = list(both(labels, tmp_path, Rules.of(catalogue)))
    assert found == [("zh", labels[0].place, {"corruption": "focus"}, {"corruption": "focus"})]


def test_the_lists_name_themes_we_have_and_no_place_twice() -> None:
    catalogue = load(DataFiles(REPOSITORY / "data", "data", Report()))
    assert catalogue
    known = {theme.id for theme in catalogue.themes}
    core = {theme.id for theme in catalogue.themes if theme.group == "core"}
    places: list[str] = []
    for name in NAMES + CORE_NAMES:
        labels = read_labels(REPOSITORY / "tests" / "labels" / f"{name}.yml", name, Report())
        assert len(labels) >= 60
        assert {theme for label in labels for theme in label.themes} <= (
            core if name in CORE_NAMES else known
        )
        places += [label.place for label in labels]
    assert len(places) == len(set(places))
