from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from akn_texts import akn, numbered, statement
from conftest import TOY, Edition, edition_of, toy_data

from resolutions.analysis.study import Rules
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load
from resolutions.corpus.gather import gather
from resolutions.corpus.intake import Intake
from resolutions.corpus.prescan import File, grouped
from resolutions.corpus.shelf import Shelf, parse_file, shelves
from resolutions.corpus.store import Store
from resolutions.model.catalogue import Catalogue
from resolutions.model.problems import Report
from resolutions.readers.table import READERS

TEXT = "A-RES-90-1.zh"


@pytest.fixture
def dropped(tmp_path: Path) -> Path:
    """A folder with one text of the toys under another symbol."""
    folder = tmp_path / "dropped"
    folder.mkdir()
    for ending in (".txt", ".yml"):
        words = (TOY / "texts" / f"{TEXT}{ending}").read_text(encoding="utf-8")
        lines = [each for each in words.splitlines(True) if not each.startswith("sha256")]
        (folder / f"B{ending}").write_text(
            "".join(lines).replace("90/1", "90/77"), encoding="utf-8"
        )
    return folder


def read_again(
    data: Path, folder: Path, store: Path, stamp: str = "one"
) -> tuple[Intake, list[str], Report]:
    report = Report()
    catalogue = load(DataFiles(data, "data", report))
    assert isinstance(catalogue, Catalogue)
    intake = Intake(Rules.of(catalogue), catalogue, Store(store), {}, stamp)
    taken = intake.take(shelves(data.parent, [folder]), report)
    return intake, [head.slug for each in taken for head in each.heads], report


def words(data: Path, folder: Path, store: Path) -> str:
    """The first operative paragraph of the dropped-in text, as the store gives it."""
    intake, _, _ = read_again(data, folder, store)
    taken = intake.take(shelves(data.parent, [folder]), Report())
    library = gather(taken, intake.store, intake.catalogue)
    found = library.works["a-res-90-77"].reading.document.paragraphs
    return next(each.text for each in found if each.key == "op1")


def test_a_dropped_in_text_is_an_instrument_like_the_others(tmp_path: Path, dropped: Path) -> None:
    edition = edition_of(toy_data(tmp_path), dropped)
    own, new = (edition.library.heads[slug] for slug in ("a-res-90-1", "a-res-90-77"))
    assert list(new.kinds) == list(own.kinds)
    assert set(new.tagged) <= set(own.tagged)  # a ruling by hand concerns one text alone
    assert new.document.symbol == "A/RES/90/77"


def test_a_dropped_in_file_with_an_error_is_told_and_left_out(
    tmp_path: Path, dropped: Path
) -> None:
    (dropped / "C.txt").write_bytes(b"\xff")
    (dropped / "D.xml").write_text("<html/>", encoding="utf-8")
    edition = edition_of(toy_data(tmp_path), dropped)
    refused = {(p.file.rsplit("/")[-1], p.code) for p in edition.report.problems if p.severity == "refused"}  # fmt: skip
    assert refused == {("C.txt", "not-utf8"), ("D.xml", "not-akn")}
    assert not edition.report.failed
    assert "a-res-90-77" in edition.library.heads


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    edition = edition_of(toy_data(tmp_path), tmp_path / "nowhere")
    assert [p.code for p in edition.report.problems if p.severity == "error"] == ["no-folder"]


def test_of_two_files_of_one_symbol_and_language_one_is_passed_over_by_name(
    tmp_path: Path, dropped: Path
) -> None:
    for ending in (".txt", ".yml"):
        shutil.copy(dropped / f"B{ending}", dropped / f"C{ending}")
    edition = edition_of(toy_data(tmp_path), dropped)
    (refused,) = (p for p in edition.report.problems if p.severity != "warning")
    assert (Path(refused.file).name, refused.severity, refused.code) == (
        "C.txt",
        "skipped",
        "same-text",
    )
    assert "word for word" in refused.message
    assert "B.txt" in edition.library.heads["a-res-90-77"].sides["zh"].file


