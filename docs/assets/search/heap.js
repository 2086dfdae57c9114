// A heap of what is best: of a hundred thousand hits a few are asked for, sorting all would be slow. No DOM.
(() => {
  "use strict";
  const C = globalThis.compendium = globalThis.compendium || {};

  // A heap of what is best: of a hundred thousand hits a few are asked for, sorting all would be slow.
  function heapOf(items, before) {
    const heap = items.slice();
    function sink(i) {
      for (;;) {
        let best = i;
        const left = 2 * i + 1;
        const swapped = heap[i];
        if (left < heap.length && before(heap[left], heap[best])) best = left;
        if (left + 1 < heap.length && before(heap[left + 1], heap[best])) best = left + 1;
        if (best === i) return;
        heap[i] = heap[best];
        heap[best] = swapped;
        i = best;
      }
    }
    for (let i = heap.length >> 1; i >= 0; i -= 1) sink(i);
    heap.take = () => {
      const first = heap[0], last = heap.pop();
      if (heap.length) { heap[0] = last; sink(0); }
      return first;
    };
    return heap;
  }

  Object.assign(C, { heapOf });
})();
