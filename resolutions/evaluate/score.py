"""How well the tagger agrees with paragraphs labelled by hand (`tests/labels/`)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from resolutions.catalogue.yamlfile import load_yaml
from resolutions.model.problems import Report
from resolutions.model.records import record
from resolutions.model.rules import AddresseeId, Concept

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
NOT_TEXT = {f"{AKN}authorialNote", f"{AKN}num"}


@record
class Label:
    """What a person says a paragraph is about.

    `place` is `slug#key`, or `A-RES-75-158.zh#para_63`: the eId of an element in a UN XML file,
    which is read from where it lies and never copied.
    """

    place: str
    themes: dict[str, str]


@record
class LabelledAct:
    """An act as a person reads it: the words of its verb, what it does, whom it asks, by when."""

    text: str
    concept: Concept
    addressees: tuple[AddresseeId, ...] = ()
    due: tuple[str, ...] = ()


@record
class ActLabel:
    """A paragraph of the UN's files, and its acts in order."""

    place: str
    acts: tuple[LabelledAct, ...]


class Score(NamedTuple):
    """Right, wrongly given and missed tags."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Right among those given; 1 where none was."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Right among those wanted; 1 where none was."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def read_labels(path: Path, shown: str, report: Report) -> tuple[Label, ...]:
    """The labels of a file; () where it cannot be read, which is reported."""
    return load_yaml(path, shown, tuple[Label, ...], report) or ()


def akn_text(folder: Path, place: str) -> str | None:
    """The text of an element of a UN XML file, without notes and numbers; None if not here."""
    name, _, eid = place.partition("#")
    path = folder / f"{name}.xml"
    if not path.exists():
        return None
    element = _elements(path).get(eid)
    if element is None:
        return None
    return re.sub(r"\s+", " ", "".join(_pieces(element))).strip()


@cache
def _elements(path: Path) -> dict[str, ET.Element]:
    return {element.get("eId", ""): element for element in ET.parse(path).iter()}


def _pieces(element: ET.Element) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        if child.tag not in NOT_TEXT:
            pieces += _pieces(child)
        pieces.append(child.tail or "")
    return pieces


def score(
    labels: Mapping[str, Mapping[str, str]], tags: Mapping[str, Mapping[str, str]]
) -> dict[tuple[str, str], Score]:
    """Scores by (theme, strength); strength is `any`, `focus` or `mention`."""
    scores: dict[tuple[str, str], Score] = {}
    themes = sorted({t for each in (*labels.values(), *tags.values()) for t in each})
    for theme in themes:
        for strength in ("any", "focus", "mention"):
            wanted = {p for p, themes_ in labels.items() if _is(themes_.get(theme), strength)}
            given = {p for p in labels if _is(tags[p].get(theme), strength)}
            scores[theme, strength] = Score(
                len(wanted & given), len(given - wanted), len(wanted - given)
            )
    return scores


def _is(value: str | None, strength: str) -> bool:
    return value is not None and strength in ("any", value)


def total(scores: Mapping[tuple[str, str], Score], themes: set[str], strength: str) -> Score:
    """The scores of several themes added up."""
    chosen = [each for (theme, s), each in scores.items() if theme in themes and s == strength]
    return (
        Score(*(sum(column) for column in zip(*chosen, strict=True))) if chosen else Score(0, 0, 0)
    )
