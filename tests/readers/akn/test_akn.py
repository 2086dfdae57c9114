from __future__ import annotations

import copy
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from akn_texts import (
    COVER,
    FORMULA,
    META,
    PREFACE,
    VOTING,
    akn,
    annex,
    container,
    heading,
    note,
    numbered,
    statement,
    unnumbered,
)
from conftest import SHARED, Edition
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolutions.model.document import Document, Paragraph, Parsed, Vote
from resolutions.model.keys import KEY
from resolutions.model.problems import Report
from resolutions.model.records import Span
from resolutions.readers.account import account
from resolutions.readers.akn.reader import NAMESPACE, read_akn
from resolutions.readers.akn.xmlfile import LARGEST
from resolutions.web.strings import Strings


def read(folder: Path, content: str | bytes) -> tuple[list[Parsed], Report]:
    path = folder / "t.xml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    report = Report()
    return read_akn(path, "texts/t.xml", report), report


def closes(parsed: Parsed) -> None:
    """Assert that every character was claimed once."""
    report = Report()
    assert account(parsed, report).lost == 0
    assert report.problems == []


def codes(report: Report) -> list[str]:
    return [problem.code for problem in report.problems]


class Reader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def document(self, *, warnings: tuple[str, ...] = (), **parts: str) -> Document:
        """The document of a statement, read without a problem but these."""
        (parsed,), report = read(self.folder, akn(statement(**parts)))
        assert codes(report) == list(warnings), [str(problem) for problem in report.problems]
        closes(parsed)
        (document,) = parsed.documents
        return document

    def keys(self, **parts: Any) -> list[str]:
        """The keys below title and enacting phrase."""
        return [paragraph.key for paragraph in self.document(**parts).paragraphs][2:]

    def problems(self, content: str | bytes) -> list[str]:
        """The problems of a file that is left out."""
        parsed, report = read(self.folder, content)
        assert parsed == []
        assert report.failed
        assert all(p.file == "texts/t.xml" and p.line >= 1 and p.remedy for p in report.problems)
        return codes(report)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


def shape(document: Document) -> list[tuple[str, str, str, str]]:
    return [(p.key, p.kind, p.label, p.text) for p in document.paragraphs]


def paragraph(document: Document, key: str) -> Paragraph:
    return next(each for each in document.paragraphs if each.key == key)


# --- what a file says of itself --------------------------------------------------------------


def test_a_resolution_has_a_title_an_enacting_phrase_and_its_two_parts(reader: Reader) -> None:
    document = reader.document(
        preamble=container("\t<span class='italic'>Noting</span> one,"),
        body=numbered("1.", "Asks two;") + numbered("2.", "Asks three."),
    )
    assert shape(document) == [
        ("title", "title", "90/1.", "A title"),
        ("enacting", "enacting", "", "The Assembly,"),
        ("pp1", "preambular", "", "Noting one,"),
        ("op1", "operative", "1.", "Asks two;"),
        ("op2", "operative", "2.", "Asks three."),
    ]


def test_the_facts_come_from_cover_page_metadata_and_conclusions(reader: Reader) -> None:
    document = reader.document(body=numbered("1.", "Asks."))
    assert (document.slug, document.symbol, document.language) == ("a-res-90-1", "A/RES/90/1", "en")
    assert (document.kind, document.status, document.body) == ("resolution", "adopted", "GA")
    assert (document.date, document.date_basis, document.year) == ("2035-12-03", "printed", 2035)
    assert (document.session, document.meeting, document.agenda_item) == ("90", "55", "12")
    assert (document.report, document.draft) == ("A/90/77", "A/C.3/90/L.7/Rev.1")
    assert (document.sponsor, document.authority) == ("Iceland", "un-copy")
    assert document.vote == Vote(outcome="without-vote")
    header = document.source.header
    assert (header.origin, header.authority, header.language) == ("t.xml", "un-copy", "en")
    assert len(header.sha256) == 64


def test_a_draft_that_no_committee_reported_on_is_no_report(reader: Reader) -> None:
    document = reader.document(body=numbered("1.", "Asks."), origin="A/90/L.3 and A/90/L.3/Add.1")
    assert (document.report, document.draft) == (None, "A/C.3/90/L.7/Rev.1")


def test_the_votes_are_those_the_file_counts(reader: Reader) -> None:
    voting = (
        '<voting><count value="013" refersTo="inFavour"><akn4un:voters><organization>LAND'
        '</organization></akn4un:voters></count><count value="2" refersTo="#against"/></voting>'
    )
    document = reader.document(body=numbered("1.", "Asks."), voting=voting)
    assert document.vote == Vote(outcome="recorded", in_favour=13, against=2, abstaining=None)


@pytest.mark.parametrize("voting", ["", "<voting outcome=''/>"])
def test_a_vote_that_is_not_told_is_not_known(reader: Reader, voting: str) -> None:
    assert reader.document(body=numbered("1.", "Asks."), voting=voting).vote is None


@pytest.mark.parametrize(
    ("said", "item"),
    [
        ("Agenda item 12", "12"),
        ("议程项目28", "28"),
        ("Agenda item 128 (a)", "128 (a)"),
        ("البند 20 (ب) من جدول الأعمال", "20 (b)"),
        ("Agenda items 14 and 117", "14, 117"),
        ("Agenda", None),
    ],
)
def test_the_agenda_item_is_the_number_in_any_language(
    reader: Reader, said: str, item: str | None
) -> None:
    assert reader.document(body=numbered("1.", "Asks."), item=said).agenda_item == item


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("eng", "en"),
        ("zho", "zh"),
        ("chi", "zh"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("spa", "es"),
        ("rus", "ru"),
        ("ara", "ar"),
    ],
)
def test_the_language_is_the_one_the_metadata_names(
    reader: Reader, code: str, language: str
) -> None:
    assert reader.document(body=numbered("1.", "Asks."), language=code).language == language


@pytest.mark.parametrize(
    ("printed", "symbol", "slug"),
    [
        ("A/RES/90/1 B", "A/RES/90/1B", "a-res-90-1b"),
        ("A/RES/90/1*", "A/RES/90/1", "a-res-90-1"),
    ],
)
def test_the_symbol_is_read_as_the_cover_page_prints_it(
    reader: Reader, printed: str, symbol: str, slug: str
) -> None:
    document = reader.document(body=numbered("1.", "Asks."), symbol=printed)
    assert (document.symbol, document.slug) == (symbol, slug)


def test_a_symbol_of_a_special_session_is_read(tmp_path: Path) -> None:
    content = akn(statement(body=numbered("1.", "Asks."), symbol="A/RES/S-30/1"))
    (parsed,), report = read(
        tmp_path, content.replace("90/1", "S-30/1").replace("/90-1/", "/S-30-1/")
    )
    assert report.problems == []
    assert [(each.symbol, each.session) for each in parsed.documents] == [("A/RES/S-30/1", "S-30")]


def test_a_cover_page_of_another_file_does_not_name_the_text(reader: Reader) -> None:
    document = reader.document(body=numbered("1.", "Asks."), symbol="A/RES/90/2")
    assert document.symbol == "A/RES/90/1"
    (doubt,) = document.doubts
    assert (doubt.taken, doubt.others) == ("A/RES/90/1", (("A/RES/90/2", ("cover",)),))
    assert doubt.bases == ("preface", "uri")


