from __future__ import annotations

from resolutions.model.evidence import Evidence, Verdict, impossible, settle


def said(*pairs: tuple[str, str]) -> Verdict:
    verdict = settle("symbol", [Evidence("symbol", value, basis) for value, basis in pairs])  # type: ignore[arg-type]
    assert verdict is not None
    return verdict


def test_the_majority_decides_and_the_rest_is_a_doubt() -> None:
    verdict = said(("B", "cover"), ("A", "preface"), ("A", "uri"), ("A", "name"))
    assert verdict.value == "A"
    assert verdict.doubt is not None
    assert not verdict.doubt.close
    assert verdict.doubt.bases == ("preface", "uri", "name")
    assert verdict.doubt.others == (("B", ("cover",)),)


def test_what_all_say_leaves_no_doubt() -> None:
    assert said(("A", "cover"), ("A", "uri")) == Verdict("A", None)


def test_of_equals_the_first_is_taken_and_it_is_close() -> None:
    verdict = said(("B", "preface"), ("A", "uri"))
    assert verdict.value == "B"
    assert verdict.doubt is not None
    assert verdict.doubt.close


def test_one_place_that_says_a_thing_twice_counts_once() -> None:
    assert said(("A", "uri"), ("A", "uri"), ("B", "name"), ("B", "cover")).value == "B"


def test_what_cannot_be_is_taken_only_where_nothing_else_is_said() -> None:
    many = [Evidence("date", "2031-12-31", "uri"), Evidence("date", "2031-12-31", "metadata")]
    late = settle("date", [*many, Evidence("date", "2030-12-31", "workflow")], {"2031-12-31"})
    assert late is not None
    assert late.value == "2030-12-31"
    alone = settle("date", many, {"2031-12-31"})
    assert alone is not None
    assert alone.value == "2031-12-31"


def test_nothing_said_is_nothing_settled() -> None:
    assert settle("language", [Evidence("symbol", "A", "uri")]) is None


def test_a_day_after_the_issue_or_outside_the_session_cannot_be() -> None:
    days = ["2030-12-31", "2031-12-31", "2029-12-31"]
    assert impossible(days, "85", None) == {"2031-12-31", "2029-12-31"}
    assert impossible(days, None, "2031-01-08") == {"2031-12-31"}
    assert impossible(days, "ES-11", None) == set()
