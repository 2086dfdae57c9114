// The search page: query and facets in the address line, hits in order. Needs query.js.
(function () {
  "use strict";
  var C = window.compendium;
  var words = JSON.parse(document.getElementById("search-words").textContent);
  var form = document.querySelector("[data-search]"), box = form.elements.q;
  var list = document.querySelector("[data-hits]"), more = document.querySelector("[data-more]");
  var SHOWN = 20, MOST_VALUES = 40, FACETS = ["theme", "instrument", "body", "year", "status", "part", "verb", "addressee"];
  var state = {}, found = null, naming = null, asked = 0, shown = 0;
  var themeIds = Object.keys(words.themes);

  var plural = new Intl.PluralRules(document.documentElement.lang);

  function t(key, number) { return words.strings[key].replace("{n}", number); }

  // A browser may know a kind of number that the strings do not.
  function counted(key, number) {
    var form = key + "." + plural.select(number);
    return t(form in words.strings ? form : key + ".other", number);
  }

  function make(name, attributes, text) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text !== undefined) element.textContent = text;
    return element;
  }

  // --- the state, in the address line and out of it ------------------------------------------

  function readState() {
    var query = new URLSearchParams(location.search);
    state = { q: query.get("q") || "", notes: query.get("notes") === "1", without: query.getAll("without"), strength: query.get("strength") || "" };
    FACETS.forEach(function (facet) { state[facet] = query.get(facet) || ""; });
    box.value = state.q;
    form.elements.notes.checked = state.notes;
  }

  function writeState() {
    var query = new URLSearchParams();
    if (state.q) query.set("q", state.q);
    FACETS.concat("strength").forEach(function (facet) { if (state[facet]) query.set(facet, state[facet]); });
    if (state.notes) query.set("notes", "1");
    state.without.forEach(function (form_) { query.append("without", form_); });
    try { history.replaceState(null, "", query.toString() ? "?" + query : location.pathname); } catch (refused) { /* not every browser lets a file do it */ }
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
    var counts = found.facets[facet] || new Map();
    var keys = Array.from(counts.keys());
    function fullest(a, b) { return counts.get(b) - counts.get(a); }
    if (facet === "year") keys.sort().reverse();
    else if (facet === "instrument" && keys.length <= MOST_VALUES) keys.reverse();  // the newest first
    else keys = keys.sort(fullest).slice(0, MOST_VALUES);
    return keys.map(function (key) { return [key, counts.get(key)]; });
  }

  function drawFacets() {
    var place = document.querySelector("[data-facets]");
    place.textContent = "";
    FACETS.forEach(function (facet) {
      var rows = countFacet(facet);
      if (!rows.length && !state[facet]) return;
      var group = make("details", { class: "facet" });
      group.open = innerWidth > 760 && (facet === "theme" || facet === "body" || facet === "part") || Boolean(state[facet]);
      group.appendChild(make("summary", {}, words.strings["search.facet." + facet]));
      if (facet === "theme") {
        var both = make("label", {}), tick = make("input", { type: "checkbox" });
        tick.checked = state.strength === "focus";
        tick.addEventListener("change", function () { state.strength = tick.checked ? "focus" : ""; run(); });
        both.append(tick, " " + words.strings["strength.focus"]);
        group.appendChild(both);
      }
      var items = make("ul");
      rows.forEach(function (row) {
        var on = state[facet] === row[0];
        var button = make("button", { type: "button", "aria-pressed": String(on) }, name(facet, row[0]) + " ");
        button.appendChild(make("b", {}, row[1]));
        button.addEventListener("click", function () { state[facet] = on ? "" : row[0]; run(); });
        var item = make("li");
        item.appendChild(button);
        items.appendChild(item);
      });
      group.appendChild(items);
      place.appendChild(group);
    });
  }

  // --- hits ------------------------------------------------------------------------------------

  function matches(unit, parts) {
    var folded = C.foldWithPlaces(unit.text), spans = [];
    parts.forEach(function (forms) {
      forms.forEach(function (form_) {
        var at = folded.text.indexOf(form_);
        while (at >= 0) {
          var end = at + form_.length;
          spans.push([folded.from[at], folded.from[end - 1] + 1]);
          at = folded.text.indexOf(form_, end);
        }
      });
    });
    spans.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    return spans.filter(function (span, i) { return i === 0 || span[0] >= spans[i - 1][1]; });
  }

  function excerpt(hit) {
    var unit = hit.unit, text = Array.from(unit.text), language = unit.corpus.language, han = language === "zh";
    var spans = matches(unit, hit.parts);
    var line = make("p", { lang: language, dir: language === "ar" ? "rtl" : "ltr", class: "hit__text" });
    var start = 0, end = text.length, scale = han ? 1 : 2.5;  // letters a Chinese character
    function open(at) { return (han ? "，；。：" : " ").indexOf(text[at]) < 0; }
    if (spans.length && text.length > 160 * scale) {
      start = Math.max(0, spans[0][0] - 40 * scale);
      while (start > 0 && spans[0][0] - start < 70 * scale && open(start - 1)) start -= 1;
      end = Math.min(text.length, Math.max(start + 150 * scale, spans[0][1] + 60 * scale));
    } else if (text.length > 200 * scale) end = 180 * scale;
    while (!han && end < text.length && open(end)) end += 1;
    if (start) line.append("…");
    var at = start;
    spans.forEach(function (span) {
      if (span[0] < at || span[1] > end) return;
      line.append(text.slice(at, span[0]).join(""));
      line.appendChild(make("mark", {}, text.slice(span[0], span[1]).join("")));
      at = span[1];
    });
    line.append(text.slice(at, end).join("") + (end < text.length ? "…" : ""));
    return line;
  }

  function drawHit(hit) {
    var item = make("li", { class: "hit", "data-place": hit.place, "data-lang": hit.unit.corpus.language });
    var link = make("a", { href: "resolutions/" + hit.unit.slug + ".html?mark=" + C.encode(state.q) + "#" + (hit.unit.mark || hit.unit.key) });
    link.appendChild(make("b", {}, naming.label(hit.unit.slug)));
    link.append(" " + naming.paragraph(hit.unit.key, hit.unit.slug));
    item.appendChild(link);
    item.appendChild(excerpt(hit));
    if (hit.unit.aid) item.appendChild(make("p", { class: "aid__mark" }, words.strings["aid.mark"]));
    var tags = make("p", { class: "hit__themes" });
    themeIds.forEach(function (id, i) {
      if (hit.unit.themes[i] === "2") tags.appendChild(make("span", { class: "dot t-" + id }, words.themes[id]));
    });
    if (tags.childNodes.length) item.appendChild(tags);
    return item;
  }

  function draw() {
    writeState();
    var total = found.total;
    list.textContent = "";
    shown = 0;
    list.setAttribute("data-total", total);
    document.querySelector("[data-count]").textContent = !state.q ? "" : total ? counted("search.count", total) : t("search.none");
    drawSuggestion();
    drawExpanded();
    drawFacets();
    more.onclick = function () { showMore(asked); };
    return showMore(asked);
  }

  function showMore(turn) {
    more.hidden = true;
    return found.more(Math.max(0, shown + SHOWN - found.hits.length)).then(function (hits) {
      if (turn !== asked) return;
      hits.slice(shown, shown + SHOWN).forEach(function (hit) { list.appendChild(drawHit(hit)); });
      shown += SHOWN;
      more.hidden = shown >= found.total;
    });
  }

  // What was taken for a slip, and whether some answers have only a part of what was asked.
  function drawSuggestion() {
    var place = document.querySelector("[data-suggestion]");
    place.textContent = "";
    if (found.suggestion) {
      var button = make("button", { type: "button", dir: "auto" }, found.suggestion);
      button.addEventListener("click", function () {
        box.value = state.q = found.suggestion;
        state.without = [];
        run();
      });
      place.append(t("search.suggestion") + " ", button, " ");
    }
    if (found.partial) place.append(t("search.partial", found.complete));
  }

  // A form as a reader sees it: a theme by its name.
  function shownForm(form_) {
    if (form_.indexOf("theme:") !== 0) return form_;
    return form_.slice(6).split("+").map(function (id) { return words.themes[id]; }).join(" + ");
  }

  function drawExpanded() {
    var place = document.querySelector("[data-expanded]");
    place.textContent = "";
    var forms = found.expanded.map(function (each) { return [each.to, each.paragraphs, each.lang]; })
      .concat(state.without.map(function (each) { return [each, 0, "zh"]; }));
    if (!forms.length) return;
    place.append(words.strings["search.expanded"] + " ");
    forms.forEach(function (row) {
      var on = state.without.indexOf(row[0]) < 0;
      var button = make("button", { type: "button", "aria-pressed": String(on) }, shownForm(row[0]));
      if (row[0].indexOf("theme:") === 0) button.classList.add("dot", "t-" + row[0].slice(6).split("+")[0]);
      else { button.lang = row[2]; button.dir = "auto"; }
      if (row[1]) button.appendChild(make("b", {}, " " + row[1]));
      button.addEventListener("click", function () {
        if (on) state.without.push(row[0]); else state.without.splice(state.without.indexOf(row[0]), 1);
        run();
      });
      place.append(button, " ");
    });
  }

  function nothing() {
    return { total: 0, hits: [], expanded: [], facets: {}, suggestion: "", more: function () { return Promise.resolve([]); } };
  }

  function run() {
    var turn = asked += 1;
    if (!state.q.trim()) { found = nothing(); return draw(); }
    var options = { notes: state.notes, strength: state.strength, without: state.without, limit: SHOWN };
    FACETS.forEach(function (facet) { options[facet] = state[facet]; });
    return C.everywhere(state.q, options).then(function (answer) {
      if (turn !== asked) return;
      found = answer;
      return draw();
    });
  }

  var timer = 0;
  box.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () { state.q = box.value; state.without = []; run(); }, 120);
  });
  form.elements.notes.addEventListener("change", function () { state.notes = form.elements.notes.checked; run(); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    state.q = box.value;
    run();
  });
  C.ready.then(C.naming).then(function (found_) {
    naming = found_;
    readState();
    run();
  });
})();
