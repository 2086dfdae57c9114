// Known searches, run one after the other; what differs from the known answer is listed.
(() => {
  "use strict";
  const C = globalThis.compendium;
  const words = JSON.parse(document.getElementById("selftest-words").textContent);
  const status = document.querySelector("[data-selftest]"), list = document.querySelector("[data-failures]");
  const BREATH = 50;         // searches between two moments for the page
  const EACH = 25, KEYS = 2, MOST_OF_AID = 300;  // of each kind and language; paragraphs of an instrument; wordings of our aid
  const MARKS = ["“”", "「」", "«»", "‹›", "„“", "\"\"", "〝〞", "『』"];

  function say(key, number) { status.textContent = words.strings[`selftest.${key}`].replace("{n}", number); }

  function tell(text) {
    const item = document.createElement("li");
    item.textContent = text;
    list.append(item);
  }

  // So many of a list, from all over it.
  const some = (rows, count) => rows.filter((row, i) => i % Math.max(1, Math.floor(rows.length / count)) === 0).slice(0, count);

  // Each maker gives [what is asked, a function that asks, the known answer].
  const total = options => async query => (await C.search(query, { near: false, limit: 1, ...options })).total;

  // A wording: the paragraphs and occurrences of a plain scan.
  async function wordings(lang) {
    const ask = async query => {
      const found = await C.search(query, { lang, expand: false, limit: 1 });
      return `${found.total} / ${found.occurrences}`;
    };
    return (await C.load("selftest", lang, 0)).map(([query, paragraphs, occurrences]) => [query, ask, `${paragraphs} / ${occurrences}`]);
  }

  // A phrase in quotation marks stands where the plain wording does.
  async function phrases(lang) {
    const rows = (await C.load("selftest", lang, 0)).filter(([query]) => /^[\p{L} ]{4,}$/u.test(query));
    return some(rows, EACH).map(([query, paragraphs], i) => [`${MARKS[i % MARKS.length][0]}${query}${MARKS[i % MARKS.length][1]}`, total({ lang }), paragraphs]);
  }

  // A paragraph as a language of the interface names it.
  async function references(corpus, code) {
    const naming = new C.Naming(await C.load("labels", code, 0)), ask = async query => (await C.search(query, { near: false, limit: 1 })).reference;
    return corpus.manifest.documents.flatMap(([slug]) => {
      const keys = Array.from(corpus.keys.keys()).filter(number => corpus.manifest.documents[corpus.rowOf[number]][0] === slug && /^(?:op|pp)\d+$/.test(corpus.keys[number])).map(number => corpus.keys[number]);
      return some(keys, KEYS).map(key => [`${naming.label(slug)}, ${naming.paragraph(key, slug)}`, ask, `${slug}#${key}`]);
    });
  }

  // A term is found by its name in a language where its Chinese name stands in the texts.
  async function names(code) {
    const [own, chinese] = await Promise.all(["zh", code].map(each => C.load("labels", each, 0))).then(([zh, other]) => [other.terms, zh.terms]);
    const ask = async query => await total()(query) > 0, rows = [];
    for (const [id, [name]] of some(Object.entries(own).filter(([id]) => id in chinese), EACH)) {
      if (await total({ expand: false })(chinese[id][0])) rows.push([name, ask, true]);
    }
    return rows;
  }

  // A word in a form that the texts do not have finds what theirs finds.
  async function variants() {
    const { variants: rows } = await C.load("ways", "zh", 0), all = [];
    for (const [form, usual] of some(rows, EACH)) all.push([form, total(), await total()(usual)]);
    return all;
  }

  async function known() {
    const held = await C.languages(), tongues = [...held.texts, ...held.aids], rows = [];
    for (const lang of new Set(tongues)) rows.push(...some(await wordings(lang), held.texts.includes(lang) ? Infinity : MOST_OF_AID), ...await phrases(lang));
    if (!held.texts.includes("zh")) return rows;
    const corpus = await C.open("zh");
    for (const code of words.languages) rows.push(...await references(corpus, code), ...await names(code));
    return [...rows, ...await variants()];
  }

  async function passes([query, ask, right]) {
    const found = await ask(query);
    if (found !== right) tell(`${query}: ${found} ≠ ${right}`);
    return found === right;
  }

  async function run() {
    await C.engine();
    const rows = await known();
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
    tell(problem.file ? words.strings["search.missing"].replace("{file}", problem.file) : problem.message);
  });
})();
