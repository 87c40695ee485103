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
  "type": "unconfirm";
  /**
   * Which findings.
   */
  addresses: Array<Address>;
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
  "type": "problems"
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
  "type": "settings"
} & SettingsView | {
  "type": "rules"
} & RuleBook | {
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
   * Bytes or rows done.
   */
  done: number;
  /**
   * Bytes or rows in all.
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
