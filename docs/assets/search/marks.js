// Marks on the page that a reader comes to from a search: ?mark=… says what was asked. A line tells how
// many there are and leads from one to the next. Needs load.js.
(() => {
  "use strict";
  const C = globalThis.compendium;
  const wanted = new URLSearchParams(location.search).get("mark");
  const AROUND = 12;  // characters of the list beside a hit

  // The ranges of a paragraph where one of the forms stands, none over another, in order.
  function rangesIn(paragraph, forms) {
    const places = [], walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(".note-mark, .flaw-mark, .flaw, .back, .resolved")) continue;
      let offset = 0;
      for (const character of node.data) {
        places.push([node, offset, offset + character.length, character]);
        offset += character.length;
      }
    }
    const text = places.map(place => place[3]).join("");
    let end = -1;
    return C.spansOf({ text }, [forms]).filter(([from, to]) => from >= end && (end = to)).map(([from, to]) => {
      const range = new Range();
      range.setStart(places[from][0], places[from][1]);
      range.setEnd(places[to - 1][0], places[to - 1][2]);
      return { range, paragraph, around: [from, to].map((at, i) => i ? text.slice(at, at + AROUND) : text.slice(Math.max(0, at - AROUND), at)), text: range.toString() };
    });
  }

  function bar(hits, words) {
    const line = C.make("nav", { class: "found", "aria-label": words["hit.list"] }), status = C.make("span", { role: "status" });
    let at = -1;
    const go = to => {
      at = (to + hits.length) % hits.length;
      status.textContent = words.hit.replace("{n}", at + 1).replace("{m}", hits.length);
      CSS.highlights.set("current", new Highlight(hits[at].range));
      const box = hits[at].range.getBoundingClientRect();
      scrollTo({ top: scrollY + box.top - innerHeight / 3 });
    };
    const step = (name, sign, by) => {
      const button = C.make("button", { type: "button", "aria-label": words[name], title: words[name] }, sign);
      button.addEventListener("click", () => go(at < 0 && by < 0 ? hits.length - 1 : at + by));
      return button;
    };
    const rows = hits.map((hit, i) => {
      const button = C.make("button", { type: "button" }, `…${hit.around[0]}`, C.make("mark", {}, hit.text), `${hit.around[1]}…`);
      button.addEventListener("click", () => go(i));
      return C.make("li", { lang: hit.paragraph.closest("[lang]").lang }, button);
    });
    status.textContent = words.hit.replace("{n}", "–").replace("{m}", hits.length);
    line.append(step("hit.previous", "↑", -1), step("hit.next", "↓", 1), status, C.make("details", {}, C.make("summary", {}, words["hit.list"]), C.make("ol", {}, ...rows)));
    return line;
  }

  async function mark() {
    await C.engine();
    const [forms, naming] = await Promise.all([C.forms(wanted), C.naming()]);
    const hits = Array.from(document.querySelectorAll(".para__text, .col__text, .notes li > [lang]")).flatMap(paragraph => rangesIn(paragraph, forms));
    CSS.highlights.set("found", new Highlight(...hits.map(hit => hit.range)));
    const body = document.querySelector(".instrument");
    if (hits.length > 1 && body) document.body.append(bar(hits, naming.labels.search));
  }

  if (wanted && window.Highlight && CSS.highlights) mark().catch(problem => { if (!problem.file) throw problem; });
})();
