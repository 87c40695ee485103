// The rule book: found, filtered, read; a rule is switched off with a reason, its findings go, and that is said.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openPage, until } from './page.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));
const published = readFileSync(join(root, 'crates', 'rules', 'published.csv'), 'utf8').trim().split('\n').length - 1;

let page;
let loaded;

before(async () => {
  page = await openPage({ today: expected.today, address: '#/rules' });
  await page.see('.rulelist tbody tr');
  loaded = Date.now();
});

after(async () => {
  await page?.close();
});

const listed = () =>
  page.run(() => [...document.querySelectorAll('.rulelist tbody tr')].map((row) => row.dataset.rule));

/** Chooses an entry of a list as a person would. */
const choose = (selector, value) =>
  page.run(
    (target, wanted) => {
      const list = document.querySelector(target);
      list.value = wanted;
      list.dispatchEvent(new Event('change', { bubbles: true }));
      return list.value === wanted;
    },
    selector,
    value,
  );

async function write(selector, text) {
  const field = await page.see(selector);
  await field.clear();
  await field.sendKeys(text);
}

const judged = () => page.gone('.batch [role=progressbar], [data-judging]');

test('the address opens the rule book, with every published rule', async () => {
  await page.see('.rulelist');
  assert.equal((await listed()).length, published);
  assert.match(await page.text('.nav [aria-current=page]'), /规则目录/);
});

test('search and filters narrow the list', async () => {
  await write('#find', 'GB 32100');
  await until(async () => (await listed()).length < published, 'fewer rules');
  assert.ok((await listed()).includes('A004'));
  await write('#find', ' ');
  assert.ok(await choose('[data-filter=dimension]', 'privacy'));
  await until(async () => (await listed()).every((code) => code.startsWith('P')), 'only rules on privacy');
  assert.ok(await choose('[data-filter=severity]', 'error'));
  await until(async () => (await listed()).join() === 'P001,P003,P005', 'its errors');
  await page.click('.rulelist tr[data-rule=P001] button');
  await page.see('.rule[data-rule=P001]');
  assert.equal((await page.all('#rule-level')).length, 0, 'no choice for an error that protects privacy');
  assert.ok(await choose('[data-filter=severity]', ''));
  assert.ok(await choose('[data-filter=dimension]', ''));
  assert.ok(await choose('[data-filter=kind]', 'blacklist'));
  await until(async () => !(await listed()).includes('A081'), 'only rules of the kind');
  assert.ok(await choose('[data-filter=kind]', ''));
  await until(async () => (await listed()).length === published, 'every rule again');
});

test('a rule shows what, why, how, basis and examples', async () => {
  await page.click('.rulelist tr[data-rule=A004] button');
  await page.see('.rule[data-rule=A004]');
  const card = await page.text('.rule');
  for (const part of ['查什么', '为什么', '怎么改', '法规依据', 'GB 32100', '示例']) assert.ok(card.includes(part), part);
  assert.ok((await page.all('.rule .ex .bad')).length >= 2);
  assert.ok((await page.all('.rule .ex .good')).length >= 2);
});

test('the records of a rule are shown', async () => {
  await page.click('.nav .step');
  await page.dropFiles('.drop', join(fixtures, 'penalty.xlsx'));
  await page.see('[role=grid]');
  await judged();
  await page.click('.nav a[href="#/rules"]');
  await page.click('.rulelist tr[data-rule=A004] button');
  await page.click('.rule .rows button');
  await page.see('[role=grid]');
  await until(
    async () =>
      (await page.run(() => [...document.querySelectorAll('.pg[data-rule]')].map((g) => g.dataset.rule).join())) === 'A004',
    'only this rule in the panel',
  );
  await page.click('.det .hd .link');
  await page.see('.rule[data-rule=A004]');
});

test('a rule is switched off with a reason, and the check screen names the change', async () => {
  assert.ok(await choose('#rule-level', 'off'));
  await page.click('.setting .apply');
  await page.see('#rule-reason-fault');
  await write('#rule-reason', '企业正在换发执照');
  await page.click('.setting .apply');
  await page.see('.rulelist tr[data-rule=A004][data-severity=off]');
  assert.match(await page.text('.setting .reason'), /企业正在换发执照/);
  await page.click('.nav .step:nth-of-type(2)');
  await page.see('[role=grid]');
  await judged();
  assert.match(await page.text('.pone.changed'), /1 条规则/);
  await until(async () => (await page.all('.pg[data-rule=A004]')).length === 0, 'its findings to go');
});

test('the export names the change and its reason', async () => {
  await page.click('.batch .next');
  await until(async () => (await page.text('.chkl')).includes('企业正在换发执照'), 'the line of the preflight list');
});

test('the profile is saved, the change taken back, and the file brings it again', async () => {
  await page.click('.nav a[href="#/rules"]');
  await page.see('.rulelist');
  await page.click('.page-h .btns .btn:nth-of-type(2)');
  const file = await page.download(/^机构设置.*\.json$/);
  const profile = JSON.parse(readFileSync(file, 'utf8'));
  assert.deepEqual(profile.severity, [
    { rule: 'uscc-check-character', severity: 'off', reason: '企业正在换发执照' },
  ]);
  await page.click('.rulelist tr[data-rule=A004] button');
  await page.click('.setting .restore');
  await page.see('.rulelist tr[data-rule=A004][data-severity=error]');
  await page.chooseFiles('#profile-file', file);
  await page.see('.rulelist tr[data-rule=A004][data-severity=off]');
});

test('nothing leaves the page', async () => {
  assert.deepEqual(await page.complaints(), []);
  assert.deepEqual(await page.requestsSince(loaded), []);
});
