#!/usr/bin/env python3
"""Build the edition: `data/` in, `site/` and `dist/` out.

python build_pages.py              build the site
python build_pages.py --texts DIR  with the texts of a folder besides (repeatable)
python build_pages.py --only W     hold only some of them, W as in data/README.md
python build_pages.py --check      find problems, print the account; write nothing
python build_pages.py --packs      write dist/packs/ for Moodle, SCORM players and Anki
python build_pages.py --addresses  list the addresses that are new in data/addresses.txt
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from resolutions.analysis.annotate import check_places
from resolutions.analysis.checks import check_data
from resolutions.analysis.reading_aid import AidReadings, read_aids
from resolutions.analysis.rulings import check_rulings
from resolutions.analysis.study import Rules
from resolutions.analysis.themes.tag import Tagger
from resolutions.catalogue.aids import Aids, check_aids, load_aids
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.edition import read_edition
from resolutions.catalogue.load import load
from resolutions.catalogue.selection import selection_of, wishes_of
from resolutions.comparison.compare import compare
from resolutions.corpus.addresses import append, check_kept, check_list, pages, places, references
from resolutions.corpus.census import Census, count
from resolutions.corpus.check_texts import read_through
from resolutions.corpus.gather import gather
from resolutions.corpus.intake import Intake
from resolutions.corpus.select import aids_of, select
from resolutions.corpus.shelf import Shelf, shelves
from resolutions.corpus.store import Store
from resolutions.corpus.title import entitled
from resolutions.corpus.watched import Anew
from resolutions.evaluate.summary import summarize
from resolutions.make import Maker
from resolutions.model.catalogue import Catalogue
from resolutions.model.library import Library
from resolutions.model.problems import Report
from resolutions.model.records import Language
from resolutions.model.selection import EVERYTHING, Selection
from resolutions.publish.clock import Clock
from resolutions.publish.fingerprint import Stamp, reading_fingerprint
from resolutions.publish.kept import Kept
from resolutions.publish.messages import log_beside, tell, verdicts
from resolutions.publish.options import Options, read_options
from resolutions.publish.output import Output, check_target, one_run, publish
from resolutions.publish.package import pack_formats
from resolutions.readers.account import Account
from resolutions.site.compose import check_paths
from resolutions.site.templates import drawer

ROOT = Path(__file__).resolve().parent
COLLECT_AFTER = 50_000  # allocations: records hold no reference cycles, a collection finds little
STOPPED = 130  # the exit status of a program that Ctrl-C ends
AIDS = ROOT / "data" / "reading-aids", "data/reading-aids"


def main() -> int:
    """Run the program; return the exit status: 0, 1 where an input is wrong, 130 at Ctrl-C."""
    gc.set_threshold(COLLECT_AFTER)  # here and in the workers
    options, report, clock = read_options(ROOT, __doc__), Report(), Clock()
    said: list[str] = []
    try:
        with one_run(options.build) as folder:
            said = build(options, folder, clock, report)
        if options.timings:
            clock.write(options.timings)
    except KeyboardInterrupt:
        print("\nstopped; nothing was written; the last good site stays", file=sys.stderr)
        return STOPPED
    except OSError as problem:  # a full disk, a folder that is read-only
        place = str(problem.filename or options.build)
        report.error(
            place, 1, "system", problem.strerror or str(problem), "mend that and try again"
        )
    good = options.writes and not report.failed
    if report.problems or clock.seconds:  # else the site was current
        log = log_beside(options.site) if good else options.build / "problems.log"
        tell(report.problems, log)
    if report.failed:
        said = []
        print("nothing was written; the last good site stays", file=sys.stderr)
    for line in said:
        print(line)
    return int(report.failed)


class Collected(NamedTuple):
    """What an edition holds, and what the reading of it came to."""

    library: Library
    catalogue: Catalogue  # entitled by what is held
    aids: Aids
    rules: Mapping[Language, Rules]
    accounts: list[Account]
    censuses: list[Census]
    silent: list[str]  # the rules of themes that found nothing

    @property
    def spoken(self) -> AidReadings:
        """The reading aids as texts."""
        return read_aids(self.aids, self.library.readings, self.rules)


def build(options: Options, folder: Path, clock: Clock, report: Report) -> list[str]:
    """Run every stage in order; return what the user is told in the end.

    `folder`: of this run alone.
    """
    stamp, home = Stamp(options), (options.site / "index.html").as_uri()
    if stamp.is_current():
        return [home]
    reading = reading_fingerprint(ROOT)  # before the data are read: they may change meanwhile
    if options.writes:
        check_target(options, report)
    if report.failed:
        return []
    shelved = shelves(ROOT, options.texts)
    for shelf in shelved:
        check_list(*shelf.list, report)
    with clock.stage("load"):
        catalogue, selection = read_data(options, report)
    if catalogue is None or report.failed:
        if not (options.only or options.edition):  # a word mistyped is told at once
            read_through(shelved, catalogue, references(shelved), report)
        return []
    collected = collect(shelved, catalogue, selection, options, reading, clock, report)
    if report.failed:
        return []
    if options.packs:
        with clock.stage("packs"):
            return make_packs(options, collected)
    output = Output(folder / "site" if options.writes else None)
    units = units_of(collected, options, stamp, folder, output)
    paths = make_files(collected, options, output, units, clock, report)
    if options.addresses and not report.failed:
        return list_addresses(paths, collected.library, shelved)
    if selection == EVERYTHING:
        check_pages(paths, collected.library, shelved, report)
    if options.check:
        tell_counts(collected, report)
        return []
    if not report.failed:
        with clock.stage("package"):
            stamp.drop()
            put_in_place(folder / "site", collected.library, options, units)
        stamp.put()
    return [home]


def collect(
    shelved: list[Shelf],
    catalogue: Catalogue,
    selection: Selection,
    options: Options,
    reading: str,
    clock: Clock,
    report: Report,
) -> Collected:
    """Read and study what lies on the shelves, and choose of it what the edition is to hold.

    `reading`: the fingerprint of all that decides how a text is read.
    """
    with clock.stage("read, parse, align, study"):
        store = Store.of(options.build / "works", reading)
        rules, fixed = Rules.of(catalogue), references(shelved)
        taken = Intake(rules, catalogue, store, fixed, reading).take(shelved, report)
    with clock.stage("gather"):
        library = gather(taken, store, catalogue)
        censuses = check_library(library, catalogue, rules, shelved, options, report)
        aids = load_aids(*AIDS, report)
        check_aids(*AIDS, aids, library.readings, catalogue.terms, report)
        fired = {name for each in taken for name in each.fired}
        if selection != EVERYTHING:
            taken = select(taken, selection, report)
            if report.failed:  # of what is asked for: no text is to blame
                own = {wish.file for wish in selection.wishes}
                report.problems = [each for each in report.problems if each.file in own]
            library = gather(taken, store, catalogue)
            aids = aids_of(aids, library.heads)
    return Collected(
        library=library,
        catalogue=entitled(catalogue, list(library.heads.values())),
        aids=aids,
        rules=rules,
        accounts=[account for each in taken for account in each.accounts],
        censuses=censuses,
        silent=tagger_of(rules).silent(fired),
    )


def units_of(
    collected: Collected, options: Options, stamp: Stamp, run: Path, output: Output
) -> Kept | Anew:
    """What makes the parts of a site: of very many instruments it uses again what is unchanged."""
    if not (options.writes and collected.library.many):
        return Anew(collected.library)
    besides = (
        collected.catalogue.strings,  # the title of an edition follows from what it holds
        {code: sorted(own) for code, own in collected.aids.items()},
    )
    return Kept(options, stamp, run, output, collected.library, besides)


def make_files(
    collected: Collected,
    options: Options,
    output: Output,
    units: Kept | Anew,
    clock: Clock,
    report: Report,
) -> list[str]:
    """Make the files of the site (which only a run that writes one keeps); return its pages."""
    with clock.stage("compare"):
        comparison = compare(collected.library, collected.catalogue, units)
    with clock.stage("compose, render, index"):
        maker = Maker(
            options,
            output,
            collected.library,
            comparison,
            collected.catalogue,
            collected.aids,
            collected.spoken,
            collected.accounts,
            collected.silent,
            units,
        )
        paths = maker.all(clock, report)
        check_paths(paths, report)
    return paths


def put_in_place(new: Path, library: Library, options: Options, units: Kept | Anew) -> None:
    """Publish a site that was made; of a large edition other formats are packed into one file."""
    if library.large:
        last = units.still_packed() if isinstance(units, Kept) else (None, ())
        pack_formats(new / "data", not library.many, *last)
    publish(new, options, library.many)
    if isinstance(units, Kept):
        units.put()


def tell_counts(collected: Collected, report: Report) -> None:
    """Print a verdict a file of the folders, then the account and the counts."""
    for census in collected.censuses:
        print(*verdicts(census.files, census.held, report.problems), sep="\n")
    tagger = tagger_of(collected.rules)
    summarize(
        collected.library,
        collected.accounts,
        tagger,
        collected.silent,
        collected.catalogue,
        collected.aids,
        ROOT,
    )


def tagger_of(rules: Mapping[Language, Rules]) -> Tagger:
    """The rules of themes for the language that is read first."""
    return next(iter(rules.values())).tagger


def read_data(options: Options, report: Report) -> tuple[Catalogue | None, Selection]:
    """The catalogue, checked, as the edition file has it; and what the edition is to hold."""
    files = DataFiles(ROOT / "data", "data", report)
    catalogue = load(files)
    check_data(files)
    wishes = list(wishes_of(options.only, report))
    if catalogue is None:
        return None, EVERYTHING
    if options.edition:
        catalogue, own = read_edition(options.edition, catalogue, report)
        wishes = own + wishes
    return catalogue, selection_of(wishes, catalogue, report)


def check_library(
    library: Library,
    catalogue: Catalogue,
    rules: Mapping[Language, Rules],
    shelved: list[Shelf],
    options: Options,
    report: Report,
) -> list[Census]:
    """Check the places that were promised and that `data/` names; count what folders hold."""
    heads = list(library.heads.values())
    censuses = [count(shelf, heads, report) for shelf in shelved if not shelf.own]
    for shelf in shelved:
        kept = places(heads, shelf, catalogue.moves)
        check_kept(*shelf.list, kept, "places", report, new=not options.addresses)
    held = {head.slug: head.kinds for head in heads}
    check_places(catalogue, held, {each.name for each in library.sources}, report)
    check_rulings(catalogue.overrides, library, rules, report)
    return censuses


def make_packs(options: Options, collected: Collected) -> list[str]:
    """Write the packs for teaching beside the zip; return what is told of them."""
    from resolutions.teaching.packs import course_of, write_packs  # genanki is slow to load

    course = course_of(collected.library, collected.catalogue, collected.spoken)
    templates = ROOT / "templates"
    return write_packs(course, options.zip.parent / "packs", drawer(templates), templates)


def check_pages(paths: list[str], library: Library, shelved: list[Shelf], report: Report) -> None:
    """Report the promised pages that are gone."""
    for shelf in shelved:
        kept = pages(paths, library.heads.values(), shelf, shelved)
        check_kept(*shelf.list, kept, "pages", report)


def list_addresses(paths: list[str], library: Library, shelved: list[Shelf]) -> list[str]:
    """Add what is new to the list of addresses of each folder; return what is told of it."""
    heads = library.heads.values()
    every = [
        (shelf, [*pages(paths, heads, shelf, shelved), *places(heads, shelf)]) for shelf in shelved
    ]
    return [
        f"{append(shelf.addresses, own)} addresses added to {shelf.shown_addresses}"
        for shelf, own in every
    ]


if __name__ == "__main__":
    sys.exit(main())
