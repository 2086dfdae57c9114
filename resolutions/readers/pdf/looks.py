"""Part of `pdf`: whether a stretch of text that is drawn at once can be seen, and how it lies."""

from __future__ import annotations

import ctypes
import math
from typing import Any, NamedTuple

import pypdfium2.raw as raw

INVISIBLE = 3  # the render mode of the text that a program puts under the picture of a page
HUGE = 40.0  # points: of the letters of a watermark; those of a masthead are smaller
BRIGHT, DARK = 150, 110  # of 255: of a stamp the one colour is strong, the others are weak
Box = tuple[float, float, float, float]  # left, bottom, right, top


class Look(NamedTuple):
    """How a stretch of text is shown.

    `size`: that of its letters in points. `turn`: its direction in degrees, 0 where it is level,
    90 where it climbs. `unseen`: why it is no text ("invisible", "outside", "huge": behind it).
    `odd`: what may be odd about it ("white", "coloured", "layered", "codeless"): it is kept, and
    told.
    """

    size: float
    turn: float = 0.0
    unseen: str = ""
    odd: str = ""


def look_of(page: Any, index: int, drawn: int | None, box: Box | None) -> Look:
    """The look of a stretch by its first character. `page`: PDFium's; `drawn`: its text object;
    `box`: what is shown of the page, None where all is."""
    size = raw.FPDFText_GetFontSize(page, index)
    if drawn is None:
        return Look(size)
    stretch = ctypes.cast(drawn, raw.FPDF_PAGEOBJECT)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(page, index, matrix)  # browsers draw letters of 16 at three quarters
    turn = _turn(matrix.a, matrix.b)
    size *= abs(matrix.d) if turn == 0 else math.hypot(matrix.c, matrix.d)
    if raw.FPDFTextObj_GetTextRenderMode(stretch) == INVISIBLE:
        return Look(size, turn, "invisible")
    if box and _is_outside(page, index, box):
        return Look(size, turn, "outside")
    if size > HUGE:
        return Look(size, turn, "huge")
    return Look(size, turn, "", _odd(page, index, stretch))


def _turn(a: float, b: float) -> float:
    """The direction of a line whose first letter is drawn with this matrix, to a quarter of a
    degree: over a line of 500 points an eighth makes one point."""
    if not b and a >= 0:
        return 0.0
    return round(math.degrees(math.atan2(b, a)) % 360 * 4) / 4 % 360


def _is_outside(page: Any, index: int, box: Box) -> bool:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, index, x, y)
    return not (box[0] - 2 < x.value < box[2] + 2 and box[1] - 2 < y.value < box[3] + 2)


def _odd(page: Any, index: int, stretch: Any) -> str:
    if raw.FPDFText_HasUnicodeMapError(page, index) == 1:
        return "codeless"
    red, green, blue, opaque = (ctypes.c_uint() for _ in range(4))
    if raw.FPDFPageObj_GetFillColor(stretch, red, green, blue, opaque):
        least = min(red.value, green.value, blue.value)
        if least > 250:
            return "white"
        if red.value > BRIGHT and max(green.value, blue.value) < DARK:
            return "coloured"
        if least > BRIGHT or opaque.value < BRIGHT:
            return "coloured"  # pale
    return "layered" if _is_layered(stretch) else ""


def _is_layered(stretch: Any) -> bool:
    """Whether a stretch is of a layer that a reader can switch off, or that is off."""
    name = (ctypes.c_ushort * 8)()
    length = ctypes.c_ulong()
    for number in range(raw.FPDFPageObj_CountMarks(stretch)):
        mark = raw.FPDFPageObj_GetMark(stretch, number)
        if raw.FPDFPageObjMark_GetName(mark, name, 16, length) and name[:3] == [0x4F, 0x43, 0]:
            return True  # OC
    return False