def test_a_text_is_in_the_language_it_is_written_in(reader: Reader) -> None:
    words = "Rappelant les résolutions des organes et du secrétariat pour les droits dans le monde"
    document = reader.document(body=numbered("1.", f"{words}, {words}, {words}."), language="eng")
    assert document.language == "fr"
    assert [(each.taken, each.bases) for each in document.doubts] == [("fr", ("wording",))]


def test_a_title_that_is_missing_is_that_of_the_agenda_item_and_says_so(reader: Reader) -> None:
    cover = COVER.replace("</coverPage>", "<p><inline name='agenda item name'>An item</inline></p></coverPage>")  # fmt: skip
    document = reader.document(body=numbered("1.", "Asks."), title="", cover=cover)
    assert (document.title, document.paragraphs[0].label) == ("An item", "90/1.")
    assert document.title_from is not None
    assert document.title_from.basis == "agenda"


def test_without_any_title_the_text_has_an_empty_one(reader: Reader) -> None:
    assert reader.document(body=numbered("1.", "Asks."), preface="").paragraphs[0].text == ""


def test_a_language_that_is_none_of_the_six_is_passed_over(tmp_path: Path) -> None:
    parsed, report = read(tmp_path, akn(statement(language="deu")))
    assert parsed == []
    assert [(p.severity, p.code) for p in report.problems] == [("skipped", "unknown-language")]


def test_without_a_symbol_on_the_cover_page_the_address_gives_it(reader: Reader) -> None:
    document = reader.document(body=numbered("1.", "Asks."), cover="", warnings=("no-symbol",))
    assert (document.symbol, document.session) == ("A/RES/90/1", "90")


def test_several_statements_are_several_instruments_of_one_collection(tmp_path: Path) -> None:
    bare = "<meta/>"
    parts = [
        f'<component><statement name="resolution">{bare}<preface><p><docNumber>{letter}</docNumber>'
        f"<docTitle>Part {letter}</docTitle></p></preface><preamble>{FORMULA}</preamble>"
        f"<mainBody>{unnumbered('Asks one.')}</mainBody></statement></component>"
        for letter in "AB"
    ]
    cover = COVER.format(symbol="A/RES/90/1 A-B", item="Agenda item 5", origin="A/90/4")
    collection = (
        f"<documentCollection>{META.format(language='fra', voting=VOTING)}{cover}"
        f"{PREFACE.format(title='Both')}<collectionBody><component/></collectionBody>"
        f"</documentCollection><components>{''.join(parts)}</components>"
    )
    (parsed,), report = read(tmp_path, akn(collection))
    assert report.problems == []
    closes(parsed)
    assert [each.symbol for each in parsed.documents] == ["A/RES/90/1A", "A/RES/90/1B"]
    assert [each.paragraphs[0].text for each in parsed.documents] == ["Part A", "Part B"]
    assert {each.language for each in parsed.documents} == {"fr"}
    assert {each.date for each in parsed.documents} == {"2035-12-03"}
    assert {each.report for each in parsed.documents} == {"A/90/4"}


def test_a_decision_without_numbers_has_letters_of_its_own(reader: Reader) -> None:
    document = reader.document(
        name="decision", body=unnumbered("(a)\tNotes one;") + unnumbered("(b)\tNotes two.")
    )
    assert document.kind == "decision"
    assert [each.key for each in document.paragraphs][2:] == ["op-a", "op-b"]


# --- preamble --------------------------------------------------------------------------------

LIST = """<blockList><listIntroduction>\t<span class="italic">Noting</span> these:</listIntroduction>
<item><num>(a)</num><p>\tone,</p></item><item><num>(b)</num><p>\ttwo,</p></item></blockList>"""


def test_a_list_in_the_preamble_belongs_to_its_paragraph(reader: Reader) -> None:
    document = reader.document(
        preamble=container("Noting nought,") + f"<container>{LIST}</container>" + container("Noting three,"),
        body=numbered("1.", "Asks."),
    )  # fmt: skip
    assert [(p.key, p.label, p.parent, p.text) for p in document.paragraphs][2:-1] == [
        ("pp1", "", None, "Noting nought,"),
        ("pp2", "", None, "Noting these:"),
        ("pp2-a", "(a)", "pp2", "one,"),
        ("pp2-b", "(b)", "pp2", "two,"),
        ("pp3", "", None, "Noting three,"),
    ]
    assert paragraph(document, "pp2-a").kind == "lettered"


def test_a_container_may_hold_several_paragraphs_and_a_list_of_them(reader: Reader) -> None:
    preamble = container(
        "Noting one,", "Noting two:", "(a)\tthree,", "(b)\tfour,", "and all of that,"
    )
    keys = reader.keys(preamble=preamble, body=numbered("1.", "Asks."))
    assert keys == ["pp1", "pp2", "pp2-a", "pp2-b", "pp2-end", "op1"]


def test_a_crossheading_that_refers_to_the_preamble_is_preambular(reader: Reader) -> None:
    body = (
        '<crossHeading refersTo="#preamble">Noting one,</crossHeading>'
        "<crossHeading>A heading</crossHeading>" + numbered("1.", "Asks.")
    )
    assert reader.keys(body=body) == ["pp1", "h1", "op1"]


def test_a_preambular_paragraph_may_stand_in_the_main_body(reader: Reader) -> None:
    body = unnumbered("Noting one,") + unnumbered("Noting two:") + unnumbered("(a)\tthree,")
    keys = reader.keys(body=body + numbered("1.", "Asks;") + unnumbered("In this regard:"))
    assert keys == ["pp1", "pp2", "pp2-a", "op1", "x1"]


@pytest.mark.parametrize("words", ["55th plenary meeting", "55th plenary (resumed) meeting."])
def test_the_meeting_as_last_paragraph_is_no_text(reader: Reader, words: str) -> None:
    known = not words.endswith(".")
    keys = reader.keys(body=numbered("1.", "Asks.") + unnumbered(words))
    assert keys == (["op1"] if known else ["op1", "x1"])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("eng", "Thirty-seventh plenary meeting"),
        ("spa", "Tercera sesión plenaria"),
        ("fra", "Troisième séance plénière"),
        ("rus", "37-e пленарное заседание 7 декабря 2035 год"),
        ("ara", "الجلسة العامة 54 (المسـتأنفة)"),
        ("zho", "第三次全体会议"),
    ],
)
def test_the_meeting_is_known_by_its_word_or_with_the_day_in_every_language(
    reader: Reader, language: str, words: str
) -> None:
    assert reader.keys(body=numbered("1.", "Asks.") + unnumbered(words), language=language) == [
        "op1"
    ]


# --- operative paragraphs --------------------------------------------------------------------


def test_the_sole_operative_paragraph_is_the_first_and_has_no_label(reader: Reader) -> None:
    document = reader.document(body=unnumbered("Adopts the text annexed to this."))
    assert shape(document)[2] == ("op1", "operative", "", "Adopts the text annexed to this.")


