"""Part of `printed`: the symbol of an instrument, and the session and year it tells."""

from __future__ import annotations

import re
from dataclasses import replace

from resolutions.model.document import (
    Header,
)
from resolutions.model.evidence import FIRST_SESSION
from resolutions.model.keys import from_roman
from resolutions.readers.printed.forms import Forms, table
from resolutions.readers.printed.head import (
    TITLE_NUMBER,
    Masthead,
    body_of,
)
from resolutions.readers.printed.pieces import Piece
from resolutions.readers.printed.sheet import Gathered


def symbol_of_piece(
    piece: Piece, head: Masthead, given: Header | None, number: str, gathered: Gathered
) -> str | None:
    """The symbol of an instrument: printed, else made of its number, else the header's."""
    match = TITLE_NUMBER.match(number.strip())
    made = (
        _symbol_of_number(match, head, gathered.forms, piece)
        if match
        else _symbol_of_name(piece, head, gathered.forms)
    )
    printed = [each for each in head.symbols if body_of(each)]
    symbol = next((each for each in printed if made and each.startswith(made)), None)
    symbol = symbol or made or (printed[0] if printed else None)
    if given and not given.sections:
        if symbol and not given.symbol.startswith(symbol) and not symbol.startswith(given.symbol):
            message = f"the text says it is {symbol}, its header {given.symbol}"
            gathered.report.warn(
                gathered.source.file,
                1,
                "symbol-differs",
                message,
                "correct the header, if the text is right",
            )
        symbol = given.symbol
    if symbol is None:
        gathered.report.error(
            gathered.source.file,
            1,
            "no-symbol",
            "the symbol is nowhere",
            "write `symbol:` in a header beside the file",
        )
        return None
    if piece.letter and not re.search(rf"{piece.letter}$", symbol):
        symbol = re.sub(r"(?<=\d)[A-Z](?:-[A-Z])?$", "", symbol) + piece.letter
    return symbol


def _symbol_of_number(
    match: re.Match[str], head: Masthead, known: Forms, piece: Piece
) -> str | None:
    """A/RES/75/194 of `75/194.`; A/RES/217A(III) of `217 A (III).`."""
    number = _in_latin(match["number"].translate(str.maketrans("–‑", "--")))
    letter = (match["letter"] or "").replace(" ", "")
    organ = known.organ(piece.text[0].text) if piece.text else None
    body = organ or head.body
    kind = "DEC" if head.decision else "RES"
    if match["roman"]:
        return f"{'E' if body == 'ECOSOC' else 'A'}/RES/{number}{letter}({match['roman']})"
    if "/" not in number or not number.isascii():
        return None
    prefixes = {
        "GA": "A/",
        "ECOSOC": "E/",
        "HRC": "A/HRC/",
        "CCPCJ": "CCPCJ/",
        "CND": "CND/",
        "COP": "CTOC/COP/",
        "COSP": "CAC/COSP/",
    }
    prefix = prefixes.get(body or "")
    return f"{prefix}{kind}/{number}{letter}" if prefix else None


def _in_latin(number: str) -> str:
    """ES-10/21 of a number whose session Arabic letters name."""
    session, hyphen, rest = number.rpartition("-")
    return f"{table().sessions.get(session, session)}{hyphen}{rest}"


def _symbol_of_name(piece: Piece, head: Masthead, known: Forms) -> str | None:
    """S/RES/2999(2031) of `Resolution 2999 (2031)`."""
    for para in piece.title:
        match = known.match("number", para.text)
        if match is None:
            continue
        number = re.sub(r"\s", "", match["number"]).replace("（", "(").replace("）", ")")
        organ = known.organ(piece.text[0].text) or head.body
        if "(" in number:
            return f"S/RES/{number}"
        fake = TITLE_NUMBER.match(f"{number}. x")
        return _symbol_of_number(fake, replace(head, body=organ), known, piece) if fake else None
    return None


def session_of(symbol: str) -> str | None:
    """The session a symbol of the Assembly names: 75, S-30; of LXI the figure."""
    match = re.match(
        r"A/(?:RES|DEC)/((?:E?S-)?\d+)/|A/RES/\d+[A-Z]?\(((?:S-)?[IVXL]+)\)|A/(?:C\.\d/)?(\d+)/L",
        symbol,
    )
    if not match:
        return None
    if match[2]:
        return match[2] if match[2].startswith("S-") else str(from_roman(match[2]))
    return match[1] or match[3]


def year_of_session(session: str | None) -> int:
    """The year in which a regular session of the Assembly opens; 0 of any other."""
    return (
        FIRST_SESSION + int(session)
        if session and session.isdecimal() and int(session) < 200
        else 0
    )
