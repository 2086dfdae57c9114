// The page on which a quotation is checked. ?q=… fills it in. Needs compare/check.js.
(() => {
  "use strict";
  const C = globalThis.compendium, form = document.querySelector("[data-check]");
  const words = JSON.parse(document.getElementById("check-words").textContent);
  const part = (name) => document.querySelector(`[data-${name}]`);
  const TAGS = { added: "ins", dropped: "del" };

  function element(name, text, properties) {
    return Object.assign(document.createElement(name), { textContent: text }, properties);
  }

  function marked(differences, language) {
    const line = element("p", "", { className: "row__text", lang: language, dir: language === "ar" ? "rtl" : "ltr" });
    line.append(...differences.map(([kind, text]) => (TAGS[kind] ? element(TAGS[kind], text) : text)));
    return line;
  }

  function placeLine(each, naming) {
    const [slug, key] = each.place.split("#"), line = element("li", "");
    const link = element("a", "", { href: `${naming.page(slug, key)}#${key}` });
    link.append(element("bdi", naming.label(slug)), words.comma + naming.paragraph(key, slug));
    line.append(link);
    if (each.score < 1) line.append(" ", element("small", words.alike.replace("{n}", String(Math.round(each.score * 100)))));
    if (each.aid && each.score < 1) line.append(element("br", ""), element("small", words.mark));   // else the verdict says so
    return line;
  }

  // How the reference styles of the build cite a place, in the words of the page; an aid is never cited.
  async function reference(place) {
    if (document.readyState === "loading") await new Promise((done) => { document.addEventListener("DOMContentLoaded", done, { once: true }); });
    const { load } = window.edition, [slug, key] = place.split("#");
    const [menu, data] = await Promise.all([load.words(), load.references(slug), load.script("assets/quote.js")]);
    const { quote } = window.edition, style = quote.styleOf(data, menu.first, load.page);
    return style ? quote.reference(data, style, key, key) : "";
  }

  function cite(line, place) {
    reference(place).then((html) => {
      const source = element("cite", "", { className: "check__reference", innerHTML: html });   // made by the build: words, and <i>
      if (html) line.append(element("br", ""), source);
    }, () => { /* the name of the place stands there already */ });
  }

  function show(found, naming) {
    const verdict = part("verdict"), body = part("found");
    verdict.textContent = found.short ? words.short : words[found.verdict];
    verdict.dataset.state = found.short ? "short" : found.verdict;
    body.replaceChildren();
    if (found.places.length) {
      const list = element("ul", "", { className: "check__places" });
      list.append(...found.places.map((each) => placeLine(each, naming)));
      Array.from(list.children).forEach((line, at) => { if (!found.places[at].aid) cite(line, found.places[at].place); });
      body.append(list);
    }
    if (found.verdict === "near") body.append(element("h3", words.differences), marked(found.differences, found.places[0].language));
    if (found.adopted) {
      const list = element("ul", "", { className: "check__places" });
      list.append(placeLine(found.adopted, naming));
      cite(list.firstChild, found.adopted.place);
      body.append(element("h3", words.adopted), list, marked(found.adopted.differences, found.adopted.language));
    }
    part("legend").hidden = found.verdict !== "near" && !found.adopted;
  }

  async function check() {
    const text = form.elements.q.value;
    if (!text.trim()) return;
    part("verdict").textContent = words.searching;
    part("verdict").dataset.state = "";
    try {
      const found = await C.check(text), naming = await C.naming();
      show(found, naming);
    } catch (failed) {
      part("verdict").textContent = words.failed;
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = new URLSearchParams({ q: form.elements.q.value.slice(0, 1500) });
    try { history.replaceState(null, "", `?${wanted}`); } catch (refused) { /* it is checked all the same */ }
    check();
  });
  const wanted = new URLSearchParams(location.search).get("q");
  if (wanted) {
    form.elements.q.value = wanted;
    check();
  }
})();
