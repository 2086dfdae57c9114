// The jump box: 37, op37, 9 (a), pp3, fn5, 第37段, 序言部分第三段, para 37, and what the page itself
// calls a paragraph. Needs edition.js.
(() => {
  "use strict";
  const form = document.querySelector("[data-jump]");
  if (!form) return;
  const { all, called } = window.edition;
  const input = form.querySelector("input"), told = form.querySelector("[role=status]");
  const HAN = "零一二三四五六七八九";

  // 三十七 -> 37; figures of other scripts -> figures.
  function figures(words) {
    return words
      .replace(/[٠-٩]/g, figure => String(figure.charCodeAt(0) - 0x660))
      .replace(/[零〇一二三四五六七八九十百]+/g, han => {
        const [, hundreds, tens, ones] = /^(?:(.)百)?零?(?:(.?)十)?(.?)$/.exec(han.replace("〇", "零")) || [];
        if (ones === undefined) return han;
        const ten = tens === undefined ? 0 : tens === "" ? 1 : HAN.indexOf(tens);
        return String((hundreds ? HAN.indexOf(hundreds) : 0) * 100 + ten * 10 + Math.max(0, HAN.indexOf(ones || "零")));
      });
  }

  // The keys that some words may mean, the likeliest first.
  function keys(words) {
    const plain = figures(words.normalize("NFKC").toLowerCase().trim());
    if (/^[a-z]+[\d-][\w-]*$/.test(plain)) return [plain, plain.replace(/^para?-?(?=\d)/, "op"), plain.replace(/^(op|pp|fn)-(?=\d)/, "$1")];
    const number = /(\d+)\s*(?:[.(（]?\s*([a-z])\s*[)）]?)?/.exec(plain);
    if (!number) return [];
    const item = number[2] && !/[a-z]{2}/.test(plain.slice(number.index + number[1].length)) ? `-${number[2]}` : "";
    const is = pattern => new RegExp(pattern, "i").test(plain.replace(number[0], " "));
    if (is(form.dataset.preamble)) return [`pp${number[1]}${item}`];
    if (is(form.dataset.notes)) return [`fn${number[1]}`];
    return [`op${number[1]}${item}`, `p${number[1]}`, `art${number[1]}`, `op${number[1]}`, `fn${number[1]}`];
  }

  function find(words) {
    const plain = text => text.normalize("NFKC").trim().toLowerCase(); // blanks that do not break are blanks
    const named = all(".para[id]").find(each => plain(called(each)) === plain(words));
    return named || keys(words).map(key => document.getElementById(key)).find(Boolean);
  }

  form.addEventListener("submit", event => {
    event.preventDefault();
    if (!input.value.trim()) return;
    const found = find(input.value), away = !found && keys(input.value).find(key => window.edition.pageOf?.(key));
    if (away) return location.assign(`#${away}`);  // pages.js leads on
    told.textContent = found ? "" : form.dataset.unknown.replace("{place}", input.value.trim());
    if (!found) return;
    location.hash = found.id;
    found.scrollIntoView();
    input.value = "";
    const to = found.querySelector("a.para__number") || found;
    if (to === found) to.tabIndex = -1;
    to.focus({ preventScroll: true });
  });
  // An address may name a paragraph that is not here; one that another text alone has comes with its column.
  function missed() {
    const id = window.edition.here();
    told.textContent = id && !document.getElementById(id) ? form.dataset.unknown.replace("{place}", id) : "";
  }
  addEventListener("load", missed);
  addEventListener("hashchange", missed);
  new MutationObserver(() => { if (told.textContent && document.getElementById(window.edition.here())) told.textContent = ""; })
    .observe(document.querySelector(".instrument .body"), { childList: true });
  input.addEventListener("input", () => { told.textContent = ""; });
})();
