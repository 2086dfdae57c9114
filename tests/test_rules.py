"""Rules of languages stand in `data/`; Python knows scripts, figures and punctuation alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from conftest import REPOSITORY

PACKAGE = REPOSITORY / "resolutions"
RANGE = re.compile(r"\S-\S")  # [㐀-鿿]: a script, by its first and last character
FIGURES = "〇零一二三四五六七八九十百第"  # with the sign of an ordinal
LETTER = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u3400-\u9fff]")
PUNCTUATION = "،؛؟"
# What holds letters all the same, and why.
TABLES = {
    "catalogue/aids.py": "the sign behind the figure of a month",
    "comparison/grams.py": "the signs of a date",
    "analysis/division.py": "the signs of divisions behind a figure",
    "readers/akn/numbering.py": "how six languages number and letter: alphabets, ordinals, bis",
    "readers/printed/body.py": "the ordinals of sections",
    "readers/docx/runs.py": "the name of a font",
    "search/fold.py": "which characters are one when searched",
}


def literals(path: Path) -> Iterator[str]:
    """The strings of a module, docstrings apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def words(text: str) -> str:
    """The letters in a string that are neither the ends of a range nor figures."""
    return "".join(c for c in LETTER.findall(RANGE.sub("", text)) if c not in FIGURES + PUNCTUATION)


def test_no_word_of_a_language_stands_in_python() -> None:
    found = {
        str(path.relative_to(PACKAGE)): held
        for path in sorted(PACKAGE.rglob("*.py"))
        if (held := "".join(map(words, literals(path))))
    }
    assert {name: held for name, held in found.items() if name not in TABLES} == {}
    assert set(found) == set(TABLES), "what no longer holds letters leaves the list"


def test_a_word_is_told_from_a_script_and_a_figure() -> None:
    assert words("[㐀-鿿]{2,}|第[一二三]+") == ""
    assert words("和|至") == "和至"
    assert words("المرفق") == "المرفق"
