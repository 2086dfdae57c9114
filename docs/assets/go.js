// Leads an address on: go.html?p=<slug>.<key> to its paragraph, a page that moved to its new place.
// Nothing of an address is written into a link unless it is a slug we have and a key of our form.
(() => {
  "use strict";
  const KEY = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, LONGEST = 200;
  const CARRIED = { to: KEY, text: /^[a-z]{2,3}(?:,[a-z]{2,3})*$/ };

  const moved = document.querySelector("a[data-moved]");
  if (moved) {
    const to = new URL(moved.href);  // a term: terms/kind-crime.html#bribery
    to.search = location.search;
    if (!to.hash) to.hash = location.hash;
    return location.replace(to.href);
  }

  const query = new URLSearchParams(location.search), asked = (query.get("p") || "").trim();
  const lasts = JSON.parse(document.getElementById("slugs").textContent);  // by stem: "a-res-71": "209 210"

  function isKnown(slug) {
    const at = slug.lastIndexOf("-"), stem = slug.slice(0, Math.max(at, 0));
    return Object.prototype.hasOwnProperty.call(lasts, stem) && lasts[stem].split(" ").includes(slug.slice(at + 1));
  }

  // A/C.3/68/L.18 -> a-c-3-68-l-18; A/RES/71/209.op37, A/RES/71/209#op37: with its paragraph.
  function ofSymbol(words) {
    const slug = text => text.replace(/[^a-z0-9]+/g, "-"), cut = /^(.*)[.#]([a-z][\w-]*)$/.exec(words);
    return isKnown(slug(words)) || !cut ? [slug(words)] : [slug(cut[1]), cut[2]];
  }

  // Of a text on several pages the one that holds a key: "--2"; "" for the first.
  function page(slug, key) {
    const own = document.getElementById("pages");
    const on = own ? (JSON.parse(own.textContent)[slug] || []).findIndex(keys => ` ${keys} `.includes(` ${key} `)) : 0;
    return on > 0 ? `--${on + 1}` : "";
  }

  // a-res-71-209.op37, a-res-71-209#op37; a full stop or bracket of the sentence around it is none of it.
  function place() {
    if (asked.length > LONGEST) return null;
    const plain = asked.toLowerCase().replace(/[.,;:!?)\]>"'’”»。，；：！？）】》]+$/, "");
    const parts = plain.includes("/") ? ofSymbol(plain) : plain.split(/[.#]/);
    const key = parts.length > 1 ? parts[1] : location.hash.slice(1);
    if (parts.length > 2 || !isKnown(parts[0]) || (key && !KEY.test(key))) return null;
    const carried = Object.keys(CARRIED).filter(name => CARRIED[name].test(query.get(name) || ""))
      .map(name => `${name}=${query.get(name)}`);
    return `resolutions/${parts[0]}${page(parts[0], key)}.html${carried.length ? `?${carried.join("&")}` : ""}${key ? `#${key}` : ""}`;
  }

  if (!asked) return;
  const found = place();
  if (found) return location.replace(found);
  const unknown = document.querySelector("[data-unknown]"), letters = Array.from(asked);
  unknown.querySelector("code").textContent = letters.slice(0, LONGEST).join("") + (letters.length > LONGEST ? "…" : "");
  unknown.hidden = false;
  const search = document.querySelector("[data-search-link]");
  search.href = `${search.getAttribute("href")}?${new URLSearchParams({ q: letters.slice(0, LONGEST).join("") })}`;
})();
