"""The nine resolutions of the UN's own XML in six languages, beside the edition's texts.

The folder lies beside the repository, or where SHARED says; without it these tests say so.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import REPOSITORY, SHARED, Edition, edition_of

from resolutions.model.findings import Reading

FOLDER = SHARED / "akn"
LANGUAGES = {"zh", "en", "fr", "es", "ru", "ar"}
# What the UN's own files disagree on, as the build tells it: file, code, what is said.
DISAGREEMENTS = {  # the Spanish file numbers its two notes 2 and 3
    ("A-RES-75-282.es.xml", "no-partner", "note `fn1` stands in zh alone"),
    ("A-RES-75-282.es.xml", "no-partner", "note `fn3` stands in es alone"),
}
# What a link of the Chinese text leads to and our rules do not cite: nothing.
OTHERWISE: set[tuple[str, str]] = set()
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"no UN XML at {FOLDER}: the nine resolutions are not tested"
)


@pytest.fixture(scope="module")
def un() -> Edition:
    return edition_of(REPOSITORY / "data", FOLDER)


def works(un: Edition) -> Iterator[tuple[str, dict[str, Reading]]]:
    for slug, head in un.library.heads.items():
        if len(head.sides) > 1:
            yield slug, dict(un.library.works[slug].texts)


def test_nine_resolutions_are_held_in_six_languages(un: Edition) -> None:
    found = dict(works(un))
    assert len(found) == 9
    assert all(texts.keys() == LANGUAGES for texts in found.values())
    assert not un.report.failed


def test_one_list_of_keys_serves_all_six(un: Edition) -> None:
    for slug, texts in works(un):
        keys = {code: [p.key for p in each.document.paragraphs] for code, each in texts.items()}
        assert all(own == keys["zh"] for own in keys.values()), slug
        assert un.library.heads[slug].reference == "zh"


def test_every_disagreement_of_the_files_is_told(un: Edition) -> None:
    told = {
        (problem.file.rsplit("/")[-1], problem.code, problem.message)
        for problem in un.report.problems
        if problem.file.endswith(".xml")
    }
    assert told == DISAGREEMENTS


def test_themes_are_found_on_the_chinese_and_taken_over_by_key(un: Edition) -> None:
    for slug, texts in works(un):
        chinese = texts["zh"]
        assert any(found.tags for found in chinese.findings.values()), slug
        for code in LANGUAGES - {"zh"}:
            for key, found in texts[code].findings.items():
                own = [(tag.theme, tag.strength) for tag in chinese.findings[key].tags]
                assert [(tag.theme, tag.strength) for tag in found.tags] == own
                assert {tag.origin for tag in found.tags} <= {"aligned"}
                assert [act.concept for act in found.acts] == [
                    act.concept for act in chinese.findings[key].acts
                ]


def test_lead_verbs_are_the_words_the_un_prints_bold(un: Edition) -> None:
    compared = 0
    for slug, texts in works(un):
        reading = texts["zh"]
        for paragraph in reading.document.paragraphs:
            acts = reading.findings[paragraph.key].acts
            first = paragraph.emphasis[0] if paragraph.emphasis else None
            if acts and first and first.start == 0:
                words = paragraph.text[: first.end], paragraph.text[: acts[0].span.end]
                assert acts[0].span.start == 0, f"{slug}#{paragraph.key}"
                assert words[0].startswith(words[1]) or words[1].startswith(words[0])
                compared += 1
    assert compared > 700


def test_our_citations_are_the_links_the_un_set(un: Edition) -> None:
    apart = set()
    compared = 0
    for slug, texts in works(un):
        reading = texts["zh"]
        for paragraph in reading.document.paragraphs:
            linked = {target for _, target in paragraph.links}
            cited = {c.target for c in reading.findings[paragraph.key].citations}
            apart |= {(f"{slug}#{paragraph.key}", target) for target in linked - cited}
            compared += len(linked)
    assert compared > 300
    assert apart == OTHERWISE
