// The page asks for the organisation's own code, which no published profile holds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openPage, until } from './page.mjs';
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

async function take(code) {
  const field = await page.see('#own-code');
  await field.clear();
  await field.sendKeys(code);
  await page.click('.btn.own-code');
}

test('a code that cannot be is refused in words', async () => {
  await take('11150525MB1K052583');
  await until(() => page.run(() => document.body.innerText.includes('18 位代码')), 'the reason');
});

test('with the own code a record about the organisation itself is an error', async () => {
  await take(expected.organisation_code.toLowerCase());
  await until(() => page.run(() => document.body.innerText.includes('已采用本机构信用代码')), 'the answer');
  await page.dropFiles('.drop', join(fixtures, 'penalty.xlsx'));
  await page.see('.pg[data-rule=A014][data-severity=error]');
});
