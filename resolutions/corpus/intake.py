"""Stage: folders of texts -> works in the store, and a head of each.

All that one instrument says by itself is found here, in all its languages at once: read, sift,
parse, account, align, annotate, segment, cite, tag, acts. Instruments are taken in side by
side on all cores; one whose files, and whose rules, are as they were is not read again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from msgspec.msgpack import Decoder

from resolutions import parallel
from resolutions.analysis.align import Texts, align_all, in_order
from resolutions.analysis.annotate import annotate, check_places
from resolutions.analysis.concordance import wording_of
from resolutions.analysis.study import Rules, study_work
from resolutions.corpus.addresses import check_kept, check_unique, led
from resolutions.corpus.shelf import Shelf, parse_file, texts_of
from resolutions.corpus.store import PACK, Store
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document, Paragraph, Parsed, Source
from resolutions.model.library import Counted, Head, Side, Wording, Work
from resolutions.model.problems import Problem, Report
from resolutions.model.records import ACTING, TAGGED, Key, Language, record
from resolutions.readers.account import Account, account
from resolutions.readers.table import kind_of

SYMBOLS = {  # of a UN file, and of the header of a text
    ".xml": re.compile(rb"<docNumber[^>]*>\s*([^<]+?)\s*<"),
    ".yml": re.compile(rb"^symbol: *(\S+)", re.MULTILINE),
}


class File(NamedTuple):
    """A file of a shelf, and what it is likely to hold: enough to bring languages together."""

    shelf: Shelf
    path: Path
    symbols: frozenset[bytes]


@record
class Taken:
    """What a group of files came to, without the texts themselves."""

    heads: tuple[Head, ...]
    wordings: tuple[tuple[str, bytes], ...]  # by slug, packed: many words, which only count
    sources: tuple[Source, ...]
    frames: tuple[tuple[str, tuple[Paragraph, ...]], ...]
    accounts: tuple[Account, ...]
    problems: tuple[Problem, ...]
    fired: frozenset[str]  # the rules of themes, those for Chinese, that found something
    fixed: dict[str, Language]  # the languages that number its instruments, as they were published


TAKEN = Decoder(Taken)


class Intake:
    """The stage, and all it needs to know."""

    def __init__(
        self,
        rules: Mapping[Language, Rules],
        catalogue: Catalogue,
        store: Store,
        fixed: Mapping[str, Language],
        stamp: str,
    ) -> None:
        self.rules, self.catalogue, self.store = rules, catalogue, store
        self.fixed, self.stamp = fixed, stamp
        self.flawed = {erratum.source for erratum, _ in catalogue.errata}

    def take(self, shelves: Iterable[Shelf], report: Report) -> list[Taken]:
        """Every text of the shelves; instruments that two groups share are taken once."""
        groups = grouped(file for shelf in shelves for file in files_of(shelf, report))
        taken = [TAKEN.decode(each) for each in parallel.each(self._packed, groups, 4)]
        while shared := _shared(taken):
            again = [file for n in shared for file in groups[n]]
            rest = [n for n in range(len(groups)) if n not in shared]
            groups = [groups[n] for n in rest] + [again]
            taken = [taken[n] for n in rest] + [self.one(again)]
        for each in taken:
            report.problems += each.problems
        return taken

    def one(self, files: Sequence[File]) -> Taken:
        """One instrument (or the instruments of one file), unless nothing has changed."""
        return TAKEN.decode(self._packed(files))

    def _packed(self, files: Sequence[File]) -> bytes:
        """The same as it lies in the store, and comes from another process."""
        digest = self._digest(files)
        name = f"{digest}.taken"
        found = self.store.recall(name)
        if found is None or not self._is_current(TAKEN.decode(found)):
            found = PACK(self._take(files, digest[:16]))
            self.store.keep(name, found)
        return found

    def _is_current(self, taken: Taken) -> bool:
        """Whether what was made of the same files holds today: the rest of what decides it."""
        heads = taken.heads
        return taken.fixed == self._fixed(head.slug for head in heads) and all(
            self.store.recall(head.stored) is not None for head in heads
        )

    def _fixed(self, slugs: Iterable[str]) -> dict[str, Language]:
        return {slug: self.fixed[slug] for slug in slugs if slug in self.fixed}

    def _digest(self, files: Sequence[File]) -> str:
        digest = hashlib.sha256(self.stamp.encode())
        for file in files:
            digest.update(f"{file.shelf.name(file.path)}\n".encode())
            digest.update(hashlib.sha256(file.path.read_bytes()).digest())
            header = file.path.with_suffix(".yml")
            if kind_of(file.path) == ".txt" and header.exists():
                digest.update(header.read_bytes())
        return digest.hexdigest()

    def _take(self, files: Sequence[File], digest: str) -> Taken:
        report = Report()
        parsed = [each for file in files for each in parse_file(file.shelf, file.path, report)]
        accounts = tuple(account(each, report) for each in parsed)
        parsed = [_light(each) for each in parsed]
        documents = in_order(document for each in parsed for document in each.documents)
        check_unique(documents, report)
        texts = align_all(documents, self.fixed, report)
        own = {each.source.name for each in parsed} & self.flawed
        errata = [each for each in self.catalogue.errata if each[0].source in own]
        flaws = annotate(documents, errata, report)
        heads, wordings = [], []
        fired: set[str] = set()
        for each in texts:
            work = study_work(each, self.rules, flaws)
            head, wording = self._lay_down(each, work, f"{work.slug}-{digest}.work")
            heads.append(head)
            wordings.append((head.slug, PACK(wording)))
            if work.source and work.studied == next(iter(self.rules)):
                fired.update(work.source.fired)
        return Taken(
            heads=tuple(heads),
            wordings=tuple(wordings),
            sources=tuple(each.source for each in parsed),
            frames=tuple((p.source.header.symbol, p.frame) for p in parsed if p.frame),
            accounts=accounts,
            problems=tuple(report.problems),
            fired=frozenset(fired),
            fixed=self._fixed(each.slug for each in texts),
        )

    def _lay_down(self, texts: Texts, work: Work, name: str) -> tuple[Head, Wording]:
        lexicon = self.rules[work.studied].lexicon if work.studied else None
        wording = wording_of(work.source, self.catalogue.terms, lexicon)
        self.store.put(name, work, wording.uses)
        return head_of(texts, work, name), replace(wording, uses={})


def read_through(
    shelves: Sequence[Shelf],
    catalogue: Catalogue | None,
    fixed: Mapping[str, Language],
    report: Report,
) -> None:
    """Report what is wrong with the texts where the data is wrong too: all at once."""
    parsed = [
        each
        for shelf in shelves
        for path in texts_of(shelf, report)
        for each in parse_file(shelf, path, report)
    ]
    for each in parsed:
        account(each, report)
    documents = in_order(document for each in parsed for document in each.documents)
    check_unique(documents, report)
    held = {}
    for texts in align_all(documents, fixed, report):
        held[texts.slug] = _keys(texts.documents[texts.reference])
    known = {f"{slug}@{fixed[slug]}" for slug in held if slug in fixed}
    for document in documents:
        known |= {f"{document.slug}#{paragraph.key}" for paragraph in document.paragraphs}
        known |= {f"{document.slug}#{note.key}" for note in document.footnotes}
    known.update(led(sorted(known), catalogue.moves if catalogue else ()))
    check_kept(*shelves[0].list, known, "places", report, new=False)
    if catalogue is not None:
        annotate(documents, catalogue.errata, report)
        check_places(catalogue, held, {each.source.name for each in parsed}, report)


def files_of(shelf: Shelf, report: Report) -> list[File]:
    """The files of a shelf, each with the symbols its first look shows."""
    found = []
    for path in texts_of(shelf, report):
        seen = path if kind_of(path) == ".xml" else path.with_suffix(".yml")
        content = seen.read_bytes() if seen.exists() else b""
        symbols = frozenset(SYMBOLS[kind_of(seen)].findall(content))
        found.append(File(shelf, path, symbols or frozenset({path.name.encode()})))
    return found


def grouped(files: Iterable[File]) -> list[list[File]]:
    """Files that share a symbol, together."""
    of: dict[bytes, list[File]] = {}
    groups: dict[int, list[File]] = {}
    for file in files:
        own = [file]
        for group in {id(of[each]): of[each] for each in file.symbols if each in of}.values():
            own = group + own
            groups.pop(id(group))
        groups[id(own)] = own
        for member in own:
            for symbol in member.symbols:
                of[symbol] = own
    return list(groups.values())


def _shared(taken: Sequence[Taken]) -> list[int]:
    """Groups that turn out to hold one instrument."""
    owner: dict[str, int] = {}
    for number, each in enumerate(taken):
        for head in each.heads:
            if owner.setdefault(head.slug, number) != number:
                return [owner[head.slug], number]
    return []


def _light(parsed: Parsed) -> Parsed:
    """The documents without the lines they were read from: these have been accounted for."""
    source = replace(parsed.source, lines=(), numbers=())
    documents = tuple(replace(each, source=source) for each in parsed.documents)
    return replace(parsed, source=source, documents=documents, claims=())


def head_of(texts: Texts, work: Work, stored: str = "") -> Head:
    """What is known of a work without its texts."""
    reading = work.reading
    document = reading.document
    said = work.source or reading
    kinds = {each.key: (each.kind, each.label) for each in document.paragraphs}
    by_key = {
        **{key: each.citations for key, each in said.findings.items()},
        **said.note_citations,
    }
    cited = [
        (key, each.target)
        for key, own in by_key.items()
        for each in own
        if each.first and each.target
    ]
    return Head(
        slug=work.slug,
        reference=work.reference,
        document=replace(document, paragraphs=(), footnotes=()),
        sides={code: _side(code, texts) for code in texts.documents},
        kinds=kinds,
        units=sum(each.kind in ACTING for each in document.paragraphs),
        notes=len(document.footnotes),
        citations=sum(each.first for own in by_key.values() for each in own),
        cited=tuple(cited),
        tagged=tuple(
            Counted(key, tag.theme, tag.strength)
            for key, found in said.findings.items()
            for tag in found.tags
        ),
        untagged=tuple(
            each.key
            for each in said.document.paragraphs
            if each.kind in TAGGED and not said.findings[each.key].tags
        ),
        unresolved=said.unresolved,
        flawed=bool(said.note_flaws) or any(found.flaws for found in said.findings.values()),
        stored=stored,
    )


def _side(code: Language, texts: Texts) -> Side:
    document = texts.documents[code]
    own = [each.key for each in document.paragraphs]
    others = [_keys(each) for other, each in texts.documents.items() if other != code]
    return Side(
        title=document.title,
        authority=document.authority,
        file=document.source.file,
        keys=(*own, *(note.key for note in document.footnotes)),
        alone=frozenset(own).difference(*others) if others else frozenset(),
    )


def _keys(document: Document) -> set[Key]:
    return {paragraph.key for paragraph in document.paragraphs}
