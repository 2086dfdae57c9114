// Exercises over passages, each with its key: pure functions, the same for the same seed.
// A passage: {n, name, slug, key, lang, part, text, lead: [from, to, strength], treaties: [[from, to, id]]}.
(() => {
  "use strict";
  const MOST = 8, HAN = /[㐀-鿿]/;
  const ASKING = ["request", "encourage"];   // strengths whose verbs may stand for each other in a sentence
  const points = text => Array.from(text);
  const cut = (text, from, to) => points(text).slice(from, to).join("");

  // A row of numbers in [0, 1) that a text decides.
  function numbers(seed) {
    let state = 2166136261;
    points(seed).forEach(sign => { state = Math.imul(state ^ sign.codePointAt(0), 16777619); });
    return () => {
      state = state + 0x6d2b79f5 | 0;
      let mixed = Math.imul(state ^ state >>> 15, 1 | state);
      mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
      return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
    };
  }

  function shuffled(list, next) {
    const out = list.slice();
    for (let at = out.length - 1; at > 0; at -= 1) {
      const other = Math.floor(next() * (at + 1));
      [out[at], out[other]] = [out[other], out[at]];
    }
    return out;
  }

  // Not in the order they came in, where there is another.
  function mixed(list, next) {
    const out = shuffled(list, next);
    return list.length > 1 && out.every((each, at) => each === list[at]) ? [...out.slice(1), out[0]] : out;
  }

  // The beginning of a text up to the end of a clause; whether more follows.
  function opening(text, least) {
    const scale = HAN.test(text) ? 1 : 2.5, signs = points(text), wanted = Math.floor((least || 60) * scale);
    if (signs.length <= wanted * 1.3) return { text, more: false };
    const ends = HAN.test(text) ? "，；。" : ",;.";
    let end = signs.findIndex((sign, at) => at >= wanted && ends.includes(sign));
    if (end < 0) return { text, more: false };
    if (signs.length - end < 8) end = signs.length;
    return { text: signs.slice(0, end).join(""), more: end < signs.length };
  }

  const letter = at => String.fromCharCode(65 + at);

  // Fill in the verb with which a paragraph opens.
  function fill(passages, next) {
    const own = shuffled(passages.filter(each => each.lead), next).slice(0, MOST).sort((a, b) => a.n - b.n);
    const verbs = own.map(each => cut(each.text, each.lead[0], each.lead[1]));
    if (new Set(verbs).size < 2) return null;
    return {
      kind: "fill", bank: mixed(Array.from(new Set(verbs)), next), lang: own[0].lang,
      items: own.map(each => {
        const shown = opening(cut(each.text, each.lead[1]));
        return { lang: each.lang, before: cut(each.text, 0, each.lead[0]), after: shown.text, more: shown.more };
      }),
      key: verbs.map((verb, at) => ({ lang: own[at].lang, text: verb, name: own[at].name }))
    };
  }

  // Match the names of treaties in two languages. `names`: {id: {language: name}}.
  function match(passages, names, languages, next) {
    const [left, right] = languages;
    const ids = Array.from(new Set(passages.flatMap(each => each.treaties.map(treaty => treaty[2]))))
      .filter(id => names[id] && names[id][left] && names[id][right]).slice(0, MOST);
    if (ids.length < 3) return null;
    const order = mixed(ids, next);
    return {
      kind: "match", lang: left, other: right,
      items: ids.map(id => names[id][left]), options: order.map(id => names[id][right]),
      key: ids.map(id => letter(order.indexOf(id)))
    };
  }

  // Put the preamble in order. `preamble`: paragraphs of one text, [{text, lang}].
  function order(preamble, name, next) {
    const few = preamble.length <= 6 ? preamble : [0, 1, 2, 3, 4, 5].map(at => preamble[Math.floor(at * (preamble.length - 1) / 5)]);
    const shown = few.map(each => ({ lang: each.lang, ...opening(each.text, 40) }));
    if (few.length < 4 || new Set(shown.map(each => each.text)).size < few.length) return null;
    const row = mixed(shown, next);
    return { kind: "order", name, items: row, key: shown.map(each => letter(row.indexOf(each))) };
  }

  // In which paragraph a clause stands. `only(clause, passage)`: whether it stands in no other text.
  function find(passages, only, next) {
    const found = [];
    shuffled(passages, next).forEach(each => {
      const han = HAN.test(each.text), from = each.lead ? each.lead[1] : 0;
      const clauses = cut(each.text, from).split(han ? /[，；。]/ : /[,;.](?:\s|$)/).map(clause => clause.trim())
        .filter(clause => han ? clause.length >= 14 && clause.length <= 70 : clause.length >= 40 && clause.length <= 200);
      const clause = clauses.sort((a, b) => b.length - a.length).find(one => only(one, each));
      if (clause && found.length < 6) found.push({ lang: each.lang, text: clause, name: each.name });
    });
    return found.length < 2 ? null : { kind: "find", items: found, key: found.map(each => each.name) };
  }

  // 请 asks one and invites another: it is no other verb than 又请.
  const apart = (one, other) => !one.toLowerCase().includes(other.toLowerCase()) && !other.toLowerCase().includes(one.toLowerCase());

  // True or false against the text: half the verbs are changed for one of another strength.
  function judge(passages, next) {
    const asking = passages.filter(each => each.lead && ASKING.includes(each.lead[2]));
    const verbOf = each => cut(each.text, each.lead[0], each.lead[1]);
    const own = shuffled(asking, next).slice(0, MOST);
    const made = own.map((each, at) => {
      const others = Array.from(new Set(asking.filter(one => one.lead[2] !== each.lead[2] && one.lang === each.lang).map(verbOf)))
        .filter(verb => apart(verb, verbOf(each)));
      const other = at % 2 === 0 && others.length ? others[Math.floor(next() * others.length)] : "";
      const rest = opening(cut(each.text, each.lead[1]));
      return { n: each.n, lang: each.lang, name: each.name, text: cut(each.text, 0, each.lead[0]) + (other || verbOf(each)) + rest.text, more: rest.more, is: !other, stands: verbOf(each) };
    }).sort((a, b) => a.n - b.n);
    if (!made.some(each => !each.is) || !made.some(each => each.is)) return null;
    return { kind: "judge", items: made, key: made.map(each => ({ is: each.is, text: each.stands, lang: each.lang })) };
  }

  window.edition.exercises = { numbers, shuffled, opening, letter, fill, match, order, find, judge };
})();
