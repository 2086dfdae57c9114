"""Stage: a document and the errata -> the flaws of each paragraph, at their places.

The wording is never changed: an erratum says where a defect stands and what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from resolutions.model.catalogue import Catalogue, Erratum
from resolutions.model.document import Document, Footnote, Paragraph
from resolutions.model.findings import Flaw
from resolutions.model.problems import Report
from resolutions.model.records import Key, Span

ERRATA_FILE = "data/errata.yml"


def annotate(
    documents: Sequence[Document],
    errata: Iterable[tuple[Erratum, int]],
    report: Report,
) -> dict[tuple[str, Key], tuple[Flaw, ...]]:
    """Place every erratum (with the line it stands on in the YAML) in the one text it means.

    An erratum that fits no paragraph or note, or more than one stretch of it, is reported.
    """
    placed: dict[tuple[str, Key], list[Flaw]] = {}
    for erratum, yaml_line in errata:
        if erratum.source not in {document.source.name for document in documents}:
            continue
        fits = [
            (document.slug, unit.key, span)
            for document in documents
            if document.source.name == erratum.source
            for unit in _units(document, erratum)
            if (span := _place(unit.text or "", erratum)) is not None
        ]
        if len(fits) == 1:
            slug, key, span = fits[0]
            placed.setdefault((slug, key), []).append(Flaw(span, erratum))
            continue
        report.error(
            ERRATA_FILE,
            yaml_line,
            "erratum-unplaced",
            f"{erratum.found!r} within {erratum.within!r} fits {len(fits)} places of "
            f"{erratum.source}:{erratum.line}",
            "give the line of the source and words around it that stand there once",
        )
    return {place: tuple(sorted(flaws)) for place, flaws in placed.items()}


def check_places(
    catalogue: Catalogue,
    held: Mapping[str, Collection[Key]],
    sources: Collection[str],
    report: Report,
) -> None:
    """Report what `data/` says of texts and paragraphs that are not there.

    `held`: the keys of the paragraphs of each instrument; `sources`: names of files.
    """
    for erratum, line in catalogue.errata:
        if erratum.source not in sources:
            message = f"no text {erratum.source!r} is held"
            report.error(ERRATA_FILE, line, "unknown-text", message, "correct its name")
    for override, line in catalogue.overrides:
        slug, _, key = override.place.partition("#")
        if key not in held.get(slug, ()):
            message = f"no paragraph {override.place!r}"
            report.error("data/overrides.yml", line, "unknown-place", message, "correct the place")
    for known in catalogue.held.values():
        for slug in (known.slug, *(step.slug for step in known.lineage if step.slug)):
            if slug not in held:
                message = f"no instrument `{slug}` is held"
                report.error("data/held.yml", 1, "unknown-place", message, "correct the slug")


def _units(document: Document, erratum: Erratum) -> list[Paragraph | Footnote]:
    units: list[Paragraph | Footnote] = []
    units += document.paragraphs if erratum.place == "text" else ()
    units += document.footnotes if erratum.place == "note" else ()
    return [unit for unit in units if unit.lines and _holds(unit.lines, erratum.line)]


def _holds(lines: Span, line: int) -> bool:
    return lines.start <= line <= lines.end


def _place(text: str, erratum: Erratum) -> Span | None:
    around = list(re.finditer(_loose(erratum.within), text))
    if len(around) != 1:
        return None
    inside = list(re.finditer(_loose(erratum.found), around[0][0]))
    if len(inside) != 1:
        return None
    start = around[0].start()
    return Span(start + inside[0].start(), start + inside[0].end())


def _loose(words: str) -> str:
    """The words with any blanks between them: an editor need not count them."""
    return r"\s*".join(re.escape(character) for character in words if not character.isspace())