def test_a_declaration_in_the_main_body_keeps_its_numbers(reader: Reader) -> None:
    body = unnumbered("Adopts this:") + heading("Our text") + numbered("1.", "We.")
    document = reader.document(body=body)
    assert [(p.key, p.kind) for p in document.paragraphs][2:] == [
        ("x1", "operative"),
        ("h1", "heading"),
        ("op1", "operative"),
    ]


@pytest.mark.parametrize(
    ("language", "bis", "ter"),
    [
        ("eng", "1 bis.", "1 ter."),
        ("zho", "1之二", "1之三"),
        ("rus", "1 бис.", "1 тер."),
        ("ara", "1 مكررا -", "1 مكررا ثانيا -"),
    ],
)
def test_an_inserted_paragraph_keeps_the_number_it_was_given(
    reader: Reader, language: str, bis: str, ter: str
) -> None:
    body = numbered("1.", "x;") + numbered(bis, "x;") + numbered(ter, "x;") + numbered("2.", "x.")
    assert reader.keys(body=body, language=language) == ["op1", "op1bis", "op1ter", "op2"]


def test_in_arabic_the_number_may_stand_in_the_text(reader: Reader) -> None:
    body = (
        unnumbered("\t1 -\t<span class='bold italic'>تحث</span> الدول؛")
        + unnumbered("\t2 <span class='bold'>-</span><span class='bold italic'> ترحب</span> بهم؛")
        + numbered("3 -", "تهيب.")
    )
    document = reader.document(body=body, language="ara", title="-\tالعنوان")
    assert shape(document)[0] == ("title", "title", "90/1. -", "العنوان")
    assert shape(document)[2:] == [
        ("op1", "operative", "1 -", "تحث الدول؛"),
        ("op2", "operative", "2 -", "ترحب بهم؛"),
        ("op3", "operative", "3 -", "تهيب."),
    ]
    assert paragraph(document, "op2").emphasis == (Span(0, 4),)


def test_a_number_without_text_joins_the_next_paragraph(reader: Reader) -> None:
    body = "<paragraph><num>1.</num><content><p>\n </p></content></paragraph>" + unnumbered("Asks.")
    assert shape(reader.document(body=body))[2] == ("op1", "operative", "1.", "Asks.")


def test_a_number_that_no_text_follows_is_kept_and_reported(reader: Reader) -> None:
    body = "<paragraph><num>1.</num><content/></paragraph>" + numbered("2.", "Asks.")
    document = reader.document(body=body, warnings=("empty-paragraph",))
    assert shape(document)[2:] == [
        ("op1", "operative", "1.", ""),
        ("op2", "operative", "2.", "Asks."),
    ]


@pytest.mark.parametrize("mark", [note("4", "See that."), "<sup>4</sup>" + note("9", "See that.")])
def test_a_mark_inside_a_number_is_no_part_of_it(tmp_path: Path, mark: str) -> None:
    body = f"<paragraph><num>15{mark}.</num><content><p>Asks.</p></content></paragraph>"
    seen = f"{unnumbered('Noting' + note('4', 'Seen.') + ',')}" if "sup" in mark else ""
    (parsed,), _ = read(tmp_path, akn(statement(body=seen + body)))
    closes(parsed)
    (document,) = parsed.documents
    asks = paragraph(document, "op15")
    assert (asks.label, asks.text) == ("15.", "Asks.")
    assert (asks.notes[0].label, asks.notes[0].key, asks.notes[0].at) == ("4", "fn4", 0)


def test_numbers_that_skip_or_come_twice_are_told(reader: Reader) -> None:
    body = numbered("1.", "x;") + numbered("3.", "x;") + numbered("3.", "x.")
    keys = reader.keys(body=body, warnings=("number-gap", "number-gap", "doubled-number"))
    assert keys == ["op1", "op3", "op3_2"]


STYLES = {
    "eng": ("(a)", "(b)", "(i)", "(ii)"),
    "fra": ("a)", "b)", "i)", "ii)"),
    "spa": ("a)", "b)", "i)", "ii)"),
    "rus": ("а)", "б)", "i)", "ii)"),
    "ara": ("(أ)", "(ب)", "’1‘", "’2‘"),
    "zho": ("(a)", "(b)", "(一)", "㈡"),
}


@pytest.mark.parametrize("language", STYLES)
def test_the_lists_of_the_six_languages_have_the_same_keys(reader: Reader, language: str) -> None:
    a, b, first, second = STYLES[language]
    body = numbered("1.", "Asks:") + "".join(
        unnumbered(f"\t{label}\tthis;") for label in (a, first, second, b)
    )
    keys = reader.keys(body=body + numbered("2.", "Asks."), language=language)
    assert keys == ["op1", "op1-a", "op1-a-1", "op1-a-2", "op1-b", "op2"]


def test_a_list_may_be_made_of_list_elements(reader: Reader) -> None:
    body = f"""<paragraph><num>1.</num><content>{LIST}<p>and no more;</p></content></paragraph>
    <paragraph><num>2.</num><content><blockList><listIntroduction>Asks:</listIntroduction>
    <item><num>(a)</num><p>one:</p><blockList><item><num>(i)</num><p>this</p><p>and that;</p></item>
    <item><num>(ii)</num><p>more;</p></item></blockList></item>
    <item><num>–</num><p>dashed;</p></item><listWrapUp>All that.</listWrapUp></blockList>
    </content></paragraph>"""
    document = reader.document(body=body)
    assert [(p.key, p.text) for p in document.paragraphs][2:] == [
        ("op1", "Noting these:"),
        ("op1-a", "one,"),
        ("op1-b", "two,"),
        ("op1-end", "and no more;"),
        ("op2", "Asks:"),
        ("op2-a", "one:"),
        ("op2-a-1", "this and that;"),
        ("op2-a-2", "more;"),
        ("op2-a-2-1", "dashed;"),
        ("op2-end", "All that."),
    ]


def test_closing_words_go_on_only_where_the_list_has_not_ended(reader: Reader) -> None:
    body = numbered("1.", "Asks:") + unnumbered("(a)\tone;") + unnumbered("in good time;")
    body += numbered("2.", "Asks:") + unnumbered("(a)\tone.") + unnumbered("in good time;")
    assert reader.keys(body=body) == ["op1", "op1-a", "op1-end", "op2", "op2-a", "x1"]


# --- headings, sections, annexes -------------------------------------------------------------


def test_headings_stand_in_classes_elements_and_their_setting(reader: Reader) -> None:
    body = (
        heading("One")
        + "<paragraph class='H23'><subheading>\tTwo</subheading></paragraph>"
        + "<paragraph><heading>Three</heading></paragraph>"
        + numbered("1.", "Asks.")
        + unnumbered("<span class='italic'>Four</span>")
    )
    document = reader.document(body=body)
    headings = [p.text for p in document.paragraphs if p.kind == "heading"]
    assert headings == ["One", "Two", "Three", "Four"]
    assert [p.key for p in document.paragraphs][2:] == ["h1", "h2", "h3", "op1", "h4"]


def section(number: str, *texts: str) -> str:
    inner = "".join(numbered(f"{n}.", text) for n, text in enumerate(texts, start=1))
    cross = '<crossHeading refersTo="#preamble">Noting one,</crossHeading>'
    return f"<section><subheading>\t{number}</subheading><subheading>Name</subheading>{cross}{inner}</section>"


