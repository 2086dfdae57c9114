"""Texts as pdftotext, PDFium and pdfminer.six lay them out; invented words."""

from __future__ import annotations

from pathlib import Path

import pytest
from extracted import read

from resolutions.model.document import Document
from resolutions.model.problems import Report
from resolutions.readers.text.extracted import read_extracted
from resolutions.readers.text.rows import pieces_of, rows_of, spare, width

HEAD = """United Nations
A/RES/90/11
General Assembly
Distr.: General
12 December 2035
Ninetieth session
Agenda item 12
Rivers
Resolution adopted by the General Assembly on 3 December 2035
[on the report of the Third Committee (A/90/77, para. 9)]
90/11. Cooperation for the protection of rivers
The General Assembly,
"""
RUSSIAN = """Организация Объединенных Наций
A/RES/90/11
Генеральная Ассамблея
Distr.: General
12 December 2035
Девяностая сессия
Пункт 12 повестки дня
Реки
Резолюция, принятая Генеральной Ассамблеей 3 декабря 2035
года
[по докладу Третьего комитета (A/90/77)]
90/11. Сотрудничество в деле охраны рек
Генеральная Ассамблея,
ссылаясь на свою резолюцию 89/5 от 2 декабря 2034 года и на
Конвенцию о реках, касающуюся в том числе положения людей,
живущих на их берегах,
признавая значение рек,
1. просит Генерального секретаря представить доклад по этому
вопросу;
2. постановляет продолжить рассмотрение этого вопроса.
55-е пленарное заседание
3 декабря 2035 года
"""
END = "55th plenary meeting\n3 December 2035\n"


def texts(document: Document) -> dict[str, str]:
    return {each.key: each.text for each in document.paragraphs}


def test_the_organ_of_a_masthead_without_an_article_enacts_nothing(tmp_path: Path) -> None:
    found = texts(read(tmp_path, RUSSIAN)[0])
    assert list(found) == ["title", "enacting", "pp1", "pp2", "op1", "op2"]
    assert found["title"] == "Сотрудничество в деле охраны рек"
    assert found["pp1"].endswith("живущих на их берегах,")


def test_a_number_on_a_line_of_its_own_belongs_to_the_next(tmp_path: Path) -> None:
    text = (
        f"{HEAD}Recalling its resolution 89/5,\n1.\nRequests a report;\n\n2.\n\nDecides so.\n{END}"
    )
    document, _ = read(tmp_path, text)
    assert [(p.key, p.label) for p in document.paragraphs[3:]] == [("op1", "1."), ("op2", "2.")]
    assert texts(document)["op2"] == "Decides so."


def test_indents_say_where_paragraphs_begin(tmp_path: Path) -> None:
    """As `pdftotext -layout` writes them: lines that are full end with a comma all the same."""
    text = (
        f"{HEAD}     Recalling its resolution 89/5 of 2 December 2034 on the waters,\n"
        "Nothing being said of their banks in the reports that it had seen,\n"
        "     Reaffirming the Convention on Rivers and all that follows from it,\n"
        "     1. Requests the Secretary-General to report to it on the rivers at\n"
        "its next session;\n     2. Decides to remain seized.\n"
        f"                    {END}"
    )
    found = texts(read(tmp_path, text)[0])
    assert list(found) == ["title", "enacting", "pp1", "pp2", "op1", "op2"]
    assert "waters, Nothing being said" in found["pp1"]


def test_the_next_page_may_follow_without_a_line_end(tmp_path: Path) -> None:
    """As PDFium writes pages, and the hyphen at the end of a line."""
    text = (
        f"{HEAD}Recalling the Convention on Rivers1\n and the Agreement on Lakes and the well\ufffe"
        "being of those who live there,\n1 Adopted under the sign of the river.\f"
        f"1. Requests a report;\n2. Decides so.\n{END}"
    )
    document, report = read(tmp_path, text)
    found = texts(document)
    assert list(found) == ["title", "enacting", "pp1", "op1", "op2"]
    assert found["pp1"].startswith("Recalling the Convention on Rivers and the Agreement")
    assert "the well-being of those" in found["pp1"]
    assert [note.text for note in document.footnotes] == ["Adopted under the sign of the river."]
    assert [mark.label for mark in document.paragraphs[2].notes] == ["1"]
    lines = {p.code: p.line for p in report.problems}
    assert lines["joined-lines"] == 1


