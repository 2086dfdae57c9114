// Two instruments, paragraph by paragraph: which old ones each new one goes on from.
// The same steps as resolutions/comparison/align.py, in whole numbers. Needs the search's engine.
(() => {
  "use strict";
  const C = globalThis.compendium;
  const ALIKE = 0.22, RECALLED = 0.33, SLOT = 0.06, LEFT_OVER = 0.26, LEAST = 0.2, UNIT = 1000;
  const APART = ["title", "enacting", "heading"], PARTS = ["annex", "preamble", "operative"];
  const GROUP = /^(?:(?<annex>annex\d*-)|(?:s\d+-)?(?:(?<title>title)|(?<enacting>enacting)|(?<heading>h\d)|(?<preamble>pp)|(?<operative>op)))/;

  function groupOf(key) {
    const found = GROUP.exec(key);
    return found ? Object.keys(found.groups).find((name) => found.groups[name]) : "other";
  }

  function sum(grams, weights) {
    let total = 0;
    grams.forEach((n, piece) => { total += weights.get(piece) * n; });
    return total;
  }

  // Half goes to the even number, as Python rounds.
  function rounded(value) {
    const down = Math.floor(value), rest = value - down;
    return rest > 0.5 || (rest === 0.5 && down % 2) ? down + 1 : down;
  }

  function weigh(sides) {
    const spread = new Map(), weights = new Map();
    sides.forEach((side) => side.grams.forEach((grams) => grams.forEach((n, piece) => spread.set(piece, (spread.get(piece) || 0) + 1))));
    const total = sides[0].units.length + sides[1].units.length + 2;
    spread.forEach((n, piece) => weights.set(piece, rounded(UNIT * Math.log2(total / n))));
    return weights;
  }

  // The weight that each two paragraphs share: shared[i][j].
  function share(old, fresh, weights) {
    const where = new Map();
    old.grams.forEach((grams, i) => grams.forEach((n, piece) => {
      if (!where.has(piece)) where.set(piece, []);
      where.get(piece).push([i, n]);
    }));
    const shared = old.units.map(() => fresh.units.map(() => 0));
    fresh.grams.forEach((grams, j) => {
      grams.forEach((n, piece) => (where.get(piece) || []).forEach(([i, m]) => { shared[i][j] += weights.get(piece) * Math.min(n, m); }));
      old.units.forEach((unit, i) => { if (old.apart[i] !== fresh.apart[j]) shared[i][j] = 0; });
    });
    return shared;
  }

  // The weight of what `whole` has beyond `explained` and `part` has too.
  function beyond(whole, explained, part, weights) {
    let total = 0;
    whole.forEach((n, piece) => {
      const left = n - (explained.get(piece) || 0), both = Math.min(left, part.get(piece) || 0);
      if (both > 0) total += weights.get(piece) * both;
    });
    return total;
  }

  function relation(texts, text, split) {
    const bare = (words) => C.fold(words).replace(/ /g, "");
    if (!texts.length) return "new";
    if (texts.length > 1) return "merged";
    if (split) return "split";
    return bare(texts[0]) === bare(text) ? "same" : "edited";
  }

  function weighed(older, newer, grams) {
    const [old, fresh] = [older, newer].map((units) => ({
      units,
      grams: units.map((unit) => grams(unit.text)),
      groups: units.map((unit) => groupOf(unit.key)),
      apart: units.map((unit) => (APART.includes(groupOf(unit.key)) ? groupOf(unit.key) : ""))
    }));
    const weights = weigh([old, fresh]);
    [old, fresh].forEach((side) => { side.sums = side.grams.map((each) => sum(each, weights)); });
    const shared = share(old, fresh, weights);
    const alike = (i, j) => (old.sums[i] + fresh.sums[j] ? 2 * shared[i][j] / (old.sums[i] + fresh.sums[j]) : 0);
    return { old, fresh, weights, shared, alike };
  }

  // [{new, old: [key], relation, moved}] of two lists of {key, text}.
  C.align = (older, newer, grams) => {
    const { old, fresh, weights, shared, alike } = weighed(older, newer, grams);
    const one = new Map();
    oneToOne(old, fresh, shared, alike, one, ALIKE);
    slots(old, fresh, alike, one);
    recalled(weighed(older, newer, C.writtenOut), one);
    const { sources, split } = leftOver(old, fresh, shared, alike, one, weights);
    return told(old, fresh, sources, split);
  };

  function oneToOne(old, fresh, shared, alike, one, least) {
    const taken = new Set(one.values()), pairs = [];
    const apart = (i, j) => Math.abs(i * fresh.units.length - j * old.units.length);
    shared.forEach((row, i) => row.forEach((weight, j) => {
      const named = ["title", "enacting"].includes(fresh.groups[j]);
      if (weight && (named || alike(i, j) >= least)) pairs.push([i, j]);
    }));
    pairs.sort(([i, j], [k, l]) => alike(k, l) - alike(i, j) || apart(i, j) - apart(k, l) || j - l || i - k);
    pairs.forEach(([i, j]) => {
      if (one.has(i) || taken.has(j)) return;
      one.set(i, j);
      taken.add(j);
    });
  }

  // Preambular paragraphs without a partner: what they name is what they are about.
  function recalled({ old, fresh, shared, alike }, one) {
    const taken = new Set(one.values());
    const may = (i, j) => !one.has(i) && !taken.has(j) && old.groups[i] === "preamble" && fresh.groups[j] === "preamble";
    oneToOne(old, fresh, shared.map((row, i) => row.map((weight, j) => (may(i, j) ? weight : 0))), alike, one, RECALLED);
  }

  function slots(old, fresh, alike, one) {
    const taken = new Set(one.values());
    for (let i = 1; i < old.units.length - 1; i += 1) {
      const j = (one.has(i - 1) ? one.get(i - 1) : -2) + 1;
      if (one.has(i) || taken.has(j) || one.get(i + 1) !== j + 1) continue;
      if (old.groups[i] !== fresh.groups[j] || alike(i, j) < SLOT) continue;
      one.set(i, j);
      taken.add(j);
    }
  }

  function leftOver(old, fresh, shared, alike, one, weights) {
    const back = new Map(Array.from(one, ([i, j]) => [j, i])), merged = new Map(), split = new Map();
    const sources = new Map(Array.from(back, ([j, i]) => [j, [i]]));
    const fits = (i, j, side, at) => shared[i][j] && alike(i, j) >= LEAST && !APART.includes(side.groups[at]);
    const best = (found) => found.sort((a, b) => b[0] - a[0] || a[1] - b[1])[0];
    old.grams.forEach((own, i) => {
      if (one.has(i)) return;
      const found = best(Array.from(back.keys()).filter((j) => fits(i, j, fresh, j)).map((j) =>
        [old.sums[i] ? beyond(fresh.grams[j], old.grams[back.get(j)], own, weights) / old.sums[i] : 0, j]));
      if (found && found[0] >= LEFT_OVER) merged.set(found[1], (merged.get(found[1]) || []).concat(i));
    });
    fresh.grams.forEach((own, j) => {
      if (back.has(j)) return;
      const found = best(Array.from(one.keys()).filter((i) => fits(i, j, old, i)).map((i) =>
        [fresh.sums[j] ? beyond(old.grams[i], fresh.grams[one.get(i)], own, weights) / fresh.sums[j] : 0, i]));
      if (found && found[0] >= LEFT_OVER) split.set(j, found[1]);
    });
    merged.forEach((those, j) => sources.set(j, sources.get(j).concat(those).sort((a, b) => a - b)));
    split.forEach((i, j) => sources.set(j, [i]));
    return { sources, split: new Set([...split.keys(), ...Array.from(split.values(), (i) => one.get(i))]) };
  }

  function told(old, fresh, sources, split) {
    const pairs = fresh.units.map((unit, j) => {
      const those = sources.get(j) || [], groups = those.map((i) => old.groups[i]);
      return {
        new: unit.key,
        old: those.map((i) => old.units[i].key),
        relation: relation(those.map((i) => old.units[i].text), unit.text, split.has(j)),
        moved: PARTS.includes(fresh.groups[j]) && groups.length > 0 &&
          !groups.includes(fresh.groups[j]) && !groups.includes("other")
      };
    });
    const kept = new Set(Array.from(sources.values()).flat());
    old.units.forEach((unit, i) => {
      if (!kept.has(i)) pairs.push({ new: null, old: [unit.key], relation: "dropped", moved: false });
    });
    return pairs;
  }
})();
