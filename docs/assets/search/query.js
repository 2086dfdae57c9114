// Which units answer a query, and in what order. Needs engine.js and lexicon.js.
(function () {
  "use strict";
  var C = window.compendium;

  // --- weights: tuned on the `develop` half of tests/labels/queries.yml ---------------------------

  var WORDING = 3;          // all parts of the query stand in the paragraph, in the very words
  var THEME_ONLY = 0.15;    // of that, where only the theme answers and no wording
  var COMPLETE = 4;         // nothing that was asked for is missing
  var LIGHT = 0.5;          // what a word that may be missing weighs
  var PHRASE = 1.5;           // the query stands there as it was typed
  var REPEATED = 0.35;      // each doubling of the times a form stands there
  var PIECE = 0.8;          // a form that is only a piece of a longer word counts so much
  var NAME = 0.2;           // a form that stands only in the name of a body, or in a note
  var EARLY = 0.7;          // stands at the head of the paragraph
  var FOCUS = 5;            // the paragraph is about a theme of the query
  var TITLE_THEME = 0.3;    // the instrument is about a theme of the query
  var CROWD = 0.6;          // each doubling of the themes a paragraph touches
  var PART = { title: 4, operative: 1.8, preambular: 0, other: -1, note: -1 };
  var DRAFT = -0.15;         // a draft stands below the text it became
  var NEW = 2;              // the newest year of the corpus against its oldest
  var AID = -50;            // our translation stands below all texts
  var OWN_TITLE = 20;       // the symbol is the instrument's own
  var ENOUGH = 10;          // so many full answers and a phrase needs no partial ones
  var COMMON = 0.15;        // a part in so many of all paragraphs may be missing from a phrase
  var GIVE_WAY = 3;         // times a query is taken apart further
  var LEAST = 0.4;          // of the weight a partial answer must have

  // --- which units hold a part ----------------------------------------------------------------------

  // How often something stands in each unit: numbers in a row as long as the corpus, which a
  // hundred thousand hits need not fear.
  function Tally(corpus) {
    this.row = new Uint32Array(corpus.size);
    this.numbers = [];
  }
  Tally.prototype = {
    get size() { return this.numbers.length; },
    has: function (number) { return this.row[number] > 0; },
    get: function (number) { return this.row[number]; },
    set: function (number, times) { if (!this.row[number]) this.numbers.push(number); this.row[number] = times; },
    add: function (number) { this.set(number, this.row[number] || 1); },
    forEach: function (act) { for (var i = 0; i < this.numbers.length; i += 1) act(this.row[this.numbers[i]], this.numbers[i]); }
  };

  // [{form, weight, counts: Tally(unit number -> times), places, theme}] for a part.
  function answers(corpus, one, options) {
    return Promise.all(one.forms.map(function (form) {
      return C.find(corpus, form, one.symbol && /\d/.test(form)).then(function (places) {
        var counts = new Tally(corpus), other = form !== one.original && !one.symbol;
        for (var i = 0; i < places.units.length; i += 1) {
          var number = places.units[i];
          if (other && !standsFree(corpus, places, i)) continue;
          counts.set(number, timesIn(places, i));
          if (one.symbol && corpus.marks[number] && !options.notes) carry(corpus, number, counts);
        }
        return { form: form, weight: one.weight.get(form), counts: counts, places: places };
      });
    })).then(function (match) {
      themesOf(corpus, one, options).forEach(function (each) { match.push(each); });
      return match;
    });
  }

  // How often a string stands in its i-th unit, none over another.
  function timesIn(places, i) {
    var start = places.from[i], last = places.from[i + 1];
    if (last - start === 1) return 1;
    for (var end = -1, times = 0; start < last; start += 1) {
      if (places.at[start] >= end) { times += 1; end = places.at[start] + places.size; }
    }
    return times;
  }

  // Another form than the typed one must stand elsewhere than in the name of a body.
  function standsFree(corpus, places, i) { return places.size >= 8 || freeOf(corpus, places, i).times > 0; }

  // Where a string stands in its i-th unit outside the names of bodies: times and the first place.
  function freeOf(corpus, places, i) {
    var base = corpus.starts[places.units[i]], found = { times: 0, first: -1 }, end = -1;
    for (var j = places.from[i]; j < places.from[i + 1]; j += 1) {
      var at = places.at[j];
      if (at < end) continue;
      end = at + places.size;
      if (inBody(corpus, base + at, places.size)) continue;
      if (!found.times) found.first = at;
      found.times += 1;
    }
    return found;
  }

  function inBody(corpus, start, size) {
    var near = C.lowest(corpus.bodies, start + 1, 0) - 1;
    if (near < 0) return false;
    var from = corpus.bodies[near], end = from + corpus.bodyLengths[near];
    return start + size <= end && !(start === from && start + size === end);
  }

  // A symbol that stands in a note counts for the paragraph that calls the note.
  function carry(corpus, note, counts) {
    var key = corpus.marks[note].replace(/-mark\d+$/, "");
    for (var number = note - 1; number >= 0 && corpus.rowOf[number] === corpus.rowOf[note]; number -= 1) {
      if (corpus.keys[number] === key) { if (!counts.has(number)) counts.set(number, 1); return; }
    }
  }

  // Paragraphs whose focus is the theme of a crime that was asked for, whatever their words; of
  // several themes, one at least. The facts say it, so no text need be loaded.
  function themesOf(corpus, one, options) {
    return one.focus.map(function (themes) {
      var form = "theme:" + themes.join("+"), counts = new Tally(corpus);
      var places = themes.map(function (theme) { return corpus.manifest.themes.indexOf(theme); });
      if ((options.without || []).indexOf(form) >= 0) return { form: form, counts: counts };
      var fit = corpus.manifest.tables.themes.map(function (row) {
        var digits = places.map(function (place) { return row[place]; });
        return digits.indexOf("2") >= 0 && digits.indexOf("0") < 0;
      });
      for (var number = 0; number < corpus.size; number += 1) if (fit[corpus.themes[number]]) counts.set(number, 1);
      return { form: form, theme: themes, weight: THEME_ONLY, counts: counts };
    }).filter(function (each, i, all) {
      return each.counts.size && all.findIndex(function (other) { return other.form === each.form; }) === i;
    });
  }

  // --- facets ---------------------------------------------------------------------------------------

  var FACETS = ["theme", "instrument", "body", "year", "status", "part", "verb", "addressee"];

  // What a unit is under a facet: the column that has its number in `own`, a list of values.
  function facetsOf(corpus, strength) {
    var least = strength === "focus" ? "2" : "1", name = "facets" + least;
    if (corpus[name]) return corpus[name];
    var manifest = corpus.manifest, tables = manifest.tables, asked = [];
    function one(each, i) { return [i]; }
    function byDocument(place) {
      var ids = new Map();
      var own = manifest.documents.map(function (row) {
        if (!ids.has(row[place])) ids.set(row[place], ids.size);
        return [ids.get(row[place])];
      });
      return { values: Array.from(ids.keys()), column: corpus.rowOf, own: own };
    }
    tables.addressees.forEach(function (each) {
      each.split(" ").forEach(function (id) { if (id && asked.indexOf(id) < 0) asked.push(id); });
    });
    return (corpus[name] = {
      theme: { values: manifest.themes, column: corpus.themes, own: tables.themes.map(function (row) {
        return Array.from(manifest.themes.keys()).filter(function (i) { return row[i] >= least; });
      }) },
      instrument: byDocument(0), body: byDocument(2), year: byDocument(3), status: byDocument(4),
      part: { values: manifest.parts, column: corpus.parts, own: manifest.parts.map(one) },
      verb: { values: tables.verb, column: corpus.verb, own: tables.verb.map(function (each, i) { return each ? [i] : []; }) },
      addressee: { values: asked, column: corpus.addressees, own: tables.addressees.map(function (each) {
        return each.split(" ").filter(Boolean).map(function (id) { return asked.indexOf(id); });
      }) }
    });
  }

  // Of some units those the facets let through, and for each facet how many more values there are:
  // a value counts the units that all other facets let through.
  function narrowed(corpus, numbers, options) {
    var facets = facetsOf(corpus, options.strength), kept = [], failed = new Uint8Array(numbers.length), only = new Uint8Array(numbers.length);
    FACETS.forEach(function (facet, f) {
      if (!options[facet]) return;
      var wanted = [].concat(options[facet]).map(String), column = facets[facet].column;
      var lets = facets[facet].own.map(function (own) {
        return own.some(function (value) { return wanted.indexOf(facets[facet].values[value]) >= 0; });
      });
      for (var i = 0; i < numbers.length; i += 1) if (!lets[column[numbers[i]]]) { failed[i] += 1; only[i] = f; }
    });
    for (var i = 0; i < numbers.length; i += 1) if (!failed[i]) kept.push(numbers[i]);
    return { kept: kept, counts: function () {
      var found = {};
      FACETS.forEach(function (facet, f) {
        var column = facets[facet].column, own = facets[facet].own, rows = new Uint32Array(own.length), sums = new Map();
        for (var i = 0; i < numbers.length; i += 1) if (!failed[i] || failed[i] === 1 && only[i] === f) rows[column[numbers[i]]] += 1;
        rows.forEach(function (n, row) {
          if (n) own[row].forEach(function (value) { sums.set(facets[facet].values[value], (sums.get(facets[facet].values[value]) || 0) + n); });
        });
        found[facet] = sums;
      });
      return found;
    } };
  }

  // --- the order ------------------------------------------------------------------------------------

  // Where a form stands in a unit: how often as words of the segmentation, how often as pieces of
  // longer words (\u6bd2\u54c1 inside the name of an office), and the first good place.
  function places(unit, form) {
    if (!unit.edges) edgesOf(unit);
    var found = { whole: 0, pieces: 0, first: -1 };
    for (var at = unit.folded.indexOf(form); at >= 0; at = unit.folded.indexOf(form, at + form.length)) {
      var start = unit.edges.get(at), end = at + form.length;
      var whole = !unit.words || start !== undefined && (unit.edges.has(end) || end === unit.folded.length);
      if (!whole && form.length < 8 && C.isBody(wordAt(unit, at, end))) continue;
      if (whole ? !found.whole : found.first < 0) found.first = at;
      if (whole) found.whole += 1; else found.pieces += 1;
    }
    return found;
  }

  // The word of the segmentation that a piece is in, "" where it is in none alone.
  function wordAt(unit, at, end) {
    for (var start = at; start >= 0; start -= 1) {
      if (unit.edges.has(start)) return unit.edges.get(start) >= end ? unit.folded.slice(start, unit.edges.get(start)) : "";
    }
    return "";
  }

  // Where the words of a unit start in its folded text, and where each ends.
  function edgesOf(unit) {
    var starts = new Set([0]), at = 0, before = 0;
    unit.words.split(" ").forEach(function (length) { at += Number(length); starts.add(at); });
    unit.edges = new Map();
    unit.from.forEach(function (place, i) {
      if (!i || !starts.has(place) || unit.from[i - 1] === place) return;
      unit.edges.set(before, i);
      before = i;
    });
    unit.edges.set(before, unit.folded.length);
  }

  function worthOf(unit, match) {
    var best = 0;
    match.forEach(function (each) {
      if (!each.counts.has(unit.number)) return;
      if (each.theme) { best = Math.max(best, each.weight); return; }
      var found = unit.known ? places(unit, each.form) : hoped(unit, each), times = Math.max(1, found.whole + PIECE * found.pieces);
      var worth = 1 + REPEATED * Math.log2(times) +
        (found.first >= 0 ? EARLY / (1 + found.first / 20) : 0);
      best = Math.max(best, each.weight * (found.whole ? 1 : found.pieces ? PIECE : NAME) * worth);
    });
    return best;
  }

  // The most that the places of a form in a unit may be worth, before its text is read.
  function hoped(unit, match) {
    var i = C.lowest(match.places.units, unit.number, 0);
    if (match.places.units[i] !== unit.number) return { whole: 0, pieces: 0, first: -1 };
    if (match.places.size >= 8) return { whole: match.counts.get(unit.number), pieces: 0, first: match.places.at[match.places.from[i]] };
    var free = freeOf(unit.corpus, match.places, i);
    return { whole: free.times, pieces: 0, first: free.first };
  }

  // The title of the instrument a unit is in.
  function titleOf(corpus, slug, first) {
    corpus.titles = corpus.titles || {};
    for (var n = first; !(slug in corpus.titles); n += 1) {
      if (corpus.rowOf[n] !== corpus.rowOf[first]) corpus.titles[slug] = null;
      else if (corpus.manifest.parts[corpus.parts[n]] === "title") corpus.titles[slug] = C.unit(corpus, n);
    }
    return corpus.titles[slug];
  }

  function newness(corpus, unit) {
    if (!corpus.years) {
      var years = corpus.manifest.documents.map(function (row) { return Number(row[3]); });
      corpus.years = [Math.min.apply(null, years), Math.max.apply(null, years)];
    }
    return (Number(unit.year) - corpus.years[0]) / Math.max(1, corpus.years[1] - corpus.years[0]);
  }

  function scoreOf(corpus, unit, ask, matches) {
    var crowd = ask.symbol ? unit.known ? (unit.folded.match(/\d\/\d/g) || []).length : 1 : unit.themes.replace(/0/g, "").length;
    var score = (ask.symbol ? 0 : PART[unit.part]) - CROWD * Math.log2(1 + crowd);
    var title = titleOf(corpus, unit.slug, unit.first), themes = corpus.manifest.themes;
    score += (unit.status === "draft" ? DRAFT : 0) + (unit.aid ? AID : 0) + NEW * newness(corpus, unit);
    ask.parts.forEach(function (one, i) {
      var share = one.share;
      if (matches[i].has.has(unit.number)) score += WORDING * share * worthOf(unit, matches[i]);
      one.themes.forEach(function (theme) {
        var place = themes.indexOf(theme);
        if (unit.themes[place] === "2") score += FOCUS * share / one.themes.length;
        if (title && title.themes[place] === "2") score += TITLE_THEME * share / one.themes.length;
      });
      if (one.titles.has(unit.number)) score += OWN_TITLE;
    });
    if (ask.stands && ask.stands.has(unit.number)) score += PHRASE;
    return score;
  }

  // --- search -----------------------------------------------------------------------------------------

  // In the texts of one language, the Chinese ones where none is named.
  C.search = function (query, options) {
    options = options || {};
    return C.languages().then(function (all) {
      var own = all.texts.length ? all.texts : all.aids;
      return C.open(options.lang || (own.indexOf("zh") >= 0 ? "zh" : own[0]));
    }).then(function (corpus) {
      function done() { corpus.running -= 1; }
      var search = searched(corpus, String(query), options);
      corpus.running = (corpus.running || 0) + 1;
      search.then(done, done);
      return search;
    });
  };

  function searched(corpus, query, options) {
    var expand = options.expand !== false && options.fold !== false;
    return (expand ? C.lexicon(corpus.language) : C.ready).then(function () {
      if (corpus.running === 1) C.tidy(corpus);
      if (options.fold === false) return asItStands(corpus, query, options);
      var folded = C.fold(query);
      var ask = expand ? C.understand(query, [], corpus.language) : { parts: folded ? [C.plainPart(folded)] : [], phrase: "", suggestion: "" };
      if (options.without) ask.parts.forEach(function (one) {
        one.forms = one.forms.filter(function (form) { return form === one.original || options.without.indexOf(form) < 0; });
      });
      return answered(corpus, query, ask, options, expand ? GIVE_WAY : 0, []);
    });
  }

  // A term of several words that stands nowhere gives way to the words it is made of.
  function answered(corpus, query, ask, options, turns, nowhere) {
    return find(corpus, ask, options).then(function (matches) {
      var more = [];
      ask.parts.forEach(function (one, i) {
        var several = /\S \S/.test(one.original) || /[\u3400-\u9fff]{4}/.test(one.original);
        var found = matches[i].some(function (each) { return each.counts.size; });
        if (!found && several) more = more.concat(one.entries);
      });
      if (!more.length || !turns || (options.without || []).length) {
        return C.find(corpus, ask.phrase, false).then(function (places) {
          ask.stands = new Tally(corpus);
          for (var i = 0; i < places.units.length; i += 1) ask.stands.add(places.units[i]);
          return result(corpus, ask, matches, options);
        });
      }
      more = nowhere.concat(more);
      return answered(corpus, query, C.understand(query, more, corpus.language), options, turns - 1, more);
    });
  }

  var SCRIPTS = [[/[\u3400-\u9fff]/, ["zh"]], [/[\u0400-\u04ff]/, ["ru"]], [/[\u0600-\u06ff]/, ["ar"]], [/[a-z\u00c0-\u024f]{2}/i, ["en", "fr", "es"]]];

  // Where to look for a query, in turn: the texts of the language of the page, the Chinese ones, to
  // which the terms lead from everywhere, those of the script of the query; then our translations,
  // for what was typed alone.
  function turnsOf(query, held, page) {
    var own = SCRIPTS.filter(function (row) { return row[0].test(query); }).reduce(function (all, row) { return all.concat(row[1]); }, []);
    function turn(aids) { return function (language) { return aids ? { lang: language, aids: true, expand: false } : { lang: language, aids: false }; }; }
    var texts = Array.from(new Set([page, "zh"].concat(own))).filter(function (each) { return held.texts.indexOf(each) >= 0; });
    return texts.map(turn(false)).concat(held.aids.filter(function (each) { return own.indexOf(each) >= 0; }).map(turn(true)));
  }

  // In all languages that may answer: a paragraph is one hit, in the first language that has it.
  C.everywhere = function (query, options) {
    return C.languages().then(function (held) {
      var turns = turnsOf(String(query), held, document.documentElement.lang);
      // All come while the first is searched; what fails to come, its own search tells.
      turns.forEach(function (turn) { C.open(turn.lang).catch(function () {}); });
      return turns.reduce(function (before, turn) {
        return before.then(function (results) {
          return C.search(query, Object.assign({}, options, turn, { besides: results })).then(function (found) { return results.concat(found); });
        });
      }, Promise.resolve([]));
    }).then(joined).then(function (found) { return found.more(options.limit).then(function () { return found; }); });
  };

  // A theme is one switch, in however many languages it answers.
  function widen(rows, row) {
    var same = rows.find(function (each) { return each.to === row.to && row.to.indexOf("theme:") === 0; });
    if (same) same.paragraphs = Math.max(same.paragraphs, row.paragraphs); else rows.push(row);
  }

  function joined(results) {
    // a word that stands in the texts of any language is no slip: "bearing" is not "beating"
    var slip = results.find(function (each) { return each.suggestion; });
    if (slip && results.some(function (each) { return each.stands; })) {
      slip = null;
      results = results.filter(function (each) { return each.stands; });
    }
    var found = { results: results, hits: [], suggestion: slip ? slip.suggestion : "", expanded: [], facets: {}, total: 0, complete: 0, partial: false };
    results.forEach(function (each) {
      each.given = 0;
      found.total += each.total;
      found.complete += each.complete;
      found.partial = found.partial || each.partial && each.total > each.complete;
      if (each.total) each.expanded.forEach(function (row) { widen(found.expanded, Object.assign({ lang: each.corpus.language }, row)); });
      Object.keys(each.facets).forEach(function (facet) {
        var sums = found.facets[facet] = found.facets[facet] || new Map();
        each.facets[facet].forEach(function (n, value) { sums.set(value, (sums.get(value) || 0) + n); });
      });
    });
    // the next hits of all languages by their worth, their texts read
    found.more = function (count) {
      var wanted = Math.min(found.total, found.hits.length + count);
      function step() {
        if (found.hits.length >= wanted) return Promise.resolve(found.hits);
        return Promise.all(results.map(function (each) {
          return each.hits.length > each.given || each.given >= each.total ? null : each.more(1);
        })).then(function () {
          var best = null;
          results.forEach(function (each) {
            var hit = each.hits[each.given];
            if (hit && (!best || hit.score > best.hits[best.given].score)) best = each;
          });
          var taken = best.hits[best.given];
          best.given += 1;
          found.hits.push(taken);
          return C.read(best.corpus, [taken.unit.number]).then(function () {
            // several words that stand there as one phrase are marked as one
            var phrase = best.parts.length > 1 && best.phrase && taken.unit.folded.indexOf(best.phrase) >= 0;
            taken.parts = phrase ? [[best.phrase]] : best.parts;
            return step();
          });
        });
      }
      return step();
    };
    return found;
  }

  // Every way in which a query may stand in a text of any language, folded.
  C.forms = function (query) {
    return C.ready.then(C.languages).then(function (held) {
      var all = new Set(), languages = Array.from(new Set(["zh"].concat(held.texts, held.aids))).filter(function (each) {
        return held.texts.indexOf(each) >= 0 || held.aids.indexOf(each) >= 0;
      });
      return Promise.all(languages.map(C.lexicon)).then(function () {
        languages.forEach(function (language) {
          var ask = C.understand(String(query), [], language);
          if (ask.phrase) all.add(ask.phrase);
          ask.parts.forEach(function (one) { if (!one.light) one.forms.forEach(function (form) { all.add(form); }); });
        });
        return Array.from(all);
      });
    });
  };

  // Without folding: the very characters, as a reader typed them. The folded places say where
  // they may be; then the texts must be read.
  function asItStands(corpus, query, options) {
    var folded = C.fold(query), counts = new Tally(corpus);
    var all = query && !folded ? Promise.resolve({ units: Array.from(corpus.rowOf.keys()) }) : C.find(corpus, folded, false);
    return all.then(function (places) {
      return C.read(corpus, places.units).then(function () {
        places.units.forEach(function (number) {
          var times = C.count(corpus.rows[number][0], query);
          if (times) counts.set(number, times);
        });
        var ask = { parts: query ? [C.plainPart(query)] : [], phrase: "", suggestion: "" };
        return result(corpus, ask, query ? [[{ form: query, weight: 1, counts: counts, places: places }]] : [], options);
      });
    });
  }

  function find(corpus, ask, options) {
    return Promise.all(ask.parts.map(function (one) { return answers(corpus, one, options); }));
  }

  // How often the forms of a part stand in a unit, none inside another.
  function times(number, match) {
    var forms = match.filter(function (each) { return !each.theme && each.counts.has(number); });
    if (forms.length === 1) return forms[0].counts.get(number);
    var spans = [];
    forms.forEach(function (each) {
      var i = C.lowest(each.places.units, number, 0), size = each.places.size;
      if (each.places.units[i] !== number) return;
      for (var j = each.places.from[i]; j < each.places.from[i + 1]; j += 1) spans.push([each.places.at[j], each.places.at[j] + size]);
    });
    var end = 0, all = 0;
    spans.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; }).forEach(function (span) {
      if (span[0] >= end) { all += 1; end = span[1]; }
    });
    return all;
  }

  // The units that hold a part, and what it weighs: rare words more, light ones little.
  function weigh(corpus, ask, matches) {
    var all = corpus.size, sum = 0;
    ask.parts.forEach(function (one, i) {
      var has = matches[i].has = new Tally(corpus);
      matches[i].forEach(function (each) { each.counts.forEach(function (n, number) { has.add(number); }); });
      one.titles = new Tally(corpus);
      ownTitles(corpus, one, has);
      one.rarity = Math.log((all + 1) / (Math.max(has.size, 3) + 0.5));
    });
    var named = ask.parts.filter(function (one) { return !one.light; });
    ask.parts.forEach(function (one, i) {
      // in a phrase, a term that stands nearly everywhere is no condition beside a rarer one
      var common = one.piece && ask.loose && matches[i].has.size > all * COMMON;
      if (common && named.some(function (other) { return other.rarity > one.rarity + 0.5; })) one.light = true;
      // what stands nowhere takes no weight from what does
      var absent = ask.loose && !matches[i].has.size && named.length > 1;
      one.part = absent ? 0 : (one.light ? LIGHT : 1) * (0.5 + one.rarity);
      sum += one.part;
    });
    ask.parts.forEach(function (one) { one.share = one.part / sum; });
  }

  // The rows of the held instruments whose own symbol a part is.
  function ownDocuments(corpus, one) {
    if (!one.own || !one.own.length) return [];
    return corpus.manifest.documents.filter(function (row) {
      return one.own.some(function (slug) { return row[0] === slug || row[0].indexOf(slug + "-") === 0; });
    });
  }

  function ownTitles(corpus, one, has) {
    ownDocuments(corpus, one).forEach(function (row) {
      var title = titleOf(corpus, row[0], row[1]);
      if (title) { has.add(title.number); one.titles.add(title.number); }
    });
  }

  // All that answer, narrowed by the facets; what is returned in order is read, the rest is counted.
  function result(corpus, ask, matches, options) {
    weigh(corpus, ask, matches);
    var all = answering(corpus, ask, matches, options), facets = narrowed(corpus, all.numbers, options);
    var occurrences = 0, complete = 0;
    facets.kept.forEach(function (number) {
      if (all.full.has(number)) complete += 1;
      matches.forEach(function (match) { occurrences += times(number, match); });
    });
    ask.symbol = ask.parts.length === 1 && ask.parts[0].symbol;
    var found = {
      total: facets.kept.length, complete: complete, partial: all.partial, occurrences: occurrences,
      expanded: expansions(ask, matches), suggestion: ask.suggestion,
      parts: ask.parts.map(function (one) { return one.forms; }), phrase: ask.phrase, hits: [],
      corpus: corpus,
      // whether all that was asked stands somewhere as it was typed
      stands: matches.length > 0 && matches.every(function (match, i) {
        return match.some(function (each) { return each.form === ask.parts[i].original && each.counts.size; });
      }),
      has: function (slug, key) { return all.has.has(C.numberOf(corpus, slug, key)); }
    };
    Object.defineProperty(found, "facets", { get: facets.counts });
    function score(unit) { return scoreOf(corpus, unit, ask, matches) + (all.full.has(unit.number) ? COMPLETE : 0); }
    found.more = ordered(corpus, facets.kept, score, found.hits);
    return found.more(options.limit || facets.kept.length).then(function () { return found; });
  }

  // Whether a paragraph was found before, in another language.
  function elsewhere(corpus, number, results) {
    return results.some(function (each) { return each.has(corpus.manifest.documents[corpus.rowOf[number]][0], corpus.keys[number]); });
  }

  // The units with all needed parts and, if those are few, the ones with some.
  function answering(corpus, ask, matches, options) {
    var needed = ask.parts.map(function (one, i) { return i; }).filter(function (i) { return !ask.parts[i].light; });
    var any = new Tally(corpus), full = new Tally(corpus), partial = [], note = corpus.manifest.parts.indexOf("note");
    needed.forEach(function (i) { matches[i].has.forEach(function (n, number) { any.add(number); }); });
    var weight = needed.reduce(function (sum, i) { return sum + ask.parts[i].part; }, 0);
    any.forEach(function (n, number) {
      if (corpus.parts[number] === note && !options.notes) return;
      if (options.aids !== undefined && options.aids !== (corpus.manifest.documents[corpus.rowOf[number]][5] === 1)) return;
      if (elsewhere(corpus, number, options.besides || [])) return;
      var got = 0, missing = 0;
      needed.forEach(function (i) { if (matches[i].has.has(number)) got += ask.parts[i].part; else missing += 1; });
      if (!missing) full.add(number);
      else if (got >= LEAST * weight - 1e-9) partial.push(number);
    });
    var fill = partial.length && (!full.size || ask.loose && full.size < ENOUGH);
    var has = new Tally(corpus);
    full.numbers.concat(fill ? partial : []).forEach(function (number) { has.add(number); });
    return { numbers: Uint32Array.from(has.numbers).sort(), has: has, full: full, partial: Boolean(fill) };
  }

  var AT_ONCE = 24;     // texts that are read together
  var MOST_READ = 1000; // to find the best: after so many the order is what the postings say

  // Gives the units in order, as many as are asked for. What a unit may be worth at most is known
  // before its text is read; once the best that were read beat all others' most, no more are read.
  function ordered(corpus, numbers, score, hits) {
    var most = new Float64Array(corpus.size), read = [], count = 0, whole = corpus.manifest.whole;
    corpus.unread = !whole;
    numbers.forEach(function (number) { most[number] = score(C.unit(corpus, number)); });
    corpus.unread = false;
    var heap = heapOf(numbers, function (a, b) { return most[a] > most[b] || most[a] === most[b] && a < b; });
    function asHit(number, worth) {
      var unit = C.unit(corpus, number);
      return { place: unit.slug + "#" + unit.key, score: worth, unit: unit };
    }
    function better(a, b) { return b.score - a.score || a.unit.number - b.unit.number; }
    // whether the best that was read stands before all that were not
    function settled() {
      var next = heap[0], first = read[0];
      return first && (next === undefined || first.score > most[next] || first.score === most[next] && first.unit.number < next);
    }
    return function more(wanted) {
      wanted = Math.min(hits.length + wanted, numbers.length);
      function step() {
        while (hits.length < wanted && settled()) hits.push(read.shift());
        if (count >= MOST_READ && !whole) {
          while (hits.length < wanted && read.length) hits.push(read.shift());
          while (hits.length < wanted) { var number = heap.take(); hits.push(asHit(number, most[number])); }
        }
        if (hits.length >= wanted) return Promise.resolve(hits);
        for (var some = []; heap.length && some.length < AT_ONCE;) some.push(heap.take());
        count += some.length;
        return C.read(corpus, some).then(function () {
          some.forEach(function (number) { read.push(asHit(number, whole ? most[number] : score(C.unit(corpus, number)))); });
          read.sort(better);
          return step();
        });
      }
      return step();
    };
  }

  // A heap of what is best: of a hundred thousand hits a few are asked for, sorting all would be slow.
  function heapOf(items, before) {
    var heap = items.slice();
    function sink(i) {
      for (;;) {
        var best = i, left = 2 * i + 1, swapped = heap[i];
        if (left < heap.length && before(heap[left], heap[best])) best = left;
        if (left + 1 < heap.length && before(heap[left + 1], heap[best])) best = left + 1;
        if (best === i) return;
        heap[i] = heap[best];
        heap[best] = swapped;
        i = best;
      }
    }
    for (var i = heap.length >> 1; i >= 0; i -= 1) sink(i);
    heap.take = function () {
      var first = heap[0], last = heap.pop();
      if (heap.length) { heap[0] = last; sink(0); }
      return first;
    };
    return heap;
  }

  function expansions(ask, matches) {
    var list = [];
    ask.parts.forEach(function (one, i) {
      matches[i].forEach(function (each) {
        if (each.form === one.original || !each.counts.size) return;
        var row = { from: one.original, to: each.form, paragraphs: each.counts.size };
        if (each.theme) row.themes = each.theme;
        list.push(row);
      });
    });
    return list;
  }
})();
