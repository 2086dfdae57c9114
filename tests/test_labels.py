"""The program against what people found by reading: citations and themes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from resolutions.models import Reading

LABELS = Path(__file__).parent / "labels"


def _found(readings: dict[str, Reading], place: str) -> list[str]:
    slug, _, key = place.partition("#")
    reading = readings[slug]
    citations = (
        reading.note_citations[key]
        if key in reading.note_citations
        else reading.findings[key].citations
    )
    return [citation.target or f"→{citation.paragraph}" for citation in citations if citation.first]


def test_every_citation_found_by_hand_is_found_and_no_other(
    real_readings: dict[str, Reading],
) -> None:
    labels = yaml.safe_load((LABELS / "citations.yml").read_text(encoding="utf-8"))
    differ = {
        label["place"]: (label["cites"], found)
        for label in labels
        if (found := _found(real_readings, label["place"])) != label["cites"]
    }
    assert len(labels) == 407
    assert differ == {}


@pytest.mark.parametrize("name", ["develop", "held-out"])
def test_a_label_names_a_theme_and_a_strength_we_have(name: str, theme_ids: set[str]) -> None:
    labels = yaml.safe_load((LABELS / f"{name}.yml").read_text(encoding="utf-8"))
    assert len(labels) == 250
    assert {theme for label in labels for theme in label["themes"]} <= theme_ids
    assert {s for label in labels for s in label["themes"].values()} == {"focus", "mention"}
