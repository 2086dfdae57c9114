// Further languages beside the text of an instrument: columns on a wide screen, one under the
// other on a narrow one. Which, and in what order, stands in the address: ?text=zh,en. Needs
// edition.js.
(function () {
  "use strict";
  var home = document.querySelector(".instrument[data-main]");
  if (!home) return;
  var main = home.dataset.main, page = document.documentElement.lang;
  var buttons = Object.create(null), loaded = Object.create(null), asked = Object.create(null), order = [];
  Array.prototype.forEach.call(home.querySelectorAll("button[data-column]"), function (button) {
    buttons[button.dataset.column] = button;
    button.disabled = false;
    button.addEventListener("click", function () { toggle(button.dataset.column); });
  });

  // --- which columns, in what order -------------------------------------------------------------

  function chosen() {
    var wanted = (new URLSearchParams(location.search).get("text") || "").split(",");
    wanted = wanted.filter(function (code, i) { return code in buttons && wanted.indexOf(code) === i; });
    if (wanted.length) return wanted;
    return home.dataset.beside ? [main, home.dataset.beside] : [main];
  }

  function toggle(code) {
    var at = order.indexOf(code);
    if (at < 0) order.push(code); else if (order.length > 1) order.splice(at, 1);
    var query = new URLSearchParams(location.search);
    query.set("text", order.join(","));
    history.replaceState(null, "", "?" + query.toString().replace(/%2C/g, ",") + location.hash);
    show();
  }

  // --- the words of a column --------------------------------------------------------------------

  window.edition.column = function (data) {
    loaded[data.lang] = { lang: data.lang, dir: data.dir, aid: data.aid, notes: data.notes, units: {}, list: data.units };
    data.units.forEach(function (unit) { loaded[data.lang].units[unit[0]] = unit; });
  };

  function load(code) {
    if (code === main || asked[code]) return;
    asked[code] = true;
    var script = document.createElement("script");
    script.src = buttons[code].dataset.script;
    script.onload = show;
    script.onerror = function () { loaded[code] = { failed: true, units: {}, notes: {}, list: [] }; show(); };
    document.head.appendChild(script);
  }

  function make(name, className, words) {
    var element = document.createElement(name);
    element.className = className;
    if (words) element.textContent = words;
    return element;
  }

  // The rows of a table: heads and widths of the page's own table, where a row is as wide as there.
  function tabled(rows, own) {
    var table = make("table", "col__table");
    rows.forEach(function (row, i) {
      var line = table.insertRow(), at = 0;
      var like = Array.from(own && own.rows && own.rows[i] ? own.rows[i].cells : []);
      var width = like.reduce(function (sum, cell) { return sum + cell.colSpan; }, 0);
      if (width !== row.length) like = row.map(function () { return document.createElement("td"); });
      like.forEach(function (each) {
        var cell = each.cloneNode(false);
        cell.textContent = row[at];
        at += cell.colSpan;
        line.appendChild(cell);
      });
    });
    return table;
  }

  // Text and labels of note marks in turn, or the rows of a table.
  function written(words, own) {
    if (Array.isArray(words[0])) return tabled(words, own);
    var text = make("p", "col__text");
    words.forEach(function (piece, i) {
      if (i % 2 === 0) return text.append(piece);
      var mark = make("sup", "note-mark"), link = document.createElement("a");
      link.href = "#fn" + (piece === "*" ? "-star" : piece);
      link.textContent = piece;
      link.setAttribute("aria-label", home.dataset.note.replace("{n}", piece));
      mark.lang = page;
      mark.appendChild(link);
      text.appendChild(mark);
    });
    return text;
  }

  // A column of one paragraph: its words, or that there are none; a reading aid says what it is.
  function cell(code, words, name, own) {
    var data = loaded[code] || {}, box = make("div", "col");
    box.dataset.col = code;
    put(box, code);
    if (!words || !words.length) {
      box.append(make("p", "col__missing", data.failed ? home.dataset.failed : home.dataset.missing));
      return box;
    }
    var text = written(words, own);
    // The Treaty Series is cited in English in every language.
    var script = { ar: /[\u0600-\u06ff]/, ru: /[\u0400-\u04ff]/, zh: /[\u3400-\u9fff]/ }[code];
    var foreign = script && !script.test(text.textContent) && /[A-Za-z]{4}/.test(text.textContent);
    text.lang = foreign ? "en" : code;
    text.dir = foreign ? "ltr" : data.dir;
    box.append(text);
    if (data.aid) box.append(aidMark(code, name));
    return box;
  }

  function aidMark(code, name) {
    var line = make("p", "aid__mark", home.dataset.aid), official = buttons[code].dataset.official;
    if (name && official) {
      var link = document.createElement("a");
      link.href = official;
      link.textContent = home.dataset.officialWords.replace("{name}", name);
      line.append(" · ", link);
    }
    return line;
  }

  // --- drawing ------------------------------------------------------------------------------------

  function clear() {
    home.querySelectorAll(".col, .para--extra").forEach(function (each) { each.remove(); });
  }

  // In its column where there are columns, in its turn where one stands under the other.
  function put(box, code) {
    box.style.order = order.indexOf(code);
    box.style.setProperty("--column", order.indexOf(code) + 1);
  }

  // The text of the page among its columns: wrapped once, so that it takes its place in the order.
  function wrapped(text) {
    if (text.parentElement.classList.contains("cols")) return text.parentElement;
    var cols = make(text.parentElement.tagName === "H2" ? "span" : "div", "cols");
    text.replaceWith(cols);
    cols.append(text);
    text.dataset.col = main;
    return cols;
  }

  function drawParagraphs(others) {
    home.querySelectorAll(".para:not(.para--extra)").forEach(function (paragraph) {
      var text = paragraph.querySelector(".para__text, .para__rows"), called = window.edition.called(paragraph);
      var cols = wrapped(text);
      put(text, main);
      text.hidden = order.indexOf(main) < 0;
      others.forEach(function (code) {
        var unit = loaded[code].units[paragraph.id];
        cols.append(cell(code, unit && unit[2], called, text));
      });
    });
  }

  // A paragraph that the page's own text lacks: x-fr1 is in one text alone, others lack in some.
  function extra(unit, code) {
    var here = make("section", "para para--extra"), cols = make("div", "cols");
    var number = make("span", "para__number", unit[1] || "¶"), alone = unit[0].startsWith("x-");
    here.id = unit[0];
    number.lang = code;
    number.dir = loaded[code].dir;
    (alone ? [code] : order).forEach(function (each) {
      cols.append(cell(each, each !== main && (loaded[each].units[unit[0]] || [])[2], ""));
    });
    here.append(number, cols);
    if (alone) here.append(make("p", "para__alone", home.dataset.alone));
    return here;
  }

  // What only other texts have stands where it stands there.
  function drawExtras(others) {
    others.forEach(function (code) {
      var before = null;
      loaded[code].list.forEach(function (unit) {
        var here = document.getElementById(unit[0]);
        if (!here && before) {
          here = extra(unit, code);
          before.after(here);
        }
        before = here || before;
      });
    });
  }

  function drawNotes(others) {
    home.querySelectorAll(".notes li[id]").forEach(function (note) {
      others.forEach(function (code) {
        var words = loaded[code].notes[note.id];
        if (words) note.append(cell(code, words, ""));
      });
    });
  }

  function show() {
    order.forEach(load);
    Object.keys(buttons).forEach(function (code) {
      var at = order.indexOf(code);
      buttons[code].setAttribute("aria-pressed", String(at >= 0));
      buttons[code].dataset.order = at >= 0 && order.length > 1 ? at + 1 : "";
    });
    if (order.some(function (code) { return code !== main && !loaded[code]; })) return;
    var others = order.filter(function (code) { return code !== main; });
    clear();
    drawParagraphs(others);
    drawExtras(others);
    drawNotes(others);
    home.style.setProperty("--columns", order.length);
    home.classList.toggle("side", order.length > 1);
    home.classList.toggle("side--many", order.length > 2);
    home.classList.toggle("side--crowd", order.length > 3);
    var banner = home.querySelector("[data-aid-banner]");
    if (banner) banner.hidden = !others.some(function (code) { return loaded[code].aid; });
    stay();
  }

  // The columns move the text: the reader stays at the paragraph of the address.
  function stay() {
    var id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (malformed) { /* no address of ours */ }
    var target = id && document.getElementById(id);
    if (target) target.scrollIntoView();
  }

  // Copying from one column copies that column only.
  home.addEventListener("pointerdown", function (event) {
    var column = event.target.closest("[data-col]");
    if (column) home.dataset.selecting = column.dataset.col; else delete home.dataset.selecting;
    home.querySelectorAll("[data-col]").forEach(function (each) {
      each.classList.toggle("col--passed", !!column && each.dataset.col !== column.dataset.col);
    });
  });

  order = chosen();
  if (order.length > 1 || order[0] !== main) show();
})();
