// The check report: reached from the check, complete, on A4 in every theme, signed by hand.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openPage, until } from './page.mjs';
import { printed } from './printed.mjs';
import { root } from './server.mjs';

const fixtures = join(root, 'tests', 'fixtures');
const expected = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));
const penalty = expected.tables.find((table) => table.file === 'penalty.xlsx');

let page;

before(async () => {
  page = await openPage({ today: expected.today });
});

after(async () => {
  await page?.close();
});

test('without records the report leads to the first screen', async () => {
  await page.goto('#/report');
  await page.see('.drop');
});

test('it counts what the check counts', async () => {
  await page.dropFiles('.drop', join(fixtures, 'penalty.xlsx'));
  await page.see('[role=grid]');
  await page.gone('.batch [role=progressbar], [data-judging]');
  await page.click('.batch .report');
  await page.see('.rep .found tbody tr');
  const sum = await page.run(() =>
    [...document.querySelectorAll('.rep .counts .sum td')].slice(1).map((cell) => Number(cell.innerText)),
  );
  assert.equal(sum[0], penalty.rows);
  assert.equal(sum[1] + sum[2] + sum[3], penalty.rows);
  const rules = await page.run(() => [...document.querySelectorAll('.rep .found tbody tr')].map((row) => row.cells[1].innerText));
  for (const { rule } of penalty.expect.filter((finding) => finding.rule !== 'A014')) {
    assert.ok(rules.includes(rule), `${rule} is listed`);
  }
});

test('it prints in every theme, white, with its words and without the buttons', async () => {
  const heights = new Set();
  for (let theme = 0; theme < 3; theme += 1) {
    const paper = await printed(page);
    assert.ok(paper.pages >= 1 && paper.bytes > 10_000, `${paper.pages} pages`);
    for (const words of ['涉企信息归集预检报告', '一、总体情况', '二、归集时限', '三、问题分布', '承办人', '审核人', '规则版本', expected.today]) {
      assert.ok(paper.text.includes(words.replace(/\s/g, '')), words);
    }
    assert.ok(!paper.text.includes('返回核对'), 'buttons stay off the paper');
    heights.add(paper.pages);
    const colour = await page.run(() => getComputedStyle(document.querySelector('.rep')).backgroundColor);
    assert.equal(colour, 'rgb(255, 255, 255)');
    await page.click('.ibtn.theme');
  }
  assert.equal(heights.size, 1, 'the same pages in every theme');
  assert.deepEqual(await page.complaints(), []);
});

test('rows are not broken and heads are repeated', async () => {
  await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
  const style = await page.run(() => ({
    row: getComputedStyle(document.querySelector('.rep .found tbody tr')).breakInside,
    head: getComputedStyle(document.querySelector('.rep .found thead')).display,
    bar: getComputedStyle(document.querySelector('.bar')).display,
  }));
  await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
  assert.deepEqual(style, { row: 'avoid', head: 'table-header-group', bar: 'none' });
  await page.click('.rep-tools .btn');
  await until(async () => page.run(() => location.hash === '#/check'), 'back to the check');
});

test('once the batch left, the report names it and the digest of each file', async () => {
  await page.click('.nav a.step:nth-of-type(3)');
  await page.click('.page-h .btn.pri');
  const file = await page.download(/处罚.*\.xlsx$/);
  await page.download(/回执.*\.json$/);
  await page.click('.page-h .btn.report');
  await page.see('.rep .digest');
  const lines = await page.run(() => [...document.querySelectorAll('.rep .digest')].map((line) => line.innerText));
  const digest = createHash('sm3').update(readFileSync(file)).digest('hex');
  assert.equal(lines.length, 1);
  assert.ok(lines[0].includes(digest), lines[0]);
  assert.match(await page.run(() => document.querySelector('.rep .sub').innerText), /批次 \d{8}-01/);
  await page.click('.rep-tools .btn');
  await page.see('#export-title');
});
