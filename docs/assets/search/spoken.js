// In which languages a query is written: of those of its script, by its words.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { load, fold, stem, content, wordsOf, tonguesOf, vocabularyIn } = C;

  // Of those among some languages of texts, the ones whose texts have most words of the query; all of them
  // where an edition is too small to have an index.
  async function spokenIn(query, texts) {
    const tongues = tonguesOf(query).filter(code => texts.includes(code));
    const manifests = await Promise.all(tongues.map(code => load("manifest", code, 0)));
    if (tongues.length < 2 || manifests.some(({ whole }) => whole)) return tongues;
    // a stem may be of several languages, a word as it is written is of fewer: trafficking, tráfico
    const asked = content(wordsOf(fold(query))), vocabularies = await Promise.all(tongues.map(vocabularyIn));
    const known = vocabularies.map(each => asked.reduce((sum, word) => sum + Number(each.words(stem(word)).length > 0) + Number(each.words(stem(word)).includes(word)), 0));
    return tongues.filter((code, i) => known[i] === Math.max(...known));
  }

  const slugsIn = async code => (await load("manifest", code, 0)).documents.map(([slug]) => slug);

  // Of some languages of texts those that are searched for a query: all but those of its script that know
  // fewer of its words and whose instruments are all held in one that is searched.
  async function searchedIn(query, texts, page) {
    const own = tonguesOf(query), spoken = await spokenIn(query, texts);
    const kept = texts.filter(code => code === page || !own.includes(code) || spoken.includes(code));
    const reached = new Set((await Promise.all(kept.map(slugsIn))).flat()), wanted = [];
    for (const code of texts) if (kept.includes(code) || (await slugsIn(code)).some(slug => !reached.has(slug))) wanted.push(code);
    return wanted;
  }

  Object.assign(C, { spokenIn, searchedIn });
})();
