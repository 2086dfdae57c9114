"""What a page shows otherwise than as plain text: set right, left out and told, or refused."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from test_pdf import FIRST, SECOND, Line, drawing, pdf, pdf_of, read, with_mark

from resolutions.model.document import Document
from resolutions.model.problems import Report
from resolutions.readers.account import account
from resolutions.readers.pdf.furniture import page_gap
from resolutions.readers.pdf.glyphs import Glyph
from resolutions.readers.pdf.lines import printed_lines
from resolutions.readers.pdf.reader import read_pdf

PLAIN = [drawing(with_mark()), drawing(SECOND)]


def texts(tmp_path: Path, content: bytes) -> tuple[list[str], list[tuple[str, str]]]:
    """The paragraphs and notes of a file, and what is told of it; no character of it is lost."""
    parsed, report = read(tmp_path, content)
    assert parsed, report.problems
    (document,) = parsed[0].documents
    assert account(parsed[0], report).lost == 0
    told = [(p.code, p.message) for p in report.problems if p.code != "pdf-layout"]
    return words(document), told


def words(document: Document) -> list[str]:
    found = [f"{p.label} {p.text}" for p in document.paragraphs]
    return [*found, *(f"{note.label} {note.text}" for note in document.footnotes)]


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ("BT /F1 20 Tf .7 .7 -.7 .7 150 300 Tm (DRAFT) Tj ET", "'DRAFT' (1 lines) is printed aslant"),
        ("BT /F1 8 Tf 0 1 -1 0 30 300 Tm (Side words) Tj ET", "'Side words' (1 lines) is printed aslant"),
        ("BT /F1 90 Tf 130 430 Td (DRAFT) Tj ET", "huge letters"),
        ("BT 3 Tr /F1 10 Tf 100 430 Td (Words) Tj 0 Tr ET", "'Words' (1 lines) cannot be seen"),
        ("BT /F1 10 Tf 650 430 Td (Words) Tj ET", "'Words' (1 lines) lies outside of the page"),
    ],
)  # fmt: skip
def test_what_is_no_text_of_the_page_is_left_out_and_told(
    drawn: str, said: str, tmp_path: Path
) -> None:
    plain, nothing = texts(tmp_path, pdf_of(PLAIN))
    found, told = texts(tmp_path, pdf_of([PLAIN[0] + drawn, PLAIN[1]]))
    assert (nothing, found) == ([], plain)
    assert [code for code, _ in told] == ["unseen-text"]
    assert said in told[0][1]


def test_marks_in_lines_that_are_left_out_are_left_out_too(tmp_path: Path) -> None:
    mark: Line = (700, 434, 5, "1")
    lines: list[Line] = [mark, (640, 430, 10, "Words beside the sheet"), (640, 418, 10, "and more")]
    _, told = texts(tmp_path, pdf_of([PLAIN[0] + drawing(lines), PLAIN[1]]))
    assert [code for code, _ in told] == ["unseen-text"]
    marks = [Glyph("1", 700, 434, 703, 5, False, False)]
    words = [Glyph("W", 640 + 9 * n, 430, 649 + 9 * n, 10, False, False) for n in range(9)]
    assert [line.aside for line in printed_lines(1, [*marks, *words], "outside")] == ["outside"]


def test_a_running_head_outside_of_the_page_is_no_doubt(tmp_path: Path) -> None:
    """A/RES/78/159 prints the symbol of every other page beside the sheet."""
    drawn = "BT /F1 8.5 Tf 650 780 Td (A/RES/90/11) Tj ET"
    assert texts(tmp_path, pdf_of([PLAIN[0], PLAIN[1] + drawn]))[1] == []


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ("1 g BT /F1 10 Tf 100 480 Td (Other words) Tj ET 0 g", "in white"),
        ("1 0 0 rg BT /F1 10 Tf 100 480 Td (Other words) Tj ET 0 g", "in red or pale letters"),
        (".8 g BT /F1 10 Tf 100 480 Td (Other words) Tj ET 0 g", "in red or pale letters"),
        ("/OC << /Type /OCG >> BDC BT /F1 10 Tf 100 480 Td (Other words) Tj ET EMC", "a layer"),
    ],
)
def test_words_that_may_be_a_stamp_are_kept_and_told(drawn: str, said: str, tmp_path: Path) -> None:
    found, told = texts(tmp_path, pdf_of([PLAIN[0] + drawn, PLAIN[1]]))
    assert any("Other words" in each for each in found)
    assert [(code, said in message) for code, message in told if code == "odd-text"] == [
        ("odd-text", True)
    ]


@pytest.mark.parametrize(
    ("matrix", "box"),
    [
        ("0 1 -1 0 842 0", "0 0 842 595"),
        ("-1 0 0 -1 595 842", "0 0 595 842"),
        ("0 -1 1 0 0 595", "0 0 842 595"),
        (".75 0 0 .75 0 0", "0 0 446 632"),  # as browsers draw
        (".9994 .035 -.035 .9994 0 0", "0 0 595 842"),  # a scan that lay askew by two degrees
    ],
)
def test_a_page_drawn_turned_or_small_is_read_as_it_is_set(
    matrix: str, box: str, tmp_path: Path
) -> None:
    drawings = [f"q {matrix} cm {each} Q\n" for each in PLAIN]
    assert texts(tmp_path, pdf_of(drawings, box)) == texts(tmp_path, pdf_of(PLAIN))


def test_what_is_drawn_twice_at_its_place_is_read_once(tmp_path: Path) -> None:
    twice = [f"{each} q 1 0 0 1 .3 .3 cm {each} Q\n" for each in PLAIN]
    assert texts(tmp_path, pdf_of(twice)) == texts(tmp_path, pdf_of(PLAIN))


def test_two_pages_on_a_sheet_are_read_one_after_the_other(tmp_path: Path) -> None:
    sheet = f"q .7 0 0 .7 0 0 cm {PLAIN[0]} Q q .7 0 0 .7 421 0 cm {PLAIN[1]} Q\n"
    assert texts(tmp_path, pdf_of([sheet], "0 0 842 595")) == texts(tmp_path, pdf_of(PLAIN))


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ((72, 20, 8, "https://docs.example.org/1"), (72, 20, 8, "https://docs.example.org/1"), True),
        ((72, 20, 8, "For use of the library"), (72, 20, 8, "For use of the library"), True),
        ((460, 812, 8, "A/RES/90/11"), (460, 812, 8, "A/RES/90/11"), False),
        ((460, 812, 8, "A/RES/90/11 (copy)"), (460, 812, 8, "A/RES/90/11 (copy)"), True),
        ((72, 20, 8, "35-12345 (E)"), (72, 20, 8, "35-12345 (E)"), False),
        ((280, 40, 8, "Page 1 of 2"), (280, 40, 8, "Page 2 of 2"), False),
        ((280, 40, 8, "- i -"), (280, 40, 8, "- ii -"), False),
        ((280, 40, 8, "iv"), (280, 40, 8, "v"), False),
        ((60, 530, 10, "ADVANCE UNEDITED"), (60, 530, 10, "ADVANCE UNEDITED"), True),
    ],
)  # fmt: skip
def test_what_stands_on_every_page_is_no_text(
    first: Line, second: Line, told: bool, tmp_path: Path
) -> None:
    filler: list[Line] = [
        (95, 640 - 20 * n, 10, f"{n + 3}. Requests the States to report on river {word}.")
        for n, word in enumerate(("Amazon", "Danube", "Elbe", "Ganges", "Loire"))
    ]
    second_page = [line for line in SECOND if line[1] > 700] + filler
    second_page += [(400, 520, 10, "55th plenary meeting"), (400, 507, 10, "3 December 2035")]
    plain, _ = texts(tmp_path, pdf([with_mark(), second_page]))
    found, said = texts(tmp_path, pdf([[*with_mark(), first], [*second_page, second]]))
    assert found == plain
    assert [code for code, _ in said] == (["unseen-text"] if told else [])


def test_lines_at_the_edges_of_pages_are_told_once_and_counted_by_name(tmp_path: Path) -> None:
    feet: list[Line] = [(72, 26, 8, "For use of the library"), (300, 16, 8, "Do not pass it on")]
    filler: list[Line] = [
        (95, 640 - 20 * n, 10, f"{n + 3}. Requests the States to report on river {word}.")
        for n, word in enumerate(("Amazon", "Danube", "Elbe", "Ganges", "Loire"))
    ]
    pages = [[*with_mark(), *feet], [*SECOND, *filler, *feet]]
    parsed, report = read(tmp_path, pdf(pages))
    told = [each.message for each in report.problems if each.code == "unseen-text"]
    assert len(told) == 1
    assert "4 lines of this kind" in told[0]
    lost = sum(len(text.replace(" ", "")) for *_, text in feet)
    assert account(parsed[0], report).by_use["artefact:repeated"] == 2 * lost


def test_notes_of_several_pages_may_have_the_same_line(tmp_path: Path) -> None:
    """A/RES/77/91 in Russian: the second lines of two notes at the foot of two pages."""
    note = "the Rivers, Final Document,"
    first = [line for line in with_mark() if line[2] != 8.5]
    first += [(72, 120, 8.5, "1 See Conference on"), (72, 109.5, 8.5, note)]
    second = [line for line in SECOND if line[1] < 720 or line[1] > 740]
    second += [(72, 740, 10, "they run;"), (95, 720, 10, "2. Decides"), (140, 723.4, 6.5, "2")]
    second += [(146, 720, 10, "to remain seized of the matter.")]
    second += [(72, 120, 8.5, "2 See Meeting of"), (72, 109.5, 8.5, note)]
    found, _ = texts(tmp_path, pdf([first, second]))
    assert found[-2:] == [f"1 See Conference on {note}", f"2 See Meeting of {note}"]


def test_numbered_lines_are_refused(tmp_path: Path) -> None:
    heights = [735, 700, 660, 630, 600, 570, 550, 537, 517, 504]
    numbers: list[Line] = [(560, y, 8, str(n)) for n, y in enumerate(heights, 1)]
    parsed, report = read(tmp_path, pdf([[*with_mark(), *numbers], SECOND]))
    assert parsed == []
    assert [p.code for p in report.problems] == ["numbered-lines"]


def test_several_documents_in_a_file_are_refused(tmp_path: Path) -> None:
    parsed, report = read(tmp_path, pdf([with_mark(), SECOND, with_mark(), SECOND]))
    assert parsed == []
    assert [(p.code, "pages 1, 3" in p.message) for p in report.problems] == [
        ("several-documents", True)
    ]


def test_pages_of_another_language_are_refused(tmp_path: Path) -> None:
    french: list[Line] = [
        (72, 700 - 12 * n, 10, "Prie le Secretaire de lui rendre compte des fleuves et de la mer dans les pays")
        for n in range(20)
    ]  # fmt: skip
    english: list[Line] = [
        (72, 700 - 12 * n, 10, "Requests the Secretary to report to it on the rivers and of the sea in States")
        for n in range(20)
    ]  # fmt: skip
    parsed, report = read(tmp_path, pdf([with_mark(), english, french]))
    assert parsed == []
    assert ["en on page 2, fr on page 3" in p.message for p in report.problems] == [True]


@pytest.mark.parametrize(
    ("feet", "odd"),
    [
        (["1/3", "2/3", "3/3"], False),
        (["2/3", "3/3"], False),  # the first has none
        (["1/3", "3/3"], True),
        (["3/3", "2/3", "1/3"], True),
        (["Page 1 of 4", "Page 2 of 4"], True),
        (["12", "13"], False),
    ],
)
def test_pages_that_lack_or_stand_elsewhere_are_told(feet: list[str], odd: bool) -> None:
    assert bool(page_gap(feet)) == odd


def test_a_page_that_stands_twice_is_told(tmp_path: Path) -> None:
    middle: list[Line] = [(95, 700 - 20 * n, 10, f"Recalling river {n},") for n in range(8)]
    start = [line for line in FIRST if not 500 < line[1] < 540]
    content = pdf([start, middle, middle, SECOND])
    assert ("odd-pages", "page 3 is a page above it once more") in texts(tmp_path, content)[1]


def test_text_that_a_machine_read_under_a_picture_is_told(tmp_path: Path) -> None:
    drawings = [f"3 Tr\n{each}" for each in PLAIN]
    found, told = texts(tmp_path, pdf_of(drawings))
    assert found == texts(tmp_path, pdf_of(PLAIN))[0]
    assert [code for code, _ in told] == ["pdf-ocr", "pdf-ocr"]


def test_a_text_that_ends_in_a_sentence_is_told(tmp_path: Path) -> None:
    assert [code for code, _ in texts(tmp_path, pdf([with_mark()]))[1]] == ["cut-short"]


def test_a_locked_file_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_: bytes) -> None:
        raise pdfium.PdfiumError("Failed to load document (PDFium: Incorrect password error).")

    monkeypatch.setattr(pdfium, "PdfDocument", locked)
    path = tmp_path / "t.pdf"
    path.write_bytes(b"%PDF-1.7")
    report = Report()
    assert read_pdf(path, "x/t.pdf", report) == []
    assert [(p.message, "without one" in p.remedy) for p in report.problems] == [
        ("it is locked with a password", True)
    ]


def test_paragraphs_without_indents_part_over_a_page(tmp_path: Path) -> None:
    """As browsers print: the line above the edge had room for the next word, and more."""
    start = [(72, *line[1:]) for line in FIRST if not 500 < line[1] < 530]
    start[-3] = (72, 550, 10, "Recalling the Convention on Rivers, the well-")
    rest: list[Line] = [
        (72, 740, 10, "Noting that rivers run,"),
        (72, 720, 10, "1. Decides to stay."),
    ]
    start = [line for line in start if line[1] not in (537.0, 120.0)]
    start += [(72, 537, 10, "known,")]
    found, _ = texts(tmp_path, pdf([start, [*rest, *SECOND[4:]]]))  # type: ignore[list-item]
    assert " Noting that rivers run," in found
