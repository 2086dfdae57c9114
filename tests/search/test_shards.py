from __future__ import annotations

import json
import re
from typing import Any

import pytest
from conftest import Edition

from resolutions.search import selftest
from resolutions.search import shards as stage
from resolutions.search.fold import fold
from resolutions.search.passages import PARTS, units_of
from resolutions.search.selftest import known_answers


def read(real: Edition) -> dict[str, Any]:
    by_document = [(r.document, units_of(r, real.catalogue)) for r in real.readings.values()]
    files = stage.shards("zh", by_document, real.catalogue)
    found = {}
    for path, text in files:
        match = re.fullmatch(r'compendium\.receive\("\w+","zh",\d+,(.*)\);\n', text)
        assert match, path
        found[path.removeprefix("search/zh/").removesuffix(".js")] = json.loads(match[1])
    return found


def test_a_small_corpus_has_no_postings(real: Edition) -> None:
    found = read(real)
    assert found["manifest"]["whole"]
    assert not [name for name in found if name.startswith(("postings", "pieces"))]


def test_a_large_one_says_with_which_piece_each_shard_begins(
    real: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "LOAD_ALL", 0)
    found = read(real)
    starts = found["manifest"]["starts"]
    assert len(starts) == found["manifest"]["counts"]["postings"] > 1
    assert starts == sorted(starts)
    assert [found[f"postings-{n}"][0].split(" ")[0] for n in range(len(starts))] == starts


def test_the_facts_are_those_of_the_units(real: Edition) -> None:
    found, tables = read(real)["facts-0"], read(real)["manifest"]["tables"]
    units = [u for r in real.readings.values() for u in units_of(r, real.catalogue)]
    assert found["keys"].split(" ") == [unit.key for unit in units]
    assert found["lengths"] == [len(fold(unit.text)) for unit in units]
    for name in ("themes", "verb", "addressees"):
        assert [tables[name][n] for n in found[name]] == [getattr(u, name) for u in units]
    assert [PARTS[n] for n in found["parts"]] == [PARTS[unit.part] for unit in units]
    assert sum(len(unit.bodies) for unit in units) == len(found["bodyLengths"]) > 100


def test_the_self_test_says_what_a_plain_scan_finds(
    real: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [fold(p.text) for r in real.readings.values() for p in r.document.paragraphs]
    monkeypatch.setattr(selftest, "BLOCK", 100)  # so that there are several
    answers = known_answers("zh", texts, real.catalogue)
    assert len(answers) > 1000
    for query, paragraphs, occurrences in answers[::10]:
        assert paragraphs == sum(query in text for text in texts)
        assert occurrences == sum(text.count(query) for text in texts)


def test_the_self_test_of_a_large_corpus_asks_for_less(
    real: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [fold(p.text) for r in real.readings.values() for p in r.document.paragraphs]
    answers = known_answers("zh", texts, real.catalogue)
    monkeypatch.setattr(selftest, "SCANNED", selftest.SCANNED // 50)
    assert set(known_answers("zh", texts, real.catalogue)) < set(answers)
