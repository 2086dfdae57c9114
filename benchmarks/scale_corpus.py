"""Corpora as large as readers may bring, made of the clauses of our texts by a fixed seed, as a
site with our search page; and what readers may ask of them.
"""

from __future__ import annotations

import random
import resource
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from resolutions.model.catalogue import Catalogue
from resolutions.model.document import Document
from resolutions.model.findings import Reading
from resolutions.model.records import Span
from resolutions.search.fold import fold
from resolutions.search.passages import Passage, units_of
from resolutions.search.shards import script, shards

ROOT = Path(__file__).resolve().parent.parent

SEED = 50_000
SHARED = (
    "fold.js", "terms.js", "thesaurus.js", "labels-zh.js", "zh/words-0.js", "zh/ways-0.js"
)  # fmt: skip
A_DOCUMENT = 28  # units, as in our texts
COMMON = ["的", "犯罪", "会员国", "联合国毒品和犯罪问题办公室", "打击跨国有组织犯罪", "国际合作"]


class Corpus:
    """Documents made of the clauses of our texts; what is known of a unit is that of a real one."""

    def __init__(self, readings: list[Reading], catalogue: Catalogue, count: int) -> None:
        self.count = count
        self.bodies = {
            f for t in catalogue.terms.values() if t.kind == "body" for f in t.forms("zh")
        }
        self.models = [
            (each.document, unit) for each in readings for unit in units_of(each, catalogue)
        ]
        self.clauses: list[list[str]] = []
        for _, unit in self.models:
            clause: list[str] = []
            for word in tiles(unit):
                clause.append(word)
                if word[-1] in "，；。、：":
                    self.clauses.append(clause)
                    clause = []
            self.clauses += [clause] if clause else []
        self.clauses = [each for each in self.clauses if each]

    def documents(self) -> Iterator[tuple[Document, list[Passage]]]:
        """Document after document, the same each time."""
        draw = random.Random(SEED)
        for number, start in enumerate(range(0, self.count, A_DOCUMENT)):
            model = draw.choice(self.models)[0]
            document = replace(model, slug=f"x-{number}", year=draw.randint(1990, 2025))
            yield (
                document,
                [self.unit(draw, n) for n in range(min(A_DOCUMENT, self.count - start))],
            )

    def unit(self, draw: random.Random, number: int) -> Passage:
        """A unit of about the length of ours."""
        model = draw.choice(self.models)[1]
        words = [word for _ in range(draw.randint(2, 6)) for word in draw.choice(self.clauses)]
        bodies, at = [], 0
        for word in words:
            if word in self.bodies:
                bodies.append(Span(at, at + len(word)))
            at += len(word)
        lengths = " ".join(str(len(word)) for word in words) if model.words else ""
        return replace(
            model,
            key="title" if number == 0 else f"op{number}",
            mark="",
            part=2 if number == 0 else min(model.part, 1),
            text="".join(words),
            words=lengths,
            bodies=tuple(bodies) if lengths else (),
        )


def tiles(unit: Passage) -> list[str]:
    """The words of a unit, with what stands between them."""
    found, at = [], 0
    for length in unit.words.split():
        found.append(unit.text[at : at + int(length)])
        at += int(length)
    return found


def write(site: Path, corpus: Corpus, catalogue: Catalogue) -> list[Passage]:
    """A site with our search page and these units; say what it took. The units, if not too many."""
    site.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "site" / "assets", site / "assets", dirs_exist_ok=True)
    (site / "zh").mkdir(exist_ok=True)
    shutil.copy(ROOT / "site" / "zh" / "search.html", site / "zh")
    (site / "search" / "zh").mkdir(parents=True, exist_ok=True)
    for name in SHARED:
        shutil.copy(ROOT / "site" / "search" / name, site / "search" / name)
    languages = script("languages", "", 0, [["zh"], []])
    (site / "search" / "languages.js").write_text(languages, encoding="utf-8")
    kept: list[Passage] = []

    def passed() -> Iterator[tuple[Document, list[Passage]]]:
        for document, units in corpus.documents():
            kept.extend(units if corpus.count <= 100_000 else units[:1])
            yield document, units

    began = time.process_time()
    for _ in corpus.documents():
        pass
    making = time.process_time() - began
    began = time.process_time()
    for path, text in shards("zh", passed(), catalogue):
        (site / path).write_text(text, encoding="utf-8")
    spent = time.process_time() - began - making
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"\n{corpus.count:,} units: indexed in {spent:.1f} s of one core, {memory:.0f} MB at most"
    )
    return kept


def mixed(own: list[tuple[Document, list[Passage]]], catalogue: Catalogue) -> list[str]:
    """What readers type: common words, terms in six languages, symbols, phrases, any piece."""
    draw = random.Random(SEED)
    judged = yaml.safe_load((ROOT / "tests" / "labels" / "queries.yml").read_text(encoding="utf-8"))
    names = [name for term in catalogue.terms.values() for name in term.names.values()]
    texts = [fold(unit.text) for _, units in own for unit in units if len(unit.text) > 20]
    return [
        *COMMON,
        *(query["query"] for query in judged),
        *draw.sample(names, 40),
        *pieces(texts, draw, 60),
    ]


def pieces(texts: list[str], draw: random.Random, count: int) -> list[str]:
    """Strings of two to six characters out of the texts."""
    found: list[str] = []
    while len(found) < count:
        text = draw.choice(texts)
        start = draw.randrange(len(text) - 6)
        piece = text[start : start + draw.randint(2, 6)]
        if fold(piece) == piece:
            found.append(piece)
    return found
