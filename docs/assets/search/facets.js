// Facets: what a unit is under each, which units they let through, how many each value has.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const FACETS = ["theme", "instrument", "body", "year", "status", "part", "verb", "addressee"];

  // What a unit is under a facet: the column that has its number in `own`, a list of values.
  function facetsOf(corpus, strength) {
    const least = strength === "focus" ? "2" : "1", name = `facets${least}`;
    if (corpus[name]) return corpus[name];
    const manifest = corpus.manifest, tables = manifest.tables, asked = [];
    function one(each, i) { return [i]; }
    function byDocument(place) {
      const ids = new Map();
      const own = manifest.documents.map(row => {
        if (!ids.has(row[place])) ids.set(row[place], ids.size);
        return [ids.get(row[place])];
      });
      return { values: Array.from(ids.keys()), column: corpus.rowOf, own };
    }
    tables.addressees.forEach(each => {
      each.split(" ").forEach(id => { if (id && !asked.includes(id)) asked.push(id); });
    });
    return corpus[name] = {
      theme: { values: manifest.themes, column: corpus.themes, own: tables.themes.map(row => Array.from(manifest.themes.keys()).filter(i => row[i] >= least)) },
      instrument: byDocument(0), body: byDocument(2), year: byDocument(3), status: byDocument(4),
      part: { values: manifest.parts, column: corpus.parts, own: manifest.parts.map(one) },
      verb: { values: tables.verb, column: corpus.verb, own: tables.verb.map((each, i) => each ? [i] : []) },
      addressee: { values: asked, column: corpus.addressees, own: tables.addressees.map(each => each.split(" ").filter(Boolean).map(id => asked.indexOf(id))) }
    };
  }

  // Of some units those the facets let through, and for each facet how many more values there are:
  // a value counts the units that all other facets let through.
  function narrowed(corpus, numbers, options) {
    const facets = facetsOf(corpus, options.strength), kept = [], failed = new Uint8Array(numbers.length), only = new Uint8Array(numbers.length);
    FACETS.forEach((facet, f) => {
      if (!options[facet]) return;
      const wanted = [].concat(options[facet]).map(String), column = facets[facet].column;
      const lets = facets[facet].own.map(own => own.some(value => wanted.includes(facets[facet].values[value])));
      for (let i = 0; i < numbers.length; i += 1) if (!lets[column[numbers[i]]]) { failed[i] += 1; only[i] = f; }
    });
    for (let i = 0; i < numbers.length; i += 1) if (!failed[i]) kept.push(numbers[i]);
    return { kept, counts: () => {
      const found = {};
      FACETS.forEach((facet, f) => {
        const column = facets[facet].column, own = facets[facet].own, rows = new Uint32Array(own.length), sums = new Map();
        for (let i = 0; i < numbers.length; i += 1) if (!failed[i] || failed[i] === 1 && only[i] === f) rows[column[numbers[i]]] += 1;
        rows.forEach((n, row) => {
          if (n) own[row].forEach(value => { sums.set(facets[facet].values[value], (sums.get(facets[facet].values[value]) || 0) + n); });
        });
        found[facet] = sums;
      });
      return found;
    } };
  }

  Object.assign(C, { FACETS, narrowed });
})();
