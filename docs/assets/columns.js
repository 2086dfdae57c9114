// Further languages beside the text of an instrument: columns on a wide screen, one under the
// other on a narrow one. Which, and in what order, stands in the address: ?text=zh,en. Needs
// edition.js.
(() => {
  "use strict";
  const home = document.querySelector(".instrument[data-main]");
  if (!home) return;
  const main = home.dataset.main, page = document.documentElement.lang;
  const buttons = Object.create(null);
  const loaded = Object.create(null);
  const asked = Object.create(null);
  let order = [];
  Array.prototype.forEach.call(home.querySelectorAll("button[data-column]"), button => {
    buttons[button.dataset.column] = button;
    button.disabled = false;
    button.addEventListener("click", () => { toggle(button.dataset.column); });
  });

  // --- which columns, in what order -------------------------------------------------------------

  function chosen() {
    let wanted = (new URLSearchParams(location.search).get("text") || "").split(",");
    wanted = wanted.filter((code, i) => code in buttons && wanted.indexOf(code) === i);
    if (wanted.length) return wanted;
    return home.dataset.beside ? [main, home.dataset.beside] : [main];
  }

  function toggle(code) {
    const at = order.indexOf(code);
    if (at < 0) order.push(code); else if (order.length > 1) order.splice(at, 1);
    const query = new URLSearchParams(location.search);
    query.set("text", order.join(","));
    history.replaceState(null, "", `?${query.toString().replace(/%2C/g, ",")}${location.hash}`);
    show();
  }

  // --- the words of a column --------------------------------------------------------------------

  window.edition.column = data => {
    loaded[data.lang] = { lang: data.lang, dir: data.dir, aid: data.aid, notes: data.notes, units: {}, list: data.units };
    data.units.forEach(unit => { loaded[data.lang].units[unit[0]] = unit; });
  };

  function load(code) {
    if (code === main || asked[code]) return;
    asked[code] = true;
    const script = document.createElement("script");
    script.src = buttons[code].dataset.script;
    script.onload = show;
    script.onerror = () => { loaded[code] = { failed: true, units: {}, notes: {}, list: [] }; show(); };
    document.head.appendChild(script);
  }

  function make(name, className, words) {
    const element = document.createElement(name);
    element.className = className;
    if (words) element.textContent = words;
    return element;
  }

  // The rows of a table: heads and widths of the page's own table, where a row is as wide as there.
  function tabled(rows, own) {
    const table = make("table", "col__table");
    rows.forEach((row, i) => {
      const line = table.insertRow();
      let at = 0;
      let like = Array.from(own && own.rows && own.rows[i] ? own.rows[i].cells : []);
      const width = like.reduce((sum, cell) => sum + cell.colSpan, 0);
      if (width !== row.length) like = row.map(() => document.createElement("td"));
      like.forEach(each => {
        const cell = each.cloneNode(false);
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
    const text = make("p", "col__text");
    words.forEach((piece, i) => {
      if (i % 2 === 0) return text.append(piece);
      const mark = make("sup", "note-mark"), link = document.createElement("a");
      link.href = `#fn${piece === "*" ? "-star" : piece}`;
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
    const data = loaded[code] || {}, box = make("div", "col");
    box.dataset.col = code;
    put(box, code);
    if (!words || !words.length) {
      box.append(make("p", "col__missing", data.failed ? home.dataset.failed : home.dataset.missing));
      return box;
    }
    const text = written(words, own);
    // The Treaty Series is cited in English in every language.
    const script = { ar: /[\u0600-\u06ff]/, ru: /[\u0400-\u04ff]/, zh: /[\u3400-\u9fff]/ }[code];
    const foreign = script && !script.test(text.textContent) && /[A-Za-z]{4}/.test(text.textContent);
    text.lang = foreign ? "en" : code;
    text.dir = foreign ? "ltr" : data.dir;
    box.append(text);
    if (data.aid) box.append(aidMark(code, name));
    return box;
  }

  function aidMark(code, name) {
    const line = make("p", "aid__mark", home.dataset.aid), official = buttons[code].dataset.official;
    if (name && official) {
      const link = document.createElement("a");
      link.href = official;
      link.textContent = home.dataset.officialWords.replace("{name}", name);
      line.append(" · ", link);
    }
    return line;
  }

  // --- drawing ------------------------------------------------------------------------------------

  function clear() {
    home.querySelectorAll(".col, .para--extra").forEach(each => { each.remove(); });
  }

  // In its column where there are columns, in its turn where one stands under the other.
  function put(box, code) {
    box.style.order = order.indexOf(code);
    box.style.setProperty("--column", order.indexOf(code) + 1);
  }

  // The text of the page among its columns: wrapped once, so that it takes its place in the order.
  function wrapped(text) {
    if (text.parentElement.classList.contains("cols")) return text.parentElement;
    const cols = make(text.parentElement.tagName === "H2" ? "span" : "div", "cols");
    text.replaceWith(cols);
    cols.append(text);
    text.dataset.col = main;
    return cols;
  }

  function drawParagraphs(others) {
    home.querySelectorAll(".para:not(.para--extra)").forEach(paragraph => {
      const text = paragraph.querySelector(".para__text, .para__rows"), called = window.edition.called(paragraph);
      const cols = wrapped(text);
      put(text, main);
      text.hidden = !order.includes(main);
      others.forEach(code => {
        const unit = loaded[code].units[paragraph.id];
        cols.append(cell(code, unit && unit[2], called, text));
      });
    });
  }

  // A paragraph that the page's own text lacks: x-fr1 is in one text alone, others lack in some.
  function extra(unit, code) {
    const here = make("section", "para para--extra"), cols = make("div", "cols");
    const number = make("span", "para__number", unit[1] || "¶"), alone = unit[0].startsWith("x-");
    here.id = unit[0];
    number.lang = code;
    number.dir = loaded[code].dir;
    (alone ? [code] : order).forEach(each => {
      cols.append(cell(each, each !== main && (loaded[each].units[unit[0]] || [])[2], ""));
    });
    here.append(number, cols);
    if (alone) here.append(make("p", "para__alone", home.dataset.alone));
    return here;
  }

  // What only other texts have stands where it stands there.
  function drawExtras(others) {
    others.forEach(code => {
      let before = null;
      loaded[code].list.forEach(unit => {
        let here = document.getElementById(unit[0]);
        if (!here && before) {
          here = extra(unit, code);
          before.after(here);
        }
        before = here || before;
      });
    });
  }

  function drawNotes(others) {
    home.querySelectorAll(".notes li[id]").forEach(note => {
      others.forEach(code => {
        const words = loaded[code].notes[note.id];
        if (words) note.append(cell(code, words, ""));
      });
    });
  }

  function show() {
    order.forEach(load);
    Object.keys(buttons).forEach(code => {
      const at = order.indexOf(code);
      buttons[code].setAttribute("aria-pressed", String(at >= 0));
      buttons[code].dataset.order = at >= 0 && order.length > 1 ? at + 1 : "";
    });
    if (order.some(code => code !== main && !loaded[code])) return;
    const others = order.filter(code => code !== main);
    clear();
    drawParagraphs(others);
    drawExtras(others);
    drawNotes(others);
    home.style.setProperty("--columns", order.length);
    home.classList.toggle("side", order.length > 1);
    home.classList.toggle("side--many", order.length > 2);
    home.classList.toggle("side--crowd", order.length > 3);
    const banner = home.querySelector("[data-aid-banner]");
    if (banner) banner.hidden = !others.some(code => loaded[code].aid);
    stay();
  }

  // The columns move the text: the reader stays at the paragraph of the address.
  function stay() {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (malformed) { /* no address of ours */ }
    const target = id && document.getElementById(id);
    if (target) target.scrollIntoView();
  }

  // Copying from one column copies that column only.
  home.addEventListener("pointerdown", event => {
    const column = event.target.closest("[data-col]");
    if (column) home.dataset.selecting = column.dataset.col; else delete home.dataset.selecting;
    home.querySelectorAll("[data-col]").forEach(each => {
      each.classList.toggle("col--passed", !!column && each.dataset.col !== column.dataset.col);
    });
  });

  order = chosen();
  if (order.length > 1 || order[0] !== main) show();
})();
