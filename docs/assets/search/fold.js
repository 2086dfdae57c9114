// How a text and a query are made alike: the same steps as resolutions/search/fold.py. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const HAN = /[\u3400-\u9fff\uf900-\ufaff]/, FIGURE = /[0-9]/;
  const simple = new Map();  // traditional character -> simplified
  const SAME = { "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0640": "", "\u2019": "'", "\u2018": "'" };
  const known = new Map();   // character -> what it becomes

  // Take the table of search/fold.js: traditional and simplified characters in turn.
  function foldTable(pairs) {
    const characters = Array.from(pairs);
    for (let i = 0; i < characters.length; i += 2) simple.set(characters[i], characters[i + 1]);
    known.clear();
  }

  function foldCharacter(character) {
    let folded = known.get(character);
    if (folded !== undefined) return folded;
    const normal = Array.from(character.normalize("NFKC"), each => simple.get(each) || each).join("");
    const bare = normal.toLowerCase().normalize("NFD").replace(/\p{Mn}|\p{Mc}|\p{Me}/gu, "");
    folded = /^[^\S\ufeff]+$|^[\x1c-\x1f\x85]+$/.test(bare) ? " " : bare;  // as Python has it
    folded = Array.from(folded, each => each in SAME ? SAME[each] : each).join("");
    known.set(character, folded);
    return folded;
  }

  // No blank stands between a Chinese character and a figure.
  function close(left, right) {
    return HAN.test(left) && FIGURE.test(right) || FIGURE.test(left) && HAN.test(right);
  }

  // {text: the folded text, from: for each of its UTF-16 units the code point of the text it came from}
  function foldWithPlaces(text) {
    let kept = "", blank = -1, at = 0;
    const from = [];
    for (const character of text) {
      for (const unit of foldCharacter(character).split("")) {
        if (unit === " ") {
          if (kept && blank < 0) blank = at;
          continue;
        }
        if (blank >= 0 && !close(kept[kept.length - 1], unit)) { kept += " "; from.push(blank); }
        blank = -1;
        kept += unit;
        from.push(at);
      }
      at += 1;
    }
    return { text: kept, from };
  }

  const fold = text => foldWithPlaces(String(text)).text;

  Object.assign(C, { foldTable, foldWithPlaces, fold });
})();
