"""The figures of a site with our search: size, first result, the time of a query, heap, totals."""

from __future__ import annotations

import random
import statistics
from pathlib import Path

from playwright.sync_api import Browser
from scale_corpus import COMMON, pieces

from resolutions.search.fold import fold
from resolutions.search.passages import Passage

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
