// Previews of citations and notes; what the address names is opened. Needs edition.js.
(() => {
  "use strict";
  const { all, here } = window.edition;

  // What is open, what gets the focus back, the link or button that opened it.
  let pop = null, origin = null, opener = null;

  function closePop(back) {
    if (!pop) return;
    pop.remove();
    pop = null;
    if (back && origin) returnTo(origin);
    origin = opener = null;
    document.dispatchEvent(new Event("popclosed"));
  }

  // The focus goes back to where it came from, in sight.
  function returnTo(element) {
    element.focus({ preventScroll: true });
    const box = element.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) element.scrollIntoView({ block: "center" });
  }

  function closer() {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "pop__close", textContent: "×" });
    button.setAttribute("aria-label", document.querySelector("[data-close-label]")?.dataset.closeLabel || "×");
    button.addEventListener("click", () => closePop(true));
    return button;
  }

  // Shows nodes below a box of the window, or above it where there is more room; `from` gets the
  // focus back. A click on `by`, the link or button that opens it, closes it again.
  function showPop(nodes, label, from, box, by) {
    closePop(false);
    origin = from;
    opener = by;
    pop = document.createElement("div");
    pop.className = "pop";
    pop.setAttribute("role", "dialog");
    pop.setAttribute("aria-label", label);
    pop.tabIndex = -1;
    pop.append(...nodes.some(node => node.nodeType === 1 && (node.matches(".pop__close") || node.querySelector(".pop__close"))) ? nodes : [closer(), ...nodes]);
    document.body.appendChild(pop);
    const width = Math.min(pop.offsetWidth, innerWidth - 16), height = pop.offsetHeight + 6;
    const above = box.bottom + height > innerHeight && box.top > height;
    const start = document.dir === "rtl" ? box.right - width : box.left;
    pop.style.left = `${Math.max(8, Math.min(start, innerWidth - width - 8)) + scrollX}px`;
    pop.style.top = `${(above ? box.top - height : box.bottom + 6) + scrollY}px`;
    pop.focus({ preventScroll: true });
  }

  function openPop(link, source) {
    const copies = Array.from(source.childNodes).filter(node => !(node.nodeType === 1 && node.matches(".places, .back"))).map(node => {
      const copy = node.cloneNode(true);
      if (copy.nodeType === 1) {
        copy.removeAttribute("id");
        all("[id]", copy).forEach(inner => { inner.removeAttribute("id"); });
      }
      return copy;
    });
    showPop(copies, link.getAttribute("aria-label") || link.textContent, link, link.getBoundingClientRect(), link);
  }

  // What a click on a link shows: of a mark its note, of a citation its entry in the list of what is
  // cited: ../cited/treaties.html#uncac -> cite-uncac, a-res-63-195.html#op3 -> cite-a-res-63-195.
  function previewed(link) {
    const [path, id] = (link.getAttribute("href") || "").split("#");
    if (link.closest(".note-mark")) return path ? null : document.getElementById(id);
    const name = path.includes("/cited/") ? id : path.split("/").pop().replace(/(--\d+)?\.html$/, "");  // --2: a later page of a long text
    return link.matches(".cite") && name ? document.getElementById(`cite-${name}`) : null;
  }

  // A click beside what is open closes it, and opens nothing: the word below is not tapped. Only
  // a link or a button, but for the one that opened it, does its own work besides.
  document.addEventListener("click", event => {
    if (!pop || event.ctrlKey || event.metaKey || event.shiftKey || event.button || event.target.closest(".pop")) return;
    const control = event.target.closest("a, button, summary, label, input, select");
    if (!control || control === opener) {
      event.stopPropagation();
      event.preventDefault();
    }
    closePop(control === opener);
  }, true);

  document.addEventListener("click", event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("a");
    const source = link && !link.closest(".pop") && previewed(link);
    if (source) {
      event.preventDefault();
      openPop(link, source);
    }
  });

  // Tab past either end leaves it: it closes, and the focus is where it was before.
  function leave(event) {
    const stops = all("a[href], button:not(:disabled), summary, input, select", pop).filter(each => each.offsetParent);
    const at = stops.indexOf(document.activeElement), inside = pop.contains(document.activeElement);
    if (inside && (event.shiftKey ? at <= 0 : at === stops.length - 1)) {
      event.preventDefault();
      closePop(true);
    }
  }

  document.addEventListener("keydown", event => {
    if (!pop) return;
    if (event.key === "Escape") closePop(true);
    else if (event.key === "Tab") leave(event);
  });

  // A sign of an erratum leads to its note, and opens it; the way to something cited, the places that cite it.
  function openTarget() {
    const target = document.getElementById(here());
    if (target && target.matches("details")) target.open = true;
    if (target && target.matches(".entry")) all(":scope > details", target).slice(-1).forEach(places => { places.open = true; });
  }
  addEventListener("hashchange", openTarget);
  openTarget();

  Object.assign(window.edition, { showPop, closePop });
})();
