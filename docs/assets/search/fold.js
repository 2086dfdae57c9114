// How a text and a query are made alike: the same steps as resolutions/search/fold.py. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const PIECE = 8192;        // code units that are made a string at once
  const simple = new Map();  // traditional character -> simplified
  const SAME = { "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0640": "" };
  // What is settled before anything else is done to a character: apostrophes, hyphens, characters
  // nobody sees, Arabic-Indic figures.
  const FIRST = [[/[\u2019\u2018\u201b\u02bc\u02b9\u2032`\u00b4]/, () => "'"], [/[\u2010-\u2013\u2212]/, () => "-"],
    [/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/, () => ""],
    [/[\u0152\u0153]/, () => "oe"], [/[\u00c6\u00e6]/, () => "ae"], [/\u00df/, () => "ss"],
    [/[\u0660-\u0669\u06f0-\u06f9]/, figure => String(figure.charCodeAt(0) & 15)]];
  const known = new Map();   // character -> what it becomes
  // The same by code unit, where that is one code unit: texts are folded when a search first reads
  // them. ASK: not known yet; LONGER: none or several; BLANK: a blank.
  const ASK = 0, LONGER = 1, BLANK = 32, units = new Uint16Array(0x10000);
  let folded = new Uint16Array(1024);

  // Take the table of search/fold.js: traditional and simplified characters in turn.
  function foldTable(pairs) {
    const characters = Array.from(pairs);
    for (let i = 0; i < characters.length; i += 2) simple.set(characters[i], characters[i + 1]);
    known.clear();
    units.fill(ASK);
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

  function foldUnit(code) {
    const own = String.fromCharCode(code), character = isIdeograph(code) ? simple.get(own) || own : foldCharacter(own);
    return units[code] = character.length === 1 ? character.charCodeAt(0) : LONGER;
  }

  const isIdeograph = code => code >= 0x3400 && code <= 0x9fff, isHan = code => isIdeograph(code) || code >= 0xf900 && code <= 0xfaff, isFigure = code => code >= 48 && code <= 57;

  // No blank stands between a Chinese character and a figure.
  const close = (left, right) => isHan(left) && isFigure(right) || isFigure(left) && isHan(right);

  // A text folded; `from` takes, for each of its UTF-16 units, the code point of the text it came from.
  function folding(text, from) {
    let size = 0, last = 0, blank = -1, at = 0;
    const keep = (unit, place) => {
      if (unit === BLANK) {
        if (size && blank < 0) blank = place;
        return;
      }
      if (size + 2 > folded.length) { const more = new Uint16Array(2 * folded.length); more.set(folded); folded = more; }
      if (blank >= 0 && !close(last, unit)) {
        folded[size] = BLANK;
        size += 1;
        if (from) from.push(blank);
      }
      blank = -1;
      folded[size] = last = unit;
      size += 1;
      if (from) from.push(place);
    };
    for (let i = 0; i < text.length; i += 1, at += 1) {
      const code = text.charCodeAt(i), pair = code >= 0xd800 && code < 0xdc00 && text.codePointAt(i) > 0xffff;
      const unit = pair ? LONGER : units[code] || foldUnit(code);
      if (unit !== LONGER) { keep(unit, at); continue; }
      const several = foldCharacter(pair ? String.fromCodePoint(text.codePointAt(i)) : text[i]);
      for (let n = 0; n < several.length; n += 1) keep(several.charCodeAt(n), at);
      if (pair) i += 1;
    }
    let kept = "";
    for (let i = 0; i < size; i += PIECE) kept += String.fromCharCode.apply(null, folded.subarray(i, Math.min(size, i + PIECE)));
    return kept;
  }

  // What most texts in English are made of: only the case changes.
  const PLAIN = /^(?:[!-_a-~\u201c\u201d]+(?: |$))*$/;

  function fold(text) {
    const bare = String(text).replace(/\u2019/g, "'");
    return PLAIN.test(bare) && !bare.endsWith(" ") ? bare.toLowerCase() : folding(bare, null);
  }

  // {text: the folded text, from}
  function foldWithPlaces(text) {
    const from = [], folded = folding(text, from);
    return { text: folded, from };
  }

  Object.assign(C, { foldTable, foldWithPlaces, fold });
})();
