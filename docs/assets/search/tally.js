// How often something stands in each unit: numbers in a row as long as the corpus, which a
// hundred thousand hits need not fear. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  class Tally {
    constructor(size) {
      this.row = new Uint32Array(size);
      this.numbers = [];  // of the units, in the order in which they came
    }
    get size() { return this.numbers.length; }
    has(number) { return this.row[number] > 0; }
    get(number) { return this.row[number]; }
    set(number, times) {
      if (!this.row[number]) this.numbers.push(number);
      this.row[number] = times;
    }
    add(number) { this.set(number, this.row[number] || 1); }
    forEach(act) { for (const number of this.numbers) act(this.row[number], number); }
  }

  Object.assign(C, { Tally });
})();
