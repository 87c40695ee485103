// Checkers on this thread. `engine` is what the build puts in front: the glue of wasm-bindgen and its address.

let loading = null;
let memory = null;

/**
 * Loads the engine once; `createChecker` does so by itself.
 * @param {string | URL | Response | BufferSource | WebAssembly.Module} [wasm] the engine, where it does not lie
 *   beside this file
 */
function load(wasm) {
  if (!loading) {
    loading = Promise.resolve(wasm === undefined ? engine.wasm() : wasm)
      .then((source) => engine.init({ module_or_path: source }))
      .then((exports) => {
        memory = exports.memory;
      })
      .catch((thrown) => {
        loading = null;
        throw new PrecheckError('not-loaded', '规则引擎没有载入：' + (thrown && thrown.message ? thrown.message : thrown));
      });
  }
  return loading;
}

/** Bytes that the engine's memory takes; 0 before it is loaded. */
function memorySize() {
  return memory ? memory.buffer.byteLength : 0;
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

  exportFile(template, kind, records, options) {
    const reason = options && options.acceptWarnings;
    return this._use((held) => held.exportFile(template, kind, records, reason));
  }

  rules() {
    return this._use(() => engine.glue.ruleBook());
  }

  schema(kind) {
    return this._use((held) => held.schema(kind));
  }

  /** Profile in use, templates and kinds. */
  settings() {
    return this._use((held) => held.settings());
  }

  /** Whole files: their bytes in, a report out. */
  checkFiles(files, options) {
    return this._use(() => engine.glue.check(files, this._settings, options));
  }

  /** A file with its safe fixes applied, as a workbook. */
  fixFile(file, options) {
    return this._use(() => engine.glue.fix(file, this._settings, options));
  }

  /** The platform's files of whole files. */
  exportFiles(files, template, options) {
    const { acceptWarnings, together, source } = options || {};
    const read = {};
    if (together !== undefined) read.together = together;
    if (source !== undefined) read.source = source;
    return this._use(() => engine.glue.exportFiles(files, template, this._settings, read, acceptWarnings));
  }

  /**
   * As `check`, in steps between which the page stays usable.
   * @param {{onProgress?: (progress: {done: number, total: number}) => void, signal?: AbortSignal, step?: number}} [options]
   */
  checkInSteps(kind, records, options) {
    const { onProgress, signal, step } = options || {};
    return new Promise((resolve, reject) => {
      // An engine of its own: other calls may come in between.
      const own = this._use(() => new engine.glue.Checker(this._settings));
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
          const progress = own.step(step || STEP);
          if (progress) {
            if (onProgress) onProgress({ done: progress.done, total: progress.total });
            setTimeout(go, 0);
          } else {
            if (onProgress) onProgress({ done: records.length, total: records.length });
            end(resolve, own.findings());
          }
        } catch (thrown) {
          end(reject, asPrecheckError(thrown));
        }
      };
      try {
        own.begin(kind, records);
      } catch (thrown) {
        end(reject, asPrecheckError(thrown));
        return;
      }
      go();
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
