// What a query may mean: symbols, terms in six languages, Chinese phrases taken apart. Needs engine.js.
// A query becomes parts; a part is asked for in any of its forms:
//   {original, forms: [folded string], weight: Map(form -> 0..1), focus: [[themes]], themes: [theme],
//    light: a hit may lack it, symbol: figures must end where it ends, own: [number, body, kind]}
(function () {
  "use strict";
  var C = window.compendium;
  var HAN = /[\u3400-\u9fff]/;
  var LONGEST_QUERY = 400;   // characters that are understood; what is longer is only looked for
  var MOST_SLIPS = 4;        // words of a query that are looked up for slips
  var MOST_PARTS = 12, MOST_FORMS = 40;
  var OTHER_FORM = 0.85;     // another form of the term that was asked for
  var WIDER = 0.6;           // a term that says more than the query does
  var SUBJECTS = /^(?:crime|theme|measure|person)$/;  // kinds of terms that bring the paragraphs of their theme
  var GENERIC = "trafficking"; // the theme that holds others: only where a term has no narrower one

  var absent = new Set();    // terms that a query must do without: the texts have none of their forms
  var entries = [], exact = null;  // folded form -> entries
  var longest = 0;                 // of a Chinese form
  var stems = null, forms = [];    // stem -> numbers in `forms`: {entry, stems, weight}
  var known = null;                // first letter -> word as it is written -> how often: for suggestions
  var lists = {}, words = null;    // language -> the words of its texts; those that cut a phrase
  var names = {}, tongue = "zh";   // language -> id -> what its texts call it; that of the texts asked

  // --- words of alphabets, cut to what their inflections share ------------------------------------

  var SMALL = new Set(("a an and as at by for from in into its of on or the to with about against how what which who is are be " +
    "au aux avec contre d dans de des du en et l la le les leur leurs ou par pour que qui s sur un une " +
    "al con contra del e el los las para por se sin sobre su sus una unas unos y " +
    "в во для и из к на не о об от по при с со у за " +
    // what every text of the field does: to fight, to prevent
    "fight fighting combat combating lutte lutter combattre lucha luchar combatir борьба борьбы борьбе борьбу مكافحة لمكافحة " +
    "في من علي عن الي ضد مع و او التي الذي").split(" "));
  var SYMBOL_WORD = /^(?:resolutions?|res|decisions?|resolucion(?:es)?|decision(?:es)?|резолюци\S*|решени\S*|قرار|القرار|قرارات|un|nu|onu|оон)$/;
  // Endings, the longest first; at least three letters are left.
  var LATIN = /(?:isations?|izations?|aciones|ements?|amientos?|imientos?|iciones|ations?|acion|itions?|icion|ments?|euses?|eures?|ieres?|ings?|(?<=...)ques?|eurs?|iers?|eres|ores|ives?|ados|adas|eux|ifs?|ees?|ers?|ors?|ies|ado|ada|ous|ed|es|os|as|e|(?<!s)s|a|o|y|i)$/;
  var RUSSIAN = /(?:иями|иеи|иях|иям|ием|ами|ями|ьми|ого|его|ому|ему|ыми|ими|ах|ях|ов|ев|еи|ои|ыи|ии|ая|яя|ое|ее|ые|ие|ую|юю|ам|ям|ом|ем|ия|ию|ью|ых|их|ым|им|а|я|о|е|ы|и|у|ю|ь)$/;
  var ARABIC = /[\u0600-\u06ff]/;
  var ARTICLE = /^[وفبك]?(?:ال(?=..)|لل(?=...))/, ARABIC_TAIL = /(?:ات|ون|ين|ان|ها|هم|ة|ه|ا)$/;
  // Plurals that no ending tells, each before its singular.
  var IRREGULAR = pairs("children child monnaies monnaie women woman men man thieves thief travaux travail faux fausse jueces juez " +
    "тюрем тюрьма денег деньги " +
    "جرايم جريمة ضحايا ضحية اطفال طفل سجون سجن سجناء سجين شهود شاهد اموال مال اسلحة سلاح قوانين قانون رشاوي رشوة رشاوى رشوة لصوص لص " +
    "حيوانات حيوان اعضاء عضو انواع نوع تجار تاجر قضاة قاضي قاض قاضي سفن سفينة بحار بحر ادوية دواء اثار اثر متاحف متحف مراة امراة نساء امراة فتيات فتاة " +
    "اشخاص شخص محاكم محكمة رهاين رهينة وثايق وثيقة قراصنة قرصان اصول اصل قبور قبر عبيد عبد اولاد ولد قصر قاصر دول دولة حقوق حق " +
    "شبكات شبكة مجرمين مجرم عصابات عصابة مناطق منطقة تدابير تدبير خبراء خبير صكوك صك نظم نظام انظمة نظام مبادي مبدا معايير معيار");

  var cutBefore = new Map(), nouns = new Set();   // Arabic words that stand without و, ب, ل

  function pairs(text) {
    var words = text.split(" "), found = new Map();
    for (var i = 0; i < words.length; i += 2) found.set(words[i], words[i + 1]);
    return found;
  }

  function stem(word) {
    var cut = cutBefore.get(word);
    if (cut === undefined) cutBefore.set(word, cut = cutWord(word));
    return cut;
  }
  C.stem = stem;

  function cutWord(word) {
    if (ARABIC.test(word)) return arabic(word);
    word = IRREGULAR.get(word) || word;
    if (word.length < 4) return word;
    return /[\u0400-\u04ff]/.test(word) ? russian(word) : latin(word);
  }

  function less(word, ending, kept) {
    var cut = word.replace(ending, "");
    return cut.length < kept ? word : cut;
  }

  function latin(word) {
    word = word.replace(/([^s])\1/g, "$1").replace(/eaux$/, "eau").replace(/aux$/, "al");
    word = less(less(word, LATIN, 3), /ers?$/, 5);   // launder-er-s
    return less(word, /[eiaoy]+$/, 4).replace(/ck$/, "c");
  }

  function russian(word) {
    word = less(less(word, RUSSIAN, 3), /[аеиоуыьэюя]+$/, 3);
    return word.replace(/([^аеиоуыэюя])[ое](?=[кц]$)/, "$1");   // взяток, взятка
  }

  // و, ب, ل before a word are taken off where that leaves a noun we know.
  function arabic(word) {
    var bare = word.replace(ARTICLE, "").replace(ARTICLE, ""), own = tailless(bare), rest = word.slice(1);
    if (bare === word && /^[وفبلك]/.test(word) && rest.length > 2 && !nouns.has(own) && nouns.has(tailless(rest))) return tailless(rest);
    return own;
  }

  function tailless(word) {
    word = IRREGULAR.get(word) || word;
    return less(less(less(word, ARABIC_TAIL, 3), /ي$/, 4), /[ةه]$/, 2);
  }

  function wordsOf(text) { return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean); }

  function content(list) { return list.filter(function (word) { return !SMALL.has(word) && !SYMBOL_WORD.test(word); }); }

  function stemsOf(text) { return alike(content(wordsOf(text))); }

  function alike(list) { return list.length < 2 ? list.map(stem) : Array.from(new Set(list.map(stem))); }

  // --- the terms -------------------------------------------------------------------------------------

  function read(rows) {
    exact = new Map();
    stems = new Map();
    known = new Map();
    rows.forEach(function (row) {
      row[3].forEach(function (form) {
        if (!ARABIC.test(form)) return;
        wordsOf(form).forEach(function (word) { if (ARTICLE.test(word) || /^[^وفبلك]/.test(word)) nouns.add(stem(word)); });
      });
    });
    cutBefore.clear();
    rows.forEach(function (row) {
      var narrow = row[4].filter(function (theme) { return theme !== GENERIC; });
      var entry = { id: row[0], kind: row[1], forms: row[2], themes: narrow.length ? narrow : row[4] };
      entries.push(entry);
      row[2].concat(row[3]).forEach(function (form) {
        if (!exact.has(form)) exact.set(form, []);
        exact.get(form).push(entry);
        if (HAN.test(form)) { longest = Math.max(longest, form.length); return; }
        var list = content(wordsOf(form)), own = alike(list), number = forms.length;
        forms.push({ entry: entry, stems: own, weight: 0 });
        own.forEach(function (each) {
          if (!stems.has(each)) stems.set(each, []);
          stems.get(each).push(number);
        });
        list.forEach(learn);
      });
    });
    forms.forEach(function (form) { form.stems.forEach(function (each) { form.weight += rarity(each); }); });
  }

  function learn(word) {
    var own = known.get(word[0]);
    if (!own) known.set(word[0], own = new Map());
    own.set(word, (own.get(word) || 0) + 1);
  }

  function rarity(each) { return stems.has(each) ? Math.log(1 + forms.length / stems.get(each).length) : 0; }

  C.lexicon = function (language) {
    return C.load("terms", "", 0).then(function (rows) {
      if (!exact) read(rows);
      return Promise.all([C.load("words", language, 0), language === "zh" ? null : C.load("names", language, 0)]);
    }).then(function (both) {
      lists[language] = lists[language] || new Set(both[0].split(" "));
      names[language] = both[1];
    });
  };

  // What texts of the language asked call a term.
  function formsOf(entry) { return tongue === "zh" ? entry.forms : names[tongue][entry.id] || []; }

  // --- parts --------------------------------------------------------------------------------------------

  function part(original, found, more) {
    found = found || [];
    var one = { original: original, entries: found.map(function (each) { return each.entry; }), forms: [], weight: new Map(), themes: [], focus: [], light: false };
    function add(form, weight) {
      if (form && one.forms.length < MOST_FORMS && !(one.weight.get(form) >= weight)) {
        if (!one.weight.has(form)) one.forms.push(form);
        one.weight.set(form, weight);
      }
    }
    add(original, 1);
    found.forEach(function (each) {
      var own = formsOf(each.entry), named = own.indexOf(original) >= 0;
      own.forEach(function (form, i) { add(form, (each.worth || 1) * (i === 0 || !named ? 1 : OTHER_FORM) * (named || !HAN.test(original) ? 1 : 0.95)); });
      each.entry.themes.forEach(function (theme) { if (one.themes.indexOf(theme) < 0) one.themes.push(theme); });
      if ((each.worth || 1) === 1 && each.entry.themes.length && SUBJECTS.test(each.entry.kind)) one.focus.push(each.entry.themes);
    });
    return Object.assign(one, more || {});
  }

  // The terms a form names, without those the texts do not have.
  function named(form) {
    return (exact.get(form) || []).filter(function (entry) { return !absent.has(entry); });
  }

  function whole(entry) { return { entry: entry, worth: 1 }; }

  // --- symbols in every way people type them -----------------------------------------------------------

  var BODY = "(大会|(?:预防犯罪(?:和刑事司法)?)?委员会|经社理事会|经济及社会理事会|理事会|安理会|安全理事会)?";
  var NUMBERED = new RegExp(BODY + "第? ?(\\d{1,4}) ?/ ?(\\d{1,4}) ?([a-d](?![a-z]))?(?:号)?(决议|决定)?(?:草案)?");
  var SPELT = new RegExp(BODY + "(\\d{4})年第(\\d{1,3})号(决议|决定)");
  var COUNCIL = new RegExp("(?:s/res/|第|安全理事会|安理会)*(\\d{1,4}) ?\\((\\d{4})\\)(?:号)?(?:决议)?");
  var PRINTED = /(?:^|[^a-z0-9])((?:a|e|s|st|ccpcj|ctoc|cac|unodc)\/[a-z0-9.\-]*[a-z0-9](?:\/[a-z0-9.\-]*[a-z0-9])*)/;
  var BODIES = { 大: "a", 经: "e", 理: "e", 委: "ccpcj", 预: "ccpcj" };

  // The first symbol of a text: {start, end, part}. `own` says which held instrument it may be.
  function symbolIn(text) {
    var match = COUNCIL.exec(text), form;
    if (match) { form = match[1] + "(" + match[2] + ")"; return at(match, match[0], part(form, [], { symbol: true, own: [] })); }
    match = PRINTED.exec(text);
    if (match) {
      var printed = match[1], plain = /^(a|e|ccpcj|ctoc\/cop)\/(res|dec)\/(\S+)$/.exec(printed);
      form = plain ? plain[3] : printed;
      return at(match, printed, withNames(part(form, [], { symbol: true, own: [printed.replace(/[^a-z0-9]+/g, "-")] }), printed));
    }
    match = NUMBERED.exec(text);
    var spelt = SPELT.exec(text);
    if (spelt) match = [spelt[0], spelt[1], spelt[2], spelt[3], "", spelt[4]], match.index = spelt.index;
    if (!match) return null;
    form = match[2] + "/" + match[3] + (match[4] || "");
    var body = match[1] ? [BODIES[match[1][0]] || "s"] : ["a", "e", "ccpcj"];
    var kinds = match[5] ? [match[5] === "决定" ? "dec" : "res"] : ["res", "dec"];
    var own = [];
    body.forEach(function (b) { kinds.forEach(function (kind) { own.push(b + "-" + kind + "-" + form.replace("/", "-")); }); });
    var one = part(form, [], { symbol: true, own: own });
    ["a/res/", "e/res/"].forEach(function (head) { withNames(one, head + form); });
    return at(match, match[0], one);
  }

  // What a cited document is called: its paragraphs may name it without its number.
  function withNames(one, symbol) {
    (exact.get(symbol) || []).forEach(function (entry) {
      if (entry.kind === "cited") formsOf(entry).forEach(function (form) { if (!one.weight.has(form)) { one.forms.push(form); one.weight.set(form, WIDER); } });
    });
    return one;
  }

  function at(match, own, one) {
    var start = match.index + match[0].indexOf(own);
    return { start: start, end: start + own.length, part: one };
  }

  // --- Chinese -------------------------------------------------------------------------------------------

  var WEAK = /^(?:的|和|与|及|等|之|对|在|以|为|把|将|被|向|请|了|是|有|中|上|下|什么|如何|怎么|怎样|哪些|关于|有关|问题|情况|方面|行为|活动|工作|措施|规定|相关|进行|以及|或者?)$/;

  // Cut by the longest match from the left: [{text, entries}], entries null for a word or a rest.
  function cut(text) {
    var pieces = [], rest = "", i = 0;
    function close() { if (rest) pieces.push({ text: rest, entries: null }); rest = ""; }
    while (i < text.length) {
      var size = Math.min(longest, text.length - i), found = null, piece;
      for (; size >= 2; size -= 1) {
        piece = text.slice(i, i + size);
        found = named(piece).length ? named(piece) : null;
        if (found || (size <= 6 && words.has(piece))) break;
      }
      if (size >= 2) { close(); pieces.push({ text: piece, entries: found }); i += size; }
      else if (HAN.test(text[i]) && !WEAK.test(text[i])) { rest += text[i]; i += 1; }
      else { close(); i += 1; }
    }
    close();
    return pieces;
  }

  function chinese(text) {
    if (named(text).length) return [part(text, named(text).map(whole))];
    var pieces = cut(text).filter(function (piece) { return piece.entries || piece.text.length > 1 && !WEAK.test(piece.text); });
    var some = pieces.some(function (piece) { return piece.entries; });
    if (!pieces.length || pieces.length === 1 && !some) return [part(text, [])];
    return pieces.map(function (piece) {
      return part(piece.text, (piece.entries || []).map(whole), { light: some && !piece.entries, piece: true });
    });
  }

  // --- other languages -----------------------------------------------------------------------------------

  // The terms that cover the words of a group best, then those that cover the rest.
  function foreign(text, corrections) {
    if (named(text).length) return [part(text, named(text).map(whole))];
    var asked = content(wordsOf(text)).slice(0, MOST_PARTS);
    if (!asked.length) return text ? [part(text, [])] : [];
    var left = asked.map(function (word) {
      var own = stem(word);
      // in its own language a word that no term has may stand in the texts all the same
      if (tongue === "zh" && !stems.has(own) && !/\d/.test(word) && corrections.length < MOST_SLIPS) {
        var better = nearest(word);
        corrections.push([word, better]);
        better = better || akin(word);
        if (better) own = stem(better);
      }
      return own;
    });
    var parts = [], byStem = {};
    left.forEach(function (own, i) { byStem[own] = byStem[own] || asked[i]; });
    left = Object.keys(byStem);
    while (left.length) {
      var best = cover(left);
      if (!best.length) break;
      var taken = new Set();
      best.forEach(function (each) { each.covered.forEach(function (own) { taken.add(own); }); });
      var original = asked.filter(function (word) { return left.some(function (own) { return taken.has(own) && byStem[own] === word; }); }).join(" ");
      parts.push(part(original, best, { light: parts.length > 0 && best[0].share < 0.8, piece: true }));
      left = left.filter(function (own) { return !taken.has(own); });
    }
    left.forEach(function (own) { parts.push(part(byStem[own], [], { light: parts.length > 0 })); });
    return parts;
  }

  var MOST_TERMS = 4;      // that one group of words may mean
  var UNASKED = 0.15;      // what a word of a term that was not asked for takes away
  var AS_GOOD = 0.9;       // of the best: as good as it

  function cover(left) {
    var scores = new Map();
    left.forEach(function (own) {
      (stems.get(own) || []).forEach(function (number) {
        if (!scores.has(number)) scores.set(number, []);
        scores.get(number).push(own);
      });
    });
    var best = new Map(), top = 0;
    scores.forEach(function (covered, number) {
      var form = forms[number], weight = covered.reduce(function (sum, own) { return sum + rarity(own); }, 0);
      var score = weight - UNASKED * (form.weight - weight), share = weight / form.weight;
      if (score <= 0 || share < 0.3 || absent.has(form.entry)) return;
      var old = best.get(form.entry);
      if (!old || score > old.score) best.set(form.entry, { entry: form.entry, score: score, share: share, covered: covered });
      top = Math.max(top, score);
    });
    var list = Array.from(best.values()).filter(function (each) { return each.score >= top * AS_GOOD; });
    list.sort(function (a, b) { return b.score - a.score || b.share - a.share; });
    // one part is one thing: only terms that answer the same words of the query
    list = list.filter(function (each) {
      return each.covered.length === list[0].covered.length && each.covered.every(function (own) { return list[0].covered.indexOf(own) >= 0; });
    });
    // a term that says just what was asked leaves no room for those that say more
    if (list.length && list[0].share > 0.95) list = list.filter(function (each) { return each.share > 0.95; });
    list.forEach(function (each) { each.worth = each.share > 0.95 ? 1 : each.share > 0.6 ? 0.9 : WIDER; });
    return list.slice(0, MOST_TERMS);
  }

  // A known word that begins as this one does: another ending, another kind of word.
  function akin(word) {
    var best = "", most = Math.max(5, Math.ceil(word.length * 0.65));
    (known.get(word[0]) || []).forEach(function (times, each) {
      var same = 0;
      while (same < word.length && word[same] === each[same]) same += 1;
      if (same >= most && (same > most || !best)) { best = each; most = same; }
    });
    return best;
  }

  // A known word one slip away, two in a long word; the first or second letter is right.
  function nearest(word) {
    if (word.length < 4 || word.length > 24) return "";
    var allowed = word.length < 8 ? 1 : 2, best = "", least = allowed + 1, often = 0;
    Array.from(new Set([word[0], word[1]])).forEach(function (letter) {
      (known.get(letter) || []).forEach(function (times, each) {
        if (Math.abs(each.length - word.length) > allowed || each.length < 4) return;
        var steps = distance(word, each, allowed);
        if (steps < least || steps === least && steps <= allowed && times > often) { best = each; least = steps; often = times; }
      });
    });
    return best;
  }

  // Letters to add, drop, change or swap; more than `most` counts as `most` + 1.
  function distance(a, b, most) {
    var before = [], row = [], last, i, j;
    for (j = 0; j <= b.length; j += 1) row[j] = j;
    for (i = 1; i <= a.length; i += 1) {
      last = before; before = row; row = [i];
      var least = i;
      for (j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], last[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
    }
    return row[b.length];
  }

  // --- the whole query ---------------------------------------------------------------------------------

  // {parts, phrase: the query as one string or "", suggestion, loose: partial answers are welcome}
  // `without`: entries that proved to stand nowhere; `language`: of the texts that are asked.
  C.understand = function (query, without, language) {
    tongue = language || "zh";
    words = lists.zh || lists[tongue];
    absent = new Set(without || []);
    var rest = C.fold(query).replace(/[\u201c\u201d\u300c\u300d\u00ab\u00bb]/g, '"'), parts = [], corrections = [];
    if (rest.length > LONGEST_QUERY) return { parts: [part(rest, [])], phrase: "", suggestion: "", loose: false };
    rest = rest.replace(/"([^"]*)"/g, function (all, phrase) {
      if (phrase.trim()) parts.push(part(phrase.trim(), []));
      return " ";
    }).replace(/"/g, " ").trim();
    var phrase = parts.length ? "" : rest, loose = false;
    for (var found = symbolIn(rest); found; found = symbolIn(rest)) {
      parts.push(found.part);
      rest = rest.slice(0, found.start) + " " + rest.slice(found.end);
      phrase = "";
    }
    rest = rest.split(" ").filter(function (word) { return word && !(parts.length && SYMBOL_WORD.test(word)); }).join(" ");
    var group = [];
    function close() {
      if (group.length) parts = parts.concat(foreign(group.join(" "), corrections));
      group = [];
    }
    if (named(rest).length) parts.push(part(rest, named(rest).map(whole)));
    else rest.split(" ").forEach(function (word) {
      if (!word) return;
      if (!HAN.test(word)) { group.push(word); loose = true; return; }
      close();
      if (/^号?(?:决议|决定)?(?:草案)?$/.test(word) && parts.length) return;
      parts = parts.concat(chinese(word));
      if (parts.length > 1) loose = true;
    });
    close();
    if (parts.length > 1 && !parts.some(function (one) { return !one.light; })) parts.forEach(function (one) { one.light = false; });
    // an ending unheard of is no slip in a language with many
    corrections = corrections.filter(function (pair) { return pair[1] && !(/[^ -~]/.test(pair[0]) && pair[0].slice(0, -3) === pair[1].slice(0, pair[0].length - 3)); });
    var suggestion = corrections.length ? corrections.reduce(function (text, pair) { return text.replace(pair[0], pair[1]); }, C.fold(query)) : "";
    return { parts: parts.slice(0, MOST_PARTS), phrase: phrase, suggestion: suggestion, loose: loose };
  };
  // Whether a word of a text is the name of a body: \u6bd2\u54c1 in the name of an office is not about drugs.
  C.isBody = function (word) {
    return exact !== null && (exact.get(word) || []).some(function (entry) { return entry.kind === "body"; });
  };
  C.plainPart = function (text) { return part(text, []); };
})();
