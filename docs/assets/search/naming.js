// How the language of the page names instruments and paragraphs: the rules of resolutions/web/strings.py.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { load } = C;

  // A query for an address line; half a character, which no address can hold, becomes �.
  const encodable = text => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

  const AROUND = /^(annex|s(?=\d))(\d*)$/;  // annex2, s1: what a paragraph stands in

  class Naming {
    // labels: what resolutions/search/labels.py writes for a language
    constructor(labels) { this.labels = labels; }

    fill(key, values) { return this.labels.strings[key].replace(/\{(\w+)\}/g, (whole, name) => values[name]); }

    // An instrument: A/RES/71/209.
    label(slug) { return this.labels.instruments[slug]; }

    // The page of a paragraph or note: a-res-75-239--2.html of a text that stands on several.
    page(slug, key) {
      const on = (this.labels.pages[slug] || []).findIndex(keys => ` ${keys} `.includes(` ${key} `));
      return `resolutions/${slug}${on > 0 ? `--${on + 1}` : ""}.html`;
    }

    // A term, and where the glossary has it: {id, name, href}; null where it leaves it out.
    term(id) {
      const [name, kind] = this.labels.terms[id] || ["", null];
      return kind === null ? null : { id, name, href: kind ? `terms/kind-${kind}.html#${id}` : `terms/${id}.html` };
    }

    // A paragraph or note: third preambular paragraph, paragraph 9 (a).
    paragraph(key, slug) {
      const parts = key.split("_")[0].split("-"), around = [];
      for (let found = AROUND.exec(parts[0]); found; found = AROUND.exec(parts[0] || "")) {
        const [, part, number] = found;
        around.push(part === "s" ? this.fill("section", { n: number }) : this.labels.annexes[number - 1] || this.labels.strings.annex + (number && ` ${number}`));
        parts.shift();
      }
      const [unit = "", ...items] = parts, end = items[items.length - 1] === "end";
      const own = this.unit(unit, end ? items.slice(0, -1) : items, this.labels.sole.includes(slug), this.labels.kinds[`${slug}#${key}`]);
      return [...around, end ? this.fill("end", { name: own }) : own].join(this.labels.comma);
    }

    unit(unit, list, sole, named) {
      const { labels } = this, items = list.map(item => this.fill("item", { item: labels.items[item] || item })).join("");
      const [, kind, number, again] = /^(\D*)(\d*)(bis|ter)?/.exec(unit);
      if (kind === "pp") return this.fill("preambular", { n: labels.ordinals[number - 1] || number }) + items;
      if (unit === "op") return this.fill("lettered", { items: items.trim() });
      if (unit === "op1" && sole && !list.length) return labels.strings.sole;
      if (number && (kind === "op" || kind === "p")) return this.fill("operative", { n: number + (again ? labels.strings[again] : ""), items });
      if (kind === "art") return this.fill("article", { n: unit.slice(3), items });
      if (kind === "fn" || unit === "fn") return this.fill("note", { n: number || "*" });
      return labels.strings[named || (kind === "h" && number ? "heading" : unit)] || labels.strings.unnumbered;
    }
  }

  const naming = async () => new Naming(await load("labels", document.documentElement.lang, 0));

  Object.assign(C, { encodable, naming, Naming });
})();
