"""Part of `pdf`: the characters of a page as PDFium gives them, with their place, size and font."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
MADE_UP = frozenset((0, 2, 9, 10, 13, 32, 0x2D, 0xA0, 0xAD, 0xFFFE, 0xFFFF))


class Glyph(NamedTuple):
    """A character where it is printed; y grows upwards."""

    text: str
    x: float
    y: float
    right: float
    size: float
    bold: bool
    italic: bool


def glyphs(page: pdfium.PdfTextPage, count: int) -> Iterator[Glyph]:
    """The characters of a page, but those that PDFium made up.

    Every call counts: there are 3,600 characters on a page. Only blanks, line ends and hyphens are
    ever made up, so nothing else is asked about.
    """
    text_page = page.raw
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    to_x, to_y, to_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    code_at, object_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetTextObject
    origin, edges = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox
    settings: dict[int, _Setting] = {}
    high = ""
    for index in range(count):
        code = code_at(text_page, index)
        if code in MADE_UP and raw.FPDFText_IsGenerated(text_page, index):
            continue
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        text = chr(code) if not high and 32 <= code < 0xFFFE else _character(high, code)
        high = ""
        if text:
            origin(text_page, index, to_x, to_y)
            edges(text_page, index, to_box)
            drawn = object_of(text_page, index)  # it says the setting once for all its characters
            key = ctypes.addressof(drawn.contents) if drawn else 0
            if key not in settings:
                settings[key] = _setting(text_page, index)
            yield Glyph(text, x.value, y.value, box.right, *settings[key])


def _character(high: str, code: int) -> str:
    """A character; "" where it is none. `high`: the first half of one above U+FFFF."""
    if high:
        return (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if code in (0, 0xFFFE, 0xFFFF) or (code < 32 and code != 9):
        return "-" if code == 2 else ""  # the hyphen at the end of a line
    return chr(code)


class _Setting(NamedTuple):
    """How a character is set."""

    size: float
    bold: bool
    italic: bool


def _setting(page: raw.FPDF_TEXTPAGE, index: int) -> _Setting:
    """The setting of a character."""
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, index, name, 128, flags)
    words = name.value.decode("utf-8", "replace").lower()
    return _Setting(
        size=raw.FPDFText_GetFontSize(page, index),
        bold="bold" in words or "black" in words or bool(flags.value & (1 << 18)),
        italic="italic" in words or "oblique" in words or "kai" in words or bool(flags.value & 64),
    )
