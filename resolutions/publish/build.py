"""Stage: rendered pages and data -> `site/` and `dist/`. The only caller of MkDocs.

Everything is built in a folder beside and renamed at the end: a failed build leaves the
last good site untouched. A stamp over code, data and lock tells when nothing changed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from resolutions.model.catalogue import Tongue
from resolutions.model.problems import Report
from resolutions.publish.package import sums_hold, write_sums, zip_site
from resolutions.site.render import MARK, Rendered

INPUTS = ("*.py", "*.yml", "*.txt", "*.jinja", "*.html", "*.css", "*.js", "*.lock")
INPUT_FOLDERS = ("resolutions", "data", "templates", "overrides", "docs/assets")
BLANKS = re.compile(r"\s*\n\s*")  # around the lines of a shell, where no blank means anything

Shell = list[str]  # text, then the name of a mark, and so on in turn


class Build:
    """One run: what it writes, where, and how long each stage took."""

    def __init__(self, root: Path, options: argparse.Namespace) -> None:
        self.root = root
        self.options = options
        self.site: Path = options.site
        self.stamp = (
            root / "build" / f"stamp-{hashlib.sha256(str(self.site).encode()).hexdigest()[:8]}"
        )
        self.new = root / "build" / "site.new"
        own = self.site == root / "site"  # a site elsewhere has its zip beside it
        self.zip = root / "dist" / "resolutions.zip" if own else Path(f"{self.site}.zip")
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.writes = not (options.check or options.addresses)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Tell which stage runs, and note how long it took."""
        began = time.perf_counter()
        if sys.stderr.isatty():
            print(f"{name} …", end="\r", file=sys.stderr)
        yield
        self.seconds[name] += time.perf_counter() - began
        print(f"{name:<24}{self.seconds[name]:6.2f} s", file=sys.stderr)

    def begin(self) -> None:
        """Clear the folder beside."""
        if self.writes:
            shutil.rmtree(self.new, ignore_errors=True)
            self.new.mkdir(parents=True)

    def shells(self, tongue: Tongue, markdown: Mapping[str, str]) -> tuple[dict[str, Shell], str]:
        """Have MkDocs make the shells of a language; with them what went wrong."""
        if not self.writes:
            return {}, ""
        docs, made = self.root / "docs" / tongue.code, self.root / "build" / "shells" / tongue.code
        write({f"{name}.md": text for name, text in markdown.items()}, docs)
        complaint = _mkdocs(self.root, docs, made, tongue)
        if complaint:
            return {}, complaint
        found = {name: (made / f"{name}.html").read_text(encoding="utf-8") for name in markdown}
        shells = {name: MARK.split(_plain(text)) for name, text in found.items()}
        lost = [name for name, shell in shells.items() if "body" not in shell[1::2]]
        place = "has no place for the body (overrides/main.html)"
        return shells, f"{tongue.code}: the shell of {lost[0]} {place}" if lost else ""

    def pages(
        self, tongue: Tongue, rendered: Iterable[Rendered], shells: Mapping[str, Shell]
    ) -> list[str]:
        """Write the pages of a language into their shells as they come; return their paths."""
        paths = []
        for page in rendered:
            paths.append(page.path)
            if page.shell in shells:
                target = self.new / tongue.code / page.path
                target.parent.mkdir(parents=True, exist_ok=True)
                whole = fill(shells[page.shell], page.values)
                target.write_text(whole, encoding="utf-8", newline="\n")
        return paths

    def files(self, files: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
        """Take finished files, by their path in the site: written as they come, never held."""
        for path, text in files.items() if isinstance(files, Mapping) else files:
            if self.writes:
                write({path: text}, self.new, owner=False)

    def publish(self, large: bool) -> None:
        """Put the site that was made in a folder beside in the place of the old one.

        The zip of a large edition takes minutes, so that one is made only when asked for.
        """
        new = self.new
        with self.stage("package"):
            shutil.copytree(self.root / "docs" / "assets", new / "assets")
            write_sums(new)
            if self.options.zip or not large:
                zip_site(new, self.zip)
            else:
                self.zip.unlink(missing_ok=True)  # it would be taken for this edition
                print(f"no {self.zip.name} of a large edition without --zip", file=sys.stderr)
            swap(new, self.site)
        self.stamp.write_text(self._state(), encoding="utf-8")

    def is_current(self) -> bool:
        """Whether the site stands as this very code and data made it."""
        if not self.writes or self.options.force or not self.stamp.exists():
            return False
        if self.options.zip and not self.zip.exists():
            return False
        return self.stamp.read_text(encoding="utf-8") == self._state() and sums_hold(self.site)

    def rules_digest(self) -> str:
        """A hash over what decides how a text is read: the code of the stages, the data."""
        code = sorted((self.root / "resolutions").rglob("*.py"))
        data = sorted(
            [*(self.root / "data").glob("*.yml"), *(self.root / "data/rules").rglob("*.yml")]
        )
        digest = hashlib.sha256(sys.version.encode())
        for path in (*code, *data):
            digest.update(path.relative_to(self.root).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def _state(self) -> str:
        """What a stamp holds: the hash over every input, and whether there is a zip."""
        return f"{self._digest()} {self.zip.exists()}"

    def _digest(self) -> str:
        """A hash over every input: code, data, templates, lock, texts dropped in."""
        paths = [self.root / name for name in ("build_pages.py", "mkdocs.yml", "requirements.txt")]
        for folder in INPUT_FOLDERS:
            for pattern in INPUTS:
                paths += (self.root / folder).rglob(pattern)
        digest = hashlib.sha256(sys.version.encode())
        for path in sorted(set(paths)):
            if path.is_file():
                digest.update(path.relative_to(self.root).as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        for folder in self.options.texts:
            for path in sorted(folder.resolve().rglob("*")):
                about = path.stat()  # of thousands of texts, not each character
                digest.update(f"{path} {about.st_size} {about.st_mtime_ns}".encode())
        return digest.hexdigest()

    def done(self, report: Report | None = None) -> int:
        """Say what stands where; return the exit status."""
        if report:
            report.print()
        if self.options.timings:
            self.options.timings.write_text(json.dumps(self.seconds), encoding="utf-8")
        if self.writes:
            print(f"{(self.site / 'index.html').resolve().as_uri()}")
        return 0

    def listed(self, counts: Mapping[str, int]) -> int:
        """Say how many addresses were added to each list."""
        for name, count in counts.items():
            print(f"{count} addresses added to {name}")
        return 0

    def fail(self, report: Report) -> int:
        """Tell every problem; the last good site stays."""
        report.print()
        print("nothing was written; the last good site stays", file=sys.stderr)
        return 1


def write(files: Mapping[str, str], folder: Path, owner: bool = True) -> list[str]:
    """Write what changed and, as the folder's owner, remove what no file claims."""
    touched = []
    for path, text in files.items():
        target = folder / path
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
            touched.append(path)
    return [*touched, *clear(folder, files.keys())] if owner else touched


def clear(folder: Path, claimed: Collection[str]) -> list[str]:
    """Remove what no path claims; return what is gone."""
    gone = []
    for stale in sorted(folder.rglob("*")):
        path = stale.relative_to(folder).as_posix()
        if stale.is_file() and path not in claimed:
            stale.unlink()
            gone.append(path)
    return gone


def swap(new: Path, site: Path) -> None:
    """Put the new site in the place of the old."""
    old = site.with_name(site.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    if site.exists():
        site.rename(old)
    shutil.move(new, site)
    shutil.rmtree(old, ignore_errors=True)


def fill(shell: Shell, values: Mapping[str, str]) -> str:
    """A shell with what a page has in the place of the marks."""
    return "".join([values[part] if place % 2 else part for place, part in enumerate(shell)])


def _plain(shell: str) -> str:
    """A shell without the blanks around its lines."""
    return BLANKS.sub("\n", shell)


def _mkdocs(root: Path, docs: Path, site: Path, tongue: Tongue) -> str:
    environment = os.environ | {
        "UN_LANG": tongue.theme,
        "UN_DOCS": str(docs),
        "UN_SITE": str(site),
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    command += ["--config-file", str(root / "mkdocs.yml")]
    done = subprocess.run(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return f"{tongue.code}: {done.stdout.strip()[-600:]}" if done.returncode else ""
