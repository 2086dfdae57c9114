// Words of alphabets, cut to what their inflections share. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const SMALL = new Set(("a an and as at by for from in into its of on or the to with about against how what which who is are be " +
    "au aux avec contre d dans de des du en et l la le les leur leurs ou par pour que qui s sur un une " +
    "al con contra del e el los las para por se sin sobre su sus una unas unos y " +
    "в во для и из к на не о об от по при с со у за " +
    // what a question is made of
    "does do did must should can could may might be been is are was were have has had not no their his her our your this that these those there " +
    "when where why whom whose will would it they them we you i me my get gets got make makes made give given out up so if also any all each same than then such into between among within without during between under over " +
    "que quel quels quelle quelles comment pourquoi quand ou est sont etre ont avoir peuvent peut doit doivent faire fait dont ce ces cet cette son sa ses dans comme plus pas ne se il elle ils elles on nous vous quoi " +
    "que cual cuales como cuantos cuanto cuando donde quien quienes es son ser esta estan hay puede pueden debe deben hacer hace no mas entre desde lo le les nos " +
    "как что кто чем где когда почему какие какои какая каких какую ли быть есть может могут должны нужно их его ее это этот эта эти до бы не мы вы они он она чего чему " +
    "كيف ما ماذا هل متي اين لماذا كم هذا هذه ذلك تلك ان انه اذا كان كانت يكون تكون هو هي هم لا لم لن قد كل بعض اي بين " +
    // what every text of the field does: to fight, to prevent
    "fight fighting combat combating lutte lutter combattre lucha luchar combatir борьба борьбы борьбе борьбу مكافحة لمكافحة " +
    "في من علي عن الي ضد مع و او التي الذي").split(" "));

  const SYMBOL_WORD = /^(?:resolutions?|res|decisions?|resolucion(?:es)?|decision(?:es)?|резолюци\S*|решени\S*|قرار|القرار|قرارات|un|nu|onu|оон)$/;

  // Endings, the longest first; at least three letters are left.
  const LATIN = /(?:isations?|izations?|aciones|ements?|amientos?|imientos?|iciones|ations?|acion|itions?|icion|ments?|euses?|eures?|ieres?|ings?|(?<=...)ques?|eurs?|iers?|eres|ores|ives?|ados|adas|eux|ifs?|ees?|ers?|ors?|ies|ado|ada|ous|ed|es|os|as|e|(?<!s)s|a|o|y|i)$/;

  const RUSSIAN = /(?:иями|иеи|иях|иям|ием|ами|ями|ьми|ого|его|ому|ему|ыми|ими|ах|ях|ов|ев|еи|ои|ыи|ии|ая|яя|ое|ее|ые|ие|ую|юю|ам|ям|ом|ем|ия|ию|ью|ых|их|ым|им|а|я|о|е|ы|и|у|ю|ь)$/;
  const ARABIC = /[\u0600-\u06ff]/;
  const ARTICLE = /^[وفبك]?(?:ال(?=..)|لل(?=...))/, ARABIC_TAIL = /(?:ات|ون|ين|ان|ها|هم|ة|ه|ا)$/;

  // Plurals that no ending tells, each before its singular.
  const IRREGULAR = pairs("children child monnaies monnaie women woman men man thieves thief travaux travail faux fausse jueces juez " +
    "policy politic policies politic centre center centres center defence defense licence license licences license offence offense offences offense judgement judgment cheque check cheques check artefact artifact artefacts artifact ageing aging grey gray catalogue catalog catalogues catalog fulfil fulfill enrol enroll sceptical skeptical tonne ton tonnes ton fibre fiber theatre theater program programme programs programme " +
    "тюрем тюрьма денег деньги " +
    "جرايم جريمة ضحايا ضحية اطفال طفل سجون سجن سجناء سجين شهود شاهد اموال مال اسلحة سلاح قوانين قانون رشاوي رشوة رشاوى رشوة لصوص لص " +
    "حيوانات حيوان اعضاء عضو انواع نوع تجار تاجر قضاة قاضي قاض قاضي سفن سفينة بحار بحر ادوية دواء اثار اثر متاحف متحف مراة امراة نساء امراة فتيات فتاة " +
    "اشخاص شخص محاكم محكمة رهاين رهينة وثايق وثيقة قراصنة قرصان اصول اصل قبور قبر عبيد عبد اولاد ولد قصر قاصر دول دولة حقوق حق " +
    "شبكات شبكة مجرمين مجرم عصابات عصابة مناطق منطقة تدابير تدبير خبراء خبير صكوك صك نظم نظام انظمة نظام مبادي مبدا معايير معيار");

  const cutBefore = new Map(), nouns = new Set();   // Arabic words that stand without و, ب, ل
  let unlearnt = [];   // Arabic forms of which nouns are learnt when the first Arabic word is cut

  function pairs(text) {
    const words = text.split(" "), found = new Map();
    for (let i = 0; i < words.length; i += 2) found.set(words[i], words[i + 1]);
    return found;
  }

  function stem(word) {
    let cut = cutBefore.get(word);
    if (cut === undefined) cutBefore.set(word, cut = cutWord(word));
    return cut;
  }

  function cutWord(word) {
    if (ARABIC.test(word)) return arabic(word);
    word = IRREGULAR.get(word) || word;
    if (word.length < 4) return word;
    return /[\u0400-\u04ff]/.test(word) ? russian(word) : latin(word);
  }

  function less(word, ending, kept) {
    const cut = word.replace(ending, "");
    return cut.length < kept ? word : cut;
  }

  function latin(word) {
    word = word.replace(/is(?=(?:e[a-z]{0,2}|ing|ations?)$)/, "iz").replace(/lys(?=(?:e[a-z]?|ing)$)/, "lyz").replace(/our(?=(?:s|ed|ing)?$)/, "or").replace(/([^s])\1/g, "$1").replace(/eaux$/, "eau").replace(/aux$/, "al");
    word = less(less(word, LATIN, 3), /ers?$/, 5);   // launder-er-s
    return less(word, /[eiaoy]+$/, 4).replace(/ck$/, "c");
  }

  function russian(word) {
    word = less(less(word, RUSSIAN, 3), /[аеиоуыьэюя]+$/, 3);
    return word.replace(/([^аеиоуыэюя])[ое](?=[кц]$)/, "$1");   // взяток, взятка
  }

  // و, ب, ل before a word are taken off where that leaves a noun we know.
  function arabic(word) {
    if (unlearnt.length) learn(unlearnt.splice(0));
    const bare = word.replace(ARTICLE, "").replace(ARTICLE, ""), own = tailless(bare), rest = word.slice(1);
    if (bare === word && /^[وفبلك]/.test(word) && rest.length > 2 && !nouns.has(own) && nouns.has(tailless(rest))) return tailless(rest);
    return own;
  }

  function tailless(word) {
    word = IRREGULAR.get(word) || word;
    return less(less(less(word, ARABIC_TAIL, 3), /ي$/, 4), /[ةه]$/, 2);
  }

  // Take the Arabic words that stand without و, ب, ل in what terms are called.
  function learnNouns(forms) { unlearnt = forms.filter(form => ARABIC.test(form)); }

  function learn(forms) {
    forms.forEach(form => wordsOf(form).forEach(word => {
      if (ARTICLE.test(word) || /^[^وفبلك]/.test(word)) nouns.add(stem(word));
    }));
    cutBefore.clear();
  }

  // The words of a folded text; of one in English without the long table of letters.
  function wordsOf(text) { return text.split(/^[!-@[-~\n \u201c\u201d]*$/.test(text) ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u).filter(Boolean); }
  const isSmall = word => SMALL.has(word) || ARABIC.test(word) && word.length > 3 && isSmallArabic(word.replace(/ه$/, "ة"));
  const isSmallArabic = word => SMALL.has(word) || /^[وفبل]/.test(word) && SMALL.has(word.slice(1));  // ومكافحة
  function content(list) { return list.filter(word => !isSmall(word) && !SYMBOL_WORD.test(word)); }
  function alike(list) { return list.length < 2 ? list.map(stem) : Array.from(new Set(list.map(stem))); }

  // The United Nations say whose a thing is in every second name, and a reader says UN or nothing.
  const OURS = /(?:организаци[а-я]+ )?объединенн[а-я]+ наци[а-я]+|united nations|(?:organisation des )?nations unies|(?:organizacion de las )?naciones unidas|(?<=[\u0600-\u06ff] )[لب]?(?:ال|ل)?امم المتحدة/g;
  const unowned = text => { const bare = text.replace(OURS, " "); return /\p{L}{3}/u.test(bare) ? bare : text; };

  const SCRIPTS = [[/[\u3400-\u9fff]/, ["zh"]], [/[\u0400-\u04ff]/, ["ru"]], [/[\u0600-\u06ff]/, ["ar"]], [/[a-z\u00c0-\u024f]{2}/i, ["en", "fr", "es"]]];

  // The languages that are written as a query is.
  const tonguesOf = query => SCRIPTS.filter(([script]) => script.test(query)).flatMap(([, tongues]) => tongues);

  Object.assign(C, { tonguesOf, stem, learnNouns, wordsOf, content, alike, unowned, SYMBOL_WORD });
})();
