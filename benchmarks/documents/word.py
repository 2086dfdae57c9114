"""Word files as the UN writes them, made of what its XML holds."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from truth import MARK, Truth

FONT = (  # that of the UN's files
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write_docx(truth: Truth, path: Path, language: str) -> None:
    """A Word file as the UN writes them: masthead in the first header, real footnotes."""
    labels = list(truth["footnotes"])
    numbered = {label: str(at) for at, label in enumerate(labels, 1)}
    rtl = "<w:bidi/>" if language == "ar" else ""
    cover = truth["cover"]
    body = [_para(line, rtl) for line in cover[5:]]
    annex = False
    for part in truth["parts"]:
        if part.get("part") == "annex" and not annex:
            annex = True
            body += [_para(line, f'<w:jc w:val="right"/>{rtl}') for line in truth["closing"]]
        style = f"<w:jc w:val='center'/>{rtl}" if part["kind"] == "heading" else rtl
        label = f"\t{part['label']}\t" if part["label"] else "\t"
        bold = part["kind"] in ("title", "heading")
        body.append(_para(label + part["text"], style, part["notes"], numbered, bold))
    if not annex:
        body += [_para(line, f'<w:jc w:val="right"/>{rtl}') for line in truth["closing"]]
    notes = [
        f'<w:footnote w:id="{numbered[label]}">{_para(text, rtl, foot=True)}</w:footnote>'
        for label, text in truth["footnotes"].items()
    ]
    head = "".join(_para(line, rtl) for line in cover[:5])
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId2"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:titlePg/></w:sectPr>'
    )
    _pack(
        path,
        {
            "document": ("document.main", "document", f"<w:body>{''.join(body)}{section}</w:body>"),
            "footnotes": ("footnotes", "footnotes", "".join(notes)),
            "header1": ("header", "hdr", head),
        },
    )


def _pack(path: Path, files: dict[str, tuple[str, str, str]]) -> None:
    """The parts of a Word file in its package: name -> kind, root element, content."""
    office = "http://schemas.openxmlformats.org"
    relations = f"{office}/officeDocument/2006/relationships"
    package = f'<Relationships xmlns="{office}/package/2006/relationships">'
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.wordprocessingml.{kind}+xml"/>'
        for name, (kind, _, _) in files.items()
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{office}/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'{package}<Relationship Id="rId1" Type="{relations}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'{package}<Relationship Id="rId1" Type="{relations}/footnotes" '
            f'Target="footnotes.xml"/><Relationship Id="rId2" Type="{relations}/header" '
            'Target="header1.xml"/></Relationships>',
        )
        for name, (_, root, content) in files.items():
            archive.writestr(
                f"word/{name}.xml",
                f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{W}" '
                f"xmlns:r={quoteattr(relations)}>{content}</w:{root}>",
            )


def _para(
    text: str,
    style: str = "",
    notes: Iterable[str] = (),
    numbered: dict[str, str] | None = None,
    bold: bool = False,
    foot: bool = False,
) -> str:
    size = 17 if foot else 24 if bold else 20  # half points, as the UN prints
    shape = f"<w:rPr>{FONT}{'<w:b/>' if bold else ''}<w:sz w:val='{size}'/></w:rPr>"
    raised = f"{FONT}<w:vertAlign w:val='superscript'/><w:sz w:val='{size}'/>"
    mark = f"<w:r><w:rPr>{raised}</w:rPr>{{}}</w:r>"
    own = mark.format("<w:footnoteRef/>") if foot else ""
    words = escape(f" {text}" if foot else text).replace(
        "\t", "</w:t><w:tab/><w:t xml:space='preserve'>"
    )
    calls = [
        mark.format(f'<w:footnoteReference w:id="{(numbered or {})[note]}"/>') for note in notes
    ]
    runs = [
        f"<w:r>{shape}<w:t xml:space='preserve'>{part}</w:t></w:r>" for part in words.split(MARK)
    ]
    run = "".join(part for pair in zip_longest(runs, calls, fillvalue="") for part in pair)
    tabs = "".join(f'<w:tab w:val="left" w:pos="{at}"/>' for at in (1267, 1742, 2218, 2693))
    space = 0 if foot else 120  # behind a paragraph; the measures of the UN's Word files
    shape = (
        f'<w:tabs>{tabs}</w:tabs><w:spacing w:after="{space}" w:line="{210 if foot else 240}" '
        f'w:lineRule="exact"/><w:ind w:left="1267" w:right="1260"/>{style}'
    )
    return f"<w:p><w:pPr>{shape}</w:pPr>{own}{run}</w:p>"
