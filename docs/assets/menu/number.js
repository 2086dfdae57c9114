// Ways into the menu on the page of a text: the number of a paragraph, by mouse, key, touch and long
// press, and what is selected. Needs menu/passage.js and menu/pop.js.
(() => {
  "use strict";
  const home = document.querySelector(".instrument[data-slug]");
  if (!home) return;
  const { all, passage, menu } = window.edition, slug = home.dataset.slug;
  if (!passage || !menu) return;   // a file did not come, or the reader has left already
  const HOLD = 500;   // ms that a finger rests for a long press

  const source = paragraph => paragraph.querySelector(".para__text, .para__rows");

  // The passage that is selected, in the column in which it begins; an aid is never quoted.
  function selected() {
    const range = passage.range();
    if (!range) return null;
    const touched = all(".para__text, .para__rows, .col__text, .col__table", home).filter(each => range.intersectsNode(each) && each.closest(".para[id]"));
    if (!touched.length) return null;
    const column = each => (each.closest("[data-col]") || home).dataset.col || home.dataset.main;
    const first = column(touched[0]), own = touched.filter(each => column(each) === first);
    const aid = own.some(each => each.closest(".col[data-aid]"));
    const found = aid ? passage.of(own.map(each => source(each.closest(".para")))) : passage.of(own, range);
    return found && { slug, passage: found, aid, range };
  }

  function openAt(number) {
    const paragraph = number.closest(".para"), chosen = selected();
    const inside = chosen && chosen.passage.pieces.some(each => each.key === paragraph.id);
    try { history.replaceState(history.state, "", `#${paragraph.id}`); } catch (refused) { /* the menu opens all the same */ }
    menu.open(slug, () => inside ? chosen : { slug, passage: passage.of([source(paragraph)]), aid: false }, number);
  }

  all("a.para__number", home).forEach(number => { number.setAttribute("aria-haspopup", "menu"); });

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

  menu.selected = selected;
  menu.openAt = openAt;
})();
