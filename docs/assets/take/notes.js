// Notes of one's own on paragraphs: kept in this browser, carried as one file, shown below their
// paragraph. Those of a file notes.js in the folder of the edition are there too. Needs menu/pop.js
// and take/annotations.js.
(() => {
  "use strict";
  const { all, annotations, menu, quote, load } = window.edition, KEPT = "notes";
  if (!annotations || !menu) return;   // a file did not come, or the reader has left already
  const home = document.querySelector(".instrument[data-slug]");
  let memory = [], kept = true, lent = [];   // lent: from the file that lies with the edition

  function own() {
    if (!kept) return memory;
    try { return annotations.read(JSON.parse(localStorage.getItem(KEPT))) || memory; } catch (refused) { return memory; }
  }

  // Whether the browser kept them.
  function keep(items) {
    memory = items;
    try { localStorage.setItem(KEPT, JSON.stringify(annotations.write(items))); kept = true; } catch (refused) { kept = false; }
    show();
    return kept;
  }

  const every = () => annotations.merge(lent, own()).items.filter(item => item.body.value);
  const on = place => every().filter(item => annotations.placeOf(item) === place);

  function show() {
    if (!home) return;
    all(".para__note", home).forEach(line => { line.remove(); });
    every().forEach(item => {
      const [slug, key] = annotations.placeOf(item).split("#"), paragraph = slug === home.dataset.slug && document.getElementById(key);
      if (!paragraph || !paragraph.matches(".para")) return;
      const line = document.createElement("p");
      line.className = "para__note";
      line.dir = "auto";
      line.textContent = item.body.value;
      paragraph.append(line);
    });
  }

  function put(old, text, { place, language, quoted }) {
    const now = new Date().toISOString(), others = own().filter(item => !old || item.id !== old.id);
    if (old) return keep([...others, { ...old, modified: now, body: { ...old.body, value: text } }]);
    const id = `urn:uuid:${crypto.randomUUID ? crypto.randomUUID() : random()}`;
    return keep([...others, annotations.note({ id, place, text, language, quoted, now })]);
  }

  // A version 4 UUID, where the page is no secure context: over http.
  function random() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    return Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  function panel(context, body, status, tools) {
    const say = key => context.words.strings[`note.${key}`], place = `${context.slug}#${context.place.first}`;
    const about = { place, language: load.page, quoted: context.passage.pieces[0].text };
    const redraw = told => { tools.panel(context, "note", (again, inner, line) => { panel(again, inner, line, tools); line.textContent = told; }); };
    body.append(tools.make("p", "", say("lead")));
    [...on(place), null].forEach(item => {
      const area = tools.make("textarea", "menu__note");
      area.value = item ? item.body.value : "";
      area.dir = "auto";
      area.setAttribute("aria-label", say("label"));
      body.append(area, tools.button(say("keep"), () => {
        if (area.value.trim()) redraw(put(item, area.value.trim(), about) ? say("kept") : say("unkept"));
      }), " ");
      if (item) body.append(tools.button(say("remove"), () => { remove(item); redraw(say("removed")); }));
    });
    const file = tools.make("label", "menu__file", `${say("open")} `), input = tools.make("input");
    input.type = "file";
    input.accept = ".json,.jsonld,application/json,application/ld+json";
    input.addEventListener("change", () => { take(input.files[0]).then(found => { redraw(found ? quote.fill(say("opened"), { n: found.taken, same: found.same }) : say("bad")); }); });
    file.append(input);
    const text = () => `${JSON.stringify(annotations.write(every()), null, 1)}\n`;
    body.append(tools.make("hr"), tools.button(say("save"), () => { tools.save("notes.jsonld", text(), "application/ld+json"); }), " ",
      tools.button(say("stick"), () => { tools.save("notes.js", `edition.notes(${text().trim()});\n`, "text/javascript"); }), " ", file);
  }

  // A note that lies with the edition cannot be taken out of its file: it is kept as empty.
  function remove(item) {
    if (lent.some(each => each.id === item.id)) put(item, "", {});
    else keep(own().filter(each => each.id !== item.id));
  }

  async function take(file) {
    let found = null;
    try { found = annotations.read(JSON.parse(await file.text())); } catch (bad) { /* told below */ }
    if (!found) return null;
    const merged = annotations.merge(own(), found);
    keep(merged.items);
    return merged;
  }

  window.edition.notes = page => { lent = annotations.read(page) || []; show(); };
  menu.actions.push({ name: "note", run: (context, tools) => { tools.panel(context, "note", (again, body, status) => { panel(again, body, status, tools); }); } });
  show();
  load.script("notes.js").catch(() => {});
})();
