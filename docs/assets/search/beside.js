// What stands beside a hit: the same paragraph in the language of the page where the edition holds one,
// else our reading aid; beside a hit in the reading aid, the text it renders. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { open, languages, numberOf, unitOf, readTexts, lexicon, meaning } = C;

  const LATIN = /[a-z\u00c0-\u024f]{2}/i, HAN = /[\u3400-\u9fff]/;
  const SYMBOL = /^[a-z]{1,6}[/.\d].*$/i;  // A/RES/71/209 is asked in no language

  // The languages to look in for a reader, in turn; a query in Latin letters asks for English on a Chinese page too.
  function wantedBy(query, held, page) {
    const asks = LATIN.test(query) && !HAN.test(query) && !SYMBOL.test(query.trim());
    const own = held.texts.includes(page), aids = held.aids.filter(code => code === page).concat(held.aids.filter(code => code !== page));
    if (own && !asks) return [page];
    return Array.from(new Set(own ? [...aids, page] : [...held.texts.filter(code => code === "en"), ...aids]));
  }

  async function unitIn(language, { slug, key }) {
    const corpus = await open(language), number = numberOf(corpus, slug, key);
    if (number < 0) return null;
    await readTexts(corpus, [number]);
    return unitOf(corpus, number);
  }

  // The first of some languages that has the paragraph; those that do not come are passed over.
  async function first(codes, unit) {
    for (const code of codes) {
      const found = await unitIn(code, unit).catch(problem => { if (!problem.file) throw problem; return null; });
      if (found) return found;
    }
    return null;
  }

  // The units to show for a hit: what serves the reader, then the text of the UN it renders; one where one serves.
  async function beside(unit, query) {
    const held = await languages(), page = document.documentElement.lang;
    if (unit.aid) return [unit, await first(["zh", ...held.texts], unit)].filter(Boolean);
    if (unit.corpus.language === page && !wantedBy(query, held, page).some(code => held.aids.includes(code))) return [unit];
    const other = await first(wantedBy(query, held, page).filter(code => code !== unit.corpus.language), unit);
    return other ? [other, unit] : [unit];
  }

  // The languages in which a unit can be read, texts of the UN first; of a large corpus, whose indexes are
  // long, those of the page and of the unit alone.
  async function readableIn(unit) {
    const held = await languages(), all = Array.from(new Set([...held.texts, ...held.aids]));
    const near = unit.corpus.manifest.whole ? all : all.filter(code => [unit.corpus.language, document.documentElement.lang].includes(code));
    const found = await Promise.all(near.map(async code => await unitIn(code, unit).catch(problem => { if (!problem.file) throw problem; }) ? code : ""));
    return found.filter(Boolean);
  }

  // How a query may stand in a language, folded: typed so, or as its texts call the terms that were typed;
  // nothing where the words of the language do not come.
  async function formsIn(query, language) {
    try { await lexicon(language); } catch (problem) {
      if (!problem.file) throw problem;
      return [];
    }
    const ask = meaning(String(query), [], language);
    return [ask.phrase, ...ask.parts.filter(one => !one.light).flatMap(one => Array.from(one.forms))].filter(form => typeof form === "string" && form);
  }

  Object.assign(C, { beside, readableIn, formsIn });
})();
