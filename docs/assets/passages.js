// The passages that a page quotes, in the reading aid: brought by script where the page has them in
// the source alone, and in the order the reader chose. Needs edition.js.
(() => {
  "use strict";
  const { all } = window.edition;
  const home = document.querySelector(".edition"), turn = document.querySelector("[data-aid-line] [data-order]");
  const LONGEST = 180, BEFORE = 60;  // letters of the clause of a mention, and of those before its words
  if (!home || !turn) return;

  // "first" on the root, so that scheme.js sets it before anything is drawn.
  function order(first) {
    document.documentElement.dataset.first = first ? "source" : "aid";
    turn.setAttribute("aria-pressed", String(first));
  }
  turn.addEventListener("click", () => {
    const first = turn.getAttribute("aria-pressed") !== "true";
    try { localStorage.setItem("order", first ? "source" : "aid"); } catch (refused) { /* not kept, not needed */ }
    order(first);
  });
  order(document.documentElement.dataset.first === "source");

  const folder = home.dataset.passages;
  if (!folder) return;
  const wanted = new Map();
  all("[data-place]").forEach(item => {
    const slug = item.dataset.place.split("#")[0];
    wanted.set(slug, [...wanted.get(slug) || [], item]);
  });

  // Where the aid cites the entry that quotes it.
  function spot(content, item) {
    const entry = item.closest(".entry[id]");
    if (!entry) return -1;
    const cite = all("a.cite", content).find(link => link.getAttribute("href").endsWith(`#${entry.id}`));
    if (!cite) return -1;
    const range = document.createRange();
    range.setStart(content, 0);
    range.setEndBefore(cite);
    return range.toString().length;
  }

  // A mention shows a clause; where the aid does not say what for, its opening.
  function clause(words, at) {
    const start = at > BEFORE ? words.lastIndexOf(" ", at - BEFORE) + 1 : 0;
    const end = words.length <= start + LONGEST ? words.length : words.lastIndexOf(" ", start + LONGEST);
    return `${start ? "…" : ""}${words.slice(start, end)}${end < words.length ? "…" : ""}`;
  }

  function draw(items, data) {
    const units = new Map([...data.units.map(unit => [unit[0], unit[2]]), ...Object.entries(data.notes)]);
    items.forEach(item => {
      const words = units.get(item.dataset.place.split("#")[1]);
      if (!words || words.startsWith("<table")) return;
      const text = document.createElement("template");
      text.innerHTML = words;
      all("sup, .flaw-mark", text.content).forEach(mark => { mark.remove(); });
      const aid = document.createElement(item.tagName === "LI" ? "span" : "p"), whole = text.content.textContent;
      aid.className = "item__aid";
      aid.lang = data.lang;
      aid.dir = data.dir;
      aid.textContent = item.matches("div") ? whole : clause(whole, spot(text.content, item));
      item.querySelector(".item__place").after(aid);
    });
    document.querySelector("[data-aid-line]").removeAttribute("data-unbrought");
  }

  // One after the other: a script says whose words it brings by coming alone.
  async function bring() {
    for (const [slug, items] of wanted) {
      await new Promise(done => {
        window.edition.column = data => { draw(items, data); };
        const script = document.createElement("script");
        script.onload = script.onerror = done;
        script.src = `${folder}${slug}.js`;
        document.head.append(script);
      });
    }
    home.removeAttribute("data-awaits");
  }
  bring();
})();
