"""What the name of a file and its folder say of the text in it.

`77session/Chinese/A_RES_77_263 B-2307893C.xml` is A/RES/77/263B in Chinese; so is
`A-RES-77-263-B.zh.txt`. The UN's own names end in a letter for the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from resolutions.model.evidence import Evidence
from resolutions.model.records import Language

FOLDERS: dict[str, Language] = {
    "arabic": "ar", "chinese": "zh", "english": "en", "french": "fr", "german": "de",
    "russian": "ru", "spanish": "es",
    "ar": "ar", "zh": "zh", "en": "en", "fr": "fr", "de": "de", "ru": "ru", "es": "es",
}  # fmt: skip
LETTERS: dict[str, Language] = {
    "A": "ar", "C": "zh", "E": "en", "F": "fr", "G": "de", "R": "ru", "S": "es",
}  # fmt: skip
REISSUE = re.compile(r"[ _.-]*(?:reis+ued?|corr[._]?\d*|rev[._]?\d*|\(\d+\)|copy)$", re.IGNORECASE)
LETTER = re.compile(r"(?:(?<=\d)|[-_. ])([ACEFGRS])$")  # 2307893C, 75_269_C, -E
CODE = re.compile(r"[._-](ar|de|en|es|fr|ru|zh)$", re.IGNORECASE)  # A-RES-63-195.zh
SYMBOL = re.compile(  # A_RES_77_263 B, 75_251_B, A-RES-ES-10-22, a_res_75_101 A-B
    r"^(?:(?P<organ>[AES])[ _-](?P<kind>RES|DEC)[ _-])?(?P<session>(?:E?S-)?\d{1,4})[ _-]"
    r"(?P<number>\d{1,4})(?:[ _-]?(?P<letter>[A-Z](?:-[A-Z])?)(?![A-Za-z0-9]))?(?![0-9.])",
    re.IGNORECASE,
)


def said_by_name(path: PurePath) -> Iterator[Evidence]:
    """The evidence of a file's name and of the folders it lies in, the nearest that says any."""
    stem = path.name
    while (ending := PurePath(stem).suffix) and not CODE.fullmatch(ending):
        stem = stem.removesuffix(ending)
    stem = REISSUE.sub("", stem)
    code, letter = CODE.search(stem), LETTER.search(stem)
    if code:
        yield Evidence("language", code[1].lower(), "name")
        stem = stem[: code.start()]
        twice = LETTER.search(stem)  # A-RES-77-289-C.zh
        if twice and LETTERS[twice[1]] == code[1].lower():
            stem = stem[: twice.start()]
    elif letter:
        yield Evidence("language", LETTERS[letter[1]], "name")
        stem = stem[: letter.start()]
    symbol = symbol_in(stem)
    if symbol:
        yield Evidence("symbol", symbol, "name")
    folders = (FOLDERS.get(part.strip().lower()) for part in reversed(path.parts[:-1]))
    language = next((each for each in folders if each), None)
    if language:
        yield Evidence("language", language, "folder")


def symbol_in(stem: str) -> str | None:
    """The symbol that a file's name writes with other signs: `A_RES_77_263 B` A/RES/77/263B."""
    match = SYMBOL.match(stem)
    if match is None:
        return None
    organ, kind = (match["organ"] or "A").upper(), (match["kind"] or "RES").upper()
    letter = (match["letter"] or "").upper()
    return f"{organ}/{kind}/{match['session'].upper()}/{match['number']}{letter}"
