from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import REPOSITORY, Edition

from resolutions.catalogue.aids import check_aids, load_aids
from resolutions.model.problems import Report

HOME = REPOSITORY / "data" / "reading-aids"
SLUG = "ccpcj-res-20-2"


def problems_of(folder: Path, real: Edition) -> list[str]:
    report = Report()
    aids = load_aids(folder, "aids", report)
    check_aids(folder, "aids", aids, real.readings, real.catalogue.terms, report)
    return [f"{each.file}:{each.line}: {each.code}" for each in report.problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "aids"
    (home / "en").mkdir(parents=True)
    shutil.copy(HOME / "en" / f"{SLUG}.yml", home / "en")
    shutil.copy(HOME / "renderings.yml", home)
    shutil.copy(HOME / "wordings.yml", home)
    return home


def test_every_instrument_has_an_aid_in_which_nothing_is_wrong(real: Edition) -> None:
    assert load_aids(HOME, "aids", Report())["en"].keys() == real.readings.keys()
    assert problems_of(HOME, real) == []


@pytest.mark.parametrize(
    ("stands", "instead", "code"),
    [
        ("  op1: ", "  op99: ", "aid-key"),
        ("resolution 61/252 of 22 December", "resolution 61/25 of 22 December", "aid-number"),
        ("  pp3: Recalling", "  pp3: Recalling{7}", "aid-mark"),
        ("  pp3: Recalling", "  pp3: ※ Recalling", "aid-sign"),
        ("in the biennium 2010-2011, as revised", "in the years 2010-2011, as revised", "aid-term"),
        ("sha256: 979", "sha256: 978", "stale-aid"),
        ("op1: Takes note of the fact", "op1: Furthermore takes note of the fact", "aid-wording"),
    ],
)
def test_a_wrong_rendering_is_told(
    real: Edition, folder: Path, stands: str, instead: str, code: str
) -> None:
    path = folder / "en" / f"{SLUG}.yml"
    text = path.read_text(encoding="utf-8")
    assert stands in text
    path.write_text(text.replace(stands, instead), encoding="utf-8")
    found = problems_of(folder, real)
    assert code in {each.split(": ")[1] for each in found}, found


def test_a_rendering_of_an_unknown_term_is_an_error(real: Edition, folder: Path) -> None:
    path = folder / "renderings.yml"
    path.write_text("en:\n  no-such-term: [x]\n", encoding="utf-8")
    assert "aids/renderings.yml:2: unknown-term" in problems_of(folder, real)


def test_like_paragraphs_are_worded_alike(real: Edition, tmp_path: Path) -> None:
    home = tmp_path / "aids"
    shutil.copytree(HOME, home)
    path = home / "en" / "a-res-68-193.yml"
    text = path.read_text(encoding="utf-8")
    paragraphs = real.readings["a-res-68-193"].document.paragraphs
    others = {p.text for p in real.readings["a-c-3-68-l-18"].document.paragraphs}
    twin = next(p.key for p in paragraphs if p.text in others and p.kind == "operative")
    changed = "\n".join(
        f"{each} Indeed." if each.startswith(f"  {twin}: ") else each for each in text.splitlines()
    )
    path.write_text(changed, encoding="utf-8")
    assert any("aid-unlike" in each for each in problems_of(home, real))


def test_a_rendering_counts_only_where_a_word_begins(real: Edition, tmp_path: Path) -> None:
    home = tmp_path / "aids"
    shutil.copytree(HOME, home)
    path = home / "en" / "e-2011-30-ga-1.yml"
    text = path.read_text(encoding="utf-8")
    assert text.count("in which it") > 1
    path.write_text(text.replace("in which it", "within which it"), encoding="utf-8")
    assert any("aid-term" in each for each in problems_of(home, real))
