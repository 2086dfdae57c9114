"""An edition file laid over the catalogue: a title, languages, an address of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from resolutions.catalogue.selection import near
from resolutions.catalogue.yamlfile import YamlPath, convert, lines_of, parse_yaml
from resolutions.model.catalogue import Catalogue
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.model.selection import EditionFile, Wish

Lines = dict[YamlPath, int]


def read_edition(path: Path, catalogue: Catalogue, report: Report) -> tuple[Catalogue, list[Wish]]:
    """The catalogue of the edition that a file describes, and what it asks to hold.

    Reported, with its line: what is no field, a language pages cannot be made in, a title that
    one of the languages lacks.
    """
    shown = path.as_posix()
    parsed = parse_yaml(path, shown, report)
    own: EditionFile | None = convert(*parsed, shown, EditionFile, report) if parsed else None
    if parsed is None or own is None:
        return catalogue, []
    lines = parsed[1]
    _check(own, catalogue, shown, lines, report)
    return _over(catalogue, own), list(_wishes(own, shown, lines))


def _check(
    own: EditionFile, catalogue: Catalogue, shown: str, lines: Lines, report: Report
) -> None:
    known = [tongue.code for tongue in catalogue.interface]
    for number, code in enumerate(own.languages):
        if code not in known:
            line = lines_of(lines, ("languages", number))
            message = f"no pages can be made in `{code}`"
            report.error(shown, line, "unknown-language", message, near(code, known))
    for name in ("title", "short_title"):
        said: dict[Language, str] = getattr(own, name)
        missing = [code for code in own.languages or known if code not in said]
        if said and missing:
            message = f"`{name}` is missing in {', '.join(missing)}"
            remedy = "give it in every language of the edition, or name its `languages`"
            report.error(shown, lines_of(lines, (name,)), "missing-title", message, remedy)


def _over(catalogue: Catalogue, own: EditionFile) -> Catalogue:
    strings = {
        code: {
            **words,
            "site.title": own.title.get(code, words["site.title"]),
            "shell.title": own.short_title.get(code) or own.title.get(code, words["shell.title"]),
        }
        for code, words in catalogue.strings.items()
    }
    spoken = own.languages or tuple(tongue.code for tongue in catalogue.interface)
    edition = catalogue.edition
    return replace(
        catalogue,
        strings=strings,
        languages=tuple(
            replace(tongue, interface=tongue.interface and tongue.code in spoken)
            for tongue in catalogue.languages
        ),
        edition=replace(
            edition,
            edition=own.edition or edition.edition,
            date=own.date or edition.date,
            base_url=edition.base_url if own.base_url is None else own.base_url,
        ),
        titled=bool(own.title),
    )


def _wishes(own: EditionFile, shown: str, lines: Lines) -> Iterator[Wish]:
    for key, said in own.only.items():
        listed = isinstance(said, tuple)
        for number, value in enumerate(said if isinstance(said, tuple) else (said,)):
            place: YamlPath = ("only", key, number) if listed else ("only", key)
            yield Wish(key, str(value).strip(), shown, lines_of(lines, place))
