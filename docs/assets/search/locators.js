// Which paragraph, note or article a query names, as people write it in six languages. No DOM.
// A folded text is cut into marks of speech: what a place is called (unit), what says that it is of the
// preamble (pp), of the operative part (op) or a note (fn), numbers, letters of items, what joins numbers.
// The number that stands beside a unit is the place, in whatever order they come.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { numbersInWords, hanNumber, ordinalsIn, itemKey } = C;

  const LETTER = "a-zа-я\\u0621-\\u064a", AL = "[وف]?(?:[بلك]?ال|لل|[بلك])?";
  const HAN_NUMBER = "[一二三四五六七八九十]{1,3}";
  const word = words => new RegExp(`(?<![${LETTER}])(?:${words})(?![${LETTER}])`, "y");

  // Kinds of marks, each with the patterns it is known by; the first that fits a place takes it.
  const MARKS = [
    ["apart", /(?:(?<!\d)\d{1,2}(?:st|nd|rd|th|er)? ?(?:de |of )?(?:jan|feb|fev|febr|mar|apr|avr|abr|ene|ma[iy]|jui?n|jui?l|aug|aou|ago|sep|oct|okt|nov|dec|dic|янв|фев|апр|ма[рия]|июн|июл|авг|сен|окт|ноя|дек|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين)[^\d]{0,24}?(?:,? ?\d{4})|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}年(?:\d{1,2}月\d{1,2}日)?|\d{4,})/y,
      word("(?:third|3rd) committee|troisieme commission|tercera comision|треть[а-я]+ комитет[а-я]*|لجن[هة] الثالث[هة]"), /第三委员会/y],
    ["last3", word("third[ -]to[ -](?:the )?last|ante-?penultim\\w+"), /倒数第?[三3]/y],
    ["last2", word("(?:second|next)[ -](?:to[ -](?:the )?)?last|last but one|penultim\\w+|penultiemes?|avant[ -]derni\\w+|предпоследн[а-я]+|(?:ما )?قبل ال?اخير[هة]?"), /倒数第?[二2]个?/y],
    ["last", word("(?:very )?last|final|closing|concluding|derni(?:er|ere|ers|eres)|ultim[eoa]s?|последн[а-я]+|заключительн[а-я]+|завершающ[а-я]+|الاخير[هة]?|اخر|الختامي[هة]|النهائي[هة]"), /倒数第?[一1]个?|最后[一1那]?个?|(?:最末|末尾|最终|结尾|末)[一1]?/y],
    ["fn", word("foot[ -]?notes?\\.?|f\\.?n\\.?s?|ftnt?s?\\.?|ft\\.|fnotes?|endnotes?|notes? (?:de bas de|en bas de|de pied de|infra)[ -]?page|notes? infrapaginales?|nbp|renvois?|appels? de note|notas? (?:a|al|de) (?:pie|calce)(?: de pagina)?|(?:notas? )?(?:al |de )?pie de pagina|llamadas?(?: de nota)?|notes?|notas?|n\\.(?= ?\\d)|подстрочн[а-я]+ примечани[а-я]+|сноск[а-я]+|сн\\.|примечани[а-я]+|прим\\."),
      word(`${AL}(?:حاشي[هة]|حواشي|هامش|هوامش|ملاحظ[هة])(?: السفلي[هة])?`), /脚注|注脚|注释|注解|附注|尾注|(?<!关)注(?!意)/y],
    ["pp", word("preamb?[a-z]*\\.?|pre\\.(?= ?para)|recitals?|considerand[a-z]*|considerants?|introductory|introductori[oa]s?|visas?(?= (?:no?[.°]? ?)?\\d)|p\\.?p\\.?s?|преамбул[а-я]*|вводн[а-я]+(?: част[а-я]+)?"),
      word(`${AL}(?:ديباج[هةيت]+|مقدم[هة]|حيثي[هةات]+|تمهيدي[هة]|استهلالي[هة])`), /序言部[分份]?|序言段落?|序言|序文|前言|弁言|引言|序部[分份]|序(?=[第\d])/y],
    ["op", word("oper(?:ative|ational)?\\.?(?: (?:part|section))?|operatory|op\\.?s?|o\\.p\\.|dispositi(?:f|ve|fs|ves)|partie (?:operative|dispositive)|operatoires?|operationnel(?:le)?s?|(?:de la )?parte (?:dispositiva|operativa|resolutiva)|dispositiv[oa]s?|operativ[oa]s?|resolutiv[oa]s?|(?:постановляющ|резолютивн)[а-я]+(?: част[а-я]+)?|оперативн[а-я]+|основн[а-я]+ част[а-я]+|оп"),
      word(`${AL}(?:جزء )?${AL}(?:منطوق|تنفيذي[هة]|عامل[هة])`), /执行部[分份]?|执行条款|执行|(?:决议)?正文部?分?|主文/y],
    ["count", /[条号个](?=脚注|注|段落|执行|序言)/y],
    ["unit", word("(?:sub[ -]?)?para(?:graph)?s?(?:\\(s\\))?\\.?|(?:sub[ -]?)?(?:pars?|parag(?:r|s)?|paragr|pgphs?|pg|clauses?|items?|points?|pts?|letters?)\\.?|p\\.|p(?=\\d)|sub[ -]?(?:clauses?|items?)|(?:sous-)?(?:paragraphes?|alineas?)|al\\.|al(?= [a-z]\\))|lettres?|litt?\\.?|(?:sub)?(?:parrafos?|apartados?|incisos?)|parrs?\\.?|prr\\.?|puntos?|apdos?\\.?|ap\\.|inc\\.|num(?:eral)?(?:es)?\\.(?= ?\\d)|numeral(?:es)?|ordinal|clausulas?|literal(?:es)?|letras?|(?:под)?пункт[а-я]*|п[ -]т[а-я]*|п/п|п\\. ?п\\.|(?:п{1,2}|подп|пар|парагр|пкт|абз|лит)\\.|п{1,2}(?= ?\\d)|подп|параграф[а-я]*|абзац[а-я]*|литер[а-я]*"),
      word(`${AL}(?:فقر(?:[هة]|ات|تان|تين)|بند|بنود|نقط[هة])(?: ال?فرعي[هة])?|ف\\.?`), /[¶§]+|#(?= ?\d)|(?:自然|小|分|段)?段落?|[款点项]/y],
    ["art", word("art(?:icle)?s?\\.?|articulos?|стать[а-я]+|ст\\."), /条/y],
    ["join", word("to|through|thru|until|till|up to|and|or|et|ou|a|au|aux|jusqu'(?:a|au)|al|y|e|o|u|hasta(?: el)?|по|до|и|или|الي|حتي|و|او"), /و(?=[ (]?\d)|[-—~&/、,،]+|\.\.+|至|到|与|和|及|或|(?<=\d)一(?=\d)/y],
    ["filler", word("no\\.?|n\\.?o\\.?|nr\\.?|nums?\\.?|numbers?|numbered|numero|номер|رقم|of|the|in|at|from|between|de|du|des|la|le|les|el|los|las|del|en|entre|с|со|от|к|в|من|في|بين"), /n°|[#№第的之中里]/y]
  ];
  const GLUED = `(?:[-./]?([a-zа-яا-ي])(?![${LETTER}\\d]))`;
  const NUMBER = new RegExp(`(?<!\\d)(\\d{1,3})(?!\\d)(?:[-.]?(?:st|nd|rd|th|eme|ere|er|re|го|му|ыи|ои|ая|ом|ого|ому|ем)(?![${LETTER}])|${GLUED})?`, "y");
  const HAN = new RegExp(`(?<=[第段言分文注行的至到和及与或、—-])${HAN_NUMBER}|${HAN_NUMBER}(?=段|款|条脚|个段|个脚|至|到)`, "y");
  const ITEM = "[a-z]|[ivx]{2,4}|[а-я]|[ا-ي]|[一二三四五六七八九十甲乙丙丁戊己庚辛]";
  const BRACKETED = new RegExp(`[(\\["'«“„] ?(${ITEM}) ?[)\\]"'»”“]|(?<![${LETTER}])([a-z]|[а-я]|[ا-ي])\\)|([甲乙丙丁戊己庚辛])(?=[项款分])`, "y");
  const BARE = new RegExp(`(?<![${LETTER}])[a-zа-яا-ي](?![${LETTER}])`, "y");
  const WORD = new RegExp(`[${LETTER}']+|[\\u3400-\\u9fff]`, "y");
  const BESIDE = /^(?:un|ga|unga|ag|agnu|onu|nu|doc|general|assembly|resol.*|res|resolution.*|рез.*|га|оон|генеральн.*|ассамбле.*|قرار.*|القرار|جمعي[هة]|العام[هة]|号|决|议|案|大|会|联)$/;
  const UNITS = ["unit", "op", "pp", "fn", "art"];
  const KEY = /(?:^|[\s#.\d])(?:(op|pp|fn|p|art)(\d{1,3}|-star)((?:-(?!(?:op|pp)\d)[a-z0-9]+)*)|(op(?:-[a-z]+)+|title|enacting))(?:\s|$)/;

  class Locators {
    constructor(lists) {
      this.ordinals = ordinalsIn(lists);
      this.spelt = numbersInWords();
      const listed = map => Array.from(map.keys()).sort((a, b) => b.length - a.length).join("|").replace(/[ -]/g, "[ -]");
      this.ordinal = new RegExp(`(?<![${LETTER}])(?:ال(?=\\S))?(${listed(this.ordinals)})(?:ого|его|ьего|ому|ем|ьем|ом|ая|ья|ую|ои|ыи|ии|ые|и|a|o|e|s|os|as)?(?![${LETTER}])|(首)(?=段)`, "y");
      this.cardinal = new RegExp(`(?<![${LETTER}])(${listed(this.spelt)})(?![${LETTER}])(?<!un(?= (?!de |du |et )[a-z]))`, "y");  // "last paragraph, UN GA Res."
    }

    // {key, others: keys that are meant where there is no such, to: key of a range's end or "", rest: the text
    // without it} of the place that a text names, or null. `named`: whether an instrument was named beside it;
    // then a number alone is one: 71/209 37.
    find(text, named = false) {
      const typed = asKey(text);
      if (typed) return typed;
      const plain = text.replace(/ة/g, "ه"), marks = joined(this.marksOf(plain));
      const found = placeIn(marks) || lastIn(marks) || named && aloneIn(marks);
      return found && { ...keyed(found, marks), rest: without(text, marks, found) };
    }

    // [{kind, start, end, text, number, last, item}]
    marksOf(text) {
      const marks = [];
      for (let at = 0; at < text.length;) {
        const mark = this.markAt(text, at, marks);
        if (mark) { marks.push({ start: at, end: at + mark.text.length, ...mark }); at += mark.text.length; } else at += 1;
      }
      return marks;
    }

    markAt(text, at, before) {
      const fits = pattern => { pattern.lastIndex = at; return pattern.exec(text); };
      let found = fits(BRACKETED);
      if (found) return { kind: "item", text: found[0], item: found[1] || found[2] || found[3], sure: true };
      const last = before[before.length - 1], afterUnit = last && (UNITS.includes(last.kind) || last.kind === "number" || last.text === "-" && before[before.length - 2]?.kind === "number") && !(last.kind === "number" && /[yикстов]/.test(text[at]) && /\S/.test(text.slice(at + 1)));
      found = afterUnit && fits(BARE);
      if (found && !/^[nоop]?\./.test(text.slice(at, at + 2)) && !/^[^\d]? ?\d/.test(text.slice(at + 1))) return { kind: "item", text: found[0], item: found[0] };
      for (const [kind, ...patterns] of MARKS) {
        found = patterns.map(fits).find(Boolean);
        if (found) return { kind, text: found[0] };
        const number = kind === "last" && this.numberAt(fits, last);
        if (number) return number;
      }
      found = fits(WORD);
      return found && { kind: "word", text: found[0] };
    }

    numberAt(fits, last) {
      let found = fits(NUMBER);
      if (found) return { kind: "number", text: found[0], number: Number(found[1]), item: found[2] };
      found = fits(HAN);
      if (found) return { kind: "number", text: found[0], number: hanNumber(found[0]) };
      found = fits(this.ordinal);
      if (found) return { kind: "number", text: found[0], number: this.ordinals.get((found[1] || found[2]).replace(/-/g, " ")) || this.ordinals.get((found[1] || "").replace(/ /g, "-")) || this.ordinals.get(found[1]), ordinal: true };
      found = last && (UNITS.includes(last.kind) || last.text.startsWith("n")) && fits(this.cardinal);
      return found && { kind: "number", text: found[0], number: this.spelt.get(found[1]), spelt: true };
    }
  }

  // An address as this edition has it: op27, OP-27, op9-c, fn-star, title.
  function asKey(text) {
    const match = KEY.exec(text);
    if (!match || /^-\d/.test(match[3] || "") && Number(match[3].slice(1).split("-")[0]) > Number(match[2])) return null;  // op3-4 is a range
    const typed = match[4] || `${match[1]}${match[2]}${match[3]}`, start = match.index + match[0].indexOf(typed);
    const from = /[#.]/.test(text[start - 1] || "") ? start - 1 : start;
    return { key: typed, others: match[1] === "p" ? [`op${match[2]}`] : match[3] ? [`${match[1]}${match[2]}`] : [], to: "", rest: `${text.slice(0, from)} ${text.slice(start + typed.length)}` };
  }

  // Where the last that passes stands, -1 where none does (findLastIndex is younger than the browsers we serve).
  function lastPlace(marks, passes) {
    let at = marks.length - 1;
    while (at >= 0 && !passes(marks[at])) at -= 1;
    return at;
  }

  // Numbers that are joined become one mark, with the last of them: 12 to 14, 第12段至第14段, OP12-OP14.
  function joined(marks) {
    const all = [];
    marks.forEach(mark => {
      const first = mark.kind === "number" && !mark.spelt ? lastPlace(all, each => each.kind === "number") : -1, between = first >= 0 && all.slice(first + 1);
      const unit = first > 0 && all[first - 1].kind, across = between && between.some(each => UNITS.includes(each.kind));
      const placed = !across || /\d|^[一-十]+$/.test(all[first].text) && (UNITS.includes(unit) || UNITS.includes(between[0].kind) || all[first - 1]?.kind === "filler");
      const listed = !mark.ordinal || !between || !between.some(each => /[,/-]/.test(each.text));
      const joins = between && between.length < 6 && placed && listed && between.some(each => each.kind === "join" || each.kind === "unit" && each.text[0] === "و") && between.every(each => ["join", "unit", "filler", "op"].includes(each.kind) || each.kind === unit);
      if (!joins) { all.push(mark); return; }
      all.splice(first, all.length, { ...all[first], last: mark.number, end: mark.end });
    });
    return all;
  }

  const SKIPPED = ["filler", "join", "count", "op", "pp", "unit", "fn", "item", "art"];

  // The number behind or before a mark, over what may stand between.
  function beside(marks, at, step) {
    let apart = false;  // paragraph 20 of the Third Committee's
    for (let i = at + step, n = 0; i >= 0 && i < marks.length && n < 5; i += step, n += 1) {
      if (marks[i].kind === "number") return marks[i].ordinal && apart && step > 0 ? -1 : i;
      apart = apart || marks[i].kind === "filler" && !/^n|#|第/.test(marks[i].text);
      if (!SKIPPED.includes(marks[i].kind) || step > 0 && marks[i].kind === "item") return -1;
    }
    return -1;
  }

  // {unit, number: places in marks} of a number beside a unit, null where there is none.
  function placeIn(marks) {
    const units = marks.map((mark, i) => i).filter(i => UNITS.includes(marks[i].kind));
    for (const unit of units) {
      const han = /[\u3400-\u9fff]/.test(marks[unit].text), before = han ? beside(marks, unit, -1) : -1, number = before >= 0 ? before : beside(marks, unit, 1);
      if (number >= 0) return { unit, number };
    }
    for (const unit of units) {
      const number = beside(marks, unit, -1);
      if (number >= 0) return { unit, number };
    }
    return null;
  }

  function lastIn(marks) {
    const last = marks.findIndex(mark => mark.kind.startsWith("last"));
    const unit = last < 0 ? -1 : marks.findIndex((mark, i) => UNITS.includes(mark.kind) && Math.abs(i - last) < 5);
    return unit < 0 ? null : { unit, last };
  }

  // A number or the letter of an item, and nothing else but what may stand beside a reference.
  function aloneIn(marks) {
    const told = marks.filter(mark => !["filler", "join", "apart"].includes(mark.kind) && !(mark.kind === "word" && BESIDE.test(mark.text)));
    const glued = marks.findIndex((mark, i) => mark.kind === "number" && marks[i + 1]?.sure);
    if (glued >= 0) return { unit: -1, number: glued };
    const number = marks.findIndex(mark => mark.kind === "number" && !mark.spelt), item = marks.find((mark, i) => mark.kind === "item" && (mark.sure || UNITS.includes(marks[i - 1]?.kind)));
    if (number >= 0 && told.every(mark => mark.kind === "number" || mark.kind === "item") && told.filter(mark => mark.kind === "number").length === 1) return { unit: -1, number };
    return item ? { unit: marks.indexOf(item) } : null;
  }

  // What is found as the keys of this edition.
  function keyed({ unit, number, last }, marks) {
    const { kind = "op" } = marks[unit] || {}, at = marks[number];
    const own = kind === "fn" || kind === "art" ? kind : marks.some(mark => mark.kind === "pp") ? "pp" : "op";
    if (last !== undefined) return { key: `${own === "pp" ? "pp" : "op"}-last${marks[last].kind.slice(4)}`, others: [], to: "" };
    const behind = number > unit || unit < 0, apart = marks.find(mark => mark.kind === "item");
    const item = behind && at && at.item || apart && apart.item, tail = item ? `-${itemKey(item)}` : "";
    if (!at) return { key: `op${tail}`, others: [], to: "" };
    const key = `${own}${at.number}`, others = own === "art" ? [`op${at.number}${tail}`, `op${at.number}`] : [];
    return { key: key + tail, others: tail ? [key, ...others] : others, to: at.last > at.number ? `${own === "art" ? "op" : own}${at.last}` : "" };
  }

  // A text without the marks that name a place.
  function without(text, marks, { unit, number, last }) {
    const used = marks.filter((mark, i) => [unit, number, last].includes(i) || [...UNITS, "item", "count", "filler", "join"].includes(mark.kind));
    return used.reduceRight((rest, mark) => `${rest.slice(0, mark.start)} ${rest.slice(mark.end)}`, text);
  }

  Object.assign(C, { Locators });
})();
