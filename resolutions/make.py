"""Stages `compose`, `render`, `index`, `export`: the library -> the files of the site.

One job a language, then small ones for what is made work by work; jobs are done side by side
on all cores. What a job needs of a text it reads from the store, so that the largest corpus
passes through.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from resolutions import parallel
from resolutions.catalogue.aids import Aids
from resolutions.comparison.compare import Comparison
from resolutions.dataset.alignments import alignments
from resolutions.dataset.export import Parts, instruments, joined, whole
from resolutions.dataset.format import Edition
from resolutions.model.catalogue import Catalogue, Tongue
from resolutions.model.library import Files, Library
from resolutions.model.problems import Problem, Report
from resolutions.publish.build import Build
from resolutions.readers.account import Account
from resolutions.search.index import index, labels, lexicon
from resolutions.site.columns import column
from resolutions.site.compose import compose
from resolutions.site.pages.terms import names as names_of_terms
from resolutions.site.render import render, render_root, shells
from resolutions.web.words import Words

DATA = "data"  # the jobs that are no language
# Works of such a job: fewer than the store keeps, so that a text is read once. Small jobs come last
# and fill the time in which the long ones end.
WORKS = 50


class Made(NamedTuple):
    """What a job came to: its pages, its parts of the data set, what it complains of, its time."""

    paths: tuple[str, ...]
    parts: Parts
    problems: tuple[Problem, ...]
    seconds: dict[str, float]


class Maker:
    """Makes the files of a language, or of some works in all languages."""

    def __init__(
        self,
        build: Build,
        library: Library,
        comparison: Comparison,
        catalogue: Catalogue,
        aids: Aids,
        accounts: Sequence[Account],
        silent: list[str],
    ) -> None:
        self.build, self.library, self.catalogue, self.aids = build, library, catalogue, aids
        self.comparison = comparison
        self.accounts, self.silent = accounts, silent
        self.templates: Path = build.root / "templates"

    def all(self, report: Report) -> list[str]:
        """Do every job; return the paths of the pages, which are the same in each language."""
        slugs = list(self.library.heads)
        jobs: list[Tongue | list[str]] = [*self.catalogue.interface]
        jobs += [slugs[at : at + WORKS] for at in range(0, len(slugs), WORKS)]
        self.build.begin()
        paths: list[str] = []
        parts: list[Parts] = []
        for job, made in zip(jobs, parallel.each(self.one, jobs), strict=True):
            name = job.code if isinstance(job, Tongue) else DATA
            report.problems += made.problems
            paths = paths or list(made.paths)
            parts.append(made.parts)
            for stage, seconds in made.seconds.items():
                self.build.seconds[f"  {stage} {name}"] += seconds
        self.build.files(whole(joined(parts), self._edition(report)))
        self.build.files(alignments(self.comparison))
        self.build.files(lexicon(self.library, self.catalogue, self.aids))
        self.build.files(names_of_terms(self.library, self.catalogue))
        self.build.files(render_root(self.catalogue, paths, self.templates))
        return paths

    def one(self, job: Tongue | list[str]) -> Made:
        """One job."""
        return self._language(job) if isinstance(job, Tongue) else self._works(job)

    def _language(self, tongue: Tongue) -> Made:
        clock, report = _Clock(), Report()
        words = Words(tongue.code, self.catalogue, self.library.large)
        made, complaint = self.build.shells(tongue, shells(words))
        if complaint:
            report.error("mkdocs.yml", 1, "mkdocs", complaint)
        clock.stop("mkdocs")
        pages = compose(self.library, words, self.accounts, self.silent, self.aids, report)
        paths = self.build.pages(tongue, render(pages, words, self.templates), made)
        clock.stop("compose, render")
        if self.build.writes:
            self.build.files(labels(self.library, words))
            self.build.files(index(tongue.code, self.library, self.catalogue, self.aids))
            clock.stop("index")
        return Made(tuple(paths), {}, tuple(report.problems), clock.seconds)

    def _works(self, slugs: Sequence[str]) -> Made:
        clock, report = _Clock(), Report()
        parts: Parts = {}
        self.build.files(instruments(slugs, self._edition(report), parts))
        clock.stop("export")
        self.build.files(self._columns(slugs))
        clock.stop("columns")
        return Made((), parts, tuple(report.problems), clock.seconds)

    def _edition(self, report: Report) -> Edition:
        return Edition(self.library, self.catalogue, self.aids, report)

    def _columns(self, slugs: Sequence[str]) -> Files:
        for slug in slugs:
            head, work = self.library.heads[slug], self.library.works[slug]
            for tongue in self.catalogue.interface:
                yield from column(head, work, self.aids, self.catalogue.languages, tongue.code)


class _Clock:
    def __init__(self) -> None:
        self.began = time.perf_counter()
        self.seconds: dict[str, float] = {}

    def stop(self, name: str) -> None:
        now = time.perf_counter()
        self.seconds[name], self.began = now - self.began, now
