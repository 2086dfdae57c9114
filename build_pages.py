#!/usr/bin/env python3
"""Build the edition: `data/` in, `site/` and `dist/` out.

python build_pages.py              build the site
python build_pages.py --check      find problems, print the account; write nothing
python build_pages.py --addresses  list the addresses that are new in data/addresses.txt
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from resolutions.account import account
from resolutions.acts import Grammar
from resolutions.addresses import append, check_kept, check_unique, places
from resolutions.aids import check_aids, columns, load_aids
from resolutions.annotate import annotate, check_places
from resolutions.cite import Names
from resolutions.compose import compose
from resolutions.export import export
from resolutions.gather import gather
from resolutions.index import index, labels
from resolutions.load import load
from resolutions.pages.terms import names as names_of_terms
from resolutions.parse import parse
from resolutions.problems import Report
from resolutions.publish import Build
from resolutions.read import read
from resolutions.render import render, render_root
from resolutions.segment import Lexicon
from resolutions.sift import sift
from resolutions.study import by_place, study
from resolutions.summary import summarize
from resolutions.tag import Tagger
from resolutions.words import Words

ROOT = Path(__file__).resolve().parent
AIDS = ROOT / "data" / "reading-aids", "data/reading-aids"
ADDRESSES = ROOT / "data" / "addresses.txt", "data/addresses.txt"


def main() -> int:
    """Run every stage in order; return the exit status."""
    options = arguments()
    build = Build(ROOT, options)
    if build.is_current():
        return build.done()
    report = Report()

    with build.stage("load"):
        catalogue = load(ROOT / "data", "data", report)
    with build.stage("read, parse"):
        sources = read(ROOT / "data" / "texts", "data/texts", report)
        parsed = [parse(sift(source), report) for source in sources]
        accounts = [account(each, report) for each in parsed]
        documents = sorted(
            (document for each in parsed for document in each.documents),
            key=lambda document: (document.year, document.lines.start),
        )
        check_unique(documents, report)
        check_kept(*ADDRESSES, places(documents), "places", report)
    if catalogue is None:
        return build.fail(report)
    flaws = annotate(documents, catalogue.errata, report)
    check_places(catalogue, documents, report)
    if report.failed:
        return build.fail(report)

    with build.stage("segment, cite, tag"):
        names, lexicon = Names(catalogue.instruments), Lexicon(catalogue.terms.values())
        tagger = Tagger(catalogue.themes, catalogue.lists)
        grammar, rulings = Grammar(catalogue.acts), by_place(catalogue.overrides)
        readings = [
            study(each, names, lexicon, tagger, grammar, rulings, flaws) for each in documents
        ]
    with build.stage("gather"):
        frames = {each.source.header.symbol: each.frame for each in parsed}
        library = gather(readings, frames, sources, catalogue)
        aids = load_aids(*AIDS, report)
        check_aids(*AIDS, aids, library.readings, catalogue.terms, report)

    for tongue in catalogue.interface:
        with build.stage(f"compose, render {tongue.code}"):
            words = Words(tongue.code, catalogue)
            pages = compose(library, words, accounts, tagger.silent, aids, report)
            build.pages(tongue, render(pages, words, ROOT / "templates"))
            build.files(labels(library, words))
    paths = [page.path for page in pages]
    if options.addresses:
        return build.listed(append(ADDRESSES[0], [*paths, *places(documents)]))
    check_kept(*ADDRESSES, paths, "pages", report)
    with build.stage("export, index"):
        build.files(export(library, catalogue.held, catalogue.edition.edition, aids, report))
        build.files(render_root(catalogue, ROOT / "templates"))
        build.files(index(library, catalogue, aids))
        build.files(columns(aids))
        build.files(names_of_terms(library, catalogue))

    if options.check:
        summarize(library, accounts, tagger, catalogue, aids, ROOT)
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
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="where the site goes")
    parser.add_argument("--timings", type=Path, help="write the seconds of each stage here (JSON)")
    parser.add_argument("--force", action="store_true", help="build though nothing changed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
