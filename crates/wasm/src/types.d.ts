// Made from the Rust types by `cargo xtask generate`.

/**
 * The settings of a job.
 */
export type Settings = {
  /**
   * A profile as JSON; the built-in one where empty.
   */
  profile: string;
  /**
   * More holidays as JSON, one file each.
   */
  holidays: Array<string>;
  /**
   * The day of the run, `yyyy-MM-dd`.
   */
  today: string;
  /**
   * Name of the template that records are to leave with.
   */
  template: string;
  /**
   * Kinds that leave with another template: key of the kind, name of the template.
   */
  kind_templates: Array<[string, string]>;
  /**
   * Own templates as JSON, beside the built-in ones.
   */
  templates: Array<string>;
  /**
   * Language of messages.
   */
  lang: "zh" | "en";
};

/**
 * How a source is to be read where the program shall not decide itself.
 */
export type SourceOptions = {
  /**
   * `utf-8`, `utf-16le`, `utf-16be` or `gb18030`; empty: detected.
   */
  encoding: string;
  /**
   * The separator of a text file; none: detected.
   */
  separator: string | null;
  /**
   * Whether hidden rows are left out.
   */
  leave_out_hidden: boolean;
  /**
   * Key of the kind of every sheet; empty: recognised.
   */
  kind: string;
  /**
   * What the user said about single sheets.
   */
  mappings: Array<SheetMapping>;
  /**
   * Layouts that were settled before: sheets with such a header are read that way.
   */
  known: Array<KnownLayout>;
};

/**
 * What the user said about the columns of a sheet.
 */
export type SheetMapping = {
  /**
   * Index of the sheet in its file.
   */
  sheet: number;
  /**
   * Key of the kind; empty: the sheet is left out.
   */
  kind: string;
  /**
   * Row of the header as the spreadsheet numbers it, from 1; 0: there is none.
   */
  header_row: number;
  /**
   * Columns counted from 0 with the key of their field; empty: not taken.
   */
  columns: Array<[number, string]>;
};

/**
 * A header layout with what its columns hold.
 */
export type KnownLayout = {
  /**
   * SM3 digest of the header texts, folded: tells one layout from another.
   */
  layout: string;
  /**
   * The header texts as they stood, for people.
   */
  headers: Array<string>;
  /**
   * Key of the kind.
   */
  kind: string;
  /**
   * Columns counted from 0 with the key of their field; empty: not taken.
   */
  columns: Array<[number, string]>;
};

/**
 * A file or a pasted text that is opened. Its bytes travel beside the request, in the same order.
 */
export type Source = {
  /**
   * File name, or what the page calls a pasted text.
   */
  name: string;
  /**
   * Where the bytes come from.
   */
  origin: Origin;
  /**
   * How it is to be read.
   */
  options: SourceOptions;
};

/**
 * Where the bytes of a source come from.
 */
export type Origin = "file" | "paste" | "sample";

/**
 * One cell, or a row, or a table, under one rule: the address of a finding.
 */
export type Address = {
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Row id; none for a finding about the table.
   */
  row: number | null;
  /**
   * Key of the field; empty where there is none.
   */
  field: string;
  /**
   * Slug of the rule.
   */
  rule: string;
};

/**
 * Which findings are meant. Every empty list and none means: all.
 */
export type FindingFilter = {
  /**
   * Only of this table.
   */
  table: number | null;
  /**
   * Only of these severities (`error`, `warning`, `info`).
   */
  severities: Array<string>;
  /**
   * Only of this dimension.
   */
  dimension: string;
  /**
   * Only of this rule.
   */
  rule: string;
};

/**
 * Which rows of a table are shown.
 */
export type RowFilter = {
  /**
   * Only rows with findings that pass `findings`.
   */
  only_findings: boolean;
  /**
   * Which findings count for `only_findings`.
   */
  findings: FindingFilter;
  /**
   * Only rows of which some cell contains this text; width, case and spaces are folded.
   */
  search: string;
  /**
   * Only rows with so many days left for gathering, both ends included; as in the histogram, days below −5
   * count as −5 and those above 20 as 20.
   */
  days_left: [number, number] | null;
  /**
   * In which order; none: that of the sheet.
   */
  sort: RowSort | null;
};

/**
 * In which order rows are listed.
 */
export type RowSort = {
  /**
   * Key of the field by whose values: amounts as numbers, dates as days, all else as text; `days_left`: by the
   * days left for gathering. Blanks come last.
   */
  field: string;
  /**
   * Whether the largest comes first.
   */
  descending: boolean;
};

/**
 * Which fixes are meant.
 */
export type FixFilter = {
  /**
   * Slug of a rule whose only proposals are taken; empty: all safe fixes of all rules.
   */
  rule: string;
  /**
   * Only of this table.
   */
  table: number | null;
};

/**
 * Which cells hold a text, and what it becomes.
 */
export type ReplaceFilter = {
  /**
   * Only of this table; none: of all.
   */
  table: number | null;
  /**
   * Only in this field; empty: in all.
   */
  field: string;
  /**
   * The text that is looked for, as it stands in the cell.
   */
  find: string;
  /**
   * What it becomes, everywhere in the cell.
   */
  with: string;
};

/**
 * A new text for a cell.
 */
export type CellEdit = {
  /**
   * Row id.
   */
  row: number;
  /**
   * Key of the field.
   */
  field: string;
  /**
   * The text.
   */
  text: string;
};

/**
 * What the page asks. Each request but `open` is answered by one [`Response`](super::Response); `open` is
 * answered once the files are read, and judging goes on behind it (see [`Progress`](super::Progress)).
 */
