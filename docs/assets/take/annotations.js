// Notes of one's own as W3C Web Annotations, merged by id: pure functions.
// https://www.w3.org/TR/annotation-model/
(() => {
  "use strict";
  const CONTEXT = "http://www.w3.org/ns/anno.jsonld", NAME = "urn:x-un-resolutions-edition:";
  const PLACE = /^[a-z0-9]+(?:-[a-z0-9]+)*#[a-z0-9]+(?:[-_][a-z0-9]+)*$/, LONGEST = 20000, MOST = 5000;

  // A note on a place, slug#key. `id` and `now` are given, so that the same makes the same.
  function note({ id, place, text, language, quoted, now }) {
    const [slug, key] = place.split("#");
    return {
      id, type: "Annotation", motivation: "commenting", created: now, modified: now,
      body: { type: "TextualBody", value: text, format: "text/plain", language },
      target: { source: NAME + slug, selector: [{ type: "FragmentSelector", value: key }, ...quoted ? [{ type: "TextQuoteSelector", exact: quoted }] : []] }
    };
  }

  function placeOf(item) {
    const { source, selector } = item.target, list = [selector].flat(), found = list.find(each => each && each.type === "FragmentSelector");
    return found && typeof source === "string" && source.startsWith(NAME) ? `${source.slice(NAME.length)}#${found.value}` : "";
  }

  function isNote(item) {
    return Boolean(item && typeof item.id === "string" && item.id && item.type === "Annotation" && item.target && item.body &&
      typeof item.body.value === "string" && item.body.value.length <= LONGEST && !Number.isNaN(Date.parse(item.modified)) && PLACE.test(placeOf(item)));
  }

  // The notes of a page of annotations; null where it is none.
  function read(page) {
    if (!page || page.type !== "AnnotationPage" || !Array.isArray(page.items)) return null;
    return page.items.filter(isNote).slice(0, MOST);
  }

  const write = items => ({ "@context": CONTEXT, id: `${NAME}notes`, type: "AnnotationPage", items });

  // Both lists by id, the later version of each; {items, taken, same}.
  function merge(own, others) {
    const byId = new Map(own.map(item => [item.id, item]));
    let taken = 0, same = 0;
    others.forEach(item => {
      const held = byId.get(item.id);
      if (held && Date.parse(held.modified) >= Date.parse(item.modified)) { same += 1; return; }
      byId.set(item.id, item);
      taken += 1;
    });
    return { items: Array.from(byId.values()), taken, same };
  }

  window.edition.annotations = { note, placeOf, read, write, merge };
})();
