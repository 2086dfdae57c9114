"""Stage: all readings side by side -> the library. The only place where texts meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from resolutions.models import Catalogue, Library, Paragraph, Place, Reading, Source, Tag, Target


def gather(
    readings: Iterable[Reading],
    frames: dict[str, tuple[Paragraph, ...]],
    sources: Sequence[Source],
    catalogue: Catalogue,
) -> Library:
    """Join the readings; `cited_by` and `by_theme` are the inverses of what each one found."""
    by_slug = {reading.document.slug: reading for reading in readings}
    cited_by: dict[Target, list[Place]] = defaultdict(list)
    by_theme: dict[str, list[tuple[Place, Tag]]] = defaultdict(list)
    for slug, reading in by_slug.items():
        for key, findings in reading.findings.items():
            for citation in findings.citations:
                if citation.first and citation.target:
                    cited_by[citation.target].append(Place(slug, key))
            for tag in findings.tags:
                by_theme[tag.theme].append((Place(slug, key), tag))
        for key, citations in reading.note_citations.items():
            for citation in citations:
                if citation.first:
                    cited_by[citation.target].append(Place(slug, key))
    by_symbol = {
        reading.document.symbol: slug
        for slug, reading in by_slug.items()
        if reading.document.part is None or reading.document.symbol.startswith("CCPCJ/")
    }
    return Library(
        readings=by_slug,
        frames=frames,
        sources=tuple(sources),
        cited_by={target: tuple(places) for target, places in sorted(cited_by.items())},
        by_theme={theme.id: tuple(by_theme[theme.id]) for theme in catalogue.themes},
        by_symbol=by_symbol,
    )
