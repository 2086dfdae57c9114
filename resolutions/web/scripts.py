"""Data as a classic script, the only way in which a page loads it from `file://`."""

from __future__ import annotations

import msgspec


def given(name: str, value: object) -> str:
    """A script that gives a name to a value, for scripts that come after it."""
    return f"var {name} = {_json(value)};\n"


def call(function: str, *values: object) -> str:
    """A script that hands its values to a function of the page."""
    return f"{function}({','.join(map(_json, values))});\n"


def _json(value: object) -> str:
    """A value as JSON that is a script too, in every browser."""
    text = msgspec.json.encode(value).decode("utf-8")
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
