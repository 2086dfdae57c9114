"""Part of `printed`: which hyphens at the ends of lines a machine put there.

The UN's English is never hyphenated by the machine: there all stay, but in a file whose lines cut
three words or more that it prints whole elsewhere. In another language a hyphen goes where the
whole word is printed elsewhere and the word with its hyphen is not, and where the file is seen to
be hyphenated so, unless the word looks like a compound of the language (`compound` in
`data/printed.yml`) or both halves are long words that the file prints by themselves; what is not
proved by the words themselves is told.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from resolutions.model.document import Claim
from resolutions.readers.akn.inline import Stretch, Token
from resolutions.readers.printed.forms import Forms

CUT = re.compile(r"(?P<word>[^\W\d_]{2,}) ?[-‐]$")  # some programs set the hyphen apart
REST = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
LONG = 6  # letters: of 29,500 whole words of the UN's French, Russian and Spanish none is made of
# two words as long that its text has; of shorter ones some are (entre|prise)
UNPROVED = 3  # so many cut words of which none is a compound show that a file is hyphenated too


class LineEnds(NamedTuple):
    """The places of lines whose last hyphen goes, and what is doubtful: place, message."""

    cut: frozenset[int]
    doubts: tuple[tuple[int, str], ...]


def line_ends(lines: Sequence[str], known: Forms) -> LineEnds:
    """Decide of each line that ends in the midst of a word."""
    cuts = {
        place: (f"{word['word']}{rest[0]}", f"{word['word']}-{rest[0]}")
        for place, (above, below) in enumerate(itertools.pairwise(lines))
        if (word := CUT.search(above.rstrip())) and (rest := REST.match(below.lstrip()))
        if rest[0].islower()
    }
    words = Counter(WORD.findall(" ".join(lines)))
    alone = words - Counter(half for _, cut in cuts.values() for half in cut.split("-"))
    open_ = {place: (whole, cut) for place, (whole, cut) in cuts.items() if cut not in words}
    proved = {place for place, (whole, _) in open_.items() if whole in words}
    if known.language == "en":
        return _english(open_, proved)
    likely = {
        place
        for place, (_, cut) in open_.items()
        if not known.match("compound", cut) and not _is_of_words(cut, alone)
    }
    hyphenated = bool(proved) or len(likely) >= UNPROVED
    doubts = tuple(
        (place, f"{cut[:60]!r} at the end of a line may be {whole[:60]!r}")
        for place, (whole, cut) in open_.items()
        if place not in proved
    )
    return LineEnds(frozenset(proved | likely if hyphenated else proved), doubts)


def _english(cuts: Mapping[int, tuple[str, str]], proved: set[int]) -> LineEnds:
    """What goes in English: the hyphens of words that are printed whole, where they are several.

    `cuts`: by place, a word whole and with its hyphen.
    """
    hyphenated = len(proved) >= UNPROVED
    doubts = tuple(
        (place, f"{cut[:60]!r} at the end of a line may be {whole[:60]!r}")
        for place, (whole, cut) in cuts.items()
        if hyphenated != (place in proved)
    )
    return LineEnds(frozenset(proved if hyphenated else ()), doubts)


def _is_of_words(cut: str, alone: Collection[str]) -> bool:
    """Whether both halves of a word are long and words themselves: membres-fondateurs."""
    return all(len(half) >= LONG and half in alone for half in cut.split("-"))


def without_hyphen(tokens: Sequence[Token]) -> tuple[tuple[Token, ...], Claim]:
    """The tokens of a line without the hyphen at its end, and what that is claimed as."""
    place = max(n for n, t in enumerate(tokens) if isinstance(t, Stretch) and t.run.text.strip())
    token = tokens[place]
    assert isinstance(token, Stretch)
    text = token.run.text.rstrip()
    end = token.run.start + len(text)
    hyphen = token.run._replace(start=end - 1, end=end, text=text[-1])
    word = text[:-1].rstrip()
    rest = token._replace(run=token.run._replace(end=token.run.start + len(word), text=word))
    return (*tokens[:place], rest), Claim(hyphen, "artefact:line-end-hyphen")
