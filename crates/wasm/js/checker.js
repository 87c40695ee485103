// Checkers on this thread. `engine` is what the build puts in front: the glue of wasm-bindgen and its addresses.
//
// There are two engines: one that judges and mends records, which everybody waits for, and the full one for files,
// exports and the rule book, which is loaded when one of these is first asked for.

let loading = null;
let loadingFull = null;
let fullSource;
const memories = [];

/** Starts an engine: its glue, once it runs. */
function start(part, source) {
  return Promise.resolve(source)
    .then((found) => part.init({ module_or_path: found }))
    .then((exports) => {
      memories.push(exports.memory);
      return part.glue;
    });
}

function notLoaded(thrown) {
  const why = thrown && thrown.message ? thrown.message : thrown;
  return new PrecheckError('not-loaded', '规则引擎没有载入：' + why + '。请核对文件是否齐全后重试');
}

/**
 * Loads the engine once; `createChecker` does so by itself.
 * @param {string | URL | Response | BufferSource | WebAssembly.Module} [wasm] the engine, where it does not lie
 *   beside this file
 * @param {string | URL | Response | BufferSource | WebAssembly.Module} [full] likewise the full one, which is not
 *   loaded yet
 */
function load(wasm, full) {
  if (full !== undefined) fullSource = full;
  if (!loading) {
    loading = start(engine, wasm === undefined ? engine.wasm() : wasm).catch((thrown) => {
      loading = null;
      throw notLoaded(thrown);
    });
  }
  return loading.then(() => {});
}

/** The glue of the full engine, loaded once. */
function loadFull() {
  if (!loadingFull) {
    loadingFull = engine
      .full()
      .then((part) => start(part, fullSource === undefined ? engine.fullWasm() : fullSource))
      .catch((thrown) => {
        loadingFull = null;
        throw notLoaded(thrown);
      });
  }
  return loadingFull;
}

/** Bytes that the memory of the engines takes; 0 before one is loaded. */
function memorySize() {
  return memories.reduce((all, memory) => all + memory.buffer.byteLength, 0);
}

/** The day by this machine's clock, as the engine wants it. */
function localDay() {
  const now = new Date();
  const two = (number) => (number < 10 ? '0' : '') + number;
  return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
}

/** A profile (object or JSON text) or settings, as settings of the engine. */
function readSettings(given) {
  const settings = { today: localDay() };
  if (given === undefined || given === null) return settings;
  if (typeof given === 'string') return Object.assign(settings, { profile: given });
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw new PrecheckError('misuse', 'createChecker takes a profile or settings');
  }
  if (given.organisation !== undefined) return Object.assign(settings, { profile: JSON.stringify(given) });
  for (const name of Object.keys(given)) {
    if (['profile', 'today', 'holidays', 'template', 'lang'].indexOf(name) < 0) {
      throw new PrecheckError('misuse', 'there is no setting “' + name + '”');
    }
    if (given[name] !== undefined) settings[name] = given[name];
  }
  if (settings.profile && typeof settings.profile === 'object') settings.profile = JSON.stringify(settings.profile);
  return settings;
}

/** Records judged before others get their turn. */
const STEP = 500;

/** Those of the options that say how files are read. */
function readOptions(options) {
  const read = {};
  for (const name of ['together', 'source']) {
    if (options && options[name] !== undefined) read[name] = options[name];
  }
  return read;
}

/** Takes steps until there is none left; others get their turn in between. `own` is freed in the end. */
function inSteps(own, step, last, { onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const end = (settle, value) => {
      own.free();
      settle(value);
    };
    const go = () => {
      try {
        if (signal && signal.aborted) {
          end(reject, new PrecheckError('cancelled', '核查已取消 (cancelled)'));
          return;
        }
        const progress = step();
        if (progress) {
          if (onProgress) onProgress(progress);
          setTimeout(go, 0);
        } else {
          end(resolve, last());
        }
      } catch (thrown) {
        end(reject, asPrecheckError(thrown));
      }
    };
    go();
  });
}

