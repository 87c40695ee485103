// The engines of the classic script, which finds its files beside itself; in a worker the worker's script is itself.
const home = typeof document === 'object' ? document.currentScript && document.currentScript.src : self.location.href;

const engine = {
  glue: coreGlue,
  init: coreGlue,
  wasm: () => new URL('precheck_wasm_bg.wasm', home).href,
  full: () => Promise.resolve({ glue: fullGlue, init: fullGlue }),
  fullWasm: () => new URL('precheck_full_bg.wasm', home).href,
  worker: () => new URL('precheck.worker.js', home).href,
};
