from __future__ import annotations

from pathlib import PurePath

import pytest

from resolutions.readers.names import said_by_name


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("Chinese/A_RES_90_263 B-2307893C.xml", "name zh, name A/RES/90/263B, folder zh"),
        ("90session/Arabic/90_251_B_A.xml", "name ar, name A/RES/90/251B, folder ar"),
        ("A_RES_90_251 C_A.xml", "name ar, name A/RES/90/251C"),
        ("A_RES_ES-11_4_2223239G.xml", "name de, name A/RES/ES-11/4"),
        ("A_RES_90_256 A-B-2300172F.XML", "name fr, name A/RES/90/256A-B"),
        ("A_RES_90_12-2119704R_reissue.xml", "name ru, name A/RES/90/12"),
        ("A_RES_90_23-2118258S_reisue.xml", "name es, name A/RES/90/23"),
        ("A-RES-90-289-C.zh.xml", "name zh, name A/RES/90/289"),
        ("E-RES-2012-12.en.pdf", "name en, name E/RES/2012/12"),
        ("my 'texts'/90_1_E.xml", "name en, name A/RES/90/1"),
        ("en/N2012345.docx", "folder en"),
        ("E-2011-30.zh.txt", "name zh"),
        ("notes.txt", ""),
    ],
)
def test_a_name_and_its_folder_speak_for_symbol_and_language(path: str, said: str) -> None:
    found = [f"{each.basis} {each.value}" for each in said_by_name(PurePath(path))]
    assert ", ".join(found) == said
