from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from conftest import HEAD, document_of, paragraph_of

from resolutions.analysis.align import align_all
from resolutions.analysis.shared_keys import align
from resolutions.analysis.texts import in_order, missing, reference_of
from resolutions.model.document import Document, NoteMark, Paragraph, Unpaired
from resolutions.model.problems import Report
from resolutions.model.records import Span

FIGURES = {"pp1": "of 1994", "pp2": "of 2005, 60/177", "pp3": "without a figure", "op1": "asks"}


def text_in(language: str, *paragraphs: Paragraph) -> Document:
    document = document_of(HEAD + "1. 请甲。")
    head = tuple(each for each in document.paragraphs if each.kind in ("title", "enacting"))
    return replace(document, language=language, paragraphs=(*head, *paragraphs))


def preambular(key: str, text: str, **fields: object) -> Paragraph:
    return paragraph_of(text, key, kind="preambular", **fields)


THREE = tuple(preambular(f"pp{n}", FIGURES[f"pp{n}"]) for n in (1, 2, 3))
ASKS = paragraph_of("asks", "op1", label="1.")


@pytest.mark.parametrize(
    ("held", "reference"),
    [(["ar", "zh", "en"], "zh"), (["ar", "en"], "en"), (["ru", "es", "fr"], "fr"), (["ar"], "ar")],
)
def test_chinese_gives_the_keys_else_the_next_language_held(
    held: list[str], reference: str
) -> None:
    assert reference_of(held) == reference


def test_texts_of_one_build_keep_their_keys() -> None:
    texts = {code: text_in(code, *THREE, ASKS) for code in ("zh", "en")}
    aligned = align(texts, "zh")
    assert [each.document for each in aligned.values()] == list(texts.values())
    assert [each.unpaired for each in aligned.values()] == [(), ()]


def test_a_paragraph_without_a_partner_gets_a_key_of_its_language_and_moves_no_other() -> None:
    more = (THREE[0], preambular("pp2", "new, of 2010"), preambular("pp3", FIGURES["pp2"]),
            preambular("pp4", FIGURES["pp3"]), ASKS)  # fmt: skip
    texts = {"zh": text_in("zh", *THREE, ASKS), "fr": text_in("fr", *more)}
    french = align(texts, "zh")["fr"]
    keys = [each.key for each in french.document.paragraphs]
    assert keys == ["title", "enacting", "pp1", "x-fr1", "pp2", "pp3", "op1"]
    assert french.unpaired == (Unpaired("x-fr1", "pp2", "pp1"),)
    assert [each.text for each in french.document.paragraphs[2:]] == [each.text for each in more]


def test_a_paragraph_that_a_text_lacks_shifts_nothing() -> None:
    fewer = (preambular("pp1", FIGURES["pp2"]), preambular("pp2", FIGURES["pp3"]), ASKS)
    texts = {"zh": text_in("zh", *THREE, ASKS), "en": text_in("en", *fewer)}
    english = align(texts, "zh")["en"]
    assert [each.key for each in english.document.paragraphs[2:]] == ["pp2", "pp3", "op1"]


LONG = (
    "refugees who have waited for many years, and what is to be done for each of them together; ",
    "hunger in several regions, which grows from year to year and asks for more of everything we "
    "have, from all who have it; ",
    "the law of war, which protects those who take no part in it, and asks all States to keep it; ",
)


def test_two_paragraphs_that_stand_in_one_pair_it_with_the_first() -> None:
    """A/RES/77/28 in Russian: the Chinese of the first is short, the note is of the third."""
    note = (NoteMark(label="10", key="fn10", at=3),)
    three = [preambular(f"pp{n}", LONG[n - 1], notes=note if n == 3 else ()) for n in (1, 2, 3)]
    three[0] = preambular("pp1", LONG[0][:55])
    joined = [
        preambular("pp1", LONG[0] + "of them"),
        preambular("pp2", LONG[1] + LONG[2], notes=note),
    ]
    texts = {"en": text_in("en", *three, ASKS), "es": text_in("es", *joined, ASKS)}
    spanish = align(texts, "en")["es"]
    assert [each.key for each in spanish.document.paragraphs[2:]] == ["pp1", "pp2", "op1"]