export type Request = {
  "type": "configure";
  /**
   * The settings.
   */
  settings: Settings;
} | {
  "type": "open";
  /**
   * The sources.
   */
  sources: Array<Source>;
} | {
  "type": "overview"
} | {
  "type": "rows";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Which rows.
   */
  filter: RowFilter;
  /**
   * First row of the window among those that pass the filter.
   */
  from: number;
  /**
   * Most rows of the window, at most 200.
   */
  count: number;
} | {
  "type": "locate";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Which rows.
   */
  filter: RowFilter;
  /**
   * Row id.
   */
  row: number;
} | {
  "type": "groups";
  /**
   * Which findings.
   */
  filter: FindingFilter;
} | {
  "type": "items";
  /**
   * Which findings.
   */
  filter: FindingFilter;
  /**
   * First finding of the window.
   */
  from: number;
  /**
   * Most findings of the window, at most 200.
   */
  count: number;
} | {
  "type": "detail";
  /**
   * Which finding.
   */
  address: Address;
  /**
   * Among which its place is counted.
   */
  filter: FindingFilter;
} | {
  "type": "step";
  /**
   * Among which findings.
   */
  filter: FindingFilter;
  /**
   * From where; none: from the start, or from the end backwards.
   */
  from: Address | null;
  /**
   * Forward or back.
   */
  forward: boolean;
} | {
  "type": "at";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Row id.
   */
  row: number;
  /**
   * Key of the field.
   */
  field: string;
} | {
  "type": "cell";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Row id.
   */
  row: number;
  /**
   * Key of the field.
   */
  field: string;
} | {
  "type": "copy";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Row ids.
   */
  rows: Array<number>;
  /**
   * Keys of the fields.
   */
  fields: Array<string>;
} | {
  "type": "edit";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * The new texts.
   */
  edits: Array<CellEdit>;
} | {
  "type": "paste";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Row id of the upper left cell.
   */
  row: number;
  /**
   * Key of its field.
   */
  field: string;
  /**
   * Keys of the fields from there on, in the order of the grid.
   */
  fields: Array<string>;
  /**
   * Which rows the grid shows: the block runs over these.
   */
  filter: RowFilter;
  /**
   * The text.
   */
  text: string;
} | {
  "type": "paste_plan";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Row id of the upper left cell.
   */
  row: number;
  /**
   * Keys of the fields from there on, in the order of the grid.
   */
  fields: Array<string>;
  /**
   * Which rows the grid shows: the block runs over these.
   */
  filter: RowFilter;
  /**
   * The text.
   */
  text: string;
} | {
  "type": "find";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Which rows the grid shows.
   */
  filter: RowFilter;
  /**
   * Keys of the fields in the order of the grid.
   */
  fields: Array<string>;
  /**
   * From where: row id and key of the field; none: from the start, or from the end backwards.
   */
  from: [number, string] | null;
  /**
   * Forward or back.
   */
  forward: boolean;
} | {
  "type": "insert_rows";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Position; the number of rows appends.
   */
  position: number;
  /**
   * How many.
   */
  count: number;
} | {
  "type": "delete_rows";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Row ids.
   */
  rows: Array<number>;
} | {
  "type": "fix";
  /**
   * Which finding.
   */
  address: Address;
} | {
  "type": "fixes";
  /**
   * Which.
   */
  filter: FixFilter;
  /**
   * First of the window.
   */
  from: number;
  /**
   * Most of the window, at most 200.
   */
  count: number;
} | {
  "type": "apply_fixes";
  /**
   * Which.
   */
  filter: FixFilter;
  /**
   * Findings to leave as they are.
   */
  except: Array<Address>;
} | {
  "type": "matches";
  /**
   * Which.
   */
  filter: ReplaceFilter;
  /**
   * First of the window.
   */
  from: number;
  /**
   * Most of the window, at most 200.
   */
  count: number;
} | {
  "type": "replace";
  /**
   * Which.
   */
  filter: ReplaceFilter;
  /**
   * Cells to leave as they are.
   */
  except: Array<Address>;
} | {
  "type": "fill_down";
  /**
   * Index of the table.
   */
  table: number;
  /**
   * Row ids, the one to copy first.
   */
  rows: Array<number>;
  /**
   * Keys of the fields.
   */
  fields: Array<string>;
} | {
  "type": "confirm";
  /**
   * Which findings.
   */
  addresses: Array<Address>;
  /**
   * All warnings of this rule instead; empty: only `addresses`.
   */
  rule: string;
  /**
   * Why.
   */
  reason: string;
} | {
  "type": "stamped";
  /**
   * The time of day with date, as the caller's clock has it: the engine has none.
   */
  at: string;
  /**
   * Who (承办人).
   */
  by: string;
  /**
   * The request.
   */
  request: Request;
} | {
  "type": "change_log";
  /**
   * First line of the window.
   */
  from: number;
  /**
   * Most lines of the window, at most 200.
   */
  count: number;
} | {
  "type": "unconfirm";
  /**
   * Which findings.
   */
  addresses: Array<Address>;
} | {
  "type": "form";
  /**
   * Key of the kind; where a table is named, its kind counts.
   */
  kind: string;
  /**
   * Index of the table of the record.
   */
  table: number | null;
  /**
   * Row id of the record.
   */
  row: number | null;
  /**
   * Whether another record is to be made like it: what tells records apart is left blank.
   */
  copy: boolean;
} | {
  "type": "check_entry";
  /**
   * Key of the kind.
   */
  kind: string;
  /**
   * Texts by key of the field.
   */
  record: Record<string, string>;
  /**
   * Index of the table that it is in or comes into; none: the first of the kind.
   */
  table: number | null;
  /**
   * Row id of the record that it stands for; none: a new one.
   */
  row: number | null;
} | {
  "type": "save_record";
  /**
   * Key of the kind.
   */
  kind: string;
  /**
   * Texts by key of the field.
   */
  record: Record<string, string>;
  /**
   * Index of the table; none: the first of the kind.
   */
  table: number | null;
  /**
   * Row id of the record that it replaces; none: a new one.
   */
  row: number | null;
  /**
   * Warnings that are confirmed with it.
   */
  confirmed: Array<ConfirmedFinding>;
} | {
  "type": "month";
  /**
   * A day of it, in any form that records may have; the day of the run where it is none.
   */
  at: string;
} | {
  "type": "undo"
} | {
  "type": "redo"
} | {
  "type": "plan";
  /**
   * Name of the template.
   */
  template: string;
  /**
   * Kind whose first rows are shown as the file will have them; empty: none.
   */
  preview: string;
} | {
  "type": "export";
  /**
   * Name of the template.
   */
  template: string;
  /**
   * Keys of the kinds.
   */
  kinds: Array<string>;
} | {
  "type": "ledger_facts"
} | {
  "type": "known";
  /**
   * Their ids in the ledger, each with the hash of what left behind a colon where that is known.
   */
  ids: Array<string>;
} | {
  "type": "translate";
  /**
   * The message as the platform gave it.
   */
  words: string;
} | {
  "type": "duties"
} | {
  "type": "effect";
  /**
   * The profile as JSON.
   */
  profile: string;
} | {
  "type": "preflight";
  /**
   * How it is to leave.
   */
  options: DeliverOptions;
  /**
   * Kind whose first rows are shown as the file will have them; empty: none.
   */
  preview: string;
} | {
  "type": "deliver";
  /**
   * How it is to leave.
   */
  options: DeliverOptions;
  /**
   * Keys of the kinds.
   */
  kinds: Array<string>;
} | {
  "type": "verify";
  /**
   * Names of the files.
   */
  names: Array<string>;
} | {
  "type": "own_template";
  /**
   * What the user settled.
   */
  options: OwnTemplateOptions;
} | {
  "type": "read_template";
  /**
   * The file as text.
   */
  template: string;
} | {
  "type": "read_tables"
} | {
  "type": "write_table";
  /**
   * Name of the sheet, and of the file without its ending.
   */
  name: string;
  /**
   * Texts of the rows.
   */
  rows: Array<Array<string>>;
} | {
  "type": "profile_naming";
  /**
   * The pattern; empty: that of each template.
   */
  pattern: string;
} | {
  "type": "problems"
} | {
  "type": "problems_by_handler"
} | {
  "type": "blank";
  /**
   * Key of the kind.
   */
  kind: string;
  /**
   * `xlsx` or `csv`.
   */
  form: string;
} | {
  "type": "settings"
} | {
  "type": "rules"
} | {
  "type": "rule_document"
} | {
  "type": "profile_with";
  /**
   * Slug or code of the rule.
   */
  rule: string;
  /**
   * `off`, `info`, `warning` or `error`; empty: its own again.
   */
  severity: string;
  /**
   * Why; needed for any severity but its own.
   */
  reason: string;
};

/**
 * What the engine answers.
 */
