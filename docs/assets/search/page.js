// The search page: query and facets in the address line, hits in order, then what is near. Needs load.js.
(() => {
  "use strict";
  const C = globalThis.compendium;
  const words = JSON.parse(document.getElementById("search-words").textContent);
  const form = document.querySelector("[data-search]"), box = form.elements.q;
  const list = document.querySelector("[data-hits]"), more = document.querySelector("[data-more]");
  const near = document.querySelector("[data-near-hits]"), moreNear = document.querySelector("[data-more-near]");
  const count = document.querySelector("[data-count]"), trouble = document.querySelector("[data-trouble]");
  const SHOWN = 20, NEAR_SHOWN = 10, PATIENCE = 300;  // hits at a time; milliseconds until it is said that it works
  const themeIds = Object.keys(words.themes), plural = new Intl.PluralRules(document.documentElement.lang);
  const page = { words, naming: null, state: {}, found: null, run, ask };
  let asked = 0, shown = 0, narrowing = null, help = null;

  // A browser may know a kind of number that the strings do not.
  function counted(key, number) {
    const own = `${key}.${plural.select(number)}`;
    return words.strings[own in words.strings ? own : `${key}.other`].replace("{n}", number);
  }

  // --- the state, in the address line and out of it ------------------------------------------

  // What the address asks for and we do not know is not asked.
  function readState() {
    const query = new URLSearchParams(location.search), { state } = page;
    Object.assign(state, { q: query.get("q") || "", notes: query.get("notes") === "1", every: query.get("every") === "1", near: query.get("near") !== "0",
      without: query.getAll("without"), strength: query.get("strength") === "focus" ? "focus" : "" });
    C.FACETS.forEach(facet => { state[facet] = narrowing.name(facet, query.get(facet) || "") ? query.get(facet) : ""; });
    box.value = state.q;
    form.elements.notes.checked = state.notes;
    form.elements.near.checked = state.near;
  }

  // A step the reader takes is a step back too: what narrows the search is one, a letter typed is none.
  // How many hits are shown is kept beside it.
  function writeState(step) {
    const query = new URLSearchParams(), { state } = page;
    if (state.q) query.set("q", C.encodable(state.q));
    [...C.FACETS, "strength"].forEach(facet => { if (state[facet]) query.set(facet, state[facet]); });
    if (state.notes) query.set("notes", "1");
    if (!state.near) query.set("near", "0");
    if (state.every) query.set("every", "1");
    state.without = state.without.filter(each => page.found.removed.includes(each));
    state.without.forEach(each => query.append("without", each));
    const address = query.toString() ? `?${query}` : location.pathname.replace(/.*\//, "");
    try {
      if (step && `?${query}` !== (location.search || "?")) history.pushState(null, "", address);
      else history.replaceState(history.state, "", address);
    } catch (refused) { /* not every browser lets a file do it */ }
  }

  const keepShown = () => { try { history.replaceState({ shown }, ""); } catch (refused) { /* not kept, not needed */ } };

  // As many hits as were shown when the reader left.
  async function showAsMany(turn) {
    const before = history.state?.shown || 0;
    while (turn === asked && shown < before && !more.hidden) await showMore(turn);
  }

  // --- hits ------------------------------------------------------------------------------------

  async function drawHit(hit, isNear) {
    const { unit } = hit, { naming, state, found } = page, named = hit.place === found.reference;
    const item = C.make("li", { class: "hit", "data-place": hit.place, "data-lang": unit.corpus.language });
    if (isNear) item.dataset.near = "";
    if (named) item.classList.add("hit--named");
    const query = found.corrected || state.q;
    const passage = await C.passage(unit, hit.parts || found.results[0].parts, query, words.strings["aid.mark"], named);
    item.append(C.make("a", { href: C.address(naming, unit, query, named ? found.to : "", passage.querySelector(".item__aid")) },
      C.make("b", {}, naming.label(unit.slug)), words.strings.comma, naming.paragraph(unit.key, unit.slug)), passage);
    const tags = themeIds.filter((id, i) => unit.themes[i] === "2").flatMap(id => [C.make("span", { class: `dot t-${id}` }, words.themes[id]), " "]);
    if (tags.length) item.append(C.make("p", { class: "hit__themes" }, ...tags));
    return item;
  }

  async function showMore(turn) {
    more.hidden = true;
    const { found } = page, hits = await found.more(Math.max(0, shown + SHOWN - found.hits.length));
    if (turn !== asked) return null;
    const items = await Promise.all(hits.slice(shown, shown + SHOWN).map(hit => drawHit(hit)));
    if (turn !== asked) return null;
    list.append(...items);
    shown += SHOWN;
    more.hidden = shown >= found.total;
    return items[0];
  }

  async function showNear(from) {
    const turn = asked;
    const rows = page.state.near ? page.found.near.slice(from, from + NEAR_SHOWN) : [];
    await Promise.all(rows.map(({ unit }) => C.readTexts(unit.corpus, [unit.number])));
    const items = await Promise.all(rows.map(hit => drawHit(hit, true)));
    if (turn !== asked) return null;
    if (!from) near.replaceChildren();
    near.append(...items);
    near.closest("section").hidden = !near.children.length;
    moreNear.hidden = !rows.length || from + NEAR_SHOWN >= page.found.near.length;
    return items[0];
  }

  // The reader goes on at the first of the new hits.
  const focusOn = item => { if (item) item.querySelector("a").focus(); };
  more.addEventListener("click", async () => { focusOn(await showMore(asked)); keepShown(); });
  moreNear.addEventListener("click", async () => focusOn(await showNear(near.children.length)));

  async function draw(step) {
    const turn = asked, { found, state } = page, held = document.activeElement && document.activeElement.dataset.focus;
    writeState(step);
    list.replaceChildren();
    shown = 0;
    list.dataset.total = found.total;
    count.textContent = !state.q.trim() ? "" : found.total ? counted("search.count", found.total) : words.strings[state.near && found.near.length ? "search.none.near" : "search.none"];
    narrowing.draw();
    help.draw();
    if (held) keep(held);
    await showMore(turn);
    await showAsMany(turn);
    await showNear(0);
  }

  // The focus stays on what the reader used, though it was drawn anew.
  function keep(name) {
    const all = Array.from(document.querySelectorAll("[data-focus]")), same = all.find(each => each.dataset.focus === name);
    (same || count).focus({ preventScroll: true });
  }

  // --- asking ------------------------------------------------------------------------------------

  function nothing() {
    return { total: 0, complete: 0, hits: [], near: [], expanded: [], removed: [], absent: [], passed: [], facets: {}, results: [], suggestion: "", corrected: "", reference: null, locator: "", more: async () => [] };
  }

  async function run(step) {
    const turn = asked += 1, { state } = page;
    const late = setTimeout(() => { count.textContent = words.strings["search.searching"]; }, PATIENCE);
    try {
      const options = { notes: state.notes, every: state.every, strength: state.strength, without: state.without, near: state.near, limit: SHOWN };
      C.FACETS.forEach(facet => { options[facet] = state[facet]; });
      const found = state.q.trim() ? await C.everywhere(state.q, options) : nothing();
      if (turn !== asked) return;
      page.found = found;
      trouble.replaceChildren(...(found.missing || []).length ? told(found.missing[0]) : []);
      await draw(step);
    } catch (problem) {
      if (!problem.file) throw problem;
      count.textContent = "";
      trouble.replaceChildren(...told(problem.file));
    } finally { clearTimeout(late); }
  }

  function ask(query) {
    box.value = page.state.q = query;
    Object.assign(page.state, { without: [], every: false });
    return run();
  }

  // A file that does not come is named, and asked for again when the reader says so.
  function told(file) {
    const again = document.createElement("button");
    Object.assign(again, { type: "button", textContent: words.strings["search.again"] });
    again.addEventListener("click", () => { trouble.replaceChildren(); start(); });
    return [words.strings["search.missing"].replace("{file}", file), " ", again];
  }

  async function start() {
    count.textContent = words.strings["search.searching"];
    try {
      const coming = C.engine();
      C.early(document.documentElement.lang).catch(() => {});
      await coming;
      page.naming = await C.naming();
      narrowing = narrowing || new C.Narrowing(page);
      help = help || new C.Help(page);
      readState();
      if (!page.state.q) box.focus({ preventScroll: true });
    } catch (problem) {
      if (!problem.file) throw problem;
      count.textContent = "";
      trouble.replaceChildren(...told(problem.file));
      return;
    }
    await run();
  }

  let timer = 0;
  const ready = () => narrowing !== null && help !== null;
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => { if (ready()) ask(box.value); }, 120); });
  form.elements.notes.addEventListener("change", () => { page.state.notes = form.elements.notes.checked; run(true); });
  form.elements.near.addEventListener("change", () => { page.state.near = form.elements.near.checked; run(true); });
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(timer);
    if (ready()) ask(box.value);
  });
  addEventListener("popstate", () => { if (ready()) { readState(); run(); } });
  start();
})();
