// The search of the edition: exact on folded text, from shards that load as classic scripts.
// Contract: window.compendium.search(query, options) -> Promise of {total, occurrences, hits, expanded}.
(function () {
  "use strict";
  var C = window.compendium = window.compendium || {};
  var base = document.currentScript.src.replace(/assets\/search\/engine\.js.*$/, "search/");
  var store = {};      // "texts zh 3" -> what that script brought
  var waiting = {};    // the same -> a promise of it
  var simple = null;   // traditional -> simplified
  var prepared = {};   // language -> {folded: [...], ...} per unit, as far as loaded

  C.receive = function (kind, language, number, data) {
    store[kind + " " + language + " " + number] = data;
  };

  function load(kind, language, number) {
    var name = kind + " " + language + " " + number;
    if (!waiting[name]) {
      var file = kind === "labels" ? "labels-" + language + ".js" : kind === "fold" || kind === "terms" ? kind + ".js"
        : language + "/" + (kind === "manifest" || kind === "selftest" ? kind : kind + "-" + number) + ".js";
      waiting[name] = name in store ? Promise.resolve(store[name]) : new Promise(function (done, fail) {
        var script = document.createElement("script");
        script.src = base + file;
        script.onload = function () { done(store[name]); };
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
    var folded = /^\s+$/.test(bare) ? " " : bare;
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

  C.ready = load("fold", "", 0).then(function (pairs) {
    simple = {};
    for (var i = 0; i < pairs.length; i += 2) simple[pairs[i]] = pairs[i + 1];
  });
  C.fold = function (text) { return foldWithPlaces(String(text)).text; };
  C.foldWithPlaces = foldWithPlaces;

  // --- the units of a language ---------------------------------------------------------------

  function crc32(text) {
    var bytes = new TextEncoder().encode(text), crc = -1;
    for (var i = 0; i < bytes.length; i += 1) {
      crc ^= bytes[i];
      for (var bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    return (crc ^ -1) >>> 0;
  }

  function decode(text) {
    var data = atob(text), numbers = [], number = -1, gap = 0, shift = 0;
    for (var i = 0; i < data.length; i += 1) {
      var byte = data.charCodeAt(i);
      gap |= (byte & 127) << shift;
      if (byte & 128) { shift += 7; continue; }
      number += gap;
      numbers.push(number);
      gap = shift = 0;
    }
    return numbers;
  }

  function open(language) {
    return C.ready.then(function () { return load("manifest", language, 0); }).then(function (manifest) {
      if (!prepared[language]) prepared[language] = { manifest: manifest, units: [] };
      var corpus = prepared[language];
      if (!manifest.whole) return corpus;
      var all = [];
      for (var i = 0; i < manifest.texts; i += 1) all.push(i);
      return Promise.all(all.map(function (shard) { return texts(corpus, language, shard); }))
        .then(function () { return corpus; });
    });
  }
  C.open = open;

  function texts(corpus, language, shard) {
    return load("texts", language, shard).then(function (rows) {
      var first = shard * corpus.manifest.unitsAShard;
      if (corpus.units[first]) return;
      rows.forEach(function (row, i) {
        var folded = foldWithPlaces(row[3]);
        corpus.units[first + i] = {
          number: first + i, key: row[0], mark: row[1], part: corpus.manifest.parts[row[2]], text: row[3],
          words: row[4], themes: row[5], verb: row[6], addressees: row[7] ? row[7].split(" ") : [], folded: folded.text, from: folded.from
        };
        var about = documentOf(corpus.manifest, first + i), unit = corpus.units[first + i];
        unit.slug = about[0]; unit.first = about[1]; unit.body = about[2]; unit.year = about[3]; unit.status = about[4];
      });
    });
  }

  function documentOf(manifest, number) {
    var low = 0, high = manifest.documents.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (manifest.documents[middle][1] <= number) low = middle; else high = middle - 1;
    }
    return manifest.documents[low];
  }

  function intersect(lists) {
    lists.sort(function (a, b) { return a.length - b.length; });
    return lists.reduce(function (kept, list) {
      var inside = new Set(list);
      return kept.filter(function (number) { return inside.has(number); });
    });
  }

  // The units that may hold a folded string: those that have all its pairs of characters.
  function candidates(corpus, language, folded) {
    var manifest = corpus.manifest;
    if (manifest.whole) {
      return Promise.resolve(corpus.units.map(function (unit) { return unit.number; }));
    }
    var grams = [], pieces = folded.length === 1 ? [folded] : [];
    for (var i = 0; i + 1 < folded.length; i += 1) pieces.push(folded.slice(i, i + 2));
    grams = Array.from(new Set(pieces)).slice(0, 64);
    return Promise.all(grams.map(function (gram) {
      return load("grams", language, crc32(gram) % manifest.grams).then(function (shard) {
        return shard[gram] ? decode(shard[gram]) : [];
      });
    })).then(function (lists) {
      var numbers = lists.length ? intersect(lists) : [];
      var shards = Array.from(new Set(numbers.map(function (n) { return Math.floor(n / manifest.unitsAShard); })));
      return Promise.all(shards.map(function (shard) { return texts(corpus, language, shard); }))
        .then(function () { return numbers; });
    });
  }

  function count(text, wanted) {
    var times = 0, at = text.indexOf(wanted);
    while (at >= 0) { times += 1; at = text.indexOf(wanted, at + wanted.length); }
    return times;
  }
  C.count = count;
  C.candidates = candidates;
  C.load = load;

  // A query for an address line; half a character, which no address can hold, becomes �.
  C.encode = function (text) {
    return encodeURIComponent(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd"));
  };
  C.texts = texts;

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
