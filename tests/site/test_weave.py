from __future__ import annotations

from resolutions.model.records import Span
from resolutions.site.weave import Group, Piece, weave


def texts(groups: list[Group[str, str]]) -> list[tuple[str | None, str, tuple[str, ...]]]:
    return [(g.link, "".join(piece.text for piece in g.pieces), g.points) for g in groups]


def test_a_text_without_annotations_is_one_piece() -> None:
    assert weave("会员国") == [Group(None, (Piece("会员国", ()),), ())]


def test_an_empty_text_has_no_piece_but_keeps_its_points() -> None:
    assert weave("") == []
    assert texts(weave("", points=[(0, "1")])) == [(None, "", ("1",))]


def test_a_link_covers_its_words_and_nothing_else() -> None:
    assert texts(weave("加入公约，", links=[(Span(2, 4), "UNCAC")])) == [
        (None, "加入", ()),
        ("UNCAC", "公约", ()),
        (None, "，", ()),
    ]


def test_of_two_links_that_overlap_the_first_and_then_the_longer_wins() -> None:
    links = [(Span(2, 4), "late"), (Span(0, 3), "early")]
    assert texts(weave("甲乙丙丁", links=links)) == [("early", "甲乙丙", ()), (None, "丁", ())]
    links = [(Span(0, 2), "short"), (Span(0, 3), "long")]
    assert texts(weave("甲乙丙丁", links=links)) == [("long", "甲乙丙", ()), (None, "丁", ())]


def test_links_side_by_side_stay_two() -> None:
    links = [(Span(0, 2), "a"), (Span(2, 4), "b")]
    assert texts(weave("甲乙丙丁", links=links)) == [("a", "甲乙", ()), ("b", "丙丁", ())]


def test_layers_overlap_each_other_and_the_edges_of_links() -> None:
    groups: list[Group[str, str]] = weave(
        "甲乙丙丁", links=[(Span(1, 3), "x")], layers=[(Span(0, 2), "bold"), (Span(1, 4), "hit")]
    )
    assert [[(p.text, p.layers) for p in g.pieces] for g in groups] == [
        [("甲", ("bold",))],
        [("乙", ("bold", "hit")), ("丙", ("hit",))],
        [("丁", ("hit",))],
    ]


def test_a_point_stands_after_the_character_before_its_offset() -> None:
    assert texts(weave("公约，乙", points=[(2, "5")])) == [
        (None, "公约", ("5",)),
        (None, "，乙", ()),
    ]


def test_points_at_one_place_keep_their_order() -> None:
    assert texts(weave("公约", points=[(2, "flaw"), (2, "5")])) == [(None, "公约", ("flaw", "5"))]


def test_a_point_inside_a_link_parts_it_and_the_link_goes_on() -> None:
    groups = weave("公约议定书", links=[(Span(0, 5), "UNTOC")], points=[(2, "1")])
    assert texts(groups) == [("UNTOC", "公约", ("1",)), ("UNTOC", "议定书", ())]


def test_a_point_at_the_beginning_stands_before_the_text() -> None:
    assert texts(weave("公约", points=[(0, "1")])) == [(None, "", ("1",)), (None, "公约", ())]


def test_empty_spans_draw_nothing() -> None:
    assert weave("公约", links=[(Span(1, 1), "x")], layers=[(Span(1, 1), "bold")]) == weave("公约")