@pytest.mark.parametrize(
    ("printed", "read_as", "told"),
    [
        ("of 20351 and", "of 2035 and", False),
        ("resolution 89/51, with", "resolution 89/5, with", True),
    ],
)
def test_a_mark_behind_a_figure(tmp_path: Path, printed: str, read_as: str, told: bool) -> None:
    text = (
        f"{HEAD}Recalling the Convention {printed} its banks,\n1. Requests a report;\n"
        f"2. Decides so.\n{END}\n1 A/90/99.\n"
    )
    document, report = read(tmp_path, text)
    assert f"Convention {read_as} its banks," in texts(document)["pp1"]
    assert [mark.label for mark in document.paragraphs[2].notes] == ["1"]
    assert ("doubtful-mark" in {p.code for p in report.problems}) == told


def test_a_number_of_a_resolution_on_a_line_of_its_own_is_no_page_number(tmp_path: Path) -> None:
    text = (
        f"{HEAD}1. Requests the full carrying out of its resolution\n59/296\nof last year;\n{END}"
    )
    assert "resolution 59/296 of last year;" in texts(read(tmp_path, text)[0])["op1"]


def test_lines_and_pages_are_counted() -> None:
    pieces = pieces_of("a\nb\fc\r\n\n\fd")
    rows = rows_of(pieces, pieces.lines)
    assert [(r.text, pieces.numbers[r.number - 1], r.page, r.first) for r in rows] == [
        ("a", 1, 1, True),
        ("b", 2, 1, False),
        ("c", 2, 2, True),
        ("d", 4, 3, True),
    ]
    assert [row.gap for row in rows] == [True, False, False, True]


def test_the_first_word_of_the_next_line_would_have_fitted() -> None:
    measure = width("which it had seen at the last of its many sessions")
    assert spare(width("which it had seen"), "Nothing was said", measure) > 0
    assert spare(width("which it had seen at the last of its many"), "considerations", measure) < 0
    assert spare(width("which it had seen at the last of its many sess"), "well-being", measure) < 0


def test_widths_are_those_of_times() -> None:
    assert width("WWWW") == pytest.approx(4 * 0.94)
    assert width("illi") == pytest.approx(4 * 0.28)
    assert width("“大会”") == pytest.approx(4.0)  # Chinese quotation marks are as wide as 大
    assert width("“a  b”") == pytest.approx(0.44 * 3 + 0.25 + 0.5)


