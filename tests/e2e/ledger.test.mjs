// The ledger: what is checked and exported stands in it; the platform's answer is entered and explained; days filter;
// the dossier opens, prints, and gives the focus back; backup, restore and merge; after a reload it is still there.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { openPage, until } from './page.mjs';
import { printed } from './printed.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));

let page;

before(async () => {
  page = await openPage({ today: expected.today });
});

after(async () => {
  await page?.close();
});

const rows = () =>
  page.run(() =>
    [...document.querySelectorAll('.ltable tbody tr')].map((row) => ({
      id: row.dataset.id,
      name: row.querySelector('.who').innerText.trim(),
      status: row.cells[7].innerText.trim(),
      left: row.cells[6].innerText.trim(),
      due: row.cells[5].innerText.trim(),
    })),
  );
const scope = (at) => page.click(`.ltools .seg button:nth-child(${at})`);
const goLedger = async () => {
  await page.click('.nav a[href="#/ledger"]');
  await page.see('.duestrip');
};
const write = async (selector, text) => {
  const field = await page.see(selector);
  await field.clear();
  await field.sendKeys(text);
};

test('an empty ledger says how it fills; the sample does not enter it', async () => {
  await goLedger();
  assert.match(await page.text('.led'), /台账里还没有记录/);
});

test('records of a batch are due; those that left are marked with their file', async () => {
  await page.click('.nav a.step');
  await page.dropFiles('.drop', join(fixtures, 'penalty.xlsx'));
  await page.see('[role=grid]');
  await page.gone('.batch [role=progressbar], [data-judging]');
  await goLedger();
  await page.see('.ltable');
  const pending = await rows();
  assert.ok(pending.length > 20 && pending.every((row) => row.status === '待导出'), `${pending.length} pending`);
  await page.click('.nav a.step:nth-of-type(3)');
  await page.see('#export-title');
  await page.click('.page-h .btn.pri');
  await page.download(/\.(xlsx|zip)$/);
  await goLedger();
  const left = await until(async () => {
    const found = (await rows()).filter((row) => row.status === '已导出');
    return found.length > 0 && found;
  }, 'exported records');
  assert.ok(left.length < pending.length, 'those with errors stay');
  assert.ok(left.every((row) => row.left === '已完成'));
});

test('a day of the strip is a filter', async () => {
  const count = await page.run(() => {
    const day = [...document.querySelectorAll('.tl li button')].find((button) => !button.disabled);
    day.id = 'day';
    return Number(day.querySelector('.ct').innerText);
  });
  await page.click('#day');
  await until(async () => (await rows()).length === count, `${count} due on the day`);
  assert.equal(new Set((await rows()).map((row) => row.due)).size, 1);
  assert.equal(await page.run(() => document.querySelector('#day').getAttribute('aria-pressed')), 'true');
  await page.click('#day');
  await until(async () => (await rows()).length > count, 'all again');
});

test('search folds width; arrows, Enter and Esc work, and the focus comes back', async () => {
  await scope(3);
  const [one] = await until(async () => {
    const found = await rows();
    return found.length > 0 && found.every((row) => row.status === '已导出') && found;
  }, 'only what waits');
  await write('#find', one.name);
  await until(async () => (await rows()).every((row) => row.name === one.name), 'the search');
  await page.run(() => document.querySelector('.ltable .who').focus());
  await page.press(Key.ENTER);
  await page.see('.drawer');
  assert.equal(await page.text('.drawer h2'), one.name);
  assert.ok(await page.run(() => document.activeElement.matches('.drawer h2')), 'the drawer has the focus');
  assert.match(await page.text('.evt'), /导出于“.*”/);
  await page.press(Key.ESCAPE);
  await page.gone('.drawer');
  assert.ok(await page.run(() => document.activeElement.matches('.who')), 'the row has the focus again');
});

