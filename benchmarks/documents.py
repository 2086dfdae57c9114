"""Read Word files, PDFs and plain text made of the UN's XML, and compare them with that XML.

python benchmarks/documents.py UN FOLDER [--resolutions 20] [--skip 0] [--truth DIR]

UN is the UN's repository as it is cloned. Resolutions that are held in six languages are drawn from
it; each text becomes a .docx (real footnotes), with LibreOffice a .pdf, and of that plain text as
pdftotext, pypdfium2 and pdfminer.six (where they are installed) extract it. What should be read is
taken from the raw XML, not by our reader. A file is right when its title, symbol, paragraphs with
their labels and note marks, and the texts of its notes are equal; told when it is not, and a
problem says so; hyphen when a hyphen at a line end, which pdftotext drops, is all that differs;
silent when nothing does. `--truth DIR`: compare files that lie beside their
`NAME.truth.json` instead.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import time
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from resolutions.model.document import Document  # noqa: E402
from resolutions.model.problems import Report  # noqa: E402
from resolutions.readers.table import READERS, kind_of  # noqa: E402

SEED = 20310719
LANGUAGES = {
    "Arabic": "ar", "Chinese": "zh", "English": "en",
    "French": "fr", "Russian": "ru", "Spanish": "es",
}  # fmt: skip
BLOCKS = {"p", "crossHeading", "heading", "num"}
ITEM = re.compile(r"^([(（][^()（）\s]{1,5}[)）])\s*")
MARK = "\ue000"  # a note mark in a text, until it is set there
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Truth = dict[str, Any]  # meta, parts: [{kind, label, text, notes}], footnotes: {label: text}


# --- the raw XML -----------------------------------------------------------------------------


def truth_of(path: Path) -> Truth | None:
    """What a file of the UN holds; None where it is broken, several texts, or has a table."""
    try:
        tree = etree.parse(str(path)).getroot()
    except etree.XMLSyntaxError:
        return None
    statements = [each for each in tree.iter() if _name(each) == "statement"]
    if len(statements) != 1 or any(_name(each) == "table" for each in tree.iter()):
        return None
    notes: dict[str, str] = {}
    cover = {_name(each): each for each in tree.iter() if _name(each) == "coverPage"}
    if not cover:
        return None
    parts: list[dict[str, Any]] = []
    title = _first(tree, "preface", "docTitle")
    number = _first(tree, "preface", "docNumber")
    if title is None or number is None:
        return None
    text, marks = _words(title, notes)
    label = _plain(_all(number))
    parts.append({"kind": "title", "label": label, "text": text, "notes": marks})
    for room in ("preamble", "mainBody"):
        for each in tree.iter():
            if _name(each) == room:
                parts += _parts(each, notes, "body")
    annexes = [each for each in tree.iter() if _name(each) in ("attachments", "components")]
    for each in annexes:
        parts += _parts(each, notes, "annex")
    closing = next((e for e in tree.iter() if _name(e) == "conclusions"), None)
    if closing is None or not text or not label:
        return None
    ending = [_plain(_all(e)) for e in closing.iter() if _name(e) in ("inline", "docDate")]
    lines = [_plain(_all(p)) for p in cover["coverPage"].iter() if _name(p) == "p"]
    symbol = _plain(_all(_first(tree, "coverPage", "docNumber")))
    if any(mark not in notes or not notes[mark] for part in parts for mark in part["notes"]):
        return None
    if any(not mark.isdecimal() for mark in notes):
        return None  # Word numbers notes by itself
    numbered = {mark: str(at) for at, mark in enumerate(notes, 1)}
    for part in parts:
        part["notes"] = [numbered[mark] for mark in part["notes"]]
    notes = {numbered[mark]: text for mark, text in notes.items()}
    return {
        "symbol": symbol, "cover": [line for line in lines if line], "closing": ending,
        "parts": [part for part in parts if part["text"] not in ("", *ending)], "footnotes": notes,
    }  # fmt: skip


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _all(element: Any) -> str:
    return "".join(map(str, element.itertext()))


def _first(tree: Any, room: str, name: str) -> Any:
    for each in tree.iter():
        if _name(each) == room:
            return next((one for one in each.iter() if _name(one) == name), None)
    return None


def _parts(room: Any, notes: dict[str, str], part: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    label = ""
    stack = [room]
    while stack:
        each = stack.pop()
        name = _name(each)
        if name == "authorialNote":
            continue
        if name == "num":
            label = _plain(_all(each))
        elif name in ("p", "crossHeading", "heading"):
            text, marks = _words(each, notes)
            if text or marks:
                item = ITEM.match(text) if not label else None
                if item:
                    label, text = item[1], text[item.end() :]
                kind = "enacting" if _is_formula(each) else "heading" if name != "p" else "text"
                found.append(
                    {"kind": kind, "label": label, "text": text, "notes": marks, "part": part}
                )
                label = ""
        else:
            stack += reversed([child for child in each if isinstance(child.tag, str)])
    return found


def _is_formula(each: Any) -> bool:
    return any(_name(one) == "formula" for one in each.iterancestors())


def _words(element: Any, notes: dict[str, str]) -> tuple[str, list[str]]:
    """The text of a block without its notes, and their marks."""
    words: list[str] = []
    marks: list[str] = []

    def walk(each: Any) -> None:
        if _name(each) == "authorialNote":
            mark = each.get("marker", "").strip()
            marks.append(mark)
            words.append(MARK)
            notes.setdefault(mark, re.sub(r"^\(\) ?", "", _plain(_all(each))))
            return
        if _name(each) == "eol":
            words.append(" ")
        words.append(each.text or "")
        for child in each:
            if isinstance(child.tag, str):
                walk(child)
            words.append(child.tail or "")

    walk(element)
    return _plain("".join(words)), marks


def _plain(text: str) -> str:
    text = re.sub(r"[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]", "", text)
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"(?<=[㐀-鿿，。；：、]) (?=[㐀-鿿，。；：、])", "", text)


# --- the files -------------------------------------------------------------------------------


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
    files = {
        "document": f"<w:body>{''.join(body)}{section}</w:body>",
        "footnotes": "".join(notes),
        "header1": head,
    }
    roots = {"document": "document", "footnotes": "footnotes", "header1": "hdr"}
    types = {"document": "document.main", "footnotes": "footnotes", "header1": "header"}
    office = "http://schemas.openxmlformats.org"
    relations = f"{office}/officeDocument/2006/relationships"
    package = f'<Relationships xmlns="{office}/package/2006/relationships">'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-'
            f'officedocument.wordprocessingml.{kind}+xml"/>'
            for name, kind in types.items()
        )
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
        for name, content in files.items():
            archive.writestr(
                f"word/{name}.xml",
                f'<?xml version="1.0" encoding="UTF-8"?><w:{roots[name]} xmlns:w="{W}" '
                f"xmlns:r={quoteattr(relations)}>{content}</w:{roots[name]}>",
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
    shape = f"<w:rPr>{'<w:b/>' if bold else ''}<w:sz w:val='{size}'/></w:rPr>"
    mark = f"<w:r><w:rPr><w:vertAlign w:val='superscript'/><w:sz w:val='{size}'/></w:rPr>{{}}</w:r>"
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


def make_texts(pdf: Path) -> Iterator[Path]:
    """The text of a PDF as tools extract it."""
    if shutil.which("pdftotext"):
        for name, options in (("pdftotext", []), ("layout", ["-layout"])):
            target = pdf.with_name(f"{pdf.stem}.{name}.txt")
            subprocess.run(["pdftotext", *options, str(pdf), str(target)], check=True)
            yield target
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    target = pdf.with_name(f"{pdf.stem}.pypdfium2.txt")
    target.write_text("\f".join(pages).replace("\r\n", "\n"), encoding="utf-8")
    yield target
    if find_spec("pdfminer"):
        from pdfminer.high_level import extract_text  # type: ignore[import-not-found]

        target = pdf.with_name(f"{pdf.stem}.pdfminer.txt")
        target.write_text(extract_text(str(pdf)), encoding="utf-8")
        yield target


# --- reading back ----------------------------------------------------------------------------


class Outcome(NamedTuple):
    """What came of a file: right, told or silent; what differs first; the seconds it took."""

    verdict: str
    why: str
    seconds: float
    codes: tuple[str, ...]


def compare(path: Path, truth: Truth) -> Outcome:
    """Read a file as a reader's would be, and compare it."""
    report = Report()
    began = time.process_time()
    parsed = READERS[kind_of(path)](path, path.name, report)
    seconds = time.process_time() - began
    documents = [document for each in parsed for document in each.documents]
    codes = tuple(sorted({p.code for p in report.problems} - {"pdf-layout"}))
    refused = any(p.severity in ("error", "refused") for p in report.problems)
    if refused or len(documents) != 1:
        said = next((p.message for p in report.problems if p.severity == "error"), "nothing read")
        verdict = "refused" if refused else "told" if codes else "silent"
        return Outcome(verdict, said, seconds, codes)
    why = difference(truth, documents[0])
    verdict = "right" if why is None else "told" if codes else "silent"
    if why is not None and codes and difference(truth, documents[0], hyphens=False) is None:
        verdict = "hyphen"  # a hyphen at the end of a line is all that the tool lost
    return Outcome(verdict, why or "", seconds, codes)