export type Response = {
  "type": "overview"
} & Overview | {
  "type": "rows"
} & RowsView | {
  "type": "position";
  /**
   * Counted from 0.
   */
  position: number | null;
} | {
  "type": "groups"
} & GroupsView | {
  "type": "items"
} & ItemsView | {
  "type": "detail"
} & DetailView | {
  "type": "text";
  /**
   * The text.
   */
  text: string;
} | {
  "type": "changed"
} & ChangedView | {
  "type": "paste_plan"
} & PastePlan | {
  "type": "found"
} & FoundView | {
  "type": "change_log"
} & ChangeLogView | {
  "type": "fixes"
} & FixesView | {
  "type": "plan"
} & PlanView | {
  "type": "files";
  /**
   * Names and counts.
   */
  files: Array<FileView>;
} | {
  "type": "facts";
  /**
   * The records.
   */
  records: Array<Facts>;
} | {
  "type": "platform"
} & PlatformView | {
  "type": "delivered"
} & DeliveredView | {
  "type": "verified"
} & VerifiedView | {
  "type": "tables";
  /**
   * Its sheets that show something.
   */
  sheets: Array<PlainSheet>;
} | {
  "type": "own_template"
} & OwnTemplateView | {
  "type": "settings"
} & SettingsView | {
  "type": "rules"
} & RuleBook | {
  "type": "form"
} & FormView | {
  "type": "entry"
} & EntryView | {
  "type": "month"
} & MonthView | {
  "type": "nothing"
} | {
  "type": "problem"
} & ProblemView;

/**
 * A problem in the clerk's language.
 */
export type ProblemView = {
  /**
   * Stable name of the problem.
   */
  key: string;
  /**
   * What, where and how to mend it, in the language of the settings.
   */
  message: string;
};

/**
 * How far the engine is.
 */
export type Progress = {
  /**
   * `reading` or `judging`.
   */
  stage: string;
  /**
   * Name of the file that is read, empty while judging.
   */
  name: string;
  /**
   * Files, bytes or rows done.
   */
  done: number;
  /**
   * Files, bytes or rows in all.
   */
  total: number;
};

/**
 * The state of the job: everything but rows and findings.
 */
export type Overview = {
  /**
   * Grows with every change.
   */
  revision: number;
  /**
   * The day of the run.
   */
  today: string;
  /**
   * Name of the organisation.
   */
  organisation: string;
  /**
   * Version of the rules.
   */
  rules_version: string;
  /**
   * How many rules judge.
   */
  rules: number;
  /**
   * Rules that the profile has switched off or weighs otherwise.
   */
  changed_rules: Array<ChangedRule>;
  /**
   * Whether judging is done.
   */
  judged: boolean;
  /**
   * The sources with what became of them.
   */
  sources: Array<SourceView>;
  /**
   * The tables.
   */
  tables: Array<TableView>;
  /**
   * Counts over all tables.
   */
  totals: Totals;
  /**
   * Records by dimension.
   */
  dimensions: Array<DimensionView>;
  /**
   * Days left for gathering.
   */
  deadline: DeadlineView;
  /**
   * How many safe fixes there are.
   */
  safe_fixes: number;
  /**
   * Findings that are left: neither mended nor confirmed.
   */
  open: number;
  /**
   * Findings that were mended or confirmed since the job was opened.
   */
  handled: number;
  /**
   * What undo would take back, none: nothing.
   */
  undo: string | null;
  /**
   * What redo would do again, none: nothing.
   */
  redo: string | null;
};

/**
 * Counts of records and findings.
 */
export type Totals = {
  /**
   * Records.
   */
  records: number;
  /**
   * Records without open errors and without warnings to confirm.
   */
  passed: number;
  /**
   * Records without errors that have warnings to confirm.
   */
  with_warnings: number;
  /**
   * Records with errors.
   */
  with_errors: number;
  /**
   * Findings of level error.
   */
  errors: number;
  /**
   * Findings of level warning.
   */
  warnings: number;
  /**
   * Findings of level info.
   */
  infos: number;
};

/**
 * A source and what became of it.
 */
export type SourceView = {
  /**
   * Its name.
   */
  name: string;
  /**
   * Key of the format that its bytes are.
   */
  format: string;
  /**
   * Encoding of a text file, empty else.
   */
  encoding: string;
  /**
   * Separator of a text file.
   */
  separator: string | null;
  /**
   * Why it could not be read.
   */
  problem: ProblemView | null;
  /**
   * Sheets that gave a table.
   */
  tables: Array<number>;
  /**
   * Sheets that need the user.
   */
  questions: Array<SheetQuestion>;
  /**
   * Sheets whose columns were settled by a person, now or before.
   */
  settled: Array<SettledSheet>;
  /**
   * Sheets that were left out, with the reason.
   */
  left_out_sheets: Array<[string, string]>;
};

/**
 * A sheet whose header or columns the user has to settle.
 */
export type SheetQuestion = {
  /**
   * Index of the sheet in its file.
   */
  sheet: number;
  /**
   * Its name.
   */
  name: string;
  /**
   * Table that it gave already with the columns that are certain; none where the header is unknown.
   */
  table: number | null;
  /**
   * Key of the likeliest kind, empty where unknown.
   */
  kind: string;
  /**
   * Header row, from 1; 0 where unknown.
   */
  header_row: number;
  /**
   * Its columns.
   */
  columns: Array<ColumnQuestion>;
  /**
   * Its first rows as they stand.
   */
  preview: Array<Array<string>>;
};

/**
 * A sheet whose columns were settled by a person, now or before.
 */
export type SettledSheet = {
  /**
   * The sheet as it was settled, to be looked at and changed.
   */
  question: SheetQuestion;
  /**
   * What may be remembered of it; none where it has no header by which it would be known again.
   */
  known: KnownLayout | null;
  /**
   * Whether this was remembered and not said for this sheet.
   */
  remembered: boolean;
};

/**
 * A column of a sheet in the mapping dialog.
 */
export type ColumnQuestion = {
  /**
   * Counted from 0.
   */
  column: number;
  /**
   * As the spreadsheet calls it.
   */
  letters: string;
  /**
   * Header text.
   */
  header: string;
  /**
   * Key of the field that it holds; empty: not taken.
   */
  field: string;
  /**
   * Keys of the fields that it may hold, where that is open.
   */
  candidates: Array<string>;
  /**
   * Why it is not taken or open, in words; empty where it is certain.
   */
  reason: string;
  /**
   * Some of its values, masked.
   */
  samples: Array<string>;
};

/**
 * A table of the job.
 */
export type TableView = {
  /**
   * Index in the job.
   */
  table: number;
  /**
   * Index of its source.
   */
  source: number;
  /**
   * Name of the sheet; the source's name for text files.
   */
  name: string;
  /**
   * Key of its kind.
   */
  kind: string;
  /**
   * What the kind is called.
   */
  kind_label: string;
  /**
   * Header row, from 1.
   */
  header_row: number | null;
  /**
   * Columns of the grid: the fields of the kind, in its order.
   */
  columns: Array<ColumnView>;
  /**
   * Columns of the file that hold no field: letters, header, reason.
   */
  unmapped: Array<[string, string, string]>;
  /**
   * Rows of the file that are no records: row, reason, text.
   * At most the first 200.
   */
  left_out: Array<[number, string, string]>;
  /**
   * How many rows of the file are no records.
   */
  left_out_total: number;
  /**
   * Counts.
   */
  totals: Totals;
  /**
   * Findings about the table as a whole.
   */
  table_findings: number;
};

