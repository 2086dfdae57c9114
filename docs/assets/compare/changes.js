// What was added and dropped between two wordings, word by word: the longest stretch that both have,
// then the same again before it and behind it. The same steps as resolutions/comparison/changes.py.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const WORD = /[㐀-鿿]|(?:(?![㐀-鿿])[\p{L}\p{N}_])+|\s+|[^\p{L}\p{N}_\s]/gu;
  const SHORT = /^[^\p{L}\p{N}]*[\p{L}\p{N}]?[^\p{L}\p{N}]*$/u;

  // The words that tile a text, of lengths that a script brought ("1 3 2") or by letters and signs.
  C.words = (text, lengths) => {
    const characters = Array.from(text), found = [];
    let at = 0;
    (lengths || []).forEach((length) => { found.push(characters.slice(at, at + length).join("")); at += length; });
    return found.length && at === characters.length ? found : text.match(WORD) || [];
  };

  // The longest stretch of old[a, b) and fresh[c, d) in common; the first of those as long.
  function longest(old, where, a, b, c, d) {
    let best = [a, c, 0], ends = new Map();
    for (let i = a; i < b; i += 1) {
      const next = new Map();
      for (const j of where.get(old[i]) || []) {
        if (j < c) continue;
        if (j >= d) break;
        const size = (ends.get(j - 1) || 0) + 1;
        next.set(j, size);
        if (size > best[2]) best = [i - size + 1, j - size + 1, size];
      }
      ends = next;
    }
    return best;
  }

  function stretches(old, fresh) {
    const where = new Map(), found = [], open = [[0, old.length, 0, fresh.length]];
    fresh.forEach((word, j) => { if (!where.has(word)) where.set(word, []); where.get(word).push(j); });
    while (open.length) {
      const [a, b, c, d] = open.pop(), [i, j, size] = longest(old, where, a, b, c, d);
      if (!size) continue;
      found.push([i, j, size]);
      open.push([a, i, c, j], [i + size, b, j + size, d]);
    }
    return found.sort((x, y) => x[0] - y[0]);
  }

  function joined(told) {
    const out = [];
    let held = { dropped: "", added: "" };
    told.concat([["same", ""]]).forEach(([kind, text]) => {
      if (kind !== "same") { held[kind] += text; return; }
      ["dropped", "added"].forEach((each) => { if (held[each]) out.push([each, held[each]]); });
      held = { dropped: "", added: "" };
      if (text) out.push([kind, text]);
    });
    return out;
  }

  // [["same"|"added"|"dropped", text]] of two lists of words.
  C.changes = (old, fresh) => {
    const told = [];
    let i = 0, j = 0, same = "";
    stretches(old, fresh).concat([[old.length, fresh.length, 0]]).forEach(([a, b, size]) => {
      if (a > i || b > j) {
        if (same) told.push(["same", same]);
        told.push(["dropped", old.slice(i, a).join("")], ["added", fresh.slice(j, b).join("")]);
        same = "";
      }
      same += fresh.slice(b, b + size).join("");
      i = a + size;
      j = b + size;
    });
    if (same) told.push(["same", same]);
    return joined(told.flatMap(([kind, text], at) =>
      (kind === "same" && at > 0 && at < told.length - 1 && SHORT.test(text) ? [["dropped", text], ["added", text]] : [[kind, text]])));
  };
})();
