// Every failure of this module is one of these: an Error with a stable `key`, never a string.

class PrecheckError extends Error {
  /**
   * @param {string} key stable name of the problem
   * @param {string} message what is wrong and how to mend it
   */
  constructor(key, message) {
    super(message);
    this.name = 'PrecheckError';
    this.key = key;
  }
}

/** Whatever was thrown, as a PrecheckError. */
function asPrecheckError(thrown) {
  if (thrown instanceof PrecheckError) return thrown;
  if (thrown && typeof thrown.key === 'string') return new PrecheckError(thrown.key, String(thrown.message));
  // The engine broke off: what it held cannot be relied on any more.
  const trapped = typeof WebAssembly === 'object' && thrown instanceof WebAssembly.RuntimeError;
  const message = thrown && thrown.message ? String(thrown.message) : String(thrown);
  return new PrecheckError(trapped ? 'broken' : 'misuse', message);
}

/** Runs `work`; what it throws is thrown as a PrecheckError. */
function guarded(work) {
  try {
    return work();
  } catch (thrown) {
    throw asPrecheckError(thrown);
  }
}
