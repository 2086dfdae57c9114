// The search page: query and facets in the address line, hits in order. Needs query.js.
(() => {
  "use strict";
  const C = window.compendium;
  const words = JSON.parse(document.getElementById("search-words").textContent);
  const form = document.querySelector("[data-search]"), box = form.elements.q;
  const list = document.querySelector("[data-hits]"), more = document.querySelector("[data-more]");
  const SHOWN = 20, MOST_VALUES = 40, FACETS = ["theme", "instrument", "body", "year", "status", "part", "verb", "addressee"];
  let state = {}, found = null, naming = null, asked = 0, shown = 0;
  const themeIds = Object.keys(words.themes);

  const plural = new Intl.PluralRules(document.documentElement.lang);

  function t(key, number) { return words.strings[key].replace("{n}", number); }

  // A browser may know a kind of number that the strings do not.
  function counted(key, number) {
    const form = `${key}.${plural.select(number)}`;
    return t(form in words.strings ? form : `${key}.other`, number);
  }

  function make(name, attributes, text) {
    const element = document.createElement(name);
    Object.keys(attributes || {}).forEach(key => { element.setAttribute(key, attributes[key]); });
    if (text !== undefined) element.textContent = text;
    return element;
  }

  // --- the state, in the address line and out of it ------------------------------------------

  function readState() {
    const query = new URLSearchParams(location.search);
    state = { q: query.get("q") || "", notes: query.get("notes") === "1", without: query.getAll("without"), strength: query.get("strength") || "" };
    FACETS.forEach(facet => { state[facet] = query.get(facet) || ""; });
    box.value = state.q;
    form.elements.notes.checked = state.notes;
  }

  function writeState() {
    const query = new URLSearchParams();
    if (state.q) query.set("q", state.q);
    FACETS.concat("strength").forEach(facet => { if (state[facet]) query.set(facet, state[facet]); });
    if (state.notes) query.set("notes", "1");
    state.without.forEach(form_ => { query.append("without", form_); });
    try { history.replaceState(null, "", query.toString() ? `?${query}` : location.pathname); } catch (refused) { /* not every browser lets a file do it */ }
  }

  // --- facets -----------------------------------------------------------------------------------

  function name(facet, key) {
    if (facet === "theme") return words.themes[key];
    if (facet === "instrument") return naming.label(key);
    if (facet === "body") return words.bodies[key];
    if (facet === "status") return words.status[key];
    if (facet === "part") return words.parts[key];
    if (facet === "verb") return words.verbs[key];
    if (facet === "addressee") return words.addressees[key];
    return key;
  }

  // The values of a facet and how many hits each would leave; of very many the fullest.
  function countFacet(facet) {
    const counts = found.facets[facet] || new Map();
    let keys = Array.from(counts.keys());
    function fullest(a, b) { return counts.get(b) - counts.get(a); }
    if (facet === "year") keys.sort().reverse();
    else if (facet === "instrument" && keys.length <= MOST_VALUES) keys.reverse();  // the newest first
    else keys = keys.sort(fullest).slice(0, MOST_VALUES);
    return keys.map(key => [key, counts.get(key)]);
  }

  function drawFacets() {
    const place = document.querySelector("[data-facets]");
    place.textContent = "";
    FACETS.forEach(facet => {
      const rows = countFacet(facet);
      if (!rows.length && !state[facet]) return;
      const group = make("details", { class: "facet" });
      group.open = innerWidth > 760 && (facet === "theme" || facet === "body" || facet === "part") || Boolean(state[facet]);
      group.appendChild(make("summary", {}, words.strings[`search.facet.${facet}`]));
      if (facet === "theme") {
        const both = make("label", {}), tick = make("input", { type: "checkbox" });
        tick.checked = state.strength === "focus";
        tick.addEventListener("change", () => { state.strength = tick.checked ? "focus" : ""; run(); });
        both.append(tick, ` ${words.strings["strength.focus"]}`);
        group.appendChild(both);
      }
      const items = make("ul");
      rows.forEach(row => {
        const on = state[facet] === row[0];
        const button = make("button", { type: "button", "aria-pressed": String(on) }, `${name(facet, row[0])} `);
        button.appendChild(make("b", {}, row[1]));
        button.addEventListener("click", () => { state[facet] = on ? "" : row[0]; run(); });
        const item = make("li");
        item.appendChild(button);
        items.appendChild(item);
      });
      group.appendChild(items);
      place.appendChild(group);
    });
  }

  // --- hits ------------------------------------------------------------------------------------

  function matches(unit, parts) {
    const folded = C.foldWithPlaces(unit.text), spans = [];
    parts.forEach(forms => {
      forms.forEach(form_ => {
        let at = folded.text.indexOf(form_);
        while (at >= 0) {
          const end = at + form_.length;
          spans.push([folded.from[at], folded.from[end - 1] + 1]);
          at = folded.text.indexOf(form_, end);
        }
      });
    });
    spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return spans.filter((span, i) => i === 0 || span[0] >= spans[i - 1][1]);
  }

  function excerpt(hit) {
    const unit = hit.unit, text = Array.from(unit.text), language = unit.corpus.language, han = language === "zh";
    const spans = matches(unit, hit.parts);
    const line = make("p", { lang: language, dir: language === "ar" ? "rtl" : "ltr", class: "hit__text" });
    let start = 0;  // letters a Chinese character
    let end = text.length;
    const scale = han ? 1 : 2.5;
    function open(at) { return !(han ? "，；。：" : " ").includes(text[at]); }
    if (spans.length && text.length > 160 * scale) {
      start = Math.max(0, spans[0][0] - 40 * scale);
      while (start > 0 && spans[0][0] - start < 70 * scale && open(start - 1)) start -= 1;
      end = Math.min(text.length, Math.max(start + 150 * scale, spans[0][1] + 60 * scale));
    } else if (text.length > 200 * scale) end = 180 * scale;
    while (!han && end < text.length && open(end)) end += 1;
    if (start) line.append("…");
    let at = start;
    spans.forEach(span => {
      if (span[0] < at || span[1] > end) return;
      line.append(text.slice(at, span[0]).join(""));
      line.appendChild(make("mark", {}, text.slice(span[0], span[1]).join("")));
      at = span[1];
    });
    line.append(text.slice(at, end).join("") + (end < text.length ? "…" : ""));
    return line;
  }

  function drawHit(hit) {
    const item = make("li", { class: "hit", "data-place": hit.place, "data-lang": hit.unit.corpus.language });
    const link = make("a", { href: `resolutions/${hit.unit.slug}.html?mark=${C.encode(state.q)}#${hit.unit.mark || hit.unit.key}` });
    link.appendChild(make("b", {}, naming.label(hit.unit.slug)));
    link.append(` ${naming.paragraph(hit.unit.key, hit.unit.slug)}`);
    item.appendChild(link);
    item.appendChild(excerpt(hit));
    if (hit.unit.aid) item.appendChild(make("p", { class: "aid__mark" }, words.strings["aid.mark"]));
    const tags = make("p", { class: "hit__themes" });
    themeIds.forEach((id, i) => {
      if (hit.unit.themes[i] === "2") tags.appendChild(make("span", { class: `dot t-${id}` }, words.themes[id]));
    });
    if (tags.childNodes.length) item.appendChild(tags);
    return item;
  }

  function draw() {
    writeState();
    const total = found.total;
    list.textContent = "";
    shown = 0;
    list.setAttribute("data-total", total);
    document.querySelector("[data-count]").textContent = !state.q ? "" : total ? counted("search.count", total) : t("search.none");
    drawSuggestion();
    drawExpanded();
    drawFacets();
    more.onclick = () => { showMore(asked); };
    return showMore(asked);
  }

  function showMore(turn) {
    more.hidden = true;
    return found.more(Math.max(0, shown + SHOWN - found.hits.length)).then(hits => {
      if (turn !== asked) return;
      hits.slice(shown, shown + SHOWN).forEach(hit => { list.appendChild(drawHit(hit)); });
      shown += SHOWN;
      more.hidden = shown >= found.total;
    });
  }

  // What was taken for a slip, and whether some answers have only a part of what was asked.
  function drawSuggestion() {
    const place = document.querySelector("[data-suggestion]");
    place.textContent = "";
    if (found.suggestion) {
      const button = make("button", { type: "button", dir: "auto" }, found.suggestion);
      button.addEventListener("click", () => {
        box.value = state.q = found.suggestion;
        state.without = [];
        run();
      });
      place.append(`${t("search.suggestion")} `, button, " ");
    }
    if (found.partial) place.append(t("search.partial", found.complete));
  }

  // A form as a reader sees it: a theme by its name.
  function shownForm(form_) {
    if (form_.indexOf("theme:") !== 0) return form_;
    return form_.slice(6).split("+").map(id => words.themes[id]).join(" + ");
  }

  function drawExpanded() {
    const place = document.querySelector("[data-expanded]");
    place.textContent = "";
    const forms = found.expanded.map(each => [each.to, each.paragraphs, each.lang])
      .concat(state.without.map(each => [each, 0, "zh"]));
    if (!forms.length) return;
    place.append(`${words.strings["search.expanded"]} `);
    forms.forEach(row => {
      const on = !state.without.includes(row[0]);
      const button = make("button", { type: "button", "aria-pressed": String(on) }, shownForm(row[0]));
      if (row[0].indexOf("theme:") === 0) button.classList.add("dot", `t-${row[0].slice(6).split("+")[0]}`);
      else { button.lang = row[2]; button.dir = "auto"; }
      if (row[1]) button.appendChild(make("b", {}, ` ${row[1]}`));
      button.addEventListener("click", () => {
        if (on) state.without.push(row[0]); else state.without.splice(state.without.indexOf(row[0]), 1);
        run();
      });
      place.append(button, " ");
    });
  }

  function nothing() {
    return { total: 0, hits: [], expanded: [], facets: {}, suggestion: "", more: async () => [] };
  }

  function run() {
    const turn = asked += 1;
    if (!state.q.trim()) { found = nothing(); return draw(); }
    const options = { notes: state.notes, strength: state.strength, without: state.without, limit: SHOWN };
    FACETS.forEach(facet => { options[facet] = state[facet]; });
    return C.everywhere(state.q, options).then(answer => {
      if (turn !== asked) return null;
      found = answer;
      document.querySelector("[data-trouble]").textContent = "";
      return draw();
    }).catch(told);
  }

  let timer = 0;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { state.q = box.value; state.without = []; run(); }, 120);
  });
  form.elements.notes.addEventListener("change", () => { state.notes = form.elements.notes.checked; run(); });
  form.addEventListener("submit", event => {
    event.preventDefault();
    state.q = box.value;
    run();
  });
  // A file that does not come is named, and asked for again when the reader says so.
  function told(problem) {
    const place = document.querySelector("[data-trouble]"), again = make("button", { type: "button" }, t("search.again"));
    if (!problem.file) throw problem;
    again.addEventListener("click", () => { place.textContent = ""; start(); });
    place.replaceChildren(t("search.missing").replace("{file}", problem.file), " ", again);
  }

  async function start() {
    try {
      await C.engine();
      naming = await C.naming();
      readState();
      await run();
    } catch (problem) { told(problem); }
  }
  start();
})();
