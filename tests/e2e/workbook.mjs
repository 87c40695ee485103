// Writes penalty workbooks of any size: invented enterprises, real check characters, a few slips among them.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import XLSX from 'xlsx';
import { root } from './server.mjs';

export const HEADERS = [
  '企业名称',
  '统一社会信用代码',
  '注册号',
  '处罚机关',
  '处罚决定书文号',
  '违法行为类型',
  '行政处罚内容',
  '处罚决定日期',
  '公示期限',
  '处罚种类',
  '罚款金额(万元)',
  '适用程序',
  '是否严重违法失信',
  '备注',
];

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The 统一社会信用代码 of the n-th invented enterprise, with its right check character. */
export function uscc(n) {
  let rest = n;
  let body = '';
  for (let place = 0; place < 8; place += 1) {
    body = SIGNS[rest % 31] + body;
    rest = Math.floor(rest / 31);
  }
  const code = `91150525M${body}`.slice(0, 17);
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += SIGNS.indexOf(code[place]) * WEIGHTS[place];
  return code + SIGNS[(31 - (sum % 31)) % 31];
}

const pad = (number, width) => String(number).padStart(width, '0');

/** The n-th record; every fiftieth has a slip. */
export function record(n) {
  const day = new Date(Date.UTC(2023, 5, 1 + (n % 28)));
  const yuan = 1000 + (n % 40) * 500;
  const cells = [
    `奈曼旗第${n + 1}商贸有限公司`,
    uscc(n * 7919 + 11),
    null,
    '奈曼旗消防救援大队',
    `奈(消)行罚决字〔2023〕第${pad(n + 1, 4)}号`,
    '消防设施、器材、消防安全标志未保持完好有效',
    `罚款人民币${yuan}元`,
    day.toISOString().slice(0, 10),
    '1年',
    '罚款',
    yuan / 10000,
    '普通程序',
    '否',
    null,
  ];
  if (n % 50 === 7) cells[1] = cells[1].slice(0, 16) + cells[1][17] + cells[1][16];
  if (n % 50 === 19) cells[7] = '2023-02-30';
  if (n % 50 === 31) cells[0] = ` ${cells[0]}`;
  if (n % 50 === 43) cells[3] = null;
  return cells;
}

/** Writes a workbook of so many records, unless it is there; returns its path. */
export function penaltyWorkbook(rows) {
  const path = join(root, 'target', 'e2e', `penalty-${rows}.xlsx`);
  const own = statSync(fileURLToPath(import.meta.url)).mtimeMs;
  if (existsSync(path) && statSync(path).mtimeMs > own) return path;
  mkdirSync(dirname(path), { recursive: true });
  const sheet = XLSX.utils.aoa_to_sheet([HEADERS], { dense: true });
  XLSX.utils.sheet_add_aoa(sheet, Array.from({ length: rows }, (_, n) => record(n)), { origin: 1 });
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '行政处罚');
  // Shared strings, as every spreadsheet program writes them.
  XLSX.writeFile(book, path, { bookSST: true, compression: true });
  return path;
}
