from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from resolutions.model.problems import Report
from resolutions.readers.account import account
from resolutions.readers.pdf import reader
from resolutions.readers.pdf.furniture import furniture
from resolutions.readers.pdf.glyphs import Glyph
from resolutions.readers.pdf.hanging import lost_commas
from resolutions.readers.pdf.layout import layout_of
from resolutions.readers.pdf.lines import Printed, printed_lines
from resolutions.readers.pdf.pages import Pages
from resolutions.readers.pdf.paragraphs import paragraphs, runs_over
from resolutions.readers.pdf.reader import read_pdf
from resolutions.readers.pdf.rows import Row, row_of
from resolutions.readers.printed.forms import forms

Line = tuple[float, float, float, str]  # x, y, size, text

FIRST: list[Line] = [
    (72, 760, 10, "United Nations"), (460, 760, 10, "A/RES/90/11"),
    (72, 735, 10, "General Assembly"), (400, 735, 10, "Distr.: General"),
    (72, 700, 10, "Ninetieth session"), (72, 688, 10, "Agenda item 12"),
    (72, 660, 14, "Resolution adopted by the General Assembly on 3 December 2035"),
    (72, 630, 10, "[on the report of the Third Committee (A/90/77, para. 9)]"),
    (72, 600, 12, "90/11. Cooperation for the protection of rivers"),
    (95, 570, 10, "The General Assembly,"),
    (95, 550, 10, "Recalling the Convention on Rivers and all of the many agreements of the well-"),
    (72, 537, 10, "known kind, of which each is of the greatest weight,"),
    (95, 517, 10, "1. Requests the Secretary-General to report to the General Assembly on the state"),
    (72, 504, 10, "of the rivers of the world and of the lakes into which"),
    (72, 120, 8.5, "1 United Nations, Treaty Series, vol. 9999, No. 99999."),
    (72, 60, 8, "35-12345 (E)"),
]  # fmt: skip
SECOND: list[Line] = [
    (72, 780, 8.5, "A/RES/90/11"), (300, 780, 8.5, "Cooperation for the protection of rivers"),
    (72, 740, 10, "they run, and of the people who live on their banks and by their fords;"),
    (95, 720, 10, "2. Decides to remain seized of the matter."),
    (400, 690, 10, "55th plenary meeting"), (400, 677, 10, "3 December 2035"),
    (72, 60, 8, "2/2"), (400, 60, 8, "35-12345"),
]  # fmt: skip
MARK: Line = (0, 0, 6, "1")  # set behind "Rivers" below


def drawing(lines: list[Line]) -> str:
    """A page: Helvetica, a line of text a triple of place and size."""
    return "".join(
        f"BT /F1 {size} Tf {x} {y} Td ({text.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET\n"
        for x, y, size, text in lines
    )


def pdf(pages: list[list[Line]], drawn_last: str = "") -> bytes:
    """A small PDF of these pages; what else is drawn on its last page."""
    drawings = [drawing(lines) for lines in pages]
    return pdf_of([*drawings[:-1], drawings[-1] + drawn_last])


