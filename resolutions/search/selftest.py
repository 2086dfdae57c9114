"""Queries with what a plain scan of the texts finds: what the search must find too."""

from __future__ import annotations

import random
from collections.abc import Iterable

from resolutions.model.catalogue import Catalogue
from resolutions.search.fold import fold

SAMPLE, SEED = 300, 20080101  # strings of the self-test
SCANNED = 500_000_000  # characters that making the self-test may read: half a second
BLOCK = 1000  # paragraphs that are scanned as one string: no query holds the end of a line


def known_answers(
    language: str, paragraphs: list[str], catalogue: Catalogue
) -> list[tuple[str, int, int]]:
    """Queries with the paragraphs and occurrences a plain scan finds: what search must find too.

    Strings of two to six characters drawn from the texts by a fixed seed, and every term; of a
    large corpus so many of them as can be counted in good time.
    """
    draw, long = random.Random(SEED), [each for each in paragraphs if len(each) >= 6]
    drawn = []
    for _ in range(SAMPLE if long else 0):
        text = draw.choice(long)
        start = draw.randrange(len(text) - 1)
        drawn.append(text[start : start + draw.randint(2, 6)])
    named = [term.names.get(language, "") for term in catalogue.terms.values()]
    names = [fold(name) for name in named]
    queries = list(dict.fromkeys(e for e in (*drawn, *names) if fold(e) == e and e))
    step = 1 + len(queries) * sum(map(len, paragraphs)) // SCANNED
    blocks = ["\n".join(paragraphs[at : at + BLOCK]) for at in range(0, len(paragraphs), BLOCK)]
    return [(query, *_counted(query, blocks)) for query in queries[::step]]


def _counted(query: str, blocks: Iterable[str]) -> tuple[int, int]:
    """In how many lines a string stands, and how often, by a plain scan."""
    paragraphs = occurrences = 0
    for block in blocks:
        between = block.split(query)[1:]  # behind each occurrence, up to the next or the end
        occurrences += len(between)
        paragraphs += bool(between) + sum("\n" in each for each in between[:-1])
    return paragraphs, occurrences
