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
from resolutions.corpus.addresses import check_kept, check_unique, moved_places
from resolutions.corpus.extracts import Extract, extracts_of
from resolutions.corpus.identity import Refused, identify
from resolutions.corpus.shelf import Shelf, parse_file, texts_of
from resolutions.corpus.store import PACK, Store
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document, Paragraph, Parsed, Source
from resolutions.model.library import Counted, Head, Side, TermCounts, Work
from resolutions.model.problems import Problem, Report
from resolutions.model.records import ACTING, TAGGED, Key, Language, record
from resolutions.model.symbols import slug_of
from resolutions.progress import Progress
from resolutions.readers.account import Account, account
from resolutions.readers.names import said_by_name
from resolutions.readers.table import kind_of

SYMBOLS = {  # what names an instrument in a UN file, and in the header of a text
    ".xml": re.compile(rb"<docNumber[^>]*>\s*([^<]+?)\s*<|<FRBRuri value=\"[^\"]*?/([^/\"]+)/"),
    ".yml": re.compile(rb"^symbol: *(\S+)", re.MULTILINE),
}
NUMBER = re.compile(r"(?:E?S-)?\d+[/-]\d+")  # 75/269, ES-10-22


class File(NamedTuple):
    """A file of a shelf, and what it is likely to hold: enough to bring languages together."""

    shelf: Shelf
    path: Path
    symbols: frozenset[str]  # "75/269", without what is the same in all, or a whole symbol
    sha256: str = ""  # of the file, and of the header beside it


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
        self.extracts: dict[str, Extract] = {}
        self.flawed = {erratum.source for erratum, _ in catalogue.errata}

    def take(self, shelves: Iterable[Shelf], report: Report) -> list[Taken]:
        """Every text of the shelves; groups found to hold one instrument are joined, read again."""
        shelves = list(shelves)
        self.extracts = extracts_of(
            ((path, shelf.name(path)) for shelf in shelves for path in shelf.extracts), report
        )
        found = [(shelf, path) for shelf in shelves for path in texts_of(shelf, report)]
        files = [each for each in parallel.each(look, found, 64) if each is not None]
        groups = grouped(files)
        progress = Progress("read", len(groups))
        packed = parallel.each(self._packed, groups, 4, progress.tell)
        taken = [TAKEN.decode(each) for each in progress.through(packed)]
        while shared := _shared(taken):
            joint = [[file for n in sorted(own) for file in groups[n]] for own in shared]
            rest = sorted(set(range(len(groups))).difference(*shared))
            groups = [groups[n] for n in rest] + joint
            taken = [taken[n] for n in rest]
            taken += [TAKEN.decode(each) for each in parallel.each(self._packed, joint)]
        for each in taken:
            report.problems += each.problems
        return taken

    def one(self, files: Sequence[File]) -> Taken:
        """One instrument (or the instruments of one file), unless nothing has changed."""
        return TAKEN.decode(self._packed(files))

    def _packed(self, files: Sequence[File]) -> bytes:
        """What `one` returns, still encoded: as the store keeps it and as a worker sends it."""
        digest = self._digest(files)
        name = f"{digest}.taken"
        found = self.store.recall(name)
        if found is None or not self._is_current(TAKEN.decode(found)):
            found = PACK(self._take(files, digest[:16]))
            self.store.keep(name, found)
        return found

    def _is_current(self, taken: Taken) -> bool:
        """Whether a cached result can be used: the same references, and its works are stored."""
        heads = taken.heads
        return taken.fixed == self._fixed(head.slug for head in heads) and all(
            self.store.recall(head.stored) is not None for head in heads
        )

    def _fixed(self, slugs: Iterable[str]) -> dict[str, Language]:
        return {slug: self.fixed[slug] for slug in slugs if slug in self.fixed}

    def _digest(self, files: Sequence[File]) -> str:
        digest = hashlib.sha256(self.stamp.encode())
        for file in files:
            digest.update(f"{file.shelf.name(file.path)}\n{file.sha256}".encode())
        for _, extract in sorted(self._extracts(files).items()):
            digest.update(repr(extract).encode())
        return digest.hexdigest()

    def _extracts(self, files: Sequence[File]) -> dict[str, Extract]:
        """What the UN's extracts say of the instruments that a group is likely to hold."""
        keys = {key for file in files for key in file.symbols}
        return {
            symbol: each for symbol, each in self.extracts.items() if keys & set(_keys_of(symbol))
        }

    def _take(self, files: Sequence[File], digest: str) -> Taken:
        report = Report()
        parsed: list[Parsed] = []
        refused: list[Refused] = []
        for file in files:
            read = parse_file(file.shelf, file.path, report)
            parsed += read
            refused += [] if read else _unread(file, report)
        own = frozenset(file.shelf.name(file.path) for file in files if file.shelf.own)
        parsed, unheld = identify(parsed, own, self._extracts(files), report)
        accounts = tuple(account(each, report) for each in parsed)
        parsed = [_light(each) for each in parsed if each.documents or each.frame]
        documents = in_order(document for each in parsed for document in each.documents)
        check_unique(documents, report)
        texts = align_all(documents, self.fixed, report)
        flawed = {each.source.name for each in parsed} & self.flawed
        errata = [each for each in self.catalogue.errata if each[0].source in flawed]
        flaws = annotate(documents, errata, report)
        heads, wordings = [], []
        fired: set[str] = set()
        for each in texts:
            work = study_work(each, self.rules, flaws)
            head, wording = self._lay_down(each, work, f"{work.slug}-{digest}.work")
            heads.append(replace(head, refused=_refused(head, [*refused, *unheld])))
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

    def _lay_down(self, texts: Texts, work: Work, name: str) -> tuple[Head, TermCounts]:
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
    known.update(moved_places(sorted(known), catalogue.moves if catalogue else ()))
    check_kept(*shelves[0].list, known, "places", report, new=False)
    if catalogue is not None:
        annotate(documents, catalogue.errata, report)
        check_places(catalogue, held, {each.source.name for each in parsed}, report)


