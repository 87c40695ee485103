// 机构设置: tables of the profile (publicity terms, holidays, duty list), what they change before they are saved, and the
// profile as a file with all of it.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { openPage, until } from './page.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));

let page;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'precheck-settings-'));
  page = await openPage({ today: expected.today });
  await page.dropFiles('.drop', join(fixtures, 'penalty.xlsx'));
  await page.see('.pg[data-rule]');
  await page.gone('.batch [role=progressbar], [data-judging]');
});

after(async () => {
  await page?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function write(selector, text) {
  const field = await page.see(selector);
  await field.clear();
  await field.sendKeys(text, Key.TAB);
}

const active = () => page.run(() => document.activeElement.id);
const value = async (selector) => (await page.see(selector)).getAttribute('value');
const effect = () => page.run(() => document.querySelector('.effect').innerText);
const says = (text) => until(() => page.run((wanted) => document.body.innerText.includes(wanted), text), text, 20_000);
const counts = () => page.run(() => [...document.querySelectorAll('.pg[data-rule]')].map((group) => group.innerText));

test('what a change would do to the batch is said before it is saved, and nothing changes by it', async () => {
  const usual = await counts();
  await page.goto('#/settings');
  await page.see('#set-deadline-days');
  assert.equal(await effect(), '');
  await write('#set-deadline-days', '3');
  const said = await until(async () => /T001 .* \d+ → \d+/.exec(await effect())?.[0], 'the effect');
  const [, before, now] = said.match(/(\d+) → (\d+)/).map(Number);
  assert.ok(now > before, said);
  assert.match(await effect(), /错误 \d+ → \d+，警告 \d+ → \d+/);
  await page.goto('#/check');
  await page.see('.pg[data-rule]');
  assert.deepEqual(await counts(), usual, 'the batch is as it was');
  await page.goto('#/settings');
  await write('#set-deadline-days', '3');
  await until(async () => (await effect()) !== '', 'the effect');
  await page.click('.btn.save');
  await says('机构设置已保存');
  await until(async () => (await effect()) === '', 'nothing to say');
  await page.goto('#/check');
  await until(async () => (await page.text('.pg[data-rule=T001]')).includes(String(now)), 'what it said');
  await page.goto('#/settings');
  await write('#set-deadline-days', '20');
});

test('rows are added, filled in and taken out with the keyboard, and faults lead to their cell', async () => {
  await page.run(() => document.getElementById('set-publicity-terms-add').focus());
  await page.press(Key.ENTER);
  await until(async () => (await active()) === 'set-publicity-terms-0-from', 'the first cell');
  await page.type('2023年');
  await page.press(Key.TAB);
  await page.type('2');
  await page.press(Key.TAB);
  await page.type('x');
  await page.press(Key.TAB);
  await page.click('.btn.save');
  await page.see('.esum');
  assert.equal((await page.all('.esum li')).length, 2);
  await page.click('.esum li:first-child a');
  assert.equal(await active(), 'set-publicity-terms-0-from');
  assert.match(await page.text('#set-publicity-terms-0-from-fault'), /第 1 行「自（决定日期）」应写作/);
  await write('#set-publicity-terms-0-from', '2023-01-01');
  await write('#set-publicity-terms-0-serious_years', '4');
  await until(async () => /→/.test(await effect()), 'other publicity ends');
  // A second row goes again; the focus stays in the table.
  await page.click('#set-publicity-terms-add');
  await page.see('#set-publicity-terms-1-from');
  await page.run(() => document.getElementById('set-publicity-terms-1-out').focus());
  await page.press(Key.ENTER);
  await page.gone('#set-publicity-terms-1-from');
  await until(async () => (await active()) === 'set-publicity-terms-add', 'the button below');
});

test('a day off is added over the built-in calendar and counts', async () => {
  assert.match(await page.run(() => document.querySelector('.years [data-year="2026"]').textContent), /放假.*10-01/);
  await page.click('#set-holidays-add');
  await write('#set-holidays-0-day', '2027-01-01');
  await write('#set-holidays-0-basis', '国办发明电〔2026〕1号');
  await page.click('.btn.save');
  await page.gone('.esum');
  await until(
    () => page.run(() => document.querySelector('.years [data-year="2027"]')?.textContent.includes('01-01')),
    'the year with its day',
  );
});

test('a duty list comes from a table and is judged by', async () => {
  const list = join(folder, '权力清单.csv');
  writeFileSync(list, '\ufeff奈曼旗消防救援大队权力清单,,,,\r\n序号,事项编码,事项名称,设定依据,罚款幅度\r\n1,3201,占用防火间距,消防法第六十条,5000元以上5万元以下\r\n');
  await page.chooseFiles('#set-duty_list-file', list);
  await page.see('#set-duty_list-0-name');
  assert.equal(await value('#set-duty_list-0-code'), '3201');
  assert.equal(await value('#set-duty_list-0-fine_to'), '50000');
  await until(async () => /S009 .* 0 → \d+/.test(await effect()), 'matters that are on no list');
  const wrong = join(folder, '别的.csv');
  writeFileSync(wrong, '序号,备注\r\n1,甲\r\n');
  await page.chooseFiles('#set-duty_list-file', wrong);
  await says('没有「事项名称」列');
  assert.equal(await value('#set-duty_list-0-name'), '占用防火间距');
  await page.click('.btn.save');
  await says('机构设置已保存');
  await page.goto('#/check');
  await page.see('.pg[data-rule=S009]');
});

test('all of it goes into a file and comes back', async () => {
  await page.goto('#/settings');
  await write('#set-batch_prefix', 'NM119');
  await write('#set-deadline-remind_days', '7');
  await page.click('.btn.save');
  await until(async () => (await effect()) === '', 'saved');
  await page.click('.page-h .btns button.btn:not(.pri)');
  const file = await page.download(/奈曼旗消防救援大队\.json$/);
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  assert.deepEqual(kept.holidays, [{ day: '2027-01-01', kind: 'off', basis: '国办发明电〔2026〕1号' }]);
  assert.deepEqual(kept.publicity.terms, [{ from: '2023-01-01', default_years: 2, serious_years: 4, basis: '' }]);
  assert.equal(kept.duty_list[0].fine_from, 5000);
  assert.deepEqual([kept.batch_prefix, kept.deadline.remind_days], ['NM119', 7]);
  await page.click('.restore');
  await says('已恢复内置设置');
  await page.gone('#set-duty_list-0-name');
  await page.chooseFiles('#load-profile', file);
  await until(async () => (await page.all('#set-duty_list-0-name')).length === 1, 'the list again');
  assert.equal(await value('#set-batch_prefix'), 'NM119');
  await page.goto('#/export');
  await until(async () => (await value('#export-batch')) === 'NM119-20230630-01', 'the number of the batch');
  assert.deepEqual(await page.complaints(), []);
});
