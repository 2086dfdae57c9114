// The passages that a page quotes, in the reading aid: brought by script where the page has them in
// the source alone, and in the order the reader chose. Needs edition.js.
(() => {
  "use strict";
  const { all } = window.edition;
  const home = document.querySelector(".edition"), turn = document.querySelector("[data-aid-line] [data-order]");
  if (!home || !turn) return;

  function kept() {
    try { return localStorage.getItem("order"); } catch (refused) { return null; }
  }

  function order(first) {
    home.classList.toggle("source-first", first);
    turn.setAttribute("aria-pressed", String(first));
  }
  turn.addEventListener("click", () => {
    const first = turn.getAttribute("aria-pressed") !== "true";
    try { localStorage.setItem("order", first ? "source" : "aid"); } catch (refused) { /* not kept, not needed */ }
    order(first);
  });
  order(kept() === "source");

  const folder = home.dataset.passages;
  if (!folder) return;
  const wanted = new Map();
  all("[data-place]").forEach(item => {
    const slug = item.dataset.place.split("#")[0];
    wanted.set(slug, [...wanted.get(slug) || [], item]);
  });

  // A mention shows the clause it is quoted for; of the aid, which has no such marks, the opening.
  function opening(words, item) {
    const longest = item.dataset.strength === "mention" ? 180 : Infinity;
    return words.length <= longest ? words : `${words.slice(0, words.lastIndexOf(" ", longest))}…`;
  }

  function draw(items, data) {
    const units = new Map(data.units.map(unit => [unit[0], unit[2]]));
    items.forEach(item => {
      const words = units.get(item.dataset.place.split("#")[1]);
      if (!words || words.startsWith("<table")) return;
      const text = document.createElement("template");
      text.innerHTML = words;
      text.content.querySelectorAll("sup, .flaw-mark").forEach(mark => { mark.remove(); });
      const aid = document.createElement(item.tagName === "LI" ? "span" : "p");
      aid.className = "item__aid";
      aid.lang = data.lang;
      aid.dir = data.dir;
      aid.textContent = opening(text.content.textContent, item);
      item.querySelector(".item__place").after(aid);
    });
    document.querySelector("[data-aid-line]").hidden = false;
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
  }
  bring();
})();
