"""Part of `printed`: the paragraphs of one instrument -> blocks, as the XML reader has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resolutions.model.records import record
from resolutions.readers.akn.blocks import Block, Place, Role
from resolutions.readers.akn.inline import Stretch, Token, cut, plain
from resolutions.readers.akn.numbering import SUFFIX, item_in
from resolutions.readers.printed.forms import Forms
from resolutions.readers.printed.sheet import Para

NUMBER = re.compile(  # 1. 1． 1、 1 - 2 bis. 2 之二. with a tab, blanks or nothing behind
    rf"\s*(?P<value>\d{{1,3}})\s?(?:{SUFFIX})?(?:\s?[.．](?!\d)|、|\s*[-–—](?=\s))\s*"
)
SECTION = re.compile(  # II. A. 一、 第一节
    r"\s*(?:(?P<roman>[IVXL]+|[A-Z])[.．](?=\s|[㐀-鿿])|[一二三四五六七八九十]+、|"
    r"(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|ألف|باء|جيم|دال|هاء|واو|زاي)ً?\s*[-–—])\s*"
)
SEPARATOR = re.compile(r"[\s*_–—-]+")
ENDED = re.compile(r"[.。,，،;；؛:：?？!！؟…][\s”’»)）\]]*$")
COMMA = re.compile(r"[,，،][\s”’»)）]*$")
LONGEST_HEADING = 250


@record
class Body:
    """The blocks of an instrument, and the paragraphs that are none of them."""

    blocks: tuple[Block, ...]
    closing: tuple[tuple[Para, str], ...] = ()  # the meeting and the day below the text
    aside: tuple[tuple[Para, str], ...] = ()  # rules, separators
    meeting: str | None = None
    date: str | None = None


class Arranger:
    """Makes blocks of paragraphs, one after the other."""

    def __init__(self, paras: Sequence[Para], forms: Forms, treaty: bool = False) -> None:
        self.paras, self.forms, self.treaty = paras, forms, treaty
        self.blocks: list[Block] = []
        self.closing: list[tuple[Para, str]] = []
        self.aside: list[tuple[Para, str]] = []
        self.place: Place = "preamble"
        self.first = first_operative(paras, forms)
        preambles = [n for n, para in enumerate(paras[:1]) if forms.match("preamble", para.text)]
        self.opening = len(preambles)  # where the enacting phrase stands: below a heading, or first

    def read(self) -> Body:
        """The blocks in order."""
        meeting = date = None
        for place, para in enumerate(self.paras):
            text = para.text
            if place == self.first and self.place == "preamble":
                self.place = "body"
            if not text and not para.rows and not para.label:
                self._marks(para)
            elif use := self._closing(place):
                self.closing.append((para, use))
                found = self.forms.match("meeting", text) or self._last_meeting(text)
                meeting = meeting or (found["meeting"] if found else None)
                date = date or self.forms.find_day(text)
            elif SEPARATOR.fullmatch(text) and not para.rows:
                self.aside.append((para, "artefact:separator"))
            else:
                self._block(place, para)
        return Body(
            blocks=tuple(self.blocks), closing=tuple(self.closing), aside=tuple(self.aside),
            meeting=meeting, date=date,
        )  # fmt: skip

    def _marks(self, para: Para) -> None:
        """Marks that stand alone belong to the block before them."""
        own = tuple(token for token in para.tokens if not isinstance(token, Stretch))
        if own and self.blocks:
            self.blocks[-1] = self.blocks[-1]._replace(tokens=(*self.blocks[-1].tokens, *own))

    def _last_meeting(self, text: str) -> re.Match[str] | None:
        day = re.search(r"\d", text)
        parts = (text[: blank.start()] for blank in re.finditer(" ", text)) if day else ()
        return next((m for part in parts if (m := self.forms.match("meeting", part))), None)

    def _closing(self, place: int) -> str | None:
        """Whether a paragraph is the meeting or the day below the text, and which."""
        text = self.paras[place].text
        if len(text) > 120 or (self.place == "preamble" and self.first is not None):
            return None
        if self.forms.match("meeting", text):
            return "meeting"
        alone = self.forms.match("date", text)
        meeting = self._last_meeting(text)
        if meeting and self.forms.match("date", text[meeting.end() :].strip()):
            return "meeting"
        beside = [self.paras[n].text for n in (place - 1, place + 1) if 0 <= n < len(self.paras)]
        if alone and any(self.forms.match("meeting", each) for each in beside):
            return "date"
        return "date" if alone and place + 1 == len(self.paras) else None

    def _block(self, place: int, para: Para) -> None:
        text = para.text
        if self._begins_annex(place):
            self.blocks.append(Block("annex", "annex", para.line))
            self.place = "annex"
            self.blocks.append(self._made(para, "heading"))
        elif para.rows:
            self.blocks.append(
                Block(self.place, "table", para.line, tokens=para.tokens, rows=para.rows)
            )
        elif place == self.opening and self.place != "annex" and self._enacts(para):
            pass
        elif self.treaty and self.forms.match("proclaims", text):
            self.blocks.append(self._made(para, "other"))
            self.place = "body"
        elif self._is_heading(place):
            self.blocks.append(self._made(para, "heading"))
        elif self.place == "preamble" and self._is_preambular(place):
            self.blocks.append(self._made(para, "preambular"))
        else:
            if self.place == "preamble":
                self.place = "body"
            self.blocks.append(self._made(para, "text"))

    def _enacts(self, para: Para) -> bool:
        """The enacting phrase, parted from a paragraph that runs on from it."""
        whole = self.forms.match("enacting", para.text) or self.treaty
        if whole:
            self.blocks.append(self._made(para, "enacting"))
            return True
        run_in = self.forms.begins("enacting", plain(para.tokens).lstrip())
        if run_in is None:
            return False
        lead = len(plain(para.tokens)) - len(plain(para.tokens).lstrip())
        first, rest = cut(para.tokens, lead + run_in.end())
        self.blocks.append(Block(self.place, "enacting", para.line, tokens=tuple(first)))
        if plain(rest).strip():
            self.blocks.append(Block(self.place, "preambular", para.line, tokens=tuple(rest)))
        return True

    def _made(self, para: Para, role: Role) -> Block:
        """A block, its number or letter parted from its text."""
        label, tokens = para.label, para.tokens
        text = plain(tokens)
        shape = SECTION if role == "heading" else NUMBER
        match = shape.match(text) if role in ("text", "heading") and not label else None
        if match and text[match.end() :].strip():
            first, rest = cut(tokens, match.end())
            label, tokens = tuple(first), tuple(rest)
        return Block(self.place, role, para.line, number=label, tokens=tokens)

    def _is_preambular(self, place: int) -> bool:
        if self.first is not None:
            return place < self.first
        text = self.paras[place].text
        if item_in(text):
            return bool(self.blocks) and self.blocks[-1].role == "preambular"
        later = self.paras[place + 1 :]
        return bool(COMMA.search(text)) and any(each.text for each in later)

    def _begins_annex(self, place: int) -> bool:
        text = self.paras[place].text
        if not self.forms.match("annex", text):
            return False
        # Bibliography of an annexed list is none: an annex follows the end of a sentence.
        before = next(
            (self.paras[n].text for n in range(place - 1, -1, -1) if self.paras[n].text), ""
        )
        return self.place == "annex" or bool(
            ENDED.search(before) or self.closing or self.paras[place].set_apart
        )

    def _is_heading(self, place: int) -> bool:
        para = self.paras[place]
        text = para.text
        if len(text) > LONGEST_HEADING or not text:
            return False
        numbered = NUMBER.match(text) or para.label
        if para.heading or para.set_apart:
            return (
                not (numbered and ENDED.search(text))
                and not item_in(text)
                and not ENDED.search(text)
            )
        if self.forms.match("article", text) and (self.treaty or self.place == "annex"):
            return True
        if numbered or (item_in(text) and not SECTION.match(text)) or ENDED.search(text):
            return False
        before = self.blocks[-1] if self.blocks else None
        after = next((each.text for each in self.paras[place + 1 :] if each.text), "")
        ended = (
            before is None
            or before.role in ("heading", "annex")
            or bool(ENDED.search(plain(before.tokens).strip()))
        )
        if not ended or not after:
            return False
        leads = bool(
            NUMBER.match(after) or SECTION.match(text) or re.fullmatch("[IVXL]+|[A-Z]", text)
        )
        return leads or self.place == "annex" or self.treaty


def first_operative(paras: Sequence[Para], forms: Forms) -> int | None:
    """The first numbered paragraph of the text, before any annex; None where none is."""
    for place, para in enumerate(paras):
        if forms.match("annex", para.text) or (para.set_apart and forms.begins("annex", para.text)):
            return None
        match = NUMBER.match(plain((*para.label, *para.tokens)))
        if match and int(match["value"]) == 1 and not para.rows:
            return place
    return None


def tokens_of(blocks: Sequence[Block]) -> list[Token]:
    """All tokens of blocks."""
    return [token for block in blocks for token in (*block.number, *block.tokens)]
