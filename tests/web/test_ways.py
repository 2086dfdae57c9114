from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from resolutions.model.library import Head
from resolutions.web.strings import Strings
from resolutions.web.ways import way_to

SIDES = {"zh": ("pp1", "op1"), "en": ("pp1",), "ar": ("pp1", "x-ar1")}


@pytest.mark.parametrize(
    ("language", "key", "faces", "way"),
    [
        ("en", "pp1", "zh en ar", "../resolutions/t.html#pp1"),
        ("en", "op1", "zh en ar", "../../zh/resolutions/t.html#op1"),
        ("en", "x-ar1", "zh en ar", "../../ar/resolutions/t.html#x-ar1"),
        ("en", "op1", "en ar", "../resolutions/t.html"),
        ("fr", "op1", "fr en", "../resolutions/t.html#op1"),  # its page shows the reference
    ],
)
def test_a_paragraph_is_shown_where_it_stands(
    language: str, key: str, faces: str, way: str
) -> None:
    sides = {code: SimpleNamespace(keys=keys) for code, keys in SIDES.items()}
    head: Any = SimpleNamespace(slug="t", reference="zh", sides=sides, pages={})
    tongues = [SimpleNamespace(code=code) for code in faces.split()]
    words: Any = SimpleNamespace(language=language, catalogue=SimpleNamespace(interface=tongues))
    assert way_to(cast(Head, head), key, cast(Strings, words), "themes/wildlife.html") == way