def test_words_that_a_file_has_twice_take_no_place_of_another_paragraph() -> None:
    """A/RES/77/122 in Arabic: the file has a paragraph once more before the next but one."""
    words = [f"{'Commends' * 30} {each}" for each in ("staff", "role", "concern")]
    texts = {
        "en": text_in("en", *(preambular(f"pp{n}", each) for n, each in enumerate(words, 1)), ASKS),
        "es": text_in(
            "es",
            *(preambular(f"pp{n}", words[at]) for n, at in enumerate((0, 1, 0, 2), 1)),
            ASKS,
        ),
    }
    spanish = align(texts, "en")["es"]
    assert [each.key for each in spanish.document.paragraphs[2:]] == [
        "pp1",
        "pp2",
        "x-es1",
        "pp3",
        "op1",
    ]


def test_links_and_notes_tell_more_than_the_order() -> None:
    def cited(key: str, target: str, label: str) -> Paragraph:
        return preambular(
            key,
            "recalls",
            links=((Span(0, 1), target),),
            notes=(NoteMark(label=label, key=f"fn{label}", at=3),),
        )

    one, two, new = ("A/RES/55/25", "1"), ("A/RES/58/4", "2"), ("A/RES/70/1", "9")
    chinese = text_in("zh", cited("pp1", *one), cited("pp2", *two), preambular("pp3", "last"))
    spanish = text_in("es", cited("pp1", *new), cited("pp2", *one), cited("pp3", *two))
    found = align({"zh": chinese, "es": spanish}, "zh")["es"]
    assert [each.key for each in found.document.paragraphs[2:]] == ["x-es1", "pp1", "pp2"]


def test_printed_numbers_pair_whatever_stands_in_them() -> None:
    numbered = [paragraph_of(f"{n}", f"op{n}", label=f"{n}.") for n in (1, 2, 3)]
    texts = {"zh": text_in("zh", *numbered), "ar": text_in("ar", numbered[0], numbered[2])}
    arabic = align(texts, "zh")["ar"]
    assert [each.key for each in arabic.document.paragraphs[2:]] == ["op1", "op3"]
    assert arabic.unpaired == ()


def test_an_item_follows_its_paragraph_to_the_new_key() -> None:
    own = (preambular("pp1", "new, of 2011"), preambular("pp2", FIGURES["pp1"]),
           paragraph_of("first", "pp2-a", kind="lettered", parent="pp2"))  # fmt: skip
    texts = {
        "zh": text_in("zh", THREE[0], paragraph_of("一", "pp1-a", kind="lettered", parent="pp1")),
        "en": text_in("en", *own),
    }
    english = align(texts, "zh")["en"].document.paragraphs[2:]
    assert [(each.key, each.parent) for each in english[:2]] == [("x-en1", None), ("pp1", None)]
    assert english[2].parent == "pp1"


def told(*documents: Document, fixed: dict[str, str] | None = None) -> tuple[list[str], Report]:
    report = Report()
    texts = align_all(documents, fixed or {}, report)
    return [each.reference for each in texts], report


def test_every_disagreement_is_told_with_its_line() -> None:
    last = preambular("pp3", "of 1999, without a partner")
    chinese = text_in("zh", THREE[0], THREE[1], last, ASKS)
    extra = preambular("pp4", "of 2044, alone here", lines=Span(44, 44))
    english = text_in("en", THREE[0], THREE[1], extra, ASKS)
    reference, report = told(chinese, english)
    assert reference == ["zh"]
    assert {(problem.severity, problem.code) for problem in report.problems} == {
        ("warning", "no-partner")
    }
    assert any(problem.line == 44 and "x-en1" in problem.message for problem in report.problems)
    assert any("`pp3` of zh" in problem.message for problem in report.problems)


def test_a_heading_that_one_file_marks_and_another_does_not_is_a_pair_and_is_told() -> None:
    marked = paragraph_of("Annex", "annex-h1", kind="heading")
    unmarked = paragraph_of("附件", "annex-x1", kind="annexed")
    _, report = told(text_in("zh", unmarked), text_in("en", marked))
    assert [problem.code for problem in report.problems] == ["partner-kind"]


def test_texts_cut_alike_pair_by_their_places_and_follow_the_majority() -> None:
    items = [paragraph_of(f"{n}", f"op{n}", label=f"{n}.") for n in (1, 2, 3)]
    nested = [
        paragraph_of("一", f"pp3-{n}", kind="lettered", label=f"{n}.", parent="pp3")
        for n in (1, 2, 3)
    ]
    texts = {"zh": text_in("zh", *THREE, *nested)}
    texts |= {code: text_in(code, *THREE, *items) for code in ("en", "fr", "es")}
    aligned = align(texts, "zh")
    for each in aligned.values():
        found = [(p.key, p.kind, p.parent) for p in each.document.paragraphs[5:]]
        assert found == [(f"op{n}", "operative", None) for n in (1, 2, 3)]
        assert each.unpaired == ()
    assert [(m.printed, m.key) for m in aligned["zh"].mended] == [
        (f"pp3-{n}", f"op{n}") for n in (1, 2, 3)
    ]
    published = align(texts, "zh", published=True)
    assert [p.key for p in published["en"].document.paragraphs[5:]] == ["pp3-1", "pp3-2", "pp3-3"]


