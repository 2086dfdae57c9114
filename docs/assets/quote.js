// How a paragraph is cited, linked and quoted: pure functions over what references/<slug>.js holds.
// resolutions/references/style.py says the same in Python; tests/browser/test_menu.py compares them.
(() => {
  "use strict";
  const NUMBERED = /^((?:annex\d*-|s\d+-)*)(?:op|p)(\d+)$/, PREAMBULAR = /^(pp)(\d+)$/, ITEM = /^(.+)-([a-z]|\d+)$/;
  const SHOWN = /\(?[^\s()]+\)(?=[^()]*$)/, AROUND = /^(.*[,，،] ?)[^,，،]*$/;

  function fill(form, values) {
    return form.replace(/{(\w+)}/g, (place, name) => name in values ? values[name] : place);
  }

  function escape(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  function plain(html) {
    return html.replace(/<\/?i>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  }

  // The numbers or letters of two keys of a kind that stand within the same, and whether one follows the other.
  function endsOf(pattern, keys) {
    const [one, other] = keys.map(key => pattern.exec(key)), worth = end => /\d/.test(end) ? Number(end) : end.charCodeAt(0);
    return one && other && one[1] === other[1] ? { first: one[2], last: other[2], next: worth(one[2]) + 1 === worth(other[2]) } : null;
  }

  // What goes from one paragraph to another: paras. 3–5, para. 9 (a)–(c) (resolutions/references/stretch.py).
  function stretch(style, stretches, keys, names) {
    const numbers = endsOf(NUMBERED, keys), preamble = endsOf(PREAMBULAR, keys), items = endsOf(ITEM, keys);
    if (numbers && stretches.styles[style.id]) {
      const [pair, range] = stretches.styles[style.id], around = /^(?:annex|s)/.test(keys[0]) && AROUND.exec(names[0]);
      return (around ? around[1] : "") + fill(numbers.next && pair || range, numbers);
    }
    if (preamble) {
      const [before, after] = stretches.preamble[0].split("{n}"), [first, last] = names.map(name => name.slice(before.length, name.length - after.length));
      return fill(stretches.preamble[preamble.next ? 1 : 2], { first, last });
    }
    const shown = names.map(name => SHOWN.exec(name));
    if (items && /\d/.test(items.first) === /\d/.test(items.last) && shown[0] && shown[1]) {
      return names[0].replace(SHOWN, () => fill(stretches.items[items.next ? 0 : 1], { first: shown[0][0], last: shown[1][0] }));
    }
    return fill(stretches.between, { first: names[0], last: names[1] });
  }

  // What a style calls the paragraphs from one to another; "" is the instrument itself. `stretches`: of each language.
  function pin(data, style, first, last, stretches) {
    const names = [first, last].map(key => data.pins[style.pins][data.keys.indexOf(key)] || "");
    return last && first !== last && names[0] && names[1] ? stretch(style, stretches[style.lang], [first, last], names) : names[0];
  }

  // A reference as HTML that holds nothing but <i>.
  function reference(data, style, first, last, stretches) {
    const name = pin(data, style, first, last, stretches);
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
    const name = style ? plain(reference(data, style, place.first, place.last, words.stretches)) : data.symbol;
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
    const source = style ? reference(data, style, place.first, place.last, words.stretches) : escape(data.symbol);
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
