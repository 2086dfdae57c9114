from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from conftest import HEAD, document_of, paragraph_of

from resolutions.analysis.pairing import pair
from resolutions.analysis.recut import number_in, recut
from resolutions.analysis.shared_keys import align
from resolutions.model.document import Document, NoteMark, Paragraph
from resolutions.model.records import Span


def heading(key: str, text: str, **fields: Any) -> Paragraph:
    return paragraph_of(text, key, kind="heading", label="", **fields)


def text_in(language: str, *paragraphs: Paragraph) -> Document:
    document = document_of(HEAD + "1. 请甲。")
    head = tuple(each for each in document.paragraphs if each.kind in ("title", "enacting"))
    return replace(document, language=language, paragraphs=(*head, *paragraphs))


ASKS = paragraph_of("asks for 60/177", "op1", label="1.")
APART = (heading("h1", "II"), heading("h2", "Capacity-building"), ASKS)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("II", 2), ("II Renforcement", 2), ("Rule 4", 4), ("Правило 4 Комитет", 4), ("原则4", 4),
        ("第三部分", 3), ("第3条", 3), ("三 缔约国会议", 3), ("三", 3), ("B", 1066), ("B Evolución", 1066),
        ("Introduction", None), ("十分重要", None), ("Capacity-building", None), ("2030年议程", None),
        ("What is asked of them in 4 parts", None), ("A/RES/75/1", None),
    ],
)  # fmt: skip
def test_a_heading_begins_with_its_number(text: str, number: int | None) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("number", "run_together"),
    [("II", "II Renforcement"), ("第4条", "Rule 4 Renforcement"), ("B", "B. Renforcement")],
)
def test_a_number_and_a_title_in_one_are_cut_as_in_the_hub(number: str, run_together: str) -> None:
    hub = text_in("zh", heading("h1", number), *APART[1:])
    other = text_in("fr", heading("h1", run_together), ASKS)
    cut = recut(other, hub, pair(hub, other))
    first, second = cut.paragraphs[2:4]
    assert f"{first.text} {second.text}" == run_together
    assert second.text == "Renforcement"
    assert cut.paragraphs[4] == ASKS


def test_what_is_marked_in_a_heading_goes_with_its_words() -> None:
    note = NoteMark(label="1", key="fn1", at=15)
    whole = heading("h1", "II Renforcement", emphasis=(Span(0, 15),), notes=(note,))
    hub, other = text_in("en", *APART), text_in("fr", whole, ASKS)
    first, second = recut(other, hub, pair(hub, other)).paragraphs[2:4]
    assert (first.notes, second.notes[0].at) == ((), 12)
    assert second.emphasis == (Span(0, 12),)


def test_a_number_that_stands_alone_is_joined_where_the_hub_has_one_heading() -> None:
    hub = text_in("zh", heading("h1", "二 能力建设"), ASKS)
    item = replace(ASKS, key="x1", kind="unnumbered", label="", parent="h2")
    other = text_in("en", *APART, item)
    joined = recut(other, hub, pair(hub, other)).paragraphs
    assert [each.text for each in joined[2:]] == ["II Capacity-building", ASKS.text, ASKS.text]
    assert joined[-1].parent == "h1"


@pytest.mark.parametrize("title", ["III Renforcement", "Renforcement II", "Mesures"])
def test_a_heading_with_another_number_or_none_stays_whole(title: str) -> None:
    hub, other = text_in("en", *APART), text_in("fr", heading("h1", title), ASKS)
    assert recut(other, hub, pair(hub, other)) is other


def test_all_languages_then_have_one_list_of_keys() -> None:
    whole = text_in("fr", heading("h1", "II Renforcement"), ASKS)
    texts = {"en": text_in("en", *APART), "es": text_in("es", *APART), "fr": whole}
    aligned = align(texts, "en")
    keys = {tuple(each.key for each in one.document.paragraphs) for one in aligned.values()}
    assert keys == {("title", "enacting", "h1", "h2", "op1")}
    assert not any(each.unpaired for each in aligned.values())


def test_published_keys_of_the_reference_stay() -> None:
    texts = {
        "zh": text_in("zh", heading("h1", "二 能力建设"), ASKS),
        "en": text_in("en", *APART),
        "es": text_in("es", *APART),
    }
    aligned = align(texts, "zh", published=True)
    assert aligned["zh"].document.paragraphs == texts["zh"].paragraphs


def test_numbers_that_do_not_count_part_no_texts_of_one_make() -> None:
    signs = ["of 1994", "of 2005", "of 2011", "of 2013"]
    ours = [paragraph_of(sign, f"p{n}", label=f"{n}.") for n, sign in enumerate(signs, 1)]
    theirs = [paragraph_of(sign, f"p1_{n}", label="1.") for n, sign in enumerate(signs, 1)]
    pairs = pair(text_in("en", *ours), text_in("es", *theirs))
    assert pairs == {place: place for place in range(6)}
