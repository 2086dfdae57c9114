"""Part of `pdf`: the characters of a page as PDFium gives them, with their place, size and font."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from resolutions.readers.pdf.looks import Box, Look, look_of

CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
SLANT = 1.0  # degrees
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


class Drawn(NamedTuple):
    """The characters of a page in the order of the file.

    `text`: those to be read; `aside`: those that nobody sees or that lie aslant, each list with the
        `turn`: by how many degrees the page must be turned back; then all else is empty.
    """

    text: list[Glyph]
    aside: tuple[tuple[str, list[Glyph]], ...] = ()
    odd: tuple[tuple[str, str], ...] = ()
    turn: float = 0.0
    is_read: bool = False  # by a machine, from a picture: the text that nobody sees is the text
    lost: int = 0  # characters that have no code of a letter


def glyphs(page: pdfium.PdfTextPage, count: int, box: Box | None = None) -> Drawn:
    """The characters of a page, but those that PDFium made up. `box`: what is shown of it.

    Every call counts: there are 3,600 characters on a page. Only blanks, line ends and hyphens are
    ever made up, so nothing else is asked about.
    """
    text_page = page.raw  # a pointer; numbers go as C's int, the rest by reference
    x, y, edge = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    to_x, to_y, to_edge = ctypes.byref(x), ctypes.byref(y), ctypes.byref(edge)
    origin, edges, object_of = ORIGIN, EDGES, OBJECT
    new = tuple.__new__  # as Glyph(…) itself does, without a call between
    made: dict[_Kind, list[Glyph]] = {}
    odd: list[tuple[Look, list[Glyph], int]] = []  # a look, its characters, where they begin
    ends: list[int] = []  # of those of `odd`
    lost = 0
    settings: dict[int | None, _Setting] = {}
    last: int | None = None
    into: list[Glyph] | None = None
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
            edges(text_page, index, to_edge)
            drawn = object_of(text_page, index)  # it says the setting once for all its characters
            if drawn != last or into is None:
                if len(ends) < len(odd):
                    ends.append(len(odd[-1][1]))
                if drawn not in settings:
                    settings[drawn] = _setting(text_page, index, drawn, box)
                last, (bold, italic, look) = drawn, settings[drawn]
                size = look.size
                into = made.setdefault((look.turn, look.unseen), [])
                if look.odd:
                    odd.append((look, into, len(into)))
            into.append(new(Glyph, (text, x.value, y.value, edge.right, size, bold, italic)))
        else:
            lost += 0 < code < 32  # a letter that has the number of its picture for a code
    stretches = [
        _Stretch(look, "".join(each.text for each in own[start:end]))
        for (look, own, start), end in zip_longest(odd, ends)
    ]
    return _sorted(made, stretches, lost)


_Kind = tuple[float, str]  # the direction of a stretch, why it is no text


class _Stretch(NamedTuple):
    """The text of an odd look."""

    look: Look
    text: str


def _sorted(made: dict[_Kind, list[Glyph]], odd: Sequence[_Stretch], lost: int) -> Drawn:
    """The characters of a page by how they are shown, those of most made its text."""
    seen: Counter[float] = Counter()
    invisible = 0
    for (turn, why), own in made.items():
        seen[turn] += 0 if why == "outside" else len(own)
        invisible += len(own) if why == "invisible" else 0
    main = seen.most_common(1)[0][0] if seen else 0.0
    if main and 2 * sum(seen[turn] for turn in seen if _is_level(turn - main)) > seen.total():
        return Drawn([], turn=main)
    is_read = 2 * invisible > seen.total()
    text: list[Glyph] = []
    aside: dict[str, list[Glyph]] = {}
    for (turn, why), own in made.items():
        unseen = "" if is_read and why == "invisible" else why
        if _is_level(turn) and not unseen:
            text = [*text, *own] if text else own
        else:
            aside.setdefault(unseen or "aslant", []).extend(own)
    level = tuple((each.look.odd, each.text) for each in odd if _is_level(each.look.turn))
    return Drawn(text, tuple(aside.items()), level, is_read=is_read, lost=lost)


def _is_level(turn: float) -> bool:
    """Whether a direction is level, as nearly as the lines of a scan are."""
    return min(turn % 360, -turn % 360) <= SLANT


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

    bold: bool
    italic: bool
    look: Look


def _setting(page: raw.FPDF_TEXTPAGE, index: int, drawn: int | None, box: Box | None) -> _Setting:
    """The setting of a character, which is that of all of its text object."""
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, index, name, 128, flags)
    words = name.value.decode("utf-8", "replace").lower()
    return _Setting(
        bold="bold" in words or "black" in words or bool(flags.value & (1 << 18)),
        italic="italic" in words or "oblique" in words or "kai" in words or bool(flags.value & 64),
        look=look_of(page, index, drawn, box),
    )
