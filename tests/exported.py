"""The data set of an edition, made once a session, with the reading aids where it has any."""

from __future__ import annotations

from conftest import REPOSITORY, Edition

from resolutions.catalogue.aids import load_aids
from resolutions.dataset import export
from resolutions.dataset.format import Context
from resolutions.model.problems import Report


def exported(edition: Edition, aided: bool = False) -> dict[str, str]:
    report = Report()
    aids = load_aids(REPOSITORY / "data" / "reading-aids", "aids", report) if aided else {}
    around = Context(edition.library, edition.catalogue, aids, report)
    made = [export.instrument(slug, around) for slug in edition.library.heads]
    files = {path: text for own, _ in made for path, text in own}
    parts = export.joined(own for _, own in made)
    files |= export.whole(parts, around)
    assert report.problems == []
    return files
