"""What a paragraph is compared by: pairs of Chinese characters, words of other scripts, names.

A long name of a body or treaty is one piece, whatever its length: else two paragraphs that name
the same convention would look alike. `docs/assets/compare/align.js` does the same in a browser.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from resolutions.model.catalogue import Catalogue
from resolutions.model.records import Language
from resolutions.search.fold import fold

KINDS = ("body", "treaty", "policy", "programme")  # of terms that are names
SHORTEST = {"zh": 4}  # characters of a name that could mislead
SHORTEST_OTHER = 12
# 2008年7月24日: the day on which a resolution was adopted says nothing of its subject.
DAY = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?")
# 第六十四届会议: the number of a session or an article is one piece too.
ORDINAL = r"第[〇零一二三四五六七八九十百]+"
PIECE = re.compile(
    r"(?P<name>\ue000\d+\ue001)"  # a name, by its number in the list
    r"|(?P<cited>\d+/\d+)"  # 64/293
    rf"|(?P<number>{ORDINAL})"
    r"|(?P<han>[㐀-鿿]+)"
    r"|(?P<word>[^\W_㐀-鿿]+)"  # 2013, congress, преступность
)
A_NAME, A_NAME_OTHER = 8, 24  # characters of a name, Chinese or other, that count as one piece
HAN = re.compile("[㐀-鿿]")
CITED = 6  # pieces that the number of a resolution counts as


def names(catalogue: Catalogue, language: Language) -> list[str]:
    """The names of bodies, treaties, policies and programmes, folded, the longest first."""
    forms = [
        form for t in catalogue.terms.values() if t.kind in KINDS for form in t.forms(language)
    ]
    for each in catalogue.instruments.values():
        forms += (*each.forms, *each.bare) if language == "zh" else ()
        forms += [each.names[language]] if language in each.names else []
    shortest = SHORTEST.get(language, SHORTEST_OTHER)
    folded = {fold(form) for form in forms}
    return sorted((f for f in folded if len(f) >= shortest), key=lambda f: (-len(f), f))


class Grams:
    """Cuts texts of one language into pieces that can be counted.

    `known` are the names that are one piece; the number of a resolution counts as `cited` pieces.
    """

    def __init__(self, known: Iterable[str], cited: int = CITED) -> None:
        self.cited = cited
        self.signs = {name: f"\ue000{n}\ue001" for n, name in enumerate(known)}
        self.times = {
            sign: 1 + len(name) // (A_NAME if HAN.search(name) else A_NAME_OTHER)
            for name, sign in self.signs.items()
        }
        pattern = "|".join(map(re.escape, self.signs))
        self.names = re.compile(pattern or "(?!)")

    def __call__(self, text: str) -> Counter[str]:
        """How often each piece stands in a text."""
        masked = self.names.sub(lambda m: self.signs[m[0]], fold(text))
        return Counter(self._pieces(DAY.sub(" ", masked)))

    def _pieces(self, masked: str) -> Iterable[str]:
        for piece in PIECE.finditer(masked):
            run = piece[0]
            if piece["han"] and len(run) > 1:
                yield from (run[at : at + 2] for at in range(len(run) - 1))
            elif piece["name"]:
                yield from (run,) * self.times[run]
            else:
                yield from (run,) * (self.cited if piece["cited"] else 1)
