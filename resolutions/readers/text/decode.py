"""Part of `extracted`: bytes -> text, or a problem that says what they are instead."""

from __future__ import annotations

from resolutions.model.problems import Report

LARGEST = 20_000_000  # bytes
STRANGERS = (
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("{\\rtf", "an RTF file"),
    ("%pdf", "a PDF"),
    ("<?xml", "an XML file"),
)


def decoded(content: bytes, shown: str, report: Report) -> str | None:
    """The text of a file; None, and a problem, where it is too large, not UTF-8 or no text."""
    if len(content) > LARGEST:
        report.error(
            shown,
            1,
            "text-too-large",
            "the text is longer than any resolution",
            "give the resolution alone",
        )
        return None
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        report.error(shown, line, "not-utf8", "the text is not UTF-8", "save it as UTF-8")
        return None
    kind = next(
        (what for start, what in STRANGERS if text[:400].lstrip().lower().startswith(start)), None
    )
    if kind or "\0" in text:
        report.error(
            shown,
            1,
            "no-instrument",
            f"it is {kind or 'no plain text'}",
            "give the text of the resolution",
        )
        return None
    return text
