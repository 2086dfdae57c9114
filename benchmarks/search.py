"""Measure the search in a real browser: nDCG@10 and recall@100 on the judged queries (hits, then
what is near), and the time of a query.

python benchmarks/search.py [--split held-out] [--worst 12]
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
RUN = """async query => { const began = performance.now();
  const found = await compendium.search(query, {limit: 100}), took = performance.now() - began;
  return [[...found.hits, ...found.near].map(hit => hit.place), took]; }"""
FILES = (
    "queries.yml",
    "queries-develop.yml",
    "queries-develop-2.yml",
    "queries-held-out.yml",
    "queries-held-out-2.yml",
)
SPLITS = ("develop", "develop-2", "develop-3", "held-out", "held-out-2", "held-out-3")


def ndcg(places: list[str], relevant: dict[str, int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain of the first hits, gains 2^grade - 1."""
    gains = [2 ** relevant.get(place, 0) - 1 for place in places[:depth]]
    ideal = sorted((2**grade - 1 for grade in relevant.values()), reverse=True)[:depth]
    best = _discounted(ideal)
    return _discounted(gains) / best if best else 1.0


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(rank + 2) for rank, gain in enumerate(gains))


def recall(places: list[str], relevant: dict[str, int], depth: int = 100) -> float:
    """The share of what was judged an answer that is among the first."""
    return len(set(places[:depth]) & set(relevant)) / len(relevant) if relevant else 1.0


def main() -> int:
    """Print both figures by split, language and kind, the worst queries, and the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=SPLITS, help="only these")
    parser.add_argument("--worst", type=int, default=0, help="list so many of the worst")
    options = parser.parse_args()
    queries: list[dict[str, Any]] = []
    for name in FILES:
        path = ROOT / "tests" / "labels" / name
        queries += yaml.safe_load(path.read_text(encoding="utf-8"))
    if options.split:
        queries = [query for query in queries if query["split"] == options.split]
    scores, times = _ask(queries)
    by: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for query in queries:
        split = query["split"]
        names = ("all", split, f"{split} {query['lang']}", f"kind {query['kind']}")
        for name in names:
            by[name].append(scores[query["query"]])
    for name, values in sorted(by.items()):
        gain, found = (statistics.mean(each) for each in zip(*values, strict=True))
        print(f"{name:<16} nDCG@10 {gain:.3f}  recall@100 {found:.3f}  ({len(values)} queries)")
    times.sort()
    middle, high = times[len(times) // 2], times[len(times) * 95 // 100]
    print(f"query time p50 {middle:.1f} ms, p95 {high:.1f} ms")
    for query in sorted(queries, key=lambda each: scores[each["query"]])[: options.worst]:
        print(f"  {scores[query['query']][0]:.2f} {query['lang']} {query['kind']} {query['query']}")
    return 0


def _ask(
    queries: list[dict[str, Any]],
) -> tuple[dict[str, tuple[float, float]], list[float]]:
    from browser.helpers import ARGUMENTS, CHROMIUM, program
    from playwright.sync_api import sync_playwright

    scores, times = {}, []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program("CHROMIUM_PATH", *CHROMIUM), args=ARGUMENTS
        )
        page = browser.new_page()
        page.goto((ROOT / "site" / "zh" / "search.html").as_uri())
        page.evaluate("compendium.search('犯罪 crime')")
        for query in queries:
            places, milliseconds = page.evaluate(RUN, query["query"])
            relevant = query["relevant"]
            scores[query["query"]] = ndcg(places, relevant), recall(places, relevant)
            times.append(milliseconds)
        browser.close()
    return scores, times


if __name__ == "__main__":
    sys.exit(main())
