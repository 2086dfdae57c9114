// Who is asked to do what: the table narrowed, put in another order, saved as CSV. What is chosen stands
// in the address: ?instrument=a-res-71-209&addressee=unodc.
(() => {
  "use strict";
  const form = document.querySelector("[data-asked]"), table = document.querySelector(".asked__table");
  if (!form || !table) return;
  const shown = form.querySelector("[data-shown]"), bodies = Array.from(table.tBodies);
  const rows = bodies.flatMap(body => Array.from(body.rows).slice(1).map(row => ({
    row, body,
    themes: row.dataset.themes.split(" "),
    requests: Array.from(row.querySelectorAll("li"), line => ({
      line,
      strength: line.dataset.strength,
      to: line.dataset.to.trim().split(/\s+/),
      verb: line.children[0].textContent,
      addressee: line.children[1].textContent,
      due: line.children[2] ? line.children[2].textContent : ""
    }))
  })));
  const loose = document.createElement("tbody");
  table.append(loose);
  const ORDER = ["decide", "request", "encourage"];
  const language = document.documentElement.lang;

  const chosen = () => Object.fromEntries(new FormData(form));

  function fits(each, { instrument, theme }) {
    return (!instrument || each.body.dataset.slug === instrument) && (!theme || each.themes.includes(theme));
  }

  function asks(request, { addressee, strength, due }) {
    return (!addressee || request.to.includes(addressee)) && (!strength || request.strength === strength) && (!due || request.due);
  }

  // What a row is ordered by: its first request that is shown; those without come last.
  function keyOf(each, sort) {
    const first = each.requests.find(request => !request.line.hidden);
    const value = sort === "strength" ? String(ORDER.indexOf(first.strength)) : first[sort];
    return value || "\uffff";
  }

  function arrange(sort) {
    const visible = rows.filter(each => !each.row.hidden);
    if (!sort) rows.forEach(each => each.body.append(each.row));
    else {
      const keys = new Map(visible.map(each => [each, keyOf(each, sort)]));
      visible.map((each, at) => [each, at]).sort(([a, i], [b, j]) => keys.get(a).localeCompare(keys.get(b), language, { numeric: true }) || i - j)
        .forEach(([each]) => { each.row.cells[0].dataset.from = each.body.dataset.label; loose.append(each.row); });
    }
    table.classList.toggle("asked__table--sorted", Boolean(sort));
    bodies.forEach(body => { body.hidden = Boolean(sort) || !Array.from(body.rows).slice(1).some(row => !row.hidden); });
  }

  function apply() {
    const wanted = chosen();
    rows.forEach(each => {
      each.requests.forEach(request => { request.line.hidden = !asks(request, wanted); });
      each.row.hidden = !fits(each, wanted) || each.requests.every(request => request.line.hidden);
    });
    arrange(wanted.sort);
    shown.textContent = shown.dataset.shown.replace("{n}", rows.filter(each => !each.row.hidden).length);
  }

  function remember() {
    const kept = new URLSearchParams(Object.entries(chosen()).filter(([, value]) => value)).toString();
    try {
      history.replaceState(null, "", (kept ? `?${kept}` : location.pathname.replace(/.*\//, "")) + location.hash);
    } catch (refused) { /* the table is narrowed all the same */ }
  }

  // A cell no program takes for a formula, quoted as Excel reads it.
  const cell = text => `"${text.replace(/\s+/g, " ").trim().replace(/"/g, '""').replace(/^(?=[=+\-@])/, "'")}"`;

  function csv() {
    const heads = Array.from(table.tHead.rows[0].cells, each => each.textContent);
    const instrument = form.elements.instrument.closest("label").firstChild.textContent;
    const strength = form.elements.strength.closest("label").firstChild.textContent;
    const lines = [[instrument, heads[0], heads[1], strength, ...heads.slice(2)]];
    rows.filter(each => !each.row.hidden).forEach(each => each.requests.filter(request => !request.line.hidden).forEach(request => {
      const text = each.row.querySelector("td p");
      const named = Array.from(form.elements.strength.options).find(option => option.value === request.strength);
      lines.push([each.body.dataset.label, each.row.cells[0].textContent, request.verb, named.textContent,
        request.addressee, request.due, ...(heads.length > 4 ? [text ? text.textContent : ""] : [])]);
    }));
    return `\ufeff${lines.map(line => line.map(cell).join(",")).join("\r\n")}\r\n`;
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    link.download = `asked-${language}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  new URLSearchParams(location.search).forEach((value, name) => {
    const box = form.elements[name];
    if (box && box.type === "checkbox") box.checked = Boolean(value);
    else if (box && Array.from(box.options).some(option => option.value === value)) box.value = value;
  });
  form.addEventListener("change", () => { apply(); remember(); });
  form.querySelector("[data-csv]").addEventListener("click", save);
  apply();
})();