/**
 * A column of the grid.
 */
export type ColumnView = {
  /**
   * Key of the field.
   */
  field: string;
  /**
   * What the kind calls it.
   */
  label: string;
  /**
   * One line of help.
   */
  help: string;
  /**
   * Whether it must be filled in.
   */
  required: boolean;
  /**
   * Width in CSS pixels.
   */
  width: number;
  /**
   * `text`, `long_text`, `code`, `date`, `identifier` or `amount`: how it is shown and edited.
   */
  form: string;
  /**
   * Words of its code list, where it has one.
   */
  words: Array<string>;
  /**
   * Header of the column in the file; empty where no column holds the field.
   */
  header: string;
  /**
   * Letters of the column in the file; empty where no column holds the field.
   */
  letters: string;
};

/**
 * Records with findings of one dimension.
 */
export type DimensionView = {
  /**
   * Key.
   */
  key: string;
  /**
   * Label.
   */
  label: string;
  /**
   * Records with an error of the dimension.
   */
  with_errors: number;
  /**
   * Records with a warning of the dimension and no error.
   */
  with_warnings: number;
};

/**
 * Days left for gathering over all records.
 */
export type DeadlineView = {
  /**
   * Days of the deadline.
   */
  days: number;
  /**
   * `natural` or `working`.
   */
  count: string;
  /**
   * Records that are overdue.
   */
  overdue: number;
  /**
   * Greatest number of days overdue.
   */
  most_overdue: number;
  /**
   * Records due within 5 days.
   */
  soon: number;
  /**
   * Records due later.
   */
  later: number;
  /**
   * Records whose date cannot be read.
   */
  unknown: number;
  /**
   * Records by days left, ascending: days, records. Days below −5 stand at −5, above 20 at 20.
   */
  histogram: Array<[number, number]>;
};

/**
 * Rows of a table.
 */
export type RowsView = {
  /**
   * Index of the table.
   */
  table: number;
  /**
   * How many rows pass the filter.
   */
  total: number;
  /**
   * First row of the window.
   */
  from: number;
  /**
   * The window.
   */
  rows: Array<RowView>;
};

/**
 * A row of the grid.
 */
export type RowView = {
  /**
   * Row id.
   */
  id: number;
  /**
   * Position among all rows of the table, from 0.
   */
  position: number;
  /**
   * Row as the spreadsheet numbers it; none for a row that was added.
   */
  number: number | null;
  /**
   * Gravest severity of its open findings; empty: none.
   */
  severity: string;
  /**
   * Whether the record is not to be gathered at all.
   */
  out_of_scope: boolean;
  /**
   * Days left for gathering; none where the date cannot be read.
   */
  days_left: number | null;
  /**
   * Its cells, in the order of the table's columns.
   */
  cells: Array<CellView>;
};

/**
 * A cell of the grid.
 */
export type CellView = {
  /**
   * Text as typed, personal numbers masked.
   */
  text: string;
  /**
   * Gravest severity of its findings; empty: none.
   */
  severity: string;
  /**
   * The sentence of its gravest finding; empty: none.
   */
  message: string;
  /**
   * The text that stood there when the file was opened, masked, where it was changed since.
   */
  before: string | null;
};

/**
 * Findings grouped by severity and rule.
 */
export type GroupsView = {
  /**
   * Open findings of each severity under the filter's table, dimension and rule: errors, warnings, infos.
   */
  counts: [number, number, number];
  /**
   * The groups, gravest first, in the order of codes.
   */
  groups: Array<GroupView>;
};

/**
 * The findings of one rule and severity.
 */
export type GroupView = {
  /**
   * Slug.
   */
  rule: string;
  /**
   * Code.
   */
  code: string;
  /**
   * The fault in a few words.
   */
  title: string;
  /**
   * Severity.
   */
  severity: string;
  /**
   * Key of the dimension.
   */
  dimension: string;
  /**
   * Label of the dimension.
   */
  dimension_label: string;
  /**
   * How many.
   */
  count: number;
  /**
   * How many of them are confirmed.
   */
  confirmed: number;
};

/**
 * Single findings.
 */
export type ItemsView = {
  /**
   * How many there are.
   */
  total: number;
  /**
   * First of the window.
   */
  from: number;
  /**
   * The window.
   */
  items: Array<ItemView>;
};

/**
 * A finding in the list.
 */
export type ItemView = {
  /**
   * Where.
   */
  address: Address;
  /**
   * Row as the spreadsheet numbers it; none for the table or an added row.
   */
  number: number | null;
  /**
   * Severity.
   */
  severity: string;
  /**
   * What the kind is called.
   */
  kind_label: string;
  /**
   * Name of the enterprise.
   */
  name: string;
  /**
   * Whether it is confirmed.
   */
  confirmed: boolean;
  /**
   * Why it is confirmed, personal numbers masked.
   */
  reason: string;
};

/**
 * One finding in full.
 */
export type DetailView = {
  /**
   * Where.
   */
  address: Address;
  /**
   * Code of the rule.
   */
  code: string;
  /**
   * Severity.
   */
  severity: string;
  /**
   * Label of the severity.
   */
  severity_label: string;
  /**
   * Key of the dimension.
   */
  dimension: string;
  /**
   * Label of the dimension.
   */
  dimension_label: string;
  /**
   * The fault in a few words.
   */
  title: string;
  /**
   * What the kind calls the field; empty for the table.
   */
  field_label: string;
  /**
   * Name of the sheet.
   */
  sheet: string;
  /**
   * Row as the spreadsheet numbers it.
   */
  number: number | null;
  /**
   * The sentence: 「字段」 and what is wrong.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * How to mend it.
   */
  how: string;
  /**
   * The citations of its basis, each with a short paraphrase.
   */
  basis: Array<[string, string]>;
  /**
   * The cell as typed, masked.
   */
  value: string;
  /**
   * `safe`, `suggested`, or empty: what kind of proposal there is.
   */
  fix: string;
  /**
   * The proposal: field, its label, text now (masked), text then.
   */
  changes: Array<[string, string, string, string]>;
  /**
   * How many findings of the rule have a proposal, this one included.
   */
  same_rule_fixes: number;
  /**
   * Reason with which it was confirmed; none: open.
   */
  confirmed: string | null;
  /**
   * Whether it can be confirmed so that the record leaves: warnings.
   */
  can_confirm: boolean;
  /**
   * Its place among the findings of the filter, from 1; 0 where it is not among them.
   */
  place: number;
  /**
   * How many findings pass the filter.
   */
  total: number;
};

/**
 * What a change did.
 */
export type ChangedView = {
  /**
   * What was done, in a few words.
   */
  done: string;
  /**
   * How many cells or rows it touched.
   */
  touched: number;
  /**
   * Table and row of the first change, to show it.
   */
  at: [number, number, string] | null;
  /**
   * The state after it.
   */
  overview: Overview;
};

/**
 * Proposals before they are applied in bulk.
 */
export type FixesView = {
  /**
   * How many there are.
   */
  total: number;
  /**
   * First of the window.
   */
  from: number;
  /**
   * The window.
   */
  fixes: Array<FixView>;
};

