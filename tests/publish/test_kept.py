"""A site of which one file changed, built upon the last one, is byte for byte one built from nothing.

The edition is small and passes for a large one: of each kind of cut page it has several.
"""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from akn_texts import akn, container, note, numbered, statement
from conftest import REPOSITORY, Edition, Root
from msgspec.inspect import type_info

from resolutions import parallel
from resolutions.analysis import checks
from resolutions.catalogue import load
from resolutions.catalogue.datafiles import DataFiles
from resolutions.catalogue.load import load as load_data
from resolutions.corpus import cited_lists, gather, pages
from resolutions.corpus.intake import Intake
from resolutions.corpus.watched import Asked, Facts
from resolutions.evaluate.dead_links import look
from resolutions.files import write_cached
from resolutions.model import library
from resolutions.model.findings import Reading
from resolutions.model.library import Head
from resolutions.model.problems import Report
from resolutions.publish.kept import OF
from resolutions.site.pages import cited

Run = Callable[..., tuple[int, str, str]]
Change = Callable[[Path], None]

OPENINGS = {
    "en": ("Requests all States", "corruption", "Recalling paragraph 2 of its resolution 90/{n} of 3 December 2035"),
    "fr": ("Prie tous les États", "la corruption", "Rappelant le paragraphe 2 de sa résolution 90/{n} du 3 décembre 2035"),
}  # fmt: skip
TONGUES = {"en": "eng", "fr": "fra"}


def words_of(
    number: int,
    language: str,
    cites: tuple[int, ...] = (),
    paragraphs: int = 3,
    first: int = 1,
    **more: str,
) -> str:
    """A resolution of the ninetieth session; each paragraph about corruption."""
    asks, theme, recalling = OPENINGS[language]
    body = "".join(
        numbered(f"{n}.", f"{asks} {n} {theme}{note('1', 'A/90/7.') if n == 1 else ''};")
        for n in range(first, paragraphs + 1)
    )
    preamble = container(*(f"{recalling.format(n=n)}," for n in cites))
    text = statement(
        body,
        preamble,
        language=TONGUES[language],
        symbol=f"A/RES/90/{number}",
        number=f"90/{number}",
        title=more.get("title", f"{theme} {number}"),
        item=more.get("item", "Agenda item 12"),
    )
    return akn(text)


def put(folder: Path, number: int, language: str, *cites: int, **more: object) -> None:
    """Write a text of the folder anew."""
    text = words_of(number, language, cites, **more)  # type: ignore[arg-type]
    (folder / f"A-RES-90-{number}.{language}.xml").write_text(text, encoding="utf-8")


def lay_out(folder: Path) -> None:
    """Ten resolutions, some in two languages, that cite each other and others."""
    folder.mkdir()
    for number in range(20, 30):
        cites = (number - 1, number - 2) if number % 2 else (5, 6, 7)
        put(folder, number, "en", *cites)
        if number % 3:
            put(folder, number, "fr", *cites)
    put(folder, 26, "fr", 5, 6, 7, first=2)  # its first paragraph stands in English alone


def text(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / f"A-RES-90-{name}.xml"
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new), encoding="utf-8")


def add_byte(folder: Path) -> None:
    path = folder / "A-RES-90-22.fr.xml"
    path.write_bytes(path.read_bytes() + b"\n")


def add_extract(folder: Path) -> None:
    row = {"symbol": "A/RES/90/23", "title": "Another", "subjects": ["WILDLIFE", "CORRUPTION"]}
    (folder / "extract.json").write_text(json.dumps([row]), encoding="utf-8")


def drop(folder: Path, names: str) -> None:
    for path in list(folder.glob(names)):
        path.unlink()


def rename(folder: Path) -> None:
    (folder / "A-RES-90-26.en.xml").rename(folder / "other.xml")


def renumber(folder: Path) -> None:
    for path in folder.glob("A-RES-90-20.*"):
        text(folder, path.stem.removeprefix("A-RES-90-"), "90/20", "90/31")


def promise(folder: Path) -> None:
    (folder / "addresses.txt").write_text("a-res-90-28#op1\n", encoding="utf-8")


