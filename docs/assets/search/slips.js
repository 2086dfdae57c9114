// Words that are one or two letters from a known one. No DOM. `known`: first letter -> word -> how often.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  // A known word that begins as this one does: another ending, another kind of word.
  function akin(word, known) {
    let best = "", most = Math.max(5, Math.ceil(word.length * 0.65));
    (known.get(word[0]) || []).forEach((times, each) => {
      let same = 0;
      while (same < word.length && word[same] === each[same]) same += 1;
      if (same >= most && (same > most || !best)) { best = each; most = same; }
    });
    return best;
  }

  // A known word one slip away, two in a long word; the first or second letter is right.
  function nearest(word, known) {
    if (word.length < 4 || word.length > 24) return "";
    const allowed = word.length < 8 ? 1 : 2;
    let best = "";
    let least = allowed + 1;
    let often = 0;
    Array.from(new Set([word[0], word[1]])).forEach(letter => {
      (known.get(letter) || []).forEach((times, each) => {
        if (Math.abs(each.length - word.length) > allowed || each.length < 4) return;
        const steps = distance(word, each, allowed);
        if (steps < least || steps === least && steps <= allowed && times > often) { best = each; least = steps; often = times; }
      });
    });
    return best;
  }

  // Letters to add, drop, change or swap; more than `most` counts as `most` + 1.
  function distance(a, b, most) {
    let before = [], row = [], last, i, j;
    for (j = 0; j <= b.length; j += 1) row[j] = j;
    for (i = 1; i <= a.length; i += 1) {
      last = before; before = row; row = [i];
      let least = i;
      for (j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], last[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
    }
    return row[b.length];
  }

  Object.assign(C, { akin, nearest, distance });
})();
