// What the menu offers beside quoting: a QR code, the hand-out, a comparison. Needs menu/pop.js,
// take/choice.js and take/qr.js.
(() => {
  "use strict";
  const { menu, choice, qr, quote, load } = window.edition;
  const way = path => `${load.root}${load.page}/${path}`;

  function code(context, body, status, tools) {
    const text = quote.code(context.data, context.words, context.place), drawing = qr.drawing(text);
    const image = tools.make("div", "menu__qr"), lead = tools.make("p", "", context.words.strings["qr.says"]), says = tools.make("p", "menu__says", text);
    image.innerHTML = drawing;
    image.setAttribute("role", "img");
    image.setAttribute("aria-label", `${context.words.strings.qr}: ${context.name}`);
    says.dir = "auto";
    body.append(image, lead, says, tools.button(quote.fill(context.words.strings.save, { name: ".svg" }), () => {
      tools.save(`${context.slug}.${context.place.first}.svg`, drawing, "image/svg+xml");
    }));
  }

  function add(context, tools) {
    const places = choice.add(context.passage.pieces.map(each => `${context.slug}#${each.key}`)), link = tools.make("a", "menu__way-on");
    link.href = way(`handout.html?p=${choice.write(places)}`);
    link.textContent = quote.fill(context.words.strings["handout.open"], { n: places.length });
    tools.status.replaceChildren(quote.fill(context.words.strings["handout.added"], { name: context.name }), " ", link);
  }

  menu.actions.unshift(
    { name: "qr", run: (context, tools) => { tools.panel(context, "qr", (own, body, status) => { code(own, body, status, tools); }); } },
    { name: "handout", apart: true, run: add },
    {
      name: "handout.open", apart: true, when: () => choice.kept().length > 0,
      words: context => quote.fill(context.words.strings["handout.open"], { n: choice.kept().length }),
      run: () => { location.href = way(`handout.html?p=${choice.write(choice.kept())}`); }
    },
    { name: "compare", apart: true, run: context => { location.href = way(`compare/index.html?newer=${context.slug}`); } }
  );
})();
