// The main job, the same for every way in which the page is handed out and for every engine: drop a workbook, see
// what is wrong, mend a cell, open the help, export what is clean.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Key } from 'selenium-webdriver';
import { until } from './page.mjs';
import { withOpenpyxl } from './readers.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));
const penalty = expected.tables.find((table) => table.file === 'penalty.xlsx');
const MENDED = '奈曼旗大沁他拉明仁商贸有限公司';

/** The day for which the expected findings were made out. */
export const { today } = expected;

/** Does it all on a page that shows its first screen. */
export async function mainJob(page) {
  await page.dropFiles('.drop', join(fixtures, 'penalty.xlsx'));
  await page.see('[role=grid]');
  await page.gone('.batch [role=progressbar], [data-judging]');
  const groups = await until(async () => {
    const found = await page.run(() => [...document.querySelectorAll('.pg[data-rule]')].map((group) => group.dataset.rule));
    return found.length > 0 && found;
  }, 'the findings');
  for (const { rule } of penalty.expect.filter((finding) => finding.rule !== 'A014')) {
    assert.ok(groups.includes(rule), `${rule} is listed`);
  }

  const { row, field } = penalty.expect.find((finding) => finding.rule === 'C001');
  const cell = `td[data-row="${row}"][data-field="${field}"]`;
  await page.run((at) => {
    const body = document.querySelector('[role=grid]');
    (body.closest('.grid') ?? body.parentElement).scrollTop = Math.max(0, (at - 12) * 24);
  }, row);
  await page.see(cell);
  await page.click(cell);
  await page.press(Key.F2);
  await page.type(MENDED);
  await page.press(Key.ENTER);
  await until(() => page.run((s, text) => {
    const now = document.querySelector(s);
    return now && now.innerText.trim() === text && !now.hasAttribute('aria-invalid');
  }, cell, MENDED), 'the mended cell');

  await page.click('.ibtn.help');
  await page.see('[role=dialog]');
  await page.press(Key.ESCAPE);
  await page.gone('[role=dialog]');

  await page.click('.btn.next');
  await page.see('#export-title');
  await page.click('.page-h .btn.pri');
  const [sheet] = withOpenpyxl(await page.download(/\.xlsx$/));
  const names = sheet.rows.map((record) => record[sheet.rows[0].indexOf('企业名称')]);
  assert.ok(names.includes(MENDED), 'the mended record is exported');
  assert.ok(names.length > 1 && names.length <= penalty.rows, `${names.length} rows`);
}
