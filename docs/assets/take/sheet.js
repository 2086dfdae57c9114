// Draws a hand-out: passages with number, source and QR, a glossary, exercises and their key. Given
// what take/handout.js has gathered, it makes elements and asks for nothing. Needs quote.js.
(() => {
  "use strict";

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes || {}).forEach(([key, value]) => { if (value) element.setAttribute(key, value); });
    element.append(...children.filter(each => each !== null && each !== ""));
    return element;
  }

  class Sheet {
    // words: what the page brought; quote: edition.quote; qr: edition.qr
    constructor(words, tools) { Object.assign(this, { words, ...tools }); }

    say(key, values) { return this.quote.fill(this.words.strings[key], values || {}); }

    run(text, language, name, className) {
      return make(name || "span", { lang: language, dir: this.words.dirs[language], class: className }, text);
    }

    dots(text, more, language) { return more ? text + (this.words.ellipsis[language] || ["", " …"])[1] : text; }

    passages(passages, withQr) {
      return make("ol", { class: "sheet__passages" }, ...passages.map(each => {
        const item = make("li", { class: "passage", "data-place": each.place });
        const body = make("div", { class: "passage__body" });
        each.texts.forEach(text => {
          body.append(make("div", { class: "passage__text" }, text.aid ? make("p", { class: "aid__mark" }, this.words.aid) : null,
            this.run(text.text, text.lang, "p", "passage__words")));
        });
        const source = make("p", { class: "passage__source" });
        source.innerHTML = each.reference;   // made by the build: words, and <i>
        if (each.link) source.append(" ", make("span", { class: "passage__link", dir: "ltr" }, each.link));
        body.append(source);
        item.append(body);
        if (withQr && each.code) {
          const code = make("div", { class: "passage__qr", role: "img", "aria-label": `QR ${each.name}` });
          code.innerHTML = this.qr.drawing(each.code);
          item.append(code);
        }
        return item;
      }));
    }

    glossary(terms, languages) {
      const head = make("tr", {}, ...languages.map(code => make("th", { scope: "col" }, this.words.tongues[code])));
      const rows = terms.map(term => make("tr", {}, ...languages.map(code => make("td", { lang: code, dir: this.words.dirs[code] },
        term.names[code] || "", term.names[code] && term.unconfirmed.includes(code) ? make("i", { class: "ours" }, " *") : null))));
      const starred = terms.some(term => languages.some(code => term.names[code] && term.unconfirmed.includes(code)));
      return make("section", { class: "sheet__glossary" }, make("h2", {}, this.say("handout.glossary")),
        make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)), starred ? make("p", { class: "ours" }, `* ${this.words.unconfirmed}`) : null);
    }

    // --- exercises -----------------------------------------------------------------------------------

    exercise(found) {
      const told = { name: found.name ? this.isolated(found.name) : "" };
      return make("section", { class: "exercise" }, make("h3", {}, this.say(`exercise.${found.kind}`, told)), ...this[found.kind](found));
    }

    isolated(name) { return `\u2068${name}\u2069`; }

    list(items) { return make("ol", {}, ...items.map(each => make("li", {}, ...[each].flat()))); }

    lettered(items) { return make("ol", { class: "exercise__letters" }, ...items.map(each => make("li", {}, ...[each].flat()))); }

    fill(found) {
      const bank = make("p", { class: "exercise__bank" }, `${this.say("exercise.bank")} `);
      found.bank.forEach((verb, at) => bank.append(at ? " · " : "", this.run(verb, found.lang)));
      return [bank, this.list(found.items.map(each => {
        const line = this.run(each.before, each.lang);
        line.append(make("span", { class: "blank", "aria-label": "…" }, "\u00a0"), this.dots(each.after, each.more, each.lang));
        return line;
      }))];
    }

    match(found) {
      return [make("div", { class: "exercise__sides" }, this.list(found.items.map(each => this.run(each, found.lang))),
        this.lettered(found.options.map(each => this.run(each, found.other))))];
    }

    order(found) { return [this.lettered(found.items.map(each => this.run(this.dots(each.text, each.more, each.lang), each.lang))), make("p", { class: "blanks" }, found.items.map(() => "____").join("  "))]; }

    find(found) { return [this.list(found.items.map(each => [this.run(`${this.dots("", true, each.lang)}${each.text}${this.dots("", true, each.lang)}`, each.lang), make("span", { class: "blank blank--long" }, "\u00a0")]))]; }

    judge(found) {
      return [this.list(found.items.map(each => [make("b", {}, each.name), this.words.colon, this.run(this.dots(each.text, each.more, each.lang), each.lang),
        make("span", { class: "exercise__boxes" }, `☐ ${this.say("exercise.true")}  ☐ ${this.say("exercise.false")}`)]))];
    }

    key(all) {
      const lines = {
        fill: each => [this.run(each.text, each.lang)], match: each => [each], order: each => [each], find: each => [each],
        judge: each => each.is ? [this.say("exercise.true")] : [`${this.say("exercise.false")}${this.words.colon}`, this.run(each.text, each.lang)]
      };
      return make("section", { class: "sheet__key" }, make("h2", {}, this.say("handout.key")), ...all.flatMap(found => [
        make("h3", {}, this.say(`exercise.${found.kind}`, { name: found.name ? this.isolated(found.name) : "" })),
        found.kind === "order" ? make("p", {}, found.key.join(" ")) : this.list(found.key.map(lines[found.kind]))]));
    }
  }

  Object.assign(window.edition, { Sheet, makeElement: make });
})();
