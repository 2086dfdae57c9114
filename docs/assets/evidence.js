// The words that earned a theme, the signs between words, and the switches that show them. Needs edition.js.
(() => {
  "use strict";
  const { all, lengths, points, textNodes } = window.edition;

  // Where the words of a theme stand, in the order of the text: as the page says or, where it says
  // nothing, wherever they occur, one occurrence behind the other (paragraph.py looks for them likewise).
  function spansOf(tag, places) {
    if (tag.dataset.spans) return tag.dataset.spans.split(" ").map(span => span.split("-").map(Number));
    const text = places.map(place => place.node.data.slice(place.offset, place.end));
    return all("q", tag).flatMap(quote => {
      const words = Array.from(quote.textContent), found = [];
      for (let at = 0; at + words.length <= text.length;) {
        const here = words.every((sign, i) => text[at + i] === sign);
        if (here) found.push([at, at + words.length]);
        at += here ? words.length : 1;
      }
      return found;
    }).sort((one, other) => one[0] - other[0]);
  }

  function showEvidence() {
    if (!window.Highlight || !CSS.highlights) return;
    const marks = new Highlight();
    all("details.tag[open]").forEach(tag => {
      const paragraph = tag.closest(".para").querySelector(".para__text");
      const places = points(textNodes(paragraph));
      spansOf(tag, places).forEach(edges => {
        const first = places[edges[0]], last = places[edges[1] - 1];
        if (!first || !last) return;
        const range = new Range();
        range.setStart(first.node, first.offset);
        range.setEnd(last.node, last.end);
        marks.add(range);
      });
    });
    CSS.highlights.set("evidence", marks);
  }

  document.addEventListener("toggle", event => {
    if (event.target.matches && event.target.matches("details.tag")) showEvidence();
  }, true);

  const MARK = /[\p{P}\p{Z}]/u;

  const sign = place => place.node.data.slice(place.offset, place.end);

  function markWords(paragraph) {
    const places = points(textNodes(paragraph));
    let at = 0;
    const edges = [];
    lengths(paragraph).forEach(length => {
      at += length;
      // beside a mark of punctuation no bar is drawn: nothing is to be told apart there
      if (at < places.length) edges.push([places[at], MARK.test(sign(places[at - 1]) + sign(places[at]))]);
    });
    edges.reverse().forEach(([place, quiet]) => {
      const node = place.offset ? place.node.splitText(place.offset) : place.node;
      const bar = document.createElement("i");
      bar.className = quiet ? "wb wb--mark" : "wb";
      node.parentNode.insertBefore(bar, node);
    });
  }

  const tools = {
    words(on) {
      all(".wb").forEach(sign => {
        const parent = sign.parentNode;
        parent.removeChild(sign);
        parent.normalize();
      });
      if (on) all(".para__text[data-words]").forEach(markWords);
      showEvidence();
    },
    themes(on) {
      document.body.classList.toggle("without-themes", !on);
    }
  };

  function keep(name, on) {
    try { localStorage.setItem(name, on ? "on" : "off"); } catch (refused) { /* not kept, not needed */ }
  }

  function kept(name) {
    try { return localStorage.getItem(name); } catch (refused) { return null; }
  }

  all("button[data-toggle]").forEach(button => {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      tools[button.dataset.toggle](on);
      keep(button.dataset.toggle, on);
    });
    const chosen = kept(button.dataset.toggle), pressed = button.getAttribute("aria-pressed") === "true";
    if (chosen && (chosen === "on") !== pressed) {
      button.setAttribute("aria-pressed", String(!pressed));
      tools[button.dataset.toggle](!pressed);
    }
  });
})();
