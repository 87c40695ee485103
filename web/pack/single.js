// The page out of one file: parts stand in the file itself, programs compressed.
/* global precheckStart, precheckTrust, precheckInflate, PRECHECK_SCRIPTS */
(function () {
  'use strict';

  function text(name) {
    return document.getElementById(name).textContent;
  }

  // The worker's address is one in memory.
  var trust = precheckTrust(function (given) {
    return given.indexOf('blob:') === 0 || given === text('app.js');
  });

  // Base64 of a gzip.
  function bytes(name) {
    var packed = atob(text(name));
    var data = new Uint8Array(packed.length);
    for (var at = 0; at < packed.length; at++) data[at] = packed.charCodeAt(at);
    if (typeof DecompressionStream !== 'function') return precheckInflate(data);
    var stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).arrayBuffer();
  }

  // A promise even where it throws.
  function promised(give) {
    return function (name) {
      return new Promise(function (done) {
        done(give(name));
      });
    };
  }

  precheckStart({
    trust: trust,
    scripts: PRECHECK_SCRIPTS,
    text: promised(text),
    bytes: promised(bytes),
    run: promised(function (name) {
      var script = document.createElement('script');
      script.textContent = trust('createScript', text(name));
      document.head.appendChild(script);
    }),
    started: function () {}
  });
})();
