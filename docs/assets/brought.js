// What a page quotes in the languages that it lacks: our reading aid, the text that it renders. The page says
// which, data-brought="zh en"; what is quoted is what its line leads to. Needs take/load.js.
(() => {
  "use strict";
  const { all, load } = window.edition, home = document.querySelector(".edition[data-brought]");
  if (!home) return;
  const LINE = "tr[data-themes], .row[data-before], .row[data-place], .row[data-relation]", TAGS = { added: "ins", dropped: "del" };

  // "resolutions/a-res-71-209.html#op37": the place that a line is about.
  function placeOf(line) {
    const way = new URL(line.querySelector("a").href);
    return `${way.pathname.split("/").pop().replace(/(--\d+)?\.html$/, "")}${way.hash}`;
  }

  // Where the words of a line go: a cell of a table, else the line itself.
  function boxOf(line) {
    const own = line.querySelector(".passage");
    if (own) return own;
    const box = document.createElement("div"), cell = line.tagName === "TR" ? line.cells[2] || line.insertCell() : line;
    box.className = "passage";
    box.append(...all("p[lang]", cell));
    cell.append(box);
    return box;
  }

  // The words, and what was dropped and added since the wordings that they go on from. What is dropped has
  // no later words: its place is the old one.
  function pieces(unit, before, relation) {
    if (!before.length && relation !== "new") return [unit.text];
    const C = window.compendium, wordsOf = each => C.words(each.text, each.lengths);
    return C.changes(before.flatMap(wordsOf), relation === "dropped" ? [] : wordsOf(unit))
      .map(([kind, text]) => TAGS[kind] ? Object.assign(document.createElement(TAGS[kind]), { textContent: text }) : text);
  }

  function draw({ line, place }, unit, language, before) {
    const words = document.createElement("p");
    words.className = `${line.tagName === "TR" ? "" : "row__text "}${unit.aid ? "item__aid" : "item__source"}`;
    words.lang = language;
    words.dir = language === "ar" ? "rtl" : "ltr";
    words.append(...pieces(unit, before, line.dataset.relation));
    boxOf(line)[unit.aid ? "prepend" : "append"](words);
    line.dataset.place = place;
  }

  // A line with a text of the UN in the reader's language wants no other.
  const serves = line => all("p[lang]", line).every(each => each.matches(".item__aid"));

  async function bring(language, lines) {
    const olds = Array.from(new Set(lines.flatMap(each => each.before)));
    const units = await load.units(language, [...lines.map(each => each.place), ...olds]);
    const old = new Map(olds.map((place, at) => [place, units[lines.length + at]])), held = place => old.get(place) && old.get(place).text;
    return () => { lines.forEach((each, at) => {
      if (units[at] && units[at].text && each.before.every(held)) draw(each, units[at], language, each.before.map(place => old.get(place)));
    }); };
  }

  async function begin() {
    const lines = all(LINE, home).filter(serves)
      .map(line => ({ line, place: placeOf(line), before: (line.dataset.before || "").split(" ").filter(Boolean) }));
    if (lines.some(({ line, before }) => before.length || line.dataset.relation === "new")) await load.script("assets/compare/changes.js");
    const drawn = await Promise.all(home.dataset.brought.split(" ").map(language => bring(language, lines)));
    drawn.forEach(each => { each(); });
    all("[data-unbrought]", home).forEach(each => { each.removeAttribute("data-unbrought"); });
  }
  // Where a file does not come, the page stays as it was.
  begin().catch(() => {}).finally(() => { home.removeAttribute("data-awaits"); });
})();
