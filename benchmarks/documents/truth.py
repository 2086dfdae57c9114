"""What a file of the UN's XML holds, taken from the raw XML and not by our reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

ITEM = re.compile(r"^([(（][^()（）\s]{1,5}[)）])\s*")
ANNEXES = ("attachments", "components")  # the one may stand inside the other, and hold a mainBody
MARK = "\ue000"  # a note mark in a text, until it is set there

Truth = dict[str, Any]  # symbol, cover, closing, parts: [{kind, label, text, notes}], footnotes


def truth_of(path: Path) -> Truth | None:
    """What a file of the UN holds; None where it is broken, several texts, or has a table."""
    try:
        tree = etree.parse(str(path)).getroot()
    except etree.XMLSyntaxError:
        return None
    cover, closing = _only(tree, "coverPage"), _only(tree, "conclusions")
    title, number = _first(tree, "preface", "docTitle"), _first(tree, "preface", "docNumber")
    single = sum(_name(each) == "statement" for each in tree.iter()) == 1
    if not single or _only(tree, "table") is not None:
        return None
    if cover is None or closing is None or title is None or number is None:
        return None
    notes: dict[str, str] = {}
    parts = [_title(title, number, notes), *_rooms(tree, notes)]
    if not parts[0]["text"] or not parts[0]["label"] or not _are_called(parts, notes):
        return None
    ending = [_plain(_all(e)) for e in closing.iter() if _name(e) in ("inline", "docDate")]
    ending = _meeting_in_text(parts, ending) + ending
    lines = [_plain(_all(p)) for p in cover.iter() if _name(p) == "p"]
    numbered = {mark: str(at) for at, mark in enumerate(notes, 1)}  # Word numbers notes by itself
    for part in parts:
        part["notes"] = [numbered[mark] for mark in part["notes"]]
    return {
        "symbol": _plain(_all(_first(tree, "coverPage", "docNumber"))),
        "cover": [line for line in lines if line],
        "closing": ending,
        "parts": [part for part in parts if part["text"] not in ("", *ending)],
        "footnotes": {numbered[mark]: text for mark, text in notes.items()},
    }


def _meeting_in_text(parts: list[dict[str, Any]], ending: list[str]) -> list[str]:
    """The meeting, which some Arabic files of session 77 have as the last paragraph of the text."""
    last = next((part for part in reversed(parts) if part.get("part") == "body"), None)
    if last is None or len(ending) != 1 or last["label"] or last["notes"]:
        return []
    line = re.fullmatch(r"(?!.*[.;:؛،。]$)(?=.*\d).{1,40}", last["text"])
    return [last["text"]] if line else []


def _are_called(parts: list[dict[str, Any]], notes: dict[str, str]) -> bool:
    """Whether every mark has a note, numbered."""
    marks = [mark for part in parts for mark in part["notes"]]
    return all(notes.get(mark) for mark in marks) and all(mark.isdecimal() for mark in notes)


def _title(title: Any, number: Any, notes: dict[str, str]) -> dict[str, Any]:
    text, marks = _words(title, notes)
    return {"kind": "title", "label": _plain(_all(number)), "text": text, "notes": marks}


def _rooms(tree: Any, notes: dict[str, str]) -> Iterator[dict[str, Any]]:
    for names, part in ((("preamble",), "body"), (("mainBody",), "body"), (ANNEXES, "annex")):
        for each in tree.iter():
            if _name(each) in names and not any(_name(a) in ANNEXES for a in each.iterancestors()):
                yield from _parts(each, notes, part)


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _all(element: Any) -> str:
    return "".join(map(str, element.itertext()))


def _only(tree: Any, name: str) -> Any:
    return next((each for each in tree.iter() if _name(each) == name), None)


def _first(tree: Any, room: str, name: str) -> Any:
    own = _only(tree, room)
    return None if own is None else _only(own, name)


def _parts(room: Any, notes: dict[str, str], part: str) -> Iterator[dict[str, Any]]:
    label = ""
    stack = [room]
    while stack:
        each = stack.pop()
        name = _name(each)
        if name == "authorialNote":
            continue
        if name == "num":
            label = _plain(_all(each))
        elif name in ("p", "crossHeading", "heading", "subheading"):
            text, marks = _words(each, notes)
            if text or marks:
                item = ITEM.match(text) if not label else None
                if item:
                    label, text = item[1], text[item.end() :]
                running = name == "p" or each.get("refersTo", "") == "#preamble"
                kind = "enacting" if _is_formula(each) else "text" if running else "heading"
                yield {"kind": kind, "label": label, "text": text, "notes": marks, "part": part}
                label = ""
        else:
            stack += reversed([child for child in each if isinstance(child.tag, str)])


def _is_formula(each: Any) -> bool:
    return any(_name(one) == "formula" for one in each.iterancestors())


def _words(element: Any, notes: dict[str, str]) -> tuple[str, list[str]]:
    """The text of a block without its notes, and their marks."""
    words: list[str] = []
    marks: list[str] = []

    def walk(each: Any) -> None:
        if _name(each) == "authorialNote":
            mark = each.get("marker", "").strip()
            marks.append(mark)
            words.append(MARK)
            notes.setdefault(mark, re.sub(r"^\(\) ?", "", _plain(_all(each))))
            return
        if _name(each) == "eol":
            words.append(" ")
        words.append(each.text or "")
        for child in each:
            if isinstance(child.tag, str):
                walk(child)
            words.append(child.tail or "")

    walk(element)
    return _plain("".join(words)), marks


def _plain(text: str) -> str:
    text = re.sub(r"[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]", "", text)
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"(?<=[㐀-鿿，。；：、]) (?=[㐀-鿿，。；：、])", "", text)
