// 名单核查: lists are loaded from files, enterprises compared with them, alike names judged by a person, the result
// saved and read back; what is loaded and judged is there after a reload.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { today, workbook } from './job.mjs';
import { openPage, until } from './page.mjs';
import { withOpenpyxl } from './readers.mjs';
import { uscc } from './workbook.mjs';

const HIT = uscc(1);
const MILD = uscc(2);
const CLEAR = uscc(3);
const dir = mkdtempSync(join(tmpdir(), 'precheck-lists-'));

let page;

const file = (name, rows) => {
  const path = join(dir, name);
  writeFileSync(path, `\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);
  return path;
};
const days = (before) => {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - before);
  return day.toISOString().slice(0, 10);
};

before(async () => {
  page = await openPage({ today });
});

after(async () => {
  await page?.close();
  rmSync(dir, { recursive: true, force: true });
});

const rows = () =>
  page.run(() =>
    [...document.querySelectorAll('.lists .results tbody tr')].map((row) => ({
      standing: row.dataset.standing,
      text: row.innerText.replace(/\s+/g, ' '),
    })),
  );
const list = (number) => page.run((at) => document.querySelector(`tr[data-list="${at}"]`).innerText, number);
const day = (number) => page.run((at) => document.querySelector(`tr[data-list="${at}"] .day`).value, number);
const load = (...paths) => page.chooseFiles('.lists-file', ...paths);
/** Pastes a text in place of the one in the field. */
const write = async (text) => {
  await page.click('#lists-text');
  await page.run((value) => {
    const field = document.querySelector('#lists-text');
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
};

test('without lists nothing is said of anybody', async () => {
  await page.click('.nav a[href="#/lists"]');
  await page.see('.lists-warning');
  assert.match(await page.text('.lists-warning'), /等 13 类尚未载入/);
  assert.match(await page.driver.getTitle(), /名单核查/);
  await write(HIT);
  await page.press(Key.CONTROL, Key.ENTER);
  await until(async () => /还没有载入名单/.test(await page.text('[role=status] .toast')), 'a word about lists');
  assert.equal((await rows()).length, 0);
});

test('lists are known by their files; one that does not say so is asked about', async () => {
  const safety = file(`安全生产严重失信主体名单_${days(6).replaceAll('-', '')}.csv`, [
    ['序号', '单位名称', '统一社会信用代码', '列入日期', '列入决定机关', '移出日期'],
    ['1', '奈曼旗义隆永矿业有限公司', HIT, '2023-02-17', '通辽市应急管理局', ''],
    ['2', '奈曼旗已移出有限公司', CLEAR, '2022-02-17', '通辽市应急管理局', '2023-01-01'],
  ]);
  const odd = file('经营异常.csv', [
    [`经营异常名录（截至 ${days(200)}）`],
    ['企业名称', '统一社会信用代码', '列入日期', '列入原因'],
    ['奈曼旗舍力虎水产有限公司', MILD, '2023-01-09', '通过登记的住所无法联系'],
  ]);
  const unnamed = file('导出结果.csv', [
    ['名称', '组织机构代码'],
    ['奈曼旗牧歌餐饮管理公司', ''],
    ['=奈曼旗牧歌商贸公司', ''],
  ]);
  await load(safety, odd, unnamed);
  await page.see('#lists-which');
  await page.click('.lists-take');
  assert.match(await page.text('[role=dialog] [role=alert]'), /先选择一类名单/);
  await page.run(() => {
    document.querySelector('#lists-which').value = '3';
  });
  await page.click('.lists-take');
  await page.gone('[role=dialog]');
  await until(async () => /2/.test(await list(4)) && !/未载入/.test(await list(4)), 'the list that was asked about');
  assert.equal(await day(10), days(6));
  assert.equal(await day(4), today, 'without a day that of loading');
  assert.equal(await day(1), days(200));
  assert.match(await page.text('.lists-warning'), /等 10 类尚未载入，「经营异常名录」数据已逾 5 个月。结论只对已载入的名单有效/);
  assert.match(await list(13), /未载入/);
});

test('the day of a list can be changed, and not to one to come', async () => {
  const set = async (text) => {
    const field = await page.see('tr[data-list="1"] .day');
    await field.click();
    await page.press(Key.CONTROL, 'a');
    await page.type(text);
    await page.press(Key.TAB);
  };
  await set('2099-01-01');
  await until(async () => /不晚于核查基准日/.test(await page.text('[role=status] .toast')), 'a word about the day');
  assert.equal(await day(1), days(200));
  await set(days(3).replaceAll('-', '/'));
  await until(async () => (await day(1)) === days(3), 'the new day');
  await until(async () => !/逾 5 个月/.test(await page.text('.lists-warning')), 'no old list');
});

test('a code is a hit, an alike name a question, the rest is on none of the lists that are loaded', async () => {
  await write(`企业名称\t统一社会信用代码\n${HIT}\n奈曼旗舍力虎水产有限公司\t${MILD}\n奈曼旗牧歌餐饮管理有限公司\n奈曼旗无事宾馆 ${CLEAR}\n9115052`);
  await page.press(Key.CONTROL, Key.ENTER);
  await page.see('.lists .results tbody tr');
  assert.equal(await page.text('.lists .counts'), '命中 2 户，待人工核对 1 户，未命中 1 户');
  const found = await rows();
  assert.deepEqual(found.map((row) => row.standing), ['hit', 'hit', 'open', 'clear']);
  assert.match(found[0].text, /奈曼旗义隆永矿业有限公司.*安全生产领域失信生产经营单位 列入 2023-02-17，通辽市应急管理局 信用代码一致 依法予以限制或禁入/);
  assert.match(found[1].text, /经营异常名录 列入 2023-01-09，通过登记的住所无法联系 信用代码一致 作为审查的重要因素/);
  assert.match(found[2].text, /名单中为「奈曼旗牧歌餐饮管理公司」，无代码 名称相近，需人工核对/);
  assert.match(found[3].text, /未列入已载入的 3 类名单 未命中/);
  assert.match(await page.text('.lists-unread'), /「9115052」共 1 行/);
  assert.doesNotMatch(await page.text('.lists'), /信用良好/);
});

test('a judgement is kept with its moment, can be taken back, and the focus stays at it', async () => {
  await page.click('.results .other');
  await page.see('.take-back');
  assert.equal(await page.text('.lists .counts'), '命中 2 户，待人工核对 0 户，未命中 2 户');
  assert.ok(await page.run(() => document.activeElement.matches('.take-back')), 'the focus is at the judgement');
  await page.click('.take-back');
  await page.click('.results .same');
  await page.see('.take-back');
  assert.equal(await page.text('.lists .counts'), '命中 3 户，待人工核对 0 户，未命中 1 户');
  assert.match((await rows()).find((row) => /牧歌/.test(row.text)).text, new RegExp(`已判定为同一企业 .*${today}`));
});

test('the result is saved as a workbook without formulas', async () => {
  await page.click('.lists-export');
  const path = await page.download(/名单核查表.*\.xlsx$/);
  const [sheet] = withOpenpyxl(path);
  const line = (of) => sheet.rows.find((row) => row[0] === of || row[1] === of);
  assert.deepEqual(sheet.rows[0].slice(0, 4), ['企业名称', '统一社会信用代码', '核查结论', '名单']);
  assert.deepEqual(line(HIT).slice(2, 6), ['命中', '安全生产领域失信生产经营单位', days(6), '奈曼旗义隆永矿业有限公司']);
  assert.equal(line(CLEAR)[2], '未列入已载入的 3 类名单');
  assert.equal(line('奈曼旗牧歌餐饮管理有限公司')[10], '已判定为同一企业');
  assert.equal(line('核查基准日')[1], today);
  assert.match(line('未载入的名单')[1], /统计领域严重失信企业/);
  assert.equal(line('未核查的行')[1], '9115052');
});

test('lists, judgements and the check are there after a reload', async () => {
  await page.goto('about:blank');
  await page.goto('#/lists');
  await page.see('.results .take-back');
  assert.equal(await page.text('.lists .counts'), '命中 3 户，待人工核对 0 户，未命中 1 户');
  assert.equal(await day(1), days(3));
  assert.match(await page.run(() => document.querySelector('#lists-text').value), /牧歌/);
});

test('enterprises of the open batch are taken over, each once', async () => {
  await page.click('.lists-bring');
  await until(async () => /没有打开的表格/.test(await page.text('[role=status] .toast')), 'a word about the batch');
  await page.click('.nav a.step');
  await page.dropFiles('.drop', workbook);
  await page.see('[role=grid]');
  await page.gone('.batch [role=progressbar], [data-judging]');
  await page.click('.nav a[href="#/lists"]');
  await page.see('#lists-text');
  const value = () => page.run(() => document.querySelector('#lists-text').value);
  const before = await value();
  await page.click('.lists-bring');
  await until(async () => (await value()).length > before.length, 'enterprises of the batch');
  const text = await value();
  assert.ok(text.startsWith(before.trimEnd()), 'what was typed stays');
  await page.click('.lists-bring');
  await until(async () => /已带入 0 户/.test(await page.text('[role=status] .toast')), 'nothing twice');
  assert.equal(await value(), text);
});

test('what is no list is refused in words, and a list can be removed', async () => {
  await load(file('杂项.csv', [['a', 'b'], ['1', '2']]));
  await until(async () => /「杂项.csv」没有载入：没有找到/.test(await page.text('[role=status] .toast')), 'a refusal');
  await page.click('tr[data-list="10"] .ibtn');
  await until(async () => /未载入/.test(await list(10)), 'the list is gone');
  assert.equal((await page.complaints()).length, 0);
});
