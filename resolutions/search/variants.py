"""Words that a reader may type for a word of the texts: other regions, other ways of writing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import opencc

from resolutions.search.fold import fold

# Variant words of one sense, the usual form last: the standard table GF 1001-2001
# (第一批异形词整理表), and 身分, 份子, 布署, which dictionaries list beside the usual form.
WRITTEN = """
身分 身份|份子 分子|布署 部署|帐号 账号|帐户 账户|帐目 账目|连系 联系|联贯 连贯|其它 其他|
部份 部分|成份 成分|纪录 记录|录象 录像|图象 图像|想像 想象|人材 人才|辞汇 词汇|保母 保姆|
关连 关联|计画 计划|策画 策划|规画 规划|
"""
# Words of other regions and of every day for those of the texts, where OpenCC's table has none.
SPOKEN = "手机 移动电话|品质 质量|窃盗 盗窃|"


def variants(texts: Iterable[str]) -> list[tuple[str, str]]:
    """What texts do not have, and the form they have for it, both folded; in Chinese.

    Regional words come from OpenCC's table of words of Taiwan (網路 网络); a row counts only where
    the texts have the one form and not the other. `texts` are folded.
    """
    corpus = "\n".join(texts)
    rows = dict(_written())
    rows |= {left: right for left, right in _regional(corpus) if left not in rows}
    return sorted((a, b) for a, b in rows.items() if a not in corpus and b in corpus)


def _written() -> Iterable[tuple[str, str]]:
    for pair in filter(None, (WRITTEN + SPOKEN).replace("\n", "").split("|")):
        left, _, right = pair.partition(" ")
        yield left, right


def _regional(corpus: str) -> Iterable[tuple[str, str]]:
    table = Path(opencc.__file__).parent / "dictionary" / "TWPhrasesRev.txt"
    for line in table.read_text(encoding="utf-8").splitlines():
        left, _, right = line.partition("\t")
        forms = sorted(map(fold, right.split()), key=corpus.count, reverse=True)
        if forms and len(fold(left)) > 1:
            yield fold(left), forms[0]
