from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import Edition

from resolutions.model.document import ReportPart
from resolutions.model.instruments import Instrument
from resolutions.site.runs import runs
from resolutions.web.strings import Strings, spoken


@pytest.fixture
def zh(toy: Edition) -> Strings:
    return Strings("zh", toy.catalogue)


@pytest.fixture
def en(toy: Edition) -> Strings:
    return Strings("en", toy.catalogue)


def test_a_string_comes_with_its_places_filled(zh: Strings) -> None:
    assert zh("comma") == "，"
    assert zh("note.mark", n=7) == "脚注7"


def test_one_and_many_are_told_apart(en: Strings) -> None:
    assert en.count("paragraphs", 1) == en("paragraphs.one", n=1)
    assert en.count("paragraphs", 2) == en("paragraphs.other", n=2)
    assert en("paragraphs.one", n=1) != en("paragraphs.other", n=1)


def test_a_string_that_does_not_exist_is_a_fault_of_the_program(zh: Strings) -> None:
    with pytest.raises(KeyError):
        zh("no.such.string")


def test_a_date_is_written_as_the_language_does(zh: Strings, en: Strings) -> None:
    assert zh.date("2008-12-18") == "2008年12月18日"
    assert en.date("2008-12-08") == "8 December 2008"


@pytest.mark.parametrize(
    ("key", "kind", "chinese", "english"),
    [
        ("pp3", "preambular", "序言部分第三段", "third preambular paragraph"),
        ("op9", "operative", "第9段", "paragraph 9"),
        ("op9-a", "lettered", "第9(a)段", "paragraph 9 (a)"),
        ("op12bis", "operative", "第12之二段", "paragraph 12 bis"),
        ("annex-p3", "annexed", "附件，第3段", "annex, paragraph 3"),
        ("annex2-s1-p3", "annexed", "附件二，第1节，第3段", "annex II, section 1, paragraph 3"),
        ("op-c-2", "lettered", "(c)(二)段", None),
        ("fn7", "note", "脚注7", "note 7"),
        ("title", "title", "标题", "title"),
        ("x1", "table", "表", "table"),
        ("x1", "other", "议程", "agenda"),
        ("x1", "unnumbered", "未编号段落", "unnumbered paragraph"),
        ("x2", "operative", "未编号段落", "unnumbered paragraph"),
        ("x-fr1", "preambular", "未编号段落", None),
        ("op4-a_2", "lettered", "第4(a)段", "paragraph 4 (a)"),
    ],
)
def test_a_paragraph_is_called_what_the_un_calls_it(
    zh: Strings, en: Strings, key: str, kind: str, chinese: str, english: str | None
) -> None:
    assert zh.paragraph(key, kind) == chinese
    if english:
        assert en.paragraph(key, kind) == english


def test_every_preambular_paragraph_up_to_53_has_an_ordinal_in_words(
    zh: Strings, en: Strings
) -> None:
    for words in (zh, en):
        names = [words.ordinal(number) for number in range(1, 54)]
        assert len(set(names)) == 53
        assert not any(character.isdigit() for name in names for character in name)
    assert zh.ordinal(100) == "100"


def test_a_name_falls_back_to_english_and_then_to_chinese(zh: Strings, en: Strings) -> None:
    assert zh.name({"en": "a", "zh": "甲"}) == "甲"
    assert zh.name({"en": "a", "fr": "b"}) == "a"
    assert en.name({"zh": "甲", "fr": "b"}) == "甲"
    assert en.name({"fr": "b"}) == ""


def test_a_name_is_confirmed_if_the_one_shown_has_a_source(zh: Strings, en: Strings) -> None:
    instrument = Instrument(
        id="X", kind="treaty", names={"zh": "甲", "en": "a"}, sources={"zh": "A/RES/1/1"}
    )
    assert zh.confirmed(instrument)
    assert not en.confirmed(instrument)


def test_our_own_ids_are_written_in_words_and_symbols_as_they_are(zh: Strings) -> None:
    assert zh.symbol("CCPCJ/RES/20/3") == "委员会第20/3号决议"
    assert zh.symbol("E/DEC/2009/251") == "经社理事会第2009/251号决定"
    assert zh.symbol("CTOC/COP/RES/5/7") == "《有组织犯罪公约》缔约方会议第5/7号决议"
    assert zh.symbol("A/RES/64/293") == "A/RES/64/293"


