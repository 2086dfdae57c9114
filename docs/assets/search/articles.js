// Articles of treaties that a query names, as people write them in six languages. No DOM. On folded text.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  const ARTICLES = [
    /第(\d{1,3})条(?:第?(\d{1,2})款)?(?: ?\(([a-z])\)[款项]?)?/,
    /第(\d{1,3}) ?\(([a-z])\)条/,
    /(?:articles?|art\.|articulos?|стать[яеию]|ст\.|الماده|المادة) ?(\d{1,3})(?:,? ?(?:paragraphe?|para\.?|par\.|parrafo|пункт[а]?|п\.|الفقرة)? ?(\d{1,2}))?(?: ?,? ?(?:alinea|apartado|подпункт|الفقرة الفرعية)? ?\(?([a-z])\))?/
  ];

  // {start, end, forms: as texts may have it} of the first article of a treaty that a text names.
  function articleIn(text) {
    for (const [i, pattern] of ARTICLES.entries()) {
      const match = pattern.exec(text);
      if (match) {
        const [whole, article, second, third] = match;
        return { start: match.index, end: match.index + whole.length, form: whole, forms: articleForms(article, i === 1 ? "" : second, i === 1 ? second : third) };
      }
    }
    return null;
  }

  function articleForms(article, paragraph, item) {
    const han = `第${article}条`, latin = `article ${article}`;
    if (paragraph && item) return [`${han}第${paragraph}款(${item})`, `${han}${paragraph}款(${item})`, `${latin}, paragraph ${paragraph} (${item})`];
    if (paragraph) return [`${han}第${paragraph}款`, `${han}${paragraph}款`, `${latin}, paragraph ${paragraph}`];
    if (item) return [`${han}(${item})`, `第${article}(${item})条`, `${han} (${item})`, `${latin} (${item})`, `${latin}, subparagraph (${item})`, `${latin}, paragraph (${item})`];
    return [han, latin];
  }

  Object.assign(C, { articleIn });
})();
