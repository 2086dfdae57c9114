"""The command line of `build_pages.py`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from resolutions.model.records import record


@record
class Options:
    """What a run is asked to do; every path is absolute, but for those that messages show."""

    root: Path  # the checkout: code, data, templates
    build: Path  # caches and what is half done
    texts: tuple[Path, ...]  # folders of further texts, as they were given
    edition: Path | None  # the file of an edition of one's own
    only: tuple[str, ...]  # what of the texts it holds, beside what its file says: `theme=wildlife`
    site: Path
    zip: Path
    check: bool
    addresses: bool
    packs: bool
    replace: bool
    packed: bool  # a large edition too
    force: bool
    timings: Path | None

    @property
    def writes(self) -> bool:
        """Whether a site is to be written."""
        return not (self.check or self.addresses or self.packs)


def read_options(root: Path, about: str | None, words: Sequence[str] | None = None) -> Options:
    """The options of a command line (that of the process, if none is given).

    Exits with status 2 and a sentence where it has none of these forms.
    """
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    _add_what(parser)
    _add_texts(parser)
    _add_places(parser, root)
    given = parser.parse_args(words)
    if given.addresses and (given.only or given.edition):
        parser.error("--addresses lists those of all texts: leave out --only and --edition")
    return _options(root, given)


def _add_what(parser: argparse.ArgumentParser) -> None:
    """What the run is to do, if not to write a site."""
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--check", action="store_true", help="find problems, write nothing")
    only.add_argument("--addresses", action="store_true", help="append the new addresses")
    only.add_argument("--packs", action="store_true", help="write dist/packs/, no site")


def _add_texts(parser: argparse.ArgumentParser) -> None:
    """Which texts it reads and holds."""
    parser.add_argument(
        "--texts", type=_path, action="append", default=[], help="a folder of further texts"
    )
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="hold only these: theme=wildlife; years=2020- (repeatable; data/README.md)",
    )
    parser.add_argument("--edition", type=_path, help="the YAML file of an edition of your own")


def _add_places(parser: argparse.ArgumentParser, root: Path) -> None:
    """Where it writes, and whether it must."""
    parser.add_argument(
        "--site", type=_path, default=root / "site", help="where the site goes, its zip beside"
    )
    parser.add_argument(
        "--replace", action="store_true", help="replace what stands there though it is not ours"
    )
    parser.add_argument(
        "--build", type=_path, default=root / "build", help="a folder for caches, if not build/"
    )
    parser.add_argument("--timings", type=_path, help="write the seconds of each stage here (JSON)")
    parser.add_argument("--zip", action="store_true", help="pack a large edition too")
    parser.add_argument("--force", action="store_true", help="build though nothing changed")


def _options(root: Path, given: argparse.Namespace) -> Options:
    site = given.site.resolve()
    own = site == (root / "site").resolve()
    return Options(
        root=root,
        build=given.build.resolve(),
        texts=tuple(dict.fromkeys(given.texts)),
        edition=given.edition,
        only=tuple(given.only),
        site=site,
        zip=root / "dist" / "resolutions.zip" if own else site.with_name(f"{site.name}.zip"),
        check=given.check,
        addresses=given.addresses,
        packs=given.packs,
        replace=given.replace,
        packed=given.zip,
        force=given.force,
        timings=given.timings,
    )


def _path(text: str) -> Path:
    """A path, `~` being the reader's home."""
    return Path(text).expanduser()
