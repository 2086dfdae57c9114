"""Quotations planted in the data set of a built site, each with the verdict it deserves."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

SEED = 1_000
QUOTES = str.maketrans("“”„«»「」‘’", '"""""""\'\'')
# What no text here says: written for this test, and near the subject so that it is not too easy.
FOREIGN = (
    "各国海关应当在边境口岸设立联合巡逻队并共享车辆牌照数据库",
    "法院可以根据受害人的申请下令冻结被告在境外银行的存款",
    "国际刑警组织秘书长欢迎成员国警察局长出席年度大会",
    "缔约国应于每年三月底前向秘书处缴纳上一年度的会费",
    "本公约自第四十份批准书交存之日后第九十天起生效",
    "任何人不得因其种族或宗教信仰而被任意逮捕或者拘留",
    "教师应引导学生阅读判决书并讨论量刑是否适当",
    "委员会建议将毒品检测实验室的认证周期缩短为两年",
    "铁路警察在列车上查获了一批伪造的身份证件和护照",
    "代表团团长感谢东道国政府的热情款待和周到安排",
    "Customs officers shall search every vehicle that crosses the bridge at night",
    "The court may order the bank to freeze the savings of the accused abroad",
    "Each party pays its share of the budget before the end of March every year",
    "Teachers should let their pupils read the judgment and discuss the sentence",
    "The railway police seized a parcel of forged passports on the evening train",
    "Nobody may be arrested or detained without being told the grounds at once",
    "The delegation thanked the host country for its warm and generous welcome",
    "A laboratory that loses its licence may apply for another after two years",
    "The treaty enters into force ninety days after the fortieth ratification",
    "Prison libraries should lend law books to every inmate who asks for one",
)
SWAPS = (
    ("敦促", "鼓励"), ("鼓励", "要求"), ("请", "命令"), ("必须", "可以"), ("应当", "不应"),
    ("国家", "地方"), ("国际", "国内"), ("加强", "减少"), ("会员国", "缔约方"), ("技术", "财政"),
    ("打击", "研究"), ("重申", "回顾"), ("犯罪", "违法"), ("合作", "竞争"), ("报告", "意见"),
)  # fmt: skip
ENGLISH_SWAPS = (
    ("Member States", "All persons"), ("technical", "financial"), ("international", "national"),
    ("crime", "poverty"), ("cooperation", "competition"), ("and", "but"), ("the", "no"),
)  # fmt: skip


class Planted(NamedTuple):
    """A quotation, how it was made, and the verdict it deserves."""

    text: str
    kind: str
    verdict: str


def bare(text: str) -> str:
    """A text as "stands so" takes it: no blanks, widths and quotation marks alike."""
    return re.sub(r"[\s※]+", "", unicodedata.normalize("NFKC", text)).translate(QUOTES)


def planted(corpus: dict[str, Any]) -> list[Planted]:
    """A thousand quotations of five kinds, the same for the same data."""
    draw, garden = random.Random(SEED), _Garden(corpus)
    makers: tuple[tuple[int, Callable[[random.Random, _Garden], Planted | None]], ...] = (
        (250, _exact), (90, _with_ellipsis), (300, _changed), (130, _draft), (130, _aid),
        (60, _changed_aid), (20, _foreign), (20, _shuffled),
    )  # fmt: skip
    return [each for count, make in makers for each in _some(count, make, draw, garden)]


def _some(
    count: int,
    make: Callable[[random.Random, _Garden], Planted | None],
    draw: random.Random,
    garden: _Garden,
) -> Iterator[Planted]:
    made: set[str] = set()
    while len(made) < count:
        found = make(draw, garden)
        if found and found.text not in made:
            made.add(found.text)
            yield found


class _Garden:
    def __init__(self, corpus: dict[str, Any]) -> None:
        self.texts: dict[str, list[str]] = {"adopted": [], "draft": [], "aid": []}
        for each in corpus["instruments"]:
            for code, paragraphs in each["texts"].items():
                aid = each["authority"][code] == "reading-aid"
                own = self.texts["aid" if aid else each["status"]]
                own += [p["text"].replace("※", "") for p in paragraphs if p["text"]]
        notes = [
            note["text"]
            for each in corpus["instruments"]
            for code, own in each["footnotes"].items()
            for note in own
            if note["text"] and each["authority"][code] != "reading-aid"
            and each["status"] == "adopted"
        ]  # fmt: skip
        self.whole = {kind: "\n".join(map(bare, texts)) for kind, texts in self.texts.items()}
        self.whole["adopted"] += "\n" + "\n".join(map(bare, notes))

    def verdict(self, text: str) -> str:
        """That of a text which stands somewhere; near for what does not."""
        kinds = {"adopted": "exact", "draft": "draft", "aid": "aid"}
        found = (kinds[kind] for kind, whole in self.whole.items() if bare(text) in whole)
        return next(found, "near")


def _piece(draw: random.Random, texts: list[str], least: int = 14, most: int = 90) -> str:
    """A stretch of a paragraph that begins and ends with a letter and cuts no figure or word."""
    while True:
        text = draw.choice(texts)
        if len(text) < least + 4:
            continue
        start = draw.randrange(len(text) - least)
        end = min(len(text), start + draw.randint(least, most))
        if re.search("[A-Za-z]", text) and not re.search("[㐀-鿿]", text):
            start = text.rfind(" ", 0, start) + 1
            end = next((at for at in range(end, len(text)) if text[at] == " "), len(text))
        piece = text[start:end].strip(' ，；。、：,;.:“”"')
        left, right = text[: text.index(piece)][-1:], text[text.index(piece) + len(piece) :][:1]
        cut = ((left + piece[:1]).isdigit() and left) or ((piece[-1:] + right).isdigit() and right)
        if (
            not cut
            and len(bare(piece)) >= least - 4
            and piece[:1].isalnum()
            and piece[-1:].isalnum()
        ):
            return piece


def _dressed(draw: random.Random, text: str) -> str:
    """As people paste it: in quotation marks, with another stop, with blanks added or gone."""
    if re.search("[㐀-鿿]", text):
        if draw.random() < 0.3:
            text = text.replace(" ", "")
        if draw.random() < 0.3:
            text = re.sub(r"(?<=[㐀-鿿])(?=\d)|(?<=\d)(?=[㐀-鿿])", " ", text)
    marks = draw.choice(
        [
            ("", ""),
            ("", ""),
            ("“", "”"),
            ("「", "」"),
            ('"', '"'),
            ("", "；"),
            ("“", "。”"),
            ("……", "……"),
        ]
    )
    return marks[0] + text + marks[1]


def _exact(draw: random.Random, garden: _Garden) -> Planted | None:
    text = _piece(draw, garden.texts["adopted"])
    return Planted(_dressed(draw, text), "exact", "exact")


def _with_ellipsis(draw: random.Random, garden: _Garden) -> Planted | None:
    text = _piece(draw, garden.texts["adopted"], 60, 160)
    first, last = draw.randint(15, 25), draw.randint(15, 25)
    parts = text[:first], text[-last:]
    if parts[0][-1:].isdigit() or parts[1][:1].isdigit():
        return None
    return Planted(
        draw.choice(["……", "…", "[…]", "...", "（……）"]).join(parts), "ellipsis", "exact"
    )


def _changed(draw: random.Random, garden: _Garden) -> Planted | None:
    text = _piece(draw, garden.texts["adopted"], 20, 90)
    changed = _change(draw, text, SWAPS, "不")
    if not changed or bare(changed) == bare(text):
        return None
    return Planted(_dressed(draw, changed), "changed", garden.verdict(changed))


def _change(
    draw: random.Random, text: str, swaps: tuple[tuple[str, str], ...], no: str
) -> str | None:
    """A word, a number or a negation changed."""
    figures = list(re.finditer(r"\d", text))
    kind = draw.choice(["word", "number", "negation", "lost"])
    if kind == "number" and figures:
        at = draw.choice(figures).start()
        return text[:at] + str((int(text[at]) + draw.randint(1, 8)) % 10) + text[at + 1 :]
    if kind == "negation":
        at = draw.randrange(4, len(text) - 4)
        return text[:at] + no + text[at:] if text[at - 1 : at + 1].isalpha() else None
    if kind == "lost":
        at = draw.randrange(4, len(text) - 8)
        return text[:at] + text[at + 2 :] if text[at : at + 2].isalpha() else None
    found = [(a, b) for a, b in swaps if a in text]
    if not found:
        return None
    old, new = draw.choice(found)
    return text.replace(old, new, 1)


def _draft(draw: random.Random, garden: _Garden) -> Planted | None:
    text = _piece(draw, garden.texts["draft"])
    return (
        Planted(_dressed(draw, text), "draft", "draft") if garden.verdict(text) == "draft" else None
    )


def _aid(draw: random.Random, garden: _Garden) -> Planted | None:
    text = _piece(draw, garden.texts["aid"], 40, 200)
    return Planted(_dressed(draw, text), "aid", "aid") if len(text.split()) >= 5 else None


def _changed_aid(draw: random.Random, garden: _Garden) -> Planted | None:
    text = _piece(draw, garden.texts["aid"], 60, 200)
    changed = _change(draw, text, ENGLISH_SWAPS, " not ")
    if not changed or bare(changed) == bare(text) or len(text.split()) < 8:
        return None
    return Planted(changed, "changed aid", "near") if garden.verdict(changed) == "near" else None


def _foreign(draw: random.Random, garden: _Garden) -> Planted | None:
    return Planted(draw.choice(FOREIGN), "foreign", "none")


def _shuffled(draw: random.Random, garden: _Garden) -> Planted | None:
    """Two characters from here, three from there: the words of the field, said by nobody."""
    pieces = [_piece(draw, garden.texts["adopted"], 14, 20)[: draw.randint(2, 3)] for _ in range(9)]
    return Planted("".join(pieces), "shuffled", "none")