class Checker {
  constructor(settings) {
    this.lang = settings.lang === 'en' ? 'en' : 'zh';
    this._settings = settings;
    this._engine = guarded(() => new engine.glue.Checker(settings));
  }

  _use(work) {
    if (!this._engine) throw new PrecheckError('freed', '核查器已经释放，请重新建立 (the checker was freed)');
    return guarded(() => work(this._engine));
  }

  check(kind, records) {
    return this._use((held) => held.check(kind, records));
  }

  checkField(kind, field, value, record) {
    return this._use((held) => held.checkField(kind, field, value, record));
  }

  proposals(kind, record) {
    return this._use((held) => held.proposals(kind, record));
  }

  fix(kind, record) {
    return this._use((held) => held.fix(kind, record));
  }

  /** What `work` gives, done with the glue of the full engine. */
  _useFull(work) {
    const use = (glue) => this._use(() => work(glue));
    return new Promise((resolve) => resolve(this._use(loadFull))).then(use).catch((thrown) => {
      throw asPrecheckError(thrown);
    });
  }

  /** The platform's file of records; a promise, as everything that the full engine does. */
  exportFile(template, kind, records, options) {
    const reason = options && options.acceptWarnings;
    return this._useFull((glue) => {
      const own = new glue.Checker(this._settings);
      try {
        return own.exportFile(template, kind, records, reason);
      } finally {
        own.free();
      }
    });
  }

  rules() {
    return this._useFull((glue) => glue.ruleBook());
  }

  schema(kind) {
    return this._use((held) => held.schema(kind));
  }

  /** Profile in use, templates and kinds. */
  settings() {
    return this._use((held) => held.settings());
  }

  /**
   * Whole files: their bytes in, a report out. The page stays usable meanwhile.
   * @param {{together?: boolean, source?: object, onProgress?: Function, signal?: AbortSignal, step?: number}} [options]
   */
  checkFiles(files, options) {
    const { onProgress, signal, step } = options || {};
    return this._useFull((glue) => {
      const own = new glue.FileCheck(files, this._settings, readOptions(options));
      return inSteps(own, () => own.step(step || STEP), () => own.report(), { onProgress, signal });
    });
  }

  /** A file with its safe fixes applied, as a workbook. */
  fixFile(file, options) {
    return this._useFull((glue) => glue.fix(file, this._settings, readOptions(options)));
  }

  /** The platform's files of whole files. */
  exportFiles(files, template, options) {
    const { acceptWarnings } = options || {};
    const read = readOptions(options);
    return this._useFull((glue) => glue.exportFiles(files, template, this._settings, read, acceptWarnings));
  }

  /**
   * As `check`, in steps between which the page stays usable.
   * @param {{onProgress?: (progress: {done: number, total: number}) => void, signal?: AbortSignal, step?: number}} [options]
   */
  checkInSteps(kind, records, options) {
    const { onProgress, signal, step } = options || {};
    return new Promise((resolve) => {
      // An engine of its own: other calls may come in between.
      const own = this._use(() => new engine.glue.Checker(this._settings));
      try {
        own.begin(kind, records);
      } catch (thrown) {
        own.free();
        throw asPrecheckError(thrown);
      }
      const told = (progress) => onProgress && onProgress({ done: progress.done, total: progress.total });
      const all = () => {
        told({ done: records.length, total: records.length });
        return own.findings();
      };
      resolve(inSteps(own, () => own.step(step || STEP), all, { onProgress: told, signal }));
    });
  }

  attach(form, kind, mapping, options) {
    return attach(form, kind, mapping, Object.assign({}, options, { checker: this }));
  }

  /** Gives the memory back. */
  free() {
    if (this._engine) this._engine.free();
    this._engine = null;
  }
}

/** Makes a checker; loads the engine if it is not there yet. */
function createChecker(settings) {
  return load().then(() => new Checker(readSettings(settings)));
}

/** Version of the program and of its rules. */
function versions() {
  return load().then(() => ({ program: engine.glue.version(), rules: engine.glue.rulesVersion() }));
}
