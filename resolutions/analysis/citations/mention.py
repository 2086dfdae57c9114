"""What every finder of citations hands on: a mention, before it is settled what it means."""

from __future__ import annotations

from typing import NamedTuple

from resolutions.model.records import Key, Span, Target


class Mention(NamedTuple):
    """Words that may cite something.

    Without a target and without more, it is a number whose organ is not told.
    """

    span: Span
    target: Target | None = None  # "" is the text itself
    section: str | None = None
    paragraph: Key | None = None
    short: str = ""  # a short title: what it means stands before it
    after: Target | None = None  # the treaty behind which alone it cites anything
    beside: Target | None = None  # it cites nothing, but names this instrument
