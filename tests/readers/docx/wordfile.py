"""Word files for tests: raw OOXML, zipped; and what our reader makes of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from resolutions.model.document import Document, Parsed
from resolutions.model.problems import Report
from resolutions.readers.docx.reader import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOTE = "<w:r><w:footnoteReference w:id='{}'/></w:r>"
HEAD = (
    "General Assembly", "A/RES/90/11", "Distr.: General", "12 December 2035",
)  # fmt: skip
TEXT = (
    "Ninetieth session", "Agenda item 12", "Rivers",
    "Resolution adopted by the General Assembly on 3 December 2035",
    "[on the report of the Third Committee (A/90/77, para. 9)]",
)  # fmt: skip


def run(text: str, properties: str = "") -> str:
    pieces = escape(text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{pieces}</w:t></w:r>"


def para(content: str, properties: str = "") -> str:
    content = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def body() -> list[str]:
    numbered = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    return [
        *(para(line) for line in TEXT),
        para("\t90/11.\tCooperation for the protection of rivers", "<w:pStyle w:val='H1'/>"),
        para("\tThe General Assembly,"),
        # a run cut inside a word
        para(run("\tRecal") + run("ling the Convention on Rivers") + NOTE.format(2) + run(" and the lakes,")),
        para("Requests the Secretary-General to report;", numbered),
        para("Encourages Member States:", numbered),
        para("\t(a)\tTo exchange information;"),
        para("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>" + run("\t(b)\tTo provide training in non") + "<w:r><w:noBreakHyphen/></w:r>" + run("formal schools;")),
        para("Decides to remain seized of the matter.", numbered),
        para("55th plenary meeting", "<w:jc w:val='right'/>"),
        para("3 December 2035", "<w:jc w:val='right'/>"),
    ]  # fmt: skip


def docx(paragraphs: list[str], **parts: str) -> bytes:
    notes = f"<w:footnotes {W}><w:footnote w:id='2'>{para(run('United Nations, ') + run('Treaty Series', '<w:i/>') + run(', vol. 9999.'))}</w:footnote></w:footnotes>"
    header = f"<w:hdr {W}>{''.join(para(line) for line in HEAD)}</w:hdr>"
    levels = "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    numbering = f"<w:numbering {W}><w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    files = {
        "document": f"<w:document {W}><w:body>{''.join(paragraphs)}</w:body></w:document>",
        "footnotes": notes, "header1": header, "numbering": numbering, **parts,
    }  # fmt: skip
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"word/{name}.xml", f"<?xml version='1.0' encoding='UTF-8'?>{content}")
    return made.getvalue()


def read(tmp_path: Path, content: bytes) -> tuple[list[Parsed], Report]:
    path = tmp_path / "t.docx"
    path.write_bytes(content)
    report = Report()
    return read_docx(path, "x/t.docx", report), report


def document_of(parsed: list[Parsed]) -> Document:
    ((document,),) = (each.documents for each in parsed)
    return document
