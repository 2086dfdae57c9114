from __future__ import annotations

from pathlib import Path

import pytest
from wordfile import W, body, document_of, docx, para, read, run

from resolutions.readers.account import account


def test_a_word_file_is_read_with_its_numbers_notes_and_masthead(tmp_path: Path) -> None:
    parsed, report = read(tmp_path, docx(body()))
    document = document_of(parsed)
    assert report.problems == []
    assert [(p.key, p.label) for p in document.paragraphs] == [
        ("title", "90/11."), ("enacting", ""), ("pp1", ""), ("op1", "1."), ("op2", "2."),
        ("op2-a", "(a)"), ("op2-b", "(b)"), ("op3", "3."),
    ]  # fmt: skip
    texts = {p.key: p.text for p in document.paragraphs}
    assert texts["pp1"] == "Recalling the Convention on Rivers and the lakes,"
    assert texts["op2-b"] == "To provide training in non‑formal schools;"
    assert [(n.label, n.text) for n in document.footnotes] == [
        ("1", "United Nations, Treaty Series, vol. 9999.")
    ]
    assert (document.symbol, document.authority, document.language) == (
        "A/RES/90/11",
        "un-document",
        "en",
    )
    assert (document.date, document.meeting, document.report) == ("2035-12-03", "55", "A/90/77")


def test_nothing_of_a_word_file_is_lost(tmp_path: Path) -> None:
    parsed, report = read(tmp_path, docx(body(), footer1=f"<w:ftr {W}>{para('35-12345')}</w:ftr>"))
    found = account(parsed[0], report)
    assert found.lost == 0
    assert {
        "artefact:deleted",
        "artefact:page-foot",
        "metadata",
        "text",
        "note",
    } <= found.by_use.keys()


def test_a_table_keeps_its_rows(tmp_path: Path) -> None:
    cell = "<w:tc>{}</w:tc>".format
    row = "<w:tr>{}</w:tr>".format
    table = f"<w:tbl>{row(cell(para('Year')) + cell(para('Cost')))}{row(cell(para('2036')) + cell(para('7')))}</w:tbl>"
    parsed, _ = read(tmp_path, docx([*body()[:-3], table, *body()[-3:]]))
    (found,) = (p for p in document_of(parsed).paragraphs if p.kind == "table")
    assert found.rows == (("Year", "Cost"), ("2036", "7"))


def test_a_letter_is_refused_in_one_sentence(tmp_path: Path) -> None:
    letter = [
        para("Letter dated 3 May 2035 from the head of the delegation"),
        para("I have the honour of writing to the Council."),
    ]
    parsed, report = read(tmp_path, docx(letter, header1=f"<w:hdr {W}/>"))
    assert parsed == []
    assert [(p.code, "letter" in p.message) for p in report.problems] == [("no-instrument", True)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "bad-docx"),
        (b"no zip at all", "bad-docx"),
        (docx(body())[:700], "bad-docx"),
        (docx(["<w:p"]), "bad-docx"),
        (docx(body(), styles="<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "bad-docx"),
        (docx([para("x" * 21_000_000)]), "docx-too-large"),
    ],
    ids=["empty", "text", "cut", "no-xml", "entities", "bomb"],
)
def test_a_hostile_file_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    parsed, report = read(tmp_path, content)
    assert parsed == []
    assert [(p.severity, p.code) for p in report.problems] == [("error", code)]


def test_an_exponent_stays_where_a_note_has_its_number(tmp_path: Path) -> None:
    raised = "<w:vertAlign w:val='superscript'/>"
    paragraphs = body()
    last = next(n for n, each in enumerate(paragraphs) if "remain seized" in each)
    paragraphs[last] = para(
        run("3.\tDecides that 10") + run("1", raised) + run(" rivers, as above,") + run("1", raised)
        + run(" are enough.")
    )  # fmt: skip
    parsed, report = read(tmp_path, docx(paragraphs))
    decides = document_of(parsed).paragraphs[-1]
    assert decides.text == "Decides that 10¹ rivers, as above, are enough."
    assert [mark.label for mark in decides.notes] == ["1"]
    assert account(parsed[0], report).lost == 0


