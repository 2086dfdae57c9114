// Ways into the menu where a page quotes paragraphs of several texts: themes, hits of the search,
// comparisons, requests, what cites and what uses a term. A button behind the name of each, and what is
// selected in those that are quoted whole. The words come from the data: a page may show an excerpt.
// Needs menu/passage.js, menu/pop.js.
(() => {
  "use strict";
  const main = document.querySelector("main[data-ways]");
  if (!main) return;
  const { all, passage, menu, load } = window.edition, NAME = ".item__place, :scope > a, .row__head, th[scope=row]";
  if (!passage || !menu) return;   // a file did not come, or the reader has left already

  // A paragraph as its text has it, in the language of the reader if there is one.
  async function whole(place) {
    const C = await load.engine(), { texts } = await C.languages();
    for (const lang of [load.page, ...texts].filter((code, at, list) => texts.includes(code) && list.indexOf(code) === at)) {
      const [unit] = await load.units(lang, [place]);
      if (unit && unit.text && !unit.aid) {
        const piece = { key: unit.key, label: "", text: unit.text, before: false, after: false };
        return { slug: unit.slug, passage: { lang, dir: lang === "ar" ? "rtl" : "ltr", pieces: [piece] }, aid: false };
      }
    }
    return null;
  }

  function add(item, ways) {
    const name = item.querySelector(NAME);
    if (!name || item.querySelector(".menu__way")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "menu__way";
    button.textContent = "⋯";
    button.title = ways;
    button.setAttribute("aria-label", `${ways}: ${name.textContent.trim()}`);
    button.setAttribute("aria-haspopup", "menu");
    button.addEventListener("click", event => {
      event.preventDefault();
      menu.open(item.dataset.place.split("#")[0], () => whole(item.dataset.place), button);
    });
    if (name.matches("th, .row__head")) name.append(" ", button); else name.after(button);
  }

  function begin(ways) {
    const each = () => { all("[data-place]", main).forEach(item => { add(item, ways); }); };
    let asked = 0;
    new MutationObserver(() => { cancelAnimationFrame(asked); asked = requestAnimationFrame(each); }).observe(main, { childList: true, subtree: true });
    each();
  }
  if (main.dataset.ways) begin(main.dataset.ways);
  else load.words().then(words => { begin(words.strings.ways); }, () => { /* no words, no menu */ });

  // A selection in paragraphs of one text that are quoted whole, in the source's own words; what a
  // filter hides is not selected.
  menu.selected = () => {
    const range = passage.range(), slugOf = each => each.closest("[data-place]").dataset.place.split("#")[0];
    const touched = range ? all("div.item[data-place] > .item__text", main).filter(each => range.intersectsNode(each) && each.getClientRects().length) : [];
    const found = touched.length && touched.every(each => slugOf(each) === slugOf(touched[0])) ? passage.of(touched, range) : null;
    return found && { slug: slugOf(touched[0]), passage: found, aid: false, range, listed: true };
  };
})();
