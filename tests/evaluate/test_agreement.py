from __future__ import annotations

from dataclasses import replace

import pytest

from resolutions.evaluate.agreement import (
    SecondActs,
    SecondLabel,
    SecondWords,
    Words,
    boundaries,
    disputed,
    kappa,
    raw,
    settled,
    settled_acts,
    settled_words,
)
from resolutions.evaluate.score import ActLabel, Label, LabelledAct


def test_kappa_takes_off_what_chance_would_give() -> None:
    # Fleiss' textbook case: 50 grants, two readers, 35 alike, half of them by chance
    cells = [("yes", "yes")] * 20 + [("no", "no")] * 15 + [("yes", "no")] * 5 + [("no", "yes")] * 10
    assert raw(cells) == 0.7
    assert kappa(cells) == pytest.approx(0.4)
    assert kappa([("yes", "yes")]) == 1
    assert kappa([("yes", "no"), ("no", "yes")]) == -1


def test_what_is_settled_goes_before_what_either_said() -> None:
    first = Label(place="a#op1", themes={"drugs": "focus", "victims": "mention", "fraud": "focus"})
    second = SecondLabel(
        place="a#op1",
        themes={"drugs": "focus", "children": "mention", "fraud": "mention"},
        agreed={"victims": ("none", "sense"), "children": ("mention", "named")},
    )
    assert disputed(first, second) == {"victims", "children", "fraud"}
    assert settled(first, second) == {"drugs": "focus", "children": "mention", "fraud": "focus"}


def test_a_third_person_goes_before_what_one_of_the_two_settled() -> None:
    first = Label(place="a#op1", themes={"victims": "focus", "drugs": "mention"})
    second = SecondLabel(
        place="a#op1",
        themes={"victims": "mention"},
        agreed={"victims": ("mention", "side"), "drugs": ("mention", "named")},
        third={"victims": ("focus", "asked"), "drugs": ("none", "sense")},
    )
    assert settled(first, second) == {"victims": "focus"}


def test_acts_hold_as_a_third_person_settled_them_else_as_one_of_the_two() -> None:
    one, two, three = (
        (LabelledAct(text="Urges", concept="urge", addressees=(who,)),)
        for who in ("states-parties", "member-states", "others")
    )
    first = ActLabel(place="a#op1", acts=one)
    assert settled_acts(first, SecondActs(place="a#op1", acts=two)) == one
    agreed = SecondActs(place="a#op1", acts=two, agreed=("second", "why"))
    assert settled_acts(first, agreed) == two
    assert settled_acts(first, replace(agreed, third=(three, "why"))) == three


def test_grain_is_no_fault_and_a_slip_is_settled() -> None:
    assert boundaries(SecondWords(place="a", cut="各~国|应|对")) == ({2, 3}, {1})
    words = Words(place="a", words=("各国", "应对"))
    slip = SecondWords(place="a", cut="各~国|应|对", agreed=("first", "slip"))
    grain = SecondWords(place="a", cut="各~国|应|对", agreed=("first", "coarser"))
    assert settled_words(words, slip) == ({2}, {1})
    assert settled_words(words, grain) == ({2}, {1, 3})
