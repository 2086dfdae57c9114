// What a query may mean: phrases, symbols, terms, Chinese taken apart, words of other languages. No DOM.
// A query becomes parts; a part is asked for in any of its forms:
//   {original, forms: [folded string], weight: Map(form -> 0..1), focus: [[themes]], themes: [theme],
//    entries: terms, light: a hit may lack it, symbol: figures must end where it ends, own: [slug]}
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { fold, stem, wordsOf, content, unowned, SYMBOL_WORD, nearest, undoubled, akin, slipOf, regular, symbolIn, withoutPiece, articleIn, respelt } = C;

  const HAN = /[\u3400-\u9fff]/;
  const LONGEST_QUERY = 400;   // characters that are understood; what is longer is only looked for
  const MOST_SLIPS = 8;        // words of a query that are looked up for slips
  const LATIN_WORD = /^[a-z\u00c0-\u024f]{8,}$/;  // long enough to be made of two
  const LOCATOR = 48;          // characters in which a paragraph may be asked for without its instrument
  const LONGEST_SLIP = 24;     // of a Chinese query, in characters
  const MOST_PARTS = 12, MOST_FORMS = 40;
  const LONGEST_WORD = 6;      // of the segmentation, in characters
  const OTHER_FORM = 0.85;     // another form of the term that was asked for
  const OTHER_WORDING = 0.95;  // what a Chinese word that is no form of a term may mean
  const RELATED = 0.6;         // the name of a document that was asked for by its symbol
  const SUBJECTS = /^(?:crime|theme|measure|person)$/;  // kinds of terms that bring the paragraphs of their theme
  const WEAK = /^(?:的|和|与|及|等|之|对|在|以|为|把|将|被|向|请|了|是|有|中|上|下|什么|如何|怎么|怎样|哪些|关于|有关|问题|情况|方面|行为|活动|工作|措施|规定|相关|进行|以及|或者?)$/;
  const QUOTED = /[\u201c-\u201f\u300c-\u300f\u301d-\u301f\u00ab\u00bb\u2039\u203a\u275d\u275e\u27e8\u27e9\ufe41-\ufe44\uff02\uff1c\uff1e\uff62\uff63]|''|``|,,/g;
  const SINGLE = /(?:^|\s)['\u2018\u201a\u201b\u275b`]([^'\u2018\u2019\u275c]{2,}?)['\u2019\u2018\u275c](?=\s|$)/g;  // apostrophes stand inside words
  const TITLE = /[\u3008\u300a]([^\u3008-\u300b]{2,})[\u3009\u300b]/g;  // what is named by its title stands there in these words
  // What may stand beside a reference and asks for nothing more.
  const BESIDE = /general assembly|security council|economic and social council|assemblee generale|conseil (?:economique et social|de securite)|asamblea general|consejo (?:economico y social|de seguridad)|генеральнои ассамблеи|совета безопасности|الجمعية العامة|مجلس الامن|(?:^|\s)(?:un|ga|ecosoc|res|resolution|commission|ccpcj|comision|la|de|del|of|the|du|комисси[ияю]|اللجنة|لجنة)(?=\s|$)|^(?:大会|委员会|号|决议|决定|的)+$/g;

  // Beside one of these an article is that of a treaty, though a resolution is named too.
  const TREATY = /公约|议定书|条约|宪章|convention|protocol|treaty|charter|traite|convenio|convencion|tratado|конвенци|протокол|договор|اتفاقي|بروتوكول|معاهد/;

  function plainPart(original) {
    return { original, entries: [], forms: original ? [original] : [], weight: new Map([[original, 1]]), themes: [], focus: [], light: false };
  }

  class Query {
    // lexicon: {terms: Terms, names: id -> what texts of the language call a term, null for Chinese
    // texts, words: of the Chinese texts, locators, variants, right: pieces
    // that are no slips}; absent: entries that proved to stand nowhere
    constructor(lexicon, absent) {
      Object.assign(this, lexicon, { absent, corrections: [], reference: null, locator: null });
    }

    // What texts of the language asked call a term.
    formsOf(entry) { return this.names ? this.names[entry.id] || [] : entry.forms; }

    // The terms a form names, without those the texts do not have.
    named(form) {
      return this.terms.named(form).filter(entry => !this.absent.has(entry)).map(entry => ({ entry, worth: 1 }));
    }

    // found: [{entry, worth}]
    part(original, found, more) {
      const one = Object.assign(plainPart(original), more, { entries: found.map(each => each.entry) });
      found.forEach(({ entry, worth }) => {
        const own = this.formsOf(entry), named = own.includes(original);
        own.forEach((form, i) => addForm(one, form, worth * (i === 0 || !named ? 1 : OTHER_FORM) * (named || !HAN.test(original) ? 1 : OTHER_WORDING)));
        entry.themes.forEach(theme => { if (!one.themes.includes(theme)) one.themes.push(theme); });
        if (worth === 1 && entry.themes.length && SUBJECTS.test(entry.kind)) one.focus.push(entry.themes);
      });
      return one;
    }

    // A cited document is also found by its name: its paragraphs may call it without its number.
    symbolPart(found) {
      const one = Object.assign(plainPart(found.form), { symbol: true, own: found.own });
      found.forms.slice(1).forEach(form => addForm(one, form, 1));
      found.symbols.flatMap(symbol => this.terms.exact.get(symbol) || []).filter(entry => entry.kind === "cited")
        .forEach(entry => this.formsOf(entry).forEach(form => { if (!one.weight.has(form)) { one.forms.push(form); one.weight.set(form, RELATED); } }));
      return one;
    }

    // --- Chinese ----------------------------------------------------------------------------------

    // Cut by the longest match from the left: [{text, found}], found empty for a word or a rest.
    cut(text) {
      const pieces = [];
      let rest = "", i = 0;
      const close = () => { if (rest) pieces.push({ text: rest, found: [] }); rest = ""; };
      while (i < text.length) {
        const piece = this.longest(text, i);
        if (piece) { close(); pieces.push(piece); i += piece.text.length; continue; }
        if (HAN.test(text[i]) && !WEAK.test(text[i])) rest += text[i]; else close();
        i += 1;
      }
      close();
      return pieces;
    }

    // The longest term or word that begins at a place.
    longest(text, at) {
      for (let size = Math.min(this.terms.longest, text.length - at); size >= 2; size -= 1) {
        const piece = text.slice(at, at + size), found = this.named(piece);
        if (found.length || size <= LONGEST_WORD && this.words.has(piece)) return { text: piece, found };
      }
      return null;
    }

    chinese(text) {
      const all = this.named(text);
      if (all.length) return [this.part(text, all)];
      const slip = text.length <= LONGEST_SLIP && !this.names && !this.isWord(text) && slipOf(text, this.terms.chinese, piece => this.isRight(piece));
      if (slip) this.corrections.push([slip.from, slip.to]);
      const pieces = this.cut(text).filter(piece => piece.found.length || piece.text.length > 1 && !WEAK.test(piece.text));
      const some = pieces.some(piece => piece.found.length);
      if (!pieces.length || pieces.length === 1 && !some) return [plainPart(text)];
      return pieces.map(piece => this.part(piece.text, piece.found, { light: some && !piece.found.length, piece: true }));
    }

    // Whether a piece of Chinese is a word, a part of a term, or known to stand in the texts.
    isRight(piece) { return this.isWord(piece) || this.terms.allChinese.includes(piece) || this.right.includes(piece); }

    // --- other languages --------------------------------------------------------------------------

    // The terms that cover the words of a group best, then those that cover the rest.
    foreign(text) {
      const all = this.named(text);
      if (all.length) return [this.part(text, this.inflected(text, all))];
      const asked = this.closed(content(wordsOf(unowned(text)))).slice(0, MOST_PARTS);
      if (!asked.length) return text ? [plainPart(text)] : [];
      const byStem = new Map(), parts = [];
      asked.forEach(word => {
        const own = this.stemOf(word);
        if (!byStem.has(own)) byStem.set(own, word);
      });
      let left = Array.from(byStem.keys());
      while (left.length) {
        const best = this.terms.cover(left, this.absent);
        if (!best.length) break;
        const taken = new Set(best.flatMap(each => each.covered));
        const original = asked.filter(word => left.some(own => taken.has(own) && byStem.get(own) === word)).join(" ");
        parts.push(this.part(original, best, { light: parts.length > 0 && best[0].share < 0.8, piece: true, guessed: best[0].worth < 1 }));
        left = left.filter(own => !taken.has(own));
      }
      // one name in another inflection is what was asked, no piece of it
      if (parts.length === 1 && !left.length && !parts[0].guessed && parts[0].weight.size > 1) parts[0].piece = false;
      left.forEach(own => parts.push(Object.assign(plainPart(byStem.get(own)), { light: parts.length > 0 })));
      return parts;
    }

    // Beside the terms that are called so those that are in another inflection.
    inflected(text, all) {
      const stems = Array.from(new Set(content(wordsOf(unowned(text))).map(stem))), known = all.map(each => each.entry);
      const more = stems.length ? this.terms.cover(stems, this.absent).filter(each => each.worth === 1 && each.covered.length === stems.length && !known.includes(each.entry)) : [];
      return [...all, ...more.map(({ entry }) => ({ entry, worth: 1 }))];
    }

    // Two words that the names of terms have as one: policy makers, policymakers.
    closed(words) {
      const joined = [];
      words.forEach(word => {
        const last = joined[joined.length - 1], whole = last + word;
        if (last && LATIN_WORD.test(whole) && this.terms.hasStem(stem(whole)) && !/\d/.test(whole)) joined[joined.length - 1] = whole;
        else joined.push(word);
      });
      return joined;
    }

    // In its own language a word that no term has may stand in the texts all the same.
    stemOf(word) {
      const own = stem(word), stands = this.terms.hasStem(own);
      if (!this.names && stands && this.corrections.length < MOST_SLIPS) this.corrections.push([word, undoubled(word, this.terms.knownNear(word))]);
      if (this.names || stands || /\d/.test(word) || this.corrections.length >= MOST_SLIPS) return own;
      const known = this.terms.knownNear(word), better = nearest(word, known);
      this.corrections.push([word, better]);
      return better || akin(word, known) ? stem(better || akin(word, known)) : own;
    }

    // --- the whole query --------------------------------------------------------------------------

    read(text) {
      if (text.length > LONGEST_QUERY) return { parts: [plainPart(fold(text))], phrase: "", suggestion: "", loose: false };
      const parts = [], spelt = respelt(this.phrases(text, parts), this.variants, word => this.isWord(word));
      const bare = this.symbols(spelt, parts), loose = this.wordsInto(parts, bare.rest);
      if (parts.length > 1 && !parts.some(one => !one.light)) parts.forEach(one => { one.light = false; });
      return { parts: parts.slice(0, MOST_PARTS), phrase: bare.phrase, suggestion: this.suggestion(HAN.test(spelt) ? spelt : fold(text)), loose, slipped: (this.corrections.find(([word, better]) => better && HAN.test(word)) || [""])[0],
        reference: this.reference, locator: this.locator, spelt: respelt(fold(text), this.variants, word => this.isWord(word)) };
    }

    isWord(text) { return this.words.has(text) || this.terms.exact.has(text); }

    // Phrases in quotation marks become parts; what is left.
    phrases(text, parts) {
      const { quoted, rest } = phrasesOf(text);
      quoted.forEach(each => parts.push(Object.assign(plainPart(each), { quoted: true })));
      return fold(rest);
    }

    // Symbols become parts; {rest, phrase: the query as one string where it is one}
    symbols(text, parts) {
      let rest = regular(text), phrase = parts.length ? "" : text, symbols = 0;
      const held = symbolIn(rest), article = held && held.own.length && !TREATY.test(rest) ? null : articleIn(rest);
      const without = ({ start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`;
      if (article) {
        const one = Object.assign(plainPart(article.form), { symbol: true, own: [] });
        article.forms.forEach(form => addForm(one, form, 1));
        parts.push(one);
        rest = without(article);
      }
      for (let found = symbolIn(rest); found; found = symbolIn(rest)) {
        parts.push(this.symbolPart(found));
        rest = without(found);
        phrase = "";
        symbols += 1;
        if (found.own.length && !this.reference) this.reference = { own: found.own, key: "", to: "" };
      }
      if (this.reference && /^[ae]-\d{4}-\d+-/.test(this.reference.own[0])) rest = withoutPiece(rest);
      const locator = this.reference || rest.length < LOCATOR ? this.locators.find(rest, Boolean(this.reference)) : null;
      if (locator && this.reference) {
        Object.assign(this.reference, { key: locator.key, others: locator.others, to: locator.to });
        ({ rest } = locator);
      } else if (locator && !symbols && /\d/.test(locator.key) && !locator.rest.replace(/[^\p{L}\p{N}]+/gu, "")) this.locator = locator.key;
      if (symbols) rest = rest.replace(BESIDE, " ").replace(BESIDE, " ").replace(/[^\p{L}\p{N}]+(?=\s|$)|(?:^|\s)[^\p{L}\p{N}]+/gu, " ");
      return { rest: rest.split(" ").filter(word => word && !(parts.length && SYMBOL_WORD.test(word))).join(" "), phrase };
    }

    // What is left becomes parts; whether partial answers are welcome.
    wordsInto(parts, text) {
      const all = this.named(text), group = [];
      let loose = false;
      const close = () => { if (group.length) parts.push(...this.foreign(group.splice(0).join(" "))); };
      if (all.length) parts.push(this.part(text, HAN.test(text) ? all : this.inflected(text, all)));
      else text.split(" ").filter(Boolean).forEach(word => {
        if (!HAN.test(word)) { group.push(word); loose = true; return; }
        close();
        if (/^号?(?:决议|决定)?(?:草案)?$/.test(word) && parts.length) return;
        parts.push(...this.chinese(word));
        if (parts.length > 1) loose = true;
      });
      close();
      return loose;
    }

    // The query with its slips mended, "" where there are none. An ending unheard of is no slip in a
    // language with many.
    suggestion(text) {
      const slips = this.corrections.filter(([word, better]) => better && !isEnding(word, better));
      const mended = slips.reduce((all, [word, better]) => all.replace(word, better), text);
      return mended === text ? "" : mended;
    }
  }

  const sorted = word => Array.from(word).sort().join("");

  // Whether two words may differ in their ending alone; the same last letters or all the same letters
  // say that the slip is inside.
  function isEnding(word, better) {
    if (HAN.test(word) || !/[^ -~]/.test(word) || word.slice(-2) === better.slice(-2) || sorted(word) === sorted(better)) return false;
    return word.slice(0, -3) === better.slice(0, word.length - 3);
  }

  // What stands in quotation marks of any kind, folded, and the rest. One that is not closed goes to the end.
  function phrasesOf(text) {
    const quoted = [];
    const take = (all, phrase) => {
      if (/^\s*\p{L}\s*$/u.test(phrase) && text.length > 2 * all.length) return ` (${phrase.trim()}) `;  // подпункт «c»
      if (fold(phrase)) quoted.push(fold(phrase));
      return " ";
    };
    const named = text.replace(TITLE, (all, title) => symbolIn(fold(title)) ? ` ${title} ` : `"${title}" `);
    const rest = named.replace(QUOTED, '"').replace(/"([^"]*)(?:"|$)/g, take).replace(SINGLE, take);
    return { quoted, rest };
  }

  function addForm(one, form, weight) {
    if (!form || one.forms.length >= MOST_FORMS || one.weight.get(form) >= weight) return;
    if (!one.weight.has(form)) one.forms.push(form);
    one.weight.set(form, weight);
  }

  // {parts, phrase: the query as one string or "", suggestion, loose: partial answers are welcome}
  // reference: {own: slugs it may be, key, to} where a document is named, locator: a key without one
  const understand = (query, lexicon, absent) => new Query(lexicon, new Set(absent)).read(query);

  Object.assign(C, { understand, plainPart, addForm, phrasesOf });
})();