def pdf_of(drawings: list[str], box: str = "0 0 595 842", catalog: str = "") -> bytes:
    """A small PDF of what is drawn on its pages. `catalog`: what else stands in it."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for drawn in drawings:
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    made = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    made += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    return made.encode("latin-1")


def with_mark() -> list[Line]:
    """The first page with a raised 1 behind the name of the Convention."""
    lines = []
    for x, y, size, text in FIRST:
        if text.startswith("Recalling"):
            lines += [
                (x, y, size, "Recalling the Convention on Rivers"),
                (251, y + 3.4, 6.5, "1"),
                (256, y, size, text[34:]),
            ]
        else:
            lines.append((x, y, size, text))
    return lines  # fmt: skip


def read(tmp_path: Path, content: bytes):  # type: ignore[no-untyped-def]
    path = tmp_path / "t.pdf"
    path.write_bytes(content)
    report = Report()
    return read_pdf(path, "x/t.pdf", report), report


def test_a_pdf_is_read_by_its_layout(tmp_path: Path) -> None:
    parsed, report = read(tmp_path, pdf([with_mark(), SECOND]))
    (document,) = parsed[0].documents
    assert [problem.code for problem in report.problems] == ["pdf-layout"]  # never silent
    assert [(p.key, p.label) for p in document.paragraphs] == [
        ("title", "90/11."), ("enacting", ""), ("pp1", ""), ("op1", "1."), ("op2", "2."),
    ]  # fmt: skip
    texts = {p.key: p.text for p in document.paragraphs}
    assert texts["pp1"].endswith(
        "agreements of the well-known kind, of which each is of the greatest weight,"
    )
    assert "the lakes into which they run" in texts["op1"]  # over the page
    assert [(n.label, n.text) for n in document.footnotes] == [
        ("1", "United Nations, Treaty Series, vol. 9999, No. 99999.")
    ]
    assert [[mark.label for mark in p.notes] for p in document.paragraphs][2] == ["1"]
    assert (document.symbol, document.meeting, document.date) == ("A/RES/90/11", "55", "2035-12-03")
    found = account(parsed[0], report)
    assert found.lost == 0
    assert {
        "artefact:running-head",
        "artefact:job-number",
        "artefact:page-number",
    } <= found.by_use.keys()


def test_a_mark_that_had_no_room_on_its_line_belongs_to_the_line_above(tmp_path: Path) -> None:
    lines = [line if line[3] != "1" else (72, 527, 6.5, "1") for line in with_mark()]
    lines.insert(
        len(lines) - 5, lines.pop(next(n for n, each in enumerate(lines) if each[1] == 527))
    )
    parsed, report = read(tmp_path, pdf([lines, SECOND]))
    (document,) = parsed[0].documents
    assert [[mark.label for mark in p.notes] for p in document.paragraphs][2] == ["1"]
    assert [problem.code for problem in report.problems] == ["pdf-layout"]


def test_a_heading_at_the_foot_of_a_page_stays_apart_from_what_follows(tmp_path: Path) -> None:
    first = [*with_mark()]
    first[-2:-2] = [(95, 480, 10, "Guideline 9")]
    second: list[Line] = [
        *SECOND[:2], (95, 740, 10, "2. Decides to remain seized of the matter."), *SECOND[4:],
    ]  # fmt: skip
    parsed, _ = read(tmp_path, pdf([first, second]))
    (document,) = parsed[0].documents
    assert [each.text for each in document.paragraphs][-2:] == [
        "Guideline 9", "Decides to remain seized of the matter.",
    ]  # fmt: skip


def test_a_table_drawn_with_rules_keeps_its_rows_and_its_notes_are_told(tmp_path: Path) -> None:
    second: list[Line] = [
        *SECOND[:-2],
        (72, 640, 10, "Annex"),
        (72, 600, 8.5, "Posts"), (300, 600, 8.5, "2035"),
        (72, 580, 8.5, "Director"), (300, 580, 8.5, "12"),
        (84, 540, 8.5, "See A/90/5."), (76, 543, 6, "a"), (76, 533, 6, "b"), (84, 530, 8.5, "Net."),
        *SECOND[-2:],
    ]  # fmt: skip
    rules = "".join(
        f"{x} {y} {wide} 0.5 re f\n" for y in (612, 592, 572) for x, wide in ((72, 200), (273, 200))
    )
    parsed, report = read(tmp_path, pdf([with_mark(), second], rules))
    (document,) = parsed[0].documents
    (table,) = (each for each in document.paragraphs if each.rows)
    assert table.rows == (("Posts", "2035"), ("Director", "12"))
    assert [each.text for each in document.paragraphs][-2:] == ["a See A/90/5.", "b Net."]
    assert [note.label for note in document.footnotes] == ["1"]
    assert {problem.code for problem in report.problems} == {"pdf-layout", "pdf-table"}
    assert account(parsed[0], report).lost == 0


def line_of(text: str, x: float, y: float, size: float) -> list[Glyph]:
    """The characters of a line, each half as wide as it is high."""
    return [
        Glyph(character, x + at * size / 2, y, x + (at + 1) * size / 2, size, False, False)
        for at, character in enumerate(text)
    ]


def test_a_mark_raised_into_a_line_of_its_own_leaves_the_lines_below_alone() -> None:
    mark = line_of("12", 200, 104.5, 5.8)
    lines = [
        ("revised in 2010,", 72, 100.0),
        ("Mindful of the value", 95, 82.0),
        ("of it", 72, 70.0),
    ]
    glyphs = [each for text, x, y in lines for each in line_of(text, x, y, 10)]
    read = [each.text.strip() for each in printed_lines(1, [*mark, *glyphs])]
    assert read == ["revised in 2010, 12", "Mindful of the value", "of it"]


def test_letters_of_another_font_stand_in_the_gap_of_their_line() -> None:
    """ﬃ, which a font lacks, is drawn after its line; a word printed over others stays apart."""
    line = [*line_of("the o", 72, 700, 10), *line_of("cers of the Committee", 112, 700, 10)]
    found = printed_lines(1, [*line, *line_of("ffi", 97, 700, 10)])
    assert [each.text for each in found] == ["the officers of the Committee"]
    over = printed_lines(1, [*line, *line_of("DRAFT", 120, 700, 10)])
    assert sorted(each.text for each in over) == ["DRAFT", "the o cers of the Committee"]


def test_a_scan_is_refused_with_that_sentence(tmp_path: Path) -> None:
    parsed, report = read(tmp_path, pdf([[], []]))
    assert parsed == []
    assert [(p.code, "scan" in p.message) for p in report.problems] == [("pdf-without-text", True)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "bad-pdf"), (b"%PDF-1.4\nnothing", "bad-pdf"), (b"<html>", "bad-pdf"),
        (pdf([[(72, 700, 10, "x")]] * 401), "pdf-too-large"),
        (pdf([[(72, 700, 10, "Report of the Secretary-General on the rivers of the world, of the lakes and the sea")] * 4] * 2), "no-instrument"),
    ],
    ids=["empty", "cut", "html", "pages", "report"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    parsed, report = read(tmp_path, content)
    assert parsed == []
    assert [(p.severity, p.code) for p in report.problems] == [("error", code)]


@pytest.mark.parametrize("elsewhere", [True, False])
def test_an_exponent_stays_where_its_note_has_another_mark(tmp_path: Path, elsewhere: bool) -> None:
    first = [line for line in (with_mark() if elsewhere else FIRST) if line[1] != 504]
    first += [(72, 504, 10, "one of 10"), (114, 507.4, 6.5, "1"), (118, 504, 10, " rivers of")]
    parsed, report = read(tmp_path, pdf([first, SECOND]))
    (document,) = parsed[0].documents
    asks = next(p for p in document.paragraphs if p.key == "op1")
    assert f"one of 10{'¹' if elsewhere else ''} rivers" in asks.text
    assert [mark.label for mark in asks.notes] == ([] if elsewhere else ["1"])
    assert [mark.label for p in document.paragraphs for mark in p.notes] == ["1"]
    assert account(parsed[0], report).lost == 0


def first(*notes: str) -> list[Line]:
    """The first page with other notes at its foot."""
    kept = [line for line in with_mark() if line[2] != 8.5]
    return [*kept, *[(72, 120 - 10 * at, 8.5, text) for at, text in enumerate(notes)]]


def test_a_line_of_a_note_may_begin_with_a_figure(tmp_path: Path) -> None:
    notes = first(
        "1 United Nations, Treaty Series, vol. 9999, which was in force from", "12 May on."
    )
    parsed, _ = read(tmp_path, pdf([notes, SECOND]))
    (document,) = parsed[0].documents
    assert [note.text for note in document.footnotes] == [
        "United Nations, Treaty Series, vol. 9999, which was in force from 12 May on."
    ]


def test_a_day_in_a_note_is_no_label_though_its_figure_is_the_next(tmp_path: Path) -> None:
    notes = first("1 Supplement for the period from 1 August 2033 to", "2 July 2034 (A/90/97).")
    parsed, _ = read(tmp_path, pdf([notes, SECOND]))
    assert [note.text for note in parsed[0].documents[0].footnotes] == [
        "Supplement for the period from 1 August 2033 to 2 July 2034 (A/90/97)."
    ]


def test_a_note_goes_on_at_the_foot_of_the_next_page(tmp_path: Path) -> None:
    below: list[Line] = [(72, 120, 8.5, "No. 99999, annex."), (72, 110, 8.5, "2 See A/90/99.")]
    marked: list[Line] = [
        (72, 740, 10, "they run2;") if "they run" in line[3] else line for line in SECOND
    ]
    parsed, report = read(
        tmp_path, pdf([first("1 United Nations, Treaty Series, vol. 9999,"), [*marked, *below]])
    )
    (document,) = parsed[0].documents
    assert (
        document.footnotes[0].text == "United Nations, Treaty Series, vol. 9999, No. 99999, annex."
    )
    assert account(parsed[0], report).lost == 0


@pytest.mark.parametrize(("room", "head"), [(40, True), (12, False)])
def test_words_of_the_title_are_a_running_head_where_there_is_room(
    tmp_path: Path, room: float, head: bool
) -> None:
    page = [line for line in SECOND if line[1] != 780]
    parsed, report = read(
        tmp_path, pdf([with_mark(), [(72, 740 + room, 10, "the protection of rivers"), *page]])
    )
    (document,) = parsed[0].documents
    text = next(p.text for p in document.paragraphs if p.key == "op1")
    assert ("into which they run" in text) == head
    assert ("into which the protection of rivers they run" in text) != head
    assert ("artefact:running-head" in account(parsed[0], report).by_use) == head


FRENCH: list[Line] = [
    (72, 760, 10, "Nations Unies"), (460, 760, 10, "A/RES/90/11"),
    (72, 700, 10, "Quatre-vingt-dixième session"),
    (72, 630, 12, "90/11. Protection des fleuves et des rivières dans la coo-"),
    (72, 617, 12, "pération"),
    (95, 570, 10, "L'Assemblée générale,"),
    (95, 550, 10, "Rappelant la Convention sur les rivières et les nombreux accords des ri-"),
    (72, 537, 10, "vières et des fleuves,"),
    (95, 517, 10, "1. Prie le Secrétaire général de lui rendre compte de la situation des rives"),
    (72, 504, 10, "et des fleuves;"),
    (72, 132, 8.5, "1 Voir la Convention sur les rivières, les fleuves et les lacs, et les ri-"),
    (72, 120, 8.5, "vières, les lacs et les fleuves."),
    (72, 60, 8, "35-12345 (F)"),
]  # fmt: skip


def test_a_word_cut_at_a_line_end_is_made_whole_in_notes_and_running_heads(tmp_path: Path) -> None:
    below: list[Line] = [
        (72, 780, 8.5, "A/RES/90/11"), (260, 780, 8.5, "des fleuves et des rivières dans la"),
        (260, 770, 8.5, "coopération"), (95, 740, 10, "2. Décide de rester saisie de la question."),
    ]  # fmt: skip
    marked: list[Line] = []
    for line in FRENCH:
        marked += [line, (171, 540.4, 6.5, "1")] if line[1] == 537 else [line]
    parsed, report = read(tmp_path, pdf([marked, below]))
    (document,) = parsed[0].documents
    assert [note.text for note in document.footnotes] == [
        "Voir la Convention sur les rivières, les fleuves et les lacs, et les rivières, les lacs et"
        " les fleuves."
    ]
    assert [p.text for p in document.paragraphs][-1] == "Décide de rester saisie de la question."
    assert account(parsed[0], report).by_use["artefact:running-head"] == 51


def test_the_end_of_a_title_beside_the_symbol_is_of_the_running_head() -> None:
    def row(n: int, x: float, y: float, text: str) -> Row:
        return row_of(Printed(2, tuple(line_of(text, x, y, 8.5))), n).row

    page = [
        row(1, 300, 750, "合作保护"), row(2, 72, 737, "A/RES/90/11"), row(3, 500, 737, "河流"),
        row(4, 72, 705, "河流。"),
    ]  # fmt: skip
    taken = [each.number for each, _ in furniture(page, 1, "90/11.合作保护河流")]
    assert taken == [1, 2, 3]
    alone = [*page[:2], replace(page[2], printed=row(3, 500, 720, "河流").printed), page[3]]
    assert [each.number for each, _ in furniture(alone, 1, "90/11.合作保护河流")] == [1, 2]


def test_a_numbered_paragraph_begins_below_a_heading_without_room_between_them() -> None:
    text = (
        "The General Assembly,", "Recalling the reports that it had asked for and the needs of",
        "the States of the great rivers", "1. We reaffirm the plan.", "It grew by two in",
    )  # fmt: skip
    lines = [Printed(1, tuple(line_of(t, 72, 700.0 - 12 * n, 10))) for n, t in enumerate(text)]
    rows = [row_of(line, n).row for n, line in enumerate(lines, 1)]
    assert [each.text for each in paragraphs(rows, forms("en"), 10)][2:] == [
        "1. We reaffirm the plan. It grew by two in"
    ]


def test_the_raised_o_of_a_number_stands_in_its_line() -> None:
    def glyphs(text: str, x: float, y: float, size: float) -> list[Glyph]:
        return [
            Glyph(each, x + 5 * n, y, x + 5 * n + 5, size, False, False)
            for n, each in enumerate(text)
        ]

    (line,) = printed_lines(
        1, [*glyphs("n", 72, 700, 10), *glyphs("o", 77, 703.5, 6), *glyphs(" 29, fin", 80, 700, 10)]
    )
    assert line.text == "no 29, fin"


def test_commas_that_a_program_leaves_out_are_told_of() -> None:
    texts = [
        "第九十届会议",
        "90/11. 合作保护河流",
        "大会，",
        "回顾其决议，",
        "1. 请秘书长提交报告。",
    ]
    lines = tuple(
        Printed(1, tuple(
            Glyph(each, 72 + 10 * n, 700 - 20 * row, 82 + 10 * n, 10, False, False)
            for n, each in enumerate(text)
        ))
        for row, text in enumerate(texts)
    )  # fmt: skip
    for producer, told in (("LibreOffice 7.4", True), ("Microsoft Word", False)):
        sheet = layout_of(Pages((lines,), (), producer), None).sheet
        assert ("lost-commas" in {code for _, code, _ in sheet.doubts}) == told


def test_the_places_where_a_comma_may_be_lost_are_named() -> None:
    """Behind a full first line (the comma hung in the margin), where the file has its last and the
    next character together nowhere else; 国 | 家 is one word."""
    width = "河流湖泊" * 7
    texts = [
        (20, "大会，", 0),
        (20, f"强调{width}不分性别年龄", 20),
        (0, "残疾人都可以得到各国的帮助，", 15),
        (20, f"重申{width}都是为了这些国", 20),
        (0, "家的人，", 15),
        (20, "请秘书长提交报告。", 20),
    ]
    lines, y = [], 700
    for indent, text, step in texts:
        y -= step
        lines.append(Printed(1, tuple(
            Glyph(each, 72 + indent + 10 * n, y, 82 + indent + 10 * n, 10, False, False)
            for n, each in enumerate(text)
        )))  # fmt: skip
    last = "帮助国家的人，"  # 国家 together
    lines.append(Printed(1, tuple(line_of(last, 72, y - 15, 10))))
    rows = [row_of(line, n).row for n, line in enumerate(lines, 1)]
    found = [message for _, _, message in lost_commas(rows, 10)]
    assert found == ["a comma may be lost behind '湖泊不分性别年龄'"]


@pytest.mark.parametrize(
    ("above", "joined"),
    [("Report on the budget of the Centre for the period", 1), ("Report on the budget", 2)],
)
def test_a_heading_goes_on_over_the_page_where_its_line_was_full(above: str, joined: int) -> None:
    """Bold lines at the foot of a page and at the head of the next; either way it is told."""
    text = [
        Printed(1, tuple(line_of(words, 72, y, 10)))
        for y, words in (
            (700.0, "The General Assembly,"),
            (688.0, "Recalling the reports that it had asked for and"),
            (676.0, "the needs of the States along the great rivers;"),
        )
    ]
    bold = [
        Printed(page, tuple(each._replace(bold=True) for each in line_of(words, x, y, 10)))
        for page, words, x, y in ((1, above, 72.0, 80.0), (2, "from July to June", 100.0, 740.0))
    ]
    rows = [row_of(line, n).row for n, line in enumerate([*text, *bold], 1)]
    rows[-1] = replace(rows[-1], first=True)
    assert runs_over(rows[-2], rows[-1])
    found = [each.text for each in paragraphs(rows, forms("en"), 10) if each.bold]
    assert len(found) == joined


def test_a_note_of_a_pdf_may_begin_with_a_year(tmp_path: Path) -> None:
    lines = [
        (x, y, size, text.replace("1 United", "1 2030 United")) for x, y, size, text in with_mark()
    ]
    parsed, _ = read(tmp_path, pdf([lines, SECOND]))
    (note,) = parsed[0].documents[0].footnotes
    assert (note.label, (note.text or "")[:20]) == ("1", "2030 United Nations,")


ARABIC = ["إن الجمعية العامة،", "إذ تشير إلى قرارها", "1 - تقرر أن تنظر في المسألة"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["األمم المتحدة"] * 3, "swapped"),
        ([f"الأنهار {n}" for n in range(12)], "another order"),
        ([], ""),
    ],
)
def test_a_damaged_arabic_pdf_is_refused_with_one_message(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = ["A/RES/90/11", *words, "90/11 - حماية الأنهار", *ARABIC]
    lines = (Printed(1, tuple(line_of(own, 72, 780 - 9 * n, 10))) for n, own in enumerate(text))
    monkeypatch.setattr(reader, "pages_of", lambda *_: Pages((tuple(lines),)))
    path = tmp_path / "t.pdf"
    path.write_bytes(b"")
    report = Report()
    parsed = read_pdf(path, "x/t.pdf", report)
    assert bool(parsed) == (not said)
    if said:
        (problem,) = report.problems
        assert (problem.severity, problem.code) == ("error", "arabic-pdf")
        assert said in problem.message
        assert "Word file" in problem.remedy


def test_a_short_file_whose_paragraphs_are_a_line_each_keeps_them_apart() -> None:
    """No line is full, so the room between lines is that between paragraphs; and the organ above
    the session, which is set as the enacting phrase is, does not enact."""
    texts = [
        "联合国", "A/RES/90/11", "大会", "第九十届会议", "议程项目12", "90/11. 合作保护河流",
        "大会，", "审议了河流委员会的报告及其中所载的建议，并感谢所有为此作出贡献的国家，", "核可报告。",
    ]  # fmt: skip
    rows = [
        row_of(
            Printed(1, tuple(
                Glyph(each, 72 + 10 * n, 780.0 - 18 * place, 82 + 10 * n, 10, False, False)
                for n, each in enumerate(text)
            )),
            place,
        ).row
        for place, text in enumerate(texts)
    ]  # fmt: skip
    day = tuple(
        Glyph(each, 350 + 10 * n, 600.0, 360 + 10 * n, 10, False, False)
        for n, each in enumerate("2035年12月3日")
    )
    rows.append(row_of(Printed(1, day), len(rows)).row)
    assert [each.text for each in paragraphs(rows, forms("zh"), 10)][2:] == [
        *texts[2:], "2035年12月3日",
    ]  # fmt: skip


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_turned_for_the_screen_is_read_as_it_was_set(tmp_path: Path, turned: int) -> None:
    content = pdf([with_mark(), SECOND]).replace(
        b"0 0 595 842]", b"0 0 595 842] /Rotate %d" % turned
    )
    plain, _ = read(tmp_path, pdf([with_mark(), SECOND]))
    parsed, report = read(tmp_path, content)
    ours, theirs = ([p.text for p in each[0].documents[0].paragraphs] for each in (parsed, plain))
    assert ours == theirs
    assert [problem.code for problem in report.problems] == ["pdf-layout"]


def test_a_word_file_under_the_name_of_a_pdf_is_told_its_name(tmp_path: Path) -> None:
    _, report = read(tmp_path, b"PK\x03\x04 and so on")
    ((code, remedy),) = [(p.code, p.remedy) for p in report.problems]
    assert (code, remedy[:10]) == ("bad-pdf", "name it .d")
