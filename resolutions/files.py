"""Files that are whole or not there: written beside and moved; cached ones carry a checksum."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKSUM = 16  # bytes of BLAKE2b before the content of a cached file


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A place beside a file to write it; moved there at the end: nobody reads half of it, ever.

    Where that fails (OSError: a full disk, a folder that is read-only) the old file stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield beside
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there."""
    with whole(path) as beside:
        beside.write_bytes(content)


def write_cached(path: Path, content: bytes) -> None:
    """Keep what can be made again."""
    write_whole(path, sealed(content))


def sealed(content: bytes) -> bytes:
    """A content as `read_cached` wants it."""
    return checksum(content) + content


def read_cached(path: Path) -> bytes | None:
    """What was kept, byte for byte; None (a miss) where it is absent, cut short or changed."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    content = kept[CHECKSUM:]
    return content if kept[:CHECKSUM] == checksum(content) else None


def checksum(content: bytes) -> bytes:
    """By which a content is known again."""
    return hashlib.blake2b(content, digest_size=CHECKSUM).digest()
