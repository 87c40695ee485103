// The main job, the same for every way in which the page is handed out and for every engine: drop a workbook, see
// what is wrong, mend a cell, adopt a suggestion, confirm a warning, export what is clean, read the file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Key } from 'selenium-webdriver';
import { until } from './page.mjs';
import { withOpenpyxl } from './readers.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));
/** What is in the workbook. */
export const penalty = expected.tables.find((table) => table.file === 'penalty.xlsx');
/** Its path. */
export const workbook = join(fixtures, penalty.file);
/** What is typed where the name of an enterprise is missing. */
export const MENDED = '奈曼旗大沁他拉明仁商贸有限公司';

/** The day for which the expected findings were made out. */
export const { today } = expected;

/** Where a rule finds something. */
export const found = (rule) => penalty.expect.find((finding) => finding.rule === rule);

/** Selector of a cell. */
export const cell = (row, field) => `td[data-row="${row}"][data-field="${field}"]`;

/** Does it all on a page that shows its first screen. */
export async function mainJob(page) {
  await drop(page);
  await mend(page);
  await adopt(page);
  await help(page);
  const registration = await confirm(page);
  assert.match(registration, /^\d{15}$/);
  const file = await save(page);
  const [sheet] = withOpenpyxl(file);
  const names = sheet.rows.map((record) => record[sheet.rows[0].indexOf('企业名称')]);
  assert.ok(names.includes(MENDED), 'the mended record is exported');
  const [given] = withOpenpyxl(workbook);
  const adopted = given.rows[found('A031').row - 1][1];
  const record = sheet.rows[names.indexOf(adopted)];
  assert.equal(record?.[sheet.rows[0].indexOf('处罚决定日期')], '2023-06-20', 'the adopted date is exported');
  assert.ok(sheet.rows.some((row) => row.includes(registration)), 'the record with the confirmed warning is exported');
  assert.ok(names.length <= penalty.rows, `${names.length} rows`);
}

/** As a clerk does who works on the records of a past day. */
export async function setDay(page, day) {
  await page.click('.bar .day');
  await page.press(Key.CONTROL, 'a');
  await page.type(day);
  await page.press(Key.ENTER);
  await until(() => page.run((text) => document.querySelector('.bar .day').value === text, day), `the day ${day}`);
}

/** Drops the workbook, and sees its findings. */
export async function drop(page) {
  await load(page);
  const groups = await until(async () => {
    const all = await page.run(() => [...document.querySelectorAll('.pg[data-rule]')].map((group) => group.dataset.rule));
    return all.length > 0 && all;
  }, 'the findings');
  for (const { rule } of penalty.expect.filter((finding) => finding.rule !== 'A014')) {
    assert.ok(groups.includes(rule), `${rule} is listed`);
  }
}

/** Waits until the worker has judged and the page shows it. */
export const judged = (page) => page.gone('.batch [role=progressbar], [data-judging]');

/** Drops the workbook of penalties and waits until it is judged and its findings are listed. */
export async function load(page) {
  await page.dropFiles('.drop', workbook);
  await page.see('[role=grid]');
  await judged(page);
  await page.see('.pg[data-rule]');
}

/** Scrolls the grid to a row and to its first columns. */
const scrollTo = (page, row) => page.run((at) => {
  const body = document.querySelector('[role=grid]');
  (body.closest('.grid') || body.parentElement).scrollTo(0, Math.max(0, (at - 12) * 24));
}, row);

/** Shows a cell of the current table and gives its element; the grid may still be following the change before. */
export function reveal(page, row, field) {
  return until(async () => {
    await scrollTo(page, row);
    const [element] = await page.all(cell(row, field));
    return element && (await element.isDisplayed()) && element;
  }, `${field} of row ${row} to be seen`);
}

/** Clicks a cell, so that it is the current one. */
export function select(page, row, field) {
  return until(async () => {
    await scrollTo(page, row);
    const [element] = await page.all(cell(row, field));
    if (!element) return false;
    await element.click();
    return (await page.all(`${cell(row, field)}.foc`)).length > 0;
  }, `${field} of row ${row} to be the current cell`);
}

/** The text of a cell, without its icon. */
export async function shown(page, row, field) {
  await reveal(page, row, field);
  return page.run((selector) => document.querySelector(selector).innerText.trim(), cell(row, field));
}

/** Waits until a cell shows a text and no mark. */
const clean = (page, row, field, text) => until(() => page.run((selector, wanted) => {
  const now = document.querySelector(selector);
  return now && now.innerText.trim() === wanted && !now.hasAttribute('aria-invalid');
}, cell(row, field), text), `${text} without a mark`);

/** Types the missing name. */
export async function mend(page) {
  const { row, field } = found('C001');
  await select(page, row, field);
  await page.press(Key.F2);
  await page.see(`${cell(row, field)} input, ${cell(row, field)} textarea`);
  await page.type(MENDED);
  await page.press(Key.ENTER);
  await clean(page, row, field, MENDED);
}

/** Adopts the suggested writing of a date. */
export async function adopt(page) {
  const { row, field } = found('A031');
  assert.equal(await shown(page, row, field), '2023.6.20');
  await select(page, row, field);
  await page.see('.det[data-rule=A031]');
  await page.click('.det .adopt');
  await clean(page, row, field, '2023-06-20');
}

/** Opens the help and closes it again. */
async function help(page) {
  await page.click('.ibtn.help');
  await page.see('[role=dialog]');
  await page.press(Key.ESCAPE);
  await page.gone('[role=dialog]');
}

/** Confirms that an enterprise has a registration number only; gives that number. */
export async function confirm(page) {
  const { row, field } = found('C004');
  await select(page, row, field);
  await page.see('.det[data-rule=C004]');
  await page.click('.det .ignore');
  await page.see('#ignore-reason');
  await page.run(() => {
    const list = document.querySelector('#ignore-reason');
    // The first one that is a reason.
    list.value = list.options[1].value;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.click('[role=dialog] .btn.confirm');
  await page.gone('[role=dialog]');
  // It is noted, and the next finding is explained.
  await page.gone('.det[data-rule=C004]');
  await until(async () => {
    // The way to the next finding may still be going on: a cell that is left by it is chosen again.
    await select(page, row, field);
    return (await page.all('.det[data-rule=C004] .unconfirm')).length > 0;
  }, 'the confirmed warning to be explained');
  return shown(page, row, 'registration_no');
}

/** Exports, and gives the path of the file. */
export async function save(page) {
  await page.click('.btn.next');
  await page.see('#export-title');
  await page.click('.page-h .btn.pri');
  return page.download(/\.xlsx$/);
}
