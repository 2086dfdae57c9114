"""Part of `extracted`: bytes -> text, or a problem that says what they are instead."""

from __future__ import annotations

import re
import unicodedata

from resolutions.model.problems import Report
from resolutions.readers.text.strangers import stranger

LARGEST = 20_000_000  # bytes
COMBINED = re.compile(
    "[A-Za-z\u0410-\u044f][\u0300-\u036f]+"
)  # e and its accent, as macOS parts them


def decoded(content: bytes, shown: str, report: Report) -> str | None:
    """The text of a file; None, and a problem, where it is too large, not UTF-8 or no plain text.

    Line ends are made one, letters joined with their accents.
    """
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
    if what := stranger(text):
        report.error(shown, 1, "no-instrument", what.what, what.remedy)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return COMBINED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
