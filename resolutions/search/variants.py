"""Words that a reader may type for a word of the texts: other regions, other ways of writing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import opencc

from resolutions.search.fold import fold


def variants(texts: Iterable[str], written: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """What texts do not have, and the form they have for it, both folded; in Chinese.

    Regional words come from OpenCC's table of words of Taiwan (網路 网络); a row counts only where
    the texts have the one form and not the other. `texts` are folded, `written` is `variants.yml`.
    """
    corpus = "\n".join(texts)
    rows = dict(written)
    rows |= {left: right for left, right in _regional(corpus) if left not in rows}
    return sorted((a, b) for a, b in rows.items() if a not in corpus and b in corpus)


def _regional(corpus: str) -> Iterable[tuple[str, str]]:
    table = Path(opencc.__file__).parent / "dictionary" / "TWPhrasesRev.txt"
    for line in table.read_text(encoding="utf-8").splitlines():
        left, _, right = line.partition("\t")
        forms = sorted(map(fold, right.split()), key=corpus.count, reverse=True)
        if forms and len(fold(left)) > 1:
            yield fold(left), forms[0]
