// The search of the edition: exact on folded text, from shards that load as classic scripts.
// Contract: window.compendium.search(query, options) -> Promise of {total, occurrences, hits, expanded}.
(function () {
  "use strict";
  var C = window.compendium = window.compendium || {};
  var base = document.currentScript.src.replace(/assets\/search\/engine\.js.*$/, "search/");
  var store = {};      // "texts zh 3" -> what that script brought
  var waiting = {};    // the same -> a promise of it
  var simple = null;   // traditional -> simplified
  var prepared = {};   // language -> a promise of its units

  C.receive = function (kind, language, number, data) {
    store[kind + " " + language + " " + number] = data;
  };

  function load(kind, language, number) {
    var name = kind + " " + language + " " + number;
    if (!waiting[name]) {
      var file = kind === "labels" ? "labels-" + language + ".js" : /^(?:fold|terms|languages)$/.test(kind) ? kind + ".js"
        : language + "/" + (/^(?:manifest|selftest|pieces)$/.test(kind) ? kind : kind + "-" + number) + ".js";
      waiting[name] = name in store ? Promise.resolve(store[name]) : new Promise(function (done, fail) {
        var script = document.createElement("script");
        script.src = base + file;
        script.onload = function () { script.remove(); done(store[name]); };
        script.onerror = function () { fail(new Error("cannot load " + file)); };
        document.head.appendChild(script);
      });
    }
    return waiting[name];
  }

  // --- folding: the same steps as resolutions/fold.py, character by character ---------------

  var SAME = { "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0640": "", "\u2019": "'", "\u2018": "'" };
  var known = {};

  function foldCharacter(character) {
    if (character in known) return known[character];
    var normal = "";
    Array.from(character.normalize("NFKC")).forEach(function (each) { normal += simple[each] || each; });
    var bare = normal.toLowerCase().normalize("NFD").replace(/\p{Mn}|\p{Mc}|\p{Me}/gu, "");
    var folded = /^[^\S\ufeff]+$|^[\x1c-\x1f\x85]+$/.test(bare) ? " " : bare;  // as Python has it
    folded = Array.from(folded).map(function (each) { return each in SAME ? SAME[each] : each; }).join("");
    return (known[character] = folded);
  }

  // The folded text, and for each of its characters the place in the text it came from.
  function foldWithPlaces(text) {
    var characters = [], places = [], at = 0;
    Array.from(text).forEach(function (character) {
      var folded = foldCharacter(character);
      for (var i = 0; i < folded.length; i += 1) {
        characters.push(folded[i]);
        places.push(at);
      }
      at += 1;
    });
    var kept = "", from = [];
    function isHan(c) { return c !== undefined && /[\u3400-\u9fff\uf900-\ufaff]/.test(c); }
    function isFigure(c) { return c !== undefined && c >= "0" && c <= "9"; }
    for (var i = 0; i < characters.length; i += 1) {
      if (characters[i] === " ") {
        if (kept === "" || kept[kept.length - 1] === " ") continue;
        var next = i;
        while (characters[next] === " ") next += 1;
        if (next === characters.length) break;
        var left = kept[kept.length - 1], right = characters[next];
        if ((isHan(left) && isFigure(right)) || (isFigure(left) && isHan(right))) continue;
      }
      kept += characters[i];
      from.push(places[i]);
    }
    return { text: kept, from: from };
  }

  // What every search needs comes while the page is still being read.
  load("languages", "", 0);
  load("terms", "", 0);
  C.ready = load("fold", "", 0).then(function (pairs) {
    simple = {};
    for (var i = 0; i < pairs.length; i += 2) simple[pairs[i]] = pairs[i + 1];
  });
  C.fold = function (text) { return foldWithPlaces(String(text)).text; };
  C.foldWithPlaces = foldWithPlaces;

  // --- the units of a language ---------------------------------------------------------------

  var COLUMNS = ["themes", "verb", "addressees"];

  function range(count) { return Array.from({ length: count }, function (nothing, i) { return i; }); }

  // A language once opened: its manifest, the facts of every unit and, if it is small, its texts.
  function open(language) {
    prepared[language] = prepared[language] || C.ready.then(function () { return load("manifest", language, 0); }).then(function (manifest) {
      var corpus = { manifest: manifest, language: language, size: manifest.counts.units, rows: [], made: [], read: [] };
      return Promise.all(range(manifest.counts.facts).map(function (shard) { return load("facts", language, shard); })).then(function (shards) {
        takeFacts(corpus, shards);
        return manifest.whole ? texts(corpus, range(manifest.counts.texts)) : null;
      }).then(function () { return corpus; });
    });
    return prepared[language];
  }
  C.open = open;

  function takeFacts(corpus, shards) {
    var size = corpus.size, number = 0, end = 0, bodies = [], lengths = [];
    corpus.keys = [];
    corpus.marks = {};
    corpus.starts = new Int32Array(size + 1);  // of each unit in the row of all texts
    corpus.parts = new Uint8Array(size);
    corpus.rowOf = new Int32Array(size);       // the row of its document in the manifest
    COLUMNS.forEach(function (name) { corpus[name] = new Int32Array(size); });
    shards.forEach(function (shard) {
      shard.keys.split(" ").forEach(function (key) { corpus.keys.push(key); });
      Object.assign(corpus.marks, shard.marks);
      corpus.parts.set(shard.parts, number);
      COLUMNS.forEach(function (name) { corpus[name].set(shard[name], number); });
      decode(shard.bodies).forEach(function (place) { bodies.push(place); });
      lengths = lengths.concat(shard.bodyLengths);
      shard.lengths.forEach(function (length) { end += length + corpus.manifest.gap; number += 1; corpus.starts[number] = end; });
    });
    corpus.bodies = Int32Array.from(bodies);
    corpus.bodyLengths = lengths;
    corpus.manifest.documents.forEach(function (row, i, all) {
      corpus.rowOf.fill(i, row[1], i + 1 < all.length ? all[i + 1][1] : size);
    });
  }

  // A unit: its facts at once, its text where the shard is loaded, folded when first asked for.
  function Unit(corpus, number) {
    var tables = corpus.manifest.tables, about = corpus.manifest.documents[corpus.rowOf[number]];
    this.number = number;
    this.key = corpus.keys[number];
    this.mark = corpus.marks[number] || "";
    this.part = corpus.manifest.parts[corpus.parts[number]];
    this.themes = tables.themes[corpus.themes[number]];
    this.verb = tables.verb[corpus.verb[number]];
    this.slug = about[0];
    this.first = about[1];
    this.body = about[2];
    this.year = about[3];
    this.status = about[4];
    this.aid = about[5] === 1;  // our translation
    this.corpus = corpus;
    this.both = null;
  }
  Unit.prototype = {
    get row() { return this.corpus.rows[this.number]; },
    get known() { return this.row !== undefined && !this.corpus.unread; },  // its text may be looked at
    get text() { return this.row[0]; },
    get words() { return this.row[1]; },
    get folded() { return (this.both = this.both || foldWithPlaces(this.text)).text; },
    get from() { return (this.both = this.both || foldWithPlaces(this.text)).from; },
    get addressees() {
      var names = this.corpus.manifest.tables.addressees[this.corpus.addressees[this.number]];
      return names ? names.split(" ") : [];
    }
  };

  // The languages of the texts, and those of our reading aids.
  C.languages = function () {
    return load("languages", "", 0).then(function (both) { return { texts: both[0], aids: both[1] }; });
  };

  C.unit = function (corpus, number) {
    return corpus.made[number] || (corpus.made[number] = new Unit(corpus, number));
  };

  // The number of a paragraph, -1 where the language has none of that name.
  C.numberOf = function (corpus, slug, key) {
    if (!corpus.bySlug) {
      corpus.bySlug = new Map(corpus.manifest.documents.map(function (row, i) { return [row[0], i]; }));
    }
    var row = corpus.bySlug.get(slug);
    if (row === undefined) return -1;
    for (var number = corpus.manifest.documents[row][1]; corpus.rowOf[number] === row; number += 1) {
      if (corpus.keys[number] === key) return number;
    }
    return -1;
  };

  // Load shards of texts.
  function texts(corpus, shards) {
    return Promise.all(shards.filter(function (shard) { return !corpus.read[shard]; }).map(function (shard) {
      return load("texts", corpus.language, shard).then(function (rows) {
        var first = shard * corpus.manifest.textsAShard;
        if (!corpus.read[shard]) rows.forEach(function (row, i) { corpus.rows[first + i] = row; });
        corpus.read[shard] = true;
      });
    }));
  }

  // What was loaded for earlier searches goes when it has become much: a corpus may be larger than
  // a browser's memory.
  var MOST_SHARDS = 256;
  C.tidy = function (corpus) {
    ["texts", "postings"].forEach(function (kind) {
      var head = kind + " " + corpus.language + " ";
      var names = Object.keys(store).filter(function (name) { return name.indexOf(head) === 0; });
      if (corpus.manifest.whole || names.length <= MOST_SHARDS) return;
      names.forEach(function (name) { delete store[name]; delete waiting[name]; });
      if (kind === "texts") { corpus.rows = []; corpus.read = []; corpus.made = []; corpus.titles = null; }
    });
  };

  // Load the texts of some units.
  C.read = function (corpus, numbers) {
    var each = corpus.manifest.textsAShard;
    return texts(corpus, Array.from(new Set(Array.from(numbers, function (number) { return Math.floor(number / each); }))));
  };

  // --- where a string stands --------------------------------------------------------------------------
  // {units: rising numbers, from: where in `at` the places in each begin, at: places in the unit,
  //  size: characters of the string}. Of a corpus loaded whole by reading it, else by postings.

  C.find = function (corpus, form, bounded) {
    if (!form) return Promise.resolve({ units: [], from: [0], at: [], size: 0 });
    return corpus.manifest.whole ? Promise.resolve(scan(corpus, form, bounded)) : byPieces(corpus, form, bounded);
  };

  // A symbol is bounded: no figure goes on before or after it.
  var BEFORE = /[0-9a-z\/.]/, AFTER = /[0-9]/, ONE_HAN = /[\u3400-\u9fff\uf900-\ufaff]/;

  function scan(corpus, form, bounded) {
    var units = [], from = [0], at = [];
    for (var number = 0; number < corpus.size; number += 1) {
      var text = C.unit(corpus, number).folded, before = at.length;
      for (var place = text.indexOf(form); place >= 0; place = text.indexOf(form, place + 1)) {
        if (bounded && !isBounded(text, form, place)) continue;
        at.push(place);
      }
      if (at.length > before) { units.push(number); from.push(at.length); }
    }
    return { units: units, from: from, at: at, size: form.length };
  }

  function isBounded(text, form, place) {
    var end = place + form.length;
    if (!ONE_HAN.test(form[0]) && BEFORE.test(text[place - 1] || "")) return false;
    return ONE_HAN.test(form[form.length - 1]) || !AFTER.test(text[end] || "");
  }

  // The pieces a string is made of, as resolutions/postings.py cuts the texts: {at, piece} stands
  // there itself, {at, part, before, after} is a part of one, with more of it before or after.
  function needs(form, paired) {
    var list = [], at = 0, last = form.length;
    var runs = form.match(paired ? /[\u3400-\u9fff\uf900-\ufaff]+| |[^\u3400-\u9fff\uf900-\ufaff ]+/g : / |[^ ]+/g);
    var place = 0;  // in the string; `at` counts characters
    runs.forEach(function (run) {
      var first = place === 0, final = place + run.length === last, size = Array.from(run).length;
      if (run === " ") { if (paired) list.push({ at: at, piece: " " }); }
      else if (paired && ONE_HAN.test(run[0])) {
        for (var i = 0; i + 1 < size; i += 2) list.push({ at: at + i, piece: run.slice(i, i + 2) });
        if (size % 2 && size > 1) list.push({ at: at + size - 2, piece: run.slice(size - 2) });
        if (size === 1) list.push(final ? { at: at, part: run, after: true } : { at: at, piece: run });
      }
      else if (first || final) list.push({ at: at, part: run, before: first, after: final });
      else list.push({ at: at, piece: run });
      place += run.length;
      at += size;
    });
    return { list: list, size: at };
  }

  function byPieces(corpus, form, bounded) {
    var wanted = needs(form, corpus.manifest.paired);
    return Promise.all(wanted.list.map(function (need) {
      return (need.piece ? placesOf(corpus, need.piece) : placesOfPart(corpus, need, bounded)).then(function (list) {
        return { at: need.at, list: list };
      });
    })).then(function (all) {
      all.sort(function (a, b) { return a.list.length - b.list.length; });
      var shift = all[0].at, starts = all[0].list.slice();
      for (var i = 0; shift && i < starts.length; i += 1) starts[i] -= shift;
      for (i = 1; i < all.length && starts.length; i += 1) starts = kept(starts, all[i].list, all[i].at);
      return byUnit(corpus, starts, wanted.size);
    });
  }

  // The first place in a rising list that is not below a value.
  function lowest(list, value, low) {
    var high = list.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (list[middle] < value) low = middle + 1; else high = middle;
    }
    return low;
  }
  C.lowest = lowest;

  // Of the rising starts those at which, so much further, the list has a place.
  function kept(starts, list, shift) {
    var out = new Int32Array(starts.length), count = 0, j = 0, far = list.length > 16 * starts.length;
    for (var i = 0; i < starts.length; i += 1) {
      var wanted = starts[i] + shift;
      if (far) j = lowest(list, wanted, j);
      else while (list[j] < wanted) j += 1;
      if (j >= list.length) break;
      if (list[j] === wanted) { out[count] = starts[i]; count += 1; }
    }
    return out.subarray(0, count);
  }

  function byUnit(corpus, starts, size) {
    var units = [], from = [0], at = new Int32Array(starts.length), bounds = corpus.starts, number = -1;
    var far = corpus.size > 16 * starts.length;
    for (var i = 0; i < starts.length; i += 1) {
      if (number < 0 || starts[i] >= bounds[number + 1]) {
        if (units.length) from.push(i);
        if (far) number = lowest(bounds, starts[i] + 1, number + 1) - 1;
        else do number += 1; while (starts[i] >= bounds[number + 1]);
        units.push(number);
      }
      at[i] = starts[i] - bounds[number];
    }
    if (units.length) from.push(starts.length);
    return { units: units, from: from, at: at, size: size };
  }

  // --- postings ---------------------------------------------------------------------------------------

  var decoded = new Map(), held = 0, MOST_HELD = 1.2e7;  // places kept at hand, the newest last

  function decode(text) {
    var data = atob(text), numbers = new Int32Array(data.length), many = 0, number = 0, gap = 0, shift = 0;
    for (var i = 0; i < data.length; i += 1) {
      var byte = data.charCodeAt(i);
      gap |= (byte & 127) << shift;
      if (byte & 128) { shift += 7; continue; }
      number += gap;
      numbers[many] = number;
      many += 1;
      gap = shift = 0;
    }
    return numbers.slice(0, many);
  }

  function shardOf(corpus, piece) {
    var low = 0, high = corpus.manifest.starts.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (corpus.manifest.starts[middle] <= piece) low = middle; else high = middle - 1;
    }
    return low;
  }

  // A shard of postings: piece -> its places, as they are written.
  function postings(corpus, shard) {
    return load("postings", corpus.language, shard).then(function (both) {
      if (!both.codes) {
        var codes = both[1].split(" ");
        both.codes = new Map(both[0].split(" ").map(function (piece, i) { return [piece, codes[i]]; }));
      }
      return both.codes;
    });
  }

  function placesOf(corpus, piece) {
    piece = piece === " " ? "\n" : piece;  // a blank divides the pieces of a shard
    var name = corpus.language + " " + piece, list = decoded.get(name);
    if (list) {
      decoded.delete(name);
      decoded.set(name, list);
      return Promise.resolve(list);
    }
    return postings(corpus, shardOf(corpus, piece)).then(function (codes) {
      list = decode(codes.get(piece) || "");
      if (!decoded.has(name)) held += list.length;
      decoded.set(name, list);
      decoded.forEach(function (old, each) {
        if (held > MOST_HELD && each !== name) { held -= old.length; decoded.delete(each); }
      });
      return list;
    });
  }

  // The places of a part of pieces: of every piece that holds it, begins or ends with it.
  function placesOfPart(corpus, need, bounded) {
    var han = corpus.manifest.paired && ONE_HAN.test(need.part);
    return (han ? beginning(corpus, need.part) : holding(corpus, need, bounded)).then(function (found) {
      return Promise.all(found.map(function (each) {
        return placesOf(corpus, each[0]).then(function (list) { return [list, each[1]]; });
      }));
    }).then(function (lists) {
      if (lists.length === 1 && !lists[0][1]) return lists[0][0];
      var all = new Int32Array(lists.reduce(function (sum, each) { return sum + each[0].length; }, 0)), end = 0;
      lists.forEach(function (each) {
        for (var i = 0; i < each[0].length; i += 1) all[end + i] = each[0][i] + each[1];
        end += each[0].length;
      });
      return all.sort();
    });
  }

  // The pieces that begin with a Chinese character: they lie side by side.
  function beginning(corpus, character) {
    var first = shardOf(corpus, character), last = shardOf(corpus, character + "\uffff");
    return Promise.all(range(last - first + 1).map(function (i) { return postings(corpus, first + i); })).then(function (shards) {
      var found = [];
      shards.forEach(function (codes) {
        codes.forEach(function (code, piece) { if (piece[0] === character) found.push([piece, 0]); });
      });
      return found;
    });
  }

  // [piece, characters of it before the part] for the pieces that hold a part where it may stand.
  function holding(corpus, need, bounded) {
    return load("pieces", corpus.language, 0).then(function (list) {
      corpus.pieces = corpus.pieces || " " + list + " ";
      var all = corpus.pieces, found = [];
      var wanted = (need.before ? "" : " ") + need.part + (need.after ? "" : " ");
      for (var i = all.indexOf(wanted); i >= 0; i = all.indexOf(wanted, i + 1)) {
        var place = i + (need.before ? 0 : 1), end = place + need.part.length;
        if (bounded && (need.before && BEFORE.test(all[place - 1]) || need.after && AFTER.test(all[end]))) continue;
        var start = all.lastIndexOf(" ", place) + 1;
        found.push([all.slice(start, all.indexOf(" ", end)), Array.from(all.slice(start, place)).length]);
      }
      return found;
    });
  }

  function count(text, wanted) {
    var times = 0, at = text.indexOf(wanted);
    while (at >= 0) { times += 1; at = text.indexOf(wanted, at + wanted.length); }
    return times;
  }
  C.count = count;
  C.load = load;

  // A query for an address line; half a character, which no address can hold, becomes �.
  C.encode = function (text) {
    return encodeURIComponent(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd"));
  };
  // How the language of the page names a paragraph: the rules of resolutions/words.py.
  C.naming = function () {
    return load("labels", document.documentElement.lang, 0).then(function (labels) {
      function fill(key, values) {
        return labels.strings[key].replace(/\{(\w+)\}/g, function (whole, name) { return values[name]; });
      }
      function unitName(unit, items, sole) {
        var letters = items.map(function (item) { return fill("item", { item: labels.items[item] || item }); }).join("");
        var number = unit.replace(/^\D+/, ""), again = /(bis|ter)$/.exec(unit);
        if (/^pp/.test(unit)) return fill("preambular", { n: labels.ordinals[number - 1] || number }) + letters;
        if (unit === "op") return fill("lettered", { items: letters.trim() });
        if (unit === "op1" && sole && !items.length) return labels.strings.sole;
        if (/^(?:op|p)\d/.test(unit)) return fill("operative", { n: parseInt(number, 10) + (again ? " " + labels.strings[again[1]] : ""), items: letters });
        if (/^art/.test(unit)) return fill("article", { n: number, items: letters });
        if (/^fn/.test(unit)) return fill("note", { n: number || "*" });
        return labels.strings[/^h/.test(unit) ? "heading" : unit] || labels.strings.other;
      }
      return {
        label: function (slug) { return labels.instruments[slug]; },
        paragraph: function (key, slug) {
          var parts = key.split("_")[0].split("-"), around = [], own, found;
          while (parts.length && (found = /^(annex|s(?=\d))(\d*)$/.exec(parts[0]))) {
            around.unshift(fill(found[1] === "s" ? "section" : found[2] ? "annexes" : "annex", { n: found[2] }));
            parts.shift();
          }
          var unit = parts.shift() || "", end = parts[parts.length - 1] === "end";
          own = unitName(unit, end ? parts.slice(0, -1) : parts, labels.sole.indexOf(slug) >= 0);
          return [end ? fill("end", { name: own }) : own].concat(around).join(labels.comma);
        }
      };
    });
  };
})();
