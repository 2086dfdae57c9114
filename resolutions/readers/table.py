"""Which reader takes which kind of file: a new kind is one module and one row.

The order is that of trust: of two files of one symbol and language, between which the evidence
does not decide, the first kind is held.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from resolutions.model.document import Parsed
from resolutions.model.problems import Report
from resolutions.readers.akn.reader import read_akn
from resolutions.readers.docx.reader import read_docx
from resolutions.readers.pdf.reader import read_pdf
from resolutions.readers.printed.source import header_beside
from resolutions.readers.text.extracted import read_extracted
from resolutions.readers.text.parse import parse
from resolutions.readers.text.read import read
from resolutions.readers.text.sift import sift

# A file, its name in messages (`data/texts/A-RES-63-195.zh.txt`) and the report -> what it holds;
# an empty list, and a problem, where it holds nothing that can be read.
Reader = Callable[[Path, str, Report], list[Parsed]]


def read_text(path: Path, shown: str, report: Report) -> list[Parsed]:
    """Read a plain text, with the header beside it if there is one.

    A header that names the text's sum, the sections of a report or its wrapped lines tells a
    source that an editor has looked at: nothing in it is made alike or left open.
    """
    given = header_beside(path, shown, report)
    if given is None and path.with_suffix(".yml").exists():
        return []  # it is broken, and that is told
    if given is None or not (given.sha256 or given.sections or given.layout == "wrapped"):
        return read_extracted(path, shown, given, report)
    source = read(path, shown.rpartition("/")[0], report)
    return [parse(sift(source), report)] if source else []


READERS: dict[str, Reader] = {  # by lower-case suffix
    ".xml": read_akn,
    ".docx": read_docx,
    ".docm": read_docx,
    ".pdf": read_pdf,
    ".txt": read_text,
    **dict.fromkeys((".doc", ".odt", ".rtf"), read_docx),  # it tells what they are
}
TAKEN = (".xml", ".docx", ".docm", ".pdf", ".txt")  # those of which texts are made
COUNTED = {
    ".docx": "paragraph",
    ".docm": "paragraph",
    ".pdf": "page",
}  # what the number of a problem counts, if not lines


def counted(name: str) -> str:
    """What the number of a problem counts in a file, by its name: lines, paragraphs, pages."""
    return COUNTED.get(Path(name).suffix.lower(), "line")


def kind_of(path: Path) -> str:
    """The suffix of a file as the table writes it."""
    return path.suffix.lower()


def trust(name: str) -> int:
    """The rank of a file's kind by its name: 0 for XML; what no reader takes comes last."""
    suffixes = list(READERS)
    suffix = Path(name).suffix.lower()
    return suffixes.index(suffix) if suffix in suffixes else len(suffixes)