/**
 * A proposal.
 */
export type FixView = {
  /**
   * The finding.
   */
  address: Address;
  /**
   * Code of the rule.
   */
  code: string;
  /**
   * The fault in a few words.
   */
  title: string;
  /**
   * What the kind is called.
   */
  kind_label: string;
  /**
   * Row as the spreadsheet numbers it.
   */
  number: number | null;
  /**
   * What the kind calls the field.
   */
  field_label: string;
  /**
   * Text now, masked.
   */
  from: string;
  /**
   * Text then.
   */
  to: string;
};

/**
 * Choices for settings.
 */
export type SettingsView = {
  /**
   * Version of the program.
   */
  version: string;
  /**
   * Version of the rules.
   */
  rules_version: string;
  /**
   * The profile in use, as JSON.
   */
  profile: string;
  /**
   * Templates: name, title, keys of their kinds.
   */
  templates: Array<[string, string, Array<string>]>;
  /**
   * Kinds: key, label, and their fields: key, label, help, whether required.
   */
  kinds: Array<KindView>;
  /**
   * Days off and make-up days in use: year, nothing, days off and days worked as `MM-dd`, the last year first.
   */
  years: Array<[string, string, Array<string>]>;
};

/**
 * A kind with its fields.
 */
export type KindView = {
  /**
   * Key.
   */
  key: string;
  /**
   * Label.
   */
  label: string;
  /**
   * Its fields.
   */
  columns: Array<ColumnView>;
};

/**
 * What would leave with a template.
 */
export type PlanView = {
  /**
   * Name of the template.
   */
  template: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * Kind by kind, in the order of the plan; kinds without records are not named.
   */
  kinds: Array<KindPlan>;
  /**
   * The first rows of the previewed kind's file, header and lines above it included.
   */
  preview: Array<Array<string>>;
  /**
   * Which kind is previewed; empty: none.
   */
  preview_kind: string;
  /**
   * The numbers of the batch.
   */
  receipt: ReceiptView;
  /**
   * What stays behind, by handler; those without a name last.
   */
  handlers: Array<HandlerView>;
};

/**
 * What would leave of one kind.
 */
export type KindPlan = {
  /**
   * Key of the kind.
   */
  kind: string;
  /**
   * What it is called.
   */
  label: string;
  /**
   * Name of the template that the kind leaves with.
   */
  template: string;
  /**
   * What that is called.
   */
  title: string;
  /**
   * Whether the template takes the kind.
   */
  supported: boolean;
  /**
   * Records.
   */
  records: number;
  /**
   * Records that leave.
   */
  leaving: number;
  /**
   * Records that stay because of errors.
   */
  with_errors: number;
  /**
   * Records that stay because a warning is not confirmed.
   */
  with_warnings: number;
  /**
   * Records that stay because the template requires a value that they do not have.
   */
  lacking: number;
  /**
   * Records that stay because they left before as they are.
   */
  left_out: number;
  /**
   * Records that did not leave before, or were sent back.
   */
  fresh: number;
  /**
   * Records that left before and say something else now.
   */
  changed: number;
  /**
   * Records that left before as they are.
   */
  same: number;
  /**
   * File name.
   */
  file_name: string;
  /**
   * The preflight list.
   */
  checks: Array<PreflightView>;
};

/**
 * One line of the preflight list.
 */
export type PreflightView = {
  /**
   * `ok`, `warning` or `error`.
   */
  state: string;
  /**
   * The line.
   */
  text: string;
  /**
   * A count behind it; empty: none.
   */
  note: string;
  /**
   * Which findings it is about: severity and rule slug; empty: none.
   */
  severity: string;
  /**
   * See `severity`.
   */
  rule: string;
};

/**
 * A file that was made.
 */
export type FileView = {
  /**
   * Its name.
   */
  name: string;
  /**
   * Media type.
   */
  media_type: string;
  /**
   * Key of the kind; empty for a problem workbook and the rule book.
   */
  kind: string;
  /**
   * Records in it.
   */
  records: number;
};

/**
 * Key facts of a record. Normalised as exports write them; personal numbers are masked.
 */
export type Facts = {
  /**
   * Stable id: see [`record_id`].
   */
  id: string;
  /**
   * Key of the kind.
   */
  kind: string;
  /**
   * Name of the enterprise.
   */
  name: string;
  /**
   * 统一社会信用代码, or 注册号 where there is none.
   */
  code: string;
  /**
   * Document number; empty for kinds without one.
   */
  document_no: string;
  /**
   * The day from which the deadline counts, `yyyy-MM-dd`; empty where it cannot be read.
   */
  event_date: string;
  /**
   * Last day of publicity or validity; the long-term value where there is no end; empty where unknown.
   */
  publicity_end: string;
  /**
   * What was decided, in one line.
   */
  matter: string;
  /**
   * Who supplies the record.
   */
  handler: string;
  /**
   * Errors that keep the record back.
   */
  errors: number;
  /**
   * Open warnings that keep the record back.
   */
  warnings: number;
  /**
   * Warnings that were confirmed, with reasons.
   */
  confirmed: Array<Confirmed>;
  /**
   * Hash of all that the record says ([`content_id`]): whether it changed since it left. Empty in older ledgers.
   */
  content: string;
};

/**
 * A warning that was confirmed before the record left.
 */
export type Confirmed = {
  /**
   * Code of the rule.
   */
  rule: string;
  /**
   * The fault in a few words.
   */
  title: string;
  /**
   * Why it was confirmed.
   */
  reason: string;
};

/**
 * What a platform's words mean; no message where they are not known.
 */
export type PlatformView = {
  /**
   * Message by message.
   */
  messages: Array<PlatformMessageView>;
};

/**
 * One message of a platform.
 */
export type PlatformMessageView = {
  /**
   * Stable name.
   */
  key: string;
  /**
   * What it means.
   */
  meaning: string;
  /**
   * What to do.
   */
  remedy: string;
  /**
   * Rules that find such records: code and title.
   */
  rules: Array<[string, string]>;
};

/**
 * How a batch is to leave.
 */
export type DeliverOptions = {
  /**
   * Name of the template; kinds with one of their own (`kind_templates` of the settings) keep it.
   */
  template: string;
  /**
   * Form of tables: `xlsx`, `csv` (UTF-8) or `csv-gb18030`; empty: that of the template.
   */
  form: string;
  /**
   * Number of the batch; empty: the first of the day.
   */
  batch: string;
  /**
   * Who exports (承办人).
   */
  handler: string;
  /**
   * The time of day with date, as the caller's clock has it: the engine has none.
   */
  made_at: string;
  /**
   * Whether everything goes into one zip.
   */
  zip: boolean;
  /**
   * Whether the problem workbook goes along where records stay behind.
   */
  problems: boolean;
  /**
   * Whether the key facts of the exported records are wanted, for a ledger.
   */
  facts: boolean;
  /**
   * Whether records stay that left before as they are: only new and changed ones leave.
   */
  only_news: boolean;
};

/**
 * What an export made.
 */
