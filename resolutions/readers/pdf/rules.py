"""Part of `pdf`: the straight rules drawn on a page, which part the rows and columns of tables."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MOST_OBJECTS = 20_000  # of a page; rules behind them are not looked for
THIN = 2.0  # points: what is wider is a box or a picture
SHORTEST = 6.0


class Rule(NamedTuple):
    """A rule by its two ends; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right, not upwards."""
        return self.top - self.bottom < THIN


def rules(page: pdfium.PdfPage) -> Iterator[Rule]:
    """The rules of a page, in the order of the file."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            rule = Rule(left.value, bottom.value, right.value, top.value)
            thin, long = sorted((rule.right - rule.left, rule.top - rule.bottom))
            if thin < THIN and long > SHORTEST:
                yield rule
