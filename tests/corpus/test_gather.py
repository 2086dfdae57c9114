from __future__ import annotations

from pathlib import Path

import pytest
from conftest import HEAD, catalogue_of, document_of, study_of, taken_of

from resolutions.analysis.segment import Lexicon
from resolutions.analysis.themes.tag import Tagger
from resolutions.corpus.gather import gather
from resolutions.corpus.store import Store
from resolutions.model.findings import Reading
from resolutions.model.library import Library, Place
from resolutions.model.rules import Rule, Theme

THEMES = tuple(
    Theme(
        id=name, group="core", names={"zh": name}, scope={"zh": name}, rules=(Rule(find=(word,)),)
    )
    for name, word in (("trafficking", "贩运"), ("corruption", "腐败"), ("wildlife", "野生"))
)


def reading_of(text: str, symbol: str = "A/RES/90/1", **header: str) -> Reading:
    document = document_of(text, symbol=symbol, **header)
    return study_of(document, Lexicon.of([]), Tagger.of(THEMES, {}))


def library_of(*readings: Reading) -> Library:
    return gather(taken_of(*readings), Store(Path("none")), catalogue_of(themes=THEMES))


ONE = reading_of(
    HEAD + "1. 依第 88/5 号和第 88/5 号决议打击腐败；\n\n2. 打击贩运¹和腐败。\n\n¹ 第 88/5 号决议。"
)
TWO = reading_of(HEAD + "1. 依第 88/4 号和第 88/5 号决议打击腐败。", symbol="A/RES/90/2")


def test_works_stand_by_year_and_symbol() -> None:
    assert list(library_of(TWO, ONE).heads) == ["a-res-90-1", "a-res-90-2"]
    assert list(library_of(TWO, ONE).works) == ["a-res-90-1", "a-res-90-2"]


def test_what_is_cited_knows_every_paragraph_and_note_that_cites_it_once() -> None:
    library = library_of(ONE, TWO)
    assert library.cited_by == {
        "A/RES/88/4": (Place("a-res-90-2", "op1"),),
        "A/RES/88/5": (
            Place("a-res-90-1", "op1"),
            Place("a-res-90-1", "fn1"),
            Place("a-res-90-2", "op1"),
        ),
    }
    assert list(library.cited_by) == sorted(library.cited_by)


def test_an_internal_citation_cites_no_instrument() -> None:
    library = library_of(reading_of(HEAD + "1. 请甲；\n\n2. 上文第 1 段。"))
    assert library.cited_by == {}


def test_every_theme_has_its_paragraphs_in_the_order_of_the_taxonomy() -> None:
    library = library_of(ONE, TWO)
    assert {
        theme: [place for place, _ in tagged] for theme, tagged in library.by_theme.items()
    } == {
        "trafficking": [Place("a-res-90-1", "op2")],
        "corruption": [
            Place("a-res-90-1", "op1"),
            Place("a-res-90-1", "op2"),
            Place("a-res-90-2", "op1"),
        ],
        "wildlife": [],
    }
    assert list(library.by_theme) == ["trafficking", "corruption", "wildlife"]


def test_a_held_text_is_found_by_its_symbol_and_a_piece_of_a_report_is_not() -> None:
    library = library_of(ONE)
    assert library.by_symbol == {"A/RES/90/1": "a-res-90-1"}


def test_an_instrument_has_its_part_of_the_page_of_a_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resolutions.corpus.gather.SHOWN", 1)
    library = library_of(ONE, TWO)
    assert library.theme_parts["corruption"] == {"a-res-90-1": "0", "a-res-90-2": "0-2"}
    assert library.theme_parts["wildlife"] == {}
    assert library.theme_part("corruption", "a-res-90-2") is None
    monkeypatch.setattr("resolutions.model.library.MUCH", 2)
    assert (library.many, library.large) == (False, True)  # few instruments, many paragraphs
    assert library.theme_part("corruption", "a-res-90-2") is None
    monkeypatch.setattr("resolutions.model.library.FEW", 1)
    assert library.theme_part("corruption", "a-res-90-2") == "0-2"
