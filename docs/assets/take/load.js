// Loads the scripts by which a page lets one quote and take away; and, when they are wanted, each file
// once: the words of the language, how an instrument is cited, its paragraphs. Needs edition.js and
// search/load.js.
(() => {
  "use strict";
  const edition = window.edition, page = document.documentElement.lang;
  const root = document.currentScript.src.replace(/(.*\/)assets\/.*$/, "$1");  // this file may be part of another
  const waiting = new Map(), brought = new Map();

  function script(path) {
    if (!waiting.has(path)) {
      const coming = new Promise((done, fail) => {
        const element = document.createElement("script");
        element.src = root + path;
        element.async = false;   // in the order in which they are asked for
        element.onload = () => { done(); };
        element.onerror = () => { element.remove(); fail(new Error(path)); };
        document.head.append(element);
      });
      coming.catch(() => { waiting.delete(path); });
      waiting.set(path, coming);
    }
    return waiting.get(path);
  }

  function style(path) {
    return new Promise(done => {
      if (document.querySelector(`link[href="${root}${path}"]`)) { done(); return; }
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = root + path;
      link.onload = link.onerror = () => { done(); };
      document.head.append(link);
    });
  }

  edition.menuWords = found => { brought.set("words", found); };
  edition.references = found => { brought.set(`references ${found.slug}`, found); };
  edition.material = found => { brought.set(`material ${found.slug}`, found.texts); };
  edition.names = found => { brought.set("names", found); };
  edition.treaties = found => { brought.set("treaties", found); };

  async function what(path, name) {
    await script(path);
    if (!brought.has(name)) throw new Error(path);
    return brought.get(name);
  }

  // The terms of the texts, {languages, terms: [way to the entry, Chinese forms, names by language,
  // languages unconfirmed]}: the names are those of the search, in every language that it has.
  let terms = null;
  function names() {
    terms = terms || namesOf();
    terms.catch(() => { terms = null; });
    return terms;
  }

  async function namesOf() {
    const { languages, labelled, terms: rows } = await what("search/names.js", "names");
    const labels = await Promise.all(labelled.map(async code => [code, (await window.compendium.load("labels", code, 0)).terms]));
    return { languages, terms: rows.map(([way, forms, unconfirmed, others]) => {
      const id = way.split(/[/#]/).pop().replace(".html", ""), found = labels.filter(([, own]) => own[id]);
      return [way, forms, { ...others, ...Object.fromEntries(found.map(([code, own]) => [code, own[id][0]])) }, unconfirmed];
    }) };
  }

  // The search's data: the texts of a language, and how this one names instruments and paragraphs.
  async function engine() {
    await window.compendium.engine();
    await window.compendium.ready();
    return window.compendium;
  }

  // A paragraph in a language: {key, part, text, lengths, aid, status}; null where there is none.
  // The sign of an erratum, in a translation of ours, is no part of the text.
  async function units(language, places) {
    const C = await engine(), corpus = await C.open(language);
    const numbers = places.map(place => C.numberOf(corpus, ...place.split("#")));
    await C.readTexts(corpus, numbers.filter(number => number >= 0));
    return numbers.map(number => number < 0 ? null : taken(C.unitOf(corpus, number)));
  }

  function taken(unit) {
    const words = unit.words, lengths = typeof words === "string" ? words.split(" ").filter(Boolean).map(Number) : words || [];
    return { slug: unit.slug, key: unit.key, part: unit.part, text: unit.text.replace(/※/g, ""), lengths, aid: unit.aid, status: unit.status };
  }

  // A file for the reader to keep.
  function save(name, text, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => { URL.revokeObjectURL(link.href); }, 60000);
  }

  // In the order in which they need each other; a list here is shorter than a line in each page.
  const WAY = document.querySelector(".instrument[data-slug]") ? "number" : document.querySelector("main[data-ways]:not([data-ways='']), main[data-ways] [data-place]") ? "places" : "";
  const FILES = WAY ? ["quote", "menu/passage", "menu/pop", `menu/${WAY}`, "menu/selection", "take/annotations", "take/notes"]
    : document.querySelector("[data-handout]") ? ["quote", "take/choice", "take/exercises", "take/qr", "take/sheet-style", "take/sheet", "take/handout"] : [];

  edition.load = {
    root, page, script, style, engine, units, taken, save,
    words: () => what(`references/words-${page}.js`, "words"),
    references: slug => what(`references/${slug}.js`, `references ${slug}`),
    names,
    material: slug => what(`handout/${slug}.js`, `material ${slug}`),
    treaties: () => what("handout/treaties.js", "treaties")
  };
  FILES.forEach(name => { script(`assets/${name}.js`); });
})();
