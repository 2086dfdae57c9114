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

from lxml import etree

from resolutions.models import Run
from resolutions.problems import Report

LARGEST = 20_000_000  # bytes; the longest resolution has two million
DEEPEST = 100  # elements inside each other; the UN's files have at most 20
ENCODING = re.compile(r"""\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
DECLARATION = re.compile(r"<!(DOCTYPE|ENTITY)")
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
    def descendants(self) -> Iterator[Element]:
        """All elements in it, at any depth, in order."""
        for part in self.content:
            if isinstance(part, Element):
                yield part
                yield from part.descendants

    def find(self, name: str) -> Iterator[Element]:
        """The elements of a name in it, at any depth."""
        return (each for each in self.descendants if each.name == name)


class XmlFile(NamedTuple):
    """A file as read: its root, its runs of text and the line each of them stands on."""

    root: Element
    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    sha256: str


def read_xml(path: Path, shown: str, namespace: str, report: Report) -> XmlFile | None:
    """Read a file into elements; report what is no XML, or none that should be read."""
    content = _content(path, shown, report)
    text = _decoded(content, shown, report) if content is not None else None
    if content is None or text is None or _declares(text, shown, report):
        return None
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=False,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as problem:
        _bad(problem.lineno or 1, f"not well-formed XML: {problem.msg}", shown, report)
        return None
    return _elements(root, namespace, shown, hashlib.sha256(content).hexdigest(), report)


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


def _elements(
    root: etree._Element, namespace: str, shown: str, sha256: str, report: Report
) -> XmlFile | None:
    """Turn lxml's tree into records, and number the runs of text in the order of the file."""
    found = etree.QName(root).namespace or ""  # of another draft of the same standard
    tree = _Tree(f"{{{found if found.startswith(namespace) else namespace}}}")
    try:
        element = tree.element(root, DEEPEST)
    except _TooDeep as problem:
        message = f"elements stand in each other more than {DEEPEST} deep"
        report.error(shown, problem.line, "xml-too-deep", message, "fetch the file again")
        return None
    return XmlFile(element, tuple(tree.lines), tuple(tree.numbers), sha256)


class _TooDeep(Exception):
    def __init__(self, line: int) -> None:
        self.line = line


class _Tree:
    """The runs of text of a file, as they are counted."""

    def __init__(self, own: str) -> None:
        self.own = own  # the namespace whose elements go by their bare name
        self.lines: list[str] = []
        self.numbers: list[int] = []

    def element(self, node: etree._Element, depth: int) -> Element:
        line = cast(int, node.sourceline or 1)
        if not depth:
            raise _TooDeep(line)
        content: list[Run | Element] = []
        if node.text:
            content.append(self.run(node.text, line))
        for child in node:
            element = self.element(child, depth - 1)
            content.append(element)
            if child.tail:
                content.append(self.run(child.tail, element.line))
        tag = node.tag
        name = tag.removeprefix(self.own) if tag[0] == "{" else f"{{}}{tag}"
        attributes = {str(key): str(value) for key, value in node.items()}
        return Element(name, attributes, line, tuple(content))

    def run(self, text: str, line: int) -> Run:
        self.lines.append(text)
        self.numbers.append(line)
        return Run(len(self.lines), 0, len(text), text)
