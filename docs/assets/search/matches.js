// Which units hold a part of a query, in any of its forms, or are about its theme.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { BOUNDS, findPlaces, Tally, lowest, timesIn } = C;

  const THEME_ONLY = 0.15;    // of that, where only the theme answers and no wording

  const SHORT = /^[\p{Ll}\p{M}]{2,6}$/u;  // a word that many others hold: ict, tip, trata
  const HAN = /\p{Script=Han}/u;

  // What may not stand around a form. A short word that was not typed itself is meant as a word, and
  // so is one that was, where it stands for a name without beginning a word of it: ict, tip.
  function boundsOf(one, form) {
    if (one.symbol) return /\d/.test(form) ? BOUNDS.symbol : null;
    if (!SHORT.test(form) || HAN.test(form)) return null;
    const longer = new RegExp(`\\p{L}${form}|${form}\\p{L}`, "u");  // drug in narcotic drugs
    const full = one.entries.length ? one.forms.filter(each => each.includes(" ")) : [];
    const stands = full.length && !full.some(each => longer.test(each));
    return form !== one.original || stands ? BOUNDS.word : null;
  }

  // [{form, weight, counts: Tally(unit number -> times), places, theme}] for a part.
  function answers(corpus, one, options) {
    return Promise.all(one.forms.map(form => findPlaces(corpus, form, boundsOf(one, form)).then(places => {
      const counts = new Tally(corpus.size), other = form !== one.original && !one.symbol;
      for (let i = 0; i < places.units.length; i += 1) {
        const number = places.units[i];
        if (other && !standsFree(corpus, places, i)) continue;
        counts.set(number, timesIn(places, i));
        if (one.symbol && corpus.marks[number] && !options.notes) carry(corpus, number, counts);
      }
      return { form, weight: one.weight.get(form), counts, places };
    }))).then(match => {
      themesOf(corpus, one, options).forEach(each => { match.push(each); });
      return match;
    });
  }

  // Another form than the typed one must stand elsewhere than in the name of a body.
  function standsFree(corpus, places, i) { return places.size >= 8 || freeOf(corpus, places, i).times > 0; }

  // Where a string stands in its i-th unit outside the names of bodies: times and the first place.
  function freeOf(corpus, places, i) {
    const base = corpus.starts[places.units[i]];
    const found = { times: 0, first: -1 };
    let end = -1;
    for (let j = places.from[i]; j < places.from[i + 1]; j += 1) {
      const at = places.at[j];
      if (at < end) continue;
      end = at + places.size;
      if (inBody(corpus, base + at, places.size)) continue;
      if (!found.times) found.first = at;
      found.times += 1;
    }
    return found;
  }

  function inBody(corpus, start, size) {
    const near = lowest(corpus.bodies, start + 1, 0) - 1;
    if (near < 0) return false;
    const from = corpus.bodies[near], end = from + corpus.bodyLengths[near];
    return start + size <= end && !(start === from && start + size === end);
  }

  // A symbol that stands in a note counts for the paragraph that calls the note.
  function carry(corpus, note, counts) {
    const key = corpus.marks[note].replace(/-mark\d+$/, "");
    for (let number = note - 1; number >= 0 && corpus.rowOf[number] === corpus.rowOf[note]; number -= 1) {
      if (corpus.keys[number] === key) { if (!counts.has(number)) counts.set(number, 1); return; }
    }
  }

  // Paragraphs whose focus is the theme of a crime that was asked for, whatever their words; of
  // several themes, one at least. The facts say it, so no text need be loaded.
  function themesOf(corpus, one, options) {
    return one.focus.map(themes => {
      const form = `theme:${themes.join("+")}`, counts = new Tally(corpus.size);
      const places = themes.map(theme => corpus.manifest.themes.indexOf(theme));
      if ((options.without || []).includes(form)) return { form, counts };
      const fit = corpus.manifest.tables.themes.map(row => {
        const digits = places.map(place => row[place]);
        return digits.includes("2") && !digits.includes("0");
      });
      for (let number = 0; number < corpus.size; number += 1) if (fit[corpus.themes[number]]) counts.set(number, 1);
      return { form, theme: themes, weight: THEME_ONLY, counts };
    }).filter((each, i, all) => each.counts.size && all.findIndex(other => other.form === each.form) === i);
  }

  // How often the forms of a part stand in a unit, none inside another.
  function times(number, match) {
    const forms = match.filter(each => !each.theme && each.counts.has(number));
    if (forms.length === 1) return forms[0].counts.get(number);
    const spans = [];
    forms.forEach(each => {
      const i = lowest(each.places.units, number, 0), size = each.places.size;
      if (each.places.units[i] !== number) return;
      for (let j = each.places.from[i]; j < each.places.from[i + 1]; j += 1) spans.push([each.places.at[j], each.places.at[j] + size]);
    });
    let end = 0, all = 0;
    spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]).forEach(span => {
      if (span[0] >= end) { all += 1; end = span[1]; }
    });
    return all;
  }

  Object.assign(C, { answers, freeOf, times });
})();
