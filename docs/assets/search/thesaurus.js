// Words of general language in six languages: what a question says in other words than the texts. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { stem, wordsOf, content } = C;

  const SHORTEST = 2;  // of a Chinese word that is looked for in a query, which is not cut

  class Thesaurus {
    // languages: in the order of each row's lists of words; rows: [[words of the first language], …]
    constructor([languages, rows]) {
      Object.assign(this, { languages, rows });
      this.byStem = languages.map(() => new Map());  // stem -> numbers of rows
      rows.forEach((row, number) => row.forEach((words, i) => words.forEach(word => this.learn(this.byStem[i], languages[i] === "zh" ? word : stem(word), number))));
    }

    learn(own, key, number) {
      if (!own.has(key)) own.set(key, []);
      if (!own.get(key).includes(number)) own.get(key).push(number);
    }

    // What a folded query says: [{word: as it was asked, rows}], in the languages that know most of its words.
    said(query) {
      const chinese = this.languages.indexOf("zh"), found = [];
      this.byStem[chinese].forEach((numbers, word) => { if (word.length >= SHORTEST && query.includes(word)) found.push({ word, rows: numbers }); });
      const stems = Array.from(new Set(content(wordsOf(query)).map(stem)));
      const known = this.byStem.map((own, i) => i === chinese ? 0 : stems.filter(each => own.has(each)).length), most = Math.max(1, ...known);
      stems.forEach(word => {
        const rows = this.byStem.flatMap((own, i) => known[i] === most ? own.get(word) || [] : []);
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
