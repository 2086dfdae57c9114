// The paragraphs and notes of a language: what is known of each, and its text once it is loaded.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { load, drop, decode, foldTable, fold, foldWithPlaces } = C;

  const COLUMNS = ["themes", "verb", "addressees"];

  // What was loaded for earlier searches goes when it has become much: a corpus may be larger than
  // a browser's memory.
  const MOST_SHARDS = 256;
  const opened = new Map();  // language -> a promise of its units

  const range = count => Array.from({ length: count }, (nothing, i) => i);

  // What every search needs.
  async function ready() {
    if (!ready.done) foldTable(await load("fold", "", 0));
    ready.done = true;
  }

  // A language once opened: its manifest, the facts of every unit and, if it is small, its texts.
  function open(language) {
    if (!opened.has(language)) {
      const corpus = prepared(language);
      corpus.catch(() => opened.delete(language));
      opened.set(language, corpus);
    }
    return opened.get(language);
  }

  async function prepared(language) {
    await ready();
    const manifest = await load("manifest", language, 0);
    const corpus = { manifest, language, size: manifest.counts.units, rows: [], made: [], read: [] };
    takeFacts(corpus, await Promise.all(range(manifest.counts.facts).map(shard => load("facts", language, shard))));
    if (manifest.whole) await texts(corpus, range(manifest.counts.texts));
    return corpus;
  }

  function takeFacts(corpus, shards) {
    const size = corpus.size;
    let number = 0;
    let end = 0;
    const bodies = [];
    let lengths = [];
    corpus.keys = [];
    corpus.marks = {};
    corpus.starts = new Int32Array(size + 1);  // of each unit in the row of all texts
    corpus.parts = new Uint8Array(size);
    corpus.rowOf = new Int32Array(size);       // the row of its document in the manifest
    COLUMNS.forEach(name => { corpus[name] = new Int32Array(size); });
    shards.forEach(shard => {
      shard.keys.split(" ").forEach(key => { corpus.keys.push(key); });
      Object.assign(corpus.marks, shard.marks);
      corpus.parts.set(shard.parts, number);
      COLUMNS.forEach(name => { corpus[name].set(shard[name], number); });
      decode(shard.bodies).forEach(place => { bodies.push(place); });
      lengths = lengths.concat(shard.bodyLengths);
      shard.lengths.forEach(length => { end += length + corpus.manifest.gap; number += 1; corpus.starts[number] = end; });
    });
    corpus.bodies = Int32Array.from(bodies);
    corpus.bodyLengths = lengths;
    corpus.manifest.documents.forEach((row, i, all) => {
      corpus.rowOf.fill(i, row[1], i + 1 < all.length ? all[i + 1][1] : size);
    });
  }

  // A unit: its facts at once, its text where the shard is loaded, folded when first asked for.
  class Unit {
    constructor(corpus, number) {
      const tables = corpus.manifest.tables, about = corpus.manifest.documents[corpus.rowOf[number]];
      this.number = number;
      this.key = corpus.keys[number];
      this.mark = corpus.marks[number] || "";
      this.part = corpus.manifest.parts[corpus.parts[number]];
      this.themes = tables.themes[corpus.themes[number]];
      this.verb = tables.verb[corpus.verb[number]];
      this.slug = about[0];
      this.first = about[1];
      this.body = about[2];
      this.year = about[3];
      this.status = about[4];
      this.aid = about[5] === 1;  // our translation
      this.corpus = corpus;
      this.line = this.places = null;  // its folded text, and where that comes from
    }

    get row() { return this.corpus.rows[this.number]; }
    get known() { return this.row !== undefined && !this.corpus.unread; }  // its text may be looked at
    get text() { return this.row[0]; }
    get words() { return this.row[1]; }
    get folded() { return (this.line = this.line ?? fold(this.text)); }
    get from() { return (this.places = this.places || foldWithPlaces(this.text).from); }
    get addressees() {
      const names = this.corpus.manifest.tables.addressees[this.corpus.addressees[this.number]];
      return names ? names.split(" ") : [];
    }
  }

  // The languages of the texts, and those of our reading aids.
  async function languages() {
    const [texts, aids] = await load("languages", "", 0);
    return { texts, aids };
  }

  const unitOf = (corpus, number) => corpus.made[number] || (corpus.made[number] = new Unit(corpus, number));

  // The folded texts of a corpus that is loaded whole.
  const linesOf = corpus => corpus.lines || (corpus.lines = Array.from({ length: corpus.size }, (nothing, number) => unitOf(corpus, number).folded));

  // The first unit of an instrument, -1 where the language does not hold it.
  function firstOf(corpus, slug) {
    corpus.bySlug = corpus.bySlug || new Map(corpus.manifest.documents.map(row => [row[0], row[1]]));
    return corpus.bySlug.get(slug) ?? -1;
  }

  // The number of a paragraph, -1 where the language has none of that name.
  function numberOf(corpus, slug, key) {
    const first = firstOf(corpus, slug);
    for (let number = first; number >= 0 && corpus.rowOf[number] === corpus.rowOf[first]; number += 1) {
      if (corpus.keys[number] === key) return number;
    }
    return -1;
  }

  // The instruments that have a paragraph of a name.
  const having = (corpus, key) => corpus.manifest.documents.map(row => row[0]).filter(slug => numberOf(corpus, slug, key) >= 0);

  // Load shards of texts.
  async function texts(corpus, shards) {
    await Promise.all(shards.filter(shard => !corpus.read[shard]).map(async shard => {
      const rows = await load("texts", corpus.language, shard), first = shard * corpus.manifest.textsAShard;
      if (!corpus.read[shard]) rows.forEach((row, i) => { corpus.rows[first + i] = row; });
      corpus.read[shard] = true;
    }));
  }

  // What was loaded for earlier searches goes when it has become much: a corpus may be larger than
  // a browser's memory.
  function tidy(corpus) {
    if (corpus.manifest.whole) return;
    drop("postings", corpus.language, MOST_SHARDS);
    if (drop("texts", corpus.language, MOST_SHARDS)) Object.assign(corpus, { rows: [], read: [], made: [], titles: null });
  }

  // Load the texts of some units.
  function readTexts(corpus, numbers) {
    const each = corpus.manifest.textsAShard;
    return texts(corpus, Array.from(new Set(Array.from(numbers, number => Math.floor(number / each)))));
  }

  Object.assign(C, { open, ready, languages, unitOf, linesOf, firstOf, numberOf, having, tidy, readTexts });
})();
