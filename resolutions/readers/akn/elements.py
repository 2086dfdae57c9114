"""The elements of AKN4UN by what they are to a reader: stretches of a line, blocks, frames."""

from __future__ import annotations

from collections.abc import Iterator

from resolutions.readers.akn.xmlfile import Element


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


INLINE = _names(
    "span a ref rref mref sup sub b i u ins del em authorialNote noteRef eol br img inline "
    "docNumber docTitle docDate docStatus docAuthority docProponent docketNumber session date "
    "term concept person organization quantity def entity role location event time object "
    "process abbr placeholder mod quotedText remark popup marker num"
)
LEAVES = _names("p block listIntroduction listWrapUp crossHeading heading subheading caption")
LISTS = _names("item point li indent alinea subparagraph")
DIVISIONS = _names("section subsection chapter part title division article clause")
FRAMES = _names(
    "body mainBody preamble preface coverPage conclusions content intro wrapUp list blockList "
    "ul ol paragraph container blockContainer hcontainer formula recitals recital citations "
    "citation attachments attachment component components doc tblock"
)
BLOCKS = LEAVES | LISTS | DIVISIONS | FRAMES | {"table", "doc", "meta", "num"}
STRUCTURE = DIVISIONS | {"paragraph", "blockList", "container", "item"}


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, whatever groups them; those of a table in a cell are the cell's."""
    for child in table.children:
        if child.name == "tr":
            yield child
        elif child.name != "caption":
            yield from rows_of(child)
