"""Part of `printed`: the file itself, as a record, and the header that may lie beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from resolutions.catalogue.yamlfile import load_yaml
from resolutions.model.document import Header, Source
from resolutions.model.problems import Report


def header_beside(path: Path, shown: str, report: Report) -> Header | None:
    """The header beside a file; None where there is none, or, with a problem, a broken one."""
    header = path.with_suffix(".yml")
    if not header.exists():
        return None
    return load_yaml(header, f"{shown.rpartition('/')[0]}/{header.name}", Header, report)


def source_of(
    path: Path, content: bytes, shown: str, given: Header | None, lines: Sequence[str],
    numbers: Sequence[int] = (), authority: Literal["un-document", "extract"] = "un-document",
) -> Source:  # fmt: skip
    """A file and its lines; `numbers` are their pages or lines as messages tell them."""
    return Source(
        file=shown,
        name=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        header=given or Header(symbol="", language="en", authority=authority),
        header_file=shown,
        lines=tuple(lines),
        numbers=tuple(numbers),
    )
