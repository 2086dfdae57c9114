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
    text_page = page.raw
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    settings: dict[int, _Setting] = {}
    high = ""
    for index in range(count):
        if raw.FPDFText_IsGenerated(text_page, index):
            continue
        code = raw.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        text = _character(high, code)
        high = ""
        if text:
            raw.FPDFText_GetCharOrigin(text_page, index, x, y)
            raw.FPDFText_GetLooseCharBox(text_page, index, box)
            setting = _setting(text_page, index, settings)
            yield Glyph(text, x.value, y.value, box.right, *setting)


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


def _setting(page: raw.FPDF_TEXTPAGE, index: int, settings: dict[int, _Setting]) -> _Setting:
    """The setting of a character: its text object says it once for all of its own."""
    drawn = raw.FPDFText_GetTextObject(page, index)
    key = ctypes.addressof(drawn.contents) if drawn else 0
    if key not in settings:
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(page, index, name, 128, flags)
        words = name.value.decode("utf-8", "replace").lower()
        settings[key] = _Setting(
            size=raw.FPDFText_GetFontSize(page, index),
            bold="bold" in words or "black" in words or bool(flags.value & (1 << 18)),
            italic="italic" in words or "oblique" in words or "kai" in words
            or bool(flags.value & 64),
        )  # fmt: skip
    return settings[key]
