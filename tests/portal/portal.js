// The portal's own script, as such portals had it: globals, no modules, its own little library.
var Portal = { sent: 0, log: [], messages: [] };

function $id(id) {
  return document.getElementById(id);
}

Portal.onSubmit = function () {
  Portal.sent = Portal.sent + 1;
  Portal.last = $id('mc').value;
  return false;
};

Portal.init = function () {
  var form = document.forms[0];
  if (form) {
    form.onsubmit = Portal.onSubmit;
    $id('fastSave').onclick = function () {
      // No event announces this.
      form.submit();
    };
  }
  window.onerror = function (text) {
    Portal.log[Portal.log.length] = text;
  };
};

window.onload = Portal.init;
