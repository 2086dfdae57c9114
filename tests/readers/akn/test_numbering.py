from __future__ import annotations

import pytest

from resolutions.readers.akn.numbering import (
    article_of,
    item_in,
    number_in,
    number_of,
    place_of,
    section_of,
)
from resolutions.readers.printed.forms import shape


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("1.", "1"),
        ("\t15.", "15"),
        ("1 -", "1"),
        ("٣ -", "3"),
        ("5 bis.", "5bis"),
        ("12bis", "12bis"),
        ("5之二", "5bis"),
        ("5之三.", "5ter"),
        ("5 тер.", "5ter"),
        ("5 бис", "5bis"),
        ("5 مكررا -", "5bis"),
        ("5 مكررا ثانيا -", "5ter"),
        ("(a)", None),
        ("I.", None),
        ("1)", None),
        ("", None),
    ],
)
def test_a_number_is_read_as_it_is_printed(label: str, number: str | None) -> None:
    assert number_of(label) == number


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("\t1 -\tتحث", "ar", ("1", 5)),
        ("24 - تدعو", "ar", ("24", 5)),
        ("5 مكررا - تدعو", "ar", ("5bis", 10)),
        ("1. Asks", "en", ("1", 3)),
        ("5 bis. Notes", "en", ("5bis", 7)),
        ("3 - 4 of them", "en", None),
        ("1.5 per cent", "en", None),
        ("2030 - تدعو", "ar", None),
        ("10 July", "en", None),
    ],
)
def test_a_number_may_stand_in_the_text(
    text: str, language: str, found: tuple[str, int] | None
) -> None:
    assert number_in(text, language) == found


def item(label: str, *open: tuple[str, str], then: str = "") -> tuple[str, str] | None:
    found = item_in(f"{label} x")
    unit = ("unit", "op1")
    return place_of(found, (unit, *open), item_in(f"{then} x")) if found else None


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("(a)", ("letter", "a")),
        ("a)", ("letter", "a")),
        ("a.", ("a.", "a")),
        ("(aa)", ("letter", "aa")),
        ("(B)", ("capital", "b")),
        ("(أ)", ("letter", "a")),
        ("أ)", ("letter", "a")),
        ("(هـ)", ("letter", "e")),
        ("(ه)", ("letter", "e")),
        ("(و)", ("letter", "f")),
        ("(أأ)", ("letter", "aa")),
        ("(ب ب)", ("letter", "bb")),
        ("бб)", ("letter", "bb")),
        ("(غ)", ("letter", "bb")),
        ("а)", ("letter", "a")),
        ("(в)", ("letter", "c")),
        ("(i)", ("roman", "1")),
        ("iii)", ("roman", "3")),
        ("ii.", ("i.", "2")),
        ("(xliv)", ("roman", "44")),
        ("(一)", ("han", "1")),
        ("（十二）", ("han", "12")),
        ("㈢", ("han", "3")),
        ("二、", ("listed", "2")),
        ("(2)", ("figure", "2")),
        ("’1‘", ("quoted", "1")),
        ("(أب)", None),
        ("(see)", None),
        ("est)", None),
        ("i.e.", None),
        ("-", None),
        ("A)", None),
    ],
)
def test_an_item_goes_by_its_place_in_the_order_of_its_alphabet(
    label: str, place: tuple[str, str] | None
) -> None:
    assert item(label) == place


@pytest.mark.parametrize(
    ("label", "open", "place"),
    [
        ("(i)", ("letter", "op1-h"), ("letter", "i")),
        ("(i)", ("letter", "op1-c"), ("roman", "1")),
        ("(v)", ("letter", "op1-u"), ("letter", "v")),
        ("(v)", ("roman", "op1-b-4"), ("roman", "5")),
        ("(x)", ("letter", "op1-w"), ("letter", "x")),
        ("(c)", ("letter", "op1-b"), ("letter", "c")),
        ("(c)", ("letter", "op1-a"), ("letter", "c")),
        ("(l)", ("letter", "op1-k"), ("letter", "l")),
        ("(ii)", ("letter", "op1-hh"), ("letter", "ii")),
        ("с)", ("letter", "op1-b"), ("letter", "c")),  # a Cyrillic letter typed for a Latin one
        ("(aa)", ("letter", "op1-z"), ("letter", "aa")),
        ("(أأ)", ("letter", "op1-bb"), ("letter", "cc")),  # behind 28 letters
    ],
)
def test_a_letter_that_is_a_numeral_too_is_read_by_the_list_that_stands_open(
    label: str, open: tuple[str, str], place: tuple[str, str]
) -> None:
    assert item(label, open) == place


def test_the_next_item_decides_between_a_letter_and_a_numeral() -> None:
    assert item("(i)", ("letter", "op1-h"), then="(j)") == ("letter", "i")
    assert item("(i)", ("letter", "op1-h"), then="(ii)") == ("roman", "1")


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("I", 1),
        ("II.", 2),
        ("IV. Review", 4),
        ("A. Review", 1),
        ("B", 2),
        ("二", 2),
        ("二、审查", 2),
        ("أولا -", 1),
        ("ثانياً", 2),
        ("باء - استعراض", 2),
        ("I agree", None),
        ("A New Review", None),
        ("Review", None),
        ("第一节", None),
    ],
)
def test_a_numbered_section_is_known_by_its_heading(heading: str, number: int | None) -> None:
    assert section_of(heading) == number


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Article 5", 5),
        ("Article 5. Scope", 5),
        ("Artículo 5", 5),
        ("Статья 3", 3),
        ("المادة 4", 4),
        ("第五条", 5),
        ("第12条 范围", 12),
        ("Articles 5", None),
        ("Article five", None),
    ],
)
def test_an_article_is_known_by_its_heading(heading: str, number: int | None) -> None:
    assert article_of(heading) == number


@pytest.mark.parametrize(
    "heading", ["Annex", "ANNEX II", "Annexe", "Anexo I", "Приложение", "المرفق الأول", "附件二"]
)
def test_an_annex_is_known_by_its_heading(heading: str) -> None:
    assert shape("annex").fullmatch(heading)
