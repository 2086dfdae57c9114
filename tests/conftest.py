"""Builders of records, the toy edition and the real one: what the tests share."""

from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import hypothesis
import pytest
import quiet  # noqa: F401

from resolutions.analysis.acts.acts import Grammar
from resolutions.analysis.annotate import check_places
from resolutions.analysis.citations.names import Names
from resolutions.analysis.rulings import check_rulings
from resolutions.analysis.segment import Lexicon
from resolutions.analysis.study import Flaws, Rules, study
from resolutions.analysis.texts import Texts
from resolutions.analysis.themes.tag import Tagger
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.catalogue.yamlfile import load_yaml
from resolutions.corpus.gather import gather
from resolutions.corpus.intake import Intake
from resolutions.corpus.intake_result import Taken, head_of
from resolutions.corpus.shelf import Shelf, parse_file, shelves, texts_of
from resolutions.corpus.store import Store
from resolutions.model.catalogue import Catalogue, Term
from resolutions.model.document import Document, Header, Paragraph, Parsed, Section, Source
from resolutions.model.findings import Reading
from resolutions.model.instruments import Instrument, Volume
from resolutions.model.library import Library, Work
from resolutions.model.problems import Report
from resolutions.model.records import Span, record
from resolutions.model.rules import ActWords, Citing
from resolutions.readers.account import Account
from resolutions.readers.text.parse import parse
from resolutions.readers.text.sift import sift
from resolutions.site.compose import compose
from resolutions.site.render import render
from resolutions.web.strings import Strings

# Fresh examples in every run, on a server too; one that fails is printed so that it can be repeated.
hypothesis.settings.register_profile("fresh", derandomize=False, print_blob=True, deadline=None)
hypothesis.settings.load_profile("fresh")

REPOSITORY = Path(__file__).resolve().parent.parent
TOY = Path(__file__).resolve().parent / "toy"
# Real texts of the United Nations, which are no part of this project.
SHARED = Path(os.environ.get("SHARED", REPOSITORY.parent / "shared"))
GOLDEN = Path(__file__).resolve().parent / "golden"
HEAD = "90/1. 题目\n\n大会，\n\n"

REPORT = (
    Section(
        letter="A", body="GA", kind="resolution", status="draft",
        slug="e-2040-1-ga-{n}", symbol="E/2040/1",
    ),
    Section(
        letter="C", body="ECOSOC", kind="decision", status="draft",
        slug="e-2040-1-decision-{n}", symbol="E/2040/1",
    ),
    Section(
        letter="D", body="CCPCJ", kind="resolution", status="adopted",
        slug="ccpcj-{type}-{n}", symbol="CCPCJ/{TYPE}/{n}",
    ),
)  # fmt: skip


def source_of(
    text: str, layout: Any = "lines", symbol: str = "A/RES/90/1", **header: Any
) -> Source:
    return Source(
        file="data/texts/t.zh.txt",
        name="t.zh.txt",
        sha256="",
        header=Header(symbol=symbol, language="zh", layout=layout, **header),
        header_file="data/texts/t.zh.yml",
        lines=tuple(text.split("\n")),
    )


def parsed_of(text: str, **header: Any) -> tuple[Parsed, Report]:
    report = Report()
    return parse(sift(source_of(text, **header)), report), report


def document_of(text: str, **header: Any) -> Document:
    parsed, _ = parsed_of(text, **header)
    assert len(parsed.documents) == 1
    return parsed.documents[0]


def paragraph_of(text: str, key: str = "op1", **fields: Any) -> Paragraph:
    values: dict[str, Any] = {"kind": "operative", "label": "", "parent": None, "lines": Span(1, 1)}
    return Paragraph(key=key, text=text, **{**values, **fields})


def catalogue_of(**fields: Any) -> Catalogue:
    values: dict[str, Any] = {
        "edition": None,
        "languages": (),
        "strings": {},
        "instruments": {},
        "held": {},
        "terms": {},
        "themes": (),
        "lists": {},
        "acts": None,
        "citing": None,
        "overrides": (),
        "errata": (),
    }
    return Catalogue(**{**values, **fields})


def term(identity: str, *forms: str, **fields: Any) -> Term:
    variants = {"zh": forms[1:]} if forms[1:] else {}
    return Term(id=identity, kind="concept", names={"zh": forms[0]}, variants=variants, **fields)


def citing() -> Citing:
    found = load_yaml(REPOSITORY / "data" / "citing.yml", "data/citing.yml", Citing, Report())
    assert found is not None
    return found


UNTOC = Instrument(
    id="UNTOC",
    kind="treaty",
    forms=("联合国打击跨国有组织犯罪公约",),
    short=("公约",),
    series=(Volume(volume=2225, number=39574),),
)
UNCAC = Instrument(
    id="UNCAC",
    kind="treaty",
    forms=("联合国反腐败公约",),
    short=("公约",),
    series=(Volume(volume=2349, number=42146),),
)
PROTOCOLS = Instrument(id="UNTOC-PROTOCOLS", kind="treaty", forms=("其各项议定书",), of="UNTOC")
CHARTER = Instrument(id="CHARTER", kind="treaty", forms=("联合国宪章",), bare=("联合国宪章",))
NAMES = Names.of({each.id: each for each in (UNTOC, UNCAC, PROTOCOLS, CHARTER)}, citing())


