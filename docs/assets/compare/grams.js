// What a paragraph is compared by: pairs of Chinese characters, words of other scripts, names.
// The same steps as resolutions/comparison/grams.py. Needs the search's engine.
(() => {
  "use strict";
  const C = globalThis.compendium;
  const A_NAME = 8, A_NAME_OTHER = 24, CITED = 6;
  const DAY = /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?/g;
  const PIECE = /(?<name>\ue000\d+\ue001)|(?<cited>\d+\/\d+)|(?<number>第[〇零一二三四五六七八九十百]+)|(?<han>[㐀-鿿]+)|(?<word>(?:(?![㐀-鿿])[\p{L}\p{N}])+)/gu;
  const prepared = new Map();  // language -> a promise of what cuts its texts

  function cutter(names, cited) {
    const signs = new Map(names.map((name, number) => [name, `\ue000${number}\ue001`]));
    const times = new Map(names.map((name, number) =>
      [`\ue000${number}\ue001`, 1 + Math.floor(Array.from(name).length / (/[㐀-鿿]/.test(name) ? A_NAME : A_NAME_OTHER))]));
    const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
    const pattern = new RegExp(escaped.join("|") || "(?!)", "g");

    return (text) => {
      const masked = C.fold(text).replace(pattern, (name) => signs.get(name)).replace(DAY, " ");
      const counted = new Map();
      const add = (piece, n) => counted.set(piece, (counted.get(piece) || 0) + n);
      for (const { 0: run, groups } of masked.matchAll(PIECE)) {
        if (groups.han && run.length > 1) {
          for (let at = 0; at + 1 < run.length; at += 1) add(run.slice(at, at + 2), 1);
        } else {
          add(run, groups.name ? times.get(run) : groups.cited ? cited : 1);
        }
      }
      return counted;
    };
  }

  C.writtenOut = cutter([], 1);  // names as the words they are made of

  // A promise of the function that counts the pieces of a text of a language.
  C.grams = (language) => {
    if (!prepared.has(language)) {
      const coming = C.load("compare", language, 0).then((names) => cutter(names, CITED));
      coming.catch(() => prepared.delete(language));
      prepared.set(language, coming);
    }
    return prepared.get(language);
  };
})();
