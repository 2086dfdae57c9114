"""Our citations against the links that the UN set in its own XML.

`make links UN=FOLDER` reads the UN's files where they lie and copies nothing. In each language that
rules read, every link whose address is a symbol is looked for among what is cited in its paragraph
or note, first by the rules alone, then with what the links themselves add. What differs by the
rules is listed: `other`, where the words of the link cite something else, `missed`, where nothing.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from resolutions import parallel
from resolutions.analysis.citations.cite import cite
from resolutions.analysis.citations.names import Names
from resolutions.analysis.study import plain
from resolutions.evaluate.un_folder import run
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document, Footnote, Paragraph
from resolutions.model.findings import Citation
from resolutions.model.problems import Report
from resolutions.model.records import Language, Span, Target
from resolutions.readers.akn.reader import read_akn

CHUNK = 8  # files a worker takes at a time


class Link(NamedTuple):
    """A link of the UN: where, what its words are, its target; what the rules cite for it."""

    language: Language
    place: str  # "75/133#op3"
    words: str
    target: Target
    cited: tuple[Target, ...]  # by the words of the link, if the target is cited nowhere
    kind: str  # "" where they agree, else `other` or `missed`
    filled: bool  # whether it is cited once links add what rules do not see


def links_of(document: Document, names: Names) -> Iterator[Link]:
    """Every link of a document, each target once a paragraph or note, held against the rules."""
    read = plain(document)
    rules, rule_notes, _ = cite(_unlinked(read), names)
    both, both_notes, _ = cite(read, names)
    for paragraph in document.paragraphs:
        key = paragraph.key
        yield from _of_unit(document, paragraph, rules[key], both[key])
    for note in document.footnotes:
        yield from _of_unit(document, note, rule_notes[note.key], both_notes[note.key])


def _unlinked(document: Document) -> Document:
    return replace(
        document,
        paragraphs=tuple(replace(each, links=()) for each in document.paragraphs),
        footnotes=tuple(replace(each, links=()) for each in document.footnotes),
    )


def _of_unit(
    document: Document,
    unit: Paragraph | Footnote,
    by_rules: Iterable[Citation],
    by_both: Iterable[Citation],
) -> Iterator[Link]:
    text, place = unit.text or "", f"{document.slug}#{unit.key}"
    cited, filled = {each.target for each in by_rules}, {each.target for each in by_both}
    first: dict[Target, Span] = {}
    for span, target in unit.links:
        first.setdefault(target, span)
    for target, span in first.items():
        instead = tuple(
            each.target
            for each in by_rules
            if each.span.start < span.end and span.start < each.span.end
        )
        kind = "" if target in cited else "other" if instead else "missed"
        words = text[max(0, span.start - 12) : span.end + 6]
        instead = instead if kind else ()
        yield Link(document.language, place, words, target, instead, kind, target in filled)


def _of_file(path: Path, names: dict[Language, Names]) -> list[Link]:
    return [
        link
        for parsed in read_akn(path, path.name, Report())
        for document in parsed.documents
        if document.language in names
        for link in links_of(document, names[document.language])
    ]


def tell(folder: Path, catalogue: Catalogue) -> None:
    """Print every difference, by language, kind and organ, then the shares that agree."""
    names = {
        code: Names.of(catalogue.instruments, book.citing)
        for code, book in catalogue.rulebooks.items()
    }
    found: list[Link] = []
    paths = sorted(folder.rglob("*.xml"))
    for own in parallel.each(partial(_of_file, names=names), paths, CHUNK):
        found += own
    for each in sorted(found, key=_order):
        if each.kind:
            cited = f" cited as {', '.join(each.cited)}" if each.cited else ""
            print(f"{each.language} {each.kind} {each.target}{cited}: {each.place} …{each.words}…")
    for language in names:
        mine = [each for each in found if each.language == language]
        kinds = Counter(each.kind for each in mine)
        alike, other, missed = (kinds[kind] for kind in ("", "other", "missed"))
        if mine:
            print(f"{language}: {len(mine)} links, cited alike {alike / len(mine):.4f} ({alike})")
            filled = sum(each.filled for each in mine)
            print(f"  {other} otherwise, {missed} missed; with the links {filled / len(mine):.4f}")


def _order(link: Link) -> tuple[str, str, str, str]:
    return link.language, link.kind, link.target.rpartition("/")[0], link.place


if __name__ == "__main__":
    sys.exit(run(tell))
