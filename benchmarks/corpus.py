"""Make a large corpus of AKN4UN files out of a few, to measure the build at the size of the UN's.

python benchmarks/corpus.py AKN FOLDER [--resolutions 1700] [--paragraphs 45] [--fresh 0.7]

AKN is a folder of resolutions in six languages as the UN publishes them. Their paragraphs are
drawn anew into resolutions of sessions 74 to 80, the same ones in each language, so that the
six stay aligned; numbers and notes are counted anew. A share of the paragraphs gets a figure
that no other has: as in the UN's own texts, some recur and most do not. The same arguments make
the same files. Then: python build_pages.py --texts FOLDER
"""

from __future__ import annotations

import argparse
import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from lxml import etree

SESSIONS = range(74, 81)
FIRST_NUMBER = 501  # the sessions' own resolutions end before
SEED = 20080101
SPREAD = 0.6  # of the lengths of resolutions: most are short, some very long
LONGEST = 200  # paragraphs
PREAMBLE = 0.4  # of a resolution's paragraphs
NAMESPACES = re.compile(r' xmlns(?::\w+)?="[^"]*"')
NUMBER = re.compile(r"(>\s*)\d{1,3}(?=(?:\s*bis)?\s*(?:[.．\-–—]|</num>))")  # <num> 5.</num>, >5 -
END = re.compile(r"(?=[\s.,;:。，；：،؛]*(?:</span>)?\s*</p>\s*(?:</content>)?\s*</\w+>\s*$)")
MARKER = re.compile(r'(<authorialNote [^>]*?marker=")\d+"')
DAY = re.compile(r'="(20\d\d)-')
FILE = re.compile(r"A-RES-(?P<session>\d+)-(?P<number>\d+)\.(?P<language>[a-z]{2})")


class Text(NamedTuple):
    """A resolution in one language, cut up: what stands around its paragraphs, and these."""

    head: str
    between: str
    tail: str
    preamble: list[str]
    operative: list[list[str]]  # each with its list items


class Seed(NamedTuple):
    """A resolution whose languages have the same number of paragraphs."""

    session: int
    number: str
    texts: dict[str, Text]


