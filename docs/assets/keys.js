// Single keys on the page of an instrument; one switch turns all of them off. Needs rail.js.
(() => {
  "use strict";
  const { all, current, stops, closeRail, openRail } = window.edition;

  // The list of them, in the words of the page's language.
  document.querySelector("dl.keys")?.append(...(window.keyNames || []).map(([keys, what]) => {
    const row = document.createElement("div"), key = document.createElement("dt"), says = document.createElement("dd");
    key.append(...keys.split(" ").flatMap(sign => [Object.assign(document.createElement("kbd"), { textContent: sign }), " "]));
    says.textContent = what;
    row.append(key, says);
    return row;
  }));
  const settings = document.getElementById("settings"), root = document.documentElement;
  if (!settings || !stops) return;

  // To the paragraph before or after the one being read.
  function step(by) {
    const list = stops(), at = list.indexOf(current());
    const to = list[Math.max(0, Math.min(list.length - 1, at + by))];
    to.scrollIntoView();
    to.querySelector("a.para__number")?.focus({ preventScroll: true });
  }

  function themes() {
    const box = document.querySelector(".rail__themes");
    if (!box) return;
    if (getComputedStyle(document.querySelector("[data-contents]")).display !== "none") openRail();
    box.open = true;
    box.querySelector("summary").focus();
  }

  const does = {
    j: () => step(1),
    k: () => step(-1),
    g: () => document.getElementById("jump").focus(),
    t: themes,
    n: () => document.querySelector(".around [rel=next]")?.click(),
    p: () => document.querySelector(".around [rel=prev]")?.click(),
    "?": () => { closeRail(false); settings.togglePopover?.(); }
  };

  document.addEventListener("keydown", event => {
    const busy = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (busy || event.ctrlKey || event.metaKey || event.altKey || root.dataset.keys === "off" || !Object.hasOwn(does, event.key)) return;
    event.preventDefault();
    does[event.key]();
  });

  all("[data-keys]", settings).forEach(button => {
    const show = () => button.setAttribute("aria-pressed", String(root.dataset.keys !== "off"));
    button.addEventListener("click", () => {
      root.dataset.keys = root.dataset.keys === "off" ? "on" : "off";
      try { localStorage.setItem("keys", root.dataset.keys); } catch (refused) { /* not kept, not needed */ }
      show();
    });
    show();
  });
})();
