"""Data as a classic script, the only way in which a page loads it from `file://`."""

from __future__ import annotations

import json


def call(function: str, *values: object) -> str:
    """A script that hands its values to a function of the page."""
    written = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in values)
    text = ",".join(written).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{function}({text});\n"
