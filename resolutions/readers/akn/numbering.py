"""The numbers and letters that resolutions print before their paragraphs, in six languages.

An item goes by its place in the order of its alphabet, so that (ج), (c) and (в) are all `c` and
(iii) and (三) both `3`: the six languages of a text share their addresses. The signs of numbers
stand here, as tables of the parser; the words beside them (Article, Annex) in `data/printed.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from resolutions.model.keys import from_roman, han_number, roman
from resolutions.readers.printed.forms import shape

LATIN = "abcdefghijklmnopqrstuvwxyz"
LETTERS = (*LATIN, *(letter * 2 for letter in LATIN))  # after (z) comes (aa)
ARABIC = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
TATWEEL = "ـ"  # lengthens a word on its line
SAME = str.maketrans({"ا": "أ", "إ": "أ", "ى": "ي", "ک": "ك", TATWEEL: None})
LOOKALIKE = dict(zip("аеорсух", "aeopcyx", strict=True))  # typed for Latin letters
SUFFIXES = {
    "bis": r"bis|бис|之二|مكررا?ً?ا?",
    "ter": r"ter|тер|之三|مكررا?ً?ا? ثانيا|ثالثا",
}
SUFFIX = rf"(?P<bis>{SUFFIXES['bis']})(?!\w)|(?P<ter>{SUFFIXES['ter']})(?!\w)"
NUMBER = re.compile(rf"\s*(?P<value>\d{{1,4}})\s*(?:{SUFFIX})?\s*[.．\-–—‑、]*\s*\.?\s*")
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # marks of direction behind a number
DOTTED = re.compile(  # 1. Requests, 5 bis. Notes
    rf"\s*(?P<value>\d{{1,3}})\s?(?:{SUFFIX})?[.．][{UNSEEN}]*(?=\s)\s*(?=\S)"
)
DASHED = re.compile(  # 1 - تحث, 24 - تدعو
    rf"\s*(?P<value>\d{{1,3}})\s*(?:{SUFFIX})?\s*[-–—][{UNSEEN}]*(?=\s)\s*(?=\S)"
)
HAN = "[一二三四五六七八九十]+"
ITEMS = (
    ("paren", re.compile(r"\s*[（(]\s*(?P<raw>[a-z]{1,5}|[A-Z])\s*[)）]\s*")),  # (a), (iii)
    ("paren", re.compile(r"\s*(?P<raw>[a-z]{1,5})[)）](?=\s|$)\s*")),  # a), iii)
    (  # (أ), (هـ), (أأ), (ب ب)
        "paren",
        re.compile(r"\s*\(?\s*(?P<raw>(?P<one>[ء-يک])ـ?(?:\s?(?P=one)ـ?)?)\s*\)\s*"),
    ),
    ("paren", re.compile(r"\s*\(?\s*(?P<raw>(?P<one>[а-я])(?P=one)?)\s*\)(?=\s|$)\s*")),  # а), бб)
    ("dotted", re.compile(r"\s*(?P<raw>[a-z]|[ivx]{2,5})\.(?=\s|$)\s*")),  # a., ii.
    ("han", re.compile(rf"\s*[（(]\s*(?P<raw>{HAN})\s*[)）]\s*")),  # (一)
    ("circled", re.compile(r"\s*(?P<raw>[㈠-㈩])\s*")),  # ㈠
    ("listed", re.compile(rf"\s*(?P<raw>{HAN})、\s*")),  # 一、
    ("figure", re.compile(r"\s*[（(]?\s*(?P<raw>\d{1,2})\s*[)）](?=\s|$)\s*")),  # (1), 1)
    ("quoted", re.compile(r"\s*[‘’'“”„\"«]\s*(?P<raw>\d{1,2})\s*[‘’'“”\"»](?=\s|$)\s*")),  # ’1‘
    ("dash", re.compile(r"\s*(?P<raw>[–—•·\-])(?:\t\s*|\s*$)")),  # – and a tab
)
SECTION = re.compile(  # II, II., B. Title, 二、标题, ثانيا -
    rf"(?P<han>{HAN})(?:、.*)?|(?P<roman>[IVXL]+)(?:[.．\s]\s*[-–—]?\s*|[.．]\s.*|\s[-–—]\s.*)?"
    r"|(?P<letter>[A-Z])(?:[.．]?|[.．]\s.*|\s[-–—]\s.*)|(?P<word>[\wًٌٍَُِّْ]+)(?:\s*[-–—].*)?"
)
ORDINALS = (
    ("أولا", "ألف"), ("ثانيا", "باء"), ("ثالثا", "جيم"), ("رابعا", "دال"), ("خامسا", "هاء"),
    ("سادسا", "واو"), ("سابعا", "زاي"), ("ثامنا", "حاء"), ("تاسعا", "طاء"), ("عاشرا", "ياء"),
)  # fmt: skip


class ListLabel(NamedTuple):
    """The printed label of a list item: how it is set, what it says, where the text begins."""

    style: str
    raw: str
    end: int


def number_of(label: str) -> str | None:
    """Read `5.`, `5 -`, `5 bis.`, `5之二` as 5, 5bis; None where a label is no number."""
    match = NUMBER.fullmatch(label)
    return _number_text(match) if match else None


def number_in(text: str, language: str) -> tuple[str, int] | None:
    """The number a paragraph begins with, and where its text begins; None where there is none."""
    match = DOTTED.match(text) or (DASHED.match(text) if language == "ar" else None)
    return (_number_text(match), match.end()) if match else None


def _number_text(match: re.Match[str]) -> str:
    suffix = "bis" if match["bis"] else "ter" if match["ter"] else ""
    return f"{int(match['value'])}{suffix}"


def item_in(text: str) -> ListLabel | None:
    """The label of a list item with which a text begins."""
    for style, pattern in ITEMS:
        match = pattern.match(text)
        lettered = style in ("paren", "dotted")
        if match and not (
            lettered and not _letters(match["raw"].lower()) and not _roman(match["raw"])
        ):
            return ListLabel(style, match["raw"], match.end())
    return None


def place_of(
    label: ListLabel, open: Sequence[tuple[str, str]], following: ListLabel | None
) -> tuple[str, str]:
    """The style of a list and the name of its item, `("roman", "3")`.

    `open` are the lists that stand open, each with the key of its last item. (i) is a letter
    only where a list stands at (h), and v, x, c, d, l, m likewise; where both could be meant,
    the item that follows decides.
    """
    last = {style: key.rsplit("-", 1)[-1].split("_")[0] for style, key in open[1:]}
    if label.style in ("figure", "quoted"):
        return label.style, str(int(label.raw))
    if label.style in ("han", "circled", "listed"):
        value = ord(label.raw) - ord("㈠") + 1 if label.style == "circled" else None
        return "han" if value else label.style, str(value or han_number(label.raw) or 0)
    if label.style == "dash":
        return "dash", str(int(last.get("dash", "0")) + 1)
    letter_style, roman_style = ("letter", "roman") if label.style == "paren" else ("a.", "i.")
    if label.raw.isupper() and label.raw.isascii():
        return "capital", label.raw.lower()
    letters, value = _letters(label.raw), _roman(label.raw)
    successor = _after(last.get(letter_style))
    if successor in letters and not (value and _goes_on(following, value)):
        return letter_style, successor
    numeral = len(label.raw) > 1 or label.raw in "ivx"
    if value and (numeral or last.get(roman_style) == str(value - 1)):
        return roman_style, str(value)
    return (letter_style, letters[0]) if letters else (label.style, "0")


def ordinals_of(label: ListLabel) -> frozenset[int]:
    """What number in its list a label can have: (i) is the ninth letter, or the first numeral."""
    if label.style == "dash" or not label.raw:
        return frozenset()
    if label.style in ("figure", "quoted", "han", "circled", "listed"):
        return frozenset({int(place_of(label, (), None)[1])})
    letters = (LETTERS.index(each) + 1 for each in _letters(label.raw.lower()))
    return frozenset({*letters, _roman(label.raw) or 0} - {0})


def _letters(raw: str) -> list[str]:
    """What letter of our alphabet a printed one can stand for, its own order first."""
    bare = re.sub(r"\s", "", raw.translate(SAME))
    letter, doubled = bare[:1], len(bare) == 2 and bare[0] == bare[1]
    for alphabet in (ARABIC, CYRILLIC):
        if letter and letter in alphabet and (doubled or len(bare) == 1):
            place = alphabet.index(letter)
            # (أأ) stands for (aa), behind 26 letters, or behind the 28 of its own alphabet.
            places = (len(LATIN) + place, len(alphabet) + place) if doubled else (place,)
            lookalike = [LOOKALIKE[letter] * len(bare)] if letter in LOOKALIKE else []
            return [*(LETTERS[n] for n in places if n < len(LETTERS)), *lookalike]
    return [raw] if raw in LETTERS else []


def _roman(raw: str) -> int | None:
    value = from_roman(raw) if re.fullmatch("[ivxlcdm]+", raw) else 0
    return value if 0 < value < 100 and roman_numeral(value) == raw else None


def roman_numeral(value: int) -> str:
    """Write 44 as xliv."""
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    return tens[value // 10] + roman(value % 10).lower()


def _after(letter: str | None) -> str:
    if letter not in LETTERS:
        return ""
    place = LETTERS.index(letter) + 1
    return LETTERS[place] if place < len(LETTERS) else ""


def _goes_on(following: ListLabel | None, value: int) -> bool:
    """Whether the next item says that this one is a numeral: (ii) after (i)."""
    return following is not None and following.raw == roman_numeral(value + 1)


def section_of(heading: str) -> int | None:
    """The number of a numbered section by its heading: II, `B. Title`, 二、, ثانيا -."""
    match = SECTION.fullmatch(heading.strip())
    if not match:
        return None
    if match["han"]:
        return han_number(match["han"])
    if match["roman"]:
        return from_roman(match["roman"])
    if match["letter"]:
        return LATIN.index(match["letter"].lower()) + 1
    word = match["word"].replace("ً", "")
    return next((n for n, words in enumerate(ORDINALS, start=1) if word in words), None)


def article_of(heading: str) -> int | None:
    """The number of an article of a treaty by its heading."""
    match = shape("article").fullmatch(heading.strip())
    if not match:
        return None
    return han_number(match["han"]) if match["han"] else int(match["value"] or match["figures"])
