// The paragraph that a query names, in the instruments of a language. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { firstOf, numberOf } = C;

  // The number of the paragraph of an instrument that a reference names; the last one, or the last but one, too.
  function keyed(corpus, slug, key) {
    const [, unit, back] = /^(op|pp)-last([23]?)$/.exec(key) || [];
    if (!unit) return numberOf(corpus, slug, key);
    const own = new RegExp(`^${unit}\\d+$`), first = firstOf(corpus, slug), found = [];
    for (let number = first; number >= 0 && corpus.rowOf[number] === corpus.rowOf[first]; number += 1) if (own.test(corpus.keys[number])) found.push(number);
    return found[found.length - Number(back || 1)] ?? -1;
  }

  // {number, title} of the unit that a reference names and of the title above it; null where no
  // instrument held has it, or several have it.
  function namedIn(corpus, reference) {
    const { own, others = [] } = reference, slugs = own.filter(slug => numberOf(corpus, slug, "title") >= 0);
    const has = each => slugs.some(slug => keyed(corpus, slug, each) >= 0), key = has(reference.key) ? reference.key : others.find(has) || reference.key;
    const having = key ? slugs.filter(slug => keyed(corpus, slug, key) >= 0) : slugs;
    const held = having.length ? having : slugs;
    if (held.length !== 1) return null;
    const title = numberOf(corpus, held[0], "title");
    return { number: having.length && key ? keyed(corpus, held[0], key) : title, title };
  }

  Object.assign(C, { namedIn });
})();
