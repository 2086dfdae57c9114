"""What a selection asks for, from the command line or an edition file -> a Selection.

`theme=wildlife; years=2020-`: a key a part; several values with commas between, or the key again.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import get_args

from resolutions.model.catalogue import Catalogue
from resolutions.model.problems import Report
from resolutions.model.records import Body
from resolutions.model.selection import Selection, Wish, Years
from resolutions.model.symbols import slug_of

UNSPACED = re.compile(r"(?<=\d)\(")
COMMAND = "--only"
KEYS = ("theme", "strength", "agenda_item", "keyword", "symbol", "body", "years")
WHOLE = ("keyword",)  # names of conventions have commas
STRENGTHS = ("any", "focus")
YEARS = re.compile(
    r"(?P<first>\d{4})?(?P<to>\s*[-–]\s*)?(?P<last>\d{4})?"
)  # 2020-, 2008-2012, 2021
FIRST, LAST = 1946, 9999  # the first session began in 1946
FEW = 40  # values that a message lists
SOME = 5  # of more
SHAPES = {
    "agenda_item": (re.compile(r"\d+( \(\w+\))?"), "write it as it is printed: 20, or 20 (d)"),
    "symbol": (re.compile(r"[A-Za-z][\w.]*([/-][\w. ()-]+)+"), "write A/RES/75/1"),
}

Complain = Callable[[Wish, str, str], None]


def wishes_of(words: Iterable[str], report: Report) -> Iterator[Wish]:
    """The wishes of a command line; a part without `=` is reported."""
    for part in (part.strip() for each in words for part in each.split(";")):
        key, sign, said = part.partition("=")
        if not sign and part:
            remedy = f"write KEY=VALUE, the key one of {', '.join(KEYS)}"
            report.error(COMMAND, 1, "bad-selection", f"`{part}` names no key", remedy)
        elif part:
            yield from _split(key.strip(), said, COMMAND, 1)


def _split(key: str, said: str, file: str, line: int) -> Iterator[Wish]:
    values = [said] if key in WHOLE else said.split(",")
    yield from (Wish(key, value.strip(), file, line) for value in values)


def selection_of(wishes: Iterable[Wish], catalogue: Catalogue, report: Report) -> Selection:
    """The selection; a key or value that there is not is reported, with what is near it."""
    wishes = [_as_printed(wish) for wish in wishes]

    def complain(wish: Wish, message: str, remedy: str) -> None:
        report.error(wish.file, wish.line, "bad-selection", message, remedy)

    known: dict[str, Iterable[str]] = {
        "theme": [theme.id for theme in catalogue.themes],
        "body": get_args(Body),
        "strength": STRENGTHS,
    }
    for wish in wishes:
        _check(wish, known, complain)
    of = {key: [wish.value for wish in wishes if wish.key == key] for key in KEYS}
    years = (_years(wish, complain) for wish in wishes if wish.key == "years" and wish.value)
    return Selection(
        wishes=tuple(wishes),
        theme=frozenset(of["theme"]),
        strength="focus" if "focus" in of["strength"][-1:] else "any",
        agenda_item=_plain(of["agenda_item"]),
        keyword=_plain(of["keyword"]),
        symbol=frozenset(slug_of(each) for each in of["symbol"] if each),
        body=_plain(of["body"]),
        years=tuple(each for each in years if each),
    )


def _as_printed(wish: Wish) -> Wish:
    """An agenda item with the blank before its letter: `20(d)` is `20 (d)`."""
    item = wish.key == "agenda_item"
    return wish._replace(value=UNSPACED.sub(" (", wish.value)) if item else wish


def _plain(values: Iterable[str]) -> frozenset[str]:
    return frozenset(each.casefold() for each in values)


def _check(wish: Wish, known: Mapping[str, Iterable[str]], complain: Complain) -> None:
    if wish.key not in KEYS:
        complain(wish, f"`{wish.key}` is no key of a selection", near(wish.key, KEYS))
    elif not wish.value:
        complain(wish, f"`{wish.key}` has no value", f"write {wish.key}=VALUE, or leave it out")
    elif wish.key in known and wish.value not in (values := list(known[wish.key])):
        complain(wish, f"`{wish.value}` is no {wish.key}", near(wish.value, values))
    elif wish.key in SHAPES and not SHAPES[wish.key][0].fullmatch(wish.value):
        complain(wish, f"`{wish.value}` is no {wish.key}", SHAPES[wish.key][1])


def near(word: str, known: Iterable[str]) -> str:
    """What was meant, if something is close; else what there is, if that is little."""
    values = {each.casefold(): each for each in known}
    close = difflib.get_close_matches(word.casefold(), values, 1)
    if close:
        return f"did you mean `{values[close[0]]}`?"
    shown = [*values.values()]
    if 0 < len(shown) <= FEW:
        return f"it is one of {', '.join(shown)}"
    return f"write it as the texts do: {', '.join(shown[:SOME])} …"


def _years(wish: Wish, complain: Complain) -> Years | None:
    match = YEARS.fullmatch(wish.value)
    if match and (match["first"] or match["last"]):
        first = int(match["first"] or FIRST)
        last = int(match["last"] or (LAST if match["to"] else first))
        if (match["to"] or not match["last"]) and first <= last:
            return Years(first, last)
    complain(wish, f"`{wish.value}` is no span of years", "write 2021, 2008-2012, 2020- or -2015")
    return None
