// Runs before the page is drawn: what the reader chose before (light or dark, size of the text,
// single keys, source or aid first), so that nothing moves or flashes later.
for (const [kept, attribute] of [["scheme", "data-scheme"], ["size", "data-size"], ["keys", "data-keys"], ["order", "data-first"]]) {
  try {
    const value = localStorage.getItem(kept);
    if (value) document.documentElement.setAttribute(attribute, value);
  } catch (refused) { /* a browser that keeps nothing for file: goes by its own setting */ }
}
window.edition = { waiting: [], column: data => { window.edition.waiting.push(data); } };
// Columns that are asked for keep their place until they have come: nothing is drawn twice.
if (/[?&]text=/.test(location.search)) document.documentElement.dataset.columns = "";
document.documentElement.classList.remove("no-js");
