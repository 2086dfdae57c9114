"""Symbols as mastheads and their lines print them."""

from __future__ import annotations

import pytest

from resolutions.readers.printed.head import SYMBOL, TITLE_NUMBER, symbol_of


@pytest.mark.parametrize(
    ("line", "symbols"),
    [
        ("[on the report of the Third Committee (A/90/77)B]", ["A/90/77"]),  # letters run on
        ("(A/90/77) and (A/90/78)", ["A/90/77", "A/90/78"]),
        ("A/RES/217A(III)", ["A/RES/217A(III)"]), ("S/RES/1373(2001)*", ["S/RES/1373(2001)"]),
        ("A/RES/3201(S-VI)", ["A/RES/3201(S-VI)"]), ("A/RES/75/254 A-B", ["A/RES/75/254A-B"]),
        ("A/HRC/RES/35/5", ["A/HRC/RES/35/5"]), ("E/RES/2031/12", ["E/RES/2031/12"]),
        ("(A/90/78/Add.1 and A/90/79/Rev.1/Corr.2)", ["A/90/78/Add.1", "A/90/79/Rev.1/Corr.2"]),
        ("A/CONF.203/18", ["A/CONF.203/18"]), ("A/C.3/90/L.5", ["A/C.3/90/L.5"]),
    ],
)  # fmt: skip
def test_a_symbol_is_read_whole_and_ends_before_a_bracket_that_it_did_not_open(
    line: str, symbols: list[str]
) -> None:
    assert [symbol_of(match["symbol"]) for match in SYMBOL.finditer(line)] == symbols


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("90/1. On the test", "90/1"),
        ("دإط-10/21 - حماية المدنيين", "دإط-10/21"),  # ES-10/21, as Arabic writes it
        ("دإ-30/1حماية المدنيين", "دإ-30/1"),
        ("90/1190/11 - حماية المدنيين", None),  # twice, run together: told as doubtful-title
    ],
)
def test_the_number_before_a_title(title: str, number: str | None) -> None:
    match = TITLE_NUMBER.match(title)
    assert (match["number"] if match else None) == number
