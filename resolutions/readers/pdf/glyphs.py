"""Part of `pdf`: the characters of a page as PDFium gives them, with their place, size and font."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


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
    """The characters of a page, but those that PDFium made up."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    fonts: dict[int, tuple[bool, bool]] = {}
    high = ""
    for index in range(count):
        if raw.FPDFText_IsGenerated(page, index):
            continue
        code = raw.FPDFText_GetUnicode(page, index)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        text = (
            (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            if high
            else chr(code)
        )
        high = ""
        if code in (0, 0xFFFE, 0xFFFF) or (code < 32 and code != 9):
            text = "-" if code == 2 else ""  # the hyphen at the end of a line
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        raw.FPDFText_GetLooseCharBox(page, index, box)
        size = raw.FPDFText_GetFontSize(page, index)
        bold, italic = _font(page, index, fonts)
        if text:
            yield Glyph(text, x.value, y.value, box.right, size, bold, italic)


def _font(
    page: pdfium.PdfTextPage, index: int, fonts: dict[int, tuple[bool, bool]]
) -> tuple[bool, bool]:
    """Whether a character is bold, and italic: its text object says so once for all."""
    drawn = raw.FPDFText_GetTextObject(page, index)
    key = ctypes.cast(drawn, ctypes.c_void_p).value or 0
    if key not in fonts:
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(page, index, name, 128, flags)
        words = name.value.decode("utf-8", "replace").lower()
        italic = "italic" in words or "oblique" in words or "kai" in words or bool(flags.value & 64)
        fonts[key] = ("bold" in words or "black" in words or bool(flags.value & (1 << 18)), italic)
    return fonts[key]
