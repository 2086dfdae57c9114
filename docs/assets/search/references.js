// Which paragraph, note or article a query names, as people write it in six languages. No DOM.
// All of it works on folded text: lower case, no accents, figures 0 to 9.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const HAN_FIGURES = "零一二三四五六七八九";
  const HAN_NUMBER = "(?:\\d{1,3}|[一二三四五六七八九十]{1,3})";
  const ITEM = "(?: ?\\(?([a-z]|[ivx]{2,4}|[一二三四五六七八九十]|[а-я]|[ا-ي])\\))?";
  const JOIN = "(?:[-—~,、]|至|到|through|to|and|et|a|y|и|по|الي|و|和|及|与) ?(?:第|and |et |y |и )?";
  const RANGE = `(?:(?: ?${JOIN}\\d{1,3})*? ?${JOIN}(\\d{1,3})(?! ?${JOIN}?\\d))?`;  // to the last of a list

  // What introduces a number, by unit of our keys. The longer comes first: a note is no paragraph.
  const BEFORE = [
    ["fn", "脚注|注释|注|footnotes?|foot-?note|fn\\.?|endnote|notes? de bas de page|notes?|notas? (?:de|a) pie(?: de pagina)?|notas?|сноск[аиуе]|примечани[еяю]|الحاشية|حاشية"],
    ["pp", "序言部分|序言|前言|序|preambular paragraphs?|preamble,? paragraphs?|preamble|preambular paras?\\.?|preambulaire|(?:parrafos?|parrs?\\.?) preambular(?:es)?|pp\\.?|alineas?(?= \\d+ du preambule)|alineas? du preambule|paragraphes? du preambule|parrafos? del preambulo|parr\\. del preambulo|пункт[аеу]? преамбулы|абзац[аеу]? преамбулы|فقرة الديباجة|فقرات الديباجة"],
    ["op", "执行部分|执行段|段落|(?<!阶|手)段|operative paragraphs?|operative paras?\\.?|paragraphs?|paras?\\.?|op\\.?|¶+|§+|paragraphes?(?: du dispositif)?|pars?\\.?|p\\.|parrafos?(?: dispositivos?| de la parte dispositiva)?|parrs?\\.?|apartados?|puntos?(?! \\d+ del (?:orden|programa|temario))|points?(?! \\d+ de l'ordre)|numeral(?:es)?|пункт(?:ы|а|е|у|ом|ов|ах)?|п{1,2}\\.|الفقر(?:ه|ة|ات|تان|تين)|فقرة|(?:ال)?بند(?! \\d+ من جدول)|ف\\.?"]
  ];
  const ORDINAL_OF = /para|pream|alinea|parraf|пункт|абзац|الفقرة/;  // without one of them no ordinal counts paragraphs
  // Wherever it stands in a reference, the preamble is meant: "párrafo octavo del preámbulo", "preamble para 12".
  const PREAMBLE = /preamb|преамбул|ديباجة|序言|前言/;
  // What follows an ordinal: "third preambular paragraph", "第三段" is read with the numbers.
  const AFTER = [
    ["pp", "(?:preambul?ar para(?:graph)?|para(?:graph)? of the preamble|preamble para(?:graph)?|alinea du preambule|paragraphe du preambule|parrafo del preambulo|parrafo preambular|пункта? преамбулы|абзаца? преамбулы|من (?:ال)?ديباجة)"],
    ["op", "(?:operative para(?:graph)?|para(?:graph)?|paragraphe du dispositif|paragraphe|parrafo dispositivo|parrafo de la parte dispositiva|parrafo|пункта? постановляющей части|пункта?|من المنطوق)"]
  ];

  // Numbers in words, one to fifty-nine, folded: paragraph seven, párrafo cuatro, пункт пять.
  const ONES = [
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve",
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
  ].map(row => row.split(" "));
  const TENS = ["twenty thirty forty fifty", "vingt trente quarante cinquante", "veinte treinta cuarenta cincuenta", "двадцать тридцать сорок пятьдесят"].map(row => row.split(" "));

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

  // The last paragraph, or the last but one; which it is the instrument says.
  const LAST = [
    /(?:^|[^a-z])(?:(?:second|next)[ -]to[ -]last|penultimate|last|final|closing|concluding) (?:operative |preambular )?para(?:graph)?\.?(?: of the preamble)?|(?:^|[^a-z])(?:avant-dernier|dernier|ultime|penultimo|ultimo) (?:paragraphe|alinea|parrafo)(?: du (?:preambule|dispositif)| del preambulo| preambular)?|(?:paragraphe|alinea|parrafo) final/,
    /(?:пред)?последн(?:ии|его|ем) (?:пункт|абзац)[еа]?(?: преамбулы)?|الفقرة (?:قبل )?الاخيرة(?: من (?:الديباجة|ديباجة|المنطوق))?|(?:序言(?:部分)?|执行部分)?的?(?:最后|倒数第)[一二]个?段|(?:序言(?:部分)?|执行部分)?末段/
  ];
  const LAST_BUT_ONE = /to[ -]last|penult|avant-dernier|предпослед|قبل|倒数第二/;

  // 三十七 is 37, 二十 20, 百 is not needed.
  function hanNumber(text) {
    if (/^\d+$/.test(text)) return Number(text);
    const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
    if (!match) return 0;
    const [, tens, ten, ones] = match;
    if (!ten) return tens && !ones ? HAN_FIGURES.indexOf(tens) : 0;
    return 10 * (tens ? HAN_FIGURES.indexOf(tens) : 1) + (ones ? HAN_FIGURES.indexOf(ones) : 0);
  }

  // a, (二), б, ب by their order in the list; a letter of the Latin alphabet stays one.
  function itemKey(item) {
    if (!item) return "";
    if (/^[а-я]$/.test(item)) return String.fromCharCode(97 + "абвгдежзиклмнопрстуфхцчшщэюя".indexOf(item));
    if (/^[ا-ي]$/.test(item)) return String.fromCharCode(97 + "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ".indexOf(item));
    if (/^[一二三四五六七八九十]$/.test(item)) return String(hanNumber(item));
    return item;
  }

  // The ordinals of six languages, folded, as one pattern; {pattern, numbers: Map(ordinal -> number)}.
  // Each may be inflected at its end: третий, третьего, третьем.
  function ordinalsOf(lists) {
    const numbers = new Map();
    lists.forEach(list => list.forEach((word, i) => {
      if (/^[\d一二三四五六七八九十]+$/.test(word)) return;
      const bare = word.replace(/(?:ыи|ии|ои)$/, "");
      if (!numbers.has(bare)) numbers.set(bare, i + 1);
    }));
    const words = Array.from(numbers.keys()).sort((a, b) => b.length - a.length).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[ -]/g, "[ -]"));
    const named = `(${words.join("|")})(?:ого|его|ьего|ому|ем|ом|ая|ои|ыи|ии|и|a|o|e|s)?`;
    return { named, pattern: `(?:${named}|(?<!\\d)(\\d{1,3}) ?(?:st|nd|rd|th|e|eme|er|o|a|-?и|-?го)?)`, numbers };
  }

  class Locators {
    constructor(lists) {
      const { named, pattern, numbers } = ordinalsOf(lists);
      this.numbers = numbers;
      const first = "(?:^|[^a-zа-я\\u0600-\\u06ff])";
      this.before = BEFORE.map(([unit, words]) => [unit, new RegExp(`${first}(?:${words}) ?(?:no\\.? ?|رقم ?|[#-] ?)?[\\[(]?第?(\\d{1,3}|[一二三四五六七八九十]{1,3}(?=段|$))(?![\\d/])[\\])]?(?:段)?${ITEM}${RANGE}`)]);
      this.ordinal = AFTER.map(([unit, words]) => [unit, new RegExp(`${first}${pattern} ${words}`)]);
      this.spelt = numbersInWords();
      const spelt = Array.from(this.spelt.keys()).sort((a, b) => b.length - a.length).join("|");
      this.words = BEFORE.map(([unit, words]) => [unit, new RegExp(`${first}(?:${words}) (${spelt})(?![a-zа-я])`)]);
      this.arabic = [["pp", new RegExp(`الفقرة ${pattern} (?:من )?(?:ال)?ديباجة`)], ["op", new RegExp(`الفقرة ${pattern}(?: من المنطوق)?`)]];
      this.arabic = this.arabic.concat([["pp", new RegExp(`${pattern} (?:пункта?|абзаца?) преамбулы`)]]);
      this.inverted = [["op", new RegExp(`${first}(?:paragraphe|alinea|parrafo|apartado|пункт[еа]?|абзац[еа]?) ${named}(?![a-zа-я])`)]];  // párrafo octavo
      this.han = new RegExp(`(?<!倒数)(序言(?:部分)?|前言|执行部分)? ?第(${HAN_NUMBER})(?:(?:段?至|段?到|[-—~、,]|和|及|与)第?${HAN_NUMBER})*?(?:(?:段?至|段?到|[-—~、,]|和|及|与)第?(${HAN_NUMBER}))?(?: ?\\(([a-z])\\))?(?:执行|序言)?段(?: ?\\(?([a-z]|[一二三四五六七八九十])\\)(?:分段|项|款)?)?`);
      this.bare = /(?:\[(\d{1,3})\]|\((\d{1,3})\)|: ?(\d{1,3}))\s*$/;       // RES/63/195 (7)
      this.item = /(?:^|[\s\d号决议定])(?:\(([a-z])\)(?:段|分段|项)?|(?:alinea|apartado|inciso|подпункт|sub-?para(?:graph)?\.?) ([a-z])\)?)\s*$/;  // decision 20/1 (b)
      this.key = /(?:^|[\s#.\d])(?:(op|pp|fn|p|art)(\d{1,3}|-star)((?:-[a-z0-9]+)*)|(op(?:-[a-z0-9]+)+|title|enacting))(?:\s|$)/;
    }

    // {key, to: key of a range's end or "", start, end} of the first locator in a text, or null.
    // `named`: whether an instrument was named beside it; then a number alone is one: 71/209 37.
    find(text, named = false) {
      const alone = named && /^[\s,:#.]*(?:p\.? ?)?(\d{1,2})\s*$/.exec(text);
      if (alone) return located(0, text, "op", Number(alone[1]));
      const found = this.asKey(text) || this.asLast(text) || this.asHan(text) || this.asOrdinal(text) || this.asNumber(text) || this.asWords(text) || this.asBare(text);
      if (found && PREAMBLE.test(text)) Object.assign(found, { key: found.key.replace(/^op/, "pp"), to: found.to.replace(/^op/, "pp") });
      return found;
    }

    asKey(text) {
      const match = this.key.exec(text);
      if (!match) return null;
      const typed = match[4] || `${match[1]}${match[2]}${match[3]}`, start = match.index + match[0].indexOf(typed);
      const key = typed.replace(/^op-(?=\d)/, "op");  // OP-27
      return { key, to: "", start: /[#.]/.test(text[start - 1] || "") ? start - 1 : start, end: start + typed.length };
    }

    asLast(text) {
      const match = LAST.map(pattern => pattern.exec(text)).find(Boolean);
      return match ? { key: LAST_BUT_ONE.test(match[0]) ? "op-last2" : "op-last", to: "", start: match.index, end: match.index + match[0].length } : null;
    }

    asWords(text) {
      for (const [unit, pattern] of this.words) {
        const match = pattern.exec(text);
        if (match) return located(match.index, match[0], unit, this.spelt.get(match[1]));
      }
      return null;
    }

    asHan(text) {
      const match = this.han.exec(text);
      if (!match) return null;
      const [whole, , number, last, inner, item] = match, unit = /序言|前言/.test(whole) ? "pp" : "op";
      return located(match.index, whole, unit, hanNumber(number), inner || item, last && hanNumber(last));
    }

    asOrdinal(text) {
      if (!ORDINAL_OF.test(text)) return null;
      for (const [unit, pattern] of [...this.arabic, ...this.ordinal, ...this.inverted]) {
        const match = pattern.exec(text), number = match && (match[2] ? Number(match[2]) : this.numbers.get(match[1]));
        if (number) return located(match.index, match[0], unit, number);
      }
      return null;
    }

    asNumber(text) {
      for (const [unit, pattern] of this.before) {
        const match = pattern.exec(text), number = match && hanNumber(match[1]);
        if (number) return located(match.index, match[0], unit, number, match[2], match[3] && Number(match[3]));
      }
      return null;
    }

    asBare(text) {
      const match = this.bare.exec(text);
      if (match) return located(match.index, match[0], "op", Number(match[1] || match[2] || match[3]));
      const item = this.item.exec(text);
      return item && { key: `op-${item[1] || item[2]}`, to: "", start: item.index + item[0].search(/[(a-zа-я]/), end: item.index + item[0].length };
    }
  }

  function located(start, whole, unit, number, item, last) {
    const tail = item ? `-${itemKey(item)}` : "";
    return { key: `${unit}${number}${tail}`, to: last > number ? `${unit}${last}` : "", start, end: start + whole.length };
  }

  // --- articles of treaties ------------------------------------------------------------------------

  const ARTICLES = [
    /第(\d{1,3})条(?:第?(\d{1,2})款)?(?: ?\(([a-z])\)[款项]?)?/,
    /第(\d{1,3}) ?\(([a-z])\)条/,
    /(?:articles?|art\.|articulos?|стать[яеию]|ст\.|الماده|المادة) ?(\d{1,3})(?:,? ?(?:paragraphe?|para\.?|par\.|parrafo|пункт[а]?|п\.|الفقرة)? ?(\d{1,2}))?(?: ?,? ?(?:alinea|apartado|подпункт|الفقرة الفرعية)? ?\(?([a-z])\))?/
  ];

  // {start, end, forms: as texts may have it} of the first article of a treaty that a text names.
  function articleIn(text) {
    for (const [i, pattern] of ARTICLES.entries()) {
      const match = pattern.exec(text);
      if (match) {
        const [whole, article, second, third] = match;
        return { start: match.index, end: match.index + whole.length, form: whole, forms: articleForms(article, i === 1 ? "" : second, i === 1 ? second : third) };
      }
    }
    return null;
  }

  function articleForms(article, paragraph, item) {
    const han = `第${article}条`, latin = `article ${article}`;
    if (paragraph && item) return [`${han}第${paragraph}款(${item})`, `${han}${paragraph}款(${item})`, `${latin}, paragraph ${paragraph} (${item})`];
    if (paragraph) return [`${han}第${paragraph}款`, `${han}${paragraph}款`, `${latin}, paragraph ${paragraph}`];
    if (item) return [`${han}(${item})`, `第${article}(${item})条`, `${han} (${item})`, `${latin} (${item})`, `${latin}, subparagraph (${item})`, `${latin}, paragraph (${item})`];
    return [han, latin];
  }

  Object.assign(C, { Locators, articleIn, hanNumber });
})();