test('a rejection is explained while it is pasted, and shows its remedy in the dossier', async () => {
  await page.press(' ');
  await page.click('.page-h .btn.pri');
  await page.see('#answer-words');
  await page.click('.outcome label:nth-of-type(2) input');
  await page.click('.dlg footer .pri');
  assert.match(await page.text('.dlg [role=alert]'), /平台的提示/);
  await write('#answer-words', '1001 未查询到主体或查询到的主体信息不匹配');
  await page.see('.dlg .remedy');
  assert.match(await page.text('.dlg .remedies'), /营业执照/);
  await page.click('.dlg footer .pri');
  await page.gone('.dlg');
  await write('#find', ' ');
  await scope(4);
  const [rejected] = await until(async () => {
    const found = await rows();
    return found.length === 1 && found;
  }, 'one rejected record');
  assert.equal(rejected.status, '平台退回');
  await page.click('.ltable .who');
  await page.see('.drawer .remedy');
  assert.match(await page.text('.drawer .remedy'), /A00/);
});

test('the dossier prints with its words and signature fields', async () => {
  await page.click('.drawer .recs .btn');
  await page.see('.rep');
  const paper = await printed(page);
  assert.ok(paper.pages >= 1);
  for (const words of ['企业信用档案', '承办人', '审核人', '平台退回', '1001']) {
    assert.ok(paper.text.includes(words), words);
  }
  assert.ok(!paper.text.includes('返回台账'), 'buttons stay off the paper');
  await page.click('.rep-tools .btn');
  await page.see('.ltable');
});

let backup;

test('accepted records are gathered; the ledger is still there after a reload', async () => {
  await scope(3);
  await until(async () => (await rows()).every((row) => row.status === '已导出'), 'what waits');
  const waiting = (await rows()).length;
  await page.click('.ltable thead input');
  await page.click('.page-h .btn.pri');
  await page.see('#answer-words');
  await page.click('.dlg footer .pri');
  await page.gone('.dlg');
  await scope(1);
  await until(async () => (await rows()).filter((row) => row.status === '已归集').length === waiting, 'gathered');
  const all = (await rows()).length;
  await page.click('.page-h .btns > .btn');
  backup = await page.download(/^台账.*\.json$/);
  await page.goto('about:blank');
  await page.goto('#/ledger');
  await page.see('.ltable');
  assert.equal((await rows()).length, all);
  // 时限 on the first screen.
  await page.click('.nav a.step');
  assert.match(await page.text('.card.due'), /条/);
  await goLedger();
});

test('a batch that left before is warned of', async () => {
  await page.click('.nav a.step');
  await page.dropFiles('.drop', join(fixtures, 'penalty.xlsx'));
  await page.see('[role=grid]');
  await page.gone('.batch [role=progressbar], [data-judging]');
  await page.see('.pg[data-rule=V005]');
  await goLedger();
});

test('merge adds what is new, once; restore asks and replaces; a wrong file is refused', async () => {
  const before = (await rows()).length;
  const file = JSON.parse(readFileSync(backup, 'utf8'));
  assert.equal(file.format, 'precheck-ledger');
  const stranger = structuredClone(file.entries[0]);
  stranger.facts.id = 'f'.repeat(32);
  stranger.facts.name = '奈曼旗另一台电脑商贸有限公司';
  const merged = backup.replace(/\.json$/, '-merge.json');
  writeFileSync(merged, JSON.stringify({ ...file, entries: [stranger, ...file.entries] }));
  await page.chooseFiles('input.merge', merged);
  await until(async () => (await rows()).length === before + 1, 'one more');
  await page.chooseFiles('input.merge', merged);
  await until(async () => /新增 0 条，更新 0 条/.test(await page.text('.toast')), 'nothing new');
  assert.equal((await rows()).length, before + 1);

  const small = backup.replace(/\.json$/, '-small.json');
  writeFileSync(small, JSON.stringify({ ...file, entries: [stranger] }));
  await page.chooseFiles('input.restore', small);
  await page.see('.dlg');
  assert.match(await page.text('.dlg .body'), /替换/);
  await page.click('.dlg footer .pri');
  await until(async () => (await rows()).length === 1, 'only what the file holds');

  const wrong = backup.replace(/\.json$/, '-wrong.json');
  writeFileSync(wrong, '{"format":"something"}');
  await page.chooseFiles('input.restore', wrong);
  await until(async () => /不是台账备份/.test(await page.text('.toast')), 'the refusal');
  assert.equal((await rows()).length, 1);
  assert.deepEqual(await page.complaints(), []);
});
