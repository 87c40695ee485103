// Types of the custom element <precheck-workbench>. Messages are those of the frame: see README.md.

/** A file to be read: a `File` of the browser, or a name and its bytes. */
export type WorkbenchFile = File | { name: string; bytes: ArrayBuffer | Uint8Array | Blob };

/** Texts by key of the field; fields that are left out are blank. */
export type WorkbenchRecord = { [field: string]: string | number | boolean | null | undefined };

/** What `configure` takes; what is left out stays. */
export interface WorkbenchSettings {
  /** A profile, or its JSON text. */
  profile?: string | object;
  /** Name of the template that records are to leave with. */
  template?: string;
  /** The day of the run, `yyyy-MM-dd`. */
  today?: string;
  /** Language of messages. */
  lang?: 'zh' | 'en';
  /** The look. */
  theme?: 'light' | 'dark' | 'contrast';
}

/** Versions of the program and of its rules. */
export interface WorkbenchReady {
  version: string;
  rules: string;
}

/** What was read. */
export interface WorkbenchLoaded {
  files: number;
  tables: number;
  records: number;
  /** Files whose columns the clerk must settle. */
  questions: number;
}

/** Counts, and nothing of the records. */
export interface WorkbenchResult {
  /** Whether all records have been judged. */
  judged: boolean;
  records: number;
  passed: number;
  withWarnings: number;
  withErrors: number;
  errors: number;
  warnings: number;
  infos: number;
  /** Messages that were none of ours. */
  ignored: number;
}

/** A file of the platform. */
export interface WorkbenchExport {
  name: string;
  mediaType: string;
  kind: string;
  records: number;
  bytes: Uint8Array;
}

/** Why something was not done. */
export interface WorkbenchProblem {
  /**
   * `schema`, `unsaved`, `no-kind`, `no-field`, `settings`, `export`, `not-opened`, `memory`, `not-started` or
   * `not-connected`.
   */
  key: string;
  message: string;
}

/** What promises of the element are refused with. */
export interface WorkbenchError extends Error {
  readonly name: 'PrecheckError';
  readonly key: string;
}

/** Details of the events, which bubble and are composed. */
export interface WorkbenchEvents {
  'precheck-ready': CustomEvent<WorkbenchReady>;
  'precheck-configured': CustomEvent<Record<string, never>>;
  'precheck-loaded': CustomEvent<WorkbenchLoaded>;
  'precheck-result': CustomEvent<WorkbenchResult>;
  'precheck-exported': CustomEvent<{ files: WorkbenchExport[] }>;
  'precheck-saved': CustomEvent<{ files: number; records: number }>;
  'precheck-resize': CustomEvent<{ height: number }>;
  'precheck-error': CustomEvent<WorkbenchProblem>;
}

/** The element `<precheck-workbench>`. Attributes: `profile`, `template`, `lang`, `theme`, `today`, `kind`. */
export interface PrecheckWorkbench extends HTMLElement {
  /** That it takes files and records. Refused where it is not in the document, or cannot start. */
  readonly ready: Promise<void>;
  /** Opens files. `replace` throws away changes of an open batch. */
  load(files: WorkbenchFile | WorkbenchFile[], options?: { replace?: boolean }): Promise<WorkbenchLoaded>;
  /** Opens records of a kind; without one, of the attribute `kind`. */
  load(records: WorkbenchRecord[], options?: { kind?: string; replace?: boolean }): Promise<WorkbenchLoaded>;
  configure(settings: WorkbenchSettings): Promise<Record<string, never>>;
  result(): Promise<WorkbenchResult>;
  /** The import files of records without errors. */
  exportFile(options?: { template?: string; kinds?: string[] }): Promise<WorkbenchExport[]>;

  addEventListener<K extends keyof WorkbenchEvents>(
    type: K,
    listener: (this: PrecheckWorkbench, event: WorkbenchEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'precheck-workbench': PrecheckWorkbench;
  }
}
