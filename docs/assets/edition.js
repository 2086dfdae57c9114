// What a page gains when a script may run. Everything can be read without it.
(function () {
  "use strict";

  function remember(name, value) {
    try { localStorage.setItem(name, value); } catch (refused) { /* not kept, not needed */ }
  }

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  // --- light and dark, the language chosen ------------------------------------------------

  function isDark() {
    var chosen = document.documentElement.getAttribute("data-scheme");
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  all("[data-scheme][type=button]").forEach(function (button) {
    button.addEventListener("click", function () {
      var next = isDark() ? "light" : "dark";
      document.documentElement.setAttribute("data-scheme", next);
      remember("scheme", next);
    });
  });

  // The switch of language keeps the place: query and paragraph go along, in a new tab too.
  all("a[data-language]").forEach(function (link) {
    function keep() {
      link.href = link.getAttribute("href").split(/[?#]/)[0] + location.search + location.hash;
    }
    if (link.closest(".u-languages")) ["pointerdown", "focus", "click"].forEach(function (event) { link.addEventListener(event, keep); });
    link.addEventListener("click", function () { remember("language", link.lang); });
  });

  // On a narrow screen the sections scroll sideways: the one of the page is in sight.
  all(".u-nav [aria-current]").forEach(function (link) {
    var nav = link.parentElement, frame = nav.getBoundingClientRect(), box = link.getBoundingClientRect();
    nav.scrollLeft += box.right > frame.right ? box.right - frame.right : Math.min(0, box.left - frame.left);
  });

  // --- the characters of a paragraph, without marks and signs -----------------------------

  // Offsets in the data count code points; text nodes count UTF-16 units.
  function textNodes(paragraph) {
    var walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, {
      acceptNode: function (node) {
        return node.parentElement.closest(".note-mark, .flaw-mark, .wb")
          ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
      }
    });
    var nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  function points(nodes) {
    var places = [];
    nodes.forEach(function (node) {
      var offset = 0;
      Array.from(node.data).forEach(function (character) {
        places.push({ node: node, offset: offset, end: offset + character.length });
        offset += character.length;
      });
    });
    return places;
  }

  // --- the words that earned a theme ------------------------------------------------------

  function showEvidence() {
    if (!window.Highlight || !CSS.highlights) return;
    var marks = new Highlight();
    all("details.tag[open]").forEach(function (tag) {
      var paragraph = tag.closest(".para").querySelector(".para__text");
      var places = points(textNodes(paragraph));
      tag.getAttribute("data-spans").split(" ").forEach(function (span) {
        var edges = span.split("-").map(Number);
        var first = places[edges[0]], last = places[edges[1] - 1];
        if (!first || !last) return;
        var range = new Range();
        range.setStart(first.node, first.offset);
        range.setEnd(last.node, last.end);
        marks.add(range);
      });
    });
    CSS.highlights.set("evidence", marks);
  }

  document.addEventListener("toggle", function (event) {
    if (event.target.matches && event.target.matches("details.tag")) showEvidence();
  }, true);

  // --- word boundaries ---------------------------------------------------------------------

  // How long the words are that tile a text: a sign each, 1 to 9, a for 10; (40) where none serves.
  function lengths(paragraph) {
    return (paragraph.dataset.words.match(/\(\d+\)|\w/g) || []).map(function (sign) {
      return sign[0] === "(" ? Number(sign.slice(1, -1)) : parseInt(sign, 36);
    });
  }

  function markWords(paragraph) {
    var places = points(textNodes(paragraph));
    var at = 0, edges = [];
    lengths(paragraph).forEach(function (length) {
      at += length;
      if (at < places.length) edges.push(places[at]);
    });
    edges.reverse().forEach(function (place) {
      var node = place.offset ? place.node.splitText(place.offset) : place.node;
      var sign = document.createElement("i");
      sign.className = "wb";
      node.parentNode.insertBefore(sign, node);
    });
  }

  var tools = {
    words: function (on) {
      all(".wb").forEach(function (sign) {
        var parent = sign.parentNode;
        parent.removeChild(sign);
        parent.normalize();
      });
      if (on) all(".para__text[data-words]").forEach(markWords);
      showEvidence();
    },
    themes: function (on) {
      document.body.classList.toggle("without-themes", !on);
    }
  };

  all("button[data-toggle]").forEach(function (button) {
    button.addEventListener("click", function () {
      var on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      tools[button.getAttribute("data-toggle")](on);
    });
  });

  // --- previews of citations and notes -----------------------------------------------------

  var pop = null, opener = null;

  function closePop(back) {
    if (!pop) return;
    pop.remove();
    pop = null;
    if (back && opener) opener.focus({ preventScroll: true });
    opener = null;
    document.dispatchEvent(new Event("popclosed"));
  }

  // Shows nodes below a box of the window, or above it where there is more room; `from` gets the
  // focus back.
  function showPop(nodes, label, from, box) {
    closePop(false);
    opener = from;
    pop = document.createElement("div");
    pop.className = "pop";
    pop.setAttribute("role", "dialog");
    pop.setAttribute("aria-label", label);
    pop.tabIndex = -1;
    pop.append.apply(pop, nodes);
    document.body.appendChild(pop);
    var width = Math.min(pop.offsetWidth, innerWidth - 16), height = pop.offsetHeight + 6;
    var above = box.bottom + height > innerHeight && box.top > height;
    pop.style.left = Math.max(8, Math.min(box.left, innerWidth - width - 8)) + scrollX + "px";
    pop.style.top = (above ? box.top - height : box.bottom + 6) + scrollY + "px";
    pop.focus({ preventScroll: true });
  }

  function openPop(link, source) {
    var copies = Array.from(source.childNodes).filter(function (node) {
      return !(node.nodeType === 1 && node.matches(".places, .back"));
    }).map(function (node) {
      var copy = node.cloneNode(true);
      if (copy.nodeType === 1) {
        copy.removeAttribute("id");
        all("[id]", copy).forEach(function (inner) { inner.removeAttribute("id"); });
      }
      return copy;
    });
    showPop(copies, link.getAttribute("aria-label") || link.textContent, link, link.getBoundingClientRect());
  }

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    var link = event.target.closest("a");
    var id = link && !link.closest(".pop") && (link.getAttribute("data-preview") ||
      (link.closest(".note-mark") ? link.getAttribute("href").split("#")[1] : ""));
    var source = id && document.getElementById(id);
    if (source && !(link.getAttribute("href")[0] !== "#" && !link.hasAttribute("data-preview"))) {
      event.preventDefault();
      if (opener === link) closePop(true); else openPop(link, source);
    } else if (pop && !event.target.closest(".pop")) {
      closePop(false);
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") closePop(true);
  });

  // The id that the address names; "" where it is no well-formed one.
  function here() {
    try { return decodeURIComponent(location.hash.slice(1)); } catch (malformed) { return ""; }
  }

  // A sign of an erratum leads to its note, and opens it.
  function openTarget() {
    var target = document.getElementById(here());
    if (target && target.matches("details")) target.open = true;
  }
  addEventListener("hashchange", openTarget);
  openTarget();

  // --- filters of a theme's paragraphs ------------------------------------------------------

  all("form[data-filters]").forEach(function (form) {
    var shown = form.querySelector("[data-shown]");
    function chosen(name) {
      return all("input[name=" + name + "]:checked", form).map(function (box) { return box.value; });
    }
    function apply() {
      var strength = chosen("strength"), part = chosen("part"), body = chosen("body"), count = 0;
      all(".block").forEach(function (block) {
        var any = false;
        all(".item", block).forEach(function (item) {
          var fits = strength.indexOf(item.dataset.strength) >= 0 &&
            part.indexOf(item.dataset.part) >= 0 && body.indexOf(block.dataset.body) >= 0;
          item.hidden = !fits;
          any = any || fits;
          if (fits) count += Number(item.dataset.count || 1);
        });
        block.hidden = !any;
      });
      shown.textContent = shown.getAttribute("data-template").replace("{n}", count);
    }
    form.addEventListener("change", apply);
    apply();
  });

  // --- the glossary's filter, the order of a concordance ------------------------------------

  all("[data-filter-box]").forEach(function (box) {
    var input = box.querySelector("input"), count = box.querySelector("[data-filter-count]");
    var entries = all(".entries .term").map(function (entry) {
      return { entry: entry, text: entry.textContent.toLowerCase() };
    });
    input.addEventListener("input", function () {
      var wanted = input.value.trim().toLowerCase(), shown = 0;
      entries.forEach(function (each) {
        each.entry.hidden = each.text.indexOf(wanted) < 0;
        if (!each.entry.hidden) shown += 1;
      });
      count.textContent = wanted ? shown : "";
    });
  });

  all("[data-sorts]").forEach(function (tools_) {
    var body = document.querySelector(".kwic tbody"), rows = all("tr", body);
    var keys = {
      place: function () { return ""; },
      left: function (row) { return Array.from(row.cells[0].textContent).reverse().join(""); },
      right: function (row) { return row.cells[2].textContent; }
    };
    all("button", tools_).forEach(function (button) {
      button.addEventListener("click", function () {
        var key = keys[button.getAttribute("data-sort")];
        all("button", tools_).forEach(function (each) { each.setAttribute("aria-pressed", String(each === button)); });
        rows.map(function (row, i) { return { row: row, i: i, key: key(row) }; }).sort(function (a, b) {
          return a.key.localeCompare(b.key, "zh") || a.i - b.i;
        }).forEach(function (each) { body.appendChild(each.row); });
      });
    });
  });

  // What the page calls a paragraph, "paragraph 9": the label of its number less the figure printed.
  function called(paragraph) {
    var number = paragraph.querySelector("a.para__number");
    var printed = !number || "bare" in number.dataset ? "" : number.textContent.trim();
    return number ? number.getAttribute("aria-label").slice(printed.length).trim() : "";
  }

  // --- a range: ?to=op7#op3 goes to op3 without this; with it, all to the end of op7 is marked ----

  (function () {
    var line = document.querySelector("[data-range]"), to = new URLSearchParams(location.search).get("to");
    if (!line || !to) return;

    // What the page calls a paragraph; a heading goes by its own words, in its own language.
    function name(paragraph) {
      var words = document.createElement("bdi"), text = paragraph.querySelector(".para__text"), own = called(paragraph);
      words.textContent = own || text.textContent.trim();
      if (!own) words.lang = text.lang;
      return words;
    }

    // First and last may come in either order; the items of the last belong to it.
    function marked(paragraphs) {
      var ids = paragraphs.map(function (each) { return each.id; });
      var ends = [ids.indexOf(here()), ids.indexOf(to)].sort(function (a, b) { return a - b; });
      if (ends[0] < 0 || ends[0] === ends[1]) return null;
      var last = ends[1];
      while (last + 1 < ids.length && ids[last + 1].indexOf(ids[ends[1]] + "-") === 0) last += 1;
      return { from: ends[0], last: ends[1], to: last };
    }

    function mark() {
      var paragraphs = all(".para[id]"), range = marked(paragraphs);
      paragraphs.forEach(function (each, i) {
        each.classList.toggle("in-range", range !== null && i >= range.from && i <= range.to);
      });
      line.hidden = !range;
      if (!range) return null;
      var first = paragraphs[range.from], names = { "{first}": name(first), "{last}": name(paragraphs[range.last]) };
      var words = line.dataset.range.split(/({\w+})/).map(function (piece) { return names[piece] || piece; });
      if (first.previousElementSibling !== line) first.before(line);
      // A moment later, so that the words come into a line that is there already, and are read out.
      setTimeout(function () { line.replaceChildren.apply(line, words); }, 100);
      return first;
    }

    function go() {
      var first = mark();
      if (first) first.scrollIntoView();
    }

    go();
    addEventListener("hashchange", go);
    // The browser goes to the paragraph after `#` once more when all is loaded: that may be the last one.
    addEventListener("load", function () { setTimeout(go); });
    // Paragraphs that only another text has come and go with its column.
    new MutationObserver(mark).observe(document.querySelector(".instrument .body"), { childList: true });
  })();

  window.edition = {
    all: all,
    lengths: lengths,
    called: called,
    places: function (paragraph) { return points(textNodes(paragraph)); },
    showPop: showPop,
    closePop: closePop
  };
})();
