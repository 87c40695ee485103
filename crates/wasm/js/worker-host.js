// The worker's side of worker-client.js.

(function host() {
  let ready = null;
  const fail = (id, thrown) => {
    const error = asPrecheckError(thrown);
    postMessage({ id, error: { key: error.key, message: error.message } });
  };
  const answer = (checker, message) => {
    const onProgress = (progress) => postMessage({ id: message.id, progress });
    if (message.method === 'check') return checker.checkInSteps(message.args[0], message.args[1], { onProgress });
    if (message.method === 'checkFiles') {
      return checker.checkFiles(message.args[0], Object.assign({}, message.args[1], { onProgress }));
    }
    return checker[message.method].apply(checker, message.args);
  };
  onmessage = (event) => {
    const message = event.data;
    if (message.settings) {
      ready = createChecker(message.settings);
      // Who calls is told; nobody else waits for it.
      ready.catch(() => {});
      return;
    }
    ready
      .then((checker) => answer(checker, message))
      .then((result) => postMessage({ id: message.id, result }))
      .catch((thrown) => fail(message.id, thrown));
  };
})();
