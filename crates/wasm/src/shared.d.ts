
/** A file with its bytes. */
export interface InputFile {
  path: string;
  bytes: Uint8Array;
}

/** How files are read and which of them belong together. */
export interface RunOptions {
  /** Whether all files are one batch: duplicates are looked for across them. */
  together?: boolean;
  source?: Partial<SourceOptions>;
}