def test_where_numbers_begin_anew_the_section_is_part_of_the_key(reader: Reader) -> None:
    assert reader.keys(body=section("I", "x;", "y;") + section("II", "x.")) == [
        "h1", "h2", "pp1", "s1-op1", "s1-op2", "h3", "h4", "pp2", "s2-op1",
    ]  # fmt: skip


def test_a_section_may_have_a_preamble_of_its_own(reader: Reader) -> None:
    body = heading("I") + unnumbered("Noting one,") + numbered("1.", "x;")
    body += heading("Other matters") + unnumbered("Noting two,") + numbered("1.", "y.")
    assert reader.keys(body=body) == ["h1", "pp1", "s1-op1", "h2", "pp2", "s2-op1"]


def test_stars_between_paragraphs_are_no_paragraph(reader: Reader) -> None:
    body = numbered("1.", "x;") + unnumbered("*  *  *") + numbered("2.", "y.")
    assert reader.keys(body=body) == ["op1", "op2"]


def test_where_numbers_go_on_a_section_is_no_part_of_the_key(reader: Reader) -> None:
    body = heading("A. First") + numbered("1.", "x;") + heading("B. Second") + numbered("2.", "y.")
    assert reader.keys(body=body) == ["h1", "op1", "h2", "op2"]


def test_numbered_divisions_are_headings(reader: Reader) -> None:
    body = (
        "<section><num>I</num><heading>First</heading>" + numbered("1.", "x;") + "</section>"
        "<section><num>II</num>" + numbered("1.", "y.") + "</section>"
    )
    document = reader.document(body=body)
    assert [(p.key, p.label, p.text) for p in document.paragraphs][2:] == [
        ("h1", "I", "First"),
        ("s1-op1", "1.", "x;"),
        ("h2", "", "II"),
        ("s2-op1", "1.", "y."),
    ]


def test_an_annex_has_headings_paragraphs_and_lists_of_its_own(reader: Reader) -> None:
    document = reader.document(
        body=numbered("1.", "Adopts."),
        annexes=annex(
            heading("Annex"),
            heading("Declaration"),
            unnumbered("We say:"),
            numbered("1.", "We do:"),
            unnumbered("(a)\tthis;"),
            unnumbered("in time."),
            numbered("2.", "We go on;"),
            numbered("2 bis.", "We end."),
        ),
    )
    assert [(p.key, p.kind) for p in document.paragraphs][3:] == [
        ("annex-h1", "heading"),
        ("annex-h2", "heading"),
        ("annex-x1", "annexed"),
        ("annex-p1", "annexed"),
        ("annex-p1-a", "annexed"),
        ("annex-p1-end", "annexed"),
        ("annex-p2", "annexed"),
        ("annex-p2bis", "annexed"),
    ]
    assert paragraph(document, "annex-p1-a").parent == "annex-p1"


def test_several_annexes_are_counted(reader: Reader) -> None:
    one = annex(heading("Annex I"), numbered("1.", "x."))
    two = annex(unnumbered("Annex II"), numbered("1.", "y."))
    keys = reader.keys(body=numbered("1.", "Adopts."), annexes=one + two)
    assert keys == ["op1", "annex1-h1", "annex1-p1", "annex2-h1", "annex2-p1"]
    body = numbered("1.", "Adopts.") + heading("Annex I") + numbered("1.", "x.")
    body += heading("Annex II") + numbered("1.", "y.")
    assert reader.keys(body=body) == keys


def test_the_articles_of_an_annexed_treaty_have_numbers_of_their_own(reader: Reader) -> None:
    annexes = annex(
        heading("Annex"),
        heading("Article 1"),
        heading("Use of terms"),
        unnumbered("For this treaty:"),
        heading("Article 2. Scope"),
        numbered("1.", "It covers:"),
        unnumbered("(a)\tone;"),
        numbered("2.", "It ends."),
    )
    keys = reader.keys(body=unnumbered("Adopts it."), annexes=annexes)
    assert keys == [
        "op1", "annex-h1", "annex-art1", "annex-h2", "annex-x1", "annex-art2", "annex-art2-1",
        "annex-art2-1-a", "annex-art2-2",
    ]  # fmt: skip


# --- notes -----------------------------------------------------------------------------------


def test_a_note_is_called_where_its_mark_stands(reader: Reader) -> None:
    seen = "\t \tSee <a href='https://undocs.org/en/A/RES/70/1'>70/1</a>."
    text = f"Noting one{note('1', seen)} of it,"
    document = reader.document(preamble=container(text), body=numbered("1.", "Asks."))
    noting = paragraph(document, "pp1")
    assert noting.text == "Noting one of it,"
    assert [(mark.label, mark.key, mark.at) for mark in noting.notes] == [("1", "fn1", 10)]
    (footnote,) = document.footnotes
    assert (footnote.key, footnote.label, footnote.text) == ("fn1", "1", "See 70/1.")
    assert footnote.links == ((Span(4, 8), "A/RES/70/1"),)


@pytest.mark.parametrize(
    "printed", ["\t*\tSeen.", "\t()\tSeen.", "\t((\tSeen.", "<sup>\t1</sup>\tSeen.", "\t1\tSeen."]
)
def test_the_label_a_note_repeats_is_no_part_of_its_text(reader: Reader, printed: str) -> None:
    document = reader.document(body=numbered("1.", f"Asks{note('1', printed)}."))
    assert [(each.label, each.text) for each in document.footnotes] == [("1", "Seen.")]


def test_a_star_calls_a_note_too(reader: Reader) -> None:
    document = reader.document(body=numbered("1.", f"Asks{note('*', '* Reissued.')}."))
    assert [(each.key, each.label, each.text) for each in document.footnotes] == [
        ("fn-star", "*", "Reissued.")
    ]


def test_brackets_around_a_mark_belong_to_it(reader: Reader) -> None:
    text = f"تحث<sup>(</sup>{note('1', '()	انظر')}<sup>)</sup>؛"
    text += " ثم<sup>(</sup><sup>1</sup><sup>)</sup> و<sup>(1)</sup>."
    document = reader.document(body=numbered("1 -", text), language="ara")
    asks = paragraph(document, "op1")
    assert asks.text == "تحث؛ ثم و."
    assert [(mark.key, mark.at) for mark in asks.notes] == [("fn1", 3), ("fn1", 7), ("fn1", 9)]


def test_what_is_raised_is_not_always_a_mark(reader: Reader) -> None:
    text = f"Le 1<sup>er</sup> mai, n<sup>o</sup> 2, 5 km<sup>2</sup>{note('2', 'Vu.')}, x<sup>7</sup>."
    asks = paragraph(reader.document(body=numbered("1.", text), language="fra"), "op1")
    assert asks.text == "Le 1er mai, no 2, 5 km2, x7."
    assert [mark.label for mark in asks.notes] == ["2"]


