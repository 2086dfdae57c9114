"""Part of `publish`: the sums by which a copy is checked, and the zip that carries it."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

SUMS = "SHA256SUMS"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the date of every file in the zip: same input, same bytes


def _files(site: Path) -> dict[str, Path]:
    return {
        path.relative_to(site).as_posix(): path
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != SUMS
    }


def write_sums(site: Path) -> None:
    """Write `SHA256SUMS` of every file, in the form `sha256sum -c` reads."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n"
        for name, path in _files(site).items()
    ]
    (site / SUMS).write_text("".join(lines), encoding="utf-8")


def sums_hold(site: Path) -> bool:
    """Whether every file of a site is there and unchanged, and no other is."""
    sums = site / SUMS
    if not sums.exists():
        return False
    lines = sums.read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    present = _files(site)
    return listed.keys() == present.keys() and all(
        hashlib.sha256(path.read_bytes()).hexdigest() == listed[name]
        for name, path in present.items()
    )


def zip_site(site: Path, target: Path) -> None:
    """Pack a site: the same bytes for the same site, written beside and renamed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".part")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"{target.stem}/{path.relative_to(site).as_posix()}", EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())
    beside.replace(target)
