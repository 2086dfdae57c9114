"""What a text cites, as tests ask it."""

from __future__ import annotations

from typing import Any

from conftest import NAMES, document_of

from resolutions.analysis.citations.cite import cite
from resolutions.analysis.citations.find import mentions
from resolutions.model.findings import Citation


def targets(
    text: str, body: Any = "GA", keys: set[str] | None = None
) -> list[tuple[str, str | None]]:
    return [
        (text[each.span.start : each.span.end], each.target)
        for each in mentions(text, NAMES, body, keys or set())
    ]


def citations(text: str, **header: Any) -> dict[str, list[Citation]]:
    own, _, _ = cite(document_of(text, **header), NAMES)
    return {key: list(found) for key, found in own.items() if found}


def open_ends(text: str, **header: Any) -> list[tuple[str, str, str]]:
    return [
        (each.key, each.text, each.reason) for each in cite(document_of(text, **header), NAMES)[2]
    ]
