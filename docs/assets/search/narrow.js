// What narrows a search: the facets with their counts, and what is chosen, each to be taken away.
(() => {
  "use strict";
  const C = globalThis.compendium;
  const { make, FACETS } = C;

  const MOST_VALUES = 40, OPEN = ["theme", "body", "part"], NARROW = 760;
  const has = (table, key) => Object.prototype.hasOwnProperty.call(table, key);

  class Narrowing {
    // page: {words, naming, state, found, run}
    constructor(page) {
      this.page = page;
      this.place = document.querySelector("[data-facets]");
      this.chosen = document.querySelector("[data-narrowed]");
      this.open = new Map();  // facet -> whether the reader opened it
    }

    // The words of a page for a value; "" for what is none.
    name(facet, key) {
      const { words, naming } = this.page;
      const tables = { theme: words.themes, body: words.bodies, status: words.status, part: words.parts, verb: words.verbs, addressee: words.addressees };
      if (facet === "instrument") return has(naming.labels.instruments, key) ? naming.label(key) : "";
      if (facet === "year") return /^\d{4}$/.test(key) ? key : "";
      return has(tables[facet], key) ? tables[facet][key] : "";
    }

    // The values of a facet and how many hits each would leave; of very many the fullest.
    values(facet) {
      const counts = this.page.found.facets[facet] || new Map(), keys = Array.from(counts.keys());
      if (facet === "year") keys.sort().reverse();
      else if (facet === "instrument" && keys.length <= MOST_VALUES) keys.reverse();  // the newest first
      else keys.sort((a, b) => counts.get(b) - counts.get(a)).splice(MOST_VALUES);
      const own = this.page.state[facet];
      if (own && !keys.includes(own)) keys.unshift(own);
      return keys.map(key => [key, counts.get(key) || 0]);
    }

    draw() {
      const { state, words, run } = this.page;
      this.place.replaceChildren(...FACETS.map(facet => this.group(facet)).filter(Boolean));
      const rows = FACETS.filter(facet => state[facet]).map(facet => {
        const name = this.name(facet, state[facet]);
        const button = make("button", { type: "button", "data-focus": `chosen ${facet}`, "aria-label": words.strings["search.remove"].replace("{n}", name) }, name, " ×");
        button.addEventListener("click", () => { state[facet] = ""; run(true); });
        return button;
      });
      this.chosen.replaceChildren(...rows.length ? [`${words.strings["search.narrowed"]} `, ...rows.flatMap(row => [row, " "])] : []);
    }

    group(facet) {
      const { state, words } = this.page, rows = this.values(facet);
      if (!rows.length) return null;
      const group = make("details", { class: "facet" }, make("summary", { "data-focus": `facet ${facet}` }, words.strings[`search.facet.${facet}`]));
      group.open = this.open.get(facet) ?? (innerWidth > NARROW && OPEN.includes(facet) || Boolean(state[facet]));
      group.addEventListener("toggle", () => this.open.set(facet, group.open));
      if (facet === "theme") group.append(this.strength());
      group.append(make("ul", {}, ...rows.map(([key, count]) => make("li", {}, this.button(facet, key, count)))));
      return group;
    }

    strength() {
      const { state, words, run } = this.page, tick = make("input", { type: "checkbox", "data-focus": "strength" });
      tick.checked = state.strength === "focus";
      tick.addEventListener("change", () => { state.strength = tick.checked ? "focus" : ""; run(true); });
      return make("label", {}, tick, ` ${words.strings["strength.focus"]}`);
    }

    button(facet, key, count) {
      const { state, run } = this.page, on = state[facet] === key;
      const button = make("button", { type: "button", "aria-pressed": on, "data-focus": `${facet} ${key}` }, `${this.name(facet, key) || key} `, make("b", {}, count));
      button.addEventListener("click", () => { state[facet] = on ? "" : key; run(true); });
      return button;
    }
  }

  Object.assign(C, { Narrowing });
})();
