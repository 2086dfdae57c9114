// A search in all languages that may answer: a paragraph is one hit, in the first that has it.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { open, languages, ready, readTexts, search, lexicon, meaning, tonguesOf, searchedIn } = C;

  // Where to look for a query, in turn: the texts of the language of the page, the Chinese ones, to
  // which the terms lead from everywhere, those of the language of the query; then our translations,
  // for what was typed alone.
  async function turnsOf(query, held, page, every) {
    const own = tonguesOf(query), texts = Array.from(new Set([page, "zh", ...own])).filter(each => held.texts.includes(each));
    const aids = held.aids.filter(each => own.includes(each)), wanted = every ? texts : await searchedIn(query, texts, page).catch(problem => {
      if (!problem.file) throw problem;
      return texts;  // its own search tells what does not come
    });
    const turns = [...wanted.map(lang => ({ lang, aids: false })), ...aids.map(lang => ({ lang, aids: true, expand: false, typed: true }))];
    return { turns, passed: texts.filter(each => !wanted.includes(each)) };
  }

  // options: those of `search`; every: look in all languages, though one holds all that the others do.
  // Of the answer, `passed` are the languages that were not looked in, `missing` the files that did not come.
  async function everywhere(query, options) {
    await ready();
    const { turns, passed } = await turnsOf(String(query), await languages(), document.documentElement.lang, options.every), results = [];
    // All come while the first is searched; what fails to come, its own search tells.
    turns.forEach(turn => {
      open(turn.lang).catch(() => {});
      if (turn.expand !== false) lexicon(turn.lang).catch(() => {});
    });
    // One language that does not come leaves the others: its file is told.
    const missing = [];
    for (const turn of turns) {
      try {
        results.push(await search(query, { ...options, ...turn, besides: results.slice() }));
      } catch (problem) {
        if (!problem.file || turns.length === 1) throw problem;
        missing.push(problem);
      }
    }
    if (!results.length && missing.length) throw missing[0];
    const found = Object.assign(joined(results), { passed, missing: [...missing.map(problem => problem.file), ...results.flatMap(each => each.missing)] });
    await found.more(options.limit);
    return found;
  }

  // A theme is one switch, in however many languages it answers.
  function widen(rows, row) {
    const same = rows.find(each => each.to === row.to && row.to.startsWith("theme:"));
    if (same) same.paragraphs = Math.max(same.paragraphs, row.paragraphs); else rows.push(row);
  }

  // A word that stands in the texts of any language is no slip: "bearing" is not "beating".
  function joined(all) {
    const slip = all.find(each => each.suggestion), standing = all.filter(each => each.stands);
    const results = slip && standing.length ? standing : all;
    const found = { results, hits: [], suggestion: slip && !standing.length ? slip.suggestion : "", expanded: [], facets: {}, total: 0, complete: 0, partial: false,
      reference: null, to: "", locator: "", corrected: "", near: [], removed: [], absent: [] };
    results.forEach(each => add(found, each));
    found.near = nearOf(results);
    found.removed = Array.from(new Set(results.flatMap(each => each.removed)));
    found.absent = results.length ? results[0].absent.filter(word => results.every(each => each.absent.includes(word) || each.parts.length === 1 && !each.total)) : [];
    found.more = count => nextHits(found, count);
    return found;
  }

  function add(found, each) {
    each.given = 0;
    found.total += each.total;
    found.complete += each.complete;
    ["reference", "to", "locator", "corrected"].forEach(name => { found[name] = found[name] || each[name]; });
    found.partial = found.partial || each.partial && each.total > each.complete;
    if (each.total) each.expanded.forEach(row => widen(found.expanded, { lang: each.corpus.language, ...row }));
    Object.entries(each.facets).forEach(([facet, values]) => {
      const sums = found.facets[facet] = found.facets[facet] || new Map();
      values.forEach((n, value) => sums.set(value, (sums.get(value) || 0) + n));
    });
  }

  // What is near in any language, the likest first, a paragraph once; no hit of any is near.
  function nearOf(results) {
    const seen = new Set();
    return results.flatMap(each => each.near).sort((a, b) => b.score - a.score).filter(({ place, unit }) => {
      if (seen.has(place) || results.some(each => each.has(unit.slug, unit.key))) return false;
      return seen.add(place);
    });
  }

  // The next hits of all languages by their worth, their texts read.
  async function nextHits(found, count) {
    const wanted = Math.min(found.total, found.hits.length + count);
    while (found.hits.length < wanted) {
      await Promise.all(found.results.map(each => each.hits.length > each.given || each.given >= each.total ? null : each.more(1)));
      const open = found.results.filter(each => each.hits[each.given]);
      const best = open.reduce((a, b) => b.hits[b.given].score > a.hits[a.given].score ? b : a), taken = best.hits[best.given];
      best.given += 1;
      found.hits.push(taken);
      await readTexts(best.corpus, [taken.unit.number]);
      // several words that stand there as one phrase are marked as one
      const phrase = best.parts.length > 1 && best.phrase && taken.unit.folded.includes(best.phrase);
      taken.parts = phrase ? [[best.phrase]] : best.parts;
    }
    return found.hits;
  }

  // Every way in which a query may stand in a text of any language, folded.
  async function forms(query) {
    await ready();
    const held = await languages(), all = new Set();
    const tongues = Array.from(new Set(["zh", ...held.texts, ...held.aids])).filter(each => held.texts.includes(each) || held.aids.includes(each));
    await Promise.all(tongues.map(lexicon));
    tongues.forEach(language => {
      const ask = meaning(String(query), [], language);
      if (ask.phrase) all.add(ask.phrase);
      ask.parts.filter(one => !one.light).forEach(one => one.forms.forEach(form => all.add(form)));
    });
    return Array.from(all);
  }

  Object.assign(C, { everywhere, forms });
})();
