#!/usr/bin/env python3
"""Build the edition: `data/` in, `site/` and `dist/` out.

python build_pages.py              build the site
python build_pages.py --texts DIR  with the texts of a folder besides (repeatable)
python build_pages.py --check      find problems, print the account; write nothing
python build_pages.py --addresses  list the addresses that are new in data/addresses.txt
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from resolutions.analysis.annotate import check_places
from resolutions.analysis.checks import check_data
from resolutions.analysis.study import Rules
from resolutions.catalogue.aids import check_aids, load_aids
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.comparison.compare import compare
from resolutions.corpus.addresses import append, check_kept, pages, places, references
from resolutions.corpus.gather import gather
from resolutions.corpus.intake import Intake, read_through
from resolutions.corpus.shelf import shelves
from resolutions.corpus.store import Store
from resolutions.evaluate.summary import summarize
from resolutions.make import Maker
from resolutions.model.problems import Report
from resolutions.publish.build import Build
from resolutions.site.compose import check_paths

ROOT = Path(__file__).resolve().parent
AIDS = ROOT / "data" / "reading-aids", "data/reading-aids"


def main() -> int:
    """Run every stage in order; return the exit status."""
    options = arguments()
    build = Build(ROOT, options)
    if build.is_current():
        return build.done()
    report = Report()
    shelved = shelves(ROOT, options.texts)

    with build.stage("load"):
        files = DataFiles(ROOT / "data", "data", report)
        catalogue = load(files)
        check_data(files)
    fixed = references(shelved)
    if catalogue is None or report.failed:
        read_through(shelved, catalogue, fixed, report)
        return build.fail(report)
    with build.stage("read, parse, align, study"):
        store, rules = Store(ROOT / "build" / "works"), Rules.of(catalogue)
        intake = Intake(rules, catalogue, store, fixed, build.rules_digest())
        taken = intake.take(shelved, report)
    with build.stage("gather"):
        library = gather(taken, store, catalogue)
        heads = list(library.heads.values())
        for shelf in shelved:
            check_kept(*shelf.list, places(heads, shelf, catalogue.moves), "places", report)
        held = {head.slug: head.kinds for head in heads}
        check_places(catalogue, held, {each.name for each in library.sources}, report)
        aids = load_aids(*AIDS, report)
        check_aids(*AIDS, aids, library.readings, catalogue.terms, report)
    if report.failed:
        return build.fail(report)

    with build.stage("compare"):
        comparison = compare(library, catalogue)
    accounts = [account for each in taken for account in each.accounts]
    tagger = next(iter(rules.values())).tagger
    tagger.fired.update(*(each.fired for each in taken))
    with build.stage("compose, render, index"):
        maker = Maker(build, library, comparison, catalogue, aids, accounts, tagger.silent)
        paths = maker.all(report)
        check_paths(paths, report)
    if options.addresses:
        return build.listed(
            {
                shelf.shown_addresses: append(
                    shelf.addresses, [*pages(paths, heads, shelf, shelved), *places(heads, shelf)]
                )
                for shelf in shelved
            }
        )
    for shelf in shelved:
        check_kept(*shelf.list, pages(paths, heads, shelf, shelved), "pages", report)

    if options.check:
        summarize(library, accounts, tagger, catalogue, aids, ROOT)
    elif not report.failed:
        build.publish(library.large)
    return build.fail(report) if report.failed else build.done(report)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="find problems, write nothing")
    parser.add_argument("--addresses", action="store_true", help="append the new addresses")
    parser.add_argument(
        "--texts", type=Path, action="append", default=[], help="a folder of further texts"
    )
    parser.add_argument(
        "--site", type=Path, default=ROOT / "site", help="where the site goes, its zip beside"
    )
    parser.add_argument("--timings", type=Path, help="write the seconds of each stage here (JSON)")
    parser.add_argument("--zip", action="store_true", help="pack a large edition too")
    parser.add_argument("--force", action="store_true", help="build though nothing changed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
