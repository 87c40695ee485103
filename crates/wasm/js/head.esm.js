// The engine of the ES module: the glue of wasm-bindgen beside this file.
import * as glue from './precheck_wasm.js';

const engine = {
  glue,
  init: glue.default,
  wasm() {
    const address = new URL('precheck_wasm_bg.wasm', import.meta.url);
    if (address.protocol !== 'file:' || typeof process === 'undefined') return address;
    // Node fetches no files.
    return import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:fs/promises').then((fs) => fs.readFile(address));
  },
  worker: () => new URL('precheck.worker.js', import.meta.url).href,
};
