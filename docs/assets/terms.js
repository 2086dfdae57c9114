// The names of a term in six languages: a tap on it in the text, or its button below the
// paragraph. The text itself is never touched. Needs edition.js.
(function () {
  "use strict";
  var edition = window.edition, template = document.getElementById("term-names");
  if (!template) return;
  var home = document.querySelector(".edition"), button = document.querySelector("[data-terms]");
  var loading = null, byForm = new Map(), languages = [];

  // --- the names, brought by a script when first wanted -------------------------------------

  function load() {
    loading = loading || new Promise(function (done, fail) {
      var script = document.createElement("script");
      edition.names = function (data) {
        languages = data.languages;
        data.terms.forEach(function (row) {
          row[1].forEach(function (form) { byForm.set(form, row); });
        });
        done();
      };
      script.onerror = fail;
      script.src = template.dataset.script;
      document.head.appendChild(script);
    });
    return loading;
  }

  // --- the terms of a paragraph: words of the segmentation that are a form of one -------------

  function wordsOf(paragraph) {
    var places = edition.places(paragraph), at = 0;
    return edition.lengths(paragraph).map(function (length) {
      var own = places.slice(at, at += length);
      var text = own.map(function (place) { return place.node.data.slice(place.offset, place.end); });
      return { text: text.join(""), places: own };
    });
  }

  function termsOf(paragraph) {
    return wordsOf(paragraph).filter(function (word) { return byForm.has(word.text); });
  }

  function rangeOf(places) {
    var range = new Range(), last = places[places.length - 1];
    range.setStart(places[0].node, places[0].offset);
    range.setEnd(last.node, last.end);
    return range;
  }

  function light(name, ranges) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.set(name, new Highlight(...ranges));
  }

  // --- the pop-up ---------------------------------------------------------------------------------

  function open(form, range, from, box) {
    var row = byForm.get(form), unconfirmed = row[3], made = template.content.cloneNode(true);
    languages.forEach(function (language) {
      var name = row[2][language[0]];
      if (!name) return;
      var title = document.createElement("dt"), line = document.createElement("dd");
      title.textContent = language[1];
      line.textContent = name;
      title.lang = line.lang = language[0];
      title.dir = line.dir = language[2];
      var mark = document.createElement("i");
      mark.className = "ours";
      mark.textContent = "*";
      if (unconfirmed.indexOf(language[0]) >= 0) line.append(mark);
      made.querySelector("dl").append(title, line);
    });
    if (!unconfirmed.length) made.querySelector("p.ours").remove();
    made.querySelector("a").href = template.dataset.root + row[0];
    made.querySelector("button").addEventListener("click", function () { edition.closePop(true); });
    edition.showPop(Array.from(made.childNodes), form, from, box);
    light("term", [range]);
  }

  document.addEventListener("popclosed", function () { light("term", []); });

  // --- a tap in the text -----------------------------------------------------------------------------

  function holds(box, x, y) {
    var leading = box.height / 2;   // the space between lines is the line's
    return x >= box.left && x <= box.right && y >= box.top - leading && y <= box.bottom + leading;
  }

  // The word of a paragraph under a point of the window: {text, range, box: where a line has it}
  function wordAt(paragraph, x, y) {
    var caret = document.caretPositionFromPoint ? document.caretPositionFromPoint(x, y) : document.caretRangeFromPoint(x, y);
    var node = caret && (caret.offsetNode || caret.startContainer);
    var offset = caret && (caret.offsetNode ? caret.offset : caret.startOffset);
    var word = wordsOf(paragraph).find(function (each) {
      return each.places.some(function (place) {
        return place.node === node && (place.offset === offset || place.end === offset) &&
          holds(rangeOf([place]).getBoundingClientRect(), x, y);
      });
    });
    if (!word) return null;
    var range = rangeOf(word.places), boxes = Array.from(range.getClientRects());
    return { text: word.text, range: range, box: boxes.find(function (box) { return holds(box, x, y); }) || boxes[0] };
  }

  var taps = 0;

  home.addEventListener("click", function (event) {
    var own = taps += 1;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    var paragraph = event.target.closest(".para__text[data-words]");
    // who chooses text to copy is left alone: a drag, the second click on a word
    if (!paragraph || event.target.closest("a") || event.detail > 1 || !getSelection().isCollapsed) return;
    var from = document.activeElement, found = wordAt(paragraph, event.clientX, event.clientY);
    if (found) load().then(function () {
      if (own === taps && byForm.has(found.text)) open(found.text, found.range, from, found.box);
    }, function () { loading = null; });
  });

  // --- the terms below each paragraph, for keyboard and screen reader ---------------------------------

  // Draws the buttons; tells where in the text the terms stand.
  function list(paragraph) {
    var seen = new Set(), line = document.createElement("p");
    line.className = "para__terms";
    line.setAttribute("role", "group");
    line.setAttribute("aria-label", template.dataset.list);
    var ranges = termsOf(paragraph).map(function (word) {
      var range = rangeOf(word.places);
      if (seen.has(word.text)) return range;
      seen.add(word.text);
      var one = document.createElement("button");
      one.type = "button";
      one.lang = paragraph.lang;
      one.textContent = word.text;
      one.setAttribute("aria-haspopup", "dialog");
      one.addEventListener("click", function (event) {
        event.preventDefault();   // edition.js closes what a click elsewhere would
        open(word.text, range, one, one.getBoundingClientRect());
      });
      line.append(one, " ");
      return range;
    });
    if (seen.size) paragraph.closest(".para").append(line);
    return ranges;
  }

  function show(on) {
    edition.all(".para__terms").forEach(function (line) { line.remove(); });
    light("terms", on ? edition.all(".para__text[data-words]").flatMap(list) : []);
  }

  if (!button) return;
  button.addEventListener("click", function () {
    var on = button.getAttribute("aria-pressed") !== "true";
    load().then(function () {
      button.setAttribute("aria-pressed", String(on));
      show(on);
    }, function () { loading = null; });
  });
})();
