"""The acts of a text by the words of `data/acts.yml`, for tests."""

from __future__ import annotations

from functools import cache

from conftest import REPOSITORY

from resolutions.analysis.acts.acts import Grammar, find_acts
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.catalogue.yamlfile import load_yaml
from resolutions.model.problems import Report
from resolutions.model.records import Body, ParagraphKind
from resolutions.model.rules import ActWords


@cache
def words() -> ActWords:
    found = load_yaml(REPOSITORY / "data" / "acts.yml", "data/acts.yml", ActWords, Report())
    assert found is not None
    return found


@cache
def grammar() -> Grammar:
    return Grammar(words())


@cache
def english() -> Grammar:
    catalogue = load(DataFiles(REPOSITORY / "data", "data", Report()))
    assert catalogue is not None
    return Grammar(catalogue.rulebooks["en"].acts)


def acts_of(text: str, kind: ParagraphKind = "operative", body: Body = "GA") -> list[str]:
    found = find_acts(text, kind, body, grammar())
    return [" ".join((text[slice(*act.span)], act.concept, *act.addressees)) for act in found]
