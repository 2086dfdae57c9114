"""Stage: the texts of one instrument -> the same texts under one list of keys.

The reference language (Chinese if held, else en, fr, es, ru, ar; fixed at first publication)
gives the keys. Every text is paired (`pairing`) with one of them, the hub: the text whose division
into paragraphs most others share, so that one text divided in its own way does not separate the
rest; headings that are cut otherwise are cut as there (`recut`). Where most languages number a
unit alike (op1, and not an item of pp27), it has that number in all. Once published, the keys of
the reference stay as they are. A unit that is missing from the reference gets the key
`x-<language>N`, the same in all languages that have it, and is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolutions.analysis.shared_keys import Aligned, align
from resolutions.analysis.texts import Texts, missing, reference_of
from resolutions.model.document import Document
from resolutions.model.problems import Report
from resolutions.model.records import Language


def align_all(
    documents: Iterable[Document], fixed: Mapping[str, Language], report: Report
) -> list[Texts]:
    """Bring together the texts of each instrument; `fixed`: references published before.

    A text that has no key of its reference, or one of its own, is reported.
    """
    by_slug: dict[str, dict[Language, Document]] = {}
    for document in documents:
        by_slug.setdefault(document.slug, {})[document.language] = document
    found = []
    for slug, texts in by_slug.items():
        reference = fixed.get(slug, "")
        if reference not in texts:
            reference = reference_of(list(texts))
        aligned = align(texts, reference, published=fixed.get(slug) == reference)
        found.append(
            Texts(
                slug=slug,
                reference=reference,
                documents={code: each.document for code, each in aligned.items()},
                unpaired={code: each.unpaired for code, each in aligned.items() if each.unpaired},
            )
        )
        _tell(found[-1], report)
        for each in aligned.values():
            _tell_mended(each, report)
    return found


def _tell_mended(aligned: Aligned, report: Report) -> None:
    """One line a text: how many of its units follow the other languages, and the first."""
    if aligned.mended:
        first = aligned.mended[0]
        message = (
            f"{len(aligned.mended)} paragraphs are cut or nested otherwise than in the other "
            f"languages and follow these, the first of them `{first.printed}` ({first.read}) "
            f"as `{first.key}` ({first.kind})"
        )
        file = aligned.document.source.file
        report.warn(file, first.line, "partner-kind", message, "compare the files")


def _tell(texts: Texts, report: Report) -> None:
    main = texts.documents[texts.reference]
    for code, document in texts.documents.items():
        file, remedy = document.source.file, "compare the files"
        lines = {paragraph.key: paragraph.lines.start for paragraph in document.paragraphs}
        for key, printed, _ in texts.unpaired.get(code, ()):
            message = f"`{printed}` has no partner in {texts.reference}; its key is `{key}`"
            report.warn(file, lines[key], "no-partner", message, f"{remedy}; the page says so too")
        notes = [{note.key for note in each.footnotes} for each in (document, main)]
        for key in sorted(notes[0] ^ notes[1]):
            where = code if key in notes[0] else texts.reference
            message = f"note `{key}` stands in {where} alone"
            report.warn(file, document.lines.start, "no-partner", message, remedy)
        for key in missing(texts, code):
            message = f"nothing stands here for `{key}` of {texts.reference}"
            report.warn(
                file, document.lines.start, "no-partner", message, f"{remedy}; a column says so"
            )
