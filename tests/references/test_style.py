"""How each style cites every instrument, and every kind of paragraph, kept in golden files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from conftest import GOLDEN, Edition
from test_data import COUNTS
from test_golden import compare

from resolutions.model.instruments import Held
from resolutions.model.library import Head
from resolutions.model.records import Body
from resolutions.references.facts import headline, number_of, title_of
from resolutions.references.style import FormattedCitation, citations, plain
from resolutions.web.strings import LETTERS, Strings

ROW = ("op1", "op2", "op3")


def kinds_of(head: Head) -> dict[str, str]:
    """A paragraph of every kind that an instrument has: `operative`, `operative item` …"""
    found: dict[str, str] = {}
    for key, (kind, label) in head.kinds.items():
        item = " item" if label.strip("()（）") in LETTERS and label else ""
        found.setdefault(kind + item, key)
    return found


def drawn(head: Head, edition: Edition) -> str:
    return "".join(f"{line}\n" for line in lines(head, edition))


def lines(head: Head, edition: Edition) -> Iterator[str]:
    for each in citations(head, edition.catalogue):
        yield f"{each.style} {each.language}: {each.of()}"
        for kind, key in kinds_of(head).items():
            yield f"  {kind} {key}: {each.of(key)}"
        if all(key in head.kinds for key in ROW):
            yield f"  range: {each.of(ROW[0], ROW[2])}"
        if "pp1" in head.kinds and "op1" in head.kinds:
            yield f"  across: {each.of('pp1', 'op1')}"


@pytest.mark.parametrize("slug", COUNTS)
def test_references_are_as_they_were(real: Edition, slug: str) -> None:
    compare(f"references/{slug}.txt", drawn(real.library.heads[slug], real))


def test_there_is_no_golden_file_that_no_test_reads() -> None:
    assert {path.stem for path in (GOLDEN / "references").iterdir()} == set(COUNTS)


def cited(edition: Edition, slug: str, style: str, language: str) -> FormattedCitation:
    found = citations(edition.library.heads[slug], edition.catalogue)
    return next(each for each in found if (each.style, each.language) == (style, language))


def test_every_style_cites_every_instrument(real: Edition) -> None:
    styles = {(s.id, code) for s in real.catalogue.references.styles for code in s.wordings}
    for head in real.library.heads.values():
        made = {(each.style, each.language) for each in citations(head, real.catalogue)}
        assert made == styles, head.slug


def test_a_reference_never_numbers_the_preamble_nor_shows_an_address_of_ours(real: Edition) -> None:
    for head in real.library.heads.values():
        for each in citations(head, real.catalogue):
            for key in head.kinds:
                text = plain(each.of(key))
                assert "CCPCJ/" not in text
                assert "file:" not in text
                if key.startswith("pp"):
                    assert key not in text
                assert "{" not in text


def test_a_draft_is_called_one(real: Edition) -> None:
    drafts = {
        "zh": "草案",
        "en": "draft",
        "fr": "projet",
        "es": "proyecto",
        "ru": "проект",
        "ar": "مشروع",
    }
    for head in real.library.heads.values():
        for each in citations(head, real.catalogue):
            called = drafts[each.language] in plain(each.whole).lower()
            if each.style != "apa-text":
                assert called == (head.document.status == "draft"), (head.slug, each.style)


def test_a_title_of_ours_never_enters(real: Edition) -> None:
    for head in real.library.heads.values():
        held = real.catalogue.held.get(head.slug)
        unsourced = (
            {t for code, t in held.titles.items() if code not in held.sources} if held else set()
        )
        for each in citations(head, real.catalogue):
            assert not any(title in plain(each.whole) for title in unsourced)


def test_a_title_enters_once_its_source_is_named(real: Edition) -> None:
    head = real.library.heads["a-res-63-195"]
    held = Held(slug=head.slug, titles={"en": "A title"})
    catalogue = replace(real.catalogue, held={head.slug: held})
    assert title_of(head, "en", catalogue).language == "zh"
    held = Held(slug=head.slug, titles={"en": "A title"}, sources={"en": "seen"})
    catalogue = replace(real.catalogue, held={head.slug: held})
    assert title_of(head, "en", catalogue) == ("A title", "en")


def test_an_organ_without_a_name_in_a_style_is_not_cited_by_it(real: Edition) -> None:
    head = real.library.heads["a-res-63-195"]
    styles = real.catalogue.references.styles
    bare = replace(styles[0], wordings={"en": replace(styles[0].wordings["en"], organs={})})
    references = replace(real.catalogue.references, styles=(bare,))
    assert citations(head, replace(real.catalogue, references=references)) == []


def test_a_range_of_one_paragraph_is_that_paragraph(real: Edition) -> None:
    citation = cited(real, "a-res-68-193", "un", "en")
    assert citation.of("op4", "op4") == citation.of("op4")
    assert citation.pin("op4", "op7") == "paras. 4–7"
    assert citation.pin("pp1", "op2") == "first preambular paragraph to para. 2"
    assert citation.pin("title") == ""


@pytest.mark.parametrize(
    ("symbol", "english", "chinese", "arabic"),
    [
        ("A/RES/68/193", "68/193", "68/193", "68/193"),
        ("A/RES/57/270B", "57/270 B", "57/270 B", "57/270 باء"),
        ("A/RES/75/101A-B", "75/101 A-B", "75/101 A-B", "75/101 ألف-باء"),
        ("A/RES/S-30/1", "S-30/1", "S-30/1", "دإ-30/1"),
        ("A/RES/ES-10/21", "ES-10/21", "ES-10/21", "دإط-10/21"),
        ("A/RES/415(V)", "415 (V)", "415(V)", "415 (د-5)"),
        ("E/RES/155C(VII)", "155 C (VII)", "155 C(VII)", "155 جيم (د-7)"),
        ("S/RES/1373(2001)", "1373 (2001)", "1373(2001)", "1373 (2001)"),
        ("CCPCJ/DEC/20/1", "20/1", "20/1", "20/1"),
        ("A/C.3/68/L.18", "", "", ""),
    ],
)
def test_the_number_of_a_resolution_is_read_from_its_symbol_and_worded_as_the_un_does(
    real: Edition, symbol: str, english: str, chinese: str, arabic: str
) -> None:
    words = [Strings(code, real.catalogue) for code in ("en", "zh", "ar")]
    assert [number_of(symbol, each) for each in words] == [english, chinese, arabic]


def of_another(real: Edition, symbol: str, body: Body) -> Head:
    """An adopted text of another organ, with a preamble, items and two annexes."""
    head = real.library.heads["a-res-68-193"]
    document = replace(head.document, symbol=symbol, body=body, date="2001-09-28", year=2001)
    kinds = dict(head.kinds)
    kinds.update({f"op9-{item}": ("lettered", "1.") for item in ("a", "b", "d", "a-1", "a-3")})
    kinds.update({f"annex2-p{number}": ("annexed", "1.") for number in (3, 4, 6)})
    return replace(head, document=document, kinds=kinds)


def worded_by(real: Edition, head: Head, style: str, language: str) -> FormattedCitation | None:
    made = citations(head, real.catalogue)
    return next((e for e in made if (e.style, e.language) == (style, language)), None)


@pytest.mark.parametrize(
    ("symbol", "body", "style", "language", "wanted"),
    [
        ("S/RES/1373(2001)", "SC", "un", "zh", "安全理事会2001年9月28日第1373(2001)号决议"),
        ("S/RES/1373(2001)", "SC", "oscola", "en", "UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373 (2001)"),
        ("S/RES/1373(2001)", "SC", "bluebook", "en", "S.C. Res. 1373 (Sept. 28, 2001)."),
        ("A/RES/75/101A-B", "GA", "un", "zh", "大会2001年9月28日第75/101 A-B号决议"),
        ("A/HRC/RES/42/22", "HRC", "un", "fr", "résolution 42/22 du Conseil des droits de l’homme, en date du 28\u00a0septembre 2001"),
        ("CAC/COSP/RES/8/1", "COSP", "un", "zh", "联合国反腐败公约缔约国会议2001年9月28日第8/1号决议"),
        ("CCPCJ/RES/27/5", "CCPCJ", "oscola", "en", "UN Commission on Crime Prevention and Criminal Justice Res 27/5 (28 September 2001)"),
        ("A/75/L.1", "GA", "un", "zh", None),  # adopted, they say, and no number: nothing is said
        ("A/CONF.234/16", "CONF", "un", "en", None),
    ],
)  # fmt: skip
def test_texts_of_other_organs_are_cited_as_the_style_has_them(
    real: Edition, symbol: str, body: Body, style: str, language: str, wanted: str | None
) -> None:
    made = worded_by(real, of_another(real, symbol, body), style, language)
    assert (plain(made.whole) if made else None) == wanted


STRETCHES = {
    "zh": ["第1和2段", "第1至3段", "第9(a)和(b)段", "第9(a)至(d)段", "第9(a)(一)至(三)段", "序言部分第一和第二段", "序言部分第一至第三段", "附件二，第3和4段", "附件二，第3至6段"],
    "en": ["paras. 1–2", "paras. 1–3", "para. 9 (a)–(b)", "para. 9 (a)–(d)", "para. 9 (a) (i)–(iii)", "first and second preambular paragraphs", "first to third preambular paragraphs", "annex II, paras. 3–4", "annex II, paras. 3–6"],
    "fr": ["par. 1 et 2", "par. 1 à 3", "par. 9 a) et b)", "par. 9 a) à d)", "par. 9 a) i) à iii)", "premier et deuxième alinéas du préambule", "du premier au troisième alinéa du préambule", "annexe II, par. 3 et 4", "annexe II, par. 3 à 6"],
    "es": ["párrs. 1 y 2", "párrs. 1 a 3", "párr. 9 a) y b)", "párr. 9 a) a d)", "párr. 9 a) i) a iii)", "primer y segundo párrafos del preámbulo", "del primer al tercer párrafo del preámbulo", "anexo II, párrs. 3 y 4", "anexo II, párrs. 3 a 6"],
    "ru": ["пп. 1 и 2", "пп. 1–3", "п. 9 a) и b)", "п. 9 a)–d)", "п. 9 a) i)–iii)", "первый и второй пункты преамбулы", "первый–третий пункты преамбулы", "приложение II, пп. 3 и 4", "приложение II, пп. 3–6"],
    "ar": ["الفقرتان 1 و 2", "الفقرات 1 إلى 3", "الفقرة 9 (أ) و (ب)", "الفقرة 9 (أ) إلى (د)", "الفقرة 9 (أ) (1) إلى (3)", "الفقرتان الأولى والثانية من الديباجة", "الفقرات من الأولى إلى الثالثة من الديباجة", "المرفق الثاني، الفقرتان 3 و 4", "المرفق الثاني، الفقرات 3 إلى 6"],
}  # fmt: skip
ENDS = (
    *(("op1", "op2"), ("op1", "op3"), ("op9-a", "op9-b"), ("op9-a", "op9-d")),
    *(("op9-a-1", "op9-a-3"), ("pp1", "pp2"), ("pp1", "pp3")),
    *(("annex2-p3", "annex2-p4"), ("annex2-p3", "annex2-p6")),
)


@pytest.mark.parametrize("language", STRETCHES)
def test_a_stretch_is_named_as_notes_of_the_un_name_it(real: Edition, language: str) -> None:
    made = worded_by(real, of_another(real, "A/RES/68/193", "GA"), "un", language)
    assert made is not None
    found = [made.pin(*ends).replace("\u00a0", " ") for ends in ENDS]
    assert found == STRETCHES[language]


@pytest.mark.parametrize(
    "ends", [("pp2", "op1"), ("op2", "op9-b"), ("op9-a", "annex2-p3"), ("op9-a", "op9-a-3")]
)
def test_two_places_of_different_kinds_stand_as_each_is_called(
    real: Edition, ends: tuple[str, str]
) -> None:
    made = worded_by(real, of_another(real, "A/RES/68/193", "GA"), "un", "en")
    assert made is not None
    assert made.pin(*ends) == " to ".join(made.pin(key) for key in ends)


def test_every_language_words_stretches_and_every_style_names_every_organ_it_knows(
    real: Edition,
) -> None:
    known = real.catalogue.references
    for style in known.styles:
        for language, forms in style.wordings.items():
            assert language in known.stretches
            if forms.organs and style.id == "un":
                assert forms.organs.keys() == known.authors.keys(), language


def test_a_headline_has_capitals_but_for_small_words_and_keeps_those_of_names(
    real: Edition,
) -> None:
    references = real.catalogue.references
    title = "Follow-up to the United Nations congress: the fight against e-crime, in iPhones too"
    assert headline(title, references) == (
        "Follow-up to the United Nations Congress: The Fight Against E-crime, in iPhones Too"
    )
