// Marks on the page that a reader comes to from a search: ?mark=… says what was asked. Needs load.js.
(() => {
  "use strict";
  const wanted = new URLSearchParams(location.search).get("mark");

  function markIn(C, paragraph, forms, marks) {
    const places = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      let offset = 0;
      if (node.parentElement.closest(".note-mark, .flaw-mark, .flaw, .back, .resolved")) continue;
      Array.from(node.data).forEach(character => {
        places.push([node, offset, offset + character.length, character]);
        offset += character.length;
      });
    }
    const folded = C.foldWithPlaces(places.map(place => place[3]).join(""));
    forms.forEach(form_ => {
      for (let at = folded.text.indexOf(form_); at >= 0; at = folded.text.indexOf(form_, at + form_.length)) {
        const first = places[folded.from[at]], last = places[folded.from[at + form_.length - 1]];
        const range = new Range();
        range.setStart(first[0], first[1]);
        range.setEnd(last[0], last[2]);
        marks.add(range);
      }
    });
  }

  async function mark() {
    const C = await globalThis.compendium.engine(), forms = await C.forms(wanted), marks = new Highlight();
    document.querySelectorAll(".para__text, .notes li").forEach(paragraph => markIn(C, paragraph, forms, marks));
    CSS.highlights.set("found", marks);
  }

  if (wanted && window.Highlight && CSS.highlights) mark();
})();
