"""Every place of every piece of the folded texts of a language, in shards for a search.

A piece is what stands between blanks; in Chinese a character and the one after it, the blank
itself, and any other run of characters. A place is counted in characters over all texts, one
after the other with a gap between, so that no string reaches from one into the next. Whatever a
reader types is then found by its pieces standing side by side: no text need be read to know how
often it stands where (decision 0010).
"""

from __future__ import annotations

import base64
import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from operator import add, sub

PAIRED = ("zh",)  # languages written without blanks between words
HAN = "㐀-鿿豈-﫿"
RUN = re.compile(rf"[{HAN}]+| |[^{HAN} ]+")
CHARACTER = re.compile(f"[{HAN}]")
SHARD = 120_000  # characters of a shard of postings, about; a piece is never divided
GAP = 2  # between two texts: a blank is one
OFTEN = 1 << 16  # gaps below are written down once and looked up


class _Varint(dict[int, bytes]):
    """A gap as bytes of seven bits, the lowest first; 128 says that more follow."""

    def __missing__(self, gap: int) -> bytes:
        data = bytes((gap & 127 | 128,)) + self[gap >> 7] if gap > 127 else bytes((gap,))
        if gap < OFTEN:
            self[gap] = data
        return data


VARINT = _Varint()


class Postings:
    """The places of the pieces of one language, gathered text by text."""

    def __init__(self, language: str) -> None:
        self.paired = language in PAIRED
        self.places: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self.end = 0

    def add(self, text: str) -> None:
        """Take the next folded text."""
        places, start = self.places, self.end
        self.end += len(text) + GAP
        if not self.paired:
            words = text.split(" ")
            starts = accumulate([len(word) + 1 for word in words], initial=start)
            for word, place in zip(words, starts, strict=False):
                places[word].append(place)
            return
        for match in RUN.finditer(text):
            run, place = match[0], start + match.start()
            if not CHARACTER.match(run):
                places[run].append(place)
                continue
            for at, pair in enumerate(map(add, run, run[1:]), place):
                places[pair].append(at)
            places[run[-1]].append(place + len(run) - 1)

    def shards(self) -> Iterator[tuple[str, str]]:
        """Pieces and their places, each in one string with blanks between, in rising order."""
        pieces: list[str] = []
        codes: list[str] = []
        size = 0
        for piece in self.pieces():
            code = encode(self.places[piece])
            size += len(piece) + len(code) + 2
            pieces.append(_written(piece))
            codes.append(code)
            if size > SHARD:
                yield " ".join(pieces), " ".join(codes)
                pieces, codes, size = [], [], 0
        if pieces:
            yield " ".join(pieces), " ".join(codes)

    def pieces(self) -> list[str]:
        """All pieces in the order in which a script sorts them."""
        return sorted((piece for piece in self.places if piece), key=_units)

    def vocabulary(self) -> str:
        """The pieces of which a reader may type a part: all but pairs of Chinese characters."""
        return " ".join(
            piece
            for piece in self.pieces()
            if piece != " " and not (self.paired and CHARACTER.match(piece))
        )


def _units(piece: str) -> bytes:
    return piece.encode("utf-16-be")


def _written(piece: str) -> str:
    """A blank divides the pieces of a shard; itself it is written as a line end."""
    return "\n" if piece == " " else piece


def encode(numbers: Sequence[int]) -> str:
    """Rising numbers as base64 of their gaps."""
    gaps = map(sub, numbers, chain((0,), numbers))
    data = b"".join(map(VARINT.__getitem__, gaps))
    return base64.b64encode(data).decode("ascii").rstrip("=")
