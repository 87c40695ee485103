// What the grid does to many rows at once, and the language of the page.
import assert from 'node:assert/strict';
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

const column = (field) => page.run((key) =>
  [...document.querySelectorAll(`td[data-field="${key}"]`)].map((cell) => cell.innerText.trim()), field);
const head = (field) => `th[data-column="${field}"]`;

test('a click on a header sorts, the third one restores the sheet', async () => {
  const before = await column('enterprise_name');
  await page.click(`${head('enterprise_name')} .by`);
  await page.see(`${head('enterprise_name')}[aria-sort=ascending]`);
  await until(async () => {
    const names = (await column('enterprise_name')).filter((name) => name && name !== '（空）');
    return names.length > 5 && names.every((name, at) => at === 0 || names[at - 1].trim() <= name.trim());
  }, 'names in order');
  await page.click(`${head('enterprise_name')} .by`);
  await page.see(`${head('enterprise_name')}[aria-sort=descending]`);
  await page.click(`${head('enterprise_name')} .by`);
  await page.gone('th[aria-sort]');
  await until(async () => JSON.stringify(await column('enterprise_name')) === JSON.stringify(before), 'the sheet');
});

test('find and replace shows each change, and is one step of undo', async () => {
  assert.ok((await column('enterprise_name')).every((name) => !name.includes('企业')));
  await page.click('td[data-field=enterprise_name]');
  await page.press(Key.CONTROL, 'h');
  await page.see('#replace-find');
  await page.type('公司');
  await page.press(Key.TAB);
  await page.type('企业');
  await page.see('.dlg tr[data-field=enterprise_name] ins');
  const listed = (await page.all('.dlg tbody tr')).length;
  await page.click('.dlg tbody tr:nth-child(1) input');
  assert.match(await page.text('.dlg .apply'), new RegExp(`替换 ${listed - 1} 格|替换 \\d+ 格`));
  await page.click('.dlg .apply');
  await page.gone('.dlg');
  await until(async () => (await column('enterprise_name')).some((name) => name.includes('企业')), 'the new names');
  await page.press(Key.CONTROL, 'z');
  // The grid stays where it was scrolled to: other rows than before may be seen.
  await until(async () => (await column('enterprise_name')).every((name) => !name.includes('企业')), 'undone');
});

test('marked rows are filled from the first one', async () => {
  await page.run(() => {
    document.querySelector('.gscroll').scrollTop = 0;
  });
  await page.click('tr[data-position="0"] td[data-field=decision_date]');
  await page.press(Key.SHIFT, Key.ARROW_DOWN);
  await page.press(Key.SHIFT, Key.ARROW_DOWN);
  await page.press(Key.CONTROL, 'd');
  await until(async () => {
    const [first, second, third] = await column('decision_date');
    return first === second && second === third;
  }, 'three equal dates');
  await page.press(Key.CONTROL, 'z');
  await until(async () => new Set((await column('decision_date')).slice(0, 3)).size > 1, 'undone');
});

test('the page speaks English when asked to, and remembers it', async () => {
  await page.click('.bar .lang');
  await page.see('html[lang=en]');
  await until(async () => /Check again/.test(await page.text('.batch')), 'English words');
  await page.gone('[data-judging]');
  await until(async () => /Penalty/.test(await page.text('.tabs')), 'English labels of the worker');
  assert.doesNotMatch(await page.text('.bar'), /核对|载入|导出/);
  assert.equal(await page.run(() => localStorage.getItem('precheck-lang')), 'en');
  await page.click('.bar .lang');
  await page.see('html[lang=zh-CN]');
});
