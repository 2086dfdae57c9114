// What the scripts of a page share: the characters of a paragraph, its words, its name, the
// paragraph of the address. Everything can be read without any of them.
(() => {
  "use strict";

  function all(selector, root) {
    return Array.from((root || document).querySelectorAll(selector));
  }

  // Offsets in the data count code points; text nodes count UTF-16 units.
  function textNodes(paragraph) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, {
      acceptNode(node) {
        return node.parentElement.closest(".note-mark, .flaw-mark, .wb")
          ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
      }
    });
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  function points(nodes) {
    const places = [];
    nodes.forEach(node => {
      let offset = 0;
      Array.from(node.data).forEach(character => {
        places.push({ node, offset, end: offset + character.length });
        offset += character.length;
      });
    });
    return places;
  }

  // The words of a Chinese text come with a script of its own, the same for every language.
  Object.entries(window.wordLengths || {}).forEach(([key, signs]) => {
    const text = document.getElementById(key)?.querySelector(".para__text[lang=zh]");
    if (text) text.dataset.words = signs;
  });

  // How long the words are that tile a text: a sign each, 1 to 9, a for 10; (40) where none serves.
  function lengths(paragraph) {
    return (paragraph.dataset.words.match(/\(\d+\)|\w/g) || []).map(sign => sign[0] === "(" ? Number(sign.slice(1, -1)) : parseInt(sign, 36));
  }

  // What the page calls a paragraph, "paragraph 9": the label of its number, less a count of ours.
  function called(paragraph) {
    const number = paragraph.querySelector("a.para__number");
    return number ? number.getAttribute("aria-label").replace(/ \[\d+\]$/, "") : "";
  }

  // The id that the address names; "" where it is no well-formed one.
  function here() {
    try { return decodeURIComponent(location.hash.slice(1)); } catch (malformed) { return ""; }
  }

  Object.assign(window.edition, { all, lengths, called, here, points, textNodes, places: paragraph => points(textNodes(paragraph)) });
})();
