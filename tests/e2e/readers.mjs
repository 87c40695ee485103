// Reads written files with programs that are not ours.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const OPENPYXL = `
import datetime, json, sys
import openpyxl

def plain(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value

book = openpyxl.load_workbook(sys.argv[1])
sheets = [{
    "name": sheet.title,
    "rows": [[plain(cell.value) for cell in row] for row in sheet.iter_rows()],
    "formats": [[cell.number_format for cell in row] for row in sheet.iter_rows()],
} for sheet in book.worksheets]
json.dump(sheets, sys.stdout)
`;

/**
 * A workbook as openpyxl sees it: dates as text (2023-06-16), empty cells as null.
 * @returns {{name: string, rows: (string|number|boolean|null)[][], formats: string[][]}[]}
 */
export function withOpenpyxl(path) {
  return JSON.parse(execFileSync('python3', ['-c', OPENPYXL, path], { maxBuffer: 1 << 28 }).toString());
}

/** The first sheet of a workbook as LibreOffice shows it, row by row. */
export function withOffice(path) {
  const out = mkdtempSync(join(tmpdir(), 'precheck-office-'));
  try {
    execFileSync(
      'soffice',
      [
        // A profile of its own: a running LibreOffice would otherwise take the work and this one would end at once.
        `-env:UserInstallation=${pathToFileURL(join(out, 'profile'))}`,
        '--headless',
        '--convert-to',
        // comma, double quotes, UTF-8, from line 1, values as shown
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true',
        '--outdir',
        out,
        path,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'], timeout: 120_000 },
    );
    return fromCsv(readFileSync(join(out, basename(path).replace(/\.[^.]+$/, '.csv')), 'utf8'));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Rows of a comma separated text with quoted cells. */
export function fromCsv(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[index + 1] === '"') cell += text[(index += 1)];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      row.push(cell.replace(/\r$/, ''));
      rows.push(row);
      row = [];
      cell = '';
    } else cell += sign;
  }
  if (cell || row.length) rows.push([...row, cell]);
  return rows;
}
