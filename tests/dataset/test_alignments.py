"""`data/alignments.json`: what the design promises, and its schema."""

from __future__ import annotations

import json

import jsonschema
from conftest import Edition

from resolutions.comparison.compare import compare
from resolutions.dataset.alignments import alignments


def test_the_file_keeps_its_schema_and_tells_of_every_paragraph(toy: Edition) -> None:
    files = dict(alignments(compare(toy.library, toy.catalogue)))
    (told,) = json.loads(files["data/alignments.json"])
    jsonschema.validate([told], json.loads(files["data/schema/alignments.schema.json"]))
    assert (told["older"], told["newer"]) == ("a-c-3-90-l-2", "a-res-90-1")
    newer = toy.readings["a-res-90-1"].document.paragraphs
    keys = [each.key for each in newer if each.kind != "table" and each.text]
    assert [pair["new"] for pair in told["pairs"] if pair["new"]] == keys