@pytest.mark.parametrize(
    ("raised", "text"),
    [
        ("10<sup>6</sup> tons", "10⁶ tons"),
        ("2.5 × <i>10</i><sup>6</sup> tons", "2.5 × 10⁶ tons"),  # the base in an element
        ("10<sup>-6</sup> tons", "10⁻⁶ tons"),
    ],
)
def test_an_exponent_stays_where_a_note_has_its_number(
    reader: Reader, raised: str, text: str
) -> None:
    body = numbered("1.", f"Asks for {raised}{note('6', 'Seen 10<sup>6</sup> times.')}.")
    told = () if "-" in raised else ("doubtful-mark",)
    document = reader.document(body=body, warnings=told)
    asks = paragraph(document, "op1")
    assert asks.text.removeprefix("Asks for ").removesuffix(".") == text
    assert [mark.key for mark in asks.notes] == ["fn6"]
    assert [each.text for each in document.footnotes] == ["Seen 10⁶ times."]


def test_an_exponent_stays_in_a_cell_and_a_mark_behind_another_number_is_a_mark(
    reader: Reader,
) -> None:
    table = "<table><tr><td>10<sup>6</sup></td><td>65/10<sup>6</sup></td></tr></table>"
    body = numbered("1.", f"Asks{note('6', 'Seen.')} in 2035<sup>6</sup>;") + table
    document = reader.document(body=body, warnings=("doubtful-mark",))
    assert paragraph(document, "op1").text == "Asks in 2035;"
    assert [mark.key for mark in paragraph(document, "op1").notes] == ["fn6", "fn6"]
    cells = paragraph(document, "x1")
    assert (cells.rows, [mark.key for mark in cells.notes]) == ((("10⁶", "65/10"),), ["fn6"])


def test_a_mark_calls_the_note_above_it_where_the_numbers_of_an_annex_begin_anew(
    reader: Reader,
) -> None:
    body = numbered("1.", f"Asks{note('1', 'One.')} and<sup>1</sup>.")
    own = numbered("1.", f"We{note('1', 'Two.')}, the peoples,<sup>1</sup>")
    own += numbered("2.", "Agree<noteRef marker='1'/>.")
    document = reader.document(body=body, annexes=annex(own), warnings=("doubled-note",))
    called = {p.key: [mark.key for mark in p.notes] for p in document.paragraphs if p.notes}
    assert called == {
        "op1": ["fn1", "fn1"],
        "annex-p1": ["fn1_2", "fn1_2"],
        "annex-p2": ["fn1_2"],
    }
    assert [(each.key, each.text) for each in document.footnotes] == [
        ("fn1", "One."),
        ("fn1_2", "Two."),
    ]


def test_notes_whose_numbers_begin_anew_go_to_their_own_instrument(tmp_path: Path) -> None:
    files = [
        statement(body=numbered("1.", f"Asks{note('1', text)}."), number=number, symbol=symbol)
        for text, number, symbol in (
            ("One.", "90/1", "A/RES/90/1"),
            ("Two.", "90/2", "A/RES/90/2"),
        )
    ]
    (parsed,), report = read(tmp_path, akn(*files))
    assert [[each.text for each in d.footnotes] for d in parsed.documents] == [["One."], ["Two."]]
    assert codes(report) == []
    closes(parsed)


def test_a_paragraph_without_a_number_is_called_so(reader: Reader, toy: Edition) -> None:
    body = numbered("1.", "Asks;") + unnumbered("In this regard:")
    left = reader.document(body=body).paragraphs[-1]
    assert (left.key, left.kind) == ("x1", "unnumbered")
    assert (
        Strings("zh", toy.catalogue).paragraph(left.key, left.kind, left.label) == "未编号段落"
    )  # no 议程


def test_a_note_may_be_called_twice_and_be_printed_twice(reader: Reader) -> None:
    body = numbered("1.", f"Asks{note('1', 'Seen.')};") + numbered("2.", "Asks<sup>1</sup>;")
    body += numbered("3.", f"Asks{note('1', 'Seen.')};")
    body += numbered("4.", "Asks<noteRef marker='1' href='#n1'/>.")
    document = reader.document(body=body)
    assert [mark.key for p in document.paragraphs for mark in p.notes] == ["fn1"] * 4
    assert len(document.footnotes) == 1


def test_two_notes_of_one_number_are_kept_apart(reader: Reader) -> None:
    body = numbered("1.", f"Asks{note('1', 'One.')} and{note('1', 'Two.')}.")
    document = reader.document(body=body, warnings=("doubled-note",))
    assert [(each.key, each.text) for each in document.footnotes] == [
        ("fn1", "One."),
        ("fn1_2", "Two."),
    ]


def test_a_mark_without_a_note_says_so(reader: Reader) -> None:
    body = numbered("1.", "Asks<noteRef marker='3'/>.")
    document = reader.document(body=body, warnings=("missing-note",))
    assert [(each.key, each.text) for each in document.footnotes] == [("fn3", None)]


def test_a_note_may_stand_in_a_link_or_alone_and_hold_several_paragraphs(reader: Reader) -> None:
    two = "<authorialNote marker='2'><p>One</p><p>and two.</p></authorialNote>"
    body = (
        "<paragraph><num>1.</num><content><p>Asks <a href='https://undocs.org/en/A/RES/70/1'>70/1"
        f"<span>{note('1', 'Seen.')}</span></a>.</p>{two}</content></paragraph>"
    )
    document = reader.document(body=body)
    assert [(mark.key, mark.at) for mark in paragraph(document, "op1").notes] == [
        ("fn1", 9),
        ("fn2", 10),
    ]
    assert [each.text for each in document.footnotes] == ["Seen.", "One and two."]


@pytest.mark.parametrize(
    ("language", "first", "again", "resolved"),
    [
        ("eng", "Series, vol. 1, No. 2.", "Ibid., vol. 3, No. 4.", "Series, vol. 3, No. 4."),
        ("eng", "Series, vol. 1.", "Ibid.", "Series, vol. 1."),
        ("eng", "Series, vol. 1.", "Ibid., annex.", "Ibid., annex."),
        ("fra", "Recueil, vol. 1.", "Ibid., vol. 3.", "Recueil, vol. 3."),
        ("spa", "Serie, vol. 1.", "Ibíd., vol. 3.", "Serie, vol. 3."),
        ("rus", "Сборник, том 1.", "Там же, том 3.", "Сборник, том 3."),
        ("ara", "مجموعة، المجلد 1.", "المرجع نفسه، المجلد 3.", "مجموعة، المجلد 3."),
        ("ara", "Series, vols. 1 and 2, No. 5.", "المرجع نفسه، المجلد 3.", "Series, المجلد 3."),
        ("rus", "Series, vol. 1, No. 5.", "Ibid., vol. 3, No. 6.", "Series, vol. 3, No. 6."),
        ("zho", "联合国，《条约汇编》，第1卷。", "同上，第3卷。", "联合国，《条约汇编》，第3卷。"),
    ],
)
def test_ibid_is_written_out_where_it_is_certain(
    reader: Reader, language: str, first: str, again: str, resolved: str
) -> None:
    body = numbered("1.", f"x{note('1', first)} y{note('2', again)}.")
    one, two = reader.document(body=body, language=language).footnotes
    assert (one.resolved, two.resolved) == (first, resolved)
    assert two.text == again


# --- wording ---------------------------------------------------------------------------------


def test_blanks_become_one_and_vanish_between_wide_characters_at_a_break(reader: Reader) -> None:
    text = f"\t促请《公约》{note('1', '甲')} 及\n  《议定书》\u3000缔约国 12\xa0次，<eol/>又\tUN"
    asks = paragraph(reader.document(body=numbered("1.", text), language="zho"), "op1")
    assert asks.text == "促请《公约》及《议定书》 缔约国 12 次，又 UN"
    assert asks.notes[0].at == 6


