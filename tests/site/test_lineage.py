"""What a text goes on from, and what goes on from it."""

from __future__ import annotations

from conftest import Edition

from resolutions.site.pages.instrument.lineage import lineage
from resolutions.web.strings import Strings


def test_a_text_shows_its_draft_and_what_succeeds_it(real: Edition) -> None:
    words = Strings("en", real.catalogue)
    head = real.library.heads["a-res-68-193"]
    steps = lineage(head.document, real.library, words, "resolutions/a-res-68-193.html")
    told = [(step.relation, step.label, step.before) for step in steps]
    assert ("drafted as", "A/C.3/68/L.18", True) in told
    assert told[-1] == ("succeeded by", "A/RES/71/209", False)
    assert [step.before for step in steps] == sorted((step.before for step in steps), reverse=True)
    assert len({step.label for step in steps}) == len(steps)
