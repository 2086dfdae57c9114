// The terms and words that a language needs to understand a query, loaded once.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { load, Terms, Thesaurus, Locators, variantsOf, understand } = C;

  const words = new Map();  // language -> the words of its texts; those that cut a phrase
  const names = new Map();  // language -> id -> what its texts call a term
  const variants = new Map();  // language -> forms that its texts have another form for
  let terms = null, thesaurus = null, locators = null;

  async function lexicon(language) {
    const [rows, general, list, own, ways] = await Promise.all([load("terms", "", 0), load("thesaurus", "", 0), load("words", language, 0),
      language === "zh" ? null : load("names", language, 0), load("ways", language, 0)]);
    terms = terms || new Terms(rows);
    thesaurus = thesaurus || new Thesaurus(general);
    locators = locators || new Locators(ways.ordinals);
    variants.set(language, variantsOf(ways.variants));
    if (!words.has(language)) words.set(language, new Set(list.split(" ")));
    names.set(language, own);
  }

  // What a query means in the texts of a language whose lexicon is loaded; `right`: pieces that are no slips.
  const meaning = (query, absent, language, right = []) =>
    understand(query, { terms, names: names.get(language), words: words.get("zh") || words.get(language), locators, variants: variants.get(language), right }, absent);

  // The words of general language that a query says, by those of a language.
  const saidIn = (query, language) => thesaurus.said(query).map(({ word, rows }) => ({ word, words: thesaurus.wordsIn(rows, language) }));

  const isBody = word => terms !== null && terms.isBody(word);

  // The terms that a form names in any language, by id.
  const termsNamed = form => terms === null ? [] : terms.named(form).map(entry => entry.id);

  // The terms whose names are like a folded query, by id.
  const termsLike = folded => terms === null ? [] : terms.like(folded);

  Object.assign(C, { lexicon, meaning, saidIn, isBody, termsNamed, termsLike });
})();
