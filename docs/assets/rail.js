// The map of an instrument: which paragraph is being read, in the bar and in the contents; the
// contents as a drawer on a narrow screen; a theme marked in both. Needs edition.js.
(() => {
  "use strict";
  const { all, called } = window.edition;
  const rail = document.querySelector(".rail"), bar = document.querySelector(".bar"), spot = document.querySelector("[data-here]");
  if (!rail || !bar) return;
  const links = new Map(all("li a", rail).map(link => [link.getAttribute("href").slice(1), link]));
  const body = document.querySelector(".instrument .body");
  let shown = null;

  const stops = () => all(".para[id]", body).filter(each => links.has(each.id));

  // The last paragraph that begins no more than four lines below the bar, where addresses lead; null before the first.
  function current() {
    const line = bar.getBoundingClientRect().bottom + 64;
    let found = null;
    for (const each of stops()) {
      if (each.getBoundingClientRect().top > line) break;
      found = each;
    }
    return found;
  }

  function span(name, words) {
    const element = document.createElement("span");
    element.className = name;
    element.textContent = words;
    return element;
  }

  // "paragraph 37 / 54": of the paragraphs of its kind; on a telephone the number alone.
  function tell(paragraph) {
    const kind = Array.from(paragraph.classList).find(name => name.startsWith("para--"));
    const among = all(`.${kind}`, body).length, label = links.get(paragraph.id).querySelector("b").textContent;
    spot.replaceChildren(span("here__name", called(paragraph) || label), span("here__label", label.replace(/[·.]$/, "")), span("here__all", among > 1 ? ` / ${among}` : ""));
  }

  function follow() {
    const paragraph = current();
    if (paragraph === shown) return;
    if (shown && links.get(shown.id)) links.get(shown.id).removeAttribute("aria-current");
    shown = paragraph;
    if (!paragraph) return spot.replaceChildren();
    const link = links.get(paragraph.id), box = link.getBoundingClientRect(), frame = rail.getBoundingClientRect();
    link.setAttribute("aria-current", "location");
    if (!rail.contains(document.activeElement) && (box.top < frame.top + 80 || box.bottom > frame.bottom - 40))
      rail.scrollTop += box.top - frame.top - frame.height / 3;
    tell(paragraph);
  }

  let waiting = false;
  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; follow(); });
  }
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  addEventListener("hashchange", soon);
  follow();

  // --- the drawer ---------------------------------------------------------------------------------

  const opener = document.querySelector("[data-contents]");

  function close(back) {
    if (!rail.classList.contains("is-open")) return;
    rail.classList.remove("is-open");
    opener.setAttribute("aria-expanded", "false");
    if (back) opener.focus({ preventScroll: true });
  }

  opener.setAttribute("role", "button");
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", event => {
    event.preventDefault();
    rail.classList.add("is-open");
    opener.setAttribute("aria-expanded", "true");
    rail.focus({ preventScroll: true });
    const link = shown && links.get(shown.id);
    if (link) link.scrollIntoView({ block: "center" });
  });
  opener.addEventListener("keydown", event => { if (event.key === " ") { event.preventDefault(); opener.click(); } });
  rail.querySelector("[data-close]").addEventListener("click", () => close(true));
  rail.addEventListener("click", event => { if (event.target.closest("li a, h3 a")) close(false); });
  rail.addEventListener("keydown", event => { if (event.key === "Escape") close(true); });
  rail.addEventListener("focusout", event => { if (event.relatedTarget && !rail.contains(event.relatedTarget)) close(false); });
  document.addEventListener("pointerdown", event => { if (!rail.contains(event.target) && !opener.contains(event.target)) close(false); });

  // --- a theme marked in the text and in the contents -----------------------------------------------

  function mark(chip) {
    const on = chip.getAttribute("aria-pressed") !== "true", theme = `t-${chip.dataset.theme}`;
    all(".is-marked").forEach(each => {
      each.classList.remove("is-marked", each.dataset.marked);
      delete each.dataset.marked;
    });
    all("[data-theme]", rail).forEach(each => { each.setAttribute("aria-pressed", String(on && each === chip)); });
    if (!on) return;
    all(`.tag.${theme}`, body).map(tag => tag.closest(".para")).forEach(paragraph => {
      [paragraph, links.get(paragraph.id)].filter(Boolean).forEach(each => {
        each.classList.add("is-marked", theme);
        each.dataset.marked = theme;
      });
    });
  }

  all("[data-theme]", rail).forEach(chip => {
    chip.setAttribute("role", "button");
    chip.setAttribute("aria-pressed", "false");
    chip.addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      mark(chip);
    });
    chip.addEventListener("keydown", event => { if (event.key === " ") { event.preventDefault(); mark(chip); } });
  });

  Object.assign(window.edition, { current, stops, openRail: () => opener.click(), closeRail: close });
})();
