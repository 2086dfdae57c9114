"""The lists of `tests/labels/`: as the first reader labelled them, and as it was settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from resolutions.catalogue.yamlfile import load_yaml
from resolutions.evaluate.agreement import SecondActs, SecondLabel, settled, settled_acts
from resolutions.evaluate.score import ActLabel, Label
from resolutions.evaluate.un_folder import ROOT
from resolutions.model.problems import Report

T = TypeVar("T")
U = TypeVar("U")


def read(name: str, kind: type[T]) -> tuple[T, ...]:
    """The labels of a list, in order; () where there is none of that name."""
    shown = f"tests/labels/{name}.yml"
    if not (ROOT / shown).is_file():
        return ()
    return load_yaml(ROOT / shown, shown, tuple[kind, ...], Report()) or ()  # type: ignore[valid-type]


def pairs(name: str, one: type[T], other: type[U]) -> list[tuple[T, U]]:
    """The labels of a list that two people gave: the second's are some of the first's, in order."""
    first: Iterator[Any] = iter(read(name, one))
    second: tuple[Any, ...] = read(f"{name}-second", other)
    return [(next(own for own in first if own.place == each.place), each) for each in second]


def settled_themes(name: str) -> tuple[Label, ...]:
    """A list of themes as it was settled where two read, else as the one labelled it."""
    held = {one.place: settled(one, two) for one, two in pairs(name, Label, SecondLabel)}
    return tuple(
        replace(each, themes=held.get(each.place, each.themes)) for each in read(name, Label)
    )


def settled_list(name: str) -> tuple[ActLabel, ...]:
    """A list of acts as it was settled where two read, else as the one labelled it."""
    held = {one.place: settled_acts(one, two) for one, two in pairs(name, ActLabel, SecondActs)}
    return tuple(
        replace(each, acts=held.get(each.place, each.acts)) for each in read(name, ActLabel)
    )
