"""Data as a classic script, the only way in which a page loads it from `file://`."""

from __future__ import annotations

import msgspec


def call(function: str, *values: object) -> str:
    """A script that hands its values to a function of the page."""
    text = b",".join(map(msgspec.json.encode, values)).decode("utf-8")
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{function}({text});\n"
