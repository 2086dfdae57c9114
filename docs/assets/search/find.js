// Where a string stands in the texts of a language:
// {units: rising numbers, from: where in `at` the places in each begin, at: places in the unit,
//  size: characters of the string}. Of a corpus loaded whole by reading it, else by postings.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};
  const { load, linesOf, ONE_HAN, isBounded, needs, kept, byUnit, decode } = C;

  // `bounds`: what may not stand around it, one of BOUNDS; absent where it may stand in a word.
  const findPlaces = (corpus, form, bounds) => {
    if (!form) return Promise.resolve({ units: [], from: [0], at: [], size: 0 });
    return corpus.manifest.whole ? Promise.resolve(scan(corpus, form, bounds)) : byPieces(corpus, form, bounds);
  };

  function scan(corpus, form, bounds) {
    const units = [], from = [0], at = [];
    linesOf(corpus).forEach((text, number) => {
      const before = at.length;
      for (let place = text.indexOf(form); place >= 0; place = text.indexOf(form, place + 1)) {
        if (bounds && !isBounded(text, form, place, bounds)) continue;
        at.push(place);
      }
      if (at.length > before) { units.push(number); from.push(at.length); }
    });
    return { units, from, at, size: form.length };
  }

  async function byPieces(corpus, form, bounds) {
    const wanted = needs(form, corpus.manifest.paired);
    const all = await Promise.all(wanted.list.map(async need => {
      const list = await (need.piece ? placesOf(corpus, need.piece) : placesOfPart(corpus, need, bounds));
      return { at: need.at, list };
    }));
    all.sort((a, b) => a.list.length - b.list.length);
    const shift = all[0].at;
    let starts = all[0].list.slice();
    for (let i = 0; shift && i < starts.length; i += 1) starts[i] -= shift;
    for (let i = 1; i < all.length && starts.length; i += 1) starts = kept(starts, all[i].list, all[i].at);
    return byUnit(starts, wanted.size, corpus.starts);
  }

  const decoded = new Map();  // places kept at hand, the newest last
  let held = 0;
  const MOST_HELD = 1.2e7;

  function shardOf(corpus, piece) {
    let low = 0, high = corpus.manifest.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (corpus.manifest.starts[middle] <= piece) low = middle; else high = middle - 1;
    }
    return low;
  }

  // A shard of postings: piece -> its places, as they are written.
  function postings(corpus, shard) {
    return load("postings", corpus.language, shard).then(both => {
      if (!both.codes) {
        const codes = both[1].split(" ");
        both.codes = new Map(both[0].split(" ").map((piece, i) => [piece, codes[i]]));
      }
      return both.codes;
    });
  }

  function placesOf(corpus, piece) {
    piece = piece === " " ? "\n" : piece;  // a blank divides the pieces of a shard
    const name = `${corpus.language} ${piece}`;
    let list = decoded.get(name);
    if (list) {
      decoded.delete(name);
      decoded.set(name, list);
      return Promise.resolve(list);
    }
    return postings(corpus, shardOf(corpus, piece)).then(codes => {
      list = decode(codes.get(piece) || "");
      if (!decoded.has(name)) held += list.length;
      decoded.set(name, list);
      decoded.forEach((old, each) => {
        if (held > MOST_HELD && each !== name) { held -= old.length; decoded.delete(each); }
      });
      return list;
    });
  }

  // The places of a part of pieces: of every piece that holds it, begins or ends with it.
  function placesOfPart(corpus, need, bounds) {
    const han = corpus.manifest.paired && ONE_HAN.test(need.part);
    return (han ? beginning(corpus, need.part) : holding(corpus, need, bounds)).then(found => Promise.all(found.map(each => placesOf(corpus, each[0]).then(list => [list, each[1]])))).then(lists => {
      if (lists.length === 1 && !lists[0][1]) return lists[0][0];
      const all = new Int32Array(lists.reduce((sum, each) => sum + each[0].length, 0));
      let end = 0;
      lists.forEach(each => {
        for (let i = 0; i < each[0].length; i += 1) all[end + i] = each[0][i] + each[1];
        end += each[0].length;
      });
      return all.sort();
    });
  }

  // The pieces that begin with a Chinese character: they lie side by side.
  function beginning(corpus, character) {
    const first = shardOf(corpus, character), last = shardOf(corpus, `${character}\uffff`);
    return Promise.all(Array.from({ length: last - first + 1 }, (nothing, i) => postings(corpus, first + i))).then(shards => {
      const found = [];
      shards.forEach(codes => {
        codes.forEach((code, piece) => { if (piece[0] === character) found.push([piece, 0]); });
      });
      return found;
    });
  }

  // [piece, characters of it before the part] for the pieces that hold a part where it may stand.
  function holding(corpus, need, bounds) {
    return load("pieces", corpus.language, 0).then(list => {
      corpus.pieces = corpus.pieces || ` ${list} `;
      const all = corpus.pieces, found = [];
      const wanted = (need.before ? "" : " ") + need.part + (need.after ? "" : " ");
      for (let i = all.indexOf(wanted); i >= 0; i = all.indexOf(wanted, i + 1)) {
        const place = i + (need.before ? 0 : 1), end = place + need.part.length;
        if (bounds && (need.before && bounds.before.test(all[place - 1]) || need.after && bounds.after.test(all[end]))) continue;
        const start = all.lastIndexOf(" ", place) + 1;
        found.push([all.slice(start, all.indexOf(" ", end)), Array.from(all.slice(start, place)).length]);
      }
      return found;
    });
  }

  Object.assign(C, { findPlaces, placesOf });
})();
