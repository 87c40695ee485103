// A penalty is typed in by keyboard alone: errors are said, a proposal is adopted, the next number follows, and what was
// saved is in the table and in the file that leaves.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { openPage, until } from './page.mjs';
import { withOpenpyxl } from './readers.mjs';

let page;

before(async () => {
  page = await openPage({ today: '2023-06-16' });
});

after(async () => {
  await page?.close();
});

const NAME = '奈曼旗沙海明珠大酒店有限公司';
const value = (field) => page.run((id) => document.getElementById(id).value, `entry-${field}`);
const focused = () => page.run(() => document.activeElement.id);
const message = (field) => page.run((f) => document.querySelector(`[data-field=${f}] .emsg`)?.innerText ?? '', field);

/** Presses Tab until a field has the focus. */
async function tabTo(id, back = false) {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused()) === id) return;
    await (back ? page.press(Key.SHIFT, Key.TAB) : page.press(Key.TAB));
  }
  assert.fail(`Tab does not reach ${id}, but ${await focused()}`);
}

/** Empties the focused field and types. */
async function write(text) {
  await page.press(Key.CONTROL, 'a');
  await page.type(text);
}

test('the form of a penalty opens by keyboard, with its proposals', async () => {
  await page.see('.drop');
  await page.press(Key.ALT, 'n');
  await page.see('.kinds button');
  await until(() => page.run(() => document.activeElement.dataset.kind === 'license-grant'), 'the first kind to have the focus');
  for (let kind = 0; kind < 3; kind += 1) await page.press(Key.TAB);
  await page.press(Key.ENTER);
  await until(async () => (await focused()) === 'entry-enterprise_name', 'the first field to have the focus');
  assert.equal(await value('authority'), '奈曼旗消防救援大队');
  assert.equal(await value('decision_date'), '2023-06-16');
  assert.equal(await value('publicity_period'), '2024-06-16');
  assert.equal(await value('document_no'), '奈(消)行罚决字〔2023〕第');
});

test('a field is judged when it is left, and its proposal is adopted', async () => {
  await page.type(NAME);
  await tabTo('entry-uscc');
  await page.type('91150525MA0N8B4T47');
  await tabTo('entry-document_no');
  assert.equal(await message('uscc'), '');
  await write('奈(消)行罚决字[2023]第0042号');
  await page.press(Key.TAB);
  await until(async () => (await message('document_no')).includes('〔〕'), 'what is wrong with the number');
  assert.equal(await message('violation'), '', 'fields that were not yet filled in are left alone');
  await page.press(Key.SHIFT, Key.TAB);
  await page.press(Key.SHIFT, Key.TAB);
  await until(() => page.run(() => document.activeElement.classList.contains('adopt')), '采用 to have the focus');
  await page.press(Key.ENTER);
  await until(async () => (await value('document_no')) === '奈(消)行罚决字〔2023〕第0042号', 'the proposal');
  await until(async () => (await message('document_no')) === '', 'the message to go');
});

test('saving with errors names them, takes the focus there, and loses nothing', async () => {
  await page.press(Key.CONTROL, Key.ENTER);
  await page.see('#entry-errors');
  await until(async () => (await focused()) === 'entry-errors', 'the summary to have the focus');
  assert.match(await page.run(() => document.title), /^错误：/);
  const lines = await page.run(() => [...document.querySelectorAll('#entry-errors a')].map((link) => link.innerText));
  assert.ok((await page.text('#entry-errors h2')).includes(`有 ${lines.length} 处需要更正`));
  assert.ok(lines.length >= 2, lines.join());
  assert.ok(lines[0].includes(await message('violation')), 'the same words at the field');
  assert.equal(await value('enterprise_name'), NAME);
  await page.press(Key.TAB);
  await page.press(Key.ENTER);
  await until(async () => (await focused()) === 'entry-violation', 'the link to lead to its field');
});

