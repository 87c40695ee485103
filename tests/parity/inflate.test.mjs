// What the page in one file unpacks itself with, where the browser cannot: the same bytes as zlib, for every kind of
// block and every part of the header that a gzip may have.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { constants, createGzip, gzipSync } from 'node:zlib';

const source = readFileSync(fileURLToPath(new URL('../../web/pack/inflate.js', import.meta.url)), 'utf8');
// The script of a page: its function is a global of that page.
const page = vm.createContext({ Uint8Array, Uint16Array });
vm.runInContext(source, page, { filename: 'inflate.js' });

/** Random numbers that are the same in every run. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9 >>> 0;
    return (Math.imul(state ^ (state >>> 12), 0x297a2d39) >>> 0) / 2 ** 32;
  };
}

const noise = (next, length) => Uint8Array.from({ length }, () => Math.floor(next() * 256));
/** Repeats at every distance that there is, and some noise. */
function texts(next, length) {
  const out = new Uint8Array(length);
  let end = 0;
  while (end < length) {
    if (end > 0 && next() < 0.7) {
      const back = 1 + Math.floor(next() ** 3 * Math.min(end, 32_768));
      const run = Math.min(3 + Math.floor(next() ** 2 * 300), length - end);
      for (let n = 0; n < run; n += 1, end += 1) out[end] = out[end - back];
    } else {
      out[end] = Math.floor(next() * 40);
      end += 1;
    }
  }
  return out;
}

const LENGTHS = [0, 1, 2, 3, 255, 256, 65_535, 65_536, 200_000];
/** How the blocks come about: their kind (bits 1 and 2 of a block), and what makes zlib write it. */
const KINDS = {
  stored: [0, { level: 0 }],
  fixed: [1, { strategy: constants.Z_FIXED }],
  told: [2, { level: 9 }],
  'told, quick': [2, { level: 1 }],
  'told, no repeats': [2, { strategy: constants.Z_HUFFMAN_ONLY }],
  'told, runs': [2, { strategy: constants.Z_RLE }],
};

function same(packed, data, about) {
  const unpacked = new Uint8Array(page.precheckInflate(new Uint8Array(packed)));
  assert.equal(Buffer.compare(unpacked, data), 0, about);
}

for (const [name, [kind, options]] of Object.entries(KINDS)) {
  test(`blocks: ${name}`, () => {
    let met = 0;
    for (let seed = 1; seed <= 5; seed += 1) {
      for (const length of LENGTHS) {
        const next = random(seed * 1000 + length);
        for (const data of [texts(next, length), noise(next, length)]) {
          const packed = gzipSync(data, options);
          if ((packed[10] >> 1 & 3) === kind) met += 1;
          same(packed, data, `seed ${seed}, ${length} bytes`);
        }
      }
    }
    assert.ok(met >= 10, `${met} files began with such a block`);
  });
}

test('blocks of several kinds in one file', async () => {
  const next = random(7);
  const parts = Array.from({ length: 40 }, (_, n) => (n % 2 ? noise : texts)(next, Math.floor(next() * 9_000)));
  const gzip = createGzip();
  const chunks = [];
  gzip.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((done, fail) => gzip.on('end', done).on('error', fail));
  for (const [n, part] of parts.entries()) {
    await new Promise((done) => gzip.params(n % 10, [0, 2, 3, 4][n % 4], done));
    await new Promise((done) => gzip.write(part, done));
    // An empty stored block between them.
    await new Promise((done) => gzip.flush(constants.Z_FULL_FLUSH, done));
  }
  gzip.end();
  await ended;
  same(Buffer.concat(chunks), Buffer.concat(parts));
});

test('what a header may hold is passed over', () => {
  const data = texts(random(11), 5_000);
  const packed = gzipSync(data);
  const parts = { 4: [3, 0, 9, 8, 7], 8: [...Buffer.from('页面.wasm'), 0], 16: [...Buffer.from('note'), 0], 2: [1, 2] };
  for (let flags = 0; flags < 32; flags += 1) {
    const header = Uint8Array.from(packed.subarray(0, 10));
    header[3] = flags & 30;
    const extra = [4, 8, 16, 2].filter((flag) => flags & flag).flatMap((flag) => parts[flag]);
    same(Buffer.concat([header, Uint8Array.from(extra), packed.subarray(10)]), data, `flags ${flags}`);
  }
});

test('a file that is broken off is an error or other bytes, never an endless loop', () => {
  const packed = gzipSync(texts(random(13), 20_000));
  for (let end = 18; end < packed.length - 8; end += 97) {
    const broken = Buffer.concat([packed.subarray(0, end), packed.subarray(-8)]);
    try {
      assert.equal(page.precheckInflate(new Uint8Array(broken)).byteLength, 20_000);
    } catch (error) {
      assert.match(String(error), /gzip|RangeError|TypeError/);
    }
  }
});
