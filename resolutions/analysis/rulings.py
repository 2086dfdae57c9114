"""Rulings that change nothing: what a person decided before the rules came to say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolutions.analysis.study import Rules, as_read
from resolutions.analysis.themes.tag import Tagger
from resolutions.model.findings import TermUse
from resolutions.model.library import Library
from resolutions.model.problems import Report
from resolutions.model.records import Language, Slug, Span
from resolutions.model.rules import Override

RULINGS_FILE = "data/overrides.yml"


def check_rulings(
    rulings: Iterable[tuple[Override, int]],
    library: Library,
    rules: Mapping[Language, Rules],
    report: Report,
) -> None:
    """Warn of each ruling on a paragraph that is held, without which its tags would be the same.

    `rulings`: each with its line in `data/overrides.yml`.
    """
    listed = list(rulings)
    for ruling, line in listed:
        slug, _, key = ruling.place.partition("#")
        work = library.works[slug] if slug in library.heads else None
        if work is None or work.source is None or work.studied is None:
            continue
        others = [each for each, _ in listed if each.place == ruling.place and each != ruling]
        paragraphs = {each.key: each for each in work.source.document.paragraphs}
        if key not in paragraphs:
            continue  # told by `check_places`
        text, terms = as_read(paragraphs[key].text), work.source.findings[key].terms
        tagger = rules[work.studied].tagger
        ruled = tags_of(tagger, text, terms, [*others, ruling])
        if ruled == tags_of(tagger, text, terms, others):
            message = f"{ruling.place}: the rules say `{ruling.strength}` of `{ruling.theme}` too"
            if ruling.strength != "none" and ruling.theme not in ruled:
                message = f"{ruling.place}: no words for `{ruling.theme}` stand there"
            report.warn(RULINGS_FILE, line, "idle-ruling", message, "delete the ruling")


def tags_of(
    tagger: Tagger, text: str, terms: Iterable[TermUse], rulings: Iterable[Override]
) -> dict[Slug, tuple[str, tuple[Span, ...]]]:
    """The themes of a text under rulings, each with its strength and the words for it."""
    tags = tagger.tag(text, tuple(terms), tuple(rulings)).tags
    return {tag.theme: (tag.strength, tag.evidence) for tag in tags}
