"""What programs are told of an instrument."""

from __future__ import annotations

import json
from urllib.parse import parse_qs

import pytest
from conftest import Edition

from resolutions.references.metadata import coins, legislation


@pytest.mark.parametrize("slug", ["a-res-90-1", "a-c-3-90-l-2", "ccpcj-res-50-1"])
def test_the_json_ld_tells_a_draft_from_what_an_organ_passed(toy: Edition, slug: str) -> None:
    head = toy.library.heads[slug]
    found = json.loads(legislation(head, "zh", toy.catalogue))
    draft = head.document.status == "draft"
    assert (found["@type"], found["inLanguage"]) == ("Legislation", "zh")
    assert ("legislationPassedBy" in found) != draft
    assert ("creator" in found) == (found.get("creativeWorkStatus") == "Draft") == draft
    assert found.get("legislationDate") == head.document.date
    assert "CCPCJ/" not in str(found)


def test_zotero_reads_one_corporate_author_and_no_personal_one(toy: Edition) -> None:
    found = parse_qs(coins(toy.library.heads["a-res-90-1"], "en", toy.catalogue))
    assert found["rft.aucorp"] == ["United Nations General Assembly"]
    assert found["rft.genre"] == ["report"]
    assert found["rft.date"] == ["2035-12-03"]
    assert not found.keys() & {"rft.au", "rft.aulast", "rft.aufirst"}
    assert "A/RES/90/1" in found["rft.series"][0]
