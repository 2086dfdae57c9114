// How like a query each unit is, in whatever order its words stand: what they share in pairs of
// Chinese characters, or in words cut to their stems, the rare ones more (BM25).
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { load, linesOf, placesOf, byUnit, BOUNDS, isBounded, stem, wordsOf } = C;

  const SATURATION = 1.2, LENGTH = 0.5;  // of BM25: how soon a repetition counts no more, how much length does
  const COMMON = 0.25;                   // what stands in more of all units says nothing
  const SCANS = 100;   // pairs and words that are looked up by reading, before an index is made
  const MANY = 20000, MOST_GRAMS = 60, MOST_OF_MANY = 16;  // grams that are looked up, of few and of many units
  const ARABIC = /^[\u0600-\u06ff]/;
  const HAN = /[\u3400-\u9fff\uf900-\ufaff]+/g;

  // The grams of a folded text: pairs of Chinese characters, or stems.
  function gramsOf(text, paired) {
    if (!paired) return wordsOf(text).map(stem);
    const grams = [];
    for (const [run] of text.matchAll(HAN)) for (let i = 0; i + 1 < run.length; i += 1) grams.push(run.slice(i, i + 2));
    return grams;
  }

  // Counts a thing that stands in a unit; index: Map(thing -> [units, times]), filled unit after unit.
  function counted(index, thing, number) {
    let row = index.get(thing);
    if (!row) index.set(thing, row = [[], []]);
    const last = row[0].length - 1;
    if (row[0][last] === number) row[1][last] += 1;
    else { row[0].push(number); row[1].push(1); }
  }

  // word or pair of characters -> [units, times] of a corpus that is loaded whole, made when first wanted.
  function indexOf(corpus) {
    if (corpus.grams) return corpus.grams;
    corpus.grams = new Map();
    linesOf(corpus).forEach((text, number) => (corpus.manifest.paired ? gramsOf(text, true) : wordsOf(text)).forEach(gram => counted(corpus.grams, gram, number)));
    return corpus.grams;
  }

  // The words of a language by their stems. A stem begins as its words do, but for Arabic prefixes: so
  // words are cut letter by letter, when the first stem with that letter is asked for.
  class Vocabulary {
    // pieces: what holds the words, one or more in a string, a blank between two
    constructor(pieces) {
      this.text = ` ${pieces.join(" ")} `;
      this.letters = new Set();  // first letters whose words are cut
      this.stems = new Map();    // stem -> {words, pieces: Map(piece -> how often it has the stem)}
    }

    cut(letter) {
      if (this.letters.has(letter)) return;
      this.letters.add(letter);
      for (const { 0: word, index } of this.text.matchAll(beginning(letter))) {
        const own = stem(word), piece = this.text.slice(this.text.lastIndexOf(" ", index) + 1, this.text.indexOf(" ", index));
        if (!this.stems.has(own)) this.stems.set(own, { words: [], pieces: new Map() });
        const row = this.stems.get(own);
        if (!row.words.includes(word)) row.words.push(word);
        row.pieces.set(piece, (row.pieces.get(piece) || 0) + 1);
      }
    }

    // The row of a stem, undefined where the language has no word of it.
    get(own) {
      this.cut(letterOf(own));
      return this.stems.get(own);
    }

    words(own) { return (this.get(own) || { words: [] }).words; }
    pieces(own) { return Array.from((this.get(own) || { pieces: [] }).pieces); }
  }

  // What tells where to look for the words of a stem: its first letter, of Arabic only the script.
  const letterOf = word => ARABIC.test(word) ? "" : String.fromCodePoint(word.codePointAt(0) || 32);
  const beginning = letter => new RegExp(`${letter || "[\\u0600-\\u06ff]"}(?<![\\p{L}\\p{N}].)[\\p{L}\\p{N}]*`, "gsu");

  const indexed = new Map();  // language -> the vocabulary of its index

  // The vocabulary of a language that has an index of pieces.
  async function vocabularyIn(language) {
    const pieces = await load("pieces", language, 0);
    if (!indexed.has(language)) indexed.set(language, new Vocabulary([pieces]));
    return indexed.get(language);
  }

  // The vocabulary of a corpus: of its words where it is loaded whole, else of the pieces in its index.
  async function vocabularyOf(corpus) {
    if (!corpus.manifest.whole) return vocabularyIn(corpus.language);
    corpus.vocabulary = corpus.vocabulary || new Vocabulary(Array.from(new Set(linesOf(corpus).flatMap(wordsOf))).sort());
    return corpus.vocabulary;
  }

  // A pair of characters, or a word, by reading all texts: the first searches need no index.
  function scanned(corpus, gram) {
    const units = [], times = [], bounds = corpus.manifest.paired ? null : BOUNDS.whole;
    linesOf(corpus).forEach((text, number) => {
      let count = 0;
      for (let at = text.indexOf(gram); at >= 0; at = text.indexOf(gram, at + 1)) if (!bounds || isBounded(text, gram, at, bounds)) count += 1;
      if (count) { units.push(number); times.push(count); }
    });
    corpus.scans = (corpus.scans || 0) + 1;
    return [units, times];
  }

  // The units that have a pair or a word, of a corpus that is loaded whole.
  const having = (corpus, gram) => (corpus.scans || 0) < SCANS ? scanned(corpus, gram) : indexOf(corpus).get(gram) || [[], []];

  // Of several words the units that have one, and how often they have any.
  function summed(rows) {
    if (rows.length === 1) return rows[0];
    const found = new Map();
    rows.forEach(([units, times]) => units.forEach((number, i) => found.set(number, (found.get(number) || 0) + times[i])));
    return [Array.from(found.keys()), Array.from(found.values())];
  }

  async function unitsOf(corpus, gram) {
    const { whole, paired } = corpus.manifest;
    if (whole) return paired ? having(corpus, gram) : summed((await vocabularyOf(corpus)).words(gram).map(word => having(corpus, word)));
    const pieces = paired ? [[gram, 1]] : (await vocabularyOf(corpus)).pieces(gram);
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

  Object.assign(C, { likeness, gramsOf, vocabularyOf, vocabularyIn, Vocabulary });
})();
