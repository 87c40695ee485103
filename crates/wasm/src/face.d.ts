
/** Thrown where a call cannot be carried out; what is wrong with records stands in the report instead. */
export interface PrecheckError extends Error {
  /** Stable name of the problem. */
  key: string;
}

/** Settings of a run; `today` must be given, the module knows no clock. */
export type RunSettings = Partial<Settings> & { today: string };

/** Checks files. */
export function check(files: InputFile[], settings: RunSettings, options?: RunOptions): Report;

/** Applies the safe fixes to a file and gives it back as a workbook. */
export function fix(
  file: InputFile,
  settings: RunSettings,
  options?: RunOptions,
): { bytes: Uint8Array; changed: number; report: FileReport };

/** Makes the platform's files of the records without errors; those with warnings leave only with a reason. */
export function exportFiles(
  files: InputFile[],
  template: string,
  settings: RunSettings,
  options?: RunOptions,
  acceptWarnings?: string,
): {
  files: (FileView & { bytes: Uint8Array })[];
  problems: (FileView & { bytes: Uint8Array }) | null;
  plan: PlanView;
  report: Report;
};

export interface Session {
  /** Replaces the job by these files and judges them. */
  open(files: InputFile[], options?: Partial<SourceOptions>): Overview;
  /** Answers a request; files that it makes stand beside the response. */
  handle(request: Request): { response: Response; files: Uint8Array[] };
}
