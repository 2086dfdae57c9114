"""Where a build writes: one run at a time, each in a folder of its own, put in place at the end.

A failed run leaves the last good site. What stands at the site's place and is not a site of ours
is never touched unless the user says so.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from resolutions.model.problems import Report
from resolutions.publish.options import Options
from resolutions.publish.package import foreign_files, is_our_zip, write_sums, zip_site
from resolutions.publish.scripts import copy_assets

RUN = "run-"  # the folder of a run, in the build folder
# What a site must never lie in or hold: its own sources.
SOURCES = (
    *("resolutions", "data", "templates", "overrides", "docs"),
    *("tests", "benchmarks", "decisions", ".git", ".venv"),
)
MEANT = "name a new or empty folder, or say --replace if you mean it"


@contextmanager
def one_run(build: Path) -> Iterator[Path]:
    """A new folder for a run, gone when it ends; a second run in one build folder waits.

    Raises OSError where the build folder cannot be written.
    """
    build.mkdir(parents=True, exist_ok=True)
    lock = FileLock(build / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        print("another build is at work here; this one waits for it to end", file=sys.stderr)
        lock.acquire()
    try:
        for left in build.glob(f"{RUN}*"):  # by a run that was killed: none is at work now
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=RUN, dir=build) as folder:
            yield Path(folder)
    finally:
        lock.release()


def check_target(options: Options, report: Report) -> None:
    """Report why a site cannot be put where it is wanted: all that `publish` would destroy.

    Raises OSError where nothing can be written there.
    """
    site, shown = options.site, str(options.site)
    sources = [options.root / name for name in SOURCES]
    sources += [options.build, *(folder.resolve() for folder in options.texts)]
    if any(_one_holds_the_other(site, source.resolve()) for source in sources):
        remedy = "name a folder apart from the checkout and from the texts"
        report.error(shown, 1, "site-among-sources", "a site here would destroy sources", remedy)
    elif site.exists() and not site.is_dir():
        report.error(shown, 1, "no-folder", "this is a file", "name a folder")
    elif os.path.ismount(site):
        remedy = "name a folder in it"
        report.error(shown, 1, "mount-point", "a whole disk cannot be replaced", remedy)
    else:
        if not options.replace:
            _check_foreign_files(options, report)
        for path in (site, options.zip):
            _try_to_write_beside(path)


def _try_to_write_beside(path: Path) -> None:
    """Raise OSError where `publish` would, minutes later."""
    there = next(folder for folder in path.parents if folder.exists())
    tempfile.TemporaryDirectory(dir=there).cleanup()


def _check_foreign_files(options: Options, report: Report) -> None:
    site = options.site
    foreign = foreign_files(site) if site.is_dir() else []
    for name in foreign[:1]:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        message = f"{name}{more} would be deleted, and is of no site made here"
        report.error(str(site), 1, "foreign-folder", message, MEANT)
    ours = site.is_dir() and any(site.iterdir()) and not foreign
    if options.zip.exists() and not ours and not is_our_zip(options.zip):
        message = "this would be overwritten, and is of no site made here"
        report.error(str(options.zip), 1, "foreign-zip", message, MEANT)


def _one_holds_the_other(one: Path, other: Path) -> bool:
    return one == other or one in other.parents or other in one.parents


class Output:
    """The files of the site that is being made; a run that only checks writes none."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.noted: list[str] | None = None

    @contextmanager
    def noting(self) -> Iterator[list[str]]:
        """The paths of what is written until the end of the block."""
        written: list[str] = []
        self.noted = written
        try:
            yield written
        finally:
            self.noted = None

    def write(self, files: Iterable[tuple[str, str]]) -> None:
        """Take finished files, by their path in the site: written as they come, never held."""
        for path, text in files:
            if self.noted is not None:
                self.noted.append(path)
            if self.folder:
                target = self.folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8", newline="\n")


def publish(new: Path, options: Options, large: bool) -> None:
    """Put the site that was made in a folder of its own in the place of the old one.

    The zip of a large edition takes minutes, so that one is made only when asked for.
    """
    copy_assets(options.root / "docs" / "assets", new / "assets")
    write_sums(new)
    if options.packed or not large:
        zip_site(new, options.zip)
    else:
        options.zip.unlink(missing_ok=True)  # it would be taken for this edition
        print(f"no {options.zip.name} of a large edition without --zip", file=sys.stderr)
    swap(new, options.site)


def swap(new: Path, site: Path) -> None:
    """Put a new site in the place of the old: by renaming, so that one of the two always stands.

    Raises OSError (or KeyboardInterrupt); then the old site stands. A site on another disk is
    copied there first.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    _clear(site)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as beside:
        old = Path(beside, "old")
        if new.stat().st_dev != site.parent.stat().st_dev:
            new = Path(shutil.copytree(new, Path(beside, "new")))
        if site.exists():
            site.rename(old)
        try:
            new.rename(site)
        except BaseException:  # Ctrl-C too
            if old.exists():
                old.rename(site)
            raise


def _clear(site: Path) -> None:
    """Remove what a run that was killed left beside a site: a whole or half one of ours."""
    for left in site.parent.glob(f".{site.name}-*"):
        if {each.name for each in left.iterdir()} <= {"old", "new"}:
            shutil.rmtree(left, ignore_errors=True)
