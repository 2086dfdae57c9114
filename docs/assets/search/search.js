// The search in the texts of one language, exact on folded text.
// Contract: window.compendium.search(query, options) -> Promise of {total, occurrences, hits, expanded}.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { open, languages, ready, readTexts, tidy, unitOf, numberOf, lexicon, meaning, plainPart, fold, findPlaces, count, answers, times, narrowed, scoreOf, weigh, heapOf, Tally } = C;

  const COMPLETE = 4;      // nothing that was asked for is missing
  const ENOUGH = 10;       // so many full answers and a phrase needs no partial ones
  const GIVE_WAY = 3;      // times a query is taken apart further
  const LEAST = 0.4;       // of the weight a partial answer must have
  const AT_ONCE = 24;      // texts that are read together
  const MOST_READ = 1000;  // to find the best: after so many the order is what the postings say

  // In the texts of one language, the Chinese ones where none is named.
  async function search(query, options = {}) {
    const held = await languages(), own = held.texts.length ? held.texts : held.aids;
    const corpus = await open(options.lang || (own.includes("zh") ? "zh" : own[0]));
    corpus.running = (corpus.running || 0) + 1;
    try {
      return await searched(corpus, String(query), options);
    } finally {
      corpus.running -= 1;
    }
  }

  async function searched(corpus, query, options) {
    const expand = options.expand !== false && options.fold !== false;
    await (expand ? lexicon(corpus.language) : ready());
    if (corpus.running === 1) tidy(corpus);
    if (options.fold === false) return asItStands(corpus, query, options);
    if (expand) return answered(corpus, query, meaning(query, [], corpus.language), options, GIVE_WAY, []);
    const folded = fold(query);
    return answered(corpus, query, { parts: folded ? [plainPart(folded)] : [], phrase: "", suggestion: "" }, options, 0, []);
  }

  // A term of several words that stands nowhere gives way to the words it is made of.
  async function answered(corpus, query, ask, options, turns, nowhere) {
    const without = options.without || [];
    ask.parts.forEach(one => { one.forms = one.forms.filter(form => form === one.original || !without.includes(form)); });
    const matches = await Promise.all(ask.parts.map(one => answers(corpus, one, options)));
    const more = ask.parts.flatMap((one, i) => {
      const several = /\S \S/.test(one.original) || /[\u3400-\u9fff]{4}/.test(one.original);
      return several && !matches[i].some(each => each.counts.size) ? one.entries : [];
    });
    if (more.length && turns && !without.length) {
      const absent = nowhere.concat(more);
      return answered(corpus, query, meaning(query, absent, corpus.language), options, turns - 1, absent);
    }
    const places = await findPlaces(corpus, ask.phrase, false);
    ask.stands = new Tally(corpus.size);
    places.units.forEach(number => ask.stands.add(number));
    return result(corpus, ask, matches, options);
  }

  // Without folding: the very characters, as a reader typed them. The folded places say where
  // they may be; then the texts must be read.
  async function asItStands(corpus, query, options) {
    const folded = fold(query), counts = new Tally(corpus.size);
    const places = query && !folded ? { units: Array.from(corpus.rowOf.keys()) } : await findPlaces(corpus, folded, false);
    await readTexts(corpus, places.units);
    places.units.forEach(number => {
      const found = count(corpus.rows[number][0], query);
      if (found) counts.set(number, found);
    });
    const ask = { parts: query ? [plainPart(query)] : [], phrase: "", suggestion: "" };
    return result(corpus, ask, query ? [[{ form: query, weight: 1, counts, places }]] : [], options);
  }

  // All that answer, narrowed by the facets; what is returned in order is read, the rest is counted.
  async function result(corpus, ask, matches, options) {
    weigh(corpus, ask, matches);
    const all = answering(corpus, ask, matches, options), facets = narrowed(corpus, all.numbers, options);
    let occurrences = 0, complete = 0;
    facets.kept.forEach(number => {
      if (all.full.has(number)) complete += 1;
      matches.forEach(match => { occurrences += times(number, match); });
    });
    ask.symbol = ask.parts.length === 1 && ask.parts[0].symbol;
    const found = {
      total: facets.kept.length, complete, partial: all.partial, occurrences,
      expanded: expansions(ask, matches), suggestion: ask.suggestion,
      parts: ask.parts.map(one => one.forms), phrase: ask.phrase, hits: [], corpus,
      // whether all that was asked stands somewhere as it was typed
      stands: matches.length > 0 && matches.every((match, i) => match.some(each => each.form === ask.parts[i].original && each.counts.size)),
      has: (slug, key) => all.has.has(numberOf(corpus, slug, key)),
      get facets() { return facets.counts(); }
    };
    const score = unit => scoreOf(corpus, unit, ask, matches) + (all.full.has(unit.number) ? COMPLETE : 0);
    found.more = ordered(corpus, facets.kept, score, found.hits);
    await found.more(options.limit || facets.kept.length);
    return found;
  }

  // Whether a paragraph was found before, in another language.
  function elsewhere(corpus, number, results) {
    return results.some(each => each.has(corpus.manifest.documents[corpus.rowOf[number]][0], corpus.keys[number]));
  }

  // The units with all needed parts and, if those are few, the ones with some.
  function answering(corpus, ask, matches, options) {
    const needed = Array.from(ask.parts.keys()).filter(i => !ask.parts[i].light);
    const any = new Tally(corpus.size), full = new Tally(corpus.size), partial = [], note = corpus.manifest.parts.indexOf("note");
    needed.forEach(i => matches[i].has.forEach((n, number) => any.add(number)));
    const weight = needed.reduce((sum, i) => sum + ask.parts[i].part, 0);
    any.forEach((n, number) => {
      if (corpus.parts[number] === note && !options.notes) return;
      if (options.aids !== undefined && options.aids !== (corpus.manifest.documents[corpus.rowOf[number]][5] === 1)) return;
      if (elsewhere(corpus, number, options.besides || [])) return;
      let got = 0, missing = 0;
      needed.forEach(i => { if (matches[i].has.has(number)) got += ask.parts[i].part; else missing += 1; });
      if (!missing) full.add(number);
      else if (got >= LEAST * weight - 1e-9) partial.push(number);
    });
    const fill = partial.length > 0 && (!full.size || ask.loose && full.size < ENOUGH);
    const has = new Tally(corpus.size);
    full.numbers.concat(fill ? partial : []).forEach(number => has.add(number));
    return { numbers: Uint32Array.from(has.numbers).sort(), has, full, partial: fill };
  }

  // Gives the units in order, as many as are asked for. What a unit may be worth at most is known
  // before its text is read; once the best that were read beat all others' most, no more are read.
  function ordered(corpus, numbers, score, hits) {
    const most = new Float64Array(corpus.size), read = [], whole = corpus.manifest.whole;
    let looked = 0;
    corpus.unread = !whole;
    numbers.forEach(number => { most[number] = score(unitOf(corpus, number)); });
    corpus.unread = false;
    const heap = heapOf(numbers, (a, b) => most[a] > most[b] || most[a] === most[b] && a < b);
    const asHit = (number, worth) => {
      const unit = unitOf(corpus, number);
      return { place: `${unit.slug}#${unit.key}`, score: worth, unit };
    };
    const better = (a, b) => b.score - a.score || a.unit.number - b.unit.number;
    // whether the best that was read stands before all that were not
    const settled = () => {
      const next = heap[0], first = read[0];
      return first && (next === undefined || first.score > most[next] || first.score === most[next] && first.unit.number < next);
    };
    return async function more(count) {
      const wanted = Math.min(hits.length + count, numbers.length);
      for (;;) {
        while (hits.length < wanted && settled()) hits.push(read.shift());
        if (looked >= MOST_READ && !whole) {
          while (hits.length < wanted && read.length) hits.push(read.shift());
          while (hits.length < wanted) { const number = heap.take(); hits.push(asHit(number, most[number])); }
        }
        if (hits.length >= wanted) return hits;
        const some = [];
        while (heap.length && some.length < AT_ONCE) some.push(heap.take());
        looked += some.length;
        if (!whole) await readTexts(corpus, some);
        some.forEach(number => read.push(asHit(number, whole ? most[number] : score(unitOf(corpus, number)))));
        read.sort(better);
      }
    };
  }

  function expansions(ask, matches) {
    return ask.parts.flatMap((one, i) => matches[i].filter(each => each.form !== one.original && each.counts.size).map(each => ({
      from: one.original, to: each.form, paragraphs: each.counts.size, ...(each.theme ? { themes: each.theme } : {})
    })));
  }

  Object.assign(C, { search });
})();
