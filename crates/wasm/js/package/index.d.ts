
/** Every failure: an Error with a stable name. */
export class PrecheckError extends Error {
  constructor(key: string, message: string);
  /**
   * `misuse`, `no-kind`, `no-field`, `too-many-records`, `today`, `profile`, `holidays`, `template`,
   * `nothing-leaves`, `export`, `mapping`, `cancelled`, `freed`, `not-loaded` or `broken`.
   */
  readonly key: string;
}

/** What `createChecker` takes beside a profile. */
export type CheckerSettings = {
  /** A profile, or its JSON text; left out: the built-in one. */
  profile?: string | object;
  /** The day of the run, `yyyy-MM-dd`; left out: today by this machine's clock. */
  today?: string;
  /** More holidays as JSON, one file each. */
  holidays?: string[];
  /** Name of the template that records are to leave with. */
  template?: string;
  /** Language of messages. */
  lang?: 'zh' | 'en';
};

/** Texts by key of the field; fields that are left out are blank. */
export type RecordInput = { [field: string]: string | number | boolean | null | undefined };

/** The platform's file of records. */
export interface RecordFile {
  name: string;
  mediaType: string;
  kind: string;
  /** How many records are in it. */
  records: number;
  bytes: Uint8Array;
  /** The records that are not in it, and why. */
  stayed: StayedRecord[];
}

/** How far a check of files is: `reading` counts files, `judging` the records of those that are read. */
export interface FileProgress {
  stage: string;
  /** Name of the file that was read, empty while judging. */
  name: string;
  done: number;
  total: number;
}

/** How a check of files reports and is cancelled. */
export interface FileOptions extends Partial<RunOptions> {
  onProgress?: (progress: FileProgress) => void;
  signal?: AbortSignal;
}

/** How a long check reports and is cancelled. */
export interface LongOptions {
  onProgress?: (progress: { done: number; total: number }) => void;
  signal?: AbortSignal;
}

/**
 * Judges records; what files, exports and the rule book need is loaded when first asked for, which makes those
 * calls promises. `row` of a finding is the index of the record.
 */
export class Checker {
  private constructor();
  check(kind: string, records: RecordInput[]): FindingReport[];
  checkInSteps(kind: string, records: RecordInput[], options?: LongOptions & { step?: number }): Promise<FindingReport[]>;
  checkField(kind: string, field: string, value: RecordInput[string], record?: RecordInput): FindingReport[];
  proposals(kind: string, record: RecordInput): Proposal[];
  fix(kind: string, record: RecordInput): MendedRecord;
  exportFile(template: string, kind: string, records: RecordInput[], options?: { acceptWarnings?: string }): Promise<RecordFile>;
  rules(): Promise<RuleBook>;
  schema(kind: string): KindSchema;
  settings(): SettingsView;
  checkFiles(files: InputFile[], options?: FileOptions & { step?: number }): Promise<Report>;
  fixFile(file: InputFile, options?: RunOptions): Promise<{ bytes: Uint8Array; changed: number; report: FileReport }>;
  exportFiles(files: InputFile[], template: string, options?: RunOptions & { acceptWarnings?: string }): Promise<{
    files: (FileView & { bytes: Uint8Array })[];
    problems: (FileView & { bytes: Uint8Array }) | null;
    plan: PlanView;
    report: Report;
  }>;
  attach(form: HTMLFormElement, kind: string, mapping: Mapping, options?: AttachOptions): AttachedForm;
  /** Gives the memory back; later calls throw `freed`. */
  free(): void;
}

/** A checker in a worker. */
export class WorkerChecker {
  private constructor();
  check(kind: string, records: RecordInput[], options?: LongOptions): Promise<FindingReport[]>;
  checkField(kind: string, field: string, value: RecordInput[string], record?: RecordInput, options?: LongOptions): Promise<FindingReport[]>;
  proposals(kind: string, record: RecordInput, options?: LongOptions): Promise<Proposal[]>;
  fix(kind: string, record: RecordInput, options?: LongOptions): Promise<MendedRecord>;
  exportFile(template: string, kind: string, records: RecordInput[], options?: LongOptions & { acceptWarnings?: string }): Promise<RecordFile>;
  rules(options?: LongOptions): Promise<RuleBook>;
  schema(kind: string, options?: LongOptions): Promise<KindSchema>;
  checkFiles(files: InputFile[], options?: FileOptions): Promise<Report>;
  free(): void;
}

/** The controls of the fields: name, id or element of the control, or how to read and write it. */
export type Mapping = {
  [field: string]:
    | string
    | Element
    | {
        control: string | Element;
        read?: (controls: Element[]) => string;
        write?: (controls: Element[], text: string) => void;
      };
};

export interface AttachOptions {
  /** `confirm` (the default): warnings let the form go with a reason; `allow`: without. */
  warnings?: 'confirm' | 'allow';
  /** Where the summary goes; else it becomes the first thing in the form. */
  summary?: Element;
  /** `false`: the title of the page stays as it is. */
  title?: boolean;
}

/**
 * An attached form. Events on the form: `precheck-checked` (`{errors, warnings, infos}`), `precheck-passed`
 * (`{reason}`), `precheck-error` (`{key}`).
 */
export interface AttachedForm {
  /** The record as the form holds it. */
  record(): RecordInput;
  /** Judges the record, shows nothing. */
  check(): FindingReport[];
  /** Leaves the form as it was. */
  detach(): void;
}

export function createChecker(settings?: CheckerSettings | object | string): Promise<Checker>;
export function createWorkerChecker(settings?: CheckerSettings | object | string, options?: { worker?: string }): Promise<WorkerChecker>;
export function attach(form: HTMLFormElement, kind: string, mapping: Mapping, options: AttachOptions & { checker: Checker }): AttachedForm;
/** An engine that does not lie beside the files of the package. */
export type EngineSource = string | URL | Response | BufferSource | WebAssembly.Module;
/** Loads the engine, and says where the full one is that files, exports and the rule book load later. */
export function load(wasm?: EngineSource, full?: EngineSource): Promise<void>;
export function versions(): Promise<{ program: string; rules: string }>;
/** Bytes that the memory of the engines takes. */
export function memorySize(): number;
