// Runs before the page is drawn: the reader's choice of light or dark, if one was made.
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme) document.documentElement.setAttribute("data-scheme", scheme);
} catch (refused) { /* a browser that keeps nothing for file: goes by its own setting */ }
document.documentElement.classList.remove("no-js");
