from __future__ import annotations

from pathlib import Path

import pytest
from conftest import REPOSITORY
from labelled import TEXT, labels_beside

from resolutions.analysis.study import Rules
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.evaluate.score import Label, read_labels
from resolutions.evaluate.un_themes import CORE_NAMES, NAMES, both, tell
from resolutions.model.problems import Report


def test_a_label_is_held_against_the_paragraph_where_it_lies(tmp_path: Path) -> None:
    catalogue = load(DataFiles(REPOSITORY / "data", "data", Report()))
    assert catalogue
    folder = tmp_path / "90session" / "Chinese"
    folder.mkdir(parents=True)
    (folder / "a.xml").write_text(TEXT, encoding="utf-8")
    labels = [
        Label(place="90session/Chinese/a.xml#op1", themes={"corruption": "focus"}),
        Label(place="90session/Chinese/a.xml#op9", themes={}),
        Label(place="90session/Chinese/none.xml#op1", themes={}),
    ]
    found = list(both(labels, tmp_path, Rules.of(catalogue)))
    assert found == [("zh", labels[0].place, {"corruption": "focus"}, {"corruption": "focus"})]


def test_what_was_settled_is_counted_and_the_first_reader_stands_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = load(DataFiles(REPOSITORY / "data", "data", Report()))
    assert catalogue
    labels = labels_beside(tmp_path, monkeypatch)
    (labels / "un-develop.yml").write_text(
        "- {place: 'a.xml#op1', themes: {corruption: mention}}\n", encoding="utf-8"
    )
    (labels / "un-develop-second.yml").write_text(
        "- place: a.xml#op1\n  themes: {corruption: focus}\n"
        "  agreed: {corruption: [mention, side]}\n  third: {corruption: [focus, point]}\n",
        encoding="utf-8",
    )
    tell(tmp_path, catalogue)
    told = capsys.readouterr().out
    assert "zh core any (1)             1.000  1.000  1.000\n" in told
    assert "zh core focus (1)           1.000  1.000  1.000   (0.000)\n" in told


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
