// What narrows and orders a list: a theme's paragraphs, the glossary, a concordance. Needs edition.js.
(() => {
  "use strict";
  const { all } = window.edition;

  all("form[data-filters]").forEach(form => {
    const shown = form.querySelector("[data-shown]");
    function chosen(name) {
      return all(`input[name=${name}]:checked`, form).map(box => box.value);
    }
    function apply() {
      const strength = chosen("strength");
      const part = chosen("part");
      const body = chosen("body");
      let count = 0;
      all(".block").forEach(block => {
        let any = false;
        all(".item", block).forEach(item => {
          const fits = strength.includes(item.dataset.strength) &&
            part.includes(item.dataset.part) && body.includes(block.dataset.body);
          item.hidden = !fits;
          any = any || fits;
          if (fits) count += Number(item.dataset.count || 1);
        });
        block.hidden = !any;
      });
      shown.textContent = shown.getAttribute("data-template").replace("{n}", count);
    }
    form.addEventListener("change", apply);
    apply();
  });

  all("[data-filter-box]").forEach(box => {
    const input = box.querySelector("input"), count = box.querySelector("[data-filter-count]");
    const entries = all(".entries .term").map(entry => ({
      entry,
      text: entry.textContent.toLowerCase()
    }));
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      let shown = 0;
      entries.forEach(each => {
        each.entry.hidden = !each.text.includes(wanted);
        if (!each.entry.hidden) shown += 1;
      });
      count.textContent = wanted ? shown : "";
    });
  });

  all("[data-sorts]").forEach(tools_ => {
    const body = document.querySelector(".kwic tbody"), rows = all("tr", body);
    const keys = {
      place() { return ""; },
      left(row) { return Array.from(row.cells[0].textContent).reverse().join(""); },
      right(row) { return row.cells[2].textContent; }
    };
    all("button", tools_).forEach(button => {
      button.addEventListener("click", () => {
        const key = keys[button.getAttribute("data-sort")];
        all("button", tools_).forEach(each => { each.setAttribute("aria-pressed", String(each === button)); });
        rows.map((row, i) => ({
          row,
          i,
          key: key(row)
        })).sort((a, b) => a.key.localeCompare(b.key, "zh") || a.i - b.i).forEach(each => { body.appendChild(each.row); });
      });
    });
  });
})();
