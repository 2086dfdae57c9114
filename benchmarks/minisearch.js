// Read {id, text} a line; write the index of MiniSearch as a classic script.
// node minisearch.js <folder of node_modules> <file to write>
const MiniSearch = require(`${process.argv[2]}/minisearch/dist/cjs/index.cjs`);
const words = new Intl.Segmenter("zh", { granularity: "word" });
const tokenize = text => Array.from(words.segment(text)).filter(each => each.isWordLike).map(each => each.segment);
const engine = new MiniSearch({ fields: ["text"], tokenize });
require("readline").createInterface({ input: process.stdin })
  .on("line", line => engine.add(JSON.parse(line)))
  .on("close", () => {
    const index = JSON.stringify(JSON.stringify(engine)).replace(/\u2028|\u2029/g, " ");
    require("fs").writeFileSync(process.argv[3], `window.index = ${index};\n`);
  });
