// The box in the head of every page: suggestions as one types. Needs load.js.
(() => {
  "use strict";
  const { engine } = globalThis.compendium;
  const form = document.querySelector("[data-box]");
  if (!form) return;
  const input = form.elements.q, list = document.createElement("div");
  const root = form.getAttribute("data-root");
  let turn = 0;
  let active = -1;

  function give(element, attributes) {
    Object.keys(attributes).forEach(name => { element.setAttribute(name, attributes[name]); });
  }

  // What only this script serves is not in the page.
  give(list, { id: "suggestions", role: "listbox", "aria-label": input.getAttribute("aria-label"), hidden: "" });
  give(input, { autocomplete: "off", spellcheck: "false", enterkeyhint: "search", role: "combobox",
    "aria-expanded": "false", "aria-controls": "suggestions", "aria-autocomplete": "list" });
  form.appendChild(list);

  document.addEventListener("keydown", event => {
    const busy = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !busy && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      (document.getElementById("q") || input).focus();
    }
  });

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(step) {
    const items = list.querySelectorAll("[role=option]");
    if (!items.length) return;
    active = (active + step + items.length + (active < 0 && step < 0 ? 1 : 0)) % items.length;
    items.forEach((item, i) => { item.setAttribute("aria-selected", String(i === active)); });
    input.setAttribute("aria-activedescendant", items[active].id);
  }

  function piece(C, unit, forms) {
    const text = Array.from(unit.text);
    const folded = C.foldWithPlaces(unit.text);
    let at = -1;
    let size = 0;
    forms.forEach(form_ => {
      const found = folded.text.indexOf(form_);
      if (found >= 0 && (at < 0 || found < at)) { at = found; size = form_.length; }
    });
    if (at < 0) return [text.slice(0, 48).join(""), "", ""];
    const start = folded.from[at], end = folded.from[at + size - 1] + 1, from = Math.max(0, start - 14);
    return [(from ? "…" : "") + text.slice(from, start).join(""), text.slice(start, end).join(""), text.slice(end, end + 30).join("")];
  }

  function suggest() {
    const query = input.value.trim(), mine = turn += 1;
    if (!query) return close();
    engine().then(C => Promise.all([C.everywhere(query, { limit: 7 }), C.naming()]).then(both => {
      const found = both[0], naming = both[1];
      if (mine !== turn) return;
      list.textContent = "";
      active = -1;
      found.hits.forEach((hit, i) => {
        const item = document.createElement("a"), words = piece(C, hit.unit, [].concat.apply([], hit.parts));
        item.id = `suggestion-${i}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.tabIndex = -1;
        item.href = `${root}resolutions/${hit.unit.slug}.html?mark=${C.encode(query)}#${hit.unit.key}`;
        const mark = document.createElement("mark"), line = document.createElement("span"), place = document.createElement("small");
        line.lang = hit.unit.corpus.language;
        line.dir = line.lang === "ar" ? "rtl" : "ltr";
        mark.textContent = words[1];
        line.append(words[0], mark, words[2]);
        place.textContent = `${naming.label(hit.unit.slug)} · ${naming.paragraph(hit.unit.key, hit.unit.slug)}`;
        item.append(line, place);
        list.appendChild(item);
      });
      list.hidden = !found.hits.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
    }));
  }

  let timer = 0;
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, 100); });
  input.addEventListener("focus", () => { engine(); });
  input.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); choose(event.key === "ArrowDown" ? 1 : -1); }
    else if (event.key === "Escape") { if (list.hidden) input.blur(); close(); }
    else if (event.key === "Enter" && active >= 0) { event.preventDefault(); list.querySelectorAll("[role=option]")[active].click(); }
  });
  document.addEventListener("click", event => { if (!form.contains(event.target)) close(); });
})();
