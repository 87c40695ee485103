// The change log, the columns, the preview of a paste, the large editor, and finding from match to match.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { load, today } from './job.mjs';
import { openPage, until } from './page.mjs';

let page;

before(async () => {
  page = await openPage({ today });
  await page.see('.drop');
  await load(page);
});

after(async () => {
  await page?.close();
});

const text = (selector) => page.run((s) => document.querySelector(s)?.innerText.trim(), selector);
const top = () => page.run(() => {
  document.querySelector('.gscroll').scrollTop = 0;
});
const first = (field) => `tr[data-position="0"] td[data-field="${field}"]`;

async function edit(field, value) {
  await top();
  await page.click(first(field));
  await page.press(Key.F2);
  await until(() => page.run(() => document.activeElement.classList.contains('cell-edit')), 'the editor');
  await page.press(Key.CONTROL, 'a');
  await page.type(value);
  await page.press(Key.ENTER);
  await until(async () => (await text(first(field))) === value, value);
}

test('rows carry the numbers of the sheet', async () => {
  await top();
  const numbers = await page.run(() => [...document.querySelectorAll('[role=grid] tbody tr[data-position]')]
    .map((row) => [row.getAttribute('aria-rowindex'), row.querySelector('th').dataset.row]));
  assert.ok(numbers.length > 10 && numbers.every(([index, number]) => index === number), JSON.stringify(numbers));
  const count = await page.run(() => Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount')));
  assert.ok(count >= Math.max(...numbers.map(([, number]) => Number(number))));
});

test('the log tells who changed what, and leaves with the batch', async () => {
  assert.ok(await page.run(() => document.querySelector('.batch .changes').disabled));
  await edit('enterprise_name', '甲甲有限公司');
  await edit('enterprise_name', '乙乙有限公司');
  await page.press(Key.CONTROL, 'z');
  await until(async () => (await text(first('enterprise_name'))) === '甲甲有限公司', 'undone');
  await page.click('.batch .changes');
  await until(async () => (await page.all('.changelog tbody tr')).length === 3, 'three lines');
  const lines = await page.run(() => [...document.querySelectorAll('.changelog tbody tr')]
    .map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  assert.match(lines[0][0], new RegExp(`^${today} \\d\\d:\\d\\d:\\d\\d$`));
  assert.deepEqual(lines.map((line) => [line[2], line[5]]),
    [['撤销：修改', '甲甲有限公司'], ['修改', '乙乙有限公司'], ['修改', '甲甲有限公司']]);
  assert.match(lines[1][3], /行 企业名称/);
  assert.ok(lines.every((line) => line[6] === '手工'));
  // A line leads to its cell.
  await page.click('.changelog tbody tr button');
  await page.gone('.dlg');
  await until(() => page.run(() => document.activeElement.dataset.field === 'enterprise_name'), 'the cell');
});

test('columns are hidden, frozen, and remembered', async () => {
  await page.click('.tabs .layout');
  await page.click('.columns input[data-column=authority]');
  await page.run(() => {
    const select = document.querySelector('#layout-frozen');
    select.value = '3';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.press(Key.ESCAPE);
  await page.gone('.dlg');
  assert.equal((await page.all('th[data-column=authority]')).length, 0);
  const places = await page.run(() => {
    document.querySelector('.gscroll').scrollLeft = 600;
    const left = [...document.querySelectorAll('[role=grid] thead th')].slice(0, 5).map((th) => Math.round(th.getBoundingClientRect().left));
    document.querySelector('.gscroll').scrollLeft = 0;
    return left;
  });
  const still = await page.run(() => [...document.querySelectorAll('[role=grid] thead th')].slice(0, 5).map((th) => Math.round(th.getBoundingClientRect().left)));
  assert.deepEqual(places.slice(0, 4), still.slice(0, 4));
  assert.ok(places[4] < still[4]);
  const kept = await page.run(() => JSON.parse(localStorage.getItem('precheck-columns')));
  assert.deepEqual(kept.penalty, { hidden: ['authority'], frozen: 3 });
  await page.click('.tabs .layout');
  await page.click('.dlg .reset');
  await page.press(Key.ESCAPE);
  await page.see('th[data-column=authority]');
});

test('a block is shown before it overwrites what is there', async () => {
  await top();
  const before = [await text(first('enterprise_name')), await text('tr[data-position="1"] td[data-field=enterprise_name]')];
  await page.click(first('enterprise_name'));
  await page.paste(first('enterprise_name'), '丙公司\n丁公司');
  await page.see('#paste-title');
  await until(async () => (await page.all('.dlg tbody tr')).length === 2, 'two lines');
  assert.match(await page.text('.dlg .lead'), /共改 2 格，其中 2 格已有内容/);
  assert.ok((await page.all('.dlg tbody ins')).length >= 2);
  await page.press(Key.ESCAPE);
  await page.gone('.dlg');
  assert.deepEqual([await text(first('enterprise_name')), await text('tr[data-position="1"] td[data-field=enterprise_name]')], before);
  await page.click(first('enterprise_name'));
  await page.paste(first('enterprise_name'), '丙公司\n丁公司');
  await page.click('.dlg .apply');
  await page.gone('.dlg');
  await until(async () => (await text(first('enterprise_name'))) === '丙公司', 'pasted');
  await page.press(Key.CONTROL, 'z');
  await until(async () => (await text(first('enterprise_name'))) === before[0], 'undone');
  // One cell is like typing.
  await page.click(first('enterprise_name'));
  await page.paste(first('enterprise_name'), '戊公司');
  await until(async () => (await text(first('enterprise_name'))) === '戊公司', 'pasted at once');
  await page.press(Key.CONTROL, 'z');
  await until(async () => (await text(first('enterprise_name'))) === before[0], 'undone');
});

test('a long text has a large editor', async () => {
  await top();
  await page.click(first('penalty_content'));
  await page.press(Key.SHIFT, Key.F2);
  await until(() => page.run(() => document.activeElement.classList.contains('long-text')), 'the large editor');
  const box = await page.run(() => document.querySelector('.long-text').getBoundingClientRect().height);
  assert.ok(box > 250, String(box));
  await page.press(Key.CONTROL, 'a');
  await page.type('罚款人民币五千元整');
  assert.equal(await page.text('.dlg .length'), '9 字');
  await page.press(Key.CONTROL, Key.ENTER);
  await page.gone('.dlg');
  await until(async () => (await text(first('penalty_content'))) === '罚款人民币五千元整', 'the text');
  await page.press(Key.CONTROL, 'z');
});

test('matches are gone through one by one, by mouse and keys', async () => {
  await page.press(Key.CONTROL, 'f');
  await page.type('消防救援');
  await page.press(Key.ENTER);
  const match = async () => /第 (\d+) 处，共 (\d+) 处/.exec((await text('.toast')) ?? '')?.slice(1).map(Number);
  const [first, total] = await until(match, 'a match');
  assert.ok(total > 2);
  assert.match(await page.run(() => document.querySelector('td.foc').innerText), /消防救援/);
  const at = (number) => until(async () => (await match())?.[0] === number, `match ${number}`);
  await page.click('.tabs .find-next');
  await at((first % total) + 1);
  await page.click('.tabs .find-back');
  await at(first);
  for (let back = first; back > 1; back -= 1) {
    await page.press(Key.SHIFT, Key.F3);
    await at(back - 1);
  }
  await page.press(Key.SHIFT, Key.F3);
  await at(total);
  await page.click('.tabs .replace');
  await page.see('#replace-find');
  await page.press(Key.ESCAPE);
  await page.gone('.dlg');
});

test('the file of the log is named in the manifest', async () => {
  await page.run(() => {
    const field = document.querySelector('#find');
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await page.click('.btn.next');
  await page.see('#export-handler');
  await page.run(() => {
    const field = document.querySelector('#export-handler');
    field.value = '包志强';
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.click('.page-h .btn.pri');
  const log = await page.download(/^改动记录_.*\.csv$/, 20_000);
  const manifest = JSON.parse(readFileSync(await page.download(/^回执_.*\.json$/, 20_000), 'utf8'));
  const lines = readFileSync(log, 'utf8');
  assert.ok(lines.startsWith('\uFEFF序号,时间,操作人,操作,'));
  assert.ok(lines.includes('撤销：修改'));
  assert.equal(manifest.change_log.entries, lines.trim().split('\r\n').length - 1);
  assert.ok(manifest.files.some((file) => file.role === 'changes' && file.sm3 === manifest.change_log.sm3));
});
