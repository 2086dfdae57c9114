"""A Word file from anywhere -> the XML parts that hold its text, or a problem.

A Word file is a zip: what unpacks to more than any resolution, in more parts, or to XML that
declares entities, is refused before it is read.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Collection
from pathlib import Path

from resolutions.model.problems import Report
from resolutions.readers.akn.xmlfile import Element, parse_xml
from resolutions.readers.docx.sniff import LOOKED_AT, Stranger, stranger, stranger_in

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
DOCUMENT, RELATIONS = "word/document.xml", "_rels/.rels"
MAIN = re.compile(r"<Relationship\b[^>]*relationships/officeDocument['\"][^>]*>")
TARGET = re.compile(r"\bTarget=['\"]([^'\"]+)")
LARGEST = 30_000_000  # bytes of the file
LARGEST_PART = 20_000_000  # bytes of a part of XML, unpacked
MOST_PARTS = 2_000
TEXT_PARTS = re.compile(
    r"word/(?:document|footnotes|endnotes|comments|styles|numbering|settings|header\d*|footer\d*)\.xml"
)


class Package:
    """The parts of a Word file, each read when it is asked for."""

    def __init__(self, path: Path, shown: str, report: Report) -> None:
        self.path, self.shown, self.report = path, shown, report

    def parts(self) -> dict[str, Element]:
        """Every part with text, by name; empty, and a problem, where the file is no Word file."""
        try:
            if self.path.stat().st_size > LARGEST:
                return self._refused(
                    "docx-too-large",
                    "the file is larger than any resolution",
                    "give the resolution alone",
                )
            with self.path.open("rb") as file:
                other = stranger(file.read(LOOKED_AT))
            if other:
                return self._refused("bad-docx", *other)
            with zipfile.ZipFile(self.path) as archive:
                return self._read(archive)
        except (
            zipfile.BadZipFile,
            zipfile.LargeZipFile,
            NotImplementedError,
            RuntimeError,
            EOFError,
            ValueError,
        ) as problem:
            return self._refused(
                "bad-docx",
                f"it is no Word file that can be opened: {problem}",
                "save it again as .docx, without a password",
            )
        except OSError as problem:
            return self._refused(
                "bad-docx",
                f"the file cannot be read: {problem.strerror or problem}",
                "fetch the file again",
            )
        except Exception as problem:  # zlib.error and its like: a broken archive
            if type(problem).__module__ not in ("zlib", "lzma", "_lzma"):
                raise
            return self._refused("bad-docx", f"it is broken: {problem}", "fetch the file again")

    def _read(self, archive: zipfile.ZipFile) -> dict[str, Element]:
        names = archive.namelist()
        if len(names) > MOST_PARTS:
            return self._refused(
                "docx-too-large", f"it has {len(names)} parts", "fetch the file again"
            )
        main = _main(archive, names)
        if main is None:
            other = stranger_in(names) or Stranger(
                "it is a zip without a Word document in it", "give the .docx itself"
            )
            return self._refused("bad-docx", *other)
        found: dict[str, Element] = {}
        for name in names:
            if name != main and not TEXT_PARTS.fullmatch(name):
                continue
            with archive.open(name) as part:
                content = part.read(LARGEST_PART + 1)
            if len(content) > LARGEST_PART:
                return self._refused(
                    "docx-too-large",
                    f"{posixpath.basename(name)} unpacks to more than any resolution",
                    "give the resolution alone",
                )
            own = Report()
            file = parse_xml(
                content, f"{self.shown}", STRICT if STRICT.encode() in content[:4000] else W, own
            )
            if file is None:
                words = own.problems[0].message if own.problems else "it is no XML"
                return self._refused(
                    "bad-docx", f"{posixpath.basename(name)}: {words}", "save it again with Word"
                )
            found[DOCUMENT if name == main else name] = file.root
        return found

    def _refused(self, code: str, message: str, remedy: str) -> dict[str, Element]:
        self.report.error(self.shown, 1, code, message, remedy)
        return {}


def _main(archive: zipfile.ZipFile, names: Collection[str]) -> str | None:
    """The part that holds the text: document.xml, or another that the package names."""
    if DOCUMENT in names:
        return DOCUMENT
    if RELATIONS not in names:
        return None
    with archive.open(RELATIONS) as part:
        said = MAIN.search(part.read(LARGEST_PART).decode("utf-8", "replace"))
    target = TARGET.search(said[0]) if said else None
    name = target[1].lstrip("/") if target else ""
    return name if name in names and name.startswith("word/") else None


def value(element: Element, name: str = "val") -> str:
    """An attribute of Word's own namespace."""
    return next(
        (text for key, text in element.attributes.items() if key.rpartition("}")[2] == name), ""
    )


def child(element: Element | None, *names: str) -> Element | None:
    """The element reached by going down by names."""
    for name in names:
        element = (
            next((each for each in element.children if each.name == name), None)
            if element
            else None
        )
    return element


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a switch of Word's is on: <w:b/>, and not <w:b w:val="0"/>."""
    found = child(properties, name)
    return found is not None and value(found) not in ("0", "false", "off", "none")
