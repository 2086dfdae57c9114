from __future__ import annotations

from pathlib import Path

from resolutions.readers.table import READERS, kind_of, trust


def test_a_kind_of_file_goes_by_its_suffix_however_it_is_written() -> None:
    assert kind_of(Path("a/B.XML")) == ".xml"
    assert kind_of(Path("a/B.xml.txt")) == ".txt"


def test_xml_is_trusted_before_what_a_tool_extracted() -> None:
    assert trust("a.XML") < trust("a.txt") < trust("a.unread") == len(READERS)
