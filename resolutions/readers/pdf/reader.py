"""Stage: a PDF of the United Nations -> its documents and an account of its text.

What layout says is used as evidence: running heads and feet by their place and words, notes and
their marks by size and place, paragraphs by the room between lines and by indents (`layout`).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from resolutions.model.document import Parsed
from resolutions.model.problems import Report
from resolutions.readers.pdf.layout import Layout, layout_of
from resolutions.readers.pdf.pages import pages_of
from resolutions.readers.printed.build import build
from resolutions.readers.printed.language import letters_swapped
from resolutions.readers.printed.source import header_beside, source_of

MOST_TOLD = 10  # problems of an Arabic PDF: of more, its lines are not in the order of the text


def read_pdf(path: Path, shown: str, report: Report) -> list[Parsed]:
    """Read a PDF; an empty list, and a problem, where it holds nothing that can be read."""
    with _no_collector():
        return _read(path, shown, report)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Let the garbage collector rest: it would look at 200,000 characters again and again, none of
    which is in a circle, for a fifth of the time of a long file."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(path: Path, shown: str, report: Report) -> list[Parsed]:
    pages = pages_of(path, shown, report)
    if pages is None:
        return []
    given = header_beside(path, shown, report)
    layout = layout_of(pages, given)
    if layout.several:
        remedy = "give each document, in each language, as a file of its own"
        report.error(shown, 1, "several-documents", layout.several, remedy)
        return []
    source = source_of(path, path.read_bytes(), shown, given, layout.lines, layout.numbers)
    own = Report()
    parsed = build(layout.sheet, source, given, own)
    if damage := _damage(layout, own):
        report.error(shown, 1, "arabic-pdf", damage, "take the Word file or the UN's XML")
        return []
    report.problems += own.problems
    if parsed is None:
        return []
    # Of 45 real files a quarter came out unlike the UN's XML, not all with a doubt of their own.
    message = "a PDF holds no paragraphs, only lines on pages: they were put together by the layout"
    remedy = "compare with the printed document; the Word file or the UN's XML is read more surely"
    report.warn(shown, 1, "pdf-layout", message, remedy)
    for page, code, message in pages.doubts:
        report.warn(shown, page, code, message, "compare with the printed document")
    return [parsed]


def _damage(layout: Layout, report: Report) -> str | None:
    """Why an Arabic PDF is not read: its letters or its lines stand in another order, which makes a
    hundred messages of which none can be mended."""
    if all(code != "arabic-pdf" for _, code, _ in layout.sheet.doubts):
        return None
    if letters_swapped(layout.lines) is not None:
        return "its Arabic letters lam and alef are swapped in its words"
    told = [each for each in report.problems if each.severity != "skipped"]
    if len(told) > MOST_TOLD:
        return f"its Arabic words or lines stand in another order ({len(told)} places)"
    return None
