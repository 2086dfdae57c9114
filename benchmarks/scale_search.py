"""Measure the search on a corpus as large as readers may bring, beside MiniSearch.

python benchmarks/scale_search.py [--units 50000 560000] [--keep FOLDER]

The corpora recombine the clauses of our texts by a fixed seed, in a folder outside the repository.
A real corpus has more different words and as many postings. Every page is opened from `file://`.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]
from browser.helpers import ARGUMENTS, CHROMIUM, program  # noqa: E402
from conftest import edition_of  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from search import ndcg  # noqa: E402

from resolutions.model.catalogue import Catalogue  # noqa: E402
from resolutions.model.document import Document  # noqa: E402
from resolutions.model.findings import Reading  # noqa: E402
from resolutions.model.records import Span  # noqa: E402
from resolutions.search.fold import fold  # noqa: E402
from resolutions.search.passages import Passage, units_of  # noqa: E402
from resolutions.search.shards import script, shards  # noqa: E402

SEED = 50_000
SHARED = (
    "fold.js", "terms.js", "thesaurus.js", "labels-zh.js", "zh/words-0.js", "zh/ways-0.js"
)  # fmt: skip
A_DOCUMENT = 28  # units, as in our texts
COMMON = ["的", "犯罪", "会员国", "联合国毒品和犯罪问题办公室", "打击跨国有组织犯罪", "国际合作"]
FIRST = """new MutationObserver(() => {
  if (document.querySelector("[data-place]")) window.firstHit ??= performance.now();
}).observe(document, {childList: true, subtree: true});"""
ASK = """async queries => { const times = [];
  for (const query of queries) {
    const began = performance.now();
    await compendium.search(query, {limit: 20});
    times.push(performance.now() - began);
  }
  return times; }"""
COUNT = "q => compendium.search(q, {expand: false, limit: 1}).then(found => found.total)"
MINI = """<!doctype html><meta charset=utf-8><script src=minisearch.js></script>
<script src=index.js></script><script>
const words = new Intl.Segmenter("zh", {granularity: "word"});
const tokenize = text => Array.from(words.segment(text)).filter(each => each.isWordLike)
  .map(each => each.segment);
const engine = MiniSearch.loadJSON(window.index, {fields: ["text"], tokenize});
const ask = (query, how) => engine.search(query, {combineWith: how || "OR"});
window.loaded = performance.now();
</script>"""


def main() -> int:
    """Print the figures of our own corpus, then of each synthetic one, then of MiniSearch."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--units", type=int, nargs="*", default=[50_000])
    parser.add_argument("--keep", type=Path, help="make the corpora here and leave them")
    options = parser.parse_args()
    edition = edition_of(ROOT / "data")
    readings = list(edition.readings.values())
    own = [(each.document, units_of(each, edition.catalogue)) for each in readings]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        place: Path = options.keep or Path(folder)
        browser = playwright.chromium.launch(
            executable_path=program("CHROMIUM_PATH", *CHROMIUM),
            args=[*ARGUMENTS, "--enable-precise-memory-info"],
        )
        queries = mixed(own, edition.catalogue)
        print(f"{len(queries)} mixed queries, limit 20; first result: new page with ?q=")
        measure("ours, the edition", browser, ROOT / "site", queries)
        modules = installed(place)
        if modules:
            units = [unit for _, each in own for unit in each]
            names = tuple(f"{about.slug}#{unit.key}" for about, each in own for unit in each)
            mini(browser, place / "mini", modules, units, queries, names)
        for count in options.units:
            site = place / f"units-{count}"
            made = write(site, Corpus(readings, edition.catalogue, count), edition.catalogue)
            measure(f"ours, {count:,} units", browser, site, queries)
            exact(browser, site, made)
            if modules and count <= 100_000:
                mini(browser, place / f"mini-{count}", modules, made, queries)
            if not options.keep:
                shutil.rmtree(site)
        browser.close()
    return 0


# --- corpora ---------------------------------------------------------------------------------


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


# --- figures ---------------------------------------------------------------------------------


