"""Stages `compose`, `render`, `index`, `export`: the library -> the files of the site.

One job a language, then small ones for what is made work by work; jobs are done side by side
on all cores. What a job needs of a text it reads from the store, so that the largest corpus
passes through.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from resolutions import parallel
from resolutions.analysis.reading_aid import AidReadings
from resolutions.catalogue.aids import Aids
from resolutions.comparison.browser import compared_names
from resolutions.comparison.compare import Comparison
from resolutions.corpus.watched import Units
from resolutions.dataset.alignments import alignments
from resolutions.dataset.export import Parts, instrument, joined, whole
from resolutions.dataset.format import Context
from resolutions.dataset.log import log
from resolutions.model.catalogue import Catalogue, Tongue
from resolutions.model.findings import Reading
from resolutions.model.library import Files, Library, Page
from resolutions.model.problems import Problem, Report
from resolutions.model.records import Language
from resolutions.progress import Progress
from resolutions.publish.clock import Clock
from resolutions.publish.options import Options
from resolutions.publish.output import Output
from resolutions.publish.shells import Shell, fill, make_shells
from resolutions.readers.account import Account
from resolutions.references.script import instrument_script, words_script
from resolutions.search.index import index
from resolutions.search.labels import labels
from resolutions.search.lexicon import lexicon
from resolutions.site.compose import Shown, compose, show
from resolutions.site.pages.resolutions import titles_script
from resolutions.site.pages.terms.names import names as names_of_terms
from resolutions.site.render import Rendered, fragments, render
from resolutions.site.root import render_root
from resolutions.site.shells import shells
from resolutions.site.templates import compile_templates
from resolutions.site.versions import version_script
from resolutions.site.words import page_script, word_script
from resolutions.teaching.browser import material_script, treaties_script
from resolutions.teaching.material import languages_of
from resolutions.web import urls
from resolutions.web.scripts import call
from resolutions.web.strings import Strings

ENGLISH = "en"  # the marks in a fragment are named by the page that takes it
DATA, LISTS = "data", "lists"  # the jobs that are no language
# Works of such a job: fewer than the store keeps, so that a text is read once. Small jobs come last
# and fill the time in which the long ones end: of 22 works there are two.
WORKS = 12


class Made(NamedTuple):
    """What a job came to: its pages, its parts of the data set, what it complains of, its time."""

    paths: tuple[str, ...]
    parts: Parts
    problems: tuple[Problem, ...]
    seconds: dict[str, float]


class OfWork(NamedTuple):
    """What the files of an instrument in all languages add to those of all, and what is wrong."""

    parts: Parts
    problems: tuple[Problem, ...]


class Maker:
    """Makes the files of a language, or of some works in all languages."""

    def __init__(
        self,
        options: Options,
        output: Output,
        library: Library,
        comparison: Comparison,
        catalogue: Catalogue,
        aids: Aids,
        readings: AidReadings,
        accounts: Sequence[Account],
        silent: list[str],
        units: Units,
    ) -> None:
        self.options, self.output = options, output
        self.library, self.catalogue, self.aids = library, catalogue, aids
        self.comparison = comparison
        self.readings = readings
        self.accounts, self.silent = accounts, silent
        self.units = units
        self.templates: Path = options.root / "templates"
        rounds = len(catalogue.interface) + 1  # the languages, and what is made work by work
        self.progress = Progress("compose", rounds * len(library.heads))

    def all(self, clock: Clock, report: Report) -> list[str]:
        """Do every job; return the paths of the pages, which are the same in each language."""
        compile_templates(self.templates)
        slugs = list(self.library.heads)
        jobs: list[Tongue | list[str] | None] = [*self.catalogue.interface, None]
        jobs += [slugs[at : at + WORKS] for at in range(0, len(slugs), WORKS)]
        paths: list[str] = []
        parts: list[Parts] = []
        done = parallel.each(self.one, jobs, waiting=self.progress.tell)
        for job, made in zip(jobs, done, strict=True):
            name = job.code if isinstance(job, Tongue) else DATA if job else LISTS
            report.problems += made.problems
            paths = paths or list(made.paths)
            parts.append(made.parts)
            clock.add({f"  {stage} {name}": seconds for stage, seconds in made.seconds.items()})
        self.progress.end()
        self.output.write(whole(joined(parts), self._edition(report)))
        self.output.write(render_root(self.catalogue, paths, self.templates).items())
        return paths

    def one(self, job: Tongue | list[str] | None) -> Made:
        """One job: a language, some works, or (None) the files of all works in all languages."""
        if job is None:
            return self._lists()
        return self._language(job) if isinstance(job, Tongue) else self._works(job)

    def _lists(self) -> Made:
        clock = Clock()
        with clock.part("lists"):
            self.output.write(alignments(self.comparison))
            self.output.write(log(self.library))
            self.output.write(compared_names(self.library, self.catalogue, self.aids))
            self.output.write(treaties_script(self.library, self.catalogue))
            self.output.write([(urls.NOTES, call("edition.notes", None))])
            self.output.write([(urls.HELD, call("unResolutionsHeld", list(self.library.heads)))])
            self.output.write(lexicon(self.library, self.catalogue, self.aids))
            self.output.write(names_of_terms(self.library, self.catalogue).items())
        return Made((), {}, (), clock.seconds)

    def _language(self, tongue: Tongue) -> Made:
        clock, report = Clock(), Report()
        words = Strings(tongue.code, self.catalogue, self.library.cited_parts)
        asking = Strings(tongue.code, self.catalogue, self.units.library.cited_parts)
        with clock.part("mkdocs"):
            made = self._shells(tongue, words, report)
        with clock.part("compose, render"):
            pages = compose(
                self.library,
                words,
                self.accounts,
                self.silent,
                self.aids,
                self.readings,
                report,
                self.comparison,
                lambda slug: self._shown(slug, asking, made),
            )
            paths = []
            for page in pages:
                paths.append(page.path)
                if page.moved:  # it says no more than where to
                    self._draw([page], words, made)
                elif page.template:
                    draw = partial(self._draw, [page], asking, made)  # a template may ask too
                    self.units.unit(f"pages/{tongue.code}/{page.path}", draw, given=page)
        if self.options.writes:
            with clock.part("index"):
                self.output.write(words_script(words))
                self.output.write(page_script(words))
                self.output.write(labels(self.library, words).items())
                self.output.write(titles_script(self.library, words))
                self.units.unit(f"index/{tongue.code}", lambda: self._index(tongue.code))
        return Made(tuple(paths), {}, tuple(report.problems), clock.seconds)

    def _index(self, language: Language) -> None:
        self.output.write(index(language, self.units.library, self.catalogue, self.aids))

    def _shown(self, slug: str, words: Strings, shells: Mapping[str, Shell]) -> Shown:
        """What is made of one instrument in one language, its pages drawn."""

        def make() -> Shown:
            library = self.units.library
            if self._aids_of(slug):
                _ = library.works[slug].reading  # a reading aid follows this text
            made = show(slug, library, words, self.aids, self.readings, self.comparison)
            self._draw(made.pages, words, shells)
            return made._replace(pages=[replace(p, template="", content={}) for p in made.pages])

        self.progress.add()
        return self.units.unit(f"{words.language}/{slug}", make)

    def _draw(self, pages: Iterable[Page], words: Strings, shells: Mapping[str, Shell]) -> None:
        for page in render(pages, words, self.templates):
            self.output.write(_whole(words.language, page, shells))

    def _shells(self, tongue: Tongue, words: Strings, report: Report) -> dict[str, Shell]:
        if not self.options.writes:
            return {}
        root, build = self.options.root, self.options.build
        made, complaint = make_shells(root, build, tongue, shells(words))
        if complaint:
            report.error("mkdocs.yml", 1, "mkdocs", complaint)
        return made

    def _works(self, slugs: Sequence[str]) -> Made:
        clock = Clock()
        made = [self._work(slug, clock) for slug in slugs]
        problems = tuple(problem for each in made for problem in each.problems)
        return Made((), joined(each.parts for each in made), problems, clock.seconds)

    def _work(self, slug: str, clock: Clock) -> OfWork:
        """What is made of one instrument in all languages together."""
        library = self.units.library

        def make() -> OfWork:
            report = Report()
            work = library.works[slug]
            with clock.part("export"):
                parts = self._export(slug, Context(library, self.catalogue, self.aids, report))
            with clock.part("versions"):
                self.output.write(self._version_scripts(slug, library))
                for reading in work.texts.values():
                    self.output.write(word_script(reading))
            with clock.part("references"):
                self.output.write(instrument_script(library.heads[slug], self.catalogue))
                texts = languages_of(work.texts, self._aids_of(slug))
                self.output.write(material_script(slug, texts, self.catalogue))
            return OfWork(parts, tuple(report.problems))

        self.progress.add()
        return self.units.unit(f"{DATA}/{slug}", make)

    def _export(self, slug: str, edition: Context) -> Parts:
        files, parts = instrument(slug, edition)
        self.output.write(files)
        return parts

    def _aids_of(self, slug: str) -> dict[str, Reading]:
        return {code: own[slug] for code, own in self.readings.items() if slug in own}

    def _edition(self, report: Report) -> Context:
        return Context(self.library, self.catalogue, self.aids, report)

    def _version_scripts(self, slug: str, library: Library) -> Files:
        words = Strings(ENGLISH, self.catalogue, library.cited_parts)
        head, work = library.heads[slug], library.works[slug]
        for tongue in self.catalogue.interface:
            aid = self.readings.get(tongue.code, {}).get(slug)
            own = fragments(aid, library, words, self.templates) if aid else None
            yield from version_script(head, work, self.catalogue.languages, tongue.code, own)


def _whole(language: Language, page: Rendered, shells: Mapping[str, Shell]) -> Files:
    """A page in its shell; nothing where the shells could not be made, or are not wanted."""
    if page.shell in shells:
        yield f"{language}/{page.path}", fill(shells[page.shell], page.values)
