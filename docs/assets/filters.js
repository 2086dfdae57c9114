// What narrows and orders a list: a theme's paragraphs, the glossary, a concordance. Needs edition.js.
(() => {
  "use strict";
  const { all } = window.edition;

  // The filters of a theme live in the address, so that they can be handed on and Back undoes them.
  all("form[data-filters]").forEach(form => {
    const shown = document.querySelector("[data-shown]");
    // What there is to choose from stands in the paragraphs; what it is called, in a script of the language.
    const of = name => new Set(all(`.item[data-${name}]`).flatMap(item => item.getAttribute(`data-${name}`).split(" ")));
    const named = (name, present) => (window.filterNames?.[name] || []).filter(([value]) => present.has(value));
    const offered = {
      verb: () => named("verb", of("lead")),
      addressee: () => named("addressee", of("asks")),
      instrument: () => all(".block[id]").map(block => [block.id, block.querySelector(".line__label").textContent]),
      year: () => Array.from(new Set(all(".block[data-year]").map(block => block.dataset.year))).sort().reverse().map(year => [year, year])
    };
    all("select", form).forEach(list => { list.append(...offered[list.name]().map(([value, name]) => new Option(name, value))); });
    const boxes = all("input[type=checkbox]", form), lists = all("select", form);
    const groups = Array.from(new Set(boxes.map(box => box.name)));

    function read() {
      const query = new URLSearchParams(location.search);
      boxes.forEach(box => { box.checked = !query.has(box.name) || query.get(box.name).split(",").includes(box.value); });
      lists.forEach(list => { list.value = query.get(list.name) || ""; });
    }

    function write() {
      const query = new URLSearchParams(location.search);
      groups.forEach(name => {
        const own = boxes.filter(box => box.name === name), on = own.filter(box => box.checked);
        if (on.length === own.length) query.delete(name); else query.set(name, on.map(box => box.value).join(","));
      });
      lists.forEach(list => { if (list.value) query.set(list.name, list.value); else query.delete(list.name); });
      const words = query.toString().replace(/%2C/g, ",");
      try { history.pushState(null, "", (words ? `?${words}` : location.pathname) + location.hash); } catch (refused) { /* not every browser lets a file do it */ }
    }

    const checked = name => boxes.filter(box => box.name === name && box.checked).map(box => box.value);
    const chosen = name => form.elements[name]?.value || "";

    function apply() {
      const strength = checked("strength"), part = checked("part"), body = checked("body");
      const verb = chosen("verb"), addressee = chosen("addressee"), instrument = chosen("instrument"), year = chosen("year");
      let count = 0;
      all(".block").forEach(block => {
        const own = (!groups.includes("body") || body.includes(block.dataset.body)) &&
          (!instrument || instrument === block.id) && (!year || year === block.dataset.year);
        let any = false;
        all(".item", block).forEach(item => {
          const fits = own && strength.includes(item.dataset.strength || "focus") && part.includes(item.dataset.part || "operative") &&
            (!verb || verb === item.dataset.lead) && (!addressee || (item.dataset.asks || "").split(" ").includes(addressee));
          item.hidden = !fits;
          any = any || fits;
          if (fits) count += Number(item.dataset.count || 1);
        });
        block.hidden = !any;
      });
      shown.textContent = shown.getAttribute("data-template").replace("{n}", count);
    }

    function restore() {
      read();
      apply();
    }
    form.addEventListener("change", () => { write(); apply(); });
    addEventListener("popstate", restore);
    addEventListener("pageshow", restore);
    restore();
  });

  // The errata of one instrument: ?instrument=A/RES/71/209.
  all("[data-errata] select").forEach(list => {
    const apply = () => all("[data-instrument]").forEach(each => { each.hidden = Boolean(list.value) && each.dataset.instrument !== list.value; });
    const read = () => {
      const wanted = new URLSearchParams(location.search).get("instrument") || "";
      list.value = Array.from(list.options).some(option => option.value === wanted) ? wanted : "";
      apply();
    };
    list.addEventListener("change", () => {
      const query = new URLSearchParams(list.value ? { instrument: list.value } : {}).toString();
      try { history.pushState(null, "", query ? `?${query}` : location.pathname.replace(/.*\//, "")); } catch (refused) { /* narrowed all the same */ }
      apply();
    });
    addEventListener("popstate", read);
    addEventListener("pageshow", read);
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
      // A heading says how many of its own are shown, and goes where none is.
      all(".glossary section").forEach(section => {
        const left = all(".term:not([hidden])", section).length, said = section.querySelector("h2 b");
        section.hidden = !left;
        if (said) said.textContent = left;
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