def measure(name: str, browser: Browser, site: Path, queries: list[str]) -> None:
    """Size, first result, the time of a query the first time and once loaded, heap."""
    sizes = {
        kind: sum(path.stat().st_size for path in (site / "search" / "zh").glob(f"{kind}*.js"))
        for kind in ("", "texts", "postings", "facts")
    }
    first = []
    for query in ("网络犯罪", "human trafficking", "64/293"):
        page = browser.new_page()
        page.add_init_script(FIRST)
        page.goto((site / "zh" / "search.html").as_uri() + "?q=" + query)
        page.wait_for_function("window.firstHit")
        first.append(page.evaluate("window.firstHit"))
        page.close()
    page = browser.new_page()
    page.goto((site / "zh" / "search.html").as_uri())
    page.wait_for_function("() => window.compendium && window.compendium.search")
    cold, warm = page.evaluate(ASK, queries), page.evaluate(ASK, queries)
    heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
    page.close()
    print(
        f"{name}: index {sizes[''] / 1e6:.1f} MB (texts {sizes['texts'] / 1e6:.1f}, "
        f"postings {sizes['postings'] / 1e6:.1f}, facts {sizes['facts'] / 1e6:.1f})\n"
        f"  first result {' / '.join(f'{each:.0f}' for each in first)} ms\n"
        f"  query, the first time {spread(cold)}; once loaded {spread(warm)}; heap {heap:.0f} MB"
    )
    slow = sorted(zip(warm, queries, strict=True), reverse=True)[:3]
    print("  slowest: " + ", ".join(f"{query} {each:.0f} ms" for each, query in slow))


def spread(times: list[float]) -> str:
    """The middle, the slowest of twenty, the slowest."""
    times = sorted(times)
    return (
        f"p50 {statistics.median(times):.1f} p95 {times[len(times) * 95 // 100]:.1f} "
        f"max {times[-1]:.0f} ms"
    )


def exact(browser: Browser, site: Path, units: list[Passage]) -> None:
    """The share of strings whose total is that of a plain scan, where all units are at hand."""
    if len(units) < 40_000:
        return
    texts = [fold(unit.text) for unit in units]
    drawn = [*pieces(texts, random.Random(7), 40), *COMMON]
    page = browser.new_page()
    page.goto((site / "zh" / "search.html").as_uri())
    page.wait_for_function("() => window.compendium && window.compendium.search")
    right = sum(page.evaluate(COUNT, q) == sum(q in text for text in texts) for q in drawn)
    page.close()
    print(f"  totals equal to a plain scan: {right} of {len(drawn)}")


# --- MiniSearch ------------------------------------------------------------------------------


def installed(place: Path) -> Path | None:
    """MiniSearch from npm, in the folder of the benchmark; None where that cannot be had."""
    place.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(place)]
    try:
        subprocess.run([*command, "minisearch@7.2.0"], check=True, capture_output=True, timeout=120)
    except (OSError, subprocess.SubprocessError):
        print("MiniSearch cannot be installed here (npm): measured without it")
        return None
    return place / "node_modules"


def mini(
    browser: Browser,
    folder: Path,
    modules: Path,
    units: list[Passage],
    queries: list[str],
    names: tuple[str, ...] = (),
) -> None:
    """MiniSearch over the same paragraphs, cut into words by the browser's own segmenter.

    Where the places of the units are given, its answers to the judged queries are judged too.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(modules / "minisearch" / "dist" / "umd" / "index.js", folder / "minisearch.js")
    (folder / "index.html").write_text(MINI, encoding="utf-8")
    lines = "\n".join(json.dumps({"id": n, "text": unit.text}) for n, unit in enumerate(units))
    command = ["node", str(Path(__file__).with_name("minisearch.js")), str(modules)]
    subprocess.run([*command, str(folder / "index.js")], input=lines, text=True, check=True)
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    page.wait_for_function("window.loaded")
    asked = (
        "qs => qs.map(q => { const t = performance.now(); ask(q); return performance.now() - t; })"
    )
    page.evaluate(asked, queries[:20])
    times, loaded = page.evaluate(asked, queries), page.evaluate("window.loaded")
    heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
    size = (folder / "index.js").stat().st_size / 1e6
    print(
        f"MiniSearch 7.2.0, {len(units):,} units: index {size:.1f} MB, loaded in {loaded:.0f} ms, "
        f"query {spread(times)}, heap {heap:.0f} MB"
    )
    drawn = pieces([u.text for u in units if len(u.text) > 20], random.Random(7), 300)
    texts = [fold(unit.text) for unit in units]
    totals = page.evaluate("qs => qs.map(q => ask(q, 'AND').length)", drawn[:100])
    right = sum(
        total == sum(fold(q) in text for text in texts)
        for q, total in zip(drawn[:100], totals, strict=True)
    )
    print(f"  totals equal to a plain scan: {right} of 100")
    if names:
        print(f"  nDCG@10 of the judged queries {judged_by(page, names):.3f}")
    page.close()


def judged_by(page: Page, names: tuple[str, ...]) -> float:
    """The mean nDCG@10 of MiniSearch over the judged queries."""
    path = ROOT / "tests" / "labels" / "queries.yml"
    judged: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    places = page.evaluate(
        "qs => qs.map(q => ask(q).slice(0, 10).map(hit => hit.id))", [q["query"] for q in judged]
    )
    return statistics.mean(
        ndcg([names[n] for n in found], query["relevant"])
        for found, query in zip(places, judged, strict=True)
    )


if __name__ == "__main__":
    sys.exit(main())
