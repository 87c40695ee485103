// The page in a folder of a host: parts come by their hashed names, and the browser checks what it gets. A
// service worker keeps them all, so that the page opens without a network; `?nosw` removes it.
/* global precheckStart, precheckTrust, PRECHECK_PARTS */
(function () {
  'use strict';

  // Name of a part: its file and the hash of its content.
  var PARTS = PRECHECK_PARTS;
  var KEPT = 'serviceWorker' in navigator && 'caches' in window;
  var REMOVE = /[?&]nosw\b/.test(location.search);

  // The page tells people what it asks of its host.
  window.precheckLooksForVersions = KEPT && !REMOVE;

  // What the unit's administrator put beside the page; nothing where that cannot be had.
  window.precheckProfile = fetch('profile.json', { cache: 'no-cache', credentials: 'same-origin' }).then(function (reply) {
    return reply.ok ? reply.text() : '';
  })['catch'](function () {
    return '';
  });
  // The worker's own address is one in memory.
  var trust = precheckTrust(function (text) {
    if (text === 'sw.js' || text.indexOf('blob:' + location.origin + '/') === 0) return true;
    return Object.keys(PARTS).some(function (name) {
      return PARTS[name][0] === text;
    });
  });

  function get(name) {
    return fetch(PARTS[name][0], { integrity: PARTS[name][1], credentials: 'same-origin' }).then(function (reply) {
      if (!reply.ok) throw new Error(PARTS[name][0] + ' ' + reply.status);
      return reply;
    });
  }

  function run(name) {
    return new Promise(function (done, fail) {
      var script = document.createElement('script');
      script.src = trust('createScriptURL', PARTS[name][0]);
      script.integrity = PARTS[name][1];
      script.onload = done;
      script.onerror = function () {
        fail(new Error(PARTS[name][0]));
      };
      document.head.appendChild(script);
    });
  }

  function remove() {
    var here = new URL('./', document.baseURI).href;
    navigator.serviceWorker.getRegistration(here).then(function (found) {
      return found && found.scope === here && found.unregister();
    }).then(function () {
      return caches.keys();
    }).then(function (names) {
      names.forEach(function (name) {
        if (name.indexOf('precheck ' + here + ' ') === 0) caches['delete'](name);
      });
    });
  }

  // A new version is there as a whole and waits: the old one runs on until a person takes the new one.
  function offer(waiting) {
    if (document.getElementById('new-version')) return;
    var bar = document.createElement('div');
    bar.id = 'new-version';
    bar.setAttribute('role', 'status');
    bar.appendChild(document.createTextNode('本页有新版本，已经备好。换用会关闭当前批次，先导出再换用。'));
    [['换用新版', function () {
      navigator.serviceWorker.addEventListener('controllerchange', function () {
        location.reload();
      });
      waiting.postMessage('take over');
    }], ['稍后', function () {
      bar.parentNode.removeChild(bar);
    }]].forEach(function (one) {
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn';
      button.appendChild(document.createTextNode(one[0]));
      button.addEventListener('click', one[1]);
      bar.appendChild(button);
    });
    document.body.appendChild(bar);
  }

  function keep() {
    navigator.serviceWorker.register(trust('createScriptURL', 'sw.js'), { updateViaCache: 'none' }).then(function (kept) {
      if (kept.waiting && navigator.serviceWorker.controller) offer(kept.waiting);
      kept.addEventListener('updatefound', function () {
        var coming = kept.installing;
        coming.addEventListener('statechange', function () {
          if (coming.state === 'installed' && navigator.serviceWorker.controller) offer(coming);
        });
      });
    }, function () {
      // Forbidden here: the page goes on without it.
    });
  }

  precheckStart({
    scripts: "'self'",
    text: function (name) {
      return get(name).then(function (reply) {
        return reply.text();
      });
    },
    bytes: function (name) {
      return get(name).then(function (reply) {
        return reply.arrayBuffer();
      });
    },
    run: run,
    trust: trust,
    started: function () {
      if (!KEPT) return;
      if (REMOVE) remove();
      else keep();
    }
  });
})();
