// The terms of the edition in six languages: what a form names. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { alike, content, wordsOf, unowned, learnNouns, SYMBOL_WORD } = C;

  const HAN = /[\u3400-\u9fff]/;
  const GENERIC = "trafficking"; // the theme that holds others: only where a term has no narrower one
  const MOST_TERMS = 4;          // that one group of words may mean
  const UNASKED = 0.15;          // what a word of a term that was not asked for takes away
  const AS_GOOD = 0.9;           // of the best: as good as it
  const LEAST_SHARE = 0.3, MOST_SHARE = 0.6, ALL = 0.95;  // of a term's weight that the query says
  const LEAST_LIKE = 0.35;       // of the name of a term that is told of where nothing was found
  const WIDER = 0.6;             // a term that says more than the query does

  // What ways of writing a form have in common: closed, open and hyphened compounds, British and American
  // spelling, ه written for ة.
  const alikeKey = form => form.split(/[- ]/).map(word => word.replace(/is(?=(?:e[a-z]{0,2}|ing|ations?)$)/, "iz").replace(/our(?=(?:s|ed|ing)?$)/, "or").replace(/ه$/, "ة")).join("");

  const pairsOf = text => Array.from({ length: Math.max(0, text.length - 1) }, (nothing, i) => text.slice(i, i + 2));

  const ALPHABETS = [/[a-z\u00c0-\u024f]/, /[\u0400-\u04ff]/, /[\u0600-\u06ff]/];

  // What the forms in one alphabet are made of, read when the first query in its letters comes.
  class Letters {
    // all: how many forms there are in any alphabet, each for every entry it names
    constructor(exact, alphabet, all) {
      Object.assign(this, { all, names: [] });
      this.keys = new Map();   // first letter -> what is written alike -> the first form
      this.forms = [];         // {entry, stems, weight: once asked for}
      this.stems = new Map();  // stem -> numbers in `forms`
      this.heard = null;       // first letter -> word as it is written -> how often: for slips
      exact.forEach((entries, form) => { if (alphabet.test(form) && !HAN.test(form)) this.add(form, entries); });
    }

    add(form, entries) {
      const words = content(wordsOf(form)), stems = alike(content(wordsOf(unowned(form))));
      this.names.push({ form, words: words.concat(wordsOf(form).filter(word => SYMBOL_WORD.test(word) && word.length > 4)), times: entries.length });
      entries.forEach(entry => {
        const number = this.forms.push({ entry, stems, weight: -1 }) - 1;
        stems.forEach(each => {
          const own = this.stems.get(each);
          if (own) own.push(number); else this.stems.set(each, [number]);
        });
      });
    }

    // The first form that is written as this one but for its spelling, undefined where there is none.
    alike(form) {
      const [letter] = form;
      if (!this.keys.has(letter)) {
        const own = new Map();
        this.names.forEach(each => {
          const key = each.form[0] === letter ? alikeKey(each.form) : "";
          if (key && !own.has(key)) own.set(key, each.form);
        });
        this.keys.set(letter, own);
      }
      return this.keys.get(letter).get(alikeKey(form));
    }

    get known() {
      if (!this.heard) {
        this.heard = new Map();
        this.names.forEach(({ words, times }) => words.forEach(word => this.learn(word, times)));
      }
      return this.heard;
    }

    learn(word, times) {
      if (!this.heard.has(word[0])) this.heard.set(word[0], new Map());
      const own = this.heard.get(word[0]);
      own.set(word, (own.get(word) || 0) + times);
    }

    rarity(stem) { return this.stems.has(stem) ? Math.log(1 + this.all / this.stems.get(stem).length) : 0; }

    weightOf(form) {
      if (form.weight < 0) form.weight = form.stems.reduce((sum, each) => sum + this.rarity(each), 0);
      return form.weight;
    }
  }

  class Terms {
    // rows: [id, kind, Chinese forms, other forms, themes], as resolutions/search/lexicon.py writes them
    constructor(rows) {
      this.exact = new Map();  // folded form -> entries {id, kind, forms, themes}
      this.longest = 0;        // of a Chinese form
      this.spelt = 0;          // forms in letters, each for every entry it names
      this.read = [];          // Letters, by alphabet
      learnNouns(rows.flatMap(row => row[3]));
      rows.forEach(row => this.add(row));
      this.chinese = Array.from(this.exact.keys()).filter(form => form.length > 1 && /^[\u3400-\u9fff]+$/.test(form));
      this.allChinese = this.chinese.join(" ");
    }

    add([id, kind, own, others, themes]) {
      const narrow = themes.filter(theme => theme !== GENERIC);
      const entry = { id, kind, forms: own, themes: narrow.length ? narrow : themes };
      own.concat(others).forEach(form => {
        if (!this.exact.has(form)) this.exact.set(form, []);
        if (!this.exact.get(form).includes(entry)) this.exact.get(form).push(entry);
        if (HAN.test(form)) this.longest = Math.max(this.longest, form.length); else this.spelt += 1;
      });
    }

    // What is known of the alphabet that a word is written in.
    lettersOf(word) {
      const i = Math.max(0, ALPHABETS.findIndex(alphabet => alphabet.test(word)));
      return this.read[i] = this.read[i] || new Letters(this.exact, ALPHABETS[i], this.spelt);
    }

    // Whether a form of a term has a word of this stem.
    hasStem(stem) { return this.lettersOf(stem).stems.has(stem); }
    knownNear(word) { return this.lettersOf(word).known; }

    // The entries that a form names, in whatever spelling.
    named(form) {
      const exact = this.exact.get(form);
      if (exact || HAN.test(form) || !/\p{L}/u.test(form)) return exact || [];
      return this.exact.get(this.lettersOf(form).alike(form)) || [];
    }

    // Whether a word of a text is the name of a body: 毒品 in the name of an office is not about drugs.
    isBody(word) { return (this.exact.get(word) || []).some(entry => entry.kind === "body"); }

    // The terms that say the most of some stems, all of the same ones:
    // [{entry, share: of the term that was asked for, covered: stems, worth: 0..1}]
    cover(asked, absent) {
      const all = this.touched(asked).filter(each => each.score > 0 && each.share >= LEAST_SHARE && !absent.has(each.entry));
      const best = new Map();
      all.forEach(each => {
        const old = best.get(each.entry);
        if (!old || each.score > old.score) best.set(each.entry, each);
      });
      const top = Math.max(0, ...all.map(each => each.score));
      let list = Array.from(best.values()).filter(each => each.score >= top * AS_GOOD);
      list.sort((a, b) => b.score - a.score || b.share - a.share);
      // one part is one thing: only terms that answer the same words of the query
      list = list.filter(each => each.covered.length === list[0].covered.length && each.covered.every(own => list[0].covered.includes(own)));
      // a term that says just what was asked leaves no room for those that say more
      if (list.length && list[0].share > ALL) list = list.filter(each => each.share > ALL);
      list.forEach(each => { each.worth = each.share > ALL ? 1 : each.share > MOST_SHARE ? 0.9 : WIDER; });
      return list.slice(0, MOST_TERMS);
    }

    // The terms whose names are like a folded query though none is what was asked, the likest first: ids.
    like(text) {
      const best = new Map(), own = pairsOf(text);
      const note = (entry, worth) => { if (worth >= LEAST_LIKE && worth > (best.get(entry.id) || 0)) best.set(entry.id, worth); };
      if (HAN.test(text)) this.chinese.forEach(form => {
        const pairs = pairsOf(form), shared = pairs.filter(each => own.includes(each)).length;
        if (shared) this.exact.get(form).forEach(entry => note(entry, 2 * shared / (own.length + pairs.length)));
      });
      else this.touched(alike(content(wordsOf(unowned(text))))).forEach(({ entry, share }) => note(entry, share));
      return Array.from(best.keys()).sort((a, b) => best.get(b) - best.get(a));
    }

    // The forms that have one of some stems, with what of each was asked for.
    touched(asked) {
      const found = new Map(), spelt = asked.find(own => /\p{L}/u.test(own)) || "";
      asked.forEach(own => {
        const letters = this.lettersOf(/\p{L}/u.test(own) ? own : spelt);  // a year beside words: 1972 года
        (letters.stems.get(own) || []).forEach(number => {
          const form = letters.forms[number];
          if (!found.has(form)) found.set(form, { letters, covered: [] });
          found.get(form).covered.push(own);
        });
      });
      return Array.from(found, ([form, { letters, covered }]) => {
        const all = letters.weightOf(form), weight = covered.reduce((sum, own) => sum + letters.rarity(own), 0);
        return { entry: form.entry, covered, score: weight - UNASKED * (all - weight), share: weight / all };
      });
    }
  }

  Object.assign(C, { Terms });
})();
