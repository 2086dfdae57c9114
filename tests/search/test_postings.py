from __future__ import annotations

import base64

from hypothesis import given
from hypothesis import strategies as st

from resolutions.search.fold import fold
from resolutions.search.postings import GAP, Postings, encode

LETTERS = "打击贩运人口a/1 ,é的"


def decode(code: str) -> list[int]:
    numbers, number, gap, shift = [], 0, 0, 0
    for byte in base64.b64decode(code + "=" * (-len(code) % 4)):
        gap |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            number += gap
            numbers.append(number)
            gap = shift = 0
    return numbers


def places_of(language: str, texts: list[str]) -> dict[str, list[int]]:
    postings = Postings(language)
    for text in texts:
        postings.add(text)
    found = {}
    for pieces, codes in postings.shards():
        for piece, code in zip(pieces.split(" "), codes.split(" "), strict=True):
            found[piece.replace("\n", " ")] = decode(code)
    return found


@given(st.lists(st.integers(0, 2**31 - 1), unique=True).map(sorted))
def test_places_come_back_as_they_were(numbers: list[int]) -> None:
    assert decode(encode(numbers)) == numbers


@given(st.sampled_from(["zh", "en"]), st.lists(st.text(LETTERS, max_size=30)))
def test_every_character_of_a_text_stands_in_a_piece_at_its_place(
    language: str, raw: list[str]
) -> None:
    texts = [fold(text) for text in raw]
    row = (" " * GAP).join(texts)
    covered = set()
    for piece, places in places_of(language, texts).items():
        assert places == sorted(set(places))
        for place in places:
            assert row[place : place + len(piece)] == piece
            covered |= set(range(place, place + len(piece)))
    blanks = {i for i, character in enumerate(row) if character == " "}
    assert covered | blanks == set(range(len(row)))


def test_a_chinese_character_is_a_piece_with_the_next_and_other_runs_are_whole() -> None:
    assert sorted(places_of("zh", ["第64/293号 un"])) == [" ", "64/293", "un", "号", "第"]
    assert sorted(places_of("zh", ["打击贩运"])) == ["击贩", "打击", "贩运", "运"]


def test_words_keep_the_signs_they_touch() -> None:
    assert sorted(places_of("en", ["crime, and crime"])) == ["and", "crime", "crime,"]


def test_only_pieces_of_which_a_part_may_be_typed_are_in_the_vocabulary() -> None:
    postings = Postings("zh")
    postings.add("打击cites，公约")
    assert postings.vocabulary() == "cites，"