@pytest.mark.parametrize(
    ("language", "kind", "emphasis"),
    [
        ("zho", "bold", (Span(0, 2),)),
        ("zho", "italic", ()),
        ("eng", "italic", (Span(0, 2),)),
        ("ara", "bold italic", (Span(0, 2),)),
        ("eng", "bold", ()),
    ],
)
def test_leading_verbs_are_set_as_each_language_sets_them(
    reader: Reader, language: str, kind: str, emphasis: tuple[Span, ...]
) -> None:
    text = f"<span class='{kind}'>As </span><span>ks</span>."
    document = reader.document(body=numbered("1.", text), language=language)
    assert paragraph(document, "op1").emphasis == emphasis


ADDRESS = "https://undocs.org/en"


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (f"<a href='{ADDRESS}/A/RES/70/1'>70/1</a>, and", ("70/1", "A/RES/70/1")),
        (f"<a href='{ADDRESS}/A/RES/67/234'>67/234</a> B of", ("67/234 B", "A/RES/67/234B")),
        (f"<a href='{ADDRESS}/A/RES/67/234b'>67/234</a> B of", ("67/234 B", "A/RES/67/234B")),
        (f"<a href='{ADDRESS}/A/RES/41/68'>41/68 </a><a href='{ADDRESS}/A/RES/41/68'>D</a> of", ("41/68 D", "A/RES/41/68D")),
        (f"<a href='{ADDRESS}/A/RES/74/550'>74/550</a> باء المؤرخ", ("74/550 باء", "A/RES/74/550B")),
        (f"<a href='{ADDRESS}/A/RES/74/550'>74/550</a> В от", ("74/550 В", "A/RES/74/550B")),
        (f"<a href='{ADDRESS}/A/RES/70/1'>7</a><a href='{ADDRESS}/A/RES/70/1'>0/1</a>.", ("70/1", "A/RES/70/1")),
        (f"<a href='{ADDRESS}/A/RES/217(III)'>217 A (III)</a>.", ("217 A (III)", "A/RES/217A(III)")),
        (f"<a href='{ADDRESS}/S/RES/1373(2001)'>1373 (2001)</a>", ("1373 (2001)", "S/RES/1373(2001)")),
        (f"<a href='{ADDRESS}/A/RES/1874(s-iv)'>1874 (S-IV)</a>", ("1874 (S-IV)", "A/RES/1874(S-IV)")),
        (f"<a href='{ADDRESS}/A/RES/74/255a-b'>74/255</a> B of", ("74/255 B", "A/RES/74/255B")),
        (f"<a href='{ADDRESS}/A/RES/74/255a-b'>that</a>.", ("that", "A/RES/74/255A-B")),
        (f"<a href='{ADDRESS}/A/RES/74/252'>75/244</a>,", ("75/244", "A/RES/75/244")),
        (f"<a href='{ADDRESS}/A/RES/S-32/1'>S-32/1</a>,", ("S-32/1", "A/RES/S-32/1")),
        (f"<a href='{ADDRESS}/A/63/855'>A/63/855\u2011S/2009/250</a>", ("A/63/855\u2011S/2009/250", "A/63/855-S/2009/250")),
        (f"<a href='{ADDRESS}/S/RES/38(2020)'>38 (2020)</a>", None),
        (f"<a href='{ADDRESS}/A/RES/26/3'>26/3</a>", None),
        (f"<a href='{ADDRESS}/E/RES/26/3'>26/3</a>", None),
        (f"<a href='{ADDRESS}/A/RES/s-30/1'>S-30/1</a>", ("S-30/1", "A/RES/S-30/1")),
        ("<a href='https://docs.un.org/E/RES/2012/12'>2012/12</a>", ("2012/12", "E/RES/2012/12")),
        ("<a href='http://www.undocs.org/ru/A/hrc/RES/35/5'>35/5</a>", ("35/5", "A/HRC/RES/35/5")),
        (f"<a href='{ADDRESS}/A/73/63'>A/73/63-E/2018/8</a>", ("A/73/63-E/2018/8", "A/73/63-E/2018/8")),
        (f"<a href='{ADDRESS}/A/CONF.192/15(supp)'>A/CONF.192/15</a>", ("A/CONF.192/15", "A/CONF.192/15")),
        ("<a href='https://example.org/A/RES/70/1'>70/1</a>", None),
        (f"<a href='{ADDRESS}/38 (2020)'>38 (2020)</a>", None),
        ("<a>70/1</a>", None),
    ],
)  # fmt: skip
def test_what_the_file_links_is_cited(
    reader: Reader, text: str, cited: tuple[str, str] | None
) -> None:
    asks = paragraph(reader.document(body=numbered("1.", f"Recalls {text} x.")), "op1")
    found = [(asks.text[span.start : span.end], target) for span, target in asks.links]
    assert found == ([cited] if cited else [])


def test_lines_are_those_of_the_file(reader: Reader) -> None:
    body = "\n\n\n" + numbered("1.", "Asks\n<span>more</span>.")
    asks = paragraph(reader.document(body=body), "op1")
    assert asks.lines == Span(asks.lines.start, asks.lines.start + 1)
    source = reader.document(body=body).source
    assert len(source.lines) == len(source.numbers)
    assert source.number(1) == 1


# --- what no rule knows ----------------------------------------------------------------------


def test_a_table_keeps_its_rows(reader: Reader) -> None:
    table = (
        f"<content><table><caption>Costs</caption><tr><th><p>Item</p></th><th><p>Sum</p><p>(dollars)</p></th></tr>"
        f"<tr><td/><td><p>12{note('1', 'Net.')}</p></td></tr></table></content>"
    )
    body = numbered("1.", "Asks:") + unnumbered("(a)\tone;") + f"<paragraph>{table}</paragraph>"
    document = reader.document(body=body + unnumbered("(b)\ttwo."))
    assert [p.key for p in document.paragraphs][2:] == ["op1", "op1-a", "h1", "x1", "h1-b"]
    rows = paragraph(document, "x1")
    assert rows.kind == "table"
    assert rows.rows == (("Item", "Sum (dollars)"), ("", "12"))
    assert rows.text == "Item Sum (dollars) 12"
    assert [mark.at for mark in rows.notes] == [len(rows.text)]


def test_unknown_elements_are_kept_with_a_warning(reader: Reader) -> None:
    body = (
        numbered("1.", "Asks <strange>for <deep>this</deep></strange>;")
        + "<foreign><p>One</p><p>two.</p></foreign><akn4un:box>Three.</akn4un:box><akn4un:void/>"
        + "<wrapper>" + numbered("2.", "Asks.") + "</wrapper>"
    )  # fmt: skip
    document = reader.document(body=body, warnings=("unknown-element",) * 3)
    assert shape(document)[2:] == [
        ("op1", "operative", "1.", "Asks for this;"),
        ("x1", "unnumbered", "", "One two."),
        ("x2", "unnumbered", "", "Three."),
        ("op2", "operative", "2.", "Asks."),
    ]


