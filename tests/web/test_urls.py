from __future__ import annotations

import pytest

from resolutions.model.instruments import Instrument
from resolutions.web import urls


def test_the_address_of_a_paragraph_is_the_page_and_its_key() -> None:
    assert urls.resolution("a-res-71-209") == "resolutions/a-res-71-209.html"
    assert urls.resolution("a-res-71-209", "op37") == "resolutions/a-res-71-209.html#op37"
    assert urls.theme("cybercrime") == "themes/cybercrime.html"


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("resolutions/a-res-71-209.html", "a-res-71-209"),
        ("resolutions/index.html", None),
        ("themes/corruption.html", None),
        ("resolutions/x/y.html", None),
    ],
)
def test_the_page_of_an_instrument_tells_its_slug(path: str, slug: str | None) -> None:
    assert urls.slug(path) == slug


@pytest.mark.parametrize(
    ("page", "target", "way"),
    [
        ("index.html", "themes/index.html", "themes/index.html"),
        ("themes/index.html", "index.html", "../index.html"),
        ("themes/a.html", "resolutions/b.html#op1", "../resolutions/b.html#op1"),
        ("themes/a.html", "themes/b.html", "b.html"),
        ("themes/a.html", "themes/a.html#x", "#x"),
        ("themes/a.html", "themes/a.html", "a.html"),
        ("zh/about/index.html", "en/about/index.html", "../../en/about/index.html"),
    ],
)
def test_the_way_from_a_page_to_another_is_relative(page: str, target: str, way: str) -> None:
    assert urls.relative(page, target) == way


@pytest.mark.parametrize(
    ("target", "kind", "name"),
    [
        ("UNTOC", "treaty", "treaties"),
        ("A/RES/64/293", None, "assembly"),
        ("E/RES/2012/12", "resolution", "council"),
        ("E/DEC/2009/251", None, "council"),
        ("CCPCJ/RES/20/3", None, "commission"),
        ("CTOC/COP/RES/5/7", None, "other"),
        ("S/RES/1373(2001)", None, "other"),
        ("A/68/127", None, "documents"),
        ("E/2009/28", "report", "documents"),
        ("SALVADOR", "policy", "policy"),
    ],
)
def test_what_is_cited_stands_on_the_list_of_its_class(
    target: str, kind: str | None, name: str
) -> None:
    assert urls.cited_class(target, kind) == name
    assert name in urls.CITED_CLASSES


def test_the_anchor_of_something_cited_is_its_symbol_in_lower_case() -> None:
    assert urls.anchor("S/RES/1373(2001)") == "s-res-1373-2001"
    assert urls.cited("A/RES/57/270B", None) == "cited/assembly.html#a-res-57-270b"


@pytest.mark.parametrize(
    "symbol",
    ["A/RES/64/293", "A/RES/S-30/1", "A/RES/415(V)", "E/RES/2012/12", "E/RES/1992/22", "E/RES/1978/1", "E/RES/1989/60", "S/RES/1373(2001)", "A/C.3/68/L.18", "E/CN.15/2011/15"],
)  # fmt: skip
def test_an_official_link_is_made_for_the_resolutions_and_documents_of_the_un(symbol: str) -> None:
    assert urls.official(symbol, "fr") == f"https://docs.un.org/fr/{symbol}"


@pytest.mark.parametrize(
    "symbol",
    ["CCPCJ/RES/20/3", "CTOC/COP/RES/5/7", "CND/RES/63/2", "CAC/COSP/RES/8/1", "E/DEC/2009/251", "A/DEC/64/1", "UNTOC", "E/RES/155C(VII)", "E/RES/1975/2", "E/RES/1977/1", "E/CN.7/2011/9-E/CN.15/2011/9", "A/RES/1 2"],
)  # fmt: skip
def test_no_official_link_is_made_for_ids_of_our_own_and_doubtful_symbols(symbol: str) -> None:
    assert urls.official(symbol, "fr") is None


def test_an_instrument_is_read_at_its_url_or_else_in_the_document_that_holds_it() -> None:
    plain = Instrument(id="UNTOC", kind="treaty")
    held = Instrument(id="UNTOC", kind="treaty", document="A/RES/55/25")
    own = Instrument(id="UNTOC", kind="treaty", document="A/RES/55/25", url="https://example.org/x")
    assert urls.instrument_link(None, "UNTOC", "en") is None
    assert urls.instrument_link(plain, "UNTOC", "en") is None
    assert urls.instrument_link(held, "UNTOC", "en") == "https://docs.un.org/en/A/RES/55/25"
    assert urls.instrument_link(own, "UNTOC", "en") == "https://example.org/x"
    assert urls.instrument_link(None, "A/RES/64/293", "ar") == "https://docs.un.org/ar/A/RES/64/293"