CHANGES: dict[str, Change] = {
    "bytes that say nothing": add_byte,
    "a word of the text the rules read": lambda f: text(
        f, "21.en", "all States 2", "all Parties 2"
    ),
    "a word of another language": lambda f: text(f, "22.fr", "États 2", "Parties 2"),
    "a title": lambda f: put(f, 23, "en", 22, 21, title="Wildlife"),
    "a theme that goes": lambda f: text(f, "24.en", "corruption", "peace"),
    "a theme that comes": lambda f: text(f, "25.en", "3 corruption", "3 cybercrime and terrorism"),
    "a citation of a text that is held": lambda f: put(f, 26, "en", 29, 28),
    "citations of what is not held": lambda f: put(f, 26, "en", *range(60, 90)),
    "a citation in one language alone": lambda f: put(f, 28, "fr", 5, 6, 91),
    "a citation that goes": lambda f: put(f, 27, "en"),
    "a paragraph that others cite goes": lambda f: put(f, 22, "en", 5, paragraphs=1),
    "more paragraphs than a page holds": lambda f: put(f, 21, "en", 20, paragraphs=40),
    "an agenda item": lambda f: put(f, 28, "en", 5, 6, 7, item="Agenda item 13"),
    "a day": lambda f: text(f, "29.en", "2035-12-03", "2034-11-02"),
    "a symbol": renumber,
    "a text that is cited already": lambda f: put(f, 5, "en", 20),
    "the first of all texts": lambda f: put(f, 2, "en", 21, 29),
    "a language that comes": lambda f: put(f, 24, "fr", 5, 6, 7, title="Autre"),
    "a language that goes": lambda f: drop(f, "A-RES-90-23.fr.xml"),
    "an instrument that goes": lambda f: drop(f, "A-RES-90-25.*"),
    "a name": rename,
    "a file that cannot be read": lambda f: text(f, "27.en", "</statement>", ""),
    "an extract of the UN": add_extract,
    "addresses that last": promise,
}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


@pytest.fixture
def large(root: Root, monkeypatch: pytest.MonkeyPatch) -> Root:
    """An edition in two languages that passes for a large one, its pages cut after few lines."""
    monkeypatch.setattr(library, "FEW", 3)
    monkeypatch.setattr(gather, "SHOWN", 3)
    monkeypatch.setattr(cited_lists, "LONGEST", 6_000)
    monkeypatch.setattr(cited_lists, "MOST_CITING", 3)
    monkeypatch.setattr(cited, "MOST_CITING", 3)
    for name, value in (("FRAME", 0), ("LONGEST", 9_000), ("PART", 5_000)):
        monkeypatch.setattr(pages, name, value)
    for name in ("languages", "themes", "lists", "terms", "instruments", "cited"):
        shutil.copy(REPOSITORY / "data" / f"{name}.yml", root.data)
    shutil.copytree(REPOSITORY / "data" / "rules", root.data / "rules")
    catalogue = cache(lambda: load_data(DataFiles(root.data, "data", Report())))
    # the data are the same in all builds of a test: they are read once, and not checked
    monkeypatch.setattr(load, "load", lambda _: catalogue())
    monkeypatch.setattr(checks, "check_data", lambda _: None)
    (root.folder / "two.yml").write_text("languages: [en, fr]\n", encoding="utf-8")
    lay_out(root.folder / "more")
    return root