@pytest.mark.parametrize(
    "place",
    [
        "<paragraph>loose<num>1.</num><content><p>Asks.</p></content></paragraph>",
        numbered("1.", "Asks.") + "loose",
        numbered("1.", "Asks.") + "<content>loose</content>",
    ],
)
def test_text_where_none_is_expected_is_claimed_and_reported(tmp_path: Path, place: str) -> None:
    (parsed,), report = read(tmp_path, akn(statement(body=place)))
    closes(parsed)
    (problem,) = report.problems
    assert (problem.severity, problem.code) == ("error", "unexplained-text")
    assert "'loose'" in problem.message


def test_comments_and_instructions_are_no_text(reader: Reader) -> None:
    body = (
        numbered("1.", "As<!-- not -->ks<?x y?>.")
        + "<paragraph><content><p><![CDATA[]]></p></content></paragraph>"
    )
    assert shape(reader.document(body=body))[2][3] == "Asks."


# --- files that are left out -----------------------------------------------------------------

LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<akomaNtoso>&c;</akomaNtoso>"""
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><akomaNtoso>&e;</akomaNtoso>'
GOOD = akn(statement(body=numbered("1.", "Asks.")))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (LAUGHS, "xml-doctype"),
        (OUTSIDE, "xml-doctype"),
        (f"<!DOCTYPE akomaNtoso>{GOOD}", "xml-doctype"),
        ("<a>" * 10_000 + "</a>" * 10_000, "xml-too-deep"),
        ("<a>" * 150 + "</a>" * 150, "xml-too-deep"),
        (GOOD[: len(GOOD) // 2], "bad-xml"),
        ("", "bad-xml"),
        ("plain words", "bad-xml"),
        (GOOD.replace("Asks", "&undeclared;"), "bad-xml"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "not-utf8"),
        (GOOD.encode("utf-16"), "not-utf8"),
        (f'<?xml version="1.0" encoding="ISO-8859-1"?>{GOOD}', "not-utf8"),
        ("<html><body/></html>", "not-akn"),
        (GOOD.replace(NAMESPACE, "http://example.org/other"), "not-akn"),
        (GOOD.replace(f' xmlns="{NAMESPACE}"', ""), "not-akn"),
        (akn("<doc name='annex'/>"), "not-akn"),
        (akn(statement(language="")), "unknown-language"),
        (GOOD.replace('href="ga"', 'href="sc"'), "unknown-organ"),
        (akn(statement(name="presidentialStatement")), "unknown-kind"),
        (akn(statement(cover="", preface="")).replace("/90-1/", "//"), "no-symbol"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_left_out_and_the_problem_told(
    reader: Reader, content: str | bytes, code: str
) -> None:
    assert reader.problems(content) == [code]


def test_a_file_too_large_to_be_a_resolution_is_not_read(reader: Reader) -> None:
    assert reader.problems(GOOD + " " * LARGEST) == ["xml-too-large"]


def test_a_file_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    report = Report()
    assert read_akn(tmp_path / "none.xml", "texts/none.xml", report) == []
    assert codes(report) == ["bad-xml"]


def test_a_problem_is_told_with_its_line(tmp_path: Path) -> None:
    _, report = read(tmp_path, "<a>\n\n<b>\n</a>")
    assert report.problems[0].line == 4
    _, report = read(tmp_path, f"<!-- x -->\n<!DOCTYPE a>\n{GOOD}")
    assert report.problems[0].line == 2


def test_a_byte_order_mark_and_another_draft_of_the_standard_do_no_harm(reader: Reader) -> None:
    text = GOOD.replace(NAMESPACE, f"{NAMESPACE}/CSD13")
    parsed, report = read(reader.folder, b"\xef\xbb\xbf" + text.encode())
    assert [each.symbol for each in parsed[0].documents] == ["A/RES/90/1"]
    assert report.problems == []


def test_a_title_may_be_broken_over_several_prefaces(reader: Reader) -> None:
    second = "<preface><docTitle>goes on</docTitle></preface>"
    document = reader.document(body=numbered("1.", "Asks."), preface=PREFACE + second)
    assert shape(document)[0] == ("title", "title", "90/1.", "A title goes on")


# --- any file --------------------------------------------------------------------------------

WHOLE = akn(
    statement(
        preamble=container(f"Noting one{note('1', 'Seen.')},") + f"<container>{LIST}</container>",
        body=unnumbered("Noting more,")
        + section("I", "Asks:", "Asks.")
        + unnumbered("(a)\tone;")
        + section("II", f"Asks <a href='{ADDRESS}/A/RES/70/1'>70/1</a> B<sup>1</sup>.")
        + "<table><tr><td><p>x</p></td></tr></table><akn4un:box>y</akn4un:box>",
        annexes=annex(heading("Article 1"), numbered("1.", "It."), unnumbered("(i)\tone;")),
    )
)
TAGS = sorted(
    {e.tag for e in ElementTree.fromstring(WHOLE).iter()} | {"strange", f"{{{NAMESPACE}}}doc"}
)
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(("drop", "double", "rename", "text", "tail", "move", "wrap", "empty")),
        st.integers(0, 400),
        st.integers(0, 400),
        st.sampled_from(("(a) ", "1. ", "1 - ", "5 bis.", "x,", "\n", "", "（一）", "Annex", "12")),
    ),
    min_size=1,
    max_size=8,
)


def changed(changes: list[tuple[str, int, int, str]]) -> str:
    root = ElementTree.fromstring(WHOLE)
    for change, first, second, words in changes:
        parents = {child: parent for parent in root.iter() for child in parent}
        elements = list(parents)
        if not elements:
            break
        one, two = elements[first % len(elements)], elements[second % len(elements)]
        if change == "drop":
            parents[one].remove(one)
        elif change == "double":
            parents[one].append(copy.deepcopy(one))
        elif change == "rename":
            one.tag = TAGS[second % len(TAGS)]
        elif change == "text":
            one.text = words
        elif change == "tail":
            one.tail = words
        elif change == "wrap":
            wrapping = ElementTree.SubElement(parents[one], TAGS[second % len(TAGS)])
            wrapping.append(copy.deepcopy(one))
        elif change == "empty":
            one.clear()
        elif one not in list(two.iter()) and two not in list(one.iter()):
            parents[one].remove(one)
            two.append(one)
    return ElementTree.tostring(root, encoding="unicode")


@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(CHANGES)
def test_any_change_of_a_file_is_read_or_refused_and_no_character_lost(
    tmp_path: Path, changes: list[tuple[str, int, int, str]]
) -> None:
    content = changed(changes)
    parsed, report = read(tmp_path, content)
    if not parsed:
        assert report.failed
    for each in parsed:
        closes(each)
        for document in each.documents:
            sound(document)


def sound(document: Document) -> None:
    """Assert what holds of every document."""
    keys = [each.key for each in document.paragraphs]
    assert len(keys) == len(set(keys))
    assert all(KEY.fullmatch(key) for key in keys), keys
    for number, each in enumerate(document.paragraphs):
        assert each.parent is None or each.parent in keys[:number]
        assert each.text == each.text.strip()
        spans = (*each.emphasis, *(span for span, _ in each.links))
        assert all(0 <= span.start < span.end <= len(each.text) for span in spans)
        assert all(0 <= mark.at <= len(each.text) for mark in each.notes)
    notes = {each.key for each in document.footnotes}
    assert {mark.key for each in document.paragraphs for mark in each.notes} == notes
    assert all(KEY.fullmatch(key) for key in notes)


# --- the files of the United Nations ---------------------------------------------------------

FILES = sorted((SHARED / "akn").glob("*.xml"))
NAMED = FILES or [Path("absent.xml")]
NS = f"{{{NAMESPACE}}}"
# The Spanish file numbers its two notes 2 and 3.
OWN_KEYS = {"A-RES-75-282.es": {"fn1": "fn2", "fn2": "fn3"}}
needs_files = pytest.mark.skipif(
    not FILES, reason="the UN's files are not in ../shared/akn: name the folder in SHARED"
)


@pytest.fixture(scope="module")
def un() -> dict[str, tuple[Parsed, Report]]:
    found = {}
    for path in FILES:
        report = Report()
        (parsed,) = read_akn(path, path.name, report)
        found[path.name.removesuffix(".xml")] = (parsed, report)
    return found


def words_of(element: ElementTree.Element, note_labels: frozenset[str]) -> str:
    """The text of an element without notes and their marks, read a second way."""
    text = element.text or ""
    for child in element:
        tag = child.tag.removeprefix(NS)
        own = "".join(child.itertext()).strip()
        mark = tag == "sup" and (own in ("(", ")") or own in note_labels)
        if tag != "authorialNote" and not mark:
            text += words_of(child, note_labels)
        text += child.tail or ""
    return text


def printed(root: ElementTree.Element) -> Iterator[str]:
    """What a file prints, paragraph by paragraph with their labels, blanks left out."""
    labels = frozenset(each.get("marker", "") for each in root.iter(f"{NS}authorialNote"))
    for wrapping in (f"{NS}authorialNote", f"{NS}preface"):
        for block in [p for each in root.iter(wrapping) for p in each.iter(f"{NS}p")]:
            block.tag = "line"
    parts = [root.find(f"{NS}statement/{NS}{name}") for name in ("preface", "preamble", "mainBody")]
    waiting = ""
    for part in (*parts, *root.iter(f"{NS}doc")):
        for each in part.iter() if part is not None else ():
            text = "".join(words_of(each, labels).split())
            if each.tag in (f"{NS}docNumber", f"{NS}num"):
                waiting += text
            elif each.tag in (f"{NS}docTitle", f"{NS}listIntroduction", f"{NS}p") and text:
                yield waiting + text
                waiting = ""


@needs_files
def test_every_character_of_the_uns_files_is_claimed_once(
    un: dict[str, tuple[Parsed, Report]],
) -> None:
    assert len(un) == 54
    for parsed, report in un.values():
        closes(parsed)
        assert report.problems == []
        for document in parsed.documents:
            sound(document)


@needs_files
@pytest.mark.parametrize("path", NAMED, ids=lambda path: path.stem)
def test_the_counts_are_those_of_a_second_reading(
    path: Path, un: dict[str, tuple[Parsed, Report]]
) -> None:
    root = ElementTree.parse(path).getroot()
    (document,) = un[path.stem][0].documents
    kinds = Counter(each.kind for each in document.paragraphs)
    containers = list(root.iter(f"{NS}container"))
    in_preamble = sum(len(list(each.iter(f"{NS}item"))) for each in containers)
    assert (
        sum(each.key.startswith("pp") for each in document.paragraphs)
        == len(containers) + in_preamble
    )
    assert kinds["preambular"] == len(containers)
    for name, kind, unit in (("statement", "operative", "op"), ("doc", "annexed", "annex-p")):
        body = root.find(f".//{NS}{name}/{NS}mainBody")
        blocks = list(body.iter(f"{NS}paragraph")) if body is not None else []
        texts = ["".join("".join(each.itertext()).split()) for each in blocks]
        starts = [
            each.find(f"{NS}num") is not None or bool(re.match(r"\d+[-.]", text))
            for each, text in zip(blocks, texts, strict=True)
        ]
        sole = name == "statement" and not any(starts) and bool(blocks)
        found = [p for p in document.paragraphs if re.fullmatch(rf"{unit}\d+", p.key)]
        assert len(found) == sum(starts) + sole
        assert all(p.kind == kind for p in found)
    classes = [each.get("class") or "" for each in root.iter(f"{NS}paragraph")]
    unmarked = path.stem == "A-RES-76-7.zh"  # its heading 附件 is a paragraph like the others
    assert kinds["heading"] == sum(each.startswith("H") for each in classes) + unmarked
    notes = list(root.iter(f"{NS}authorialNote"))
    assert [each.label for each in document.footnotes] == [each.get("marker") for each in notes]


@needs_files
@pytest.mark.parametrize("path", NAMED, ids=lambda path: path.stem)
def test_every_text_is_that_of_a_second_reading(
    path: Path, un: dict[str, tuple[Parsed, Report]]
) -> None:
    (document,) = un[path.stem][0].documents
    found = ["".join((p.label + p.text).split()) for p in document.paragraphs]
    assert found == list(printed(ElementTree.parse(path).getroot()))


@needs_files
@pytest.mark.parametrize("path", NAMED, ids=lambda path: path.stem)
def test_every_note_is_that_of_a_second_reading(
    path: Path, un: dict[str, tuple[Parsed, Report]]
) -> None:
    (document,) = un[path.stem][0].documents
    for footnote, element in zip(
        document.footnotes, ElementTree.parse(path).iter(f"{NS}authorialNote"), strict=True
    ):
        whole = " ".join("".join(element.itertext()).split())
        bare = re.sub(rf"^(\(\)|\(\(|\*|{footnote.label}(?= )) ?", "", whole)
        assert "".join((footnote.text or "").split()) == "".join(bare.split())


@needs_files
def test_the_six_languages_of_a_resolution_share_their_keys(
    un: dict[str, tuple[Parsed, Report]],
) -> None:
    for name, (parsed, _) in un.items():
        (document,) = parsed.documents
        (chinese,) = un[f"{name[:-2]}zh"][0].documents
        assert [p.key for p in document.paragraphs] == [p.key for p in chinese.paragraphs]
        own = OWN_KEYS.get(name, {})
        expected = [own.get(each.key, each.key) for each in chinese.footnotes]
        assert [each.key for each in document.footnotes] == expected
        assert (document.symbol, document.date, document.meeting) == (
            chinese.symbol,
            chinese.date,
            chinese.meeting,
        )
        assert (document.report, document.draft, document.agenda_item, document.vote) == (
            chinese.report,
            chinese.draft,
            chinese.agenda_item,
            chinese.vote,
        )
        assert document.language == name[-2:]
        assert document.symbol == f"A/RES/{'/'.join(name[6:-3].split('-'))}"


@needs_files
def test_the_links_of_the_uns_files_lead_to_symbols(un: dict[str, tuple[Parsed, Report]]) -> None:
    targets: list[str] = []
    for parsed, _ in un.values():
        (document,) = parsed.documents
        targets += [target for each in document.paragraphs for _, target in each.links]
        targets += [target for each in document.footnotes for _, target in each.links]
    assert all(re.fullmatch(r"[A-Z]+(/[A-Za-z0-9.()\-]+)+", target) for target in targets)
    assert len(targets) > 2900
