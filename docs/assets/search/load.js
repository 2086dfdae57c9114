// Loads the files of the search, one job each, in the order in which they need each other.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  if (C.engine) return;

  const FILES = ["fold", "postings", "tally", "heap", "stems", "slips", "symbols", "references", "spelling", "terms", "thesaurus", "query",
    "store", "corpus", "find", "naming", "lexicon", "facets", "matches", "rank", "likeness", "near", "search", "everywhere", "beside"];
  const root = document.currentScript.src.replace(/assets\/search\/load\.js.*$/, "");

  // A file that did not come; its name is told to the reader.
  class Missing extends Error {
    constructor(file) {
      super(`cannot load ${file}`);
      this.file = file;
    }
  }

  // Run a script of the edition. `async = false` keeps the order in which they are asked for.
  function script(address) {
    return new Promise((done, fail) => {
      const element = document.createElement("script");
      element.src = address;
      element.async = false;
      element.onload = () => { element.remove(); done(); };
      element.onerror = () => { element.remove(); fail(new Missing(address.slice(root.length))); };
      document.head.appendChild(element);
    });
  }

  // The whole engine, loaded once. What failed is asked for again the next time, and all after it,
  // which could not run without it.
  async function load() {
    const first = Math.max(0, FILES.findIndex(name => !load.done.has(name)));
    await Promise.all(FILES.slice(first).map(async name => {
      await script(`${root}assets/search/${name}.js`);
      load.done.add(name);
    }));
    return C;
  }
  load.done = new Set();

  let engine = null;
  C.engine = () => {
    engine = engine || load().catch(problem => { engine = null; throw problem; });
    return engine;
  };
  Object.assign(C, { root, script, Missing });
})();
