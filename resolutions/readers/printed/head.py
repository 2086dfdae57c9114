"""Part of `printed`: where the instruments of a file begin, and what their mastheads say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from resolutions.model.records import Body, record
from resolutions.model.symbols import DOCUMENT
from resolutions.readers.printed.closing import in_figures
from resolutions.readers.printed.counting import session_number
from resolutions.readers.printed.forms import BODIES, Forms, shape
from resolutions.readers.printed.sheet import Para

TITLE_NUMBER = re.compile(  # 75/194. …, ES-10/17. …, 2031/17. …, 217 A (III). …, 59/113 B. …
    r"(?P<number>(?:(?:ES|S|[\u0621-\u064a]{2,3})[-–‑])?\d{1,4}/\d{1,4}"
    r"|\d{1,4}(?= ?(?:[A-Z] ?)?\((?:(?:E?S-)?[IVXLC]+|\d{4})\)))"
    r" ?(?P<letter>[A-Z](?:[-–‑][A-Z])?)?"
    r"(?: ?\((?:(?P<roman>(?:E?S-)?[IVXLC]+)|(?P<year>\d{4}))\))?"
    r"(?: ?[.．]\s*(?:[-–—]\s*)?|\s*[-–—]\s+| (?=\S*$)|\s*(?=[\u0600-\u06ff])|$)"
)
DRAFT_NUMBER = re.compile(r"\d{1,4}/(?:…|\.{2,}|_+|[Xx]{1,3}(?!\w)|--+)[.．]?\s*")  # 46/… Rights of
# A bracket closes what was opened: not A/90/77). No letter of a word: not A/90/78/A of Add.1.
OTHERS = "CEDAW|CRC|CRPD|CAC|CTOC|FCCC|CBD|UNEP|ICCD|CCPCJ|CND|SPLOS|TD|NPT|BWC"
SIGN = r"(?:[0-9.\-–‑]|[A-Z](?![a-z])|/(?![A-Z][a-z])|\([A-Z0-9./\-–‑]+\))"
SYMBOL = re.compile(
    rf"(?P<symbol>(?:S/RES/\d+ ?\(\d{{4}}\)|(?:A|E|S|{OTHERS})/{SIGN}*\d{SIGN}*)"
    r"(?:/(?:Add|Corr|Rev)\.\d+)*(?: [A-Z](?:-[A-Z])?(?![\w]))?)\*{0,3}"
)
LETTER = re.compile(r"[A-Z]")
JOB = re.compile(r"\d{2}[-‑]\d{5}(?: ?\([A-Z]\))?(?: +\d{6})*|\*\d{7}\*|\d{6}")
ISSUED = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
HEADS = (
    "publisher",
    "session",
    "committee",
    "agenda_item",
    "adopted",
    "origin",
    "sponsor",
    "distribution",
    "vote",
    "meeting",
    "number",
)
OWN = ("symbol", "masthead", "publisher", "organ", "distribution", "job-number", "")
LONGEST_LINE = 80  # characters of a line of two columns
LOOK_AHEAD = 12
LONGEST_MASTHEAD = 40  # paragraphs
LOOK_BACK = 6  # paragraphs above an enacting phrase in which the title of a further part begins


@record
class Masthead:
    """What the masthead of a file says."""

    symbols: tuple[str, ...] = ()
    body: Body | None = None
    session: str | None = None
    agenda_item: str | None = None
    date: str | None = None
    meeting: str | None = None
    document: str | None = None  # the report or draft it came from
    sponsor: str | None = None
    decision: bool = False
    draft: bool = False


class Start(NamedTuple):
    """Where an instrument begins: indices of paragraphs."""

    title: int  # its first title line
    letter: int | None  # the line with the letter of a part
    enacting: int


def starts(paras: Sequence[Para], forms: Forms) -> list[Start]:
    """Where the instruments of a text begin; empty where nothing enacts."""
    found: list[Start] = []
    for place, para in enumerate(paras):
        if not para.text or not _enacts(para.text, forms):
            continue
        below = [each.text for each in paras[place + 1 : place + LONGEST_MASTHEAD]]
        if is_of_masthead(para.text, below, forms):
            continue  # 大会 alone, above the session: the organ of the masthead
        floor = found[-1].enacting + 1 if found else 0
        letter = next(
            (
                n
                for n in range(place - 1, max(floor, place - LOOK_BACK) - 1, -1)
                if LETTER.fullmatch(paras[n].text)
            ),
            None,
        )
        if not found:
            found.append(Start(_title(paras[:place], forms), letter, place))
            continue
        numbered = next(
            (
                n
                for n in range(place - 1, max(floor, place - LOOK_BACK) - 1, -1)
                if _numbers(paras[n].text, forms)
            ),
            None,
        )
        begin = letter if letter is not None else numbered
        if begin is not None:
            found.append(Start(begin, letter, place))
    return found


def is_of_masthead(text: str, below: Sequence[str], forms: Forms) -> bool:
    """Whether a line that may enact is the organ of a masthead: it ends without a comma, an
    enacting phrase follows it, and between the two the lines of a masthead or a number."""
    following = next((n for n, each in enumerate(below) if each and _enacts(each, forms)), None)
    if following is None or not text[-1:].isalpha():
        return False
    between = below[: min(following, LOOK_AHEAD)]
    return any(opens_masthead(each, forms) or _numbers(each, forms) for each in between)


def opens_masthead(text: str, forms: Forms) -> bool:
    """Whether a line belongs to a masthead, and to nothing below it."""
    if not text or len(text) > 200:
        return False
    return _use_of(text, forms) in (
        "session",
        "agenda_item",
        "adopted",
        "origin",
        "sponsor",
        "distribution",
    )


def _enacts(text: str, forms: Forms) -> bool:
    if forms.begins("meets", text):
        return True
    if forms.match("enacting", text):  # a conference of another convention may be a heading
        return forms.organ(text) != "other" or text[-1:] in ",，،:："
    run_in = forms.begins("enacting", text)
    return bool(run_in and run_in[0].rstrip()[-1:] in ",，،" and forms.language == "zh")


def _numbers(text: str, forms: Forms) -> bool:
    return bool(TITLE_NUMBER.match(text) or forms.match("number", text))


def _title(above: Sequence[Para], forms: Forms) -> int:
    """The first line of the title among what stands above the enacting phrase."""
    numbered = [n for n, para in enumerate(above) if _numbers(para.text, forms)]
    if numbered:
        return numbered[-1]
    known = [n for n, para in enumerate(above) if use_of(para.text, forms)]
    sponsor = [n for n in known if forms.match("sponsor", above[n].text)]
    place = (sponsor or known or [-1])[-1] + 1
    return place


def use_of(text: str, forms: Forms) -> str | None:
    """What a line of a masthead is: session, agenda_item, adopted …; None for no such line."""
    return _use_of(text, forms) or ("masthead" if _is_composed(text, forms) else None)


@lru_cache(maxsize=10_000)
def _use_of(text: str, forms: Forms) -> str | None:
    if SYMBOL.fullmatch(text):
        return "symbol"
    if JOB.fullmatch(text):
        return "job-number"
    if ISSUED.fullmatch(text) or forms.match("date", in_figures(text, forms)):
        return "issued"
    if re.fullmatch(rf"(?:The |L[’']|La |Le )?{forms.organs}", text, re.IGNORECASE):
        return "organ"
    return next((kind for kind in HEADS if forms.match(kind, text)), None)


def _is_composed(text: str, forms: Forms) -> bool:
    """Whether a line is two of a masthead in two columns: `General Assembly Distr.: General`."""
    if len(text) > LONGEST_LINE:
        return False
    return any(
        _use_of(text[: blank.start()], forms) and _use_of(text[blank.end() :], forms)
        for blank in re.finditer(" ", text)
    )


def masthead(paras: Sequence[Para], forms: Forms) -> tuple[Masthead, list[tuple[Para, str]]]:
    """What the lines above a title say, and the use of each; what is no known line stays ""."""
    facts: dict[str, str] = {}
    symbols: list[str] = []
    uses: list[tuple[Para, str]] = []
    decision = False
    body: Body | None = None
    for group in joined(paras, forms):
        text = " ".join(para.text for para in group)
        use = use_of(text, forms) or ""
        if use in OWN:  # not the report in [on the report of the … (A/90/77)]
            symbols += [each["symbol"] for each in SYMBOL.finditer(text)]
        match = forms.match(use, text) if use in HEADS else None
        for name, value in (match.groupdict() if match else {}).items():
            if value and name not in ("day", "month", "year"):
                facts.setdefault(name, value.replace("*", "").strip())  # Cuba*: draft resolution
        if use == "adopted":
            facts.setdefault("date", forms.day(match) or forms.find_day(text) or "")
            body = body or forms.organ(text)
            decision = decision or bool(shape("decision").search(text))
        if use == "organ":
            body = body or forms.organ(text)
        if use == "origin":
            named = DOCUMENT.search(text)
            facts.setdefault("document", named[0].rstrip(".") if named else "")
        if not use and uses and uses[-1][1] in ("agenda_item", "agenda-title"):
            use = "agenda-title"
        uses += [(para, use) for para in group]
    return (
        Masthead(
            symbols=tuple(symbol_of(each) for each in symbols),
            body=body,
            session=_session(facts, forms) if facts.get("session") else None,
            agenda_item=_agenda(facts.get("agenda_item")),
            date=facts.get("date") or None,
            meeting=facts.get("meeting"),
            document=facts.get("document") or None,
            sponsor=facts.get("sponsor"),
            decision=decision,
            draft="sponsor" in facts,
        ),
        uses,
    )


def joined(paras: Sequence[Para], forms: Forms) -> Iterator[Sequence[Para]]:
    """The lines of a masthead; what is broken over several lines is one."""
    place = 0
    while place < len(paras):
        for width in (4, 3, 2, 1):
            group = paras[place : place + width]
            text = " ".join(para.text for para in group)
            if width == 1 or (
                len(group) == width and _use_of(text, forms) in ("adopted", "origin", "organ")
            ):
                yield group
                place += width
                break


def _session(facts: Mapping[str, str], forms: Forms) -> str:
    """The session: 46 of Forty-sixth, S-33 of Thirty-third special, ES-11 of an emergency one."""
    number = session_number(facts["session"], forms.language)
    special = facts.get("special")
    return f"{'ES' if facts.get('emergency') else 'S'}-{number}" if special else number


def _agenda(said: str | None) -> str | None:
    """The numbers of agenda items, alike in all languages: `99 (b)`, `13, 117`."""
    if not said:
        return None
    items = [
        f"{int(match[1])} ({match[2].lower()})" if match[2] else str(int(match[1]))
        for match in re.finditer(r"(\d{1,3})(?: ?\(?([a-z]{1,2})\))?", said)
    ]
    return ", ".join(items) or None


def symbol_of(printed: str) -> str:
    """A symbol as printed, its blanks and odd hyphens gone: A/RES/75/254 A is A/RES/75/254A."""
    return re.sub(r"[\s*]", "", printed).translate(str.maketrans("–‑", "--")).rstrip(".")


def body_of(symbol: str) -> Body | None:
    """The organ a symbol names."""
    for start, body in (
        ("A/HRC/", "HRC"), ("A/CONF", "CONF"), ("A/", "GA"), ("S/", "SC"), ("E/CN.15", "CCPCJ"),
        ("E/CN.7", "CND"), ("E/", "ECOSOC"), ("CAC/COSP", "COSP"), ("CTOC/COP", "COP"),
        ("CCPCJ/", "CCPCJ"), ("CND/", "CND"),
    ):  # fmt: skip
        if symbol.startswith(start) and body in BODIES:
            return body
    return None
