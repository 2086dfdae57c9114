"""Stage: all readings side by side -> the library. The only place where texts meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from resolutions.models import Catalogue, Library, Parsed, Place, Tag, Target, Work


def gather(
    works: Iterable[Work],
    parsed: Sequence[Parsed],
    catalogue: Catalogue,
) -> Library:
    """Join the works; `cited_by` and `by_theme` are the inverses of what each one says.

    What a work says is what was found in its Chinese text, else in that of the reference.
    """
    held = {work.slug: work for work in works}
    by_slug = {slug: work.reading for slug, work in held.items()}
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
        works=held,
        readings=by_slug,
        frames={each.source.header.symbol: each.frame for each in parsed if each.frame},
        sources=tuple(each.source for each in parsed),
        cited_by={target: tuple(places) for target, places in sorted(cited_by.items())},
        by_theme={theme.id: tuple(by_theme[theme.id]) for theme in catalogue.themes},
        by_symbol=by_symbol,
    )
