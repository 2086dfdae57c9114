"""The errata: what stands in a text of the UN, what is meant, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from resolutions.model.findings import Flaw
from resolutions.model.library import Head, Library
from resolutions.model.records import Key, Language, record
from resolutions.web import urls
from resolutions.web.strings import Strings

LANGUAGE = "zh"  # of the texts that data/errata.yml is about


@record
class ErratumLine:
    """An erratum in the list: where, what stands, what is meant, why, how sure."""

    label: str
    name: str
    href: str
    line: int
    found: str
    suggested: str
    kind: str
    certainty: str
    certainty_id: str
    reason: str
    language: Language


def errata(library: Library, words: Strings) -> dict[str, object]:
    """The content of the page."""
    lines = list(_lines(library, words))
    return {
        "lines": lines,
        "kinds": Counter(line.kind for line in lines).most_common(),
        "instruments": list(Counter(line.label for line in lines).items()),
        "corrections": [
            (words.date(each.date), words.name(each.what))
            for each in words.catalogue.edition.corrections
        ],
    }


def _lines(library: Library, words: Strings) -> Iterator[ErratumLine]:
    """Each erratum, as the texts have them: those of paragraphs, then those of notes."""
    for slug, head in library.heads.items():
        if not head.flawed:
            continue
        reading = library.works[slug].texts[LANGUAGE]
        texts: dict[Key, str] = {each.key: each.text for each in reading.document.paragraphs}
        texts |= {note.key: note.text or "" for note in reading.document.footnotes}
        found = [(key, each.flaws) for key, each in reading.findings.items()]
        for key, flaws in [*found, *reading.note_flaws.items()]:
            for flaw in flaws:
                yield _line(head, key, flaw, texts[key], words)


def _line(head: Head, key: Key, flaw: Flaw, text: str, words: Strings) -> ErratumLine:
    erratum = flaw.erratum
    return ErratumLine(
        label=words.label(head.document),
        name=words.place(head, key),
        href=urls.relative(urls.ERRATA, urls.place(head, key)),
        line=erratum.line,
        found=text[flaw.span.start : flaw.span.end],
        suggested=erratum.suggested,
        kind=words(f"erratum.kind.{erratum.kind}"),
        certainty=words(f"certainty.{erratum.certainty}"),
        certainty_id=erratum.certainty,
        reason=words.name(erratum.reason),
        language=LANGUAGE,
    )
