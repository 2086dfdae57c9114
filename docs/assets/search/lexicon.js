// The terms and words that a language needs to understand a query, loaded once.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { load, Terms, understand } = C;

  const words = new Map();  // language -> the words of its texts; those that cut a phrase
  const names = new Map();  // language -> id -> what its texts call a term
  let terms = null;

  async function lexicon(language) {
    const [rows, list, own] = await Promise.all([load("terms", "", 0), load("words", language, 0),
      language === "zh" ? null : load("names", language, 0)]);
    terms = terms || new Terms(rows);
    if (!words.has(language)) words.set(language, new Set(list.split(" ")));
    names.set(language, own);
  }

  // What a query means in the texts of a language whose lexicon is loaded.
  const meaning = (query, absent, language) =>
    understand(query, terms, names.get(language), words.get("zh") || words.get(language), absent);

  const isBody = word => terms !== null && terms.isBody(word);

  Object.assign(C, { lexicon, meaning, isBody });
})();
