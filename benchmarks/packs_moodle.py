"""Questions of Moodle XML read by moodle-xml-parser: python packs_moodle.py FOLDER, where it is.

It knows multiple choice alone; no reader of the other kinds was found. A line a file; ends with 1
where a question, an answer or which of them is right differs from the file.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from moodle_xml_parser import parser


def written(path: Path) -> list[list[object]]:
    """Name, words and answers of each question of multiple choice, as the file has them."""
    return [
        [
            each.findtext("name/text"),
            each.findtext("questiontext/text"),
            [
                (one.findtext("text"), float(one.get("fraction", "0")))
                for one in each.iter("answer")
            ],
        ]
        for each in ET.parse(path).getroot().iter("question")
        if each.get("type") == "multichoice"
    ]


def read(path: Path) -> list[list[object]]:
    """The same as the parser reads them."""
    found = parser.parse_file(str(path))["multichoice"]
    return [
        [
            each.name,
            each.text_pre_parse,
            [(one.answer, float(one.score_fraction)) for one in each.options],
        ]
        for each in found
    ]


def main() -> int:
    """All question banks of a folder."""
    failed = 0
    for path in sorted(Path(sys.argv[1]).glob("questions-*.xml")):
        own, other = written(path), read(path)
        failed += not own or own != other
        print(f"moodle {path.name}: {len(other)} of multiple choice, {own == other}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
