// The box in the head of every page: suggestions as one types, and the marks on the page one lands on.
(function () {
  "use strict";
  var here = document.currentScript.src.replace(/box\.js.*$/, "");
  var form = document.querySelector("[data-box]");
  var loading = null;

  function engine() {
    if (window.compendium && window.compendium.search) return Promise.resolve(window.compendium);
    loading = loading || ["engine.js", "lexicon.js", "query.js"].reduce(function (before, file) {
      return before.then(function () {
        return new Promise(function (done, fail) {
          var script = document.createElement("script");
          script.src = here + file;
          script.onload = done;
          script.onerror = fail;
          document.head.appendChild(script);
        });
      });
    }, Promise.resolve()).then(function () { return window.compendium; });
    return loading;
  }

  // --- marks: ?mark=… says what a reader came for ------------------------------------------------

  var wanted = new URLSearchParams(location.search).get("mark");
  if (wanted && window.Highlight && CSS.highlights) {
    engine().then(function (C) {
      return C.forms(wanted).then(function (forms) {
        var marks = new Highlight();
        document.querySelectorAll(".para__text, .notes li").forEach(function (paragraph) { markIn(C, paragraph, forms, marks); });
        CSS.highlights.set("found", marks);
      });
    });
  }

  function markIn(C, paragraph, forms, marks) {
    var places = [];
    var walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      var node = walker.currentNode, offset = 0;
      if (node.parentElement.closest(".note-mark, .flaw-mark, .flaw, .back, .resolved")) continue;
      Array.from(node.data).forEach(function (character) {
        places.push([node, offset, offset + character.length, character]);
        offset += character.length;
      });
    }
    var folded = C.foldWithPlaces(places.map(function (place) { return place[3]; }).join(""));
    forms.forEach(function (form_) {
      for (var at = folded.text.indexOf(form_); at >= 0; at = folded.text.indexOf(form_, at + form_.length)) {
        var first = places[folded.from[at]], last = places[folded.from[at + form_.length - 1]];
        var range = new Range();
        range.setStart(first[0], first[1]);
        range.setEnd(last[0], last[2]);
        marks.add(range);
      }
    });
  }

  // --- suggestions ---------------------------------------------------------------------------------

  if (!form) return;
  var input = form.elements.q, list = document.createElement("div");
  var root = form.getAttribute("data-root"), turn = 0, active = -1;

  function give(element, attributes) {
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
  }

  // What only this script serves is not in the page.
  give(list, { id: "suggestions", role: "listbox", "aria-label": input.getAttribute("aria-label"), hidden: "" });
  give(input, { autocomplete: "off", spellcheck: "false", enterkeyhint: "search", role: "combobox",
    "aria-expanded": "false", "aria-controls": "suggestions", "aria-autocomplete": "list" });
  form.appendChild(list);

  document.addEventListener("keydown", function (event) {
    var busy = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !busy && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      (document.getElementById("q") || input).focus();
    }
  });

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(step) {
    var items = list.querySelectorAll("[role=option]");
    if (!items.length) return;
    active = (active + step + items.length + (active < 0 && step < 0 ? 1 : 0)) % items.length;
    items.forEach(function (item, i) { item.setAttribute("aria-selected", String(i === active)); });
    input.setAttribute("aria-activedescendant", items[active].id);
  }

  function piece(C, unit, forms) {
    var text = Array.from(unit.text), folded = C.foldWithPlaces(unit.text), at = -1, size = 0;
    forms.forEach(function (form_) {
      var found = folded.text.indexOf(form_);
      if (found >= 0 && (at < 0 || found < at)) { at = found; size = form_.length; }
    });
    if (at < 0) return [text.slice(0, 48).join(""), "", ""];
    var start = folded.from[at], end = folded.from[at + size - 1] + 1, from = Math.max(0, start - 14);
    return [(from ? "…" : "") + text.slice(from, start).join(""), text.slice(start, end).join(""), text.slice(end, end + 30).join("")];
  }

  function suggest() {
    var query = input.value.trim(), mine = turn += 1;
    if (!query) return close();
    engine().then(function (C) { return Promise.all([C.everywhere(query, { limit: 7 }), C.naming()]).then(function (both) {
      var found = both[0], naming = both[1];
      if (mine !== turn) return;
      list.textContent = "";
      active = -1;
      found.hits.forEach(function (hit, i) {
        var item = document.createElement("a"), words = piece(C, hit.unit, [].concat.apply([], hit.parts));
        item.id = "suggestion-" + i;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.tabIndex = -1;
        item.href = root + "resolutions/" + hit.unit.slug + ".html?mark=" + C.encode(query) + "#" + hit.unit.key;
        var mark = document.createElement("mark"), line = document.createElement("span"), place = document.createElement("small");
        line.lang = hit.unit.corpus.language;
        line.dir = line.lang === "ar" ? "rtl" : "ltr";
        mark.textContent = words[1];
        line.append(words[0], mark, words[2]);
        place.textContent = naming.label(hit.unit.slug) + " · " + naming.paragraph(hit.unit.key, hit.unit.slug);
        item.append(line, place);
        list.appendChild(item);
      });
      list.hidden = !found.hits.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
    }); });
  }

  var timer = 0;
  input.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(suggest, 100); });
  input.addEventListener("focus", function () { engine(); });
  input.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); choose(event.key === "ArrowDown" ? 1 : -1); }
    else if (event.key === "Escape") { if (list.hidden) input.blur(); close(); }
    else if (event.key === "Enter" && active >= 0) { event.preventDefault(); list.querySelectorAll("[role=option]")[active].click(); }
  });
  document.addEventListener("click", function (event) { if (!form.contains(event.target)) close(); });
})();
