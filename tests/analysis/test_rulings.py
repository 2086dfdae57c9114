"""A ruling that changes nothing is told, with its line; those of the edition each change something."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from conftest import Edition

from resolutions.analysis.rulings import check_rulings
from resolutions.analysis.study import Rules
from resolutions.model.problems import Report
from resolutions.model.rules import Override

RULING = Override(
    place="a-res-68-193#pp1", theme="corruption", strength="none", reason="side", date="2035-12-03"
)


def told(real: Edition, *rulings: Override) -> list[tuple[str, int, str, str]]:
    report = Report()
    numbered = [(each, line) for line, each in enumerate(rulings, start=5)]
    check_rulings(numbered, real.library, Rules.of(real.catalogue), report)
    return [(each.severity, each.line, each.code, each.message) for each in report.problems]


def strength_by_rules(real: Edition, place: str, theme: str) -> Any:
    """What stands in the edition, which no ruling touches there."""
    assert not any(each.place == place for each, _ in real.catalogue.overrides)
    slug, _, key = place.partition("#")
    tags = real.readings[slug].findings[key].tags
    return next((tag.strength for tag in tags if tag.theme == theme), "none")


def test_no_ruling_of_the_edition_is_idle(real: Edition) -> None:
    assert len(real.catalogue.overrides) > 20
    assert [each for each in real.report.problems if each.code == "idle-ruling"] == []
    assert told(real, *(each for each, _ in real.catalogue.overrides)) == []


@pytest.mark.parametrize("place", ["a-res-68-193#pp1", "a-res-68-193#op14", "ccpcj-res-20-7#op1"])
@pytest.mark.parametrize("theme", ["corruption", "cybercrime"])
def test_a_ruling_that_says_what_the_rules_say_is_told(
    real: Edition, place: str, theme: str
) -> None:
    said = strength_by_rules(real, place, theme)
    own = replace(RULING, place=place, theme=theme, strength=said)
    message = f"{place}: the rules say `{said}` of `{theme}` too"
    assert told(real, own) == [("warning", 5, "idle-ruling", message)]


def test_rules_that_came_to_agree_make_a_ruling_idle_and_no_other(real: Edition) -> None:
    kept = [each for each, _ in real.catalogue.overrides]
    place, theme = "ccpcj-res-20-7#op1", "cybercrime"
    own = replace(RULING, place=place, theme=theme, strength=strength_by_rules(real, place, theme))
    assert [each[1] for each in told(real, *kept[:3], own, *kept[3:])] == [8]


def test_a_ruling_whose_words_do_not_stand_there_is_told_as_such(real: Edition) -> None:
    own = replace(RULING, theme="wildlife", strength="focus", words="不在文中")
    assert strength_by_rules(real, own.place, own.theme) == "none"
    message = f"{own.place}: no words for `wildlife` stand there"
    assert told(real, own) == [("warning", 5, "idle-ruling", message)]


@pytest.mark.parametrize("place", ["a-res-99-9#op1", "a-res-68-193#op999"])
def test_a_place_that_is_not_held_is_told_elsewhere(real: Edition, place: str) -> None:
    assert told(real, replace(RULING, place=place)) == []


def test_one_of_two_rulings_on_a_paragraph_is_weighed_beside_the_other(real: Edition) -> None:
    pairs = [each for each, _ in real.catalogue.overrides if each.place == "a-res-71-209#pp47"]
    assert len(pairs) == 2
    assert told(real, *pairs) == []
