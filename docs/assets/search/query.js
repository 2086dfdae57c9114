// What a query may mean, which units answer it, and in what order. Needs engine.js.
(function () {
  "use strict";
  var C = window.compendium;
  var lexicon = null;   // folded form -> entries of terms.js
  var longest = 0;      // of a Chinese form
  var MOST_FORMS = 24;  // ways to read one part of a query
  var SMALL = /^[的和与及等之对在以为，、]+|[的和与及等之对在以为，、]+$/g;  // words too small to ask for

  // [id, [Chinese forms], [other names, abbreviations, everyday words], [themes]] a term
  function readTerms(rows) {
    lexicon = new Map();
    rows.forEach(function (row) {
      var entry = { id: row[0], forms: row[1], themes: row[3] };
      row[1].concat(row[2]).forEach(function (form) {
        if (!lexicon.has(form)) lexicon.set(form, []);
        lexicon.get(form).push(entry);
      });
      row[1].concat(row[2]).forEach(function (form) {
        if (/[\u3400-\u9fff]/.test(form)) longest = Math.max(longest, form.length);
      });
    });
  }

  function terms() {
    return C.ready.then(function () { return C.load("terms", "", 0); }).then(function (rows) {
      if (!lexicon) readTerms(rows);
    });
  }

  // --- symbols in every way people type them -------------------------------------------------

  var NUMBER = /^(?:a\/res\/|e\/res\/|s\/res\/|a\/dec\/|e\/dec\/|res\.? ?|第)? ?(\d{1,4}) ?\/ ?(\d{1,4}) ?([a-d])?(?:号(?:决议|决定)?)?$/;
  var SPELT = /^(\d{4})年第(\d{1,3})号(?:决议|决定)$/;

  function symbolForms(folded) {
    var spelt = SPELT.exec(folded), match = NUMBER.exec(folded);
    if (spelt) return [spelt[1] + "/" + spelt[2]];
    if (match) return [match[1] + "/" + match[2] + (match[3] || "")];
    return null;
  }

  // --- parts: what must all be there, each in any of its forms ---------------------------------

  function unique(list) { return Array.from(new Set(list)); }

  function entriesOf(folded) { return lexicon.get(folded) || lexicon.get(folded.replace(/s$/, "")) || []; }

  function formsOf(entries) {
    return unique([].concat.apply([], entries.map(function (entry) { return entry.forms; })));
  }

  // The terms inside a Chinese string, from the left, the longest first: [{start, end, entries}].
  function inner(text) {
    var found = [], at = 0;
    while (at < text.length) {
      var taken = 0;
      for (var size = Math.min(longest, text.length - at); size >= 2; size -= 1) {
        var entries = lexicon.get(text.slice(at, at + size));
        if (entries) { found.push({ start: at, end: at + size, entries: entries }); taken = size; break; }
      }
      at += taken || 1;
    }
    return found;
  }

  function replaced(text, found) {
    var results = [""], at = 0;
    found.forEach(function (each) {
      var head = text.slice(at, each.start), own = text.slice(each.start, each.end);
      var forms = unique([own].concat(formsOf(each.entries)));
      var next = [];
      results.forEach(function (result) {
        forms.forEach(function (form) { if (next.length < MOST_FORMS) next.push(result + head + form); });
      });
      results = next;
      at = each.end;
    });
    return unique(results.map(function (result) { return result + text.slice(at); }));
  }

  function part(original, forms, entries, boundary) {
    var themes = unique([].concat.apply([], entries.map(function (entry) { return entry.themes; })));
    return { original: original, forms: unique([original].concat(forms)), themes: themes, symbol: Boolean(boundary) };
  }

  function understand(query, expand) {
    if (!expand) return C.fold(query) ? [part(C.fold(query), [], [])] : [];
    var parts = [], rest = C.fold(query).replace(/[\u201c\u201d\u300c\u300d]/g, '"');
    rest = rest.replace(/"([^"]*)"/g, function (whole, phrase) {
      if (phrase.trim()) parts.push(part(phrase.trim(), [], []));
      return " ";
    }).replace(/"/g, " ").trim();
    if (!rest) return parts;
    var symbol = symbolForms(rest);
    if (symbol) return parts.concat([part(symbol[0], [], [], true)]);
    var words = rest.split(" "), at = 0;
    while (at < words.length) {
      var size = words.length - at, entries = [], text = words[at];
      for (; size >= 1; size -= 1) {
        text = words.slice(at, at + size).join(" ");
        entries = entriesOf(text);
        if (entries.length || size === 1) break;
      }
      symbol = symbolForms(text);
      if (symbol) parts.push(part(symbol[0], [], [], true));
      else if (entries.length) parts.push(part(text, formsOf(entries), entries));
      else {
        var found = /[\u3400-\u9fff]/.test(text) ? inner(text) : [];
        parts.push(part(text, found.length ? replaced(text, found) : [],
          [].concat.apply([], found.map(function (each) { return each.entries; }))));
        parts[parts.length - 1].inner = found;
      }
      at += Math.max(size, 1);
    }
    return parts;
  }

  // A string that stands nowhere as a whole is taken apart: its terms, and what is left of it.
  function takenApart(one) {
    if (!one.inner || !one.inner.length) return null;
    var pieces = [], at = 0;
    one.inner.forEach(function (each) {
      if (each.start > at) pieces.push([one.original.slice(at, each.start), []]);
      pieces.push([one.original.slice(each.start, each.end), each.entries]);
      at = each.end;
    });
    if (at < one.original.length) pieces.push([one.original.slice(at), []]);
    pieces.forEach(function (piece) { if (!piece[1].length) piece[0] = piece[0].replace(SMALL, ""); });
    pieces = pieces.filter(function (piece) { return piece[1].length || piece[0].length > 1; });
    return pieces.map(function (piece) { return part(piece[0], formsOf(piece[1]), piece[1]); });
  }

  // --- answers --------------------------------------------------------------------------------

  function bounded(text, wanted) {
    var times = 0, at = text.indexOf(wanted);
    for (; at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      if (!/[0-9]/.test(text[at - 1] || "") && !/[0-9]/.test(text[at + wanted.length] || "")) times += 1;
    }
    return times;
  }

  function answers(corpus, language, one) {
    return Promise.all(one.forms.map(function (form) {
      return C.candidates(corpus, language, form).then(function (numbers) {
        var counts = new Map();
        numbers.forEach(function (number) {
          var times = one.symbol ? bounded(corpus.units[number].folded, form) : C.count(corpus.units[number].folded, form);
          if (times) counts.set(number, times);
        });
        return { form: form, counts: counts };
      });
    }));
  }

  function fits(unit, options, manifest) {
    if (unit.part === "note" && !options.notes) return false;
    var own = { instrument: unit.slug, part: unit.part, body: unit.body, year: unit.year, status: unit.status };
    var apart = Object.keys(own).some(function (facet) {
      return options[facet] && [].concat(options[facet]).map(String).indexOf(own[facet]) < 0;
    });
    if (apart) return false;
    if (options.theme) {
      var digit = unit.themes[manifest.themes.indexOf(options.theme)];
      if (!(options.strength === "focus" ? digit === "2" : digit > "0")) return false;
    }
    return !options.accepts || options.accepts(unit);
  }

  var WEIGHT = { title: 1.2, operative: 0.5, preambular: 0.25, other: -0.6, note: -0.8 };

  function wholeWord(unit, form) {
    if (!unit.words) return false;
    if (!unit.edges) {
      var at = 0;
      unit.edges = new Set([0]);
      unit.words.split(" ").forEach(function (length) { at += Number(length); unit.edges.add(at); });
      unit.from = C.foldWithPlaces(unit.text).from;
    }
    var start = unit.folded.indexOf(form);
    var end = unit.from[start + form.length];
    return start >= 0 && unit.edges.has(unit.from[start]) &&
      (end === undefined || unit.edges.has(end));
  }

  function scoreOf(unit, matches, parts, manifest) {
    var score = WEIGHT[unit.part];
    matches.forEach(function (match, i) {
      var best = 0;
      match.forEach(function (each) {
        if (!each.counts.has(unit.number)) return;
        var own = each.form === parts[i].original ? 1 : 0.8;
        var worth = own * (1 + 0.35 * Math.log(each.counts.get(unit.number)) + (wholeWord(unit, each.form) ? 0.5 : 0));
        best = Math.max(best, worth + Math.min(each.form.length, 16) * 0.03);
      });
      score += best * 2;
      parts[i].themes.forEach(function (theme) {
        var digit = unit.themes[manifest.themes.indexOf(theme)];
        score += digit === "2" ? 1.6 / parts[i].themes.length : 0;
      });
    });
    return score - Math.min(unit.folded.length, 900) / 900;
  }

  C.search = function (query, options) {
    options = options || {};
    var language = options.lang || "zh", expand = options.expand !== false;
    return Promise.all([C.open(language), expand ? terms() : C.ready]).then(function (opened) {
      var corpus = opened[0];
      if (options.fold === false) return asItStands(corpus, String(query), options);
      var parts = understand(String(query), expand);
      if (options.without) parts.forEach(function (one) {
        one.forms = one.forms.filter(function (form) { return form === one.original || options.without.indexOf(form) < 0; });
      });
      return find(corpus, language, parts).then(function (matches) {
        var empty = matches.some(function (match) { return match.every(function (each) { return !each.counts.size; }); });
        var apart = empty && expand && parts.length === 1 ? takenApart(parts[0]) : null;
        if (!apart || apart.length < 2) return result(corpus, parts, matches, options);
        return find(corpus, language, apart).then(function (again) {
          var answer = result(corpus, apart, again, options);
          var named = apart.filter(function (one) { return one.themes.length || one.forms.length > 1; });
          if (answer.total || !named.length || named.length === apart.length) return answer;
          return find(corpus, language, named).then(function (last) { return result(corpus, named, last, options); });
        });
      });
    });
  };

  // Every way in which a query may stand in a text, folded.
  C.forms = function (query) {
    return terms().then(function () {
      var parts = understand(query, true);
      return unique([].concat.apply([], parts.map(function (one) {
        var apart = takenApart(one) || [];
        return one.forms.concat([].concat.apply([], apart.map(function (each) { return each.forms; })));
      })));
    });
  };

  // Without folding: the very characters, as a reader typed them.
  function asItStands(corpus, query, options) {
    var counts = new Map();
    corpus.units.forEach(function (unit) {
      var number = query ? C.count(unit.text, query) : 0;
      if (number) counts.set(unit.number, number);
    });
    return result(corpus, [part(query, [], [])], [[{ form: query, counts: counts }]], options);
  }

  function find(corpus, language, parts) {
    return Promise.all(parts.map(function (one) { return answers(corpus, language, one); }));
  }

  // How often the forms of a part stand in a unit, none inside another.
  function times(unit, match, number) {
    var forms = match.filter(function (each) { return each.counts.has(number); });
    if (forms.length === 1) return forms[0].counts.get(number);
    var spans = [];
    forms.forEach(function (each) {
      for (var at = unit.folded.indexOf(each.form); at >= 0; at = unit.folded.indexOf(each.form, at + each.form.length)) {
        spans.push([at, at + each.form.length]);
      }
    });
    var end = 0, all = 0;
    spans.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; }).forEach(function (span) {
      if (span[0] >= end) { all += 1; end = span[1]; }
    });
    return all;
  }

  function result(corpus, parts, matches, options) {
    var sets = matches.map(function (match) {
      var all = new Set();
      match.forEach(function (each) { each.counts.forEach(function (times, number) { all.add(number); }); });
      return all;
    });
    var numbers = sets.length ? Array.from(sets[0]).filter(function (number) {
      return sets.every(function (set) { return set.has(number); });
    }) : [];
    var hits = [], occurrences = 0;
    numbers.sort(function (a, b) { return a - b; }).forEach(function (number) {
      var unit = corpus.units[number];
      if (!fits(unit, options, corpus.manifest)) return;
      matches.forEach(function (match) { occurrences += times(unit, match, number); });
      hits.push({ place: unit.slug + "#" + unit.key, score: scoreOf(unit, matches, parts, corpus.manifest), unit: unit });
    });
    hits.sort(function (a, b) { return b.score - a.score || a.unit.number - b.unit.number; });
    var expanded = [];
    parts.forEach(function (one, i) {
      matches[i].forEach(function (each) {
        if (each.form !== one.original && each.counts.size) {
          expanded.push({ from: one.original, to: each.form, paragraphs: each.counts.size });
        }
      });
    });
    return {
      total: hits.length, occurrences: occurrences, expanded: expanded,
      parts: parts.map(function (one) { return one.forms; }),
      hits: options.limit ? hits.slice(0, options.limit) : hits
    };
  }
})();
