// The portal holds the page as an element, twice.
(function () {
  var types = ['ready', 'configured', 'loaded', 'result', 'exported', 'saved', 'resize', 'error'];

  function note(event) {
    Portal.messages.push({ from: event.target.id, type: event.type.slice('precheck-'.length), detail: event.detail });
  }

  // Events bubble up to the document, out of whatever the element stands in.
  for (var i = 0; i < types.length; i = i + 1) document.addEventListener('precheck-' + types[i], note);

  Portal.violations = [];
  document.addEventListener('securitypolicyviolation', function (event) {
    Portal.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
  });

  Portal.start = function () {
    var script = document.createElement('script');
    var address = Portal.where || 'precheck-element/precheck-workbench.js';
    // A portal with Trusted Types has a policy of its own for its own scripts.
    if (window.trustedTypes) {
      Portal.policy = Portal.policy || trustedTypes.createPolicy('portal', {
        createScriptURL: function (text) {
          return text;
        }
      });
      address = Portal.policy.createScriptURL(address);
    }
    script.src = address;
    document.head.appendChild(script);
  };
})();
