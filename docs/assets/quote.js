// How a paragraph is cited, linked and quoted: pure functions over what references/<slug>.js holds.
// resolutions/references/style.py says the same in Python; tests/browser/test_menu.py compares them.
(() => {
  "use strict";
  const NUMBERED = /^op(\d+)$/;

  function fill(form, values) {
    return form.replace(/{(\w+)}/g, (place, name) => name in values ? values[name] : place);
  }

  function escape(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  function plain(html) {
    return html.replace(/<\/?i>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  }

  // What a style calls the paragraphs from one to another; "" is the instrument itself.
  function pin(data, style, first, last) {
    const names = data.pins[style.pins], name = key => names[data.keys.indexOf(key)] || "";
    if (!last || first === last || !name(first) || !name(last)) return name(first);
    const numbers = [first, last].map(key => NUMBERED.exec(key));
    if (style.range && numbers[0] && numbers[1]) return fill(style.range, { first: numbers[0][1], last: numbers[1][1] });
    return fill(style.between, { first: name(first), last: name(last) });
  }

  // A reference as HTML that holds nothing but <i>.
  function reference(data, style, first, last) {
    const name = pin(data, style, first, last);
    return name ? style.part.replace("{pin}", () => escape(name)) : style.whole;
  }

  // The style in a language, else in the first that it has.
  function styleOf(data, id, language) {
    const own = data.styles.filter(style => style.id === id);
    return own.find(style => style.lang === language) || own[0];
  }

  // Where the edition stands on the web, "" on a stick: a `file:` address is never handed on.
  function webRoot(words, root) {
    if (words.base) return `${words.base.replace(/\/$/, "")}/`;
    return /^https?:/.test(root) ? root : "";
  }

  // The address of a paragraph or a range; `whole` without the `#` that some programs cut.
  function address(web, language, slug, first, last, whole) {
    if (!web) return "";
    const range = last && last !== first ? `to=${last}` : "";
    if (whole) return `${web}${language}/go.html?p=${slug}.${first}${range && `&${range}`}`;
    return `${web}${language}/resolutions/${slug}.html${range && `?${range}`}#${first}`;
  }

  // The link that a reader is given: {plain, href}. On a stick the official document, with its paragraph.
  function link(data, words, place) {
    const web = address(place.web, words.lang, data.slug, place.first, place.last);
    if (web) return { plain: web, href: web };
    const style = styleOf(data, words.first, words.lang), official = data.official[words.lang] || "";
    const name = style ? plain(reference(data, style, place.first, place.last)) : data.symbol;
    return { plain: official ? `${name}${words.comma}${official}` : name, href: official };
  }

  // What a QR code of a paragraph says: its address, else its name and the official document.
  function code(data, words, place) {
    const web = address(place.web, words.lang, data.slug, place.first, place.last);
    if (web) return web;
    const { plain: told, href } = link(data, words, place);
    return href ? `${told.slice(0, -href.length - words.comma.length)}\n${href}` : told;
  }

  // The words of a passage in the marks of their language, with dots where they are cut.
  function quoted(passage, words) {
    const dots = words.ellipsis[passage.lang] || ["… ", " …"];
    const pieces = passage.pieces.map(piece => (piece.label && passage.pieces.length > 1 ? `${piece.label} ` : "") +
      (piece.before ? dots[0] : "") + piece.text + (piece.after ? dots[1] : ""));
    return fill(words.quotes[passage.lang] || "“{text}”", { text: pieces.join("\n") });
  }

  // A quotation with its reference: {plain, html}; the reference in the language of the reader.
  function quotation(data, words, place, passage) {
    const style = styleOf(data, words.first, words.lang), text = quoted(passage, words);
    const source = style ? reference(data, style, place.first, place.last) : escape(data.symbol);
    const href = address(place.web, words.lang, data.slug, place.first, place.last, true) || data.official[words.lang] || "";
    const named = href ? `<a href="${escape(href).replace(/"/g, "&quot;")}">${source}</a>` : source;
    const lines = escape(text).split("\n").map(line => `<p>${line}</p>`).join("");
    return {
      plain: `${text}\n${fill(words.bracket, { text: plain(source) })}${href ? `\n${href}` : ""}`,
      html: `<blockquote lang="${passage.lang}" dir="${passage.dir}">${lines}</blockquote><p lang="${words.lang}" dir="${words.dir}">${fill(words.bracket, { text: named })}</p>`
    };
  }

  window.edition.quote = { fill, escape, plain, pin, reference, styleOf, webRoot, address, link, code, quoted, quotation };
})();
