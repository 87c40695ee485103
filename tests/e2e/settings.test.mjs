// 机构设置: the form changes what is found, stays for the next visit, and everything kept can be seen, copied, cleared.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { openPage, until } from './page.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));

/** Rule: the authority of a record is not the organisation. */
const NOT_OWN = 'A070';

let page;

before(async () => {
  page = await openPage({ today: expected.today });
});

after(async () => {
  await page?.close();
});

async function write(selector, text) {
  const field = await page.see(selector);
  await field.clear();
  await field.sendKeys(text, Key.TAB);
}

const says = (text) => until(() => page.run((wanted) => document.body.innerText.includes(wanted), text), text, 20_000);
const count = async (shelf) => Number((await page.text(`[data-shelf=${shelf}] td.num`)).trim());

test('another name of the organisation changes what is found at once', async () => {
  await page.dropFiles('.drop', join(fixtures, 'penalty.xlsx'));
  await page.see('.pg[data-rule]');
  const found = async () => Number((await page.text(`.pg[data-rule=${NOT_OWN}]`)).match(/(\d+)\s*$/)?.[1]);
  const usual = await found();
  await page.goto('#/settings');
  await write('#set-organisation-name', '开鲁县消防救援大队');
  await write('#set-organisation-aliases', '');
  await page.click('.btn.save');
  await says('机构设置已保存');
  await page.goto('#/check');
  await until(() => page.run(() => document.querySelector('.brand').textContent.includes('开鲁县')), 'the name in the bar');
  await until(async () => (await found()) > usual, 'more records of another authority');
});

test('working days need their ground, and the error leads to the field', async () => {
  await page.goto('#/settings');
  const choice = await page.see('#set-deadline-count');
  await choice.sendKeys('工作日');
  await choice.sendKeys(Key.TAB);
  await write('#set-deadline-days', '0');
  await page.click('.btn.save');
  await page.see('.esum');
  assert.equal((await page.all('.esum li')).length, 2);
  await page.click('.esum li:last-child a');
  assert.equal(await page.run(() => document.activeElement.id), 'set-deadline-basis');
  await write('#set-deadline-basis', '本旗专班会议纪要');
  await write('#set-deadline-days', '15');
  await page.click('.btn.save');
  await page.gone('.esum');
  await says('机构设置已保存');
});

test('a code that cannot be is refused in the words of the engine', async () => {
  await write('#set-organisation-uscc', '11150525MB1K052583');
  await page.click('.btn.save');
  assert.match(await page.text('.esum'), /18 位代码/);
  await write('#set-organisation-uscc', '');
  await page.click('.btn.save');
  await page.gone('.esum');
});

test('they stay for the next visit', async () => {
  await page.driver.navigate().refresh();
  await until(async () => (await (await page.see('#set-deadline-days')).getAttribute('value')) === '15', 'the days');
  assert.equal(await (await page.see('#set-organisation-name')).getAttribute('value'), '开鲁县消防救援大队');
});

test('what is kept is counted, copied, cleared after the word, and restored', async () => {
  assert.equal(await count('profile'), 1);
  assert.ok((await count('drafts')) >= 1);
  await page.click('.btn.clear-all');
  await page.click('.clear-now');
  await says('没有删除');
  await page.click('.dlg .btn.backup');
  const file = await page.download(/备份.*\.json$/);
  await (await page.see('#clear-word')).sendKeys('清除');
  await page.click('.clear-now');
  await page.gone('[role=dialog]');
  await says('本机数据已清除');
  await until(async () => (await count('profile')) + (await count('drafts')) + (await count('draft_sources')) === 0, 'empty shelves');
  await until(async () => (await (await page.see('#set-organisation-name')).getAttribute('value')) === '奈曼旗消防救援大队', 'the built-in name');
  await page.chooseFiles('#restore-backup', file);
  await says('已从备份恢复');
  await until(async () => (await (await page.see('#set-deadline-days')).getAttribute('value')) === '15', 'the days again');
  await page.click('.restore');
  await says('已恢复内置设置');
  await until(async () => (await count('profile')) === 0, 'no profile of this computer');
});
