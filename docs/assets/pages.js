// A text on several pages: an address leads to the page that holds its paragraph or note.
(() => {
  "use strict";
  const { slug, here, keys } = JSON.parse(document.getElementById("pages").textContent);
  const pages = new Map(keys.flatMap((held, at) => held.split(" ").map(key => [key, at + 1])));

  // The page that holds a key, of a mark or an erratum that of its paragraph; 0 where none does.
  const pageOf = key => pages.get(key.replace(/-(?:flaw|mark)\d+$/, "")) || 0;

  const fileOf = page => `${slug}${page > 1 ? `--${page}` : ""}.html`;

  function lead() {
    let key = "";
    try { key = decodeURIComponent(location.hash.slice(1)); } catch (malformed) { /* names nothing */ }
    const page = pageOf(key);
    if (page && page !== here && key !== "title") location.replace(`${fileOf(page)}${location.search}${location.hash}`);
  }

  // Where a key stands that another page holds: -1 on one before this, 1 behind it, else 0; and the way to it.
  const side = key => pageOf(key) && Math.sign(pageOf(key) - here);
  const way = (key, to) => `${fileOf(pageOf(key))}?${new URLSearchParams({ to })}#${key}`;

  lead();
  addEventListener("hashchange", lead);
  Object.assign(window.edition, { pageOf, side, way, isHere: key => [here, 0].includes(pageOf(key)) });
})();
