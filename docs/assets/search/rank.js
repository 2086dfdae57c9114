// What a unit is worth as an answer. The weights are tuned on the `develop` half of
// tests/labels/queries.yml.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { unitOf, lowest, freeOf, isBody, Tally } = C;

  const WORDING = 3;          // all parts of the query stand in the paragraph, in the very words
  const PHRASE = 1.5;           // the query stands there as it was typed
  const REPEATED = 0.35;      // each doubling of the times a form stands there
  const PIECE = 0.8;          // a form that is only a piece of a longer word counts so much
  const NAME = 0.2;           // a form that stands only in the name of a body, or in a note
  const EARLY = 0.7;          // stands at the head of the paragraph
  const FOCUS = 5;            // the paragraph is about a theme of the query
  const TITLE_THEME = 0.3;    // the instrument is about a theme of the query
  const CROWD = 0.6;          // each doubling of the themes a paragraph touches
  const PART = { title: 4, operative: 1.8, preambular: 0, other: -1, note: -1 };
  const DRAFT = -0.15;         // a draft stands below the text it became
  const NEW = 2;              // the newest year of the corpus against its oldest
  const AID = -50;            // our translation stands below all texts
  const OWN_TITLE = 20;       // the symbol is the instrument's own
  const LIGHT = 0.5;          // what a word that may be missing weighs
  const COMMON = 0.15;        // a part in so many of all paragraphs may be missing from a phrase

  // Where a form stands in a unit: how often as words of the segmentation, how often as pieces of
  // longer words (\u6bd2\u54c1 inside the name of an office), and the first good place.
  function places(unit, form) {
    if (!unit.edges) edgesOf(unit);
    const found = { whole: 0, pieces: 0, first: -1 };
    for (let at = unit.folded.indexOf(form); at >= 0; at = unit.folded.indexOf(form, at + form.length)) {
      const start = unit.edges.get(at), end = at + form.length;
      const whole = !unit.words || start !== undefined && (unit.edges.has(end) || end === unit.folded.length);
      if (!whole && form.length < 8 && isBody(wordAt(unit, at, end))) continue;
      if (whole ? !found.whole : found.first < 0) found.first = at;
      if (whole) found.whole += 1; else found.pieces += 1;
    }
    return found;
  }

  // The word of the segmentation that a piece is in, "" where it is in none alone.
  function wordAt(unit, at, end) {
    for (let start = at; start >= 0; start -= 1) {
      if (unit.edges.has(start)) return unit.edges.get(start) >= end ? unit.folded.slice(start, unit.edges.get(start)) : "";
    }
    return "";
  }

  // Where the words of a unit start in its folded text, and where each ends.
  function edgesOf(unit) {
    const starts = new Set([0]);
    let at = 0;
    let before = 0;
    unit.words.split(" ").forEach(length => { at += Number(length); starts.add(at); });
    unit.edges = new Map();
    unit.from.forEach((place, i) => {
      if (!i || !starts.has(place) || unit.from[i - 1] === place) return;
      unit.edges.set(before, i);
      before = i;
    });
    unit.edges.set(before, unit.folded.length);
  }

  function worthOf(unit, match) {
    let best = 0;
    match.forEach(each => {
      if (!each.counts.has(unit.number)) return;
      if (each.theme) { best = Math.max(best, each.weight); return; }
      const found = unit.known ? places(unit, each.form) : hoped(unit, each), times = Math.max(1, found.whole + PIECE * found.pieces);
      const worth = 1 + REPEATED * Math.log2(times) +
        (found.first >= 0 ? EARLY / (1 + found.first / 20) : 0);
      best = Math.max(best, each.weight * (found.whole ? 1 : found.pieces ? PIECE : NAME) * worth);
    });
    return best;
  }

  // The most that the places of a form in a unit may be worth, before its text is read.
  function hoped(unit, match) {
    const i = lowest(match.places.units, unit.number, 0);
    if (match.places.units[i] !== unit.number) return { whole: 0, pieces: 0, first: -1 };
    if (match.places.size >= 8) return { whole: match.counts.get(unit.number), pieces: 0, first: match.places.at[match.places.from[i]] };
    const free = freeOf(unit.corpus, match.places, i);
    return { whole: free.times, pieces: 0, first: free.first };
  }

  // The title of the instrument a unit is in.
  function titleOf(corpus, slug, first) {
    corpus.titles = corpus.titles || {};
    for (let n = first; !(slug in corpus.titles); n += 1) {
      if (corpus.rowOf[n] !== corpus.rowOf[first]) corpus.titles[slug] = null;
      else if (corpus.manifest.parts[corpus.parts[n]] === "title") corpus.titles[slug] = unitOf(corpus, n);
    }
    return corpus.titles[slug];
  }

  function newness(corpus, unit) {
    if (!corpus.years) {
      const years = corpus.manifest.documents.map(row => Number(row[3]));
      corpus.years = [Math.min.apply(null, years), Math.max.apply(null, years)];
    }
    return (Number(unit.year) - corpus.years[0]) / Math.max(1, corpus.years[1] - corpus.years[0]);
  }

  function scoreOf(corpus, unit, ask, matches) {
    const crowd = ask.symbol ? unit.known ? (unit.folded.match(/\d\/\d/g) || []).length : 1 : unit.themes.replace(/0/g, "").length;
    let score = (ask.symbol ? 0 : PART[unit.part]) - CROWD * Math.log2(1 + crowd);
    const title = titleOf(corpus, unit.slug, unit.first), themes = corpus.manifest.themes;
    score += (unit.status === "draft" ? DRAFT : 0) + (unit.aid ? AID : 0) + NEW * newness(corpus, unit);
    ask.parts.forEach((one, i) => {
      const share = one.share;
      if (matches[i].has.has(unit.number)) score += WORDING * share * worthOf(unit, matches[i]);
      one.themes.forEach(theme => {
        const place = themes.indexOf(theme);
        if (unit.themes[place] === "2") score += FOCUS * share / one.themes.length;
        if (title && title.themes[place] === "2") score += TITLE_THEME * share / one.themes.length;
      });
      if (one.titles.has(unit.number)) score += OWN_TITLE;
    });
    if (ask.stands && ask.stands.has(unit.number)) score += PHRASE;
    return score;
  }

  // The units that hold a part, and what it weighs: rare words more, light ones little.
  function weigh(corpus, ask, matches) {
    const all = corpus.size;
    let sum = 0;
    ask.parts.forEach((one, i) => {
      const has = matches[i].has = new Tally(corpus.size);
      matches[i].forEach(each => { each.counts.forEach((n, number) => { has.add(number); }); });
      one.titles = new Tally(corpus.size);
      ownTitles(corpus, one, has);
      one.rarity = Math.log((all + 1) / (Math.max(has.size, 3) + 0.5));
    });
    const named = ask.parts.filter(one => !one.light);
    ask.parts.forEach((one, i) => {
      // in a phrase, a term that stands nearly everywhere is no condition beside a rarer one
      const common = one.piece && ask.loose && matches[i].has.size > all * COMMON;
      if (common && named.some(other => other.rarity > one.rarity + 0.5)) one.light = true;
      // what stands nowhere takes no weight from what does
      const absent = ask.loose && !matches[i].has.size && named.length > 1;
      one.part = absent ? 0 : (one.light ? LIGHT : 1) * (0.5 + one.rarity);
      sum += one.part;
    });
    ask.parts.forEach(one => { one.share = one.part / sum; });
  }

  // The rows of the held instruments whose own symbol a part is.
  function ownDocuments(corpus, one) {
    if (!one.own || !one.own.length) return [];
    return corpus.manifest.documents.filter(row => one.own.some(slug => row[0] === slug || row[0].indexOf(`${slug}-`) === 0));
  }

  function ownTitles(corpus, one, has) {
    ownDocuments(corpus, one).forEach(row => {
      const title = titleOf(corpus, row[0], row[1]);
      if (title) { has.add(title.number); one.titles.add(title.number); }
    });
  }

  Object.assign(C, { scoreOf, weigh });
})();
