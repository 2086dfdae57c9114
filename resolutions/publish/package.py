"""Part of `publish`: the sums by which a copy is checked, and the zip that carries it."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

from resolutions import parallel

SUMS = "SHA256SUMS"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the date of every file in the zip: same input, same bytes
AT_ONCE = 100  # files that a process sums together


def write_sums(site: Path) -> None:
    """Write `SHA256SUMS` of every file, in the form `sha256sum -c` reads."""
    lines = [f"{digest}  {name}\n" for name, digest in _digests(site).items()]
    (site / SUMS).write_text("".join(lines), encoding="utf-8")


def sums_hold(site: Path) -> bool:
    """Whether every file of a site is there and unchanged, and no other is."""
    sums = site / SUMS
    if not sums.exists():
        return False
    lines = [line.split("  ", 1) for line in sums.read_text(encoding="utf-8").splitlines()]
    return {name: digest for digest, name in lines} == _digests(site)


def zip_site(site: Path, target: Path) -> None:
    """Pack a site: the same bytes for the same site, written beside and renamed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".part")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in _names(site):
            entry = zipfile.ZipInfo(f"{target.stem}/{name}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, (site / name).read_bytes())
    beside.replace(target)


def _digests(site: Path) -> dict[str, str]:
    """The sum of every file but the list of sums."""
    names = [name for name in _names(site) if name != SUMS]

    def digest(name: str) -> str:
        return hashlib.sha256((site / name).read_bytes()).hexdigest()

    return dict(zip(names, parallel.each(digest, names, AT_ONCE), strict=True))


def _names(site: Path) -> list[str]:
    """Every file below a folder, those of one folder together."""
    paths = [Path(folder, name) for folder, _, names in os.walk(site) for name in names]
    return sorted((path.relative_to(site).as_posix() for path in paths), key=_parts)


def _parts(name: str) -> list[str]:
    return name.split("/")
