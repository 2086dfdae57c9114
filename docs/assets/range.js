// A range: ?to=op7#op3 goes to op3 without this; with it, all to the end of op7 is marked;
// where op7 stands on another page of a long text, all on this page up to there. Needs edition.js, pages.js if there are pages.
(() => {
  "use strict";
  const { all, called, here, side = () => 0, way } = window.edition;

  const line = document.querySelector("[data-range]"), to = new URLSearchParams(location.search).get("to");
  if (!line || !to) return;

  // What the page calls a paragraph; a heading goes by its own words, in its own language.
  function name(paragraph) {
    const words = document.createElement("bdi"), text = paragraph.querySelector(".para__text"), own = called(paragraph);
    words.textContent = own || text.textContent.trim();
    if (!own) words.lang = text.lang;
    return words;
  }

  // The end that another page holds: that page as the contents call it, and the way to the rest of the range.
  function elsewhere() {
    const address = way(to, here()), listed = document.querySelector(`h3 a[href="${address.split("?")[0]}"]`), link = document.createElement("a");
    link.href = address;
    link.textContent = listed ? listed.textContent : to;
    return link;
  }

  // First and last may come in either order; the items of the last belong to it.
  function marked(paragraphs) {
    const ids = paragraphs.map(each => each.id), other = side(to), own = ids.indexOf(here());
    if (other && own >= 0) return other < 0 ? { from: 0, last: own, to: own, other } : { from: own, last: own, to: ids.length - 1, other };
    const ends = [own, ids.indexOf(to)].sort((a, b) => a - b);
    if (ends[0] < 0 || ends[0] === ends[1]) return null;
    let last = ends[1];
    while (last + 1 < ids.length && ids[last + 1].indexOf(`${ids[ends[1]]}-`) === 0) last += 1;
    return { from: ends[0], last: ends[1], to: last };
  }

  function mark() {
    const paragraphs = all(".para[id]"), range = marked(paragraphs);
    paragraphs.forEach((each, i) => {
      each.classList.toggle("in-range", range !== null && i >= range.from && i <= range.to);
    });
    line.hidden = !range;
    if (!range) return null;
    const first = paragraphs[range.from];
    const names = { "{first}": range.other < 0 ? elsewhere() : name(first), "{last}": range.other > 0 ? elsewhere() : name(paragraphs[range.last]) };
    const words = line.dataset.range.split(/({\w+})/).map(piece => names[piece] || piece);
    if (first.previousElementSibling !== line) first.before(line);
    // A moment later, so that the words come into a line that is there already, and are read out.
    setTimeout(() => { line.replaceChildren.apply(line, words); }, 100);
    return first;
  }

  function go() {
    const first = mark();
    if (first) first.scrollIntoView();
  }

  go();
  addEventListener("hashchange", go);
  // The browser goes to the paragraph after `#` once more when all is loaded: that may be the last one.
  addEventListener("load", () => { setTimeout(go); });
  // Paragraphs that only another text has come and go with its column.
  new MutationObserver(mark).observe(document.querySelector(".instrument .body"), { childList: true });
})();
