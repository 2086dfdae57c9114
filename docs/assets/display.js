// The size of the text, and where the switches of the bar stand. Needs edition.js.
(() => {
  "use strict";
  const root = document.documentElement, LEAST = -1, MOST = 3;
  window.edition.all("button[data-size]").forEach(button => {
    button.addEventListener("click", () => {
      const size = Number(root.dataset.size || 0) + Number(button.dataset.size);
      root.dataset.size = String(Math.max(LEAST, Math.min(MOST, size)));
      try { localStorage.setItem("size", root.dataset.size); } catch (refused) { /* not kept, not needed */ }
    });
  });

  // The switches stand in the bar where it has room, else among the settings.
  const tools = document.querySelector(".bar .tools"), settings = document.getElementById("settings");
  if (!tools || !settings) return;
  const narrow = matchMedia("(max-width: 74.99rem)"), before = tools.nextElementSibling;
  function place() {
    if (narrow.matches) settings.querySelector("h2").after(tools); else before.before(tools);
  }
  narrow.addEventListener("change", place);
  place();
})();
