// How hits are drawn: the excerpt around what was found, the names of places. Needs load.js.
(() => {
  "use strict";
  const C = globalThis.compendium;

  const LONG = 160, SHOWN = 150, LEAD = 40, MOST_LEAD = 70, TAIL = 60, START = 180;  // Chinese characters of an excerpt
  const LETTERS = 2.5;  // letters to a Chinese character

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes || {}).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  // Where the forms stand in the text of a unit: [from, to] in code points, none over another.
  function spansOf(unit, parts) {
    const folded = C.foldWithPlaces(unit.text), spans = [];
    parts.flat().filter(Boolean).forEach(form => {
      for (let at = folded.text.indexOf(form); at >= 0; at = folded.text.indexOf(form, at + form.length)) {
        spans.push([folded.from[at], folded.from[at + form.length - 1] + 1]);
      }
    });
    spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    let end = -1;
    return spans.filter(span => span[0] >= end && ((end = span[1]), true));
  }

  // From where to where a text is shown: all of a short one, else around the first place.
  function windowOf(text, spans, han) {
    const scale = han ? 1 : LETTERS, ends = han ? "，；。：" : " ", open = at => !ends.includes(text[at]);
    let start = 0, end = text.length;
    if (spans.length && text.length > LONG * scale) {
      start = Math.max(0, Math.floor(spans[0][0] - LEAD * scale));
      while (start > 0 && spans[0][0] - start < MOST_LEAD * scale && open(start - 1)) start -= 1;
      end = Math.min(text.length, Math.floor(Math.max(start + SHOWN * scale, spans[0][1] + TAIL * scale)));
    } else if (text.length > (LONG + LEAD) * scale) end = START * scale;
    if (!han) while (end < text.length && open(end)) end += 1;
    return [start, end];
  }

  // What a hit says, in the order of `C.beside`: the reading aid says that it is one; marked is what was
  // asked, in the words of each language. `parts`: what was found in the hit itself; `mark`: the words of that.
  async function passage(unit, parts, query, mark, all) {
    const units = await C.beside(unit, query);
    const lines = await Promise.all(units.map(async each => {
      const own = each === unit ? parts : [await C.formsIn(query, each.corpus.language)], line = excerpt(each, own, all);
      if (units.length > 1) line.classList.add(each === units[0] ? "item__aid" : "item__source");
      return each.aid ? [line, make("p", { class: "aid__mark" }, mark)] : [line];
    }));
    return make("div", { class: "passage" }, ...lines.flat());
  }

  // An excerpt with what was found marked; `all`: the whole text.
  function excerpt(unit, parts, all) {
    const text = Array.from(unit.text), { language } = unit.corpus, spans = spansOf(unit, parts);
    const [start, end] = all ? [0, text.length] : windowOf(text, spans, language === "zh");
    const line = make("p", { lang: language, dir: language === "ar" ? "rtl" : "ltr", class: "hit__text" }, start ? "…" : "");
    let at = start;
    spans.filter(span => span[0] >= start && span[1] <= end).forEach(([from, to]) => {
      line.append(text.slice(at, from).join(""), make("mark", {}, text.slice(from, to).join("")));
      at = to;
    });
    line.append(text.slice(at, end).join("") + (end < text.length ? "…" : ""));
    return line;
  }

  // The address of a place, with what was asked, so that it is marked there; `to`: the end of a range.
  // `aid`: the reading aid shown beside it; asked for in a page of the source's own language, it goes along.
  function address(naming, unit, query, to, aid) {
    const asked = new URLSearchParams(), { language } = unit.corpus;
    if (to) asked.set("to", to);
    if (aid && language === document.documentElement.lang) asked.set("text", `${aid.lang},${language}`);
    asked.set("mark", C.encodable(query));
    return `${naming.page(unit.slug, unit.key)}?${asked}#${unit.mark || unit.key}`;
  }

  Object.assign(C, { make, excerpt, passage, spansOf, address });
})();
