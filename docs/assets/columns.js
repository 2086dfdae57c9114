// Further languages beside the text of an instrument: columns on a wide screen, one under the
// other on a narrow one. Which, and in what order, stands in the address: ?text=zh,en. Needs
// edition.js.
(() => {
  "use strict";
  const home = document.querySelector(".instrument[data-main]");
  if (!home) return;
  const main = home.dataset.main, page = document.documentElement.lang;
  const beside = home.dataset.beside;  // the reading aid that stands there unasked
  const kept = Array.from(home.querySelectorAll(".col")), fixed = kept.length ? beside : "";  // in the page itself
  const isHere = window.edition.isHere || (() => true);  // a long text has several pages
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
    const before = (read("columns") || "").split(",").filter((code, i, all) => code in buttons && all.indexOf(code) === i);
    const first = before.length ? before : beside ? [beside, main] : [main];
    return read("order") === "source" && first.includes(main) ? [main, ...first.filter(code => code !== main)] : first;
  }

  function read(name) {
    try { return localStorage.getItem(name); } catch (refused) { return null; }
  }

  function keep(name, value) {
    try { localStorage.setItem(name, value); } catch (refused) { /* not kept, not needed */ }
  }

  function toggle(code) {
    const at = order.indexOf(code);
    if (at < 0) order.push(code); else if (order.length > 1) order.splice(at, 1);
    keep("columns", order.join(","));
    tell();
    show();
  }

  // The address says what is shown; a browser may refuse a file to write there.
  function tell() {
    const query = new URLSearchParams(location.search);
    query.set("text", order.join(","));
    try {
      history.replaceState(null, "", `?${query.toString().replace(/%2C/g, ",")}${location.hash}`);
    } catch (refused) { /* the columns stand all the same */ }
  }

  const turn = home.querySelector("[data-order]");
  if (turn) {
    turn.setAttribute("aria-pressed", String(read("order") === "source"));
    turn.addEventListener("click", () => {
      const first = turn.getAttribute("aria-pressed") !== "true";
      turn.setAttribute("aria-pressed", String(first));
      keep("order", first ? "source" : "aid");
      const others = order.filter(code => code !== main);
      if (order.includes(main)) order = first ? [main, ...others] : [...others, main];
      tell();
      show();
    });
  }

  // --- the words of a column --------------------------------------------------------------------

  const take = data => {
    loaded[data.lang] = { lang: data.lang, dir: data.dir, aid: data.aid, notes: data.notes, units: {}, list: data.units.filter(unit => isHere(unit[0])) };
    data.units.forEach(unit => { loaded[data.lang].units[unit[0]] = unit; });
  };
  (window.edition.waiting || []).forEach(take);  // brought before this script ran
  window.edition.column = take;

  function load(code) {
    if (code === main || asked[code] || loaded[code]) return;
    asked[code] = true;
    if (code === fixed) {
      loaded[code] = { aid: true, units: {}, notes: {}, list: [] };
      return;
    }
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

  // A paragraph of a reading aid comes as HTML of ours; its marks are named in the words of this page.
  function drawn(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const text = template.content.firstElementChild;
    text.querySelectorAll(".note-mark").forEach(mark => {
      mark.lang = page;
      mark.firstElementChild.setAttribute("aria-label", home.dataset.note.replace("{n}", mark.textContent));
    });
    text.querySelectorAll(".flaw-mark").forEach(mark => {
      mark.lang = page;
      mark.setAttribute("aria-label", home.dataset.flaw);
    });
    return text;
  }

  // Text and labels of note marks in turn, or the rows of a table.
  function written(words, own) {
    if (typeof words === "string") return drawn(words);
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
  function cell(code, words, own) {
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
    if (data.aid) box.dataset.aid = "";
    return box;
  }

  // --- drawing ------------------------------------------------------------------------------------

  function clear() {
    home.querySelectorAll(".col, .para--extra").forEach(each => { if (!kept.includes(each)) each.remove(); });
    kept.forEach(box => {
      put(box, fixed);
      box.hidden = !order.includes(fixed);
    });
  }

  // In its column where there are columns, in its turn where one stands under the other.
  function put(box, code) {
    box.style.order = order.indexOf(code);
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
      const text = paragraph.querySelector(".para__text, .para__rows");
      const cols = wrapped(text);
      put(text, main);
      text.hidden = !order.includes(main);
      others.filter(code => code !== fixed).forEach(code => {
        const unit = loaded[code].units[paragraph.id];
        if (paragraph.id === "title" && code === beside) return;  // the page is headed by it
        cols.append(cell(code, unit && unit[2], text));
      });
      cols.append(...Array.from(cols.children).sort((one, other) => one.style.order - other.style.order));
    });
  }

  // A paragraph that the page's own text lacks: x-fr1 is in one text alone, others lack in some.
  function extra(unit, code) {
    const here = make("section", "para para--extra"), cols = make("div", "cols");
    const number = make("span", "para__number", unit[1] || "¶"), alone = unit[0].startsWith("x-");
    here.id = unit[0];
    number.lang = code;
    number.dir = loaded[code].dir;
    order.forEach(each => {
      if (alone && each !== code) {  // keeps the place of a column
        const blank = make("div", "col__blank");
        put(blank, each);
        return cols.append(blank);
      }
      return cols.append(cell(each, each !== main && (loaded[each].units[unit[0]] || [])[2]));
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
        if (words) note.append(cell(code, words));
      });
    });
  }

  function show() {
    order.forEach(load);
    Object.keys(buttons).forEach(code => {
      const at = order.indexOf(code);
      buttons[code].setAttribute("aria-pressed", String(at >= 0));
      buttons[code].style.order = at < 0 ? order.length : at;
    });
    home.querySelectorAll(".heads__kind").forEach(kind => {
      kind.style.order = Math.min(...Array.from(kind.querySelectorAll("button"), each => each.style.order));
    });
    if (order.some(code => code !== main && !loaded[code])) return;
    const others = order.filter(code => code !== main), place = reading();
    delete document.documentElement.dataset.columns;
    clear();
    drawParagraphs(others);
    drawExtras(others);
    drawNotes(others);
    home.classList.toggle("side", order.length > 1);
    home.classList.toggle("side--many", order.length > 2);
    home.classList.toggle("side--crowd", order.length > 3);
    home.querySelectorAll("[data-aid-note]").forEach(note => { note.hidden = !note.dataset.aidNote.split(" ").some(code => order.includes(code)); });
    if (place) scrollBy(0, place.element.getBoundingClientRect().top - place.top);
    else document.getElementById(window.edition.here())?.scrollIntoView();
  }

  // The columns move the text: the reader stays at the paragraph being read, wherever that is in the
  // window; who has only just come, at the one of the address.
  function reading() {
    const element = scrollY && window.edition.current?.();
    return element ? { element, top: element.getBoundingClientRect().top } : null;
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
  if (order.join() !== (fixed ? `${fixed},${main}` : main)) show();
  else if (fixed) { load(fixed); delete document.documentElement.dataset.columns; }
  if (order.join() === main) delete document.documentElement.dataset.columns;
  home.removeAttribute("data-awaits");
})();
