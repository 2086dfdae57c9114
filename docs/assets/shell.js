// The head of every page: light and dark, the language chosen, the section in sight.
(() => {
  "use strict";

  const all = selector => Array.from(document.querySelectorAll(selector));

  function remember(name, value) {
    try { localStorage.setItem(name, value); } catch (refused) { /* not kept, not needed */ }
  }

  function isDark() {
    const chosen = document.documentElement.getAttribute("data-scheme");
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  all("[data-scheme][type=button]").forEach(button => {
    button.title = button.getAttribute("aria-label");
    button.addEventListener("click", () => {
      const next = isDark() ? "light" : "dark";
      document.documentElement.setAttribute("data-scheme", next);
      remember("scheme", next);
    });
  });

  // What a line of a printed page holds, no word cut.
  function fitting(words) {
    const most = 118, end = words.lastIndexOf(" ", most);
    return words.length <= most ? words : `${words.slice(0, end > 0 ? end : most)}…`;
  }

  // The heads of printed pages: symbol and title, the address in the edition.
  const root = document.documentElement, symbol = document.querySelector(".instrument .front__label strong");
  const canonical = document.querySelector("link[rel=canonical]"), title = document.querySelector("h1");
  const heading = [symbol, title].filter(Boolean).map(each => each.textContent.trim()).join(" · ");
  root.style.setProperty("--running", JSON.stringify(fitting((heading || document.title).replace(/\s+/g, " "))));
  root.style.setProperty("--address", JSON.stringify(canonical ? canonical.href : `${document.title.split(" · ").pop()} · ${root.lang}/${location.pathname.split(`/${root.lang}/`).pop()}`));

  // The switch of language keeps the place: query and paragraph (that of the address, else the one
  // being read) go along, in a new tab too.
  all("a[data-language]").forEach(link => {
    function keep() {
      const read = !location.hash && window.edition?.current?.();
      link.href = link.getAttribute("href").split(/[?#]/)[0] + location.search + (read ? `#${read.id}` : location.hash);
    }
    if (link.closest(".u-languages")) ["pointerdown", "focus", "click"].forEach(event => { link.addEventListener(event, keep); });
    link.addEventListener("click", () => { remember("language", link.lang); });
  });
})();
