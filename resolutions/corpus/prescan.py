"""A first look at the files of the shelves: which of them are likely to hold one instrument."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from resolutions.corpus.shelf import Shelf
from resolutions.readers.names import said_by_name
from resolutions.readers.table import kind_of

SYMBOLS = {  # what names an instrument in a UN file, and in the header of a text
    ".xml": re.compile(rb"<docNumber[^>]*>\s*([^<]+?)\s*<|<FRBRuri value=\"[^\"]*?/([^/\"]+)/"),
    ".yml": re.compile(rb"^symbol: *(\S+)", re.MULTILINE),
}
NUMBER = re.compile(r"(?:E?S-)?\d+[/-]\d+")  # 75/269, ES-10-22


class File(NamedTuple):
    """A file of a shelf, and what it is likely to hold: enough to bring languages together."""

    shelf: Shelf
    path: Path
    symbols: frozenset[str]  # "75/269", without what is the same in all, or a whole symbol
    sha256: str = ""  # of the file, and of the header beside it


def look(place: tuple[Shelf, Path]) -> File | None:
    """A first look at a file: its hash, and what in it and in its name names an instrument."""
    shelf, path = place
    kind, header = kind_of(path), path.with_suffix(".yml")
    try:
        content = path.read_bytes()
        beside = header.read_bytes() if header.exists() else None
    except OSError:
        content, beside = b"", None  # its reader tells
    told = content if kind == ".xml" or not beside else beside  # a UN file says itself who it is
    pattern = SYMBOLS.get(kind if told is content else ".yml")
    said = pattern.findall(told) if pattern else []
    words = [part for each in said for part in (each if isinstance(each, tuple) else (each,))]
    names = [each.decode(errors="replace") for each in words if each]
    names += [each.value for each in said_by_name(path) if each.aspect == "symbol"]
    keys = frozenset(key for name in names for key in keys_of(name))
    sums = [hashlib.sha256(each).hexdigest() for each in (content, beside) if each is not None]
    return File(shelf, path, keys or frozenset({path.name}), " ".join(sums))


def keys_of(symbol: str) -> list[str]:
    """What a symbol goes by however it is written: 75/269 for A/RES/75/269 B and 75-269."""
    found = NUMBER.search(symbol)
    if found:
        return [re.sub(r"-(?=\d+$)", "/", found[0])]
    return [symbol] if "/" in symbol else []


def grouped(files: Iterable[File]) -> list[list[File]]:
    """Files that share a symbol, together."""
    of: dict[str, list[File]] = {}
    groups: dict[int, list[File]] = {}
    for file in files:
        own = [file]
        for group in {id(of[each]): of[each] for each in file.symbols if each in of}.values():
            own = group + own
            groups.pop(id(group))
        groups[id(own)] = own
        for member in own:
            for symbol in member.symbols:
                of[symbol] = own
    return list(groups.values())
