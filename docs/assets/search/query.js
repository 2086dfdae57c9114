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
  var OWN_TITLE = 20;       // the symbol is the instrument's own
  var ENOUGH = 10;          // so many full answers and a phrase needs no partial ones
  var COMMON = 0.15;        // a part in so many of all paragraphs may be missing from a phrase
  var GIVE_WAY = 3;         // times a query is taken apart further
  var HALF = 0.5;           // of the weight a partial answer must have

  // --- which units hold a part ----------------------------------------------------------------------

  // How often a symbol stands in a text: no figure goes on before or after it.
  function bounded(text, wanted) {
    var times = 0, at = text.indexOf(wanted);
    for (; at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      if (!/[0-9a-z\/.]/.test(text[at - 1] || "") && !/[0-9]/.test(text[at + wanted.length] || "")) times += 1;
    }
    return times;
  }

  // [{form, weight, counts: Map(unit number -> times), theme}] for a part.
  function answers(corpus, language, one, options) {
    var own = ownDocuments(corpus, one).map(function (row) {
      return C.texts(corpus, language, Math.floor(row[1] / corpus.manifest.unitsAShard));
    });
    return Promise.all(own).then(function () { return Promise.all(one.forms.map(function (form) {
      return C.candidates(corpus, language, form).then(function (numbers) {
        var counts = new Map();
        numbers.forEach(function (number) {
          var unit = corpus.units[number], text = unit.folded;
          var times = one.symbol && /\d/.test(form) ? bounded(text, form) : C.count(text, form);
          if (!times) return;
          if (form !== one.original && !one.symbol && !standsFree(unit, form)) return;
          counts.set(number, times);
          if (one.symbol && unit.mark && !options.notes) carry(corpus, unit, counts);
        });
        return { form: form, weight: one.weight.get(form), counts: counts };
      });
    })); }).then(function (match) {
      themesOf(corpus, one, options).forEach(function (each) { match.push(each); });
      return match;
    });
  }

  // Another form than the typed one must stand elsewhere than in the name of a body.
  function standsFree(unit, form) {
    var found = places(unit, form);
    return found.whole + found.pieces > 0;
  }

  // A symbol that stands in a note counts for the paragraph that calls the note.
  function carry(corpus, note, counts) {
    var key = note.mark.replace(/-mark\d+$/, "");
    for (var number = note.number - 1; number >= 0 && corpus.units[number] && corpus.units[number].slug === note.slug; number -= 1) {
      if (corpus.units[number].key === key) { if (!counts.has(number)) counts.set(number, 1); return; }
    }
  }

  // Paragraphs whose focus is the theme of a crime that was asked for, whatever their words; of
  // several themes, one at least. Of a corpus too large to load whole, those that are loaded.
  function themesOf(corpus, one, options) {
    return one.focus.map(function (themes) {
      var form = "theme:" + themes.join("+"), counts = new Map();
      var places = themes.map(function (theme) { return corpus.manifest.themes.indexOf(theme); });
      if ((options.without || []).indexOf(form) >= 0) return { form: form, counts: counts };
      corpus.units.forEach(function (unit) {
        var digits = places.map(function (place) { return unit.themes[place]; });
        if (digits.indexOf("2") >= 0 && digits.indexOf("0") < 0) counts.set(unit.number, 1);
      });
      return { form: form, theme: themes, weight: THEME_ONLY, counts: counts };
    }).filter(function (each, i, all) {
      return each.counts.size && all.findIndex(function (other) { return other.form === each.form; }) === i;
    });
  }

  // Whether a unit is what the facets ask for; `themes`: their ids in the order of the digits.
  function fits(unit, options, themes) {
    if (unit.part === "note" && !options.notes) return false;
    var own = { instrument: unit.slug, part: unit.part, body: unit.body, year: unit.year, status: unit.status, verb: unit.verb };
    var apart = Object.keys(own).some(function (facet) {
      return options[facet] && [].concat(options[facet]).map(String).indexOf(own[facet]) < 0;
    });
    if (apart) return false;
    if (options.addressee && unit.addressees.indexOf(options.addressee) < 0) return false;
    if (options.theme) {
      var digit = unit.themes[themes.indexOf(options.theme)];
      if (!(options.strength === "focus" ? digit === "2" : digit > "0")) return false;
    }
    return true;
  }
  C.fits = fits;

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
      var found = places(unit, each.form), times = Math.max(1, found.whole + PIECE * found.pieces);
      var worth = 1 + REPEATED * Math.log2(times) +
        (found.first >= 0 ? EARLY / (1 + found.first / 20) : 0);
      best = Math.max(best, each.weight * (found.whole ? 1 : found.pieces ? PIECE : NAME) * worth);
    });
    return best;
  }

  // The title of the instrument a unit is in, as far as it is loaded.
  function titleOf(corpus, slug, first) {
    corpus.titles = corpus.titles || {};
    for (var n = first; !corpus.titles[slug] && corpus.units[n] && corpus.units[n].slug === slug; n += 1) {
      if (corpus.units[n].part === "title") corpus.titles[slug] = corpus.units[n];
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
    var crowd = ask.symbol ? (unit.folded.match(/\d\/\d/g) || []).length : unit.themes.replace(/0/g, "").length;
    var score = (ask.symbol ? 0 : PART[unit.part]) - CROWD * Math.log2(1 + crowd);
    var title = titleOf(corpus, unit.slug, unit.first), themes = corpus.manifest.themes;
    score += (unit.status === "draft" ? DRAFT : 0) + NEW * newness(corpus, unit);
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
    if (ask.phrase && unit.folded.indexOf(ask.phrase) >= 0) score += PHRASE;
    return score;
  }

  // --- search -----------------------------------------------------------------------------------------

  C.search = function (query, options) {
    options = options || {};
    query = String(query);
    var language = options.lang || "zh", expand = options.expand !== false && options.fold !== false;
    return Promise.all([C.open(language), expand ? C.lexicon(language) : C.ready]).then(function (opened) {
      var corpus = opened[0];
      if (options.fold === false) return asItStands(corpus, query, options);
      var folded = C.fold(query);
      var ask = expand ? C.understand(query) : { parts: folded ? [C.plainPart(folded)] : [], phrase: "", suggestion: "" };
      if (options.without) ask.parts.forEach(function (one) {
        one.forms = one.forms.filter(function (form) { return form === one.original || options.without.indexOf(form) < 0; });
      });
      return answered(corpus, language, query, ask, options, expand ? GIVE_WAY : 0, []);
    });
  };

  // A term of several words that stands nowhere gives way to the words it is made of.
  function answered(corpus, language, query, ask, options, turns, nowhere) {
    return find(corpus, language, ask, options).then(function (matches) {
      var more = [];
      ask.parts.forEach(function (one, i) {
        var several = /\S \S/.test(one.original) || /[\u3400-\u9fff]{4}/.test(one.original);
        var found = matches[i].some(function (each) { return each.counts.size; });
        if (!found && several) more = more.concat(one.entries);
      });
      if (!more.length || !turns || (options.without || []).length) return result(corpus, ask, matches, options);
      more = nowhere.concat(more);
      return answered(corpus, language, query, C.understand(query, more), options, turns - 1, more);
    });
  }

  // Every way in which a query may stand in a text, folded.
  C.forms = function (query) {
    return C.ready.then(function () { return C.lexicon("zh"); }).then(function () {
      var ask = C.understand(String(query)), all = new Set(ask.phrase ? [ask.phrase] : []);
      ask.parts.forEach(function (one) { if (!one.light) one.forms.forEach(function (form) { all.add(form); }); });
      return Array.from(all);
    });
  };

  // Without folding: the very characters, as a reader typed them.
  function asItStands(corpus, query, options) {
    var counts = new Map();
    corpus.units.forEach(function (unit) {
      var number = query ? C.count(unit.text, query) : 0;
      if (number) counts.set(unit.number, number);
    });
    var ask = { parts: query ? [C.plainPart(query)] : [], phrase: "", suggestion: "" };
    return result(corpus, ask, query ? [[{ form: query, weight: 1, counts: counts }]] : [], options);
  }

  function find(corpus, language, ask, options) {
    return Promise.all(ask.parts.map(function (one) { return answers(corpus, language, one, options); }));
  }

  // How often the forms of a part stand in a unit, none inside another.
  function times(unit, match) {
    var forms = match.filter(function (each) { return !each.theme && each.counts.has(unit.number); });
    if (forms.length === 1) return forms[0].counts.get(unit.number);
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

  // The units that hold a part, and what it weighs: rare words more, light ones little.
  function weigh(corpus, ask, matches) {
    var all = corpus.manifest.units, sum = 0;
    ask.parts.forEach(function (one, i) {
      var has = matches[i].has = new Set();
      matches[i].forEach(function (each) { each.counts.forEach(function (n, number) { has.add(number); }); });
      one.titles = new Set();
      ownTitles(corpus, one, has);
      one.rarity = Math.log((all + 1) / (Math.max(has.size, 3) + 0.5));
    });
    var named = ask.parts.filter(function (one) { return !one.light; });
    ask.parts.forEach(function (one, i) {
      // in a phrase, a term that stands nearly everywhere is no condition beside a rarer one
      var common = one.piece && ask.loose && matches[i].has.size > all * COMMON;
      if (common && named.some(function (other) { return other.rarity > one.rarity + 0.5; })) one.light = true;
      if (ask.loose && !one.light && !matches[i].has.size && named.length > 1) one.absent = true;
      one.part = (one.light ? LIGHT : 1) * (0.5 + one.rarity);
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

  function result(corpus, ask, matches, options) {
    weigh(corpus, ask, matches);
    var needed = ask.parts.map(function (one, i) { return i; }).filter(function (i) { return !ask.parts[i].light; });
    var all = new Set(), full = [], partial = [];
    needed.forEach(function (i) { matches[i].has.forEach(function (number) { all.add(number); }); });
    var weight = needed.reduce(function (sum, i) { return sum + ask.parts[i].part; }, 0);
    Array.from(all).sort(function (a, b) { return a - b; }).forEach(function (number) {
      if (!fits(corpus.units[number], options, corpus.manifest.themes)) return;
      var got = 0, missing = 0;
      needed.forEach(function (i) { if (matches[i].has.has(number)) got += ask.parts[i].part; else missing += 1; });
      if (!missing) full.push(number);
      else if (got >= HALF * weight - 1e-9) partial.push(number);
    });
    var fill = partial.length && (!full.length || ask.loose && full.length < ENOUGH);
    ask.symbol = ask.parts.length === 1 && ask.parts[0].symbol;
    var hits = [], occurrences = 0;
    function take(number, bonus) {
      var unit = corpus.units[number];
      matches.forEach(function (match) { occurrences += times(unit, match); });
      hits.push({ place: unit.slug + "#" + unit.key, score: scoreOf(corpus, unit, ask, matches) + bonus, unit: unit });
    }
    full.forEach(function (number) { take(number, COMPLETE); });
    if (fill) partial.forEach(function (number) { take(number, 0); });
    hits.sort(function (a, b) { return b.score - a.score || a.unit.number - b.unit.number; });
    return {
      total: hits.length, complete: full.length, partial: Boolean(fill), occurrences: occurrences,
      expanded: expansions(ask, matches), suggestion: ask.suggestion,
      parts: ask.parts.map(function (one) { return one.forms; }),
      hits: options.limit ? hits.slice(0, options.limit) : hits
    };
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
