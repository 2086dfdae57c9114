// For training pages: turns symbols of UN documents into links, to this edition where it holds the text,
// else to docs.un.org. Put at the end of a page, on the web or on the stick:
//   <script src="…/assets/links.js" data-language="en" data-in="main"></script>
// `data-language`: of the edition's pages, else that of the page; `data-in`: a selector, else all of it.
// "A/RES/71/209, para. 37" leads to the paragraph. Loads held.js, and nothing else.
(() => {
  "use strict";
  const own = document.currentScript, root = own && own.src ? new URL("../", own.src).href : "";
  const LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"];
  const SKIPPED = "a, script, style, textarea, input, select, button, code, pre, [contenteditable]";
  // A/RES/71/209, A/RES/57/270B, A/RES/S-30/1, S/RES/1373 (2001), E/RES/2012/12, A/C.3/68/L.18, E/CN.15/2011/15
  const SYMBOL = /(?<![A-Za-z0-9/])(?:A|E|S|CCPCJ|CTOC|CAC)\/[A-Za-z0-9./-]*\d[A-Za-z0-9/-]*(?: ?\((?:\d{4}|[A-Z]+)\)|\.\d+)*/g;
  // ", para. 37", "，第37段", "、paragraphe 37": right behind it
  const PARAGRAPH = /^[,，،、]?\s*(?:(?:op\.?|operative )?\s*para(?:graph|\.)?|par\.|paragraphe|párr\.|párrafo|пункт|п\.|الفقرة|第)\s*(\d{1,3})(?!\d)(?:\s*段)?/iu;

  const slugOf = symbol => symbol.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

  // The UN's own address, where one is certain to exist: the rules of resolutions/web/urls.py.
  function official(symbol, language) {
    if (/^(?:CCPCJ|CTOC|E\/DEC|A\/DEC|S\/DEC)\//.test(symbol) || !symbol.includes("/")) return "";
    if (/^E\/RES\/(?!(?:197[89]|19[89]\d|20\d\d)\/)/.test(symbol)) return "";
    if (!/^[A-Z]{1,4}\/[A-Za-z0-9./()-]+$/.test(symbol) || /\d-[A-Z]\//.test(symbol)) return "";
    return `https://docs.un.org/${language}/${symbol}`;
  }

  // Where a symbol leads; "" where it is not certain. `held`: the slugs of the edition.
  function target(symbol, paragraph, held, language) {
    const bare = symbol.replace(/ (?=\()/, ""), slug = slugOf(bare);
    if (held.has(slug)) return `${root}${language}/go.html?p=${slug}${paragraph ? `.op${paragraph}` : ""}`;
    return official(bare, language);
  }

  // The links of a text: [{from, to, href}].
  function linksOf(text, held, language) {
    const found = [];
    for (const match of text.matchAll(SYMBOL)) {
      const end = match.index + match[0].length, behind = PARAGRAPH.exec(text.slice(end));
      const href = target(match[0], behind ? behind[1] : "", held, language);
      if (href) found.push({ from: match.index, to: end + (behind && href.startsWith(root) ? behind[0].length : 0), href });
    }
    return found;
  }

  function draw(place, held, language) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT, { acceptNode: node => node.parentElement && !node.parentElement.closest(SKIPPED) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT });
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes.forEach(node => {
      linksOf(node.data, held, language).reverse().forEach(({ from, to, href }) => {
        const rest = node.splitText(from), link = document.createElement("a");
        rest.splitText(to - from);
        link.href = href;
        rest.replaceWith(link);
        link.append(rest);
      });
    });
  }

  window.unResolutions = { official, linksOf, slugOf };
  if (!root) return;
  const wanted = own.dataset.language || document.documentElement.lang.slice(0, 2), language = LANGUAGES.includes(wanted) ? wanted : "en";
  const script = document.createElement("script");
  window.unResolutionsHeld = slugs => { document.querySelectorAll(own.dataset.in || "body").forEach(place => { draw(place, new Set(slugs), language); }); };
  script.src = `${root}held.js`;
  document.head.append(script);
})();
