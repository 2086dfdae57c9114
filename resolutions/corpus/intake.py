"""Stage: folders of texts -> works in the store, and a head of each.

All that one instrument says by itself is found here, in all its languages at once: read, sift,
parse, account, align, annotate, segment, cite, tag, acts. Instruments are taken in side by
side on all cores; one whose files, and whose rules, are as they were is not read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from resolutions import parallel
from resolutions.analysis.align import align_all
from resolutions.analysis.annotate import annotate
from resolutions.analysis.concordance import wording_of
from resolutions.analysis.study import Rules, study_work
from resolutions.analysis.texts import Texts, in_order
from resolutions.corpus.addresses import check_unique
from resolutions.corpus.candidate import Refused
from resolutions.corpus.extracts import Extract, extracts_of
from resolutions.corpus.identity import identify
from resolutions.corpus.intake_result import TAKEN, Taken, head_of, shared
from resolutions.corpus.prescan import File, grouped, keys_of, look
from resolutions.corpus.shelf import Shelf, parse_file, texts_of
from resolutions.corpus.store import PACK, Store
from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Parsed
from resolutions.model.library import Head, TermCounts, Work
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.model.symbols import slug_of
from resolutions.progress import Progress
from resolutions.readers.account import account
from resolutions.readers.names import said_by_name


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
        while common := shared(taken):
            joint = [[file for n in sorted(own) for file in groups[n]] for own in common]
            rest = sorted(set(range(len(groups))).difference(*common))
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
            if all(look((file.shelf, file.path)) == file for file in files):
                self.store.keep(name, found)  # else a file changed after the first look
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
            symbol: each for symbol, each in self.extracts.items() if keys & set(keys_of(symbol))
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
        sums = self.store.put(name, work, wording.uses)
        return head_of(texts, work, name, sums), replace(wording, uses={})


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


def _light(parsed: Parsed) -> Parsed:
    """The documents without the lines they were read from: these have been accounted for."""
    source = replace(parsed.source, lines=(), numbers=())
    documents = tuple(replace(each, source=source) for each in parsed.documents)
    return replace(parsed, source=source, documents=documents, claims=())
