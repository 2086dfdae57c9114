"""Part of `printed`: the paragraphs of one instrument -> blocks, as the XML reader has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resolutions.model.records import record
from resolutions.readers.akn.blocks import Block, Role, Zone
from resolutions.readers.akn.inline import Stretch, Token, cut, plain
from resolutions.readers.akn.numbering import SUFFIX, item_in
from resolutions.readers.printed.closing import Closing, closing_of
from resolutions.readers.printed.forms import Forms, shape
from resolutions.readers.printed.sheet import Para

NUMBER = re.compile(  # 1. 1． 1、 1 - 2 bis. 2 之二. with a tab, blanks or nothing behind
    rf"\s*(?P<value>\d{{1,3}})\s?(?:{SUFFIX})?(?:\s?[.．](?!\d)|、|\s*[-–—](?=\s))\s*"
)
DECIMAL = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,2}(?:\s?[.．](?=\s)|(?=\t))\s*")  # 1.1. 1.1 .
SECTION = re.compile(  # II. A. 一、 一. 第一节, II and a tab
    r"\s*(?:(?P<roman>[IVXL]+|[A-Z])[.．](?=\s|[㐀-鿿])|[IVXL]+(?=\t)|"
    r"[一二三四五六七八九十]+(?:、|[.．](?!\d)|(?=\t))|"
    r"(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|ألف|باء|جيم|دال|هاء|واو|زاي)ً?(?:\s*[-–—]|(?=\t)))\s*"
)
SEPARATOR = re.compile(r"[\s*_–—-]+")
ENDED = re.compile(r"[.。,，،;；؛:：?？!！؟…][\s”’»)）\]]*$")
FULL_STOP = re.compile(r"[.。!?！？][\s”’»)）\]]*$")  # the end of a note
COMMA = re.compile(r"[,，،][\s”’»)）]*$")
LONGEST_HEADING = 250
LONGEST_VOTE = 12  # paragraphs: In favour, Against, Abstaining, and the States


@record
class Body:
    """The blocks of an instrument, and the paragraphs that are none of them."""

    blocks: tuple[Block, ...]
    closing: tuple[tuple[Para, str], ...] = ()  # the meeting and the day below the text
    aside: tuple[tuple[Para, str], ...] = ()  # rules, separators
    meeting: str | None = None
    date: str | None = None
    decides: bool = False  # it says that it met and what it decided
    late: tuple[tuple[int, str], ...] = ()  # text below the closing and in no annex: line, words


class Arranger:
    """Makes blocks of paragraphs, one after the other."""

    def __init__(
        self, paras: Sequence[Para], forms: Forms, treaty: bool = False, above: int = 0
    ) -> None:
        self.paras, self.forms, self.treaty = paras, forms, treaty
        self.blocks: list[Block] = []
        self.closing: list[tuple[Para, str]] = []
        self.aside: list[tuple[Para, str]] = []
        self.late: list[tuple[int, str]] = []
        self.zone: Zone = "preamble"
        self.said = Closing()  # what the enacting phrase of a decision tells
        self.voted = 0  # the place behind the vote that was printed last
        self.first = first_operative(paras, forms)
        preambles = [n for n, para in enumerate(paras[:1]) if forms.match("preamble", para.text)]
        # where the enacting phrase stands: below `above` paragraphs or a heading, or first
        self.opening = above or len(preambles)
        self.above = above

    def read(self) -> Body:
        """The blocks in order."""
        meeting = date = None
        for at, para in enumerate(self.paras):
            text = para.text
            if at == self.first and self.zone == "preamble":
                self.zone = "body"
            if not text and not para.rows and not para.label:
                self._marks(para)
            elif use := self._closing(at):
                self.closing.append((para, use))
                found = closing_of(text, self.forms)
                meeting, date = meeting or found.meeting, date or found.date
            elif SEPARATOR.fullmatch(text) and not para.rows:
                self.aside.append((para, "artefact:separator"))
            else:
                self._block(at, para)
                if self.closing and self.zone != "annex":
                    self.late.append((para.line, text))
        return Body(
            blocks=tuple(self.blocks), closing=tuple(self.closing), aside=tuple(self.aside),
            meeting=meeting or self.said.meeting, date=date or self.said.date,
            late=tuple(self.late), decides=self.said.is_meeting,
        )  # fmt: skip

    def _marks(self, para: Para) -> None:
        """Marks that stand alone belong to the block before them."""
        own = tuple(token for token in para.tokens if not isinstance(token, Stretch))
        if own and self.blocks:
            self.blocks[-1] = self.blocks[-1]._replace(tokens=(*self.blocks[-1].tokens, *own))

    def _closing(self, at: int) -> str | None:
        """Whether a paragraph is the meeting, the day or the vote below the text, and which."""
        text = self.paras[at].text
        if at < self.voted or self._opens_vote(at):
            return "vote"
        if len(text) > 120:
            return None
        if self.zone == "preamble" and self.first is not None and not self._ends_here(at):
            return None
        found = self._ends(at)
        if found.is_meeting or not found.is_day:
            return "meeting" if found.is_meeting else None
        meets = self._ends(at - 1).is_meeting or self._ends(at + 1).is_meeting
        return "date" if meets or at + 1 == len(self.paras) else None

    def _ends(self, at: int) -> Closing:
        """What the paragraph at a place says, alone or with the one below it: Adopted at the | …"""
        own, below = (self.paras[n].text if 0 <= n < len(self.paras) else "" for n in (at, at + 1))
        found = closing_of(own, self.forms)
        if own and not found.is_day and closing_of(below, self.forms).is_meeting:
            return found if found.is_meeting else closing_of(f"{own} {below}", self.forms)
        return found

    def _ends_here(self, at: int) -> bool:
        """Whether the meeting and the day stand together: no preamble has both as paragraphs,
        and a text that adopts what is annexed may end without a number."""
        before, own, after = (self._ends(n) for n in (at - 1, at, at + 1))
        both = own.is_meeting and own.is_day
        return both or any(
            (one.is_meeting and other.is_day) or (one.is_day and other.is_meeting)
            for one, other in ((before, own), (own, after))
        )

    def _opens_vote(self, at: int) -> bool:
        """Whether [Adopted by a recorded vote … | In favour: … | …] begins, behind the text."""
        if self.zone == "preamble" or not self.forms.match("vote", self.paras[at].text):
            return False
        below = self.paras[at : at + LONGEST_VOTE]
        end = next((n for n, each in enumerate(below) if each.text.endswith(("]", "］"))), None)
        self.voted = at + 1 + (end or 0)
        return end is not None

    def _block(self, at: int, para: Para) -> None:
        text = para.text
        if self._begins_annex(at):
            self.blocks.append(Block("annex", "annex", para.line))
            self.zone = "annex"
            self.blocks.append(self._made(para, "heading"))
        elif para.rows:
            self.blocks.append(
                Block(self.zone, "table", para.line, tokens=para.tokens, rows=para.rows)
            )
        elif at == self.opening and self.zone != "annex" and self._enacts(para):
            pass
        elif self.treaty and self.forms.match("proclaims", text):
            self.blocks.append(self._made(para, "other"))
            self.zone = "body"
        elif self._is_heading(at):
            self.blocks.append(self._made(para, "heading"))
        elif self.zone == "preamble" and self._is_preambular(at):
            self.blocks.append(self._made(para, "preambular"))
        else:
            if self.zone == "preamble":
                self.zone = "body"
            self.blocks.append(self._made(para, "text"))

    def _enacts(self, para: Para) -> bool:
        """The enacting phrase, parted from a paragraph that runs on from it."""
        whole = self.forms.match("enacting", para.text) or self.treaty
        if whole:
            self.blocks.append(self._made(para, "enacting"))
            return True
        told = self.forms.begins("meets", plain(para.tokens).lstrip())
        run_in = told or self.forms.begins("enacting", plain(para.tokens).lstrip())
        if run_in is None:
            return False
        if told:
            self.said = Closing(True, True, told["meeting"], self.forms.day(told))
        lead = len(plain(para.tokens)) - len(plain(para.tokens).lstrip())
        first, rest = cut(para.tokens, lead + run_in.end())
        self.blocks.append(Block(self.zone, "enacting", para.line, tokens=tuple(first)))
        if plain(rest).strip():
            acts = told or self.forms.match("acts", plain(rest).strip())  # 大会，通过以下宣言：
            role: Role = "text" if acts else "preambular"
            self.zone = "body" if acts else self.zone
            self.blocks.append(Block(self.zone, role, para.line, tokens=tuple(rest)))
        return True

    def _made(self, para: Para, role: Role) -> Block:
        """A block, its number or letter parted from its text."""
        label, tokens = para.label, para.tokens
        text = plain(tokens)
        shape = SECTION if role == "heading" else NUMBER
        match = shape.match(text) if role in ("text", "heading") and not label else None
        match = match or (DECIMAL.match(text) if role == "text" and not label else None)
        if match and text[match.end() :].strip():
            first, rest = cut(tokens, match.end())
            label, tokens = tuple(first), tuple(rest)
        return Block(self.zone, role, para.line, number=label, tokens=tokens)

    def _is_preambular(self, at: int) -> bool:
        if at < self.above:
            return True
        if self.first is not None:
            return at < self.first
        text = self.paras[at].text
        if item_in(text):
            return bool(self.blocks) and self.blocks[-1].role == "preambular"
        later = self.paras[at + 1 :]
        return bool(COMMA.search(text)) and any(each.text for each in later)

    def _begins_annex(self, at: int) -> bool:
        text = self.paras[at].text
        if not self.forms.match("annex", text):
            return False
        # Bibliography of an annexed list is none: an annex follows the end of a sentence.
        before = next((self.paras[n].text for n in range(at - 1, -1, -1) if self.paras[n].text), "")
        return self.zone == "annex" or bool(
            ENDED.search(before) or self.closing or self.paras[at].set_apart
        )

    def _is_heading(self, at: int) -> bool:
        para = self.paras[at]
        text = para.text
        section = bool(SECTION.match(plain(para.tokens)))  # which has a tab, or a dot
        longest = LONGEST_HEADING * (2 if section else 1)
        if len(text) > longest or not text:
            return False
        numbered = NUMBER.match(text) or para.label
        if para.heading or para.set_apart:
            return (
                not (numbered and ENDED.search(text))
                and not item_in(text)
                and not ENDED.search(text)
            )
        if self.forms.match("article", text) and (self.treaty or self.zone == "annex"):
            return True
        if numbered or (item_in(text) and not SECTION.match(text)) or ENDED.search(text):
            return False
        before = self.blocks[-1] if self.blocks else None
        after = next((each.text for each in self.paras[at + 1 :] if each.text), "")
        ended = (
            before is None
            or section
            or before.role in ("heading", "annex")
            or bool(ENDED.search(plain(before.tokens).strip()))
        )
        if not ended or not after:
            return False
        leads = bool(
            NUMBER.match(after)
            or section
            or re.fullmatch("[IVXL]+|[A-Z]", text)
            or shape("chapter").fullmatch(text)
        )
        return leads or self.zone == "annex" or self.treaty


def first_operative(paras: Sequence[Para], forms: Forms) -> int | None:
    """The first numbered paragraph of the text, before any annex, or the act above it; None where
    no paragraph has a number."""
    for at, para in enumerate(paras):
        if forms.match("annex", para.text) or (para.set_apart and forms.begins("annex", para.text)):
            return None
        match = NUMBER.match(plain((*para.label, *para.tokens)))
        if match and int(match["value"]) == 1 and not para.rows:
            return _act(paras[:at], forms) or at
    return None


def _act(above: Sequence[Para], forms: Forms) -> int | None:
    """The paragraph that adopts what stands below it: Adopts the following declaration: 1. We, …;
    not one that a list goes on with."""
    texts = [para.text for para in above]
    for at, text in enumerate(texts):
        below = next((each for each in texts[at + 1 :] if each), "")
        if at and forms.match("acts", text) and not item_in(below):
            return at
    return None


def tokens_of(blocks: Sequence[Block]) -> list[Token]:
    """All tokens of blocks."""
    return [token for block in blocks for token in (*block.number, *block.tokens)]
