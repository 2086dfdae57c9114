"""Numbers as organs old and new write them, in Chinese and English: whose they are, or nobody's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import NAMES, REPOSITORY

from resolutions.analysis.citations.find import mentions
from resolutions.analysis.citations.names import Names
from resolutions.catalogue.yamlfile import load_yaml
from resolutions.model.problems import Report
from resolutions.model.records import Body
from resolutions.model.rules import Citing

ENGLISH = load_yaml(REPOSITORY / "data/rules/en/citing.yml", "citing.yml", Citing, Report())
assert ENGLISH is not None
EN = Names.of({}, replace(ENGLISH, names={}))


def cited(text: str, body: Body, names: Names) -> list[str | None]:
    found = mentions(text, names, body, set())
    return [each.target for each in found if not (each.short or each.beside)]


def each(stem: str, *ends: str) -> list[str | None]:
    return [f"{stem}{end}" for end in ends]


@pytest.mark.parametrize(
    ("text", "body", "targets"),
    [
        # an organ's own number, where it names none
        ("重申其第7/1号决议", "COP", ["CTOC/COP/RES/7/1"]), ("重申其第8/12号决议", "COSP", ["CAC/COSP/RES/8/12"]),
        ("其第35/1号和第S-33/1号决议", "HRC", ["A/HRC/RES/35/1", "A/HRC/RES/S-33/1"]),
        ("其第64/2号决议", "CND", [None]), ("大会第64/2号决议", "CND", ["A/RES/64/2"]),
        # organs whose numbers are not read
        ("《生物多样性公约》缔约方大会第15/4号决定", "GA", [None]), ("《残疾人权利公约》缔约国会议第15/2号决定", "GA", [None]),
        ("《巴塞尔公约》缔约方大会BC-15/1号决定", "GA", []), ("人权委员会第2005/80号决议", "GA", [None]),
        ("《联合国打击跨国有组织犯罪公约》缔约方会议第11/1号决议", "GA", ["CTOC/COP/RES/11/1"]),
        # letters, old sessions
        ("第1721 A和B(XVI)号决议", "GA", each("A/RES/1721", "A(XVI)", "B(XVI)")), ("第377 A (V)号决议", "GA", ["A/RES/377A(V)"]),
        ("第S-20/4 A至C号决议", "GA", each("A/RES/S-20/4", "A", "B", "C")), ("第51/211 A-C号决议", "GA", each("A/RES/51/211", "A", "B", "C")),
        ("第51/211 A–B号决议", "GA", each("A/RES/51/211", "A", "B")), ("第ES–10/22号决议", "GA", ["A/RES/ES-10/22"]),
        # ranges
        ("第46/152至46/154号决议", "GA", each("A/RES/46/", "152", "153", "154")),
        ("第74/170号至第74/172号决议", "GA", each("A/RES/74/", "170", "171", "172")),
        ("经社理事会第2012/12号和第2013/30至2013/31号决议", "GA", each("E/RES/", "2012/12", "2013/30", "2013/31")),
        ("第46/152至48/154号决议", "GA", each("A/RES/", "46/152", "48/154")),
        ("S/RES/2331 (2016)和A/RES/75/1", "GA", ["S/RES/2331(2016)", "A/RES/75/1"]),
        # behind the word
        ("大会决议74/177和75/1", "GA", each("A/RES/", "74/177", "75/1")), ("决议 74/177第12段", "GA", ["A/RES/74/177"]),
        ("决议第74/177号和第75/1号决议", "GA", each("A/RES/", "74/177", "75/1")), ("安理会决议1373(2001)", "GA", ["S/RES/1373(2001)"]),
        ("人权理事会决议35/1", "GA", ["A/HRC/RES/35/1"]), ("经社理事会决议2012/12", "GA", ["E/RES/2012/12"]), ("决议59/113 B", "GA", ["A/RES/59/113B"]),
        ("通过决议75/100多数，决议75/12段，决议草案74/177，决定74/177，决议75/4月", "GA", []),
        ("本决议75/1号文件和该决议76/1号决定", "GA", ["A/DEC/76/1"]),
    ],
)  # fmt: skip
def test_in_chinese(text: str, body: Body, targets: list[str | None]) -> None:
    found = [target for target in cited(text, body, NAMES) if target is None or "/" in target]
    assert found == targets


@pytest.mark.parametrize(
    ("text", "body", "targets"),
    [
        ("resolutions 56/201 A and B", "GA", each("A/RES/56/201", "A", "B")), ("resolution 50/70 M.", "GA", ["A/RES/50/70M"]),
        ("resolutions 65/247 A, B and C", "GA", each("A/RES/65/247", "A", "B", "C")),
        ("resolutions 45/250 A to C of 21 December 1990", "GA", each("A/RES/45/250", "A", "B", "C")),
        ("resolutions 1721 A and B (XVI)", "GA", each("A/RES/1721", "A(XVI)", "B(XVI)")), ("Resolution 217A(III)", "GA", ["A/RES/217A(III)"]),
        ("its resolution 2178(2014)", "SC", ["S/RES/2178(2014)"]), ("its resolution 57/270 B and A/57/1", "GA", ["A/RES/57/270B", "A/57/1"]),
        ("resolutions 46/152 to 46/154", "GA", each("A/RES/46/", "152", "153", "154")),
        ("resolutions S-20/2 to S-20/4", "GA", each("A/RES/S-20/", "2", "3", "4")),
        ("decision 15/4 of the Conference of the Parties to the Convention on Biological Diversity", "GA", [None]),
        ("resolution 11/1 of the Conference of the Parties to the United Nations Convention against Transnational Organized Crime", "GA", ["CTOC/COP/RES/11/1"]),
        ("resolution 11/1 of the Conference of the Parties to the Convention", "GA", ["CTOC/COP/RES/11/1"]),
        ("Commission on Human Rights resolution 2005/80", "GA", [None]), ("its resolution 64/2", "CND", [None]),
        ("See S/RES/2331 (2016)", "GA", ["S/RES/2331(2016)"]),
        # with No. and abbreviated
        ("General Assembly resolution No. 74/177", "SC", ["A/RES/74/177"]), ("resolution no 74/177 of 18 December 2019", "GA", ["A/RES/74/177"]),
        ("resolutions Nos. 74/177 and 75/1", "GA", each("A/RES/", "74/177", "75/1")), ("resolutions No. 74/177 and No. 75/1", "GA", each("A/RES/", "74/177", "75/1")),
        ("res. 74/177", "GA", ["A/RES/74/177"]), ("GA Res. 217 A (III)", "GA", ["A/RES/217A(III)"]), ("SC res. 1373 (2001)", "GA", ["S/RES/1373(2001)"]),
        ("ECOSOC res. 2005/20", "GA", ["E/RES/2005/20"]), ("HRC res. 35/1", "GA", ["A/HRC/RES/35/1"]), ("COSP res. 10/6", "GA", ["CAC/COSP/RES/10/6"]),
        ("Security Council resolution No. 1373 (2001)", "GA", ["S/RES/1373(2001)"]), ("resolution No. 74/177 of the General Assembly", "SC", ["A/RES/74/177"]),
        ("Council of Ministers resolution No. 74/177, resolution No. 74/2005, resolution No. 74/177 of the Cabinet", "GA", []),
        ("UNEP res. 74/177, UNEA res. 74/177, decision No. 74/550", "GA", []), ("WHA resolution 74/17", "GA", [None]),
    ],
)  # fmt: skip
def test_in_english(text: str, body: Body, targets: list[str | None]) -> None:
    assert cited(text, body, EN) == targets
