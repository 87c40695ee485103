// Help within two clicks: what a finding means, its rule, the keys, versions and licences.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { drop, found, select, today } from './job.mjs';
import { openPage, until } from './page.mjs';
import { root } from './server.mjs';

let page;

before(async () => {
  page = await openPage({ today });
  await page.see('.drop');
});

after(async () => {
  await page?.close();
});

const open = async () => {
  await page.click('.ibtn.help');
  await page.see('[role=dialog] .help');
};

test('one click shows what marks mean, the keys and the versions', async () => {
  await open();
  const text = await page.text('[role=dialog]');
  for (const word of ['错误', '警告', '提示', '不改正则不导出', '依据', '改法', 'F8', 'Alt+Enter', '规则版本', '程序版本', 'MIT OR Apache-2.0']) {
    assert.ok(text.includes(word), word);
  }
  const workspace = readFileSync(join(root, 'Cargo.toml'), 'utf8');
  const version = workspace.match(/^version = "([^"]+)"/m)[1];
  // The engine says it, as soon as it is there.
  await until(async () => (await page.text('.help .version')) === version, 'the version');
  assert.match(await page.text('.help .rules-version'), /^\d{4}\.\d+/);
});

test('the second one shows the licence of each package', async () => {
  await page.click('.licences summary');
  const licences = readFileSync(join(root, 'web', 'licences.txt'), 'utf8').trim().split('\n');
  const shown = await page.run(() => [...document.querySelectorAll('.licences dt')].map((licence) => `${licence.textContent}: ${licence.nextElementSibling.textContent}`));
  assert.deepEqual(shown, licences);
  assert.ok(shown.some((line) => /yew \d/.test(line)));
});

test('the second one leads to the rule book', async () => {
  await page.click('.to-rules');
  await page.gone('[role=dialog]');
  await page.see('.rulelist tbody tr');
});

test('with a finding explained, the second one leads to its rule', async () => {
  await page.click('.nav a.step');
  await drop(page);
  const { row, field } = found('A031');
  await select(page, row, field);
  await page.see('.det[data-rule=A031]');
  await page.press(Key.CONTROL, '/');
  await page.click('.this-rule');
  await page.see('.rule[data-rule=A031]');
  await until(() => page.run(() => document.activeElement !== document.body), 'the focus to be somewhere');
  assert.deepEqual(await page.complaints(), []);
});
