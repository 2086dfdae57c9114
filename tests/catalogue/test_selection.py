from __future__ import annotations

import pytest
from conftest import Edition

from resolutions.catalogue.selection import selection_of, wishes_of
from resolutions.model.problems import Report
from resolutions.model.selection import EVERYTHING, Selection, Years


def read(toy: Edition, *words: str) -> tuple[Selection, list[str]]:
    report = Report()
    selection = selection_of(wishes_of(words, report), toy.catalogue, report)
    return selection, [f"{each.message}; {each.remedy}" for each in report.problems]


def test_parts_and_values_are_told_apart_and_those_of_one_key_come_together(toy: Edition) -> None:
    selection, told = read(
        toy, "theme=corruption, trafficking; strength=focus", "symbol=A/RES/90/1", "symbol=E/2040/1"
    )
    assert told == []
    assert selection.theme == {"corruption", "trafficking"}
    assert selection.strength == "focus"
    assert selection.symbol == {"a-res-90-1", "e-2040-1"}


def test_a_keyword_keeps_its_commas_and_loses_its_capitals(toy: Edition) -> None:
    selection, told = read(toy, "keyword=SIGNATURES, ACCESSIONS")
    assert selection.keyword == {"signatures, accessions"}
    assert told == []


def test_an_agenda_item_may_be_typed_without_its_blank(toy: Edition) -> None:
    selection, told = read(toy, "agenda_item=20(D), 9")
    assert told == []
    assert selection.agenda_item == {"20 (d)", "9"}


@pytest.mark.parametrize(
    "symbol", ["A/RES/75/1", "a-res-75-1", "A/RES/217 A (III)", "A/C.3/68/L.18", "E/2011/30"]
)
def test_symbols_of_every_shape_are_known(symbol: str, toy: Edition) -> None:
    assert read(toy, f"symbol={symbol}")[1] == []


def test_nothing_asked_is_everything(toy: Edition) -> None:
    assert read(toy) == (EVERYTHING, [])
    assert read(toy, " ; ")[0] == EVERYTHING


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("2021", Years(2021, 2021)),
        ("2008-2012", Years(2008, 2012)),
        ("2008–2012", Years(2008, 2012)),
        ("2020-", Years(2020, 9999)),
        ("-2015", Years(1946, 2015)),
    ],
)
def test_years_are_one_or_a_span_open_at_either_end(said: str, years: Years, toy: Edition) -> None:
    selection, told = read(toy, f"years={said}")
    assert (selection.years, told) == ((years,), [])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("wildlife", "`wildlife` names no key; write KEY=VALUE, the key one of theme, "),
        ("them=corruption", "`them` is no key of a selection; did you mean `theme`?"),
        ("theme=corupption", "`corupption` is no theme; did you mean `corruption`?"),
        (
            "agenda_item=20 (d",
            "`20 (d` is no agenda_item; write it as it is printed: 20, or 20 (d)",
        ),
        (
            "agenda_item=crime",
            "`crime` is no agenda_item; write it as it is printed: 20, or 20 (d)",
        ),
        ("symbol=75/1", "`75/1` is no symbol; write A/RES/75/1"),
        ("symbol=wildlife", "`wildlife` is no symbol; write A/RES/75/1"),
        ("body=GAA", "`GAA` is no body; did you mean `GA`?"),
        ("strength=strong", "`strong` is no strength; it is one of any, focus"),
        ("theme=", "`theme` has no value; write theme=VALUE, or leave it out"),
        ("years=2012-2008", "`2012-2008` is no span of years; write 2021, "),
        ("years=20-", "`20-` is no span of years; write 2021, "),
        ("years=-", "`-` is no span of years; write 2021, "),
    ],
)
def test_what_there_is_not_is_told_with_what_is_near_it(said: str, told: str, toy: Edition) -> None:
    (found,) = read(toy, said)[1]
    assert found.startswith(told)
