// A header that was settled once is not asked about again; what is remembered can be seen, changed and forgotten.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openPage, until } from './page.mjs';

const header = ['相对人', '案卷', '日期甲', '其他'];
const sheet = (name, ...before) => {
  const path = join(mkdtempSync(join(tmpdir(), 'precheck-')), name);
  const records = [1, 2, 3].map((n) => [`奈曼旗第${n}酒店有限公司`, `奈(消)行罚决字〔2023〕第000${n}号`, `2023-05-1${n}`, '']);
  writeFileSync(path, [...before, header, ...records].map((row) => row.join(',')).join('\r\n'));
  return path;
};

let page;

before(async () => {
  page = await openPage({ today: '2023-06-16', width: 1366, height: 768 });
});

after(async () => {
  await page?.close();
});

/** Chooses an entry of a list by its value. */
const choose = (selector, value) =>
  page.run(
    (at, wanted) => {
      const list = document.querySelector(at);
      list.value = wanted;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    value,
  );

const kept = () => page.run(() => new Promise((done) => {
  const opening = indexedDB.open('precheck');
  opening.onsuccess = () => {
    const all = opening.result.transaction('mappings').objectStore('mappings').getAllKeys();
    all.onsuccess = () => {
      opening.result.close();
      done(all.result);
    };
  };
}));

const settle = async (fields) => {
  for (const [at, field] of fields.entries()) await choose(`#map-column-${at}`, field);
  await page.click('.map .btn.pri');
};

test('an unknown header is asked about once', async () => {
  await page.dropFiles('.drop', sheet('五月.csv'));
  await page.see('#map-kind');
  await choose('#map-kind', 'penalty');
  await choose('#map-header', '1');
  assert.ok(await page.run(() => document.querySelector('.remember input').checked));
  await settle(['enterprise_name', 'document_no', 'decision_date', '']);
  await page.see('[role=grid]');
  assert.deepEqual(await page.all('.layout-note'), []);
  await until(async () => (await kept()).length === 1, 'one remembered layout');
  assert.match((await kept())[0], /^[0-9a-f]{64}$/, 'the key tells nothing');
});

test('the next file with it is read at once, and the page says so', async () => {
  await page.goto('');
  await page.driver.navigate().refresh();
  await page.dropFiles('.drop', sheet('六月.csv', ['六月台账', '', '', '']));
  await page.see('[role=grid]');
  assert.match(await page.text('.layout-note'), /六月\.csv」的表头以前确认过，已按记住的对应读取 3 列/);
  assert.match(await page.text('.batch .meta'), /3 条/);
});

test('how it was read can be changed from that line, and the change is what is remembered', async () => {
  await page.click('.change-layout');
  await page.see('#map-column-2');
  assert.equal(await page.run(() => document.querySelector('#map-column-1').value), 'document_no');
  await settle(['enterprise_name', 'document_no', '', '']);
  await page.see('[role=grid]');
  await page.goto('');
  await page.driver.navigate().refresh();
  await page.dropFiles('.drop', sheet('七月.csv'));
  await page.see('[role=grid]');
  assert.match(await page.text('.layout-note'), /读取 2 列/);
});

test('it is listed in the settings, and asked about again once forgotten', async () => {
  await page.goto('#/settings');
  assert.match(await page.text('.layouts tbody tr'), /行政处罚[\s\S]*相对人 \| 案卷 \| 日期甲 \| 其他[\s\S]*案卷 → [\s\S]*2023-06-16/);
  assert.equal((await page.text('[data-shelf=mappings] td.num')).trim(), '1');
  await page.click('.layouts .forget-layout');
  await page.gone('.layouts');
  assert.deepEqual(await kept(), []);
  await page.goto('');
  await page.driver.navigate().refresh();
  await page.dropFiles('.drop', sheet('八月.csv'));
  await page.see('#map-kind');
});