export type DeliveredView = {
  /**
   * Files whose bytes travel beside the answer: one zip, or every file with the manifest last.
   */
  files: Array<FileView>;
  /**
   * Kinds whose file could not be made, while the others were.
   */
  failed: Array<FailedFile>;
  /**
   * The manifest.
   */
  manifest: Manifest;
  /**
   * Name of the manifest's file.
   */
  manifest_name: string;
  /**
   * SM3 digest of the manifest's file.
   */
  manifest_sm3: string;
  /**
   * The exported records, where `facts` asked for them.
   */
  records: Array<ExportedRecord>;
};

/**
 * A kind whose file could not be made.
 */
export type FailedFile = {
  /**
   * Key of the kind.
   */
  kind: string;
  /**
   * What it is called.
   */
  label: string;
  /**
   * Why.
   */
  problem: ProblemView;
};

/**
 * A record that left.
 */
export type ExportedRecord = {
  /**
   * Index of its file among the manifest's.
   */
  file: number;
  /**
   * What the ledger keeps of it.
   */
  facts: Facts;
};

/**
 * The numbers of the batch before it leaves: what the manifest will say.
 */
export type ReceiptView = {
  /**
   * Number of the batch.
   */
  batch: string;
  /**
   * Records of the batch.
   */
  records: number;
  /**
   * Cells that fixes changed.
   */
  fixes: number;
  /**
   * Cells that were changed by hand.
   */
  edits: number;
  /**
   * Findings that were confirmed or set aside.
   */
  confirmations: number;
  /**
   * The day of the run.
   */
  today: string;
  /**
   * Whether working days are counted.
   */
  working_days: boolean;
  /**
   * Version of the rules.
   */
  rules_version: string;
  /**
   * Rules in force.
   */
  rules: number;
  /**
   * Rules that the profile changed.
   */
  changed_rules: number;
  /**
   * Pattern of the file names; empty: that of each template.
   */
  file_name: string;
  /**
   * Name of the zip.
   */
  zip_name: string;
  /**
   * Name of the manifest.
   */
  manifest_name: string;
};

/**
 * What another profile would make of the findings of the open batch: numbers before and after.
 */
export type EffectView = {
  /**
   * Whether all records are judged; the other fields tell nothing before.
   */
  done: boolean;
  /**
   * Records of the batch.
   */
  records: number;
  /**
   * Errors.
   */
  errors: [number, number];
  /**
   * Warnings, confirmed ones among them.
   */
  warnings: [number, number];
  /**
   * Notes.
   */
  notes: [number, number];
  /**
   * The rules whose number changes, the gravest first.
   */
  rules: Array<RuleEffect>;
};

/**
 * What another profile would make of the findings of a rule.
 */
export type RuleEffect = {
  /**
   * Code of the rule.
   */
  code: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * Severity of these findings.
   */
  severity: string;
  /**
   * How many there are.
   */
  before: number;
  /**
   * How many there would be.
   */
  after: number;
};

/**
 * What stays behind of one handler (承办人).
 */
export type HandlerView = {
  /**
   * The name as the records have it; empty: none.
   */
  name: string;
  /**
   * Records that stay.
   */
  records: number;
  /**
   * Of these, by kind: what it is called, and how many.
   */
  kinds: Array<[string, number]>;
};

/**
 * What a blank platform file gives.
 */
export type OwnTemplateView = {
  /**
   * Its sheets with a header, and the first one without where no sheet has any, as the mapping dialog shows them.
   */
  sheets: Array<SheetQuestion>;
  /**
   * The template as a file; empty while no sheet has a header and a kind.
   */
  template: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * What it is called.
   */
  title: string;
};

/**
 * What the user settled about a blank platform file.
 */
export type OwnTemplateOptions = {
  /**
   * Name of the file.
   */
  file: string;
  /**
   * What the template shall be called; empty: as the file.
   */
  title: string;
  /**
   * Key of the kind of every sheet; empty: recognised.
   */
  kind: string;
  /**
   * What the user said about single sheets.
   */
  mappings: Array<SheetMapping>;
  /**
   * What columns hold that take no field: sheet, column from 0, text.
   */
  constants: Array<[number, number, string]>;
  /**
   * Date form in chrono's notation; empty: `%Y-%m-%d`.
   */
  date: string;
};

/**
 * The manifest that lies beside the files of an export.
 */
export type Manifest = {
  /**
   * Version of this format.
   */
  manifest: number;
  /**
   * Version of the program.
   */
  program: string;
  /**
   * Version of the rules.
   */
  rules_version: string;
  /**
   * Number of the batch.
   */
  batch: string;
  /**
   * When the files were made, as the clerk's computer had it; empty where the caller gave none.
   */
  made_at: string;
  /**
   * Who exported (承办人).
   */
  handler: string;
  /**
   * The organisation's settings.
   */
  profile: ManifestProfile;
  /**
   * The day of the run.
   */
  today: string;
  /**
   * How the days of the deadline were counted.
   */
  days: ManifestDays;
  /**
   * What was opened.
   */
  sources: Array<ManifestSource>;
  /**
   * What was made.
   */
  files: Array<ManifestFile>;
  /**
   * Kind by kind, what left and what stayed.
   */
  kinds: Array<ManifestKind>;
  /**
   * Safe fixes and proposals that were applied, by rule.
   */
  fixes: Array<ManifestFix>;
  /**
   * Cells that were changed by hand.
   */
  edits: number;
  /**
   * Warnings that were confirmed, and errors and notes that were set aside, with their reasons.
   */
  confirmations: Array<ManifestConfirmation>;
  /**
   * Rules that the profile has switched off or weighs otherwise.
   */
  changed_rules: Array<ChangedRule>;
  /**
   * The change log; none where nothing was changed.
   */
  change_log: ManifestLog | null;
};

/**
 * The organisation's settings in a manifest.
 */
export type ManifestProfile = {
  /**
   * Stable name of the profile.
   */
  id: string;
  /**
   * The organisation.
   */
  organisation: string;
  /**
   * SM3 digest of the profile as JSON.
   */
  sm3: string;
};

/**
 * How days are counted.
 */
export type ManifestDays = {
  /**
   * `natural` or `working`.
   */
  count: string;
  /**
   * Days of the deadline.
   */
  days: number;
  /**
   * Ground for another count than natural days.
   */
  basis: string;
};

/**
 * A file that was opened.
 */
export type ManifestSource = {
  /**
   * Its name without folders.
   */
  name: string;
  /**
   * Its size.
   */
  bytes: number;
  /**
   * Its SM3 digest; empty for records that were typed in.
   */
  sm3: string;
};

/**
 * A file that was made.
 */
export type ManifestFile = {
  /**
   * Its name.
   */
  name: string;
  /**
   * `import`, `problems` or `changes`.
   */
  role: string;
  /**
   * Key of the kind; empty where it holds several.
   */
  kind: string;
  /**
   * Name of the template.
   */
  template: string;
  /**
   * What the template is called.
   */
  title: string;
  /**
   * SM3 digest of the template as JSON.
   */
  template_sm3: string;
  /**
   * Records in it.
   */
  records: number;
  /**
   * Its size.
   */
  bytes: number;
  /**
   * Its SM3 digest.
   */
  sm3: string;
};

/**
 * What left and what stayed of a kind.
 */