def test_a_piece_of_a_report_is_named_by_its_place_in_it(
    toy: Edition, zh: Strings, en: Strings
) -> None:
    documents = toy.documents
    assert zh.label(documents["e-2040-1-ga-2"]) == "E/2040/1，A节，决议草案二"
    assert "draft resolution II" in en.label(documents["e-2040-1-ga-2"])
    assert zh.label(documents["e-2040-1-decision-1"]) == "E/2040/1，C节，决定草案一"
    assert zh.label(documents["ccpcj-res-50-1"]) == "委员会第50/1号决议"
    assert zh.label(documents["a-res-90-1"]) == "A/RES/90/1"


def test_a_title_in_another_language_is_official_only_with_a_source(
    toy: Edition, zh: Strings, en: Strings
) -> None:
    adopted, draft, other = (
        toy.library.heads[slug] for slug in ("a-res-90-1", "a-c-3-90-l-2", "ccpcj-res-50-1")
    )
    assert zh.title(adopted) == ("加强打击贩运人口的合作", "zh", True)
    assert en.title(adopted) == (
        "Strengthening cooperation against trafficking in persons",
        "en",
        False,
    )
    assert en.title(draft)[1:] == ("en", True)
    assert en.title(other) == ("腐败问题基金", "zh", True)


def test_an_instrument_without_a_name_is_shown_by_its_symbol(zh: Strings, en: Strings) -> None:
    assert zh.cited("A/RES/88/5") == ("A/RES/88/5", "打击贩运人口", "zh")
    assert en.cited("A/RES/88/5") == ("A/RES/88/5", "Combating trafficking in persons", "en")
    assert zh.cited("A/RES/1/1") == ("A/RES/1/1", "", "zh")


@pytest.mark.parametrize(
    ("section", "chinese", "english"),
    [
        ("annex", "附件", "annex"),
        ("annex II", "附件二", "annex II"),
        ("chap. IV, para. 24", "第四章，第24段", "chap. IV, para. 24"),
        ("chap. I, sect. B.1, annex", "第一章，B.1节，附件", "chap. I, sect. B.1, annex"),
        (
            "chap. I, sect. C, resolution 9",
            "第一章，C节，第9号决议",
            "chap. I, sect. C, resolution 9",
        ),
    ],
)
def test_a_part_of_a_document_is_named_in_the_readers_language(
    zh: Strings, en: Strings, section: str, chinese: str, english: str
) -> None:
    assert zh.within(section) == chinese
    assert en.within(section) == english


def test_prose_is_cut_where_the_script_changes() -> None:
    assert list(runs("note 5 of 第 64/293 号 («Там же, 2009 год»), المتعلق بـ")) == [
        ("note 5 of ", ""),
        ("第 64/293 号", "zh"),
        (" («", ""),
        ("Там же, 2009 год", "ru"),
        ("»), ", ""),
        ("المتعلق بـ", "ar"),
    ]


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [(1, "决议草案一", "draft resolution I"), (11, "决议草案十一", "draft resolution XI")],
)
def test_a_piece_of_a_report_is_called_by_its_place(
    toy: Edition, zh: Strings, en: Strings, number: int, chinese: str, english: str
) -> None:
    part = ReportPart(chapter="I", section="A", kind="resolution", number=number)
    document = replace(toy.documents["e-2040-1-ga-1"], part=part)
    assert chinese in zh.label(document)
    assert english in en.label(document)


@pytest.mark.parametrize(
    ("text", "language", "spoken_in"),
    [
        ("United Nations, Treaty Series, vol. 2225, No. 39574.", "ar", "en"),
        ("United Nations, Treaty Series, vol. 2225, No. 39574.", "ru", "en"),
        ("القرار 217 ألف (د-3)", "ar", "ar"),
        ("A/68/127.", "ar", "ar"),
        ("Résolution 217 A (III).", "fr", "fr"),
    ],
)
def test_a_note_of_another_script_is_english(text: str, language: str, spoken_in: str) -> None:
    assert spoken(text, language) == spoken_in


@pytest.mark.parametrize(
    ("section", "arabic"),
    [("sect. H", "الفرع حاء"), ("sect. Z", "الفرع Z"), ("sect. IV", "الفرع IV")],
)
def test_a_section_beyond_the_list_keeps_its_letter(
    toy: Edition, en: Strings, section: str, arabic: str
) -> None:
    assert en.within(section) == section
    assert Strings("ar", toy.catalogue).within(section) == arabic


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        *(("en", "93,421"), ("es", "93.421")),
        *((language, "93\N{NO-BREAK SPACE}421") for language in ("zh", "fr", "ru", "ar")),
    ],
)
def test_thousands_stand_apart_as_the_un_prints_them(
    language: str, shown: str, real: Edition
) -> None:
    words = Strings(language, real.catalogue)
    assert (words.figure(93421), words.figure(999)) == (shown, "999")