def test_what_has_not_changed_is_not_read_again(
    tmp_path: Path, dropped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, store = toy_data(tmp_path), tmp_path / "works"
    _, first, _ = read_again(data, dropped, store)
    read: list[str] = []
    whole = Intake._take

    def noted(self: Intake, files: list[File], digest: str) -> object:
        read.extend(file.path.name for file in files)
        return whole(self, files, digest)

    monkeypatch.setattr(Intake, "_take", noted)
    monkeypatch.setattr("resolutions.parallel.worker_count", lambda: 1)
    assert read_again(data, dropped, store)[1] == first
    assert read == []
    path = dropped / "B.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert read_again(data, dropped, store)[1] == first
    assert read == ["B.txt"]
    path.write_text(path.read_text(encoding="utf-8").replace("促请", "敦促"), encoding="utf-8")
    read_again(data, dropped, store)
    path.write_text(path.read_text(encoding="utf-8").replace("敦促", "促请"), encoding="utf-8")
    assert words(data, dropped, store).startswith("促请")
    read.clear()
    read_again(data, dropped, store, stamp="other rules")
    assert len(read) == len(list((data / "texts").glob("*.txt"))) + 1


@pytest.mark.parametrize("ending", sorted(READERS))
def test_a_header_that_changes_has_its_file_read_again(
    ending: str, tmp_path: Path, dropped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, store = toy_data(tmp_path), tmp_path / "works"
    read: list[str] = []

    def noted(shelf: Shelf, path: Path, report: Report) -> object:
        read.append(path.name)
        return parse_file(shelf, path, report)

    monkeypatch.setattr("resolutions.corpus.intake.parse_file", noted)
    monkeypatch.setattr("resolutions.parallel.worker_count", lambda: 1)
    (dropped / f"C{ending}").write_text("A/RES/90/78", encoding="utf-8")
    header = dropped / "C.yml"
    for said in ("symbol: A/RES/90/78\nlanguage: zh\n", "symbol: A/RES/90/79\n", None, ""):
        if said is None:
            header.unlink()
        else:
            header.write_text(said, encoding="utf-8")
        read.clear()
        read_again(data, dropped, store)
        assert f"C{ending}" in read


def test_a_cached_file_that_is_cut_short_is_made_again(tmp_path: Path, dropped: Path) -> None:
    data, store = toy_data(tmp_path), tmp_path / "works"
    wanted = words(data, dropped, store)
    made = {path.name: path.read_bytes() for path in store.iterdir()}
    assert {path.suffix for path in store.iterdir()} == {".taken", ".work"}
    for name, content in made.items():
        (store / name).write_bytes(content[: len(content) // 2])
    assert words(data, dropped, store) == wanted
    assert {path.name: path.read_bytes() for path in store.iterdir()} == made


def test_the_language_that_numbered_first_decides_though_no_file_changes(tmp_path: Path) -> None:
    """A list of addresses that is new beside the same files is not overlooked."""
    data, folder = toy_data(tmp_path), tmp_path / "dropped"
    folder.mkdir()
    for code in ("zho", "eng"):
        text = akn(
            statement(numbered("1.", "a"), language=code, symbol="A/RES/90/7", number="90/7")
        )
        (folder / f"{code}.xml").write_text(text, encoding="utf-8")

    def reference(fixed: dict[str, str]) -> str:
        catalogue = load(DataFiles(data, "data", Report()))
        assert isinstance(catalogue, Catalogue)
        intake = Intake(Rules.of(catalogue), catalogue, Store(tmp_path / "works"), fixed, "one")
        taken = intake.take(shelves(data.parent, [folder]), Report())
        return next(
            head.reference for each in taken for head in each.heads if head.slug == "a-res-90-7"
        )

    assert reference({}) == "zh"
    assert reference({"a-res-90-7": "en"}) == "en"
    assert reference({}) == "zh"


def test_a_text_read_from_the_store_is_the_one_put_there(toy: Edition) -> None:
    for slug in toy.library.works:
        work = toy.library.works[slug]
        assert work.reading == toy.readings[slug]
        assert list(work.texts) == list(toy.library.heads[slug].sides)
    with pytest.raises(KeyError):
        toy.library.works["none"]


def test_files_that_share_a_symbol_are_read_together(tmp_path: Path) -> None:
    shelf = Shelf(folder=tmp_path, shown="t", addresses=tmp_path, shown_addresses="t", own=False)

    def file(name: str, *symbols: str) -> File:
        return File(shelf, tmp_path / name, frozenset(symbols))

    files = [file("a", "1"), file("b", "2"), file("c", "1"), file("d", "2", "3"), file("e", "4")]  # fmt: skip
    names = [[each.path.name for each in group] for group in grouped(files)]
    assert sorted(sorted(group) for group in names) == [["a", "c"], ["b", "d"], ["e"]]
    bridge = grouped([*files, file("f", "1", "3")])
    assert sorted(len(group) for group in bridge) == [1, 5]
