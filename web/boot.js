// Starts the page. Everything that is ever fetched is fetched here, once: the page's program, and text and
// compiled program of its worker, from which fresh workers start later without asking the network.
import init from './app.js';

const here = (name) => new URL(name, import.meta.url);

// Engines with Trusted Types take no plain text for the address of a worker; ours is one in memory.
const policy = globalThis.trustedTypes?.createPolicy('precheck', {
  createScriptURL(text) {
    if (!text.startsWith('blob:')) throw new TypeError(text);
    return text;
  },
});
const trust = policy && ((text) => policy.createScriptURL(text));

globalThis.precheckEngine = Promise.all([
  fetch(here('engine.js')).then((reply) => reply.text()),
  fetch(here('engine_bg.wasm'))
    .then((reply) => reply.arrayBuffer())
    .then((bytes) => WebAssembly.compile(bytes)),
]).then(([script, module]) => ({ script, module, trust }));
// The page says so itself when it needs the worker.
globalThis.precheckEngine.catch(() => {});

// What the unit's administrator put beside the page; nothing where that cannot be had.
globalThis.precheckProfile = fetch(here('profile.json'), { cache: 'no-cache' })
  .then((reply) => (reply.ok ? reply.text() : ''))
  .catch(() => '');

init({ module_or_path: here('app_bg.wasm') }).catch((error) => {
  document.getElementById('boot').textContent = `页面未能启动：${error.message}。请换用新版 Chrome、Edge 或 Firefox 打开。`;
  throw error;
});
