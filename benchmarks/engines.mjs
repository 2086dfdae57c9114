// Other search engines over our paragraphs: node engines.mjs MODULES NAME < {units, queries, strings}.
// Prints {bytes, load, answers: [[place]], times, totals} as JSON; texts are cut into words by the
// segmenter of the runtime, the same for every engine; an engine gets its defaults otherwise.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, name] = process.argv.slice(2), require = createRequire(`${modules}/x.js`);
const { units, queries, strings } = JSON.parse(readFileSync(0, "utf8"));
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const words = text => Array.from(segmenter.segment(text.toLowerCase())).filter(each => each.isWordLike).map(each => each.segment);
const MOST = 1000;

const ENGINES = {
  minisearch() {
    const MiniSearch = require("minisearch"), options = { fields: ["text"], tokenize: words };
    const made = new MiniSearch(options);
    made.addAll(units.map(({ place, text }) => ({ id: place, text })));
    return { saved: JSON.stringify(made), load: saved => MiniSearch.loadJSON(saved, options), ask: (engine, query, all) => engine.search(query, { combineWith: all ? "AND" : "OR" }).map(hit => hit.id) };
  },
  flexsearch() {
    const { Index } = require("flexsearch"), options = { tokenize: "strict", encode: words };
    const made = new Index(options), parts = {};
    units.forEach(({ place, text }) => made.add(place, text));
    made.export((key, data) => { parts[key] = data; });
    const load = saved => {
      const engine = new Index(options);
      Object.entries(JSON.parse(saved)).forEach(([key, data]) => engine.import(key, data));
      return engine;
    };
    return { saved: JSON.stringify(parts), load, ask: (engine, query, all) => engine.search(query, { limit: MOST, suggest: !all }) };
  },
  lunr() {
    const lunr = require("lunr"), builder = new lunr.Builder();
    builder.ref("place");
    builder.field("text");
    builder.tokenizer = text => words(String(text)).map(word => new lunr.Token(word, {}));
    units.forEach(unit => builder.add(unit));
    const ask = (engine, query, all) => engine.query(asked => words(query).forEach(word => asked.term(word, { presence: all ? lunr.Query.presence.REQUIRED : lunr.Query.presence.OPTIONAL }))).map(hit => hit.ref);
    return { saved: JSON.stringify(builder.build()), load: saved => lunr.Index.load(JSON.parse(saved)), ask };
  },
  async orama() {
    const { create, insertMultiple, search, save, load } = await import(pathToFileURL(require.resolve("@orama/orama")));
    const make = () => create({ schema: { text: "string" }, components: { tokenizer: { language: "english", normalizationCache: new Map(), tokenize: words } } });
    const made = make();
    await insertMultiple(made, units.map(({ place, text }) => ({ id: place, text })));
    const loaded = saved => {
      const engine = make();
      load(engine, JSON.parse(saved));
      return engine;
    };
    return { saved: JSON.stringify(save(made)), load: loaded, ask: async (engine, query, all) => (await search(engine, { term: query, limit: MOST, threshold: all ? 0 : 1 })).hits.map(hit => hit.id) };
  }
};

const { saved, load, ask } = await ENGINES[name]();
let began = performance.now();
const engine = load(saved);
await ask(engine, queries[0], false);
const first = performance.now() - began, answers = [], times = [], totals = [];
for (const query of queries) {
  began = performance.now();
  const found = await ask(engine, query, false);
  times.push(performance.now() - began);
  answers.push(found.slice(0, 100));
}
for (const string of strings) totals.push((await ask(engine, string, true)).length);
process.stdout.write(JSON.stringify({ bytes: Buffer.byteLength(saved), first, answers, times, totals }));
