"""Part of `judge`: the patterns that tell where words stand in a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from resolutions.model.patterns import NOTHING, Lists, compiled, filled, some


class Contexts(NamedTuple):
    """The patterns of where words stand: the lists of these names in `lists.yml`, compiled."""

    titles: re.Pattern[str] = NOTHING  # 《联合国反腐败公约》
    quotations: re.Pattern[str] = NOTHING  # “…”
    named: re.Pattern[str] = NOTHING  # titles and quotations, as they stand in what is recalled
    stops: re.Pattern[str] = NOTHING  # where a clause ends: ，；。
    bodies: re.Pattern[str] = NOTHING  # names that hold a theme's words: 麻醉药品委员会
    asides: re.Pattern[str] = NOTHING  # examples, reasons, conditions: 例如…
    recalled: re.Pattern[str] = NOTHING  # 回顾其关于腐败的第62/202号决议
    subject: re.Pattern[str] = NOTHING  # 关于…的第62/202号决议: holds no substance
    resolved: re.Pattern[str] = NOTHING  # without one of these nothing was recalled: 决议, 公约
    substance: re.Pattern[str] = NOTHING  # with one of these, more than a title: 必须
    renewed: re.Pattern[str] = NOTHING  # behind it, ends that: 执行该
    opened: re.Pattern[str] = NOTHING  # a clause that the organ opens anew: 并强调
    asks: re.Pattern[str] = NOTHING  # verbs that ask something of an instrument: 执行, 加入
    carried: re.Pattern[str] = NOTHING  # behind a title: 具有…意义
    by: re.Pattern[str] = NOTHING  # before a title that is only a basis: 根据
    parties: re.Pattern[str] = NOTHING  # behind a title: 缔约国
    joining: re.Pattern[str] = NOTHING  # before a title: to become its party, 成为
    content: re.Pattern[str] = NOTHING  # before a title: 其中…
    shortened: re.Pattern[str] = NOTHING  # short titles, which name nothing more: 《公约》
    treaties: re.Pattern[str] = NOTHING  # without 《》: 有关…公约和议定书, 三项国际药物管制公约
    linked: re.Pattern[str] = NOTHING  # behind an enumeration: 之间…联系
    linking: re.Pattern[str] = NOTHING  # before an enumeration, the same
    separators: re.Pattern[str] = NOTHING  # between the items of an enumeration: 、和
    openers: re.Pattern[str] = NOTHING  # where an enumeration begins anew: ；包括
    headings: re.Pattern[str] = NOTHING  # what an enumeration explains: 包括
    goes_on: re.Pattern[str] = NOTHING  # what goes on with an enumeration all the same: 以及
    any_crime: re.Pattern[str] = NOTHING  # any of `crimes`
    crimes: tuple[re.Pattern[str], ...] = ()  # the kinds of crime that an enumeration counts

    @classmethod
    def of(cls, lists: Lists) -> Contexts:
        """The patterns of a language; nothing is found by a list that it lacks."""
        named = {name: some(lists.get(name, ()), lists) or NOTHING for name in cls._fields[:-2]}
        crimes = lists.get("crimes", ())
        each = tuple([compiled(filled(crime, lists)) for crime in crimes])
        return cls(**named, any_crime=some(crimes, lists) or NOTHING, crimes=each)
