// What is like a query though it lacks some of its words: in the texts asked, and in those of the
// language of the query, whose paragraphs lead to the same places.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { open, languages, fold, likeness, gramsOf, tonguesOf, spokenIn, firstOf, numberOf, lexicon, meaning, saidIn } = C;

  const FORM = 0.6, OWN_FORM = 0.2, POWER = 2;        // a form of a term against what was typed
  const SAID = 0.6;           // another word for what was typed
  const OTHER_TEXT = 0.85, OWN_TEXT = 0.5;  // likeness in other languages against that in the texts asked; where those are in the language of the query
  const FEW = 4000;           // units: so few and our aids are read beside the texts whatever the query

  // What is asked for: the grams of the query, what its terms are called, and what is said in its words.
  function askedOf(corpus, query, ask) {
    const weights = new Map(), { paired } = corpus.manifest, folded = ask.spelt || fold(query);
    const add = (gram, weight) => weights.set(gram, Math.max(weight, weights.get(gram) || 0));
    gramsOf(folded, paired).forEach(gram => add(gram, 1));
    ask.parts.filter(one => !one.quoted).forEach(one => one.forms.forEach(form =>
      gramsOf(form, paired).forEach(gram => add(gram, (paired ? FORM : OWN_FORM) * one.weight.get(form) ** POWER))));
    const said = saidIn(folded, corpus.language).map(({ word, words }) => {
      const ways = words.filter(each => each !== word).map(each => ({ grams: gramsOf(each, paired), share: SAID })).filter(({ grams }) => grams.length);
      if (!paired && weights.has(word)) { ways.push({ grams: [word], share: weights.get(word) }); weights.delete(word); }
      return { weight: 1, ways };
    });
    return [...Array.from(weights, ([gram, weight]) => ({ weight, ways: [{ grams: [gram], share: 1 }] })), ...said];
  }

  // Likeness of every unit of a corpus to a query, 0 to 1: of what has most of it, and of all that was asked.
  // `missing` takes the files of other languages that do not come.
  async function likenessOf(corpus, query, ask, missing) {
    const own = await likeness(corpus, askedOf(corpus, query, ask));
    const sum = new Float32Array(corpus.size), rest = await others(corpus, query, missing), elsewhere = tonguesOf(query).includes(corpus.language) ? OWN_TEXT : OTHER_TEXT;
    const take = ({ scores, top, whole }, number, from, share) => {
      if (top) sum[number] += share * scores[from] / Math.max(top, whole / 2);
    };
    const paired = new Uint8Array(corpus.size);  // what stands in another language too
    rest.forEach(other => sameIn(corpus, other).forEach(number => { if (number >= 0) paired[number] = 1; }));
    for (let number = 0; number < corpus.size; number += 1) take(own, number, number, paired[number] ? 1 - elsewhere : 1);
    for (const other of rest) {
      const found = await likenessIn(other, query);
      const same = sameIn(corpus, other);
      for (let from = 0; from < other.size; from += 1) {
        if (found.scores[from] && same[from] >= 0) take(found, same[from], from, elsewhere / rest.length);
      }
    }
    return sum;
  }

  // Likeness of a corpus to a query as it is asked in its language; kept, since a query is asked in several.
  function likenessIn(corpus, query) {
    if (!corpus.liked || corpus.liked.query !== query) corpus.liked = { query, found: likeness(corpus, askedOf(corpus, query, meaning(query, [], corpus.language))) };
    return corpus.liked.found;
  }

  // For each unit of another language the number of the same paragraph in a corpus, -1 where it has none.
  function sameIn(corpus, other) {
    corpus.same = corpus.same || new Map();
    if (!corpus.same.has(other.language)) corpus.same.set(other.language, pairedIn(corpus, other));
    return corpus.same.get(other.language);
  }

  // Most paragraphs stand as far behind the first of their instrument in one language as in another.
  function pairedIn(corpus, other) {
    const { documents } = other.manifest;
    let row = -1, start = -1;
    return Int32Array.from(other.keys, (key, from) => {
      if (other.rowOf[from] !== row) { row = other.rowOf[from]; start = firstOf(corpus, documents[row][0]); }
      const likely = start + from - documents[row][1];
      if (start < 0 || corpus.keys[likely] === key && corpus.rowOf[likely] === corpus.rowOf[start]) return start < 0 ? -1 : likely;
      return numberOf(corpus, documents[row][0], key);
    });
  }

  // The texts and aids in the language of a query, beside those asked; our aids for every query, where
  // the texts are few enough to load them.
  async function others(corpus, query, missing) {
    const held = await languages(), all = new Set([...held.texts, ...held.aids]), more = corpus.size <= FEW ? held.aids : [];
    const own = corpus.size <= FEW ? tonguesOf(query) : await spokenIn(query, held.texts).catch(problem => {
      if (!problem.file) throw problem;
      return tonguesOf(query);
    });
    const wanted = Array.from(new Set([...own, ...more])).filter(tongue => tongue !== corpus.language && tongue !== "zh" && all.has(tongue));
    const come = await Promise.all(wanted.map(tongue => Promise.all([open(tongue), lexicon(tongue)]).then(([other]) => other, problem => {
      if (!problem.file) throw problem;
      missing.push(problem.file);
    })));
    return come.filter(Boolean);
  }

  Object.assign(C, { likenessOf, pairedIn });
})();
