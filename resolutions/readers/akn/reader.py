"""Stage: a file of AKN4UN, the XML of the UN -> its documents and an account of its text.

It takes the place of `read`, `sift` and `parse` and hands on the same records. Whatever the
file holds, it never raises and claims every character: what nothing explains is reported and
claimed as `unexplained`. A file that is no AKN4UN, or does not say what it is, is left out.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from resolutions.model.document import (
    Claim,
    Document,
    Footnote,
    Header,
    Paragraph,
    Parsed,
    Run,
    Source,
    TitleFrom,
)
from resolutions.model.problems import Report
from resolutions.model.records import Span
from resolutions.model.symbols import slug_of
from resolutions.readers.akn.arrange import arrange, warn_unknown
from resolutions.readers.akn.blocks import Block, Note, Statement
from resolutions.readers.akn.facts import WorkFacts, facts
from resolutions.readers.akn.head import metadata_uses
from resolutions.readers.akn.inline import runs
from resolutions.readers.akn.links import targets
from resolutions.readers.akn.paragraphs import lines_of, paragraph_claims, paragraph_of
from resolutions.readers.akn.statement import read_statement
from resolutions.readers.akn.xmlfile import Element, XmlFile, read_xml
from resolutions.readers.text.notes import resolve

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def read_akn(path: Path, shown: str, report: Report) -> list[Parsed]:
    """Read the resolutions of an XML file; an empty list, and a problem, where it holds none.

    `shown` is the file's name in messages.
    """
    file = read_xml(path, shown, NAMESPACE, report)
    if file is None:
        return []
    statements = list(_statements(file.root))
    if file.root.name != "akomaNtoso" or not statements:
        message = f"`{file.root.name}` is no Akoma Ntoso with a statement of the United Nations"
        report.error(shown, file.root.line, "not-akn", message, "only AKN4UN files are read")
        return []
    found = [facts(each, around, path, shown, report) for each, around, _ in statements]
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return []
    source = _source(path, shown, file, known[0])
    claims = [Claim(*use) for part in _around(file.root) for use in metadata_uses(part)]
    documents = []
    for (element, around, parts), fact in zip(statements, known, strict=True):
        statement = read_statement([*element.children, *parts], fact.language)
        document, own = _document(statement, fact, around, source, report)
        documents.append(document)
        claims += own
    claims += unexplained(source, claims, report)
    return [Parsed(source=source, documents=tuple(documents), frame=(), claims=tuple(claims))]


def _statements(
    root: Element, collection: Element | None = None
) -> Iterator[tuple[Element, Element | None, tuple[Element, ...]]]:
    """Each statement, the collection it belongs to, and the annexes that stand beside it."""
    children = list(root.children)
    collection = next((each for each in children if each.name == "documentCollection"), collection)
    for child in children:
        if child.name == "statement":
            yield child, collection, ()
        elif child.name in ("components", "component", "documentCollection", "collectionBody"):
            yield from _statements(child, collection)


def _around(root: Element) -> Iterator[Element]:
    """What stands around the statements of a collection: it is said of all of them."""
    for child in root.children:
        if child.name in ("meta", "coverPage", "preface", "conclusions"):
            yield child
        elif child.name in ("components", "component", "documentCollection", "collectionBody"):
            yield from _around(child)


def _source(path: Path, shown: str, file: XmlFile, fact: WorkFacts) -> Source:
    header = Header(
        symbol=fact.symbol,
        language=fact.language,
        authority="un-copy",
        origin=path.name,
        sha256=file.sha256,
        kind=fact.kind,
        body=fact.body,
        year=fact.year,
        session=fact.session,
        agenda_item=fact.agenda_item,
        date=fact.date,
    )
    return Source(
        file=shown,
        name=path.name,
        sha256=file.sha256,
        header=header,
        header_file=shown,
        lines=file.lines,
        numbers=file.numbers,
    )


def _document(
    statement: Statement,
    fact: WorkFacts,
    around: Element | None,
    source: Source,
    report: Report,
) -> tuple[Document, list[Claim]]:
    """The document of a statement, and what its characters are."""
    slug = slug_of(fact.symbol)
    blocks = list(statement.blocks)
    if all(block.zone != "title" for block in blocks):
        blocks.append(Block("title", "text", statement.line))
    units = arrange(blocks, fact.language, source.file, report)
    for name, line in statement.unknown:
        warn_unknown(name, line, source.file, report)
    for line, message in statement.doubts:
        report.warn(
            source.file, line, "doubtful-mark", message, "compare with the printed document"
        )
    paragraphs = tuple(paragraph_of(unit, source) for unit in units)
    footnotes = _footnotes(statement.notes, paragraphs, fact, source, report)
    claims = [
        Claim(run, use.replace("metadata:", f"metadata:{slug}:")) for run, use in statement.uses
    ]
    claims += [claim for unit in units for claim in paragraph_claims(unit, slug)]
    claims += _note_claims(statement.notes, footnotes, slug)
    title = paragraphs[0]
    borrowed = None if title.text else _lent_title(fact, around)
    if borrowed:
        text, lender = borrowed
        paragraphs = (replace(title, text=text), *paragraphs[1:])
    values = {field.name: getattr(fact, field.name) for field in dataclasses.fields(fact)}
    values["meeting"] = fact.meeting or statement.meeting
    document = Document(
        **values,
        slug=slug,
        part=None,
        status="adopted",
        authority="un-copy",
        date_basis="printed" if fact.date else None,
        title_from=lender if borrowed else None,
        source=source,
        lines=Span(
            min(paragraph.lines.start for paragraph in paragraphs),
            max(paragraph.lines.end for paragraph in paragraphs),
        ),
        paragraphs=paragraphs,
        footnotes=footnotes,
    )
    return document, claims


def _lent_title(fact: WorkFacts, around: Element | None) -> tuple[str, TitleFrom] | None:
    """The title of a statement without one: of its collection, else of its agenda item."""
    titles = (
        each.words
        for part in (around.children if around else ())
        if part.name == "preface"
        for each in part.find("docTitle")
    )
    whole = next((each for each in titles if each), "")
    if whole:
        return whole, TitleFrom(basis="collection", language=fact.language)
    if fact.agenda_title:
        return fact.agenda_title, TitleFrom(basis="agenda", language=fact.language)
    return None


def _footnotes(
    notes: Sequence[Note],
    paragraphs: Sequence[Paragraph],
    fact: WorkFacts,
    source: Source,
    report: Report,
) -> tuple[Footnote, ...]:
    """The notes in the order of their marks; a mark without one makes a note without text."""
    printed = {note.key: note for note in reversed(notes)}
    texts = {key: note.content for key, note in printed.items()}
    order = list(dict.fromkeys(note.key for note in notes))
    resolved = dict(
        zip(order, resolve([texts[key].text for key in order], fact.language), strict=True)
    )
    made: dict[str, Footnote] = {}
    for mark, paragraph in ((mark, each) for each in paragraphs for mark in each.notes):
        if mark.key in made:
            continue
        note = printed.get(mark.key)
        made[mark.key] = Footnote(
            key=mark.key,
            label=mark.label,
            text=texts[mark.key].text if note else None,
            resolved=resolved.get(mark.key),
            lines=lines_of(runs(note.tokens), note.line, source) if note else None,
            links=tuple(targets(texts[mark.key].text, texts[mark.key].links)) if note else (),
        )
        if note is None:
            message = f"mark {mark.label} in {paragraph.key} has no note in the file"
            remedy = "the page says so; compare with the printed document"
            report.warn(source.file, paragraph.lines.start, "missing-note", message, remedy)
        elif "_" in mark.key:
            message = f"a second note {mark.label} has another text"
            report.warn(source.file, note.line, "doubled-note", message, f"it becomes {mark.key}")
    return tuple(made.values())


def _note_claims(
    notes: Sequence[Note], footnotes: Sequence[Footnote], slug: str
) -> Iterator[Claim]:
    called = {note.key for note in footnotes}
    for note in notes:
        if note.key in called:
            yield from (Claim(run, f"note:{slug}#{note.key}") for run in runs(note.tokens))


def unexplained(source: Source, claims: Sequence[Claim], report: Report) -> Iterator[Claim]:
    """Claim the text that nothing has claimed, and report it with its line."""
    whole = {run.line for run, _ in claims if run.text == source.lines[run.line - 1]}
    printed = (n for n, text in enumerate(source.lines, start=1) if not text.isspace())
    taken: dict[int, list[Run]] = {number: [] for number in printed if number not in whole}
    for run, _ in claims:
        if run.line in taken:
            taken[run.line].append(run)
    for number, claimed in taken.items():
        text = source.lines[number - 1]
        end = 0
        edge = Run(number, len(text), len(text), "")
        for run in (*sorted(claimed), edge):
            gap = text[end : run.start]
            if gap.strip():
                report.error(
                    source.file,
                    source.number(number),
                    "unexplained-text",
                    f"{gap.strip()[:40]!r} stands where no text is expected",
                    "compare with the UN's file, and mend it",
                )
                yield Claim(Run(number, end, run.start, gap), "unexplained")
            end = max(end, run.end)