test('the list of violations is searched by keyboard', async () => {
  await page.type('完好有效');
  await until(() => page.run(() => document.querySelectorAll('#entry-violation-list [role=option]').length > 0), 'offers');
  await page.press(Key.ARROW_DOWN);
  const active = await page.run(() => document.activeElement.getAttribute('aria-activedescendant'));
  assert.equal(active, 'entry-violation-option-0');
  await page.press(Key.ENTER);
  assert.match(await value('violation'), /完好有效/);
  assert.equal(await page.run(() => document.activeElement.getAttribute('aria-expanded')), 'false');
});

test('the date is chosen from a month that knows the holidays', async () => {
  await tabTo('entry-decision_date', true);
  await page.press(Key.TAB);
  await page.press(Key.ENTER);
  await until(() => page.run(() => document.activeElement.dataset.date === '2023-06-16'), 'the day to have the focus');
  const day = (date) => page.run((d) => document.querySelector(`.month [data-date="${d}"]`).getAttribute('aria-label'), date);
  assert.match(await day('2023-06-22'), /节假日/);
  assert.match(await day('2023-06-25'), /调休上班/);
  for (const key of [Key.ARROW_UP, Key.ARROW_RIGHT, Key.ARROW_RIGHT, Key.HOME]) await page.press(key);
  await until(() => page.run(() => document.activeElement.dataset.date === '2023-06-05'), 'the keys to lead to the Monday');
  await page.press(Key.ENTER);
  await page.gone('.month');
  assert.equal(await value('decision_date'), '2023-06-05');
  await until(async () => (await value('publicity_period')) === '2024-06-05', 'the end of publicity to follow');
  await until(() => page.run(() => document.querySelector('.due').innerText.includes('2023-06-25')), 'the last day for gathering');
});

test('Ctrl+Enter saves and proposes the next number', async () => {
  await tabTo('entry-penalty_content');
  await page.type('罚款人民币5000元');
  await tabTo('entry-fine_amount');
  await page.type('0.5');
  await page.press(Key.TAB);
  await until(() => page.run(() => document.querySelector('[data-field=fine_amount] .read')?.innerText.includes('伍仟元整')), 'the amount in capitals');
  await page.press(Key.CONTROL, Key.ENTER);
  await until(async () => (await page.all('.list.saved li')).length === 1, 'the saved record');
  await until(async () => (await value('document_no')) === '奈(消)行罚决字〔2023〕第0043号', 'the next number');
  assert.equal(await value('enterprise_name'), '');
  assert.equal(await focused(), 'entry-enterprise_name');
});

test('an unfinished form is still there after other screens and after a reload', async () => {
  await page.type('奈曼旗昂乃生物科技有限公司');
  await page.press(Key.TAB);
  await page.goto('#/rules');
  await page.see('#find');
  await page.goto('#/entry');
  await until(async () => (await value('enterprise_name')) === '奈曼旗昂乃生物科技有限公司', 'the form');
});

test('what was saved is in the table, changed as a whole, taken back, and exported', async () => {
  await page.click('.list.saved .link');
  await page.see('td[data-field=enterprise_name]');
  assert.equal(await page.text('td[data-field=enterprise_name]'), NAME);
  await page.click('.edit-record');
  await page.see('.btn.save');
  await tabTo('entry-handler');
  await write('包志强');
  await page.press(Key.CONTROL, 's');
  await page.see('[role=grid]');
  const handler = () => page.run(() => document.querySelector('td[data-field=handler]')?.innerText.trim());
  await page.run(() => {
    document.querySelector('.gscroll').scrollLeft = 10_000;
  });
  await until(async () => (await handler()) === '包志强', 'the changed record');
  await page.click('.btn.next');
  await page.see('#export-title');
  await page.click('.page-h .btn.pri');
  const [sheet] = withOpenpyxl(await page.download(/\.xlsx$/));
  assert.ok(sheet.rows.some((row) => row.includes(NAME) && row.includes('奈(消)行罚决字〔2023〕第0042号')), 'the record is in the file');
});
