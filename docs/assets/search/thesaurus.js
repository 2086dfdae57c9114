// Words of general language in six languages: what a question says in other words than the texts. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { stem, wordsOf, content, tonguesOf } = C;

  const HAN = /[\u3400-\u9fff]/;
  const SHORTEST = 2;  // of a Chinese word that is looked for in a query, which is not cut

  class Thesaurus {
    // languages: in the order of each row's lists of words; rows: [[words of the first language], …]
    constructor([languages, rows]) {
      Object.assign(this, { languages, rows });
      this.read = languages.map(() => null);  // stem -> numbers of rows, read when first asked for
    }

    rowsIn(i) {
      const own = this.read[i] || new Map();
      if (!this.read[i]) this.rows.forEach((row, number) => row[i].forEach(word => {
        const key = this.languages[i] === "zh" ? word : stem(word);
        if (!own.has(key)) own.set(key, []);
        if (!own.get(key).includes(number)) own.get(key).push(number);
      }));
      this.read[i] = own;
      return own;
    }

    // What a folded query says: [{word: as it was asked, rows}], in the languages that know most of its words.
    said(query) {
      const chinese = this.languages.indexOf("zh"), found = [];
      if (chinese >= 0 && HAN.test(query)) this.rowsIn(chinese).forEach((numbers, word) => { if (word.length >= SHORTEST && query.includes(word)) found.push({ word, rows: numbers }); });
      const stems = Array.from(new Set(content(wordsOf(query)).filter(word => !HAN.test(word)).map(stem)));
      if (!stems.length) return found;
      const tongues = tonguesOf(query);
      const known = this.languages.map((code, i) => !tongues.includes(code) || i === chinese ? 0 : stems.filter(each => this.rowsIn(i).has(each)).length), most = Math.max(1, ...known);
      stems.forEach(word => {
        const rows = this.languages.flatMap((code, i) => known[i] === most && tongues.includes(code) ? this.rowsIn(i).get(word) || [] : []);
        if (rows.length) found.push({ word, rows: Array.from(new Set(rows)) });
      });
      return found;
    }

    // What a language has for some rows.
    wordsIn(rows, language) {
      const i = this.languages.indexOf(language);
      return i < 0 ? [] : Array.from(new Set(rows.flatMap(number => this.rows[number][i])));
    }
  }

  Object.assign(C, { Thesaurus });
})();