def test_decimals_and_numerals_before_a_tab_are_labels(tmp_path: Path) -> None:
    middle = "<w:jc w:val='center'/><w:rPr><w:b/></w:rPr>"
    own = [
        para("\tII\tSpecial questions", middle),
        para("\tRecalling the Convention on Rivers,"),
        para("\t1.\tAdopts the following:"),
        para("\tIII.\tObjectives"),
        para("\t1.1.\tTo raise awareness;"),
        para("\t1.2 . To exchange information;"),
        para("\t2.5 per cent of the budget is for rivers."),
    ]
    parsed, report = read(tmp_path, docx([*body()[:7], *own, *body()[-2:]]))
    found = [(p.kind, p.label, p.text) for p in document_of(parsed).paragraphs[2:]]
    assert found == [
        ("heading", "II", "Special questions"),
        ("preambular", "", "Recalling the Convention on Rivers,"),
        ("operative", "1.", "Adopts the following:"),
        ("heading", "III.", "Objectives"),
        ("unnumbered", "1.1.", "To raise awareness;"),
        ("unnumbered", "1.2 .", "To exchange information;"),
        ("unnumbered", "", "2.5 per cent of the budget is for rivers."),
    ]
    assert [each.code for each in report.problems] == ["unnumbered"]


def test_a_title_that_begins_with_two_numbers_is_told(tmp_path: Path) -> None:
    paragraphs = [each.replace("90/11.", "90/1190/11 -") for each in body()]
    _, report = read(tmp_path, docx(paragraphs))
    assert [(each.code, each.severity) for each in report.problems] == [
        ("doubtful-title", "warning")
    ]


MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def alternate(one: str, other: str) -> str:
    return (
        f"<mc:AlternateContent {MC}><mc:Choice Requires='w14'>{one}</mc:Choice>"
        f"<mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>"
    )


def test_of_text_in_two_forms_the_first_is_read_and_the_base_of_a_ruby(tmp_path: Path) -> None:
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase>"
        f"{run('of the lakes')}</w:rubyBase></w:ruby></w:r>"
    )
    lines = body()
    lines[7] = para(run("\tRecalling the use ") + alternate(run("today "), run("then ")) + ruby)
    lines[-3] = alternate(lines[-3], para("another"))
    parsed, report = read(tmp_path, docx(lines))
    texts = {p.key: p.text for p in document_of(parsed).paragraphs}
    assert texts["pp1"] == "Recalling the use today of the lakes"
    assert texts["op3"] == "Decides to remain seized of the matter."
    assert account(parsed[0], report).lost == 0


def test_a_formula_is_told(tmp_path: Path) -> None:
    lines = body()
    formula = f"<m:oMath {MATH}><m:r><m:t>a=b</m:t></m:r></m:oMath>"
    lines[7] = lines[7].replace("</w:p>", f"{formula}</w:p>")
    parsed, report = read(tmp_path, docx(lines))
    assert [(p.code, "'a=b' is a formula" in p.message) for p in report.problems] == [
        ("unexplained-text", True)
    ]
    assert account(parsed[0], report).lost == 0


def test_a_file_inside_a_word_file_is_told(tmp_path: Path) -> None:
    _, report = read(tmp_path, docx([*body(), "<w:altChunk/>"]))
    assert [(p.code, "another file" in p.message) for p in report.problems] == [
        ("unexplained-text", True)
    ]


def test_a_pdf_under_the_name_of_a_word_file_is_told_its_name(tmp_path: Path) -> None:
    _, report = read(tmp_path, b"%PDF-1.7 and so on")
    assert [(p.code, p.message, p.remedy) for p in report.problems] == [
        ("bad-docx", "it is a PDF", "name it .pdf")
    ]
