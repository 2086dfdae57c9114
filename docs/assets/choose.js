// The pages at the root: the language the reader chose before stands first; go.html goes on in it.
(() => {
  "use strict";
  const list = document.querySelector("[data-choice]"), onward = list.getAttribute("data-choice");
  const links = Array.from(list.querySelectorAll("a[data-language]"));

  function of(code) { return links.find(link => link.lang === code); }

  function chosen() {
    try { return of(localStorage.getItem("language")); } catch (refused) { return undefined; }
  }

  // The first language of the browser that we have: zh-Hant-HK is zh.
  function spoken() {
    return (navigator.languages || []).map(tag => of(tag.toLowerCase().split("-")[0])).find(Boolean);
  }

  links.forEach(link => {
    link.addEventListener("click", () => {
      try { localStorage.setItem("language", link.lang); } catch (refused) { /* not kept, not needed */ }
    });
  });
  if (onward && new URLSearchParams(location.search).get("p")) {
    return location.replace(`${(chosen() || spoken() || of("zh") || links[0]).lang}/${onward}${location.search}${location.hash}`);
  }
  const first = chosen();
  if (!first) return;
  list.prepend(first.parentElement);
  first.setAttribute("aria-current", "true");
})();
