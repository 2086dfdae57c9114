// GIFT as gift-pegjs reads it: node packs_gift.mjs MODULES FILE. Prints [[name, asked, answers]] as JSON;
// an answer is [text, whether it is right], of a match the two that belong together.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, file] = process.argv.slice(2), { parse } = createRequire(`${modules}/x.js`)("gift-pegjs");
const ANSWERS = {
  MC: ({ choices }) => choices.map(each => [each.text.text, each.isCorrect]),
  TF: ({ isTrue }) => [["true", isTrue], ["false", !isTrue]],
  Matching: ({ matchPairs }) => matchPairs.map(each => [each.subquestion.text, each.subanswer])
};
const asked = parse(readFileSync(file, "utf8")).filter(each => each.type !== "Category");
console.log(JSON.stringify(asked.map(each => [each.title, each.stem.text, ANSWERS[each.type](each)])));
