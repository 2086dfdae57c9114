from __future__ import annotations

from conftest import HEAD, document_of, study_of, term

from resolutions.analysis.annotate import annotate
from resolutions.analysis.segment import Lexicon
from resolutions.analysis.study import by_place
from resolutions.analysis.themes.tag import Tagger
from resolutions.model.catalogue import Erratum
from resolutions.model.problems import Report
from resolutions.model.rules import Override, Rule, Theme

THEME = Theme(
    id="corruption",
    group="core",
    names={"zh": "腐败"},
    scope={"zh": "x"},
    rules=(Rule(find=("腐败",)),),
)
LEXICON = Lexicon.of([term("corruption", "腐败")])


def test_everything_found_in_a_paragraph_is_found_under_its_key() -> None:
    document = document_of(HEAD + "1. 打击腐败，加入《联合国反腐败公约》。")
    reading = study_of(document, LEXICON, Tagger.of([THEME], {}))
    assert list(reading.findings) == [p.key for p in document.paragraphs]
    found = reading.findings["op1"]
    assert [use.id for use in found.terms] == ["corruption", "corruption"]
    assert [each.target for each in found.citations] == ["UNCAC"]
    assert [tag.theme for tag in found.tags] == ["corruption"]


def test_headings_and_enacting_phrases_have_no_themes() -> None:
    text = HEAD + "1. 请甲。\n\n打击腐败\n\n2. 请乙。"
    reading = study_of(document_of(text), LEXICON, Tagger.of([THEME], {}))
    assert reading.findings["h1"].terms
    assert reading.findings["h1"].tags == ()


def test_citations_that_an_erratum_restores_are_added_where_it_stands() -> None:
    document = document_of(HEAD + "1. 依照第69/19569/199号以及第70/178号决议。")
    erratum = Erratum(
        source="t.zh.txt", line=5, within="69/19569/199", found="69/19569/199", suggested="69/195、69/199",
        kind="run-together", certainty="certain", reason={"zh": "x"}, citations=("A/RES/69/195", "A/RES/69/199"),
    )  # fmt: skip
    flaws = annotate([document], [(erratum, 1)], Report())
    reading = study_of(document, LEXICON, Tagger.of([], {}), flaws)
    assert [(c.target, c.first) for c in reading.findings["op1"].citations] == [
        ("A/RES/69/195", True),
        ("A/RES/69/199", True),
        ("A/RES/70/178", True),
    ]
    assert [flaw.erratum for flaw in reading.findings["op1"].flaws] == [erratum]


def test_rulings_are_grouped_by_the_paragraph_they_are_about() -> None:
    rulings = [
        Override(place=place, theme=theme, strength="focus", reason="point", date="2035-12-03")
        for place, theme in (("a#op1", "x"), ("b#op1", "x"), ("a#op1", "y"))
    ]
    assert {
        place: [each.theme for each in found] for place, found in by_place(rulings).items()
    } == {
        "a#op1": ["x", "y"],
        "b#op1": ["x"],
    }
