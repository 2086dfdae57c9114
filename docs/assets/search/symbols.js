// Symbols of documents in every way people type them. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const BODY = "(大会|(?:预防犯罪(?:和刑事司法)?)?委员会|经社理事会|经济及社会理事会|理事会|安理会|安全理事会)?";
  const NUMBERED = new RegExp(`${BODY}第? ?(\\d{1,4}) ?/ ?(\\d{1,4}) ?([a-d](?![a-z]))?(?:号)?(决议|决定)?(?:草案)?`);
  const SPELT = new RegExp(`${BODY}(\\d{4})年第(\\d{1,3})号(决议|决定)`);
  const COUNCIL = /(?:s\/res\/|第|安全理事会|安理会)*(\d{1,4}) ?\((\d{4})\)(?:号)?(?:决议)?/;
  const PRINTED = /(?:^|[^a-z0-9])((?:a|e|s|st|ccpcj|ctoc|cac|unodc)\/[a-z0-9.-]*[a-z0-9](?:\/[a-z0-9.-]*[a-z0-9])*)/;
  const PLAIN = /^(a|e|ccpcj|ctoc\/cop)\/(res|dec)\/(\S+)$/;
  const BODIES = { 大: "a", 经: "e", 理: "e", 委: "ccpcj", 预: "ccpcj" };

  // The first symbol of a folded text, null if there is none:
  // {start, end, form: as texts have it, own: slugs of the held instruments it may be, symbols: what
  //  the lists call it}
  function symbolIn(text) {
    return council(text) || printed(text) || numbered(text);
  }

  function council(text) {
    const match = COUNCIL.exec(text);
    return match && at(match, match[0], { form: `${match[1]}(${match[2]})`, own: [], symbols: [] });
  }

  function printed(text) {
    const match = PRINTED.exec(text);
    if (!match) return null;
    const plain = PLAIN.exec(match[1]);
    return at(match, match[1], { form: plain ? plain[3] : match[1], own: [match[1].replace(/[^a-z0-9]+/g, "-")], symbols: [match[1]] });
  }

  function numbered(text) {
    const match = SPELT.exec(text) || NUMBERED.exec(text);
    if (!match) return null;
    const spelt = match.length === 5, [, body, session, number] = match;
    const letter = spelt ? "" : match[4] || "", kind = spelt ? match[4] : match[5];
    const bodies = body ? [BODIES[body[0]] || "s"] : ["a", "e", "ccpcj"];
    const kinds = kind ? [kind === "决定" ? "dec" : "res"] : ["res", "dec"];
    const form = `${session}/${number}${letter}`;
    const own = bodies.flatMap(each => kinds.map(one => `${each}-${one}-${session}-${number}${letter}`));
    return at(match, match[0], { form, own, symbols: [`a/res/${form}`, `e/res/${form}`] });
  }

  function at(match, own, symbol) {
    const start = match.index + match[0].indexOf(own);
    return { start, end: start + own.length, ...symbol };
  }

  Object.assign(C, { symbolIn });
})();
