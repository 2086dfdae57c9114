"""Prose of ours cut into runs of one script, so that a page can name the language of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolutions.model.records import Language

# Runs of another script in prose of ours, with the marks and figures inside them.
SCRIPT_RUN = re.compile(
    # 第 64/293 号, 《公约》
    r"(?P<zh>[《“]?[㐀-鿿](?:[㐀-鿿，、：；。《》“”（）·]|[\d /.-]+(?=[㐀-鿿]))*)"
    r"|(?P<ar>[\u0600-\u06ff](?:[\s\d«».-]*[\u0600-\u06ff])*)"
    r"|(?P<ru>[Ѐ-ӿ](?:[\s\d«»№,.-]*[Ѐ-ӿ])*)"
)


def runs(text: str) -> Iterator[tuple[str, Language]]:
    """A text cut into runs, each with the language its script tells, "" where none does."""
    end = 0
    for run in SCRIPT_RUN.finditer(text):
        if run.start() > end:
            yield text[end : run.start()], ""
        yield run[0], run.lastgroup or ""
        end = run.end()
    if text[end:]:
        yield text[end:], ""
