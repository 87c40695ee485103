// A stranger on the same page: asks Precheck for the files, and listens for what is not meant for it.
window.heard = [];
window.addEventListener('message', function (event) {
  window.heard.push(event.data);
});
window.ask = function () {
  var target = window.parent.frames[0];
  var messages = [
    { precheck: 1, type: 'export' },
    { precheck: 1, type: 'request-result' },
    { precheck: 1, type: 'load', files: [{ name: 'x.csv', bytes: new ArrayBuffer(3) }], replace: true },
    'x'
  ];
  for (var i = 0; i < messages.length; i = i + 1) target.postMessage(messages[i], '*');
};