export type ManifestKind = {
  /**
   * Key of the kind.
   */
  kind: string;
  /**
   * Records of the batch.
   */
  records: number;
  /**
   * Records that left and had no warning.
   */
  passed: number;
  /**
   * Records that left because their warnings were confirmed.
   */
  confirmed: number;
  /**
   * Records that stayed.
   */
  left_behind: number;
  /**
   * Of these, with errors.
   */
  with_errors: number;
  /**
   * Of these, with open warnings.
   */
  with_warnings: number;
  /**
   * Of these, without a value that the template requires.
   */
  lacking: number;
  /**
   * Of these, left out because they left before as they are.
   */
  unchanged: number;
};

/**
 * Fixes of a rule that were applied.
 */
export type ManifestFix = {
  /**
   * Code of the rule.
   */
  rule: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * Cells that it changed.
   */
  count: number;
};

/**
 * Findings of a rule that were confirmed for a reason.
 */
export type ManifestConfirmation = {
  /**
   * Code of the rule.
   */
  rule: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * `warning`, or what was set aside: `error`, `info`.
   */
  severity: string;
  /**
   * Why.
   */
  reason: string;
  /**
   * How many.
   */
  count: number;
  /**
   * Where: sheet, row and field; no values.
   */
  places: Array<string>;
};

/**
 * The change log of a batch.
 */
export type ManifestLog = {
  /**
   * Its file; empty where it did not leave.
   */
  file: string;
  /**
   * How many changes it lists.
   */
  entries: number;
  /**
   * Its SM3 digest.
   */
  sm3: string;
};

/**
 * What became of one file that a manifest lists, or that lies beside it.
 */
export type VerifiedFile = {
  /**
   * Its name.
   */
  name: string;
  /**
   * `same`, `changed`, `missing` or `extra`.
   */
  state: string;
  /**
   * Its digest by the manifest; empty for an extra one.
   */
  expected: string;
  /**
   * Its digest now; empty for a missing one.
   */
  actual: string;
  /**
   * Records by the manifest.
   */
  records: number;
};

/**
 * What the check of a manifest found.
 */
export type VerifiedView = {
  /**
   * Name of the manifest's file.
   */
  name: string;
  /**
   * The manifest.
   */
  manifest: Manifest;
  /**
   * SM3 digest of the manifest itself.
   */
  sm3: string;
  /**
   * File by file: those of the manifest in its order, then extra ones by name.
   */
  files: Array<VerifiedFile>;
};

/**
 * What `precheck check` found.
 */
export type Report = {
  /**
   * Version of the program.
   */
  version: string;
  /**
   * Version of the rules.
   */
  rules_version: string;
  /**
   * The day of the run.
   */
  today: string;
  /**
   * File by file, in the order of the call.
   */
  files: Array<FileReport>;
  /**
   * Rules that the profile has switched off or weighs otherwise.
   */
  changed_rules?: Array<ChangedRule>;
};

/**
 * What was found in a file.
 */
export type FileReport = {
  /**
   * Path as it was given.
   */
  path: string;
  /**
   * Its tables.
   */
  tables: Array<TableReport>;
  /**
   * Why it could not be read.
   */
  problem: ProblemView | null;
  /**
   * Sheets without a table: name and reason.
   */
  left_out_sheets?: Array<[string, string]>;
};

/**
 * What was found in a table.
 */
export type TableReport = {
  /**
   * Name of the sheet; empty for text files.
   */
  sheet: string;
  /**
   * Key of the kind.
   */
  kind: string;
  /**
   * Header row, from 1.
   */
  header_row: number | null;
  /**
   * Records judged.
   */
  rows: number;
  /**
   * Rows that are no records.
   */
  left_out: Array<LeftOutReport>;
  /**
   * Columns that hold no field.
   */
  unmapped: Array<UnmappedReport>;
  /**
   * What was found.
   */
  findings: Array<FindingReport>;
};

/**
 * A row that is no record.
 */
export type LeftOutReport = {
  /**
   * Row as the spreadsheet numbers it.
   */
  row: number;
  /**
   * `blank`, `title`, `tail` or `hidden`.
   */
  reason: string;
  /**
   * Its texts.
   */
  text: string;
};

/**
 * A column that holds no field.
 */
export type UnmappedReport = {
  /**
   * Letters of the column.
   */
  column: string;
  /**
   * Its header.
   */
  header: string;
  /**
   * Why.
   */
  reason: string;
};

/**
 * A finding.
 */
export type FindingReport = {
  /**
   * Row as the spreadsheet numbers it; none for a finding about the table.
   */
  row: number | null;
  /**
   * Letters of the column; none where no column holds the field.
   */
  column: string | null;
  /**
   * Key of the field; none for a finding about the table without one.
   */
  field: string | null;
  /**
   * Code of the rule.
   */
  rule: string;
  /**
   * Slug of the rule.
   */
  name: string;
  /**
   * `error`, `warning` or `info`.
   */
  severity: string;
  /**
   * The cell as typed, personal numbers masked.
   */
  value: string;
  /**
   * What is wrong.
   */
  message: string;
  /**
   * How to mend it.
   */
  suggestion: string;
  /**
   * The proposal, if there is one.
   */
  fix: FixReport | null;
};

/**
 * A proposal.
 */
export type FixReport = {
  /**
   * `safe` or `suggested`.
   */
  kind: string;
  /**
   * New text of the cell.
   */
  value: string;
};

/**
 * A new text for a field.
 */
export type FieldText = {
  /**
   * Key of the field.
   */
  field: string;
  /**
   * What the kind calls the field.
   */
  label: string;
  /**
   * Text now. As in the record: not masked.
   */
  from: string;
  /**
   * Text then. Not masked.
   */
  to: string;
};

/**
 * A proposal for a record.
 */
export type Proposal = {
  /**
   * Code of the rule.
   */
  rule: string;
  /**
   * Slug of the rule.
   */
  name: string;
  /**
   * Key of the field that the finding is about.
   */
  field: string | null;
  /**
   * `safe` or `suggested`.
   */
  kind: string;
  /**
   * The fault in a few words.
   */
  title: string;
  /**
   * What is wrong.
   */
  message: string;
  /**
   * What it would write.
   */
  changes: Array<FieldText>;
};

/**
 * A record whose safe fixes were applied.
 */
export type MendedRecord = {
  /**
   * The record, by keys of the fields.
   */
  record: Record<string, string>;
  /**
   * What was changed.
   */
  changed: Array<FieldText>;
  /**
   * What is left to propose, for a person to decide.
   */
  suggestions: Array<Proposal>;
  /**
   * What is left.
   */
  findings: Array<FindingReport>;
};

/**
 * A field of a kind, for those who build a form.
 */
export type FieldSchema = {
  /**
   * Key.
   */
  field: string;
  /**
   * What the kind calls it.
   */
  label: string;
  /**
   * One line of help.
   */
  help: string;
  /**
   * Whether every record has it.
   */
  required: boolean;
  /**
   * `required`, `one-of-id` (one of the two identifiers), `recommended` or `optional`.
   */
  requirement: string;
  /**
   * `text`, `long_text`, `code`, `date`, `identifier` or `amount`.
   */
  form: string;
  /**
   * Most characters that the platform takes.
   */
  max_length: number;
  /**
   * Words of its code list, where it has one.
   */
  words: Array<string>;
};

/**
 * A kind with its fields.
 */
export type KindSchema = {
  /**
   * Key.
   */
  kind: string;
  /**
   * What it is called.
   */
  label: string;
  /**
   * Its fields, in order.
   */
  fields: Array<FieldSchema>;
};

