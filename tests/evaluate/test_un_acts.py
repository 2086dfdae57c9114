from __future__ import annotations

from pathlib import Path

from akn_texts import akn, statement
from conftest import REPOSITORY

from resolutions.analysis.study import Rules
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.evaluate.score import ActLabel, LabelledAct
from resolutions.evaluate.un_acts import compare, placed, times
from resolutions.model.problems import Report

BODY = '<paragraph eId="p1"><num>1.</num><content><p>{}</p></content></paragraph>'


def test_acts_found_missed_and_asked_of_the_wrong_are_counted(tmp_path: Path) -> None:
    catalogue = load(DataFiles(REPOSITORY / "data", "data", Report()))
    assert catalogue
    text = akn(
        statement(BODY.format("欢迎该报告，请秘书长提出报告，并鼓励会员国合作；"), language="zho")
    )
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    acts = (
        LabelledAct(text="欢迎", concept="note"),
        LabelledAct(text="请", concept="request", addressees=("secretary-general",)),
        LabelledAct(text="鼓励", concept="encourage", addressees=("donors",)),
    )
    labels = [ActLabel(place="a.xml#op1", acts=acts), ActLabel(place="none.xml#op1", acts=acts)]
    found = compare(labels, tmp_path, Rules.of(catalogue)["zh"], first=False)
    assert found.here == 1
    assert found.acts == (2, 1, 1)
    assert (found.right, found.asking, found.wrong) == (1, 2, 1)


def test_times_found_missed_and_wrong_are_counted(tmp_path: Path) -> None:
    catalogue = load(DataFiles(REPOSITORY / "data", "data", Report()))
    assert catalogue
    said = "请秘书长每年向大会提出报告，敦促各国在2030年前行动，并请秘书处在下次报告中说明；"
    (tmp_path / "a.xml").write_text(akn(statement(BODY.format(said), language="zho")), "utf-8")
    acts = (
        LabelledAct(text="请", concept="request", due=("每年",)),
        LabelledAct(text="敦促", concept="urge"),
        LabelledAct(text="请", concept="request", due=("说明",)),
    )
    found = times([ActLabel(place="a.xml#op1", acts=acts)], tmp_path, Rules.of(catalogue)["zh"])
    assert found == (1, 2, 1)


def test_a_labelled_verb_is_looked_for_where_a_clause_begins() -> None:
    acts = [LabelledAct(text="敦促", concept="urge"), LabelledAct(text="请", concept="request")]
    assert [act.span.start for act in placed("敦促各国提请注意，并请秘书长报告；", acts)] == [0, 10]
