// The names of a term in six languages: a tap on it in the text, or its button below the
// paragraph. The text itself is never touched. Needs edition.js and take/load.js.
(() => {
  "use strict";
  const edition = window.edition, template = document.getElementById("term-names");
  if (!template) return;
  const home = document.querySelector(".edition"), button = document.querySelector("[data-terms]");
  let loading = null;
  const byForm = new Map(), byName = new Map();  // byName: of a language, [name in lower case, row], the longest first
  let languages = [];

  // --- the names, brought by a script when first wanted -------------------------------------

  function load() {
    loading = loading || edition.load.names().then(data => {
      languages = data.languages;
      data.terms.forEach(row => {
        row[1].forEach(form => { byForm.set(form, row); });
      });
      languages.forEach(([code]) => {
        const named = data.terms.filter(row => row[2][code]).map(row => [row[2][code].toLowerCase(), row]);
        byName.set(code, named.sort((a, b) => b[0].length - a[0].length));
      });
    });
    return loading;
  }

  // --- the terms of a paragraph: words of the segmentation that are a form of one -------------

  function wordsOf(paragraph) {
    const places = edition.places(paragraph);
    let at = 0;
    return edition.lengths(paragraph).map(length => {
      const own = places.slice(at, at += length);
      const text = own.map(place => place.node.data.slice(place.offset, place.end));
      return { text: text.join(""), places: own };
    });
  }

  function termsOf(paragraph) {
    return wordsOf(paragraph).filter(word => byForm.has(word.text));
  }

  function rangeOf(places) {
    const range = new Range(), last = places[places.length - 1];
    range.setStart(places[0].node, places[0].offset);
    range.setEnd(last.node, last.end);
    return range;
  }

  function light(name, ranges) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.set(name, new Highlight(...ranges));
  }

  // --- the pop-up ---------------------------------------------------------------------------------

  function open(row, form, range, from, box, by) {
    const unconfirmed = row[3], made = template.content.cloneNode(true);
    languages.forEach(language => {
      const name = row[2][language[0]];
      if (!name) return;
      const title = document.createElement("dt"), line = document.createElement("dd");
      title.textContent = language[1];
      line.textContent = name;
      title.lang = line.lang = language[0];
      title.dir = line.dir = language[2];
      const mark = document.createElement("i");
      mark.className = "ours";
      mark.textContent = "*";
      if (unconfirmed.includes(language[0])) line.append(mark);
      made.querySelector("dl").append(title, line);
    });
    if (!unconfirmed.length) made.querySelector("p.ours").remove();
    made.querySelector("a").href = template.dataset.root + row[0];
    made.querySelector("button").addEventListener("click", () => { edition.closePop(true); });
    edition.showPop(Array.from(made.childNodes), form, from, box, by);
    light("term", [range]);
  }

  document.addEventListener("popclosed", () => { light("term", []); });

  // --- a tap in the text -----------------------------------------------------------------------------

  function holds(box, x, y) {
    const leading = box.height / 2;   // the space between lines is the line's
    return x >= box.left && x <= box.right && y >= box.top - leading && y <= box.bottom + leading;
  }

  // Where in the text a point of the window lies.
  function caretAt(x, y) {
    const caret = document.caretPositionFromPoint ? document.caretPositionFromPoint(x, y) : document.caretRangeFromPoint(x, y);
    return { node: caret && (caret.offsetNode || caret.startContainer), offset: caret && (caret.offsetNode ? caret.offset : caret.startOffset) };
  }

  // The term of a reading aid under a point: one of the names we list in its language.
  function nameAt(paragraph, x, y) {
    const { node, offset } = caretAt(x, y), places = edition.places(paragraph);
    const at = places.findIndex(place => place.node === node && (place.offset === offset || place.end === offset));
    const text = places.map(place => place.node.data.slice(place.offset, place.end)).join("").toLowerCase();
    const letter = sign => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
    for (const [name, row] of at < 0 ? [] : byName.get(paragraph.lang) || []) {
      for (let from = text.indexOf(name); from >= 0 && from <= at; from = text.indexOf(name, from + 1)) {
        const end = from + name.length;
        if (at > end || letter(text[from - 1]) || letter(text[end])) continue;
        const range = rangeOf(places.slice(from, end)), boxes = Array.from(range.getClientRects());
        const box = boxes.find(each => holds(each, x, y));
        if (box) return { row, text: text.slice(from, end), range, box };
      }
    }
    return null;
  }

  // The word of a paragraph under a point of the window: {text, range, box: where a line has it}
  function wordAt(paragraph, x, y) {
    const { node, offset } = caretAt(x, y);
    const word = wordsOf(paragraph).find(each => each.places.some(place => place.node === node && (place.offset === offset || place.end === offset) &&
      holds(rangeOf([place]).getBoundingClientRect(), x, y)));
    if (!word) return null;
    const range = rangeOf(word.places), boxes = Array.from(range.getClientRects());
    return { text: word.text, range, box: boxes.find(box => holds(box, x, y)) || boxes[0] };
  }

  let clicks = 0;   // while the names load a reader may have clicked elsewhere
  document.addEventListener("click", () => { clicks += 1; }, true);

  home.addEventListener("click", event => {
    const own = clicks;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const paragraph = event.target.closest(".para__text[data-words], .col__text");
    // who chooses text to copy is left alone: a drag, the second click on a word
    if (!paragraph || event.target.closest("a") || event.detail > 1 || !getSelection().isCollapsed) return;
    const from = document.activeElement, x = event.clientX, y = event.clientY;
    const word = "words" in paragraph.dataset ? wordAt(paragraph, x, y) : null;
    if (word || !("words" in paragraph.dataset)) load().then(() => {
      const found = word ? { ...word, row: byForm.get(word.text) } : nameAt(paragraph, x, y);
      if (own === clicks && found && found.row) open(found.row, found.text, found.range, from, found.box);
    }, () => { loading = null; });
  });

  // --- the terms below each paragraph, for keyboard and screen reader ---------------------------------

  // Draws the buttons; tells where in the text the terms stand.
  function list(paragraph) {
    const seen = new Set(), line = document.createElement("p");
    line.className = "para__terms";
    line.setAttribute("role", "group");
    line.setAttribute("aria-label", template.dataset.list);
    const ranges = termsOf(paragraph).map(word => {
      const range = rangeOf(word.places);
      if (seen.has(word.text)) return range;
      seen.add(word.text);
      const one = document.createElement("button");
      one.type = "button";
      one.lang = paragraph.lang;
      one.textContent = word.text;
      one.setAttribute("aria-haspopup", "dialog");
      one.addEventListener("click", () => { open(byForm.get(word.text), word.text, range, one, one.getBoundingClientRect(), one); });
      line.append(one, " ");
      return range;
    });
    if (seen.size) paragraph.closest(".para").append(line);
    return ranges;
  }

  function show(on) {
    edition.all(".para__terms").forEach(line => { line.remove(); });
    light("terms", on ? edition.all(".para__text[data-words]").flatMap(list) : []);
  }

  if (!button) return;
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    load().then(() => {
      button.setAttribute("aria-pressed", String(on));
      show(on);
    }, () => { loading = null; });
  });
})();