def difference(truth: Truth, document: Document, hyphens: bool = True) -> str | None:
    """The first difference between what should be read and what was; hyphens may not count."""

    def _flat(text: str) -> str:
        return _plainest(text) if hyphens else re.sub(r"[-–−]", "", _plainest(text))

    symbol = re.sub(r"\s", "", truth["symbol"])
    if document.symbol != symbol:
        return f"symbol {document.symbol} for {symbol}"
    wanted = [part for part in truth["parts"] if part.get("role") not in ("meeting", "date")]
    wanted = [part for part in wanted if not part.get("table")]
    found = [each for each in document.paragraphs if not each.rows]
    for at, part in enumerate(wanted):
        if at >= len(found):
            return f"ends before {part['text'][:40]!r}"
        own = found[at]
        mine = (_flat(own.label), _flat(own.text), [mark.label for mark in own.notes])
        label = "" if own.kind == "title" else _flat(part["label"])
        mine = ("", *mine[1:]) if own.kind == "title" else mine
        theirs = (label, _flat(part["text"]), part["notes"])
        if _joined(mine) != _joined(theirs):
            return f"{own.key}: {_apart(_joined(theirs), _joined(mine))}"
        if mine[2] != theirs[2]:
            return f"{own.key}: notes {mine[2]} for {theirs[2]}"
        if theirs[0] and not mine[0]:
            return f"{own.key}: no label for {theirs[0]!r}"
    if len(found) > len(wanted):
        return f"{found[len(wanted)].key} more: {found[len(wanted)].text[:40]!r}"
    notes = {note.label: _flat(note.text or "") for note in document.footnotes}
    for label, text in truth["footnotes"].items():
        if notes.get(label) != _flat(text):
            return f"note {label}: {_apart(_flat(text), notes.get(label, ''))}"
    return None


