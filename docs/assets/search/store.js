// The data of the search: scripts of search/ that call compendium.receive, each loaded once.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { script, root, Missing, foldTable } = C;

  const FOLDER = "search/";
  const store = new Map();    // "texts zh 3" -> what that script brought
  const waiting = new Map();  // the same -> a promise of it
  const SHARED = /^(?:fold|terms|thesaurus|languages)$/, SINGLE = /^(?:manifest|selftest|pieces)$/;

  function receive(kind, language, number, data) {
    store.set(`${kind} ${language} ${number}`, data);
  }

  function fileOf(kind, language, number) {
    if (kind === "labels") return `labels-${language}.js`;
    if (SHARED.test(kind)) return `${kind}.js`;
    return `${language}/${SINGLE.test(kind) ? kind : `${kind}-${number}`}.js`;
  }

  // What a script brings. One that does not come, or comes cut short, is refused with its name and
  // asked for anew the next time.
  async function fetched(name, file) {
    if (!store.has(name)) await script(root + FOLDER + file);
    if (!store.has(name)) throw new Missing(FOLDER + file);
    return store.get(name);
  }

  function load(kind, language, number) {
    const name = `${kind} ${language} ${number}`;
    if (!waiting.has(name)) {
      const coming = fetched(name, fileOf(kind, language, number));
      coming.catch(() => waiting.delete(name));
      waiting.set(name, coming);
    }
    return waiting.get(name);
  }

  // Drop what was loaded of a kind for earlier searches if it has become more than so many scripts.
  function drop(kind, language, most) {
    const head = `${kind} ${language} `, names = Array.from(store.keys()).filter(name => name.startsWith(head));
    if (names.length <= most) return false;
    names.forEach(name => { store.delete(name); waiting.delete(name); });
    return true;
  }

  // What every search needs.
  async function ready() {
    if (!ready.done) foldTable(await load("fold", "", 0));
    ready.done = true;
  }

  Object.assign(C, { receive, load, drop, ready });
})();