def look(place: tuple[Shelf, Path]) -> File | None:
    """A first look at a file: its hash, and what in it and in its name names an instrument."""
    shelf, path = place
    try:
        content = path.read_bytes()
        header = path.with_suffix(".yml") if kind_of(path) == ".txt" else None
        beside = header.read_bytes() if header and header.exists() else b""
    except OSError:
        content, beside = b"", b""  # its reader tells
    pattern = SYMBOLS.get(".yml" if beside else kind_of(path))
    said = pattern.findall(beside or content) if pattern else []
    words = [part for each in said for part in (each if isinstance(each, tuple) else (each,))]
    names = [each.decode(errors="replace") for each in words if each]
    names += [each.value for each in said_by_name(path) if each.aspect == "symbol"]
    keys = frozenset(key for name in names for key in _keys_of(name))
    sha256 = hashlib.sha256(content).hexdigest() + hashlib.sha256(beside).hexdigest()
    return File(shelf, path, keys or frozenset({path.name}), sha256)


def _keys_of(symbol: str) -> list[str]:
    """What a symbol goes by however it is written: 75/269 for A/RES/75/269 B and 75-269."""
    found = NUMBER.search(symbol)
    if found:
        return [re.sub(r"-(?=\d+$)", "/", found[0])]
    return [symbol] if "/" in symbol else []


def _refused(head: Head, refused: Iterable[Refused]) -> dict[Language, tuple[str, str]]:
    """The languages in which a text of an instrument is not held although a file was given."""
    return {
        each.language: (each.code, each.file)
        for each in refused
        if slug_of(each.symbol) == head.slug and each.language not in head.sides
    }


def _unread(file: File, report: Report) -> list[Refused]:
    """The text that a file would have been by its name, where the file is refused."""
    shown = file.shelf.name(file.path)
    codes = [p.code for p in report.problems if p.file == shown and p.severity == "refused"]
    said = {each.aspect: each.value for each in said_by_name(file.path)}
    if not codes or not said.keys() >= {"symbol", "language"}:
        return []
    return [Refused(said["symbol"], said["language"], codes[0], shown)]


def grouped(files: Iterable[File]) -> list[list[File]]:
    """Files that share a symbol, together."""
    of: dict[str, list[File]] = {}
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


def _shared(taken: Sequence[Taken]) -> list[set[int]]:
    """Groups that turn out to hold one instrument, together."""
    owner: dict[str, int] = {}
    joint: dict[int, set[int]] = {}
    for number, each in enumerate(taken):
        for head in each.heads:
            first = owner.setdefault(head.slug, number)
            if first != number:
                both = joint.get(first, {first}) | joint.get(number, {number})
                joint.update(dict.fromkeys(both, both))
    return [*{id(own): own for own in joint.values()}.values()]


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
        doubts=document.doubts,
        title_from=document.title_from,
    )


def _keys(document: Document) -> set[Key]:
    return {paragraph.key for paragraph in document.paragraphs}
