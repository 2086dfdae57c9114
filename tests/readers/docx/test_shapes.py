"""Word files as programs write them: each means the same as the plain one, or tells what is open."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from wordfile import W, body, document_of, docx, para, read, run

from resolutions.readers.table import READERS, TAKEN

KEYS = "title enacting pp1 op1 op2 op2-a op2-b op3"
LEVELS = (
    "<w:lvl w:ilvl='0'>{0}<w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'>{1}<w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl>"
)


def lists(levels: str = LEVELS.format("", ""), more: str = "", inside: str = "") -> str:
    """A numbering.xml with list 1, and more of them."""
    plain = "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    return f"<w:numbering {W}><w:abstractNum w:abstractNumId='0'>{inside}{levels}</w:abstractNum>{more or plain}</w:numbering>"


def of_list(number: int, depth: int = 0) -> str:
    return f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>"


OPS = (("Requests it;", 0), ("Encourages States:", 0), ("To talk;", 1), ("To train;", 1), ("Decides.", 0))  # fmt: skip


def with_ops(ops: list[str], after: tuple[str, ...] = ()) -> list[str]:
    """The resolution of `body` with other operative paragraphs."""
    whole = body()
    return [*whole[:8], *ops, *whole[-2:], *after]


def shapes(tmp_path: Path, paragraphs: list[str], **parts: str) -> tuple[str, dict[str, str]]:
    document = document_of(read(tmp_path, docx(paragraphs, **parts))[0])
    return " ".join(p.key for p in document.paragraphs), {
        p.key: p.text for p in document.paragraphs
    }


def test_a_list_begins_anew_where_it_says_so(tmp_path: Path) -> None:
    more = (
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='0'/>"
        "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
    )
    ops = [para(text, of_list(1, depth)) for text, depth in OPS]
    annex = (para("Annex"), para("Rules", "<w:jc w:val='center'/>"), *(para(f"States meet {n};", of_list(2)) for n in "ab"))  # fmt: skip
    keys, _ = shapes(tmp_path, with_ops(ops, annex), numbering=lists(more=more))
    assert keys == f"{KEYS} annex-h1 annex-h2 annex-p1 annex-p2"


@pytest.mark.parametrize("linked", [False, True])
def test_a_style_numbers_its_paragraphs_and_a_style_based_on_it(
    linked: bool, tmp_path: Path
) -> None:
    """The list stands in the first style; the depth of the second in the style, or in the list."""
    depth = "" if linked else "<w:ilvl w:val='1'/>"
    own = f"<w:pPr><w:numPr>{depth}</w:numPr></w:pPr>" if depth else ""
    styles = (
        f"<w:styles {W}><w:style w:styleId='Op'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        f"<w:style w:styleId='Item'><w:basedOn w:val='Op'/>{own}</w:style></w:styles>"
    )
    names = ("<w:pStyle w:val='Op'/>", "<w:pStyle w:val='Item'/>")
    levels = LEVELS.format(*names) if linked else LEVELS.format("", "")
    ops = [para(text, names[depth]) for text, depth in OPS]
    keys, _ = shapes(tmp_path, with_ops(ops), numbering=lists(levels), styles=styles)
    assert keys == KEYS


def test_a_list_that_links_to_a_style_is_the_list_of_that_style(tmp_path: Path) -> None:
    more = (
        "<w:abstractNum w:abstractNumId='7'><w:numStyleLink w:val='UN'/></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    )
    ops = [para(text, of_list(1, depth)) for text, depth in OPS]
    numbering = lists(more=more, inside="<w:styleLink w:val='UN'/>")
    assert shapes(tmp_path, with_ops(ops), numbering=numbering)[0] == KEYS


def test_an_empty_paragraph_of_a_list_counts_and_the_gap_is_told(tmp_path: Path) -> None:
    ops = [para("Requests it;", of_list(1)), para("<w:r/>", of_list(1)), para("Decides.", of_list(1))]  # fmt: skip
    parsed, report = read(tmp_path, docx(with_ops(ops)))
    assert [p.key for p in document_of(parsed).paragraphs][-2:] == ["op1", "op3"]
    assert [each.code for each in report.problems] == ["number-gap"]


@pytest.mark.parametrize("end", ["<w:del w:id='1'/>", "<w:vanish/>", "<w:vanish/><w:specVanish/>"])
def test_a_paragraph_whose_end_is_deleted_or_hidden_is_one_with_the_next(
    end: str, tmp_path: Path
) -> None:
    ops = [para(run("1.\tRequests the "), f"<w:rPr>{end}</w:rPr>"), para("Secretary-General to report;"), para("2.\tDecides.")]  # fmt: skip
    keys, texts = shapes(tmp_path, with_ops(ops))
    assert keys == "title enacting pp1 op1 op2"
    assert texts["op1"] == "Requests the Secretary-General to report;"


def test_text_that_a_style_hides_is_none(tmp_path: Path) -> None:
    styles = f"<w:styles {W}><w:style w:styleId='Hid'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"  # fmt: skip
    ops = [para(run("1.\tRequests ") + run("secret ", "<w:rStyle w:val='Hid'/>") + run("it;")), para("2.\tDecides.")]  # fmt: skip
    assert shapes(tmp_path, with_ops(ops), styles=styles)[1]["op1"] == "Requests it;"


@pytest.mark.parametrize("wrap", ["<w:del w:id='1'>{}</w:del>", "<w:ins w:id='1'>{}</w:ins>"])
def test_a_mark_that_was_deleted_calls_no_note(wrap: str, tmp_path: Path) -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>" if "ins" in wrap else ""
    gone = wrap.format(f"<w:r>{hidden}<w:footnoteReference w:id='9'/></w:r>")
    whole = body()
    whole[7] = para(run("Recalling the Rivers") + gone + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run(" and lakes,"))  # fmt: skip
    notes = f"<w:footnotes {W}><w:footnote w:id='9'>{para('Old.')}</w:footnote><w:footnote w:id='2'>{para('New.')}</w:footnote></w:footnotes>"
    document = document_of(read(tmp_path, docx(whole, footnotes=notes))[0])
    assert [(note.label, note.text) for note in document.footnotes] == [("1", "New.")]


def test_numbered_paragraphs_that_line_breaks_part_are_paragraphs(tmp_path: Path) -> None:
    lines = ("1.\tEncourages States:", "(a)\tTo talk;", "(b)\tTo\ntrain;")
    broken = "<w:r><w:br/></w:r>".join(run(line) for line in lines)
    keys, texts = shapes(tmp_path, with_ops([para(broken), para("2.\tDecides.")]))
    assert keys == "title enacting pp1 op1 op1-a op1-b op2"
    assert texts["op1-b"] == "To train;"


@pytest.mark.parametrize(
    "raised", ["<w:vertAlign w:val='superscript'/>", "<w:position w:val='6'/>"]
)
def test_notes_typed_below_the_text_are_notes(raised: str, tmp_path: Path) -> None:
    whole = body()
    whole[7] = para(run("Recalling the Rivers") + run("1", raised) + run(" and lakes,") + run("2", raised))  # fmt: skip
    below = (para("_________"), para(run("1", raised) + run(" See A/1.")), para("2 See A/2."))
    document = document_of(read(tmp_path, docx([*whole, *below]))[0])
    assert [(note.label, note.text) for note in document.footnotes] == [("1", "See A/1."), ("2", "See A/2.")]  # fmt: skip
    assert document.paragraphs[2].text == "Recalling the Rivers and lakes,"
    assert document.paragraphs[-1].key == "op3"


def test_notes_that_do_not_begin_with_1_or_are_letters(tmp_path: Path) -> None:
    settings = f"<w:settings {W}><w:footnotePr><w:numStart w:val='5'/></w:footnotePr></w:settings>"
    document = document_of(read(tmp_path, docx(body(), settings=settings))[0])
    assert [note.label for note in document.footnotes] == ["5"]
    settings = settings.replace("numStart w:val='5'", "numFmt w:val='lowerLetter'")
    _, report = read(tmp_path, docx(body(), settings=settings))
    assert [each.code for each in report.problems] == ["doubtful-note"]


def test_a_sign_of_the_font_symbol_is_known_and_one_of_another_font_told(tmp_path: Path) -> None:
    sign = "<w:r><w:sym w:font='{}' w:char='F02D'/></w:r>"
    ops = [para(run("1.\tRequests 3") + sign.format("Symbol") + run("4;")), para("2.\tDecides.")]
    assert shapes(tmp_path, with_ops(ops))[1]["op1"] == "Requests 3−4;"
    ops[0] = ops[0].replace("Symbol", "Wingdings")
    _, report = read(tmp_path, docx(with_ops(ops)))
    assert [each.code for each in report.problems] == ["unexplained-text"]


@pytest.mark.parametrize(("text", "told"), [("(b)\tTo train;", 1), ("Please recycle", 0)])
def test_text_of_the_resolution_in_a_text_box_is_told(text: str, told: int, tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{para(text)}</w:txbxContent></w:pict></w:r>"
    parsed, report = read(tmp_path, docx(with_ops([para("1.\tRequests it;"), para(box), para("2.\tDecides.")])))  # fmt: skip
    assert parsed
    assert [each.code for each in report.problems] == ["unexplained-text"] * told


def test_notes_called_by_signs_are_told_apart(tmp_path: Path) -> None:
    mark = "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='{}'/><w:t>{}</w:t></w:r>"
    whole = body()
    whole[7] = para(run("Recalling Rivers") + mark.format(2, "*") + run(" and lakes,") + mark.format(3, "**"))  # fmt: skip
    notes = f"<w:footnotes {W}><w:footnote w:id='2'>{para('One.')}</w:footnote><w:footnote w:id='3'>{para('Two.')}</w:footnote></w:footnotes>"
    parsed, report = read(tmp_path, docx(whole, footnotes=notes))
    document = document_of(parsed)
    assert [(note.key, note.label, note.text) for note in document.footnotes] == [
        ("fn-star", "*", "One."), ("fn-star_2", "**", "Two."),
    ]  # fmt: skip
    assert [mark.key for mark in document.paragraphs[2].notes] == ["fn-star", "fn-star_2"]
    assert report.problems == []


def zipped(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return made.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "Word 97"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a password"),
        (b"{\\rtf1 The General Assembly,}", "RTF"), (b"\n<HTML><p>", "a web page"),
        (b"<?xml version='1.0'?><pkg:package/>", "XML"), (b"%PDF-1.7", "a PDF"),
        (zipped("content.xml", "mimetype"), "OpenDocument"), (zipped("Index/Document.iwa"), "Pages"),
        (zipped("xl/workbook.xml"), "Excel"), (zipped("ppt/presentation.xml"), "PowerPoint"),
        (zipped("META-INF/container.xml"), "EPUB"), (zipped("a.txt"), "without a Word document"),
    ],
)  # fmt: skip
def test_what_is_no_word_file_is_refused_for_what_it_is(
    content: bytes, words: str, tmp_path: Path
) -> None:
    parsed, report = read(tmp_path, content)
    assert not parsed
    (problem,) = report.problems
    assert problem.code == "bad-docx"
    assert words in problem.message


def test_the_text_of_a_word_file_may_have_another_name(tmp_path: Path) -> None:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx(body()))) as old,
        zipfile.ZipFile(made, "w") as archive,
    ):
        for name in old.namelist():
            archive.writestr(name.replace("document.xml", "document2.xml"), old.read(name))
        relation = (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        )
        archive.writestr("_rels/.rels", f"<Relationships><Relationship Id='a' Type='{relation}' Target='/word/document2.xml'/></Relationships>")  # fmt: skip
    assert document_of(read(tmp_path, made.getvalue())[0]).symbol == "A/RES/90/11"


def test_older_files_have_a_reader_that_tells_what_they_are() -> None:
    assert {READERS[each] for each in (".docx", ".docm", ".doc", ".odt", ".rtf")} == {
        READERS[".docx"]
    }
    assert ".docm" in TAKEN
    assert ".doc" not in TAKEN


@pytest.mark.parametrize("whole", [0, 3], ids=["all of it", "from the organ on"])
def test_a_text_of_line_breaks_in_one_paragraph_says_so_and_what_to_do(
    whole: int, tmp_path: Path
) -> None:
    lines = ["A/RES/90/11", "Resolution adopted by the General Assembly on 3 December 2035", "90/11. Rivers",
             "The General Assembly,", "Recalling its words on the rivers of the world,",
             "1. Requests a report on the rivers;", "2. Decides to remain seized of the matter."]  # fmt: skip
    broken = para("<w:r><w:br/></w:r>".join(run(line) for line in lines[whole:]))
    parsed, report = read(tmp_path, docx([*map(para, lines[:whole]), broken]))
    assert parsed == []
    (problem,) = report.problems
    assert problem.code == "no-instrument"
    assert "'The General Assembly,' stands between line breaks of one paragraph" in problem.message
    assert "^l by ^p" in problem.remedy


def test_a_letter_with_line_breaks_is_a_letter(tmp_path: Path) -> None:
    lines = [
        "Letter dated 3 May 2035 from Chad",
        "It speaks of the rivers of the world,",
        "and of lakes.",
    ]
    content = docx(
        [para(lines[0]), para("<w:r><w:br/></w:r>".join(run(line) for line in lines[1:]))]
    )
    _, report = read(tmp_path, content)
    assert ["a letter" in each.message for each in report.problems] == [True]


@pytest.mark.parametrize(
    ("bold", "keys"),
    [
        ("", "title pp1 pp2 enacting pp3 op1"),
        ("<w:b/>", "title enacting pp1 op1"),
    ],
)
def test_only_what_is_printed_as_a_heading_goes_into_an_old_title(
    bold: str, keys: str, tmp_path: Path
) -> None:
    """217 A (III), 4 (1946); either is told."""
    above = ("Whereas the rivers of the world are the foundation of peace,", "Now, therefore,")
    text = [para("217 A (III). Rivers"), *(para(run(line, bold)) for line in above)]
    text += map(para, ("The General Assembly,", "Recalling its words,", "1. Approves the rules."))
    parsed, report = read(tmp_path, docx(text))
    assert " ".join(p.key for p in document_of(parsed).paragraphs) == keys
    assert "doubtful-title" in {each.code for each in report.problems}
