// The rows of a comparison: only those that changed, if a reader wishes.
(() => {
  "use strict";
  const box = document.querySelector("[data-only]"), list = document.querySelector(".rows");
  if (!box || !list) return;
  const apply = () => list.classList.toggle("rows--changed", box.checked);
  box.addEventListener("change", apply);
  apply();
})();
