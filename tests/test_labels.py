"""The program against what people found by reading: citations and themes."""

from __future__ import annotations

import warnings
from itertools import accumulate
from pathlib import Path

import pytest
import yaml
from conftest import REPOSITORY, Edition

from resolutions.analysis.segment import Lexicon, segment
from resolutions.analysis.themes.tag import Tagger
from resolutions.evaluate.score import Score, score, total
from resolutions.evaluate.summary import tags_of_labels
from resolutions.model.findings import Reading

LABELS = Path(__file__).parent / "labels"
# The bars of the five core themes: F1 at any strength, F1 of `focus`.
BARS = {"develop": (0.99, 0.95), "held-out": (0.98, 0.93)}


def _found(readings: dict[str, Reading], place: str) -> list[str]:
    slug, _, key = place.partition("#")
    reading = readings[slug]
    citations = (
        reading.note_citations[key]
        if key in reading.note_citations
        else reading.findings[key].citations
    )
    return [citation.target or f"→{citation.paragraph}" for citation in citations if citation.first]


def test_every_citation_found_by_hand_is_found_and_no_other(real: Edition) -> None:
    labels = yaml.safe_load((LABELS / "citations.yml").read_text(encoding="utf-8"))
    differ = {
        label["place"]: (label["cites"], found)
        for label in labels
        if (found := _found(real.readings, label["place"])) != label["cites"]
    }
    assert len(labels) == 407
    assert differ == {}


@pytest.mark.parametrize("name", ["develop", "held-out"])
def test_a_label_names_a_theme_and_a_strength_we_have(name: str, real: Edition) -> None:
    labels = yaml.safe_load((LABELS / f"{name}.yml").read_text(encoding="utf-8"))
    themes = {theme for label in labels for theme in label["themes"]}
    assert len(labels) == 250
    assert themes <= {theme.id for theme in real.catalogue.themes}
    assert {s for label in labels for s in label["themes"].values()} == {"focus", "mention"}


@pytest.mark.parametrize("name", ["develop", "held-out"])
def test_the_core_themes_agree_with_the_labels(name: str, real: Edition) -> None:
    catalogue = real.catalogue
    tagger = Tagger.of(catalogue.themes, catalogue.lists)
    labels, tags, absent = tags_of_labels(name, real.library, tagger, catalogue, REPOSITORY)
    if absent:  # the UN's XML files are not beside the repository
        with warnings.catch_warnings():
            warnings.simplefilter("default")
            warnings.warn(f"{absent} labelled paragraphs of UN XML are not here", stacklevel=1)
    scores = score(labels, tags)
    core = {theme.id for theme in catalogue.themes if theme.group == "core"}
    bars = BARS[name]
    assert len(labels) >= 140
    assert total(scores, core, "any").f1 >= bars[0]
    assert total(scores, core, "focus").f1 >= bars[1]


def test_words_end_where_a_reader_says_and_no_term_is_split(real: Edition) -> None:
    labels = yaml.safe_load((LABELS / "words.yml").read_text(encoding="utf-8"))
    lexicon = Lexicon.of(real.catalogue.terms.values())
    right = wrong = missed = 0
    for label in labels:
        text = "".join(label["words"])
        tokens, uses = segment(text, lexicon)
        wanted = set(accumulate(map(len, label["words"][:-1])))
        found = {token.end for token in tokens[:-1]}
        right += len(wanted & found)
        wrong += len(found - wanted)
        missed += len(wanted - found)
        assert not [use for use in uses if set(range(use.span.start + 1, use.span.end)) & found]
    assert len(labels) == 200
    assert Score(right, wrong, missed).precision >= 0.985
    assert Score(right, wrong, missed).recall >= 0.985


def test_every_ruling_has_two_readers_behind_it(real: Edition) -> None:
    texts = {
        f"{slug}#{paragraph.key}": paragraph.text
        for slug in real.library.heads
        if (source := real.library.works[slug].source)
        for paragraph in source.document.paragraphs
    }
    readers = []
    for number in (1, 2):
        path = LABELS / f"edition-reader-{number}.yml"
        labels = yaml.safe_load(path.read_text(encoding="utf-8"))
        readers.append({texts[label["place"]]: label["themes"] for label in labels})
    against = [
        (ruling.place, ruling.theme)
        for ruling, _ in real.catalogue.overrides
        for reader in readers
        if reader[texts[ruling.place]].get(ruling.theme, "none") != ruling.strength
    ]
    assert len(real.catalogue.overrides) >= 200
    assert against == []
