"""MiniSearch over the same paragraphs: what it takes, what it counts, how it is judged."""

from __future__ import annotations

import json
import random
import shutil
import statistics
import subprocess
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page
from scale_corpus import pieces
from scale_figures import spread
from search import ndcg

from resolutions.search.fold import fold
from resolutions.search.passages import Passage

ROOT = Path(__file__).resolve().parent.parent

MINI = """<!doctype html><meta charset=utf-8><script src=minisearch.js></script>
<script src=index.js></script><script>
const words = new Intl.Segmenter("zh", {granularity: "word"});
const tokenize = text => Array.from(words.segment(text)).filter(each => each.isWordLike)
  .map(each => each.segment);
const engine = MiniSearch.loadJSON(window.index, {fields: ["text"], tokenize});
const ask = (query, how) => engine.search(query, {combineWith: how || "OR"});
window.loaded = performance.now();
</script>"""


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
