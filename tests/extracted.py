"""A text as a tool extracts it, read."""

from __future__ import annotations

from pathlib import Path

from resolutions.model.document import Document
from resolutions.model.problems import Report
from resolutions.readers.account import account
from resolutions.readers.text.extracted import read_extracted


def read(tmp_path: Path, text: str) -> tuple[Document, Report]:
    """The one document of a text, no character lost, and what is told of it."""
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    report = Report()
    (parsed,) = read_extracted(path, "x/text.txt", None, report)
    assert account(parsed, report).lost == 0
    (document,) = parsed.documents
    return document, report
