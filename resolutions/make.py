"""Stages `compose`, `render`, `index`, `export`: the library -> the files of the site.

One job a language, and one for the data set; jobs are done side by side on all cores. What a
job needs of a text it reads from the store, so that the largest corpus passes through.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from resolutions import crew
from resolutions.account import Account
from resolutions.aids import Aids
from resolutions.columns import column
from resolutions.compose import compose
from resolutions.export import export
from resolutions.index import index, labels, lexicon
from resolutions.models import Catalogue, Library, Tongue
from resolutions.pages.terms import names as names_of_terms
from resolutions.problems import Problem, Report
from resolutions.publish import Build
from resolutions.render import render, render_root, shells
from resolutions.words import Words

DATA = "data"  # the job that is no language


class Made(NamedTuple):
    """What a job came to: the paths of its pages, what it complains of, how long it took."""

    paths: tuple[str, ...]
    problems: tuple[Problem, ...]
    seconds: dict[str, float]


class Maker:
    """Makes the files of a language, or the data set."""

    def __init__(
        self,
        build: Build,
        library: Library,
        catalogue: Catalogue,
        aids: Aids,
        accounts: Sequence[Account],
        silent: list[str],
    ) -> None:
        self.build, self.library, self.catalogue, self.aids = build, library, catalogue, aids
        self.accounts, self.silent = accounts, silent
        self.templates: Path = build.root / "templates"

    def all(self, report: Report) -> list[str]:
        """Do every job; return the paths of the pages, which are the same in each language."""
        tongues = {tongue.code: tongue for tongue in self.catalogue.interface}
        self.build.begin()
        paths: list[str] = []
        for name, made in zip(
            [*tongues, DATA],
            crew.each(self.one, [*tongues.values(), None]),
            strict=True,
        ):
            report.problems += made.problems
            paths = paths or list(made.paths)
            for stage, seconds in made.seconds.items():
                self.build.seconds[f"  {stage} {name}".rstrip()] = seconds
        self.build.files(render_root(self.catalogue, paths, self.templates))
        return paths

    def one(self, tongue: Tongue | None) -> Made:
        """One job."""
        return self._data() if tongue is None else self._language(tongue)

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
            self.build.files(self._columns(tongue))
            clock.stop("columns")
        return Made(tuple(paths), tuple(report.problems), clock.seconds)

    def _columns(self, tongue: Tongue) -> Iterator[tuple[str, str]]:
        for slug, head in self.library.heads.items():
            work = self.library.works[slug]
            yield from column(head, work, self.aids, self.catalogue.languages, tongue.code)

    def _data(self) -> Made:
        clock, report = _Clock(), Report()
        self.build.files(export(self.library, self.catalogue, self.aids, report))
        self.build.files(lexicon(self.library, self.catalogue, self.aids))
        self.build.files(names_of_terms(self.library, self.catalogue))
        clock.stop("export")
        return Made((), tuple(report.problems), clock.seconds)


class _Clock:
    def __init__(self) -> None:
        self.began = time.perf_counter()
        self.seconds: dict[str, float] = {}

    def stop(self, name: str) -> None:
        now = time.perf_counter()
        self.seconds[name], self.began = now - self.began, now
