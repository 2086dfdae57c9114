// Whether a quotation stands so, and where: window.compendium.check(text) -> a promise of
// {verdict, places: [{place, score, language, aid}], differences: [["same"|"added"|"dropped", text]], short}.
// Verdicts: exact (in an adopted text), draft (only in a draft), aid (in a translation of ours), near
// (most of its characters align, in order, with one paragraph), none. Needs search/load.js and changes.js.
(() => {
  "use strict";
  const C = globalThis.compendium;
  const NEAR = 0.7;            // of the characters of a quotation, aligned with one paragraph
  const FEWEST = 8, FEWEST_WORDS = 4;
  const PIECE = 4, MOST_PIECES = 60, MOST_UNITS = 24, LONGEST = 4000;
  const MISS = 0.6, OPEN = 1, WIDEN = 0.01;  // an alignment: a character that differs; a gap, each sign more of it
  const HAN = /[㐀-鿿]/;
  const ENDS = /^[\s"'“”‘’„«»‹›「」『』【】]+|[\s"'“”‘’„«»‹›「」『』【】]+$/g;
  const CLOSING = /[\s,.;:!?，。；：！？、]+$/;
  const CUT = /\s*(?:[[(［（]\s*)?(?:…+|\.{3,}|⋯+)(?:\s*[\])］）])?\s*/;
  const LABEL = /^\s*(?:\d{1,3}[.．]|[(（](?:[a-z]{1,4}|[一二三四五六七八九十]{1,3})[)）])\s*/gm;

  // Without blanks, full-width signs as half-width ones, quotation marks alike: what "stands so" compares.
  const QUOTES = { "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "「": '"', "」": '"', "‘": "'", "’": "'", "‐": "-", "‑": "-" };
  function bare(text) {
    return Array.from(text.normalize("NFKC").replace(/[\s\u200b\u00ad\ufeff※]+/g, ""), (each) => QUOTES[each] || each).join("");
  }

  // As one reads it: blanks beside Chinese characters and signs away, others one.
  function tidy(text) {
    return text.replace(/\s+/g, " ").replace(/ (?=[㐀-鿿，。；：、《》（）“”])|(?<=[㐀-鿿，。；：、《》（）“”]) /g, "").replace(/※/g, "").trim();
  }

  function trimmed(text) {
    let before, now = text;
    do { before = now; now = now.replace(ENDS, "").replace(CLOSING, ""); } while (now !== before);
    return now;
  }

  function tooShort(text) {
    const signs = text.match(/[\p{L}\p{N}]/gu) || [];
    return signs.some((each) => HAN.test(each)) ? signs.length < FEWEST : (text.match(/[\p{L}\p{N}]+/gu) || []).length < FEWEST_WORDS;
  }

  // The ways to read what was pasted: as it is, and without the numbers before its paragraphs. Each is
  // the parts between ellipses.
  function readings(text) {
    const all = [text, text.replace(LABEL, "")].map((each) =>
      each.split(CUT).map(trimmed).filter((part) => /[\p{L}\p{N}]/u.test(part)));
    return all[1].join() === all[0].join() ? all.slice(0, 1) : all;
  }

  // --- where it may stand --------------------------------------------------------------------------

  // Short pieces of the quotation, without blanks and signs: a paragraph that holds it holds them.
  function pieces(text) {
    const found = new Set();
    (C.fold(tidy(text)).match(/[㐀-鿿]+|(?:(?![㐀-鿿])[\p{L}\p{N}])+/gu) || []).forEach((run) => {
      if (!HAN.test(run)) { if (run.length >= PIECE) found.add(run); return; }
      if (run.length <= PIECE) { if (run.length > 1) found.add(run); return; }
      for (let at = 0; at + PIECE <= run.length; at += 2) found.add(run.slice(at, at + PIECE));
    });
    const list = Array.from(found), step = Math.ceil(list.length / MOST_PIECES);
    return list.filter((piece, at) => at % step === 0);
  }

  // The units that share most with the quotation, the rarer pieces counting more.
  async function candidates(corpus, text) {
    const scores = new Map();
    for (const piece of pieces(text)) {
      const found = await C.findPlaces(corpus, piece);
      const worth = Math.log2(2 + corpus.size / (1 + found.units.length)) * piece.length;
      Array.from(found.units).forEach((number) => scores.set(number, (scores.get(number) || 0) + worth));
    }
    return Array.from(scores).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_UNITS).map(([number]) => number);
  }

  // All units of the documents that hold the candidates, as one row of characters each.
  async function documents(corpus, numbers) {
    const rows = Array.from(new Set(numbers.map((number) => corpus.rowOf[number])));
    return Promise.all(rows.map(async (row) => {
      const first = corpus.manifest.documents[row][1];
      let end = first;
      while (end < corpus.size && corpus.rowOf[end] === row) end += 1;
      const own = Array.from({ length: end - first }, (nothing, i) => first + i);
      await C.readTexts(corpus, own);
      const units = own.map((number) => C.unitOf(corpus, number)), starts = [];
      let text = "";
      units.forEach((unit) => { starts.push(text.length); text += bare(unit.text); });
      return { units, starts, text };
    }));
  }

  // The units in which the parts of a quotation stand, one after the other: of one paragraph if there
  // are several, or of paragraphs in a row. Null where they do not.
  function standing(document, parts) {
    const { text, starts, units } = document, found = [];
    for (let at = text.indexOf(parts[0]); at >= 0; at = text.indexOf(parts[0], at + 1)) {
      let end = at + parts[0].length;
      const unit = unitAt(starts, at), limit = parts.length > 1 ? starts[unit + 1] ?? text.length : text.length;
      const rest = parts.slice(1).every((part) => {
        const next = text.indexOf(part, end);
        end = next + part.length;
        return next >= 0 && end <= limit;
      });
      if (rest && wholeWords(text, at, end, units[unit], starts[unit])) found.push(units[unit]);
    }
    return found;
  }

  function unitAt(starts, at) {
    let unit = C.lowest(starts, at + 1, 0) - 1;
    while (starts[unit + 1] === at) unit += 1;
    return unit;
  }

  // A number is not cut, and no word of letters: 12 is not in 2012, "States" not in "Statesman".
  function wholeWords(text, at, end, unit, start) {
    const cut = (left, right) => /^[0-9]{2}$/.test((left || "") + (right || ""));
    if (cut(text[at - 1], text[at]) && at > start) return false;
    if (cut(text[end - 1], text[end])) return false;
    return HAN.test(unit.text) || lettersWhole(unit.text, text.slice(at, end));
  }

  // In a text of letters the blanks were taken away: whether the quotation begins and ends at words.
  function lettersWhole(text, wanted) {
    const characters = Array.from(text), kept = [];
    characters.forEach((each, place) => Array.from(bare(each)).forEach((sign) => kept.push([sign, place])));
    const row = kept.map(([sign]) => sign).join(""), isLetter = (place) => /[\p{L}\p{N}]/u.test(characters[place] || "");
    for (let at = row.indexOf(wanted); at >= 0; at = row.indexOf(wanted, at + 1)) {
      const first = kept[at][1], last = kept[at + wanted.length - 1][1];
      if (!isLetter(first - 1) && !isLetter(last + 1)) return true;
    }
    return !row.includes(wanted);  // it goes on in the next paragraph
  }

  // --- how near it comes -----------------------------------------------------------------------------

  // The signs by which a quotation is aligned: a Chinese character, a word of letters, a number, a mark.
  function signs(text) {
    return Array.from(text.matchAll(/[㐀-鿿]|(?:(?![㐀-鿿])\p{L})+|\p{N}+|[^\s\u200b\u00ad\ufeff※]/gu), (found) =>
      ({ text: bare(found[0]), size: bare(found[0]).length, at: found.index, end: found.index + found[0].length }));
  }

  // The best alignment of a quotation with a stretch of a paragraph: matches less what differs, gaps
  // in the paragraph being cheap however long. {matches, from, to}, in characters and in signs.
  function aligned(quote, text) {
    const n = quote.length, m = text.length;
    const line = () => ({ score: new Float64Array(m + 1), hits: new Int32Array(m + 1), from: new Int32Array(m + 1) });
    const gap = line();
    let best = line();
    best.from.forEach((nothing, j) => { best.from[j] = j; });
    for (let i = 1; i <= n; i += 1) {
      const next = line(), { text: sign, size } = quote[i - 1];
      next.score[0] = best.score[0] - MISS * size;
      gap.score.fill(-1e9);
      for (let j = 1; j <= m; j += 1) {
        const same = sign === text[j - 1].text;
        let score = best.score[j - 1] + (same ? size : -MISS * size), hits = best.hits[j - 1] + (same ? size : 0), from = best.from[j - 1];
        const without = best.score[j] - MISS * size;
        if (without > score) { score = without; hits = best.hits[j]; from = best.from[j]; }
        const opened = next.score[j - 1] - OPEN, widened = gap.score[j - 1] - WIDEN, left = opened >= widened ? next : gap;
        gap.score[j] = Math.max(opened, widened);
        gap.hits[j] = left.hits[j - 1];
        gap.from[j] = left.from[j - 1];
        if (gap.score[j] > score) { score = gap.score[j]; hits = gap.hits[j]; from = gap.from[j]; }
        next.score[j] = score;
        next.hits[j] = hits;
        next.from[j] = from;
      }
      best = next;
    }
    let to = 0;
    for (let j = 1; j <= m; j += 1) if (best.score[j] > best.score[to]) to = j;
    return { matches: best.hits[to], from: best.from[to], to };
  }

  const DRAFT = (unit) => (unit.status === "draft" ? 1 : 0);
  const RANK = (unit) => (unit.aid ? 2 : DRAFT(unit));
  const ORDER = (a, b) => RANK(a) - RANK(b) || DRAFT(a) - DRAFT(b) || a.year - b.year || a.number - b.number;

  function nearest(quote, units) {
    const own = signs(quote), size = own.reduce((sum, sign) => sum + sign.size, 0);
    return units.map((unit) => {
      const text = signs(unit.text), found = aligned(own, text);
      const stretch = found.to > found.from ? unit.text.slice(text[found.from].at, text[found.to - 1].end) : "";
      return { unit, stretch, score: found.matches / size };
    }).sort((a, b) => b.score - a.score || ORDER(a.unit, b.unit));
  }

  // What a quotation adds and drops beside the source; signs at its ends are no change.
  function compared(quote, near) {
    return C.changes(C.words(trimmed(tidy(near.stretch))), C.words(trimmed(tidy(quote))));
  }

  // --- the verdict -------------------------------------------------------------------------------------

  async function corpora() {
    const { texts, aids } = await C.languages();
    return Promise.all(Array.from(new Set([...texts, ...aids])).map((language) => C.open(language)));
  }

  function placed(unit, score) {
    return { place: `${unit.slug}#${unit.key}`, score, language: unit.corpus.language, aid: unit.aid };
  }

  C.check = async (given) => {
    const text = String(given).slice(0, LONGEST), quote = trimmed(text);
    const nothing = { verdict: "none", places: [], differences: [], short: false };
    if (tooShort(quote)) return { ...nothing, short: true };
    await C.engine();
    await C.ready();
    const ways = readings(text), found = [], near = [];
    for (const corpus of await corpora()) {
      const numbers = await candidates(corpus, quote);
      const whole = await documents(corpus, numbers);
      const units = numbers.map((number) => C.unitOf(corpus, number));
      whole.forEach((document) => ways.some((parts) => {
        const bares = parts.map(bare);
        const standings = bares.length ? standing(document, bares) : [];
        found.push(...standings);
        return standings.length > 0;
      }));
      near.push(...units);
    }
    const stands = Array.from(new Set(found)).sort(ORDER), rank = stands.length ? RANK(stands[0]) : -1;
    const own = stands.filter((unit) => RANK(unit) === rank);
    const likes = (units) => nearest(ways[ways.length - 1].join(""), units).filter((each) => each.score >= NEAR);
    if (rank >= 0) {
      const adopted = rank === 1 ? likes(near.filter((unit) => RANK(unit) === 0))[0] : null;
      return {
        ...nothing, verdict: ["exact", "draft", "aid"][rank], places: own.map((unit) => placed(unit, 1)),
        differences: [["same", tidy(quote)]],
        adopted: adopted ? { ...placed(adopted.unit, adopted.score), differences: compared(quote, adopted) } : null
      };
    }
    const close = likes(near);
    if (!close.length) return nothing;
    return {
      ...nothing, verdict: "near", places: close.slice(0, 5).map((each) => placed(each.unit, Math.round(each.score * 1000) / 1000)),
      differences: compared(quote, close[0])
    };
  };
})();
