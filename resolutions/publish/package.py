"""Part of `publish`: the sums by which a copy is checked, and the zip that carries it."""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from collections.abc import Collection
from contextlib import ExitStack
from pathlib import Path, PurePath

from resolutions import parallel
from resolutions.files import whole
from resolutions.progress import Progress
from resolutions.publish.deflate import FAST, add, pack, packed_in

SUMS = "SHA256SUMS"
MADE_HERE = ("index.html", "data/corpus.json")  # listed in the sums of every site of ours
FILE_MANAGER_FILES = (
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
)  # made by file managers: nobody's work
FORMATS = "formats.zip"  # of a large edition, in the folder of its data set
FORMATS_OF_TOOLS = (".csv", ".tmx", ".xml")  # which hold every text once more
TEXTS = re.compile(r"instruments/[a-z0-9-]+\.json")  # not .csl.json
AT_ONCE = 30  # files that a process sums or packs together


def write_sums(site: Path) -> None:
    """Write `SHA256SUMS` of every file, in the form `sha256sum -c` reads."""
    lines = [f"{digest}  {name}\n" for name, digest in _digests(site).items()]
    (site / SUMS).write_text("".join(lines), encoding="utf-8")


def sums_hold(site: Path) -> bool:
    """Whether every file of a site is there and unchanged, and no other is."""
    sums = sums_of(site)
    return bool(sums) and sums == _digests(site)


def foreign_files(folder: Path) -> list[str]:
    """What a folder holds beside a site of ours: all of it, where there is no such site.

    A site of ours lists each of its files in its sums. Links and empty folders are files here.
    """
    listed = set(sums_of(folder))
    ours = {SUMS, *listed} if listed.issuperset(MADE_HERE) else set()
    return [name for name in _names(folder, links=True) if name not in ours]


def is_our_zip(path: Path) -> bool:
    """Whether a zip was made by `zip_site`."""
    try:
        with zipfile.ZipFile(path) as archive:
            return {f"{path.stem}/{name}" for name in (SUMS, *MADE_HERE)} <= {*archive.namelist()}
    except (OSError, zipfile.BadZipFile):
        return False


def zip_site(site: Path, target: Path) -> None:
    """Pack a site: the same bytes for the same site, written beside and renamed."""
    names = _names(site)
    packed = parallel.each(lambda name: pack((site / name).read_bytes()), names, AT_ONCE)
    with whole(target) as beside, zipfile.ZipFile(beside, "w") as archive:
        for name in Progress("pack", len(names)).through(names):
            add(archive, f"{target.stem}/{name}", next(packed))


def is_for_tools(name: str) -> bool:
    """Whether a file of a data set says its texts once more."""
    return PurePath(name).suffix in FORMATS_OF_TOOLS


def pack_formats(
    data: Path, texts: bool, last: Path | None = None, unchanged: Collection[str] = ()
) -> None:
    """Pack what a data set says once more for tools of others into one file, and remove it.

    In these formats the texts of a large edition weigh as much as its pages; packed, a tenth.
    `texts`: the files that `corpus.json` names too, as long as they are few enough for one file.
    `unchanged`: what is taken from the file `last`, as it is packed there.
    """
    names = [
        name for name in _names(data) if is_for_tools(name) or (texts and TEXTS.fullmatch(name))
    ]
    packed = parallel.each(lambda name: pack((data / name).read_bytes(), FAST), names, AT_ONCE)
    with ExitStack() as opened:
        archive = opened.enter_context(zipfile.ZipFile(data / FORMATS, "w"))
        old = opened.enter_context(zipfile.ZipFile(last)) if last and unchanged else archive
        for name in sorted({*names, *unchanged}, key=_parts):
            add(archive, name, packed_in(old, name) if name in unchanged else next(packed))
    for name in names:
        (data / name).unlink()


def _digests(site: Path) -> dict[str, str]:
    """The sum of every file but the list of sums."""
    names = [name for name in _names(site) if name != SUMS]

    sums = parallel.each(lambda name: file_sum(site / name), names, AT_ONCE)
    return dict(zip(names, sums, strict=True))


def file_sum(path: Path) -> str:
    """The sum of a file as `SHA256SUMS` has it; "" where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def sums_of(site: Path) -> dict[str, str]:
    """What `SHA256SUMS` says of each file; nothing where it is absent or no such list."""
    try:
        lines = (site / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _names(site: Path, links: bool = False) -> list[str]:
    """Every file below a folder, those of one folder together; `links`: what is like one too."""
    paths = []
    for folder, below, names in os.walk(site):
        paths += [Path(folder, name) for name in names if name not in FILE_MANAGER_FILES]
        if links:
            paths += [each for name in below if _is_end(each := Path(folder, name))]
    return sorted((path.relative_to(site).as_posix() for path in paths), key=_parts)


def _is_end(folder: Path) -> bool:
    """Whether nothing lies below: a link, or an empty folder."""
    return folder.is_symlink() or not any(folder.iterdir())


def _parts(name: str) -> list[str]:
    return name.split("/")
