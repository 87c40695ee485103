// A checker that works in a worker: the page stays usable however long it takes, and any call can be cancelled.

/** An address that engines with Trusted Types take for a script. */
function scriptAddress(address) {
  const types = typeof window === 'object' && window.trustedTypes;
  if (!types) return address;
  if (!scriptAddress.policy) {
    scriptAddress.policy = types.createPolicy('precheck', { createScriptURL: (text) => text });
  }
  return scriptAddress.policy.createScriptURL(address);
}

class WorkerChecker {
  constructor(settings, address) {
    this._settings = settings;
    this._address = address;
    this._calls = new Map();
    this._last = 0;
    this._worker = null;
  }

  _start() {
    const worker = new Worker(scriptAddress(this._address));
    worker.onmessage = (event) => this._hear(event.data);
    worker.onerror = (event) => {
      this._end(new PrecheckError('broken', '后台线程中断 (the worker broke off): ' + (event.message || '')));
    };
    worker.postMessage({ settings: this._settings });
    this._worker = worker;
  }

  _hear(message) {
    const call = this._calls.get(message.id);
    if (!call) return;
    if (message.progress) {
      if (call.onProgress) call.onProgress(message.progress);
      return;
    }
    this._calls.delete(message.id);
    if (call.signal) call.signal.removeEventListener('abort', call.abort);
    if (message.error) call.reject(new PrecheckError(message.error.key, message.error.message));
    else call.resolve(message.result);
  }

  /** Ends the worker; every call that waits fails with this error. A later call starts a fresh worker. */
  _end(error) {
    if (this._worker) this._worker.terminate();
    this._worker = null;
    const calls = Array.from(this._calls.values());
    this._calls.clear();
    for (const call of calls) {
      if (call.signal) call.signal.removeEventListener('abort', call.abort);
      call.reject(error);
    }
  }

  _call(method, args, options) {
    const { onProgress, signal } = options || {};
    return new Promise((resolve, reject) => {
      if (this._freed) throw new PrecheckError('freed', '核查器已经释放，请重新建立 (the checker was freed)');
      const cancelled = () => new PrecheckError('cancelled', '核查已取消 (cancelled)');
      if (signal && signal.aborted) throw cancelled();
      if (!this._worker) this._start();
      const id = ++this._last;
      const abort = () => {
        const others = Array.from(this._calls.entries()).filter(([other]) => other !== id);
        this._calls = new Map([[id, this._calls.get(id)]]);
        this._end(cancelled());
        // The others had no part in it: they are asked again of a fresh worker.
        if (others.length) this._start();
        for (const [other, call] of others) {
          this._calls.set(other, call);
          this._worker.postMessage(call.message);
        }
      };
      const message = { id, method, args };
      this._calls.set(id, { resolve, reject, onProgress, signal, abort, message });
      if (signal) signal.addEventListener('abort', abort);
      try {
        this._worker.postMessage(message);
      } catch (thrown) {
        this._calls.delete(id);
        throw new PrecheckError('misuse', 'the records cannot be handed to a worker: ' + thrown.message);
      }
    });
  }

  check(kind, records, options) {
    return this._call('check', [kind, records], options);
  }

  checkField(kind, field, value, record, options) {
    return this._call('checkField', [kind, field, value, record], options);
  }

  proposals(kind, record, options) {
    return this._call('proposals', [kind, record], options);
  }

  fix(kind, record, options) {
    return this._call('fix', [kind, record], options);
  }

  exportFile(template, kind, records, options) {
    const { acceptWarnings } = options || {};
    return this._call('exportFile', [template, kind, records, { acceptWarnings }], options);
  }

  rules(options) {
    return this._call('rules', [], options);
  }

  schema(kind, options) {
    return this._call('schema', [kind], options);
  }

  checkFiles(files, options) {
    return this._call('checkFiles', [files, readOptions(options)], options);
  }

  /** Ends the worker. */
  free() {
    this._freed = true;
    this._end(new PrecheckError('freed', '核查器已经释放 (the checker was freed)'));
  }
}

/**
 * A checker in a worker. Its calls give promises and take `{onProgress, signal}`.
 * @param {object} [settings] as for `createChecker`
 * @param {{worker?: string}} [options] address of `precheck.worker.js`, where it does not lie beside this file
 */
function createWorkerChecker(settings, options) {
  return new Promise((resolve) => {
    const address = (options && options.worker) || engine.worker();
    const checker = new WorkerChecker(readSettings(settings), address);
    // The first answer says that settings and engine are in order.
    resolve(checker._call('settings', []).then(() => checker, (error) => {
      checker.free();
      throw error;
    }));
  });
}
