from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from conftest import Edition

from resolutions.catalogue.selection import selection_of, wishes_of
from resolutions.corpus.intake_result import Taken
from resolutions.corpus.select import aids_of, is_chosen, select
from resolutions.model.library import Counted, Head
from resolutions.model.problems import Report
from resolutions.model.selection import Selection


@pytest.fixture
def head(toy: Edition) -> Head:
    found = toy.library.heads["a-res-90-1"]
    document = replace(
        found.document, year=2035, body="GA", subjects=("WILDLIFE",), agenda_item="20 (d), 31"
    )
    tagged = (Counted("op1", "corruption", "mention"), Counted("op2", "trafficking", "focus"))
    return replace(found, document=document, tagged=tagged)


def asked(toy: Edition, *words: str) -> Selection:
    return selection_of(wishes_of(words, Report()), toy.catalogue, Report())


def taken_of(*heads: Head) -> Taken:
    return Taken(
        heads=heads,
        wordings=tuple((head.slug, b"") for head in heads),
        sources=(),
        frames=(),
        accounts=(),
        problems=(),
        fired=frozenset(),
        fixed={},
    )


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("", True),
        ("theme=corruption", True),
        ("theme=corruption; strength=focus", False),
        ("theme=corruption,trafficking; strength=focus", True),
        ("agenda_item=20 (d)", True),
        ("agenda_item=20", True),
        ("agenda_item=31", True),
        ("agenda_item=2", False),
        ("agenda_item=20 (e)", False),
        ("keyword=Wildlife", True),
        ("keyword=WILD", False),
        ("symbol=a/res/90/1", True),
        ("symbol=A/RES/90/10", False),
        ("symbol=A/RES/90/10, A/RES/90/1", True),
        ("body=GA", True),
        ("body=ECOSOC", False),
        ("years=2035-", True),
        ("years=-2034", False),
        ("years=2010, 2034-2036", True),
        ("theme=corruption; years=2036-", False),
    ],
)
def test_an_instrument_is_held_if_it_is_one_of_each_kind_asked_for(
    words: str, chosen: bool, head: Head, toy: Edition
) -> None:
    assert is_chosen(head, asked(toy, words)) is chosen


def test_what_is_not_held_leaves_nothing_behind(head: Head, toy: Edition) -> None:
    document = replace(head.document, symbol="A/RES/90/2")
    second = replace(head, slug="a-res-90-2", document=document)
    wanted = asked(toy, "symbol=A/RES/90/2")
    (kept,) = select([taken_of(head, second), taken_of(head)], wanted, Report())
    assert [each.slug for each in kept.heads] == ["a-res-90-2"]
    assert kept.wordings == (("a-res-90-2", b""),)


def test_a_wish_that_no_text_fulfils_is_told_and_so_is_an_empty_edition(
    head: Head, toy: Edition
) -> None:
    report = Report()
    select([taken_of(head)], asked(toy, "keyword=WILDLIVE; symbol=A/RES/91/7"), report)
    assert [(p.severity, p.code, p.message, p.remedy) for p in report.problems] == [
        ("refused", "selects-nothing", "no text has the keyword `WILDLIVE`", "did you mean `WILDLIFE`?"),
        ("refused", "selects-nothing", "no text has the symbol `A/RES/91/7`", "did you mean `A/RES/90/1`?"),
        ("error", "nothing-selected", "no instrument is all that the selection asks for", "ask for less"),
    ]  # fmt: skip


def test_reading_aids_go_with_what_they_render() -> None:
    aids: Any = {"en": {"a": 1, "b": 2}, "fr": {"b": 3}}
    held: Any = aids_of(aids, {"a"})
    assert held == {"en": {"a": 1}}
