// What is quoted: the words of a paragraph or of a selection as the source has them, less the marks of
// notes and errata. Needs edition.js.
(() => {
  "use strict";
  const edition = window.edition, MARKS = ".note-mark, .flaw-mark, .wb";

  function cleaned(fragment) {
    fragment.querySelectorAll(MARKS).forEach(mark => { mark.remove(); });
    const rows = Array.from(fragment.querySelectorAll("tr"), row => Array.from(row.cells, cell => cell.textContent).join("\t"));
    return rows.length ? rows.join("\n") : fragment.textContent;
  }

  function contents(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range;
  }

  function label(paragraph) {
    const number = paragraph.querySelector(".para__number");
    const printed = number && !("bare" in number.dataset) ? number.textContent.trim() : "";
    return /^\[\d+\]$/.test(printed) ? "" : printed;  // the count of preambular paragraphs is ours
  }

  function piece(element, range) {
    const paragraph = element.closest(".para, [data-place]"), all = contents(element), own = all.cloneRange();
    if (range && element.contains(range.startContainer)) own.setStart(range.startContainer, range.startOffset);
    if (range && element.contains(range.endContainer)) own.setEnd(range.endContainer, range.endOffset);
    const before = all.cloneRange(), after = all.cloneRange();
    before.setEnd(own.startContainer, own.startOffset);
    after.setStart(own.endContainer, own.endOffset);
    return {
      key: paragraph.id || paragraph.dataset.place.split("#")[1], label: label(paragraph), text: cleaned(own.cloneContents()).trim(),
      before: /\S/.test(cleaned(before.cloneContents())), after: /\S/.test(cleaned(after.cloneContents()))
    };
  }

  // {lang, dir, pieces: [{key, label, text, before, after}]}; null where there are no words.
  function of(elements, range) {
    const pieces = elements.map(element => piece(element, range)).filter(each => each.text);
    const voice = elements[0].closest("[lang]"), turned = elements[0].closest("[dir]");
    return pieces.length ? { lang: voice.lang, dir: turned ? turned.dir : "ltr", pieces } : null;
  }

  function range() {
    const selection = getSelection();
    return selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  }

  edition.passage = { of, range };
})();
