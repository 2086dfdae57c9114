"""Part of `printed`: the symbol of an instrument, and the session and year it tells."""

from __future__ import annotations

import re
from dataclasses import replace

from resolutions.model.document import (
    Header,
)
from resolutions.model.evidence import FIRST_SESSION
from resolutions.model.keys import from_roman
from resolutions.model.records import Body
from resolutions.readers.printed.forms import Forms, shape, table
from resolutions.readers.printed.head import (
    TITLE_NUMBER,
    Masthead,
    body_of,
)
from resolutions.readers.printed.pieces import Piece
from resolutions.readers.printed.sheet import Gathered

ADOPTED = re.compile(r"/(?:RES|DEC)/")  # CBD/COP/DEC/15/4: of an organ that is none of ours


def symbol_of_piece(
    piece: Piece, head: Masthead, given: Header | None, number: str, gathered: Gathered
) -> str | None:
    """The symbol of an instrument: printed, else made of its number, else the header's."""
    match = TITLE_NUMBER.match(number.strip()) or TITLE_NUMBER.match(piece.shared)
    body = _body(piece, head, gathered)
    if piece.text and gathered.forms.begins("meets", piece.text[piece.above].text):
        head = replace(head, decision=True)
    made = (
        _symbol_of_number(match, head, body)
        if match
        else _symbol_of_name(piece, head, gathered.forms, body)
    )
    printed = [each for each in head.symbols if body_of(each) or ADOPTED.search(each)]
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
    return _lettered(symbol, piece.letter) if piece.letter else symbol


def _lettered(symbol: str, letter: str) -> str:
    """The symbol of a part: A/RES/56/201B; A/RES/217A(III), not A/RES/217(III)A."""
    place = r"(?<=\d)(?:[A-Z](?:-[A-Z])?)?(?=\([^()]*\)$|$)"
    return re.sub(place, letter, symbol, count=1)


def _body(piece: Piece, head: Masthead, gathered: Gathered) -> Body | None:
    """The organ that enacts, else that of the masthead. Many conventions have a Conference of the
    Parties: it is ours only where its whole name, or a symbol of it, stands above the text."""
    known = gathered.forms
    text = piece.text[piece.above].text if piece.text else ""
    enacts = known.begins("meets", text) or known.begins("enacting", text)  # not what it recalls
    body = known.organ(enacts[0] if enacts else text) or head.body
    if body not in ("COP", "COSP"):
        return body
    end = piece.text[piece.above].line if piece.text else 0
    above = [*gathered.sheet.top, *(para for para in gathered.sheet.paras if para.line <= end)]
    whole = known.written.organs[body][0]
    named = any(re.search(whole, para.text, re.IGNORECASE) for para in above)
    return body if named or body in map(body_of, head.symbols) else None


def _symbol_of_number(match: re.Match[str], head: Masthead, body: Body | None) -> str | None:
    """A/RES/75/194 of `75/194.`; A/RES/217A(III) of `217 A (III).`; S/RES/4(1946) of `4 (1946).`"""
    number = _in_latin(match["number"].translate(str.maketrans("–‑", "--")))
    letter = (match["letter"] or "").replace(" ", "")
    kind = "DEC" if head.decision else "RES"
    if match["roman"]:
        return f"{'E' if body == 'ECOSOC' else 'A'}/RES/{number}{letter}({match['roman']})"
    if match["year"]:
        return f"S/RES/{number}({match['year']})" if body == "SC" else None
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


def _symbol_of_name(piece: Piece, head: Masthead, known: Forms, body: Body | None) -> str | None:
    """S/RES/2999(2031) of `Resolution 2999 (2031)`."""
    for para in piece.title:
        match = known.match("number", para.text)
        if match is None:
            continue
        number = re.sub(r"\s", "", match["number"]).replace("（", "(").replace("）", ")")
        if "(" in number:
            return f"S/RES/{number}" if body in ("SC", None) else None
        fake = TITLE_NUMBER.match(f"{number}. x")
        decision = head.decision or bool(shape("decision").search(para.text))
        return _symbol_of_number(fake, replace(head, decision=decision), body) if fake else None
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