def build(large: Root, run: Run, site: str, *more: str) -> dict[str, bytes]:
    """The site that stands after a build, by its build folder."""
    where = ["--site", str(large.folder / site / "site"), "--build", str(large.folder / site / "b")]
    texts = ["--texts", str(large.folder / "more"), "--edition", str(large.folder / "two.yml")]
    status, _, errors = run(large, *texts, *where, *more)
    assert status == 0, errors
    return tree(large.folder / site / "site")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The kinds of facts for which units were made anew; all is done in one process."""
    found: set[str] = set()
    hold = Facts.hold

    def noting(facts: Facts, asked: Asked) -> bool:
        for kind, own in asked.items():
            if not hold(facts, {kind: own}):
                found.add(kind)
        return hold(facts, asked)

    monkeypatch.setattr(Facts, "hold", noting)
    monkeypatch.setattr(parallel, "worker_count", lambda: 1)
    return found


def test_whatever_changes_the_site_is_one_made_from_nothing(
    large: Root, run: Run, broken: set[str]
) -> None:
    build(large, run, "kept")
    for name, change in CHANGES.items():
        change(large.folder / "more")
        kept = build(large, run, "kept")
        shutil.rmtree(large.folder / "new", ignore_errors=True)
        new = build(large, run, "new")
        differ = [path for path in {*kept, *new} if kept.get(path) != new.get(path)]
        assert differ == [], name
    assert look(large.folder / "kept" / "site").dead == []
    facts = {"head", "text", "held", "cited", "listed", "shown", "beside", "holding"}
    assert broken == facts - {"cited"}  # only the lineage of the edition's own texts asks for it


def test_no_link_of_a_large_edition_is_dead(large: Root, run: Run) -> None:
    build(large, run, "kept")
    assert look(large.folder / "kept" / "site").dead == []


def inodes(folder: Path) -> dict[str, int]:
    return {p.relative_to(folder).as_posix(): p.stat().st_ino for p in folder.rglob("*.html")}


def test_what_did_not_change_is_the_file_of_the_last_site(large: Root, run: Run) -> None:
    build(large, run, "kept")
    before = inodes(large.folder / "kept" / "site")
    text(large.folder / "more", "22.fr", "États 2", "Parties 2")
    build(large, run, "kept")
    after = inodes(large.folder / "kept" / "site")
    anew = {path for path in before if before[path] != after[path]}
    assert {path for path in anew if "/resolutions/a-res" in path} == {
        "fr/resolutions/a-res-90-22.html"
    }
    assert len(anew) < len(before) / 4


@pytest.mark.parametrize(
    "harm", ["a page", "what is kept of a text", "the sums", "all that is kept"]
)
def test_what_was_harmed_is_made_anew(harm: str, large: Root, run: Run) -> None:
    whole = build(large, run, "kept")
    place = large.folder / "kept"
    (kept,) = (place / "b").glob("kept-*")
    if harm == "a page":
        (place / "site" / "en" / "resolutions" / "a-res-90-21.html").write_text("x")
    elif harm == "what is kept of a text":
        half = (kept / "en" / "a-res-90-21").read_bytes()[:40]
        (kept / "en" / "a-res-90-21").write_bytes(half)
    elif harm == "the sums":
        (place / "site" / "SHA256SUMS").unlink()
    else:
        shutil.rmtree(kept)
    assert build(large, run, "kept", "--replace") == whole


def test_a_page_that_became_a_link_is_made_anew(large: Root, run: Run) -> None:
    build(large, run, "kept")
    pages = large.folder / "kept" / "site" / "en" / "resolutions"
    page, elsewhere = pages / "a-res-90-21.html", large.folder / "page.html"
    page.rename(elsewhere)
    page.symlink_to(elsewhere)
    add_byte(large.folder / "more")
    build(large, run, "kept")
    assert page.read_bytes() == elsewhere.read_bytes()
    assert not page.is_symlink()


def test_an_edition_that_changes_while_texts_are_read(
    large: Root, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition, take = large.folder / "two.yml", Intake.take

    def edited(*values: object) -> object:
        edition.write_text("languages: [en, fr]\n", encoding="utf-8")
        return take(*values)  # type: ignore[arg-type]

    edition.write_text("languages: [en]\n", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Intake, "take", edited)
        build(large, run, "kept")
    assert build(large, run, "kept") == build(large, run, "new")


def test_what_a_template_asks_of_a_page_of_many_is_noted(large: Root, run: Run) -> None:
    template = large.folder / "templates" / "check.html.jinja"  # which is given no text
    template.write_text(f"{template.read_text('utf-8')}{{{{ t.entry('A/RES/90/95') }}}}\n", "utf-8")
    put(large.folder / "more", 26, "en", 95)
    build(large, run, "kept")
    put(large.folder / "more", 26, "en", *range(60, 96))
    assert build(large, run, "kept") == build(large, run, "new")


def test_a_disk_that_is_full_when_the_site_stands_has_nothing_kept(
    large: Root, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = write_cached

    def full(path: Path, content: bytes) -> None:
        if path.name == OF:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        write(path, content)

    monkeypatch.setattr("resolutions.publish.kept.write_cached", full)
    whole = build(large, run, "kept")  # and does not say that nothing was written
    assert not list((large.folder / "kept" / "b").glob("kept-*"))
    monkeypatch.setattr("resolutions.publish.kept.write_cached", write)
    assert build(large, run, "kept", "--force") == whole


def test_another_program_makes_all_anew(large: Root, run: Run) -> None:
    build(large, run, "kept")
    before = inodes(large.folder / "kept" / "site")
    path = large.folder / "templates" / "home.html.jinja"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    build(large, run, "kept")
    after = inodes(large.folder / "kept" / "site")
    assert not {path for path in before if before[path] == after[path]}


def test_a_watched_library_answers_for_one_thing_at_a_time(toy: Edition) -> None:
    facts = Facts(toy.library)
    slug = next(iter(toy.library.heads))
    with facts.noting() as asked:
        assert facts.library.heads[slug].slug == slug
        assert "a-res-1-1" not in facts.library.heads
        for refused in ("heads", "works", "spread", "sources"):
            with pytest.raises(TypeError):
                list(getattr(facts.library, refused))
    assert asked == {"head": {slug: facts.kinds["head"](slug), "a-res-1-1": None}}
    with pytest.raises(RuntimeError):  # nobody notes it
        facts.library.heads[slug]


@pytest.mark.parametrize("kind", [Head, Reading])
def test_what_is_summed_holds_no_set_whose_order_is_another_in_each_run(kind: type) -> None:
    assert "SetType" not in repr(type_info(kind))
