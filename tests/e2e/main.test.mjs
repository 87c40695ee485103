// The main job as a clerk does it: drop a workbook, see what is wrong, mend it, export, and nothing leaves the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import * as job from './job.mjs';
import { MENDED, cell, found, penalty, today } from './job.mjs';
import { openPage, until } from './page.mjs';
import { withOffice, withOpenpyxl } from './readers.mjs';

let page;
let loaded;

before(async () => {
  page = await openPage({ today });
});

after(async () => {
  await page?.close();
});

const reveal = (row, field) => job.reveal(page, row, field);
const shown = (row, field) => job.shown(page, row, field);

test('a workbook is dropped and its findings are seen', async () => {
  // The page is there; what it fetches to start itself has been asked for by then.
  await page.see('.drop');
  loaded = Date.now();
  await job.drop(page);
  const grid = await page.see('[role=grid]');
  // Rows carry the numbers of the sheet: the count is that of its last row with anything in it.
  const [sheet] = withOpenpyxl(job.workbook);
  const last = sheet.rows.findLastIndex((cells) => cells.some((text) => text !== null && text !== '')) + 1;
  assert.ok(last > penalty.rows + penalty.header_row);
  assert.equal(await grid.getAttribute('aria-rowcount'), String(last));
});

test('each listed finding says where it is, and a click shows the cell', async () => {
  const { row, field } = found('A004');
  const group = '.pg[data-rule=A004]';
  await page.see(group);
  if ((await page.all(`${group} [role=option]`)).length === 0) await page.click(`${group} button`);
  const item = `[role=option][data-rule=A004][data-row="${row}"][data-field=${field}][data-severity=error]`;
  await page.click(item);
  await page.see(`${cell(row, field)}[aria-invalid=true]`);
  const detail = await page.text('.det');
  assert.match(detail, /校验/);
  assert.match(detail, /GB 32100/);
});

test('never more than about 60 rows of nodes', async () => {
  const rows = await page.run(() => document.querySelectorAll('[role=grid] tr').length);
  assert.ok(rows <= 62, `${rows} rows`);
});

test('one cell is mended by hand, and its finding goes', async () => {
  await job.mend(page);
});

test('undo brings it back, redo does it again', async () => {
  const { row, field } = found('C001');
  await (await reveal(row, field)).click();
  await page.press(Key.CONTROL, 'z');
  await page.see(`${cell(row, field)}[aria-invalid=true]`);
  await page.press(Key.CONTROL, 'y');
  await until(async () => (await shown(row, field)) === MENDED, 'the text again');
});

test('all safe fixes are applied in one step', async () => {
  const { row } = found('A031');
  assert.equal(await shown(row, 'decision_date'), '2023.6.20');
  await page.click('.batch .fixes');
  await page.see('.fixlist tr[data-rule=A031]');
  await page.click('.btn.apply');
  await until(async () => (await shown(row, 'decision_date')) === '2023-06-20', 'the mended date');
  const groups = await page.run(() => [...document.querySelectorAll('.pg[data-rule]')].map((g) => g.dataset.rule));
  for (const rule of ['A020', 'A021', 'A022', 'A031', 'A051']) assert.ok(!groups.includes(rule), `${rule} is gone`);
  await page.press(Key.CONTROL, 'z');
  await until(async () => (await shown(row, 'decision_date')) === '2023.6.20', 'the date as typed');
  await page.press(Key.CONTROL, 'y');
  await until(async () => (await shown(row, 'decision_date')) === '2023-06-20', 'the mended date again');
});

test('F8 walks the findings', async () => {
  const current = () => page.run(() => {
    const at = document.querySelector('[role=grid] td.foc');
    return at && `${at.dataset.row} ${at.dataset.field}`;
  });
  /** Presses keys and gives the cell that is current then. */
  const walk = async (...keys) => {
    const from = await current();
    await page.press(...keys);
    return until(async () => {
      const now = await current();
      return now && now !== from && now;
    }, `another current cell after ${from}`);
  };
  const clean = penalty.clean_rows[0];
  await (await reveal(clean, 'enterprise_name')).click();
  await until(async () => (await current()) === `${clean} enterprise_name`, 'a cell without findings');
  const first = await walk(Key.F8);
  const second = await walk(Key.F8);
  assert.notEqual(second, first);
  assert.equal(await walk(Key.SHIFT, Key.F8), first);
});

test('what leaves is what openpyxl and LibreOffice read', async () => {
  const path = await job.save(page);
  const [sheet] = withOpenpyxl(path);
  const header = sheet.rows[0];
  assert.ok(header.includes('企业名称') && header.includes('处罚决定书文号'));
  const date = header.indexOf('处罚决定日期');
  const records = sheet.rows.slice(1);
  assert.ok(records.length > 0 && records.length < penalty.rows);
  for (const record of records) assert.match(record[date], /^\d{4}-\d\d-\d\d$/);
  assert.ok(sheet.formats.flat().every((format) => format === '@' || format === 'General'));
  const office = withOffice(path);
  assert.deepEqual(
    office.map((row) => row.filter((text) => text !== '')),
    sheet.rows.map((row) => row.filter((text) => text !== null).map(String)),
  );
  // The mended record is among them.
  const names = records.map((record) => record[header.indexOf('企业名称')]);
  assert.ok(names.includes(MENDED));
});

test('the page complained of nothing, and no request left after it was loaded', async () => {
  assert.deepEqual(await page.complaints(), []);
  assert.deepEqual(await page.requestsSince(loaded), []);
});
