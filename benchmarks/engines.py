"""Our search beside MiniSearch, FlexSearch, lunr, Orama and Pagefind: same paragraphs and queries.

python benchmarks/engines.py

Each paragraph is one record: its Chinese and our English beside it, which is what ours searches.
The others come from npm into a folder of their own and run in node; ours runs in the browser, from
`file://`; Pagefind in the browser over http, its index made by its own program.
"""

from __future__ import annotations

import http.server
import json
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]
from browser.helpers import ARGUMENTS, CHROMIUM, program  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from search import FILES, ndcg, recall  # noqa: E402

PACKAGES = (
    "minisearch@7.2.0",
    "flexsearch@0.8.212",
    "lunr@2.3.9",
    "@orama/orama@3.1.18",
    "pagefind@1.6.0",
)
STRINGS = 300  # wordings of which a plain scan knows the paragraphs
UNITS = """async () => { const C = await compendium.engine();
  const [zh, en] = await Promise.all(["zh", "en"].map(C.open)), beside = new Map();
  const name = (corpus, n) => corpus.manifest.documents[corpus.rowOf[n]][0] + "#" + corpus.keys[n];
  for (let n = 0; n < en.size; n += 1) beside.set(name(en, n), C.unitOf(en, n).text);
  return Array.from({length: zh.size}, (nothing, n) => n)
    .filter(n => zh.manifest.parts[zh.parts[n]] !== "note")
    .map(n => [name(zh, n), C.unitOf(zh, n).text])
    .map(([place, text]) => ({place, text: text + "\\n" + (beside.get(place) || "")})); }"""
OURS = """async ([queries, strings]) => { const C = await compendium.engine();
  const answers = [], times = [], totals = [];
  for (const query of queries) {
    const began = performance.now(), found = await C.search(query, {limit: 100});
    times.push(performance.now() - began);
    answers.push([...found.hits, ...found.near].map(hit => hit.place));
  }
  for (const each of strings) {
    totals.push((await C.search(each, {expand: false, limit: 1})).total);
  }
  return {answers, times, totals}; }"""
PAGEFIND = """async ([queries, strings]) => {
  const pagefind = await import("/pagefind/pagefind.js"), ask = q => pagefind.search(q);
  const began = performance.now(), times = [], answers = [], totals = [];
  await ask(queries[0]);
  const first = performance.now() - began;
  for (const query of queries) {
    const started = performance.now(), {results} = await ask(query);
    times.push(performance.now() - started);
    const rows = await Promise.all(results.slice(0, 100).map(row => row.data()));
    answers.push(rows.map(row => row.meta.place));
  }
  for (const each of strings) totals.push((await ask(`"${each}"`)).results.length);
  return {first, answers, times, totals}; }"""
INDEX = """import * as pagefind from "pagefind";
import { readFileSync } from "node:fs";
const { units } = JSON.parse(readFileSync(0, "utf8")), { index } = await pagefind.createIndex();
for (const { place, text } of units) {
  const record = { url: "/" + place, content: text, language: "zh", meta: { place } };
  await index.addCustomRecord(record);
}
await index.writeFiles({ outputPath: process.argv[2] });
await pagefind.close();
"""


def main() -> int:
    """Print a table of all that could be had."""
    judged: list[dict[str, Any]] = []
    for name in FILES:
        path = ROOT / "tests" / "labels" / name
        judged += yaml.safe_load(path.read_text(encoding="utf-8"))
    queries = [query["query"] for query in judged]
    print("| engine | nDCG@10, held out | recall@100 | totals right | index | first | p95 |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program("CHROMIUM_PATH", *CHROMIUM), args=ARGUMENTS
        )
        page = browser.new_page()
        page.goto((ROOT / "site" / "zh" / "search.html").as_uri() + "?q=洗钱")
        page.wait_for_selector("[data-hits] .hit")
        first = page.evaluate("performance.now()")
        units = page.evaluate(UNITS)
        known = page.evaluate("compendium.engine().then(C => C.load('selftest', 'zh', 0))")[
            :STRINGS
        ]
        strings, right = [row[0] for row in known], [row[1] for row in known]
        ours = page.evaluate(OURS, [queries, strings])
        own = ("fold", "terms", "thesaurus", "languages", "zh/", "en/")
        size = sum(
            path.stat().st_size
            for path in (ROOT / "site" / "search").rglob("*.js")
            if path.relative_to(ROOT / "site" / "search").as_posix().startswith(own)
            and not path.name.startswith(("compare", "selftest"))
        )
        row("ours, texts included", judged, {"bytes": size, "first": first, **ours}, right)
        data = {"units": units, "queries": queries, "strings": strings}
        modules = installed(Path(folder))
        for name in ("minisearch", "flexsearch", "lunr", "orama") if modules else ():
            script = str(ROOT / "benchmarks" / "engines.mjs")
            made = subprocess.run(
                ["node", script, str(modules), name],
                input=json.dumps(data), capture_output=True, text=True, check=False,
            )  # fmt: skip
            if made.returncode:
                print(f"{name} broke off: {made.stderr[-400:]}")
                continue
            row(name, judged, json.loads(made.stdout), right)
        if modules:
            pagefind(browser, Path(folder), data, judged, right)
        browser.close()
    return 0


def installed(place: Path) -> Path | None:
    """The other engines from npm; None, and a line, where they cannot be had."""
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(place)]
    try:
        subprocess.run([*command, *PACKAGES], check=True, capture_output=True, timeout=300)
    except (OSError, subprocess.SubprocessError):
        print("npm does not bring the other engines here: measured without them")
        return None
    return place / "node_modules"


def pagefind(
    browser: Browser,
    folder: Path,
    data: dict[str, Any],
    judged: list[dict[str, Any]],
    right: list[int],
) -> None:
    """Pagefind: its own index of the same records, over http."""
    (folder / "index.mjs").write_text(INDEX, encoding="utf-8")
    web = folder / "web"
    made = subprocess.run(
        ["node", "index.mjs", str(web / "pagefind")],
        input=json.dumps(data), capture_output=True, text=True, cwd=folder, check=False,
    )  # fmt: skip
    if made.returncode:
        print(f"Pagefind's program does not run here: {made.stderr[-400:]}")
        return
    (web / "index.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    handler = partial(Quiet, directory=str(web))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
    found = page.evaluate(PAGEFIND, [data["queries"], data["strings"]])
    server.shutdown()
    size = sum(path.stat().st_size for path in web.rglob("*") if path.is_file())
    row("pagefind (http)", judged, {"bytes": size, **found}, right)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that prints nothing."""

    def log_message(self, *_: object) -> None:
        """No line for a request."""


def row(name: str, judged: list[dict[str, Any]], found: dict[str, Any], right: list[int]) -> None:
    """One line of the table."""
    gains, recalls = [], []
    for query, places in zip(judged, found["answers"], strict=True):
        if query["split"].startswith("held-out"):
            gains.append(ndcg(places, query["relevant"]))
            recalls.append(recall(places, query["relevant"]))
    same = sum(total == wanted for total, wanted in zip(found["totals"], right, strict=True))
    times = sorted(found["times"])
    print(
        f"| {name} | {statistics.mean(gains):.3f} | {statistics.mean(recalls):.3f} "
        f"| {same} of {len(right)} | {found['bytes'] / 1e6:.2f} MB | {found['first']:.0f} ms "
        f"| {times[len(times) * 95 // 100]:.1f} ms |",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
