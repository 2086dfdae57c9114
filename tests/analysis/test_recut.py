from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from conftest import HEAD, document_of, paragraph_of

from resolutions.analysis.division import number_in
from resolutions.analysis.pairing import pair
from resolutions.analysis.recut import recut
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
        ("Première partie Enregistrement", 1), ("Часть вторая", 2), ("Part one", 1), ("الجزء الثالث", 3),
        ("Article premier Objet", 1), ("أولا جدول", 1), ("باء", 1066), ("First of all", None),
        ("Section 29C Office", 67029), ("第29C款", 67029), ("29e séance", None),
    ],
)  # fmt: skip
def test_a_heading_begins_with_its_number(text: str, number: int | None) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("number", "run_together"),
    [
        ("II", "II Renforcement"),
        ("第4条", "Rule 4 Renforcement"),
        ("B", "B. Renforcement"),
        ("第二部分", "Deuxième partie Renforcement"),
        ("第29C款", "Chapitre 29C Renforcement"),
        ("Article 1", "Article premier Renforcement"),
    ],
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
    item = replace(ASKS, text="Asks", key="x1", kind="unnumbered", label="", parent="h2")
    other = text_in("en", *APART, item)
    joined = recut(other, hub, pair(hub, other)).paragraphs
    assert [each.text for each in joined[2:]] == ["II Capacity-building", ASKS.text, "Asks"]
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


def op(key: str, text: str, label: str = "", **fields: Any) -> Paragraph:
    return paragraph_of(text, key, label=label, **fields)


LEAD = op("op1", "Asks:", "1.")
NEXT = op("op2", "Thanks 60/178.", "2.")
ITEMS = tuple(op(f"op1-{n}", f"point {n};", f"({n})", kind="lettered") for n in "abc")


@pytest.mark.parametrize(
    "whole",
    [
        op("op1-a", "point a; b) point b; and c) point c;", "a)", kind="lettered"),
        op("x1", "(а) point a; (б) point b; (в) point c;", kind="unnumbered"),
        op("x1", "㈠point a；㈡point b；㈢point c；", kind="unnumbered"),
    ],
)
def test_items_that_run_together_are_cut_by_the_labels_of_the_hub(whole: Paragraph) -> None:
    hub, other = text_in("en", LEAD, *ITEMS, NEXT), text_in("ru", LEAD, whole, NEXT)
    cut = recut(other, hub, pair(hub, other)).paragraphs
    assert [each.text[:7] for each in cut[3:-1]] == ["point a", "point b", "point c"]
    assert all(each.label for each in cut[3:-1])
    before = f"{whole.label} {whole.text}"
    after = " ".join(f"{each.label} {each.text}" for each in cut[3:-1])
    assert before.split() == after.split() or "".join(before.split()) == "".join(after.split())


@pytest.mark.parametrize("text", ["point a; b) point b;", "point a, see b) and c) of 60/1"])
def test_a_paragraph_that_lacks_a_label_of_the_hub_stays_whole(text: str) -> None:
    hub = text_in("en", LEAD, *ITEMS, NEXT)
    other = text_in("ru", LEAD, op("op1-a", text, "a)", kind="lettered"), NEXT)
    assert recut(other, hub, pair(hub, other)) is other


def test_a_note_goes_with_the_item_in_which_it_stands() -> None:
    text = "point a; b) point b; c) point c;"
    notes = (NoteMark(label="1", key="fn1", at=7), NoteMark(label="2", key="fn2", at=len(text)))
    whole = op("op1-a", text, "a)", kind="lettered", notes=notes, emphasis=(Span(12, 17),))
    hub, other = text_in("en", LEAD, *ITEMS, NEXT), text_in("fr", LEAD, whole, NEXT)
    first, second, third = recut(other, hub, pair(hub, other)).paragraphs[3:6]
    assert [note.key for each in (first, second, third) for note in each.notes] == ["fn1", "fn2"]
    assert (first.notes[0].at, third.notes[0].at) == (7, len(third.text))
    assert second.emphasis == (Span(0, 5),)


def test_the_hub_too_is_cut_where_another_language_has_items() -> None:
    together = op("x1", "(i) point a; (ii) point b; (iii) point c;", kind="unnumbered")
    texts = {
        "zh": text_in("zh", LEAD, *ITEMS, NEXT),
        **{code: text_in(code, LEAD, together, NEXT) for code in ("en", "fr", "es")},
    }
    aligned = align(texts, "zh")
    assert {len(each.document.paragraphs) for each in aligned.values()} == {7}
    assert not any(each.unpaired for each in aligned.values())


WISH = op("op1", "Asks the Committee to examine the question and to report on what it found", "1.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (op("op1", "Asks the Committee to examine the question and", "1."), "to report on what it found."),
        (op("op1", "请委员会审议该问题并就本决议的", "1."), "执行情况提出报告。"),
        (op("op1-d", "Asks the Committee to examine the question;", "1."), "and demands that it report now;"),
    ],
)  # fmt: skip
def test_the_tail_of_a_sentence_joins_it(first: Paragraph, second: str) -> None:
    hub = text_in("en", WISH, NEXT)
    tail = op("x1", second, kind="unnumbered")
    other = text_in("ru", first, tail, NEXT)
    joined = recut(other, hub, pair(hub, other)).paragraphs
    assert len(joined) == len(hub.paragraphs)
    assert joined[2].text.replace(" ", "") == (first.text + second).replace(" ", "")


@pytest.mark.parametrize("text", ["Thanks all who have taken part in it.", "to report " * 40])
def test_a_sentence_of_its_own_and_what_is_too_long_join_nothing(text: str) -> None:
    hub = text_in("en", WISH, NEXT)
    other = text_in("ru", WISH, op("x1", text, kind="unnumbered"), NEXT)
    assert recut(other, hub, pair(hub, other)) is other


def test_numbers_that_go_wrong_in_one_text_part_nothing_where_a_heading_is_not_set() -> None:
    ours = [
        heading("h1", "General"),
        *(op(f"op{n}", f"of 20{n}{n}", f"{n}.") for n in (21, 22, 23)),
    ]
    theirs = [
        op("x1", "General", kind="unnumbered"),
        *(op(f"op{n}", f"of 20{m}{m}", f"{n}.") for n, m in ((21, 21), (211, 22), (22, 23))),
    ]
    pairs = pair(text_in("en", *ours), text_in("ar", *theirs))
    assert pairs == {place: place for place in range(6)}
