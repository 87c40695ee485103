// Starts the page, in a folder of a host or out of one file. Written in the JavaScript of 2009: a browser that
// cannot run the page must be able to read this, and say so in words.

/* exported precheckStart, precheckTrust */
/* global precheckApp */
/**
 * Scripts and their addresses for engines with Trusted Types, which take no plain texts for them.
 * @param {Function} ours whether a text is a script, or the address of a script, of this page
 * @returns {Function} gives for such a text what `as` (`createScript`, `createScriptURL`) makes of it
 */
function precheckTrust(ours) {
  'use strict';

  function checked(text) {
    if (!ours(text)) throw new TypeError('precheck');
    return text;
  }
  var policy = window.trustedTypes &&
    window.trustedTypes.createPolicy('precheck', { createScript: checked, createScriptURL: checked });
  return function (as, text) {
    return policy ? policy[as](text) : text;
  };
}

/**
 * @param {{text: Function, bytes: Function, run: Function, trust: Function, scripts: string, started: Function}} source
 *   where the parts come from: text, bytes and running of a part by its name, each a promise; what makes
 *   scripts trusted; what scripts the page may run, as its policy says it; what to do once the page stands
 */
function precheckStart(source) {
  'use strict';

  // A program that uses what ours does: bulk memory, sign extension, conversions that do not trap.
  var PROBE = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 25, 1, 23, 0,
    67, 0, 0, 0, 0, 252, 0, 26, 65, 0, 192, 26, 65, 0, 65, 0, 65, 0, 252, 11, 0, 11
  ];
  var OLD = '此浏览器版本太旧，打不开本页。可换用 Chrome 或 Edge 80 以上、Firefox 79 以上的版本，' +
    '或 360、QQ、搜狗等浏览器的“极速模式”（地址栏右侧的闪电图标）。' +
    ' This browser is too old for the page. Use Chrome or Edge from 80, Firefox from 79.';

  function able() {
    try {
      return typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(PROBE)) &&
        typeof globalThis === 'object' && typeof Blob.prototype.arrayBuffer === 'function' &&
        typeof ResizeObserver === 'function' && CSS.supports('display', 'grid');
    } catch (error) {
      return false;
    }
  }

  function say(text) {
    var place = document.getElementById('boot');
    if (!place) return;
    while (place.firstChild) place.removeChild(place.firstChild);
    place.appendChild(document.createTextNode(text));
  }

  if (!able()) {
    say(OLD);
    return;
  }

  // The page's own policy must allow eval, or engines before 2022 refuse compiled programs too. Those that know
  // the narrower word get a second policy, which leaves nothing but it; both hold from here on.
  var more = [];
  if (Array.prototype.toSorted) more.push('script-src ' + source.scripts + " 'wasm-unsafe-eval'", "worker-src 'self' blob:");
  // Said only where it is known: other engines would complain of it.
  if (window.trustedTypes) more.push("require-trusted-types-for 'script'", 'trusted-types precheck');
  if (more.length) {
    var policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = more.join('; ');
    document.head.appendChild(policy);
  }

  function compiled(name) {
    return source.bytes(name).then(function (bytes) {
      return WebAssembly.compile(bytes);
    });
  }

  var standing = Promise.all([source.run('app.js'), compiled('app.wasm')]).then(function (parts) {
    return precheckApp({ module_or_path: parts[1] });
  });
  // The worker's program comes once the page stands, and is all that is fetched after that.
  globalThis.precheckEngine = standing.then(function () {
    return Promise.all([source.text('engine.js'), compiled('engine.wasm')]);
  }).then(function (parts) {
    return {
      script: parts[0],
      module: parts[1],
      trust: function (address) {
        return source.trust('createScriptURL', address);
      }
    };
  });
  // The page says so itself when it needs the worker.
  globalThis.precheckEngine['catch'](function () {});
  standing.then(source.started, function (error) {
    say('页面未能启动：' + error.message + '。' + OLD);
    setTimeout(function () {
      throw error;
    });
  });
}
