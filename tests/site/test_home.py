from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from conftest import Edition

from resolutions.model.library import Library
from resolutions.site.pages.home import numbers
from resolutions.web.strings import Strings


def library(*years: int) -> Library:
    heads = {
        str(at): SimpleNamespace(document=SimpleNamespace(year=year), units=3, notes=1)
        for at, year in enumerate(years)
    }
    held: Any = SimpleNamespace(heads=heads, cited_by={})
    return cast(Library, held)


@pytest.mark.parametrize(
    ("language", "alone", "span"),
    [
        ("en", "2020", "2020 to 2022"), ("zh", "2020年", "2020年至2022年"),
        ("fr", "de 2020", "des années 2020 à 2022"), ("es", "de 2020", "de 2020 a 2022"),
        ("ru", "2020 года", "2020–2022 годов"), ("ar", "لعام 2020", "من عام 2020 إلى عام 2022"),
    ],
)  # fmt: skip
def test_texts_of_one_year_have_no_span(
    real: Edition, language: str, alone: str, span: str
) -> None:
    words = Strings(language, real.catalogue)
    assert numbers(library(2020), words)["years"] == alone
    assert numbers(library(2022, 2020), words)["years"] == span
    assert numbers(library(2020), words)["instruments"] == "1"


def test_thousands_stand_apart(real: Edition) -> None:
    words = Strings("en", real.catalogue)
    assert numbers(library(*[2020] * 1200), words)["paragraphs"] == "3,600"