def test_a_text_cut_otherwise_does_not_part_the_others() -> None:
    more = (THREE[0], preambular("pp2", "new, of 2010"), preambular("pp3", FIGURES["pp2"]),
            preambular("pp4", FIGURES["pp3"]), ASKS)  # fmt: skip
    texts = {"zh": text_in("zh", *THREE, ASKS)}
    texts |= {code: text_in(code, *more) for code in ("en", "fr")}
    aligned = align(texts, "zh")
    keys = [[p.key for p in aligned[code].document.paragraphs] for code in ("en", "fr")]
    assert keys[0] == keys[1] == ["title", "enacting", "pp1", "x-en1", "pp2", "pp3", "op1"]
    assert [p.key for p in aligned["zh"].document.paragraphs][2:] == ["pp1", "pp2", "pp3", "op1"]


def test_what_stands_in_another_order_pairs_by_what_it_cites() -> None:
    def cited(key: str, target: str) -> Paragraph:
        return preambular(key, f"recalls {target} once more", links=((Span(0, 1), target),))

    targets = ["A/RES/55/25", "A/RES/58/4", "A/RES/60/1", "A/RES/61/2"]
    english = text_in("en", *[cited(f"pp{n}", t) for n, t in enumerate(targets, 1)])
    moved = [targets[3], *targets[:3]]
    arabic = text_in("ar", *[cited(f"pp{n}", t) for n, t in enumerate(moved, 1)])
    found = align({"en": english, "ar": arabic}, "en")["ar"]
    assert [p.key for p in found.document.paragraphs[2:]] == ["pp4", "pp1", "pp2", "pp3"]


def test_a_reference_once_published_stays_though_a_language_is_added() -> None:
    both = text_in("en", *THREE), text_in("zh", *THREE)
    assert told(*both)[0] == ["zh"]
    assert told(*both, fixed={"a-res-90-1": "en"})[0] == ["en"]
    assert told(both[1], fixed={"a-res-90-1": "en"})[0] == ["zh"]


def test_what_a_text_lacks_is_known_by_key() -> None:
    chinese, english = text_in("zh", *THREE), text_in("en", THREE[1])
    texts = align_all([chinese, english], {}, Report())[0]
    assert missing(texts, "en") == ["pp1", "pp3"]
    assert missing(texts, "zh") == []


@pytest.mark.parametrize("turn", [list, lambda each: list(reversed(each))])
def test_instruments_stand_by_year_and_symbol(
    turn: Callable[[list[Document]], list[Document]],
) -> None:
    def of(symbol: str, year: int) -> Document:
        return replace(document_of(HEAD + "1. 请甲。", symbol=symbol), year=year)

    order = [of("A/RES/90/2", 2035), of("A/RES/90/10", 2035), of("A/RES/89/1", 2036)]
    assert in_order(turn(order)) == order


def test_a_number_that_goes_wrong_in_one_text_parts_no_paragraph_from_its_original() -> None:
    said = ["invites partners to help with 1994 things", "notes what was disbursed until 2019"]
    right = [paragraph_of(text, f"op{n}", label=f"{n}.") for n, text in enumerate(said, 6)]
    wrong = [paragraph_of(text, f"op{n}", label=f"{n}.") for n, text in enumerate(said, 2)]
    more = paragraph_of("decides alone", "op9", label="9.")  # or all would pair by position
    texts = {
        "en": text_in("en", *THREE, *right, ASKS, more),
        "es": text_in("es", *THREE, *right, ASKS, more),
        "fr": text_in("fr", *THREE, *wrong, ASKS),
    }
    found = align(texts, "en")["fr"]
    assert [each.key for each in found.document.paragraphs][-3:] == ["op6", "op7", "op1"]
    assert found.unpaired == ()


def test_as_many_paragraphs_between_two_are_no_partners_where_figures_speak_against_it() -> None:
    texts = {
        "zh": text_in("zh", *THREE, paragraph_of("of 1994", "op6", label="6."), ASKS),
        "fr": text_in("fr", *THREE, paragraph_of("of 2005", "op2", label="2."), ASKS),
    }
    assert [each.key for each in align(texts, "zh")["fr"].unpaired] == ["x-fr1"]
