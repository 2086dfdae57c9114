"""Part of `pdf`: the characters of a page as PDFium gives them, with their place, size and font."""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

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


def _unchecked(function: Any, result: Any = ctypes.c_int) -> Any:
    """A function of PDFium that does not look at the types of its arguments: pypdfium2's own do,
    which takes two thirds of the time of a call."""
    made = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    made.restype = result
    return made


CODE = _unchecked(raw.FPDFText_GetUnicode, ctypes.c_uint)
IS_MADE_UP = _unchecked(raw.FPDFText_IsGenerated)
ORIGIN = _unchecked(raw.FPDFText_GetCharOrigin)
EDGES = _unchecked(raw.FPDFText_GetLooseCharBox)
OBJECT = _unchecked(raw.FPDFText_GetTextObject, ctypes.c_void_p)


def glyphs(page: pdfium.PdfTextPage, count: int) -> list[Glyph]:
    """The characters of a page, but those that PDFium made up.

    Every call counts: there are 3,600 characters on a page. Only blanks, line ends and hyphens are
    ever made up, so nothing else is asked about.
    """
    text_page = page.raw  # a pointer; numbers go as C's int, the rest by reference
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    to_x, to_y, to_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    origin, edges, object_of = ORIGIN, EDGES, OBJECT
    made: list[Glyph] = []
    settings: dict[int | None, _Setting] = {}
    last: int | None = None
    high = ""
    for index, code in enumerate(_codes(text_page, count)):
        if code in MADE_UP and IS_MADE_UP(text_page, index):
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
            if drawn != last or not made:
                if drawn not in settings:
                    settings[drawn] = _setting(text_page, index)
                last, (size, bold, italic) = drawn, settings[drawn]
            made.append(Glyph(text, x.value, y.value, box.right, size, bold, italic))
    return made


def _codes(page: raw.FPDF_TEXTPAGE, count: int) -> list[int]:
    """The code of each character: of all at once, where that gives a number for each."""
    codes = (ctypes.c_ushort * (max(count, 0) + 1))()
    if raw.FPDFText_GetText(page, 0, count, codes) != count + 1:
        return [CODE(page, index) for index in range(count)]
    # the hyphen at the end of a line has another code there
    return [CODE(page, n) if codes[n] == 0xFFFE else codes[n] for n in range(count)]


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