def test_a_symbol_that_begins_twice_is_told(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    part = "90/11. 合作保护河流\n\n大会，\n\n1. 请秘书长提交报告；\n\n2. 决定继续审议。\n\n"
    path.write_text(f"A/RES/90/11\n\n{part}{part}", encoding="utf-8")
    report = Report()
    (parsed,) = read_extracted(path, "x/text.txt", None, report)
    assert len(parsed.documents) == 2
    assert "doubled-symbol" in {p.code for p in report.problems}


def test_a_date_at_the_beginning_of_a_line_is_no_note(tmp_path: Path) -> None:
    """As `pdftotext -layout` writes a page: notes below the rule, their labels alone."""
    text = (
        f"{HEAD}     Recalling its resolution 88/4 of 9 December 2033, 1 and 89/5 of\n"
        "2 December 2034, which are on rivers and on the lakes that they feed,\n"
        "     1.   Requests a report;\n_______________\n    1\n      A/90/99.\n\f"
        "     2.   Decides so.\n_______________\n    2\n      http://example.org/rivers.\n"
        f"                         {END}"
    )
    document, _ = read(tmp_path, text.replace("Requests a report", "Requests a report, 2"))
    assert [note.text for note in document.footnotes][:1] == ["A/90/99."]
    assert texts(document)["pp1"].endswith("which are on rivers and on the lakes that they feed,")


def test_a_note_that_is_a_link_is_no_furniture(tmp_path: Path) -> None:
    text = (
        f"{HEAD}Recalling the reports on rivers,1\n1. Requests a report;\n2. Decides so.\n{END}"
        "\n_______________\n1\nhttp://example.org/rivers.\n"
    )
    document, _ = read(tmp_path, text)
    assert [note.text for note in document.footnotes] == ["http://example.org/rivers."]


def test_a_figure_in_brackets_is_no_mark_and_the_one_behind_it_is(tmp_path: Path) -> None:
    text = (
        f"{HEAD}Recalling the Rivers Convention, 1930 (No. 1) 1 and the Protocol thereto,\n"
        f"1. Requests a report;\n2. Decides so.\n{END}\n1 A/90/99.\n"
    )
    document, _ = read(tmp_path, text)
    assert "1930 (No. 1) and the Protocol" in texts(document)["pp1"]
    assert [mark.label for mark in document.paragraphs[2].notes] == ["1"]


@pytest.mark.parametrize("number", ["I", "Chapter I", "Part II"])
def test_the_number_of_a_section_stands_above_its_title(tmp_path: Path, number: str) -> None:
    text = (
        f"{HEAD}Recalling the Convention on Rivers,\n{number}\nThe carrying out of the Convention\n"
        f"1. Requests a report;\n2. Decides so.\n{END}"
    )
    found = texts(read(tmp_path, text)[0])
    assert [found["h1"], found["h2"]] == [number, "The carrying out of the Convention"]


def test_headings_among_numbered_paragraphs(tmp_path: Path) -> None:
    """A line without an end above the number that must come is the title above it."""
    text = (
        f"{HEAD}1. Takes note of the report on the rivers of the world for last year;\n"
        "Financing of the rivers and of the lakes for the next year\n2. Decides so;\n"
        "3. Requests that all of it be done at once, and as well as it can be done by all.\n"
        f"Other questions\n4. Decides to remain seized.\n{END}"
    )
    document, _ = read(tmp_path, text)
    headings = [each.text for each in document.paragraphs if each.key.startswith(("h", "x"))]
    assert headings == [
        "Financing of the rivers and of the lakes for the next year", "Other questions",
    ]  # fmt: skip


def test_words_below_a_list_and_an_item_behind_or(tmp_path: Path) -> None:
    text = (
        f"{HEAD}Recalling the Convention on Rivers and the many banks of theirs,\n"
        "1. Requests the States that have not yet done what they had to:\n"
        "(a) To write a report; or\n(b) To say why none was written;\n"
        f"and to say so at the next of the many sessions that are to come;\n2. Decides so.\n{END}"
    )
    document, report = read(tmp_path, text)
    found = texts(document)
    assert found["op1-a"] == "To write a report; or"
    assert found["op1-b"] == "To say why none was written;"
    assert "doubtful-paragraph" in {p.code for p in report.problems}


def test_pdfium_writes_the_next_line_behind_a_hyphen(tmp_path: Path) -> None:
    pieces = pieces_of("the well\ufffebeing of all")
    assert pieces.lines == ("the well\ufffe", "being of all")
    assert pieces.numbers == (1, 1)


def test_labels_of_notes_that_stand_together_are_given_to_the_notes_in_their_order(
    tmp_path: Path,
) -> None:
    """As pdftotext writes a page without -layout; the day of printing stands below the job number."""
    text = (
        f"{HEAD}Recalling the Convention on Rivers,1 the Agreement on Lakes2 and all reports,3\n"
        "__________________\n\nSee A/90/97,\npara. 3.\nSee A/90/98.\n3\nSee A/90/99.\n1\n2\n\n"
        f"35-12345 (E)\n\n121235\n\n\f1.\nRequests a report;\n2.\nDecides so.\n{END}"
    )
    document, _ = read(tmp_path, text)
    assert [(note.label, note.text) for note in document.footnotes] == [
        ("1", "See A/90/97, para. 3."), ("2", "See A/90/98."), ("3", "See A/90/99."),
    ]  # fmt: skip
    assert list(texts(document)) == ["title", "enacting", "pp1", "op1", "op2"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            f"{HEAD}\nRecalling its resolution 89/5 of 2 December 2034 and all its reports,\n\n"
            "carrying  out  of \n\nWelcoming the reports on the banks of all rivers and on the \n"
            f"Convention that deals with them,\n\n1. Requests a report;\n\n2. Decides so.\n{END}",
            "lines-out-of-order",
        ),
        ("\n".join(["إن الجمعية العامة،", *["األمم المتحدة"] * 3]), "swapped-letters"),
    ],
)
def test_what_a_tool_has_disordered_is_refused_in_one_sentence(
    tmp_path: Path, text: str, code: str
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    report = Report()
    assert read_extracted(path, "x/text.txt", None, report) == []
    assert [p.code for p in report.problems if p.severity == "error"] == [code]


def test_a_line_that_is_short_in_the_midst_of_a_sentence_is_told(tmp_path: Path) -> None:
    text = (
        f"{HEAD}Recalling its resolution 89/5 of 2 December 2034 and all the\nlong reports and\n"
        f"letters on the rivers,\n1. Requests a report on them and on all that follows from them;\n"
        f"2. Decides so.\n{END}"
    )
    assert "broken-line" in {p.code for p in read(tmp_path, text)[1].problems}


def test_one_number_printed_otherwise_does_not_upset_the_next(tmp_path: Path) -> None:
    text = (
        f"{HEAD}1. Requests a report;\n"
        "2 Decides that it will be read;\n3. Calls for more reports on the rivers of the world;\n"
        "4. Requests that they be as short as the reports of the last year were at that time;\n"
        f"5. Decides so.\n{END}"
    )
    keys = list(texts(read(tmp_path, text)[0]))
    assert keys[2:] == ["op1", "x1", "op3", "op4", "op5"]


def test_a_figure_at_the_beginning_of_a_line_goes_on_with_a_preamble(tmp_path: Path) -> None:
    text = (
        f"{HEAD}Recalling its resolutions 84/3 of 9 December 2029, 85/1 of 4 May 2030,\n"
        f"86/3 of 11 December 2031 and 87/4 of 2 May 2033,\n1. Requests a report.\n{END}"
    )
    assert texts(read(tmp_path, text)[0])["pp1"].endswith(
        "2030, 86/3 of 11 December 2031 and 87/4 of 2 May 2033,"
    )


def test_the_end_of_a_note_in_the_text_of_the_next_page_is_told(tmp_path: Path) -> None:
    text = (
        f"{HEAD}Recalling the Convention on Rivers1 and the Agreement on Lakes,\n"
        "1 See A/90/97, and in it the chapters that deal with\f1. Requests a report;2\n"
        f"banks and bridges.\n2 See A/90/98.\f2. Decides so.\n{END}"
    )
    document, report = read(tmp_path, text)
    told = [p.message for p in report.problems if p.code == "doubtful-note"]
    assert told == ["the end of note 1 was taken from the lines above the notes of this page"]
    assert (document.footnotes[0].text or "").endswith("deal with banks and bridges.")


def test_a_quotation_in_chinese_is_not_cut_by_a_paragraph(tmp_path: Path) -> None:
    text = (
        "第九十届会议\n议程项目 12\n2035 年 12 月 3 日大会决议\n[根据第三委员会的报告(A/90/77)通过]\n"
        "90/11. 合作保护河流\n大会，\n回顾秘书长的报告所载“保护河流：\n查明风险和制定办法”的讲习班的成果，\n"
        "1. 请秘书长提交报告；\n2. 决定继续审议此事。\n第 55 次全体会议\n2035 年 12 月 3 日\n"
    )
    found = texts(read(tmp_path, text)[0])
    assert list(found) == ["title", "enacting", "pp1", "op1", "op2"]


def test_the_letter_of_an_item_alone_is_no_piece_of_a_line(tmp_path: Path) -> None:
    text = (
        f"{HEAD}\nRecalling the Convention on Rivers,\n\n1. Requests the States:\n\na)\n\n"
        f"To write a report;\n\nb)\n\nTo read it;\n\n2. Decides so.\n\n{END}"
    )
    assert list(texts(read(tmp_path, text)[0]))[3:] == ["op1", "op1-a", "op1-b", "op2"]


MEASURE = "Recalling the report that it had asked for at its ninetieth session on rivers,\n"


def test_a_heading_of_several_lines_is_one(tmp_path: Path) -> None:
    """Its type is larger and bold: its lines end where those of the text would go on."""
    text = (
        f"{HEAD}{MEASURE}1. Requests a report;\n"
        "Report on the budget for the period from 1\nJuly 2034 to 30 June 2035\n"
        f"2. Decides so.\n{END}"
    )
    found = texts(read(tmp_path, text)[0])
    assert list(found) == ["title", "enacting", "pp1", "op1", "h1", "op2"]
    assert found["h1"] == "Report on the budget for the period from 1 July 2034 to 30 June 2035"


def test_the_first_line_of_a_paragraph_is_set_in(tmp_path: Path) -> None:
    """It is shorter than the others, and the word behind it would have fitted without its tab."""
    text = (
        f"{HEAD}{MEASURE}Noting that the States along the great rivers of three regions,\n"
        f"Africa and Asia among them, need help,\n1. Decides so.\n{END}"
    )
    found = texts(read(tmp_path, text)[0])
    assert list(found) == ["title", "enacting", "pp1", "pp2", "op1"]
    assert found["pp2"].endswith("of three regions, Africa and Asia among them, need help,")


def test_a_blank_that_pdfium_leaves_behind_a_mark_goes_on_with_the_line(tmp_path: Path) -> None:
    text = (
        "第九十届会议\n议程项目 12\n2035 年 12 月 3 日大会决议\n[根据第三委员会的报告(A/90/77)通过]\n"
        "90/11. 合作保护河流\n大会，\n重申《河流协定》，1\n 鼓励协定所有缔约方充分执行该协定，并鼓\n"
        "励各国在保护河流的所有工作中互相给予帮助和支持，也考虑到各国的不同情况，\n"
        "回顾其 2030 年 3 月 24 日第 16/18 号、2\n2032 年 3 月 23 日第 19/25 号决议，\n"
        "1. 请秘书长提交报告。\n1 A/90/97。\n2 A/90/98。\n第 55 次全体会议\n2035 年 12 月 3 日\n"
    )
    found = texts(read(tmp_path, text)[0])
    assert list(found) == ["title", "enacting", "pp1", "pp2", "op1"]
    assert found["pp1"].startswith("重申《河流协定》，鼓励协定所有缔约方")


def test_a_number_of_a_resolution_alone_on_its_line_is_no_page(tmp_path: Path) -> None:
    """PDFium breaks lines behind marks: `of 23 March 2035,2 | 31/37 | of 24 March 2035`."""
    text = (
        f"{HEAD}Recalling its resolutions 31/14 of 23 March 2035,1\n31/37\nof 24 March 2035,\n"
        "Noting the report,\nNoting the needs of all States,\nNoting all rivers,\n"
        f"1. Requests a report;\n1 See A/90/97.\f2. Decides so.\n{END}"
    )
    assert "31/37 of 24 March 2035" in texts(read(tmp_path, text)[0])["pp1"]


def test_numbers_one_below_the_other_belong_to_the_lines_below(tmp_path: Path) -> None:
    text = (
        f"{HEAD}\nRecalling the Convention on Rivers,\n\n1.\n\n2.\n\nTakes note of the report;\n\n"
        f"Requests the Secretary-General to\nreport on it.\n\n{END}"
    )
    document, report = read(tmp_path, text)
    found = texts(document)
    assert found["op1"] == "Takes note of the report;"
    assert found["op2"] == "Requests the Secretary-General to report on it."
    assert "broken-line" in {p.code for p in report.problems}


def test_numbers_above_lines_that_do_not_end_stay(tmp_path: Path) -> None:
    text = (
        f"{HEAD}\nRecalling the Convention on Rivers,\n\n1.\n\n2.\n\nTakes note of the\n\n"
        f"report;\n\nRequests a report.\n\n{END}"
    )
    assert texts(read(tmp_path, text)[0])["op1"] != "Takes note of the"


def test_marks_stand_behind_the_number_of_a_decision_and_behind_a_year(tmp_path: Path) -> None:
    text = (
        f"{HEAD}Recalling decision 3/COP.141 of the Conference on Rivers,\n"
        "Recalling resolution 2/14 of 27 May 20162 of the Assembly of Lakes,\n"
        f"1. Requests a report.\n1 See A/90/97.\n2 See A/90/98.\f2. Decides so.\n{END}"
    )
    document, _ = read(tmp_path, text)
    found = texts(document)
    assert found["pp1"].startswith("Recalling decision 3/COP.14 of")
    assert found["pp2"].startswith("Recalling resolution 2/14 of 27 May 2016 of")
    assert [note.label for note in document.footnotes] == ["1", "2"]


def test_a_note_may_begin_with_a_year(tmp_path: Path) -> None:
    text = (
        f"{HEAD}Recalling the Treaty on Rivers1 and its Conference,2 and all that was said there,\n"
        "1. Requests a report;\n1 See A/90/97.\n2 2030 Review Conference, Final Document.\f"
        f"2. Decides so.\n{END}"
    )
    notes = {note.label: note.text for note in read(tmp_path, text)[0].footnotes}
    assert notes == {"1": "See A/90/97.", "2": "2030 Review Conference, Final Document."}


def test_the_end_of_a_note_on_a_page_without_notes_is_told_by_its_width(tmp_path: Path) -> None:
    """Notes are set in smaller type: their lines hold more than those of the text."""
    wide = "Assessment of the Rivers (Nairobi, 2016); Programme for Rivers, Strategic Report: Peace and"
    text = (
        f"{HEAD}{MEASURE}{MEASURE.replace('rivers', 'lakes')}{MEASURE.replace('rivers', 'seas')}"
        "1. Requests a report1 on rivers and lakes, and on the seas into which they flow, so that\n"
        f"1 See A/90/97, and the\fit may be read;\n2. Requests a report on the needs of\n{wide}\n"
        f"Security.\fthe States;\n3. Decides so.\n{END}"
    )
    document, report = read(tmp_path, text)
    assert (document.footnotes[0].text or "").endswith("Strategic Report: Peace and Security.")
    assert texts(document)["op2"] == "Requests a report on the needs of the States;"
    assert "doubtful-note" in {p.code for p in report.problems}


@pytest.mark.parametrize(
    "number",
    [
        "some 3,1 per cent of the rivers",  # a decimal fraction
        "Goals 9, 1, 11 and 12",  # a list of numbers
        "a sum of $1.137.600",
        "the period that begins 1\n     July and ends 2 July",  # a date cut in two
    ],
)
def test_a_number_that_goes_on_is_no_mark(tmp_path: Path, number: str) -> None:
    text = (
        f"{HEAD}     Recalling resolution 89/51, with {number},\n     1.   Requests a report;\n"
        f"     2.   Decides so, and notes {number}.\n1 A/90/99.\n{END}"
    )
    document, _ = read(tmp_path, text)
    first, last = document.paragraphs[2], document.paragraphs[-1]
    assert [mark.label for mark in first.notes] == ["1"]
    assert first.text.startswith("Recalling resolution 89/5, with")
    assert not last.notes


def test_a_mark_behind_a_span_of_years_and_none_in_the_masthead(tmp_path: Path) -> None:
    text = (
        f"{HEAD}     Recalling the report for 2030/311 and rivers,\n     1.   Requests a report;\n"
        f"     2.   Decides so.\n1 A/90/99.\n{END}"
    )
    document, report = read(tmp_path, text.replace("para. 9", "para. 9/Add.1"))
    assert document.paragraphs[2].text == "Recalling the report for 2030/31 and rivers,"
    assert "doubtful-mark" in {p.code for p in report.problems}
