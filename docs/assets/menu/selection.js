// What is selected gets a button of its own, beside its end. Needs menu/pop.js and a way in that says
// what is selected: menu/number.js or menu/places.js.
(() => {
  "use strict";
  const { menu, load } = window.edition;
  if (!menu || !menu.selected) return;
  const mark = document.createElement("button");
  Object.assign(mark, { type: "button", className: "menu__quote", hidden: true, textContent: "❝" });
  mark.addEventListener("click", event => {
    event.preventDefault();   // preview.js closes what a click elsewhere would
    const found = menu.selected();
    if (found) menu.open(found.slug, () => found, mark);
  });
  mark.addEventListener("mousedown", event => { event.preventDefault(); });   // the selection stays
  document.body.append(mark);

  function offer() {
    const found = menu.selected();
    mark.hidden = !found;
    if (!found) return;
    menu.ready(found.slug).then(words => { mark.title = words.strings.selection; mark.setAttribute("aria-label", words.strings.selection); }, () => {});
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
  load.style("assets/menu.css");
})();
