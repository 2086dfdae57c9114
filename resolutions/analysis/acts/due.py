"""What an act asks until when, or for which session, and whether it is a report to the Assembly.

Only where the clause itself says so, in the words of `acts.yml`; a session that is only named
(第五届会议通过的…) is no deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from resolutions.model.findings import Act
from resolutions.model.records import Body, Span
from resolutions.model.rules import ActWords


class Asked(NamedTuple):
    """An act, the stretch of text that says what it asks, and until when."""

    act: Act
    clause: Span
    due: Span | None
    assembly: bool  # a report to the General Assembly


def asked(text: str, acts: Sequence[Act], body: Body, words: ActWords) -> Iterator[Asked]:
    """Each act of a paragraph with its clause, which ends where the next act begins.

    `body`: the organ whose text it is.
    """
    for act, after in zip_longest(acts, acts[1:]):
        clause = Span(act.span.start, after.span.start if after else len(text))
        said = text[clause.start : clause.end]
        yield Asked(act, clause, _due(said, clause.start, words), _assembly(said, body, words))


def _due(said: str, start: int, words: ActWords) -> Span | None:
    """The first that any pattern finds."""
    found = [match for each in words.due if (match := _compiled(each).search(said))]
    if not found:
        return None
    first = min(found, key=lambda match: match.start("due"))
    return Span(start + first.start("due"), start + first.end("due"))


def _assembly(said: str, body: Body, words: ActWords) -> bool:
    found = _compiled(words.assembly).search(said)
    return found is not None and (body == "GA" or not found.groupdict().get("own"))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
