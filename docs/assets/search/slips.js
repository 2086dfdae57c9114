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
    if (word.length === 3) return swapped(word, known);
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
    return best || beheaded(word, known);
  }

  // A known word whose first letter was left out or is another.
  function beheaded(word, known) {
    const rest = word.slice(1);
    for (const own of known.values()) for (const each of own.keys()) if (each.length > 4 && (each.slice(1) === word || word.length > 5 && each.slice(1) === rest)) return each;
    return "";
  }

  // Of a short word two letters may be swapped: armes à fue.
  function swapped(word, known) {
    const [a, b, c] = word;
    return [`${b}${a}${c}`, `${a}${c}${b}`].find(each => each !== word && known.get(each[0])?.has(each)) || "";
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

  const SHAPES = ["囗口", "己已巳", "未末", "人入八", "土士", "干千于", "住往", "晴睛", "折拆", "侯候", "贷货", "徒徙", "凤风", "遣谴", "买卖", "网罔", "犯范", "侦帧", "析折", "治冶", "没设", "免兔", "狠狼", "载裁栽", "援缓暖", "材村", "钱线浅", "辩辨辫", "暴曝瀑", "帐账", "偏编遍", "戊戌戍",
    "授援", "即既", "竟竞", "推准", "撤撒", "官宫", "令今", "历厉", "刺剌", "概慨", "幅副", "籍藉", "徽微", "蓝篮", "情清请", "待侍", "遗遣", "逐遂", "讯迅", "恶恩", "损捐", "购构", "材财", "拯极", "建健", "没投设", "权杈", "毁殴", "问间闻闭闲", "频濒", "谛缔蒂", "栽裁", "侦贞", "拘狗", "诈炸", "骗编", "刑形", "枪抢", "械诫", "赃脏", "贿赌", "赂路", "贪贫", "腐俯", "税说", "枉旺", "捕铺", "狱犹", "囚因困", "权杖", "赔陪", "债绩", "帮邦", "暑署薯", "栗粟", "拔拨", "措惜", "则侧测", "标杯", "准淮", "检捡险", "验险", "护沪", "坏怀环", "境镜", "濒颁", "植值", "猎措", "财材", "融触", "洗冼", "判叛", "管菅", "辖瞎", "协胁", "助肋", "援暖", "训驯", "练炼", "培陪", "查香", "测侧", "评坪", "估古", "报极", "告靠", "贯惯", "证征", "扰拢", "杀刹", "欧殴", "管菅", "狱岳", "伪为", "社杜", "品晶", "大太犬", "日曰目", "白百自", "力刀", "天夫无", "王玉主", "木本术", "午牛", "田由甲申", "体休", "处外", "件伴", "各名", "民氏", "任仕", "全金", "合台", "防妨", "组祖阻", "织职识", "活话", "被彼"];
  const READ = { 长: "掌", 行: "杭", 重: "虫", 传: "赚", 会: "快", 调: "条", 参: "深", 率: "帅", 解: "谢", 车: "居" };  // characters that are read in two ways: the other, by one that is read so
  const SOUND = 24;     // places apart in a list by sound: a syllable has some ten characters
  // The first of the characters of GB 2312 for each syllable of pinyin, in its order.
  const SYLLABLES = "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿摧村磋搭呆耽当刀德蹬堤颠碉跌丁丢东兜督端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈篙哥给根耕工钩辜刮乖棺光瑰辊锅哈骸酣夯壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾荆炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒雷棱厘俩联粮撩列琳玲溜龙楼芦峦掠抡萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴暖虐挪哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹壬扔日戎揉茹软蕊闰若撒腮三桑搔瑟森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏特藤梯天挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰一茵英哟拥幽迂鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨";
  const SURE = 3;       // characters of a term of which one is any character of the same syllable
  const LONG = 6;       // a term of so many characters is known with any one of them wrong
  let starts = null;    // the places of SYLLABLES
  let bySound = null;   // character -> its place among the 3,755 of GB 2312, which lie in the order of pinyin

  // The number of the syllable at a place of that list.
  function syllableAt(place) {
    starts = starts || Array.from(SYLLABLES, soundOf);
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= place) low = middle; else high = middle - 1;
    }
    return low;
  }

  function soundOf(character) {
    if (!bySound) {
      const decoder = new TextDecoder("gbk"), bytes = [];
      for (let high = 0xb0; high <= 0xd7; high += 1) for (let low = 0xa1; low <= 0xfe; low += 1) bytes.push(high, low);
      bySound = new Map(Array.from(decoder.decode(Uint8Array.from(bytes)), (each, i) => [each, i]));
    }
    return bySound.get(character);
  }

  // Whether two characters are taken for each other, by sound or by shape.
  function alikeHan(a, b, long) {
    const sounds = [a, READ[a]].filter(Boolean).map(soundOf), others = [b, READ[b]].filter(Boolean).map(soundOf);
    return sounds.some(one => others.some(other => Math.abs(one - other) <= SOUND || long && syllableAt(one) === syllableAt(other))) || SHAPES.some(each => each.includes(a) && each.includes(b));
  }

  // Of a Chinese text the piece that is one character from a known form and no word itself:
  // {from, to}, null where there is none. forms: the known ones, isWord: whether a piece is right.
  function slipOf(text, forms, isWord) {
    let best = null;
    for (const form of forms) {
      for (let at = 0; at + form.length <= text.length; at += 1) {
        const all = [], most = form.length < LONG ? 1 : 2;
        for (let i = 0; i < form.length && all.length <= most; i += 1) if (text[at + i] !== form[i]) all.push(i);
        const [wrong] = all;
        if (!all.length || all.length > most || !/[\u3400-\u9fff]/.test(text[at + wrong])) continue;
        const alike = all.every(i => alikeHan(text[at + i], form[i], form.length >= SURE)), piece = text.slice(at, at + form.length);
        // 野生动植物执法 goes on after a shorter form, it is no slip for 野生动植物群
        const goesOn = wrong === form.length - 1 && forms.includes(piece.slice(0, -1));
        if (!alike && (all.length > 1 || form.length < LONG || goesOn) || isWord(piece)) continue;
        const worth = form.length + (alike ? 10 : 0);
        if (!best || worth > best.worth) best = { from: piece, to: form, worth };
      }
    }
    return best;
  }

  Object.assign(C, { akin, nearest, undoubled, distance, slipOf });
})();
