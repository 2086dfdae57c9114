"""Part of `akn`: the text of an element -> its tokens. Notes are put aside, their marks stay."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import cached_property

from resolutions.model.document import Run
from resolutions.model.keys import note_key
from resolutions.model.records import Language
from resolutions.readers.akn.blocks import Note
from resolutions.readers.akn.elements import INLINE
from resolutions.readers.akn.inline import (
    BREAK,
    EXPONENT,
    Call,
    Stretch,
    Token,
    call_of,
    calls,
    cut,
    plain,
    power,
    rich_text,
    runs,
)
from resolutions.readers.akn.xmlfile import Element

PUNCTUATION = re.compile(r"[\d*\s()（）,،;؛]*")
FIGURE = re.compile(r"[-−–]?\d+")
NOTE_LABEL = re.compile(r"\s*(?:\(\s*\d*\s*\)|\(\(|\*+|\d+(?=[ \u00a0]*\t))\s*")


class LineReader:
    """Reads the lines of one statement in their order, and keeps what stands in no token.

    `notes` are the footnotes read so far, `uses` what other text was taken for, `doubts` what could
    be read in two ways: a line of the file, and a message.
    """

    def __init__(self, parts: Sequence[Element], language: Language) -> None:
        self.parts = parts
        self.language = language
        self.notes: list[Note] = []
        self.uses: list[tuple[Run, str]] = []
        self.doubts: list[tuple[int, str]] = []

    @cached_property
    def labels(self) -> set[str]:
        """The labels of its footnotes; few texts have raised figures that could be one."""
        notes = (note for part in self.parts for note in part.find("authorialNote"))
        return {note.attributes.get("marker", "") for note in notes}

    def tokens_of(self, element: Element, strong: bool = False, link: str = "") -> Iterator[Token]:
        """The tokens of an element's text."""
        return self.tokens(element.content, strong, link)

    def tokens(
        self,
        content: Iterable[Run | Element],
        strong: bool = False,
        link: str = "",
        before: str = "",
    ) -> Generator[Token, None, str]:
        """The tokens of a line, `before` the text it goes on from; returns the last of its text."""
        for part in content:
            if isinstance(part, Run):
                yield Stretch(part, strong, link)
                before = part.text
            elif part.name == "authorialNote":
                yield self._note(part)
            elif part.name == "noteRef":
                self.uses += [(run, "note-mark") for run in part.runs]
                yield self._call(part.attributes.get("marker") or part.words or "*")
            elif part.name in ("eol", "br"):
                yield BREAK
                before = ""
            elif part.name == "sup":
                yield from self._raised(part, strong, link, before)
                before = ""
            else:
                address = part.attributes.get("href", "") if part.name == "a" else link
                bold = strong or self._is_strong(part)
                before = yield from self.tokens(part.content, bold, address, before)
        return before

    def cell(self, element: Element) -> Iterator[Token]:
        """The tokens of a cell, or of an unknown element: its paragraphs one after the other."""
        before = ""
        for part in element.content:
            if isinstance(part, Element) and part.name not in INLINE:
                yield BREAK
                yield from self.cell(part)
                yield BREAK
                before = ""
            else:
                before = yield from self.tokens([part], before=before)

    def _is_strong(self, element: Element) -> bool:
        """Whether it sets its text as leading verbs are set: bold in Chinese, else italic."""
        kind = "bold" if self.language == "zh" else "italic"
        return element.name == kind[0] or kind in element.attributes.get("class", "").split()

    def _raised(self, element: Element, strong: bool, link: str, before: str) -> Iterator[Token]:
        """Read raised text: the mark of a note, the brackets around one, 10⁶, or n° and 1er."""
        if next(element.find("authorialNote"), None) is not None:
            tokens = list(self.tokens_of(element, strong, link))
            self.uses += [(run, "note-mark") for run in runs(tokens)]
            yield from calls(tokens)
            return
        words = element.words
        labels = re.findall(r"\d+|\*+", words)
        if FIGURE.fullmatch(words) and EXPONENT.search(before):
            if before.endswith("10") and words in self.labels:
                message = (
                    f"10 with a raised {words} is read as a power, though there is such a note"
                )
                self.doubts.append((element.line, message))
            yield from (power(Stretch(run, strong, link), before) for run in element.runs)
        elif PUNCTUATION.fullmatch(words) and set(labels) <= self.labels:
            self.uses += [(run, "note-mark") for run in element.runs]
            yield from (self._call(label) for label in labels)
        else:
            yield from self.tokens_of(element, strong, link)

    def _call(self, label: str) -> Call:
        """The mark of a note printed elsewhere: where numbers begin anew, of the last one above."""
        above = (Call(label, note.key) for note in reversed(self.notes) if note.label == label)
        return next(above, call_of(label))

    # --- notes -----------------------------------------------------------------------------

    def _note(self, element: Element) -> Call:
        """Put a footnote aside; the label that its text repeats is parted from it."""
        tokens = [*self._note_tokens(element)]
        label = element.attributes.get("marker", "").strip()
        end = self._label_end(element, label, plain(tokens))
        first, tokens = cut(tokens, end)
        self.uses += [(run, "label") for run in runs(first)]
        label = label or plain(first).strip() or str(len(self.notes) + 1)
        words = rich_text(tokens)
        twins = [note for note in self.notes if note.label == label]
        same = next((note for note in twins if note.content.text == words.text), None)
        key = same.key if same else note_key(label) + (f"_{len(twins) + 1}" if twins else "")
        self.notes.append(Note(label, key, element.line, tuple(tokens), words))
        return Call(label, key)

    def _label_end(self, element: Element, label: str, text: str) -> int:
        """Where the label ends that stands in a note: `*`, `()`, `(3)`, `3` raised or tabbed."""
        raised = next(element.find("sup"), None)
        words = raised.words if raised is not None else ""
        if words and words.strip("()") in (label, "") and text.lstrip().startswith(words):
            printed = re.match(rf"\s*{re.escape(words)}[()\s]*", text)
        else:
            printed = NOTE_LABEL.match(text)
        figure = re.sub(r"\D", "", printed[0]) if printed else ""
        return printed.end() if printed and figure in ("", label) else 0

    def _note_tokens(
        self, element: Element, strong: bool = False, link: str = "", before: str = ""
    ) -> Generator[Token, None, str]:
        """The tokens of a footnote, in which no raised figure is a mark."""
        for part in element.content:
            if isinstance(part, Run):
                stretch = Stretch(part, strong, link)
                raised = element.name == "sup" and FIGURE.fullmatch(part.text.strip())
                yield power(stretch, before) if raised else stretch
                before = part.text
                continue
            block = part.name in ("p", "block", "eol", "br")
            address = part.attributes.get("href", "") if part.name == "a" else link
            yield from (BREAK,) if block else ()
            bold = strong or self._is_strong(part)
            before = yield from self._note_tokens(part, bold, address, "" if block else before)
        return before