/**
 * What became of records that were to leave.
 */
export type StayedRecord = {
  /**
   * Index of the record.
   */
  row: number;
  /**
   * `error`, `warning` (to be confirmed) or `lacking` (columns that the template requires).
   */
  reason: string;
  /**
   * Headers of the columns that it does not fill.
   */
  lacking: Array<string>;
};

/**
 * A form of a kind, made from the declarations of its fields.
 */
export type FormView = {
  /**
   * Key of the kind.
   */
  kind: string;
  /**
   * What it is called.
   */
  label: string;
  /**
   * Its fields by family.
   */
  groups: Array<FormGroup>;
  /**
   * What stands in the fields: of the record that is edited or copied.
   */
  values: Record<string, string>;
  /**
   * What is proposed for blank fields.
   */
  proposed: Record<string, string>;
};

/**
 * Fields of a form that belong together.
 */
export type FormGroup = {
  /**
   * Stable name of the family.
   */
  key: string;
  /**
   * Heading.
   */
  label: string;
  /**
   * The fields, in the order of the kind.
   */
  fields: Array<FormField>;
};

/**
 * A field of a form.
 */
export type FormField = {
  /**
   * Its declaration.
   */
  schema: FieldSchema;
  /**
   * `text`, `long-text`, `choice`, `choices` (several, joined by a comma), `date`, `date-or-long-term`,
   * `period`, `uscc`, `registration-no`, `amount`.
   */
  editor: string;
  /**
   * Whether it may stay blank.
   */
  optional: boolean;
  /**
   * What it may hold: the words of its code list, or words that often stand there.
   */
  offers: Array<Offer>;
  /**
   * Whether another text than the offered may stand there.
   */
  free: boolean;
};

/**
 * A word that a field may hold.
 */
export type Offer = {
  /**
   * The word.
   */
  text: string;
  /**
   * Its code, where it has one.
   */
  code: string;
};

/**
 * What the engine says of a form as it is filled in now.
 */
export type EntryView = {
  /**
   * What is wrong, in the order of the fields, the gravest of each first.
   */
  findings: Array<FindingReport>;
  /**
   * How fields are read where that is not plain: a date, an amount in capitals, a code in groups.
   */
  readings: Record<string, string>;
  /**
   * What is proposed for fields that nobody has filled in.
   */
  proposed: Record<string, string>;
  /**
   * The last day for gathering, `yyyy-MM-dd`, and how many days are left.
   */
  due: [string, number] | null;
  /**
   * The day until which the record is to be published.
   */
  publicity_end: string | null;
  /**
   * Band of the fine in 万元 and the article that sets it.
   */
  fine_band: [string, string, string] | null;
};

/**
 * A warning that is confirmed as the record is saved.
 */
export type ConfirmedFinding = {
  /**
   * Key of the field.
   */
  field: string;
  /**
   * Slug of the rule.
   */
  rule: string;
  /**
   * Why.
   */
  reason: string;
};

/**
 * A month as a date picker shows it: six weeks from a Monday.
 */
export type MonthView = {
  /**
   * Year.
   */
  year: number;
  /**
   * Month, from 1.
   */
  month: number;
  /**
   * The day that the text names, or the day of the run.
   */
  selected: string;
  /**
   * The day of the run.
   */
  today: string;
  /**
   * Whether holidays of the year are known.
   */
  known: boolean;
  /**
   * 42 days.
   */
  days: Array<DayView>;
};

/**
 * A day of a month.
 */
export type DayView = {
  /**
   * `yyyy-MM-dd`.
   */
  date: string;
  /**
   * Day of the month.
   */
  day: number;
  /**
   * Whether it belongs to the month that is shown.
   */
  inside: boolean;
  /**
   * `` for a working day, `weekend`, `holiday` (a day off from Monday to Friday) or `work` (a weekend day that
   * is worked).
   */
  mark: string;
};

/**
 * Every rule of the program.
 */
export type RuleBook = {
  /**
   * Version of the program.
   */
  version: string;
  /**
   * Version of the rules.
   */
  rules_version: string;
  /**
   * The rules, by code.
   */
  rules: Array<RuleView>;
};

/**
 * A rule.
 */
export type RuleView = {
  /**
   * Code, such as `A004`.
   */
  rule: string;
  /**
   * Slug.
   */
  name: string;
  /**
   * Key of the dimension.
   */
  dimension: string;
  /**
   * What the dimension is called.
   */
  dimension_label: TextView;
  /**
   * `error`, `warning` or `info`, before the profile changes it.
   */
  severity: string;
  /**
   * Whether the profile cannot change its severity.
   */
  is_protected: boolean;
  /**
   * Keys of the kinds that it judges.
   */
  kinds: Array<string>;
  /**
   * Its fields as the rule list publishes them: keys, or classes such as `@date`.
   */
  fields: Array<string>;
  /**
   * `safe` or `suggested`; none: only a person knows how to mend it.
   */
  fix: string | null;
  /**
   * The fault in a few words.
   */
  title: TextView;
  /**
   * What is wrong.
   */
  what: TextView;
  /**
   * Why that matters.
   */
  why: TextView;
  /**
   * How to mend it.
   */
  how: TextView;
  /**
   * On what ground.
   */
  basis: Array<BasisView>;
  /**
   * Records that fire and records that do not.
   */
  examples: Array<ExampleView>;
};

/**
 * A text in both languages.
 */
export type TextView = {
  /**
   * Chinese.
   */
  zh: string;
  /**
   * English.
   */
  en: string;
};

/**
 * An article that a rule rests on.
 */
export type BasisView = {
  /**
   * Name of the document.
   */
  document: string;
  /**
   * Its number; empty where it has none.
   */
  number: string;
  /**
   * The place in it.
   */
  article: string;
  /**
   * First day in force, as exactly as it is known; empty where unknown.
   */
  valid_from: string;
  /**
   * Last day in force; empty while it holds.
   */
  valid_to: string;
  /**
   * What it says, in our own words.
   */
  paraphrase: TextView;
  /**
   * Whether its text could not be read: shown as 待核.
   */
  unverified: boolean;
};

/**
 * A record, or several, of which the last shows what the rule does.
 */
export type ExampleView = {
  /**
   * Whether the rule fires.
   */
  fires: boolean;
  /**
   * Key of the kind.
   */
  kind: string;
  /**
   * The day of the run.
   */
  today: string;
  /**
   * What the example shows.
   */
  note: TextView;
  /**
   * The records: for each the cells that matter, keys of the fields with their texts.
   */
  records: Array<Array<[string, string]>>;
  /**
   * Keys of the fields for which the table has no column.
   */
  without: Array<string>;
  /**
   * What the organisation has set otherwise than built in.
   */
  settings: Array<TextView>;
};

/**
 * A rule that does not weigh what it always does, because the profile says so.
 */
export type ChangedRule = {
  /**
   * Code, such as `A004`.
   */
  rule: string;
  /**
   * Slug.
   */
  name: string;
  /**
   * The fault in a few words.
   */
  title: string;
  /**
   * Its own severity.
   */
  severity: string;
  /**
   * What it weighs now: `off`, `info`, `warning` or `error`.
   */
  now: string;
  /**
   * Why.
   */
  reason: string;
};
