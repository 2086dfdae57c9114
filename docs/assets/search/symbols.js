// Symbols of documents in every way people type them. No DOM. All on folded text.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const BODY = "(大会|(?:预防犯罪(?:和刑事司法)?)?委员会|经社理事会|经济及社会理事会|理事会|安理会|安全理事会)?";
  const NUMBERED = new RegExp(`${BODY}第? ?(\\d{1,4}) ?/ ?(\\d{1,4}) ?([a-d](?![a-z]))?(?:号)?(决议|决定)?(?:草案)?`);
  const TIGHT = new RegExp(NUMBERED.source.replace(/ \?\\?\/ \?/, "/"));  // para 40 / 68/193
  const HYPHENED = /(?:^|\s)(?:(\d{2})-(\d{3})|(?:[ae] )?res (\d{2}) (\d{1,3}))(?=\s|,|$)/;  // 63-195, a res 63 195: without a slash
  const SPELT = new RegExp(`${BODY}(\\d{4})年第(\\d{1,3})号(决议|决定)`);
  // The session in words or figures, then the number, or the other way round: 六十八届会议第193号决议,
  // resolution 193 of the sixty-eighth session.
  const SESSIONS = [
    /第?(\d{1,3}|[一二三四五六七八九十]{1,3})届(?:会议|联大|大会|联合国大会|常会|的)*第?(\d{1,3})号(决议|决定)/,
    /([a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th)) session,? (?:resolution|res\.?) (?:no\.? )?(\d{1,3})(?!\d|\/\d)/,
    /(?:resolution|res\.?) (?:no\.? )?(\d{1,3}) (?:of|from|adopted at) the ([a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th)) session/
  ];
  const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split(" "), TENTHS = "tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(" "),
    DECADES = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

  // Of an English ordinal or a figure its number, 0 where it is none.
  function ordinal(text) {
    const [ten, one] = text.split("-"), decade = DECADES.indexOf(ten) + 2;
    if (/^\d/.test(text)) return parseInt(text, 10);
    if (one) return decade > 1 && ORDINALS.includes(one) ? 10 * decade + ORDINALS.indexOf(one) + 1 : 0;
    return ORDINALS.indexOf(ten) + 1 || 10 * (TENTHS.indexOf(ten) + 1);
  }

  // 22nd session is twenty-second session, as texts have it.
  function ordinalsSpelt(text) {
    return text.replace(/(?<![\d/])([1-9]\d?)(?:st|nd|rd|th)(?= (?:session|congress|meeting|anniversary|century)(?:s|es)?(?![a-z]))/g, (all, n) => {
      const ten = Math.floor(n / 10), one = n % 10;
      if (n > 10 && n < 20) return all;
      return one ? `${ten ? `${DECADES[ten - 2]}-` : ""}${ORDINALS[one - 1]}` : TENTHS[ten - 1];
    });
  }

  const COUNCIL = /(?<![\d/])(?:s\/res\/|第|安全理事会|安理会)*(\d{1,4}) ?\((\d{4})\)(?:号)?(?:决议)?/;
  // A resolution of the Security Council without its year.
  const YEARLESS = /(?:s\/res\/|(?:安全理事会|安理会)第?|security council resolution |resolution du conseil de securite |resolution (?=\d+ du conseil)|resolucion (?=\d+ del consejo)|резолюци[яию] (?=\d+ совета)|قرار مجلس الامن )(\d{3,4})(?![\d/(]| \()(?:号)?(?:决议)?(?: du conseil de securite| del consejo de seguridad| совета безопасности)?/;
  const PRINTED = /(?:^|[^a-z0-9])((?:a|e|s|st|ccpcj|ctoc|cac|unodc)\/[a-z0-9.-]*[a-z0-9](?:\/[a-z0-9.-]*[a-z0-9])*)/;
  const SLUG = /(?<![a-z0-9/-])([ae]-(?:res|c-\d|\d{4})-[a-z0-9-]*[a-z0-9]|ccpcj-(?:res|dec)-\d+-\d+)(?![a-z0-9-])/;
  const PLAIN = /^(a|e|ccpcj|ctoc\/cop)\/(res|dec)\/(\S+)$/;
  const BODIES = { 大: "a", 经: "e", 理: "e", 委: "ccpcj", 预: "ccpcj" };
  // What stands beside a number and says whose it is, and whether a resolution or a decision.
  const OTHER_BODY = [["ccpcj", /commission|ccpcj|comision|комисси|لجنة|اللجنة|委员会/], ["e", /ecosoc|council|conseil economique|consejo economico|эконом|经社|المجلس/],
    ["a", /general assembly|\bga\b|assemblee generale|asamblea general|генеральн|الجمعية العامة|大会/]];
  const DECISION = /decision|решени|مقرر|决定/, RESOLUTION = /resolu|резолюци|قرار|决议|\bres\b/;

  // A symbol as people type it, as it is printed: A/RES 71/209, A.RES.71.209, A_RES_71_209, GA/RES/71/209, with a Cyrillic
  // or an accented letter (А/РЕЗ), with its language or a paragraph behind it, 209/71 in an Arabic text.
  const TYPED = /(?<![a-zа-я\d-])(?:(?:un ?)?[ga]?[aа][ga]?[./_-](?:res|рез)[./_ -]+|[aа] res )(\d{2,3})[./_ -](\d{1,3})(?!\d)(?:\/(?:e|f|s|r|a|c|en|fr|es|ru|ar|zh)(?![a-z\d]))?[./]?/g;
  const DRAFT = /(?<![a-zа-я])[aа][/-][cс]\.?(\d)[/-](\d{2})[/-]l[. ]?(?=\d)/g;
  const HYPHENED_NUMBER = /(?<![\d/-])(\d{2})-(\d{1,3})(?=号|第|决议|决定|执行|序言|脚注)/g, BACKWARDS = /(?<![\d/])(\d{3})\/(\d{2})(?![\d/])/g;

  function regular(text) {
    const typed = text.replace(TYPED, "a/res/$1/$2 ").replace(DRAFT, "a/c.$1/$2/l.").replace(HYPHENED_NUMBER, "$1/$2").replace(/(?<=resolu[a-z]* |\bres\. |\bres )(\d{2})-(\d{1,3})(?![\d-])/g, "$1/$2");
    return (/[\u0600-\u06ff]/.test(typed) ? typed.replace(BACKWARDS, "$2/$1") : typed).trim();
  }

  // The first symbol of a folded text, null if there is none:
  // {start, end, form, forms: as texts have it, own: slugs of the held instruments it may be,
  //  symbols: what the lists call it}
  function symbolIn(text) {
    return council(text) || yearless(text) || slug(text) || printed(text) || ofSession(text) || numbered(text);
  }

  function council(text) {
    const match = COUNCIL.exec(text);
    return match && at(match, match[0], { forms: [`${match[1]}(${match[2]})`, `${match[1]} (${match[2]})`], own: [], symbols: [] });
  }

  function yearless(text) {
    const match = YEARLESS.exec(text);
    return match && at(match, match[0], { forms: [`${match[1]}(`, `${match[1]} (`], own: [], symbols: [] });
  }

  function slug(text) {
    const match = SLUG.exec(text);
    if (!match) return null;
    const session = /-(\d+)-(\d+)$/.exec(match[1]);
    return at(match, match[1], { forms: [session ? `${session[1]}/${session[2]}` : match[1].replace(/-/g, "/")], own: [match[1]], symbols: [] });
  }

  function printed(text) {
    const match = PRINTED.exec(text);
    if (!match) return null;
    const plain = PLAIN.exec(match[1]), plainSlug = match[1].replace(/[^a-z0-9]+/g, "-");
    const piece = plainSlug === "e-2011-30" || /^[ae]-\d{4}-\d+$/.test(plainSlug) ? pieces(text, plainSlug) : null;
    return at(match, match[1], { forms: [plain ? plain[3] : match[1]], own: piece || [plainSlug], symbols: [match[1]] });
  }

  function numbered(text) {
    const hyphened = HYPHENED.exec(text);
    if (hyphened && !NUMBERED.test(text)) return numbered(text.replace(HYPHENED, whole => whole.replace(/(?<=\d)[- ]/, "/")));
    const match = SPELT.exec(text) || TIGHT.exec(text) || NUMBERED.exec(text);
    if (!match) return null;
    const spelt = match.length === 5, [, body, session, number] = match;
    const letter = spelt ? "" : match[4] || "", kind = spelt ? match[4] : match[5];
    const named = OTHER_BODY.filter(([, words]) => words.test(text)).map(([code]) => code);
    const bodies = body ? [BODIES[body[0]] || "s"] : named.length === 1 ? named : ["a", "e", "ccpcj"];
    const kinds = kind ? [kind === "决定" ? "dec" : "res"] : DECISION.test(text) ? ["dec"] : RESOLUTION.test(text) ? ["res"] : ["res", "dec"];
    const form = `${session}/${number}${letter}`;
    const own = bodies.flatMap(each => kinds.map(one => `${each}-${one}-${session}-${number}${letter}`));
    return at(match, match[0], { forms: [form], own, symbols: [`a/res/${form}`, `e/res/${form}`] });
  }

  function ofSession(text) {
    for (const [i, pattern] of SESSIONS.entries()) {
      const match = pattern.exec(text), session = match && (i === 0 ? C.hanNumber(match[1]) : ordinal(match[i]));
      if (session) return { ...numbered(`${session}/${match[i === 2 ? 1 : 2]} ${text.replace(match[0], "")} ${match[3] || "resolution"}`), start: match.index, end: match.index + match[0].length };
    }
    return null;
  }

  function at(match, own, symbol) {
    const start = match.index + match[0].indexOf(own);
    return { start, end: start + own.length, form: symbol.forms[0], ...symbol };
  }

  // --- the drafts of a report -----------------------------------------------------------------------

  const ROMAN = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, اول: 1, ثاني: 2, ثالث: 3, رابع: 4 };
  const HAN = "零一二三四五六七八";
  const PIECE = /(?:draft |projet de |proyecto de |проект[а]? |مشروع (?:ال)?)?(resolutions?|decisions?|resolucion|decision|резолюции|решения|قرار|مقرر)(?: draft)? (?:ال)?(i{1,3}|iv|vi{0,3}|[1-8]|اول|ثاني|ثالث|رابع)(?![a-z\d/])|(决议|决定)草案([一二三四五六七八])/;
  const SECTION = /(?:sect(?:ion)?\.?|secc(?:ion)?\.?|разд(?:ел)?\.?|الفرع) ?([abc]|الف|باء|جيم)(?![a-z])|([abc])节/;
  const LETTERS = { الف: "a", باء: "b", جيم: "c" };
  const NOISE = /(?:chap(?:itre|ter)?\.?|cap(?:itulo)?\.?|гл(?:ав[аы])?\.?|الفصل) ?(?:i|1|premier|one|primero|первая|الاول)(?![a-z])|第一章/;

  // Slugs of the pieces of a report that a text may name; null where it names none.
  function pieces(text, report) {
    const match = PIECE.exec(text), section = SECTION.exec(text);
    if (!match) return null;
    const number = match[4] ? HAN.indexOf(match[4]) : ROMAN[match[2]] || Number(match[2]);
    const named = section && (section[1] || section[2]), letter = LETTERS[named] || named, decision = match[3] === "决定" || DECISION.test(match[1] || "");
    if (decision) return [`${report}-decision-${number}`];
    const organs = letter === "a" ? ["ga"] : letter === "b" ? ["ecosoc"] : ["ga", "ecosoc"];
    return organs.map(organ => `${report}-${organ}-${number}`);
  }

  // A query without the words that say which piece of a report is meant.
  const withoutPiece = text => text.replace(PIECE, " ").replace(SECTION, " ").replace(NOISE, " ");

  Object.assign(C, { ordinalsSpelt, regular, symbolIn, withoutPiece });
})();
