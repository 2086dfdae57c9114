// The search in the texts of one language, exact on folded text.
// Contract: window.compendium.search(query, options) -> Promise of {total, occurrences, hits, expanded,
// reference: the place a query names or null, near: found by likeness alone}.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { open, languages, ready, readTexts, tidy, unitOf, numberOf, namedIn, lexicon, meaning, plainPart, fold, findPlaces, count, answers, times, narrowed, scoreOf, weigh, heapOf, Tally, likenessOf, vocabularyOf, phrasesOf, addForm, stem } = C;

  const NAMED = 2000, ITS_TITLE = 1000;  // the paragraph that a query names, the instrument it is in
  const LIKE = 3, LIKER = 12;  // the unit is most like the query; more for each further part of a loose one
  const PARTLY = 0.3;      // how like it must be at least to be a hit with a part of what was asked
  const LIKELY = 0.7;      // how like it must be where its words were guessed at
  const NEARER = 0.03, LOOKED_AT = 300;  // what a point of exact worth adds to a likeness, among the likest
  const LEAST_LIKE = 0.12;  // below, it is not near
  const MOST_NEAR = 100;
  const MOST_RIGHT = 4;    // pieces that are looked up before they are taken for slips
  const INFLECTED = 0.9;   // another inflection of what was typed
  const SHORT = 4, MOST_WORDS = 4, MOST_WAYS = 6, MOST_FORMS = 36;  // of what is inflected
  const COMPLETE = 4;      // nothing that was asked for is missing
  const ENOUGH = 10;       // so many full answers and a phrase needs no partial ones
  const GIVE_WAY = 3;      // times a query is taken apart further
  const LEAST = 0.4;       // of the weight a partial answer must have
  const AT_ONCE = 24;      // texts that are read together
  const MOST_READ = 1000;  // to find the best: after so many the order is what the postings say

  // In the texts of one language, the Chinese ones where none is named.
  async function search(query, asked = {}) {
    const options = { ...asked };
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
    if (expand) return mended(corpus, query, options, await answered(corpus, query, await understood(corpus, query, options), options, GIVE_WAY, []));
    if (options.typed) return answered(corpus, query, typedAlone(query), options, 0, []);
    const folded = fold(query);
    return answered(corpus, query, { parts: folded ? [plainPart(folded)] : [], phrase: "", suggestion: "" }, options, 0, []);
  }

  // A query as it was typed, its phrases apart: what our translations are asked for.
  function typedAlone(query) {
    const { quoted, rest } = phrasesOf(query), bare = C.ordinalsSpelt(fold(rest));
    const parts = quoted.map(each => Object.assign(plainPart(each), { quoted: true }));
    if (bare) parts.push(plainPart(bare));
    return { parts, phrase: "", suggestion: "" };
  }

  // A word as the texts may have it: in other inflections; closed where it is typed with a hyphen, open or
  // with a hyphen where it is typed closed.
  function waysOf(word, vocabulary) {
    const inflected = each => vocabulary.words(stem(each)), more = inflected(word).slice();
    if (word.includes("-")) more.push(...inflected(word.replace(/-/g, "")));
    for (let at = SHORT; at <= word.length - SHORT; at += 1) {
      const head = word.slice(0, at), tail = word.slice(at);
      if (inflected(head).includes(head) && inflected(tail).includes(tail)) more.push(`${head}-${tail}`, `${head} ${tail}`);
    }
    return Array.from(new Set([word, ...more])).slice(0, MOST_WAYS);
  }

  // Words in the inflections and spellings that the texts have: programmes, program.
  async function inflect(corpus, ask) {
    const vocabulary = await vocabularyOf(corpus);
    ask.parts.filter(one => !one.symbol && !one.quoted).forEach(one => {
      const words = one.original.replace(/'s(?= |$)/g, "").split(" ");
      if (words.length > MOST_WORDS) return;
      const ways = words.map(word => word.length < SHORT ? [word] : waysOf(word, vocabulary));
      const forms = ways.reduce((all, each) => all.flatMap(head => each.map(word => head ? `${head} ${word}` : word)).slice(0, MOST_FORMS), [""]);
      for (let i = 0; i + 1 < words.length; i += 1) {
        const [one, other] = words.slice(i, i + 2), around = word => [...words.slice(0, i), word, ...words.slice(i + 2)].join(" ");
        if (Math.min(one.length, other.length) < SHORT) continue;
        [`${one}-${other}`, ...vocabulary.words(stem(one + other))].forEach(word => forms.push(around(word)));
      }
      forms.filter(form => form !== one.original).forEach(form => addForm(one, form, INFLECTED));
    });
  }

  // A query without the marks of a title that no text has in these words: it may be a term.
  async function untitled(corpus, query) {
    const bare = query.replace(/[\u3008-\u300b]/g, " "), marked = bare !== query ? phrasesOf(query).quoted : [];
    const found = await Promise.all(marked.map(each => findPlaces(corpus, each)));
    return found.some(({ units }) => !units.length) ? bare : query;
  }

  // What a query means; a piece that was taken for a slip and stands in the texts is none.
  async function understood(corpus, query, options) {
    options.right = [];
    query = await untitled(corpus, query);
    let ask = meaning(query, [], corpus.language);
    for (let i = 0; ask.slipped && i < MOST_RIGHT && (await findPlaces(corpus, ask.slipped)).units.length; i += 1) {
      options.right.push(ask.slipped);
      ask = meaning(query, [], corpus.language, options.right);
    }
    return ask;
  }

  // What was taken for a slip and stands nowhere as it was typed is searched for as it was meant.
  async function mended(corpus, query, options, found) {
    if (!found.slipped || found.stands || found.complete && !found.partial) return found;
    const ask = meaning(found.suggestion, [], corpus.language, options.right), better = await answered(corpus, found.suggestion, ask, options, GIVE_WAY, []);
    return better.total ? Object.assign(better, { corrected: found.suggestion, suggestion: "" }) : found;
  }

  // A term of several words that stands nowhere gives way to the words it is made of.
  async function answered(corpus, query, ask, options, turns, nowhere) {
    const without = options.without || [];
    if (!corpus.manifest.paired && options.fold !== false && (options.typed || options.expand !== false)) await inflect(corpus, ask);
    ask.removed = ask.removed || new Set();
    ask.parts.forEach(one => {
      one.forms.filter(form => form !== one.original && without.includes(form)).forEach(form => ask.removed.add(form));
      one.focus.map(themes => `theme:${themes.join("+")}`).filter(form => without.includes(form)).forEach(form => ask.removed.add(form));
      one.forms = one.forms.filter(form => !ask.removed.has(form));
    });
    const matches = await Promise.all(ask.parts.map(one => answers(corpus, one, options)));
    const more = ask.parts.flatMap((one, i) => {
      const several = /\S \S/.test(one.original) || /[\u3400-\u9fff]{4}/.test(one.original);
      return several && !matches[i].some(each => each.counts.size) ? one.entries : [];
    });
    if (more.length && turns && !without.length) {
      const absent = nowhere.concat(more);
      return answered(corpus, query, meaning(query, absent, corpus.language, options.right), options, turns - 1, absent);
    }
    const places = await findPlaces(corpus, ask.phrase);
    ask.stands = new Tally(corpus.size);
    places.units.forEach(number => ask.stands.add(number));
    return result(corpus, query, ask, matches, options);
  }

  // Without folding: the very characters, as a reader typed them. The folded places say where
  // they may be; then the texts must be read.
  async function asItStands(corpus, query, options) {
    const folded = fold(query), counts = new Tally(corpus.size);
    const places = query && !folded ? { units: Array.from(corpus.rowOf.keys()) } : await findPlaces(corpus, folded);
    await readTexts(corpus, places.units);
    places.units.forEach(number => {
      const found = count(corpus.rows[number][0], query);
      if (found) counts.set(number, found);
    });
    const ask = { parts: query ? [plainPart(query)] : [], phrase: "", suggestion: "" };
    return result(corpus, query, ask, query ? [[{ form: query, weight: 1, counts, places }]] : [], options);
  }

  // All that answer, narrowed by the facets; what is returned in order is read, the rest is counted.
  async function result(corpus, query, ask, matches, options) {
    weigh(corpus, ask, matches);
    const named = ask.reference ? namedIn(corpus, ask.reference) : null;
    const exact = options.expand === false || options.fold === false || ask.parts.every(one => one.symbol || one.quoted);
    const missing = [], like = exact ? null : await likenessOf(corpus, query, ask, missing);
    const all = answering(corpus, ask, matches, options, named, like), facets = narrowed(corpus, all.numbers, options);
    let occurrences = 0, complete = 0;
    facets.kept.forEach(number => {
      if (all.full.has(number)) complete += 1;
      matches.forEach(match => { occurrences += times(number, match); });
    });
    ask.symbol = ask.parts.length === 1 && ask.parts[0].symbol;
    const found = {
      total: facets.kept.length, complete, partial: all.partial, occurrences, missing,
      expanded: expansions(ask, matches), removed: Array.from(ask.removed || []),
      // what stands nowhere, in no form
      absent: ask.parts.filter((one, i) => !matches[i].has.size && !one.symbol).map(one => one.original),
      suggestion: ask.suggestion, slipped: ask.slipped, corrected: "",
      parts: ask.parts.map(one => one.forms), phrase: ask.phrase, hits: [], corpus,
      // whether all that was asked stands somewhere as it was typed
      stands: !ask.slipped && matches.length > 0 && matches.every((match, i) => match.some(each => each.form === ask.parts[i].original && each.counts.size)),
      reference: named ? place(corpus, named.number) : null, to: named && named.number !== named.title ? ask.reference.to : "",
      locator: ask.locator || "", quoted: ask.parts.some(one => one.quoted),
      has: (slug, key) => all.has.has(numberOf(corpus, slug, key)),
      get facets() { return facets.counts(); }
    };
    const much = LIKE + (ask.loose ? LIKER * Math.min(4, ask.parts.length - 1) : 0);
    const worth = number => named && number === named.number ? NAMED : named && number === named.title ? ITS_TITLE : 0;
    const score = unit => worth(unit.number) + (like ? much * like[unit.number] : 0) + scoreOf(corpus, unit, ask, matches) + (all.full.has(unit.number) ? COMPLETE : 0);
    found.more = ordered(corpus, facets.kept, score, found.hits);
    found.near = like && options.near !== false ? nearTo(corpus, like, all, options, number => scoreOf(corpus, unitOf(corpus, number), ask, matches)) : [];
    await found.more(options.limit || facets.kept.length);
    return found;
  }

  const place = (corpus, number) => `${corpus.manifest.documents[corpus.rowOf[number]][0]}#${corpus.keys[number]}`;

  // Whether a paragraph was found before, in another language.
  function elsewhere(corpus, number, results) {
    return results.some(each => each.has(corpus.manifest.documents[corpus.rowOf[number]][0], corpus.keys[number]));
  }

  // The units with all needed parts and, if those are few, the ones with some.
  function answering(corpus, ask, matches, options, named, like) {
    // of two words of which one stands nowhere, the other alone is no answer: death penalty
    const halved = ask.loose && ask.parts.length === 2 && ask.parts.some((one, i) => !matches[i].has.size);
    const needed = Array.from(ask.parts.keys()).filter(i => halved || !ask.parts[i].light);
    // of several parts of which one may mean something else, a hit must also be like what was asked
    const guessed = like && !halved && ask.parts.length > 1 && ask.parts.some(one => one.guessed);
    const any = new Tally(corpus.size), full = new Tally(corpus.size), partial = [], note = corpus.manifest.parts.indexOf("note");
    needed.forEach(i => matches[i].has.forEach((n, number) => any.add(number)));
    const weight = needed.reduce((sum, i) => sum + ask.parts[i].part, 0);
    any.forEach((n, number) => {
      if (corpus.parts[number] === note && !options.notes) return;
      if (options.aids !== undefined && options.aids !== (corpus.manifest.documents[corpus.rowOf[number]][5] === 1)) return;
      if (elsewhere(corpus, number, options.besides || [])) return;
      if (guessed && like[number] < LIKELY) return;
      let got = 0, missing = 0;
      needed.forEach(i => { if (matches[i].has.has(number)) got += ask.parts[i].part; else missing += 1; });
      if (!missing) full.add(number);
      else if (got >= LEAST * weight - 1e-9 && (!like || needed.length < 3 || like[number] >= PARTLY)) partial.push(number);
    });
    if (named && !elsewhere(corpus, named.title, options.besides || [])) [named.title, named.number].forEach(number => full.add(number));
    const fill = !halved && partial.length > 0 && (!full.size || ask.loose && full.size < ENOUGH);
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

  // Units that are like a query and no hits, the likest first; of those, what has its words before what has not.
  function nearTo(corpus, like, all, options, exact) {
    const note = corpus.manifest.parts.indexOf("note"), numbers = [];
    for (let number = 0; number < corpus.size; number += 1) {
      if (like[number] < LEAST_LIKE || all.has.has(number) || corpus.parts[number] === note && !options.notes) continue;
      if (options.aids !== undefined && options.aids !== (corpus.manifest.documents[corpus.rowOf[number]][5] === 1)) continue;
      numbers.push(number);
    }
    return narrowed(corpus, Uint32Array.from(numbers), options).kept.sort((a, b) => like[b] - like[a] || a - b).slice(0, LOOKED_AT)
      .map(number => ({ place: place(corpus, number), score: like[number] + NEARER * exact(number), unit: unitOf(corpus, number) }))
      .sort((a, b) => b.score - a.score || a.unit.number - b.unit.number).slice(0, MOST_NEAR);
  }

  function expansions(ask, matches) {
    return ask.parts.flatMap((one, i) => matches[i].filter(each => each.form !== one.original && each.counts.size).map(each => ({
      from: one.original, to: each.form, paragraphs: each.counts.size, ...(each.theme ? { themes: each.theme } : {})
    })));
  }

  Object.assign(C, { search });
})();
