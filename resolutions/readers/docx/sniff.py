"""What a file is that is no Word file of today, by its first bytes and its parts."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = "save it as .docx"
STARTS = (  # what the first bytes, in small letters and without blanks before them, say
    (b"%pdf-", "it is a PDF", "name it .pdf"),
    (b"{\\rtf", "it is an RTF file", WORD),
    (b"<!doctype html", "it is a web page", "give the UN's own Word file"),
    (b"<html", "it is a web page", "give the UN's own Word file"),
    (b"mime-version", "it is a web page in one file (MHTML)", WORD),
    (b"<?xml", "it is XML", "name it .xml, or " + WORD),
)
PARTS = (  # by a part that only such a zip has
    ("xl/workbook.xml", "it is a spreadsheet of Excel", "give the resolution as .docx"),
    ("ppt/presentation.xml", "it is a presentation of PowerPoint", "give the resolution as .docx"),
    ("Index/Document.iwa", "it is a file of Pages", "export it as Word, .docx"),
    ("Index.zip", "it is a file of Pages", "export it as Word, .docx"),
    ("META-INF/container.xml", "it is an e-book (EPUB)", "give the resolution as .docx"),
    ("content.xml", "it is an OpenDocument file, as LibreOffice writes them", WORD),
)
LOOKED_AT = 400_000  # bytes of an OLE file, in which the names of its streams stand


class Stranger(NamedTuple):
    """What a file is instead, and what to do."""

    what: str
    remedy: str


def stranger(content: bytes) -> Stranger | None:
    """What the bytes of a file say that is no zip; None where they say nothing."""
    start = content[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return Stranger("it has a password", "save it without a password")
        return Stranger("it is a file of Word 97 (.doc), or of another old program", WORD)
    return next((Stranger(*said) for sign, *said in STARTS if start.startswith(sign)), None)


def stranger_in(names: Collection[str]) -> Stranger | None:
    """What the parts of a zip say that holds no Word document; None where they say nothing."""
    return next((Stranger(*said) for part, *said in PARTS if part in names), None)
