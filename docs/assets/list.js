// The list of instruments narrowed by words of symbol or title, and by year; what is asked stands in the
// address: ?q=wildlife&year=2021. Of a large corpus, whose list is cut by year, a script brings the titles
// of every year, and what fits stands in place of the list.
(() => {
  "use strict";
  const form = document.querySelector("form[data-list]"), whole = document.querySelector("[data-whole]"), found = document.querySelector("[data-found]");
  const { q, year } = form.elements, said = form.querySelector("output"), language = document.documentElement.lang;
  const MOST = 200;  // lines drawn
  const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let titles = null, turn = 0;

  function script(address) {
    return new Promise((done, fail) => {
      window.edition.titles = rows => { titles = rows.map(row => ({ row, text: folded(`${row[1]} ${row[2]}`) })); };
      document.head.append(Object.assign(document.createElement("script"), { src: address, onload: done, onerror: fail }));
    });
  }

  const fitting = text => { const wanted = folded(q.value).split(/\s+/).filter(Boolean); return wanted.every(word => text.includes(word)); };

  function tell(count) {
    said.textContent = q.value.trim() || year && year.value ? said.dataset.template.replace("{n}", count) : "";
  }

  // The lines that stand in the page.
  function narrow() {
    let count = 0;
    whole.querySelectorAll(".years > li").forEach(group => {
      const own = !year.value || group.firstElementChild.textContent === year.value, lines = Array.from(group.querySelectorAll(".line"));
      lines.forEach(line => { line.hidden = !own || !fitting(folded(line.firstElementChild.textContent)); });
      const left = lines.filter(line => !line.hidden).length;
      group.hidden = !left;
      count += left;
    });
    tell(count);
  }

  function line([slug, label, title, code, date]) {
    const item = Object.assign(document.createElement("li"), { className: "line" }), link = Object.assign(document.createElement("a"), { href: `${slug}.html` });
    const part = (name, text) => Object.assign(document.createElement("span"), { className: name, textContent: text });
    const words = part("line__title", title);
    if (code !== language) Object.assign(words, { lang: code, dir: code === "ar" ? "rtl" : "ltr" });
    link.append(part("line__label", label), " ", words);
    item.append(link, part("line__meta", date));
    return item;
  }

  // Those of every year.
  async function draw() {
    const mine = turn += 1;
    try {
      if (!titles && q.value.trim()) await script(form.dataset.script);
    } catch (problem) {
      said.textContent = form.dataset.failed;
      return;
    }
    if (mine !== turn) return;
    const asked = Boolean(q.value.trim()), rows = asked ? titles.filter(each => fitting(each.text)) : [];
    found.replaceChildren(...rows.slice(0, MOST).map(each => line(each.row)));
    whole.hidden = asked;
    found.hidden = !asked;
    tell(rows.length);
  }

  const apply = form.dataset.script ? draw : narrow;

  function read() {
    const query = new URLSearchParams(location.search);
    q.value = query.get("q") || "";
    if (year) year.value = query.get("year") || "";
    apply();
  }

  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", () => {
    const query = new URLSearchParams(Array.from(new FormData(form)).filter(([, value]) => value)).toString();
    try { history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash); } catch (refused) { /* narrowed all the same */ }
    apply();
  });
  addEventListener("pageshow", read);
  read();
})();
