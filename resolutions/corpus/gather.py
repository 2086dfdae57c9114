"""Stage: all works side by side -> the library. The only place where works meet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from msgspec.msgpack import Decoder

from resolutions.analysis.texts import by_year_and_symbol
from resolutions.corpus.cited_lists import cited_parts
from resolutions.corpus.intake_result import Taken
from resolutions.corpus.store import Store, Stored
from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Beside, Head, Library, Place, TermCounts
from resolutions.model.records import Strength, Target

SHOWN = 90  # instruments on a part of a theme's page
WORDING = Decoder(TermCounts)


def gather(taken: Sequence[Taken], store: Store, catalogue: Catalogue) -> Library:
    """Join the works; `cited_by` and `by_theme` are the inverses of what each one says.

    What a work says is what was found in its Chinese text, else in that of the reference; what
    only its other texts cite is listed behind it, so that every citation has its entry.
    """
    heads = {
        head.slug: head
        for head in sorted(
            (head for each in taken for head in each.heads),
            key=lambda head: by_year_and_symbol(head.document),
        )
    }
    cited_by: dict[Target, list[Place]] = defaultdict(list)
    by_theme: dict[str, list[tuple[Place, Strength]]] = defaultdict(list)
    for slug, head in heads.items():
        for key, target in head.cited:
            cited_by[target].append(Place(slug, key))
        for each in head.cited_elsewhere:
            cited_by[each.target].append(Place(slug, each.key))
        for key, theme, strength in head.tagged:
            by_theme[theme].append((Place(slug, key), strength))
    forms, near, spread, paragraphs = _wordings(taken, heads)
    library = Library(
        heads=heads,
        works=Stored(store, {slug: head.stored for slug, head in heads.items()}),
        frames={symbol: frame for each in taken for symbol, frame in each.frames},
        sources=tuple(
            sorted((source for each in taken for source in each.sources), key=lambda s: s.file)
        ),
        cited_by={target: tuple(places) for target, places in sorted(cited_by.items())},
        by_theme={theme.id: tuple(by_theme[theme.id]) for theme in catalogue.themes},
        by_symbol={
            head.document.symbol: slug
            for slug, head in heads.items()
            if head.document.part is None or head.document.symbol.startswith("CCPCJ/")
        },
        forms=forms,
        near=near,
        spread=spread,
        paragraphs=paragraphs,
        cited_parts={},
        theme_parts={theme.id: _parts(by_theme[theme.id], heads) for theme in catalogue.themes},
        beside=_beside([*heads]),
        problems=tuple(problem for each in taken for problem in each.problems),
    )
    if not library.large:
        return library
    return replace(library, cited_parts=cited_parts(library.cited_by, catalogue.instruments))


def _beside(slugs: Sequence[str]) -> dict[str, Beside]:
    """The instruments before and after each."""
    before, after = (None, *slugs), (*slugs[1:], None)
    return {slug: Beside(*both) for slug, *both in zip(slugs, before, after, strict=False)}


def _parts(tagged: Sequence[tuple[Place, Strength]], heads: Mapping[str, Head]) -> dict[str, str]:
    """The part of the page of a theme for each instrument, so many a part: `2021`, `2021-2`."""
    counts: Counter[int] = Counter()
    parts: dict[str, str] = {}
    for slug in dict.fromkeys(place.slug for place, _ in tagged):
        year = heads[slug].document.year
        page = counts[year] // SHOWN + 1
        counts[year] += 1
        parts[slug] = str(year) if page == 1 else f"{year}-{page}"
    return parts


def _wordings(
    taken: Sequence[Taken], heads: dict[str, Head]
) -> tuple[dict[str, dict[str, dict[int, int]]], dict[str, dict[str, int]], dict[str, int], int]:
    """The forms of terms by year, words near terms, how far words are spread, all paragraphs."""
    forms: dict[str, dict[str, dict[int, int]]] = {}
    near: dict[str, Counter[str]] = defaultdict(Counter)
    spread: Counter[str] = Counter()
    paragraphs = 0
    order = {slug: place for place, slug in enumerate(heads)}
    wordings = sorted(
        (pair for each in taken for pair in each.wordings), key=lambda pair: order[pair[0]]
    )
    for slug, packed in wordings:
        wording = WORDING.decode(packed)
        year = heads[slug].document.year
        for term, own in wording.forms.items():
            for form, count in own.items():
                years = forms.setdefault(term, {}).setdefault(form, {})
                years[year] = years.get(year, 0) + count
        for term, words in wording.near.items():
            near[term].update(words)
        spread.update(wording.spread)
        paragraphs += wording.paragraphs
    return forms, {term: dict(words) for term, words in near.items()}, dict(spread), paragraphs
