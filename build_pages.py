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

from resolutions.account import account
from resolutions.addresses import append, check_kept, check_unique, pages, places, references
from resolutions.aids import check_aids, load_aids
from resolutions.align import align_all, in_order
from resolutions.annotate import annotate, check_places
from resolutions.columns import columns
from resolutions.compose import compose
from resolutions.export import export
from resolutions.gather import gather
from resolutions.index import index, labels
from resolutions.load import load
from resolutions.problems import Report
from resolutions.publish import Build
from resolutions.render import render, render_root
from resolutions.shelf import parse_shelf, shelves
from resolutions.study import Rules, study_work
from resolutions.summary import summarize
from resolutions.words import Words

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
        catalogue = load(ROOT / "data", "data", report)
    with build.stage("read, parse"):
        parsed = [each for shelf in shelved for each in parse_shelf(shelf, report)]
        accounts = [account(each, report) for each in parsed]
        documents = in_order(document for each in parsed for document in each.documents)
        check_unique(documents, report)
    with build.stage("align"):
        texts = align_all(documents, references(shelved), report)
        moves = catalogue.moves if catalogue else ()
        for shelf in shelved:
            check_kept(*shelf.list, places(texts, shelf, moves), "places", report)
    if catalogue is None:
        return build.fail(report)
    flaws = annotate(documents, catalogue.errata, report)
    check_places(catalogue, documents, report)
    if report.failed:
        return build.fail(report)

    with build.stage("segment, cite, tag"):
        rules = Rules.of(catalogue)
        works = [study_work(each, rules, flaws) for each in texts]
    with build.stage("gather"):
        library = gather(works, parsed, catalogue)
        aids = load_aids(*AIDS, report)
        check_aids(*AIDS, aids, library.readings, catalogue.terms, report)

    for tongue in catalogue.interface:
        with build.stage(f"compose, render {tongue.code}"):
            words = Words(tongue.code, catalogue)
            made = compose(library, words, accounts, rules.tagger.silent, aids, report)
            build.pages(tongue, render(made, words, ROOT / "templates"))
            build.files(labels(library, words))
    paths = [page.path for page in made]
    if options.addresses:
        return build.listed(
            {
                shelf.shown_addresses: append(
                    shelf.addresses, [*pages(paths, texts, shelf), *places(texts, shelf)]
                )
                for shelf in shelved
            }
        )
    for shelf in shelved:
        check_kept(*shelf.list, pages(paths, texts, shelf), "pages", report)
    with build.stage("export, index"):
        build.files(export(library, catalogue.held, catalogue.edition.edition, aids, report))
        build.files(render_root(catalogue, made, ROOT / "templates"))
        build.files(index(library, catalogue, aids))
        build.files(columns(library, aids, catalogue.languages))

    if options.check:
        summarize(library, accounts, rules.tagger, catalogue, aids, ROOT)
    elif not report.failed:
        build.publish(report)
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
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="where the site goes")
    parser.add_argument("--timings", type=Path, help="write the seconds of each stage here (JSON)")
    parser.add_argument("--force", action="store_true", help="build though nothing changed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
