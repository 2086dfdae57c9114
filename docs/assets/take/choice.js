// The passages that a reader chose for a hand-out: in the address of the hand-out, in the browser,
// in a file. ?p=a-res-71-209.op3.op4,a-res-68-193.pp2. Needs edition.js.
(() => {
  "use strict";
  const KEPT = "handout", MOST = 200;
  const PLACE = /^[a-z0-9]+(?:-[a-z0-9]+)*#[a-z0-9]+(?:[-_][a-z0-9]+)*$/;

  function sound(places) {
    return Array.from(new Set(places.filter(each => typeof each === "string" && PLACE.test(each)))).slice(0, MOST);
  }

  // Places of an address: ["a-res-71-209#op3", …]; what has not the form of one is left out.
  function read(text) {
    return sound((text || "").split(",").flatMap(part => {
      const [slug, ...keys] = part.trim().split(".");
      return keys.map(key => `${slug}#${key}`);
    }));
  }

  // The same for an address, passages of one text together where they follow each other.
  function write(places) {
    const parts = [];
    places.forEach(place => {
      const [slug, key] = place.split("#"), last = parts[parts.length - 1];
      if (last && last[0] === slug) last.push(key); else parts.push([slug, key]);
    });
    return parts.map(part => part.join(".")).join(",");
  }

  function kept() {
    try { return read(localStorage.getItem(KEPT)); } catch (refused) { return memory; }
  }

  let memory = [];   // where a browser keeps nothing
  function keep(places) {
    memory = sound(places);
    try { localStorage.setItem(KEPT, write(memory)); } catch (refused) { /* the address has it all the same */ }
    return memory;
  }

  window.edition.choice = { read, write, sound, kept, keep, add: places => keep(kept().concat(places)) };
})();