def main() -> int:
    """Write the files; say how many, and how large."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("akn", type=Path, help="the folder of AKN4UN files to draw from")
    parser.add_argument("folder", type=Path, help="where the corpus goes, outside the repository")
    parser.add_argument("--resolutions", type=int, default=1700)
    parser.add_argument("--paragraphs", type=int, default=45, help="of a resolution, on average")
    parser.add_argument(
        "--fresh", type=float, default=0.7, help="the share of paragraphs that do not recur"
    )
    options = parser.parse_args()
    seeds = read(options.akn)
    if not seeds:
        parser.error(f"{options.akn} holds no resolution that is alike in its languages")
    options.folder.mkdir(parents=True, exist_ok=True)
    figures = count(20_001)
    files = size = 0
    draw = random.Random(SEED)
    for place in range(options.resolutions):
        session = SESSIONS[place % len(SESSIONS)]
        number = FIRST_NUMBER + place // len(SESSIONS)
        for language, xml in resolution(seeds, draw, session, number, options, figures).items():
            path = options.folder / f"A-RES-{session}-{number}.{language}.xml"
            path.write_text(xml, encoding="utf-8")
            files, size = files + 1, size + path.stat().st_size
    print(f"{options.resolutions} resolutions, {files} files, {size / 1e6:.0f} MB")
    return 0


def read(folder: Path) -> list[Seed]:
    """The resolutions of a folder that are alike in all their languages."""
    texts: defaultdict[tuple[int, str], dict[str, Text]] = defaultdict(dict)
    for path in sorted(folder.glob("*.xml")):
        name = FILE.match(path.name)
        text = cut(path.read_text(encoding="utf-8")) if name else None
        if name and text:
            texts[int(name["session"]), name["number"]][name["language"]] = text
    seeds = []
    for (session, number), own in texts.items():
        sizes = {(len(each.preamble), len(each.operative)) for each in own.values()}
        if len(sizes) > 1 or "en" not in own:
            continue
        begins = [n for n, (each,) in enumerate(own["en"].operative) if NUMBER.search(each)]
        if begins:
            alike = {code: group(text, begins) for code, text in own.items()}
            seeds.append(Seed(session, number, alike))
    return seeds


def cut(xml: str) -> Text | None:
    """Take a file apart; None where it has no preamble of containers and no paragraphs."""
    root = etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False))
    own = f"{{{etree.QName(root).namespace}}}"
    preamble = [written(each) for each in root.iterfind(f".//{own}preamble/{own}container")]
    operative = [[written(each)] for each in root.iterfind(f".//{own}mainBody/{own}paragraph")]
    if not preamble or not operative:
        return None
    first = xml.index("<container")
    end, begin = xml.index("</preamble>"), xml.index("<mainBody>") + len("<mainBody>")
    return Text(xml[:first], xml[end:begin], xml[xml.rindex("</mainBody>") :], preamble, operative)


def written(element: etree._Element) -> str:
    """The XML of an element alone."""
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    return NAMESPACES.sub("", xml)


def group(text: Text, begins: Sequence[int]) -> Text:
    """The paragraphs in groups: one that has a number, and what follows it without one."""
    ends = [*begins[1:], len(text.operative)]
    groups = [
        [xml for each in text.operative[start:end] for xml in each]
        for start, end in zip(begins, ends, strict=True)
    ]
    return text._replace(operative=groups)


def resolution(
    seeds: Sequence[Seed],
    draw: random.Random,
    session: int,
    number: int,
    options: argparse.Namespace,
    figures: count[int],
) -> dict[str, str]:
    """One resolution in all languages: the frame of a seed, paragraphs of any."""
    frame = draw.choice(seeds)
    mean = options.paragraphs / math.exp(SPREAD**2 / 2)
    length = max(4, min(LONGEST, round(mean * draw.lognormvariate(0, SPREAD))))
    preamble = [
        _drawn(draw, seeds, "preamble", options, figures) for _ in range(int(length * PREAMBLE))
    ]
    operative: list[dict[str, list[str]]] = []
    while len(preamble) + sum(len(own["en"]) for own in operative) < length:
        operative.append(_drawn(draw, seeds, "operative", options, figures))
    made = {}
    for language, text in frame.texts.items():
        blocks = [xml for own in preamble for xml in own[language]]
        body = [
            xml if n else NUMBER.sub(rf"\g<1>{place}", xml, count=1)
            for place, own in enumerate(operative, start=1)
            for n, xml in enumerate(own[language])
        ]
        middle = "\n".join(blocks) + text.between + "\n".join(body)
        head, tail = (_named(xml, frame, session, number) for xml in (text.head, text.tail))
        made[language] = head + _counted(middle) + tail
    return made


def _drawn(
    draw: random.Random,
    seeds: Sequence[Seed],
    part: str,
    options: argparse.Namespace,
    figures: count[int],
) -> dict[str, list[str]]:
    """A paragraph of any seed, with its items, in all languages."""
    seed = draw.choice(seeds)
    place = draw.randrange(len(getattr(seed.texts["en"], part)))
    figure = f" ({next(figures)})" if draw.random() < options.fresh else ""
    found = {}
    for language, text in seed.texts.items():
        own = getattr(text, part)[place]
        blocks = [own] if isinstance(own, str) else own
        found[language] = [END.sub(figure, each, count=1) for each in blocks]
    return found


def _counted(xml: str) -> str:
    """The notes numbered anew."""
    marks = count(1)
    return MARKER.sub(lambda match: f'{match[1]}{next(marks)}"', xml)


def _named(xml: str, seed: Seed, session: int, number: int) -> str:
    """What stands around the paragraphs, under another symbol and year."""
    shift = session - seed.session
    xml = xml.replace(f"{seed.session}/{seed.number}", f"{session}/{number}")
    xml = xml.replace(f"{seed.session}-{seed.number}", f"{session}-{number}")
    xml = xml.replace(f'value="{seed.session}"', f'value="{session}"')
    return DAY.sub(lambda match: f'="{int(match[1]) + shift}-', xml)


if __name__ == "__main__":
    sys.exit(main())
