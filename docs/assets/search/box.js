// The box in the head of every page: as one types it suggests the reference, themes, terms,
// instruments, paragraphs, and always all results. Needs load.js.
(() => {
  "use strict";
  const C = globalThis.compendium;
  const form = document.querySelector("[data-box]"), slash = document.querySelector("[data-slash]");
  const DELAY = 100, PARAGRAPHS = 5, OTHERS = 3, BEFORE = 14, AFTER = 30, PLAIN = 48;

  // --- the key / leads here, unless the reader switched it off (WCAG 2.1.4) ------------------------

  function remembered() {
    try { return localStorage.getItem("slash") !== "off"; } catch (refused) { return true; }
  }

  if (slash) {
    slash.checked = remembered();
    slash.addEventListener("change", () => {
      try { localStorage.setItem("slash", slash.checked ? "on" : "off"); } catch (refused) { /* not kept, not needed */ }
    });
  }
  document.addEventListener("keydown", event => {
    const busy = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    const box = document.getElementById("q") || form && form.elements.q;
    if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey || !box || !remembered()) return;
    event.preventDefault();
    box.focus();
  });

  if (!form) return;
  const input = form.elements.q, list = document.createElement("div"), root = form.getAttribute("action").replace("search.html", "");
  let turn = 0, active = -1;

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  // Where the page asks for nothing in particular the box says what it is, and its key.
  if (!input.placeholder) input.placeholder = `${input.getAttribute("aria-label")}  /`;

  // What only this script serves is not in the page.
  Object.entries({ id: "suggestions", role: "listbox", "aria-label": input.getAttribute("aria-label") }).forEach(pair => list.setAttribute(...pair));
  Object.entries({ autocomplete: "off", spellcheck: "false", enterkeyhint: "search", role: "combobox", "aria-expanded": "false",
    "aria-controls": "suggestions", "aria-autocomplete": "list" }).forEach(pair => input.setAttribute(...pair));
  list.hidden = true;
  form.append(list);

  const options = () => Array.from(list.querySelectorAll("[role=option]"));

  function close() {
    list.hidden = true;
    turn += 1;
    choose(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function choose(index) {
    active = index;
    options().forEach((item, i) => item.setAttribute("aria-selected", i === active));
    const item = options()[active];
    if (item) {
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  // --- the groups -----------------------------------------------------------------------------------

  // The match of a paragraph in view: what stands before, the match, what comes after.
  function piece(unit, forms) {
    const text = Array.from(unit.text), folded = C.foldWithPlaces(unit.text);
    const places = forms.map(form_ => [folded.text.indexOf(form_), form_.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]);
    if (!places.length) return [text.slice(0, PLAIN).join("")];
    const [at, size] = places[0], start = folded.from[at], end = folded.from[at + size - 1] + 1, from = Math.max(0, start - BEFORE);
    return [(from ? "…" : "") + text.slice(from, start).join(""), make("mark", {}, text.slice(start, end).join("")), text.slice(end, end + AFTER).join("")];
  }

  function option(href, ...children) {
    return make("a", { role: "option", "aria-selected": "false", tabindex: "-1", href }, ...children);
  }

  // The words of a paragraph as a hit of the search page has them: what serves the reader, then the source.
  async function lines(hit, query, mark) {
    const units = await C.beside(hit.unit, query);
    return Promise.all(units.map(async unit => {
      const { language } = unit.corpus, forms = unit === hit.unit ? hit.parts.flat() : await C.formsIn(query, language);
      const name = units.length > 1 && unit === units[0] ? "item__aid" : "item__source";
      const line = make("span", { lang: language, dir: language === "ar" ? "rtl" : "ltr", class: name }, ...piece(unit, forms));
      if (unit.aid) line.append(" ", make("small", { class: "aid__mark", lang: document.documentElement.lang }, mark));
      return line;
    }));
  }

  async function paragraph(hit, query, naming, to) {
    const { unit } = hit, texts = await lines(hit, query, naming.labels.search.aid);
    const asked = new URLSearchParams(to ? { to, mark: C.encodable(query) } : { mark: C.encodable(query) });
    const aid = texts.find(line => line.classList.contains("item__aid"));
    if (aid && unit.corpus.language === document.documentElement.lang) asked.set("text", `${aid.lang},${unit.corpus.language}`);
    const link = option(`${root}${naming.page(unit.slug, unit.key)}?${asked}#${unit.key}`, ...texts,
      make("small", {}, naming.label(unit.slug), " · ", naming.paragraph(unit.key, unit.slug)));
    link.dataset.place = hit.place;
    return link;
  }

  // A paragraph that was named, in one language alone: an option for each that has it.
  async function alone(hit, link, words) {
    const tongues = await C.readableIn(hit.unit);
    return tongues.length < 2 ? [] : tongues.map(code => {
      const way = new URL(link.href), tongue = document.querySelector(`.u-languages [lang="${code}"]`);
      way.searchParams.set("text", code);
      const own = option(way.href, words.replace("{name}", tongue ? tongue.textContent : code));
      own.className = "alone";
      return own;
    });
  }

  // Rows of {id, name, href} that the query names in any language or whose name holds it, those that begin with it first.
  function named(rows, query, ids = []) {
    const wanted = C.fold(query);
    return rows.map(row => ({ ...row, at: ids.includes(row.id) ? -1 : C.fold(row.name).indexOf(wanted) })).filter(({ id, at }) => ids.includes(id) || wanted.length > 1 && at >= 0)
      .sort((a, b) => a.at - b.at || a.name.length - b.name.length).slice(0, OTHERS).map(({ name, href }) => option(href, name));
  }

  async function groupsOf(query, found, naming) {
    const { labels } = naming, words = labels.search;
    const reference = found.hits.filter(hit => hit.place === found.reference), others = found.hits.filter(hit => hit.place !== found.reference);
    const drawn = (hits, to) => Promise.all(hits.map(hit => paragraph(hit, query, naming, to)));
    const instruments = Object.entries(labels.instruments).map(([slug, name]) => ({ name, href: `${root}resolutions/${slug}.html` }));
    const terms = Object.keys(labels.terms).map(id => naming.term(id)).filter(Boolean).map(term => ({ ...term, href: root + term.href }));
    const themes = Object.entries(labels.themes).map(([id, name]) => ({ name, href: `${root}themes/${id}.html` }));
    const all = new URLSearchParams({ q: C.encodable(query) });
    const references = await drawn(reference, found.to), tongues = await Promise.all(reference.map((hit, i) => alone(hit, references[i], words["reference.only"])));
    return [
      [words.reference, [...references, ...tongues.flat()]],
      [words["facet.theme"], named(themes, query)], [words.terms, named(terms, query, C.termsNamed(C.fold(query)))], [words.instruments, named(instruments, query)],
      [words.paragraphs, await drawn(others.slice(0, PARAGRAPHS))],
      ["", [option(`${root}search.html?${all}`, `${words.all} (${found.total})`)]]
    ].filter(([, items]) => items.length);
  }

  async function suggest() {
    const query = input.value.trim();
    if (!query) return close();
    const mine = turn += 1;
    await C.engine();
    const [found, naming] = await Promise.all([C.everywhere(query, { limit: PARAGRAPHS + 2 }), C.naming()]);
    const groups = await groupsOf(query, found, naming);
    if (mine !== turn) return null;
    list.replaceChildren(...groups.map(([name, items], i) => name
      ? make("div", { role: "group", "aria-labelledby": `suggestions-${i}` }, make("span", { id: `suggestions-${i}` }, name), ...items) : items[0]));
    options().forEach((item, i) => { item.id = `suggestion-${i}`; });
    choose(-1);
    list.hidden = false;
    return input.setAttribute("aria-expanded", "true");
  }

  // A file that does not come leaves the box a plain one: Enter leads to the search page, which tells.
  const quietly = problem => { if (!problem.file) throw problem; close(); };

  // --- the keyboard ---------------------------------------------------------------------------------

  let timer = 0;
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => suggest().catch(quietly), DELAY); });
  input.addEventListener("focus", () => { C.engine().catch(quietly); });
  input.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], { length } = options();
    if (step) {
      event.preventDefault();
      if (list.hidden) suggest().catch(quietly);
      else choose(active < 0 && step < 0 ? length - 1 : (active + step + length) % length);
    } else if (event.key === "Escape") {
      if (list.hidden) input.blur();
      close();
    } else if (event.key === "Tab") close();
    else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      options()[active].click();
    }
  });
  document.addEventListener("click", event => { if (!form.contains(event.target)) close(); });
  form.addEventListener("focusout", event => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
})();
