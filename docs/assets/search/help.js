// What was understood: corrections, other forms that were searched for, and help where little was found.
(() => {
  "use strict";
  const C = globalThis.compendium;
  const { make } = C;

  const OFFICIAL = "https://digitallibrary.un.org/search?ln=en&p=";  // a link, never a request
  const MOST_THEMES = 4, MOST_TERMS = 4, MOST_INSTRUMENTS = 60, FEW = 3;
  const has = (table, key) => Object.prototype.hasOwnProperty.call(table, key);

  class Help {
    // page: {words, naming, state, found, run, ask}
    constructor(page) { this.page = page; }

    t(key) { return this.page.words.strings[key]; }

    draw() {
      const { found } = this.page;
      document.querySelector("[data-suggestion]").replaceChildren(...this.suggestion());
      document.querySelector("[data-expanded]").replaceChildren(...this.expanded());
      document.querySelector("[data-help]").replaceChildren(...found.locator ? this.which() : found.total < FEW && this.page.state.q.trim() ? this.poor() : []);
    }

    // What was taken for a slip; whether some answers have only a part of what was asked; where it was not searched.
    suggestion() {
      const { found } = this.page, line = [];
      if (found.corrected) line.push(`${this.t("search.corrected")} `, make("b", { dir: "auto" }, found.corrected), " ");
      if (found.suggestion) line.push(`${this.t("search.suggestion")} `, this.query(found.suggestion), " ");
      if (found.partial) line.push(this.t("search.partial").replace("{n}", found.complete), " ");
      if (found.passed.length) line.push(this.t("search.passed").replace("{names}", found.passed.map(code => this.page.words.tongues[code]).join(" · ")), " ", this.everywhere());
      return line;
    }

    // Versions of the texts searched that were passed over: they are searched when the reader says so.
    everywhere() {
      const button = make("button", { type: "button", "data-focus": "every" }, this.t("search.passed.all"));
      button.addEventListener("click", () => { this.page.state.every = true; this.page.run(true); });
      return button;
    }

    query(text) {
      const button = make("button", { type: "button", dir: "auto", "data-focus": `query ${text}` }, text);
      button.addEventListener("click", () => this.page.ask(text));
      return button;
    }

    // Other forms that were searched for, each to be switched off and on.
    expanded() {
      const { found } = this.page;
      const rows = found.expanded.map(each => [each.to, each.paragraphs, each.lang]).concat(found.removed.map(form => [form, 0, "zh"]));
      return rows.length ? [`${this.t("search.expanded")} `, ...rows.flatMap(row => [this.form(...row), " "])] : [];
    }

    form(to, count, language) {
      const { state, run } = this.page, on = !state.without.includes(to), theme = to.startsWith("theme:");
      const button = make("button", { type: "button", "aria-pressed": on, "data-focus": `form ${to}` }, theme ? this.themes(to) : to);
      if (theme) button.classList.add("dot", `t-${to.slice(6).split("+")[0]}`);
      else Object.assign(button, { lang: language, dir: "auto" });
      if (count) button.append(make("b", {}, ` ${count}`));
      button.addEventListener("click", () => {
        state.without = on ? [...state.without, to] : state.without.filter(each => each !== to);
        run();
      });
      return button;
    }

    themes(form) {
      const { words } = this.page;
      return form.slice(6).split("+").filter(id => has(words.themes, id)).map(id => words.themes[id]).join(" + ");
    }

    // A paragraph without an instrument: the instruments that have it.
    which() {
      const { found, naming } = this.page, { corpus } = found.results[0];
      const links = C.having(corpus, found.locator).slice(0, MOST_INSTRUMENTS).map(slug =>
        make("li", {}, make("a", { href: `${naming.page(slug, found.locator)}#${found.locator}` }, `${naming.label(slug)}, ${naming.paragraph(found.locator, slug)}`)));
      return links.length ? [make("p", {}, this.t("search.which")), make("ul", {}, ...links)] : [];
    }

    // Little or nothing was found: which words stand nowhere, terms and themes nearby, the official search.
    poor() {
      const { found, state, naming } = this.page, lines = [], themes = this.nearby();
      const terms = C.termsLike(C.fold(state.q)).map(id => naming.term(id)).filter(Boolean).slice(0, MOST_TERMS);
      const absent = found.total ? [] : found.absent.length ? found.absent : [state.q.trim()];
      if (absent.length) lines.push(make("p", { class: "search__absent" }, `${this.t("search.absent")} `, ...absent.flatMap(word => [make("b", { dir: "auto" }, word), " "])));
      if (terms.length) lines.push(make("p", { class: "search__terms" }, `${this.t("search.terms.near")} `, ...terms.flatMap(({ name, href }) => [make("a", { href }, name), " · "]).slice(0, -1)));
      if (themes.length) lines.push(make("p", {}, `${this.t("search.themes")} `, ...themes.flatMap(id => [make("a", { href: `themes/${id}.html` }, this.page.words.themes[id]), " · "]).slice(0, -1)));
      lines.push(make("p", {}, make("a", { href: OFFICIAL + encodeURIComponent(C.encodable(state.q)), rel: "noreferrer" }, this.t("search.official"))));
      return lines;
    }

    // The themes that hits and what is near are about, the most frequent first.
    nearby() {
      const { found, words } = this.page, counts = new Map(), ids = Object.keys(words.themes);
      [...found.hits, ...found.near.slice(0, 10)].forEach(({ unit }) => ids.forEach((id, i) => {
        if (unit.themes[i] === "2") counts.set(id, (counts.get(id) || 0) + 1);
      }));
      return Array.from(counts.keys()).sort((a, b) => counts.get(b) - counts.get(a)).slice(0, MOST_THEMES);
    }
  }

  Object.assign(C, { Help });
})();
