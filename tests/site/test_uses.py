"""Every name that a reader gives to a stretch of a file has its word on the page of sources."""

from __future__ import annotations

import re
from typing import get_args

import pytest
import yaml
from conftest import REPOSITORY

from resolutions.model.records import InstrumentKind
from resolutions.readers.printed.normalize import alike
from resolutions.readers.text import furniture, sift

STRINGS = yaml.safe_load((REPOSITORY / "data" / "strings" / "zh.yml").read_text(encoding="utf-8"))
NAMED = re.compile(
    r"artefact:([a-z-]+)[\"']|use or \"([a-z-]+)\"|bold, \"([a-z-]+)\"|use = \"([a-z-]+)\" if .* else \"([a-z-]+)\""
)


def written(pattern: re.Pattern[str]) -> set[str]:
    """The names that the readers' own code writes."""
    files = (REPOSITORY / "resolutions" / "readers").rglob("*.py")
    found = (match for file in files for match in pattern.findall(file.read_text("utf-8")))
    return {name for groups in found for name in groups if name}


def test_every_artefact_has_a_word() -> None:
    tables = (*furniture.FURNITURE, *furniture.BY_WORDS, *sift.FURNITURE)
    names = written(NAMED) | {name for name, _ in tables}
    assert {"note-rule", "hidden", "deleted", "drawing", "recycle"} <= names
    names |= {"page-foot", "comment", "field-code"}
    assert [name for name in sorted(names) if f"use.{name}" not in STRINGS] == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [("\u200b大会", "unseen"), ("\u00a0", "blank"), ("１", "full-width"), ("大 会", "blank-in-word"),
     ("⼤", "compatibility-form")],
)  # fmt: skip
def test_what_is_made_alike_has_a_word(line: str, kind: str) -> None:
    assert alike([line])[1] == {kind: 1}
    assert f"use.alike.{kind}" in STRINGS


def test_every_kind_of_instrument_has_its_words() -> None:
    for kind in get_args(InstrumentKind):
        assert {f"kind.{kind}", f"piece.{kind}"} <= STRINGS.keys()
