// How a text and a query are made alike: the same steps as resolutions/search/fold.py. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const HAN = /[\u3400-\u9fff\uf900-\ufaff]/, FIGURE = /[0-9]/;
  const simple = new Map();  // traditional character -> simplified
  const SAME = { "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0640": "" };
  // What is settled before anything else is done to a character: apostrophes, hyphens, characters
  // nobody sees, Arabic-Indic figures.
  const FIRST = [[/[\u2019\u2018\u201b\u02bc\u02b9\u2032`\u00b4]/, () => "'"], [/[\u2010-\u2013\u2212]/, () => "-"],
    [/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/, () => ""],
    [/[\u0660-\u0669\u06f0-\u06f9]/, figure => String(figure.charCodeAt(0) & 15)]];
  const known = new Map();   // character -> what it becomes
  let units = [];            // the same by code unit: texts are folded when a search first reads them

  // Take the table of search/fold.js: traditional and simplified characters in turn.
  function foldTable(pairs) {
    const characters = Array.from(pairs);
    for (let i = 0; i < characters.length; i += 2) simple.set(characters[i], characters[i + 1]);
    known.clear();
    units = [];
  }

  function foldCharacter(character) {
    let folded = known.get(character);
    if (folded !== undefined) return folded;
    const first = FIRST.find(([script]) => script.test(character));
    if (first) {
      known.set(character, first[1](character));
      return known.get(character);
    }
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

  function foldUnit(code) {
    const folded = foldCharacter(String.fromCharCode(code));
    units[code] = folded;
    return folded;
  }

  // A text folded; `from` takes, for each of its UTF-16 units, the code point of the text it came from.
  function folding(text, from) {
    let kept = "", last = "", blank = -1, at = 0;
    for (let i = 0; i < text.length; i += 1, at += 1) {
      const code = text.charCodeAt(i), character = code >= 0xd800 && code < 0xdc00 ? String.fromCodePoint(text.codePointAt(i)) : "";
      const folded = character.length > 1 ? foldCharacter(character) : units[code] ?? foldUnit(code);
      if (character.length > 1) i += 1;
      for (let n = 0; n < folded.length; n += 1) {
        const unit = folded[n];
        if (unit === " ") {
          if (kept && blank < 0) blank = at;
          continue;
        }
        if (blank >= 0 && !close(last, unit)) {
          kept += " ";
          if (from) from.push(blank);
        }
        blank = -1;
        kept += unit;
        last = unit;
        if (from) from.push(at);
      }
    }
    return kept;
  }

  const fold = text => folding(String(text), null);

  // {text: the folded text, from}
  function foldWithPlaces(text) {
    const from = [], folded = folding(text, from);
    return { text: folded, from };
  }

  Object.assign(C, { foldTable, foldWithPlaces, fold });
})();
