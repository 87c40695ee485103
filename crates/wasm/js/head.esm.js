// The engines of the ES module: the glue of wasm-bindgen beside this file.
import * as glue from './precheck_wasm.js';

function beside(address) {
  if (address.protocol !== 'file:' || typeof process === 'undefined') return address;
  // Node fetches no files.
  return import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:fs/promises').then((fs) => fs.readFile(address));
}

const engine = {
  glue,
  init: glue.default,
  wasm: () => beside(new URL('precheck_wasm_bg.wasm', import.meta.url)),
  full: () => import('./precheck_full.js').then((full) => ({ glue: full, init: full.default })),
  fullWasm: () => beside(new URL('precheck_full_bg.wasm', import.meta.url)),
  worker: () => new URL('precheck.worker.js', import.meta.url).href,
};
