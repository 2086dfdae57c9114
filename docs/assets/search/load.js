// Loads the search: its engine, one file that the build joins, and its data, scripts of search/ that
// call compendium.receive; each once, and whatever can come together comes together.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  if (C.engine) return;

  const FOLDER = "search/", ENGINE = "assets/search/engine.js";
  const SHARED = /^(?:fold|terms|thesaurus|languages)$/, SINGLE = /^(?:manifest|selftest|pieces)$/;
  const root = document.currentScript.src.replace(/(.*\/)assets\/.*$/, "$1");  // this file may be part of another
  const store = new Map();    // "texts zh 3" -> what that script brought
  const waiting = new Map();  // the same -> a promise of it

  // A file that did not come; its name is told to the reader.
  class Missing extends Error {
    constructor(file) {
      super(`cannot load ${file}`);
      this.file = file;
    }
  }

  // Run a script of the edition.
  function script(file) {
    return new Promise((done, fail) => {
      const element = document.createElement("script");
      element.src = root + file;
      element.onload = () => { element.remove(); done(); };
      element.onerror = () => { element.remove(); fail(new Missing(file)); };
      document.head.appendChild(element);
    });
  }

  // A promise that is kept; one that fails is dropped, and asked for anew the next time.
  function once(name, make) {
    if (!waiting.has(name)) {
      const coming = make();
      coming.catch(() => waiting.delete(name));
      waiting.set(name, coming);
    }
    return waiting.get(name);
  }

  // --- the engine ----------------------------------------------------------------------------------

  const engine = () => once("engine", async () => {
    await script(ENGINE);
    if (!C.search) throw new Missing(ENGINE);
    return C;
  });

  // --- the data ------------------------------------------------------------------------------------

  function receive(kind, language, number, data) {
    store.set(`${kind} ${language} ${number}`, data);
  }

  function fileOf(kind, language, number) {
    if (kind === "labels") return `${FOLDER}labels-${language}.js`;
    if (SHARED.test(kind)) return `${FOLDER}${kind}.js`;
    return `${FOLDER}${language}/${SINGLE.test(kind) ? kind : `${kind}-${number}`}.js`;
  }

  // What a script brings. One that does not come, or comes cut short, is refused with its name.
  function load(kind, language, number) {
    const name = `${kind} ${language} ${number}`, file = fileOf(kind, language, number);
    return once(name, async () => {
      if (!store.has(name)) await script(file);
      if (!store.has(name)) throw new Missing(file);
      return store.get(name);
    });
  }

  // Drop what was loaded of a kind for earlier searches if it has become more than so many scripts.
  function drop(kind, language, most) {
    const head = `${kind} ${language} `, names = Array.from(store.keys()).filter(name => name.startsWith(head));
    if (names.length <= most) return false;
    names.forEach(name => { store.delete(name); waiting.delete(name); });
    return true;
  }

  // What the first search of a page will ask for is asked for while the engine comes; what fails to
  // come, the search tells.
  async function early(language) {
    const held = load("languages", "", 0);
    ["fold", "terms", "thesaurus"].forEach(kind => load(kind, "", 0).catch(() => {}));
    load("labels", language, 0).catch(() => {});
    const [texts, aids] = await held;
    const own = texts.filter(code => code === "zh" || code === language), only = aids.filter(code => !texts.includes(code));
    [...own, ...only].forEach(code => earlyIn(code).catch(() => {}));
  }

  async function earlyIn(language) {
    const manifest = load("manifest", language, 0);
    ["words", "ways", "facts", ...language === "zh" ? [] : ["names"]].forEach(kind => load(kind, language, 0).catch(() => {}));
    const { whole, counts } = await manifest;
    for (let number = 1; number < counts.facts; number += 1) load("facts", language, number).catch(() => {});
    for (let number = 0; whole && number < counts.texts; number += 1) load("texts", language, number).catch(() => {});
  }

  Object.assign(C, { engine, receive, load, drop, early, Missing });
})();