def study_of(
    document: Document, lexicon: Lexicon, tagger: Tagger, flaws: Flaws | None = None
) -> Reading:
    words = load_yaml(REPOSITORY / "data" / "acts.yml", "data/acts.yml", ActWords, Report())
    assert words is not None
    rules = Rules(names=NAMES, lexicon=lexicon, tagger=tagger, grammar=Grammar(words), rulings={})
    return study(document, rules, flaws or {})


def work_of(reading: Reading) -> Work:
    """An instrument we hold in one language alone."""
    document = reading.document
    return Work(slug=document.slug, reference=document.language, texts={document.language: reading})


def taken_of(*readings: Reading) -> list[Taken]:
    """What `intake` makes of instruments that we hold in one language alone."""
    taken = []
    for reading in readings:
        document = reading.document
        texts = Texts(
            slug=document.slug,
            reference=document.language,
            documents={document.language: document},
            unpaired={},
        )
        taken.append(
            Taken(
                heads=(head_of(texts, work_of(reading)),),
                wordings=(),
                sources=(document.source,),
                frames=(),
                accounts=(),
                problems=(),
                fired=frozenset(),
                fixed={},
            )
        )
    return taken


@record
class Edition:
    """Everything the stages make of a folder of data, up to the library."""

    catalogue: Catalogue
    parsed: tuple[Parsed, ...]
    accounts: tuple[Account, ...]
    shelf: Shelf
    readings: dict[str, Reading]
    library: Library
    silent: tuple[str, ...]
    report: Report

    @property
    def documents(self) -> dict[str, Document]:
        """The documents by slug."""
        return {slug: reading.document for slug, reading in self.readings.items()}


STORES = tempfile.TemporaryDirectory(prefix="works-")
"""The stores of this process: an edition reads its texts from one as long as it lives."""


def pytest_sessionfinish() -> None:
    """Leave nothing behind: a whole run made some hundred stores in the machine's folder for such."""
    STORES.cleanup()


def edition_of(data: Path, *folders: Path) -> Edition:
    """All that the stages make of `data`, with the texts of further folders."""
    report = Report()
    catalogue = load(DataFiles(data, "data", report))
    assert catalogue is not None, [str(problem) for problem in report.problems]
    shelved, rules = shelves(data.parent, folders), Rules.of(catalogue)
    store = Store(Path(tempfile.mkdtemp(dir=STORES.name)))
    taken = Intake(rules, catalogue, store, {}, "tests").take(shelved, report)
    library = gather(taken, store, catalogue)
    held = {slug: head.kinds for slug, head in library.heads.items()}
    check_places(catalogue, held, {each.name for each in library.sources}, report)
    check_rulings(catalogue.overrides, library, rules, report)
    silent = rules["zh"].tagger.silent({name for each in taken for name in each.fired})
    parsed = [
        each
        for shelf in shelved
        for path in texts_of(shelf, Report())
        for each in parse_file(shelf, path, Report())
    ]
    return Edition(
        catalogue=catalogue,
        parsed=tuple(parsed),
        accounts=tuple(account for each in taken for account in each.accounts),
        shelf=shelved[0],
        readings=dict(library.readings),
        library=library,
        silent=tuple(silent),
        report=report,
    )


def bodies_of(edition: Edition, language: str) -> dict[str, str]:
    words = Strings(language, edition.catalogue, edition.library.cited_parts)
    pages = compose(
        edition.library, words, edition.accounts, list(edition.silent), {}, {}, edition.report
    )
    return {each.path: each.body for each in render(pages, words, REPOSITORY / "templates")}


def toy_data(folder: Path) -> Path:
    """Copy the toy data; its words for readers, and what it has no copy of, are the edition's."""
    data = folder / "data"
    shutil.copytree(TOY, data)
    shutil.copytree(REPOSITORY / "data" / "strings", data / "strings")
    for path in (REPOSITORY / "data").glob("*.yml"):
        if not (data / path.name).exists():
            shutil.copy(path, data)
    return data


class Root:
    """A repository in miniature: the real program over a copy of the toy data."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.data = toy_data(folder)
        (folder / "docs").mkdir()
        (folder / "docs" / "assets").symlink_to(REPOSITORY / "docs" / "assets")
        (folder / "resolutions").symlink_to(REPOSITORY / "resolutions")
        for name in ("templates", "overrides"):
            shutil.copytree(REPOSITORY / name, folder / name)
        for name in ("mkdocs.yml", "build_pages.py", "pyproject.toml"):
            shutil.copy(REPOSITORY / name, folder)

    def change(self, name: str, old: str, new: str) -> None:
        """Break (or mend) a file of the data."""
        path = self.data / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def program(self) -> ModuleType:
        """`build_pages.py` of this folder, which takes its root from where it lies."""
        path = self.folder / "build_pages.py"
        specification = importlib.util.spec_from_file_location("toy_build_pages", path)
        assert specification is not None
        assert specification.loader is not None
        module = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(module)
        return module


@pytest.fixture(scope="session")
def real() -> Edition:
    return edition_of(REPOSITORY / "data")


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(toy_data(tmp_path_factory.mktemp("toy")))


@pytest.fixture
def root(tmp_path: Path) -> Root:
    return Root(tmp_path / "root")


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run the program of a root: exit status, output, messages without the timings."""

    def run_program(root: Root, *arguments: str) -> tuple[int, str, str]:
        program = root.program()
        monkeypatch.setattr("sys.argv", ["build_pages.py", *arguments])
        capsys.readouterr()
        status = program.main()
        output, errors = capsys.readouterr()
        lines = [line for line in errors.splitlines() if not line.endswith(" s")]
        return int(status), output, "".join(f"{line}\n" for line in lines)

    return run_program
