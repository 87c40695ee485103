// A stranger on the same page: asks Precheck for the files, and listens for what is not meant for it.
window.heard = [];
window.addEventListener('message', function (event) {
  window.heard.push(event.data);
});
// What a stranger may try: ours in form, in another version, with keys that reach for the prototype, too large.
window.attacks = [
  { precheck: 1, type: 'export' },
  { precheck: 1, type: 'request-result' },
  { precheck: 1, type: 'load', files: [{ name: 'x.csv', bytes: new ArrayBuffer(3) }], replace: true },
  'x'
];
window.more = [
  { precheck: 2, type: 'export' },
  { precheck: '1', type: 'export' },
  JSON.parse('{"precheck":1,"type":"__proto__","__proto__":{"polluted":1}}'),
  { precheck: 1, type: 'constructor', constructor: { prototype: { polluted: 1 } } },
  { precheck: 1, type: 'configure', profile: new Array(2000001).join('x') },
  [1, [2, [3]]],
  null,
  7
];
window.ask = function (which) {
  var target = window.parent.frames[0];
  var messages = which || window.attacks;
  for (var i = 0; i < messages.length; i = i + 1) target.postMessage(messages[i], '*');
};
