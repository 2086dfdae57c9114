// How like a query each unit is, in whatever order its words stand: what they share in pairs of
// Chinese characters, or in words cut to their stems, the rare ones more (BM25).
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { load, unitOf, placesOf, byUnit, stem, wordsOf } = C;

  const SATURATION = 1.2, LENGTH = 0.5;  // of BM25: how soon a repetition counts no more, how much length does
  const COMMON = 0.25;                   // what stands in more of all units says nothing
  const SCANS = 100;   // pairs that are looked up by reading, before an index is made
  const MANY = 20000, MOST_GRAMS = 60, MOST_OF_MANY = 16;  // grams that are looked up, of few and of many units
  const HAN = /[\u3400-\u9fff\uf900-\ufaff]+/g;

  // The grams of a folded text: pairs of Chinese characters, or stems.
  function gramsOf(text, paired) {
    if (!paired) return wordsOf(text).map(stem);
    const grams = [];
    for (const [run] of text.matchAll(HAN)) for (let i = 0; i + 1 < run.length; i += 1) grams.push(run.slice(i, i + 2));
    return grams;
  }

  // gram -> [units, times] of a corpus that is loaded whole, made when first wanted.
  function indexOf(corpus) {
    if (corpus.grams) return corpus.grams;
    corpus.grams = new Map();
    for (let number = 0; number < corpus.size; number += 1) {
      const counts = new Map();
      gramsOf(unitOf(corpus, number).folded, corpus.manifest.paired).forEach(gram => counts.set(gram, (counts.get(gram) || 0) + 1));
      counts.forEach((times, gram) => {
        if (!corpus.grams.has(gram)) corpus.grams.set(gram, [[], []]);
        const row = corpus.grams.get(gram);
        row[0].push(number);
        row[1].push(times);
      });
    }
    return corpus.grams;
  }

  // Of a sharded corpus the pieces that hold a stem, and how often: stem -> Map(piece -> times).
  async function piecesOf(corpus) {
    const pieces = await load("pieces", corpus.language, 0);  // others may ask meanwhile: nothing is kept half made
    if (corpus.byStem) return corpus.byStem;
    corpus.byStem = new Map();
    pieces.split(" ").forEach(piece => wordsOf(piece).map(stem).forEach(own => {
      if (!corpus.byStem.has(own)) corpus.byStem.set(own, new Map());
      const row = corpus.byStem.get(own);
      row.set(piece, (row.get(piece) || 0) + 1);
    }));
    return corpus.byStem;
  }

  // Words of the texts by their stems: what is asked for in one inflection is found in all.
  async function vocabularyOf(corpus) {
    if (corpus.vocabulary) return corpus.vocabulary;
    const words = new Set();
    if (corpus.manifest.whole) for (let number = 0; number < corpus.size; number += 1) wordsOf(unitOf(corpus, number).folded).forEach(word => words.add(word));
    else (await load("pieces", corpus.language, 0)).split(" ").forEach(piece => wordsOf(piece).forEach(word => words.add(word)));
    corpus.vocabulary = new Map();
    Array.from(words).sort().forEach(word => {
      const own = stem(word);
      if (!corpus.vocabulary.has(own)) corpus.vocabulary.set(own, []);
      corpus.vocabulary.get(own).push(word);
    });
    return corpus.vocabulary;
  }

  // A pair of characters by reading all texts: the first searches need no index.
  function scanned(corpus, gram) {
    const units = [], times = [];
    for (let number = 0; number < corpus.size; number += 1) {
      const text = unitOf(corpus, number).folded;
      let count = 0;
      for (let at = text.indexOf(gram); at >= 0; at = text.indexOf(gram, at + 1)) count += 1;
      if (count) { units.push(number); times.push(count); }
    }
    corpus.scans = (corpus.scans || 0) + 1;
    return [units, times];
  }

  async function unitsOf(corpus, gram) {
    const { whole, paired } = corpus.manifest;
    if (whole && paired && (corpus.scans || 0) < SCANS) return scanned(corpus, gram);
    if (whole) return indexOf(corpus).get(gram) || [[], []];
    const pieces = paired ? [[gram, 1]] : Array.from((await piecesOf(corpus)).get(gram) || []);
    const found = new Map();
    await Promise.all(pieces.map(async ([piece, weight]) => {
      const { units, from } = byUnit(await placesOf(corpus, piece), piece.length, corpus.starts);
      units.forEach((number, i) => found.set(number, (found.get(number) || 0) + weight * (from[i + 1] - from[i])));
    }));
    return [Array.from(found.keys()), Array.from(found.values())];
  }

  // What each unit has of one gram: Map(number -> worth), and what the gram is worth at most.
  async function worthOf(corpus, gram) {
    const [units, times] = await unitsOf(corpus, gram), worth = new Map(), bounds = corpus.starts;
    if (units.length > COMMON * corpus.size) return { worth, most: 0 };
    const mean = bounds[corpus.size] / Math.max(1, corpus.size), rarity = Math.log((corpus.size + 1) / (units.length + 0.5));
    units.forEach((number, i) => {
      const length = (bounds[number + 1] - bounds[number]) / mean;
      worth.set(number, rarity * times[i] * (1 + SATURATION) / (times[i] + SATURATION * (1 - LENGTH + LENGTH * length)));
    });
    return { worth, most: units.length ? rarity : Math.log(corpus.size + 1) / 2 };
  }

  // asked: [{weight, ways: [{grams, share}]}], each thing that is asked for by all the ways of saying it, of
  // which the best counts. {scores: Float32Array, top, whole: what a unit with all of it would have}
  async function likeness(corpus, asked) {
    const scores = new Float32Array(corpus.size), most = corpus.size > MANY ? MOST_OF_MANY : MOST_GRAMS;
    const all = Array.from(new Set(asked.flatMap(({ weight, ways }) => ways.flatMap(({ grams, share }) => grams.map(gram => [gram, weight * share]))).sort((a, b) => b[1] - a[1]).map(([gram]) => gram))).slice(0, most);
    const found = new Map(await Promise.all(all.map(async gram => [gram, await worthOf(corpus, gram)])));
    let whole = 0;
    for (const { weight, ways } of asked) {
      const best = new Map();
      let top = 0;
      for (const { grams, share } of ways) {
        const sums = new Map(), known = grams.filter(gram => found.has(gram));
        known.forEach(gram => found.get(gram).worth.forEach((worth, number) => sums.set(number, (sums.get(number) || 0) + worth * share / grams.length)));
        sums.forEach((worth, number) => { if (worth > (best.get(number) || 0)) best.set(number, worth); });
        top = Math.max(top, known.reduce((sum, gram) => sum + found.get(gram).most, 0) * share / grams.length);
      }
      best.forEach((worth, number) => { scores[number] += weight * worth; });
      whole += weight * top;
    }
    return { scores, top: scores.reduce((a, b) => Math.max(a, b), 0), whole };
  }

  Object.assign(C, { likeness, gramsOf, vocabularyOf });
})();
