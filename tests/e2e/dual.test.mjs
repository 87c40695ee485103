// 双告知: a pushed list is loaded and compared with the licences of the ledger; each result is handled; what can be fed
// back leaves in a file; after a reload all of it is there, and clearing takes it away.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { judged } from './job.mjs';
import { openPage, until } from './page.mjs';
import { withOpenpyxl } from './readers.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');
const { today } = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));
const dir = mkdtempSync(join(tmpdir(), 'precheck-dual-'));
const list = join(dir, '双告知推送_20230620.csv');
const LICENSED = '通辽市奈曼旗治安镇影院七厂';
const OTHER = '奈曼旗义隆永影院七专业合作社';
const LATE = '奈曼旗牧歌餐饮管理有限公司';
const NEW = '奈曼旗蓝湾洗浴服务有限公司';

let page;

before(async () => {
  writeFileSync(list, `\ufeff${[
    '企业名称,统一社会信用代码,推送日期,涉及经营项目',
    `${LICENSED},91150525MA1020018J,2023-06-05,电影放映场所`,
    `${OTHER},91150525MA0N8B4T4G,2023/6/10,电影放映场所`,
    `${LATE},9115052552775997X6,2023年6月5日,"餐饮服务，营业面积 420 ㎡"`,
    `${NEW},91150525MA13YBEP00,2023-06-20,=1+1`,
  ].join('\r\n')}\r\n`);
  page = await openPage({ today, width: 1366, height: 768 });
});

after(async () => {
  rmSync(dir, { recursive: true, force: true });
  await page?.close();
});

const go = async () => {
  await page.click('.nav a[href="#/dual"]');
  await page.see('.page.dual');
};
const rows = () => page.run(() => [...document.querySelectorAll('.dual tbody tr')].map((row) => ({
  name: row.cells[0].innerText.split('\n')[0].trim(),
  pushed: row.cells[1].innerText.trim(),
  licence: row.cells[3].innerText.trim(),
  result: row.cells[4].innerText.split('\n')[0].trim(),
  on: row.cells[5].innerText.trim(),
})));
const of = async (name) => (await rows()).find((row) => row.name === name);
const figures = () => page.run(() => [...document.querySelectorAll('.dual .stat b')].map((count) => Number(count.innerText)));
const result = (name, wanted) => until(async () => (await of(name))?.result === wanted, `${name}: ${wanted}`);
const handle = async (name) => {
  await page.run((wanted) => [...document.querySelectorAll('.dual tbody tr')]
    .find((row) => row.cells[0].innerText.includes(wanted)).querySelector('.handle').click(), name);
  await page.see('#dual-day');
};

test('without a list it says where to get one', async () => {
  await go();
  assert.match(await page.text('.page.dual'), /还没有推送名单/);
});

test('a file that is no list is refused in words', async () => {
  const wrong = join(dir, 'wrong.csv');
  writeFileSync(wrong, '甲,乙\n1,2\n');
  await page.chooseFiles('.dual-file', wrong);
  await until(() => page.run(() => document.body.innerText.includes('文件里没有「企业名称」')), 'the reason');
});

test('every enterprise is compared with the licences of the ledger', async () => {
  await page.click('.nav a.step');
  await page.dropFiles('.drop', join(fixtures, 'license-grant.ods'));
  await page.see('[role=grid]');
  await judged(page);
  await page.click('.nav a[href="#/ledger"]');
  await page.see('.ltable tbody tr');
  await go();
  await page.chooseFiles('.dual-file', list);
  await until(async () => (await rows()).length === 4, 'the list');
  assert.deepEqual(await of(LICENSED), {
    name: LICENSED, pushed: '2023-06-05', licence: '奈消安检许字〔2023〕第0010号', result: '已办许可，未反馈', on: '—',
  });
  assert.equal((await of(OTHER)).result, '许可与登记的信用代码不一致');
  assert.equal((await of(OTHER)).pushed, '2023-06-10');
  assert.equal((await of(LATE)).result, '已推送 25 天，无办理记录');
  assert.equal((await of(NEW)).result, '办理中');
  assert.deepEqual(await figures(), [4, 0, 3, 1, 0]);
  await page.click('.dual .seg button:nth-child(2)');
  assert.equal((await rows()).length, 3);
  await page.click('.dual .seg button:nth-child(1)');
});

test('lines are handled, by keys as well, and the mark can be taken back', async () => {
  await page.run(() => document.querySelector('.dual .handle').focus());
  const first = await page.run(() => document.activeElement.getAttribute('aria-label'));
  await page.press(Key.ARROW_DOWN);
  const second = await page.run(() => document.activeElement.getAttribute('aria-label'));
  assert.notEqual(first, second);
  await page.press(Key.ARROW_UP);
  assert.equal(await page.run(() => document.activeElement.getAttribute('aria-label')), first);
  await page.press(Key.ENTER);
  await page.see('#dual-day');
  await page.press(Key.ESCAPE);
  await page.gone('[role=dialog]');
  await until(() => page.run((label) => document.activeElement.getAttribute('aria-label') === label, first), 'the focus to come back');

  await handle(LATE);
  const day = await page.see('#dual-day');
  await day.clear();
  await day.sendKeys('昨天');
  await page.click('.dual-not');
  await until(() => page.run(() => document.body.innerText.includes('不是日期')), 'the reason');
  await day.clear();
  await day.sendKeys('2023-06-29');
  await page.click('.dual-not');
  await result(LATE, '不涉及本机构许可');
  assert.equal((await of(LATE)).on, '2023-06-29');
  await handle(LATE);
  await page.click('.dual-back');
  await result(LATE, '已推送 25 天，无办理记录');
  await handle(LATE);
  await page.click('.dual-way');
  await result(LATE, '办理中');
  await handle(LICENSED);
  await page.click('.dual-fed');
  await result(LICENSED, '已反馈');
  assert.deepEqual(await figures(), [4, 1, 1, 2, 0]);
});

test('what can be fed back leaves in a file', async () => {
  await handle(NEW);
  await page.click('.dual-not');
  await result(NEW, '不涉及本机构许可');
  await page.click('.dual-make');
  const [sheet] = withOpenpyxl(await page.download(/双告知反馈.*\.xlsx$/));
  assert.deepEqual(sheet.rows.map((row) => [row[0], row[4], row[6]]), [
    ['企业名称', '许可文书编号', '办理结果'],
    [LICENSED, '奈消安检许字〔2023〕第0010号', '已许可'],
    [NEW, sheet.rows[2][4], '不涉及'],
  ]);
  assert.ok(!sheet.rows[2][4], 'without a licence no number');
  assert.equal(sheet.rows[2][3], '=1+1', 'a text, and no formula');
});

test('after a reload all of it is there, the same list adds nothing, and clearing takes it away', async () => {
  await page.driver.navigate().refresh();
  await until(async () => (await rows()).length === 4, 'the list');
  await result(LICENSED, '已反馈');
  await page.chooseFiles('.dual-file', list);
  await until(() => page.run(() => document.body.innerText.includes('4 户，其中新增 0 户')), 'what came of it');
  assert.equal((await of(LATE)).result, '办理中');
  await page.click('.nav a[href="#/settings"]');
  await page.click('.clear-all');
  await page.see('#clear-word');
  await page.click('#clear-word');
  await page.type('清除');
  await page.click('.clear-now');
  await page.gone('[role=dialog]');
  await go();
  await until(async () => (await page.text('.page.dual')).includes('还没有推送名单'), 'nothing is left');
});
