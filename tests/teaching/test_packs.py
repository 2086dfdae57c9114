"""Packs for the tools of teaching, read back by parsers that were made for no purpose of ours."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import REPOSITORY, Edition
from lxml import etree

from resolutions.analysis.reading_aid import read_aids
from resolutions.analysis.study import Rules
from resolutions.catalogue.aids import load_aids
from resolutions.model.problems import Report
from resolutions.site.templates import drawer
from resolutions.teaching.gift import escaped
from resolutions.teaching.pack import Course
from resolutions.teaching.packs import course_of, formats, write_packs

TEMPLATES = REPOSITORY / "templates"
IMS = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
CC = "{http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1}"
LOM = "{http://ltsc.ieee.org/xsd/imsccv1p2/LOM/manifest}"


@pytest.fixture(scope="module")
def course(real: Edition) -> Course:
    aids = load_aids(REPOSITORY / "data" / "reading-aids", "aids", Report())
    spoken = read_aids(aids, real.library.readings, Rules.of(real.catalogue))
    return course_of(real.library, real.catalogue, spoken)


def files_of(course: Course, name: str) -> dict[str, bytes]:
    (pack,) = (each for each in formats(drawer(TEMPLATES), TEMPLATES) if each.name == name)
    return dict(pack.files(course))


def everything(course: Course, language: str) -> dict[str, str]:
    """The paragraphs by the ids of questions: `a-res-71-209.op3.zh`."""
    return {
        f"{each.head.slug}.{unit.key}.{language}": unit.text
        for each in course.sources
        if each.language == language
        for unit in each.units
    }


def opened(text: str) -> str:
    """The last line of what is asked, without the dots where it is cut."""
    return text.rpartition("\n")[2].removesuffix("……").removesuffix(" …")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_moodle_reads_questions_whose_answers_the_texts_bear_out(
    course: Course, language: str
) -> None:
    files = files_of(course, "moodle-questions")
    root = etree.fromstring(files[f"moodle/questions-{language}.xml"])
    texts, seen, asked = (
        everything(course, language),
        set(),
        {"multichoice": 0, "truefalse": 0, "matching": 0},
    )
    for question in root.findall("question"):
        kind = question.get("type")
        if kind == "category":
            assert (question.findtext("category/text") or "").startswith("$course$/top/")
            continue
        assert kind
        asked[kind] += 1
        assert len(question.findtext("idnumber") or "") <= 100  # a column of Moodle
        assert question.findtext("idnumber") not in seen
        seen.add(question.findtext("idnumber"))
        told = question.findtext("questiontext/text") or ""
        answers = {
            each.findtext("text") or "": each.get("fraction") for each in question.findall("answer")
        }
        if kind == "multichoice":
            assert sorted(map(str, answers.values())) == ["0", "0", "0", "100"]
            own = texts[(question.findtext("idnumber") or "").removesuffix(".verb")]
            for answer, fraction in answers.items():
                stands = own.startswith(opened(told).replace("______", answer))
                assert stands == (fraction == "100"), told
        elif kind == "truefalse":
            own = texts[(question.findtext("idnumber") or "").removesuffix(".true")]
            assert own.startswith(opened(told)) == (answers["true"] == "100"), told
        else:
            pairs = [
                (s.findtext("text"), s.findtext("answer/text"))
                for s in question.findall("subquestion")
            ]
            assert len(pairs) >= 3
            for left, right in pairs:
                names = [
                    i.names
                    for i in course.catalogue.instruments.values()
                    if i.names.get(language) == left
                ]
                assert right in [each["en" if language == "zh" else "zh"] for each in names]
    assert min(asked.values()) >= 5, asked


def test_the_glossary_has_each_concept_once_and_no_alias_of_another(course: Course) -> None:
    for path, content in files_of(course, "moodle-glossary").items():
        root = etree.fromstring(content)
        entries = root.findall("INFO/ENTRIES/ENTRY")
        assert len(entries) > 300, path
        concepts = [each.findtext("CONCEPT") or "" for each in entries]
        forms = concepts + [alias.findtext("NAME") or "" for alias in root.iter("ALIAS")]
        assert len(forms) == len(set(forms)), path
        assert len(concepts) == len({each.lower() for each in concepts}), path
        assert all(form and form == form.strip() for form in forms)


def test_the_glossary_has_what_moodles_import_reads_and_fits_its_tables(course: Course) -> None:
    """As mod/glossary/import.php and db/install.xml of Moodle have it."""
    for path, content in files_of(course, "moodle-glossary").items():
        root = etree.fromstring(content)
        assert root.tag == "GLOSSARY"
        (info,) = root
        settings = ("NAME", "INTRO", "GLOBALGLOSSARY", "SHOWSPECIAL", "SHOWALPHABET", "SHOWALL")
        assert info.tag == "INFO"
        assert all(info.findtext(name) for name in settings), path
        for entry in info.findall("ENTRIES/ENTRY"):
            read = ("CONCEPT", "DEFINITION", "FORMAT", "CASESENSITIVE", "FULLMATCH", "USEDYNALINK")
            assert all(entry.findtext(name) for name in read), path
            assert all(each.findtext("USEDYNALINK") for each in entry.iter("CATEGORY"))
        columns = [each.text or "" for tag in ("CONCEPT", "NAME") for each in root.iter(tag)]
        assert max(map(len, columns)) <= 255, path


def test_a_name_too_long_for_moodle_stands_under_its_short_form(course: Course) -> None:
    doha = course.catalogue.terms["doha-declaration"].names["es"]
    assert len(doha) > 255
    root = etree.fromstring(files_of(course, "moodle-glossary")["moodle/glossary-es.xml"])
    found = [e for e in root.iter("ENTRY") if e.findtext("CONCEPT") == "Declaración de Doha"]
    assert [(e.findtext("DEFINITION") or "").split("\n")[0] for e in found] == [doha]


def test_gift_asks_what_moodle_xml_asks(course: Course) -> None:
    for language in ("zh", "en"):
        root = etree.fromstring(
            files_of(course, "moodle-questions")[f"moodle/questions-{language}.xml"]
        )
        text = files_of(course, "gift")[f"gift/questions-{language}.gift"].decode()
        wanted = [
            q.findtext("idnumber") for q in root.findall("question") if q.get("type") != "category"
        ]
        assert re.findall(r"^::(.*?)::\[plain\]", text, re.M) == wanted
        bodies = re.findall(r"(?<!\\)\{\n(.*?)\n(?<!\\)\}\n", text, re.S)
        assert len(bodies) == len(wanted)
        for body in bodies:
            rights = [line for line in body.split("\n") if re.match(r"\t(=|TRUE|FALSE)", line)]
            assert rights
    assert escaped("a{b}=c~d#e:f\\g\nh") == r"a\{b\}\=c\~d\#e\:f\\g\nh"


def test_a_scorm_package_lists_what_it_holds(course: Course) -> None:
    packages = files_of(course, "scorm")
    assert {f"scorm/zh/{slug}.zip" for slug in course.library.heads} <= set(packages)
    assert "scorm/en/theme-trafficking.zip" in packages
    for path, content in packages.items():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            root = etree.fromstring(archive.read("imsmanifest.xml"))
            assert root.findtext(f"{IMS}metadata/{IMS}schemaversion") == "1.2", path
            titles = [each.text or "" for each in root.iter(f"{IMS}title")]
            assert all(0 < len(each) <= 200 for each in titles), path  # what the schema allows
            (resource,) = root.iter(f"{IMS}resource")
            listed = {each.get("href") for each in resource}
            assert listed | {"imsmanifest.xml"} == set(archive.namelist())
            (item,) = root.iter(f"{IMS}item")
            assert item.get("identifierref") == resource.get("identifier")
            assert resource.get("{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype") == "sco"


def test_a_cartridge_of_links_needs_an_address_and_leads_to_every_text(course: Course) -> None:
    assert files_of(course, "common-cartridge") == {}
    edition = replace(course.catalogue.edition, base_url="https://example.org/un")
    there = course._replace(catalogue=replace(course.catalogue, edition=edition))
    files = files_of(there, "common-cartridge")
    assert len(files) == 6
    with zipfile.ZipFile(io.BytesIO(files["cartridge/links-ar.imscc"])) as archive:
        root = etree.fromstring(archive.read("imsmanifest.xml"))
        hrefs = [each.get("href") or "" for each in root.iter(f"{CC}file")]
        links = [etree.fromstring(archive.read(href))[1].get("href") for href in hrefs]
        referred = [
            each.get("identifierref")
            for each in root.iter(f"{CC}item")
            if each.get("identifierref")
        ]
        assert referred == [each.get("identifier") for each in root.iter(f"{CC}resource")]
        assert [each.tag for each in root] == [
            f"{CC}metadata",
            f"{CC}organizations",
            f"{CC}resources",
        ]
        assert [each.tag for each in root[0]] == [
            f"{CC}schema",
            f"{CC}schemaversion",
            f"{LOM}lom",
        ]
        assert root.findtext(f".//{LOM}string") == course.catalogue.strings["ar"]["site.title"]
        (top,) = root.findall(f"{CC}organizations/{CC}organization/{CC}item")
        assert [each.tag for each in top.iter() if each.tag == f"{CC}title"]
        assert top.find(f"{CC}title") is None  # the item at the top has none, every other one has
        assert all(each[0].tag == f"{CC}title" for each in top.iter(f"{CC}item") if each is not top)
        for each in root.iter(f"{CC}resource"):
            assert (each.get("href"), [part.tag for part in each]) == (None, [f"{CC}file"])
    for slug in course.library.heads:
        assert f"https://example.org/un/ar/resolutions/{slug}.html" in links


def notes_of(content: bytes, folder: Path, fields: str = "guid, flds") -> list[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (name,) = (each for each in archive.namelist() if each.startswith("collection"))
        archive.extract(name, folder)
    with sqlite3.connect(folder / name) as collection:
        found: list[tuple[str, str]] = collection.execute(f"select {fields} from notes").fetchall()
    collection.close()
    return found


def test_anki_cards_keep_their_ids(course: Course, tmp_path: Path) -> None:
    first, second = (files_of(course, "anki")["anki/un-en.apkg"] for _ in range(2))
    notes = notes_of(first, tmp_path)
    assert len(notes) > 1000
    assert len({guid for guid, _ in notes}) == len(notes)
    assert sorted(notes) == sorted(notes_of(second, tmp_path))
    fields = [each.split("\x1f") for _, each in notes]
    assert all(len(each) == 3 for each in fields)
    fronts = {front: back for front, back, _ in fields}
    assert fronts["贩运人口"] == "trafficking in persons"


def test_anki_takes_the_cards_of_a_later_edition_for_newer_ones(
    course: Course, tmp_path: Path
) -> None:
    changed = []
    for day in ("2026-11-30", "2026-12-01"):
        edition = replace(course.catalogue.edition, date=day)
        there = course._replace(catalogue=replace(course.catalogue, edition=edition))
        notes = notes_of(files_of(there, "anki")["anki/un-fr.apkg"], tmp_path, "guid, mod")
        assert len({mod for _, mod in notes}) == 1
        changed.append(int(notes[0][1]))
    assert changed[1] - changed[0] == 24 * 60 * 60


def test_every_pack_of_the_table_is_written_once_under_its_name(
    course: Course, tmp_path: Path
) -> None:
    said = write_packs(course, tmp_path, drawer(TEMPLATES), TEMPLATES)
    names = [each.name for each in formats(drawer(TEMPLATES), TEMPLATES)]
    assert [line.partition(":")[0] for line in said] == names
    assert len(set(names)) == len(names)
    assert sum(1 for path in tmp_path.rglob("*") if path.is_file()) == sum(
        int(line.partition(": ")[2]) for line in said
    )
