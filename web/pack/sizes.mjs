// How large it is: compressed as hosts send it. Fails where a budget is passed.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const KIB = 1024;
/** What may be needed until the page stands and takes files, in bytes of brotli. */
export const FIRST_SCREEN = 720 * KIB;
/** The worker, which comes after it: readers, rules, export, texts, in bytes of brotli. */
export const ENGINE = 700 * KIB;
/** The module that a portal loads at first, in bytes of brotli. */
export const MODULE = 400 * KIB;
/** The page in one file, in bytes. */
export const SINGLE = 3 * KIB * KIB;

/** Brotli at its best. */
export function brotli(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(bytes, {
    params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

/** Gzip at its best. */
export const gzip = (bytes) => gzipSync(bytes, { level: 9 });

/** A table of sizes; `rows` are name, raw size, size by brotli. */
export function table(rows) {
  const number = (value) => String(Math.ceil(value / KIB)).padStart(8);
  return [`${'KiB'.padStart(40)}${'brotli'.padStart(10)}`]
    .concat(rows.map(([name, raw, packed]) => `${name.padEnd(32)}${number(raw)}  ${number(packed)}`))
    .join('\n');
}

/** Throws where more is used than there is. */
export function within(what, used, budget) {
  const line = `${what}: ${Math.ceil(used / KIB)} of ${budget / KIB} KiB`;
  console.log(line);
  if (used > budget) throw new Error(`over budget: ${line}`);
}

/** Name, raw size and brotli size of files. */
export const measured = (paths) => paths.map((path) => {
  const bytes = readFileSync(path);
  return [path.split(/[\\/]/).pop(), bytes.length, brotli(bytes).length];
});