def _joined(each: tuple[str, str, list[str]]) -> str:
    return each[0] + each[1]


def _apart(one: str, other: str) -> str:
    """Where two words part."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    at = min(len(one), len(other)) if at is None else at
    return f"…{one[max(0, at - 12) : at + 12]}… read as …{other[max(0, at - 12) : at + 12]}…"


def _plainest(text: str) -> str:
    """A wording without blanks and without what reading makes alike."""
    text = unicodedata.normalize("NFKC", text.replace(MARK, ""))  # as reading makes them alike
    text = re.sub(r"[\s\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]", "", text)
    text = re.sub(r"^[-–*]+", "", text)  # of a title in Arabic, of a note marked by a star
    return text.translate(str.maketrans("\u2010‑（）．", "--()."))


# --- all together ----------------------------------------------------------------------------


def drawn(un: Path, count: int, skip: int) -> Iterator[tuple[str, str, Truth]]:
    """Resolutions in six languages, drawn at random: name, language, what they hold."""
    texts: dict[str, dict[str, Path]] = defaultdict(dict)
    for path in sorted(un.rglob("*.xml")):
        symbol = re.match(r"A_RES_[\w-]+?_\d+(?: ?[A-Z])?(?=[-_.])", path.name)
        language = LANGUAGES.get(path.parent.name)
        if symbol and language:
            texts[symbol[0]][language] = path
    whole = sorted(name for name, own in texts.items() if len(own) == len(LANGUAGES))
    random.Random(SEED).shuffle(whole)
    taken = 0
    for name in whole:
        truths = {code: truth_of(path) for code, path in texts[name].items()}
        if all(truths.values()):
            if taken >= skip:
                yield from ((name, code, truth) for code, truth in truths.items() if truth)
            taken += 1
        if taken == skip + count:
            return


def make(un: Path, folder: Path, count: int, skip: int) -> None:
    """Make the files, each beside its truth."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, language, truth in drawn(un, count, skip):
        path = folder / f"{name}.{language}.docx"
        write_docx(truth, path, language)
        path.with_suffix(".truth.json").write_text(json.dumps(truth, ensure_ascii=False), "utf-8")
        made.append(str(path))
    if shutil.which("soffice"):
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, *made], check=True, stdout=subprocess.DEVNULL)
        for pdf in sorted(folder.glob("*.pdf")):
            list(make_texts(pdf))


