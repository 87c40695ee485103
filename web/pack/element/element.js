// The custom element <precheck-workbench>: the page in a shadow root of somebody else's document, each element with
// its own job and its own worker. What it takes and tells are the messages of the frame (web/src/host): attributes
// and methods become messages, every message becomes an event.
/* global precheckApp, PRECHECK_PARTS, PRECHECK_HOME */
(function () {
  const TAG = 'precheck-workbench';
  /** Version of the messages. */
  const VERSION = 1;
  /** Attributes that are settings; `kind` is only asked for when records come. */
  const SETTINGS = ['profile', 'template', 'lang', 'theme', 'today'];
  const OLD = '此浏览器版本太旧，打不开归集预检。可换用 Chrome 或 Edge 80 以上、Firefox 79 以上的版本。';
  /** Name of a part: its file beside this script and the hash of its content. */
  const PARTS = PRECHECK_PARTS;
  const HOME = PRECHECK_HOME;

  if (typeof window.customElements !== 'object' || typeof WebAssembly !== 'object' || typeof ResizeObserver !== 'function') {
    // What stands between the tags is seen instead.
    return;
  }
  if (customElements.get(TAG)) return;

  const address = (name) => new URL(PARTS[name][0], HOME).href;

  function get(name) {
    return fetch(address(name), { integrity: PARTS[name][1], credentials: 'same-origin' }).then((reply) => {
      if (!reply.ok) throw new Error(`${PARTS[name][0]} ${reply.status}`);
      return reply;
    });
  }

  const compiled = (name) => get(name).then((reply) => reply.arrayBuffer()).then((bytes) => WebAssembly.compile(bytes));

  /** Where engines take only trusted addresses for scripts: that of our worker is, and nothing else. */
  function trusting(allowed) {
    if (!window.trustedTypes) return undefined;
    const policy = window.trustedTypes.createPolicy(TAG, {
      createScriptURL(text) {
        if (!allowed(text)) throw new TypeError(`${TAG}: ${text}`);
        return text;
      },
    });
    return (text) => policy.createScriptURL(text);
  }

  async function engineParts() {
    // A worker can only be of one's own origin; from another one its text is fetched and kept in memory.
    const own = new URL(HOME).origin === location.origin;
    const [module, script] = await Promise.all([
      compiled('engine.wasm'),
      own ? undefined : get('engine.js').then((reply) => reply.text()),
    ]);
    const worker = own ? address('worker.js') : undefined;
    const trust = trusting((text) => text === worker || (!own && text.startsWith('blob:')));
    return { module, script, worker, trust };
  }

  let program = null;
  let engine = null;

  /** Program and engine, fetched with the first element of the document, for all of them. */
  function start() {
    program = program || compiled('app.wasm').then((module) => precheckApp({ module_or_path: module }));
    engine = engine || program.then(engineParts);
    // An attempt that came to nothing is no reason for the next one not to.
    program.catch(() => {
      program = null;
      engine = null;
    });
    engine.catch(() => {
      engine = null;
    });
    return program;
  }

  function problem(key, message) {
    return Object.assign(new Error(message), { name: 'PrecheckError', key });
  }

  function dressed(root) {
    return new Promise((done, fail) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.crossOrigin = 'anonymous';
      link.integrity = PARTS['element.css'][1];
      link.href = address('element.css');
      link.onload = () => done();
      link.onerror = () => fail(new Error(PARTS['element.css'][0]));
      root.appendChild(link);
    });
  }

  const isFile = (one) => one instanceof Blob || (typeof one === 'object' && one !== null && 'bytes' in one);
  const named = (one, at) => (one instanceof Blob ? { name: one.name || `文件${at + 1}`, bytes: one } : one);

  class PrecheckWorkbench extends HTMLElement {
    static get observedAttributes() {
      return SETTINGS;
    }

    constructor() {
      super();
      this.attachShadow({ mode: 'open' });
      /** What stands in the document now; another object after each time it was put there. */
      this._stand = null;
      this._calls = new Map();
      this._last = 0;
      this._changed = null;
    }

    connectedCallback() {
      // Moved within the document, it stays what it is.
      if (!this._stand) this._show();
    }

    disconnectedCallback() {
      Promise.resolve().then(() => {
        if (!this.isConnected) this._leave();
      });
    }

    attributeChangedCallback(name, before, value) {
      if (!this._stand || value === null) return;
      // Several attributes that change in one go are one wish.
      if (!this._changed) {
        this._changed = {};
        Promise.resolve().then(() => {
          const settings = this._changed;
          this._changed = null;
          // What is wrong with it is told by an event.
          this.configure(settings).catch(() => {});
        });
      }
      this._changed[name] = value;
    }

    /** A promise that this element takes files and records. */
    get ready() {
      return this._stand ? this._stand.ready : Promise.reject(problem('not-connected', '组件不在页面里 (the element is not in the document)'));
    }

    /** Files (`File`, or `{name, bytes}`), one or several; or records of the attribute `kind` or of `options.kind`. */
    load(what, options) {
      const { kind, replace } = options || {};
      const list = Array.isArray(what) ? what : [what];
      const message = list.length > 0 && list.every(isFile)
        ? { files: list.map(named) }
        : { kind: kind || this.getAttribute('kind') || undefined, records: what };
      if (replace !== undefined) message.replace = replace;
      return this._ask('load', message);
    }

    /** `{profile, template, today, lang, theme}`; what is left out stays. */
    configure(settings) {
      return this._ask('configure', settings);
    }

    /** The counts. */
    result() {
      return this._ask('request-result', {});
    }

    /** The import files of `{template, kinds}`. */
    exportFile(options) {
      return this._ask('export', options || {}).then((answer) => answer.files);
    }

    _ask(type, message) {
      return this.ready.then(() => this._tell(type, message));
    }

    _tell(type, message) {
      const stand = this._stand;
      return new Promise((resolve, reject) => {
        if (!stand || !stand.mounted) throw problem('not-connected', '组件已离开页面 (the element left the document)');
        this._last += 1;
        const id = this._last;
        this._calls.set(id, { resolve, reject });
        const whole = {};
        for (const key of Object.keys(message)) if (message[key] !== undefined) whole[key] = message[key];
        stand.mounted.ask(Object.assign(whole, { precheck: VERSION, type, id }));
      });
    }

    _show() {
      const stand = { mounted: null };
      this._stand = stand;
      stand.ready = new Promise((resolve, reject) => {
        stand.resolve = resolve;
        stand.reject = reject;
      });
      // Nobody need wait for it.
      stand.ready.catch(() => {});
      const place = document.createElement('div');
      place.className = 'place';
      place.setAttribute('role', 'region');
      place.setAttribute('aria-label', '涉企信息归集预检');
      place.textContent = '正在打开…';
      const styled = dressed(this.shadowRoot);
      this.shadowRoot.appendChild(place);
      Promise.all([start(), styled]).then(() => {
        if (this._stand !== stand) return;
        place.textContent = '';
        stand.mounted = precheckApp.mount(place, this.getAttribute('theme') || '', (message) => this._hear(stand, message), engine);
      }).catch((error) => {
        if (this._stand !== stand) return;
        const text = `归集预检未能启动：${error.message}。${OLD}`;
        place.textContent = text;
        stand.reject(problem('not-started', text));
        this._announce('error', { key: 'not-started', message: text });
      });
    }

    _leave() {
      const stand = this._stand;
      if (!stand) return;
      this._stand = null;
      if (stand.mounted) stand.mounted.end();
      while (this.shadowRoot.firstChild) this.shadowRoot.removeChild(this.shadowRoot.firstChild);
      const gone = () => problem('not-connected', '组件已离开页面 (the element left the document)');
      stand.reject(gone());
      for (const call of this._calls.values()) call.reject(gone());
      this._calls.clear();
    }

    _hear(stand, message) {
      if (this._stand !== stand) return;
      const { precheck, type, id, ...detail } = message;
      // The settings of the attributes hold before anybody is told that the element is ready.
      if (type === 'ready') this._settle(stand, detail);
      else this._announce(type, detail);
      const call = this._calls.get(id);
      if (!call) return;
      this._calls.delete(id);
      if (type === 'error') call.reject(problem(detail.key, detail.message));
      else call.resolve(detail);
    }

    _settle(stand, detail) {
      if (stand.settled) return;
      stand.settled = true;
      const settings = {};
      for (const name of SETTINGS) if (this.hasAttribute(name)) settings[name] = this.getAttribute(name);
      const begun = () => {
        if (this._stand !== stand) return;
        stand.resolve();
        this._announce('ready', detail);
      };
      // What is wrong with them was told by then; the element goes on with its own.
      this._tell('configure', settings).then(begun, begun);
    }

    _announce(type, detail) {
      this.dispatchEvent(new CustomEvent(`precheck-${type}`, { detail, bubbles: true, composed: true }));
    }
  }

  customElements.define(TAG, PrecheckWorkbench);
})();
