"""Stage: an XML file from anywhere -> its elements and its runs of text, or a problem.

Nothing is fetched, no entity is declared or expanded, and what is too large, too deep or not
well-formed is reported with its line. The text of the runs is never altered.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast
from xml.parsers import expat

from resolutions.model.document import Run
from resolutions.model.problems import Report

LARGEST = 20_000_000  # bytes; the longest resolution has two million
DEEPEST = 100  # elements inside each other; the UN's files have at most 20
ENCODING = re.compile(r"""\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
DECLARATION = re.compile(r"<!(DOCTYPE|ENTITY)")
NAME = "}"  # stands between a namespace and a name: {http://un.org/akn4un}voters
UTF8 = ("utf-8", "utf8", "us-ascii", "ascii")


class Element(NamedTuple):
    """An element: its name (with its namespace where that is foreign) and what it holds."""

    name: str  # "paragraph", "{http://un.org/akn4un}voters"
    attributes: dict[str, str]
    line: int
    content: tuple[Run | Element, ...]

    @property
    def children(self) -> Iterator[Element]:
        """The elements it holds."""
        return (part for part in self.content if isinstance(part, Element))

    @property
    def runs(self) -> Iterator[Run]:
        """All text in it, in order."""
        for part in self.content:
            if isinstance(part, Element):
                yield from part.runs
            else:
                yield part

    @property
    def words(self) -> str:
        """Its text, blanks made one."""
        return " ".join("".join(run.text for run in self.runs).split())

    @property
    def descendants(self) -> list[Element]:
        """All elements in it, at any depth, in order."""
        found = []
        for part in self.content:
            if isinstance(part, Element):
                found.append(part)
                if part.content:
                    found += part.descendants
        return found

    def find(self, name: str) -> Iterator[Element]:
        """The elements of a name in it, at any depth."""
        return iter([each for each in self.descendants if each.name == name])


class XmlFile(NamedTuple):
    """A file as read: its root, its runs of text and the line each of them stands on."""

    root: Element
    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    sha256: str


def read_xml(path: Path, shown: str, namespace: str, report: Report) -> XmlFile | None:
    """Read a file into elements; report what is no XML, or none that should be read."""
    content = _content(path, shown, report)
    return parse_xml(content, shown, namespace, report) if content is not None else None


def parse_xml(content: bytes, shown: str, namespace: str, report: Report) -> XmlFile | None:
    """Read the content of a file into elements; report what is no XML, or none to be read."""
    text = _decoded(content, shown, report)
    if text is None or _declares(text, shown, report):
        return None
    tree = _Tree(namespace)
    try:
        root = tree.read(content)
    except expat.ExpatError as problem:
        words = expat.ErrorString(problem.code)
        _bad(problem.lineno or 1, f"not well-formed XML: {words}", shown, report)
        return None
    except _TooDeep as problem:
        message = f"elements stand in each other more than {DEEPEST} deep"
        report.error(shown, problem.line, "xml-too-deep", message, "fetch the file again")
        return None
    sha256 = hashlib.sha256(content).hexdigest()
    return XmlFile(root, tuple(tree.lines), tuple(tree.numbers), sha256)


def _content(path: Path, shown: str, report: Report) -> bytes | None:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            message = f"the file has {size // 1_000_000} MB, more than any resolution"
            report.error(shown, 1, "xml-too-large", message, "give the resolution alone")
            return None
        return path.read_bytes()
    except OSError as problem:
        _bad(1, f"the file cannot be read: {problem.strerror}", shown, report)
        return None


def _decoded(content: bytes, shown: str, report: Report) -> str | None:
    """The text of a file in UTF-8; another encoding, said or found, is a problem."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        report.error(shown, line, "not-utf8", "the file is not UTF-8", "save it as UTF-8")
        return None
    said = ENCODING.match(text)
    if said and said[1].lower() not in UTF8:
        message = f"the file says that its encoding is {said[1]}"
        report.error(
            shown, 1, "not-utf8", message, "save it as UTF-8, and say so in its first line"
        )
        return None
    return text


def _declares(text: str, shown: str, report: Report) -> bool:
    """Whether a file declares a document type or entities: none of the UN's does."""
    found = DECLARATION.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        message = f"the file has a {found[1]} declaration, which is never read"
        report.error(shown, line, "xml-doctype", message, "remove it")
    return found is not None


def _bad(line: int, message: str, shown: str, report: Report) -> None:
    report.error(shown, line, "bad-xml", message, "fetch the file again, or mend it")


class _TooDeep(Exception):
    def __init__(self, line: int) -> None:
        self.line = line


class _Open(NamedTuple):
    """An element that has begun and not ended, and what stood before it where it stands."""

    name: str
    attributes: dict[str, str]
    line: int
    before: list[Run | Element]


class _Tree:
    """The elements of a file as they begin and end, and its runs of text as they are counted."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace
        self.own = ""  # what the elements that go by their bare name have before it
        self.lines: list[str] = []
        self.numbers: list[int] = []
        self.open: list[_Open] = []
        self.content: list[Run | Element] = []  # of the innermost open element

    def read(self, content: bytes) -> Element:
        """The root of a file, with all it holds."""
        self.parser = parser = expat.ParserCreate("UTF-8", NAME)
        parser.buffer_text = True
        parser.buffer_size = len(content) + 1  # no run of text comes in two
        parser.StartElementHandler = self.begin
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        try:
            parser.Parse(content, True)
        finally:
            del self.parser  # it holds this tree: neither would ever be let go
        return cast(Element, self.content[0])

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        if len(self.open) == DEEPEST:
            raise _TooDeep(line)
        if not self.open:
            found = tag.rpartition(NAME)[0]  # it may be that of another draft of the standard
            self.own = (found if found.startswith(self.namespace) else self.namespace) + NAME
        name = tag.removeprefix(self.own)
        if name == tag:
            name = f"{{{tag}" if NAME in tag else f"{{}}{tag}"
        self.open.append(_Open(name, attributes, line, self.content))
        self.content = []

    def end(self, _: str) -> None:
        name, attributes, line, before = self.open.pop()
        before.append(Element(name, attributes, line, tuple(self.content)))
        self.content = before

    def text(self, text: str) -> None:
        last = self.content[-1] if self.content else self.open[-1]
        self.lines.append(text)
        self.numbers.append(last.line)
        self.content.append(Run(len(self.lines), 0, len(text), text))
