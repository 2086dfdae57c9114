// Ways of writing a query that texts do not have: years in Chinese figures, blanks inside a word,
// words of other regions (British and American spelling: terms.js, stems.js). No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const FIGURES = "零一二三四五六七八九", HAN = /^[\u3400-\u9fff]+$/;
  const YEAR = /[零〇○一二三四五六七八九]{4}年/g, MONTH = /(\d{4}年)([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?/g;

  const figure = character => character === "〇" || character === "○" ? 0 : FIGURES.indexOf(character);

  // 第12届 is 第十二届: sessions and congresses are counted in Chinese figures.
  const hanOf = n => `${n < 20 ? "" : FIGURES[Math.floor(n / 10)]}${n < 10 ? "" : "十"}${n % 10 ? FIGURES[n % 10] : ""}`;
  const sessions = text => text.replace(/第([1-9]\d?)(?=届)/g, (all, n) => `第${hanOf(Number(n))}`);

  // 二〇一三年四月 is 2013年4月.
  function years(text) {
    return text.replace(YEAR, year => `${Array.from(year.slice(0, 4), figure).join("")}年`)
      .replace(MONTH, (all, year, month, day) => `${year}${C.hanNumber(month)}月${day ? `${C.hanNumber(day)}日` : ""}`);
  }

  // Words of other regions and variant forms by those of the texts: 网路 is 网络. The longest first.
  function replaced(text, table) {
    let written = "", i = 0;
    while (i < text.length) {
      let size = Math.min(table.longest, text.length - i);
      while (size > 1 && !table.has(text.slice(i, i + size))) size -= 1;
      written += size > 1 ? table.get(text.slice(i, i + size)) : text[i];
      i += Math.max(1, size);
    }
    return written;
  }

  // Chinese that is typed with a blank behind every character.
  const SPACED = /(?<![\u3400-\u9fff])[\u3400-\u9fff](?: [\u3400-\u9fff](?![\u3400-\u9fff])){2,}/g;

  // Chinese pieces that blanks divide inside a word become one: 洗 钱 is 洗钱.
  function closed(text, isWord) {
    const words = text.replace(SPACED, run => run.replace(/ /g, "")).split(" ");
    for (let i = 0; i + 1 < words.length; i += 1) {
      let joined = words[i];
      for (let last = i + 1; last < words.length && HAN.test(words[i]) && HAN.test(words[last]); last += 1) {
        joined += words[last];
        if (isWord(joined)) words.splice(i, last - i + 1, joined);
      }
    }
    return words.join(" ");
  }

  // table: Map(form -> form of the texts), isWord: whether a string is a word or a term
  const respelt = (text, table, isWord) => replaced(closed(C.ordinalsSpelt(sessions(years(text))), isWord), table);

  // [form, form of the texts] in turn, as resolutions/search/variants.py writes them
  function variantsOf(rows) {
    const table = new Map(rows);
    table.longest = Math.max(1, ...rows.map(([form]) => form.length));
    return table;
  }

  Object.assign(C, { respelt, variantsOf });
})();
