"""Part of `extracted`: letters that stand where figures do, as a scan read by a machine has them.

Nothing is put right: what it looks like is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolutions.readers.printed.body import NUMBER
from resolutions.readers.text.rows import Row

LIKE = str.maketrans("OolISBZ", "0011582")
MIXED = re.compile(  # 2OO4, 20l2, 77/2l9; no 1o, 11A, 3D
    r"(?<![^\W_])(?=[OolI]*\d)(?:\d+[OolI]+\d[\dOolI]*|[OlI]+\d[\dOolI]*|\d+[OlI]{2,})(?![^\W_])"
)
LABEL = re.compile(r"\s*(?P<value>[\dOolISBZ]{1,3})[.．](?=\s)")


def misread(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """What looks like a figure and has letters in it: (line, message)."""
    last = 0
    for place, row in enumerate(rows):
        label, number = LABEL.match(row.text), NUMBER.match(row.text)
        if number:
            last = int(number["value"])
        elif label and not label["value"].isdecimal():
            value = int(label["value"].translate(LIKE))
            below = (NUMBER.match(each.text) for each in rows[place + 1 :])
            after = next((int(each["value"]) for each in below if each), None)
            section = label["value"].isupper() and not any(map(str.isdigit, label["value"]))
            if value == last + 1 and (not section or after == value + 1):
                last = value
                yield row.number, f"{label[0].strip()!r} looks like {value}."
                continue
        for found in MIXED.finditer(row.text):
            yield row.number, f"{found[0]!r} looks like {found[0].translate(LIKE)}"
