// The menu of a paragraph: cite, link, quote, take away. One menu for every way in; what it says and
// knows is loaded when it is first opened. Needs edition.js, preview.js, quote.js and take/load.js.
(() => {
  "use strict";
  const edition = window.edition, { quote, load } = edition, { page, root, save } = load;
  const KINDS = [["BibTeX", "bib", "application/x-bibtex"], ["RIS", "ris", "application/x-research-info-systems"],
    ["CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json"]];
  const ACTIONS = ["assets/take/choice.js", "assets/take/qr.js", "assets/menu/actions.js"];
  const actions = [];   // what other scripts add: {name, run(context, tools), when(context), words(context), apart}
  let words = null;

  async function ready(slug) {
    const parts = await Promise.all([load.words(), load.references(slug), load.style("assets/menu.css"), ...ACTIONS.map(load.script)]);
    words = parts[0];
    return words;
  }

  // `listed`: the paragraphs stand on a page that leaves others out. Those that do not follow each other
  // in their text are `apart`: each is cited for itself.
  async function contextOf({ slug, passage, aid, listed }) {
    const data = await load.references(slug), keys = passage.pieces.map(each => each.key);
    const place = { first: keys[0], last: keys[keys.length - 1], web: quote.webRoot(words, root) };
    const own = quote.styleOf(data, words.first, page), at = keys.map(key => data.keys.indexOf(key));
    const apart = Boolean(listed) && at.some((each, i) => i > 0 && each !== at[i - 1] + 1);
    if (apart) return { slug, words, data, page, root, passage, aid, place, apart, name: data.symbol };
    return { slug, words, data, page, root, passage, aid, place, apart, name: own ? quote.plain(quote.reference(data, own, place.first, place.last, words.stretches)) : data.symbol };
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
    fit(status.closest(".pop"));
  }

  // What it says makes it taller: it stays in the window.
  function fit(pop) {
    const box = pop.getBoundingClientRect(), top = Math.max(8, Math.min(box.top, innerHeight - box.height - 8));
    pop.style.top = `${top + scrollY}px`;
  }

  // --- the menu and what it leads to ------------------------------------------------------------------

  function items(context, status) {
    const { place, passage, data, slug } = context, say = key => words.strings[key];
    const text = () => passage.pieces.map(each => (each.label && passage.pieces.length > 1 ? `${each.label} ` : "") + each.text).join("\n");
    const parts = context.apart ? passage.pieces.map(each => ({ place: { ...place, first: each.key, last: each.key }, passage: { ...passage, pieces: [each] } })) : [{ place, passage }];
    const made = parts.map(each => quote.quotation(data, words, each.place, each.passage)), link = quote.link(data, words, place);
    const list = [
      [say("quotation"), () => { tell(status, made.map(each => each.plain).join("\n\n"), made.map(each => each.html).join("")); }],
      [say("text"), () => { tell(status, text()); }]
    ];
    const whole = [
      [say("link"), () => { tell(status, link.plain, link.href && `<a href="${quote.escape(link.href)}">${quote.escape(link.plain)}</a>`); }]
    ];
    if (!place.web) whole.push([say("path"), () => { tell(status, quote.address("../", page, slug, place.first, place.last, true).slice(3)); }]);
    whole.push([say("styles"), () => { panel(context, "styles", styles); }]);
    if (!context.apart) list.push(...whole);
    if (data.official[page]) list.push([`${say("official")} ↗`, () => { window.open(data.official[page], "_blank", "noopener"); }]);
    actions.filter(each => (!context.apart || each.apart) && (!each.when || each.when(context))).forEach(each => {
      list.push([each.words ? each.words(context) : words.strings[each.name], () => { each.run(context, { panel, tell, status, make, button, copy, save }); }]);
    });
    if (!context.apart) list.push([say("embed"), () => { panel(context, "embed", embed); }], [say("report"), () => { panel(context, "report", report); }]);
    return list;
  }

  function styles(context, body, status) {
    const { place, data, slug } = context, list = make("dl", "menu__styles");
    data.styles.filter(style => style.id !== words.first || style.lang === page || !data.styles.some(each => each.id === words.first && each.lang === page)).forEach(style => {
      const html = quote.reference(data, style, place.first, place.last, words.stretches), line = make("dd"), name = make("dt", "", words.styles[style.id]);
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
    const { place, passage, data, slug } = context;
    code(body, words.strings["embed.lead"], quote.quotation(data, words, place, passage).html, status);
    const web = quote.address(place.web, page, slug, place.first, place.last);
    if (web) code(body, words.strings["embed.frame"], `<iframe src="${quote.escape(web)}" title="${quote.escape(context.name)}" width="100%" height="480" loading="lazy"></iframe>`, status);
  }

  function report(context, body, status) {
    const { place, passage } = context, address = `${context.slug}#${place.first}`;
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
    fit(pop);
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

  // `find` tells what is quoted, once all is there: {slug, passage, aid}, a promise of it, or null.
  function open(slug, find, from) {
    return ready(slug).then(find).then(found => found && contextOf(found)).then(context => {
      if (!context) return;
      shown = { from };
      show(context);
    }, problem => {
      const told = document.querySelector("[data-unloaded]"), line = quote.fill(told ? told.dataset.unloaded : "{file}", { file: problem.file || problem.message });
      edition.showPop([make("p", "", line)], line, from, from.getBoundingClientRect());
    });
  }

  edition.menu = { actions, open, ready };
})();
