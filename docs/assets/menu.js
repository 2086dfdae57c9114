// The menu of a paragraph: cite, link, quote, take away. One menu on the number of each paragraph,
// by mouse, key, touch and long press, and on what is selected. What it says and knows is loaded
// when it is first opened. Needs edition.js and quote.js.
(() => {
  "use strict";
  const home = document.querySelector(".instrument[data-slug]");
  if (!home) return;
  const edition = window.edition, quote = edition.quote, slug = home.dataset.slug, page = document.documentElement.lang;
  const root = new URL("../", document.currentScript.src).href;
  const HOLD = 500;   // ms that a finger rests for a long press
  const MARKS = ".note-mark, .flaw-mark, .wb";
  const KINDS = [["BibTeX", "bib", "application/x-bibtex"], ["RIS", "ris", "application/x-research-info-systems"],
    ["CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json"]];
  const actions = [];   // what other scripts add: {name, run(context), when(context)}
  let words = null, data = null, loading = null;

  // --- what is loaded when the menu is wanted -------------------------------------------------------

  edition.menuWords = found => { words = found; };
  edition.references = found => { data = found; };

  function script(path) {
    return new Promise((done, fail) => {
      const element = document.createElement("script");
      element.src = root + path;
      element.onload = done;
      element.onerror = () => { fail(new Error(path)); };
      document.head.append(element);
    });
  }

  function load() {
    loading = loading || Promise.all([script(`references/words-${page}.js`), script(`references/${slug}.js`), style()]);
    loading.catch(() => { loading = null; });
    return loading;
  }

  function style() {
    return new Promise(done => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = `${root}assets/menu.css`;
      link.onload = link.onerror = done;
      document.head.append(link);
    });
  }

  // --- what is quoted -------------------------------------------------------------------------------

  function cleaned(fragment) {
    fragment.querySelectorAll(MARKS).forEach(mark => { mark.remove(); });
    const rows = Array.from(fragment.querySelectorAll("tr"), row => Array.from(row.cells, cell => cell.textContent).join("\t"));
    return rows.length ? rows.join("\n") : fragment.textContent;
  }

  function contents(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range;
  }

  function label(paragraph) {
    const number = paragraph.querySelector(".para__number");
    const printed = number && !("bare" in number.dataset) ? number.textContent.trim() : "";
    return /^\[\d+\]$/.test(printed) ? "" : printed;  // the count of preambular paragraphs is ours
  }

  function piece(element, range) {
    const paragraph = element.closest(".para"), all = contents(element), own = all.cloneRange();
    if (range && element.contains(range.startContainer)) own.setStart(range.startContainer, range.startOffset);
    if (range && element.contains(range.endContainer)) own.setEnd(range.endContainer, range.endOffset);
    const before = all.cloneRange(), after = all.cloneRange();
    before.setEnd(own.startContainer, own.startOffset);
    after.setStart(own.endContainer, own.endOffset);
    return {
      key: paragraph.id, label: label(paragraph), text: cleaned(own.cloneContents()).trim(),
      before: /\S/.test(cleaned(before.cloneContents())), after: /\S/.test(cleaned(after.cloneContents()))
    };
  }

  function passageOf(elements, range) {
    const pieces = elements.map(element => piece(element, range)).filter(each => each.text);
    const voice = elements[0].closest("[lang]"), turned = elements[0].closest("[dir]");
    return pieces.length ? { lang: voice.lang, dir: turned ? turned.dir : "ltr", pieces } : null;
  }

  function source(paragraph) {
    return paragraph.querySelector(".para__text, .para__rows");
  }

  // The passage that is selected, in the column in which it begins; an aid is never quoted.
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const touched = edition.all(".para__text, .para__rows, .col__text, .col__table", home).filter(each => range.intersectsNode(each) && each.closest(".para[id]"));
    if (!touched.length) return null;
    const column = each => (each.closest("[data-col]") || home).dataset.col || home.dataset.main;
    const first = column(touched[0]), own = touched.filter(each => column(each) === first);
    const aid = own.some(each => each.closest(".col[data-aid]"));
    const passage = aid ? passageOf(own.map(each => source(each.closest(".para")))) : passageOf(own, range);
    return passage && { passage, aid, range };
  }

  function contextOf(passage, aid) {
    const keys = passage.pieces.map(each => each.key);
    const place = { first: keys[0], last: keys[keys.length - 1], web: quote.webRoot(words, root) };
    const own = quote.styleOf(data, words.first, page);
    return { slug, words, data, page, root, passage, aid, place, name: own ? quote.plain(quote.reference(data, own, place.first, place.last)) : data.symbol };
  }

  // --- parts of the pop-up --------------------------------------------------------------------------

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function button(text, run, className) {
    const made = make("button", className || "menu__button", text);
    made.type = "button";
    made.addEventListener("click", run);
    return made;
  }

  // Puts both forms on the clipboard while the browser copies: works from file:// and without asking.
  function copy(text, html) {
    const put = event => {
      event.preventDefault();
      event.clipboardData.setData("text/plain", text);
      if (html) event.clipboardData.setData("text/html", html);
    };
    document.addEventListener("copy", put, { capture: true, once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", put, { capture: true });
    return done;
  }

  function tell(status, text, html) {
    const done = copy(text, html), box = make("span", "menu__copied", text);
    box.dir = "auto";
    status.replaceChildren(make("b", "", words.strings[done ? "copied" : "refused"]), " ", box);
    if (!done) getSelection().selectAllChildren(box);
  }

  function save(name, text, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => { URL.revokeObjectURL(link.href); }, 60000);
  }

  // --- the menu and what it leads to ------------------------------------------------------------------

  function items(context, status) {
    const { place, passage } = context, say = key => words.strings[key];
    const text = () => passage.pieces.map(each => (each.label && passage.pieces.length > 1 ? `${each.label} ` : "") + each.text).join("\n");
    const made = quote.quotation(data, words, place, passage), link = quote.link(data, words, place);
    const list = [
      [say("quotation"), () => { tell(status, made.plain, made.html); }],
      [say("text"), () => { tell(status, text()); }],
      [say("link"), () => { tell(status, link.plain, link.href && `<a href="${quote.escape(link.href)}">${quote.escape(link.plain)}</a>`); }]
    ];
    if (!place.web) list.push([say("path"), () => { tell(status, quote.address("../", page, slug, place.first, place.last, true).slice(3)); }]);
    list.push([say("styles"), () => { panel(context, "styles", styles); }]);
    if (data.official[page]) list.push([`${say("official")} ↗`, () => { open(data.official[page], "_blank", "noopener"); }]);
    actions.filter(each => !each.when || each.when(context)).forEach(each => {
      list.push([words.strings[each.name], () => { each.run(context, { panel, tell, status, make, button, copy, save }); }]);
    });
    list.push([say("embed"), () => { panel(context, "embed", embed); }], [say("report"), () => { panel(context, "report", report); }]);
    return list;
  }

  function styles(context, body, status) {
    const { place } = context, list = make("dl", "menu__styles");
    data.styles.filter(style => style.id !== words.first || style.lang === page || !data.styles.some(each => each.id === words.first && each.lang === page)).forEach(style => {
      const html = quote.reference(data, style, place.first, place.last), line = make("dd"), name = make("dt", "", words.styles[style.id]);
      const text = make("span");
      text.innerHTML = html;   // made by the build: words, and <i>
      text.lang = style.lang;
      text.dir = style.lang === "ar" ? "rtl" : "ltr";
      const own = button(words.strings.copy, () => { tell(status, quote.plain(html), html); });
      own.setAttribute("aria-label", `${words.strings.copy}: ${words.styles[style.id]}`);
      line.append(text, " ", own);
      list.append(name, line);
    });
    const files = make("p", "menu__files", `${words.strings.exports} `);
    KINDS.forEach(([name, ending, type], i) => {
      const text = data.exports[page][i];
      files.append(button(name, () => { tell(status, text); }), " ",
        button(quote.fill(words.strings.save, { name: `.${ending}` }), () => { save(`${slug}.${ending}`, text, type); }), " ");
    });
    body.append(list, files);
  }

  function code(body, lead, text, status) {
    const area = make("textarea", "menu__code");
    area.value = text;
    area.readOnly = true;
    area.rows = 5;
    area.dir = "ltr";
    area.setAttribute("aria-label", lead);
    body.append(make("p", "", lead), area, button(words.strings.copy, () => { tell(status, text); }));
  }

  function embed(context, body, status) {
    const { place, passage } = context;
    code(body, words.strings["embed.lead"], quote.quotation(data, words, place, passage).html, status);
    const web = quote.address(place.web, page, slug, place.first, place.last);
    if (web) code(body, words.strings["embed.frame"], `<iframe src="${quote.escape(web)}" title="${quote.escape(context.name)}" width="100%" height="480" loading="lazy"></iframe>`, status);
  }

  function report(context, body, status) {
    const { place, passage } = context, address = `${slug}#${place.first}`;
    const text = quote.fill(words.strings["report.text"], {
      site: document.title.split(" · ").pop(), edition: words.edition, place: context.name, address, text: passage.pieces.map(each => each.text).join("\n")
    });
    code(body, words.strings["report.lead"], text, status);
    const area = body.querySelector("textarea");
    area.dir = "auto";
    area.readOnly = false;
    area.rows = 8;
    body.querySelector("button").addEventListener("click", () => { tell(status, area.value); });
  }

  // --- showing it -------------------------------------------------------------------------------------

  let shown = null;   // {from}: what opened the menu, and gets the focus back

  function frame(context, body, status, back) {
    const close = button("×", () => { edition.closePop(true); }, "pop__close");
    close.setAttribute("aria-label", words.strings.close);
    const title = make("p", "menu__title", context.name), nodes = [close, title];
    if (context.aid) nodes.push(make("p", "menu__aid", words.strings.aid));
    nodes.push(body, status);
    if (back) nodes.push(button(`${document.dir === "rtl" ? "→" : "←"} ${words.strings.back}`, () => { show(context); }, "menu__button menu__back"));
    const box = shown.from.getBoundingClientRect();   // now: columns that came meanwhile move the text
    edition.showPop(nodes, quote.fill(words.strings.title, { name: context.name }), shown.from, box);
    const pop = body.closest(".pop");
    pop.classList.add("pop--menu");
    const top = Math.max(8, Math.min(pop.getBoundingClientRect().top, innerHeight - pop.offsetHeight - 8));
    pop.style.top = `${top + scrollY}px`;
  }

  function statusLine() {
    const line = make("p", "menu__status");
    line.setAttribute("role", "status");
    return line;
  }

  function panel(context, name, fill) {
    const body = make("div", `menu__panel menu__panel--${name}`), status = statusLine();
    fill(context, body, status);
    frame(context, body, status, true);
  }

  function show(context) {
    const status = statusLine(), menu = make("ul", "menu");
    menu.setAttribute("role", "menu");
    menu.setAttribute("aria-label", quote.fill(words.strings.title, { name: context.name }));
    items(context, status).forEach(([text, run]) => {
      const line = make("li"), item = button(text, run, "menu__item");
      line.setAttribute("role", "none");
      item.setAttribute("role", "menuitem");
      item.tabIndex = -1;
      line.append(item);
      menu.append(line);
    });
    menu.addEventListener("keydown", move);
    frame(context, menu, status, false);
    const first = menu.querySelector("[role=menuitem]");
    first.tabIndex = 0;
    first.focus({ preventScroll: true });
  }

  function move(event) {
    const list = edition.all("[role=menuitem]", event.currentTarget), at = list.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = list[(to + list.length) % list.length];
    list.forEach(each => { each.tabIndex = each === next ? 0 : -1; });
    next.focus();
  }

  // `passage` tells what is quoted, once all is there: {passage, aid} or null.
  function openMenu(passage, from) {
    load().then(() => {
      const found = passage();
      if (!found) return;
      shown = { from };
      show(contextOf(found.passage, found.aid));
    }, problem => {
      const line = quote.fill(home.dataset.unloaded, { file: problem.message });
      edition.showPop([make("p", "", line)], line, from, from.getBoundingClientRect());
    });
  }

  function openAt(number) {
    const paragraph = number.closest(".para"), chosen = selected();
    const inside = chosen && chosen.passage.pieces.some(each => each.key === paragraph.id);
    try { history.replaceState(history.state, "", `#${paragraph.id}`); } catch (refused) { /* the menu opens all the same */ }
    openMenu(() => inside ? chosen : { passage: passageOf([source(paragraph)]), aid: false }, number);
  }

  // --- ways in ----------------------------------------------------------------------------------------

  edition.all("a.para__number", home).forEach(number => { number.setAttribute("aria-haspopup", "menu"); });

  home.addEventListener("click", event => {
    const number = event.target.closest("a.para__number");
    if (!number || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    openAt(number);
  });

  // A long press, and the key of the context menu, on a number.
  home.addEventListener("contextmenu", event => {
    const number = event.target.closest("a.para__number");
    if (!number || event.shiftKey) return;
    event.preventDefault();
    openAt(number);
  });

  let held = 0;
  home.addEventListener("pointerdown", event => {
    clearTimeout(held);
    const number = event.pointerType === "touch" && event.target.closest("a.para__number");
    if (number) held = setTimeout(() => { openAt(number); }, HOLD);
  });
  ["pointerup", "pointercancel", "pointermove"].forEach(name => { home.addEventListener(name, () => { clearTimeout(held); }); });

  // What is selected gets a button of its own, beside its end.
  const mark = button("", event => {
    event.preventDefault();   // preview.js closes what a click elsewhere would
    const found = selected();
    if (found) openMenu(() => found, mark);
  }, "menu__quote");
  mark.hidden = true;
  mark.addEventListener("mousedown", event => { event.preventDefault(); });   // the selection stays
  mark.textContent = "❝";
  document.body.append(mark);

  function offer() {
    const found = selected();
    mark.hidden = !found;
    if (!found) return;
    load().then(() => { mark.setAttribute("aria-label", words.strings.selection); mark.title = words.strings.selection; }, () => {});
    const boxes = found.range.getClientRects(), box = boxes[boxes.length - 1];
    if (!box) return;
    mark.style.left = `${Math.max(8, Math.min(box.right, innerWidth - 56)) + scrollX}px`;
    mark.style.top = `${box.bottom + 4 + scrollY}px`;
  }

  let asked = 0;
  document.addEventListener("selectionchange", () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(offer);
  });

  edition.menu = { actions, openAt };
})();