def measure(folder: Path, kinds: Sequence[str]) -> Iterator[tuple[str, str, Path, Outcome]]:
    """Read every file that lies beside its truth: kind, language, file, what came of it."""
    for path in sorted(folder.rglob("*")):
        stem = re.match(r"(.+?\.(ar|en|es|fr|ru|zh))\.(?:(\w+)\.)?(docx|pdf|txt)$", path.name)
        if not stem or (kinds and (stem[3] or stem[4]) not in kinds):
            continue
        truth = json.loads((path.parent / f"{stem[1]}.truth.json").read_text(encoding="utf-8"))
        yield stem[3] or stem[4], stem[2], path, compare(path, truth)


def main() -> None:
    """Make the files, read them, print the figures and every difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("un", type=Path, nargs="?")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--resolutions", type=int, default=20)
    parser.add_argument("--skip", type=int, default=0, help="leave out the first drawn")
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--kinds", default="", help="docx,pdf,pdftotext: these alone")
    given = parser.parse_args()
    if given.truth is None:
        make(given.un, given.folder, given.resolutions, given.skip)
    count: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seconds: dict[str, list[float]] = defaultdict(list)
    for kind, language, path, outcome in measure(
        given.truth or given.folder, given.kinds.split(",") if given.kinds else []
    ):
        count[kind, language][outcome.verdict] += 1
        seconds[kind].append(outcome.seconds)
        if outcome.verdict != "right":
            codes = ", ".join(outcome.codes)
            print(f"{outcome.verdict:<8}{path.name}: {outcome.why} [{codes}]", flush=True)
    for kind in sorted({kind for kind, _ in count}):
        for language in sorted({code for name, code in count if name == kind}):
            print(f"{kind:<10} {language} {dict(count[kind, language])}")
        total = sum((own for (name, _), own in count.items() if name == kind), Counter())
        middle = sorted(seconds[kind])[len(seconds[kind]) // 2]
        share = total["right"] / total.total()
        print(f"{kind:<10} all {dict(total)} right {share:.3f}, median {middle:.2f} s")


if __name__ == "__main__":
    main()
