"""Printed lines made of texts."""

from __future__ import annotations

from typing import Any

from resolutions.model.document import Run
from resolutions.readers.akn.inline import Stretch
from resolutions.readers.printed.lines import PrintedLine


def line(text: str, number: int = 1, **said: Any) -> PrintedLine:
    """A line, and what its layout says."""
    return PrintedLine((Stretch(Run(number, 0, len(text), text)),), number, **said)


def lines(*texts: str, **said: Any) -> list[PrintedLine]:
    """Lines numbered from 1, whose layout says the same of each."""
    return [line(text, number, **said) for number, text in enumerate(texts, 1)]
