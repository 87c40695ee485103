// The engine of the classic script, which finds its files beside itself; in a worker the worker's script is itself.
const home = typeof document === 'object' ? document.currentScript && document.currentScript.src : self.location.href;

const engine = {
  glue: wasm_bindgen,
  init: wasm_bindgen,
  wasm: () => new URL('precheck_wasm_bg.wasm', home).href,
  worker: () => new URL('precheck.worker.js', home).href,
};
