"""`terms.tbx`: the vocabulary of the field in six languages, for tools of terminologists.

TBX-Basic (ISO 30042:2008). A name without a source says that it is not confirmed; outdated and
mistaken forms are there, and marked; forms that differ in case or number alone are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from lxml.builder import E

from resolutions.dataset.format import Context, Format
from resolutions.model.cases import told_apart
from resolutions.model.catalogue import Term
from resolutions.model.library import Files
from resolutions.model.records import Language

DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'
PREFERRED, ADMITTED, DEPRECATED = (
    "preferredTerm-admn-sts",
    "admittedTerm-admn-sts",
    "deprecatedTerm-admn-sts",
)


class Termbase(Format):
    """A base of terms."""

    name = "terms.tbx"

    def whole(self, parts: Sequence[bytes], edition: Context) -> Files:
        """`terms.tbx`."""
        catalogue = edition.catalogue
        entries = (_entry(term, list(catalogue.strings)) for term in catalogue.terms.values())
        body = "".join(entries)
        title = f"un-resolutions-edition {catalogue.edition.edition}, {catalogue.edition.date}"
        head = E.martifHeader(
            E.fileDesc(E.titleStmt(E.title(title)), E.sourceDesc(E.p("data/terms.yml"))),
            E.encodingDesc(E.p("TBXBasicXCSV02.xcs", type="XCSURI")),
        )
        text = f"<text><body>\n{body}</body></text>"
        root = '<martif type="TBX-Basic" xml:lang="en">'
        made = f"{root}{etree.tostring(head, encoding='unicode')}{text}</martif>\n"
        yield "data/terms.tbx", f'<?xml version="1.0" encoding="UTF-8"?>\n{DOCTYPE}\n{made}'


def _entry(term: Term, languages: list[Language]) -> str:
    """A term as XML: written as text, for lxml takes ten times as long for some 10,000 forms."""
    sets = "".join(
        f"<langSet xml:lang={quoteattr(language)}>{forms}</langSet>"
        for language in languages
        if (forms := _forms(term, language))
    )
    kind = f'<descrip type="subjectField">{escape(term.kind)}</descrip>'
    return f"<termEntry id={quoteattr(term.id)}>{kind}{sets}</termEntry>\n"


def _forms(term: Term, language: Language) -> str:
    """The name of a term, then its other forms but for those of grammar; each form once.

    What is preferred is said where there is something else to prefer it to.
    """
    found: dict[str, str] = {}  # the status of each form
    name = (term.names[language],) if language in term.names else ()
    variants, outdated = (
        told_apart(language, term.names.get(language, ""), forms.get(language, ()))
        for forms in (term.variants, term.outdated)
    )
    for forms, status in (
        (name, PREFERRED if language in term.sources else ADMITTED),
        (variants, ADMITTED),
        (outdated, DEPRECATED),
    ):
        for form in forms:
            found.setdefault(form, status)
    alone = [*found.values()] == [PREFERRED]
    doubted = () if language in term.sources else name
    return "".join(
        _form(form, ADMITTED if alone else status, form in doubted)
        for form, status in found.items()
    )


def _form(form: str, status: str, doubted: bool) -> str:
    note = (
        f'<termNote type="administrativeStatus">{status}</termNote>' if status != ADMITTED else ""
    )
    if doubted:
        note += "<note>not confirmed</note>"
    return f"<tig><term>{escape(form)}</term>{note}</tig>"
