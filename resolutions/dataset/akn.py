"""`instruments/<slug>.<lang>.xml`: each text in Akoma Ntoso 3.0, in which the UN publishes its own.

The `eId` of every unit is its key, so that the addresses of the edition hold in the XML too. Texts
are carried to the letter; notes stand at their marks. What the UN did not write says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from lxml import etree

from resolutions.dataset.akn_metadata import MAKE, NAMESPACE, Element, metadata
from resolutions.dataset.format import Context, Format, Item
from resolutions.dataset.records import FootnoteData, InstrumentData, ParagraphData
from resolutions.model.library import Files
from resolutions.model.records import Language

PREAMBLE = ("enacting", "preambular")


class AkomaNtoso(Format):
    """A file a text."""

    name = "akn"

    def files(self, item: Item, edition: Context) -> Files:
        """The XML of each text, and of each reading aid."""
        for language in item.data.texts:
            path = f"data/instruments/{item.data.slug}.{language}.xml"
            yield path, written(_statement(item.data, language, edition))


def written(root: Element) -> str:
    """An XML file as text: no blank is added anywhere, since blanks are text."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def _statement(data: InstrumentData, language: Language, edition: Context) -> Element:
    text = Text.of(data, language)
    title = next((p for p in data.texts[language] if p.kind == "title"), None)
    preface = MAKE.preface(MAKE.p(MAKE.docNumber(data.symbol, refersTo="#symbol")))
    if title is not None:
        preface.append(text.fill(MAKE.p(), title, "docTitle"))
    if data.authority[language] == "reading-aid":
        strings = edition.catalogue.strings
        words = strings.get(language) or next(iter(strings.values()))
        preface.append(MAKE.p(MAKE.remark(words["aid.mark"], status="editorial")))
    parts = [metadata(data, language, edition), preface]
    preamble = [each for each in text.preamble if each.parent is None]
    if preamble:
        parts.append(MAKE.preamble(*map(text.container, preamble)))
    parts.append(MAKE.mainBody(*(text.unit(each) for each in text.body if each.parent is None)))
    return MAKE.akomaNtoso(MAKE.statement(*parts, name=data.kind))


class Text:
    """A text as elements: its units below each other, its notes at their marks."""

    def __init__(
        self,
        preamble: Sequence[ParagraphData],
        body: Sequence[ParagraphData],
        children: Mapping[str, Sequence[ParagraphData]],
        notes: Mapping[str, FootnoteData],
    ) -> None:
        self.preamble, self.body, self.notes = preamble, body, notes
        self.children = children  # by the key of what they stand below
        self.printed: set[str] = set()  # notes that stand at a mark already

    @classmethod
    def of(cls, data: InstrumentData, language: Language) -> Text:
        """The text of an instrument in a language, cut where its preamble ends."""
        rest = [each for each in data.texts[language] if each.kind != "title"]
        kinds = {each.key: each.kind for each in rest}
        preamble = list(takewhile(lambda p: kinds.get(p.parent or p.key) in PREAMBLE, rest))
        children: dict[str, list[ParagraphData]] = {}
        for each in rest:
            if each.parent is not None:
                children.setdefault(each.parent, []).append(each)
        notes = {note.key: note for note in data.footnotes.get(language, ())}
        return cls(preamble, rest[len(preamble) :], children, notes)

    def fill(self, into: Element, paragraph: ParagraphData, inside: str = "") -> Element:
        """Put the words of a paragraph, its stresses and notes into an element."""
        home = etree.SubElement(into, f"{{{NAMESPACE}}}{inside}") if inside else into
        if inside:
            home.set("eId", paragraph.key)
        for piece, stressed in _pieces(paragraph):
            if isinstance(piece, str):
                _say(etree.SubElement(home, f"{{{NAMESPACE}}}i") if stressed else home, piece)
            else:
                home.append(self._note(*piece))
        return into

    def _note(self, key: str, label: str) -> Element:
        if key in self.printed or key not in self.notes:
            return MAKE.noteRef(href=f"#{key}", marker=label)
        self.printed.add(key)
        note: FootnoteData = self.notes[key]
        words = MAKE.p(note.text or "")
        return MAKE.authorialNote(words, eId=key, marker=label, placement="bottom")

    def container(self, paragraph: ParagraphData) -> Element:
        """A unit of the preamble."""
        if paragraph.kind == "enacting":
            words = self.fill(MAKE.p(), paragraph)
            return MAKE.formula(words, eId=paragraph.key, name="enactingFormula")
        made = MAKE.container(eId=paragraph.key, name="preambular")
        made.append(self.fill(MAKE.p(), paragraph))
        children = self.children.get(paragraph.key, [])
        made.extend([self._block_list(paragraph.key, children)] if children else [])
        return made

    def _block_list(self, key: str, items: Sequence[ParagraphData]) -> Element:
        made = MAKE.blockList(eId=f"{key}__list")
        for each in items:
            own = MAKE.item(eId=each.key)
            own.extend([MAKE.num(each.label)] if each.label else [])
            own.append(self.fill(MAKE.p(), each))
            below = self.children.get(each.key, [])
            own.extend([self._block_list(each.key, below)] if below else [])
            made.append(own)
        return made

    def unit(self, paragraph: ParagraphData) -> Element:
        """A unit of the body, with all that is below it."""
        made = self._named(paragraph)
        made.extend([MAKE.num(paragraph.label)] if paragraph.label else [])
        below = self.children.get(paragraph.key, [])
        if paragraph.rows:
            made.append(MAKE.content(_table(paragraph)))
        elif below:
            made.append(self._listed(paragraph, below))
        else:
            made.append(MAKE.content(self.fill(MAKE.p(), paragraph)))
        return made

    def _listed(self, paragraph: ParagraphData, below: Sequence[ParagraphData]) -> Element:
        made = MAKE.list(MAKE.intro(self.fill(MAKE.p(), paragraph)), eId=f"{paragraph.key}__list")
        last = below[-1] if below[-1].key.endswith("-end") and len(below) > 1 else None
        made.extend(self.unit(each) for each in (below[:-1] if last else below))
        if last:
            made.append(MAKE.wrapUp(self.fill(MAKE.p(eId=last.key), last)))
        return made

    @staticmethod
    def _named(paragraph: ParagraphData) -> Element:
        if paragraph.parent is not None:
            return MAKE.point(eId=paragraph.key)
        if paragraph.kind in ("operative", "lettered", "annexed"):
            return MAKE.paragraph(eId=paragraph.key)
        return MAKE.hcontainer(eId=paragraph.key, name=paragraph.kind)


def _pieces(paragraph: ParagraphData) -> Iterator[tuple[str | tuple[str, str], bool]]:
    """The text cut at marks and stresses: words and whether they are stressed; (key, label)."""
    text, marks = paragraph.text, sorted(paragraph.notes, key=lambda note: note.at)
    edges = {0, len(text), *(note.at for note in marks)}
    ordered = sorted(edges.union(*paragraph.emphasis))
    for start, end in zip(ordered, [*ordered[1:], None], strict=True):
        yield from (((note.key, note.label), False) for note in marks if note.at == start)
        if end is not None:
            stressed = any(low <= start and end <= high for low, high in paragraph.emphasis)
            yield text[start:end], stressed


def _say(element: Element, words: str) -> None:
    """Put words at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _table(paragraph: ParagraphData) -> Element:
    rows = [MAKE.tr(*(MAKE.td(MAKE.p(cell)) for cell in row)) for row in paragraph.rows]
    return MAKE.table(*rows)
