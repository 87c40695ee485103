// A blank table with its one example: whoever forgets to delete that row does not file it.
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openPage } from './page.mjs';

let page;

before(async () => {
  page = await openPage({ today: '2023-06-16', width: 1366, height: 768 });
});

after(async () => {
  await page?.close();
});

test('the example row is in the blank table, left out when it is read, and the page says so', async () => {
  await page.see('.blanks button');
  await page.run(() => {
    const button = [...document.querySelectorAll('.blanks button')].find((one) => /csv/i.test(one.textContent));
    button.click();
  });
  const file = await page.download(/空白模板\.csv$/);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
  assert.equal(lines.length, 2);
  assert.match(lines[1], /^示例：/);
  appendFileSync(file, '奈曼旗沙海酒店有限公司,91150525MA0Q1R2D92\r\n');
  await page.dropFiles('.drop', file);
  await page.see('[role=grid]');
  assert.match(await page.text('.batch .meta'), /1 条/);
  assert.match(await page.text('.layout-note .example-row'), /第 2 行是模板的示例行，没有导入/);
});
