// Words that are one or two letters from a known one. No DOM. `known`: first letter -> word -> how often.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  // A known word that begins as this one does: another ending, another kind of word.
  function akin(word, known) {
    let best = "", most = Math.max(5, Math.ceil(word.length * 0.65));
    (known.get(word[0]) || []).forEach((times, each) => {
      let same = 0;
      while (same < word.length && word[same] === each[same]) same += 1;
      if (same >= most && (same > most || !best)) { best = each; most = same; }
    });
    return best;
  }

  // A known word one slip away, two in a long word; the first or second letter is right.
  function nearest(word, known) {
    if (word.length < 4 || word.length > 24) return "";
    const allowed = word.length < 8 ? 1 : 2;
    let best = "";
    let least = allowed + 1;
    let often = 0;
    Array.from(new Set([word[0], word[1]])).forEach(letter => {
      (known.get(letter) || []).forEach((times, each) => {
        if (Math.abs(each.length - word.length) > allowed || each.length < 4) return;
        const steps = distance(word, each, allowed);
        if (steps < least || steps === least && steps <= allowed && times > often) { best = each; least = steps; often = times; }
      });
    });
    return best;
  }

  // A known word that differs only in letters written twice: terorism is terrorism.
  function undoubled(word, known) {
    const own = known.get(word[0]);
    if (!own || own.has(word) || word.length < 6) return "";
    const single = text => text.replace(/(.)\1/g, "$1");
    return Array.from(own.keys()).find(each => each !== word && Math.abs(each.length - word.length) === 1 && single(each) === single(word)) || "";
  }

  // Letters to add, drop, change or swap; more than `most` counts as `most` + 1.
  function distance(a, b, most) {
    let before = [], row = [], last, i, j;
    for (j = 0; j <= b.length; j += 1) row[j] = j;
    for (i = 1; i <= a.length; i += 1) {
      last = before; before = row; row = [i];
      let least = i;
      for (j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], last[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
    }
    return row[b.length];
  }

  // --- Chinese ----------------------------------------------------------------------------------

  const SHAPES = ["囗口", "己已巳", "未末", "人入八", "土士", "干千于", "住往", "晴睛", "折拆", "侯候", "拔拨", "贷货", "徒徙", "凤风", "遣谴", "买卖", "网罔", "犯范", "侦帧", "析折", "治冶", "没设", "免兔", "狠狼", "载裁栽", "援缓暖", "材村", "钱线浅", "辩辨辫", "暴曝瀑", "帐账", "偏编遍", "戊戌戍"];
  const SOUND = 24;     // places apart in a list by sound: a syllable has some ten characters
  const LONG = 6;       // a term of so many characters is known with any one of them wrong
  let bySound = null;   // character -> its place among the 3,755 of GB 2312, which lie in the order of pinyin

  function soundOf(character) {
    if (!bySound) {
      const decoder = new TextDecoder("gbk"), bytes = [];
      for (let high = 0xb0; high <= 0xd7; high += 1) for (let low = 0xa1; low <= 0xfe; low += 1) bytes.push(high, low);
      bySound = new Map(Array.from(decoder.decode(Uint8Array.from(bytes)), (each, i) => [each, i]));
    }
    return bySound.get(character);
  }

  // Whether two characters are taken for each other, by sound or by shape.
  function alikeHan(a, b) {
    return Math.abs(soundOf(a) - soundOf(b)) <= SOUND || SHAPES.some(each => each.includes(a) && each.includes(b));
  }

  // Of a Chinese text the piece that is one character from a known form and no word itself:
  // {from, to}, null where there is none. forms: the known ones, isWord: whether a piece is right.
  function slipOf(text, forms, isWord) {
    let best = null;
    for (const form of forms) {
      for (let at = 0; at + form.length <= text.length; at += 1) {
        let wrong = -1;
        for (let i = 0; i < form.length && wrong > -2; i += 1) if (text[at + i] !== form[i]) wrong = wrong < 0 ? i : -2;
        if (wrong < 0 || !/[\u3400-\u9fff]/.test(text[at + wrong])) continue;
        const alike = alikeHan(text[at + wrong], form[wrong]), piece = text.slice(at, at + form.length);
        // 野生动植物执法 goes on after a shorter form, it is no slip for 野生动植物群
        const goesOn = wrong === form.length - 1 && forms.includes(piece.slice(0, -1));
        if (!alike && (form.length < LONG || goesOn) || isWord(piece)) continue;
        const worth = form.length + (alike ? 10 : 0);
        if (!best || worth > best.worth) best = { from: piece, to: form, worth };
      }
    }
    return best;
  }

  Object.assign(C, { akin, nearest, undoubled, distance, slipOf });
})();
