"""Stage: a text on disk -> a source with its header. The text is never altered."""

from __future__ import annotations

import hashlib
from pathlib import Path

from resolutions.catalogue.yamlfile import load_yaml
from resolutions.model.document import Header, Source
from resolutions.model.problems import Report


def read(path: Path, shown: str, report: Report) -> Source | None:
    """Read a `*.txt` with the `*.yml` beside it.

    `shown` is the folder's name in messages. A text that is not UTF-8 or has no header is
    reported and left out; one that is not the text its header's SHA-256 names is reported.
    """
    file = f"{shown}/{path.name}"
    header_path = path.with_suffix(".yml")
    header_file = f"{shown}/{header_path.name}"
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        report.error(file, line, "not-utf8", "the text is not UTF-8", "save it as UTF-8")
        return None
    if not header_path.exists():
        report.error(
            file, 1, "no-header", "the text has no header", f"write {header_path.name} beside it"
        )
        return None
    header = load_yaml(header_path, header_file, Header, report)
    if header is None:
        return None
    if header.sha256 and header.sha256 != digest:
        report.error(
            file,
            1,
            "text-changed",
            f"the text is not the one its header names (SHA-256 {digest[:12]}…)",
            "restore the file, or name the new text's sha256 in the header",
        )
    lines = tuple(text.replace("\r\n", "\n").split("\n"))
    return Source(
        file=file,
        name=path.name,
        sha256=digest,
        header=header,
        header_file=header_file,
        lines=lines,
    )
