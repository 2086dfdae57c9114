// The page of the hand-out: what is chosen stands in the address, in the browser and in a file; the
// passages come from the data of the stick. ?p=a-res-71-209.op3&text=zh,en&parts=qr,key&paper=letter,
// or ?theme=wildlife. Needs take/load.js, choice.js, exercises.js, sheet.js, qr.js and quote.js.
(() => {
  "use strict";
  const edition = window.edition, { load, choice, quote, exercises, makeElement: make } = edition, { save } = load;
  const words = JSON.parse(document.getElementById("handout-words").textContent), say = (key, values) => quote.fill(words.strings[key], values || {});
  const home = document.querySelector("[data-handout]"), form = home.querySelector("[data-form]");
  const status = home.querySelector("[data-status]"), place = home.querySelector("[data-sheet]");
  const PARTS = ["qr", "glossary", "exercises", "key"], MOST = 12, page = load.page;
  const sheet = new edition.Sheet(words, edition);
  const looks = make("style", {});
  const state = { places: [], theme: "", text: [], parts: PARTS.slice(), paper: "a4", title: "" };
  let offered = [], shown = [], told = "";

  // --- what is chosen ---------------------------------------------------------------------------------

  function fromAddress() {
    const query = new URLSearchParams(location.search);
    state.places = choice.read(query.get("p"));
    state.theme = words.themes[query.get("theme")] && !state.places.length ? query.get("theme") : "";
    if (!state.places.length && !state.theme) state.places = choice.kept();
    state.text = (query.get("text") || "").split(",").filter((code, at, all) => offered.includes(code) && all.indexOf(code) === at);
    if (!state.text.length) state.text = usual();
    if (query.has("parts")) state.parts = query.get("parts").split(",").filter(each => PARTS.includes(each));
    state.paper = query.get("paper") === "letter" ? "letter" : "a4";
    state.title = (query.get("title") || "").slice(0, 200);
  }

  // The reader's language where there is a text or an aid in it, else English; then the source.
  function usual() {
    const own = [page, "en"].find(code => offered.includes(code));
    return Array.from(new Set([own, offered[0]])).filter(Boolean);
  }

  function toAddress() {
    const query = new URLSearchParams();
    if (state.theme) query.set("theme", state.theme); else if (state.places.length) query.set("p", choice.write(state.places));
    if (state.text.join() !== usual().join()) query.set("text", state.text.join(","));
    if (state.parts.length < PARTS.length) query.set("parts", state.parts.join(","));
    if (state.paper !== "a4") query.set("paper", state.paper);
    if (state.title) query.set("title", state.title);
    try { history.replaceState(null, "", `?${query.toString().replace(/%2C/g, ",")}`); } catch (refused) { /* not every browser lets a file do it */ }
  }

  function toForm() {
    form.elements.title.value = state.title;
    form.elements.title.placeholder = heading();
    PARTS.forEach(each => { form.elements[each].checked = state.parts.includes(each); });
    form.elements.paper.value = state.paper;
    form.querySelector("[data-languages]").replaceChildren(...offered.flatMap(code => {
      const box = make("input", { type: "checkbox", name: "text", value: code });
      box.checked = state.text.includes(code);
      return [make("label", {}, box, " ", words.tongues[code]), " "];
    }));
  }

  function fromForm(event) {
    const box = event.target;
    if (box.name === "text") {
      const others = state.text.filter(code => code !== box.value);
      state.text = box.checked ? [...others, box.value] : others;
      if (!state.text.length) { state.text = [box.value]; box.checked = true; }
    }
    state.title = form.elements.title.value.trim();
    state.parts = PARTS.filter(each => form.elements[each].checked);
    state.paper = form.elements.paper.value;
    toAddress();
    draw();
  }

  const heading = () => state.title || (state.theme ? words.themes[state.theme] : say("handout.title"));

  // What a theme is mainly about, newest first: operative paragraphs of adopted texts, else any. Counted
  // is what the page of the theme counts, titles and headings too.
  async function ofTheme(id) {
    const C = await load.engine(), corpus = await C.open(offered[0]), at = corpus.manifest.themes.indexOf(id), all = [];
    let total = 0;
    for (let number = 0; number < corpus.size; number += 1) {
      const unit = C.unitOf(corpus, number);
      if (unit.themes[at] !== "2") continue;
      total += 1;
      if (["operative", "preambular"].includes(unit.part)) all.push(unit);
    }
    const asks = all.filter(unit => unit.part === "operative"), adopted = asks.filter(unit => unit.status === "adopted");
    const best = [adopted, asks, all].find(list => list.length >= Math.min(MOST, all.length) / 2) || all;
    const newest = best.map((unit, i) => [unit, i]).sort((a, b) => b[0].year - a[0].year || a[1] - b[1]).map(([unit]) => unit);
    told = say("handout.some", { n: Math.min(MOST, newest.length), total });
    return newest.slice(0, MOST).map(unit => `${unit.slug}#${unit.key}`);
  }

  // --- what is drawn -------------------------------------------------------------------------------------

  async function gather(places) {
    const naming = await (await load.engine()).naming(), menuWords = await load.words();
    const columns = await Promise.all(state.text.map(code => load.units(code, places)));
    const slugs = Array.from(new Set(places.map(each => each.split("#")[0]))).filter(slug => naming.label(slug));
    const sources = new Map(await Promise.all(slugs.map(async slug => [slug, await load.references(slug).catch(() => null)])));
    return places.map((each, at) => {
      const [slug, key] = each.split("#"), data = sources.get(slug);
      const texts = columns.map((column, i) => column[at] && { ...column[at], lang: state.text[i] }).filter(text => text && text.text);
      if (!data || !texts.length) return null;
      const where = { first: key, last: key, web: quote.webRoot(menuWords, load.root) }, style = quote.styleOf(data, menuWords.first, page);
      return {
        place: each, slug, key, texts, data, name: `${naming.label(slug)}${words.comma}${naming.paragraph(key, slug)}`,
        reference: style ? quote.reference(data, style, key, key) : quote.escape(data.symbol),
        link: quote.link(data, menuWords, where).href, code: quote.code(data, menuWords, where)
      };
    }).filter(Boolean);
  }

  // The terms of the dictionary that the words of the passages are.
  async function termsOf(places) {
    const names = await load.names();
    const units = await load.units(offered[0], places), used = new Set(), byForm = new Map();
    names.terms.forEach(row => row[1].forEach(form => { byForm.set(form, row); }));
    units.filter(Boolean).forEach(unit => {
      let at = 0;
      const signs = Array.from(unit.text);
      unit.lengths.forEach(length => { const row = byForm.get(signs.slice(at, at += length).join("")); if (row) used.add(row); });
    });
    return Array.from(used, row => ({ names: row[2], unconfirmed: row[3] }));
  }

  async function exercisesOf(passages) {
    const lang = state.text[0], C = await load.engine(), corpus = await C.open(lang);
    const material = new Map(await Promise.all(Array.from(new Set(passages.map(each => each.slug)), async slug => [slug, await load.material(slug)])));
    const own = passages.map((each, at) => {
      const text = each.texts.find(one => one.lang === lang), found = (material.get(each.slug) || {})[lang] || { leads: {}, treaties: {} };
      return text && { n: at + 1, slug: each.slug, key: each.key, name: each.name, lang, part: text.part, text: text.text, lead: found.leads[each.key], treaties: found.treaties[each.key] || [] };
    }).filter(Boolean);
    const next = exercises.numbers(choice.write(passages.map(each => each.place)));
    const most = own.map(each => each.slug).sort((a, b) => own.filter(one => one.slug === b).length - own.filter(one => one.slug === a).length)[0];
    const preamble = most ? await preambleOf(C, corpus, most) : [];
    const other = lang === page ? ["en", "zh"].find(code => code !== lang) : page;
    return [
      exercises.fill(own, next), exercises.match(own, await load.treaties(), [lang, other], next),
      exercises.order(preamble.map(text => ({ text, lang })), most && (await C.naming()).label(most), next),
      exercises.find(own, (clause, each) => standsOnce(C, corpus, clause, each), next), exercises.judge(own, next)
    ].filter(Boolean);
  }

  async function preambleOf(C, corpus, slug) {
    const keys = corpus.keys.map((key, number) => [key, number]).filter(([key, number]) => /^pp\d+$/.test(key) && C.unitOf(corpus, number).slug === slug);
    await C.readTexts(corpus, keys.map(([, number]) => number));
    return keys.map(([, number]) => load.taken(C.unitOf(corpus, number)).text);
  }

  // Whether no other paragraph that is at hand has these words; of a small corpus that is every one.
  function standsOnce(C, corpus, clause, each) {
    for (let number = 0; number < corpus.size; number += 1) {
      if (!corpus.rows[number]) continue;
      const unit = C.unitOf(corpus, number);
      if ((unit.slug !== each.slug || unit.key !== each.key) && load.taken(unit).text.includes(clause)) return false;
    }
    return true;
  }

  let turn = 0;
  async function draw() {
    const own = turn += 1, places = state.theme ? await ofTheme(state.theme) : state.places;
    if (!state.theme) told = places.length ? "" : say("handout.empty");
    const passages = await gather(places);
    const terms = state.parts.includes("glossary") && passages.length ? await termsOf(places) : [];
    const tasks = state.parts.includes("exercises") ? await exercisesOf(passages) : [];
    if (own !== turn) return;
    shown = passages;
    const missing = places.filter(each => !passages.some(one => one.place === each));
    status.textContent = [told, missing.length ? say("handout.missing", { places: missing.join(", ") }) : ""].filter(Boolean).join(" ");
    const columns = Array.from(new Set([...state.text, page]));
    if (columns.length < 2) columns.push(page === "en" ? "zh" : "en");
    const spoken = passages.length ? passages[0].texts[0] : null;
    place.replaceChildren(...passages.length ? [
      make("header", { class: "sheet__head" }, make("h1", { dir: "auto" }, heading()), make("p", { class: "sheet__about" }, `${words.site} · ${words.edition}`)),
      sheet.passages(passages, state.parts.includes("qr")),
      ...terms.length ? [sheet.glossary(terms, columns)] : [],
      ...tasks.length ? [make("section", { class: "sheet__tasks" }, make("h2", {}, say("handout.exercises")), spoken && spoken.aid ? make("p", { class: "aid__mark" }, words.aid) : null, ...tasks.map(each => sheet.exercise(each)))] : [],
      ...tasks.length && state.parts.includes("key") ? [sheet.key(tasks)] : [],
      make("p", { class: "sheet__foot" }, words.source)
    ] : []);
    place.querySelectorAll(".passage").forEach((item, at) => { item.append(tools(at)); });
    looks.textContent = `${edition.sheetStyle}\n@page { size: ${state.paper === "letter" ? "letter" : "A4"}; margin: 16mm 15mm 18mm; }`;
    place.dataset.ready = String(own);
  }

  // Up and out, beside each passage on the screen. A hand-out of a theme becomes one of one's own.
  function tools(at) {
    const box = make("p", { class: "passage__tools" }), list = shown.map(each => each.place);
    const change = (name, sign, next) => {
      const button = make("button", { type: "button", "aria-label": say(name, { name: shown[at].name }), title: say(name, { name: shown[at].name }) }, sign);
      button.addEventListener("click", () => { state.title = state.title || (state.theme ? words.themes[state.theme] : ""); state.theme = ""; take(next); });
      box.append(button);
    };
    if (at) change("handout.up", "↑", [...list.slice(0, at - 1), list[at], list[at - 1], ...list.slice(at + 1)]);
    change("handout.remove", "×", list.filter((nothing, i) => i !== at));
    return box;
  }

  function take(places) {
    state.places = choice.keep(places);
    toForm();
    toAddress();
    return run();
  }

  function run() {
    return draw().catch(problem => { status.textContent = say("handout.failed", { file: problem.file || problem.message }); });
  }

  // --- what is carried away -----------------------------------------------------------------------------------

  function wholePage() {
    const copy = place.cloneNode(true), side = document.documentElement;
    copy.querySelectorAll(".passage__tools").forEach(each => { each.remove(); });
    const title = make("title", {}, heading()).outerHTML;
    return `<!doctype html>\n<html lang="${side.lang}" dir="${side.dir || "ltr"}">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width,initial-scale=1">\n${title}\n<style>${looks.textContent}</style>\n${copy.outerHTML}\n</html>\n`;
  }

  function choiceFile() {
    return `${JSON.stringify({ type: "hand-out", version: 1, edition: words.edition, title: heading(), places: shown.map(each => each.place), references: shown.map(each => quote.plain(each.reference)), text: state.text, parts: state.parts, paper: state.paper }, null, 1)}\n`;
  }

  async function open(file) {
    let found = null;
    try { found = JSON.parse(await file.text()); } catch (bad) { /* told below */ }
    if (!found || found.type !== "hand-out" || !Array.isArray(found.places)) { status.textContent = say("handout.bad"); return; }
    const known = (list, from) => (Array.isArray(list) ? list : []).filter((each, at, all) => from.includes(each) && all.indexOf(each) === at);
    const text = known(found.text, offered);
    Object.assign(state, { theme: "", text: text.length ? text : usual(), parts: known(found.parts, PARTS), paper: found.paper === "letter" ? "letter" : "a4", title: String(found.title || "").slice(0, 200) });
    await take(choice.sound(found.places));
  }

  // BibTeX, RIS or CSL-JSON of the texts in the hand-out.
  function references(kind) {
    const texts = Array.from(new Set(shown.map(each => each.data)), data => data.exports[page][kind]);
    const [ending, type] = [["bib", "application/x-bibtex"], ["ris", "application/x-research-info-systems"], ["csl.json", "application/vnd.citationstyles.csl+json"]][kind];
    const whole = kind === 2 ? `${JSON.stringify(texts.flatMap(text => JSON.parse(text)), null, 1)}\n` : texts.join(kind ? "" : "\n");
    save(`hand-out.${ending}`, whole, type);
  }

  form.addEventListener("change", event => { if (event.target.type !== "file") fromForm(event); });
  form.addEventListener("submit", event => { event.preventDefault(); });
  home.querySelector("[data-print]").addEventListener("click", () => { print(); });
  home.querySelector("[data-page]").addEventListener("click", () => { save("hand-out.html", wholePage(), "text/html"); });
  home.querySelector("[data-save]").addEventListener("click", () => { save("hand-out.json", choiceFile(), "application/json"); });
  home.querySelector("[data-clear]").addEventListener("click", () => { state.theme = ""; take([]); });
  home.querySelector("[data-open]").addEventListener("change", event => { if (event.target.files[0]) open(event.target.files[0]); event.target.value = ""; });
  home.querySelectorAll("[data-export]").forEach(button => { button.addEventListener("click", () => { references(Number(button.dataset.export)); }); });

  async function start() {
    document.head.append(looks);
    const C = await load.engine(), { texts, aids } = await C.languages();
    offered = Array.from(new Set([...texts, ...aids]));
    fromAddress();
    if (state.places.length) choice.keep(state.places);
    toForm();
    await draw();
  }
  start().catch(problem => { status.textContent = say("handout.failed", { file: problem.file || problem.message }); });
})();
