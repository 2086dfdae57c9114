// Where strings stand: lists of rising places, cut and joined. No DOM; resolutions/search/postings.py
// writes what is read here.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const ONE_HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
  // What may not stand before and after a form: no figure goes on beside a symbol, no letter beside
  // a short word: ict is not found in victim, trata not in tratado.
  const BOUNDS = {
    symbol: { before: /[0-9a-z/.]/, after: /[0-9]/ },
    word: { before: /[\p{L}\p{M}]/u, after: /[\p{L}\p{M}]/u },
    whole: { before: /[\p{L}\p{N}]/u, after: /[\p{L}\p{N}]/u }  // as a text is cut into words
  };

  function isBounded(text, form, place, bounds) {
    const end = place + form.length;
    if (!ONE_HAN.test(form[0]) && bounds.before.test(text[place - 1] || "")) return false;
    return ONE_HAN.test(form[form.length - 1]) || !bounds.after.test(text[end] || "");
  }

  // The pieces a string is made of, as resolutions/postings.py cuts the texts: {at, piece} stands
  // there itself, {at, part, before, after} is a part of one, with more of it before or after.
  function needs(form, paired) {
    const list = [];
    let at = 0;
    const last = form.length;
    const runs = form.match(paired ? /[\u3400-\u9fff\uf900-\ufaff]+| |[^\u3400-\u9fff\uf900-\ufaff ]+/g : / |[^ ]+/g);
    let place = 0;  // in the string; `at` counts characters
    runs.forEach(run => {
      const first = place === 0, final = place + run.length === last, size = Array.from(run).length;
      if (run === " ") { if (paired) list.push({ at, piece: " " }); }
      else if (paired && ONE_HAN.test(run[0])) {
        for (let i = 0; i + 1 < size; i += 2) list.push({ at: at + i, piece: run.slice(i, i + 2) });
        if (size % 2 && size > 1) list.push({ at: at + size - 2, piece: run.slice(size - 2) });
        if (size === 1) list.push(final ? { at, part: run, after: true } : { at, piece: run });
      }
      else if (first || final) list.push({ at, part: run, before: first, after: final });
      else list.push({ at, piece: run });
      place += run.length;
      at += size;
    });
    return { list, size: at };
  }

  // The first place in a rising list that is not below a value.
  function lowest(list, value, low) {
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] < value) low = middle + 1; else high = middle;
    }
    return low;
  }

  // Of the rising starts those at which, so much further, the list has a place.
  function kept(starts, list, shift) {
    const out = new Int32Array(starts.length);
    let count = 0;
    let j = 0;
    const far = list.length > 16 * starts.length;
    for (let i = 0; i < starts.length; i += 1) {
      const wanted = starts[i] + shift;
      if (far) j = lowest(list, wanted, j);
      else while (list[j] < wanted) j += 1;
      if (j >= list.length) break;
      if (list[j] === wanted) { out[count] = starts[i]; count += 1; }
    }
    return out.subarray(0, count);
  }

  function byUnit(starts, size, bounds) {
    const units = [];
    const from = [0];
    const at = new Int32Array(starts.length);
    let number = -1;
    const far = bounds.length > 16 * starts.length;
    for (let i = 0; i < starts.length; i += 1) {
      if (number < 0 || starts[i] >= bounds[number + 1]) {
        if (units.length) from.push(i);
        if (far) number = lowest(bounds, starts[i] + 1, number + 1) - 1;
        else do number += 1; while (starts[i] >= bounds[number + 1]);
        units.push(number);
      }
      at[i] = starts[i] - bounds[number];
    }
    if (units.length) from.push(starts.length);
    return { units, from, at, size };
  }

  function decode(text) {
    const data = atob(text);
    const numbers = new Int32Array(data.length);
    let many = 0;
    let number = 0;
    let gap = 0;
    let shift = 0;
    for (let i = 0; i < data.length; i += 1) {
      const byte = data.charCodeAt(i);
      gap |= (byte & 127) << shift;
      if (byte & 128) { shift += 7; continue; }
      number += gap;
      numbers[many] = number;
      many += 1;
      gap = shift = 0;
    }
    return numbers.slice(0, many);
  }

  function count(text, wanted) {
    let times = 0, at = text.indexOf(wanted);
    while (at >= 0) { times += 1; at = text.indexOf(wanted, at + wanted.length); }
    return times;
  }

  // How often a string stands in its i-th unit, none over another.
  function timesIn(places, i) {
    let start = places.from[i];
    const last = places.from[i + 1];
    if (last - start === 1) return 1;
    let end = -1, times = 0;
    for (; start < last; start += 1) {
      if (places.at[start] >= end) { times += 1; end = places.at[start] + places.size; }
    }
    return times;
  }

  Object.assign(C, { BOUNDS, ONE_HAN, isBounded, needs, lowest, kept, byUnit, decode, count, timesIn });
})();
