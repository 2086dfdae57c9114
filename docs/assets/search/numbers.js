// Numbers as people write them in six languages: in words, as ordinals, in Chinese figures. No DOM.
// All of it works on folded text: lower case, no accents, figures 0 to 9.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const HAN_FIGURES = "零一二三四五六七八九";

  // Numbers in words, one to fifty-nine, folded: paragraph seven, párrafo cuatro, пункт пять.
  const ONES = [
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve",
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
  ].map(row => row.split(" "));
  const TENS = ["twenty thirty forty fifty", "vingt trente quarante cinquante", "veinte treinta cuarenta cincuenta", "двадцать тридцать сорок пятьдесят"].map(row => row.split(" "));
  // Ordinals that lists of six languages have in another form.
  const OTHER_ORDINALS = [["premiere", 1], ["1ere", 1], ["seconde", 2], ["decimoprimer", 11], ["decimosegund", 12], ["首", 1]];

  // Map(word -> number)
  function numbersInWords() {
    const numbers = new Map();
    ONES.forEach((ones, language) => {
      ones.forEach((word, i) => numbers.set(word, i + 1));
      TENS[language].forEach((ten, i) => {
        numbers.set(ten, 20 + 10 * i);
        ones.slice(0, 9).forEach((one, j) => {
          [`${ten} ${one}`, `${ten}-${one}`, `${ten} et ${one}`, `${ten} y ${one}`, `veinti${one}`].forEach((word, form) => {
            if (form < 4 || i === 0 && language === 2) numbers.set(word, 21 + 10 * i + j);
          });
        });
      });
    });
    return numbers;
  }

  // 三十七 is 37, 二十 20, 百 is not needed.
  function hanNumber(text) {
    if (/^\d+$/.test(text)) return Number(text);
    const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
    if (!match) return 0;
    const [, tens, ten, ones] = match;
    if (!ten) return tens && !ones ? HAN_FIGURES.indexOf(tens) : 0;
    return 10 * (tens ? HAN_FIGURES.indexOf(tens) : 1) + (ones ? HAN_FIGURES.indexOf(ones) : 0);
  }

  // The ordinals of six languages, folded, without their endings: Map(ordinal -> number).
  // Each may be inflected at its end: третий, третьего, quinta.
  function ordinalsIn(lists) {
    const numbers = new Map(OTHER_ORDINALS);
    lists.forEach(list => list.forEach((word, i) => {
      if (/^[\d一二三四五六七八九十]+$/.test(word)) return;
      const bare = word.replace(/ة/g, "ه").replace(/(?:ыи|ии|ои|ая|ья)$/, "").replace(/(?<=[a-z]{4})o$/, "");
      if (!numbers.has(bare)) numbers.set(bare, i + 1);
    }));
    return numbers;
  }

  const LETTERS = { а: "a", б: "b", в: "c", г: "d", д: "e", е: "f", ж: "g", з: "h", с: "c" };  // с: what looks like c

  // a, (二), б, ب, 乙 by their order in the list; a letter of the Latin alphabet stays one.
  function itemKey(item) {
    const place = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ".indexOf(item), stem = "甲乙丙丁戊己庚辛".indexOf(item);
    if (LETTERS[item]) return LETTERS[item];
    if (item && place >= 0) return String.fromCharCode(97 + place);
    if (item && stem >= 0) return String.fromCharCode(97 + stem);
    return /^[一二三四五六七八九十]$/.test(item) ? String(hanNumber(item)) : item;
  }

  Object.assign(C, { numbersInWords, hanNumber, ordinalsIn, itemKey });
})();
