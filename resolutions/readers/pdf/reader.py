"""Stage: a PDF of the United Nations -> its documents and an account of its text.

What layout says is used as evidence: running heads and feet by their place and words, notes and
their marks by size and place, paragraphs by the room between lines and by indents (`layout`).
"""

from __future__ import annotations

from pathlib import Path

from resolutions.model.document import Parsed
from resolutions.model.problems import Report
from resolutions.readers.pdf.layout import layout_of
from resolutions.readers.pdf.pages import pages_of
from resolutions.readers.printed.build import build
from resolutions.readers.printed.source import header_beside, source_of


def read_pdf(path: Path, shown: str, report: Report) -> list[Parsed]:
    """Read a PDF; an empty list, and a problem, where it holds nothing that can be read."""
    pages = pages_of(path, shown, report)
    if pages is None:
        return []
    given = header_beside(path, shown, report)
    layout = layout_of(pages, given)
    source = source_of(path, path.read_bytes(), shown, given, layout.lines, layout.numbers)
    parsed = build(layout.sheet, source, given, report)
    if parsed is None:
        return []
    # Of 45 real files a quarter came out unlike the UN's XML, not all with a doubt of their own.
    message = "a PDF holds no paragraphs, only lines on pages: they were put together by the layout"
    remedy = "compare with the printed document; the Word file or the UN's XML is read more surely"
    report.warn(shown, 1, "pdf-layout", message, remedy)
    return [parsed]
