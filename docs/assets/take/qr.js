// A QR code (ISO/IEC 18004, bytes, level M) as rows of modules: pure functions. Compared with segno,
// module for module, in tests/browser/test_qr.py.
(() => {
  "use strict";
  // Of versions 1 to 40 at level M: error correction codewords a block, and blocks.
  const CHECKS = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28];
  const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];
  const POLYNOMIAL = 0x11d, FORMAT = 0x537, FORMAT_MASK = 0x5412, VERSION = 0x1f25;
  const MASKS = [
    (r, c) => (r + c) % 2, r => r % 2, (r, c) => c % 3, (r, c) => (r + c) % 3,
    (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2, (r, c) => (r * c) % 2 + (r * c) % 3,
    (r, c) => ((r * c) % 2 + (r * c) % 3) % 2, (r, c) => ((r + c) % 2 + (r * c) % 3) % 2
  ];
  const EXP = [], LOG = [];
  for (let i = 0, x = 1; i < 255; i += 1) {
    EXP[i] = x;
    LOG[x] = i;
    x = x << 1 ^ (x > 127 ? POLYNOMIAL : 0);
  }
  const times = (a, b) => a && b ? EXP[(LOG[a] + LOG[b]) % 255] : 0;

  // The modules of a version that carry data, and its codewords.
  function capacity(version) {
    let bits = (16 * version + 128) * version + 64;
    if (version > 1) {
      const marks = Math.floor(version / 7) + 2;
      bits -= (25 * marks - 10) * marks - 55;
      if (version > 6) bits -= 36;
    }
    return bits >> 3;
  }

  const room = version => capacity(version) - CHECKS[version - 1] * BLOCKS[version - 1];

  function versionFor(size) {
    for (let version = 1; version <= 40; version += 1) {
      if (size + (version < 10 ? 2 : 3) <= room(version)) return version;   // mode and length take 12 or 20 bits
    }
    return 0;
  }

  function codewords(bytes, version) {
    const bits = [], put = (value, length) => { for (let i = length - 1; i >= 0; i -= 1) bits.push(value >> i & 1); };
    put(4, 4);
    put(bytes.length, version < 10 ? 8 : 16);
    bytes.forEach(byte => { put(byte, 8); });
    put(0, Math.min(4, room(version) * 8 - bits.length));
    while (bits.length % 8) bits.push(0);
    const words = [];
    for (let at = 0; at < bits.length; at += 8) words.push(parseInt(bits.slice(at, at + 8).join(""), 2));
    for (let pad = 0xec; words.length < room(version); pad ^= 0xec ^ 0x11) words.push(pad);
    return words;
  }

  function divisor(degree) {
    let found = [1];
    for (let i = 0; i < degree; i += 1) {
      const next = [...found, 0];
      found.forEach((each, at) => { next[at + 1] ^= times(each, EXP[i]); });
      found = next;
    }
    return found;
  }

  function checksOf(block, by) {
    const rest = [...block, ...Array.from({ length: by.length - 1 }, () => 0)];
    block.forEach((nothing, at) => {
      const lead = rest[at];
      by.forEach((each, i) => { rest[at + i] ^= times(each, lead); });
    });
    return rest.slice(block.length);
  }

  // Data and checks of all blocks in turn.
  function woven(words, version) {
    const count = BLOCKS[version - 1], by = divisor(CHECKS[version - 1]), short = Math.floor(words.length / count);
    const longer = words.length % count, blocks = [];
    for (let i = 0, at = 0; i < count; i += 1) {
      const size = short + (i < count - longer ? 0 : 1);
      blocks.push(words.slice(at, at + size));
      at += size;
    }
    const checks = blocks.map(block => checksOf(block, by)), out = [];
    for (let i = 0; i <= short; i += 1) blocks.forEach(block => { if (i < block.length) out.push(block[i]); });
    for (let i = 0; i < CHECKS[version - 1]; i += 1) checks.forEach(each => { out.push(each[i]); });
    return out;
  }

  function centres(version) {
    if (version === 1) return [];
    const count = Math.floor(version / 7) + 2, size = version * 4 + 17;
    const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
    return [6, ...Array.from({ length: count - 1 }, (nothing, i) => size - 7 - step * (count - 2 - i))];
  }

  // Figures that are no data: [rows of 0, 1, or null where data go].
  function frame(version) {
    const size = version * 4 + 17, rows = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
    const put = (r, c, dark) => { if (rows[r] && c >= 0 && c < size) rows[r][c] = dark ? 1 : 0; };
    for (let i = 0; i < size; i += 1) { put(6, i, i % 2 === 0); put(i, 6, i % 2 === 0); }
    [[3, 3], [3, size - 4], [size - 4, 3]].forEach(([r, c]) => {
      for (let i = -4; i <= 4; i += 1) for (let j = -4; j <= 4; j += 1) {
        const ring = Math.max(Math.abs(i), Math.abs(j));
        put(r + i, c + j, ring !== 2 && ring !== 4);
      }
    });
    const at = centres(version), last = at.length - 1;
    at.forEach((r, i) => at.forEach((c, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return;
      for (let y = -2; y <= 2; y += 1) for (let x = -2; x <= 2; x += 1) put(r + y, c + x, Math.max(Math.abs(y), Math.abs(x)) !== 1);
    }));
    return rows;
  }

  function remainder(value, by, length) {
    let rest = value << length;
    for (let i = 31; i >= length; i -= 1) if (rest >>> i & 1) rest ^= by << (i - length);
    return value << length | rest;
  }

  function sign(rows, version, mask) {
    const size = rows.length, bits = remainder(mask, FORMAT, 10) ^ FORMAT_MASK, bit = i => bits >> i & 1;   // level M is 00
    for (let i = 0; i < 15; i += 1) {
      const row = i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, column = i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i;
      rows[row][8] = bit(i);
      rows[8][column] = bit(i);
    }
    rows[size - 8][8] = 1;
    if (version < 7) return;
    const told = remainder(version, VERSION, 12);
    for (let i = 0; i < 18; i += 1) {
      const a = size - 11 + i % 3, b = Math.floor(i / 3);
      rows[a][b] = rows[b][a] = told >> i & 1;
    }
  }

  function filled(version, words, mask) {
    const rows = frame(version), size = rows.length, kept = rows.map(row => row.slice());
    sign(kept, version, mask);
    let at = 0, up = true;
    for (let right = size - 1; right > 0; right -= 2, up = !up) {
      if (right === 6) right -= 1;
      for (let i = 0; i < size; i += 1) for (let c = right; c > right - 2; c -= 1) {
        const r = up ? size - 1 - i : i;
        if (kept[r][c] !== null) continue;
        const bit = at < words.length * 8 ? words[at >> 3] >> (7 - at % 8) & 1 : 0;
        kept[r][c] = bit ^ (MASKS[mask](r, c) ? 0 : 1);
        at += 1;
      }
    }
    return kept;
  }

  // How hard a code is to read: long runs, blocks, what looks like a corner, too dark or too light.
  function penalty(rows) {
    const size = rows.length, lines = [...rows, ...rows.map((nothing, c) => rows.map(row => row[c]))];
    let sum = 0, dark = 0;
    lines.forEach(line => {
      const text = line.join("");
      (text.match(/0{5,}|1{5,}/g) || []).forEach(run => { sum += run.length - 2; });
      for (const corner of ["10111010000", "00001011101"]) {
        for (let at = text.indexOf(corner); at >= 0; at = text.indexOf(corner, at + 1)) sum += 40;
      }
    });
    for (let r = 0; r < size; r += 1) for (let c = 0; c < size; c += 1) {
      dark += rows[r][c];
      if (r && c && rows[r][c] === rows[r - 1][c] && rows[r][c] === rows[r][c - 1] && rows[r][c] === rows[r - 1][c - 1]) sum += 3;
    }
    return sum + Math.floor(Math.abs(dark * 20 - size * size * 10) / (size * size)) * 10;
  }

  // The rows of a text, 1 for dark; null where it is too long. `mask`: which of the eight, else the best.
  function code(text, mask) {
    const bytes = new TextEncoder().encode(text), version = versionFor(bytes.length);
    if (!version) return null;
    const words = woven(codewords(bytes, version), version);
    const all = (mask === undefined ? [0, 1, 2, 3, 4, 5, 6, 7] : [mask]).map(each => filled(version, words, each));
    return all.map(rows => [penalty(rows), rows]).sort((a, b) => a[0] - b[0])[0][1];
  }

  // A drawing of it, with the four light modules around that readers need.
  function drawing(text) {
    const rows = code(text);
    if (!rows) return "";
    const size = rows.length + 8;
    const path = rows.flatMap((row, r) => Array.from(row.join("").matchAll(/1+/g), run => `M${run.index + 4} ${r + 4}h${run[0].length}v1h-${run[0].length}z`)).join("");
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  }

  window.edition.qr = { code, drawing };
})();
