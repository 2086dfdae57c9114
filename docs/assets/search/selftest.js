// Known searches, run one after the other; what differs from the known answer is listed.
(() => {
  "use strict";
  const C = globalThis.compendium;
  const words = JSON.parse(document.getElementById("selftest-words").textContent);
  const status = document.querySelector("[data-selftest]"), list = document.querySelector("[data-failures]");
  const BREATH = 50;  // searches between two moments for the page

  function say(key, number) { status.textContent = words[`selftest.${key}`].replace("{n}", number); }

  function tell(text) {
    const item = document.createElement("li");
    item.textContent = text;
    list.append(item);
  }

  // Whether a search finds what it must: [query, paragraphs, occurrences].
  async function passes([query, paragraphs, occurrences]) {
    const found = await C.search(query, { expand: false });
    if (found.total === paragraphs && found.occurrences === occurrences) return true;
    tell(`${query}: ${found.total} / ${found.occurrences} ≠ ${paragraphs} / ${occurrences}`);
    return false;
  }

  async function run() {
    await C.engine();
    const rows = await C.load("selftest", "zh", 0);
    let failed = 0;
    for (const [at, row] of rows.entries()) {
      if (!await passes(row)) failed += 1;
      if (at % BREATH) continue;
      say("running", at + 1);
      await new Promise(go => { setTimeout(go, 0); });
    }
    status.dataset.state = failed ? "failed" : "passed";
    say(failed ? "failed" : "passed", failed || rows.length);
  }

  run().catch(problem => {
    status.dataset.state = "failed";
    say("failed", 1);
    tell(problem.file ? words["search.missing"].replace("{file}", problem.file) : problem.message);
  });
})();
