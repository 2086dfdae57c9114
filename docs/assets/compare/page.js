// Any two texts beside each other; which, and in what language, stands in the address:
// ?older=a-res-63-195&newer=a-res-68-193&text=zh. Needs the search's engine and the scripts beside this one.
(() => {
  "use strict";
  const C = globalThis.compendium, form = document.querySelector("[data-compare]");
  const words = JSON.parse(document.getElementById("compare-words").textContent);
  const part = (name) => document.querySelector(`[data-${name}]`);
  const status = part("status"), rows = part("rows"), wanted = new URLSearchParams(location.search);
  form.elements.newer.append(...Array.from(form.elements.older.options, (option) => option.cloneNode(true)));

  function choose(name, fallback) {
    const box = form.elements[name], value = wanted.get(name) || fallback;
    if (Array.from(box.options).some((option) => option.value === value)) box.value = value;
  }

  function element(name, text, properties) {
    return Object.assign(document.createElement(name), { textContent: text }, properties);
  }

  // The paragraphs of an instrument, but for its notes: {key, text, words}; null where it is not held.
  function read(corpus, slug) {
    const row = corpus.manifest.documents.findIndex((each) => each[0] === slug);
    if (row < 0) return Promise.resolve(null);
    const first = corpus.manifest.documents[row][1], numbers = [];
    for (let number = first; number < corpus.size && corpus.rowOf[number] === row; number += 1) numbers.push(number);
    return C.readTexts(corpus, numbers).then(() => numbers.map((number) => C.unitOf(corpus, number))
      .filter((unit) => unit.part !== "note" && unit.text)
      .map((unit) => ({ unit, text: unit.text.replace(/※/g, "") }))  // the sign of an erratum, in our translations
      .map(({ unit, text }) => ({ key: unit.key, text, words: C.words(text, lengths(unit.words)), aid: unit.aid })));
  }

  // How long the words are that tile a text: as `paragraph.words` of the search has them.
  function lengths(written) {
    return typeof written === "string" ? written.split(" ").filter(Boolean).map(Number) : written || [];
  }

  function inOrder(pairs, older) {
    const place = new Map(), before = new Map();
    const rest = pairs.filter((pair) => pair.new !== null);
    rest.forEach((pair, at) => pair.old.forEach((key) => place.set(key, at)));
    pairs.filter((pair) => pair.new === null).forEach((pair) => {
      let i = older.findIndex((unit) => unit.key === pair.old[0]) - 1;
      while (i >= 0 && !place.has(older[i].key)) i -= 1;
      const at = i < 0 ? -1 : place.get(older[i].key);
      before.set(at, (before.get(at) || []).concat(pair));
    });
    return (before.get(-1) || []).concat(rest.flatMap((pair, at) => [pair, ...(before.get(at) || [])]));
  }

  function badge(relation, count) {
    const sign = element("span", words.relations[relation], { className: `rel rel--${relation}` });
    if (count) sign.append(" ", element("b", count));
    return sign;
  }

  function show(pair, sides, slugs, naming, language) {
    const row = element("li", "", { className: "row", id: pair.new || `old-${pair.old[0]}` });
    const head = element("p", "", { className: "row__head" });
    const link = (at, key) => element("a", naming.paragraph(key, slugs[at]), { href: `../${naming.page(slugs[at], key)}#${key}` });
    head.append(badge(pair.relation), " ");
    if (pair.new) head.append(link(1, pair.new), " ");
    if (pair.old.length) {
      const from = element("span", pair.new ? "← " : "", { className: "row__from" });
      pair.old.forEach((key, at) => from.append(at ? " + " : "", link(0, key)));
      head.append(from);
    }
    if (pair.moved) head.append(" ", element("span", words.moved, { className: "row__moved" }));
    const wordsOf = (at, key) => (key ? sides[at].get(key).words : []);
    const fresh = wordsOf(1, pair.new);
    const changed = pair.relation === "same" ? [["same", fresh.join("")]] : C.changes(pair.old.flatMap((key) => wordsOf(0, key)), fresh);
    const text = element("p", "", { className: "row__text", lang: language, dir: language === "ar" ? "rtl" : "ltr" });
    const TAGS = { added: "ins", dropped: "del" };
    text.append(...changed.map(([kind, piece]) => (TAGS[kind] ? element(TAGS[kind], piece) : piece)));
    Object.assign(row.dataset, { relation: pair.relation, place: pair.new ? `${slugs[1]}#${pair.new}` : `${slugs[0]}#${pair.old[0]}` });
    row.append(head, text);
    return row;
  }

  function compare() {
    const slugs = [form.elements.older.value, form.elements.newer.value], language = form.elements.text.value;
    status.textContent = words.searching;
    return C.engine().then(() => C.open(language)).then((corpus) => Promise.all([
      read(corpus, slugs[0]), read(corpus, slugs[1]), C.grams(language), C.naming()
    ])).then(([older, newer, grams, naming]) => {
      rows.replaceChildren();
      part("counts").replaceChildren();
      part("aid").hidden = part("legend").hidden = true;
      status.textContent = older && newer ? "" : words.missing;
      if (!older || !newer) return;
      const pairs = C.align(older, newer, grams), sides = [older, newer].map((side) => new Map(side.map((unit) => [unit.key, unit])));
      const counts = {};
      pairs.forEach((pair) => { counts[pair.relation] = (counts[pair.relation] || 0) + 1; });
      part("counts").append(...Object.keys(words.relations).filter((each) => counts[each]).map((each) => {
        const item = element("li", "");
        item.append(badge(each, counts[each]));
        return item;
      }));
      part("legend").hidden = false;
      part("aid").hidden = !older.concat(newer).some((unit) => unit.aid);
      rows.append(...inOrder(pairs, older).map((pair) => show(pair, sides, slugs, naming, language)));
      rows.dataset.ready = slugs.join(" ");
      C.pairs = pairs;
    }).catch(() => { status.textContent = words.failed; });
  }

  choose("older");
  choose("newer", form.elements.newer.options[form.elements.newer.options.length - 1].value);
  choose("text", document.documentElement.lang);
  if (wanted.get("older") && wanted.get("newer")) compare();
})();
